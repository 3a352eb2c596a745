"""What papers say of a screening, as plain values: the texts are already in the document's language."""

from dataclasses import dataclass
from datetime import datetime


@dataclass(frozen=True, slots=True)
class Asked:
    """An indicator that was asked about, or a test. ``strength``: S, M, W or empty.

    ``value`` is a key of the answers; of a test that points somewhere, victim or offender.
    """

    text: str
    strength: str
    value: str
    evidence: tuple[str, ...]
    observer: str
    at: datetime | None


@dataclass(frozen=True, slots=True)
class Part:
    """Indicators of one dimension of the weighed list, or of one other list. ``rule``: the published rule, if met."""

    title: str
    asked: tuple[Asked, ...]
    weighed: bool = False
    strong: int = 0
    medium: int = 0
    weak: int = 0
    rule: str = ""
    not_asked: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True)
class Listed:
    """A list of indicators that was asked from, in its edition; ``mark`` says whether it was read or is doubtful."""

    title: str
    version: str
    mark: str
    sha256: str


@dataclass(frozen=True, slots=True)
class Moved:
    """Something that was otherwise in the first screening; both sides as words."""

    what: str
    before: str
    after: str


@dataclass(frozen=True, slots=True)
class Screened:
    """One screening as it was recorded, with what the rule said then and what somebody decided and why."""

    ordinal: int
    held_at: datetime
    asked_by: str
    interpreter: str
    setting: tuple[str, ...]
    profile: str
    lists: tuple[Listed, ...]
    parts: tuple[Part, ...]
    result: str
    result_text: str
    words: tuple[str, ...]  # what is open, what else is there, what the rule does not say
    track: str  # tip | som | both | unclear; empty if the six questions were not asked
    track_text: str
    decision: str
    reason: str
    differs: bool
    ask_again_on: str
    recorded_at: datetime
    recorded_by: str
    moved: tuple[Moved, ...] = ()
