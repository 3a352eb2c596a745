"""ZIP files as plain values: written to the same bytes everywhere, read in memory, and only within limits.

Layout after PKWARE's APPNOTE 6.3. Reading goes by the list of contents at the end of the file and holds every entry
against it before anything is unpacked. Not read: ZIP64, several disks, encryption, links, anything before the
first entry or after the list.
"""

import io
import stat
import struct
import unicodedata
import zipfile
import zlib
from collections.abc import Mapping
from dataclasses import dataclass

from workbench.i18n import N_, Language, ltr, visible

_END, _LISTED, _LOCAL = (struct.Struct(form) for form in ("<4s4H2LH", "<4s6H3L5H2L", "<4s5H3L2H"))
_ENCRYPTED, _UTF8 = 0x2041, 0x800
_STORED, _DEFLATED = 0, 8
_NAME_LIMIT = 240
# The first day that the format can say; a file's own time would make the same pack a different archive.
_NO_TIME = (1980, 1, 1, 0, 0, 0)
_UNIX, _PLAIN_FILE = 3, (stat.S_IFREG | 0o644) << 16

_NO_END = N_("its end is missing, or it is another kind of file")
_SHAPE = N_("its list of contents does not fit what it holds")
_NAME = N_("the name {name} may not stand in it")
_TWICE = N_("the name {name} stands in it twice")
_KIND = N_("{name} is a link, encrypted, or packed in an unknown way")
_DAMAGED = N_("{name} is damaged")
_MANY = N_("it holds more than {limit} files")
_LARGE = N_("it is, or unpacks to, more than {limit}")
_DENSE = N_("{name} unpacks to more than {limit} times its size")


class Unfit(Exception):
    """Why the bytes are not read."""

    def __init__(self, problem: str, **facts: object) -> None:
        super().__init__(problem)
        self.problem, self.facts = problem, facts

    def say(self, language: Language) -> str:
        """The problem in a language."""
        return language.say(self.problem, **self.facts)


class TooLarge(Unfit):
    """The archive says of itself that it is larger than it may be."""


@dataclass(frozen=True, slots=True)
class Limits:
    """How many files an archive may hold, to how many bytes in all, and to how many times its size each may unpack."""

    files: int
    size: int
    ratio: int = 100


@dataclass(frozen=True, slots=True)
class _Entry:
    """A file as the list of contents has it."""

    name: str
    raw_name: bytes
    flags: int
    method: int
    checksum: int
    packed: int
    size: int
    offset: int


def write(members: Mapping[str, bytes]) -> bytes:
    """The archive of these files, sorted by name and not packed: packing differs from one library to the next."""
    out = io.BytesIO()
    with zipfile.ZipFile(out, "w", zipfile.ZIP_STORED) as made:
        for name in sorted(members):
            entry = zipfile.ZipInfo(name, _NO_TIME)
            entry.create_system, entry.external_attr = _UNIX, _PLAIN_FILE
            made.writestr(entry, members[name])
    return out.getvalue()


def read(data: bytes, limits: Limits) -> dict[str, bytes]:
    """The files in an archive by name. Raises ``Unfit`` before anything is unpacked that should not be."""
    if len(data) > 2 * limits.size:
        raise TooLarge(_LARGE, limit=_megabytes(limits))
    try:
        entries, listed_at = _list(data, limits)
        _check_names(entries)
        _check_sizes(entries, limits)
        places = _places(data, entries, listed_at)
    except struct.error:
        raise Unfit(_SHAPE) from None
    return {entry.name: _unpacked(entry, data[start : start + entry.packed]) for entry, start in places}


def _list(data: bytes, limits: Limits) -> tuple[list[_Entry], int]:
    """What the archive lists, and where the list begins."""
    end = len(data) - _END.size
    if end < 0 or data[end : end + 4] != b"PK\5\6":
        raise Unfit(_NO_END)
    _, disk, first_disk, here, count, length, at, remark = _END.unpack_from(data, end)
    if disk or first_disk or here != count or remark or at + length != end:
        raise Unfit(_SHAPE)
    if count > limits.files:
        raise TooLarge(_MANY, limit=limits.files)
    entries, position = [], at
    for _ in range(count):
        entry, position = _listed(data, position)
        entries.append(entry)
    if position != end:
        raise Unfit(_SHAPE)
    return entries, at


