"""The shelf: where sealed files lie, named by chance, and the one read that hashes and seals a file."""

import contextlib
import hashlib
import os
import secrets
import shutil
import stat
from collections.abc import Callable, Iterable, Iterator
from dataclasses import dataclass
from datetime import UTC, datetime
from pathlib import Path
from typing import BinaryIO

from workbench.disk import megabytes, settle, told
from workbench.errors import Broken, Reason, Refusal
from workbench.evidence import wba1
from workbench.i18n import ltr, visible

# (bytes done, bytes in all) -> go on?
Progress = Callable[[int, int], bool]
KeyOf = Callable[[str, bytes], bytes]
_MARGIN = 32 * 1024 * 1024


@dataclass(frozen=True, slots=True)
class Sealed:
    """A file on the shelf: SHA-256 and size are of the bytes as they came."""

    shelf_id: str
    sha256: str
    size: int
    original_name: str
    modified_at: datetime | None


@dataclass(frozen=True)
class Shelf:
    """The folder of sealed files of one vault. ``key_of`` gives the key of a file from its id and salt."""

    folder: Path
    key_of: KeyOf

    def take_in(self, path: Path, progress: Progress | None = None) -> Sealed:
        """Seal a file; the original is only read. Raises ``Refusal`` and leaves nothing half-done.

        The name on the shelf says nothing about the file.
        """
        with _opened(path) as (file, before):
            shelf_id, salt = secrets.token_hex(16), wba1.new_salt()
            target = self.path(shelf_id)
            with told(self.folder, before.st_size):
                self._room_for(before.st_size)
                target.parent.mkdir(parents=True, exist_ok=True)
            part = target.with_suffix(".part")
            hashed = hashlib.sha256()
            try:
                with told(self.folder, before.st_size), part.open("wb") as out:
                    chunks = _read(path, file, before.st_size, hashed.update, progress)
                    for piece in wba1.seal(chunks, self.key_of(shelf_id, salt), salt):
                        out.write(piece)
                    out.flush()
                    os.fsync(out.fileno())
                _unchanged(path, before, os.fstat(file.fileno()))
                with told(self.folder):
                    part.replace(target)
                    settle(target.parent)
            except BaseException:
                part.unlink(missing_ok=True)
                raise
        return Sealed(shelf_id, hashed.hexdigest(), before.st_size, _name(path), _modified(before))

    def require_room(self, paths: Iterable[Path]) -> None:
        """Refuse files that cannot be read, or for which there is no room."""
        size = 0
        for path in paths:
            with _opened(path) as (_, found):
                size += found.st_size
        if size:
            with told(self.folder, size):
                self._room_for(size)

    def read(self, shelf_id: str) -> Iterator[bytes]:
        """The plain bytes of a sealed file. Raises ``wba1.Damaged`` or ``FileNotFoundError``."""
        with self.path(shelf_id).open("rb") as file:
            salt = wba1.salt_of(file.read(wba1.HEADER_BYTES))
            yield from wba1.unseal(file, self.key_of(shelf_id, salt))

    def verify(self, shelf_id: str, sha256: str, size: int, progress: Progress | None = None) -> bool:
        """Whether a sealed file still gives back the bytes with this hash and size."""
        hashed, done = hashlib.sha256(), 0
        try:
            for chunk in self.read(shelf_id):
                hashed.update(chunk)
                done += len(chunk)
                if progress and not progress(done, size):
                    raise Refusal(Reason.CANCELLED)
        except (wba1.Damaged, OSError):
            return False
        return done == size and hashed.hexdigest() == sha256

    def require(self, shelf_id: str, sha256: str, size: int, exhibit: str) -> None:
        """Raise ``Broken`` if a sealed file is missing or no longer what was sealed."""
        if not self.verify(shelf_id, sha256, size):
            raise Broken(Reason.SEALED_FILE_BROKEN, exhibit=ltr(exhibit))

    def path(self, shelf_id: str) -> Path:
        return self.folder / shelf_id[:2] / f"{shelf_id}.wba"

    def _room_for(self, size: int) -> None:
        self.folder.mkdir(parents=True, exist_ok=True)
        if shutil.disk_usage(self.folder).free < size + _MARGIN:
            raise Refusal(Reason.DISK_FULL, needed=megabytes(size + _MARGIN))


@contextlib.contextmanager
def _opened(path: Path) -> Iterator[tuple[BinaryIO, os.stat_result]]:
    name = visible(path.name)
    try:
        before = path.stat()
        if not stat.S_ISREG(before.st_mode):
            raise Refusal(Reason.FILE_NOT_A_FILE, file=name)
        if before.st_size == 0:
            raise Refusal(Reason.FILE_EMPTY, file=name)
        with path.open("rb") as file:
            yield file, before
    except (FileNotFoundError, NotADirectoryError):
        raise Refusal(Reason.FILE_MISSING, file=name) from None
    except OSError:
        raise Refusal(Reason.FILE_UNREADABLE, file=name) from None


def _read(
    path: Path, file: BinaryIO, size: int, hash_it: Callable[[bytes], None], progress: Progress | None
) -> Iterator[bytes]:
    """The file in chunks, each hashed as it passes; a file shorter or longer than it was is refused."""
    done = 0
    while True:
        try:
            chunk = file.read(wba1.CHUNK)
        except OSError:
            raise Refusal(Reason.FILE_UNREADABLE, file=visible(path.name)) from None
        if not chunk:
            break
        done += len(chunk)
        if done > size:
            # Somebody is still writing: without this a file that grows as fast as it is read never ends.
            raise Refusal(Reason.FILE_CHANGED, file=visible(path.name))
        hash_it(chunk)
        yield chunk
        if progress and not progress(done, size):
            raise Refusal(Reason.CANCELLED)
    if done != size:
        raise Refusal(Reason.FILE_CHANGED, file=visible(path.name))


def _name(path: Path) -> str:
    """The name as it can be kept: bytes that are no UTF-8 are written out, like \\xff."""
    return path.name.encode("utf-8", "surrogateescape").decode("utf-8", "backslashreplace")


def _modified(found: os.stat_result) -> datetime | None:
    try:
        return datetime.fromtimestamp(found.st_mtime, UTC)
    except (OverflowError, ValueError, OSError):
        return None


def _unchanged(path: Path, before: os.stat_result, after: os.stat_result) -> None:
    if (before.st_size, before.st_mtime_ns) != (after.st_size, after.st_mtime_ns):
        raise Refusal(Reason.FILE_CHANGED, file=visible(path.name))
