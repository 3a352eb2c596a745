"""Referral, assessment, plan, time to recover and appointments: what protects people cannot be left out by accident."""

from collections.abc import Callable
from datetime import timedelta
from pathlib import Path
from typing import Any

import pytest

from tests.desks import USER, refused, seated
from workbench.clock import FixedClock
from workbench.errors import Reason
from workbench.models import SamePerson
from workbench.security import Act
from workbench.services import audit, care, cases, documents, people, steps
from workbench.services.care import AppointmentRow, Explained, MeasureRow, Risk
from workbench.services.rows import CaseRow, Particulars
from workbench.store import Desk

HOW = Explained("what it is for (synthetic)", "bn", "Synthetic officer", "", "yes")
SHELTER = "Shelter (synthetic)"
MOVE = MeasureRow("move", "to a house nobody knows", "Synthetic officer")


@pytest.fixture
def victim(desk: Desk, case: CaseRow) -> str:
    return people.add_person(
        desk, case.number, role="victim", basis="screened", birth_kind="exact", birth_low="1999-02-01", languages=["bn"]
    ).alias


@pytest.fixture
def suspect(desk: Desk, case: CaseRow) -> str:
    return people.add_person(desk, case.number, role="suspect", basis="had the keys (synthetic)").alias


def agree(desk: Desk, case: CaseRow, alias: str, recipient: str = SHELTER, purpose: str = "referral") -> str:
    return care.record_consent(
        desk, case.number, alias, purpose=purpose, recipient=recipient, state="given", how=HOW
    ).ref


def refer(desk: Desk, case: CaseRow, alias: str, **more: Any) -> care.ReferralRow:
    given: dict[str, Any] = {"service": "shelter", "provider": SHELTER, "shared": "code, sex, language, urgent needs"}
    return care.make_referral(desk, case.number, alias, **(given | more))


# referral


def test_a_referral_rests_on_a_consent_for_this_very_recipient(desk: Desk, case: CaseRow, victim: str) -> None:
    refused(Reason.REFERRAL_WITHOUT_CONSENT, lambda: refer(desk, case, victim))
    agree(desk, case, victim, "Another house (synthetic)")
    agree(desk, case, victim, SHELTER, "recording")
    refused(Reason.REFERRAL_WITHOUT_CONSENT, lambda: refer(desk, case, victim))
    refused(Reason.REFERRAL_WITHOUT_CONSENT, lambda: refer(desk, case, victim, consent_ref="C-01"))
    refused(Reason.CONSENT_UNKNOWN, lambda: refer(desk, case, victim, consent_ref="C-09"))
    ref = agree(desk, case, victim)
    row = refer(desk, case, victim)
    assert (row.ref, row.state, row.consent_ref, row.covered) == ("R-01", "made", ref, True)
    basis = refer(desk, case, victim, provider="Hospital (synthetic)", service="health", basis="danger to life")
    assert (basis.ref, basis.consent_ref, basis.covered) == ("R-02", "", True)


def test_a_referral_is_followed_from_its_making_to_its_end(
    desk: Desk, case: CaseRow, victim: str, clock: FixedClock
) -> None:
    agree(desk, case, victim)
    refer(desk, case, victim, follow_up_on="2026-03-08")

    def follow(state: str, note: str = "") -> care.ReferralRow:
        clock.forward(hours=1)
        return care.follow_referral(desk, case.number, "R-01", state=state, note=note)

    refused(Reason.REFERRAL_TURN, lambda: follow("arrived"))
    follow("sent")
    follow("accepted")
    follow("arrived")
    refused(Reason.CARE_INCOMPLETE, lambda: follow("followed_up"))
    follow("followed_up", "sleeps well, wants to work (synthetic)")
    row = follow("closed", "moved on by her own wish")
    assert [one.state for one in row.entries] == ["made", "sent", "accepted", "arrived", "followed_up", "closed"]
    assert not row.open
    told = refused(Reason.REFERRAL_TURN, lambda: follow("sent"))
    assert told.facts["can"]
    refused(Reason.REFERRAL_UNKNOWN, lambda: care.follow_referral(desk, case.number, "R-07", state="sent"))


