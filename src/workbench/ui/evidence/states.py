"""How an exhibit stands, in one word with its tone and icon, and which state comes before which."""

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass

from workbench.i18n import N_
from workbench.services.rows import ExhibitRow
from workbench.ui.state import tr

# words, tone, icon; the first that fits is what is shown: a broken file is worse than a missing receipt.
STATES: Mapping[str, tuple[str, str, str]] = {
    "broken": (N_("broken"), "late", "ph.x-circle"),
    "gap": (N_("custody gap"), "late", "ph.link-break"),
    "waiting": (N_("waiting"), "warn", "ph.clock"),
    "verified": (N_("verified"), "ok", "ph.shield-check"),
    "sealed": (N_("sealed"), "info", "ph.shield"),
    "none": (N_("no file"), "neutral", "ph.circle-dashed"),
    "ended": (N_("returned or destroyed"), "neutral", "ph.check-circle"),
    "void": (N_("void number"), "neutral", "ph.minus-circle"),
}


@dataclass(frozen=True)
class Shown:
    """A row of the table: the exhibit, how deep it lies under what it is a part of, and how it stands."""

    exhibit: ExhibitRow
    depth: int
    state: str
    words: str

    @property
    def number(self) -> str:
        return self.exhibit.number

    @property
    def doubtful(self) -> bool:
        """Whether the record does not say for certain who has it."""
        lost = {"no_receipt", "untracked", "not_holder", "two_holders"}
        return self.exhibit.awaiting or any(one.key in lost for one in self.exhibit.unexplained)


def in_order(exhibits: Sequence[ExhibitRow]) -> list[tuple[ExhibitRow, int]]:
    """Every exhibit once, parts under what they are parts of, with their depth; a ring of parts loses nobody."""
    numbers = {one.number for one in exhibits}
    under: dict[str, list[ExhibitRow]] = {}
    for one in exhibits:
        inside = one.parent in numbers and one.parent != one.number
        under.setdefault(one.parent if inside else "", []).append(one)
    found: list[tuple[ExhibitRow, int]] = []
    seen: set[str] = set()

    def put(one: ExhibitRow, depth: int) -> None:
        if one.number not in seen:
            seen.add(one.number)
            found.append((one, depth))
            for part in under.get(one.number, ()):
                put(part, depth + 1)

    for one in (*under.get("", ()), *exhibits):
        put(one, 0)
    return found


def counted(rows: Iterable[Shown]) -> dict[str, int]:
    """How many stand how, in the order of the states."""
    rows = list(rows)
    return {key: count for key in STATES if (count := sum(one.state == key for one in rows))}


def said(key: str) -> tuple[str, str, str]:
    """The words, tone and icon of a state."""
    words, tone, glyph = STATES.get(key, STATES["none"])
    return tr(words), tone, glyph

