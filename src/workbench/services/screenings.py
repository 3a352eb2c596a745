"""Screening of a person: answers with what they rest on, the rule's result, and what somebody decided and why."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from datetime import date, datetime
from typing import Any

from sqlalchemy import func, select
from sqlalchemy.orm import Session

from workbench import terms
from workbench.errors import Reason, Refusal
from workbench.i18n import N_, ltr
from workbench.models import Exhibit, Screening, StepDraft
from workbench.proof import Answer, ScreeningChange, Value, compare_screenings, plain_screening, screen, track
from workbench.proof import Screening as Result
from workbench.security import Act
from workbench.services import steps, texts
from workbench.services.cases import members
from workbench.services.finding import case_id_of
from workbench.services.people import person_row
from workbench.services.people.claims import claim
from workbench.services.persons import PersonRow
from workbench.services.proofrules import shipped
from workbench.sop import VICTIM_ROLES
from workbench.store import Desk

VICTIM, NOT_SHOWN, POSTPONED = "victim", "not_shown", "postponed"
NO_VICTIM = "no_victim"
_POSSIBLE = "possible_victim"
# A draft of a screening lies beside those of the steps, under a key that no step can have.
_DRAFT = "screening {alias}"
_EXHIBIT = "E-"


@dataclass(frozen=True, slots=True)
class ScreeningRow:
    """One screening as it was recorded. ``result`` is what the rule said then, ``digest`` the edition that said it."""

    screening_id: str
    alias: str
    ordinal: int
    sets: tuple[str, ...]
    digest: str
    profile: str
    held_at: datetime
    setting: tuple[str, ...]
    asked_by: str
    interpreter: str
    answers: Mapping[str, Answer]
    track_answers: Mapping[str, str]
    result: Mapping[str, Any]
    decision: str  # victim | not_shown | postponed
    reason: str
    ask_again_on: str
    recorded_at: datetime
    recorded_by: str

    @property
    def differs(self) -> bool:
        """Whether the person decided otherwise than the rule advises."""
        return advised_otherwise(self.decision, str(self.result.get("rule_result")))


def record_screening(
    desk: Desk, case: str, alias: str, *, sets: Sequence[str], answers: Mapping[str, Answer], profile: str,
    decision: str, reason: str, setting: Sequence[str] = (), asked_by: str = "", interpreter: str = "",
    track_answers: Mapping[str, str] | None = None, ask_again_on: str = "", held_at: datetime | None = None,
    claims: bool = True,
) -> ScreeningRow:  # fmt: skip
    """Record a screening with its decision. Who is found a possible victim gets that role with it (unless ``claims``
    is false or the role is there already); nobody loses a role by it.

    Raises ``Refusal`` for somebody who died, an answer that the rules do not know, evidence that the case has not,
    a decision without a reason, and one that is put off without a day.
    """
    person = _person(desk, case, alias)
    held_at = texts.happened(held_at, desk.clock.now())
    _check(sets, setting, decision, reason, ask_again_on, held_at.date())
    found = assess_answers(answers, profile=profile, child=person.child)
    for one in answers.values():
        _require_past(one.at, desk.clock.now())
    if track_answers:
        track(track_answers, shipped().screening)
    with desk.reading() as session:
        case_id = case_id_of(session, case)
        _require_evidence(session, case_id, answers)
        before = session.scalar(
            select(func.max(Screening.ordinal)).where(Screening.case_id == case_id, Screening.alias == person.alias)
        )
    why = texts.several_lines(reason)
    with desk.act(Act.SCREENING_RECORD, case_id, subject=f"{person.alias} {decision}", reason=why) as session:
        row = desk.stamp(
            Screening(
                case_id=case_id, alias=person.alias, ordinal=(before or 0) + 1, sets=list(sets),
                digest=shipped().screening.weighed.digest, profile=found.profile, held_at=held_at,
                setting=list(setting), asked_by=texts.one_line(asked_by) or desk.actor.name,
                interpreter=texts.one_line(interpreter), answers=as_plain(answers),
                track_answers=dict(track_answers or {}), result=plain_screening(found), decision=decision, reason=why,
                ask_again_on=ask_again_on,
            )
        )  # fmt: skip
        session.add(row)
        if claims and decision == VICTIM and not set(person.roles) & VICTIM_ROLES:
            session.add(claim(desk, case_id, person.alias, _POSSIBLE, why, asked_by, held_at, ""))
        _forget_draft(session, case_id, person.alias)
    return list_screenings(desk, case, person.alias)[-1]


def list_screenings(desk: Desk, case: str, alias: str = "") -> list[ScreeningRow]:
    """The screenings of a case, or of one person in it, oldest first."""
    with desk.reading() as session:
        case_id = case_id_of(session, case)
        wanted = select(Screening).where(Screening.case_id == case_id)
        if alias:
            wanted = wanted.where(Screening.alias == alias)
        names = members(session)
        rows = session.scalars(wanted.order_by(Screening.held_at, Screening.created_at, Screening.id)).all()
        return [_row(one, names) for one in rows]


def assess_answers(answers: Mapping[str, Answer], *, profile: str, child: bool) -> Result:
    """What the rule says of answers, without recording anything: shown as they are given."""
    return screen(answers, shipped().screening, profile=profile, child=child)


def reassess(row: ScreeningRow, *, child: bool) -> Result:
    """What the rule says today of the answers of a recorded screening."""
    return assess_answers(row.answers, profile=row.profile, child=child)


def compared(first: ScreeningRow, second: ScreeningRow, *, child: bool) -> ScreeningChange:
    """What changed between two screenings of a person."""
    return compare_screenings(reassess(first, child=child), reassess(second, child=child))


def save_draft(desk: Desk, case: str, alias: str, typed: Mapping[str, Any]) -> None:
    """Keep what is answered so far; the next save replaces it, recording takes it away."""
    steps.save_draft(desk, case, _DRAFT.format(alias=alias), typed)


def draft(desk: Desk, case: str, alias: str) -> dict[str, Any]:
    """What was answered and not recorded yet; empty if nothing was."""
    with desk.reading() as session:
        case_id = case_id_of(session, case)
        found = session.scalar(_drafted(case_id, alias))
        return dict(found.answers) if found else {}


def as_answers(plain: Mapping[str, Mapping[str, Any]]) -> dict[str, Answer]:
    """Answers out of plain values: key of an indicator to value, evidence, observer and moment.

    Raises ``Refusal`` for a value that is no answer.
    """
    found = {}
    for key, one in plain.items():
        said = str(one.get("value", ""))
        if said not in tuple(Value):
            raise Refusal(Reason.NOT_IN_RULES, value=ltr(f"{key}: {said}"), known=ltr(", ".join(Value)))
        evidence = tuple(map(str, one.get("evidence", ())))
        found[key] = Answer(Value(said), evidence, str(one.get("observer", "")), str(one.get("at", "")))
    return found


def as_plain(answers: Mapping[str, Answer]) -> dict[str, dict[str, Any]]:
    """Answers as plain values, as a draft and the vault keep them."""
    return {key: _kept(one) for key, one in answers.items()}


def unscreened(desk: Desk, case: str, alias: str) -> bool:
    """Whether a living person of the case has no recorded screening. It stands before arrest and deportation."""
    person = person_row(desk, case, alias)
    return not person.deceased and not list_screenings(desk, case, person.alias)


def advised_otherwise(decision: str, rule_result: str) -> bool:
    """Whether a decision is another one than the rule advises; who puts it off decides nothing yet."""
    return decision != POSTPONED and (decision == VICTIM) is (rule_result == NO_VICTIM)


def _person(desk: Desk, case: str, alias: str) -> PersonRow:
    person = person_row(desk, case, alias)
    if person.deceased:
        raise Refusal(Reason.PERSON_DECEASED, person=ltr(alias))
    return person


def _check(
    sets: Sequence[str], setting: Sequence[str], decision: str, reason: str, ask_again_on: str, today: date
) -> None:
    known = shipped().screening.sets
    for value, offered in (
        *((one, known) for one in sets), *((one, terms.SCREENING_SETTINGS) for one in setting),
        (decision, terms.SCREENING_DECISIONS),
    ):  # fmt: skip
        if value not in offered:
            raise Refusal(Reason.NOT_IN_RULES, value=ltr(value), known=ltr(", ".join(offered)))
    if not sets:
        raise Refusal(Reason.ANSWERS_INCOMPLETE, fields=N_("the sets of indicators"))
    if not texts.several_lines(reason):
        raise Refusal(Reason.REASON_NEEDED)
    if decision == POSTPONED and not ask_again_on:
        raise Refusal(Reason.ANSWERS_INCOMPLETE, fields=N_("the day on which to ask again"))
    if ask_again_on:
        try:
            again = date.fromisoformat(ask_again_on)
        except ValueError:
            raise Refusal(Reason.MOMENT_WRONG, problem=N_("it is not a day")) from None
        if again < today:
            raise Refusal(Reason.MOMENT_WRONG, problem=N_("the day on which to ask again lies before the screening"))


def _require_past(at: str, now: datetime) -> None:
    """Refuse a moment of an answer that is none, lacks its zone, or lies ahead."""
    if not at:
        return
    try:
        moment = datetime.fromisoformat(at)
    except ValueError:
        moment = None
    if moment is None or moment.tzinfo is None:
        raise Refusal(Reason.MOMENT_WRONG, problem=N_("it needs a day, a time and a zone"))
    texts.happened(moment, now)


def _require_evidence(session: Session, case_id: str, answers: Mapping[str, Answer]) -> None:
    named = {one for answer in answers.values() for one in answer.evidence}
    numbers = set(session.scalars(select(Exhibit.number).where(Exhibit.case_id == case_id)))
    stems = {_EXHIBIT, *(number.rpartition("-")[0] + "-" for number in numbers)}
    # What does not look like the number of an exhibit is a statement, a person or an observation in words.
    for one in sorted(named - numbers):
        if any(one.startswith(stem) and one[len(stem) :].isdecimal() for stem in stems):
            raise Refusal(Reason.EXHIBIT_UNKNOWN, exhibit=ltr(one))


def _kept(one: Answer) -> dict[str, Any]:
    return {
        "value": one.value.value, "evidence": [texts.one_line(ref, 120) for ref in one.evidence],
        "observer": texts.one_line(one.observer), "at": one.at,
    }  # fmt: skip


def _drafted(case_id: str, alias: str) -> Any:
    return select(StepDraft).where(StepDraft.case_id == case_id, StepDraft.step == _DRAFT.format(alias=alias))


def _forget_draft(session: Session, case_id: str, alias: str) -> None:
    found = session.scalar(_drafted(case_id, alias))
    if found is not None:
        session.delete(found)


def _row(one: Screening, names: Mapping[str, str]) -> ScreeningRow:
    return ScreeningRow(
        one.id, one.alias, one.ordinal, tuple(one.sets), one.digest, one.profile, one.held_at, tuple(one.setting),
        one.asked_by, one.interpreter, as_answers(one.answers), dict(one.track_answers), dict(one.result),
        one.decision, one.reason, one.ask_again_on, one.created_at, names.get(one.created_by, ""),
    )  # fmt: skip
