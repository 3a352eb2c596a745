"""What the table and the card say of exhibits: made once from the rows, so that painting asks nothing."""

from collections.abc import Mapping, Sequence

from workbench.i18n import N_
from workbench.services.rows import ExhibitRow
from workbench.ui.evidence.states import Shown, in_order
from workbench.ui.state import tr

# What has its proof in its bytes; everything else has it in its seal.
_OF_BYTES = frozenset({"digital", "photo"})


def shown_of(
    exhibits: Sequence[ExhibitRow], judged: Mapping[str, str], asked: Mapping[str, str] | None = None
) -> list[Shown]:
    """The rows of the table in their order.

    ``judged`` is what the last check of the files found; ``asked`` says of exhibits that are examined how that stands.
    """
    return [
        Shown(one, depth, *state_of(one, judged.get(one.number, one.integrity), (asked or {}).get(one.number, "")))
        for one, depth in in_order(exhibits)
    ]


def state_of(exhibit: ExhibitRow, integrity: str, examined: str = "") -> tuple[str, str]:
    """How it stands, and its own words where the state says it too roughly."""
    faults = {one.key for one in exhibit.unexplained}
    if exhibit.void:
        return "void", ""
    if integrity == "broken":
        return "broken", ""
    if faults - {"stock_due"}:
        return "gap", ""
    if exhibit.awaiting:
        return "waiting", tr(N_("receipt awaited"))
    if examined:
        return "waiting", examined
    if "stock_due" in faults:
        return "waiting", tr(N_("stock-take due"))
    if exhibit.ended:
        return "ended", ""
    if integrity == "none" and exhibit.kind not in _OF_BYTES:
        return ("sealed", "") if exhibit.seal else ("none", tr(N_("not sealed")))
    return integrity, ""


def place_of(exhibit: ExhibitRow) -> str:
    """Where it is by the record: the store that has it, or the place of the newest entry that counts."""
    if exhibit.in_store:
        return exhibit.holder
    places = (one.place for one in reversed(exhibit.custody) if one.place and not one.corrected_by and not one.void)
    return next(places, exhibit.seized_place)


def holder_of(exhibit: ExhibitRow) -> str:
    """Which person has it, or who put it where it lies."""
    if not exhibit.in_store:
        return exhibit.holder
    counting = (one for one in reversed(exhibit.custody) if not one.corrected_by and not one.void)
    return next((one.from_whom for one in counting if one.from_whom and one.from_whom != exhibit.holder), "")
