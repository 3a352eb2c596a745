"""Exhibits as the papers of custody tell them: entries with both parties, what is wrong with them, what lies where."""

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import datetime


@dataclass(frozen=True, slots=True)
class Side:
    """Whoever gave or took; ``signed`` is a key (yes, no, refused), empty where nothing was recorded of it."""

    name: str
    rank: str = ""
    badge: str = ""
    signed: str = ""


@dataclass(frozen=True, slots=True)
class Entry:
    """An entry of the custody record; ``measures`` are (key of count, weight, amount; as written)."""

    seq: int = 0
    written_no: int = 0
    kind: str = ""
    at: datetime | None = None
    place: str = ""
    giver: Side = Side("")
    taker: Side = Side("")
    purpose: str = ""
    seal_before: str = ""
    seal_after: str = ""
    condition: str = ""
    order: str = ""
    witness: str = ""
    refusal: str = ""
    measures: tuple[tuple[str, str], ...] = ()
    reason: str = ""
    corrects: int = 0
    corrected_by: int = 0
    void: bool = False
    awaiting: bool = False
    explains: str = ""
    recorded_by: str = ""
    recorded_at: datetime | None = None


@dataclass(frozen=True, slots=True)
class Fault:
    """What is wrong with a custody record, in the document's language, and what was written to explain it."""

    title: str
    sentence: str
    explanation: str = ""
    explained_by: str = ""
    explained_at: datetime | None = None


@dataclass(frozen=True, slots=True)
class Noted:
    """A correction of a field, a remark or that the number is void; ``field`` in the document's language."""

    kind: str
    field: str
    was: str
    now: str
    reason: str
    at: datetime
    by: str


@dataclass(frozen=True, slots=True)
class Held:
    """An exhibit with its custody; ``facts`` are questions and answers of its kind, ``needed`` open ones.

    With nothing in it, it is the blank form that is filled in by hand.
    """

    number: str = ""
    label: str = ""
    kind: str = ""
    description: str = ""
    flags: tuple[str, ...] = ()
    hazards: str = ""
    facts: tuple[tuple[str, str], ...] = ()
    needed: tuple[str, ...] = ()
    seized_at: datetime | None = None
    place: str = ""
    found_by: str = ""
    seized_by: str = ""
    first_seal: str = ""
    condition: str = ""
    seal: str = ""
    holder: str = ""
    in_store: bool = False
    awaiting: bool = False
    ended: bool = False
    void: bool = False
    parent: str = ""
    parts: tuple[str, ...] = ()
    entries: tuple[Entry, ...] = ()
    faults: tuple[Fault, ...] = ()
    notes: tuple[Noted, ...] = ()
    files: int = 0

    @property
    def unexplained(self) -> int:
        """How many of its faults nobody has explained in writing."""
        return sum(not fault.explanation for fault in self.faults)


@dataclass(frozen=True, slots=True)
class Counted:
    """A count of a store, as far as it is about this case."""

    ref: str
    store: str
    at: datetime
    by: str
    expected: int
    missing: tuple[str, ...]
    elsewhere: tuple[tuple[str, str], ...]
    unknown: tuple[str, ...]
    note: str


@dataclass(frozen=True, slots=True)
class Holdings:
    """What the papers of custody are made of; ``entry`` is the hand-over that a receipt is for."""

    exhibits: tuple[Held, ...] = ()
    counts: tuple[Counted, ...] = ()
    entry: int = 0


NOTHING_HELD = Holdings()
BLANK, BLANK_ENTRY = Held(), Entry()


def in_stores(found: Sequence[Held]) -> dict[str, list[Held]]:
    """The exhibits that lie in a store, by its name as it is written most often."""
    stores: dict[str, list[Held]] = {}
    for one in found:
        if one.in_store and not (one.ended or one.void):
            stores.setdefault(" ".join(one.holder.split()).casefold(), []).append(one)
    return {held[0].holder: held for _, held in sorted(stores.items())}
