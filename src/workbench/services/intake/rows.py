"""Takings-in as they leave the services, and how one tells how far it is."""

from collections.abc import Callable
from dataclasses import dataclass
from datetime import datetime

from workbench.services.intake.planning import NotTaken

BEGUN, ENDED, CANCELLED = "begun", "ended", "cancelled"


@dataclass(frozen=True, slots=True)
class Going:
    """How far a taking-in is: bytes and files of all, bytes a second, and what is being read now."""

    done: int
    total: int
    files: int
    of_files: int
    rate: float
    name: str


# Hears how far it is. It may wait as long as it likes (that is a pause); False stops after nothing half-done.
Progress = Callable[[Going], bool]


@dataclass(frozen=True, slots=True)
class Duplicate:
    """A file whose bytes were sealed before: where, by case, exhibit and place."""

    name: str
    sha256: str
    case: str
    exhibit: str
    other: str


@dataclass(frozen=True, slots=True)
class IntakeRow:
    """A taking-in as it stands. ``files`` and ``size`` are what is sealed; ``known`` was there from an earlier try."""

    ref: str  # IN-01
    case: str
    exhibit: str
    state: str  # begun | ended | cancelled
    source: str
    tool: str
    begun_at: datetime
    begun_by: str
    ended_at: datetime | None
    files: int
    size: int
    known: int
    not_taken: tuple[NotTaken, ...]
    duplicates: tuple[Duplicate, ...]
