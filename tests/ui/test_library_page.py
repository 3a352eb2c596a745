"""The library as a person uses it: read a procedure, print it, receive a new edition, let cases follow it."""

from collections.abc import Callable
from itertools import pairwise
from pathlib import Path

import pytest
from PySide6.QtCore import Qt
from PySide6.QtGui import QPixmap
from PySide6.QtWidgets import QApplication, QFileDialog, QLabel, QPushButton, QTableView, QWidget

from tests.ui.conftest import Person
from tests.ui.stick import NAME, Stick
from workbench.i18n import TAGS, plain
from workbench.services import audit, cases, editions, keys, library, packs, steps
from workbench.services.editions import EditionRow
from workbench.sop import joined
from workbench.ui.library.chart import Chart
from workbench.ui.library.grid import Box, Grid
from workbench.ui.library.plan import plan
from workbench.ui.state import speak
from workbench.ui.tables import ROW

SMALL = Path(__file__).parents[1] / "packs" / "small"
REPORT = {
    "received_at": "2026-03-01T09:00+03:00", "channel": "phone", "reporter": "anonymous", "account": "Synthetic.",
    "place": "Somewhere synthetic",
}  # fmt: skip


def words(person: Person, name: str = "") -> str:
    """Everything that can be read on the page, in the dialog, or in one part of it."""
    where: QWidget = person.find(name) if name else QApplication.activeModalWidget() or person.page
    return plain("\n".join(one.text() for one in where.findChildren(QLabel) if one.isVisible()))


def ask(person: Person, fn: Callable[..., object], *args: object) -> object:
    """What a service says or does, on the worker that owns the vault."""
    found: list[object] = []
    person.room.act(person.window, fn, *args, then=found.append)
    person.settle()
    return found[0]


def listed(person: Person) -> tuple[EditionRow, ...]:
    found = ask(person, editions.list_editions, "en")
    assert isinstance(found, tuple)
    return found


def shown(person: Person, *names: str) -> list[str]:
    """Which of these buttons can be seen."""
    return [
        name for name in names if any(one.isVisible() for one in person.page.findChildren(QPushButton, name))
    ]


def chart(person: Person) -> Chart:
    found = person.find("chart")
    assert isinstance(found, Chart)
    return found


@pytest.fixture
def stick(tmp_path: Path) -> Stick:
    return Stick(tmp_path / "stick")


@pytest.fixture
def at(open_window: Callable[..., Person], make_vault: Callable[..., Path]) -> Callable[..., Person]:
    """Somebody of a role in the library."""

    def sit_down(role: str, language: str = "en") -> Person:
        someone = open_window(language=language, folder=str(make_vault(role)))
        someone.sign_in()
        someone.go("library")
        return someone

    return sit_down


@pytest.fixture
def choose_file(monkeypatch: pytest.MonkeyPatch) -> Callable[[Path], None]:
    """What the person chooses when asked for a file."""

    def choose(path: Path) -> None:
        monkeypatch.setattr(QFileDialog, "getOpenFileName", lambda *_, **__: (str(path), ""))
        monkeypatch.setattr(QFileDialog, "getSaveFileName", lambda *_, **__: (str(path), ""))

    return choose


# reading


@pytest.mark.parametrize("tag", TAGS)
def test_every_edition_is_listed_with_whose_word_stands_behind_it(at: Callable[..., Person], tag: str) -> None:
    person = at("investigator", tag)
    model = person.find("editions").model()  # type: ignore[attr-defined]
    spoken = [model.index(place, 0).data(Qt.ItemDataRole.AccessibleTextRole) for place in range(model.rowCount())]
    assert len(spoken) == len(packs.shipped_keys())
    language = person.room.language
    for key, said in zip(packs.shipped_keys(), spoken, strict=True):
        pack = packs.shipped(key)[0].in_language(tag)
        assert pack.title in said
        assert f"{key} {pack.version}" in said
        assert language.say("came with the program, not signed by an authority") in said


