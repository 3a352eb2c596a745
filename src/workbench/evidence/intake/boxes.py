"""MP4, MOV, M4A and 3GP: files of boxes within boxes; only the boxes that tell time, place and form are read."""

import re
from collections.abc import Iterator
from datetime import UTC, datetime

from workbench.evidence.intake.heard import Heard, since
from workbench.evidence.intake.source import Source, Unreadable

_START = datetime(1904, 1, 1, tzinfo=UTC)
_DEEPEST, _MOST_BOXES, _MOST_BYTES = 12, 50_000, 1_000_000
_FOLDERS = {b"moov", b"trak", b"mdia", b"minf", b"stbl", b"udta", b"edts", b"dinf", b"moof", b"traf", b"ilst"}
# Cameras of these brands are known to count local time as universal time.
_LOCAL = (b"XAVC", b"MSNV", b"CAEP", b"niko", b"pana", b"qt  ")
_PLACE = re.compile(r"([+-]\d{1,3}(?:\.\d+)?)([+-]\d{1,3}(?:\.\d+)?)([+-]\d+(?:\.\d+)?)?")
_OFFSET = re.compile(r"(\d{4}-\d{2}-\d{2}T\d{2}:\d{2}:\d{2})(?:\.\d+)?(Z|[+-]\d{2}:?\d{2})")
_TEXTS = {b"\xa9nam": "title", b"\xa9cmt": "comment", b"\xa9mod": "model", b"\xa9mak": "make", b"\xa9swr": "software",
          b"\xa9too": "software", b"\xa9day": "day", b"\xa9ART": "artist"}  # fmt: skip
_APPLE = {
    "com.apple.quicktime.make": "make", "com.apple.quicktime.model": "model",
    "com.apple.quicktime.software": "software", "com.apple.quicktime.creationdate": "day",
    "com.apple.quicktime.location.ISO6709": "place",
}  # fmt: skip


class _Walk:
    """A walk through the boxes, with what was found on the way."""

    def __init__(self, source: Source) -> None:
        self.source = source
        self.count = 0
        self.scale = 0
        self.keys: list[str] = []
        self.found: dict[str, str] = {}
        self.heard = Heard("MP4")

    def boxes(self, start: int, end: int, depth: int = 0) -> Iterator[tuple[bytes, int, int]]:
        """Kind, start of content and end of every box, those within others after them."""
        at = start
        while at + 8 <= end:
            self.count += 1
            if self.count > _MOST_BOXES or depth > _DEEPEST:
                return
            head = self.bytes(at, 16)
            size, kind, skip = int.from_bytes(head[:4], "big"), head[4:8], 8
            if size == 1 and len(head) == 16:
                size, skip = int.from_bytes(head[8:16], "big"), 16
            elif size == 0:
                size = end - at
            if size < skip:
                return
            if at + size > end:
                self.heard.cut_off = True
            stop = min(at + size, end)
            yield kind, at + skip, stop
            if kind in _FOLDERS:
                yield from self.boxes(at + skip, stop, depth + 1)
            elif kind == b"meta":
                # A full box in MP4, a plain one in QuickTime.
                full = self.bytes(at + skip + 4, 4) not in (b"hdlr", b"keys")
                yield from self.boxes(at + skip + (4 if full else 0), stop, depth + 1)
            at += size

    def bytes(self, start: int, count: int) -> bytes:
        self.source.file.seek(start)
        return self.source.file.read(min(count, _MOST_BYTES))


def heard(source: Source) -> Heard:
    """What the boxes tell."""
    walk = _Walk(source)
    found = walk.heard
    brand = source.head[8:12] if source.head[4:8] == b"ftyp" else b"qt  "
    found.container = {b"qt": "MOV", b"3g": "3GP"}.get(brand[:2], "M4A" if brand == b"M4A " else "MP4")
    movie = False
    for kind, start, end in walk.boxes(0, source.size):
        movie = movie or kind == b"moov"
        _take(walk, kind, start, end)
    if not movie:
        raise Unreadable("broken")
    _tell(walk, brand)
    return found


def _take(walk: _Walk, kind: bytes, start: int, end: int) -> None:
    data = walk.bytes(start, min(end - start, 4096)) if kind != b"mdat" else b""
    if kind == b"mvhd":
        _movie(walk, data)
    elif kind == b"stsd" and len(data) >= 16:
        code = data[12:16].decode("latin-1").strip("\0 ")
        walk.heard.codecs.append(code if code.isprintable() else data[12:16].hex())
    elif kind == b"tkhd" and len(data) >= 84:
        width, height = int.from_bytes(data[-8:-6], "big"), int.from_bytes(data[-4:-2], "big")
        if width and height:
            walk.heard.more |= {"width": width, "height": height}
    elif kind == b"keys":
        walk.keys = list(_keys(walk.bytes(start, end - start)))
    elif kind == b"\xa9xyz":
        walk.found.setdefault("place", _text(data))
    elif kind in _TEXTS:
        walk.found.setdefault(_TEXTS[kind], _text(data))
    elif kind[:3] == b"\0\0\0" and 0 < kind[3] <= len(walk.keys) and data[4:8] == b"data":
        name = _APPLE.get(walk.keys[kind[3] - 1], "")
        walk.found[name] = data[16:].decode("utf-8", "replace").strip("\0 ")


def _movie(walk: _Walk, data: bytes) -> None:
    wide = data[:1] == b"\x01"
    if len(data) < (32 if wide else 20):
        return
    step = 8 if wide else 4
    made = int.from_bytes(data[4 : 4 + step], "big")
    at = 4 + 2 * step
    scale = int.from_bytes(data[at : at + 4], "big")
    length = int.from_bytes(data[at + 4 : at + 4 + step], "big")
    if scale and length < (1 << (8 * step)) - 1:
        walk.heard.seconds = length / scale
    if made and (told := since(_START, made)):
        walk.heard.at, walk.heard.zone = told, "+00:00"


def _keys(data: bytes) -> Iterator[str]:
    at = 8
    while at + 8 <= len(data):
        size = int.from_bytes(data[at : at + 4], "big")
        if size < 8:
            return
        yield data[at + 8 : at + size].decode("utf-8", "replace")
        at += size


def _text(data: bytes) -> str:
    if data[4:8] == b"data":  # as iTunes writes it
        return data[16:].decode("utf-8", "replace").strip("\0 ")
    length = int.from_bytes(data[:2], "big")  # as QuickTime writes it: length, language, text
    return data[4 : 4 + length].decode("utf-8", "replace").strip("\0 ")


def _tell(walk: _Walk, brand: bytes) -> None:
    found, texts = walk.heard, walk.found
    if place := _PLACE.match(texts.pop("place", "")):
        lat, lon = float(place[1]), float(place[2])
        if abs(lat) <= 90 and abs(lon) <= 180 and (lat or lon):
            found.lat, found.lon = lat, lon
            found.altitude = float(place[3]) if place[3] else None
    day = texts.pop("day", "")
    if told := _OFFSET.fullmatch(day):
        zone = "+00:00" if told[2] == "Z" else told[2] if ":" in told[2] else f"{told[2][:3]}:{told[2][3:]}"
        try:
            datetime.fromisoformat(told[1] + zone)
            found.at, found.zone = told[1] + zone, zone
        except ValueError:
            pass
    elif found.at:
        found.perhaps_local = brand in _LOCAL and "Apple" not in texts.get("make", "")
    found.text = " — ".join(texts.pop(one) for one in ("title", "comment") if texts.get(one))
    found.more |= {key: value[:200] for key, value in texts.items() if key and value}
