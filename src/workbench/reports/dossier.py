"""The dossier: everything a document says about a case, as plain values, and the hash that stands for it.

Fixed words are keys (a role, a kind, a state); what people wrote and what the procedure asks are texts, the
latter already in the document's language.
"""

from dataclasses import dataclass, fields, is_dataclass
from datetime import UTC, datetime

from workbench.reports.cared import Care
from workbench.reports.course import (
    Answer,
    Deadline,
    Deviation,
    Edition,
    Kept,
    Matter,
    Missing,
    Order,
    OrderEntry,
    Source,
    Step,
)
from workbench.reports.heard import Heard
from workbench.reports.held import NOTHING_HELD, Holdings
from workbench.reports.proving import NOTHING_PROVED, Proving
from workbench.reports.screening_facts import Screened
from workbench.reports.timed import NOTHING_TIMED, Timed
from workbench.security.canonical import digest as canonical_digest

__all__ = [
    "Answer", "Care", "Case", "Claim", "Custody", "Deadline", "Deviation", "Dossier", "Edition", "Exhibit", "File",
    "HeldAct", "Holdings", "Kept", "Matter", "Missing", "NonPunishment", "Order", "OrderEntry", "Paper", "Person",
    "Present", "Proving", "Seizure", "Source", "Step", "Uncertain", "as_plain", "digest",
]  # fmt: skip


@dataclass(frozen=True, slots=True)
class Uncertain:
    """A value that may be known only roughly. ``kind``: exact, about, between, unknown; ISO day, month or year."""

    kind: str = "unknown"
    low: str = ""
    high: str = ""


@dataclass(frozen=True, slots=True)
class Claim:
    """A role somebody is said to have. ``role`` is a key; ``until`` is empty while the claim stands."""

    role: str
    since: datetime
    until: datetime | None
    decided_by: str
    basis: str
    current: bool


@dataclass(frozen=True, slots=True)
class Paper:
    """An identity or travel paper. ``held_by`` is a key (self, unit), an alias, or empty if unknown."""

    kind: str
    number: str
    held_by: str


@dataclass(frozen=True, slots=True)
class HeldAct:
    """An act that must not be held against somebody: a key of ``terms.HELD_ACTS`` and words of its own."""

    act: str
    text: str


@dataclass(frozen=True, slots=True)
class NonPunishment:
    """Acts that came of being exploited, how they are tied to it, and what points elsewhere: the judge weighs both."""

    acts: tuple[HeldAct, ...]
    link: str
    against: str
    decided_by: str
    at: datetime


@dataclass(frozen=True, slots=True)
class Person:
    """Somebody in the case. ``name`` is as written, empty where the document shows the code only."""

    alias: str
    name: str
    sex: str
    born: Uncertain
    nationality: str
    languages: tuple[str, ...]
    claims: tuple[Claim, ...]
    is_child: bool
    protected: bool
    papers: tuple[Paper, ...] = ()
    non_punishment: NonPunishment | None = None


@dataclass(frozen=True, slots=True)
class File:
    """A file that was sealed with an exhibit."""

    name: str
    size: int
    sha256: str
    sealed_at: datetime


@dataclass(frozen=True, slots=True)
class Custody:
    """One event in the custody of an exhibit."""

    kind: str
    at: datetime
    place: str
    from_whom: str
    to_whom: str
    purpose: str = ""
    seal_before: str = ""
    seal_after: str = ""
    condition: str = ""
    mark: str = ""


@dataclass(frozen=True, slots=True)
class Exhibit:
    """An exhibit and what is known of its seizure; empty means not recorded. ``facts`` are what its kind needs."""

    number: str
    kind: str
    description: str
    seized_at: datetime | None = None
    place: str = ""
    seized_by: str = ""
    found_by: str = ""
    holder: str = ""
    seal_number: str = ""
    condition: str = ""
    custody: tuple[Custody, ...] = ()
    files: tuple[File, ...] = ()
    facts: tuple[tuple[str, str], ...] = ()


@dataclass(frozen=True, slots=True)
class Case:
    """The case itself. ``kind``: tip, som, both, undetermined; ``state``: open, closed; ``law_on`` is an ISO day."""

    number: str
    title: str
    kind: str
    opened_at: datetime
    lead: str
    pack_key: str
    pack_version: str
    state: str
    law_on: str = ""
    editions: tuple[Edition, ...] = ()


@dataclass(frozen=True, slots=True)
class Present:
    """Somebody present at a seizure. ``capacity`` is a key or a text as recorded; ``paper`` proves who it is."""

    name: str
    capacity: str
    paper: str = ""


@dataclass(frozen=True, slots=True)
class Seizure:
    """What a seizure record says beyond the exhibits; empty texts become lines to be filled in by hand."""

    order: str = ""
    legal_basis: str = ""
    place: str = ""
    started_at: datetime | None = None
    ended_at: datetime | None = None
    team: tuple[Present, ...] = ()
    present: tuple[Present, ...] = ()
    entry: str = ""
    remarks: str = ""
    not_taken: str = ""
    damage: str = ""
    copy_given_to: str = ""
    exhibits: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True)
class Dossier:
    """One document's facts, all of them; ``subject`` is the code of what it is made of, if that is not the case."""

    kind: str
    document_id: str
    language: str
    made_at: datetime
    zone: str
    made_by: str
    made_by_role: str
    station: str
    jurisdiction: str
    letterhead: tuple[str, ...]
    training: bool
    case: Case
    people: tuple[Person, ...]
    exhibits: tuple[Exhibit, ...]
    steps: tuple[Step, ...]
    deviations: tuple[Deviation, ...]
    sources: tuple[Source, ...]
    log_size: int
    log_head: str
    seizure: Seizure | None = None
    orders: tuple[Order, ...] = ()
    deadlines: tuple[Deadline, ...] = ()
    matters: tuple[Matter, ...] = ()
    missing: tuple[Missing, ...] = ()
    subject: str = ""
    profile: str = "protected"
    care: Care | None = None
    screened: tuple[Screened, ...] = ()
    proving: Proving = NOTHING_PROVED
    holdings: Holdings = NOTHING_HELD
    timed: Timed = NOTHING_TIMED
    heard: Heard | None = None


def digest(dossier: Dossier) -> str:
    """The SHA-256 of the dossier's canonical JSON, in hex."""
    return canonical_digest(as_plain(dossier))


def as_plain(value: object) -> object:
    """The value as JSON knows it: mappings, lists, texts, whole numbers; moments in UTC."""
    if is_dataclass(value) and not isinstance(value, type):
        return {field.name: as_plain(getattr(value, field.name)) for field in fields(value)}
    if isinstance(value, tuple):
        return [as_plain(part) for part in value]
    if isinstance(value, datetime):
        return value.astimezone(UTC).isoformat(timespec="microseconds")
    return value
