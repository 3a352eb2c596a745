"""Deadlines as use cases: for each person, met by hand, extended as the rule allows, and the station's own hours."""

from datetime import timedelta

import pytest

from tests.desks import refused
from workbench.clock import FixedClock
from workbench.errors import Reason
from workbench.services import deadlines, deviations, guides, people, settings, steps
from workbench.services.rows import CaseRow, DueRow
from workbench.store import Desk

DAY = timedelta(hours=24)


@pytest.fixture
def held(desk: Desk, case: CaseRow) -> CaseRow:
    """A case with two people in custody."""
    for _ in range(2):
        people.add_person(desk, case.number, role="suspect", basis="named by two", custody="held")
    return case


def row(desk: Desk, case: CaseRow, person: str = "P-01", step: str = "T10.3", index: int = 0) -> DueRow:
    rows = deadlines.list_deadlines(desk, case.number, "en")
    return next(one for one in rows if (one.step, one.subject, one.index) == (step, person, index))


def test_each_person_in_custody_has_a_deadline_of_their_own(desk: Desk, held: CaseRow) -> None:
    due = [row(desk, held, person) for person in ("P-01", "P-02")]
    assert [(one.due_at, one.basis, one.mark) for one in due] == [(desk.clock.now() + DAY, "law", "S")] * 2
    assert due[0].text.startswith("24 hours")


def test_a_deadline_that_was_met_for_one_person_still_runs_for_the_other(
    desk: Desk, held: CaseRow, clock: FixedClock
) -> None:
    clock.forward(hours=3)
    deadlines.meet(desk, held.number, "T10.3", subject="P-01", reason="brought before the judge")
    assert (row(desk, held).state, row(desk, held, "P-02").state) == ("met", "ahead")
    met = next(one.met for one in guides.guide(desk, held.number, "en").dues if one.met)
    assert (met.by, met.reason) == (desk.actor.name, "brought before the judge")


def test_an_extension_moves_the_deadline_once_and_keeps_who_granted_it(
    desk: Desk, held: CaseRow, clock: FixedClock
) -> None:
    before = row(desk, held)
    assert before.extensions_left == 1
    clock.forward(hours=20)
    deadlines.extend(desk, held.number, "T10.3", subject="P-01", number="77/2026", reason="the judge agreed")
    after = row(desk, held)
    assert (after.due_at - before.due_at, after.extensions_left) == (DAY, 0)
    assert row(desk, held, "P-02").due_at == before.due_at
    kept = next(one.extended for one in guides.guide(desk, held.number, "en").dues if one.extended)
    assert (kept[0].number, kept[0].by, kept[0].hours) == ("77/2026", desk.actor.name, 24)
    told = refused(
        Reason.DEADLINE_NOT_EXTENSIBLE,
        lambda: deadlines.extend(desk, held.number, "T10.3", subject="P-01", reason="again"),
    )
    assert told.facts["times"] == 1
    assert row(desk, held) == after


def test_an_extension_comes_before_the_time_runs_out(desk: Desk, held: CaseRow, clock: FixedClock) -> None:
    clock.forward(hours=25)
    refused(
        Reason.DEADLINE_ENDED,
        lambda: deadlines.extend(desk, held.number, "T10.3", subject="P-01", reason="too late"),
    )
    # Granted in time and only written down now is another thing.
    deadlines.extend(
        desk, held.number, "T10.3", subject="P-01", reason="granted in time", at=clock.now() - timedelta(hours=2)
    )
    assert row(desk, held).state in ("soon", "ahead")


@pytest.mark.parametrize("hours", [25, 0, -3, 0.001, float("nan"), float("inf")])
def test_an_extension_is_as_long_as_the_rule_allows_and_no_longer(desk: Desk, held: CaseRow, hours: float) -> None:
    before = row(desk, held)
    refused(
        Reason.EXTENSION_WRONG,
        lambda: deadlines.extend(desk, held.number, "T10.3", subject="P-01", hours=hours, reason="x"),
    )
    assert row(desk, held) == before


def test_a_shorter_extension_is_kept_as_it_was_granted(desk: Desk, held: CaseRow) -> None:
    before = row(desk, held)
    deadlines.extend(desk, held.number, "T10.3", subject="P-01", hours=6, reason="six hours")
    assert row(desk, held).due_at - before.due_at == timedelta(hours=6)


@pytest.mark.parametrize("hours", [-1, 1])
def test_a_moment_before_the_start_or_in_the_future_is_refused(desk: Desk, held: CaseRow, hours: int) -> None:
    at = desk.clock.now() + timedelta(hours=hours)
    refused(
        Reason.MOMENT_WRONG,
        lambda: deadlines.meet(desk, held.number, "T10.3", subject="P-01", at=at, reason="x"),
    )
    refused(
        Reason.MOMENT_WRONG,
        lambda: deadlines.extend(desk, held.number, "T10.3", subject="P-01", at=at, reason="x"),
    )
    assert row(desk, held).state == "ahead"


