"""Consents: asked for one purpose and one recipient, explained and understood, taken back once."""

from dataclasses import replace
from datetime import timedelta
from typing import Any

import pytest

from tests.desks import refused, seated
from workbench.clock import FixedClock
from workbench.errors import Reason
from workbench.services import audit, care, people
from workbench.services.care import ConsentRow, Explained
from workbench.services.rows import CaseRow, Particulars
from workbench.store import Desk

HOW = Explained("what the shelter is for (synthetic)", "bn", "Synthetic officer", "", "yes")


@pytest.fixture
def victim(desk: Desk, case: CaseRow) -> str:
    return people.add_person(
        desk, case.number, role="victim", basis="screened (synthetic)", sex="female", birth_kind="exact",
        birth_low="1999-02-01", languages=["bn"], needs_interpreter=True,
    ).alias  # fmt: skip


@pytest.fixture
def child(desk: Desk, case: CaseRow) -> str:
    return people.add_person(
        desk, case.number, role="possible_victim", basis="found there", birth_kind="exact", birth_low="2014-02-01"
    ).alias  # fmt: skip


def ask(desk: Desk, case: CaseRow, alias: str, **more: Any) -> ConsentRow:
    given: dict[str, Any] = {"purpose": "referral", "recipient": "Shelter (synthetic)", "state": "given", "how": HOW}
    return care.record_consent(desk, case.number, alias, **(given | more))


def test_a_consent_is_given_for_one_purpose_and_one_recipient(desk: Desk, case: CaseRow, victim: str) -> None:
    row = ask(desk, case, victim)
    assert (row.ref, row.state, row.stands, row.recipient) == ("C-01", "given", True, "Shelter (synthetic)")
    other = ask(desk, case, victim, recipient="Clinic (synthetic)", state="limited", limits="no photographs")
    assert (other.ref, other.state, other.last.limits) == ("C-02", "limited", "no photographs")
    assert care.list_consents(desk, case.number, victim) == (row, other)
    assert row.last.text_version, "which text was read is on record"


def test_a_consent_is_taken_back_with_its_effect_and_the_history_stays(
    desk: Desk, case: CaseRow, victim: str, clock: FixedClock
) -> None:
    ask(desk, case, victim)
    clock.forward(days=2)
    row = care.withdraw_consent(desk, case.number, "C-01", effect="the shelter is told nothing more")
    assert [one.state for one in row.entries] == ["given", "withdrawn"]
    assert not row.stands
    refused(Reason.CONSENT_ENDED, lambda: care.withdraw_consent(desk, case.number, "C-01", effect="again"))
    refused(Reason.CONSENT_UNKNOWN, lambda: care.withdraw_consent(desk, case.number, "C-09", effect="x"))
    # Asked anew it is a consent of its own.
    assert ask(desk, case, victim).ref == "C-02"
    assert [one.act for one in audit.show(desk, case.number)][:2] == ["consent.record", "consent.withdraw"]


def test_nobody_is_asked_twice_while_the_answer_stands(desk: Desk, case: CaseRow, victim: str) -> None:
    ask(desk, case, victim)
    refused(Reason.CONSENT_THERE, lambda: ask(desk, case, victim, recipient="shelter (SYNTHETIC)"))
    ask(desk, case, victim, purpose="recording")


@pytest.mark.parametrize(
    ("how", "more"),
    [
        (replace(HOW, understood="no"), {}), (replace(HOW, read_by=""), {}), (replace(HOW, explained=" \u200f"), {}),
        (replace(HOW, language=""), {}), (replace(HOW, language="ar"), {}), (HOW, {"recipient": " "}),
        (HOW, {"state": "limited"}), (HOW, {"state": "legal_basis"}),
    ],
)  # fmt: skip
def test_what_was_not_explained_or_not_understood_is_no_consent(
    desk: Desk, case: CaseRow, victim: str, how: Explained, more: dict[str, str]
) -> None:
    refused(Reason.CARE_INCOMPLETE, lambda: ask(desk, case, victim, how=how, **more))
    assert care.list_consents(desk, case.number) == ()


def test_a_child_needs_a_guardian_and_agrees_too(desk: Desk, case: CaseRow, child: str) -> None:
    guardian = people.add_person(desk, case.number, role="guardian", basis="juvenile court (synthetic)").alias
    uncle = people.add_person(desk, case.number, role="guardian", basis="says so").alias
    people.claim_role(desk, case.number, uncle, role="suspect", basis="took the money")
    for more in ({}, {"given_by": guardian}, {"given_by": guardian, "assent": "no"}, {"assent": "yes"}):
        refused(Reason.CONSENT_OF_CHILD, lambda more=more: ask(desk, case, child, **more))
    for code in (uncle, child, "P-77"):
        refused(Reason.GUARDIAN_WRONG, lambda code=code: ask(desk, case, child, given_by=code, assent="yes"))
    assert ask(desk, case, child, given_by=guardian, assent="yes").stands
    # A child's «no» needs nobody else, and a duty to act needs its basis in words.
    assert ask(desk, case, child, purpose="photos", state="refused").state == "refused"
    row = ask(desk, case, child, purpose="medical", state="legal_basis", reason="imminent danger (synthetic)")
    assert (row.state, row.stands) == ("legal_basis", False)


def test_what_cannot_be_is_refused(desk: Desk, case: CaseRow, victim: str, clock: FixedClock) -> None:
    refused(Reason.NOT_IN_RULES, lambda: ask(desk, case, victim, purpose="selling"))
    refused(Reason.CARE_WRONG, lambda: ask(desk, case, victim, state="perhaps"))
    refused(Reason.PERSON_UNKNOWN, lambda: ask(desk, case, "P-09"))
    refused(Reason.MOMENT_WRONG, lambda: ask(desk, case, victim, at=clock.now() + timedelta(minutes=5)))
    ask(desk, case, victim)
    before = clock.now() - timedelta(days=1)
    refused(Reason.MOMENT_WRONG, lambda: care.withdraw_consent(desk, case.number, "C-01", effect="x", at=before))
    refused(Reason.TEXT_LONG, lambda: ask(desk, case, victim, purpose="photos", recipient="x" * 20_000))
    with seated(desk, "Admin", "administrator"):
        refused(Reason.NOT_ALLOWED, lambda: ask(desk, case, victim, purpose="photos"))


def test_a_suspect_is_never_the_voice_of_a_victim(desk: Desk, case: CaseRow, victim: str) -> None:
    suspect = people.add_person(desk, case.number, role="suspect", basis="named by three (synthetic)").alias
    refused(Reason.NO_CONTACT, lambda: ask(desk, case, victim, how=replace(HOW, interpreter=suspect)))


def test_the_dead_are_asked_nothing(desk: Desk, case: CaseRow, victim: str) -> None:
    people.correct_person(desk, case.number, victim, reason="died", more=Particulars(died_on="2026-02-20"))
    refused(Reason.CARE_OF_DECEASED, lambda: ask(desk, case, victim))
