"""What was read, as an event: its moment with the doubts, who had to do with it, where it stands in the original."""

import unicodedata
from dataclasses import dataclass
from datetime import datetime, timedelta

from sqlalchemy import select
from sqlalchemy.orm import Session

from workbench.evidence.moments import zone_of
from workbench.models import Reading, SealedFile
from workbench.services.event_rows import PartyRow, known_doubts
from workbench.services.readings import ItemRow

_KINDS = frozenset({"message", "call", "place", "payment", "photo", "recording"})
_TEXT, _NAME = 4000, 200
_TURNERS = dict.fromkeys(map(ord, "\u202a\u202b\u202c\u202d\u202e\u2066\u2067\u2068\u2069"))
# What of an item is worth having beside its text, later on a chart.
_KEPT = (
    "seconds", "service", "direction", "cell", "cell_name", "lat", "lon", "amount", "currency", "media", "file",
    "duration", "device",
)  # fmt: skip


@dataclass(frozen=True, slots=True)
class Promoted:
    """An item as an event."""

    kind: str
    at: str
    until: str
    zone: str
    doubts: tuple[str, ...]
    parties: tuple[PartyRow, ...]
    place: str
    text: str
    source_place: str
    detail: dict[str, object]


def promoted(session: Session, one: ItemRow, protected: frozenset[str], zone: str) -> Promoted:
    """An item as an event; whoever is ``protected`` is named by code alone, though the file holds more."""
    reading = session.scalars(
        select(Reading).where(Reading.file_id == one.file_id).order_by(Reading.created_at.desc(), Reading.id.desc())
    ).first()
    sha256 = session.scalar(select(SealedFile.sha256).where(SealedFile.id == one.file_id))
    placed = str(reading.options.get("zone") or reading.options.get("assumed_zone") or zone) if reading else zone
    here = one.zone if zone_of(one.zone) else placed
    doubts = [each for each in one.doubts if known_doubts([each])]
    if one.zone_by == "assumed" and one.moment is not None:
        doubts.append("zone_assumed")
    if one.who_by == "contact":
        doubts.append("who_unsure")
    return Promoted(
        kind=one.kind if one.kind in _KINDS else "other", at=one.at, until=_until(one), zone=here,
        doubts=tuple(dict.fromkeys(doubts)), parties=_parties(one, protected), place=_place(one),
        text=shown(one.text)[:_TEXT], source_place=f"{one.file_name} · {one.place}"[:200],
        detail={
            "item": one.item_id, "file": one.file_id, "sha256": sha256 or "", "place": one.place,
            "format": reading.format if reading else "", "version": reading.version if reading else "",
            "reading": reading.digest if reading else "",
            **{key: _plain(one.detail[key]) for key in _KEPT if key in one.detail and key != "file"},
        },
    )  # fmt: skip


def shown(text: str) -> str:
    """A text out of a file as a record can keep it: without controls and what turns its direction round."""
    kept = (c for c in text.replace("\r\n", "\n").translate(_TURNERS) if c in "\n\t" or _printed(c))
    return "".join(kept).strip()


def _printed(c: str) -> bool:
    return unicodedata.category(c) not in ("Cc", "Cs")


def _parties(one: ItemRow, protected: frozenset[str]) -> tuple[PartyRow, ...]:
    rows = [(one.sender, one.who, "from")] if one.sender else []
    rows += [(name, one.to_who[n] if n < len(one.to_who) else "", "to") for n, name in enumerate(one.to)]
    return tuple(
        PartyRow(code, "" if code in protected else " ".join(shown(name).split())[:_NAME], part)
        for name, code, part in rows[:20]
    )  # fmt: skip


def _until(one: ItemRow) -> str:
    """When something with a length was over, told as exactly as it began."""
    seconds = one.detail.get("seconds")
    if one.kind != "call" or not isinstance(seconds, int) or not 0 < seconds < 86_400 or one.exact != "second":
        return ""
    try:
        return (datetime.fromisoformat(one.at) + timedelta(seconds=seconds)).isoformat(timespec="seconds")
    except (ValueError, OverflowError):
        return ""


def _place(one: ItemRow) -> str:
    lat, lon = one.detail.get("lat"), one.detail.get("lon")
    if lat is not None and lon is not None:
        return f"{lat}, {lon}"
    return " ".join(shown(str(one.detail.get("cell_name") or one.detail.get("cell") or "")).split())[:200]


def _plain(value: object) -> object:
    return value if isinstance(value, bool | int) else shown(str(value))[:400]
