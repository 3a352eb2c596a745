"""The entries of a custody record as plain values, and which count: a correction in the place of what it corrects."""

from collections.abc import Iterable, Mapping
from dataclasses import dataclass, field, replace
from datetime import datetime, timedelta
from decimal import Decimal

from workbench.i18n import latin
from workbench.names import fold

TAKING = frozenset({"found", "seized", "received"})
GIVING = frozenset({"handed_over", "lent"})
PLACING = frozenset({"moved", "stored"})
WORKING = frozenset({"packaged", "sealed", "opened", "examined", "copied", "resealed"})
ENDING = frozenset({"returned", "destroyed"})
EXPLAINED = "explained"
NOT_SIGNED, SIGNED, SIGNATURE_REFUSED = "no", "yes", "refused"


@dataclass(frozen=True, slots=True)
class Entry:
    """One entry of the record of one exhibit, as it was written.

    ``corrects`` is the entry whose place it takes, ``void`` that it takes it away; ``explains`` names a fault by its
    key and entry. ``awaiting``: given out, and the other side was not there to sign. ``measures`` are as written, by
    ``count``, ``weight`` or ``amount``. A signature is ``yes``, ``no`` or ``refused``, None where nothing was recorded.
    """

    seq: int
    kind: str
    at: datetime
    from_whom: str = ""
    to_whom: str = ""
    from_badge: str = ""
    to_badge: str = ""
    seal_before: str = ""
    seal_after: str = ""
    written_no: int | None = None
    measures: Mapping[str, str] = field(default_factory=dict, hash=False)
    order: str = ""
    store: bool = False
    awaiting: bool = False
    signed_from: str | None = None
    signed_to: str | None = None
    corrects: int = 0
    void: bool = False
    explains: tuple[str, int] | None = None


@dataclass(frozen=True, slots=True)
class CustodyRules:
    """The house rules of custody; ``ranks`` and ``stores`` are folded words."""

    receipt: timedelta
    stock: timedelta
    ahead: timedelta
    weight_grams: Decimal
    weight_permille: Decimal
    ranks: frozenset[str]
    stores: frozenset[str]
    marks: Mapping[str, str] = field(default_factory=dict, hash=False)

    def is_store(self, name: str) -> bool:
        """Whether a holder is a place."""
        return not self.stores.isdisjoint(_tokens(name))

    def same(self, one: str, other: str, badges: tuple[str, str] = ("", "")) -> bool:
        """Whether two names are written for one holder: without ranks, a shorter name within a longer one."""
        if all(badges):
            return seal_key(badges[0]) == seal_key(badges[1])
        left, right = (set(_tokens(name)) - self.ranks or set(_tokens(name)) for name in (one, other))
        return left <= right or right <= left


def live(events: Iterable[Entry]) -> list[Entry]:
    """The entries that count, in the order of the record: each correction stands where what it corrects stood."""
    places: dict[int, int] = {}
    found: dict[int, Entry] = {}
    for one in sorted(events, key=lambda entry: entry.seq):
        if one.kind == EXPLAINED:
            continue
        root = places.get(one.corrects, 0)
        places[one.seq] = root or one.seq
        if root and one.written_no is None:
            one = replace(one, written_no=found[root].written_no)
        found[root or one.seq] = one
    return list(found.values())


def explanations(events: Iterable[Entry]) -> dict[tuple[str, int], int]:
    """The entry that explains a fault, by the fault's key and entry; the newest explanation holds."""
    return {one.explains: one.seq for one in events if one.kind == EXPLAINED and one.explains}


def seal_key(written: str) -> str:
    """A seal or badge as it is compared: no spaces or dashes, digits 0-9, small letters."""
    return "".join(c for c in fold(latin(written)) if c.isalnum())


def _tokens(name: str) -> tuple[str, ...]:
    return tuple("".join(c if c.isalnum() else " " for c in fold(latin(name))).split())
