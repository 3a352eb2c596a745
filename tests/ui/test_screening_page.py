"""Screening at the window: asked by mouse and by keys, explained at once, decided by a person, never lost."""

from typing import Any

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication

from tests.ui.conftest import Person, section
from tests.ui.guided import act, ask, open_step, put, words
from workbench.proof import Value
from workbench.services import exhibits, people, screened, screenings
from workbench.services.rows import Particulars
from workbench.services.screenings import ScreeningRow
from workbench.ui.screening.indicators import Indicators
from workbench.ui.screening.painting import ANSWERS
from workbench.ui.screening.result import Result

pytestmark = pytest.mark.usefixtures("procedure")

STRONG = ("EC1-01", "EC1-02", "EC4-01", "EC4-02", "EC5-01", "EC5-02")
REASON = "Synthetic: her account fits the ledger."


def sheet(person: Person) -> Indicators:
    found = person.find("indicators")
    assert isinstance(found, Indicators)
    return found


def begin(person: Person, role: str = "witness", **more: Any) -> None:
    """A case with one person, and the page of screening open."""
    person.new_case()
    act(person, people.add_person, role=role, basis="synthetic", **more)
    person.go("screening")


def press(person: Person, key: str, value: Value) -> None:
    """Press an answer where it is painted."""
    found = sheet(person)
    if key not in [one.key for one in found.shown]:
        found.folding.emit(key.split("-")[0] if key.startswith("EC") else "general")
    found.go_to(key)
    person.settle()
    spot = found.spots(key).segments[ANSWERS.index(value)].center()
    QTest.mouseClick(found.viewport(), Qt.MouseButton.LeftButton, pos=spot)


def said(person: Person, key: str) -> Value:
    return next(one.answer.value for one in sheet(person).shown if one.key == key)


def recorded(person: Person) -> list[ScreeningRow]:
    found = ask(person, screenings.list_screenings, person.room.memory.case_id)
    assert isinstance(found, list)
    return found


def decide(person: Person, decision: str = "victim", reason: str = REASON) -> None:
    person.press(f"decide-{decision}")
    person.write("decision-reason", reason)
    person.press("record-decision")
    person.press("dialog-yes")


def test_answers_are_explained_at_once_and_decided_by_a_person(person: Person) -> None:
    begin(person)
    assert "No sign of trafficking" in words(person.find("result"))
    for key in STRONG:
        press(person, key, Value.PRESENT)
    result = words(person.find("result"))
    assert "Presumed victim of trafficking" in result
    assert "1 strong indicator, 1 medium indicator in «Deceptive recruitment»" in result
    assert "one strong indicator with one medium or weak one" in result
    person.press("how-counted")
    assert "By the published rule this is enough" in words(person.find("counted"))
    decide(person)
    row = recorded(person)[0]
    assert (row.decision, row.reason, row.differs) == ("victim", REASON, False)
    assert set(STRONG) == set(row.answers)
    assert "possible_victim" in ask(person, people.list_people, person.room.memory.case_id)[0].roles
    assert "nothing is asked twice" in words(person.find("first-of-all"))
    assert REASON in words(person.find("screening-history"))


def test_a_second_screening_says_what_changed_since_the_first(person: Person) -> None:
    begin(person)
    press(person, "EC4-01", Value.PRESENT)
    decide(person, "not_shown")
    press(person, "EC4-02", Value.PRESENT)
    decide(person, "not_shown")
    changed = words(person.find("screening-history"))
    assert "Low or no salary: not asked, now present" in changed
    assert "Exploitation: not enough, now enough by the rule" in changed


def test_a_decision_that_differs_is_said_calmly_before_it_is_recorded(person: Person) -> None:
    begin(person)
    person.press("decide-victim")
    assert "advises otherwise" in words(person.find("differs"))
    person.press("decide-not_shown")
    assert not [one for one in person.page.findChildren(type(person.find("decision")), "differs") if one.isVisible()]
    decide(person)
    assert recorded(person)[0].differs


def test_keys_answer_fold_and_link(person: Person) -> None:
    begin(person)
    act(person, exhibits.add_exhibit, kind="document", description="Synthetic ledger")
    person.key(section("screening"), Qt.KeyboardModifier.ControlModifier)
    found = sheet(person)
    found.setFocus()
    found.go_to("EC1")
    first = len(found.shown)
    QTest.keyClick(found, Qt.Key.Key_Space)
    assert len(found.shown) < first
    QTest.keyClick(found, Qt.Key.Key_Right)
    assert len(found.shown) == first
    QTest.keyClick(found, Qt.Key.Key_Down)
    for value in (Value.PRESENT, Value.ABSENT, Value.UNKNOWN, Value.NOT_ASKED, Value.PRESENT):
        QTest.keyClick(found, Qt.Key.Key_Space)
        assert said(person, "EC1-01") is value
    assert "strong for the profile" in words(person.page)
    QTest.keyClick(found, Qt.Key.Key_Return)
    person.write("evidence-note", "seen at the door")
    person.press("dialog-yes")
    line = next(one for one in sheet(person).shown if one.key == "EC1-01")
    assert (line.answer.value, line.answer.evidence, line.answer.observer) == (
        Value.PRESENT, ("seen at the door",), "Tester",
    )  # fmt: skip


