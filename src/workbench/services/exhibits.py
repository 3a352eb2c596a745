"""Exhibits: registered, given files that are sealed, and verified."""

import json
from collections import defaultdict
from collections.abc import Sequence
from datetime import datetime
from pathlib import Path

from sqlalchemy import ColumnElement, func, or_, select
from sqlalchemy.orm import Session

from workbench import terms
from workbench.errors import Reason, Refusal
from workbench.evidence import Progress, Shelf
from workbench.i18n import N_, visible
from workbench.models import AuditEntry, Case, CustodyEvent, Exhibit, SealedFile
from workbench.security import Act
from workbench.services import texts
from workbench.services.finding import case_id_of, exhibit_of
from workbench.services.rows import CustodyRow, ExhibitRow, SealedFileRow
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
    """Take a file in: one read hashes and seals it; the original is not touched, and nothing half-done stays."""
    desk.require(Act.FILE_SEAL)
    with desk.reading() as session:
        case_id = case_id_of(session, case)
        exhibit_id = exhibit_of(session, case_id, exhibit).id
    # Sealed first and only then recorded: a file on the shelf that nobody knows is harmless, the reverse is not.
    sealed = shelf_of(desk).take_in(path, progress)
    with desk.act(Act.FILE_SEAL, case_id, subject=f"{exhibit} {sealed.sha256}") as session:
        session.add(
            desk.stamp(
                SealedFile(
                    exhibit_id=exhibit_id, shelf_id=sealed.shelf_id, sha256=sealed.sha256, size=sealed.size,
                    original_name=sealed.original_name, modified_at=sealed.modified_at,
                )
            )
        )  # fmt: skip
    return _one(desk, case_id, exhibit)


def require_room(desk: Desk, paths: Sequence[Path]) -> None:
    """Refuse files that could not be taken in, before anything is recorded about them."""
    shelf_of(desk).require_room(paths)


def list_exhibits(desk: Desk, case: str) -> list[ExhibitRow]:
    """The exhibits of a case in the order of their numbers."""
    with desk.reading() as session:
        return exhibit_rows(session, case_id_of(session, case))


def require_whole(desk: Desk, case_id: str) -> None:
    """Raise ``Broken`` if a sealed file of the case is missing or altered: no paper may state its hash then."""
    with desk.reading() as session:
        files = session.execute(
            select(SealedFile.shelf_id, SealedFile.sha256, SealedFile.size, Exhibit.number)
            .join(Exhibit, Exhibit.id == SealedFile.exhibit_id)
            .where(Exhibit.case_id == case_id)
        ).all()
    kept = shelf_of(desk)
    for file in files:
        kept.require(file.shelf_id, file.sha256, file.size, file.number)


def verify_exhibits(desk: Desk, case: str | None, *, progress: Progress | None = None) -> list[ExhibitRow]:
    """Read every sealed file of a case (or of all) and hold it against the hash it was sealed with."""
    with desk.reading() as session:
        case_id = case_id_of(session, case) if case else None
        cases = [case_id] if case_id else list(session.scalars(select(Case.id).order_by(Case.id)))
        rows = [row for each in cases for row in exhibit_rows(session, each)]
        places = {row.id: row.shelf_id for row in session.execute(select(SealedFile.id, SealedFile.shelf_id))}
    kept, total = shelf_of(desk), sum(file.size for row in rows for file in row.files)
    done, checked = 0, []
    for row in rows:
        good = True
        for file in row.files:
            good &= kept.verify(places[file.file_id], file.sha256, file.size)
            done += file.size
            if progress and not progress(done, total):
                raise Refusal(Reason.CANCELLED)
        checked.append(_judged(row, good))
    broken = ",".join(row.number for row in checked if row.integrity == "broken")
    with desk.act(Act.FILES_VERIFY, case_id, subject=f"broken: {broken}" if broken else f"{len(checked)}"):
        pass
    return checked


def known_broken(desk: Desk, session: Session, case_id: str) -> tuple[str, ...]:
    """The exhibits whose sealed file is gone, or that the newest check found broken; nothing is read anew."""
    checks = select(AuditEntry.body).where(
        AuditEntry.act == Act.FILES_VERIFY.value,
        or_(AuditEntry.case_id == case_id, AuditEntry.case_id.is_(None)),
    )
    newest = session.scalars(checks.order_by(AuditEntry.seq.desc()).limit(1)).first()
    named = str(json.loads(newest)["subject"]) if newest else ""
    found = set(named.removeprefix("broken: ").split(",")) if named.startswith("broken: ") else set()
    kept = shelf_of(desk)
    files = session.execute(
        select(Exhibit.number, SealedFile.shelf_id)
        .join(SealedFile, SealedFile.exhibit_id == Exhibit.id)
        .where(Exhibit.case_id == case_id)
        .order_by(Exhibit.number)
    ).all()
    broken = (file.number for file in files if file.number in found or not kept.path(file.shelf_id).is_file())
    return tuple(dict.fromkeys(broken))


def shelf_of(desk: Desk) -> Shelf:
    """The shelf of the vault, with a key for each file from its id and salt."""
    return Shelf(desk.folder / "shelf", lambda file_id, salt: desk.key(f"att|{file_id}", salt=salt))


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
    sealed = tuple(
        SealedFileRow(f.id, visible(f.original_name), f.size, f.sha256, f.created_at, f.created_by)
        for f in files
    )
    return ExhibitRow(
        exhibit_id=exhibit.id, number=exhibit.number, kind=exhibit.kind, description=exhibit.description,
        seized_at=exhibit.seized_at, seized_place=exhibit.seized_place, found_by=exhibit.found_by,
        seized_by=exhibit.seized_by, seal_number=exhibit.seal_number, condition=exhibit.condition,
        holder=events[-1].to_whom if events else "", integrity="sealed" if sealed else "none", files=sealed,
        custody=_custody(events),
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


def _judged(row: ExhibitRow, good: bool) -> ExhibitRow:
    from dataclasses import replace

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
