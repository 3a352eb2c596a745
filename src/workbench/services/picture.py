"""The picture of a case: what the procedure's facts are computed from."""

from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass
from datetime import datetime
from zoneinfo import ZoneInfo

from sqlalchemy import select
from sqlalchemy.orm import Session

from workbench.models import Case, JudgeOrder, StepRecord
from workbench.services.endangered import endangered
from workbench.services.exhibits import exhibit_rows
from workbench.services.people import people_rows
from workbench.services.rows import ExhibitRow, PersonRow
from workbench.sop import VICTIM_ROLES, Event, ExhibitFact, OrderFact, OrderState, PersonFact, Picture, Record

WITHHOLDERS = frozenset({"", "self", "unit"})


@dataclass(frozen=True)
class Known:
    """What a case holds, as rows and as the procedure sees it; each of ``orders`` is one order from its asking on.

    ``endangered`` are the codes of those whom a safety plan says to be in danger.
    """

    people: list[PersonRow]
    exhibits: list[ExhibitRow]
    rows: list[StepRecord]
    orders: tuple[tuple[JudgeOrder, ...], ...]
    records: tuple[Record, ...]
    picture: Picture
    endangered: tuple[str, ...] = ()


def known(session: Session, case: Case, now: datetime, zone: ZoneInfo, names: Mapping[str, str]) -> Known:
    """Everything the procedure needs to know of a case; ``names`` are the members by id."""
    people = people_rows(session, case.id, now.astimezone(zone).date())
    exhibits = exhibit_rows(session, case.id, now)
    rows = list(
        session.scalars(
            select(StepRecord)
            .where(StepRecord.case_id == case.id)
            .order_by(StepRecord.created_at, StepRecord.id)
        )
    )
    records = tuple(
        Record(
            row.step, row.state, row.answers, row.reason, row.created_at, names.get(row.created_by, ""),
            passed=row.passed or "", ref=row.id,
        )
        for row in rows
    )  # fmt: skip
    orders = order_entries(session, case.id)
    picture = Picture(
        opened_at=case.opened_at,
        kind=case.kind,
        people=tuple(map(_person, people)),
        exhibits=tuple(ExhibitFact(row.number, row.kind) for row in exhibits if not row.void),
        answers=_answers(records),
        orders=tuple(_order(entries, now) for entries in orders),
        events=tuple(_events(people, orders)),
    )
    return Known(people, exhibits, rows, orders, records, picture, endangered(session, case.id, people))


def order_entries(session: Session, case_id: str) -> tuple[tuple[JudgeOrder, ...], ...]:
    """The orders of a case, each as its entries from the asking on, in the order of their numbers."""
    rows = session.scalars(
        select(JudgeOrder)
        .where(JudgeOrder.case_id == case_id)
        .order_by(JudgeOrder.created_at, JudgeOrder.id)
    )
    found: dict[str, list[JudgeOrder]] = {}
    for row in rows:
        found.setdefault(row.ref, []).append(row)
    return tuple(tuple(entries) for entries in found.values())


def in_force(entry: JudgeOrder, now: datetime) -> bool:
    """Whether what the entry allows may be done now."""
    return entry.state in (OrderState.GRANTED, OrderState.EXCEPTION) and (
        entry.valid_until is None or now <= entry.valid_until
    )


def _order(entries: tuple[JudgeOrder, ...], now: datetime) -> OrderFact:
    last = entries[-1]
    return OrderFact(last.ref, last.kind, last.step, last.subject, OrderState(last.state), in_force(last, now))


def _events(people: Iterable[PersonRow], orders: Iterable[tuple[JudgeOrder, ...]]) -> Iterator[Event]:
    """What happened to people and what the judge ordered: the moments that deadlines run from."""
    released: dict[str, datetime] = {}
    for person in people:
        held: datetime | None = None
        for claim in person.claims:
            if claim.custody == "held" and held is None:
                held = claim.since
            elif claim.custody == "released" and held is not None:
                yield Event("custody", person.alias, held, claim.since)
                released[person.alias], held = claim.since, None
        if held is not None:
            yield Event("custody", person.alias, held)
            released.pop(person.alias, None)
        victim = [claim for claim in person.claims if claim.role in VICTIM_ROLES]
        if victim:
            over = None if any(one.until is None for one in victim) else max(one.until for one in victim if one.until)
            yield Event("victim", person.alias, victim[0].since, over)
    for last in (entries[-1] for entries in orders):
        if last.state == OrderState.GRANTED:
            free = released.get(last.subject)
            ended = free if free is not None and free >= last.at else None
            yield Event(f"order.{last.kind}", last.subject, last.at, ended, last.valid_until)


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
