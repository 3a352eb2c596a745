"""Exporting an exhibit: its bytes as they came, and what a stranger needs to check them without this program."""

import hashlib
import os
import secrets
import shutil
from collections.abc import Sequence
from dataclasses import dataclass, replace
from pathlib import Path

from sqlalchemy import select
from sqlalchemy.orm import Session

from workbench import disk
from workbench.disk import is_free, megabytes, settle, told
from workbench.errors import Broken, Reason, Refusal
from workbench.evidence import Damaged, Progress
from workbench.evidence.shelf import MARGIN
from workbench.i18n import ltr, visible
from workbench.models import Case, CustodyEvent, Exhibit, ExhibitNote, Intake, Record, SealedFile
from workbench.models.declarative import written
from workbench.security import Act
from workbench.security.canonical import canonical, digest
from workbench.services import texts
from workbench.services.exporting.naming import safe
from workbench.services.exporting.proofs import Proven, prove, station_key
from workbench.services.finding import case_of, exhibit_of
from workbench.services.sealing import shelf_of
from workbench.store import Desk
from workbench.store.fingerprint import hashed
from workbench.store.settings import station

FORMAT = "workbench/exhibit/1"
MANIFEST, CHECKPOINT, KEY = "exhibit.json", "checkpoint.txt", "station-key.txt"


@dataclass(frozen=True, slots=True)
class ExportRow:
    """What left: where it lies, how much it is, and what a receiver compares with a paper or by telephone."""

    case: str
    exhibit: str
    folder: str
    files: int
    size: int
    sha256: str  # of exhibit.json
    log_size: int
    log_root: str
    key: str  # fingerprint of the station's key


@dataclass(frozen=True, slots=True)
class Sealed:
    """Where in the export the sealed form of a file lies, and the key of this one file."""

    path: str
    key: str


@dataclass(frozen=True)
class _Export:
    """All that is exported of an exhibit."""

    case: Case
    exhibit: Exhibit
    files: Sequence[SealedFile]
    others: Sequence[Record]
    names: dict[str, str]
    sealed: dict[str, Sealed]  # by id of the file, where its sealed form goes along

    @property
    def size(self) -> int:
        return sum(file.size for file in self.files) * (2 if self.sealed else 1)


def export_exhibit(
    desk: Desk, case: str, exhibit: str, target: Path, *, reason: str, with_sealed: bool = False,
    progress: Progress | None = None,
) -> ExportRow:  # fmt: skip
    """Write the files of an exhibit in plain to a new folder, with their record and its proofs.

    ``with_sealed``: also as they lie on the shelf, each with the key of that one file, for whoever wants to see that
    what is sealed is what was handed over.

    The log has it, with the reason, before the first byte appears. Raises ``Refusal`` if the folder is not free or too
    small, ``Broken`` if a file is no longer what was sealed; then nothing stays in the folder.
    """
    desk.require(Act.EXHIBIT_EXPORT)
    why = texts.several_lines(reason)
    if not why:
        raise Refusal(Reason.REASON_NEEDED)
    with desk.reading() as session:
        found = _gathered(session, case, exhibit)
    if with_sealed:
        found = _with_sealed(desk, found)
    if not found.files:
        raise Refusal(Reason.EXHIBIT_WITHOUT_FILES, exhibit=ltr(exhibit))
    _check(desk, found, target)
    content = _content(desk, found, why)
    subject = f"{found.exhibit.number} {digest(content)}"
    with desk.act(Act.EXHIBIT_EXPORT, found.case.id, subject=subject, reason=why):
        pass
    with desk.reading() as session:
        proven = prove(desk, session, found.case.id, [found.exhibit, *found.files, *found.others], desk.head.size)
    key = station_key(desk)
    manifest = canonical(
        {"format": FORMAT, "content": content, "log": proven.entries, "checkpoint": proven.checkpoint, "key": key.line}
    )
    _write(desk, found, target, {MANIFEST: manifest, **_papers(proven, key.line, key.fingerprint)}, progress)
    return ExportRow(
        found.case.number, found.exhibit.number, str(target), len(found.files), sum(one.size for one in found.files),
        hashlib.sha256(manifest).hexdigest(), proven.size, proven.root, key.fingerprint,
    )  # fmt: skip


def _gathered(session: Session, case: str, number: str) -> _Export:
    found = case_of(session, case)
    exhibit = exhibit_of(session, found.id, number)
    files = session.scalars(
        select(SealedFile).where(SealedFile.exhibit_id == exhibit.id).order_by(SealedFile.created_at, SealedFile.id)
    ).all()
    others: list[Record] = [
        *session.scalars(select(ExhibitNote).where(ExhibitNote.exhibit_id == exhibit.id).order_by(ExhibitNote.id)),
        *session.scalars(
            select(CustodyEvent).where(CustodyEvent.exhibit_id == exhibit.id).order_by(CustodyEvent.seq)
        ),
        *session.scalars(
            select(Intake).where(Intake.case_id == found.id, Intake.exhibit == exhibit.number).order_by(Intake.id)
        ),
    ]
    names = {file.id: f"files/{safe(count, file.original_name)}" for count, file in enumerate(files, 1)}
    return _Export(found, exhibit, files, others, names, {})


