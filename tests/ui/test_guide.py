"""The guide as a person uses it: fill, finish, set aside, ask, reopen; nothing typed is lost."""

from collections.abc import Callable
from dataclasses import replace
from pathlib import Path

import pytest
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QLabel, QLineEdit

from tests.ui.conftest import Person
from workbench.services import guides
from workbench.sop import StepState
from workbench.ui.guide.lines import lines
from workbench.ui.guide.step_card import StepCard

ACCOUNT = "Synthetic account: people are kept in a workshop."


def card(person: Person) -> StepCard:
    found = [one for one in person.window.findChildren(StepCard) if one.isVisible()]
    assert len(found) == 1
    return found[0]


def state(person: Person, step: str) -> str:
    """Where the step stands in the vault, not on the screen."""
    return str(guides.guide(person.room.desk, person.room.memory.case_id, "en").progress.views[step].state)


def ask_vault(person: Person, step: str) -> str:
    """The same, asked on the worker that owns the vault."""
    found: list[str] = []
    person.room.jobs.ask(person.window, lambda: state(person, step), then=found.append)
    person.settle()
    return found[0]


def fill_first_step(person: Person) -> None:
    form = card(person).form
    person.write("field-received_at", "1/3/2026 09:30")
    form.box("channel").input.put("phone")
    form.box("reporter").input.put("anonymous")
    person.write("field-account", ACCOUNT)
    person.write("field-place", "unknown")


def test_the_first_step_is_filled_and_finished_and_the_next_one_opens(person: Person) -> None:
    person.new_case()
    assert card(person).shown.key == "T01.1"
    fill_first_step(person)
    person.press("finish")
    assert ask_vault(person, "T01.1") == "done"
    assert card(person).shown.key == "T01.2"


def test_finishing_too_early_stays_and_shows_what_is_missing(person: Person) -> None:
    person.new_case()
    person.write("field-place", "unknown")
    person.press("finish")
    assert ask_vault(person, "T01.1") == "draft"
    form = card(person).form
    shown = [one for one in form.box("account").findChildren(QLabel) if one.isVisible()]
    assert "late" in [one.property("tone") for one in shown]
    assert person.window.focusWidget() is form.box("received_at").input.editor


def test_arabic_digits_are_accepted_and_stored_as_figures(person: Person) -> None:
    person.new_case()
    person.write("field-received_at", "٠١/٠٣/٢٠٢٦ ٠٩:٣٠")
    assert card(person).form.answers()["received_at"] == "2026-03-01T09:30+03:00"


def test_what_is_typed_survives_leaving_locking_and_the_program(person: Person) -> None:
    person.new_case()
    person.write("field-account", ACCOUNT)
    person.go("people")
    person.go("guide")
    assert card(person).form.answers()["account"] == ACCOUNT
    person.write("field-place", "Synthetic quarter")
    person.press("rail-lock")
    person.sign_in()
    person.go("cases")
    person.press("open-case")
    assert card(person).form.answers() == {"account": ACCOUNT, "place": "Synthetic quarter"}


def test_a_draft_is_saved_by_itself_after_a_pause(person: Person) -> None:
    person.new_case()
    person.write("field-place", "Synthetic quarter")
    person.bot.waitUntil(lambda: ask_vault(person, "T01.1") == "draft", timeout=20_000)


@pytest.mark.parametrize("tag", ["ar_IQ", "ckb"])
def test_the_language_changes_while_a_field_is_half_typed(person: Person, tag: str) -> None:
    person.new_case()
    person.write("field-received_at", "1/3/20")
    person.write("field-account", ACCOUNT)
    before = card(person).shown.step.title
    person.room.speak(tag)
    person.settle()
    answers = card(person).form.answers()
    assert answers["account"] == ACCOUNT
    assert answers["received_at"] == "1/3/20"
    assert card(person).shown.step.title != before
    assert card(person).layoutDirection() == Qt.LayoutDirection.RightToLeft
    assert person.window.focusWidget() is card(person).form.box("account").input.editor


def test_digits_change_at_once_and_the_moment_stays(person: Person) -> None:
    person.room.speak("ar_IQ")
    person.settle()
    person.new_case()
    person.write("field-received_at", "1/3/2026 09:30")
    person.room.speak(digits="latin")
    person.settle()
    editor = card(person).form.box("received_at").input.editor
    assert isinstance(editor, QLineEdit)
    assert editor.text() == "01/03/2026 09:30"
    person.room.speak(digits="locale")
    person.settle()
    editor = card(person).form.box("received_at").input.editor
    assert editor.text() == "٠١/٠٣/٢٠٢٦ ٠٩:٣٠"


