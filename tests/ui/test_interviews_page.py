"""Interviews at the window: planned, begun, held, written down by keys, read back, corrected, refused, side by side."""

import os
from datetime import timedelta
from pathlib import Path
from typing import Any

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication

from tests.ui.conftest import Person
from tests.ui.guided import act, ask, put, words
from workbench.i18n import TAGS
from workbench.services import interviews, people
from workbench.services.interviews import ConductRow, PlanRow, PresentRow, Said, TopicRow

pytestmark = pytest.mark.usefixtures("procedure")
WANTED = os.environ.get("WORKBENCH_PICTURES")
TOPIC = TopicRow("The days in the house (synthetic)")


@pytest.fixture
def at(person: Person) -> Person:
    """A case with a victim who speaks Bengali and a suspect, and the page of interviews open."""
    person.new_case()
    act(person, people.add_person, role="victim", basis="synthetic", languages=["bn"], needs_interpreter=True)
    act(person, people.add_person, role="suspect", basis="synthetic", languages=["ar"])
    person.go("interviews")
    return person


def case(person: Person) -> str:
    return str(person.room.memory.case_id)


def held(person: Person, alias: str = "P-01", capacity: str = "victim") -> str:
    """A talk that was held before; gives its number."""
    plan = PlanRow(place="Room 2", topics=(TOPIC,), language="en")
    row = act(person, interviews.plan_interview, alias, capacity=capacity, plan=plan)
    start = person.room.now() - timedelta(hours=2)
    conduct = ConductRow(start, start + timedelta(minutes=40), room=(PresentRow("interviewer", "Officer"),),
                         language="en", voluntary="yes", promised="no", private="yes")  # fmt: skip
    act(person, interviews.hold_interview, row.ref, conduct=conduct)
    return str(row.ref)


def taken(person: Person, ref: str, *lines: Said) -> str:
    """A statement that was taken down before; gives its number."""
    start = person.room.now() - timedelta(hours=2)
    row = act(person, interviews.take_statement, lines=lines, language="en", interview=ref, head={"no_oath": "victim"},
              started_at=start, ended_at=start + timedelta(minutes=40))  # fmt: skip
    return str(row.ref)


def choose(person: Person, ref: str) -> None:
    person.press(f"choose-{ref}")


def test_a_talk_is_planned_from_what_is_open_and_warned_about(at: Person) -> None:
    at.press("plan-interview")
    put(at, "alias", "P-01")
    put(at, "capacity", "victim")
    at.press("dialog-yes")
    assert "Recruitment" in words(at.find("field-topics"))
    put(at, "topics", ["t0", "t1"])
    put(at, "at", (at.room.now() + timedelta(hours=2)).isoformat(timespec="minutes"))
    at.write("field-place", "Room 2")
    put(at, "private", "no")
    put(at, "language", "ar")
    at.press("dialog-yes")
    row = ask(at, interviews.list_interviews, case(at))[0]
    assert (row.alias, row.plan.place, len(row.plan.topics)) == ("P-01", "Room 2", 2)
    shown = words(at.find("warned-stop"))
    assert "The place is not private." in shown
    assert "no interpreter is named" in shown


def test_a_talk_that_is_under_way_keeps_its_breaks(at: Person) -> None:
    plan = PlanRow(place="Room 2", topics=(TOPIC,), language="bn", interviewer="Officer")
    act(at, interviews.plan_interview, "P-01", capacity="victim", plan=plan)
    choose(at, "IV-01")
    at.press("talk-begin")
    assert "Under way since" in words(at.find("running"))
    assert "A break after an hour at the latest" in words(at.find("running"))
    at.press("talk-pause")
    at.press("talk-pause")
    at.press("talk-hold")
    put(at, "voluntary", "yes")
    put(at, "promised", "no")
    put(at, "recorded", "none")
    at.write("field-in_social_worker", "Worker")
    at.press("dialog-yes")
    row = ask(at, interviews.list_interviews, case(at))[0]
    assert row.state == "held"
    assert row.conduct is not None
    assert len(row.conduct.breaks) == 1
    assert [one.role for one in row.conduct.room] == ["interviewer", "social_worker"]


def test_the_prompts_say_what_helps_and_what_harms(at: Person) -> None:
    held(at)
    choose(at, "IV-01")
    phase: Any = at.find("phase-account")
    phase.open_up(moving=False)
    at.settle()
    said = words(phase)
    assert "Questions that help" in said
    assert "Why did you not leave? Why did you not call for help?" in said
    held(at, "P-02", "suspect")
    choose(at, "IV-02")
    rights: Any = at.find("phase-rights")
    rights.open_up(moving=False)
    at.settle()
    assert "You may remain silent." in words(rights)


def test_a_statement_is_written_by_keys_and_never_lost(at: Person) -> None:
    ref = held(at)
    choose(at, ref)
    at.press("talk-write")
    at.write("said-text", "What happened?")
    at.key(Qt.Key.Key_Return, Qt.KeyboardModifier.ControlModifier)
    at.write("said-text", "They took my passport.")
    at.press("add-line")
    at.write("said-text", "And then")
    # Somebody looks elsewhere and comes back: what was typed is still there.
    at.go("people")
    at.go("interviews")
    assert at.find("said-text").toPlainText() == "And then"  # type: ignore[attr-defined]
    assert ask(at, interviews.draft, case(at), interviews.WRITING, ref)["lines"][1]["kind"] == "a"
    at.press("record-statement")
    put(at, "no_oath", "victim")
    at.press("dialog-yes")
    row = ask(at, interviews.list_statements, case(at))[0]
    assert [(one.kind, one.text) for one in row.lines] == [
        ("q", "What happened?"), ("a", "They took my passport."), ("q", "And then"),
    ]  # fmt: skip
    assert ask(at, interviews.draft, case(at), interviews.WRITING, ref) == {}
    assert "They took my passport." in words(at.find("line-2"))


