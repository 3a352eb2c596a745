"""Events: what was read and what people said, seen or did, put on one line of time with its source and its doubts."""

from collections.abc import Iterable, Mapping, Sequence
from typing import Any

from sqlalchemy import select
from sqlalchemy.orm import Session

from workbench import terms
from workbench.errors import Reason, Refusal
from workbench.evidence.moments import span, zone_of
from workbench.i18n import N_, ltr, visible
from workbench.models import Event, Exhibit, Statement, StepRecord
from workbench.security import Act
from workbench.services import packs, texts
from workbench.services.cases import members
from workbench.services.event_rows import EventRow, PartyRow, event_rows, known_doubts
from workbench.services.finding import case_id_of, case_of
from workbench.services.findings import codes_of
from workbench.services.people import people_rows
from workbench.services.promoting import Promoted, promoted
from workbench.services.protecting import is_protected
from workbench.services.readings import item as read_item
from workbench.store import Desk

Party = tuple[str, str]  # code or name, part
_TEXT, _PLACE = 4000, 300
_COPIED = (
    "kind", "at", "until", "zone", "doubts", "parties", "place", "text", "source_kind", "source", "source_place",
    "source_digest", "detail",
)  # fmt: skip


def add_event(
    desk: Desk, case: str, *, kind: str, at: str, text: str, until: str = "", zone: str = "",
    doubts: Sequence[str] = (), parties: Iterable[Party] = (), place: str = "", source_kind: str = "record",
    source: str = "", source_place: str = "",
) -> EventRow:  # fmt: skip
    """Put an event on the line of time. ``at`` and ``until`` are ISO 8601 as far as known: 2016, 2024-09, a minute.

    Without a ``zone`` the time is that of the procedure. Raises ``Refusal`` for what cannot be or has no source.
    """
    with desk.reading() as session:
        case_id = case_id_of(session, case)
        values = {
            "kind": kind, "at": at.strip(), "until": until.strip(), "zone": zone or _zone(session, case),
            "doubts": list(doubts), "parties": _parties(desk, session, case_id, parties),
            "place": texts.one_line(place, _PLACE), "text": texts.several_lines(text, _TEXT),
            "source_kind": source_kind, "source": texts.one_line(source, 80),
            "source_place": texts.one_line(source_place, 200), "source_digest": "", "detail": {},
        }  # fmt: skip
        _check(desk, session, case_id, values)
    if not values["text"]:
        raise _wrong(N_("it does not say what happened"))
    return _add(desk, case_id, values)


def promote(
    desk: Desk, case: str, item_id: str, *, kind: str = "", text: str = "", at: str = "", place: str = "",
    doubts: Sequence[str] = (),
) -> EventRow:  # fmt: skip
    """Make an event of something that was read: a message, a call, a place, a payment; file and place are its source.

    What is given takes the place of what the file says; the source stays what it is. Raises ``Refusal`` for what has
    no moment, and for what is on the line of time already.
    """
    desk.require(Act.EVENT_ADD)
    one = read_item(desk, case, item_id)
    if one.event:
        raise Refusal(Reason.EVENT_THERE, event=ltr(one.event))
    with desk.reading() as session:
        case_id = case_id_of(session, case)
        protected = _protected(desk, session, case_id)
        made: Promoted = promoted(session, one, protected, _zone(session, case))
        values: dict[str, Any] = {
            "kind": kind or made.kind, "at": at.strip() or made.at, "until": "" if at else made.until,
            "zone": made.zone, "doubts": list(dict.fromkeys([*made.doubts, *doubts])),
            "parties": [_party(each) for each in made.parties],
            "place": texts.one_line(place, _PLACE) or made.place,
            "text": texts.several_lines(text, _TEXT) or made.text, "source_kind": "exhibit", "source": one.exhibit,
            "source_place": made.source_place, "source_digest": one.digest, "detail": made.detail,
        }  # fmt: skip
        _check(desk, session, case_id, values)
    return _add(desk, case_id, values)


