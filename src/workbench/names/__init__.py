"""Names: folded, taken apart, indexed and compared, in Arabic, Sorani, Badini and passport Latin.

Pure: no database, no clock. What was seen is remembered for speed; ``forget`` lets it go, for instance when a vault
is locked.
"""

from workbench.names import aligning, making, pairing, sounding, tokens
from workbench.names.folding import fold
from workbench.names.how import How, Role
from workbench.names.keys import Wanted, bones_of, keys, of_part, wanted
from workbench.names.matching import STRICTNESS, USUAL, Match, Reason, compare, same, score
from workbench.names.measuring import Figures, Labelled, at, measure
from workbench.names.part import Form, Kind, Name, Part
from workbench.names.parts import in_one, parts
from workbench.names.saying import say


def forget() -> None:
    """Let go of every name that was remembered for speed."""
    for remembered in (
        parts, keys, in_one, bones_of, of_part, pairing.pair,
        aligning.distance, sounding.sound, making.part, tokens.token,
    ):  # fmt: skip
        remembered.cache_clear()


__all__ = [
    "STRICTNESS", "USUAL", "Figures", "Form", "How", "Kind", "Labelled", "Match", "Name", "Part", "Reason", "Role",
    "Wanted", "at", "compare", "fold", "forget", "keys", "measure", "parts", "same", "say", "score", "wanted",
]  # fmt: skip
