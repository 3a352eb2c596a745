"""Custody events as the entries of the pure rules and as rows, and the faults that the rules find in them."""

from collections.abc import Mapping, Sequence
from datetime import datetime

from workbench.evidence import custody
from workbench.evidence.chain import EXPLAINED, Entry
from workbench.evidence.measures import MEASURES
from workbench.models import CustodyEvent
from workbench.services.evidence_rows import CustodyRow, FaultRow
from workbench.services.exhibits.rules import custody_rules


def entries(events: Sequence[CustodyEvent]) -> tuple[Entry, ...]:
    """The events of one exhibit as entries."""
    places = {event.id: event.seq for event in events}
    return tuple(_entry(event, places) for event in events)


def rows(events: Sequence[CustodyEvent], names: Mapping[str, str]) -> tuple[CustodyRow, ...]:
    """The events of one exhibit as rows; ``names`` are the members by id."""
    places = {event.id: event.seq for event in events}
    corrected = {places.get(event.corrects_id or "", 0): event.seq for event in events}
    return tuple(
        CustodyRow(
            seq=e.seq, kind=e.kind, at=e.at, place=e.place, from_whom=e.from_whom, to_whom=e.to_whom,
            purpose=e.purpose, seal_before=e.seal_before, seal_after=e.seal_after, condition=e.condition,
            written_no=e.written_no, detail=e.detail or {}, corrects=places.get(e.corrects_id or "", 0),
            corrected_by=corrected.get(e.seq, 0), void=bool((e.detail or {}).get("void")), explains=_explains(e),
            recorded_at=e.created_at, recorded_by=names.get(e.created_by, ""), event_id=e.id,
        )
        for e in events
    )  # fmt: skip


def fault_rows(
    number: str, events: Sequence[CustodyEvent], names: Mapping[str, str], now: datetime,
    counted_at: datetime | None = None,
) -> tuple[FaultRow, ...]:  # fmt: skip
    """The faults in the custody of one exhibit, explained ones with what was written."""
    found = custody.faults(entries(events), now=now, rules=custody_rules(), counted_at=counted_at)
    by_seq = {event.seq: event for event in events}
    return tuple(_fault(number, one, by_seq.get(one.explained), names) for one in found)


def holding(events: Sequence[CustodyEvent]) -> custody.Holding:
    """Where the record leaves the exhibit."""
    return custody.holding(entries(events), rules=custody_rules())


def count_due(held: custody.Holding, counted_at: datetime | None) -> datetime | None:
    """When the store that an exhibit lies in must have been counted again; None where it lies in none."""
    if held.since is None or held.ended or not held.store:
        return None
    return max(held.since, counted_at or held.since) + custody_rules().stock


def _fault(number: str, one: custody.Fault, by: CustodyEvent | None, names: Mapping[str, str]) -> FaultRow:
    told = (by.purpose, names.get(by.created_by, ""), by.created_at) if by else ("", "", None)
    return FaultRow(number, one.key, one.seq, one.other_seq, one.facts, one.explained, *told)


def _entry(event: CustodyEvent, places: Mapping[str, int]) -> Entry:
    detail = event.detail or {}
    return Entry(
        seq=event.seq, kind=event.kind, at=event.at, from_whom=event.from_whom, to_whom=event.to_whom,
        from_badge=str(detail.get("from_badge", "")), to_badge=str(detail.get("to_badge", "")),
        seal_before=event.seal_before, seal_after=event.seal_after, written_no=event.written_no,
        measures={key: str(detail[key]) for key in MEASURES if detail.get(key)}, order=str(detail.get("order", "")),
        store=bool(detail.get("store")), awaiting=bool(detail.get("awaiting")), signed_from=detail.get("signed_from"),
        signed_to=detail.get("signed_to"), corrects=places.get(event.corrects_id or "", 0),
        void=bool(detail.get("void")), explains=_explains(event),
    )  # fmt: skip


def _explains(event: CustodyEvent) -> tuple[str, int] | None:
    told = (event.detail or {}).get("explains")
    return (str(told[0]), int(told[1])) if event.kind == EXPLAINED and told else None
