"""Files read where they lie, without a vault: hashed in one pass, then parsed in a child from exactly those bytes."""

import hashlib
import os
import stat
import zlib
from collections.abc import Callable, Iterator, Mapping
from contextlib import contextmanager
from dataclasses import dataclass
from pathlib import Path

from workbench.errors import Reason, Refusal
from workbench.evidence.intake import runner, warnings
from workbench.evidence.intake.formats import FORMATS
from workbench.evidence.intake.items import Item, Reading, Warned
from workbench.evidence.intake.sandbox import Limits
from workbench.i18n import Language, visible

__all__ = ["FileRead", "Item", "doubted", "files_in", "label", "read_file", "refused", "warned"]

Progress = Callable[[int, int], bool]
LABELS = {one.key: one.label for one in FORMATS}
_CHUNK = 256 * 1024


@dataclass(frozen=True, slots=True)
class FileRead:
    """A file with the hash of the bytes that were read, and what was read out of it."""

    name: str
    sha256: str
    size: int
    reading: Reading


def read_file(
    path: Path,
    options: Mapping[str, object] | None = None,
    limits: Limits | None = None,
    progress: Progress | None = None,
    *,
    follow: bool = True,
) -> FileRead:
    """Hash a file and read it in a child. Raises ``Refusal`` where its bytes cannot be had or did not stay.

    ``follow`` says whether a link leads to the file that is meant, as one does that a person named.
    """
    name = _name(path)
    with _opened(path, name, follow=follow) as handle:
        before = os.fstat(handle)
        seen = _Seen(handle, before.st_size, name)
        sha256 = seen.hash(progress)
        limits = limits or Limits.of(before.st_size)
        reading = runner.read(seen.fetch, name, before.st_size, options, limits, progress)
        after = os.fstat(handle)
    if (before.st_size, before.st_mtime_ns) != (after.st_size, after.st_mtime_ns):
        raise Refusal(Reason.FILE_CHANGED, file=visible(name))
    return FileRead(name, sha256, before.st_size, reading)


def files_in(path: Path) -> Iterator[Path]:
    """The path itself, or everything in it that is no folder, in the order of names; a link in it is given too."""
    if path.is_symlink() or not path.is_dir():
        yield path
        return
    waiting = [path]
    while waiting:
        folder = waiting.pop()
        try:
            inside = sorted(folder.iterdir(), key=lambda one: os.fsencode(one.name))
        except OSError:
            yield folder
            continue
        yield from (one for one in inside if one.is_symlink() or not one.is_dir())
        waiting += [one for one in reversed(inside) if one.is_dir() and not one.is_symlink()]


def label(reading: Reading, language: Language) -> str:
    """What people call the format of a file; empty where none fitted."""
    return language.say(LABELS.get(reading.format, ""))


def refused(reading: Reading, language: Language) -> str:
    """Why a file was not read, or not to its end; empty where it was."""
    return _said(reading.refused, warnings.REFUSED, language) if reading.refused else ""


def warned(reading: Reading, language: Language) -> list[tuple[str, str]]:
    """The warnings of a reading as (key, sentence)."""
    return [(one.key, _said(one, warnings.WARNINGS, language)) for one in reading.warnings]


def doubted(item: Item, language: Language) -> list[str]:
    """What is doubtful of an item, in words."""
    return [language.say(warnings.DOUBTS[key]) for key in item.doubts]


def _said(told: Warned, words: Mapping[str, str], language: Language) -> str:
    return language.say(words[told.key], **told.facts)


class _Seen:
    """A file whose every piece must stay what it was when it was hashed."""

    def __init__(self, handle: int, size: int, name: str) -> None:
        self._handle, self._size, self._name = handle, size, name
        self._sums: list[int] = []
        self._last = (-1, b"")

    def hash(self, progress: Progress | None) -> str:
        """The SHA-256 of the file, with a sum of every piece to know it again by."""
        hashed, done = hashlib.sha256(), 0
        while done < self._size:
            piece = self._piece(done)
            hashed.update(piece)
            self._sums.append(zlib.crc32(piece))
            done += len(piece)
            if progress and not progress(done, self._size):
                raise Refusal(Reason.CANCELLED)
        if self._goes_on():
            raise Refusal(Reason.FILE_CHANGED, file=visible(self._name))
        return hashed.hexdigest()

    def fetch(self, offset: int, length: int) -> bytes:
        """Bytes from anywhere in the file. Raises ``Refusal`` if they are no longer the same."""
        found = []
        for number in range(offset // _CHUNK, (offset + length - 1) // _CHUNK + 1):
            if self._last[0] != number:
                piece = self._piece(number * _CHUNK)
                if zlib.crc32(piece) != self._sums[number]:
                    raise Refusal(Reason.FILE_CHANGED, file=visible(self._name))
                self._last = number, piece
            start = max(offset - number * _CHUNK, 0)
            found.append(self._last[1][start : offset + length - number * _CHUNK])
        return b"".join(found)

    def _goes_on(self) -> bool:
        """Whether there are bytes behind what the system says is the end."""
        try:
            os.lseek(self._handle, self._size, os.SEEK_SET)
            return bool(os.read(self._handle, 1))
        except OSError:
            return False

    def _piece(self, offset: int) -> bytes:
        wanted = min(_CHUNK, self._size - offset)
        found = b""
        try:
            os.lseek(self._handle, offset, os.SEEK_SET)
            while len(found) < wanted and (more := os.read(self._handle, wanted - len(found))):
                found += more
        except OSError:
            raise Refusal(Reason.FILE_UNREADABLE, file=visible(self._name)) from None
        if len(found) < wanted:
            raise Refusal(Reason.FILE_CHANGED, file=visible(self._name))
        return found


@contextmanager
def _opened(path: Path, name: str, *, follow: bool) -> Iterator[int]:
    """The file open for reading; opening waits for nobody, not even for the other end of a pipe."""
    flags = 0 if follow else getattr(os, "O_NOFOLLOW", 0)
    flags |= os.O_RDONLY | getattr(os, "O_NONBLOCK", 0) | getattr(os, "O_BINARY", 0) | getattr(os, "O_NOCTTY", 0)
    try:
        # Asked before opening too: to open a device can be to do something with it.
        mode = path.stat(follow_symlinks=follow).st_mode
        if stat.S_ISDIR(mode):
            # A folder comes here alone where what is in it cannot be listed; if it can, it was no file to begin with.
            os.scandir(path).close()
        if not stat.S_ISREG(mode):
            raise Refusal(Reason.FILE_NOT_A_FILE, file=visible(name))
        handle = os.open(path, flags)
    except (FileNotFoundError, NotADirectoryError):
        raise Refusal(Reason.FILE_MISSING, file=visible(name)) from None
    except (OSError, ValueError):
        raise Refusal(Reason.FILE_UNREADABLE, file=visible(name)) from None
    try:
        if not stat.S_ISREG(os.fstat(handle).st_mode):
            raise Refusal(Reason.FILE_NOT_A_FILE, file=visible(name))
        yield handle
    finally:
        os.close(handle)


def _name(path: Path) -> str:
    """The name as it can be kept: bytes that are no UTF-8 are written out, like \\xff."""
    return path.name.encode("utf-8", "surrogateescape").decode("utf-8", "backslashreplace")
