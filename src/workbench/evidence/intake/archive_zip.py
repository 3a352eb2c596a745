"""The table of contents of a zip, judged before anything is unpacked, and members as streams with a hard end."""

import contextlib
import io
import lzma
import stat
import struct
import zipfile
import zlib
from collections.abc import Iterator
from dataclasses import dataclass
from typing import BinaryIO, cast

from workbench.evidence.intake import archive_marks
from workbench.evidence.intake.source import Source, Unreadable

MOST_MEMBERS = 100_000
LARGEST_CONTENTS = 16 * 1024 * 1024
# Deflate itself can do 1:1032; honest files of that size stay far below.
RATIO, RATIO_FROM = 200, 8 * 1024 * 1024
# What is read out of one archive in all, and out of one member.
MOST_READ = 4 * 1024**3
LARGEST_MEMBER = 2 * 1024**3
_END, _LOCATOR, _END64 = b"PK\x05\x06", b"PK\x06\x07", b"PK\x06\x06"
_END_BYTES, _LOCATOR_BYTES, _END64_BYTES, _LONGEST_COMMENT = 22, 20, 56, 65_535
_LOCAL_BYTES = 30
_UTF8, _LOCKED = 0x800, 0x1
_BROKEN = (
    zipfile.BadZipFile, zlib.error, lzma.LZMAError, struct.error, EOFError, OSError, ValueError, OverflowError,
    NotImplementedError, RuntimeError, LookupError,
)  # fmt: skip


@dataclass
class _Budget:
    left: int = MOST_READ


@dataclass(frozen=True)
class Entry:
    """One line of the contents. ``wrong`` says why it is not read: overlaps, swells, locked, link, packing, large."""

    name: str
    size: int
    packed: int
    at: str
    folder: bool
    wrong: tuple[str, ...]
    archive: zipfile.ZipFile
    info: zipfile.ZipInfo
    budget: _Budget

    def open(self) -> BinaryIO:
        """The unpacked bytes; raises ``Unreadable`` while reading where they are not what the contents say."""
        with _told():
            unpacked = cast(BinaryIO, self.archive.open(self.info))
        return io.BufferedReader(_Bounded(unpacked, self.size, self.budget))


class _Bounded(io.RawIOBase):
    """A member that ends where the contents say, counts against the whole, and fails in one way only."""

    def __init__(self, inner: BinaryIO, size: int, budget: _Budget) -> None:
        self._inner, self._size, self._budget, self._at = inner, size, budget, 0

    def readable(self) -> bool:
        return True

    def seekable(self) -> bool:
        return True

    def readinto(self, buffer: object) -> int:
        view = memoryview(buffer).cast("B")  # type: ignore[arg-type]
        with _told():
            piece = self._inner.read(min(len(view), max(self._size - self._at, 0)))
        self._spend(len(piece))
        view[: len(piece)] = piece
        return len(piece)

    def seek(self, offset: int, whence: int = io.SEEK_SET) -> int:
        target = offset + {io.SEEK_SET: 0, io.SEEK_CUR: self._at, io.SEEK_END: self._size}[whence]
        target = min(max(target, 0), self._size)
        with _told():
            # Backwards means from the beginning once more: that costs what is skipped, and is counted.
            self._spend(target if target < self._at else target - self._at)
            self._at = self._inner.seek(target)
        return self._at

    def tell(self) -> int:
        return self._at

    def _spend(self, count: int) -> None:
        self._budget.left -= count
        if self._budget.left < 0:
            raise Unreadable("bomb")


def contents(source: Source) -> list[Entry]:
    """The members as the contents name them. Raises ``Unreadable`` for contents that are broken or beyond measure."""
    start, size = _measured(source)
    with _told():
        try:
            archive = zipfile.ZipFile(source.file)
        except UnicodeDecodeError:
            archive = archive_marks.opened(source.file, start, size)
        infos = archive.infolist()
    crossing, budget = _crossing(infos, archive.start_dir), _Budget()
    return [
        Entry(
            _name(info), info.file_size, info.compress_size, _moment(info), info.orig_filename.endswith("/"),
            _wrong(info, info.header_offset in crossing), archive, info, budget,
        )
        for info in infos
    ]  # fmt: skip


