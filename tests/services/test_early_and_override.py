"""Gates that are passed: out of order with a reason, or, where a person is protected, only to save a life."""

from collections.abc import Callable, Mapping

import pytest

from tests.desks import refused
from workbench.clock import FixedClock
from workbench.errors import Reason
from workbench.services import deviations, guides, people, steps
from workbench.services.rows import CaseRow
from workbench.store import Desk

PLAN = {"hypotheses": "one", "tasks": "one", "others_held": "no"}
METHOD = {"approach": ["reactive"], "victim_safety": "x", "reasons": "y", "approved_by": "Synthetic"}
Pass = Callable[[Desk, str, str, Mapping[str, object], str], None]


def state(desk: Desk, case: CaseRow, step: str) -> str:
    return str(guides.guide(desk, case.number, "en").progress.views[step].state)


def test_a_step_done_out_of_order_is_recorded_and_stands_in_the_register(desk: Desk, case: CaseRow) -> None:
    assert state(desk, case, "T06.3") == "waiting"
    steps.finish_early(desk, case.number, "T06.3", PLAN, "the team leaves tonight")
    assert state(desk, case, "T06.3") == "done"
    record = guides.guide(desk, case.number, "en").records["T06.3"][-1]
    assert (record.passed, record.reason) == ("early", "the team leaves tonight")
    line = deviations.register(desk, case.number, "en")[0]
    assert (line.kind, line.step, line.awaiting, line.reason) == ("early", "T06.3", True, "the team leaves tonight")


def test_a_gate_that_protects_a_person_is_not_passed_out_of_order(desk: Desk, case: CaseRow) -> None:
    told = refused(
        Reason.GATE_PROTECTS, lambda: steps.finish_early(desk, case.number, "T06.4", METHOD, "no time")
    )
    assert "T04.1" in str(told.facts["waits_for"])
    assert state(desk, case, "T06.4") == "waiting"
    assert deviations.register(desk, case.number, "en") == ()


def test_only_to_save_a_life_is_it_passed_and_it_shows(desk: Desk, case: CaseRow) -> None:
    steps.override(desk, case.number, "T06.4", METHOD, "a child was about to be moved abroad")
    assert state(desk, case, "T06.4") == "done"
    line = deviations.register(desk, case.number, "en")[0]
    assert (line.kind, line.awaiting) == ("override", True)


def test_the_override_is_not_for_ordinary_gates(desk: Desk, case: CaseRow) -> None:
    refused(Reason.GATE_ORDINARY, lambda: steps.override(desk, case.number, "T06.3", PLAN, "in a hurry"))
    assert state(desk, case, "T06.3") == "waiting"


@pytest.mark.parametrize(
    ("act", "step", "answers"), [(steps.finish_early, "T06.3", PLAN), (steps.override, "T06.4", METHOD)]
)
@pytest.mark.parametrize("reason", ["", " \n "])
def test_both_need_a_reason(
    desk: Desk, case: CaseRow, act: Pass, step: str, answers: Mapping[str, object], reason: str
) -> None:
    refused(Reason.REASON_NEEDED, lambda: act(desk, case.number, step, answers, reason))
    assert state(desk, case, step) == "waiting"


@pytest.mark.parametrize("act", [steps.finish_early, steps.override])
def test_what_does_not_wait_is_finished_in_the_usual_way(desk: Desk, case: CaseRow, act: Pass) -> None:
    refused(Reason.STEP_NOT_WAITING, lambda: act(desk, case.number, "T01.1", {}, "x"))
    refused(Reason.STEP_NOT_CALLED_FOR, lambda: act(desk, case.number, "T10.3", {}, "x"))
    refused(Reason.STEP_UNKNOWN, lambda: act(desk, case.number, "T99.9", {}, "x"))


def test_the_answers_of_an_early_step_are_checked_like_any_others(desk: Desk, case: CaseRow) -> None:
    refused(Reason.ANSWERS_INCOMPLETE, lambda: steps.finish_early(desk, case.number, "T06.3", {}, "x"))
    wrong = {**PLAN, "no_such_field": "x"}
    refused(Reason.ANSWERS_WRONG, lambda: steps.finish_early(desk, case.number, "T06.3", wrong, "x"))
    assert state(desk, case, "T06.3") == "waiting"


def test_a_step_is_not_passed_twice(desk: Desk, case: CaseRow) -> None:
    steps.finish_early(desk, case.number, "T06.3", PLAN, "the team leaves tonight")
    refused(Reason.STEP_RECORDED, lambda: steps.finish_early(desk, case.number, "T06.3", PLAN, "again"))


def test_a_step_that_waits_for_an_order_can_be_done_out_of_order_and_says_for_what_it_waited(
    desk: Desk, case: CaseRow, clock: FixedClock
) -> None:
    people.add_person(desk, case.number, role="suspect", basis="named by two")
    view = guides.guide(desk, case.number, "en").progress.views["T10.2"]
    assert view.waits_for_orders == ("arrest",)
    # Arresting protects nobody from the gate alone: it is a safety gate and only the override opens it.
    answers = {"persons": ["P-01"], "place": "the border"}
    refused(Reason.GATE_PROTECTS, lambda: steps.finish_early(desk, case.number, "T10.2", answers, "x"))
    steps.override(desk, case.number, "T10.2", answers, "he was beating her")
    assert state(desk, case, "T10.2") == "done"


def test_a_reopened_step_keeps_its_deviation_as_history(desk: Desk, case: CaseRow, clock: FixedClock) -> None:
    steps.finish_early(desk, case.number, "T06.3", PLAN, "the team leaves tonight")
    clock.forward(minutes=5)
    steps.reopen(desk, case.number, "T06.3", "it was too early after all")
    line = deviations.register(desk, case.number, "en")[0]
    assert (line.kind, line.standing, line.awaiting) == ("early", False, False)
