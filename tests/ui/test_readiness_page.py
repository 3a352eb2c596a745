"""Readiness as a person uses it: what is missing leads to where it is mended, and a second person looks."""

from collections.abc import Callable
from pathlib import Path

import pytest
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QApplication, QLabel, QPushButton, QTableView

from tests.desks import seated
from tests.ui.conftest import Person, section
from workbench.clock import FixedClock
from workbench.i18n import TAGS, plain
from workbench.services import cases, custody, deviations, ethics, exhibits, readiness, steps, tracks
from workbench.services.readiness import ReadinessRow
from workbench.store import Desk
from workbench.ui.dialogs.track import ChangeTrack
from workbench.ui.tables import ROW

PLAN = {"hypotheses": "one", "tasks": "one", "others_held": "no"}
METHOD = {"approach": ["reactive"], "victim_safety": "x", "reasons": "y", "approved_by": "Synthetic"}
CONTROL = Qt.KeyboardModifier.ControlModifier


def words(person: Person, name: str = "") -> str:
    """Everything that can be read on the page, or in one part of it."""
    where = person.find(name) if name else QApplication.activeModalWidget() or person.page
    return plain("\n".join(one.text() for one in where.findChildren(QLabel) if one.isVisible()))


def ask(person: Person, fn: Callable[..., object], *args: object) -> object:
    """What a service says or does, on the worker that owns the vault."""
    found: list[object] = []
    person.room.act(person.window, fn, *args, then=found.append)
    person.settle()
    return found[0]


def looked(person: Person) -> ReadinessRow:
    found = ask(person, readiness.look, person.room.memory.case_id, person.room.language.tag)
    assert isinstance(found, ReadinessRow)
    return found


def by_another(person: Person, *done: tuple[Callable[..., object], str, dict[str, object]]) -> None:
    """Somebody else leaves the procedure in this case."""
    case = person.room.memory.case_id

    def leave(desk: Desk) -> None:
        with seated(desk, "Colleague", "investigator"):
            for act, step, answers in done:
                act(desk, case, step, answers, f"Synthetic reason at {step}")

    ask(person, leave)


@pytest.fixture
def supervisor(open_window: Callable[..., Person], make_vault: Callable[..., Path]) -> Person:
    someone = open_window(language="en", folder=str(make_vault("supervisor")))
    someone.sign_in()
    someone.new_case()
    return someone


@pytest.mark.parametrize("tag", TAGS)
def test_the_page_says_how_much_is_missing_as_the_service_counts_it(person: Person, tag: str) -> None:
    person.room.speak(tag)
    person.settle()
    person.new_case()
    person.go("readiness")
    found = looked(person)
    assert found.missing
    assert person.room.language.number(len(found.missing)) in words(person, "missing") + words(person)
    shown = words(person, "missing")
    assert [one.label for one in found.missing if plain(one.label) not in shown] == []


def test_what_is_missing_in_the_file_leads_to_its_step(person: Person) -> None:
    person.new_case()
    person.go("readiness")
    first = next(one for one in looked(person).missing if one.kind == "matter")
    person.press("mend-matter-0")
    assert person.page.key == "guide"
    assert person.room.memory.of("guide", person.room.memory.case_id)["step"] == first.step


def test_the_rail_shows_the_number_on_every_page_of_the_case(person: Person) -> None:
    person.new_case()
    count = len(looked(person).missing)
    for page in ("guide", "log", "readiness"):
        person.go(page)
        assert person.find("rail-readiness").badge == count  # type: ignore[attr-defined]
        assert str(count) in person.find("rail-readiness").accessibleName()
    person.go("home")
    assert person.room.case is None


def test_everything_that_was_not_examined_is_shown_with_its_state(person: Person) -> None:
    person.new_case()
    person.go("readiness")
    found = looked(person)
    assert found.coverage
    shown = words(person, "matters")
    assert [one.label for one in found.coverage if plain(one.label) not in shown] == []
    for one in found.coverage:
        assert one.label in person.find(f"matter-{one.key}").accessibleName()
    person.press("matters-readiness")
    assert plain(found.readiness[0].label) in words(person, "matters")
    way = next(one for one in found.readiness if one.state == "open")
    person.press(f"examine-{way.key}")
    assert person.room.memory.of("guide", person.room.memory.case_id)["step"] == way.step


