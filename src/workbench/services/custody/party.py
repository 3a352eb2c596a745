"""A party to a change of custody, and the details of an entry as they are kept."""

from collections.abc import Mapping
from dataclasses import dataclass
from datetime import datetime, timedelta

from workbench.errors import Reason, Refusal
from workbench.evidence.chain import NOT_SIGNED, SIGNATURE_REFUSED, SIGNED
from workbench.evidence.measures import MEASURES, figure
from workbench.i18n import N_, ltr, visible
from workbench.services import texts

EARLIEST = 1900
_AHEAD = timedelta(days=366)
SIGNATURES = (SIGNED, NOT_SIGNED, SIGNATURE_REFUSED)
# What an entry may say beyond its columns.
DETAILS = (
    "from_rank", "from_badge", "to_rank", "to_badge", "signed_from", "signed_to", "refusal", "witness", "order",
    *MEASURES, "package", "temperature", "photos", "tool", "seal_seen",
)  # fmt: skip
__all__ = ["DETAILS", "EARLIEST", "SIGNATURES", "SIGNED", "Party", "details", "moment", "offset"]


@dataclass(frozen=True, slots=True)
class Party:
    """Whoever gives or takes an exhibit; ``signed``: yes, no, or refused with the reason in ``refusal``."""

    name: str
    rank: str = ""
    badge: str = ""
    signed: str = SIGNED


def details(told: Mapping[str, str]) -> dict[str, object]:
    """The details as they are kept, empty ones left out. Raises ``Refusal`` for one that an entry does not have."""
    kept: dict[str, object] = {}
    for key, value in told.items():
        if key not in DETAILS:
            known = ltr(", ".join(DETAILS))
            raise Refusal(Reason.EXHIBIT_DETAIL_UNKNOWN, detail=ltr(visible(key)), known=known)
        text = texts.one_line(value)
        if key.startswith("signed_") and text and text not in SIGNATURES:
            raise Refusal(Reason.CUSTODY_WRONG, problem=N_("a signature is yes, no or refused"))
        if key in MEASURES and text and figure(text)[0] is None:
            raise Refusal(Reason.CUSTODY_WRONG, problem=N_("a count, weight or amount needs a figure"))
        if text:
            kept[key] = text
    if SIGNATURE_REFUSED in (kept.get("signed_from"), kept.get("signed_to")) and "refusal" not in kept:
        raise Refusal(Reason.CUSTODY_WRONG, problem=N_("the reason for refusing to sign is missing"))
    return kept


def moment(at: datetime | None, now: datetime) -> datetime:
    """When it happened as it was written. A date that cannot be is kept and shown as a fault, not put right."""
    if at is None:
        return now
    if at.tzinfo is None:
        raise Refusal(Reason.MOMENT_WRONG, problem=N_("the time needs its zone"))
    if at.year < EARLIEST:
        raise Refusal(Reason.MOMENT_WRONG, problem=N_("the year is not possible"))
    if at - now > _AHEAD:
        raise Refusal(Reason.MOMENT_WRONG, problem=N_("it lies in the future"))
    return at


def offset(at: datetime) -> str:
    """How far the clock at the place stood from UTC: ``+03:00``."""
    return at.isoformat()[-6:] if at.utcoffset() else "+00:00"
