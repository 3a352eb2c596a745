"""A small sRGB colour profile, built here so that its bytes are ours and the same every time."""

import struct
from functools import cache

# Source: IEC 61966-2-1 primaries and white, adapted to D50 as ICC.1:2001-04 (version 2 profiles) asks.
_WHITE = (0.9642, 1.0, 0.8249)
_PRIMARIES = {
    b"rXYZ": (0.4360747, 0.2225045, 0.0139322),
    b"gXYZ": (0.3850649, 0.7168786, 0.0971045),
    b"bXYZ": (0.1430804, 0.0606169, 0.7141733),
}
_STEPS = 1024


@cache
def srgb() -> bytes:
    """The profile as a file: matrix, curve, white point and a name."""
    curve = b"curv" + bytes(4) + struct.pack(">I", _STEPS) + b"".join(
        struct.pack(">H", round(65535 * _linear(n / (_STEPS - 1)))) for n in range(_STEPS)
    )  # fmt: skip
    tags = {
        b"desc": _name("sRGB"),
        b"cprt": b"text" + bytes(4) + b"No copyright, use freely\0",
        b"wtpt": _xyz(_WHITE),
    }
    tags |= {tag: _xyz(value) for tag, value in _PRIMARIES.items()}
    tags |= dict.fromkeys((b"rTRC", b"gTRC", b"bTRC"), curve)
    return _file(tags)


def _linear(value: float) -> float:
    return value / 12.92 if value <= 0.04045 else ((value + 0.055) / 1.055) ** 2.4


def _fixed(value: float) -> bytes:
    return struct.pack(">i", round(value * 65536))


def _xyz(value: tuple[float, float, float]) -> bytes:
    return b"XYZ " + bytes(4) + b"".join(map(_fixed, value))


def _name(text: str) -> bytes:
    ascii_name = text.encode("ascii") + b"\0"
    return b"desc" + bytes(4) + struct.pack(">I", len(ascii_name)) + ascii_name + bytes(8 + 3 + 67)


def _file(tags: dict[bytes, bytes]) -> bytes:
    """Header, tag table and data; tags of equal content share their bytes."""
    start = 128 + 4 + 12 * len(tags)
    placed: dict[bytes, int] = {}
    data, table = b"", struct.pack(">I", len(tags))
    for tag, content in tags.items():
        if content not in placed:
            placed[content] = start + len(data)
            data += content + bytes(-len(content) % 4)
        table += tag + struct.pack(">II", placed[content], len(content))
    header = struct.pack(
        ">I4sI4s4s4s6H4sIIIIIII12s4s44s", start + len(data), b"\0\0\0\0", 0x02100000, b"mntr", b"RGB ", b"XYZ ",
        2000, 1, 1, 0, 0, 0, b"acsp", 0, 0, 0, 0, 0, 0, 0, b"".join(map(_fixed, _WHITE)), b"\0\0\0\0", bytes(44),
    )  # fmt: skip
    return header + table + data
