"""WAV and AVI: files of chunks, read for their length, their form and the day they tell."""

import re
from collections.abc import Iterator
from datetime import datetime

from workbench.evidence.intake.heard import Heard
from workbench.evidence.intake.source import Source, Unreadable

_MOST_CHUNKS = 10_000
_FORMS = {1: "PCM", 2: "MS ADPCM", 3: "float", 6: "A-law", 7: "µ-law", 17: "IMA ADPCM", 49: "GSM", 80: "MP2", 85: "MP3"}
_INFO = {b"INAM": "title", b"ICMT": "comment", b"IART": "artist", b"ISFT": "software"}


def chunks(source: Source, start: int, end: int) -> Iterator[tuple[bytes, int, int, bool]]:
    """Kind, start and end of every chunk, and whether it says to be longer than the file."""
    at = start
    for _count in range(_MOST_CHUNKS):
        source.file.seek(at)
        head = source.file.read(8)
        if len(head) < 8 or at + 8 > end:
            return
        size = int.from_bytes(head[4:], "little")
        yield head[:4], at + 8, min(at + 8 + size, end), at + 8 + size > end
        at += 8 + size + size % 2


def heard(source: Source) -> Heard:
    """What the chunks tell."""
    return _wave(source) if source.head[8:12] == b"WAVE" else _video(source)


def _bytes(source: Source, start: int, end: int, most: int = 4096) -> bytes:
    source.file.seek(start)
    return source.file.read(min(end - start, most))


def _wave(source: Source) -> Heard:
    found, rate, length = Heard("WAV"), 0, 0
    for kind, start, end, beyond in chunks(source, 12, source.size):
        if kind == b"fmt ":
            data = _bytes(source, start, end)
            if len(data) < 16:
                raise Unreadable("broken")
            rate = int.from_bytes(data[8:12], "little")
            form = int.from_bytes(data[:2], "little")
            if form == 0xFFFE and len(data) >= 26:
                form = int.from_bytes(data[24:26], "little")
            found.codecs.append(_FORMS.get(form, f"{form:#06x}"))
            found.more |= {
                "channels": int.from_bytes(data[2:4], "little"),
                "samples_a_second": int.from_bytes(data[4:8], "little"),
                "bits": int.from_bytes(data[14:16], "little"),
            }
        elif kind == b"data":
            # A recorder that lost power leaves 0 or the largest number here.
            if start == end and source.size - end > 8:
                length, found.cut_off = source.size - end, True
                break
            length += end - start
            found.cut_off = found.cut_off or beyond
        elif kind == b"bext":
            data = _bytes(source, start, end)
            found.text = data[:256].split(b"\0")[0].decode("utf-8", "replace").strip()
            _told(found, data[320:330].decode("latin-1"), data[330:338].decode("latin-1"))
        elif kind == b"LIST":
            _info(source, start, end, found)
    if not found.codecs:
        raise Unreadable("broken")
    found.seconds = length / rate if rate else 0.0
    return found


def _info(source: Source, start: int, end: int, found: Heard) -> None:
    if _bytes(source, start, start + 4) != b"INFO":
        return
    for kind, begin, stop, _beyond in chunks(source, start + 4, end):
        text = _bytes(source, begin, stop).split(b"\0")[0].decode("utf-8", "replace").strip()
        if kind == b"ICRD":
            _told(found, text[:10], text[11:19])
        elif kind in _INFO and text:
            found.more[_INFO[kind]] = text[:200]


def _told(found: Heard, day: str, clock: str) -> None:
    digits = re.sub(r"\D", "-", day.strip())
    clock = re.sub(r"\D", ":", clock.strip())
    if not re.fullmatch(r"\d{4}-\d{2}-\d{2}", digits) or found.at:
        return
    told = f"{digits}T{clock}" if re.fullmatch(r"\d{2}:\d{2}:\d{2}", clock) else digits
    try:
        found.at = told if datetime.fromisoformat(told) else ""
    except ValueError:
        return


def _video(source: Source) -> Heard:
    found = Heard("AVI")
    for kind, start, end, beyond in chunks(source, 12, source.size):
        found.cut_off = found.cut_off or beyond
        if kind == b"LIST" and _bytes(source, start, start + 4) == b"hdrl":
            _headers(source, start + 4, end, found)
        elif kind == b"LIST":
            _info(source, start, end, found)
    return found


def _headers(source: Source, start: int, end: int, found: Heard) -> None:
    for kind, begin, stop, _beyond in chunks(source, start, end):
        data = _bytes(source, begin, stop)
        if kind == b"avih" and len(data) >= 40:
            found.seconds = int.from_bytes(data[:4], "little") * int.from_bytes(data[16:20], "little") / 1_000_000
            width, height = (int.from_bytes(data[at : at + 4], "little") for at in (32, 36))
            found.more |= {"width": width, "height": height}
        elif kind == b"LIST" and data[:4] == b"strl" and len(data) >= 20:
            code = data[16:20].decode("latin-1").strip("\0 ")
            if code and code.isprintable():
                found.codecs.append(code)
        elif kind == b"IDIT":
            text = data.split(b"\0")[0].decode("latin-1").strip()
            for pattern in ("%a %b %d %H:%M:%S %Y", "%Y:%m:%d %H:%M:%S", "%Y-%m-%d %H:%M:%S"):
                try:
                    found.at = datetime.strptime(text.title() if "%a" in pattern else text, pattern).isoformat()  # noqa: DTZ007
                except ValueError:
                    continue
