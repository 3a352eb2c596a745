"""Assessments that repeat: risks by dimension, needs by heading, the best interest of a child; with their trend."""

from collections.abc import Iterable, Mapping, Sequence
from datetime import datetime
from typing import Any

from sqlalchemy import select
from sqlalchemy.orm import Session

from workbench import terms
from workbench.errors import Reason, Refusal
from workbench.i18n import N_
from workbench.models import Assessment
from workbench.proof import Risk, assess, trend
from workbench.security import Act
from workbench.services import texts
from workbench.services.care.checking import (
    codes_of,
    day_ahead,
    happened,
    person_in,
    require_choice,
    require_words,
    today,
    wrong,
)
from workbench.services.care.offered import digest, offered, require_known
from workbench.services.care.rows import AssessmentRow, MeasureRow, NeedRow, RiskRow
from workbench.services.cases import members
from workbench.services.finding import case_id_of
from workbench.services.rows import PersonRow
from workbench.store import Desk

RISK, NEEDS, BEST_INTEREST = terms.ASSESSMENTS
FIRST = ""  # the trigger of a first or a planned assessment
# How a need moves; the two that say nothing of how much is missing cannot be compared.
_MISSING = {"met": 0, "partly": 1, "unmet": 2}


def record_risks(
    desk: Desk, case: str, alias: str, *, risks: Mapping[str, Risk], trigger: str = FIRST, review_on: str = "",
    measures: Sequence[MeasureRow] = (), note: str = "", by: str = "", held_at: datetime | None = None,
) -> AssessmentRow:  # fmt: skip
    """Record how likely and how grave each danger is; a dimension without an answer is not known, and not low.

    Raises ``Refusal`` for a dimension or a figure that there is not, and for a risk without a day to look again.
    """
    result = assess(risks, offered())
    if (result.score or 0) or result.unknown:
        require_words([(N_("the day on which it is looked at again"), review_on)])
    kept: dict[str, Any] = {
        key: {"none": True} if one.none else {"likelihood": one.likelihood, "impact": one.impact}
        for key, one in risks.items()
    }
    for key, one in risks.items():
        kept[key]["protective"] = texts.several_lines(one.protective)
    level = -1 if result.score is None else result.score
    return _record(desk, case, alias, RISK, kept, level, trigger, review_on, measures, note, by, held_at)


def record_needs(
    desk: Desk, case: str, alias: str, *, needs: Mapping[str, tuple[str, str]], trigger: str = FIRST,
    review_on: str = "", measures: Sequence[MeasureRow] = (), note: str = "", by: str = "",
    held_at: datetime | None = None,
) -> AssessmentRow:  # fmt: skip
    """Record how each need stands: heading to (met, partly, unmet, not_needed, unknown) and words of its own."""
    if not needs:
        raise Refusal(Reason.CARE_INCOMPLETE, problem=(N_("how the needs stand"),))
    for key, (state, _) in needs.items():
        require_known(key, offered().needs)
        require_choice(state, terms.NEEDS)
    kept = {key: {"state": state, "text": texts.several_lines(words)} for key, (state, words) in needs.items()}
    missing = sum(state in ("unmet", "partly") for state, _ in needs.values())
    return _record(desk, case, alias, NEEDS, kept, missing, trigger, review_on, measures, note, by, held_at)


def record_best_interest(
    desk: Desk, case: str, alias: str, *, answers: Mapping[str, str], trigger: str = FIRST, review_on: str = "",
    measures: Sequence[MeasureRow] = (), note: str = "", by: str = "", held_at: datetime | None = None,
) -> AssessmentRow:  # fmt: skip
    """Record what is best for a child before something is decided: what, what the child says, for, against, why."""
    if not set(answers) <= set(terms.INTEREST):
        raise wrong(N_("an answer is not one of those offered"))
    needed = ("decision", "child_says", "decided")
    require_words([(terms.INTEREST[key], answers.get(key, "")) for key in needed])
    kept = {key: texts.several_lines(words) for key, words in answers.items()}
    return _record(desk, case, alias, BEST_INTEREST, kept, 0, trigger, review_on, measures, note, by, held_at)


def list_assessments(desk: Desk, case: str, alias: str, kind: str = "") -> tuple[AssessmentRow, ...]:
    """The assessments of a person from the first on; of one kind if it is given."""
    with desk.reading() as session:
        case_id = case_id_of(session, case)
        kept = person_in(session, case_id, alias, today(desk), alive=False).alias
        rows = assessment_rows(session, case_id, kept, members(session))
    return tuple(one for one in rows if not kind or one.kind == kind)


def assessment_rows(
    session: Session, case_id: str, alias: str, names: Mapping[str, str]
) -> tuple[AssessmentRow, ...]:
    """The assessments of a case in the order in which they were held; of one person if a code is given."""
    wanted = select(Assessment).where(Assessment.case_id == case_id)
    rows = session.scalars(
        (wanted.where(Assessment.alias.in_(codes_of(session, case_id, alias))) if alias else wanted).order_by(
            Assessment.held_at, Assessment.created_at, Assessment.id
        )
    )
    return tuple(_row(one, names) for one in rows)


def risk_trend(rows: Iterable[AssessmentRow]) -> dict[str, str]:
    """How each risk, and the whole under ``overall``, moved from the first assessment to the newest; empty for one."""
    held = [one for one in rows if one.kind == RISK]
    if len(held) < 2:
        return {}
    rules = offered()
    moves = trend(assess(_risks(held[0]), rules), assess(_risks(held[-1]), rules))
    return {key: str(move) for key, move in moves.items()}


