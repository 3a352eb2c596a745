"""Exhibits: registered, given files that are sealed, and verified."""

from collections import defaultdict
from collections.abc import Sequence
from dataclasses import replace
from datetime import datetime
from pathlib import Path

from sqlalchemy import ColumnElement, func, select
from sqlalchemy.orm import Session

from workbench import terms
from workbench.errors import Reason, Refusal
from workbench.evidence import Progress
from workbench.i18n import N_, visible
from workbench.models import Case, CustodyEvent, Exhibit, SealedFile
from workbench.security import Act
from workbench.services import texts
from workbench.services.finding import case_id_of, exhibit_of
from workbench.services.rows import CustodyRow, ExhibitRow, SealedFileRow
from workbench.services.sealing import Origin, require_sealing, seal, shelf_of
from workbench.services.verifying import verify_all
from workbench.store import Desk

KINDS = terms.EXHIBITS
CUSTODY_KINDS = terms.CUSTODY
# Before it a year is a slip of the hand or of another calendar.
EARLIEST = 1900


def add_exhibit(
    desk: Desk, case: str, *, kind: str, description: str, number: str = "", seized_at: datetime | None = None,
    seized_place: str = "", found_by: str = "", seized_by: str = "", seal_number: str = "", condition: str = "",
) -> ExhibitRow:  # fmt: skip
    """Register an exhibit under the next number (or the one it already carries), with its first custody event."""
    now = desk.clock.now()
    description = texts.several_lines(description)
    _check(kind, description, number, seized_at, now)
    with desk.reading() as session:
        case_id = case_id_of(session, case)
    with desk.act(Act.EXHIBIT_ADD, case_id, subject=number) as session:
        number = number or _next_number(session, case_id)
        if session.scalar(select(Exhibit.id).where(Exhibit.case_id == case_id, Exhibit.number == number)):
            raise Refusal(Reason.EXHIBIT_WRONG, problem=N_("this number is already taken in the case"))
        exhibit = desk.stamp(
            Exhibit(
                case_id=case_id, number=number, kind=kind, description=description, seized_at=seized_at,
                seized_place=texts.one_line(seized_place), found_by=texts.one_line(found_by),
                seized_by=texts.one_line(seized_by), seal_number=texts.one_line(seal_number),
                condition=texts.several_lines(condition),
            )
        )  # fmt: skip
        session.add(exhibit)
        session.flush()
        session.add(
            desk.stamp(
                CustodyEvent(
                    exhibit_id=exhibit.id, seq=1, kind="seized" if seized_at else "received", at=seized_at or now,
                    place=exhibit.seized_place, from_whom="", to_whom=exhibit.seized_by or desk.actor.name, purpose="",
                    seal_before="", seal_after=exhibit.seal_number, condition=exhibit.condition,
                )
            )
        )  # fmt: skip
    return _one(desk, case_id, number)


def attach_file(
    desk: Desk, case: str, exhibit: str, path: Path, *, progress: Progress | None = None
) -> ExhibitRow:
    """Take one file in: one read hashes and seals it; the original is not touched, and nothing half-done stays."""
    require_sealing(desk)
    with desk.reading() as session:
        case_id = case_id_of(session, case)
        found = exhibit_of(session, case_id, exhibit)
    seal(desk, found, path, Origin(), progress=progress)
    return _one(desk, case_id, exhibit)


def require_room(desk: Desk, paths: Sequence[Path]) -> None:
    """Refuse files that could not be taken in, before anything is recorded about them."""
    shelf_of(desk).require_room(paths)


def list_exhibits(desk: Desk, case: str) -> list[ExhibitRow]:
    """The exhibits of a case in the order of their numbers."""
    with desk.reading() as session:
        return exhibit_rows(session, case_id_of(session, case))


def verify_exhibits(desk: Desk, case: str | None, *, progress: Progress | None = None) -> list[ExhibitRow]:
    """Read every sealed file of a case (or of all) and hold it against the hash it was sealed with."""
    with desk.reading() as session:
        case_id = case_id_of(session, case) if case else None
        cases = [case_id] if case_id else list(session.scalars(select(Case.id).order_by(Case.id)))
    broken = {one.file_id for one in verify_all(desk, case_id, progress) if not one.whole}
    with desk.reading() as session:
        rows = [row for each in cases for row in exhibit_rows(session, each)]
    return [_judged(row, broken) for row in rows]