def test_a_passed_safety_gate_stands_first_and_whoever_passed_it_cannot_answer_for_it(person: Person) -> None:
    person.new_case()
    case = person.room.memory.case_id
    ask(person, steps.finish_early, case, "T06.3", PLAN, "Synthetic: the team leaves tonight")
    ask(person, steps.override, case, "T06.4", METHOD, "Synthetic: a life was in danger")
    person.go("readiness")
    table = person.find("deviations-table")
    assert isinstance(table, QTableView)
    kinds = [table.model().index(place, 0).data(ROW).kind for place in range(table.model().rowCount())]
    assert kinds == ["override", "early"]
    assert "A supervisor has to look at it" in words(person, "page-readiness")
    assert not [one for one in person.page.findChildren(QPushButton, "review") if one.isVisible()]
    assert person.find("mend-deviation-0").text().strip() == "Show"


def test_a_supervisor_who_is_not_the_author_looks_at_it_with_a_reason(supervisor: Person) -> None:
    by_another(supervisor, (steps.finish_early, "T06.3", PLAN))
    supervisor.go("readiness")
    supervisor.press("review")
    supervisor.write("reason", "Synthetic: I looked at the papers")
    supervisor.press("dialog-yes")
    assert "whether you agree" in words(supervisor)
    supervisor.press("verdict-approved")
    supervisor.press("dialog-yes")
    assert QApplication.activeModalWidget() is None
    line = ask(supervisor, deviations.register, supervisor.room.memory.case_id, "en")[0]  # type: ignore[index]
    assert (line.verdict, line.second_reason, line.awaiting) == ("approved", "Synthetic: I looked at the papers", False)
    assert "agreed" in str(supervisor.find("deviations-table").model().index(0, 6).data())  # type: ignore[attr-defined]
    assert "A second person has looked at it" in words(supervisor)


def test_an_answer_without_a_reason_is_refused_in_the_dialog(supervisor: Person) -> None:
    by_another(supervisor, (steps.finish_early, "T06.3", PLAN))
    supervisor.go("readiness")
    supervisor.press("mend-deviation-0")
    supervisor.press("verdict-refused")
    supervisor.press("dialog-yes")
    assert "reason is needed" in words(supervisor)
    supervisor.press("dialog-no")
    line = ask(supervisor, deviations.register, supervisor.room.memory.case_id, "en")[0]  # type: ignore[index]
    assert line.awaiting


def test_a_supervisor_cannot_be_their_own_second_person(supervisor: Person) -> None:
    case = supervisor.room.memory.case_id
    ask(supervisor, steps.finish_early, case, "T06.3", PLAN, "Synthetic: the team leaves tonight")
    supervisor.go("readiness")
    assert "You recorded it yourself" in words(supervisor)
    assert not [one for one in supervisor.page.findChildren(QPushButton, "review") if one.isVisible()]


def test_what_was_late_is_explained_from_the_list(person: Person, clock: FixedClock) -> None:
    person.new_case()
    case = person.room.memory.case_id
    clock.forward(hours=80)
    ask(person, steps.finish_early, case, "T06.3", PLAN, "Synthetic: out of order")
    person.go("readiness")
    late = [one for one in looked(person).missing if one.kind == "unexplained"]
    assert [one.step for one in late] == ["T06.3"]
    person.press("mend-unexplained-0")
    person.write("reason", "Synthetic: the only officer was ill")
    person.press("dialog-yes")
    assert not [one for one in looked(person).missing if one.kind == "unexplained"]
    assert "the only officer was ill" in words(person)


def test_a_contradiction_in_custody_is_missing_until_it_is_explained(person: Person, clock: FixedClock) -> None:
    person.new_case()
    number = person.room.memory.case_id

    def told(desk: Desk) -> None:
        exhibits.add_exhibit(desk, number, kind="money", description="notes", seal_number="100", seized_at=clock.now())
        party = custody.Party("Lt. Zainab (synthetic)"), custody.Party("Capt. Saif (synthetic)")
        custody.hand_over(desk, number, "E-001", giver=party[0], taker=party[1], purpose="count", seal_before="010")

    ask(person, told)
    person.go("readiness")
    lacking = [one for one in looked(person).missing if one.kind == "custody"]
    assert ("E-001", "Seal number does not match") in [(one.ref, one.label) for one in lacking]
    person.press("mend-custody-0")
    assert person.page.key == "evidence"

    def explained(desk: Desk) -> None:
        for fault in exhibits.exhibit(desk, number, "E-001").faults:
            custody.explain(desk, number, "E-001", fault.ref, "read again: two digits the wrong way round")

    ask(person, explained)
    assert not [one for one in looked(person).missing if one.kind == "custody"]


def test_a_broken_exhibit_leads_to_the_evidence(person: Person, tmp_path: Path) -> None:
    person.new_case()
    case, source = person.room.memory.case_id, tmp_path / "synthetic.bin"
    source.write_bytes(b"synthetic")
    for name in ("one", "two"):
        made = ask(person, lambda desk, name=name: exhibits.add_exhibit(desk, case, kind="photo", description=name))
        ask(person, exhibits.attach_file, case, made.number, source)  # type: ignore[attr-defined]
    files = sorted((person.room.folder / "shelf").rglob("*.wba"), key=lambda path: path.stat().st_mtime_ns)
    files[1].unlink()
    person.go("readiness")
    person.press("mend-exhibit-0")
    assert person.page.key == "evidence"
    assert person.page.notes["chosen"] == "E-002"


