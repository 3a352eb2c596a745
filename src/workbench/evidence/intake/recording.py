"""Sound and moving pictures: how long, recorded when and where, in what form. Nothing is played here."""

from collections.abc import Callable, Iterator
from dataclasses import replace

from workbench.evidence.intake import boxes, matroska, naming, riff, sound_frames
from workbench.evidence.intake.heard import Heard
from workbench.evidence.intake.items import Item, Kind
from workbench.evidence.intake.source import Notes, Source, Unreadable

_PICTURES = (b"heic", b"heix", b"heim", b"heis", b"hevc", b"hevx", b"mif1", b"msf1", b"avif", b"avis")
_BOXES = (b"moov", b"mdat", b"wide", b"skip", b"free", b"pnot")
_ASF = b"\x30\x26\xb2\x75\x8e\x66\xcf\x11"


def fits(source: Source) -> bool:
    """Whether the first bytes are those of sound or moving pictures."""
    return _kind(source) is not None


def read(source: Source, notes: Notes) -> Iterator[Item]:
    """One recording, and the place where it was made if the file tells it."""
    reader = _kind(source)
    if reader is None:
        raise Unreadable("broken")
    heard = reader(source)
    shown = naming.name_at(source.name)
    detail = {**heard.detail(), **({"name_at": shown} if shown else {})}
    doubts = heard.doubts() + (
        ("name_disagrees",) if "T" in shown and heard.at and _days_apart(heard.at, shown) else ()
    )
    for key in ("seconds", "creation_time_utc", "container", "codecs"):
        if key in detail:
            notes.fact(key, detail[key])
    if not heard.seconds:
        notes.warn("length_unknown")
    if heard.cut_off:
        notes.warn("recording_cut_off")
    item = Item(
        Kind.RECORDING, "recording", heard.at, heard.zone, text=heard.text, doubts=doubts, detail=detail
    )
    yield item
    if heard.lat is not None and heard.lon is not None:
        where: dict[str, object] = {"lat": heard.lat, "lon": heard.lon}
        if heard.altitude is not None:
            where["altitude"] = heard.altitude
        yield replace(item, kind=Kind.PLACE, text="", detail=where)


def _kind(source: Source) -> Callable[[Source], Heard] | None:
    head = source.head
    if head[:4] == b"RIFF" and head[8:12] in (b"WAVE", b"AVI "):
        return riff.heard
    if head[4:8] == b"ftyp":
        return None if head[8:12] in _PICTURES else boxes.heard
    if head[4:8] in _BOXES and 8 <= int.from_bytes(head[:4], "big") <= max(source.size, 8):
        return boxes.heard
    if head.startswith(b"\x1aE\xdf\xa3"):
        return matroska.heard
    if head.startswith(b"#!AMR"):
        return sound_frames.amr
    if head[:1] == b"\xff" and len(head) > 7 and head[1] & 0xF6 == 0xF0:
        return sound_frames.adts
    if head.startswith((b"ID3", b"OggS", b"fLaC", _ASF)) or sound_frames.is_mpeg(head):
        return sound_frames.tagged
    return None


def _days_apart(at: str, shown: str) -> bool:
    """Names tell local time; a recording in UTC may carry the day before."""
    from datetime import datetime

    one, other = datetime.fromisoformat(at[:19]), datetime.fromisoformat(shown)
    return abs((one - other).total_seconds()) > 26 * 3600
