"""Days as people say them: exact, about, between, before, after, unknown; Gregorian or Hijri, in our languages."""

import re
from dataclasses import dataclass
from datetime import MAXYEAR, date, timedelta

from hijridate import Gregorian, Hijri

from workbench.errors import Reason, Refusal
from workbench.i18n import N_, visible
from workbench.identity.problems import Problem
from workbench.identity.sayings import prepared, sayings

GREGORIAN, HIJRI = "gregorian", "hijri"
KINDS = ("exact", "about", "between", "before", "after", "unknown", "refused")
# What somebody calls «about» a year is that year and two to either side.
ABOUT = 2
# The table of Umm al-Qura in hijridate. Local sighting may differ from it by a day.
HIJRI_YEARS = (1343, 1500)
_YEARS = (1800, 2200)
_LONGEST = 200
_EXAMPLE = "25/11/2026"
_NUMBER = re.compile(r"[0-9]+")
_WORD = re.compile(r"[^\W\d_]+(?:\.[^\W\d_]+)*\.?")
_TWO_YEARS = re.compile(r"([0-9]{4})\s*-\s*([0-9]{4})")


@dataclass(frozen=True, slots=True)
class Told:
    """A day as it was told. ``low`` and ``high``: ISO day, or year alone; empty where that side is open.

    ``before`` and ``after`` have their day in ``low``; it is not itself meant. ``calendar`` is the one it was told in;
    the days are always Gregorian.
    """

    kind: str
    low: str = ""
    high: str = ""
    told: str = ""
    calendar: str = GREGORIAN


def told(text: str, calendar: str = "") -> Told:
    """What was told, with its words kept. Day before month before year; digits of all three scripts.

    ``calendar`` (gregorian, hijri) where it is known; else the words say it. Raises ``Refusal`` for a day that cannot
    be, a year of two digits, and a year that only another calendar could mean.
    """
    plain = _opened(text)
    words = sayings()
    if not plain:
        return Told("unknown", told="")
    for kind, sentences in words.whole:
        if plain in sentences:
            return Told(kind, told=text.strip())
    found = _between(plain, text, calendar)
    if found is not None:
        return found
    for kind, beginning in words.beginnings:
        match = beginning.match(plain)
        if match and kind != "between":
            return _loosely(kind, _written(plain[match.end() :], text, calendar), text)
    first, last, reckoned = _written(plain, text, calendar)
    return _spanned(first, last, text, reckoned)


def written_day(text: str, calendar: str = "") -> date:
    """One exact day. Raises ``Refusal`` if it is none, or only a month or a year."""
    first, last, _ = _written(_opened(text), text, calendar)
    if first != last:
        raise _refusal(text, N_("it is no single day"))
    return first


def span(one: Told) -> tuple[date | None, date | None]:
    """The first and the last day that are meant; None where that side is open."""
    if one.kind in ("unknown", "refused") or not one.low:
        return None, None
    first, last = _side(one.low, 0), _side(one.high or one.low, 1)
    if one.kind == "before":
        return None, _side(one.low, 0) - timedelta(days=1)
    if one.kind == "after":
        return _side(one.low, 1) + timedelta(days=1), None
    slack = ABOUT if one.kind == "about" else 0
    return _years_on(first, -slack), _years_on(last, slack)


def hijri_span(year: int, month: int = 0, day: int = 0) -> tuple[date, date]:
    """The Gregorian days of a Hijri year, month or day (0: not said). Raises ``ValueError`` if there is none such.

    By the calendar of Umm al-Qura (hijridate); ``OverflowError`` outside of its table.
    """
    first = Hijri(year, month or 1, day or 1)
    if day:
        last = first
    else:
        end = Hijri(year, month or 12, 1)
        last = Hijri(year, month or 12, end.month_length())
    return _plain(first.to_gregorian()), _plain(last.to_gregorian())


def hijri_of(on: date) -> str:
    """A Gregorian day in the Hijri calendar, as YYYY-MM-DD. Raises ``Refusal`` outside of the table."""
    try:
        return Gregorian.fromdate(on).to_hijri().isoformat()
    except OverflowError:
        raise _refusal(on.isoformat(), _out_of_table()) from None


def _opened(text: str) -> str:
    if len(text) > _LONGEST:
        raise _refusal(text[:40] + "…", N_("it is too long for a date"))
    return prepared(text)


def _between(plain: str, text: str, calendar: str) -> Told | None:
    """Two days with a word between them, or two years with a dash."""
    years = _TWO_YEARS.fullmatch(plain)
    beginning = dict(sayings().beginnings)["between"].match(plain)
    parts = years.groups() if years else sayings().parting.split(plain[beginning.end() :], 1) if beginning else ()
    if len(parts) != 2:
        return None
    # A calendar that is named once, behind the second day, holds for both.
    late_first, last, reckoned = _written(parts[1], text, calendar)
    first, early_last, _ = _written(parts[0], text, calendar or reckoned)
    if last < first:
        raise _refusal(text, N_("the later day lies before the earlier one"))
    return Told("between", _short(first, early_last, 0), _short(late_first, last, 1), text.strip(), reckoned)


def _loosely(kind: str, found: tuple[date, date, str], text: str) -> Told:
    first, last, reckoned = found
    year = _is_year(first, last)
    if kind == "before":
        return Told(kind, str(first.year) if year else first.isoformat(), "", text.strip(), reckoned)
    if kind == "after":
        return Told(kind, str(first.year) if year else last.isoformat(), "", text.strip(), reckoned)
    if year or first == last:
        return Told(kind, str(first.year) if year else first.isoformat(), "", text.strip(), reckoned)
    # A month, or a Hijri year: two ends, each with its slack.
    low, high = _years_on(first, -ABOUT), _years_on(last, ABOUT)
    return Told("between", low.isoformat(), high.isoformat(), text.strip(), reckoned)


