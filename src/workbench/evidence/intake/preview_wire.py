"""A page on its way through the wire: points by the child, counted and made a PNG by the parent.

The parent takes no compressed picture from the child. What it gives to whoever shows it, it has packed itself.
"""

import struct
import zlib
from dataclasses import dataclass, field

from workbench.evidence.intake.preview import MOST_LETTERS, MOST_POINTS, MOST_SIDE, Drawn, Preview
from workbench.evidence.intake.wire import LARGEST_FRAME, PIXELS, TEXT, Lie
from workbench.evidence.intake.wire_items import Giver, Taker

_POINT = 3


def give(giver: Giver, drawn: Drawn) -> dict[str, object]:
    """The child's side: send the points or the letters; what is left to say of them at the end."""
    whole, kind = (drawn.points, PIXELS) if drawn.points else (drawn.text.encode(errors="replace"), TEXT)
    for start in range(0, len(whole), LARGEST_FRAME):
        giver.send(kind, whole[start : start + LARGEST_FRAME])
    return {"page": drawn.page, "pages": drawn.pages, "width": drawn.width, "height": drawn.height}


@dataclass
class PageTaker(Taker):
    """The parent's side: takes points and letters within bounds, and no items."""

    _points: bytearray = field(default_factory=bytearray)

    def take_items(self, payload: bytes) -> None:
        raise Lie("items")

    def take_pixels(self, payload: bytes) -> None:
        if len(self._points) + len(payload) > _POINT * MOST_POINTS:
            raise Lie("points")
        self._points += payload

    def take_text(self, payload: bytes) -> None:
        super().take_text(payload)
        if len(self._text) > 4 * MOST_LETTERS:
            raise Lie("text")

    def take_end(self, payload: bytes) -> None:
        super().take_end(payload)
        if self.refused:
            self.facts, self._points, self._text = {}, bytearray(), bytearray()
            return
        width, height = (_number(self.facts, key, 0, MOST_SIDE) for key in ("width", "height"))
        _number(self.facts, "page", 1, _number(self.facts, "pages", 1, 2**31))
        if len(self._points) != _POINT * width * height or (self._points and self._text):
            raise Lie("points")

    def preview(self) -> Preview:
        """The page, once the child has come to its end."""
        width, height = (int(str(self.facts.get(key, 0))) for key in ("width", "height"))
        return Preview(
            self.format, png(bytes(self._points), width, height) if self._points else b"",
            _letters(self._text), int(str(self.facts.get("page", 1))), int(str(self.facts.get("pages", 1))),
            width, height, tuple(self.warnings), self.refused,
        )  # fmt: skip


def png(points: bytes, width: int, height: int) -> bytes:
    """Points of three bytes as a PNG."""
    stride = _POINT * width
    rows = b"".join(b"\0" + points[row * stride : (row + 1) * stride] for row in range(height))
    head = struct.pack(">LLBBBBB", width, height, 8, 2, 0, 0, 0)
    parts = ((b"IHDR", head), (b"IDAT", zlib.compress(rows, 1)), (b"IEND", b""))
    return b"\x89PNG\r\n\x1a\n" + b"".join(
        struct.pack(">L", len(data)) + kind + data + struct.pack(">L", zlib.crc32(kind + data)) for kind, data in parts
    )


def _letters(text: bytearray) -> str:
    return text.decode(errors="replace").replace("\x00", "")


def _number(facts: dict[str, object], key: str, least: int, most: int) -> int:
    value = facts.get(key)
    if type(value) is not int or not least <= value <= most:
        raise Lie(key)
    return value
