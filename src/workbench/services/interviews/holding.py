"""Holding a talk: when, with whom, what was explained, which breaks; or that it was broken off or never took place."""

from dataclasses import replace
from datetime import datetime

from sqlalchemy import select
from sqlalchemy.orm import Session

from workbench import terms
from workbench.errors import Reason, Refusal
from workbench.i18n import N_, ltr
from workbench.models import Interview, SealedFile
from workbench.security import Act
from workbench.services import texts
from workbench.services.finding import case_id_of, exhibit_of
from workbench.services.interviews.checking import (
    breaks_within,
    present,
    require_choice,
    require_words,
    wrong,
)
from workbench.services.interviews.gathering import one_interview
from workbench.services.interviews.interpreters import require_interpreter
from workbench.services.interviews.rows import (
    BROKEN_OFF,
    CANCELLED,
    HELD,
    PLANNED,
    ConductRow,
    InterviewRow,
    conduct_kept,
    plan_kept,
)
from workbench.services.interviews.ruled import shipped
from workbench.store import Desk

RECORDED = ("audio", "video")


def hold_interview(
    desk: Desk, case: str, ref: str, *, conduct: ConductRow, state: str = HELD, reason: str = ""
) -> InterviewRow:
    """Record how a planned talk was held, or why it was broken off. It is recorded once and stands.

    ``conduct.explained`` are keys of the duties of the phase «engage and explain», ``rights`` keys of the rights of a
    suspect; where ``exhibit`` names one with a sealed file, its hash is linked. What it lacks stands in the warnings.
    """
    desk.require(Act.INTERVIEW_HOLD)
    require_choice(state, (HELD, BROKEN_OFF))
    why = texts.several_lines(reason)
    if state == BROKEN_OFF:
        require_words([(N_("why it was broken off"), why)])
    kept = _checked(conduct, desk.clock.now())
    with desk.reading() as session:
        case_id = case_id_of(session, case)
        require_interpreter(session, case_id, kept.interpreter)
        if kept.exhibit:
            kept = _linked(session, case_id, kept)
    planned = _require_planned(one_interview(desk, case_id, ref))
    with desk.act(Act.INTERVIEW_HOLD, case_id, subject=f"{ref} {state}", reason=why) as session:
        session.add(
            desk.stamp(
                Interview(
                    case_id=case_id, ref=ref, alias=planned.alias, capacity=planned.capacity, state=state,
                    at=kept.started_at, plan=plan_kept(planned.plan), conduct=conduct_kept(kept), reason=why,
                )
            )
        )  # fmt: skip
    return one_interview(desk, case_id, ref)


def cancel_interview(desk: Desk, case: str, ref: str, reason: str) -> InterviewRow:
    """Record that a planned talk does not take place, and why."""
    desk.require(Act.INTERVIEW_HOLD)
    why = texts.several_lines(reason)
    require_words([(N_("why it was cancelled"), why)])
    with desk.reading() as session:
        case_id = case_id_of(session, case)
    planned = _require_planned(one_interview(desk, case_id, ref))
    with desk.act(Act.INTERVIEW_HOLD, case_id, subject=f"{ref} {CANCELLED}", reason=why) as session:
        session.add(
            desk.stamp(
                Interview(
                    case_id=case_id, ref=ref, alias=planned.alias, capacity=planned.capacity, state=CANCELLED,
                    at=planned.at, plan=plan_kept(planned.plan), conduct={}, reason=why,
                )
            )
        )  # fmt: skip
    return one_interview(desk, case_id, ref)


def sealed_in(session: Session, case_id: str, number: str) -> SealedFile:
    """The newest sealed file of an exhibit. Raises ``Refusal`` if there is no such exhibit, or no file in it."""
    exhibit = exhibit_of(session, case_id, number)
    wanted = select(SealedFile).where(SealedFile.exhibit_id == exhibit.id)
    found = session.scalars(wanted.order_by(SealedFile.created_at.desc(), SealedFile.id.desc()).limit(1)).first()
    if found is None:
        raise Refusal(Reason.RECORDING_MISSING, exhibit=ltr(number))
    return found


def _checked(held: ConductRow, now: datetime) -> ConductRow:
    start, end = texts.happened(held.started_at, now), texts.happened(held.ended_at, now)
    if end < start:
        raise Refusal(Reason.MOMENT_WRONG, problem=N_("the end lies before the beginning"))
    rules = shipped()
    for key in held.explained:
        require_choice(key, rules.phases["engage"].duties)
    for key in held.rights:
        require_choice(key, rules.rights)
    for value in (held.understood, held.trained, held.private, held.fit, held.voluntary, held.promised):
        require_choice(value, terms.YES_NO)
    require_choice(held.officer_sex, terms.SEXES)
    require_choice(held.recorded, terms.RECORDED)
    if held.exhibit and held.recorded not in RECORDED:
        raise wrong(N_("a recording is named, and it is said that there is none"))
    return replace(
        held, room=present(held.room), breaks=breaks_within(held.breaks, start, end),
        language=texts.one_line(held.language, 10), interpreter=texts.one_line(held.interpreter, 20),
        said_back=texts.several_lines(held.said_back), acknowledged=texts.several_lines(held.acknowledged),
        rights_at=held.rights_at or (start if held.rights else None), observed=texts.several_lines(held.observed),
        exhibit=texts.one_line(held.exhibit, 80), file="", sha256="",
    )  # fmt: skip


def _linked(session: Session, case_id: str, held: ConductRow) -> ConductRow:
    file = sealed_in(session, case_id, held.exhibit)
    return replace(held, file=file.original_name, sha256=file.sha256)


def _require_planned(row: InterviewRow) -> InterviewRow:
    if row.state != PLANNED:
        raise Refusal(Reason.INTERVIEW_OVER, interview=ltr(row.ref))
    return row