def _measured(source: Source) -> tuple[int, int]:
    """Where the contents lie. Refuses those that would fill the memory before their lines are made objects of."""
    start = max(0, source.size - _END_BYTES - _LONGEST_COMMENT - _LOCATOR_BYTES - _END64_BYTES)
    source.file.seek(start)
    tail = source.file.read(source.size - start)
    end = tail.rfind(_END)
    if end < 0 or len(tail) - end < _END_BYTES:
        raise Unreadable("broken")
    size = int.from_bytes(tail[end + 12 : end + 16], "little")
    offset = end - _LOCATOR_BYTES - _END64_BYTES
    if tail[end - _LOCATOR_BYTES : end].startswith(_LOCATOR) and tail[max(offset, 0) :].startswith(_END64):
        size = int.from_bytes(tail[offset + 40 : offset + 48], "little")
    if size > source.size:
        raise Unreadable("broken")
    if size > LARGEST_CONTENTS:
        raise Unreadable("too_large")
    at = max(0, start + end - size - _LOCATOR_BYTES - _END64_BYTES)
    source.file.seek(at)
    if source.file.read(size + _LOCATOR_BYTES + _END64_BYTES).count(b"PK\x01\x02") > MOST_MEMBERS:
        raise Unreadable("too_large")
    return at, size + _LOCATOR_BYTES + _END64_BYTES


def _crossing(infos: list[zipfile.ZipInfo], start_of_contents: int) -> set[int]:
    """Where members begin whose bytes are also somebody else's: how a small file becomes petabytes."""
    found: set[int] = set()
    reached, holder = -1, -1
    for info in sorted(infos, key=lambda one: one.header_offset):
        begin = info.header_offset
        end = begin + _LOCAL_BYTES + len(info.orig_filename) + info.compress_size
        if begin < reached:
            found |= {begin, holder}
        if end > start_of_contents or begin < 0:
            found.add(begin)
        if end > reached:
            reached, holder = end, begin
    return found


def _wrong(info: zipfile.ZipInfo, crosses: bool) -> tuple[str, ...]:
    swells = info.file_size > RATIO_FROM and info.file_size > RATIO * max(info.compress_size, 1)
    found = {
        "overlaps": crosses,
        "swells": swells or (info.compress_type == zipfile.ZIP_STORED and info.file_size > info.compress_size),
        "locked": bool(info.flag_bits & _LOCKED),
        "link": info.create_system == 3 and _is_special(info.external_attr >> 16),
        # What unpacks without a bound on the step in between is not unpacked.
        "packing": info.compress_type not in (zipfile.ZIP_STORED, zipfile.ZIP_DEFLATED),
        "large": info.file_size > LARGEST_MEMBER,
    }
    return tuple(key for key, holds in found.items() if holds)


def _is_special(mode: int) -> bool:
    return stat.S_IFMT(mode) not in (0, stat.S_IFREG, stat.S_IFDIR)


def _name(info: zipfile.ZipInfo) -> str:
    """The name with everything in it; many programs write UTF-8 and do not say so."""
    name = info.orig_filename
    if not info.flag_bits & _UTF8:
        with contextlib.suppress(UnicodeError):
            return name.encode("cp437").decode("utf-8")
    return name


def _moment(info: zipfile.ZipInfo) -> str:
    year, month, day, hour, minute, second = info.date_time
    if year <= 1980 or not (1 <= month <= 12 and 1 <= day <= 31 and hour < 24 and minute < 60):
        return ""
    return f"{year:04}-{month:02}-{day:02}T{hour:02}:{minute:02}:{min(second, 59):02}"


@contextlib.contextmanager
def _told() -> Iterator[None]:
    try:
        yield
    except _BROKEN as error:
        raise Unreadable("broken") from error