@pytest.mark.parametrize("tag", ["ar_IQ", "en"])
def test_the_chart_shows_every_step_and_is_walked_as_the_eye_sees_it(at: Callable[..., Person], tag: str) -> None:
    person = at("investigator", tag)
    view = chart(person)
    assert set(view.plan.nodes) == set(packs.shipped(packs.shipped_keys()[0])[0].steps)
    view.setFocus()
    first, second = view.plan.columns[:2]
    on, back = (Qt.Key.Key_Left, Qt.Key.Key_Right) if tag == "ar_IQ" else (Qt.Key.Key_Right, Qt.Key.Key_Left)
    for key, expected in (
        (Qt.Key.Key_Down, first.steps[1]), (on, second.steps[1]), (back, first.steps[1]),
        (Qt.Key.Key_Up, first.steps[0]), (back, first.steps[0]), (Qt.Key.Key_End, list(view.plan.nodes)[-1]),
        (on, list(view.plan.nodes)[-1]),
    ):  # fmt: skip
        person.bot.keyClick(view, key)
        assert view.now == expected
        assert view.viewport().rect().contains(view.spot(expected))
    left = [view.spot(column.steps[0]).left() for column in (first, second)]
    assert (left[0] > left[1]) is (tag == "ar_IQ")


def test_enter_shows_the_step_beside_the_chart_and_escape_the_edition(at: Callable[..., Person]) -> None:
    person = at("investigator")
    view = chart(person)
    view.setFocus()
    person.bot.keyClick(view, Qt.Key.Key_Down)
    pack = packs.shipped(packs.shipped_keys()[0])[0]
    step = pack.step(view.now)
    assert step.purpose not in words(person)
    person.bot.keyClick(view, Qt.Key.Key_Return)
    person.settle()
    told = words(person, "step-text")
    for part in (step.title, step.purpose, *step.todo, *(field.label for field in step.fields)):
        assert plain(part) in told
    person.bot.keyClick(view, Qt.Key.Key_Escape)
    person.settle()
    assert plain(pack.note) in words(person, "edition-text")


def test_a_press_on_a_step_opens_it(at: Callable[..., Person]) -> None:
    person = at("investigator")
    view = chart(person)
    key = view.plan.columns[0].steps[2]
    person.bot.mouseClick(view.viewport(), Qt.MouseButton.LeftButton, pos=view.spot(key).center())
    person.settle()
    assert view.now == key
    assert view.plan.nodes[key].title in words(person, "step-text")


def test_the_table_is_the_twin_of_the_chart(at: Callable[..., Person]) -> None:
    person = at("investigator")
    view = chart(person)
    key = list(view.plan.nodes)[20]
    view.choose(key)
    keys_of_chart = list(view.plan.nodes)
    person.key(Qt.Key.Key_T, Qt.KeyboardModifier.ControlModifier)
    table = person.find("chart-table")
    assert isinstance(table, QTableView)
    rows = [table.model().index(place, 0).data(ROW) for place in range(table.model().rowCount())]
    assert [row.key for row in rows] == keys_of_chart
    assert table.currentIndex().data(ROW).key == key
    waiting = next(place for place, row in enumerate(rows) if row.waits and not row.else_waits)
    named = plain(str(table.model().index(waiting, 2).data()))
    assert all(one in named for one in rows[waiting].waits)
    person.key(Qt.Key.Key_T, Qt.KeyboardModifier.ControlModifier)
    assert chart(person).now == key


def boxes_crossed(grid: Grid) -> list[str]:
    """Every arrow that runs through a step it has nothing to do with."""
    crossed = []
    for node in grid.plan.nodes.values():
        for key in node.waits:
            if key not in grid.plan.nodes:
                continue
            way = grid.way(grid.plan.nodes[key], node)
            for other in grid.plan.nodes.values():
                if other.key in (node.key, key):
                    continue
                box = grid.box(other)
                if any(_touches(box, one, two) for one, two in pairwise(way)):
                    crossed.append(f"{key} > {node.key} runs through {other.key}")
    return crossed


def _touches(box: Box, one: tuple[float, float], two: tuple[float, float]) -> bool:
    """Whether a straight piece of an arrow lies over a box."""
    across = max(min(one[0], two[0]), box.left), min(max(one[0], two[0]), box.right)
    down = max(min(one[1], two[1]), box.top), min(max(one[1], two[1]), box.bottom)
    lies, stands = across[1] - across[0], down[1] - down[0]
    return lies >= 0 and stands >= 0 and (lies > 0 or stands > 0)


