"""Days and times as people write them, in either set of digits, to what is stored and back."""

import re
from datetime import date, datetime
from zoneinfo import ZoneInfo

from workbench.i18n import Language, latin

_DAY = re.compile(r"^(\d{1,2})[/.\-](\d{1,2})[/.\-](\d{4})$")
_YEAR_FIRST = re.compile(r"^(\d{4})-(\d{1,2})-(\d{1,2})$")
_TIME = re.compile(r"^(\d{1,2})[:.](\d{2})$")


def plain_figures(text: str) -> str:
    """The text with digits 0-9, without marks of direction and spaces around it."""
    return re.sub(r"[\u200e\u200f\u061c\u2066-\u2069]", "", latin(text)).strip()


def read_day(text: str) -> date | None:
    """A day written day/month/year, or year-month-day; None if it is neither or does not exist."""
    figures = plain_figures(text)
    try:
        if found := _DAY.match(figures):
            return date(int(found[3]), int(found[2]), int(found[1]))
        if found := _YEAR_FIRST.match(figures):
            return date(int(found[1]), int(found[2]), int(found[3]))
    except ValueError:
        return None
    return None


def read_moment(text: str, zone: str) -> datetime | None:
    """A day and a time of day in the zone; None if either is missing or does not exist."""
    parts = plain_figures(text).replace("،", " ").replace(",", " ").split()
    if len(parts) != 2:
        return None
    on, clock = read_day(parts[0]), _TIME.match(parts[1])
    if on is None or clock is None or int(clock[1]) > 23 or int(clock[2]) > 59:
        return None
    return datetime(on.year, on.month, on.day, int(clock[1]), int(clock[2]), tzinfo=ZoneInfo(zone))


def write_day(on: date, language: Language) -> str:
    """A day as it stands in a field: without isolates, which a person would delete by accident."""
    return language.in_digits(f"{on.day:02}/{on.month:02}/{on.year}")


def write_moment(at: datetime, zone: str, language: Language) -> str:
    local = at.astimezone(ZoneInfo(zone))
    return f"{write_day(local.date(), language)} {language.in_digits(f'{local.hour:02}:{local.minute:02}')}"
