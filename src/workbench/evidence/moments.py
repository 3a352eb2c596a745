"""Moments as they are told, in part or without a zone, set into one order of time. Pure."""

import re
from dataclasses import dataclass
from datetime import UTC, datetime, timedelta, timezone, tzinfo
from functools import lru_cache
from zoneinfo import ZoneInfo, ZoneInfoNotFoundError

_TOLD = re.compile(
    r"([0-9]{4})(?:-([0-9]{2})(?:-([0-9]{2})(?:[T ]([0-9]{2}):([0-9]{2})(?::([0-9]{2})(?:[.,][0-9]+)?)?)?)?)?"
    r"(Z|[+-][0-9]{2}:?[0-9]{2})?"
)
_OFFSET = re.compile(r"(?:UTC|GMT)?([+-])([0-9]{1,2}):?([0-9]{2})?")
YEAR, MONTH, DAY, MINUTE, SECOND = "year", "month", "day", "minute", "second"
_SPANS = {DAY: timedelta(days=1), MINUTE: timedelta(minutes=1), SECOND: timedelta(seconds=1)}


@dataclass(frozen=True, slots=True)
class Span:
    """From when to when something told in part can have been: UTC, ``last`` not included; how exactly it was told."""

    first: datetime
    last: datetime
    exact: str  # year | month | day | minute | second
    assumed: bool  # whether the zone was not told


def span(at: str, zone: str, assumed: str) -> Span | None:
    """The span of a moment told as ISO 8601, as far as it was told; None where it is none.

    The offset within ``at`` goes before ``zone`` (an offset or a name), and both before the ``assumed`` one.
    """
    found = _TOLD.fullmatch(at.strip())
    if found is None:
        return None
    year, month, day, hour, minute, second, offset = found.groups()
    told = zone_of(offset or zone)
    where = told or zone_of(assumed) or UTC
    exact = SECOND if second else MINUTE if minute else DAY if day else MONTH if month else YEAR
    try:
        first = datetime(
            int(year), int(month or 1), int(day or 1), int(hour or 0), int(minute or 0), int(second or 0),
            tzinfo=where,
        )  # fmt: skip
        last = _end(first, exact)
        return Span(first.astimezone(UTC), last.astimezone(UTC), exact, told is None)
    except (ValueError, OverflowError):
        return None


def _end(first: datetime, exact: str) -> datetime:
    if exact == YEAR:
        return first.replace(year=first.year + 1)
    if exact == MONTH:
        return first.replace(year=first.year + first.month // 12, month=first.month % 12 + 1)
    return first + _SPANS[exact]


@lru_cache(maxsize=256)
def zone_of(text: str) -> tzinfo | None:
    """The zone of an offset (``+03:00``, ``Z``, ``UTC+3``) or a name (``Asia/Baghdad``); None where it is none."""
    text = text.strip()
    if not text:
        return None
    if text.upper() in ("Z", "UTC", "GMT"):
        return UTC
    if found := _OFFSET.fullmatch(text):
        sign, hours, minutes = found.groups()
        shift = timedelta(hours=int(hours), minutes=int(minutes or 0))
        return timezone(shift if sign == "+" else -shift) if shift < timedelta(hours=24) else None
    try:
        return ZoneInfo(text)
    except (ZoneInfoNotFoundError, ValueError, OSError):
        return None


def sortable(moment: datetime) -> str:
    """A moment as text that sorts by time."""
    return moment.astimezone(UTC).replace(tzinfo=None).isoformat(timespec="seconds")