def test_nothing_is_sent_once_the_person_took_the_consent_back(desk: Desk, case: CaseRow, victim: str) -> None:
    ref = agree(desk, case, victim)
    refer(desk, case, victim)
    care.withdraw_consent(desk, case.number, ref, effect="nothing is sent")
    assert not care.list_referrals(desk, case.number, victim)[0].covered
    refused(
        Reason.REFERRAL_WITHOUT_CONSENT, lambda: care.follow_referral(desk, case.number, "R-01", state="sent")
    )
    care.follow_referral(desk, case.number, "R-01", state="closed", note="taken back by the person")


def test_a_referral_that_says_too_little_is_refused(desk: Desk, case: CaseRow, victim: str) -> None:
    agree(desk, case, victim)
    refused(Reason.NOT_IN_RULES, lambda: refer(desk, case, victim, service="marriage"))
    refused(Reason.CARE_INCOMPLETE, lambda: refer(desk, case, victim, shared=" "))
    refused(Reason.CARE_INCOMPLETE, lambda: refer(desk, case, victim, provider=""))
    refused(Reason.MOMENT_WRONG, lambda: refer(desk, case, victim, follow_up_on="2026-02-01"))
    refused(Reason.MOMENT_WRONG, lambda: refer(desk, case, victim, follow_up_on="soon"))
    assert care.list_referrals(desk, case.number) == ()


# assessments


def test_the_highest_danger_is_the_danger_and_the_trend_follows_each(
    desk: Desk, case: CaseRow, victim: str, clock: FixedClock
) -> None:
    first = care.record_risks(
        desk, case.number, victim, review_on="2026-03-02", trigger="arrest",
        risks={"R1": Risk(3, 4), "R2": Risk(2, 2), "R7": Risk(1, 1), "R9": Risk(none=True)}, measures=[MOVE],
    )  # fmt: skip
    assert (first.level, first.score, first.measures) == ("extreme", 12, (MOVE,))
    assert [one.level for one in first.risks if one.key in ("R1", "R9", "R4")] == ["extreme", "unknown", "none"]
    assert care.care_of(desk, case.number, victim).risk_trend == {}
    clock.forward(days=7)
    care.record_risks(
        desk, case.number, victim, review_on="2026-04-01",
        risks={"R1": Risk(1, 4), "R2": Risk(2, 2), "R7": Risk(2, 2), "R4": Risk(1, 1)},
    )  # fmt: skip
    moves = care.care_of(desk, case.number, victim).risk_trend
    assert [moves[key] for key in ("R1", "R2", "R7", "R9", "R4", "overall")] == [
        "better", "same", "worse", "unknown", "unknown", "better",
    ]  # fmt: skip


def test_needs_repeat_and_their_trend_is_told(desk: Desk, case: CaseRow, victim: str, clock: FixedClock) -> None:
    care.record_needs(desk, case.number, victim, needs={"health": ("unmet", "tooth"), "legal": ("partly", "")})
    clock.forward(days=3)
    later = {"health": ("met", ""), "legal": ("unmet", "no lawyer yet")}
    row = care.record_needs(desk, case.number, victim, needs=later)
    assert {one.key: one.state for one in row.needs} == {"health": "met", "legal": "unmet"}
    assert care.care_of(desk, case.number, victim).needs_trend == {"health": "better", "legal": "worse"}
    assert care.care_overview(desk, case.number)[0].unmet == 1


def test_what_cannot_be_assessed_is_refused(desk: Desk, case: CaseRow, victim: str, clock: FixedClock) -> None:
    def risks(given: dict[str, Risk], **more: Any) -> Callable[[], object]:
        return lambda: care.record_risks(
            desk, case.number, victim, risks=given, **({"review_on": "2026-03-09"} | more)
        )

    refused(Reason.NOT_IN_RULES, risks({"R99": Risk(1, 1)}))
    refused(Reason.NOT_IN_RULES, risks({"R1": Risk(5, 1)}))
    refused(Reason.NOT_IN_RULES, risks({"R1": Risk(0, 0)}))
    refused(Reason.NOT_IN_RULES, risks({}, trigger="moon"))
    refused(Reason.NOT_IN_RULES, risks({}, measures=[MeasureRow("prison")]))
    refused(Reason.CARE_INCOMPLETE, risks({"R1": Risk(1, 1)}, review_on=""))
    refused(Reason.MOMENT_WRONG, risks({}, review_on="2026-02-28"))
    refused(Reason.MOMENT_WRONG, risks({}, held_at=clock.now() + timedelta(days=1)))
    needs: dict[str, tuple[str, str]] = {"castle": ("unmet", "")}
    refused(Reason.NOT_IN_RULES, lambda: care.record_needs(desk, case.number, victim, needs=needs))
    interest = {"decision": "placement", "child_says": "with her brother", "decided": "together, in the shelter"}
    refused(Reason.CARE_WRONG, lambda: care.record_best_interest(desk, case.number, victim, answers=interest))
    assert care.list_assessments(desk, case.number, victim) == ()


