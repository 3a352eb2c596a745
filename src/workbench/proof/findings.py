"""A finding: what one source says for or against one element of an offence, and how strongly."""

from dataclasses import dataclass
from enum import StrEnum

# Strength: its rank. «none»: it was looked at and says nothing.
STRENGTHS = {"none": 0, "weak": 1, "fair": 2, "strong": 3}


class Side(StrEnum):
    """Whether it speaks for the element or against it."""

    FOR = "for"
    AGAINST = "against"


class SourceKind(StrEnum):
    """What a finding rests on."""

    EXHIBIT = "exhibit"
    STATEMENT = "statement"
    STEP = "step"
    RECORD = "record"


@dataclass(frozen=True, slots=True)
class Source:
    """Where a finding comes from: ``key`` is an exhibit number, a statement and line, a step, a record."""

    kind: SourceKind
    key: str


@dataclass(frozen=True, slots=True)
class Finding:
    """One finding. ``element`` is a concept (or another name of it), a circumstance or a way of taking part."""

    element: str
    side: Side
    strength: str
    source: Source
    note: str = ""
    exculpatory: bool = False

    @property
    def rank(self) -> int:
        """The strength as a number, 0 to 3. Raises ``KeyError`` for a strength that there is not."""
        return STRENGTHS[self.strength]

    @property
    def clears(self) -> bool:
        """Whether it speaks for the suspect: said so, or against an element."""
        return self.exculpatory or (self.side is Side.AGAINST and self.rank > 0)
