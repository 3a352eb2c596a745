"""Custody records for tests: short ones by hand, and lawful ones by chance."""

from collections.abc import Callable
from dataclasses import replace
from datetime import UTC, datetime, timedelta

from hypothesis import strategies as st

from workbench.evidence.chain import Entry
from workbench.evidence.reading import custody_rules
from workbench.shipped import resource

RULES = custody_rules(resource("evidence") / "custody.yaml")
START = datetime(2025, 3, 18, 20, 10, tzinfo=UTC)
PEOPLE = ("Lt. Zainab", "Capt. Saif", "Sgt. Rebin", "Inspector Huda")
STORES = ("unit store", "Central depot")
SIGNED = {"signed_from": "yes", "signed_to": "yes"}


def later(entries: list[Entry], hours: float = 1) -> datetime:
    """A moment after the last entry."""
    return entries[-1].at + timedelta(hours=hours)


def add(entries: list[Entry], kind: str, **facts: object) -> list[Entry]:
    """The entries with one more, an hour later, carrying the next numbers."""
    last = entries[-1]
    number = max((one.written_no or 0 for one in entries), default=0) + 1
    told = {"at": later(entries), "written_no": number} | facts
    return [*entries, Entry(last.seq + 1, kind, **told)]  # type: ignore[arg-type]


def seized(holder: str = "Lt. Zainab", **facts: object) -> list[Entry]:
    """A record that begins with a seizure under seal 100."""
    told = {"to_whom": holder, "seal_after": "100", "written_no": 1, "measures": {"count": "42"}} | facts
    return [Entry(1, "seized", START, **told)]  # type: ignore[arg-type]


@st.composite
def lawful(draw: st.DrawFn) -> list[Entry]:
    """A record that ends with a person who has the exhibit under seal, everything before it as it should be."""
    entries = seized(draw(st.sampled_from(PEOPLE)))
    holder, seal, stored = entries[0].to_whom, 100, False
    for step in draw(st.lists(st.sampled_from(("give", "send", "store", "take", "open", "work", "lend")), max_size=12)):
        at = later(entries, draw(st.integers(1, 20)))
        other = draw(st.sampled_from([one for one in PEOPLE if one != holder]))
        under = {"at": at, "seal_before": str(seal), "seal_after": str(seal)}
        if step == "store" and not stored:
            holder, stored = draw(st.sampled_from(STORES)), True
            entries = add(entries, "stored", from_whom=entries[-1].to_whom or "", to_whom=holder, **under)
        elif step == "take" and stored:
            entries = add(entries, "handed_over", from_whom="Storekeeper", to_whom=other, **under, **SIGNED)
            holder, stored = other, False
        elif step in ("open", "work"):
            by = "any examiner" if stored else holder
            entries = add(entries, "opened", at=at, from_whom=by, to_whom=holder, seal_before=str(seal))
            seal += 1
            if step == "work":
                entries = add(entries, "examined", from_whom=by, to_whom=holder)
            entries = add(entries, "resealed", from_whom=by, to_whom=holder, seal_after=str(seal))
        elif not stored:
            kind = "lent" if step == "lend" else "handed_over"
            awaiting = step == "send"
            signed = {"signed_from": "yes"} if awaiting else SIGNED
            entries = add(entries, kind, from_whom=holder, to_whom=other, awaiting=awaiting, **under, **signed)
            if awaiting:
                entries = add(entries, "received", to_whom=other, seal_before=str(seal), signed_to="yes")
            holder = other
    if stored:
        under = {"seal_before": str(seal), "seal_after": str(seal)}
        entries = add(entries, "handed_over", from_whom="Storekeeper", to_whom="Capt. Saif", **under, **SIGNED)
    return add(entries, "copied", from_whom=entries[-1].to_whom, to_whom=entries[-1].to_whom)


Injection = Callable[[list[Entry], int], tuple[list[Entry], timedelta]]
_SOON = timedelta(hours=2)


def _changed(entries: list[Entry], place: int, **facts: object) -> list[Entry]:
    return [*entries[:place], replace(entries[place], **facts), *entries[place + 1 :]]  # type: ignore[arg-type]


def _with(kind: str, wait: timedelta = _SOON, **facts: object) -> Injection:
    def inject(entries: list[Entry], _place: int) -> tuple[list[Entry], timedelta]:
        told = {"from_whom": entries[-1].to_whom} | facts
        return add(entries, kind, **told), wait

    return inject


def _gap(entries: list[Entry], place: int) -> tuple[list[Entry], timedelta]:
    return [
        replace(one, written_no=(one.written_no or 0) + (n >= place)) for n, one in enumerate(entries)
    ], _SOON


def _ended(entries: list[Entry], _place: int) -> tuple[list[Entry], timedelta]:
    over = add(entries, "destroyed", from_whom=entries[-1].to_whom, order="O-7")
    return add(over, "moved", to_whom="unit store"), _SOON


# Each fault and one way in which it comes into a record that had none; the place is of any entry but the first.
INJECTIONS: dict[str, Injection] = {
    "seal_mismatch": _with("moved", to_whom="depot", seal_before="9999"),
    "unsealed": _with("opened", seal_before=""),
    "number_gap": _gap,
    "number_twice": _with("copied", written_no=1),
    "untracked": _with("copied", from_whom="a stranger"),
    "time_order": lambda entries, place: (
        _changed(entries, place, at=entries[place - 1].at - timedelta(minutes=1)), _SOON,
    ),
    "future": lambda entries, _: (_changed(entries, -1 + len(entries), at=later(entries, 30)), _SOON),
    "not_holder": _with("handed_over", from_whom="a stranger", to_whom="Capt. Saif", **SIGNED),
    "two_holders": _with("received", from_whom="", to_whom="a stranger", signed_to="yes"),
    "measure_changed": lambda entries, _: (
        add(add(entries, "moved", to_whom="depot", measures={"weight": "1 kg"}), "moved", measures={"weight": "900 g"}),
        _SOON,
    ),
    "no_receipt": _with(
        "handed_over", timedelta(days=3), to_whom="a stranger", awaiting=True, signed_from="yes"
    ),
    "stock_due": _with("stored", timedelta(days=200), to_whom="unit store"),
    "after_end": _ended,
    "no_order": _with("destroyed"),
    "unsigned": _with("handed_over", to_whom="Capt. Saif", signed_from="yes", signed_to="no"),
}  # fmt: skip