def correct_event(desk: Desk, case: str, ref: str, *, reason: str, **changes: Any) -> EventRow:
    """Correct an event: what it was stays in the history. ``changes`` are of those that ``add_event`` takes.

    Of an event that was read, its source stays what it is.
    """
    why = _why(reason)
    with desk.reading() as session:
        case_id = case_id_of(session, case)
        values = {key: getattr(_standing(session, case_id, ref), key) for key in _COPIED}
        sourced = {"source_kind", "source", "source_place"} & set(changes)
        if sourced and values["source_digest"]:
            raise _wrong(N_("what was read out of a file keeps its source"))
        for key, value in changes.items():
            values[key] = _changed(desk, session, case_id, key, value)
        _check(desk, session, case_id, values)
    with desk.act(Act.EVENT_ADD, case_id, subject=f"{ref} {values['kind']}", reason=why) as session:
        session.add(desk.stamp(Event(case_id=case_id, ref=ref, withdrawn=False, reason=why, **values)))
    return one_event(desk, case_id, ref)


def withdraw_event(desk: Desk, case: str, ref: str, reason: str) -> EventRow:
    """Take an event off the line of time, with the reason; it stays in the history."""
    why = _why(reason)
    with desk.reading() as session:
        case_id = case_id_of(session, case)
        values = {key: getattr(_standing(session, case_id, ref), key) for key in _COPIED}
    with desk.act(Act.EVENT_WITHDRAW, case_id, subject=f"{ref} {values['kind']}", reason=why) as session:
        session.add(desk.stamp(Event(case_id=case_id, ref=ref, withdrawn=True, reason=why, **values)))
    return one_event(desk, case_id, ref)


def timeline(desk: Desk, case: str, *, withdrawn: bool = False) -> list[EventRow]:
    """The events of a case in the order of time; those taken off only if they are asked for."""
    with desk.reading() as session:
        case_id = case_id_of(session, case)
        codes = _codes(desk, session, case_id)
        rows = event_rows(session, case_id, members(session), _zone(session, case), codes)
    return [one for one in rows if withdrawn or not one.withdrawn]


def one_event(desk: Desk, case: str, ref: str) -> EventRow:
    """One event by its ref. Raises ``Refusal`` if the case has none of it."""
    for one in timeline(desk, case, withdrawn=True):
        if one.ref == ref:
            return one
    raise Refusal(Reason.EVENT_UNKNOWN, event=ltr(visible(ref[:40])), example=ltr("EV-01"))


def _add(desk: Desk, case_id: str, values: Mapping[str, Any]) -> EventRow:
    with desk.act(Act.EVENT_ADD, case_id, subject=f"{values['kind']} {values['source']}") as session:
        taken = set(session.scalars(select(Event.ref).where(Event.case_id == case_id)))
        ref = f"EV-{len(taken) + 1:02}"
        session.add(desk.stamp(Event(case_id=case_id, ref=ref, withdrawn=False, reason="", **values)))
    return one_event(desk, case_id, ref)


def _check(desk: Desk, session: Session, case_id: str, values: Mapping[str, Any]) -> None:
    """Refuse an event that cannot be kept."""
    zone = zone_of(values["zone"])
    if zone is None:
        raise Refusal(Reason.ZONE_UNKNOWN, zone=ltr(visible(values["zone"][:40])), example=ltr("Asia/Baghdad"))
    begins = span(values["at"], values["zone"], "")
    over = span(values["until"], values["zone"], "") if values["until"] else None
    if values["kind"] not in terms.EVENTS:
        raise _wrong(N_("the kind is not one of those offered"))
    if begins is None or (values["until"] and over is None):
        raise Refusal(Reason.EVENT_WHEN, example=ltr("2025-03-18T22:40"), short=ltr("2024-09"))
    if over is not None and over.last < begins.first:
        raise _wrong(N_("it ends before it begins"))
    if begins.first > desk.clock.now():
        raise Refusal(Reason.MOMENT_WRONG, problem=N_("it lies in the future"))
    if not known_doubts(values["doubts"]):
        raise _wrong(N_("a doubt is not one of those offered"))
    if "between" in values["doubts"] and not values["until"]:
        raise _wrong(N_("it lies between two moments, and the second is missing"))
    _require_source(session, case_id, values["source_kind"], values["source"])


