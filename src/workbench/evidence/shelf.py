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
from workbench.evidence import lanes, wba1
from workbench.i18n import ltr, visible

# (bytes done, bytes in all) -> go on?
Progress = Callable[[int, int], bool]
KeyOf = Callable[[str, bytes], bytes]
MARGIN = 32 * 1024 * 1024
# What this process is writing now; a sweep leaves it alone.
_WRITING: set[Path] = set()


@dataclass(frozen=True, slots=True)
class Sealed:
    """A file on the shelf: SHA-256, size and times are of the file as it came."""

    shelf_id: str
    sha256: str
    size: int
    original_name: str
    modified_at: datetime | None
    changed_at: datetime | None = None
    accessed_at: datetime | None = None
    created_at: datetime | None = None


@dataclass(frozen=True)
class Shelf:
    """The folder of sealed files of one vault. ``key_of`` gives the key of a file from its id and salt."""

    folder: Path
    key_of: KeyOf

    def take_in(
        self, path: Path, progress: Progress | None = None, *, empty: bool = False, follow: bool = True
    ) -> Sealed:
        """Seal a file; the original is only read. Raises ``Refusal`` and leaves nothing half-done.

        The name on the shelf says nothing about the file. ``empty``: a file without bytes is taken in as such;
        ``follow``: a link is followed to the file that it names.
        """
        with _opened(path, empty=empty, follow=follow) as (file, before):
            name = visible(path.name)
            shelf_id, sha256 = self._seal(lambda buffer: _read(file, buffer, name), before.st_size, name, progress)
            after = os.fstat(file.fileno())
            if (before.st_size, before.st_mtime_ns) != (after.st_size, after.st_mtime_ns):
                self.discard(shelf_id)
                raise Refusal(Reason.FILE_CHANGED, file=name)
        born = getattr(before, "st_birthtime", before.st_ctime if os.name == "nt" else None)
        return Sealed(
            shelf_id, sha256, before.st_size, _name(path), moment(before.st_mtime),
            moment(None if os.name == "nt" else before.st_ctime), moment(before.st_atime), moment(born),
        )  # fmt: skip

    def keep(self, content: bytes, name: str) -> Sealed:
        """Seal bytes that never were a file, for instance a preview."""
        left = memoryview(content)

        def read(buffer: memoryview) -> int:
            nonlocal left
            count = min(len(buffer), len(left))
            buffer[:count], left = left[:count], left[count:]
            return count

        shelf_id, sha256 = self._seal(read, len(content), visible(name), None)
        return Sealed(shelf_id, sha256, len(content), name, None)

    def require_room(self, paths: Iterable[Path]) -> None:
        """Refuse files that cannot be read, or for which there is no room."""
        size = 0
        for path in paths:
            with _opened(path) as (_, found):
                size += found.st_size
        if size:
            self.require_bytes(size)

    def require_bytes(self, size: int) -> None:
        """Refuse if so many more bytes would not fit."""
        with told(self.folder, size):
            self.folder.mkdir(parents=True, exist_ok=True)
            if shutil.disk_usage(self.folder).free < size + MARGIN:
                raise Refusal(Reason.DISK_FULL, needed=megabytes(size + MARGIN))

    def read(self, shelf_id: str) -> Iterator[bytes]:
        """The plain bytes of a sealed file. Raises ``wba1.Damaged`` or ``FileNotFoundError``."""
        with self.opened(shelf_id) as opening:
            buffer = memoryview(bytearray(wba1.BLOCK))
            for number in range(opening.blocks):
                yield bytes(buffer[: opening.block(number, buffer)])

    @contextlib.contextmanager
    def opened(self, shelf_id: str) -> Iterator[wba1.Opening]:
        """A sealed file, to be read from any place with ``fetch(offset, length)``. Raises like ``read``."""
        with self.path(shelf_id).open("rb", buffering=0) as raw:
            salt = wba1.salt_of(raw.read(wba1.HEADER_BYTES))
            yield wba1.Opening(raw, self.key_of(shelf_id, salt))

    def key(self, shelf_id: str) -> bytes:
        """The key of one sealed file and of no other. Raises like ``read``."""
        with self.path(shelf_id).open("rb") as raw:
            return self.key_of(shelf_id, wba1.salt_of(raw.read(wba1.HEADER_BYTES)))

    def verify(self, shelf_id: str, sha256: str, size: int, progress: Progress | None = None) -> bool:
        """Whether a sealed file still gives back the bytes with this hash and size."""

        def told_on(done: int) -> None:
            if progress and not progress(done, size):
                raise Refusal(Reason.CANCELLED)

        try:
            with self.opened(shelf_id) as opening:
                return lanes.digest(opening, told_on) == (sha256, size)
        except (wba1.Damaged, OSError):
            return False

    def require(self, shelf_id: str, sha256: str, size: int, exhibit: str) -> None:
        """Raise ``Broken`` if a sealed file is missing or no longer what was sealed."""
        if not self.verify(shelf_id, sha256, size):
            raise Broken(Reason.SEALED_FILE_BROKEN, exhibit=ltr(exhibit))

    def path(self, shelf_id: str) -> Path:
        return self.folder / shelf_id[:2] / f"{shelf_id}.wba"

    def discard(self, shelf_id: str) -> None:
        """Take away a file that was sealed a moment ago and is not recorded anywhere."""
        self.path(shelf_id).unlink(missing_ok=True)

    def sweep(self) -> int:
        """Take away what a power cut left half-written; how many there were."""
        left = [path for path in self.folder.glob("??/*.part") if path not in _WRITING]
        for path in left:
            path.unlink(missing_ok=True)
        return len(left)

    def _seal(
        self, read: Callable[[memoryview], int], size: int, name: str, progress: Progress | None
    ) -> tuple[str, str]:
        """Seal so many bytes under a new name; the name and their SHA-256."""
        shelf_id, salt = secrets.token_hex(16), wba1.new_salt()
        target = self.path(shelf_id)
        part = target.with_suffix(".part")
        self.require_bytes(size)
        sealing = wba1.Sealing(self.key_of(shelf_id, salt), salt)
        _WRITING.add(part)
        try:
            with told(self.folder, size):
                target.parent.mkdir(exist_ok=True)
                with part.open("wb", buffering=0) as out:
                    lanes.written(out, memoryview(sealing.head))
                    sha256 = _sealed(read, out, sealing, size, name, progress)
                    os.fsync(out.fileno())
                part.replace(target)
                settle(target.parent)
        except BaseException:
            part.unlink(missing_ok=True)
            raise
        finally:
            _WRITING.discard(part)
        return shelf_id, sha256


