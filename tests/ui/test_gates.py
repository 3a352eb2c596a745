"""Gates in the guide: out of order with a reason, past a safety gate only to save a life, and how it shows after."""

import pytest
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QApplication, QWidget

from tests.ui.conftest import Person
from tests.ui.guided import card, guide, open_step, words

pytestmark = pytest.mark.usefixtures("procedure")


def shown(person: Person, name: str) -> bool:
    return any(one.isVisible() for one in person.window.findChildren(QWidget, name))


def test_an_ordinary_gate_is_passed_out_of_order_with_a_reason(person: Person) -> None:
    person.new_case()
    open_step(person, "G01.5")
    assert not shown(person, "override")
    person.press("early")
    assert QApplication.activeModalWidget() is None, "answers are required as for finishing"
    person.write("field-aim", "Synthetic aim")
    person.press("early")
    assert "G01.1" in words(person.find("passed-gate"))
    person.press("dialog-yes")
    assert "reason" in words(person.find("notice")).lower()
    person.write("reason", "Synthetic: the team leaves at once")
    person.press("dialog-yes")
    row = guide(person)
    assert str(row.progress.views["G01.5"].state) == "done"
    assert row.records["G01.5"][-1].passed == "early"
    assert row.records["G01.5"][-1].answers == {"aim": "Synthetic aim"}
    assert "1 deviation awaits a second person" in words(person.find("deviations"))

    open_step(person, "G01.5")
    said = words(person.find("recorded"))
    assert "Done out of order" in said
    assert "the team leaves at once" in said


def test_a_gate_that_protects_a_person_opens_only_by_the_life_safety_override(person: Person) -> None:
    person.new_case()
    open_step(person, "G01.4")
    assert not shown(person, "early")
    person.write("field-told", "Synthetic warning")
    person.press("override")
    dialog = QApplication.activeModalWidget()
    assert dialog is not None
    assert dialog.focusWidget() is person.find("dialog-no"), "Enter must leave the gate shut"
    said = words(person.find("passed-gate"))
    assert "Take the report" in said
    assert "second person" in said
    person.bot.keyClick(dialog.focusWidget(), Qt.Key.Key_Return)
    person.settle()
    assert QApplication.activeModalWidget() is None
    assert str(guide(person).progress.views["G01.4"].state) == "waiting"
    assert card(person).form.answers() == {"told": "Synthetic warning"}
    assert not shown(person, "deviations")

    person.press("override")
    person.write("reason", "Synthetic: he is on his way to her")
    person.press("dialog-yes")
    assert guide(person).records["G01.4"][-1].passed == "override"
    said = words(person.find("deviations"))
    assert "1 safety gate was passed to protect life" in said
    person.go("people")
    person.go("guide")
    assert "safety gate was passed" in words(person.find("deviations"))
    open_step(person, "G01.4")
    assert "Safety gate passed to protect life" in words(person.find("recorded"))
    person.press("reopen")
    person.write("reason", "Synthetic: to correct it")
    person.press("dialog-yes")
    card(person).findChild(QWidget, "history").open_up(moving=False)  # type: ignore[union-attr]
    person.settle()
    history = words(person.find("history"))
    assert "Safety gate passed to protect life" in history
    assert "he is on his way to her" in history


def test_an_open_step_has_no_way_past_a_gate(person: Person) -> None:
    person.new_case()
    open_step(person, "G01.1")
    assert not shown(person, "early")
    assert not shown(person, "override")
    assert shown(person, "finish")
