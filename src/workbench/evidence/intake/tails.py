"""Where a file ends by its own account: what stands after it belongs to nobody, or to another file."""

import re
from typing import BinaryIO

from workbench.evidence.intake.source import Source

_MOST = 64 * 1024 * 1024
_MOST_STEPS = 100_000
_TAIL = 65_557
_NEXT_MARK = re.compile(rb"\xff[^\x00\xff\xd0-\xd7]")
_STANDALONE = frozenset((0x01, *range(0xD0, 0xD8)))


def end(source: Source, kind: str) -> int | None:
    """The place after the last byte that belongs to the file; None where that is not told or cannot be followed."""
    finders = {"jpeg": _jpeg, "png": _png, "gif": _gif, "riff": _riff, "webp": _riff, "zip": _zip, "pdf": _pdf}
    if kind not in finders:
        return None
    source.file.seek(0)
    found = finders[kind](source.file, source.size)
    source.file.seek(0)
    return found


def zip_begins(source: Source) -> bool:
    """Whether a table of contents of a zip stands at the end."""
    source.file.seek(max(0, source.size - _TAIL))
    tail = source.file.read(_TAIL)
    source.file.seek(0)
    place = tail.rfind(b"PK\x05\x06")
    if place < 0 or len(tail) - place < 22:
        return False
    contents = int.from_bytes(tail[place + 12 : place + 16], "little")
    return contents <= source.size and int.from_bytes(tail[place + 10 : place + 12], "little") > 0


def _jpeg(file: BinaryIO, size: int) -> int | None:
    data = file.read(_MOST)
    place = 2
    for _ in range(_MOST_STEPS):
        if place + 4 > len(data) or data[place] != 0xFF:
            return None
        mark = data[place + 1]
        if mark == 0xD9:
            return place + 2
        if mark == 0xFF or mark in _STANDALONE:
            place += 1 if mark == 0xFF else 2
            continue
        length = int.from_bytes(data[place + 2 : place + 4], "big")
        place += 2 + max(length, 2)
        if mark == 0xDA:
            found = _NEXT_MARK.search(data, place)
            if found is None:
                return None
            place = found.start()
            if data[place + 1] == 0xD9:
                return place + 2
    return None


def _png(file: BinaryIO, size: int) -> int | None:
    place = 8
    for _ in range(_MOST_STEPS):
        file.seek(place)
        head = file.read(8)
        if len(head) < 8:
            return None
        place += 12 + int.from_bytes(head[:4], "big")
        if head[4:] == b"IEND":
            return place if place <= size else None
    return None


def _gif(file: BinaryIO, size: int) -> int | None:
    data = file.read(_MOST)
    if len(data) < 13:
        return None
    place = 13 + (3 << ((data[10] & 7) + 1) if data[10] & 0x80 else 0)
    for _ in range(_MOST_STEPS):
        if place >= len(data):
            return None
        if data[place] == 0x3B:
            return place + 1
        if data[place] == 0x2C and place + 9 < len(data):
            table = data[place + 9]
            place += 11 + (3 << ((table & 7) + 1) if table & 0x80 else 0)
        elif data[place] == 0x21:
            place += 2
        else:
            # Whatever stands here belongs to no picture.
            return place
        while place < len(data) and data[place]:
            place += data[place] + 1
        place += 1
    return None


def _riff(file: BinaryIO, size: int) -> int | None:
    head = file.read(8)
    found = 8 + int.from_bytes(head[4:8], "little")
    found += found & 1
    # Recorders that were cut off leave the length empty or too large.
    return found if found > 8 else None


def _zip(file: BinaryIO, size: int) -> int | None:
    start = max(0, size - _TAIL)
    file.seek(start)
    tail = file.read(_TAIL)
    place = tail.rfind(b"PK\x05\x06")
    if place < 0 or len(tail) - place < 22:
        return None
    return start + place + 22 + int.from_bytes(tail[place + 20 : place + 22], "little")


def _pdf(file: BinaryIO, size: int) -> int | None:
    start = max(0, size - _TAIL)
    file.seek(start)
    tail = file.read(_TAIL)
    place = tail.rfind(b"%%EOF")
    if place < 0:
        return None
    rest = tail[place + 5 :]
    # Line ends and filling after the last mark are common and mean nothing.
    return start + len(tail) if not rest.strip(b"\r\n\t \0") else start + place + 5
