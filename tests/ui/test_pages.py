"""People, evidence, papers, log, cases and settings as a person uses them, in both directions."""

from collections.abc import Callable
from pathlib import Path

import pytest
from PySide6.QtCore import Qt
from PySide6.QtGui import QFontMetrics
from PySide6.QtWidgets import QFileDialog, QLabel, QPushButton, QTableView

from tests.ui.conftest import Person, section
from workbench.services import audit, documents, exhibits, people
from workbench.ui import theme
from workbench.ui.pages.log import subject_words
from workbench.ui.state import load
from workbench.ui.tables import ROW


def words(person: Person) -> str:
    """Everything that can be read on the page."""
    return "\n".join(one.text() for one in person.page.findChildren(QLabel) if one.isVisible())


def ask(person: Person, fn: object, *args: object) -> object:
    """Ask a service on the worker."""
    found: list[object] = []
    person.room.ask(person.window, fn, *args, then=found.append)  # type: ignore[arg-type]
    person.settle()
    return found[0]


def add_person(person: Person) -> None:
    person.go("people")
    person.press("add-person")
    person.write("person-ism", "Synthetica")
    person.write("person-family", "Exemplar")
    person.press("birth-about")
    person.write("person-birth", "٢٠١٠")
    role = person.find("person-role")
    role.choose("possible_victim")  # type: ignore[attr-defined]
    person.write("person-basis", "Synthetic: seen at the place")
    person.press("dialog-yes")


@pytest.mark.parametrize("tag", ["ar_IQ", "en"])
def test_a_person_is_added_and_the_name_is_shown_only_for_a_reason(person: Person, tag: str) -> None:
    person.room.speak(tag)
    person.settle()
    person.new_case()
    add_person(person)
    found = ask(person, people.list_people, person.room.memory.case_id)
    assert [(one.alias, one.child) for one in found] == [("P-01", True)]  # type: ignore[attr-defined]
    assert "Synthetica" not in words(person)
    assert person.find("alert-band").isVisible()
    person.press("show-name")
    person.write("reason", "Synthetic: letter to the shelter")
    person.press("dialog-yes")
    assert "Synthetica" in words(person)
    person.press("mask-all")
    assert "Synthetica" not in words(person)
    entries = ask(person, audit.show, person.room.memory.case_id)
    assert any(one.act == "person.reveal" and "shelter" in one.reason for one in entries)  # type: ignore[attr-defined]
    logged = "\n".join(one.text() for one in person.find("reveals").findChildren(QLabel))
    assert "letter to the shelter" in logged


def test_a_shown_name_is_hidden_on_another_page_and_at_lock(person: Person) -> None:
    person.new_case()
    add_person(person)
    person.press("show-name")
    person.write("reason", "Synthetic: checking a paper")
    person.press("dialog-yes")
    assert "Synthetica" in words(person)
    person.go("guide")
    person.go("people")
    assert "Synthetica" not in words(person)


def test_a_role_is_added_and_the_earlier_one_stays_in_the_history(person: Person) -> None:
    person.new_case()
    add_person(person)
    person.press("set-role")
    person.find("new-role").choose("victim")  # type: ignore[attr-defined]
    person.write("role-basis", "Synthetic: decision of the supervisor")
    person.press("dialog-yes")
    found = ask(person, people.list_people, person.room.memory.case_id)
    assert {claim.role for claim in found[0].claims} == {"possible_victim", "victim"}  # type: ignore[index]


def test_a_person_without_a_role_is_refused_in_the_dialog(person: Person) -> None:
    person.new_case()
    person.go("people")
    person.press("add-person")
    person.write("person-ism", "Synthetica")
    person.press("dialog-yes")
    assert person.find("notice").isVisible()
    person.press("dialog-no")
    assert ask(person, people.list_people, person.room.memory.case_id) == []