def test_a_deadline_that_does_not_run_cannot_be_met_or_extended(desk: Desk, held: CaseRow) -> None:
    for step, person, index in (("T10.3", "P-09", 0), ("T10.3", "", 0), ("T10.3", "P-01", 5), ("T99.9", "", 0)):
        for act in (deadlines.meet, deadlines.extend):
            refused(
                Reason.DEADLINE_UNKNOWN,
                lambda act=act, step=step, person=person, index=index: act(
                    desk, held.number, step, subject=person, index=index, reason="x"
                ),
            )
    deadlines.meet(desk, held.number, "T10.3", subject="P-01", reason="done")
    refused(
        Reason.DEADLINE_UNKNOWN,
        lambda: deadlines.meet(desk, held.number, "T10.3", subject="P-01", reason="twice"),
    )


def test_what_the_rule_does_not_extend_is_not_extended(desk: Desk, held: CaseRow) -> None:
    refused(Reason.DEADLINE_NOT_EXTENSIBLE, lambda: deadlines.extend(desk, held.number, "T06.3", reason="busy"))


@pytest.mark.parametrize("reason", ["", "  ", "\u200b"])
def test_both_need_a_reason(desk: Desk, held: CaseRow, reason: str) -> None:
    for act in (deadlines.meet, deadlines.extend):
        refused(
            Reason.REASON_NEEDED, lambda act=act: act(desk, held.number, "T10.3", subject="P-01", reason=reason)
        )


def test_a_release_ends_the_clock_of_that_person_only(desk: Desk, held: CaseRow, clock: FixedClock) -> None:
    clock.forward(hours=4)
    person = next(one for one in people.list_people(desk, held.number) if one.alias == "P-01")
    people.claim_role(
        desk, held.number, "P-01", role="suspect", basis="released on bail", custody="released",
        ends=person.claims[-1].claim_id,
    )  # fmt: skip
    clock.forward(hours=30)
    assert (row(desk, held).state, row(desk, held, "P-02").state) == ("ended", "late")


def test_what_was_met_late_asks_for_its_reason_until_somebody_gives_it(
    desk: Desk, case: CaseRow, clock: FixedClock
) -> None:
    clock.forward(hours=80)
    answers = {"hypotheses": "one", "tasks": "one", "others_held": "no"}
    steps.not_applicable(desk, case.number, "T06.1", "synthetic")
    steps.finish_step(desk, case.number, "T06.3", answers)
    late = next(one for one in deviations.register(desk, case.number, "en") if one.kind == "late")
    assert (late.step, late.reason, late.awaiting) == ("T06.3", "", False)
    deviations.explain(desk, case.number, late.ref, reason="the only officer was ill")
    told = next(one for one in deviations.register(desk, case.number, "en") if one.kind == "late")
    assert (told.reason, told.by, told.verdict) == ("the only officer was ill", desk.actor.name, "")
    refused(Reason.REASON_NEEDED, lambda: deviations.explain(desk, case.number, late.ref, reason=" "))
    refused(Reason.LATENESS_UNKNOWN, lambda: deviations.explain(desk, case.number, "late T01.1 0", reason="x"))


def test_the_reason_that_is_given_with_a_late_step_is_the_one_in_the_register(
    desk: Desk, case: CaseRow, clock: FixedClock
) -> None:
    clock.forward(hours=80)
    steps.not_applicable(desk, case.number, "T06.1", "synthetic")
    answers = {"hypotheses": "one", "tasks": "one", "others_held": "no"}
    steps.finish_step(desk, case.number, "T06.3", answers, reason="the road was closed")
    late = next(one for one in deviations.register(desk, case.number, "en") if one.kind == "late")
    assert late.reason == "the road was closed"


def test_a_station_sets_its_own_hours_for_house_rules_and_for_nothing_else(desk: Desk, case: CaseRow) -> None:
    before = row(desk, case, "", "T06.3")
    assert before.basis == "house"
    settings.house_rule(desk, "T06.3", 24)
    assert row(desk, case, "", "T06.3").due_at == before.due_at - timedelta(hours=48)
    assert settings.house_rule(desk, "S05.1", 12) == {"T06.3": 24, "S05.1": 12}
    assert settings.house_rule(desk, "T06.3", None) == {"S05.1": 12}
    assert row(desk, case, "", "T06.3").due_at == before.due_at
    refused(Reason.NOT_A_HOUSE_RULE, lambda: settings.house_rule(desk, "T10.3", 48))
    refused(Reason.STEP_NOT_IN_PACKS, lambda: settings.house_rule(desk, "T99.9\u202e", 48))


@pytest.mark.parametrize(
    "value",
    [None, 5, "T06.3", ["T06.3"], {"T06.3": 0}, {"T06.3": -1}, {"T06.3": "24"}, {"T06.3": True}, {7: 24},
     {"T06.3": 1.5}, {"T06.3": float("nan")}, {"T06.3": float("inf")}, {"T06.3": 1e9}],
)  # fmt: skip
def test_hours_that_are_none_are_refused(desk: Desk, value: object) -> None:
    refused(Reason.HOUSE_RULES_WRONG, lambda: settings.put(desk, "house_rules", value))
    assert settings.get(desk, "house_rules") == {}