def _spanned(first: date, last: date, text: str, reckoned: str) -> Told:
    if first == last or _is_year(first, last):
        return Told("exact", str(first.year) if first != last else first.isoformat(), "", text.strip(), reckoned)
    return Told("between", first.isoformat(), last.isoformat(), text.strip(), reckoned)


def _written(plain: str, text: str, calendar: str) -> tuple[date, date, str]:
    """First and last day of a date in figures or words, and the calendar it was told in."""
    rest, month, hijri = _month(plain)
    numbers, words = _NUMBER.findall(rest), {word.rstrip(".") for word in _WORD.findall(_NUMBER.sub(" ", rest))}
    known = sayings()
    if words & known.solar:
        raise _refusal(text, N_("the solar calendar of Iran and Afghanistan is not reckoned here"))
    if words - {word.rstrip(".") for word in known.hijri | known.gregorian} - known.fill:
        raise _refusal(text, N_("there are words in it that say no date"))
    hijri = hijri or calendar == HIJRI or bool(words & known.hijri)
    year, month, day = _figures(numbers, month, text)
    if hijri:
        return *_hijri(year, month, day, text), HIJRI
    if HIJRI_YEARS[0] - 50 <= year <= HIJRI_YEARS[1]:
        # A year like 1384 is 1964 by the lunar calendar and 2005 by the solar one: nobody guesses here.
        raise _refusal(text, N_("the year is of another calendar: write AH or هـ behind it if it is lunar Hijri"))
    return *_gregorian(year, month, day, text), GREGORIAN


def _month(plain: str) -> tuple[str, int, bool]:
    """The text without the name of a month, its number (0: none), and whether it is a Hijri one."""
    for months, hijri in ((sayings().hijri_months, True), (sayings().months, False)):
        for pattern, number in months:
            match = pattern.search(plain)
            if match:
                return f"{plain[: match.start()]} {plain[match.end() :]}", number, hijri
    return plain, 0, False


def _figures(numbers: list[str], month: int, text: str) -> tuple[int, int, int]:
    """Year, month and day from the numbers; 0 for what was not said."""
    long = [place for place, number in enumerate(numbers) if len(number) == 4]
    short = [number for number in numbers if len(number) <= 2]
    if not numbers:
        raise _refusal(text, N_("there is no date in it"))
    if len(long) != 1:
        raise _refusal(text, N_("the year needs four digits"))
    if len(short) + 1 != len(numbers) or len(numbers) + bool(month) > 3 or long[0] not in (0, len(numbers) - 1):
        raise _refusal(text, N_("it is not a day, a month and a year"))
    year, others = int(numbers[long[0]]), list(map(int, short))
    if 0 in others:
        raise _refusal(text, N_("no day and no month has the number 0"))
    if month:
        return year, month, others[0] if others else 0
    if len(others) == 2:
        # Day first, except behind the year: 2005-03-31.
        one, other = others
        return (year, one, other) if long[0] == 0 else (year, other, one)
    return year, others[0] if others else 0, 0


def _hijri(year: int, month: int, day: int, text: str) -> tuple[date, date]:
    try:
        return hijri_span(year, month, day)
    except OverflowError:
        raise _refusal(text, _out_of_table()) from None
    except ValueError:
        raise _refusal(text, N_("there is no such day in the Hijri calendar")) from None


def _gregorian(year: int, month: int, day: int, text: str) -> tuple[date, date]:
    if not _YEARS[0] <= year <= _YEARS[1]:
        raise _refusal(text, N_("the year is not possible"))
    if month > 12:
        raise _refusal(text, Problem("", N_("there is no month {month}"), {"month": month}))
    try:
        if not month:
            return date(year, 1, 1), date(year, 12, 31)
        if not day:
            return date(year, month, 1), date(year + month // 12, month % 12 + 1, 1) - timedelta(days=1)
        return date(year, month, day), date(year, month, day)
    except ValueError:
        raise _refusal(text, N_("this month has no such day")) from None


def _is_year(first: date, last: date) -> bool:
    return (first.month, first.day, last.month, last.day) == (1, 1, 12, 31) and first.year == last.year


def _short(first: date, last: date, side: int) -> str:
    return str(first.year) if _is_year(first, last) else (first, last)[side].isoformat()


def _side(text: str, side: int) -> date:
    if len(text) == 4:
        return date(int(text), 1, 1) if side == 0 else date(int(text), 12, 31)
    return date.fromisoformat(text)


def _years_on(day: date, years: int) -> date:
    if not years:
        return day
    year = min(max(day.year + years, 1), MAXYEAR)
    return day.replace(year=year, day=28) if (day.month, day.day) == (2, 29) else day.replace(year=year)


def _plain(day: date) -> date:
    return date(day.year, day.month, day.day)


def _out_of_table() -> Problem:
    first, last = map(str, HIJRI_YEARS)
    facts = {"first": first, "last": last}
    return Problem("", N_("the table of the Hijri calendar reaches from {first} to {last}"), facts)


def _refusal(text: str, problem: object) -> Refusal:
    return Refusal(Reason.DAY_WRONG, value=visible(text.strip()), problem=problem, example=_EXAMPLE)
