"""One row of a call record as an item: who is the caller, what it was, and what the whole table adds up to."""

from collections import Counter
from collections.abc import Mapping, Sequence
from dataclasses import dataclass

from workbench.evidence.intake import calls_headings, calls_moments
from workbench.evidence.intake.calls_columns import Columns
from workbench.evidence.intake.calls_moments import Days
from workbench.evidence.intake.items import Item, Kind
from workbench.evidence.intake.numbers import number, spoilt

_MOST_CACHED = 200_000


@dataclass(frozen=True)
class Layout:
    """How the two numbers of a row are meant.

    ``subscriber``: the first is the one whose records these are, and a word says which way it went. ``caller``: the
    first called the second. ``subject`` is the number that stands in nearly every row, if there is one.
    """

    subscriber: bool
    subject: str = ""
    swapped: bool = False
    both_ways: bool = False

    @classmethod
    def of(
        cls, a: Counter[str], b: Counter[str], devices: Counter[tuple[str, str]], ways: Counter[str]
    ) -> "Layout":
        """Decide by what hardly changes over the whole table."""
        first, second = _normal(a), _normal(b)
        total = sum(first.values())
        if not total:
            return cls(True)
        (top_a, count_a), (top_b, count_b) = first.most_common(1)[0], (second.most_common(1) or [("", 0)])[0]
        if count_a > 0.9 * total and count_a >= count_b:
            return cls(True, top_a, both_ways=ways["in"] > 0)
        if count_b > 0.9 * total:
            return cls(True, top_b, swapped=True, both_ways=True) if ways["out"] and ways["in"] else cls(False, top_b)
        both = Counter(first)
        both.update(second)
        top, count = both.most_common(1)[0]
        if count > 0.9 * total:
            return cls(False, top)
        # A device that goes with one first number only, also when it was called, belongs to that number.
        owners: dict[str, set[str]] = {}
        for device, owner in devices:
            owners.setdefault(device, set()).add(number(owner))
        known = {device: names for device, names in owners.items() if device.strip()}
        one_each = bool(known) and sum(len(names) == 1 for names in known.values()) > 0.9 * len(known)
        return cls(one_each and ways["in"] > 0 and len(known) < total, both_ways=True)


def _normal(written: Counter[str]) -> Counter[str]:
    found: Counter[str] = Counter()
    for spelling, count in written.items():
        found[number(spelling)] += count
    return found


class Record:
    """The cells of a row by their roles."""

    def __init__(self, columns: Columns) -> None:
        self.places = columns.places
        self._type, self._way = columns.places.get("type", -1), columns.places.get("direction", -1)
        self._ways: dict[tuple[str, str], tuple[str, str]] = {}

    def kind(self, row: Sequence[str]) -> tuple[str, str]:
        """The service and the direction as the row names them."""
        word = row[self._type] if 0 <= self._type < len(row) else ""
        way = row[self._way] if 0 <= self._way < len(row) else ""
        known = self._ways.get((word, way))
        if known is None:
            known = calls_headings.service(word), calls_headings.direction(way) or calls_headings.direction(word)
            if len(self._ways) < _MOST_CACHED:
                self._ways[word, way] = known
        return known

    def way(self, row: Sequence[str]) -> str:
        """The direction alone."""
        return self.kind(row)[1]

    def cell(self, row: Sequence[str], role: str) -> str:
        """The cell of a role, empty where there is none."""
        place = self.places.get(role, -1)
        return row[place].strip() if 0 <= place < len(row) else ""