def test_no_arrow_of_either_procedure_or_of_both_runs_through_a_step() -> None:
    found = [packs.shipped(key)[0] for key in packs.shipped_keys()]
    for pack in (*found, joined(*reversed(found))):
        grid = Grid(plan(pack), width=200, height=60, gutter=36, gap=18, head=50)
        assert boxes_crossed(grid) == []
        assert any(node.waits for node in grid.plan.nodes.values())


@pytest.mark.parametrize("tag", ["ckb", "en"])
def test_both_procedures_together_are_drawn_and_every_step_can_be_reached(
    person: Person, tag: str
) -> None:
    person.room.speak(tag)
    person.settle()
    found = [packs.shipped(key)[0] for key in packs.shipped_keys()]
    both = joined(*reversed(found)).in_language(tag)
    view = Chart(both.title, plan(both))
    person.bot.addWidget(view)
    view.resize(640, 420)
    view.show()
    assert len(view.plan.nodes) >= 125
    for key in view.plan.nodes:
        view.choose(key)
        assert view.viewport().rect().contains(view.spot(key)), key
    drawn = QPixmap(view.size())
    view.render(drawn)
    assert not drawn.isNull()


def test_the_library_is_walked_in_another_language_where_one_was(at: Callable[..., Person]) -> None:
    person = at("investigator")
    key = list(chart(person).plan.nodes)[5]
    chart(person).choose(key, open_it=True)
    person.room.speak("ckb")
    person.settle()
    assert chart(person).now == key
    title = packs.shipped(packs.shipped_keys()[0])[0].in_language("ckb").step(key).title
    assert plain(title) in words(person, "step-text")
    speak("en")


def test_a_procedure_is_printed_looked_at_and_saved(
    at: Callable[..., Person], tmp_path: Path, choose_file: Callable[[Path], None]
) -> None:
    person = at("trainer")
    row = ask(person, lambda desk: editions.receive(desk, SMALL, trust_reason="Synthetic"))
    person.room.memory.of("library")["digest"] = row.digest  # type: ignore[attr-defined]
    person.window.frame.go("library")  # type: ignore[union-attr]
    person.settle()
    person.press("view-booklet")
    leaves = person.page._reading()._shown.viewer  # type: ignore[attr-defined]
    assert (leaves.pages > 2, leaves.page) == (True, 1)
    person.press("page-on")
    assert leaves.page == 2
    target = tmp_path / "small.pdf"
    choose_file(target)
    person.press("save-booklet")
    assert target.read_bytes().startswith(b"%PDF")
    assert person.find("saved").isVisible()
    before = target.read_bytes()
    person.press("save-booklet")
    assert target.read_bytes() == before
    assert person.find("notice").isVisible()
    # The small procedure does not speak Arabic: that is said, and nothing is shown in its place.
    person.press("booklet-language-ar_IQ")
    assert leaves.pages == 0
    assert person.find("notice").isVisible()


# receiving


@pytest.mark.parametrize("role", ["investigator", "supervisor"])
def test_whoever_may_not_trust_reads_what_to_do_and_has_no_button(
    at: Callable[..., Person], stick: Stick, choose_file: Callable[[Path], None], role: str
) -> None:
    person = at(role)
    choose_file(stick.pack)
    person.press("receive")
    told = words(person)
    assert "nobody here knows the key" in told
    assert stick.fingerprint in " ".join(plain(person.find("fingerprint").text()).split())  # type: ignore[attr-defined]
    assert "administrator" in told
    buttons = ("incoming-receive", "incoming-trust-key", "incoming-trust-file", "incoming-back")
    assert shown(person, *buttons) == ["incoming-back"]
    person.press("incoming-back")
    assert {row.trust for row in listed(person)} == {"shipped"}