def test_nothing_typed_is_lost_by_leaving_by_another_language_or_by_the_quick_exit(person: Person) -> None:
    begin(person)
    press(person, "EC1-01", Value.PRESENT)
    person.write("decision-reason", "half a sen")
    person.go("people")
    kept = ask(person, screenings.draft, person.room.memory.case_id, "P-01")
    assert (kept["reason"], kept["answers"]["EC1-01"]["value"]) == ("half a sen", "present")
    person.go("screening")
    assert said(person, "EC1-01") is Value.PRESENT
    person.write("decision-reason", "a whole sentence")
    person.room.speak("ar_IQ")
    person.settle()
    person.room.speak("en")
    person.settle()
    assert person.find("decision-reason").toPlainText() == "a whole sentence"  # type: ignore[attr-defined]
    person.key(Qt.Key.Key_Period, Qt.KeyboardModifier.ControlModifier)
    assert "Hidden" in words(person.find("covered"))
    assert not person.page.findChildren(Indicators)
    person.press("uncover")
    assert person.find("decision-reason").toPlainText() == "a whole sentence"  # type: ignore[attr-defined]
    assert recorded(person) == []


def test_what_is_missing_is_said_and_nothing_is_recorded(person: Person) -> None:
    begin(person)
    person.press("record-decision")
    assert "the decision" in words(person.find("decision"))
    person.press("decide-postponed")
    person.press("record-decision")
    assert "the day on which to ask again" in words(person.find("decision"))
    person.press("decide-victim")
    person.press("record-decision")
    assert "A reason is needed" in words(person.find("decision"))
    assert recorded(person) == []


def test_only_what_is_open_is_shown_and_an_answer_does_not_jump_away(person: Person) -> None:
    begin(person)
    press(person, "EC1-01", Value.ABSENT)
    person.press("unanswered")
    keys = [one.key for one in sheet(person).shown]
    assert "EC1-01" not in keys
    assert {"EC6-01", "GEN-01"} <= set(keys)
    press(person, "EC1-02", Value.ABSENT)
    assert said(person, "EC1-02") is Value.ABSENT
    assert "2 of 117" in words(person.page)


def test_a_child_is_asked_as_a_child_and_a_suspect_is_asked_too(person: Person) -> None:
    begin(person, "suspect", age_in_doubt=True)
    assert "never screened" in words(person.find("first-of-all"))
    profile: Any = person.find("profile")
    assert {profile.itemData(place) for place in range(profile.count())} == {"child_labour", "child_sexual"}
    assert "children" in [one.key for one in sheet(person).shown]


def test_the_dead_are_shown_and_cannot_be_screened(person: Person) -> None:
    person.new_case()
    died = Particulars(died_on="2026-02-28")
    act(person, people.add_person, role="possible_victim", basis="synthetic")
    act(person, people.correct_person, "P-01", reason="synthetic", more=died)
    person.go("screening")
    assert "nobody can be asked" in words(person.find("first-of-all"))
    assert not person.find("record-decision").isEnabled()
    QTest.keyClick(sheet(person), Qt.Key.Key_Space)
    person.key(Qt.Key.Key_Return, Qt.KeyboardModifier.ControlModifier)
    assert QApplication.activeModalWidget() is None


def test_on_a_narrow_window_the_result_stands_in_place_of_the_answers(person: Person) -> None:
    person.window.resize(960, 600)
    begin(person)
    assert not person.page.findChild(Result).isVisible()  # type: ignore[union-attr]
    person.press("details")
    assert person.find("result").isVisible()
    assert not person.page.findChild(Indicators).isVisible()  # type: ignore[union-attr]
    person.press("back-to-answers")
    assert sheet(person).isVisible()


def test_the_other_two_sheets_say_what_follows(person: Person) -> None:
    begin(person)
    person.press("sheet-sides")
    person.press("test-VP-01-present")
    person.press("test-VP-02-absent")
    assert "1 test points to a victim" in words(person.find("sheet-of-sides"))
    assert "Only a judge decides on a mixed role" in words(person.find("sheet-of-sides"))
    person.press("sheet-track")
    person.press("question-Q2-yes")
    assert "Trafficking in persons" in words(person.find("sheet-of-track"))
    person.go("people")
    told = ask(person, screened.shown, person.room.memory.case_id, "P-01", "en")
    assert (told["track"]["track"], told["sides"]["mixed"]) == ("tip", True)


def test_an_order_about_somebody_who_was_never_screened_says_so(person: Person) -> None:
    person.new_case()
    act(person, people.add_person, role="suspect", basis="synthetic")
    open_step(person, "G01.2")
    person.press("order-ask")
    person.settle()
    put(person, "subject", "P-01")
    assert "has not been screened yet" in words(person.find("unscreened"))
    put(person, "subject", "")
    assert "not been screened" not in words(QApplication.activeModalWidget() or person.page)
