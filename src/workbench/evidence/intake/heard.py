"""What a recording tells of itself."""

from dataclasses import dataclass, field
from datetime import UTC, datetime, timedelta

# Where the clocks of recorders and of file formats start when nobody has set them.
_UNSET = {"1904-01-01", "1970-01-01", "1980-01-01", "1980-01-06", "2000-01-01", "2001-01-01"}


@dataclass
class Heard:
    """A recording; ``at`` is ISO 8601, and ends with its offset where ``zone`` has one."""

    container: str
    seconds: float = 0.0
    at: str = ""
    zone: str = ""
    codecs: list[str] = field(default_factory=list)
    text: str = ""
    lat: float | None = None
    lon: float | None = None
    altitude: float | None = None
    more: dict[str, object] = field(default_factory=dict)
    cut_off: bool = False
    perhaps_local: bool = False

    def detail(self) -> dict[str, object]:
        """Plain values for an item."""
        told: dict[str, object] = {"container": self.container, "codecs": list(dict.fromkeys(self.codecs))}
        if self.seconds:
            told["seconds"] = round(self.seconds, 3)
        if self.zone:
            told["creation_time_utc"] = datetime.fromisoformat(self.at).astimezone(UTC).strftime("%Y-%m-%dT%H:%M:%SZ")
        if self.lat is not None and self.lon is not None:
            told |= {"lat": self.lat, "lon": self.lon}
        return told | self.more

    def doubts(self) -> tuple[str, ...]:
        """What is doubtful of the time."""
        if not self.at:
            return ()
        found = [] if self.zone else ["zone_unknown"]
        if self.perhaps_local:
            found.append("zone_perhaps_local")
        if self.at[:10] in _UNSET:
            found.append("clock_doubtful")
        return tuple(found)


def since(start: datetime, seconds: float) -> str:
    """A moment counted from a start in UTC; empty for what no clock shows."""
    try:
        found = start + timedelta(seconds=seconds)
    except OverflowError:
        return ""
    return found.replace(microsecond=0).isoformat() if 1904 <= found.year < 2200 else ""