def test_an_administrator_trusts_the_key_after_comparing_it_and_receives(
    at: Callable[..., Person], stick: Stick, choose_file: Callable[[Path], None]
) -> None:
    person = at("administrator")
    choose_file(stick.pack)
    person.press("receive")
    choose_file(stick.key)
    person.press("incoming-trust-key")
    assert stick.fingerprint[:19] in words(person)
    person.press("dialog-yes")
    assert "reason is needed" in words(person)
    person.write("reason", "Synthetic: compared by telephone")
    person.press("dialog-yes")
    assert "An authority whose key is trusted here signed" in words(person)
    person.press("incoming-receive")
    assert person.find("received").isVisible()
    row = next(one for one in listed(person) if one.version == "0.2")
    assert (row.trust, row.signer, row.newest) == ("signed", NAME, True)
    assert chart(person).plan.nodes["T14.9"].title == "Tell the other stations"
    assert NAME in words(person, "keys")
    entries = ask(person, audit.show, None)
    assert [one.act for one in entries if one.act.startswith(("key", "pack"))] == ["pack.receive", "key.trust"]  # type: ignore[attr-defined]


def test_what_an_edition_changes_is_named_before_it_is_kept(at: Callable[..., Person], stick: Stick) -> None:
    person = at("trainer")
    case = ask(person, lambda desk: cases.open_case(desk, title="Synthetic", kind="tip"))
    number = case.number  # type: ignore[attr-defined]
    ask(person, steps.finish_step, number, "T01.1", REPORT)
    ask(person, keys.trust_key, stick.key, "Compared")
    person.page.look_at(stick.pack)  # type: ignore[attr-defined]
    person.settle()
    told = words(person, "incoming")
    title = packs.shipped("iq-tip")[0].step("T01.1").title
    assert "Tell the other stations" in words(person, "group-added")
    assert title in words(person, "group-changed")
    assert "its questions" in words(person, "group-changed")
    assert "T02.2" in words(person, "group-languages")
    assert "Compared with iq-tip 0.1" in told
    assert number in told
    assert "T14.9" in words(person, "group-appeared")
    assert "T01.1" in words(person, "group-as_recorded")
    assert {row.version for row in listed(person)} == {"0.1"}


def test_an_unsigned_folder_is_taken_only_on_an_administrator_s_word_and_shows_it(
    at: Callable[..., Person], stick: Stick, choose_file: Callable[[Path], None]
) -> None:
    person = at("trainer")
    choose_file(stick.bare / "pack.yaml")
    person.press("receive")
    assert "Nobody signed it" in words(person)
    assert shown(person, "incoming-receive", "incoming-trust-key") == []
    person.press("incoming-trust-file")
    person.press("dialog-yes")
    assert "reason is needed" in words(person)
    person.write("reason", "Synthetic: brought by the authority's own officer")
    person.press("dialog-yes")
    row = next(one for one in listed(person) if one.version == "0.2")
    assert (row.trust, row.signer) == ("trusted", "Tester")
    assert "Tester" in words(person, "edition-text")
    person.go("home")
    person.new_case()
    assert "Tester" in person.find("procedure-trust").text  # type: ignore[attr-defined]


@pytest.mark.parametrize("spoil", [lambda data: data[:-40], lambda data: b"not a pack", lambda data: b""])
def test_a_spoilt_file_is_refused_in_words_and_nothing_is_kept(
    at: Callable[..., Person], stick: Stick, choose_file: Callable[[Path], None], spoil: Callable[[bytes], bytes]
) -> None:
    person = at("trainer")
    stick.pack.write_bytes(spoil(stick.pack.read_bytes()))
    choose_file(stick.pack)
    person.press("receive")
    assert "iq-tip-2.wbpack" in words(person, "notice")
    assert person.find("reading").isVisible()
    assert {row.trust for row in listed(person)} == {"shipped"}


def test_a_stick_that_was_pulled_out_is_said_when_it_is_received(at: Callable[..., Person], stick: Stick) -> None:
    person = at("trainer")
    ask(person, keys.trust_key, stick.key, "Compared")
    person.page.look_at(stick.pack)  # type: ignore[attr-defined]
    person.settle()
    stick.pack.unlink()
    person.press("incoming-receive")
    assert person.find("notice").isVisible()
    assert {row.version for row in listed(person)} == {"0.1"}


