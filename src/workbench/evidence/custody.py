"""The faults of a custody record: pure, from its entries, the time and the house rules."""

from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass, field, replace
from datetime import datetime, timedelta

from workbench.evidence import measures
from workbench.evidence.chain import (
    ENDING,
    GIVING,
    PLACING,
    SIGNATURE_REFUSED,
    SIGNED,
    TAKING,
    WORKING,
    CustodyRules,
    Entry,
    explanations,
    live,
    seal_key,
)

# Each fault by its key; how it is said stands in ``custody_words``.
FAULTS = (
    "seal_mismatch", "unsealed", "number_gap", "number_twice", "untracked", "time_order", "future", "not_holder",
    "two_holders", "measure_changed", "no_receipt", "stock_due", "after_end", "no_order", "unsigned",
)  # fmt: skip
_BREAKING = frozenset({"opened", "examined"})
_SEALING = frozenset({"sealed", "resealed", "packaged", *_BREAKING})
_PARTIES = GIVING | {"returned"}


@dataclass(frozen=True, slots=True)
class Fault:
    """Something that a court would ask about: in which entry, beside which other, with what was read there.

    ``explained`` is the entry that explains it in writing, 0 if none does: it is shown then too.
    """

    key: str
    seq: int
    other_seq: int = 0
    facts: Mapping[str, object] = field(default_factory=dict, hash=False)
    explained: int = 0


@dataclass(frozen=True, slots=True)
class Holding:
    """Where the record leaves an exhibit: who has it or which store, under which seal, and whether its way ended."""

    holder: str
    store: bool
    seal: str
    since: datetime | None
    awaiting: bool
    ended: bool


def faults(
    events: Iterable[Entry], *, now: datetime, rules: CustodyRules, counted_at: datetime | None = None
) -> tuple[Fault, ...]:
    """Every fault of a record, in the order of its entries; ``counted_at`` is when a stock-take last saw it."""
    every = tuple(events)
    counting = live(every)
    walk, found = _Walk(rules), [*_numbers(counting)]
    for entry in counting:
        if not entry.void:
            found += walk.step(entry, now)
    found += walk.end(now, counted_at)
    explained = explanations(every)
    marked = (replace(one, explained=explained.get((one.key, one.seq), 0)) for one in found)
    return tuple(sorted(marked, key=lambda one: one.seq))


def holding(events: Iterable[Entry], *, rules: CustodyRules) -> Holding:
    """Where the record leaves the exhibit."""
    walk = _Walk(rules)
    for entry in live(events):
        if not entry.void:
            for _ in walk.step(entry, entry.at):
                pass
    return Holding(
        walk.shown, walk.placed, walk.seal, walk.last.at if walk.last else None, walk.awaiting is not None,
        walk.ended is not None,
    )  # fmt: skip


def slip(one: str, other: str) -> str:
    """How a number may have been miswritten: ``transposed`` neighbours, ``one_digit`` wrong, or empty."""
    left, right = seal_key(one), seal_key(other)
    if len(left) != len(right):
        return ""
    places = [n for n, pair in enumerate(zip(left, right, strict=True)) if pair[0] != pair[1]]
    if len(places) == 1:
        return "one_digit"
    if len(places) == 2 and places[1] == places[0] + 1 and left[places[0]] + left[places[1]] == (
        right[places[1]] + right[places[0]]
    ):  # fmt: skip
        return "transposed"
    return ""


def _numbers(entries: list[Entry]) -> Iterator[Fault]:
    """Gaps and repeats in the numbers as they were written on paper."""
    before, last = 0, None
    for entry in entries:
        number = entry.written_no
        if number is None:
            continue
        other = last.seq if last else 0
        if number > before + 1:
            missing = tuple(range(before + 1, number))
            yield Fault("number_gap", entry.seq, other, {"missing": missing, "number": number})
        elif number <= before:
            yield Fault("number_twice", entry.seq, other, {"number": number})
        before, last = max(before, number), entry


