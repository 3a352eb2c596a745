"""Spans of time as the law counts them: hours, days and months by the calendar of a place, the end of a day."""

from calendar import monthrange
from datetime import UTC, date, datetime, time, timedelta
from zoneinfo import ZoneInfo

from workbench.sop.model import Length, Unit, Week

_LAST = datetime.max.replace(tzinfo=UTC)
_DAY_ENDS = time(23, 59)


def ending(start: datetime, length: Length, zone: ZoneInfo, week: Week) -> datetime:
    """The moment, in UTC, at which a length of time that begins at ``start`` is over.

    Hours are counted as they pass; days and months by the calendar of ``zone``, at the same time of day, the
    last day of a month where it has no such day. ``day_end`` is a minute before midnight of the same day,
    ``working_day`` the closing time of the first day that is worked after it. A clock at the end of the
    calendar is a wrong clock; the case must still open, and the end is the last moment there is.
    """
    try:
        if length.unit is Unit.HOURS:
            return start.astimezone(UTC) + timedelta(hours=length.count)
        local = start.astimezone(zone)
        return _by_calendar(local, length, week).astimezone(UTC)
    except (OverflowError, ValueError):
        return _LAST


def _by_calendar(local: datetime, length: Length, week: Week) -> datetime:
    if length.unit is Unit.DAYS:
        whole, part = divmod(length.count, 1)
        return local + timedelta(days=whole) + timedelta(days=part)
    if length.unit is Unit.MONTHS:
        months = local.month - 1 + int(length.count)
        year, month = local.year + months // 12, months % 12 + 1
        return local.replace(year=year, month=month, day=min(local.day, monthrange(year, month)[1]))
    if length.unit is Unit.DAY_END:
        return datetime.combine(local.date(), _DAY_ENDS, local.tzinfo)
    day = local.date() + timedelta(days=1)
    while day.weekday() in week.rest:
        day += timedelta(days=1)
    return datetime.combine(day, week.closes, local.tzinfo)


def moment(answer: object, zone: ZoneInfo) -> datetime | None:
    """The moment an answer names; a day begins at midnight, so that the time runs out rather early than late."""
    if not isinstance(answer, str):
        return None
    try:
        if len(answer) == len("2025-03-18"):
            day = date.fromisoformat(answer)
            at = datetime(day.year, day.month, day.day, tzinfo=zone)
        else:
            at = datetime.fromisoformat(answer)
        return (at if at.tzinfo else at.replace(tzinfo=zone)).astimezone(UTC)
    except (ValueError, OverflowError):
        return None
