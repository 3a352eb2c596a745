"""MKV and WebM: length, day and form out of the few elements that tell them (RFC 9559)."""

import struct
from collections.abc import Iterator
from datetime import UTC, datetime

from workbench.evidence.intake.heard import Heard, since
from workbench.evidence.intake.source import Source, Unreadable

_START = datetime(2001, 1, 1, tzinfo=UTC)
_SEGMENT, _INFO, _TRACKS, _ENTRY, _CLUSTER = 0x18538067, 0x1549A966, 0x1654AE6B, 0xAE, 0x1F43B675
_SCALE, _DURATION, _DATE, _TITLE, _CODEC, _DOCTYPE = 0x2AD7B1, 0x4489, 0x4461, 0x7BA9, 0x86, 0x4282
_MOST = 20_000


def heard(source: Source) -> Heard:
    """What the first elements tell; the pictures themselves are passed over."""
    found = Heard("WebM" if b"webm" in source.head[:64] else "MKV")
    scale, length = 1_000_000, 0.0
    seen = False
    for kind, start, end in _elements(source, 0, source.size):
        seen = seen or kind == _SEGMENT
        if kind == _CLUSTER:
            break
        if end - start > 4096 or kind in (_SEGMENT, _INFO, _TRACKS, _ENTRY):
            continue
        source.file.seek(start)
        data = source.file.read(end - start)
        if kind == _SCALE:
            scale = int.from_bytes(data, "big") or scale
        elif kind == _DURATION and len(data) in (4, 8):
            length = struct.unpack(">f" if len(data) == 4 else ">d", data)[0]
        elif kind == _DATE and len(data) == 8:
            if told := since(_START, int.from_bytes(data, "big", signed=True) / 1e9):
                found.at, found.zone = told, "+00:00"
        elif kind == _TITLE:
            found.text = data.decode("utf-8", "replace").strip("\0 ")
        elif kind == _CODEC:
            found.codecs.append(data.decode("latin-1").strip("\0 ")[:40])
    if not seen:
        raise Unreadable("broken")
    seconds = length * scale / 1e9
    found.seconds = seconds if 0 < seconds < 10**8 else 0.0
    return found


def _elements(source: Source, start: int, end: int) -> Iterator[tuple[int, int, int]]:
    """Elements in their order; those that hold others are entered."""
    at = start
    for _count in range(_MOST):
        source.file.seek(at)
        head = source.file.read(12)
        kind, used = _number(head, keep=True)
        size, more = _number(head[used:], keep=False)
        if not used or not more:
            return
        begin = at + used + more
        unknown = size == (1 << (7 * more)) - 1
        stop = end if unknown else min(begin + size, end)
        yield kind, begin, stop
        at = begin if kind in (_SEGMENT, _INFO, _TRACKS, _ENTRY) else stop
        if at >= end:
            return


def _number(data: bytes, *, keep: bool) -> tuple[int, int]:
    """A number whose first bits tell how many bytes it takes; with ``keep`` those bits stay in it."""
    if not data or not data[0]:
        return 0, 0
    length = 9 - data[0].bit_length()
    if len(data) < length:
        return 0, 0
    value = int.from_bytes(data[:length], "big")
    return (value if keep else value & ((1 << (7 * length)) - 1)), length