def test_the_best_interest_of_a_child_is_weighed_with_what_the_child_says(desk: Desk, case: CaseRow) -> None:
    child = people.add_person(desk, case.number, role="possible_victim", basis="x", age_in_doubt=True).alias
    given = {"decision": "placement", "decided": "together with her brother"}
    refused(Reason.CARE_INCOMPLETE, lambda: care.record_best_interest(desk, case.number, child, answers=given))
    row = care.record_best_interest(desk, case.number, child, answers=given | {"child_says": "not without him"})
    assert row.interest["child_says"] == "not without him"


# safety plan


def plan(desk: Desk, case: CaseRow, alias: str, **more: Any) -> care.SafetyPlanRow:
    given: dict[str, Any] = {
        "measures": [MOVE], "in_danger": True, "agreed": "yes", "what_threatens": "calls from P-02 (synthetic)",
        "review_at": desk.clock.now() + timedelta(days=1), "no_contact": ["P-02"],
    }  # fmt: skip
    return care.record_plan(desk, case.number, alias, **(given | more))


def test_danger_raises_the_alarm_of_the_case_until_a_later_plan_ends_it(
    desk: Desk, case: CaseRow, victim: str, suspect: str
) -> None:
    assert not case.danger
    plan(desk, case, victim)
    seen = cases.show_case(desk, case.number)
    assert (seen.danger, seen.endangered) == (True, (victim,))
    # A newer plan that still says danger keeps it up; one that the person agrees to takes it away.
    plan(desk, case, victim, agreed="no")
    assert cases.show_case(desk, case.number).danger
    plan(desk, case, victim, in_danger=False, what_threatens="")
    assert not cases.list_cases(desk)[0].danger


def test_only_a_second_person_ends_a_danger_that_the_person_did_not_call_ended(
    desk: Desk, case: CaseRow, victim: str, suspect: str
) -> None:
    plan(desk, case, victim)
    refused(Reason.CARE_INCOMPLETE, lambda: plan(desk, case, victim, in_danger=False, agreed="unable"))
    over = {"in_danger": False, "agreed": "unable", "note": "left the country safely (synthetic)"}
    with seated(desk, "Officer", "investigator"):
        refused(Reason.NOT_ALLOWED, lambda: plan(desk, case, victim, **over))
    assert cases.show_case(desk, case.number).danger
    plan(desk, case, victim, **over)
    assert not cases.show_case(desk, case.number).danger
    assert audit.show(desk, case.number)[0].act == "safety.danger_ended"


def test_a_plan_for_somebody_in_danger_says_what_threatens_and_what_is_done(
    desk: Desk, case: CaseRow, victim: str, suspect: str
) -> None:
    for more in ({"what_threatens": ""}, {"measures": []}, {"review_at": None}):
        refused(Reason.CARE_INCOMPLETE, lambda more=more: plan(desk, case, victim, **more))
    refused(Reason.MOMENT_WRONG, lambda: plan(desk, case, victim, review_at=desk.clock.now() - timedelta(hours=1)))
    refused(Reason.PERSON_UNKNOWN, lambda: plan(desk, case, victim, no_contact=["P-44"]))
    refused(Reason.CARE_WRONG, lambda: plan(desk, case, victim, no_contact=[victim]))
    refused(Reason.CARE_WRONG, lambda: plan(desk, case, victim, agreed="maybe"))
    refused(Reason.CARE_INCOMPLETE, lambda: plan(desk, case, victim, measures=[MeasureRow("")]))
    assert care.list_plans(desk, case.number, victim) == ()


