"""Deadlines in the guide and on the home page: each person's own, what is left, extended, met, late, doubted."""

from collections.abc import Callable
from datetime import timedelta
from pathlib import Path

import pytest
from PySide6.QtWidgets import QPushButton, QWidget

from tests.ui.conftest import Person
from tests.ui.guided import act, ask, card, guide, open_step, put, trouble, words
from workbench.clock import FixedClock
from workbench.i18n import plain
from workbench.services import deviations, people, settings
from workbench.ui.parts.chip import Chip

pytestmark = pytest.mark.usefixtures("procedure")


@pytest.fixture(autouse=True)
def wide(person: Person) -> None:
    """A window in which the case at a glance has its place."""
    person.window.resize(1366, 698)
    person.settle()


def arrest(person: Person, clock: FixedClock, hours: float) -> None:
    act(
        person, people.add_person, role="suspect", basis="synthetic", custody="held",
        since=clock.now() - timedelta(hours=hours),
    )  # fmt: skip


def test_every_rule_says_its_basis_source_mark_start_and_zone(person: Person) -> None:
    person.new_case()
    said = words(person.find("deadlines"))
    assert "set by law" in said
    assert "house rule, not law" in said
    assert "Synthetic law — article 1" in said
    assert "text read" in said
    assert "to be verified" not in said.split("The same week")[0]
    assert "6 hours, counted from: the opening of the case" in said
    assert "Runs from 01/03/2026 11:00 (Asia/Baghdad, UTC+03:00)" in said
    assert "6:00 left" in said


def test_each_person_in_custody_has_a_deadline_and_the_head_shows_the_nearest(
    person: Person, clock: FixedClock
) -> None:
    person.new_case()
    arrest(person, clock, 2)
    arrest(person, clock, 20)
    shown = open_step(person, "G02.1")
    assert "4:00 left" in words(person.find("due-0-P-02"))
    assert "tomorrow" in words(person.find("due-0-P-01"))
    chips = [one for one in shown.findChildren(Chip) if one.isVisible()]
    assert any(plain(one.text) == "P-02 4:00 left" for one in chips)
    assert "P-02" in words(person.find("snapshot"))


def test_a_deadline_is_met_for_one_person_and_still_runs_for_the_other(person: Person, clock: FixedClock) -> None:
    person.new_case()
    arrest(person, clock, 2)
    arrest(person, clock, 20)
    open_step(person, "G02.1")
    person.press("met-0-P-02")
    person.press("dialog-yes")
    assert "required" in trouble(person, "reason")
    person.write("field-reason", "Synthetic: brought before the judge")
    person.press("dialog-yes")
    said = words(person.find("due-0-P-02"))
    assert "4:00 before time" in said
    assert "brought before the judge" in said
    running = [one.subject for one in guide(person).dues if one.step == "G02.1" and one.settled_at is None]
    assert running == ["P-01"]
    assert person.find("met-0-P-01").isVisible()


def test_an_extension_is_recorded_once_and_never_longer_than_the_rule(person: Person, clock: FixedClock) -> None:
    person.new_case()
    arrest(person, clock, 20)
    open_step(person, "G02.1")
    person.press("extended-0-P-01")
    person.write("field-hours", "48")
    person.write("field-number", "12/2026")
    person.write("field-reason", "Synthetic: the road was closed")
    person.press("dialog-yes")
    assert "At most 24 hours" in trouble(person, "hours")
    person.write("field-hours", "24")
    person.press("dialog-yes")
    due = next(one for one in guide(person).dues if one.step == "G02.1")
    assert due.due_at == due.start_at + timedelta(hours=48)
    said = words(person.find("due-0-P-01"))
    assert "Extended by 24:00" in said
    assert "12/2026" in said
    assert not [one for one in card(person).findChildren(QWidget, "extended-0-P-01") if one.isVisible()]


def test_a_late_step_is_finished_only_with_a_reason_that_stands_in_the_register(
    person: Person, clock: FixedClock
) -> None:
    person.new_case()
    open_step(person, "G01.1")
    clock.forward(hours=7)
    card(person).form.box("danger").input.put("no")
    person.press("finish")
    person.press("dialog-yes")
    assert "reason" in words(person.find("notice")).lower()
    assert str(guide(person).progress.views["G01.1"].state) in ("open", "draft")
    person.write("reason", "Synthetic: the report came by night")
    person.press("dialog-yes")
    register = ask(person, deviations.register, person.room.memory.case_id, "en")
    assert [(one.kind, one.reason) for one in register] == [("late", "Synthetic: the report came by night")]


def test_a_step_that_was_done_in_time_and_is_only_written_down_late_asks_nothing(
    person: Person, clock: FixedClock
) -> None:
    person.new_case()
    clock.forward(hours=7)
    card(person).form.box("danger").input.put("no")
    card(person).form.box("received_at").input.put("2026-03-01T12:00+03:00")
    person.press("finish")
    assert str(guide(person).progress.views["G01.1"].state) == "done"
    assert ask(person, deviations.register, person.room.memory.case_id, "en") == ()


