"""Texts and moments as people write them: what would turn them round is taken out, what cannot be is refused."""

from datetime import datetime

from workbench.errors import Reason, Refusal
from workbench.fields import words
from workbench.fields.problems import ProblemKind, Wrong
from workbench.i18n import N_

LIMIT = words.LIMIT


def one_line(text: str, most: int = LIMIT) -> str:
    """The text on one line, without direction overrides. Raises ``Refusal`` if it cannot be kept."""
    return " ".join(several_lines(text, most).split())


def several_lines(text: str, most: int = LIMIT) -> str:
    """The text without direction overrides, its lines kept. Raises ``Refusal`` if it cannot be kept."""
    try:
        kept = words.lines(text)
    except Wrong as wrong:
        if wrong.kind is ProblemKind.TOO_LONG:
            raise Refusal(Reason.TEXT_LONG, most=most) from None
        raise Refusal(Reason.TEXT_HIDDEN) from None
    if len(kept) > most:
        raise Refusal(Reason.TEXT_LONG, most=most)
    # A text of nothing but invisible characters says nothing.
    return kept.strip() if any(one.isprintable() and not one.isspace() for one in kept) else ""


def happened(at: datetime | None, now: datetime, *, since: datetime | None = None) -> datetime:
    """When something happened, now if it was not said. Raises ``Refusal`` if it cannot have been then."""
    if at is None:
        return now
    if at > now:
        raise Refusal(Reason.MOMENT_WRONG, problem=N_("it lies in the future"))
    if since is not None and at < since:
        raise Refusal(Reason.MOMENT_WRONG, problem=N_("it lies before the time began to run"))
    return at