# time to recover


def test_time_to_recover_has_its_usual_length_and_a_contact_within_needs_a_reason(
    desk: Desk, case: CaseRow, victim: str, clock: FixedClock
) -> None:
    row = care.grant_recovery(desk, case.number, victim)
    assert (row.days, row.days_left, row.runs, row.ends_on) == (30, 30, True, "2026-03-31")
    clock.forward(days=4)
    refused(Reason.REFLECTION_RUNS, lambda: care.record_contact(desk, case.number, victim, reason=" "))
    row = care.record_contact(desk, case.number, victim, reason="she asked to speak (synthetic)")
    assert (row.days_left, [one.reason for one in row.contacts]) == (26, ["she asked to speak (synthetic)"])
    at = clock.now() + timedelta(days=1)

    def meet(**more: Any) -> AppointmentRow:
        given: dict[str, Any] = {"people": [victim], "at": at, "place": "Room 2", "purpose": "interview"}
        return care.make_appointment(desk, case.number, **(given | more))

    refused(Reason.REFLECTION_RUNS, meet)
    assert meet(purpose="medical").ref == "A-01"
    assert meet(reason="she wants it over (synthetic)").ref == "A-02"
    clock.forward(days=27)
    assert care.care_of(desk, case.number, victim).reflection.days_left == 0  # type: ignore[union-attr]


def test_a_shorter_time_to_recover_needs_its_reason(desk: Desk, case: CaseRow, victim: str) -> None:
    refused(Reason.CARE_INCOMPLETE, lambda: care.grant_recovery(desk, case.number, victim, days=7))
    refused(Reason.CARE_WRONG, lambda: care.grant_recovery(desk, case.number, victim, days=0))
    refused(Reason.CARE_WRONG, lambda: care.grant_recovery(desk, case.number, victim, days=4000))
    refused(Reason.MOMENT_WRONG, lambda: care.grant_recovery(desk, case.number, victim, starts_on="2026-03-09"))
    refused(Reason.MOMENT_WRONG, lambda: care.grant_recovery(desk, case.number, victim, starts_on="9/3"))
    refused(Reason.CARE_WRONG, lambda: care.record_contact(desk, case.number, victim, reason="no time was given"))
    assert care.grant_recovery(desk, case.number, victim, days=7, reason="she asked for it").days == 7


# who must never meet


def meet(desk: Desk, case: CaseRow, *codes: str, hours: float = 24.0, **more: Any) -> AppointmentRow:
    given: dict[str, Any] = {"at": desk.clock.now() + timedelta(hours=hours), "place": "Court", "purpose": "hearing"}
    return care.make_appointment(desk, case.number, people=codes, **(given | more))


def test_a_victim_and_a_suspect_are_never_on_one_appointment_unless_it_is_meant(
    desk: Desk, case: CaseRow, victim: str, suspect: str
) -> None:
    told = refused(Reason.NO_CONTACT, lambda: meet(desk, case, victim, suspect))
    assert victim in str(told.facts["codes"])
    assert suspect in str(told.facts["codes"])
    row = meet(desk, case, victim, suspect, reason="the judge ordered it; a screen is up (synthetic)")
    assert (row.together, row.meant) == ((victim, suspect), True)
    assert any("the judge ordered it" in one.reason for one in audit.show(desk, case.number))


def test_they_do_not_meet_on_the_stairs_either(desk: Desk, case: CaseRow, victim: str, suspect: str) -> None:
    meet(desk, case, victim, hours=24.0)
    refused(Reason.NO_CONTACT_NEAR, lambda: meet(desk, case, suspect, hours=25.25, place="court "))
    refused(Reason.NO_CONTACT_NEAR, lambda: meet(desk, case, suspect, hours=22.75))
    assert not meet(desk, case, suspect, hours=25.25, place="Other house").together
    meet(desk, case, suspect, hours=25.5)
    care.end_appointment(desk, case.number, "A-01", held=False, note="she is ill")
    meet(desk, case, suspect, hours=24.0)