def test_a_withdrawn_key_shows_at_the_edition_and_in_every_case_that_follows_it(
    at: Callable[..., Person], stick: Stick
) -> None:
    person = at("trainer")
    ask(person, keys.trust_key, stick.key, "Compared")
    ask(person, lambda desk: editions.receive(desk, stick.pack))
    person.go("home")
    person.new_case()
    signed = [one for one in person.window.findChildren(QWidget, "procedure-trust") if one.isVisible()]
    assert signed == []
    person.go("home")
    person.go("library")
    person.press("withdraw-key")
    person.write("reason", "Synthetic: the key was lost")
    person.press("dialog-yes")
    assert "the key was lost" in words(person, "keys")
    assert {row.trust for row in listed(person) if row.version == "0.2"} == {"withdrawn"}
    person.go("cases")
    person.press("open-case")
    assert person.find("procedure-trust").text == "key withdrawn"  # type: ignore[attr-defined]


# moving


@pytest.fixture
def three_cases(at: Callable[..., Person], stick: Stick) -> Person:
    """Three cases under the first edition, and the second one received."""
    person = at("trainer")
    for place in range(3):
        ask(person, lambda desk, place=place: cases.open_case(desk, title=f"Synthetic {place}", kind="tip"))
    ask(person, keys.trust_key, stick.key, "Compared")
    row = ask(person, lambda desk: editions.receive(desk, stick.pack))
    person.room.memory.of("library")["digest"] = row.digest  # type: ignore[attr-defined]
    person.window.frame.go("library")  # type: ignore[union-attr]
    person.settle()
    return person


def test_a_case_is_looked_at_and_moved_and_then_all_the_others(three_cases: Person) -> None:
    person = three_cases
    person.press("move-cases")
    table = person.find("moving-table")
    assert isinstance(table, QTableView)
    assert table.model().rowCount() == 3
    assert "Tell the other stations" in words(person, "group-appeared")
    number = table.model().index(0, 0).data(ROW).number
    person.press("move-one")
    person.press("dialog-yes")
    assert "reason is needed" in words(person)
    person.write("reason", "Synthetic: the edition is in force")
    person.press("dialog-yes")
    person.settle()
    assert "1 case was moved" in words(person, "moved")
    followers = {row.version: row.cases for row in listed(person) if row.key == "iq-tip"}
    assert followers["0.2"] == (number,)
    person.press("move-all")
    person.write("reason", "Synthetic: the rest too")
    person.press("dialog-yes")
    person.settle()
    followers = {row.version: row.cases for row in listed(person) if row.key == "iq-tip"}
    assert (len(followers["0.2"]), followers["0.1"]) == (3, ())
    assert "No running case follows another edition" in words(person)
    person.press("moving-back")
    assert person.find("reading").isVisible()


def test_moving_that_is_stopped_keeps_what_was_moved(three_cases: Person) -> None:
    person = three_cases
    row = next(one for one in listed(person) if one.version == "0.2")
    numbers = next(one for one in listed(person) if one.version == "0.1" and one.key == "iq-tip").cases

    def stopped(desk: object) -> tuple[str, ...]:
        return library.move_each(desk, row.digest, numbers, "Synthetic", progress=lambda done, _: done < 2)  # type: ignore[arg-type]

    moved = ask(person, stopped)
    assert moved == numbers[:2]
    followers = {one.version: one.cases for one in listed(person) if one.key == "iq-tip"}
    assert (len(followers["0.2"]), followers["0.1"]) == (2, numbers[2:])


def test_only_whoever_answers_for_cases_moves_them(at: Callable[..., Person]) -> None:
    assert shown(at("investigator"), "move-cases", "trust-key") == []


def test_on_a_narrow_window_an_opened_step_takes_the_place_of_the_list(at: Callable[..., Person]) -> None:
    person = at("investigator")
    person.window.resize(960, 600)
    person.settle()
    assert person.find("editions").isVisible()
    view = chart(person)
    view.choose(view.now, open_it=True)
    person.settle()
    assert person.find("step-text").isVisible()
    assert not person.page.findChild(QWidget, "editions").isVisible()  # type: ignore[union-attr]
    person.key(Qt.Key.Key_F9)
    assert person.find("editions").isVisible()


def test_the_command_box_leads_to_receiving(
    person: Person, stick: Stick, choose_file: Callable[[Path], None]
) -> None:
    choose_file(stick.pack)
    assert person.window.frame is not None
    person.window.frame._run("receive")
    person.settle()
    assert person.page.key == "library"
    assert person.find("incoming").isVisible()
