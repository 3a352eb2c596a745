"""What the table and the card say of exhibits: made once from the rows, so that painting asks nothing."""

from collections.abc import Mapping, Sequence

from workbench.services.rows import ExhibitRow
from workbench.ui.evidence.states import Shown, in_order


def shown_of(exhibits: Sequence[ExhibitRow], judged: Mapping[str, str]) -> list[Shown]:
    """The rows of the table in their order; ``judged`` is what the last check of the files found."""
    return [
        Shown(one, depth, *state_of(one, judged.get(one.number, one.integrity)))
        for one, depth in in_order(exhibits)
    ]


def state_of(exhibit: ExhibitRow, integrity: str) -> tuple[str, str]:
    """How it stands, and its own words where the state says it too roughly."""
    return integrity, ""