def test_whoever_is_both_counts_as_victim(desk: Desk, case: CaseRow, victim: str, suspect: str) -> None:
    people.claim_role(desk, case.number, suspect, role="possible_victim", basis="was beaten too (synthetic)")
    assert meet(desk, case, victim, suspect).together == ()
    other = people.add_person(desk, case.number, role="accused", basis="x").alias
    refused(Reason.NO_CONTACT, lambda: meet(desk, case, suspect, other))


def test_whom_a_safety_plan_names_is_kept_away_too(desk: Desk, case: CaseRow, victim: str, suspect: str) -> None:
    aunt = people.add_person(desk, case.number, role="witness", basis="lives there").alias
    meet(desk, case, aunt, victim)
    plan(desk, case, victim, no_contact=[aunt])
    refused(Reason.NO_CONTACT, lambda: meet(desk, case, aunt, victim, hours=48.0))
    # What was planned before shows that it must not be any more.
    row = care.list_appointments(desk, case.number, victim)[0]
    assert (row.together, row.meant) == ((victim, aunt), False)


def test_an_appointment_that_cannot_be_is_refused(
    desk: Desk, case: CaseRow, victim: str, clock: FixedClock
) -> None:
    refused(Reason.MOMENT_WRONG, lambda: meet(desk, case, victim, hours=-1.0))
    refused(Reason.CARE_INCOMPLETE, lambda: meet(desk, case))
    refused(Reason.CARE_INCOMPLETE, lambda: meet(desk, case, victim, place=""))
    refused(Reason.CARE_WRONG, lambda: meet(desk, case, victim, purpose="lunch"))
    refused(Reason.CARE_WRONG, lambda: meet(desk, case, victim, minutes=0))
    refused(Reason.PERSON_UNKNOWN, lambda: meet(desk, case, "P-50"))
    refused(Reason.APPOINTMENT_UNKNOWN, lambda: care.end_appointment(desk, case.number, "A-09", held=True))
    meet(desk, case, victim)
    refused(Reason.MOMENT_WRONG, lambda: care.end_appointment(desk, case.number, "A-01", held=True))
    clock.forward(days=2)
    assert care.end_appointment(desk, case.number, "A-01", held=True).state == "held"
    refused(Reason.APPOINTMENT_UNKNOWN, lambda: care.end_appointment(desk, case.number, "A-01", held=True))


def test_nothing_is_planned_for_the_dead_and_their_alarm_is_over(
    desk: Desk, case: CaseRow, victim: str, suspect: str
) -> None:
    plan(desk, case, victim)
    people.correct_person(desk, case.number, victim, reason="died", more=Particulars(died_on="unknown"))
    assert not cases.show_case(desk, case.number).danger
    for act in (
        lambda: refer(desk, case, victim), lambda: plan(desk, case, victim), lambda: meet(desk, case, victim),
        lambda: care.grant_recovery(desk, case.number, victim),
        lambda: care.record_needs(desk, case.number, victim, needs={"health": ("met", "")}),
    ):  # fmt: skip
        refused(Reason.CARE_OF_DECEASED, act)
    assert care.care_of(desk, case.number, victim).plan is not None


# papers


def test_a_paper_is_made_of_one_person_or_one_referral(desk: Desk, case: CaseRow, victim: str, tmp_path: Path) -> None:
    agree(desk, case, victim)
    refer(desk, case, victim)

    def made(kind: str, subject: str, name: str = "x.pdf") -> str:
        return documents.make(desk, case.number, kind, "en", tmp_path / name, subject=subject).document_id

    assert made("consent", victim, "c.pdf") == f"{case.number}-P-01-C-001"
    assert made("consent", victim, "d.pdf") == f"{case.number}-P-01-C-002"
    assert made("risk_assessment", victim, "k.pdf") == f"{case.number}-P-01-K-001"
    assert made("referral_slip", "R-01", "r.pdf") == f"{case.number}-R-01-001"
    refused(Reason.DOCUMENT_OF_PERSON, lambda: made("consent", ""))
    refused(Reason.PERSON_UNKNOWN, lambda: made("consent", "R-01"))
    refused(Reason.DOCUMENT_OF_REFERRAL, lambda: made("referral_slip", ""))
    refused(Reason.REFERRAL_UNKNOWN, lambda: made("referral_slip", "P-01"))
    refused(Reason.DOCUMENT_OF_CASE, lambda: made("case_report", victim))
    assert not (tmp_path / "x.pdf").exists()


