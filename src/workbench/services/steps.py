"""Steps: walked in the order of the procedure, drafted as they are typed, recorded when they are finished."""

from collections.abc import Mapping
from functools import partial
from typing import Any

from sqlalchemy import delete, select
from sqlalchemy.orm import Session

from workbench.errors import Reason, Refusal
from workbench.fields import Problem, ProblemKind, check, clean
from workbench.i18n import Language, ltr
from workbench.models import Case, StepDraft, StepRecord
from workbench.security import Act
from workbench.services import packs, texts
from workbench.services.cases import members
from workbench.services.finding import case_of
from workbench.services.standing import Standing, standing
from workbench.sop import EARLY, OVERRIDE, Step, StepState
from workbench.store import Desk


def save_draft(desk: Desk, case: str, step: str, answers: Mapping[str, Any]) -> None:
    """Keep what is typed so far, complete or not; the next save replaces it."""
    with desk.drafting() as session:
        found = case_of(session, case)
        draft = session.scalar(select(StepDraft).where(StepDraft.case_id == found.id, StepDraft.step == step))
        if draft is None:
            draft = StepDraft(id=desk.new_id(), case_id=found.id, step=step)
            session.add(draft)
        draft.answers, draft.saved_at, draft.saved_by = dict(answers), desk.clock.now(), desk.actor.user_id


def finish_step(desk: Desk, case: str, step: str, answers: Mapping[str, Any], *, reason: str = "") -> None:
    """Record a step with its answers; ``reason`` says why it is late, if it is.

    Raises ``Refusal`` if it waits, is not called for, or lacks something.
    """
    found, stands = _open_step(desk, case, step, Act.STEP_FINISH)
    kept = _checked(stands, step, answers)
    _record(desk, found, step, Act.STEP_FINISH, StepState.DONE, kept, reason)


def finish_early(desk: Desk, case: str, step: str, answers: Mapping[str, Any], reason: str) -> None:
    """Record a step out of order, before what it waits for; a gate that protects a person stays shut."""
    found, stands = _waiting_step(desk, case, step, Act.STEP_EARLY)
    if stands.pack.step(step).safety:
        waits = ltr(", ".join(stands.progress.views[step].waits_for))
        raise Refusal(Reason.GATE_PROTECTS, step=ltr(step), waits_for=waits)
    kept = _checked(stands, step, answers)
    _record(desk, found, step, Act.STEP_EARLY, StepState.DONE, kept, reason, passed=EARLY)


def override(desk: Desk, case: str, step: str, answers: Mapping[str, Any], reason: str) -> None:
    """Pass a gate that protects a person, because a life is at stake; it shows wherever the case is shown."""
    found, stands = _waiting_step(desk, case, step, Act.STEP_OVERRIDE)
    if not stands.pack.step(step).safety:
        raise Refusal(Reason.GATE_ORDINARY, step=ltr(step))
    kept = _checked(stands, step, answers)
    _record(desk, found, step, Act.STEP_OVERRIDE, StepState.DONE, kept, reason, passed=OVERRIDE)


def not_applicable(desk: Desk, case: str, step: str, reason: str) -> None:
    """Set a step aside because it does not apply; the reason stands in the report."""
    found, _ = _open_step(desk, case, step, Act.STEP_NOT_APPLICABLE)
    _record(desk, found, step, Act.STEP_NOT_APPLICABLE, StepState.NOT_APPLICABLE, {}, reason)


def ask_waiver(desk: Desk, case: str, step: str, reason: str) -> None:
    """Ask the supervisor to let a step be left out; the step stays open meanwhile."""
    found, stands = _open_step(desk, case, step, Act.STEP_ASK_WAIVER)
    _waivable(stands.pack.step(step))
    _record(desk, found, step, Act.STEP_ASK_WAIVER, StepState.ASKED, {}, reason)


def waive(desk: Desk, case: str, step: str, reason: str) -> None:
    """Leave a step out on one's own responsibility as supervisor."""
    found, stands = _open_step(desk, case, step, Act.STEP_WAIVE)
    _waivable(stands.pack.step(step))
    _record(desk, found, step, Act.STEP_WAIVE, StepState.WAIVED, {}, reason)


def reopen(desk: Desk, case: str, step: str, reason: str) -> None:
    """Open a recorded step again; what was recorded stays in the history and becomes the new draft."""
    desk.require(Act.STEP_REOPEN)
    with desk.reading() as session:
        found = case_of(session, case)
        recorded = _latest(session, found.id, step)
    if recorded is None:
        raise Refusal(Reason.STEP_UNKNOWN, step=ltr(step))
    _record(desk, found, step, Act.STEP_REOPEN, "reopened", recorded.answers, reason)
    save_draft(desk, found.id, step, recorded.answers)


