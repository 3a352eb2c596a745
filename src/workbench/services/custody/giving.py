"""What is said of a hand-over once for all exhibits, the seal of each, and the entry that comes of both."""

from collections.abc import Mapping
from dataclasses import dataclass, field
from datetime import datetime

from workbench.errors import Reason, Refusal
from workbench.i18n import N_, ltr, visible
from workbench.models import CustodyEvent
from workbench.services import texts
from workbench.services.custody.party import Party, details, moment, offset

GIVEN = ("handed_over", "lent", "returned", "moved", "stored")


@dataclass(frozen=True, slots=True)
class Seal:
    """The seal of one exhibit as it was read; ``none_seen``: it was looked for, and there was none."""

    before: str = ""
    after: str = ""
    none_seen: bool = False


@dataclass(frozen=True, slots=True)
class Handing:
    """``awaiting``: it was sent, and whoever takes it was not there to sign; ``confirm_receipt`` closes it."""

    giver: Party
    taker: Party
    purpose: str
    kind: str = "handed_over"
    at: datetime | None = None
    place: str = ""
    condition: str = ""
    written_no: int | None = None
    awaiting: bool = False
    to_store: bool = False
    detail: Mapping[str, str] = field(default_factory=dict)


def require_possible(how: Handing) -> None:
    """Raises ``Refusal`` where the hand-over itself cannot be, whatever is handed over."""
    if how.kind not in GIVEN:
        raise Refusal(Reason.CUSTODY_KIND_UNKNOWN, kind=ltr(visible(how.kind)), kinds=ltr(", ".join(GIVEN)))
    if not (texts.one_line(how.giver.name) and texts.one_line(how.taker.name)):
        raise Refusal(Reason.CUSTODY_WRONG, problem=N_("both parties must be named"))


def entry_of(how: Handing, seal: Seal, now: datetime) -> CustodyEvent:
    """The entry as it is kept, not yet in the record of an exhibit. A seal that stayed on is the same after."""
    giver, taker = how.giver, how.taker
    told = {
        **how.detail, "from_rank": giver.rank, "from_badge": giver.badge, "signed_from": giver.signed or "no",
        "to_rank": taker.rank, "to_badge": taker.badge, "seal_seen": "no" if seal.none_seen else "",
    }  # fmt: skip
    kept = details(told | ({} if how.awaiting else {"signed_to": taker.signed or "no"}))
    taken = moment(how.at, now)
    kept |= {"offset": offset(taken)} | ({"awaiting": True} if how.awaiting else {})
    kept |= {"store": True} if how.to_store else {}
    return CustodyEvent(
        kind=how.kind, at=taken, place=texts.one_line(how.place), from_whom=texts.one_line(giver.name, 200),
        to_whom=texts.one_line(taker.name, 200), purpose=texts.several_lines(how.purpose),
        seal_before=texts.one_line(seal.before, 60), seal_after=texts.one_line(seal.after or seal.before, 60),
        condition=texts.several_lines(how.condition), written_no=how.written_no, detail=kept,
    )  # fmt: skip
