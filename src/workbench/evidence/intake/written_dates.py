"""Dates that people write as text: Arabic digits, names of months, day and month in either order."""

import re
from collections.abc import Iterable
from dataclasses import dataclass
from datetime import date

from workbench.evidence.intake.money import folded

_MONTHS = (
    ("january", "jan", "كانون الثاني", "يناير", "کانوونی دووەم", "كانون٢"),
    ("february", "feb", "شباط", "فبراير", "شوبات"),
    ("march", "mar", "آذار", "اذار", "مارس", "ئازار"),
    ("april", "apr", "نيسان", "ابريل", "أبريل", "نیسان"),
    ("may", "أيار", "ايار", "مايو", "ئایار"),
    ("june", "jun", "حزيران", "يونيو", "حوزەیران"),
    ("july", "jul", "تموز", "يوليو", "تەممووز", "تەمموز"),
    ("august", "aug", "آب", "أغسطس", "ئاب"),
    ("september", "sep", "sept", "أيلول", "ايلول", "سبتمبر", "ئەیلوول"),
    ("october", "oct", "تشرين الأول", "أكتوبر", "تشرینی یەکەم"),
    ("november", "nov", "تشرين الثاني", "نوفمبر", "تشرینی دووەم"),
    ("december", "dec", "كانون الأول", "ديسمبر", "کانوونی یەکەم"),
)
_MONTH = {folded(word): number for number, words in enumerate(_MONTHS, 1) for word in words}
_NAMES = "|".join(sorted(map(re.escape, _MONTH), key=len, reverse=True))
_CLOCK = (
    r"(?:[ t,]+(?P<hour>\d{1,2}):(?P<minute>\d{2})(?::(?P<second>\d{2}))?(?:\.\d+)?"
    r" ?(?P<half>am|pm|a\.m\.|p\.m\.|ص|م)?)?"
)
_YEAR_FIRST = re.compile(r"(?P<year>\d{4})[/\-.](?P<b>\d{1,2})[/\-.](?P<c>\d{1,2})" + _CLOCK)
_YEAR_LAST = re.compile(r"(?P<a>\d{1,2})[/\-.](?P<b>\d{1,2})[/\-.](?P<year>\d{4}|\d{2})" + _CLOCK)
_NAMED = re.compile(rf"(?P<a>\d{{1,2}})[ \-./]*(?P<month>{_NAMES})[ \-./,]*(?P<year>\d{{4}}|\d{{2}})" + _CLOCK)
_NAMED_FIRST = re.compile(rf"(?P<month>{_NAMES})[ \-./]*(?P<a>\d{{1,2}})[ \-./,]+(?P<year>\d{{4}})" + _CLOCK)


@dataclass(frozen=True, slots=True)
class Written:
    """A date as it was written: ISO 8601, and whether day and month could be the other way round."""

    at: str
    unclear: bool = False


def day_first(texts: Iterable[str]) -> bool | None:
    """Whether a column writes the day before the month; None where no date of it can tell."""
    found: bool | None = None
    for text in texts:
        if parts := _YEAR_LAST.fullmatch(_cleaned(text)):
            if int(parts["a"]) > 12 >= int(parts["b"]):
                return True
            if int(parts["b"]) > 12 >= int(parts["a"]):
                found = False
    return found


def written(text: str, first_is_day: bool | None = None) -> Written | None:
    """The date in a text that is nothing but a date, or None. Years before 1900 are of another calendar."""
    plain = _cleaned(text)
    for pattern in (_YEAR_FIRST, _YEAR_LAST, _NAMED, _NAMED_FIRST):
        if parts := pattern.fullmatch(plain):
            return _told(parts, pattern, first_is_day)
    return None


def looks_written(text: str) -> bool:
    """Whether a text is written as a date, even one of another calendar."""
    plain = _cleaned(text)
    return any(one.fullmatch(plain) for one in (_YEAR_FIRST, _YEAR_LAST, _NAMED, _NAMED_FIRST))


def _cleaned(text: str) -> str:
    return re.sub(r"\s+", " ", folded(text[:80]).strip("'’` "))


def _told(parts: re.Match[str], pattern: re.Pattern[str], first_is_day: bool | None) -> Written | None:
    year, unclear = int(parts["year"]), False
    if year < 100:
        year += 1900 if year > 80 else 2000
    if pattern is _YEAR_FIRST:
        month, day = int(parts["b"]), int(parts["c"])
    elif pattern is _YEAR_LAST:
        one, other = int(parts["a"]), int(parts["b"])
        swapped = first_is_day is False and one <= 12
        if other > 12 >= one:
            swapped = True
        day, month = (other, one) if swapped else (one, other)
        unclear = first_is_day is None and one <= 12 and other <= 12 and one != other
    else:
        day, month = int(parts["a"]), _MONTH[parts["month"]]
    if not 1900 <= year <= 2200:
        return None
    try:
        at = date(year, month, day).isoformat()
    except ValueError:
        return None
    return Written(at + _clock(parts), unclear)


def _clock(parts: re.Match[str]) -> str:
    if parts["hour"] is None:
        return ""
    hour, half = int(parts["hour"]), (parts["half"] or "")[:1]
    if half in ("p", "م") and hour < 12:
        hour += 12
    if half in ("a", "ص") and hour == 12:
        hour = 0
    if hour > 23 or int(parts["minute"]) > 59 or int(parts["second"] or 0) > 59:
        return ""
    return f"T{hour:02}:{parts['minute']}:{parts['second'] or '00'}"