def needs_trend(rows: Iterable[AssessmentRow]) -> dict[str, str]:
    """How each need moved from the first assessment to the newest; empty where there was only one."""
    held = [one for one in rows if one.kind == NEEDS]
    if len(held) < 2:
        return {}
    first, last = ({one.key: _MISSING.get(one.state) for one in row.needs} for row in (held[0], held[-1]))
    return {key: _moved(first.get(key), last.get(key)) for key in dict.fromkeys((*first, *last))}


def measures_kept(measures: Iterable[MeasureRow]) -> list[Any]:
    """Measures as they are kept. Raises ``Refusal`` for one that is not offered and has no words of its own."""
    kept = []
    for one in measures:
        text, who = texts.several_lines(one.text), texts.one_line(one.who, 200)
        if one.key:
            require_known(one.key, offered().measures)
        elif not text:
            raise Refusal(Reason.CARE_INCOMPLETE, problem=(N_("what is done"),))
        if one.until:
            _iso(one.until)
        kept.append({"key": one.key, "text": text, "who": who, "until": one.until})
    return kept


def measure_rows(kept: Iterable[Mapping[str, str]]) -> tuple[MeasureRow, ...]:
    """Measures as rows."""
    return tuple(MeasureRow(one["key"], one["text"], one["who"], one["until"]) for one in kept)


def _record(
    desk: Desk, case: str, alias: str, kind: str, answers: dict[str, Any], level: int, trigger: str, review_on: str,
    measures: Sequence[MeasureRow], note: str, by: str, held_at: datetime | None,
) -> AssessmentRow:  # fmt: skip
    desk.require(Act.ASSESSMENT_RECORD)
    if trigger:
        require_known(trigger, offered().triggers)
    day, held_at = today(desk), happened(held_at, desk.clock.now())
    review, kept = day_ahead(review_on, day), measures_kept(measures)
    with desk.reading() as session:
        case_id = case_id_of(session, case)
        person = person_in(session, case_id, alias, day)
    if kind == BEST_INTEREST:
        _require_child(person)
    with desk.act(Act.ASSESSMENT_RECORD, case_id, subject=f"{person.alias} {kind}") as session:
        entry = Assessment(
            case_id=case_id, alias=person.alias, kind=kind, held_at=held_at, trigger=trigger, digest=digest(),
            answers=answers, level=level, measures=kept, review_on=review, note=texts.several_lines(note),
            by=texts.one_line(by, 200) or desk.actor.name,
        )  # fmt: skip
        session.add(desk.stamp(entry))
    return next(one for one in list_assessments(desk, case_id, person.alias) if one.assessment_id == entry.id)


def _row(one: Assessment, names: Mapping[str, str]) -> AssessmentRow:
    risks: tuple[RiskRow, ...] = ()
    needs: tuple[NeedRow, ...] = ()
    level, score = "", None
    if one.kind == RISK:
        # Rules that came later may know a dimension no more; what was kept is then shown without it.
        given = {key: _risk(answer) for key, answer in one.answers.items() if key in offered().risks}
        result = assess(given, offered())
        level, score = result.overall, result.score
        risks = tuple(
            RiskRow(
                key, given[key].likelihood if key in given else 0, given[key].impact if key in given else 0,
                view.score, view.level, given[key].protective if key in given else "",
            )
            for key, view in result.risks.items()
        )  # fmt: skip
    elif one.kind == NEEDS:
        needs = tuple(NeedRow(key, answer["state"], answer["text"]) for key, answer in one.answers.items())
    return AssessmentRow(
        assessment_id=one.id, alias=one.alias, kind=one.kind, held_at=one.held_at, trigger=one.trigger,
        by=one.by or names.get(one.created_by, ""), level=level, score=score, risks=risks, needs=needs,
        interest=dict(one.answers) if one.kind == BEST_INTEREST else {}, measures=measure_rows(one.measures),
        review_on=one.review_on, note=one.note, recorded_at=one.created_at,
    )  # fmt: skip


def _risks(row: AssessmentRow) -> dict[str, Risk]:
    return {
        one.key: Risk(one.likelihood, one.impact, none=one.score == 0) for one in row.risks if one.score is not None
    }


def _risk(answer: Mapping[str, Any]) -> Risk:
    return Risk(
        int(answer.get("likelihood", 0)), int(answer.get("impact", 0)), bool(answer.get("none")),
        str(answer.get("protective", "")),
    )  # fmt: skip


def _moved(before: int | None, now: int | None) -> str:
    if before is None or now is None:
        return "unknown"
    return "same" if before == now else "better" if now < before else "worse"


def _require_child(person: PersonRow) -> None:
    if not person.child:
        raise wrong(N_("the best interest of a child is weighed for a person who is or may be a child"))


def _iso(text: str) -> None:
    try:
        datetime.fromisoformat(text)
    except ValueError:
        raise Refusal(Reason.MOMENT_WRONG, problem=N_("it is not a day")) from None


__all__ = [
    "BEST_INTEREST", "NEEDS", "RISK", "assessment_rows", "list_assessments", "measure_rows", "measures_kept",
    "needs_trend", "record_best_interest", "record_needs", "record_risks", "risk_trend",
]  # fmt: skip
