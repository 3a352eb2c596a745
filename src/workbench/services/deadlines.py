"""Deadlines: what was recorded of one beside the step itself, that it was met, or extended and by whose word."""

from datetime import datetime
from functools import partial

from workbench.errors import Reason, Refusal
from workbench.i18n import ltr
from workbench.models import Case, DeadlineRecord
from workbench.security import Act
from workbench.services import texts
from workbench.services.cases import due_row, members
from workbench.services.finding import case_of
from workbench.services.rows import DueRow
from workbench.services.standing import standing
from workbench.sop import Due, Length, Pack, Unit
from workbench.sop.saying import length_said
from workbench.store import Desk

# A minute, in hours: less is no extension.
_SHORTEST = 1 / 60


def list_deadlines(desk: Desk, case: str, tag: str) -> list[DueRow]:
    """Every deadline of a case that runs or ran, the nearest first."""
    with desk.reading() as session:
        found = case_of(session, case)
        stands = standing(session, found, desk.clock.now(), members(session))
        pack = stands.pack.shown_in(tag)
        return [due_row(found, pack, one, desk.clock_doubted) for one in stands.dues]


def meet(
    desk: Desk, case: str, step: str, *, subject: str = "", index: int = 0, at: datetime | None = None, reason: str
) -> None:
    """Record that a deadline was met, and how: for one of several persons, or where the step stays open."""
    desk.require(Act.DEADLINE_MEET)
    found, due, _ = _running(desk, case, step, subject, index)
    met_at = texts.happened(at, desk.clock.now(), since=due.start_at)
    _keep(desk, found, due, Act.DEADLINE_MEET, "met", met_at, 0, "", reason)


def extend(
    desk: Desk, case: str, step: str, *, subject: str = "", index: int = 0, hours: float | None = None,
    number: str = "", at: datetime | None = None, reason: str,
) -> None:  # fmt: skip
    """Record an extension, by no more than the rule allows, granted before the time ran out."""
    desk.require(Act.DEADLINE_EXTEND)
    found, due, pack = _running(desk, case, step, subject, index)
    rule = pack.step(step).deadlines[index].extension
    if rule is None or due.extensions_left == 0:
        raise Refusal(Reason.DEADLINE_NOT_EXTENSIBLE, step=ltr(step), times=rule.times if rule else 0)
    granted_at = texts.happened(at, desk.clock.now(), since=due.start_at)
    if granted_at > due.due_at:
        raise Refusal(Reason.DEADLINE_ENDED, step=ltr(step))
    longer = rule.hours if hours is None else hours
    if not _SHORTEST <= longer <= rule.hours:
        length = partial(length_said, Length(Unit.HOURS, rule.hours))
        raise Refusal(Reason.EXTENSION_WRONG, step=ltr(step), length=length)
    _keep(desk, found, due, Act.DEADLINE_EXTEND, "extended", granted_at, longer, number, reason)


def _running(desk: Desk, case: str, step: str, subject: str, index: int) -> tuple[Case, Due, Pack]:
    with desk.reading() as session:
        found = case_of(session, case)
        stands = standing(session, found, desk.clock.now(), members(session))
    wanted = (step, subject, index)
    due = next(
        (one for one in stands.dues if (one.step, one.subject, one.index) == wanted and not one.settled_at), None
    )
    if due is None:
        raise Refusal(Reason.DEADLINE_UNKNOWN, step=ltr(step), person=ltr(subject or "–"))
    return found, due, stands.pack


def _keep(
    desk: Desk, case: Case, due: Due, act: Act, what: str, at: datetime, hours: float, number: str, reason: str
) -> None:
    reason = texts.several_lines(reason)
    if not reason:
        raise Refusal(Reason.REASON_NEEDED)
    with desk.act(act, case.id, subject=f"{due.step} {due.subject}".strip(), reason=reason) as session:
        row = DeadlineRecord(
            case_id=case.id, step=due.step, ordinal=due.index, subject=due.subject, what=what, at=at,
            minutes=round(hours * 60), number=texts.one_line(number, 120), reason=reason,
        )  # fmt: skip
        session.add(desk.stamp(row))
