"""What a change in the case does to the procedure is told with its reason, and can be tried beforehand."""

import pytest
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QApplication, QWidget

from tests.ui.conftest import Person
from tests.ui.guided import act, ask, card, guide, open_step, words
from workbench.services import audit, orders, people, steps

pytestmark = pytest.mark.usefixtures("procedure")


def told(person: Person) -> str:
    found = [one for one in person.page.findChildren(QWidget, "changed") if one.isVisible()]
    return words(found[0]) if found else ""


def a_victim(person: Person, born: str) -> None:
    act(
        person, people.add_person, role="possible_victim", basis="synthetic", birth_kind="exact", birth_low=born
    )


def test_a_victim_who_turns_out_to_be_a_child_brings_steps_and_takes_others_away(person: Person) -> None:
    person.new_case()
    assert told(person) == ""
    a_victim(person, "1990-01-01")
    assert "Because someone is a presumed victim (P-01), 1 step is now called for" in told(person)
    person.press("notice-close")
    assert told(person) == ""
    a_victim(person, "2012-01-01")
    said = told(person)
    assert "a presumed victim is, or may be, under 18 (P-02), 1 step is now called for" in said
    assert "1 step fell away" in said
    person.press("changed-G02.2")
    assert card(person).shown.key == "G02.2"
    assert "under 18" in told(person), "it stays until it is put away"


def test_what_was_recorded_stays_and_is_said(person: Person) -> None:
    person.new_case()
    a_victim(person, "1990-01-01")
    act(person, steps.finish_step, "G02.3", {})
    a_victim(person, "2012-01-01")
    said = told(person)
    assert "1 step is no longer called for; what was recorded stays" in said
    assert guide(person).records["G02.3"]


def test_a_change_made_on_another_page_is_told_on_coming_back(person: Person) -> None:
    person.new_case()
    person.go("people")
    a_victim(person, "2012-01-01")
    person.go("guide")
    assert "under 18" in told(person)
    person.press("notice-close")
    person.go("people")
    person.go("guide")
    assert told(person) == ""


def test_the_notice_changes_with_the_language_and_never_takes_the_focus(person: Person) -> None:
    person.new_case()
    open_step(person, "G01.1")
    editor = card(person).form.box("received_at").input
    editor.editor.setFocus()  # type: ignore[union-attr]
    person.write("field-received_at", "1/3/20")
    a_victim(person, "2012-01-01")
    assert "under 18" in told(person)
    box = card(person).form.box("received_at").input
    assert person.window.focusWidget() is box.editor  # type: ignore[union-attr]
    assert card(person).form.answers()["received_at"] == "1/3/20"


def test_steps_done_in_their_order_are_no_news_but_the_judge_s_order_is(person: Person) -> None:
    person.new_case()
    act(person, steps.finish_step, "G01.1", {"danger": "no"})
    assert told(person) == ""
    act(person, orders.ask_order, step="G01.2", kind="search", grounds="synthetic")
    assert told(person) == ""
    now = person.room.now()
    act(person, orders.decide_order, "O-01", granted=True, decided_at=now, number="1", court="C", text="E")
    assert "1 step can be done now" in told(person)
    person.press("changed-G01.3")
    assert card(person).shown.key == "G01.3"


def test_a_fact_can_be_supposed_and_nothing_is_written(person: Person) -> None:
    person.new_case()
    a_victim(person, "1990-01-01")
    before = len(ask(person, audit.show, person.room.memory.case_id))
    person.press("what-if")
    dialog = QApplication.activeModalWidget()
    assert dialog is not None
    assert "Nothing is written here" in words(dialog)
    assert "because of P-01" in words(dialog)
    dialog.switch("victim_is_child", True)  # type: ignore[attr-defined]
    person.settle()
    said = words(dialog)
    assert "1 step would appear" in said
    assert "Care for the child" in said
    assert "1 step would fall away" in said
    assert "Interview as an adult" in said
    dialog.switch("danger", True)  # type: ignore[attr-defined]
    person.settle()
    assert "Shelter tonight" in words(dialog), "what rests on both facts follows"
    person.press("dialog-no")
    assert "Nothing is switched yet" in words(dialog)
    person.press("dialog-yes")
    row = guide(person)
    assert not row.facts["victim_is_child"].holds
    assert len(ask(person, audit.show, person.room.memory.case_id)) == before


def test_supposing_is_reached_and_used_by_keyboard(person: Person) -> None:
    person.new_case()
    person.page.told("what_if")
    person.settle()
    dialog = QApplication.activeModalWidget()
    assert dialog is not None
    person.bot.keyClick(dialog.focusWidget(), Qt.Key.Key_Space)
    person.settle()
    assert "supposed" in words(dialog)
    person.bot.keyClick(dialog.focusWidget(), Qt.Key.Key_Escape)
    person.settle()
    assert QApplication.activeModalWidget() is None
