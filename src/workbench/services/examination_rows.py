"""Requests to laboratories and experts as rows: what was asked of whom, how it stands, what the answer lacks."""

from collections.abc import Mapping
from dataclasses import dataclass, field, replace
from datetime import date, datetime

from sqlalchemy import select
from sqlalchemy.orm import Session

from workbench.models import CustodyEvent, Examination, Exhibit, SealedFile

ASKED, SENT, RESULT, RETURNED, WITHDRAWN = "asked", "sent", "result", "returned", "withdrawn"


@dataclass(frozen=True, slots=True)
class ExaminedRow:
    """An exhibit that is examined, with its seal; ``custody`` is the number of the hand-over to the examiner."""

    number: str
    description: str
    seal: str
    custody: int | None = None
    holder: str = ""


@dataclass(frozen=True, slots=True)
class ExaminationEntryRow:
    """One entry in the life of a request."""

    state: str
    at: datetime
    by: str
    recorded_at: datetime
    reason: str
    detail: Mapping[str, object] = field(default_factory=dict, hash=False)


@dataclass(frozen=True, slots=True)
class ResultRow:
    """The answer: its number and day, how it was found, how sure it is, by whom, and the file it stands in."""

    number: str
    on: str
    method: str
    uncertainty: str
    limits: str
    tools: tuple[tuple[str, str], ...]  # name and version of each
    accredited: str  # yes | no | unknown
    scope: str
    expert: str
    identity: str
    oath: str
    signed: bool
    answers: tuple[str, ...]  # as many as the questions
    exhibit: str
    files: tuple[tuple[str, str], ...]  # name and SHA-256 of each file of that exhibit
    roles: tuple[tuple[str, str], ...]  # first responder, specialist
    properties: tuple[tuple[str, str], ...]  # property and what was said of it


@dataclass(frozen=True, slots=True)
class ExaminationRow:
    """A request from its asking on. ``late`` if the answer is overdue; ``lacks`` says what a court would miss."""

    ref: str
    kind: str
    state: str
    to: str
    official: bool
    oath: str
    person: str
    exhibits: tuple[ExaminedRow, ...]
    facts: str
    questions: tuple[str, ...]
    hazards: str
    wanted_by: str
    contact: str
    returning: str
    order: str
    asked_at: datetime
    by: str
    entries: tuple[ExaminationEntryRow, ...]
    result: ResultRow | None = None
    late: bool = False
    lacks: tuple[str, ...] = ()

    def at(self, state: str) -> datetime | None:
        """When it came to a state for the last time."""
        return next((one.at for one in reversed(self.entries) if one.state == state), None)


def examination_rows(
    session: Session, case_id: str, names: Mapping[str, str], today: date
) -> list[ExaminationRow]:
    """The requests of a case in the order of their numbers."""
    found: dict[str, list[Examination]] = {}
    for one in session.scalars(
        select(Examination).where(Examination.case_id == case_id).order_by(Examination.created_at, Examination.id)
    ):
        found.setdefault(one.ref, []).append(one)
    exhibits = {one.number: one for one in session.scalars(select(Exhibit).where(Exhibit.case_id == case_id))}
    custody = _custody(session, case_id)
    files = _files(session, case_id)
    return [_row(entries, exhibits, custody, files, names, today) for _, entries in sorted(found.items())]


def _row(
    entries: list[Examination], exhibits: Mapping[str, Exhibit], custody: Mapping[str, list[CustodyEvent]],
    files: Mapping[str, tuple[tuple[str, str], ...]], names: Mapping[str, str], today: date,
) -> ExaminationRow:  # fmt: skip
    first, last = entries[0], entries[-1]
    asked = first.detail
    to = str(asked.get("to", ""))
    sent = next((one for one in entries if one.state == SENT), None)
    looked = tuple(_examined(each, exhibits, custody, to, sent is not None) for each in first.exhibits)
    told = next((one for one in reversed(entries) if one.state == RESULT), None)
    result = _result(told, files, len(asked.get("questions", ()))) if told else None
    row = ExaminationRow(
        ref=first.ref, kind=first.kind, state=last.state, to=to, official=bool(asked.get("official")),
        oath=str((told.detail.get("oath") if told else "") or asked.get("oath", "")),
        person=str(asked.get("person", "")), exhibits=looked, facts=str(asked.get("facts", "")),
        questions=tuple(asked.get("questions", ())),
        hazards=str(asked.get("hazards", "")), wanted_by=str(asked.get("wanted_by", "")),
        contact=str(asked.get("contact", "")), returning=str(asked.get("returning", "")),
        order=str(asked.get("order", "")), asked_at=first.at, by=names.get(first.created_by, ""),
        entries=tuple(
            ExaminationEntryRow(
                one.state, one.at, names.get(one.created_by, ""), one.created_at, one.reason, one.detail
            )
            for one in entries
        ),
        result=result,
    )  # fmt: skip
    return _judged(row, today)