# nobody tells it twice


def test_what_was_told_is_found_with_where_and_when(desk: Desk, case: CaseRow, victim: str) -> None:
    agree(desk, case, victim)
    care.record_needs(desk, case.number, victim, needs={"health": ("unmet", "tooth"), "legal": ("unknown", "")})
    found = care.by_topic(care.answered_before(desk, case.number, victim))
    assert found["language"].answer == "Bangla"
    assert (found["need.health"].answer, found["need.health"].question.startswith("Health")) == ("not met: tooth", True)
    assert "need.legal" not in found
    assert SHELTER in found["consent.referral"].answer
    assert found["consent.referral"].where == "\u2066C-01\u2069"
    other = people.add_person(desk, case.number, role="victim", basis="x").alias
    assert care.answered_before(desk, case.number, other) == ()


def test_the_answers_of_a_step_are_those_of_the_one_person_it_names(desk: Desk, case: CaseRow, victim: str) -> None:
    other = people.add_person(desk, case.number, role="victim", basis="x").alias
    answers = {"aims": "what she wants now", "interviewer": "Synthetic officer", "risks": "tired"}
    steps.finish_early(desk, case.number, "T08.2", answers | {"persons": [victim]}, "she leaves tonight")
    found = care.by_topic(care.answered_before(desk, case.number, victim))
    assert (found["T08.2.aims"].answer, found["T08.2.aims"].by) == ("what she wants now", USER)
    assert "T08.2" in found["T08.2.aims"].where
    assert "T08.2.persons" not in found
    assert care.answered_before(desk, case.number, other) == ()
    # What several answered together is nobody's own answer.
    steps.reopen(desk, case.number, "T08.2", "both come")
    steps.finish_early(desk, case.number, "T08.2", answers | {"persons": [victim, other]}, "both come")
    assert "T08.2.aims" not in care.by_topic(care.answered_before(desk, case.number, victim))


def test_what_was_recorded_under_a_code_that_was_joined_is_not_lost(desk: Desk, case: CaseRow, victim: str) -> None:
    double = people.add_person(desk, case.number, role="possible_victim", basis="x").alias
    agree(desk, case, double)
    plan(desk, case, double, no_contact=[])
    with desk.act(Act.PERSON_CORRECT, case.case_id, subject=victim, reason="one person (synthetic)") as session:
        session.add(
            desk.stamp(
                SamePerson(
                    case_id=case.case_id, alias=victim, other_case_id=case.case_id, other_alias=double, state="same",
                    score=100, reason="same paper (synthetic)",
                )
            )
        )  # fmt: skip
    row = care.care_of(desk, case.number, double)
    assert (row.alias, [one.ref for one in row.consents], len(row.plans)) == (victim, ["C-01"], 1)
    assert cases.show_case(desk, case.number).endangered == (victim,)
    assert refer(desk, case, victim).consent_ref == "C-01"
    plan(desk, case, victim, in_danger=False, no_contact=[])
    assert not cases.show_case(desk, case.number).danger


def test_the_overview_says_who_is_in_danger_and_what_is_due(
    desk: Desk, case: CaseRow, victim: str, suspect: str, clock: FixedClock
) -> None:
    agree(desk, case, victim)
    refer(desk, case, victim, follow_up_on="2026-03-03")
    plan(desk, case, victim)
    care.grant_recovery(desk, case.number, victim)
    care.record_risks(desk, case.number, victim, risks={"R1": Risk(2, 4)}, review_on="2026-03-05")
    mine, theirs = care.care_overview(desk, case.number)
    assert (mine.alias, mine.in_danger, mine.level, mine.next_review, mine.review_late) == (
        victim, True, "high", "2026-03-02", False,
    )  # fmt: skip
    assert (mine.standing, mine.open_referrals, mine.late_referrals, mine.recovering) == (1, 1, 0, 30)
    assert (theirs.in_danger, theirs.standing) == (False, 0)
    clock.forward(days=3)
    later = care.care_overview(desk, case.number)[0]
    assert (later.review_late, later.late_referrals) == (True, 1)
