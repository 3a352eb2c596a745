"""Rows about the world around people: entities, and links between people and entities."""

from collections.abc import Mapping
from dataclasses import dataclass, field
from datetime import datetime


@dataclass(frozen=True, slots=True)
class EntityRow:
    """An organisation, place, vehicle, account or journey, in its newest correction."""

    ref: str  # N-01
    kind: str  # a key of terms.ENTITIES
    label: str
    source: str
    note: str = ""
    detail: Mapping[str, str] = field(default_factory=dict)
    recorded_at: datetime | None = None
    recorded_by: str = ""


@dataclass(frozen=True, slots=True)
class LinkRow:
    """One end tied to another. ``since_on`` and ``until_on`` are ISO days, months or years, empty if unknown."""

    ref: str  # L-01
    a: str  # code of a person or ref of an entity
    kind: str  # a key of terms.LINKS
    b: str
    since_on: str
    until_on: str
    source: str
    certainty: str  # a key of terms.CERTAINTIES
    note: str
    state: str  # stands | ended | withdrawn
    recorded_at: datetime
    recorded_by: str
    ended_why: str = ""  # who or what says that it ended or was never so

    def other(self, end: str) -> str:
        """The end that is not this one."""
        return self.b if self.a == end else self.a
