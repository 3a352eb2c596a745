"""Points on Earth and the way through them: how far it goes, how long it takes and where it stands still."""

import math
import re
from collections import Counter
from dataclasses import dataclass, field
from datetime import UTC, datetime

from workbench.evidence.intake.source import Notes

_EARTH = 6_371_008.8  # mean radius in metres
# Receivers wander by some tens of metres where nothing moves.
_STILL = 100.0


@dataclass(frozen=True, slots=True)
class Spot:
    """A point; ``at`` is ISO 8601 or empty."""

    lat: float
    lon: float
    at: str = ""
    altitude: float | None = None


@dataclass
class Way:
    """The points so far, added up as they come."""

    words: Counter[str] = field(default_factory=Counter)
    metres: float = 0.0
    moments: list[str] = field(default_factory=list)
    _last: Spot | None = None
    _anchor: Spot | None = None
    _longest: tuple[float, Spot] | None = None

    def count(self, word: str) -> int:
        """The running number of the next point of a kind."""
        self.words[word] += 1
        return self.words[word]

    def lift(self) -> None:
        """A new stretch begins: what lies between is not counted as driven."""
        self._last = self._anchor = None

    def add(self, spot: Spot, *, line: bool) -> None:
        """One more point; only those of a line make a way."""
        if spot.at:
            self._keep(spot.at)
        if not line:
            return
        if self._last is not None:
            self.metres += metres(self._last, spot)
        self._last = spot
        if self._anchor is None or metres(self._anchor, spot) > _STILL:
            self._anchor = spot
            return
        stood = _seconds(self._anchor.at, spot.at)
        if stood > (self._longest[0] if self._longest else 0):
            self._longest = (stood, self._anchor)

    def _keep(self, at: str) -> None:
        utc = in_utc(at)
        if utc:
            known = [*self.moments, utc]
            self.moments = [min(known), max(known)]

    def facts(self) -> dict[str, object]:
        """What is true of the whole way."""
        told: dict[str, object] = dict(self.words)
        if self.moments:
            told |= {"first_utc": self.moments[0], "last_utc": self.moments[-1]}
        if self.metres:
            told["distance_km"] = round(self.metres / 1000, 3)
        if self._longest:
            seconds, spot = self._longest
            told |= {"longest_stop_seconds": round(seconds), "longest_stop_at": spot.at,
                     "longest_stop_lat": spot.lat, "longest_stop_lon": spot.lon}  # fmt: skip
        return told


def metres(one: Spot, other: Spot) -> float:
    """The way between two points along the surface of the Earth."""
    a, b = math.radians(one.lat), math.radians(other.lat)
    across = math.radians(other.lon - one.lon)
    part = math.sin((b - a) / 2) ** 2 + math.cos(a) * math.cos(b) * math.sin(across / 2) ** 2
    return 2 * _EARTH * math.asin(min(1.0, math.sqrt(part)))


def degrees(text: str, most: float) -> float | None:
    """Degrees within bounds, or None."""
    found = altitude(text)
    return found if found is not None and abs(found) <= most else None


def altitude(text: str) -> float | None:
    """A finite number, or None."""
    # float() also takes "nan", "infinity" and "1_0", which no receiver writes.
    if not re.fullmatch(r"\s*[+-]?\d{1,12}(?:\.\d{0,20})?(?:[eE][+-]?\d{1,2})?\s*", text):
        return None
    return float(text)


def coordinates(text: str, notes: Notes) -> list[Spot]:
    """The points of a KML line: longitude, latitude and perhaps altitude, split by commas."""
    spots: list[Spot] = []
    for one in re.sub(r"\s*,\s*", ",", text).split():
        parts = one.split(",")
        lon = degrees(parts[0], 180)
        lat = degrees(parts[1], 90) if len(parts) > 1 else None
        if lat is None or lon is None:
            notes.count("damaged")
            continue
        height = altitude(parts[2]) if len(parts) > 2 else None
        spots.append(Spot(lat, lon, altitude=height))
    return spots


def moment(text: str) -> str:
    """A moment as XML writes it, with its offset as ``+hh:mm``; a day stays a day; empty where it is damaged."""
    if re.fullmatch(r"\d{4}-\d{2}-\d{2}", text):
        return text if _valid(text) else ""
    found = re.fullmatch(r"(\d{4}-\d{2}-\d{2})T(\d{2}:\d{2}:\d{2})(?:\.\d+)?(Z|[+-]\d{2}:?\d{2})?", text)
    if not found:
        return ""
    zone = {"Z": "+00:00", None: ""}.get(found[3], found[3] or "")
    if zone and ":" not in zone:
        zone = f"{zone[:3]}:{zone[3:]}"
    told = f"{found[1]}T{found[2]}{zone}"
    return told if _valid(told) else ""


def in_utc(at: str) -> str:
    """A moment with an offset in UTC, ending in Z; empty for others."""
    if len(at) <= 19:
        return ""
    return datetime.fromisoformat(at).astimezone(UTC).strftime("%Y-%m-%dT%H:%M:%SZ")


def _valid(text: str) -> bool:
    try:
        found = datetime.fromisoformat(text)
    except ValueError:
        return False
    return 1900 <= found.year <= 9000


def _seconds(begin: str, end: str) -> float:
    if len(begin) < 19 or len(begin) != len(end):
        return 0.0
    return (datetime.fromisoformat(end) - datetime.fromisoformat(begin)).total_seconds()
