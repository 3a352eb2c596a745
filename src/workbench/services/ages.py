"""Birth and age when they are not sure: exact, about, between, unknown; nobody is made to guess."""

import re
from dataclasses import dataclass
from datetime import date

from workbench.errors import Reason, Refusal
from workbench.i18n import N_, latin

KINDS = ("exact", "about", "between", "unknown")
# An age «about» a year is taken as that year and two to either side.
_ABOUT = 2
OLDEST = 120
# Other ways to write a day exist (20050102, 2005-W01-7); papers and people read this one.
_WRITTEN = re.compile(r"[0-9]{4}(-[0-9]{2}-[0-9]{2})?")


@dataclass(frozen=True, slots=True)
class Birth:
    """When somebody was born: ``low`` and ``high`` are ISO days or years, empty if unknown."""

    kind: str
    low: str = ""
    high: str = ""


def birth(kind: str, low: str, high: str, today: date) -> Birth:
    """A birth as it was told, checked. Raises ``Refusal`` for what cannot be."""
    if kind not in KINDS:
        raise Refusal(Reason.PERSON_WRONG, problem=N_("the kind of birth date is not one of those offered"))
    if kind == "unknown":
        return Birth(kind)
    low, high = latin(low.strip()), latin(high.strip()) if kind == "between" else ""
    first = _earliest(low)
    last = _latest(high or low)
    if last < first:
        raise Refusal(Reason.PERSON_WRONG, problem=N_("the later birth date lies before the earlier one"))
    if first > today or today.year - first.year > OLDEST:
        raise Refusal(Reason.PERSON_WRONG, problem=N_("the birth date is not possible"))
    return Birth(kind, low, high)


def age_between(born: Birth, today: date) -> tuple[int | None, int | None]:
    """The least and the greatest age in full years that the birth allows; None if unknown."""
    if born.kind == "unknown" or not born.low:
        return None, None
    first, last = _earliest(born.low), _latest(born.high or born.low)
    slack = _ABOUT if born.kind == "about" else 0
    return max(0, _years(last, today) - slack), max(0, _years(first, today) + slack)


def _years(born: date, today: date) -> int:
    return today.year - born.year - ((today.month, today.day) < (born.month, born.day))


def _earliest(text: str) -> date:
    return _day(text, 1, 1)


def _latest(text: str) -> date:
    return _day(text, 12, 31)


def _day(text: str, month: int, day: int) -> date:
    try:
        if not _WRITTEN.fullmatch(text):
            raise ValueError
        if len(text) == 4:
            return date(int(text), month, day)
        return date.fromisoformat(text)
    except ValueError:
        raise Refusal(Reason.PERSON_WRONG, problem=N_("the birth date is not possible")) from None
