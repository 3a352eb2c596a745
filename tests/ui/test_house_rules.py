"""The house rules of the station in the window: what the procedures say, what the station set, and who may set it."""

from collections.abc import Callable
from pathlib import Path

import pytest
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QApplication, QPlainTextEdit, QTableView, QWidget

from tests.ui.conftest import Person
from tests.ui.guided import ask, field, words
from workbench.i18n import TAGS, plain
from workbench.services import guides, settings

GUIDED = pytest.mark.usefixtures("procedure")


@pytest.fixture
def chief(open_window: Callable[..., Person], make_vault: Callable[..., Path]) -> Person:
    someone = open_window(language="en", folder=str(make_vault("supervisor")))
    someone.sign_in()
    return someone


def view(person: Person) -> QTableView:
    found = person.find("house-rules-table", QTableView)
    assert isinstance(found, QTableView)
    return found


def lines(person: Person) -> list[list[str]]:
    """The table as it is read."""
    model = view(person).model()
    return [
        [plain(str(model.index(line, place).data())) for place in range(model.columnCount())]
        for line in range(model.rowCount())
    ]


def choose(person: Person, step: str) -> None:
    place = [line[0] for line in lines(person)].index(step)
    view(person).setCurrentIndex(view(person).model().index(place, 0))


def dialog() -> QWidget:
    found = QApplication.activeModalWidget()
    assert found is not None
    return found


def own(person: Person) -> object:
    return ask(person, settings.get, "house_rules")


@GUIDED
def test_only_what_the_procedure_marks_as_a_house_rule_is_listed(chief: Person) -> None:
    chief.go("settings")
    assert lines(chief) == [["G01.1", "Take the report", "The same week", "168 hours", ""]]
    said = words(chief.page)
    assert "not offered here: it is not the station's to change" in said
    assert "G01.1 «Take the report»: The same week" in said


@GUIDED
def test_hours_of_the_station_hold_for_running_cases_and_can_be_taken_back(chief: Person) -> None:
    chief.new_case()
    case = chief.room.memory.case_id

    def length() -> list[float]:
        dues = ask(chief, guides.guide, case, "en").dues
        runs = [one.due_at - one.start_at for one in dues if one.step == "G01.1"]
        return sorted(one.total_seconds() / 3600 for one in runs)

    before = length()
    assert chief.window.frame is not None
    chief.window.frame.go("settings")
    chief.settle()
    chief.press("change-house-rule")
    assert "The same week — 168 hours" in words(dialog())
    assert not [one for one in dialog().findChildren(QWidget, "house-rule-back") if one.isVisible()]
    chief.write("field-hours", "24")
    chief.press("dialog-yes")
    assert QApplication.activeModalWidget() is None
    assert lines(chief)[0][-1] == "24 hours"
    assert "Step G01.1: this station's own hours hold now." in words(chief.page)
    assert length() == [before[0], 24.0]

    chief.press("change-house-rule")
    assert field(chief, "hours").input.value() == 24
    chief.press("house-rule-back")
    assert QApplication.activeModalWidget() is None
    assert lines(chief)[0][-1] == ""
    assert own(chief) == {}
    assert length() == before
    assert "what the procedure says holds again" in words(chief.page)
    assert "own hours hold now" not in words(chief.page)


@GUIDED
@pytest.mark.parametrize(
    ("typed", "said"),
    [
        ("", "An answer is required here"),
        ("soon", "A number is needed here"),
        ("1.5", "These hours cannot be set"),
        ("0", "These hours cannot be set"),
        ("-3", "These hours cannot be set"),
        ("9999", "at most 8784"),
    ],
)
def test_what_are_no_whole_hours_is_said_in_the_dialog_and_sets_nothing(
    chief: Person, typed: str, said: str
) -> None:
    chief.go("settings")
    chief.press("change-house-rule")
    chief.write("field-hours", typed)
    chief.press("dialog-yes")
    assert said in words(dialog())
    assert own(chief) == {}
    # It stays open; put right, it goes through, in the other digits too.
    chief.write("field-hours", "٤٨")
    chief.press("dialog-yes")
    assert own(chief) == {"G01.1": 48}


def test_an_investigator_sees_the_rules_and_changes_none(person: Person) -> None:
    person.go("settings")
    assert lines(person)
    assert not [one for one in person.window.findChildren(QWidget, "change-house-rule") if one.isVisible()]
    view(person).setFocus()
    person.bot.keyClick(view(person), Qt.Key.Key_Return)
    person.settle()
    assert QApplication.activeModalWidget() is None
    assert "Only a supervisor or an administrator changes these." in words(person.page)


def test_enter_in_the_table_opens_the_dialog_and_its_rules_are_all_named(chief: Person) -> None:
    chief.go("settings")
    choose(chief, "T06.6")
    view(chief).setFocus()
    chief.bot.keyClick(view(chief), Qt.Key.Key_Return)
    chief.settle()
    said = words(dialog())
    assert "168 hours" in said
    assert "336 hours" in said
    assert "The hours hold for all house rules of this step." in said
    chief.write("field-hours", "72")
    chief.press("dialog-yes")
    assert [line[-1] for line in lines(chief) if line[0] == "T06.6"] == ["72 hours", "72 hours"]
    # The step that was chosen stays chosen.
    assert view(chief).currentIndex().data() is not None
    assert plain(str(view(chief).model().index(view(chief).currentIndex().row(), 0).data())) == "T06.6"


@pytest.mark.parametrize("tag", TAGS)
def test_steps_that_two_procedures_share_are_listed_once_and_in_order(chief: Person, tag: str) -> None:
    chief.room.speak(tag)
    chief.settle()
    chief.go("settings")
    rows = [tuple(line) for line in lines(chief)]
    assert len(rows) == len(set(rows))
    steps = [row[0] for row in rows]
    assert steps.index("S05.1") < steps.index("T02.7") < steps.index("T06.3") < steps.index("T14.5")
    assert "T10.3" not in steps, "the time before the judge is set by law"
    assert all(row[3] for row in rows)


@GUIDED
def test_what_is_half_typed_beside_it_stays(chief: Person) -> None:
    chief.go("settings")
    chief.write("letterhead", "Half a synthetic line")
    chief.press("change-house-rule")
    chief.write("field-hours", "24")
    chief.press("dialog-yes")
    letterhead = chief.find("letterhead")
    assert isinstance(letterhead, QPlainTextEdit)
    assert letterhead.toPlainText() == "Half a synthetic line"
    chief.press("save-station")
    assert ask(chief, settings.get, "letterhead") == ["Half a synthetic line"]