def _require_source(session: Session, case_id: str, kind: str, source: str) -> None:
    if kind not in terms.SOURCES:
        raise _wrong(N_("the kind of source is not one of those offered"))
    if not source:
        raise Refusal(Reason.EVENT_WITHOUT_SOURCE)
    exhibit = select(Exhibit.id).where(Exhibit.case_id == case_id, Exhibit.number == source)
    if kind == "exhibit" and session.scalar(exhibit) is None:
        raise Refusal(Reason.EXHIBIT_UNKNOWN, exhibit=ltr(visible(source)))
    if kind == "statement" and session.scalar(exhibit) is None:
        said = select(Statement.id).where(Statement.case_id == case_id, Statement.ref == source).limit(1)
        if session.scalar(said) is None:
            raise Refusal(Reason.EXHIBIT_UNKNOWN, exhibit=ltr(visible(source)))
    step = select(StepRecord.id).where(StepRecord.case_id == case_id, StepRecord.step == source).limit(1)
    if kind == "step" and session.scalar(step) is None:
        raise Refusal(Reason.STEP_UNKNOWN, step=ltr(visible(source)))


def _changed(desk: Desk, session: Session, case_id: str, key: str, value: Any) -> Any:
    if key == "parties":
        return _parties(desk, session, case_id, value)
    if key == "doubts":
        return list(value)
    if key not in _COPIED or key in ("source_digest", "detail"):
        raise _wrong(N_("this cannot be changed"))
    if key == "text":
        return texts.several_lines(value, _TEXT)
    return texts.one_line(value, {"source": 80, "source_place": 200}.get(key, _PLACE))


def _parties(desk: Desk, session: Session, case_id: str, parties: Iterable[Party]) -> list[dict[str, str]]:
    """Those who have to do with an event: by the code that holds now where they are called by one of the case."""
    codes = _codes(desk, session, case_id)
    made = []
    for called, part in parties:
        name = texts.one_line(called, 200)
        if part not in terms.PARTS or not name:
            raise _wrong(N_("what somebody has to do with it is not one of those offered"))
        made.append(_party(PartyRow(codes.get(name, ""), "" if name in codes else name, part)))
    return made


def _codes(desk: Desk, session: Session, case_id: str) -> dict[str, str]:
    return codes_of(people_rows(session, case_id, desk.clock.now().date()))


def _party(one: PartyRow) -> dict[str, str]:
    return {"code": one.code, "name": one.name, "part": one.part}


def _protected(desk: Desk, session: Session, case_id: str) -> frozenset[str]:
    rows = people_rows(session, case_id, desk.clock.now().date(), named=True)
    return frozenset(row.alias for row in rows if is_protected(row))


def _standing(session: Session, case_id: str, ref: str) -> Event:
    """The newest entry of an event that counts."""
    rows = session.scalars(
        select(Event).where(Event.case_id == case_id, Event.ref == ref).order_by(Event.created_at, Event.id)
    ).all()
    if not rows or rows[-1].withdrawn:
        raise Refusal(Reason.EVENT_UNKNOWN, event=ltr(visible(ref[:40])), example=ltr("EV-01"))
    return rows[-1]


def _zone(session: Session, case: str) -> str:
    return packs.pack_of(session, case_of(session, case)).timezone


def _why(reason: str) -> str:
    why = texts.several_lines(reason)
    if not why:
        raise Refusal(Reason.REASON_NEEDED)
    return why


def _wrong(problem: str) -> Refusal:
    return Refusal(Reason.EVENT_WRONG, problem=problem)
