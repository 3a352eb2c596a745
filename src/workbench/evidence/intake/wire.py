"""What passes between the program and the child that reads: frames of bounded size, each with one meaning.

The child asks for bytes and gives items; the parent gives bytes. No path passes, and the parent believes nothing.
"""

import json
import math
import struct
from collections.abc import Callable
from typing import BinaryIO

# Parent to child: what to read, then bytes as they were asked for.
HELLO, BYTES = b"H", b"B"
# Child to parent: the walls that stand, the format, a wish for bytes, items, pieces of long texts and of
# pictures, the end.
WALLS, FORMAT, WISH, ITEMS, TEXT, PIXELS, END = b"W", b"F", b"R", b"I", b"T", b"P", b"E"
FROM_CHILD = frozenset((WALLS, FORMAT, WISH, ITEMS, TEXT, PIXELS, END))

LARGEST_FRAME = 1024 * 1024
# With this code the child ends where no memory is left to say so.
OUT_OF_MEMORY = 77
_HEAD = struct.Struct(">cI")
_WISHED = struct.Struct(">QI")
_DEEPEST, _MOST_PARTS = 12, 200_000
_LONGEST_NUMBER = 1000


class Lie(Exception):
    """The other side said what no honest side says."""


def send(out: BinaryIO, kind: bytes, payload: bytes) -> None:
    """Write one frame."""
    if len(payload) > LARGEST_FRAME:
        raise ValueError("frame too large")
    out.write(_HEAD.pack(kind, len(payload)) + payload)
    out.flush()


def receive(read: Callable[[int], bytes]) -> tuple[bytes, bytes] | None:
    """Read one frame; None where the other side ended. Raises ``Lie`` before anything large is read."""
    head = read(_HEAD.size)
    if len(head) < _HEAD.size:
        return None
    kind, length = _HEAD.unpack(head)
    if length > LARGEST_FRAME:
        raise Lie("length")
    payload = read(length) if length else b""
    return (kind, payload) if len(payload) == length else None


def wish(offset: int, length: int) -> bytes:
    """The wish for a range of bytes."""
    return _WISHED.pack(offset, length)


def wished(payload: bytes, size: int) -> tuple[int, int]:
    """The range that is wished for, within a file of ``size`` bytes."""
    if len(payload) != _WISHED.size:
        raise Lie("wish")
    offset, length = _WISHED.unpack(payload)
    if not (0 < length <= LARGEST_FRAME and offset + length <= size):
        raise Lie("range")
    return offset, length


def packed(value: object) -> bytes:
    """A plain value as JSON. Halves of letters, which no file can hold, become the sign for what cannot be said."""
    text = json.dumps(value, ensure_ascii=False, separators=(",", ":"), allow_nan=False)
    try:
        return text.encode()
    except UnicodeEncodeError:
        return text.encode("utf-16", "surrogatepass").decode("utf-16", "replace").encode()


def unpacked(payload: bytes) -> object:
    """A value as plain as JSON can say it, without numbers that are none and without halves of letters."""
    try:
        value = json.loads(payload.decode(), parse_constant=_refuse, parse_float=_number)
    except (ValueError, RecursionError) as error:
        raise Lie("json") from error
    if b"\\u" in payload:
        _whole_letters(value)
    return value


def plain(value: object, *, deepest: int = _DEEPEST) -> object:
    """The value, if it is plain JSON of bounded depth and count, with numbers that a database can hold."""
    left = _MOST_PARTS
    waiting = [(value, 0)]
    while waiting:
        one, depth = waiting.pop()
        left -= 1
        if left < 0 or depth > deepest:
            raise Lie("too deep or too many")
        if isinstance(one, dict):
            waiting += [(part, depth + 1) for part in one.values()]
        elif isinstance(one, list):
            waiting += [(part, depth + 1) for part in one]
        elif type(one) is int and not -(2**63) <= one < 2**63:
            raise Lie("number")
    return value


def repaired(value: object, depth: int = 0) -> object:
    """What a file said, as the wire can carry it: numbers beyond measure and what lies too deep become text."""
    if isinstance(value, dict | list | tuple) and depth >= _DEEPEST:
        return "…"
    if isinstance(value, dict):
        return {str(key): repaired(one, depth + 1) for key, one in value.items()}
    if isinstance(value, list | tuple):
        return [repaired(one, depth + 1) for one in value]
    if isinstance(value, float) and not math.isfinite(value):
        return str(value)
    if type(value) is int and not -(2**63) <= value < 2**63:
        return _digits(value)
    return value if value is None or isinstance(value, str | int | float) else str(value)[:_LONGEST_NUMBER]


def _digits(value: int) -> str:
    try:
        return str(value)
    except ValueError:  # Python writes no number of thousands of figures
        return hex(value)[:_LONGEST_NUMBER]


def _refuse(word: str) -> object:
    raise ValueError(word)


def _number(digits: str) -> float:
    value = float(digits)
    if value in (float("inf"), float("-inf")):
        raise ValueError("number")
    return value


def _whole_letters(value: object) -> None:
    try:
        json.dumps(value, ensure_ascii=False).encode()
    except (UnicodeEncodeError, RecursionError) as error:
        raise Lie("half a letter") from error
