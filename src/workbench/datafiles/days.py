"""Days as the law knows them: written as a day, as a year where only the year is known, or not at all."""

import re
from datetime import date

_DAY, _YEAR = re.compile(r"\d{4}-\d{2}-\d{2}"), re.compile(r"\d{4}")


def span(written: str) -> tuple[date, date] | None:
    """The first and the last day that the writing can mean; None for an empty one.

    ``written`` is an ISO day (``2017-10-23``), a year (``2017``) or empty. Raises ``ValueError`` for anything else.
    """
    if not written:
        return None
    if _DAY.fullmatch(written):
        return date.fromisoformat(written), date.fromisoformat(written)
    if _YEAR.fullmatch(written):
        return date(int(written), 1, 1), date(int(written), 12, 31)
    raise ValueError(written)