@pytest.mark.parametrize("kind", ["readiness", "deviation_register"])
def test_its_papers_are_chosen_on_the_page_of_documents(person: Person, kind: str) -> None:
    person.new_case()
    person.go("documents")
    person.go("readiness")
    person.press(f"paper-{kind}")
    assert person.page.key == "documents"
    assert person.find(f"kind-{kind}").isChecked()  # type: ignore[attr-defined]
    assert person.page._viewer.pages >= 1  # type: ignore[attr-defined]


def test_the_page_is_used_by_keys_alone(person: Person) -> None:
    person.new_case()
    person.key(section("readiness"), CONTROL)
    assert person.page.key == "readiness"
    wanted = person.find("mend-matter-0")
    for _ in range(60):
        if person.window.focusWidget() is wanted:
            break
        person.bot.keyClick(person.window.focusWidget() or person.window, Qt.Key.Key_Tab)
    assert person.window.focusWidget() is wanted
    person.bot.keyClick(wanted, Qt.Key.Key_Return)
    person.settle()
    assert person.page.key == "guide"
    person.key(section("readiness"), CONTROL)
    person.key(Qt.Key.Key_Return, CONTROL)
    assert person.page.key == "documents"


def test_on_a_narrow_window_what_was_not_examined_is_folded_away_and_asked_for(person: Person) -> None:
    person.window.resize(960, 600)
    person.new_case()
    person.go("readiness")
    assert person.page._aside.isVisible() is False  # type: ignore[attr-defined]
    person.key(Qt.Key.Key_F9)
    assert person.page._aside.isVisible() is True  # type: ignore[attr-defined]


def dialog() -> ChangeTrack:
    found = QApplication.activeModalWidget()
    assert isinstance(found, ChangeTrack)
    return found


def test_another_track_is_looked_at_before_a_reason_is_written(person: Person) -> None:
    person.new_case()
    person.press("change-track")
    person.write("reason", "Synthetic: indicators of smuggling")
    person.press("dialog-yes")
    assert "Choose the track first" in words(person)
    person.press("track-both")
    view = ask(person, tracks.look_ahead, person.room.memory.case_id, "both", "en")
    first = view.changes.appeared[0]  # type: ignore[attr-defined]
    assert view.pack.step(first).title in words(person)  # type: ignore[attr-defined]
    assert person.room.case.kind == "tip"
    person.press("dialog-yes")
    assert QApplication.activeModalWidget() is None
    assert person.room.case.kind == "both"
    assert first in person.page._row.progress.views  # type: ignore[attr-defined]


def test_changing_the_track_needs_a_reason_and_can_be_left(person: Person) -> None:
    person.new_case()
    assert person.window.frame is not None
    person.window.frame._run("track")
    person.settle()
    person.press("track-som")
    person.press("dialog-yes")
    assert "reason is needed" in words(person)
    dialog().reject()
    person.settle()
    assert ask(person, cases.show_case, person.room.memory.case_id).kind == "tip"  # type: ignore[attr-defined]


@pytest.mark.parametrize("tag", TAGS)
def test_a_procedure_that_nobody_signed_is_marked_wherever_a_case_is_shown(person: Person, tag: str) -> None:
    person.room.speak(tag)
    person.settle()
    person.new_case()
    for page in ("guide", "readiness", "log"):
        person.go(page)
        assert person.find("procedure-trust").accessibleName()
    person.go("home")
    person.go("cases")
    table = person.find("cases-table")
    assert isinstance(table, QTableView)
    last = table.model().columnCount() - 1
    assert table.model().index(0, last).data() == person.room.language.say("candidate, not signed")


def test_what_was_owed_stands_beside_law_and_standard_and_leads_to_its_step(person: Person) -> None:
    person.new_case()
    person.go("readiness")
    person.press("part-owed")
    rules, views = ask(person, ethics.compliance_of, person.room.memory.case_id, "en")  # type: ignore[misc]
    shown = words(person, "owed")
    assert [one.title for one in rules.ethics.points.values() if one.title not in shown] == []
    assert "to be verified" in shown
    open_one = next(view for view in views if view.kept == "not_recorded")
    person.press(f"owed-{open_one.key}")
    assert person.page.key == "guide"
    assert person.room.memory.of("guide", person.room.memory.case_id)["step"] in {r.step for r, _ in open_one.where}
