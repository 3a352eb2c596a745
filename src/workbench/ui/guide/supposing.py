"""What would follow if a fact of the case were otherwise; nothing is written, and it is without Qt."""

from collections.abc import Mapping
from dataclasses import dataclass

from workbench.services.guides import GuideRow
from workbench.sop import BUILT_IN, Changes, Fact, Pack, compare, facts, progress
from workbench.sop.facts import label
from workbench.ui.guide.reasons import cause_words
from workbench.ui.state import speaking


@dataclass(frozen=True)
class FactLine:
    """A fact of the case: what it says, whether it holds, and who or what stands behind it."""

    key: str
    words: str
    holds: bool
    causes: tuple[str, ...]


@dataclass(frozen=True)
class Supposed:
    """What would follow: the changes, and the facts as they would stand."""

    changes: Changes
    facts: Mapping[str, Fact]


def fact_lines(row: GuideRow, pack: Pack) -> list[FactLine]:
    """Every fact that the procedure knows, its own first; ``pack`` is in the language of the window."""
    return [
        FactLine(
            key,
            label(pack, key, speaking()),
            row.facts[key].holds,
            tuple(cause_words(pack, cause) for cause in row.facts[key].causes),
        )
        for key in (*pack.facts, *BUILT_IN)
        if key in row.facts
    ]


def suppose(row: GuideRow, pack: Pack, switched: Mapping[str, bool]) -> Supposed:
    """What would follow if these facts held, or did not, and everything else were as it is."""
    picture = row.picture
    if picture is None or not switched:
        return Supposed(Changes(), row.facts)
    true = facts(pack, picture, dict(switched))
    where = progress(pack, true, row.history, set(row.drafts), picture.orders)
    return Supposed(compare(row.progress, where, row.facts, true), true)
