"""Moments and days as they are typed: nothing is guessed, a moment says its zone."""

from datetime import date, datetime

from workbench.errors import Reason, Refusal
from workbench.i18n import N_

EXAMPLE = "2026-11-23T06:15+03:00"
_DAY = len("2026-11-23")


def moment(text: str) -> datetime | None:
    """The moment that was typed, None if none was. Raises ``Refusal`` if it lacks its zone or is none."""
    if not text:
        return None
    try:
        at = datetime.fromisoformat(text)
    except ValueError:
        at = None
    if at is None or at.tzinfo is None:
        raise Refusal(Reason.MOMENT_WRONG, problem=N_("it needs a day, a time and a zone"))
    return at


def day(text: str) -> date | None:
    """The day that was typed, None if none was. Raises ``Refusal`` if it is none."""
    if not text:
        return None
    found = day_or_moment(text) if len(text) == _DAY else None
    if found is None:
        raise Refusal(Reason.MOMENT_WRONG, problem=N_("it is not a day"))
    return found


def day_or_moment(text: str) -> datetime | date | None:
    """A day, which means the whole of it, or a moment."""
    if len(text) != _DAY:
        return moment(text)
    try:
        return date.fromisoformat(text)
    except ValueError:
        raise Refusal(Reason.MOMENT_WRONG, problem=N_("it is not a day")) from None
