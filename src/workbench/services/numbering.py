"""Numbers by a station's pattern: of cases, exhibits and papers."""

from workbench.errors import Reason, Refusal
from workbench.i18n import ltr

KIND_CODES = {"tip": "TIP", "som": "SOM", "undetermined": "INV"}
EXAMPLE = "{kind}-{year}/{seq:04}"


def case_number(pattern: str, *, kind: str, year: int, seq: int) -> str:
    """A case number, for instance ``TIP-2026/0147``. Raises ``Refusal`` if the pattern cannot be used."""
    try:
        number = pattern.format(kind=KIND_CODES[kind], year=year, seq=seq)
    except (KeyError, ValueError, IndexError, AttributeError):
        raise _wrong(pattern) from None
    if (
        not number.isascii()
        or not number.isprintable()
        or not 0 < len(number) <= 60
        or number != number.strip()
    ):
        raise _wrong(pattern)
    return number


def check_pattern(pattern: str) -> None:
    """Refuse a pattern that would give two cases one number."""
    if case_number(pattern, kind="tip", year=2026, seq=1) == case_number(
        pattern, kind="tip", year=2026, seq=2
    ):
        raise _wrong(pattern)


def _wrong(pattern: str) -> Refusal:
    return Refusal(Reason.NUMBER_PATTERN_WRONG, pattern=ltr(pattern), example=ltr(EXAMPLE))
