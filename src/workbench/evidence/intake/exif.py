"""What a camera wrote into a picture: when, where and by which device, and what of it is doubtful."""

import math
import re
from collections.abc import Mapping
from dataclasses import dataclass, field
from datetime import UTC, datetime, timedelta, timezone

EXIF, GPS, THUMBNAIL = 0x8769, 0x8825, 1
_MAKE, _MODEL, _ORIENTATION, _SOFTWARE, _SAVED, _DESCRIPTION = 271, 272, 274, 305, 306, 270
_TAKEN, _DIGITISED, _ZONE_SAVED, _ZONE, _ZONE_DIGITISED = 36867, 36868, 36880, 36881, 36882
_FRACTION, _VERSION, _SERIAL, _COMMENT, _XP_COMMENT = 37521, 36864, 42033, 37510, 40092
# A camera that writes a version of the standard cannot be older than that version (CIPA DC-008).
_WRITTEN_SINCE = {"0210": 1998, "0220": 2002, "0221": 2003, "0230": 2010, "0231": 2016, "0232": 2019, "0300": 2023}
_FIRST_CAMERAS = 1996
_MOMENT = re.compile(r"(\d{4})[:\-/.](\d{1,2})[:\-/.](\d{1,2})[ T]+(\d{1,2}):(\d{1,2})(?::(\d{1,2}))?")
_OFFSET = re.compile(r"([+-])(\d{2}):?(\d{2})")
# Where clocks of devices start when their battery was out.
_STARTS = {(1970, 1, 1), (1980, 1, 1), (1980, 1, 6), (1999, 12, 31), (2000, 1, 1)}
_NEAR = timedelta(minutes=10)

Tags = Mapping[int, object]


@dataclass(frozen=True, slots=True)
class Taken:
    """When and where a picture was taken, as its camera tells it."""

    at: str = ""
    zone: str = ""
    doubts: tuple[str, ...] = ()
    text: str = ""
    detail: dict[str, object] = field(default_factory=dict)


@dataclass(frozen=True, slots=True)
class Position:
    """A position on Earth."""

    lat: float
    lon: float
    altitude: float | None = None


def taken(main: Tags, more: Tags, gps: Tags, now: datetime) -> Taken:
    """What three tables of tags tell; damaged values are left out."""
    moment, doubts = _moment(main, more)
    zone = _zone(more)
    version = words(more.get(_VERSION))
    satellites = _satellite_time(gps)
    detail: dict[str, object] = {
        "make": words(main.get(_MAKE)), "model": words(main.get(_MODEL)), "software": words(main.get(_SOFTWARE)),
        "serial": words(more.get(_SERIAL)), "orientation": orientation(main),
        "gps_at": satellites.strftime("%Y-%m-%dT%H:%M:%SZ") if satellites else "",
    }  # fmt: skip
    text = words(main.get(_DESCRIPTION)) or _comment(more.get(_COMMENT)) or words(main.get(_XP_COMMENT), "utf-16-le")
    if moment is None:
        return Taken(text=text, detail=detail)
    saved = _parsed(words(main.get(_SAVED)))
    if saved and saved - moment > timedelta(minutes=1):
        detail["saved_at"] = saved.isoformat()
    aware = moment.replace(tzinfo=_timezone(zone)) if zone else None
    if not zone:
        doubts.append("zone_unknown")
    if _clock_doubtful(moment, aware, version, now) or _contradicts(moment, aware, satellites):
        doubts.append("clock_doubtful")
    fraction = words(more.get(_FRACTION))
    if fraction.isdigit():
        detail["fraction"] = fraction[:6]
    return Taken(moment.isoformat() + zone, zone, tuple(doubts), text, detail)


def position(gps: Tags) -> Position | None:
    """The position in the table of the satellite receiver, or None where it is missing or impossible."""
    lat, lon = _degrees(gps.get(2), gps.get(1), "S"), _degrees(gps.get(4), gps.get(3), "W")
    if lat is None or lon is None or abs(lat) > 90 or abs(lon) > 180 or (lat == 0 and lon == 0):
        return None
    altitude = number(gps.get(6))
    if altitude is not None and gps.get(5) in (1, b"\x01"):
        altitude = -altitude
    return Position(lat, lon, altitude if altitude is None or abs(altitude) < 100_000 else None)


def orientation(main: Tags) -> int:
    """How the picture must be turned, 1 to 8."""
    value = main.get(_ORIENTATION)
    return value if isinstance(value, int) and 1 <= value <= 8 else 1


