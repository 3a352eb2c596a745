"""Numbers by a station's pattern: of cases, exhibits and papers."""

import re

from workbench.errors import Reason, Refusal
from workbench.i18n import ltr, visible

KIND_CODES = {"tip": "TIP", "som": "SOM", "both": "TIP", "undetermined": "INV"}
MOST = 60
_PLACE = re.compile(r"\{(kind|year|seq)(:0?[0-9]{1,2}d?)?\}")
EXAMPLE = "{kind}-{year}/{seq:04}"


def case_number(pattern: str, *, kind: str, year: int, seq: int) -> str:
    """A case number, for instance ``TIP-2026/0147``. Raises ``Refusal`` if the pattern cannot be used."""
    # Only these words, and few figures: a pattern is typed by a person and must not reach into the program.
    if len(pattern) > MOST or set("{}") & set(_PLACE.sub("", pattern)):
        raise _wrong(pattern)
    try:
        number = pattern.format(kind=KIND_CODES[kind], year=year, seq=seq)
    except (KeyError, ValueError, IndexError, AttributeError):
        raise _wrong(pattern) from None
    if not _usable(number):
        raise _wrong(pattern)
    return number


def check_number(number: str) -> None:
    """Refuse a case number that cannot be printed, typed and told apart everywhere."""
    if not _usable(number):
        raise Refusal(Reason.NUMBER_WRONG, number=visible(number[:MOST]), most=MOST)


def _usable(number: str) -> bool:
    return number.isascii() and number.isprintable() and 0 < len(number) <= MOST and number == number.strip()


def check_pattern(pattern: str) -> None:
    """Refuse a pattern that would give two cases one number."""
    if case_number(pattern, kind="tip", year=2026, seq=1) == case_number(
        pattern, kind="tip", year=2026, seq=2
    ):
        raise _wrong(pattern)


def _wrong(pattern: str) -> Refusal:
    return Refusal(Reason.NUMBER_PATTERN_WRONG, pattern=ltr(pattern), example=ltr(EXAMPLE))
