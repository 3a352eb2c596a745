"""Finding from the window: below the commands as one types, and on a page of its own. All people are invented."""

import pytest
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QApplication, QTableView

from tests.ui.conftest import Person
from workbench.services import cases, people
from workbench.services.rows import CaseRow, NameRow

# The windowless platform says this of every list that drops down while one types.
pytestmark = pytest.mark.qt_log_ignore("This plugin does not support", extend=True)


def _known(person: Person) -> CaseRow:
    desk = person.room.desk
    case = cases.open_case(desk, title="Synthetic case", kind="tip")
    name = NameRow("record", ism="علي", father="حسن", family="الشمري")
    people.add_person(desk, case.number, names=[name], role="witness", basis="b")
    return case


def _offered(person: Person) -> list[str]:
    box = person.window.frame.header.box
    model = box.completer().model()
    return [str(model.index(n, 0).data()) for n in range(model.rowCount())]


def test_typing_finds_a_person_below_the_commands_and_enter_opens_the_card(person: Person) -> None:
    _known(person)
    box = person.window.frame.header.box
    box.setFocus()
    person.bot.keyClicks(box, "ali has")
    person.bot.waitUntil(lambda: any("P-01" in one for one in _offered(person)), timeout=20_000)
    line = next(one for one in _offered(person) if "P-01" in one)
    assert "حسن" not in line
    box._take(line)
    person.settle()
    assert person.window.frame.now == "people"


def test_enter_without_a_command_opens_the_page_of_all_hits(person: Person) -> None:
    _known(person)
    box = person.window.frame.header.box
    box.setFocus()
    person.bot.keyClicks(box, "hassan ali")
    person.bot.keyClick(box, Qt.Key.Key_Return)
    person.settle()
    assert person.window.frame.now == "search"
    table = person.find("search-table", QTableView)
    assert isinstance(table, QTableView)
    person.press("strictness-loose")
    assert table.model().rowCount() >= 0
    person.write("search-text", "Ali Hassan")
    person.bot.waitUntil(lambda: table.model().rowCount() == 1, timeout=20_000)
    shown = " ".join(str(table.model().index(0, n).data()) for n in range(table.model().columnCount()))
    assert "P-01" in shown
    assert "علي" not in shown
    table.setCurrentIndex(table.model().index(0, 0))
    person.press("open-hit")
    assert person.window.frame.now == "people"
    assert isinstance(QApplication.instance(), QApplication)


def test_who_may_be_the_same_is_shown_compared_joined_and_parted(person: Person) -> None:
    from workbench.ui.dialogs.same_person import SamePerson
    from workbench.ui.finding.likeness import LikenessStrip

    case = _known(person)
    desk = person.room.desk
    typed = NameRow("record", as_written="Ali Hasan al-Shamari")
    people.add_person(desk, case.number, names=[typed], role="suspect", basis="b")
    strip = LikenessStrip(person.room, case.case_id, alias="P-02")
    person.window.frame.page().box.addWidget(strip)
    strip.look([typed])
    person.bot.waitUntil(strip.isVisible, timeout=20_000)
    found: list[object] = []
    strip.compare.connect(found.append)
    person.press("compare-0")
    assert [getattr(one, "alias", "") for one in found] == ["P-01"]
    for button, also in (("dialog-yes", {"P-01": ("P-02",)}), ("keep-apart", {"P-01": (), "P-02": ()})):
        SamePerson.ask(person.window, person.room, case.case_id, "P-01", case.case_id, "P-02")
        person.settle()
        person.press(button)
        assert QApplication.activeModalWidget() is not None, "without a reason nothing is recorded"
        person.write("same-reason", "same scar")
        person.press(button)
        assert {row.alias: row.also for row in people.list_people(desk, case.number)} == also
