"""Events of a case as rows: when in one order of time, who, where, what, by which source, with which doubts."""

from collections.abc import Iterable, Mapping
from dataclasses import dataclass, field
from datetime import UTC, datetime

from sqlalchemy import select
from sqlalchemy.orm import Session

from workbench import terms
from workbench.evidence.intake.warnings import DOUBTS
from workbench.evidence.moments import span
from workbench.i18n import Language
from workbench.models import Event


@dataclass(frozen=True, slots=True)
class PartyRow:
    """Somebody who has to do with an event: by code, or as the source calls them where nobody is known."""

    code: str
    name: str
    part: str  # from | to | present | about


@dataclass(frozen=True, slots=True)
class EventRow:
    """An event as it holds now. ``first`` and ``last`` are in UTC: between them it began, as far as is known.

    ``ends`` is when something that lasted was over; empty for what has no length or whose moment lies ``between``.
    """

    ref: str
    kind: str
    at: str
    until: str
    zone: str
    first: datetime
    last: datetime
    ends: datetime | None
    exact: str  # year | month | day | minute | second
    doubts: tuple[str, ...]
    parties: tuple[PartyRow, ...]
    place: str
    text: str
    source_kind: str  # exhibit | statement | step | record
    source: str
    source_place: str
    source_digest: str
    detail: Mapping[str, object] = field(default_factory=dict, hash=False)
    withdrawn: bool = False
    reason: str = ""
    by: str = ""
    recorded_at: datetime | None = None
    entries: int = 1

    @property
    def item(self) -> str:
        """The item that it was made from; empty where it was written by hand."""
        return str(self.detail.get("item", ""))

    @property
    def codes(self) -> tuple[str, ...]:
        """The codes of those who have to do with it."""
        return tuple(dict.fromkeys(one.code for one in self.parties if one.code))

    def doubts_said(self, language: Language) -> tuple[str, ...]:
        """The doubts in a language."""
        return tuple(doubt_said(one, language) for one in self.doubts)


def doubt_said(key: str, language: Language) -> str:
    """A doubt in a language; one that this program does not know is said as it is."""
    words = terms.EVENT_DOUBTS.get(key) or DOUBTS.get(key)
    return language.say(words) if words else key


def known_doubts(keys: Iterable[str]) -> bool:
    """Whether every one of these doubts is one that can be said."""
    return all(one in terms.EVENT_DOUBTS or one in DOUBTS for one in keys)


def event_rows(
    session: Session, case_id: str, names: Mapping[str, str], zone: str, codes: Mapping[str, str]
) -> list[EventRow]:
    """The events of a case in the order of time, withdrawn ones too; ``zone`` is assumed where none is told.

    ``codes`` gives for each code by which somebody goes or went the one that holds now.
    """
    found: dict[str, list[Event]] = {}
    for one in session.scalars(
        select(Event).where(Event.case_id == case_id).order_by(Event.created_at, Event.id)
    ):
        found.setdefault(one.ref, []).append(one)
    return in_time([_row(entries, names, zone, codes) for entries in found.values()])


def in_time(rows: list[EventRow]) -> list[EventRow]:
    """Events by the earliest moment at which each can have been; of two that can, what is told more exactly first."""
    return sorted(rows, key=lambda one: (one.first, one.last, one.ref))


def _row(entries: list[Event], names: Mapping[str, str], zone: str, codes: Mapping[str, str]) -> EventRow:
    one, first = entries[-1], entries[0]
    told, who = span(one.at, one.zone, zone), one.parties
    over = span(one.until, one.zone, zone) if one.until else None
    between = "between" in one.doubts
    begins = told.first if told else datetime.max.replace(tzinfo=UTC)
    last = told.last if told else begins
    return EventRow(
        ref=one.ref, kind=one.kind, at=one.at, until=one.until, zone=one.zone, first=begins,
        last=max(last, over.last) if over and between else last,
        ends=over.last if over and not between else None, exact=told.exact if told else "", doubts=tuple(one.doubts),
        parties=tuple(PartyRow(codes.get(each["code"], each["code"]), each["name"], each["part"]) for each in who),
        place=one.place, text=one.text, source_kind=one.source_kind, source=one.source, source_place=one.source_place,
        source_digest=one.source_digest, detail=one.detail, withdrawn=one.withdrawn, reason=one.reason,
        by=names.get(first.created_by, ""), recorded_at=first.created_at, entries=len(entries),
    )  # fmt: skip
