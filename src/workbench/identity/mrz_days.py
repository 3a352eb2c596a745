"""The six signs of a date in a machine-readable zone: YYMMDD without its century (ICAO Doc 9303, part 3)."""

from datetime import date

# Papers are made out for ten years or so; one that «runs out» later than this ran out in the century before.
_AHEAD = 50


def birth_day(raw: str, today: date) -> str | None:
    """The ISO day, or the year if month and day are fillers, empty if all are; None if there is no such day.

    Of two centuries the one is taken in which the birth is not after ``today``; who is over 99 looks a century younger.
    """
    if raw == "<<<<<<":
        return ""
    if not raw[:2].isdigit():
        return None
    year = today.year // 100 * 100 + int(raw[:2])
    if "<" in raw:
        # A month without its day says little more than the year, and a birth is kept as one or the other.
        month = raw[2:4]
        known = month == "<<" or (month.isdigit() and 1 <= int(month) <= 12)
        fits = known and raw[4:] == "<<"
        return str(year if year <= today.year else year - 100) if fits else None
    day = _day(year, raw)
    if day is not None and day <= today:
        return day.isoformat()
    # 29 February may exist in one of the two centuries only.
    day = _day(year - 100, raw)
    return day.isoformat() if day else None


def expiry_day(raw: str, today: date) -> str | None:
    """The ISO day on which the paper runs out, empty if it is all fillers; None if there is no such day."""
    if raw == "<<<<<<":
        return ""
    if not raw.isdigit():
        return None
    year = today.year // 100 * 100 + int(raw[:2])
    day = _day(year if year <= today.year + _AHEAD else year - 100, raw)
    return day.isoformat() if day else None


def _day(year: int, raw: str) -> date | None:
    try:
        return date(year, int(raw[2:4]), int(raw[4:6]))
    except ValueError:
        return None