def test_a_step_is_set_aside_with_a_reason_and_reopened(person: Person) -> None:
    person.new_case()
    person.press("not-applicable")
    person.press("dialog-yes")
    assert "reason" in "\n".join(one.text() for one in person.find("notice").findChildren(QLabel)).lower()
    person.write("reason", "Synthetic: reported twice")
    person.press("dialog-yes")
    assert ask_vault(person, "T01.1") == "not_applicable"
    person.page.open_step("T01.1")  # type: ignore[attr-defined]
    person.settle()
    person.press("reopen")
    person.write("reason", "Synthetic: it was another report")
    person.press("dialog-yes")
    assert ask_vault(person, "T01.1") in ("open", "draft")


def test_an_investigator_asks_and_a_supervisor_waives(
    open_window: Callable[..., Person], make_vault: Callable[..., Path]
) -> None:
    person = open_window(language="en", folder=str(make_vault("investigator", "one")))
    person.sign_in()
    person.new_case()
    person.press("ask-waiver")
    person.write("reason", "Synthetic: cannot be done now")
    person.press("dialog-yes")
    assert ask_vault(person, "T01.1") == "asked"
    person.window.close()
    other = open_window(language="en", folder=str(make_vault("supervisor", "two")))
    other.sign_in()
    other.new_case()
    other.press("waive")
    other.write("reason", "Synthetic: answered for")
    other.press("dialog-yes")
    assert ask_vault(other, "T01.1") == "waived"


def test_a_waiting_step_says_which_step_it_waits_for(person: Person) -> None:
    person.new_case()
    person.page.open_step("T01.2")  # type: ignore[attr-defined]
    person.settle()
    said = "\n".join(one.text() for one in card(person).findChildren(QLabel) if one.isVisible())
    assert "waits for" in said
    assert "T01.1" in said


def test_law_and_why_open_by_key_and_say_their_source(person: Person) -> None:
    person.new_case()
    person.page.told("show_law")
    person.page.told("show_why")
    person.settle()
    assert card(person).law.opened
    assert card(person).why.opened
    said = "\n".join(one.text() for one in card(person).law.findChildren(QLabel))
    assert "39-43" in said


def test_steps_are_walked_with_the_keyboard(person: Person) -> None:
    person.new_case()
    first = card(person).shown.key
    person.key(Qt.Key.Key_Down, Qt.KeyboardModifier.AltModifier)
    assert card(person).shown.key != first
    person.key(Qt.Key.Key_Up, Qt.KeyboardModifier.AltModifier)
    assert card(person).shown.key == first


def test_phases_keep_their_order_and_finished_ones_fold_where_they_stand(person: Person) -> None:
    person.new_case()
    row = person.page._row  # type: ignore[attr-defined]
    pack = row.pack
    first, second, third = (phase.key for phase in pack.phases[:3])
    settled = {
        key: replace(view, state=StepState.DONE) if key.split(".")[0] in (second, third) else view
        for key, view in row.progress.views.items()
    }
    row = replace(row, progress=replace(row.progress, views=settled))
    found = [line for line in lines(row, pack, "", {first}, unfold=False) if line.kind != "step"]
    assert [line.kind for line in found[:3]] == ["phase", "folded", "phase"]
    assert found[0].key == first
    unfolded = [line.key for line in lines(row, pack, "", {first}, unfold=True) if line.kind == "phase"]
    assert unfolded[:3] == [first, second, third]


def test_what_was_decided_before_stays_in_the_history_of_a_step(person: Person) -> None:
    person.new_case()
    person.press("not-applicable")
    person.write("reason", "Synthetic: reported twice")
    person.press("dialog-yes")
    person.page.open_step("T01.1")  # type: ignore[attr-defined]
    person.settle()
    person.press("reopen")
    person.write("reason", "Synthetic: it was another report")
    person.press("dialog-yes")
    said = [one.text() for one in person.find("history").findChildren(QLabel)]
    told = "\n".join(said)
    assert "Synthetic: reported twice" in told
    assert told.index("Reopened") < told.index("Not applicable")
