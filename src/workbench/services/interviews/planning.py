"""Planning a talk: what it is for, where and by whom, and that nobody meets there who must not."""

from collections.abc import Sequence
from dataclasses import replace
from datetime import datetime

from workbench import terms
from workbench.errors import Reason, Refusal
from workbench.i18n import N_, ltr
from workbench.models import Interview
from workbench.security import Act
from workbench.services import texts
from workbench.services.care.appointments import require_apart, require_recovered
from workbench.services.care.checking import person_in, today
from workbench.services.finding import case_id_of
from workbench.services.interviews.checking import next_ref, present, require_choice, require_words, wrong
from workbench.services.interviews.gathering import Talks, one_interview
from workbench.services.interviews.interpreters import require_interpreter
from workbench.services.interviews.rows import PLANNED, InterviewRow, PlanRow, TopicRow, plan_kept
from workbench.store import Desk

_LONGEST = 12 * 60


def plan_interview(
    desk: Desk, case: str, alias: str, *, capacity: str, plan: PlanRow, at: datetime | None = None, ref: str = "",
    reason: str = "",
) -> InterviewRow:  # fmt: skip
    """Plan a talk (now, if no moment is given); it gets the next number of the case, or changes the plan of ``ref``.

    Raises ``Refusal`` naming the codes if somebody would meet there whom they must not, and within somebody's time
    to recover; with a ``reason`` it is meant, logged and shown as such. Everything else that a plan lacks by the
    rules stands in the warnings of the row.
    """
    desk.require(Act.INTERVIEW_PLAN)
    require_choice(capacity, terms.HEARD_AS)
    now, day = desk.clock.now(), today(desk)
    at = at or now
    if at < now:
        raise Refusal(Reason.MOMENT_WRONG, problem=N_("it lies in the past"))
    kept, meant = _checked(plan), texts.several_lines(reason)
    with desk.reading() as session:
        case_id = case_id_of(session, case)
        person = person_in(session, case_id, alias, day)
        require_interpreter(session, case_id, kept.interpreter)
        talks = Talks(session, case_id, day, desk.station.zone)
        if ref:
            _require_planned(talks, ref)
        if not meant:
            meetings = talks.meetings(without=ref)
            require_apart(talks.apart, (person.alias,), meetings, at, kept.minutes, kept.place)
            require_recovered(desk, session, case_id, (person.alias,), at)
    subject = f"{ref} {person.alias} {capacity}".strip()
    with desk.act(Act.INTERVIEW_PLAN, case_id, subject=subject, reason=meant) as session:
        entry = Interview(
            case_id=case_id, ref=ref or next_ref(session, Interview.ref, case_id, "IV"), alias=person.alias,
            capacity=capacity, state=PLANNED, at=at, plan=plan_kept(replace(kept, meant=meant)), conduct={},
            reason="",
        )  # fmt: skip
        session.add(desk.stamp(entry))
    return one_interview(desk, case_id, entry.ref)


def _checked(plan: PlanRow) -> PlanRow:
    require_words([(N_("place"), plan.place), (N_("what it is about"), "x" if plan.topics else "")])
    if not 0 < plan.minutes <= _LONGEST:
        raise wrong(N_("the length is not possible"))
    for value in (plan.trained, plan.private, plan.fit):
        require_choice(value, terms.YES_NO)
    require_choice(plan.officer_sex, terms.SEXES)
    return replace(
        plan, place=texts.one_line(plan.place, 200), topics=_topics(plan.topics),
        interviewer=texts.one_line(plan.interviewer, 200), interpreter=texts.one_line(plan.interpreter, 20),
        language=texts.one_line(plan.language, 10), fit_by=texts.one_line(plan.fit_by, 200),
        beside=present(plan.beside), risks=texts.several_lines(plan.risks), meant="",
    )  # fmt: skip


def _topics(topics: Sequence[TopicRow]) -> tuple[TopicRow, ...]:
    found = [
        replace(one, text=texts.several_lines(one.text), why=texts.one_line(one.why)) for one in topics
        if texts.several_lines(one.text)
    ]  # fmt: skip
    return tuple(found)


def _require_planned(talks: Talks, ref: str) -> None:
    found = next((one for one in talks.rows if one.ref == ref), None)
    if found is None:
        raise Refusal(Reason.INTERVIEW_UNKNOWN, interview=ltr(ref), example=ltr("IV-01"))
    if found.state != PLANNED:
        raise Refusal(Reason.INTERVIEW_OVER, interview=ltr(ref))