def test_a_deadline_moves_with_the_answer_that_it_runs_from(person: Person, clock: FixedClock) -> None:
    def record(seen_at: str) -> None:
        open_step(person, "G01.5")
        card(person).form.box("aim").input.put("to know more")
        card(person).form.box("seen_at").input.put(seen_at)
        person.press("finish")

    def reopen() -> None:
        open_step(person, "G01.5")
        person.press("reopen")
        person.write("reason", "Synthetic: something else was seen")
        person.press("dialog-yes")

    person.new_case()
    card(person).form.box("danger").input.put("no")
    person.press("finish")
    record("2026-03-01T11:00+03:00")
    clock.forward(hours=9)
    reopen()
    record("2026-03-01T18:00+03:00")
    assert str(guide(person).progress.views["G01.5"].state) == "done"
    assert ask(person, deviations.register, person.room.memory.case_id, "en") == ()
    reopen()
    record("2026-03-01T15:00+03:00")
    assert person.find("reason").isVisible(), "five hours after it was seen nobody asks why it is late"


def test_only_the_people_that_a_record_names_can_make_it_late(person: Person, clock: FixedClock) -> None:
    person.new_case()
    arrest(person, clock, 30)
    arrest(person, clock, 2)
    open_step(person, "G02.1")
    card(person).form.box("persons").input.put(["P-02"])
    person.press("finish")
    assert str(guide(person).progress.views["G02.1"].state) == "done"


def test_a_deadline_that_ended_without_being_met_says_so_and_no_longer_alarms(
    person: Person, clock: FixedClock
) -> None:
    person.new_case()
    arrest(person, clock, 2)
    open_step(person, "G02.1")
    clock.forward(hours=1)
    act(person, people.claim_role, "P-01", role="suspect", basis="synthetic", custody="released")
    clock.forward(minutes=1)
    person.page.ask()
    person.settle()
    said = words(person.find("due-0-P-01"))
    assert "ended" in said
    assert "Met…" not in said
    assert "Before the judge" not in words(person.find("snapshot"))


def test_a_clock_that_went_back_gives_no_figures_anywhere(person: Person, clock: FixedClock) -> None:
    person.new_case()
    arrest(person, clock, 20)
    open_step(person, "G02.1")
    clock.forward(hours=-3)
    person.page.ask()
    person.settle()
    person.page._tick()  # type: ignore[attr-defined]
    person.settle()
    assert "check the clock" in words(person.find("due-0-P-01"))
    assert "left" not in words(person.find("due-0-P-01"))
    assert "check the clock" in words(person.find("snapshot"))
    assert "left" not in words(person.find("snapshot"))
    person.go("home")
    said = words(person.page)
    assert "check the clock" in said
    assert "left" not in said


def test_what_is_left_goes_on_while_the_step_stays_open(person: Person, clock: FixedClock) -> None:
    person.new_case()
    open_step(person, "G01.1")
    clock.forward(minutes=30)
    person.page._tick()  # type: ignore[attr-defined]
    person.settle()
    assert "5:30 left" in words(person.find("deadlines"))
    assert "5:30" in words(person.find("snapshot"))
    clock.forward(hours=6)
    person.page._tick()  # type: ignore[attr-defined]
    person.settle()
    assert "0:30 late" in words(person.find("deadlines"))


def test_the_home_page_names_the_person_and_keeps_the_order_of_danger(person: Person, clock: FixedClock) -> None:
    person.new_case()
    arrest(person, clock, 2)
    arrest(person, clock, 30)
    person.go("home")
    openers = [one for one in person.page.findChildren(QPushButton) if one.objectName().startswith("open-")]
    assert [one.objectName() for one in openers[:2]] == ["open-G02.1", "open-G01.1"]
    assert [one.parentWidget().toolTip() for one in openers[:2]] == ["Within a day of the arrest", "At once"]
    said = words(person.page)
    assert said.index("P-02") < said.index("P-01")
    assert "6:00 late" in said


def test_a_house_rule_that_the_station_changed_says_its_own_length(
    open_window: Callable[..., Person], make_vault: Callable[..., Path]
) -> None:
    chief = open_window(language="en", folder=str(make_vault("supervisor", "chief")))
    chief.sign_in()
    chief.new_case()
    assert "This station has set it" not in words(chief.find("deadlines"))
    ask(chief, settings.house_rule, "G01.1", 72)
    chief.room.acted.emit()
    chief.settle()
    assert "This station has set it to 3 days" in words(chief.find("deadlines"))


def test_a_deadline_dialog_can_be_left_and_nothing_is_recorded(person: Person, clock: FixedClock) -> None:
    person.new_case()
    arrest(person, clock, 2)
    open_step(person, "G02.1")
    person.press("met-0-P-01")
    put(person, "reason", "half a thought")
    person.press("dialog-no")
    assert [one.settled_at for one in guide(person).dues if one.step == "G02.1"] == [None]