def _stands(desk: Desk, case: str, step: str, act: Act) -> tuple[Case, Standing]:
    """The case and where it stands, if the step may be acted on at all."""
    desk.require(act)
    with desk.reading() as session:
        found = case_of(session, case)
        stands = standing(session, found, desk.clock.now(), members(session))
    view = stands.progress.views.get(step)
    if view is None:
        raise Refusal(Reason.STEP_UNKNOWN, step=ltr(step))
    if view.state == StepState.ABSENT:
        raise Refusal(Reason.STEP_NOT_CALLED_FOR, step=ltr(step))
    if view.state in (StepState.DONE, StepState.NOT_APPLICABLE, StepState.WAIVED):
        raise Refusal(Reason.STEP_RECORDED, step=ltr(step))
    return found, stands


def _open_step(desk: Desk, case: str, step: str, act: Act) -> tuple[Case, Standing]:
    """The case and where it stands, if the step is open for this act."""
    found, stands = _stands(desk, case, step, act)
    view = stands.progress.views[step]
    if view.state == StepState.WAITING and act is not Act.STEP_NOT_APPLICABLE:
        orders = (stands.pack.orders[kind].label for kind in view.waits_for_orders)
        raise Refusal(Reason.STEP_WAITS, step=ltr(step), waits_for=ltr(", ".join((*view.waits_for, *orders))))
    return found, stands


def _waiting_step(desk: Desk, case: str, step: str, act: Act) -> tuple[Case, Standing]:
    """The case and where it stands, if the step waits behind a gate."""
    found, stands = _stands(desk, case, step, act)
    if stands.progress.views[step].state != StepState.WAITING:
        raise Refusal(Reason.STEP_NOT_WAITING, step=ltr(step))
    return found, stands


def _checked(stands: Standing, step: str, answers: Mapping[str, Any]) -> dict[str, Any]:
    """The answers as they are kept. Raises ``Refusal`` if they cannot be."""
    fields, zone, known = stands.pack.step(step).fields, stands.pack.timezone, stands.known
    problems = check(
        fields, answers, aliases={p.alias for p in known.people}, exhibits={e.number for e in known.exhibits},
        final=True, zone=zone,
    )  # fmt: skip
    if problems:
        raise _told(stands.pack.step(step), problems)
    return dict(clean(fields, answers, zone=zone))


def _record(
    desk: Desk, case: Case, step: str, act: Act, state: str, answers: dict[str, Any], reason: str, passed: str = ""
) -> None:
    reason = texts.several_lines(reason)
    if not reason and (state != StepState.DONE or passed):
        raise Refusal(Reason.REASON_NEEDED)
    with desk.act(act, case.id, subject=step, reason=reason) as session:
        record = StepRecord(
            case_id=case.id, step=step, state=str(state), answers=answers, reason=reason, passed=passed or None,
            pack_id=packs.pack_id_for(session, case, step),
        )  # fmt: skip
        session.add(desk.stamp(record))
        if state == StepState.DONE:
            session.execute(delete(StepDraft).where(StepDraft.case_id == case.id, StepDraft.step == step))


def _waivable(step: Step) -> None:
    if step.waiver == "none":
        raise Refusal(Reason.STEP_CANNOT_BE_WAIVED, step=ltr(step.key))


def _told(step: Step, problems: list[Problem]) -> Refusal:
    labels = {field.key: field.label for field in step.fields}
    missing = tuple(f"{labels[p.field]} ({p.field})" for p in problems if p.kind is ProblemKind.REQUIRED)
    wrong = tuple(partial(_said, p) for p in problems if p.kind is not ProblemKind.REQUIRED)
    if wrong:
        return Refusal(Reason.ANSWERS_WRONG, fields=wrong)
    return Refusal(Reason.ANSWERS_INCOMPLETE, fields=missing)


def _said(problem: Problem, spoken: Language) -> str:
    return f"{ltr(problem.field)}: {problem.say(spoken).rstrip('.')}"


def _latest(session: Session, case_id: str, step: str) -> StepRecord | None:
    return session.scalar(
        select(StepRecord)
        .where(StepRecord.case_id == case_id, StepRecord.step == step)
        .order_by(StepRecord.created_at.desc(), StepRecord.id.desc())
        .limit(1)
    )
