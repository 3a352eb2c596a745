"""Which number of a date is the day: decided over all dates of a file, by what is possible and by their order."""

from collections.abc import Iterable, Sequence
from datetime import date, timedelta
from enum import StrEnum
from itertools import pairwise

from hijridate import Hijri

Numbers = tuple[int, int, int]


class Order(StrEnum):
    """The order in which a file writes the numbers of a date."""

    DAY_MONTH = "day_month"
    MONTH_DAY = "month_day"
    YEAR_FIRST = "year_first"


def day(numbers: Numbers, order: Order, since: int = 2000) -> date | None:
    """The day, or None if there is none by that order. Iranian, Hijri and Thai years are told by their size."""
    first, second, third = numbers
    if order is Order.YEAR_FIRST:
        year, month, number = first, second, third
    elif order is Order.DAY_MONTH:
        number, month, year = numbers
    else:
        month, number, year = numbers
    if year < 100:
        year += 2000
    try:
        found = _in_calendar(year, month, number)
    except (ValueError, OverflowError):
        return None
    return found if found and since <= found.year < 2100 else None


def foreign(numbers: Numbers) -> bool:
    """Whether a date was written in another calendar than the Gregorian."""
    year = max(numbers)
    return 1380 <= year < 1480 or 2543 <= year < 2643


def decide(dates: Iterable[Numbers], since: int = 2000, ascending: bool = True) -> tuple[Order, bool]:
    """The order of a file, and whether it stays unclear.

    ``dates`` come in the order of the file. ``ascending``: a file that must run forward in time; else it may also run
    backward, but not to and fro.
    """
    runs: list[Numbers] = []
    for one in dates:
        if not runs or runs[-1] != one:
            runs.append(one)
    if not runs:
        return Order.DAY_MONTH, True
    if sum(one[0] > 99 for one in runs) * 2 > len(runs):
        return Order.YEAR_FIRST, False
    readings = {order: [day(one, order, since) for one in runs] for order in (Order.DAY_MONTH, Order.MONTH_DAY)}
    valid = {order: sum(one is not None for one in found) for order, found in readings.items()}
    if max(valid.values()) < len(runs):
        years_first = sum(day(one, Order.YEAR_FIRST, since) is not None for one in runs)
        if years_first > max(valid.values()):
            return Order.YEAR_FIRST, False
    best, other = sorted(valid, key=lambda order: -valid[order])
    if valid[best] > valid[other]:
        # Where some dates are possible only the other way, a program in between has turned a part of them.
        turned = any(
            ours is None and theirs is not None
            for ours, theirs in zip(readings[best], readings[other], strict=True)
        )
        return best, turned
    backs = {order: _backward(found, ascending) for order, found in readings.items()}
    best, other = sorted(backs, key=lambda order: backs[order])
    clear = backs[best] * 5 < backs[other]
    if not clear and all(one[0] == one[1] for one in runs):
        return Order.DAY_MONTH, False
    return (best, False) if clear else (Order.DAY_MONTH, True)


def either_way(numbers: Numbers) -> bool:
    """Whether a date is another day when day and month are turned round."""
    return numbers[0] != numbers[1] and numbers[0] <= 12 and numbers[1] <= 12


def _backward(found: Sequence[date | None], ascending: bool) -> int:
    days = [one for one in found if one is not None]
    back = sum(later < earlier for earlier, later in pairwise(days))
    if ascending:
        return back
    return min(back, sum(later > earlier for earlier, later in pairwise(days)))


def _in_calendar(year: int, month: int, number: int) -> date | None:
    if 1380 <= year < 1426:
        return _iranian(year, month, number)
    if 1426 <= year < 1480:
        return date(*Hijri(year, month, number).to_gregorian().datetuple())
    if 2543 <= year < 2643:
        year -= 543
    return date(year, month, number)


def _iranian(year: int, month: int, number: int) -> date:
    """A day of the Iranian calendar by its cycle of 33 years, which holds for these years."""
    leap = (year * 8 + 29) % 33 < 8
    if not 1 <= month <= 12 or not 1 <= number <= (31 if month < 7 else 30 if month < 12 or leap else 29):
        raise ValueError(number)
    # 1 Farvardin 1380 was 21 March 2001.
    leaps = sum((one * 8 + 29) % 33 < 8 for one in range(1380, year))
    before = 31 * (month - 1) if month < 7 else 186 + 30 * (month - 7)
    return date(2001, 3, 21) + timedelta(days=(year - 1380) * 365 + leaps + before + number - 1)
