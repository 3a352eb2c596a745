"""Sealing: the one way in which a file becomes evidence, and the way back to its bytes."""

import contextlib
from collections.abc import Iterator
from dataclasses import dataclass
from datetime import datetime
from pathlib import Path

from sqlalchemy import select

from workbench.errors import Reason, Refusal, WorkbenchError
from workbench.evidence import Opening, Progress, Sealed, Shelf
from workbench.i18n import ltr
from workbench.models import Exhibit, SealedFile
from workbench.models.declarative import written
from workbench.security import Act
from workbench.store import Desk


@dataclass(frozen=True, slots=True)
class Origin:
    """Where a file came from: the taking-in, its place there, the device, and what it was taken with."""

    intake_ref: str | None = None
    path: str | None = None
    source: str | None = None
    tool: str | None = None


def shelf_of(desk: Desk) -> Shelf:
    """The shelf of the vault, with a key for each file from its id and salt."""
    return Shelf(desk.folder / "shelf", lambda file_id, salt: desk.key(f"att|{file_id}", salt=salt))


def require_sealing(desk: Desk) -> None:
    """Refuse somebody who may not seal files."""
    desk.require(Act.FILE_SEAL)


def seal(
    desk: Desk, exhibit: Exhibit, path: Path, origin: Origin, *, progress: Progress | None = None, alone: bool = True
) -> SealedFile:  # fmt: skip
    """Take a file in for an exhibit: one read hashes and seals it; the original is not touched.

    ``alone``: somebody chose this one file, so that an empty one is refused and a link followed.
    """
    require_sealing(desk)
    # Sealed first and only then recorded: a file on the shelf that nobody knows is harmless, the reverse is not.
    sealed = shelf_of(desk).take_in(path, progress, empty=not alone, follow=alone)
    return record(desk, exhibit, sealed, origin)


def record(desk: Desk, exhibit: Exhibit, sealed: Sealed, origin: Origin) -> SealedFile:
    """Record a file that lies on the shelf."""
    row = desk.stamp(
        SealedFile(
            exhibit_id=exhibit.id, shelf_id=sealed.shelf_id, sha256=sealed.sha256, size=sealed.size,
            original_name=sealed.original_name, modified_at=sealed.modified_at, path=origin.path,
            intake_ref=origin.intake_ref, source=origin.source, tool=origin.tool, detail=_times(sealed),
        )
    )  # fmt: skip
    try:
        with desk.act(Act.FILE_SEAL, exhibit.case_id, subject=f"{exhibit.number} {sealed.sha256}") as session:
            session.add(row)
    except WorkbenchError:
        let_go(desk, sealed)
        raise
    return row


def let_go(desk: Desk, sealed: Sealed) -> None:
    """Take a file off the shelf again that could not be recorded; one that was is left, whatever failed after that."""
    with contextlib.suppress(WorkbenchError):
        with desk.reading() as session:
            known = session.scalar(select(SealedFile.id).where(SealedFile.shelf_id == sealed.shelf_id))
        if known is None:
            shelf_of(desk).discard(sealed.shelf_id)


@contextlib.contextmanager
def opened(desk: Desk, file_id: str) -> Iterator[Opening]:
    """A sealed file, to be read from any place with ``fetch(offset, length)``; nothing is written in plain.

    Whoever shows or reads it logs that. Raises ``Refusal`` if there is no such file, ``Damaged`` or ``OSError`` where
    it is not what was sealed.
    """
    with desk.reading() as session:
        shelf_id = session.scalar(select(SealedFile.shelf_id).where(SealedFile.id == file_id))
    if shelf_id is None:
        raise Refusal(Reason.FILE_UNKNOWN, file=ltr(file_id))
    with shelf_of(desk).opened(shelf_id) as opening:
        yield opening


def _times(sealed: Sealed) -> dict[str, str] | None:
    """The times that the file system told beside that of the last change of content."""
    told: dict[str, datetime | None] = {
        "accessed": sealed.accessed_at, "changed": sealed.changed_at, "created": sealed.created_at,
    }  # fmt: skip
    return {key: written(at) for key, at in told.items() if at} or None