def _judged(row: ExaminationRow, today: date) -> ExaminationRow:
    open_still = row.result is None and row.state not in (WITHDRAWN, RETURNED)
    late = open_still and bool(row.wanted_by) and row.wanted_by < today.isoformat()
    return replace(row, late=late, lacks=lacking(row))


def lacking(row: ExaminationRow) -> tuple[str, ...]:
    """What a court would miss, of what can be there by now."""
    lacks = []
    if row.at(SENT) is not None and any(one.custody is None for one in row.exhibits):
        lacks.append("custody")
    one = row.result
    if one is None:
        return tuple(lacks)
    if not row.official and not row.oath:
        lacks.append("oath")
    if not one.signed:
        lacks.append("signature")
    if not one.files:
        lacks.append("file")
    if not one.tools and row.kind in ("digital", "voice"):
        lacks.append("tools")
    if not all(one.answers) or len(one.answers) < len(row.questions):
        lacks.append("answers")
    if row.kind == "digital" and len([said for _, said in one.properties if said]) < 4:
        lacks.append("properties")
    return tuple(lacks)


def _examined(
    each: Mapping[str, str], exhibits: Mapping[str, Exhibit], custody: Mapping[str, list[CustodyEvent]], to: str,
    sent: bool,
) -> ExaminedRow:  # fmt: skip
    """An exhibit as it was sent. The hand-over is looked up in the custody record, never assumed."""
    number = each["number"]
    events = custody.get(number, [])
    over = next((one.seq for one in reversed(events) if sent and _same(one.to_whom, to)), None)
    exhibit = exhibits.get(number)
    return ExaminedRow(
        number, exhibit.description if exhibit else "", each.get("seal", ""), over,
        events[-1].to_whom if events else "",
    )  # fmt: skip


def _same(holder: str, to: str) -> bool:
    a, b = holder.casefold().strip(), to.casefold().strip()
    return bool(a) and bool(b) and (a == b or a in b or b in a)


def _result(one: Examination, files: Mapping[str, tuple[tuple[str, str], ...]], questions: int) -> ResultRow:
    told = one.detail
    answers = [str(each) for each in told.get("answers", ())]
    return ResultRow(
        number=str(told.get("number", "")), on=str(told.get("on", "")), method=str(told.get("method", "")),
        uncertainty=str(told.get("uncertainty", "")), limits=str(told.get("limits", "")),
        tools=tuple((each["name"], each["version"]) for each in told.get("tools", ())),
        accredited=str(told.get("accredited", "unknown")), scope=str(told.get("scope", "")),
        expert=str(told.get("expert", "")), identity=str(told.get("identity", "")), oath=str(told.get("oath", "")),
        signed=bool(told.get("signed")), answers=tuple((answers + [""] * questions)[: max(questions, len(answers))]),
        exhibit=str(told.get("exhibit", "")), files=files.get(str(told.get("exhibit", "")), ()),
        roles=tuple(sorted(dict(told.get("roles", {})).items())),
        properties=tuple(dict(told.get("properties", {})).items()),
    )  # fmt: skip


def _custody(session: Session, case_id: str) -> dict[str, list[CustodyEvent]]:
    """The custody events that count, by exhibit."""
    rows = session.execute(
        select(Exhibit.number, CustodyEvent)
        .join(Exhibit, Exhibit.id == CustodyEvent.exhibit_id)
        .where(Exhibit.case_id == case_id)
        .order_by(CustodyEvent.seq)
    ).all()
    corrected = {event.corrects_id for _, event in rows}
    found: dict[str, list[CustodyEvent]] = {}
    for number, event in rows:
        if event.id not in corrected:
            found.setdefault(number, []).append(event)
    return found


def _files(session: Session, case_id: str) -> dict[str, tuple[tuple[str, str], ...]]:
    rows = session.execute(
        select(Exhibit.number, SealedFile.original_name, SealedFile.sha256)
        .join(Exhibit, Exhibit.id == SealedFile.exhibit_id)
        .where(Exhibit.case_id == case_id)
        .order_by(SealedFile.created_at, SealedFile.id)
    )
    found: dict[str, tuple[tuple[str, str], ...]] = {}
    for number, name, sha256 in rows:
        found[number] = (*found.get(number, ()), (name, sha256))
    return found