def _listed(data: bytes, at: int) -> tuple[_Entry, int]:
    """The entry of the list at a position, and the position after it."""
    (mark, by, _, flags, method, _, _, checksum, packed, size, names, extra, remark, disk, _, attributes, offset) = (
        _LISTED.unpack_from(data, at)
    )
    start = at + _LISTED.size
    raw = data[start : start + names]
    if mark != b"PK\1\2" or disk:
        raise Unfit(_SHAPE)
    try:
        name = raw.decode("utf-8" if flags & _UTF8 else "ascii")
    except UnicodeDecodeError:
        raise Unfit(_NAME, name=ltr(ascii(raw)[2:-1])) from None
    kind = stat.S_IFMT(attributes >> 16) if by >> 8 == _UNIX else 0
    plain = kind in (0, stat.S_IFREG) and not flags & _ENCRYPTED and method in (_STORED, _DEFLATED)
    if not plain or (method == _STORED and packed != size):
        raise Unfit(_KIND, name=_shown(name))
    return _Entry(name, raw, flags, method, checksum, packed, size, offset), start + names + extra + remark


def _check_names(entries: list[_Entry]) -> None:
    """Refuse a name that could lead out of a folder, and two that some system takes for one."""
    seen = set()
    for name in (entry.name for entry in entries):
        if len(name) > _NAME_LIMIT or {"", ".", ".."} & set(name.split("/")) or any(map(_foreign, name)):
            raise Unfit(_NAME, name=_shown(name))
        alike = unicodedata.normalize("NFC", name).casefold()
        if alike in seen:
            raise Unfit(_TWICE, name=_shown(name))
        seen.add(alike)


def _foreign(letter: str) -> bool:
    return letter in "\\:" or not letter.isprintable()


def _check_sizes(entries: list[_Entry], limits: Limits) -> None:
    if sum(entry.size for entry in entries) > limits.size:
        raise TooLarge(_LARGE, limit=_megabytes(limits))
    for entry in entries:
        if entry.size > entry.packed * limits.ratio:
            raise TooLarge(_DENSE, name=_shown(entry.name), limit=limits.ratio)


def _places(data: bytes, entries: list[_Entry], listed_at: int) -> list[tuple[_Entry, int]]:
    """Where the content of each entry begins. No two may share a byte, and nothing may stand before the first."""
    places: list[tuple[_Entry, int]] = []
    end = 0
    for entry in sorted(entries, key=lambda entry: entry.offset):
        mark, _, flags, method, _, _, _, _, _, names, extra = _LOCAL.unpack_from(data, entry.offset)
        start = entry.offset + _LOCAL.size + names + extra
        named = data[entry.offset + _LOCAL.size : start - extra]
        if mark != b"PK\3\4" or (flags, method, named) != (entry.flags, entry.method, entry.raw_name):
            raise Unfit(_SHAPE)
        if entry.offset < end or (not places and entry.offset):
            raise Unfit(_SHAPE)
        end = start + entry.packed
        places.append((entry, start))
    if end > listed_at:
        raise Unfit(_SHAPE)
    return places


def _unpacked(entry: _Entry, packed: bytes) -> bytes:
    content = packed
    if entry.method == _DEFLATED:
        stream = zlib.decompressobj(-zlib.MAX_WBITS)
        try:
            # One byte more than it says it is: enough to see that it lied, too little to do harm.
            content = stream.decompress(packed, entry.size + 1)
        except zlib.error:
            raise Unfit(_DAMAGED, name=_shown(entry.name)) from None
        if not stream.eof or stream.unused_data:
            raise Unfit(_DAMAGED, name=_shown(entry.name))
    if len(content) != entry.size or zlib.crc32(content) != entry.checksum:
        raise Unfit(_DAMAGED, name=_shown(entry.name))
    return content


def _shown(name: str) -> str:
    return ltr(visible(name[:_NAME_LIMIT]))


def _megabytes(limits: Limits) -> str:
    return ltr(f"{limits.size >> 20} MiB")
