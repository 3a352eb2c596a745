"""Files of exhibits: taken in, sealed, and held against the hash they were sealed with."""

import json
from collections.abc import Sequence
from dataclasses import replace
from pathlib import Path

from sqlalchemy import or_, select
from sqlalchemy.orm import Session

from workbench.errors import Reason, Refusal
from workbench.evidence import Progress, Shelf
from workbench.models import AuditEntry, Case, Exhibit, SealedFile
from workbench.security import Act
from workbench.services.evidence_rows import ExhibitRow
from workbench.services.exhibits.listing import exhibit_rows, row_of
from workbench.services.finding import case_id_of, exhibit_of
from workbench.store import Desk


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
        rows = [row for each in cases for row in exhibit_rows(session, each, desk.clock.now())]
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


def _one(desk: Desk, case_id: str, number: str) -> ExhibitRow:
    with desk.reading() as session:
        return row_of(session, exhibit_of(session, case_id, number), desk.clock.now())


def _judged(row: ExhibitRow, good: bool) -> ExhibitRow:
    return replace(row, integrity=("verified" if good else "broken") if row.files else "none")
