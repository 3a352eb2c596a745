"""Pages of what was read: of one file in its own order, of a case as one run of time."""

from collections.abc import Sequence
from datetime import UTC, datetime

from sqlalchemy import select
from sqlalchemy.orm import Session

from workbench.errors import Reason, Refusal
from workbench.evidence import moments
from workbench.i18n import ltr, visible
from workbench.models import Event, Exhibit, Reading, SealedFile
from workbench.names import fold
from workbench.services.finding import case_id_of
from workbench.services.people.keeping import region_of
from workbench.services.people.showing import may_see_sealed
from workbench.services.readings.keeping import make_sure, newest_readings
from workbench.services.readings.lines import body_of, digest_of
from workbench.services.readings.lines import kinds as numbers_of
from workbench.services.readings.rows import ItemPage, ItemRow
from workbench.services.readings.who import Directory, directory
from workbench.store import Desk
from workbench.store import items as kept
from workbench.store.items import Found, Wanted

MOST = 1000
# What belongs on a line of time.
DATED = ("message", "call", "place", "payment", "photo", "recording")
_CONTACTS, _CONTACT = 20_000, numbers_of(("contact",))


def items(
    desk: Desk, case: str, file_id: str | None = None, *, kinds: Sequence[str] = (), sender: str = "", text: str = "",
    between: tuple[datetime | None, datetime | None] | None = None, dated: bool = False, offset: int = 0,
    limit: int = 200,
) -> ItemPage:  # fmt: skip
    """A page of what was read: of one file in its order, or of all files of the case in the order of time.

    ``text`` is folded, each of its words must stand in the item; ``dated`` leaves out what has no moment. Rows that
    are not there are first made anew from the sealed bytes.
    """
    with desk.reading() as session:
        case_id = case_id_of(session, case)
    make_sure(desk, case_id, file_id)
    since, until = between or (None, None)
    wanted = Wanted(
        case_id, file_id or "", numbers_of(kinds), (sender,) if sender else (), tuple(fold(text).split()),
        int(since.timestamp()) if since else None, int(until.timestamp()) if until else None, dated,
    )  # fmt: skip
    with desk.reading() as session:
        connection = session.connection()
        found = kept.look(connection, wanted, offset=max(0, offset), limit=min(max(0, limit), MOST))
        total = kept.count(connection, wanted)
        return ItemPage(tuple(_rows(desk, session, case_id, found)), total, offset)


def find_items(desk: Desk, case: str, text: str, *, limit: int = 50) -> tuple[ItemRow, ...]:
    """What was read in a case and holds all words of a text, in the order of time."""
    return items(desk, case, text=text, limit=limit).rows if text.split() else ()


def item(desk: Desk, case: str, item_id: str) -> ItemRow:
    """One item by its id. Raises ``Refusal`` if the case has none of it."""
    file_id, _, number = item_id.rpartition(":")
    with desk.reading() as session:
        case_id = case_id_of(session, case)
        if not number.isdecimal() or not file_id or len(number) > 9:
            raise Refusal(Reason.ITEM_UNKNOWN, item=ltr(visible(item_id[:80])))
    make_sure(desk, case_id, file_id)
    with desk.reading() as session:
        found = kept.by_id(session.connection(), case_id, file_id, int(number))
        if found is None:
            raise Refusal(Reason.ITEM_UNKNOWN, item=ltr(visible(item_id[:80])))
        return _rows(desk, session, case_id, [found])[0]


def senders(desk: Desk, case: str, file_id: str | None = None, *, limit: int = 100) -> list[tuple[str, int, str]]:
    """Who sent how many messages and calls, most first: sender, how many, code of the person if it is known."""
    with desk.reading() as session:
        case_id = case_id_of(session, case)
    make_sure(desk, case_id, file_id)
    with desk.reading() as session:
        found = kept.senders(session.connection(), Wanted(case_id, file_id or ""), limit)
        known = _directory(desk, session, case_id)
        return [(sender, count, known.who(sender)[0]) for sender, count in found]


def _rows(desk: Desk, session: Session, case_id: str, found: Sequence[Found]) -> list[ItemRow]:
    if not found:
        return []
    known = _directory(desk, session, case_id)
    files = {
        row.id: row for row in session.execute(
            select(SealedFile.id, SealedFile.original_name, Exhibit.number)
            .join(Exhibit, Exhibit.id == SealedFile.exhibit_id)
            .where(Exhibit.case_id == case_id)
        )
    }  # fmt: skip
    readings, events = newest_readings(session, case_id), _promoted(session, case_id)
    made = []
    for one in found:
        file = files[one.file_id]
        made.append(_row(one, visible(file.original_name), file.number, readings.get(one.file_id), known, events))
    return made


def _row(
    one: Found, name: str, exhibit: str, reading: Reading | None, known: Directory, events: dict[str, str]
) -> ItemRow:
    body, item_id = body_of(one.body), f"{one.file_id}:{one.n}"
    chosen = str(reading.options.get("zone", "")) if reading else ""
    told = moments.span(body.at, body.zone, "UTC") if one.moment is not None else None
    who, by = known.who(body.sender) if body.sender else ("", "")
    return ItemRow(
        item_id=item_id, file_id=one.file_id, exhibit=exhibit, file_name=name, kind=body.kind, place=body.place,
        at=body.at, zone=body.zone, moment=datetime.fromtimestamp(one.moment, UTC) if one.moment is not None else None,
        exact=told.exact if told else "",
        zone_by=_zone_by(told, body.zone, chosen),
        sender=body.sender, to=body.to, text=body.text, doubts=body.doubts, detail=body.detail,
        who=who, who_by=by, to_who=tuple(known.who(each)[0] for each in body.to), event=events.get(item_id, ""),
        digest=digest_of(one.body),
    )  # fmt: skip


def _zone_by(told: moments.Span | None, zone: str, chosen: str) -> str:
    """Who told the zone; a reader hands the one that was chosen on as that of the item."""
    if told is None:
        return "file"
    if chosen and (told.assumed or zone == chosen):
        return "chosen"
    return "assumed" if told.assumed else "file"


def _directory(desk: Desk, session: Session, case_id: str) -> Directory:
    """The directory of a case with the names under which its files keep numbers."""
    made = directory(session, case_id, desk.clock.now().date(), sealed=may_see_sealed(desk), region=region_of(desk))
    if made.by_number:
        for one in kept.look(session.connection(), Wanted(case_id, kinds=_CONTACT), limit=_CONTACTS):
            body = body_of(one.body)
            numbers = [*body.to, *_texts(body.detail.get("numbers")), *_texts(body.detail.get("phones"))]
            made.learn(body.sender or body.text.partition("\n")[0], numbers)
    return made


def _texts(value: object) -> list[str]:
    if isinstance(value, str):
        return [value]
    return [str(one) for one in value] if isinstance(value, list) else []


def _promoted(session: Session, case_id: str) -> dict[str, str]:
    """The items that became events that stand, with the ref of the event."""
    rows = session.execute(
        select(Event.ref, Event.detail, Event.withdrawn).where(Event.case_id == case_id)
        .order_by(Event.created_at, Event.id)
    )  # fmt: skip
    newest = {ref: (detail.get("item", ""), withdrawn) for ref, detail, withdrawn in rows}
    return {of: ref for ref, (of, withdrawn) in newest.items() if of and not withdrawn}