class Rows:
    """Rows become items here, and are added up."""

    def __init__(self, columns: Columns, days: Days, layout: Layout, zone: str) -> None:
        self.layout = layout
        self._record, self._days, self._zone = Record(columns), days, zone
        places = columns.places
        self._when, self._date, self._time = (places.get(role, -1) for role in ("when", "date", "time"))
        self._a, self._b = places.get("a", -1), places.get("b", places.get("number", -1))
        self._seconds = places.get("seconds", places.get("minutes", -1))
        self._minutes = "seconds" not in places
        self._type = places.get("type", -1)
        self._plain = [(role, places[role]) for role in ("imei", "imsi", "cell", "cell_name", "lac") if role in places]
        self._position = places.get("lat", -1), places.get("lon", -1)
        known = set(places.values())
        self._others = [
            (heading or str(place + 1), place) for place, heading in enumerate(columns.headings) if place not in known
        ]
        # Headings say that the first called the second, unless rows beside say that some calls came in.
        self._unsaid = layout.subscriber and (layout.both_ways or not columns.says_caller)
        self._bare = not columns.headings
        self._known = known
        self._times: dict[str, tuple[str, str] | None] = {}
        self.others: Counter[str] = Counter()
        self.cells: set[str] = set()
        self.count = self.voice_seconds = self.spoilt = 0
        self.first = self.last = ""

    def item(self, place: int, row: Sequence[str]) -> Item | None:
        """A row as an item; None where it holds no moment."""
        at, zone, doubts = self._moment(row)
        if not at:
            return None
        width = len(row)
        a_written = row[self._a].strip() if 0 <= self._a < width else ""
        b_written = row[self._b].strip() if 0 <= self._b < width else ""
        a, b = number(a_written), number(b_written)
        if not a and not b:
            return None
        service, way = self._record.kind(row)
        if not way and service != "data" and self._unsaid:
            doubts += ("who_called_unclear",)
        sender, to, other, way = self._parties(a, b, way)
        if ("E" in b_written or "E" in a_written) and (spoilt(a_written) or spoilt(b_written)):
            doubts += ("number_spoilt",)
            self.spoilt += 1
        seconds = calls_moments.seconds(row[self._seconds], self._minutes) if 0 <= self._seconds < width else None
        service = service or ("voice" if seconds else "")
        detail = self._detail(row, {"service": service, "direction": way, "a": a, "b": b, "seconds": seconds})
        if a_written != a:
            detail["a_written"] = a_written
        if b_written != b:
            detail["b_written"] = b_written
        self._add(at, other, service, seconds, detail)
        return Item(
            Kind.CALL, f"row {place}", at=at, zone=zone, sender=sender, to=(to,) if to else (),
            text=row[self._type].strip() if 0 <= self._type < width else "", doubts=doubts, detail=detail,
        )  # fmt: skip

    def _moment(self, row: Sequence[str]) -> tuple[str, str, tuple[str, ...]]:
        width = len(row)
        if 0 <= self._when < width:
            day, clock = calls_moments.split(row[self._when])
        elif 0 <= self._date < width:
            day, clock = row[self._date].strip(), row[self._time] if 0 <= self._time < width else ""
        else:
            return "", "", ()
        iso, doubts = self._days.read(day)
        if not iso:
            return "", "", ()
        time = self._times.get(clock, ("", "")) if clock in self._times else self._clock(clock)
        if time is None:
            # A record without a time that can be read is still a record of its day.
            return iso, self._zone, ("time_unread",) * bool(clock.strip()) + doubts
        told, offset = time
        at = f"{iso}T{told}{offset}" if told else iso
        zone = offset or self._zone
        return at, zone, doubts if zone else ("zone_unknown", *doubts)

    def _clock(self, clock: str) -> tuple[str, str] | None:
        time = calls_moments.time(clock) if clock.strip() else ("", "")
        if len(self._times) < _MOST_CACHED:
            self._times[clock] = time
        return time

    def _parties(self, a: str, b: str, way: str) -> tuple[str, str, str, str]:
        """Who began it, with whom, who of them is the other party, and which way it went."""
        if self.layout.swapped:
            a, b = b, a
        if self.layout.subscriber:
            return (b, a, b, way) if way == "in" else (a, b, b, way)
        subject = self.layout.subject
        if subject and subject in (a, b):
            return a, b, b if a == subject else a, way or ("out" if a == subject else "in")
        return a, b, b, way

    def _detail(self, row: Sequence[str], detail: dict[str, object]) -> dict[str, object]:
        width = len(row)
        for role, place in self._plain:
            if place < width and (cell := row[place].strip()):
                detail[role] = cell
        lat, lon = self._position
        if 0 <= lat < width and 0 <= lon < width and (position := _position(row[lat], row[lon])):
            detail["lat"], detail["lon"] = position
        rest: Mapping[str, str] = {
            heading: cell for heading, place in self._others if place < width and (cell := row[place].strip())
        }
        if self._bare:
            rest = {str(place + 1): cell.strip() for place, cell in enumerate(row[:400])
                    if place not in self._known and cell.strip()}  # fmt: skip
        if rest:
            detail["other"] = rest
        return detail

    def _add(self, at: str, other: str, service: str, seconds: int | None, detail: Mapping[str, object]) -> None:
        self.count += 1
        if other:
            self.others[other] += 1
        if service == "voice" and seconds:
            self.voice_seconds += seconds
        cell = detail.get("cell") or detail.get("cell_name")
        if cell:
            self.cells.add(str(cell))
        if not self.first or at < self.first:
            self.first = at
        if at > self.last:
            self.last = at


def _position(lat: str, lon: str) -> tuple[float, float] | None:
    try:
        latitude, longitude = float(lat.replace(",", ".")), float(lon.replace(",", "."))
    except ValueError:
        return None
    return (latitude, longitude) if abs(latitude) <= 90 and abs(longitude) <= 180 and (latitude or longitude) else None