def _with_sealed(desk: Desk, found: _Export) -> _Export:
    shelf, sealed = shelf_of(desk), {}
    for count, file in enumerate(found.files, 1):
        try:
            sealed[file.id] = Sealed(f"sealed/{count:04}.wba", shelf.key(file.shelf_id).hex())
        except (Damaged, OSError):
            raise Broken(Reason.SEALED_FILE_BROKEN, exhibit=ltr(found.exhibit.number)) from None
    return replace(found, sealed=sealed)


def _content(desk: Desk, found: _Export, reason: str) -> dict[str, object]:
    """What the export says; its digest stands in the log, so that nothing of it can be left out afterwards."""
    with desk.reading() as session:
        here = station(session).name
    rows: list[Record] = [found.exhibit, *found.others, *found.files]
    return {
        "case": found.case.number,
        "exhibit": found.exhibit.number,
        "station": {"id": desk.station_id, "name": here},
        "exported_at": written(desk.clock.now()),
        "exported_by": desk.actor.name,
        "reason": reason,
        "files": [
            {
                "path": found.names[one.id], "id": one.id, "original_name": one.original_name, "sha256": one.sha256,
                "size": one.size, "sealed_at": written(one.created_at), **_told(found.sealed.get(one.id)),
            }
            for one in found.files
        ],
        "records": [{"table": row.__tablename__, "row": hashed(row)} for row in rows],  # type: ignore[attr-defined,arg-type]
    }  # fmt: skip


def _told(sealed: Sealed | None) -> dict[str, object]:
    return {"sealed": {"path": sealed.path, "key": sealed.key}} if sealed else {}


def _check(desk: Desk, found: _Export, target: Path) -> None:
    with told(target, found.size):
        if target.resolve().is_relative_to(desk.folder.resolve()):
            raise Refusal(Reason.EXPORT_INSIDE, folder=ltr(str(target)))
        if not is_free(target) and (not target.is_dir() or any(target.iterdir())):
            raise Refusal(Reason.TARGET_EXISTS, file=visible(target.name))
        parent = target.parent
        parent.mkdir(parents=True, exist_ok=True)
        if shutil.disk_usage(parent).free < found.size + MARGIN:
            raise Refusal(Reason.DISK_FULL, needed=megabytes(found.size + MARGIN))
    shelf = shelf_of(desk)
    if not all(shelf.path(one.shelf_id).is_file() for one in found.files):
        raise Broken(Reason.SEALED_FILE_BROKEN, exhibit=ltr(found.exhibit.number))


def _write(
    desk: Desk, found: _Export, target: Path, papers: dict[str, bytes], progress: Progress | None
) -> None:
    part = target.with_name(f".{secrets.token_hex(4)}.part")
    with told(target, found.size):
        try:
            (part / "files").mkdir(parents=True)
            done = 0
            for file in found.files:
                done = _copy(desk, found, file, part / found.names[file.id], done, progress)
                if file.id in found.sealed:
                    done = _copy_sealed(desk, found, file, part / found.sealed[file.id].path, done)
            for name, paper in papers.items():
                disk.replace(part / name, paper)
            if target.exists():
                target.rmdir()
            part.replace(target)
            settle(target.parent)
        except BaseException:
            shutil.rmtree(part, ignore_errors=True)
            raise


def _copy(
    desk: Desk, found: _Export, file: SealedFile, path: Path, done: int, progress: Progress | None
) -> int:
    """Write the bytes of a file as they came; how far the whole export is then."""
    sha256 = hashlib.sha256()
    try:
        with path.open("xb") as out:
            for block in shelf_of(desk).read(file.shelf_id):
                sha256.update(block)
                out.write(block)
                done += len(block)
                if progress and not progress(done, found.size):
                    raise Refusal(Reason.CANCELLED)
            out.flush()
            os.fsync(out.fileno())
    except Damaged:
        raise Broken(Reason.SEALED_FILE_BROKEN, exhibit=ltr(found.exhibit.number)) from None
    if sha256.hexdigest() != file.sha256:
        raise Broken(Reason.SEALED_FILE_BROKEN, exhibit=ltr(found.exhibit.number))
    return done


def _copy_sealed(desk: Desk, found: _Export, file: SealedFile, path: Path, done: int) -> int:
    path.parent.mkdir(exist_ok=True)
    try:
        with shelf_of(desk).path(file.shelf_id).open("rb") as sealed, path.open("xb") as out:
            shutil.copyfileobj(sealed, out, 1 << 20)
            out.flush()
            os.fsync(out.fileno())
    except FileNotFoundError:
        raise Broken(Reason.SEALED_FILE_BROKEN, exhibit=ltr(found.exhibit.number)) from None
    return done + file.size


def _papers(proven: Proven, line: str, fingerprint: str) -> dict[str, bytes]:
    return {CHECKPOINT: proven.checkpoint.encode(), KEY: f"{line}\n{fingerprint}\n".encode()}