def test_an_exhibit_is_registered_with_its_file_and_verified(
    person: Person, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    picture = tmp_path / "synthetic.bin"
    picture.write_bytes(b"synthetic picture" * 9000)
    monkeypatch.setattr(QFileDialog, "getOpenFileName", lambda *_, **__: (str(picture), ""))
    person.new_case()
    person.go("evidence")
    person.press("register-exhibit")
    person.write("exhibit-description", "Synthetic telephone")
    person.write("exhibit-when", "1/3/2026 10:00")
    person.write("exhibit-place", "Synthetic room")
    person.press("choose-file")
    person.press("dialog-yes")
    person.settle()
    found = ask(person, exhibits.list_exhibits, person.room.memory.case_id)
    assert [(one.number, len(one.files), one.integrity) for one in found] == [("E-001", 1, "sealed")]  # type: ignore
    person.press("side-files")
    assert "synthetic.bin" in words(person)
    person.press("verify-all")
    assert person.find("exhibit-state").accessibleName() == "verified"
    assert person.page.checked["E-001"][0] == "verified"  # type: ignore[attr-defined]


def test_a_file_that_vanished_is_refused_and_the_exhibit_stays(
    person: Person, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(QFileDialog, "getOpenFileName", lambda *_, **__: (str(tmp_path / "gone.bin"), ""))
    person.new_case()
    person.go("evidence")
    person.press("register-exhibit")
    person.write("exhibit-description", "Synthetic telephone")
    person.press("choose-file")
    person.press("dialog-yes")
    assert "no longer there" in "\n".join(one.text() for one in person.find("notice").findChildren(QLabel))
    person.press("dialog-no")
    found = ask(person, exhibits.list_exhibits, person.room.memory.case_id)
    assert [len(one.files) for one in found] == [0]  # type: ignore[attr-defined]


@pytest.mark.parametrize("tag", ["ar_IQ", "ckb", "en"])
def test_a_paper_is_previewed_and_saved_in_a_language_of_its_own(
    person: Person, tmp_path: Path, monkeypatch: pytest.MonkeyPatch, tag: str
) -> None:
    target = tmp_path / f"{tag}.pdf"
    monkeypatch.setattr(QFileDialog, "getSaveFileName", lambda *_, **__: (str(target), ""))
    person.new_case()
    person.go("documents")
    person.press(f"paper-language-{tag}")
    assert person.page._viewer.pages >= 1  # type: ignore[attr-defined]
    assert not target.exists()
    person.press("save-pdf")
    assert target.read_bytes().startswith(b"%PDF")
    issued = ask(person, documents.list_issued, person.room.memory.case_id)
    assert [(one.language, one.kind) for one in issued] == [(tag, documents.kinds()[0])]  # type: ignore[attr-defined]
    assert person.find("saved").isVisible()


def test_every_kind_of_paper_has_a_preview(person: Person) -> None:
    person.new_case()
    person.go("documents")
    for kind in documents.kinds():
        person.find(f"kind-{kind}").setChecked(True)  # type: ignore[attr-defined]
        person.settle()
        assert person.page._viewer.pages >= 1  # type: ignore[attr-defined]


def test_a_paper_is_not_written_over_a_file_that_is_there(
    person: Person, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    target = tmp_path / "there.pdf"
    target.write_bytes(b"something else")
    monkeypatch.setattr(QFileDialog, "getSaveFileName", lambda *_, **__: (str(target), ""))
    person.new_case()
    person.go("documents")
    person.press("save-pdf")
    assert target.read_bytes() == b"something else"
    assert person.find("notice").isVisible()


def test_the_log_shows_every_act_and_its_chain_holds(person: Person) -> None:
    person.new_case()
    add_person(person)
    person.go("log")
    table = person.find("log-table")
    assert isinstance(table, QTableView)
    assert table.model().index(0, 0).data(ROW).act == "person.add"
    person.press("check-chain")
    assert "holds" in "\n".join(one.text() for one in person.find("verdict").findChildren(QLabel))


def test_the_list_of_cases_is_filtered_with_mixed_up_letters(person: Person) -> None:
    person.new_case("قضیة تجریبیة مصطنعة")
    person.go("home")
    person.go("cases")
    table = person.find("cases-table")
    assert isinstance(table, QTableView)
    person.page._filter.setText("تجريبية")  # type: ignore[attr-defined]
    assert table.model().rowCount() == 1
    person.page._filter.setText("none of it")  # type: ignore[attr-defined]
    assert table.model().rowCount() == 0


def test_settings_are_kept_for_the_next_start(person: Person, setup_file: Path) -> None:
    person.go("settings")
    person.press("theme-dark")
    person.press("size-130")
    person.press("digits-latin")
    kept = load(setup_file)
    assert (kept.theme, kept.size, kept.digits) == ("dark", 130, "latin")


def test_keys_lead_everywhere(person: Person) -> None:
    control = Qt.KeyboardModifier.ControlModifier
    person.new_case()
    for number, key in ((1, "guide"), (2, "people"), (3, "screening"), (4, "interviews"), (5, "evidence")):
        person.key(Qt.Key(Qt.Key.Key_0 + number), control)
        assert person.page.key == key
    for key in ("documents", "readiness", "log"):
        person.key(section(key), control)
        assert person.page.key == key
    person.key(Qt.Key.Key_Home, Qt.KeyboardModifier.AltModifier)
    assert person.page.key == "home"
    person.key(Qt.Key.Key_F12)
    assert person.window.frame is None


def test_the_window_locks_by_itself_when_nobody_is_there(person: Person) -> None:
    assert person.window.idle is not None
    person.window.idle.timer.start(1)
    person.bot.waitUntil(lambda: person.window.frame is None, timeout=20_000)
    person.settle()
    assert person.room.desk is None
    assert person.window.door is not None


def test_the_number_pattern_is_the_station_s_and_a_wrong_one_is_refused(
    open_window: Callable[..., Person], make_vault: Callable[..., Path]
) -> None:
    person = open_window(language="en", folder=str(make_vault("supervisor")))
    person.sign_in()
    person.go("settings")
    person.write("number-pattern", "{kind}/{seq}/{nonsense}")
    person.press("save-station")
    assert person.find("notice").isVisible()
    person.write("number-pattern", "X-{kind}-{year}-{seq:03}")
    person.press("save-station")
    person.go("home")
    person.new_case()
    assert person.room.case.number == "X-TIP-2026-001"


def test_the_command_box_changes_the_language_inside_a_case(person: Person) -> None:
    person.new_case()
    person.key(Qt.Key.Key_K, Qt.KeyboardModifier.ControlModifier)
    assert person.window.focusWidget() is person.find("command-box")
    # Pasted, not typed: the windowless platform has no keyboard to lend to the list of suggestions.
    person.find("command-box").setText("کوردی")  # type: ignore[attr-defined]
    person.bot.keyClick(person.find("command-box"), Qt.Key.Key_Return)
    person.settle()
    assert person.room.language.tag == "ckb"
    assert person.page.key == "guide"
    assert person.page.layoutDirection() == Qt.LayoutDirection.RightToLeft


def test_home_leads_to_the_next_step_of_a_case(person: Person) -> None:
    person.new_case()
    person.go("home")
    person.press("next-TIP-2026/0001")
    assert person.page.key == "guide"


def test_the_log_says_in_words_what_acts_were_done_to(person: Person) -> None:
    person.room.speak("ar_IQ")
    person.settle()
    shown = subject_words(f"E-001 case_report ckb 29 {'0123abcd' * 8}")
    assert "case_report" not in shown
    assert "تقرير القضية" in shown
    assert "٢٩" in shown
    assert "E-001" in shown
    assert "0123abcd…0123abcd" in shown


@pytest.mark.parametrize("tag", ["ar_IQ", "ckb", "en"])
def test_what_is_chosen_is_never_cut_in_a_row_of_choices(
    open_window: Callable[..., Person], make_vault: Callable[..., Path], tag: str
) -> None:
    person = open_window(language=tag, folder=str(make_vault("investigator")))
    person.sign_in()
    person.press("new-case")
    for key in ("tip", "som", "undetermined"):
        person.press(f"kind-{key}")
        one = person.find(f"kind-{key}")
        assert isinstance(one, QPushButton)
        bold = QFontMetrics(theme.font("body", bold=True))
        assert bold.horizontalAdvance(one.text()) + 20 <= one.width()
    person.press("dialog-no")


@pytest.mark.parametrize("tag", ["ar_IQ", "ckb", "en"])
@pytest.mark.parametrize("size", [100, 150])
def test_an_alarm_is_shown_whole(person: Person, tag: str, size: int) -> None:
    person.room.speak(tag)
    person.room.look(size=size)
    person.window.resize(960, 600)
    person.settle()
    person.new_case()
    add_person(person)
    band = person.find("alert-band")
    for words in band.findChildren(QLabel):
        if words.text() and words.isVisible():
            assert words.height() >= words.heightForWidth(words.width())
    person.room.look(size=100)
    person.settle()


def test_on_a_narrow_window_the_details_of_an_exhibit_are_folded_away_and_asked_for(person: Person) -> None:
    person.window.resize(960, 600)
    person.new_case()
    person.go("evidence")
    assert person.page._aside.isVisible() is False  # type: ignore[attr-defined]
    person.press("details")
    assert person.page._aside.isVisible() is True  # type: ignore[attr-defined]
    person.key(Qt.Key.Key_F9)
    assert person.page._aside.isVisible() is False  # type: ignore[attr-defined]


def test_on_a_narrow_window_a_paper_can_still_be_saved(person: Person) -> None:
    person.new_case()
    person.go("documents")
    for width in (1366, 960, 1366):
        person.window.resize(width, 600)
        person.settle()
        save = person.find("save-pdf")
        corner = save.mapTo(person.window, save.rect().bottomRight())
        assert person.window.rect().contains(corner)
