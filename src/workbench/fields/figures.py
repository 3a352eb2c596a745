"""Numbers, days and moments as they are typed in any of the three digit systems."""

import re
from datetime import date, datetime
from decimal import Decimal
from zoneinfo import ZoneInfo

from workbench.fields.problems import ProblemKind, Wrong
from workbench.fields.words import code

DAY_EXAMPLE = "2025-03-18"
MOMENT_EXAMPLE = "2025-03-18 19:40"
ZONE_EXAMPLE = "2025-03-18T19:40+03:00"
# A birth in living memory to a term of imprisonment that starts today: anything else is a slip of the hand.
YEARS = range(1900, 2200)

_WHOLE = re.compile(r"-?[0-9]{1,30}")
_DECIMAL = re.compile(r"-?[0-9]{1,30}\.[0-9]{1,10}")
_GROUPED = re.compile(r"-?[0-9]{1,3}(,[0-9]{3})+(\.[0-9]+)?")
_DAY = re.compile(r"\d{4}-\d\d-\d\d", re.ASCII)
_MOMENT = re.compile(r"\d{4}-\d\d-\d\d[T ]\d\d:\d\d(:\d\d(\.\d{1,6})?)?(Z|[+-]\d\d:\d\d)?", re.ASCII)
_SEPARATORS = str.maketrans({"\u066b": ".", "\u066c": ","})


def number(value: object) -> int | str:
    """A whole number, or the text of a decimal one, so that what was written is what is kept."""
    if isinstance(value, bool):
        raise Wrong(ProblemKind.NEEDS_NUMBER)
    if isinstance(value, float):
        # ``format`` avoids the exponent; nan and inf fail the pattern below.
        value = format(Decimal(repr(value)), "f")
    typed = code(str(value) if isinstance(value, int) else value).translate(_SEPARATORS).replace("\u2212", "-")
    if _GROUPED.fullmatch(typed):
        typed = typed.replace(",", "")
    if _WHOLE.fullmatch(typed):
        return int(typed)
    if _DECIMAL.fullmatch(typed):
        return typed
    raise Wrong(ProblemKind.NEEDS_NUMBER)


def day(value: object) -> str:
    """A day that exists, as YYYY-MM-DD. A YAML reader may already have made a date of it."""
    if isinstance(value, date) and not isinstance(value, datetime):
        value = value.isoformat()
    typed = code(value)
    try:
        if not _DAY.fullmatch(typed) or date.fromisoformat(typed).year not in YEARS:
            raise ValueError(typed)
    except ValueError:
        raise Wrong(ProblemKind.NEEDS_DAY, example=DAY_EXAMPLE) from None
    return typed


def moment(value: object, zone: str | None) -> str:
    """A moment that exists, ISO 8601 with its offset; ``zone`` is taken where the text names none."""
    typed = value.isoformat() if isinstance(value, datetime) else code(value)
    try:
        if not _MOMENT.fullmatch(typed):
            raise ValueError(typed)
        at = datetime.fromisoformat(typed)
    except ValueError:
        raise Wrong(ProblemKind.NEEDS_MOMENT, example=MOMENT_EXAMPLE) from None
    if at.year not in YEARS:
        raise Wrong(ProblemKind.NEEDS_MOMENT, example=MOMENT_EXAMPLE)
    if at.tzinfo is None:
        if zone is None:
            raise Wrong(ProblemKind.NEEDS_ZONE, example=ZONE_EXAMPLE)
        at = at.replace(tzinfo=ZoneInfo(zone))
    whole = at.second == 0 and at.microsecond == 0
    return at.isoformat(timespec="minutes" if whole else "auto")