def words(value: object, encoding: str = "utf-8") -> str:
    """A tag as text, without the zeros and controls that cameras leave in it."""
    if isinstance(value, tuple) and value and all(isinstance(one, int) and 0 <= one < 256 for one in value):
        value = bytes(value)
    if isinstance(value, bytes):
        value = value[:20_000].decode(encoding, "replace")
    if not isinstance(value, str):
        return ""
    # Pillow reads text of tags as Latin-1; cameras write UTF-8.
    try:
        value = value.encode("latin-1").decode("utf-8")
    except UnicodeError:
        pass
    return "".join(one for one in value[:10_000] if one.isprintable() or one in "\n\t").strip()


def number(value: object) -> float | None:
    """A tag as a finite number."""
    try:
        found = float(value)  # type: ignore[arg-type]
    except (TypeError, ValueError, ZeroDivisionError, OverflowError):
        return None
    return found if math.isfinite(found) else None


def _comment(value: object) -> str:
    if not isinstance(value, bytes) or len(value) <= 8:
        return words(value)
    kind, rest = value[:8], value[8:]
    return words(rest, "utf-16" if kind.startswith(b"UNICODE") and rest[:2] in (b"\xff\xfe", b"\xfe\xff")
                 else "utf-16-be" if kind.startswith(b"UNICODE") else "utf-8")  # fmt: skip


def _moment(main: Tags, more: Tags) -> tuple[datetime | None, list[str]]:
    for tag, table in ((_TAKEN, more), (_DIGITISED, more), (_SAVED, main)):
        if found := _parsed(words(table.get(tag))):
            return found, (["time_of_saving"] if tag == _SAVED else [])
    return None, []


def _parsed(text: str) -> datetime | None:
    found = _MOMENT.match(text)
    if not found:
        return None
    try:
        return datetime(*(int(one or 0) for one in found.groups()))  # type: ignore[arg-type] # noqa: DTZ001
    except ValueError:
        return None


def _zone(more: Tags) -> str:
    for tag in (_ZONE, _ZONE_DIGITISED, _ZONE_SAVED):
        text = words(more.get(tag))
        if text == "Z":
            return "+00:00"
        if (found := _OFFSET.fullmatch(text)) and int(found[2]) <= 14 and int(found[3]) < 60:
            return f"{found[1]}{found[2]}:{found[3]}"
    return ""


def _timezone(zone: str) -> timezone:
    span = timedelta(hours=int(zone[1:3]), minutes=int(zone[4:6]))
    return timezone(-span if zone[0] == "-" else span)


def _satellite_time(gps: Tags) -> datetime | None:
    day, parts = words(gps.get(29)), gps.get(7)
    if not isinstance(parts, tuple) or len(parts) != 3:
        return None
    spans = [number(one) for one in parts]
    found = re.fullmatch(r"(\d{4})[:\-](\d{1,2})[:\-](\d{1,2})", day)
    if not found or any(one is None or not 0 <= one < 61 for one in spans):
        return None
    hours, minutes, seconds = (one or 0.0 for one in spans)
    try:
        return datetime(int(found[1]), int(found[2]), int(found[3]), tzinfo=UTC) + timedelta(
            hours=hours, minutes=minutes, seconds=int(seconds)
        )
    except (ValueError, OverflowError):
        return None


def _clock_doubtful(moment: datetime, aware: datetime | None, version: str, now: datetime) -> bool:
    latest = now + timedelta(days=1)
    if moment.year < _WRITTEN_SINCE.get(version, _FIRST_CAMERAS):
        return True
    if (aware or moment.replace(tzinfo=UTC)) > latest:
        return True
    if (moment.year, moment.month, moment.day) in _STARTS:
        return True
    fresh = (moment.month, moment.day, moment.hour) == (1, 1, 0)
    return aware is None and fresh


def _contradicts(moment: datetime, aware: datetime | None, satellites: datetime | None) -> bool:
    if satellites is None:
        return False
    if aware is not None:
        return abs(aware - satellites) > _NEAR
    # Without an offset the two may differ by any zone of the Earth, and by no more.
    apart = moment.replace(tzinfo=UTC) - satellites
    return not timedelta(hours=-12) - _NEAR <= apart <= timedelta(hours=14) + _NEAR


def _degrees(value: object, side: object, negative: str) -> float | None:
    if not isinstance(value, tuple) or not 1 <= len(value) <= 3:
        return None
    parts = [number(one) for one in value]
    if any(one is None or one < 0 for one in parts):
        return None
    degrees = math.fsum((one or 0.0) / 60.0**place for place, one in enumerate(parts))
    return round(-degrees if words(side).upper().startswith(negative) else degrees, 7)
