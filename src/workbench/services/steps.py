"""Steps: walked in the order of the procedure, drafted as they are typed, recorded when they are finished."""

from collections.abc import Mapping
from dataclasses import dataclass
from functools import partial
from typing import Any

from sqlalchemy import delete, select
from sqlalchemy.orm import Session

from workbench.errors import Reason, Refusal
from workbench.fields import Problem, ProblemKind, check, clean
from workbench.i18n import Language, ltr
from workbench.models import Case, StepDraft, StepRecord
from workbench.security import Act
from workbench.services import texts
from workbench.services.cases import Standing, members, row_of, standing
from workbench.services.finding import case_of
from workbench.services.rows import AnswerRow, CaseRow, ExhibitRow, HistoryRow, PersonRow
from workbench.sop import Due, Fact, Pack, Progress, Step, StepState
from workbench.store import Desk


@dataclass(frozen=True)
class GuideRow:
    """Everything the guide shows of a case, its procedure in the language asked for."""

    case: CaseRow
    pack: Pack
    progress: Progress
    facts: Mapping[str, Fact]
    dues: tuple[Due, ...]
    drafts: Mapping[str, AnswerRow]
    records: Mapping[str, tuple[HistoryRow, ...]]
    people: tuple[PersonRow, ...]
    exhibits: tuple[ExhibitRow, ...]
    zone: str


def guide(desk: Desk, case: str, tag: str) -> GuideRow:
    """The whole of a case's procedure as it stands, its texts in the language ``tag``."""
    with desk.reading() as session:
        names = members(session)
        found = case_of(session, case)
        stands = standing(session, found, desk.clock.now(), names)
        pack, known, true, where, dues = stands
        drafts = session.scalars(select(StepDraft).where(StepDraft.case_id == found.id))
        return GuideRow(
            case=row_of(session, found, pack, known, where, dues, true), pack=pack.in_language(tag),
            progress=where, facts=true, dues=tuple(dues),
            drafts={d.step: AnswerRow(d.answers, d.saved_at, names.get(d.saved_by, "")) for d in drafts},
            records=_history(stands), people=tuple(known.people), exhibits=tuple(known.exhibits), zone=pack.timezone,
        )  # fmt: skip


def save_draft(desk: Desk, case: str, step: str, answers: Mapping[str, Any]) -> None:
    """Keep what is typed so far, complete or not; the next save replaces it."""
    with desk.drafting() as session:
        found = case_of(session, case)
        draft = session.scalar(select(StepDraft).where(StepDraft.case_id == found.id, StepDraft.step == step))
        if draft is None:
            draft = StepDraft(id=desk.new_id(), case_id=found.id, step=step)
            session.add(draft)
        draft.answers, draft.saved_at, draft.saved_by = dict(answers), desk.clock.now(), desk.actor.user_id


def finish_step(desk: Desk, case: str, step: str, answers: Mapping[str, Any]) -> None:
    """Record a step with its answers. Raises ``Refusal`` if it waits, is not called for, or lacks something."""
    found, stands = _open_step(desk, case, step, Act.STEP_FINISH)
    pack, known, _, _, _ = stands
    fields = pack.step(step).fields
    problems = check(
        fields, answers, aliases={p.alias for p in known.people}, exhibits={e.number for e in known.exhibits},
        final=True, zone=pack.timezone,
    )  # fmt: skip
    if problems:
        raise _told(pack.step(step), problems)
    _record(
        desk,
        found,
        step,
        Act.STEP_FINISH,
        StepState.DONE,
        dict(clean(fields, answers, zone=pack.timezone)),
        "",
    )


def not_applicable(desk: Desk, case: str, step: str, reason: str) -> None:
    """Set a step aside because it does not apply; the reason stands in the report."""
    found, _ = _open_step(desk, case, step, Act.STEP_NOT_APPLICABLE)
    _record(desk, found, step, Act.STEP_NOT_APPLICABLE, StepState.NOT_APPLICABLE, {}, reason)


def ask_waiver(desk: Desk, case: str, step: str, reason: str) -> None:
    """Ask the supervisor to let a step be left out; the step stays open meanwhile."""
    found, stands = _open_step(desk, case, step, Act.STEP_ASK_WAIVER)
    _waivable(stands[0].step(step))
    _record(desk, found, step, Act.STEP_ASK_WAIVER, StepState.ASKED, {}, reason)


def waive(desk: Desk, case: str, step: str, reason: str) -> None:
    """Leave a step out on one's own responsibility as supervisor."""
    found, stands = _open_step(desk, case, step, Act.STEP_WAIVE)
    _waivable(stands[0].step(step))
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


def _open_step(desk: Desk, case: str, step: str, act: Act) -> tuple[Case, Standing]:
    """The case and where it stands, if the step is open for this act."""
    desk.require(act)
    with desk.reading() as session:
        found = case_of(session, case)
        stands = standing(session, found, desk.clock.now(), members(session))
    view = stands[3].views.get(step)
    if view is None:
        raise Refusal(Reason.STEP_UNKNOWN, step=ltr(step))
    if view.state == StepState.ABSENT:
        raise Refusal(Reason.STEP_NOT_CALLED_FOR, step=ltr(step))
    if view.state == StepState.WAITING and act is not Act.STEP_NOT_APPLICABLE:
        raise Refusal(Reason.STEP_WAITS, step=ltr(step), waits_for=ltr(", ".join(view.waits_for)))
    if view.state in (StepState.DONE, StepState.NOT_APPLICABLE, StepState.WAIVED):
        raise Refusal(Reason.STEP_RECORDED, step=ltr(step))
    return found, stands


def _record(
    desk: Desk, case: Case, step: str, act: Act, state: str, answers: dict[str, Any], reason: str
) -> None:
    reason = texts.several_lines(reason)
    if not reason and state != StepState.DONE:
        raise Refusal(Reason.REASON_NEEDED)
    with desk.act(act, case.id, subject=step, reason=reason) as session:
        record = StepRecord(case_id=case.id, step=step, state=str(state), answers=answers, reason=reason)
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


def _history(stands: Standing) -> dict[str, tuple[HistoryRow, ...]]:
    history: dict[str, tuple[HistoryRow, ...]] = {}
    for record in stands[1].records:
        row = HistoryRow(str(record.state), record.at, record.by, record.reason, record.answers)
        history[record.step] = (*history.get(record.step, ()), row)
    return history
