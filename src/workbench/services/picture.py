"""The picture of a case: what the procedure's facts are computed from."""

from collections.abc import Mapping
from dataclasses import dataclass
from datetime import date

from sqlalchemy import select
from sqlalchemy.orm import Session

from workbench.models import Case, StepRecord
from workbench.services.exhibits import exhibit_rows
from workbench.services.people import people_rows
from workbench.services.rows import ExhibitRow, PersonRow
from workbench.sop import ExhibitFact, PersonFact, Picture, Record

WITHHOLDERS = frozenset({"", "self", "unit"})


@dataclass(frozen=True)
class Known:
    """What a case holds, as rows and as the procedure sees it."""

    people: list[PersonRow]
    exhibits: list[ExhibitRow]
    rows: list[StepRecord]
    records: tuple[Record, ...]
    picture: Picture


def known(session: Session, case: Case, today: date, names: Mapping[str, str]) -> Known:
    """Everything the procedure needs to know of a case; ``names`` are the members by id."""
    people = people_rows(session, case.id, today)
    exhibits = exhibit_rows(session, case.id)
    rows = list(
        session.scalars(
            select(StepRecord)
            .where(StepRecord.case_id == case.id)
            .order_by(StepRecord.created_at, StepRecord.id)
        )
    )
    records = tuple(
        Record(row.step, row.state, row.answers, row.reason, row.created_at, names.get(row.created_by, ""))
        for row in rows
    )
    picture = Picture(
        opened_at=case.opened_at,
        kind=case.kind,
        people=tuple(map(_person, people)),
        exhibits=tuple(ExhibitFact(row.number, row.kind) for row in exhibits),
        answers=_answers(records),
    )
    return Known(people, exhibits, rows, records, picture)


def _answers(records: tuple[Record, ...]) -> dict[str, Mapping[str, object]]:
    """The answers that hold now: those of the newest record of each step that was finished and not reopened."""
    now: dict[str, Mapping[str, object]] = {}
    for record in records:
        if record.state == "done":
            now[record.step] = record.answers
        elif record.state != "asked":
            # A reopened step keeps its answers as known until they are recorded again.
            now.setdefault(record.step, record.answers)
    return now


def _person(row: PersonRow) -> PersonFact:
    held = {claim.custody for claim in row.claims if claim.custody}
    newest = [claim.custody for claim in row.claims if claim.custody]
    return PersonFact(
        alias=row.alias,
        roles=row.roles,
        age_low=row.age_low,
        age_high=row.age_high,
        age_in_doubt=row.age_in_doubt,
        nationality=row.nationality,
        languages=row.languages,
        needs_interpreter=row.needs_interpreter,
        in_custody=bool(held) and newest[-1] == "held",
        documents_held_by_other=any(paper.held_by not in WITHHOLDERS for paper in row.papers),
    )