def exhibit_rows(session: Session, case_id: str) -> list[ExhibitRow]:
    """The exhibits of a case as rows."""
    return _rows(session, Exhibit.case_id == case_id)


def _rows(session: Session, which: ColumnElement[bool]) -> list[ExhibitRow]:
    """Rows of exhibits; files and custody are asked for all of them at once."""
    of = select(Exhibit.id).where(which)
    sealed = select(SealedFile).where(SealedFile.exhibit_id.in_(of)).order_by(SealedFile.created_at, SealedFile.id)
    kept = select(CustodyEvent).where(CustodyEvent.exhibit_id.in_(of)).order_by(CustodyEvent.seq)
    files: defaultdict[str, list[SealedFile]] = defaultdict(list)
    events: defaultdict[str, list[CustodyEvent]] = defaultdict(list)
    for file in session.scalars(sealed):
        files[file.exhibit_id].append(file)
    for event in session.scalars(kept):
        events[event.exhibit_id].append(event)
    rows = session.scalars(select(Exhibit).where(which).order_by(Exhibit.number))
    return [_row(row, files[row.id], events[row.id]) for row in rows]


def _one(desk: Desk, case_id: str, number: str) -> ExhibitRow:
    with desk.reading() as session:
        (row,) = _rows(session, Exhibit.id == exhibit_of(session, case_id, number).id)
        return row


def _row(exhibit: Exhibit, files: Sequence[SealedFile], events: Sequence[CustodyEvent]) -> ExhibitRow:
    sealed = tuple(map(file_row, files))
    return ExhibitRow(
        exhibit_id=exhibit.id, number=exhibit.number, kind=exhibit.kind, description=exhibit.description,
        seized_at=exhibit.seized_at, seized_place=exhibit.seized_place, found_by=exhibit.found_by,
        seized_by=exhibit.seized_by, seal_number=exhibit.seal_number, condition=exhibit.condition,
        holder=events[-1].to_whom if events else "", integrity="sealed" if sealed else "none", files=sealed,
        custody=_custody(events),
    )  # fmt: skip


def file_row(file: SealedFile) -> SealedFileRow:
    """A sealed file as a row, its names harmless to show."""
    return SealedFileRow(
        file.id, visible(file.original_name), file.size, file.sha256, file.created_at, file.created_by,
        visible(file.path or ""), file.intake_ref or "", file.source or "", file.tool or "", file.modified_at,
        file.derived_from_id or "", file.derivation or "",
    )  # fmt: skip


def _custody(events: Sequence[CustodyEvent]) -> tuple[CustodyRow, ...]:
    return tuple(
        CustodyRow(
            e.seq,
            e.kind,
            e.at,
            e.place,
            e.from_whom,
            e.to_whom,
            e.purpose,
            e.seal_before,
            e.seal_after,
            e.condition,
        )
        for e in events
    )


def _judged(row: ExhibitRow, broken: set[str]) -> ExhibitRow:
    good = not any(file.file_id in broken for file in row.files)
    return replace(row, integrity=("verified" if good else "broken") if row.files else "none")


def _next_number(session: Session, case_id: str) -> str:
    count = session.scalar(select(func.count()).select_from(Exhibit).where(Exhibit.case_id == case_id)) or 0
    return f"E-{count + 1:03}"


def _check(kind: str, description: str, number: str, seized_at: datetime | None, now: datetime) -> None:
    problem = ""
    if kind not in KINDS:
        problem = N_("the kind is not one of those offered")
    elif not description:
        problem = N_("the description is missing")
    elif number and not (number.isascii() and number.isprintable() and len(number) <= 40):
        problem = N_("the number holds characters that cannot be printed safely")
    elif seized_at and seized_at.year < EARLIEST:
        problem = N_("the time of seizure is not possible")
    elif seized_at and seized_at > now:
        problem = N_("the time of seizure lies in the future")
    if problem:
        raise Refusal(Reason.EXHIBIT_WRONG, problem=problem)