class _Walk:
    """The record walked entry by entry: what holds after each, and what does not fit it."""

    def __init__(self, rules: CustodyRules) -> None:
        self.rules = rules
        self.last: Entry | None = None
        # Who has it, None where the record does not say; ``shown`` is what was last written.
        self.holder: Entry | None = None
        self.shown = ""
        self.placed = False
        # The entry that lent it, until whoever lent it has it again.
        self.lent: Entry | None = None
        self.seal, self.sealed_by, self.intact = "", 0, False
        self.opened: Entry | None = None
        self.awaiting: Entry | None = None
        self.ended: Entry | None = None
        self.measured: dict[str, tuple[str, int]] = {}

    def step(self, entry: Entry, now: datetime) -> Iterator[Fault]:
        """The faults of one entry; afterwards it is the last one."""
        if self.ended:
            # What was returned or destroyed has no holder or seal that a later entry could be held to.
            yield Fault("after_end", entry.seq, self.ended.seq, {"ended": self.ended.kind})
            return
        untimely = self.last is not None and entry.at < self.last.at
        yield from self._time(entry, now)
        yield from self._seal(entry, untimely)
        yield from self._hands(entry)
        yield from self._amounts(entry)
        yield from self._papers(entry)
        self._take(entry)
        self.last = entry

    def end(self, now: datetime, counted_at: datetime | None) -> Iterator[Fault]:
        """What is wrong because nothing followed."""
        if self.opened:
            yield Fault("unsealed", self.opened.seq, 0, {"seal": self.seal})
        if self.awaiting and now - self.awaiting.at > self.rules.receipt:
            yield Fault("no_receipt", self.awaiting.seq, 0, _late(self.awaiting, now))
        if self.placed and self.last and not self.ended:
            seen = max(self.last.at, counted_at or self.last.at)
            if now - seen > self.rules.stock:
                yield Fault("stock_due", self.last.seq, 0, {"days": (now - seen).days, "store": self.shown})

    def _time(self, entry: Entry, now: datetime) -> Iterator[Fault]:
        if entry.at > now + self.rules.ahead:
            yield Fault("future", entry.seq, 0, {"at": entry.at})
        if self.last and entry.at < self.last.at:
            facts = {"at": entry.at, "before": self.last.at, "kind": entry.kind, "earlier": self.last.kind}
            yield Fault("time_order", entry.seq, self.last.seq, facts)

    def _seal(self, entry: Entry, untimely: bool) -> Iterator[Fault]:
        read = entry.seal_before or ("" if entry.kind in _SEALING or self.opened else entry.seal_after)
        self.intact = bool(self.seal and read) and seal_key(read) == seal_key(self.seal)
        if self.seal and read and not self.intact:
            facts = {"was": self.seal, "read": read, "slip": slip(self.seal, read)}
            yield Fault("seal_mismatch", entry.seq, self.sealed_by, facts)
        if self.opened:
            if entry.kind not in WORKING and not self._ends(entry) and not entry.seal_after:
                yield Fault("unsealed", self.opened.seq, entry.seq, {"seal": self.seal})
            if entry.kind not in WORKING or entry.seal_after:
                self.opened = None
        under = entry.seal_before or self.seal
        if entry.kind in _BREAKING and under:
            if not entry.seal_after:
                # When it was examined is in doubt already; whether a new seal followed is asked once that is settled.
                self.opened = self.opened or (None if untimely else entry)
            elif seal_key(entry.seal_after) == seal_key(under):
                yield Fault("unsealed", entry.seq, 0, {"seal": under})
        if entry.seal_after or entry.seal_before:
            self.seal, self.sealed_by = entry.seal_after or entry.seal_before, entry.seq

    def _hands(self, entry: Entry) -> Iterator[Fault]:
        if self.awaiting:
            yield from self._received(entry, self.awaiting)
            return
        if self.holder is None or self.last is None:
            return
        facts: dict[str, object] = {"holder": self.shown}
        if entry.kind in WORKING:
            by = entry.from_whom or entry.to_whom
            badge = entry.from_badge if entry.from_whom else entry.to_badge
            if by and not self.placed and not self._has(by, badge):
                facts |= {"by": by} | _gap(self.last, entry)
                yield Fault("untracked", entry.seq, self.last.seq, facts)
                self.holder = None
        elif entry.kind in TAKING:
            came = bool(entry.from_whom) and self._has(entry.from_whom, entry.from_badge)
            stays = self.rules.same(self.shown, entry.to_whom, (_badge(self.holder), entry.to_badge))
            if entry.to_whom and not (came or stays or self.last.kind == "found"):
                yield Fault("two_holders", entry.seq, self.last.seq, facts | {"by": entry.to_whom})
        elif entry.from_whom and not self._has(entry.from_whom, entry.from_badge):
            yield Fault("not_holder", entry.seq, self.last.seq, facts | {"by": entry.from_whom})

    def _received(self, entry: Entry, out: Entry) -> Iterator[Fault]:
        """What follows a hand-over that the other side was not there to sign."""
        if entry.kind not in TAKING:
            facts = {"holder": out.to_whom, "by": entry.from_whom or entry.to_whom} | _gap(out, entry)
            yield Fault("untracked", entry.seq, out.seq, facts)
            return
        if entry.to_whom and not self.rules.same(out.to_whom, entry.to_whom, (out.to_badge, entry.to_badge)):
            facts = {"holder": out.to_whom, "by": entry.to_whom}
            yield Fault("two_holders", entry.seq, out.seq, facts)
        elif entry.at - out.at > self.rules.receipt:
            yield Fault("no_receipt", out.seq, entry.seq, _late(out, entry.at))

    def _has(self, name: str, badge: str) -> bool:
        """Whether whoever is named has the exhibit; what lies in a store is given out by any person who works there."""
        holder = self.holder
        if holder is None or (self.placed and not self.rules.is_store(name)):
            return True
        return self.rules.same(self.shown, name, (_badge(holder), badge))

    def _amounts(self, entry: Entry) -> Iterator[Fault]:
        if entry.kind in _BREAKING:
            # What a laboratory uses up is said by its own entry; from here on that is what there is.
            self.measured.clear()
        known = {key: value for key, (value, _) in self.measured.items()}
        differs = measures.changed(known, entry.measures, self.rules)
        if differs:
            first = self.measured[next(iter(differs))][1]
            yield Fault("measure_changed", entry.seq, first, {**differs, "intact": self.intact})
        self.measured |= {key: (value, entry.seq) for key, value in entry.measures.items() if value.strip()}

    def _papers(self, entry: Entry) -> Iterator[Fault]:
        if self._ends(entry) and not entry.order.strip():
            yield Fault("no_order", entry.seq, 0, {"kind": entry.kind})
        asked = ["from"] if entry.kind in _PARTIES else []
        asked += ["to"] if (entry.kind in _PARTIES and not entry.awaiting) or entry.kind == "received" else []
        signed = {"from": entry.signed_from, "to": entry.signed_to}
        missing = tuple(side for side in asked if signed[side] not in (SIGNED, SIGNATURE_REFUSED))
        # An entry that says nothing of signatures was copied from a record without them; one that speaks must say all.
        if missing and any(one is not None for one in signed.values()):
            yield Fault("unsigned", entry.seq, 0, {"sides": missing})

    def _ends(self, entry: Entry) -> bool:
        """Whether its way ends here: what was lent only comes back."""
        return entry.kind in ENDING and not (entry.kind == "returned" and self.lent)

    def _take(self, entry: Entry) -> None:
        """What holds after the entry."""
        if self._ends(entry):
            self.ended = entry
        if entry.kind in WORKING and not self.awaiting:
            return
        out, self.awaiting = self.awaiting, entry if entry.awaiting else None
        if entry.kind == "lent":
            self.lent = entry
        elif self.lent and (entry.kind == "returned" or self.rules.same(self.lent.from_whom, entry.to_whom)):
            self.lent = None
        name = entry.to_whom or (entry.from_whom if entry.kind in WORKING else out.to_whom if out else "")
        self.shown = name or self.shown
        self.holder = entry if name else None
        self.placed = bool(name) and (entry.store or entry.kind in PLACING or self.rules.is_store(name))


def _badge(entry: Entry) -> str:
    return entry.to_badge or (entry.from_badge if not entry.to_whom else "")


def _late(out: Entry, until: datetime) -> dict[str, object]:
    return {"minutes": (until - out.at) // timedelta(minutes=1), "holder": out.to_whom}


def _gap(before: Entry, after: Entry) -> dict[str, object]:
    return {"minutes": max(0, (after.at - before.at) // timedelta(minutes=1)), "since": before.at, "until": after.at}
