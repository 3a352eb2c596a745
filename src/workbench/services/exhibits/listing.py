"""Exhibits as rows: with their corrections, files, custody, faults and what is still needed."""

from collections import defaultdict
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass, field
from datetime import datetime

from sqlalchemy import ColumnElement, Select, select
from sqlalchemy.orm import Session

from workbench.evidence import doubts
from workbench.i18n import visible
from workbench.models import Case, CustodyEvent, Exhibit, ExhibitNote, Member, SealedFile, StockTake
from workbench.services.evidence_rows import ExhibitRow, NoteRow, SealedFileRow
from workbench.services.exhibits import chains
from workbench.services.exhibits.numbering import label_id
from workbench.services.exhibits.rules import kind_of
from workbench.services.finding import case_id_of, exhibit_of
from workbench.store import Desk

CORRECTION, REMARK, VOID = "correction", "remark", "void"
# The fields of an exhibit that a correction may name; those of its kind are named with ``detail.`` before them.
TEXTS = ("description", "seized_place", "found_by", "seized_by", "seal_number", "condition", "kind", "seized_at")
DETAIL = "detail."


@dataclass
class _Found:
    """What belongs to the exhibits that are asked for, by exhibit."""

    files: defaultdict[str, list[SealedFile]] = field(default_factory=lambda: defaultdict(list))
    events: defaultdict[str, list[CustodyEvent]] = field(default_factory=lambda: defaultdict(list))
    notes: defaultdict[str, list[ExhibitNote]] = field(default_factory=lambda: defaultdict(list))
    counted: dict[str, datetime] = field(default_factory=dict)
    names: Mapping[str, str] = field(default_factory=dict)
    cases: Mapping[str, str] = field(default_factory=dict)


def list_exhibits(desk: Desk, case: str) -> list[ExhibitRow]:
    """The exhibits of a case in the order of their numbers, void ones too."""
    with desk.reading() as session:
        return exhibit_rows(session, case_id_of(session, case), desk.clock.now())


def exhibit(desk: Desk, case: str, number: str) -> ExhibitRow:
    """One exhibit of a case. Raises ``Refusal`` if there is none of this number."""
    with desk.reading() as session:
        return row_of(session, exhibit_of(session, case_id_of(session, case), number), desk.clock.now())


def exhibit_rows(session: Session, case_id: str, now: datetime) -> list[ExhibitRow]:
    """The exhibits of a case as rows."""
    return rows_where(session, Exhibit.case_id == case_id, now)


def row_of(session: Session, one: Exhibit, now: datetime) -> ExhibitRow:
    """One exhibit as a row."""
    (row,) = rows_where(session, Exhibit.id == one.id, now)
    return row


def rows_where(session: Session, which: ColumnElement[bool], now: datetime) -> list[ExhibitRow]:
    """Rows of exhibits; files, custody and notes are asked for all of them at once."""
    exhibits = list(session.scalars(select(Exhibit).where(which).order_by(Exhibit.number)))
    found = _found(session, select(Exhibit.id).where(which))
    parts: defaultdict[tuple[str, str | None], list[str]] = defaultdict(list)
    of = {one.case_id for one in exhibits}
    listed = select(Exhibit).where(Exhibit.case_id.in_(of), Exhibit.parent.is_not(None)).order_by(Exhibit.number)
    for part in session.scalars(listed):
        parts[part.case_id, part.parent].append(part.number)
    return [_row(one, found, parts[one.case_id, one.number], now) for one in exhibits]


def corrected(one: Exhibit, notes: Iterable[ExhibitNote]) -> tuple[dict[str, str], dict[str, object]]:
    """The texts and the details of an exhibit as they hold with every correction."""
    texts = {key: str(getattr(one, key) or "") for key in TEXTS}
    texts["seized_at"] = one.seized_at.isoformat() if one.seized_at else ""
    detail = dict(one.detail or {})
    for note in notes:
        if note.kind == CORRECTION and note.field.startswith(DETAIL):
            key = note.field.removeprefix(DETAIL)
            detail[key] = note.now.splitlines() if isinstance(detail.get(key), list) else note.now
        elif note.kind == CORRECTION:
            texts[note.field] = note.now
    return texts, {key: value for key, value in detail.items() if value not in ("", [], None)}


def _found(session: Session, of: Select[str]) -> _Found:
    found = _Found(
        names={member.id: member.name for member in session.scalars(select(Member))},
        cases={case.id: case.number for case in session.execute(select(Case.id, Case.number))},
    )
    sealed = select(SealedFile).where(SealedFile.exhibit_id.in_(of)).order_by(SealedFile.created_at, SealedFile.id)
    kept = select(CustodyEvent).where(CustodyEvent.exhibit_id.in_(of)).order_by(CustodyEvent.seq)
    noted = select(ExhibitNote).where(ExhibitNote.exhibit_id.in_(of)).order_by(ExhibitNote.created_at, ExhibitNote.id)
    for file in session.scalars(sealed):
        found.files[file.exhibit_id].append(file)
    for event in session.scalars(kept):
        found.events[event.exhibit_id].append(event)
    for note in session.scalars(noted):
        found.notes[note.exhibit_id].append(note)
    for take in session.scalars(select(StockTake).order_by(StockTake.ended_at)):
        found.counted |= {str(one["id"]): take.ended_at for one in take.seen if one.get("id")}
    return found


def _row(one: Exhibit, found: _Found, parts: Sequence[str], now: datetime) -> ExhibitRow:
    texts, detail = corrected(one, found.notes[one.id])
    events, files = found.events[one.id], tuple(map(file_row, found.files[one.id]))
    void = any(note.kind == VOID for note in found.notes[one.id])
    holding = chains.holding(events)
    faults = () if void else chains.fault_rows(one.number, events, found.names, now, found.counted.get(one.id))
    needed = () if void else doubts.still_needed(kind_of(texts["kind"]), detail)
    return ExhibitRow(
        exhibit_id=one.id, number=one.number, kind=texts["kind"], description=texts["description"],
        seized_at=datetime.fromisoformat(texts["seized_at"]) if texts["seized_at"] else None,
        seized_place=texts["seized_place"], found_by=texts["found_by"], seized_by=texts["seized_by"],
        seal_number=texts["seal_number"], condition=texts["condition"], holder=holding.holder,
        integrity="sealed" if files else "none", files=files, custody=chains.rows(events, found.names),
        parent=one.parent or "", parts=tuple(parts), scene=one.scene or "", detail=detail,
        notes=tuple(_note(note, found.names) for note in found.notes[one.id]), void=void, faults=faults,
        still_needed=tuple(field.key for field in needed), seal=holding.seal, in_store=holding.store,
        awaiting=holding.awaiting, ended=holding.ended, label=label_id(found.cases.get(one.case_id, ""), one.number),
        count_due=None if void else chains.count_due(holding, found.counted.get(one.id)),
    )  # fmt: skip


def file_row(file: SealedFile) -> SealedFileRow:
    """A sealed file as a row, its names harmless to show."""
    return SealedFileRow(
        file.id, visible(file.original_name), file.size, file.sha256, file.created_at, file.created_by,
        visible(file.path or ""), file.intake_ref or "", file.source or "", file.tool or "", file.modified_at,
        file.derived_from_id or "", file.derivation or "",
    )  # fmt: skip


def _note(note: ExhibitNote, names: Mapping[str, str]) -> NoteRow:
    return NoteRow(
        note.kind, note.field, note.was, note.now, note.reason, note.created_at, names.get(note.created_by, "")
    )
