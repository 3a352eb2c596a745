"""Files of exhibits: taken in one by one, and held against the hash they were sealed with."""

from collections.abc import Collection, Sequence
from dataclasses import replace
from pathlib import Path

from sqlalchemy import select

from workbench.evidence import Progress
from workbench.models import Case
from workbench.services.evidence_rows import ExhibitRow
from workbench.services.exhibits.listing import exhibit_rows, row_of
from workbench.services.finding import case_id_of, exhibit_of
from workbench.services.sealing import Origin, require_sealing, seal, shelf_of
from workbench.services.verifying import verify_all
from workbench.store import Desk


def attach_file(
    desk: Desk, case: str, exhibit: str, path: Path, *, progress: Progress | None = None
) -> ExhibitRow:
    """Take one file in: one read hashes and seals it; the original is not touched, and nothing half-done stays."""
    require_sealing(desk)
    with desk.reading() as session:
        case_id = case_id_of(session, case)
        found = exhibit_of(session, case_id, exhibit)
    seal(desk, found, path, Origin(), progress=progress)
    with desk.reading() as session:
        return row_of(session, exhibit_of(session, case_id, exhibit), desk.clock.now())


def require_room(desk: Desk, paths: Sequence[Path]) -> None:
    """Refuse files that could not be taken in, before anything is recorded about them."""
    shelf_of(desk).require_room(paths)


def verify_exhibits(
    desk: Desk, case: str | None, *, only: Collection[str] | None = None, progress: Progress | None = None
) -> list[ExhibitRow]:
    """Read every sealed file of a case (or of all) and hold it against the hash it was sealed with.

    ``only`` are the exhibits whose files are read; of the others nothing is said.
    """
    with desk.reading() as session:
        case_id = case_id_of(session, case) if case else None
        cases = [case_id] if case_id else list(session.scalars(select(Case.id).order_by(Case.id)))
    broken = {one.file_id for one in verify_all(desk, case_id, progress, only) if not one.whole}
    with desk.reading() as session:
        rows = [row for each in cases for row in exhibit_rows(session, each, desk.clock.now())]
    return [_judged(row, broken) for row in rows if only is None or row.number in only]


def _judged(row: ExhibitRow, broken: set[str]) -> ExhibitRow:
    good = not any(file.file_id in broken for file in row.files)
    return replace(row, integrity=("verified" if good else "broken") if row.files else "none")