def test_it_is_read_back_corrected_beside_and_a_refusal_stands(at: Person) -> None:
    one = taken(at, held(at), Said("q", "When?"), Said("a", "On the sixth."))
    choose(at, one)
    at.press("correct-line-2")
    at.write("field-text", "On the seventh.")
    put(at, "signed", "yes")
    at.press("dialog-yes")
    shown = words(at.find("line-2"))
    assert shown.index("On the sixth.") < shown.index("Corrected:") < shown.index("On the seventh.")
    at.press("statement-read-back")
    at.write("field-by", "Interpreter")
    at.press("dialog-yes")
    at.press("statement-sign")
    put(at, "how", "refused")
    at.write("field-reason", "afraid that it is seen")
    at.press("dialog-yes")
    row = ask(at, interviews.one_statement, case(at), one)
    assert (row.state, row.read_backs[0].accepted) == ("refused", "corrected")
    page = words(at.page)
    assert "afraid that it is seen" in page
    # It is closed: no line can be corrected any more.
    assert not at.page.findChildren(type(at.find("statement-sign")), "correct-line-2")
    at.press("statement-paper")
    assert at.room.memory.of("documents", at.room.memory.case_id)["kind"] == f"statement {one}"


def test_two_statements_side_by_side_in_neutral_words(at: Person) -> None:
    first = taken(at, held(at), Said("a", "The gate was locked with 2 keys."))
    second = taken(at, held(at), Said("a", "The gate was locked with 3 keys."), Said("a", "It rained."))
    choose(at, first)
    beside: Any = at.find("compare-with")
    beside.choose(second)
    beside.activated.emit(beside.currentIndex())
    at.settle()
    said = words(at.page)
    assert "said differently" in said
    assert "only here" in said
    assert not {"lied", "contradiction", "false"} & set(said.lower().split())
    at.press("leave-beside")
    assert "It was not read back yet." in words(at.page)


def test_an_interpreter_is_recorded_doubted_and_the_doubt_settled(at: Person) -> None:
    at.press("new-interpreter")
    at.write("field-name", "Interpreter")
    put(at, "language0", "bn")
    put(at, "ties", ["community"])
    at.press("dialog-yes")
    at.write("field-ties_note", "of the same village")
    at.press("dialog-yes")
    choose(at, "I-01")
    assert "of the same village" in words(at.page)
    at.press("voice-doubt")
    at.write("field-by", "lawyer")
    at.write("field-about", "debt or wage")
    at.press("dialog-yes")
    at.press("settle-1")
    at.write("reason", "asked anew")
    at.press("dialog-yes")
    voice = ask(at, interviews.list_interpreters, case(at))[0]
    assert (voice.ties, voice.doubts[0].done) == (("community",), "asked anew")


@pytest.mark.skipif(not WANTED, reason="WORKBENCH_PICTURES does not name a folder")
@pytest.mark.parametrize("tag", TAGS)
def test_pictures_of_interviews(at: Person, tag: str) -> None:
    folder = Path(str(WANTED))
    one = taken(at, held(at), Said("q", "ماذا حدث؟"), Said("a", "أخذ رجل جوازي في السيارة وقال 2 مفتاح.", "", "4:05"))
    second = taken(at, held(at), Said("a", "أخذ رجل جوازي في البيت وقال 3 مفتاح."))
    act(at, interviews.plan_interview, "P-02", capacity="suspect",
        plan=PlanRow(place="قسم 9", topics=(TOPIC,), language="bn", private="no"))  # fmt: skip
    act(at, interviews.correct_line, one, 2, text="أخذ رجل جوازي في المكتب.", signed=True)
    at.room.speak(tag)
    at.window.resize(1366, 698)

    def picture(name: str) -> None:
        at.settle()
        QApplication.processEvents()
        QTest.qWait(150)
        assert at.window.grab().save(str(folder / f"interviews-{name}-{tag}.png"))

    at.settle()
    for ref in ("IV-01", "IV-03", one):
        choose(at, ref)
        picture(ref)
    at.page._compare(ask(at, interviews.one_statement, case(at), one), second)  # type: ignore[attr-defined]
    picture("beside")
    choose(at, "IV-01")
    at.press("talk-write")
    picture("writing")
    at.press("leave-writing")
    at.press("plan-interview")
    at.find("field-alias").input.put("P-01")  # type: ignore[attr-defined]
    at.find("field-alias").input.changed.emit()  # type: ignore[attr-defined]
    at.find("field-capacity").input.put("victim")  # type: ignore[attr-defined]
    at.find("field-capacity").input.changed.emit()  # type: ignore[attr-defined]
    at.press("dialog-yes")
    dialog = QApplication.activeModalWidget()
    assert dialog is not None
    at.settle()
    assert dialog.grab().save(str(folder / f"interviews-plan-{tag}.png"))
    dialog.close()