def _sealed(
    read: Callable[[memoryview], int], out: BinaryIO, sealing: wba1.Sealing, size: int, name: str,
    progress: Progress | None,
) -> str:  # fmt: skip
    """Hash, seal and write exactly so many bytes; a file shorter or longer than it was is refused."""
    hashed, done = hashlib.sha256(), 0
    # One block is done sooner than a lane is opened for it.
    lane = lanes.Writer(out, sealing) if size > wba1.BLOCK else lanes.Alone(out, sealing)
    with lane:
        while True:
            buffer = lane.buffer()
            count = read(buffer)
            done += count
            # Somebody is still writing: without this a file that grows as fast as it is read never ends.
            if done > size or (done < size and count < len(buffer)):
                raise Refusal(Reason.FILE_CHANGED, file=name)
            lane.put(buffer, count, last=done == size)
            hashed.update(buffer[:count])
            if progress and size and not progress(done, size):
                raise Refusal(Reason.CANCELLED)
            if done == size:
                break
    return hashed.hexdigest()


def _read(file: BinaryIO, buffer: memoryview, name: str) -> int:
    try:
        return wba1.filled(file, buffer)
    except OSError:
        raise Refusal(Reason.FILE_UNREADABLE, file=name) from None


@contextlib.contextmanager
def _opened(path: Path, *, empty: bool = False, follow: bool = True) -> Iterator[tuple[BinaryIO, os.stat_result]]:
    name = visible(path.name)
    try:
        # Looked at before it is opened: opening a pipe would wait for whoever writes to it.
        if not stat.S_ISREG(path.stat(follow_symlinks=follow).st_mode):
            raise Refusal(Reason.FILE_NOT_A_FILE, file=name)
        file = open(  # noqa: SIM115 -- closed by the block below
            path, "rb", buffering=0, opener=lambda where, flags: _open(where, flags, follow)
        )
    except (FileNotFoundError, NotADirectoryError):
        raise Refusal(Reason.FILE_MISSING, file=name) from None
    except (OSError, ValueError):
        raise Refusal(Reason.FILE_UNREADABLE, file=name) from None
    with file:
        before = os.fstat(file.fileno())
        if before.st_size == 0 and not empty:
            raise Refusal(Reason.FILE_EMPTY, file=name)
        yield file, before


def _open(where: str, flags: int, follow: bool) -> int:
    """Open for reading without leaving a trace: the time of the last access is part of the evidence."""
    flags |= 0 if follow else getattr(os, "O_NOFOLLOW", 0)
    try:
        return os.open(where, flags | getattr(os, "O_NOATIME", 0))
    except PermissionError:
        # Only the owner of a file may ask for that.
        return os.open(where, flags)


def _name(path: Path) -> str:
    return storable(path.name)


def storable(name: str) -> str:
    """A name as it can be kept: bytes that are no UTF-8 are written out, like \\xff."""
    try:
        return name.encode("utf-8", "surrogateescape").decode("utf-8", "backslashreplace")
    except UnicodeEncodeError:
        # Windows keeps names that are no text at all: half of a character pair.
        return name.encode("utf-8", "backslashreplace").decode()


def moment(seconds: float | None) -> datetime | None:
    """A time of the file system, or None where it lies beyond what a date can say."""
    try:
        return None if seconds is None else datetime.fromtimestamp(seconds, UTC)
    except (OverflowError, ValueError, OSError):
        return None
