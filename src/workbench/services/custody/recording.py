"""Recording custody: any entry, a hand-over with both parties, and the receipt that was still open."""

from collections.abc import Container, Mapping, Sequence
from datetime import datetime

from sqlalchemy import func, select
from sqlalchemy.orm import Session

from workbench import terms
from workbench.errors import Reason, Refusal, explain
from workbench.evidence.chain import EXPLAINED
from workbench.i18n import N_, ltr, visible
from workbench.models import CustodyEvent, Exhibit
from workbench.security import Act
from workbench.services import texts
from workbench.services.custody.giving import GIVEN, Handing, Seal, entry_of, require_possible
from workbench.services.custody.party import Party, details, moment, offset
from workbench.services.evidence_rows import ExhibitRow
from workbench.services.exhibits.chains import holding
from workbench.services.exhibits.listing import row_of
from workbench.services.exhibits.noting import require_valid
from workbench.services.exhibits.rules import custody_rules
from workbench.services.finding import case_id_of, exhibit_of
from workbench.store import Desk

__all__ = ["GIVEN", "confirm_receipt", "hand_over", "hand_over_all", "record"]


def record(
    desk: Desk, case: str, exhibit: str, *, kind: str, at: datetime | None = None, place: str = "",
    from_whom: str = "", to_whom: str = "", purpose: str = "", seal_before: str = "", seal_after: str = "",
    condition: str = "", written_no: int | None = None, store: str = "", with_parts: bool = False,
    detail: Mapping[str, str] | None = None,
) -> ExhibitRow:  # fmt: skip
    """Add an entry to the custody record as it was written, on paper or here; nothing in it is put right.

    ``from_whom`` is who gives or works, ``to_whom`` who takes; ``store`` is the place it goes to instead. With
    ``with_parts`` the parts go the same way. What does not fit the entries before is shown as a fault.
    """
    if kind not in terms.CUSTODY or kind == EXPLAINED:
        known = ltr(", ".join(one for one in terms.CUSTODY if one != EXPLAINED))
        raise Refusal(Reason.CUSTODY_KIND_UNKNOWN, kind=ltr(visible(kind)), kinds=known)
    if written_no is not None and not 0 < written_no < 1_000_000:
        raise Refusal(Reason.CUSTODY_WRONG, problem=N_("the number on paper is not possible"))
    kept, taken = details(detail or {}), moment(at, desk.clock.now())
    kept |= {"offset": offset(taken)} | ({"store": True} if store else {})
    one = CustodyEvent(
        kind=kind, at=taken, place=texts.one_line(place), from_whom=texts.one_line(from_whom, 200),
        to_whom=texts.one_line(store or to_whom, 200), purpose=texts.several_lines(purpose),
        seal_before=texts.one_line(seal_before, 60), seal_after=texts.one_line(seal_after, 60),
        condition=texts.several_lines(condition), written_no=written_no, detail=kept,
    )  # fmt: skip
    return _written(desk, case, exhibit, one, with_parts)


def hand_over(
    desk: Desk, case: str, exhibit: str, *, giver: Party, taker: Party, purpose: str, kind: str = "handed_over",
    at: datetime | None = None, place: str = "", seal_before: str = "", seal_after: str = "", condition: str = "",
    written_no: int | None = None, awaiting: bool = False, to_store: bool = False, with_parts: bool = False,
    detail: Mapping[str, str] | None = None,
) -> ExhibitRow:  # fmt: skip
    """Record that an exhibit changed hands, with both parties and what each signed, as it was written.

    ``detail`` has witness, order, count, weight, amount and the like. The same hand-over is not recorded twice.
    """
    how = Handing(
        giver, taker, purpose, kind, at, place, condition, written_no, awaiting, to_store, dict(detail or {})
    )
    require_possible(how)
    one = entry_of(how, Seal(seal_before, seal_after), desk.clock.now())
    return _written(desk, case, exhibit, one, with_parts, once=True)


def hand_over_all(
    desk: Desk, case: str, seals: Mapping[str, Seal], how: Handing, *, with_parts: bool = False
) -> list[ExhibitRow]:
    """Record that several exhibits changed hands together: all of them, or none. Each has its own seal.

    Raises ``Refusal`` for the first that cannot be handed over, named with why; then nothing was recorded. Where the
    record has a seal, it must have been read, or said that none was seen.
    """
    now = desk.clock.now()
    require_possible(how)
    going: list[tuple[Exhibit, CustodyEvent, bool]] = []
    with desk.reading() as session:
        case_id = case_id_of(session, case)
        for number, seal in seals.items():
            try:
                going += _checked(session, case_id, number, seal, how, now, seals if with_parts else None)
            except Refusal as why:
                raise Refusal(
                    Reason.HAND_OVER_REFUSED, exhibit=ltr(visible(number)),
                    why=lambda language, why=why: explain(why, language)[0],
                ) from why  # fmt: skip
    subject = f"{', '.join(one.number for one, _, own in going if own)} {how.kind}"
    with desk.act(Act.CUSTODY_RECORD, case_id, subject=subject) as session:
        for each, one, own in going:
            session.add(desk.stamp(_next(session, each, one, own=own)))
    with desk.reading() as session:
        return [row_of(session, exhibit_of(session, case_id, number), now) for number in seals]


def _checked(
    session: Session, case_id: str, number: str, seal: Seal, how: Handing, now: datetime,
    named: Container[str] | None,
) -> list[tuple[Exhibit, CustodyEvent, bool]]:  # fmt: skip
    """An exhibit with its entry, then its parts but those that are ``named`` and have their own. Raises ``Refusal``."""
    exhibit = exhibit_of(session, case_id, number)
    row = row_of(session, exhibit, now)
    require_valid(row)
    if row.seal and not (texts.one_line(seal.before) or seal.none_seen):
        raise Refusal(Reason.SEAL_NOT_READ, exhibit=ltr(row.number))
    one = entry_of(how, seal, now)
    _require_new(session, exhibit, one)
    parts = [] if named is None else [part for part in _going(session, case_id, row, now) if part.number not in named]
    return [(exhibit, one, True), *((part, one, False) for part in parts)]


def confirm_receipt(
    desk: Desk, case: str, exhibit: str, *, taker: Party, at: datetime | None = None, place: str = "", seal: str = "",
    seal_after: str = "", condition: str = "", written_no: int | None = None,
    detail: Mapping[str, str] | None = None,
) -> ExhibitRow:  # fmt: skip
    """Record that what was sent arrived: who signed for it, with the seal as it was read."""
    with desk.reading() as session:
        events = _events(session, exhibit_of(session, case_id_of(session, case), exhibit))
        state = holding(events)
    if not state.awaiting:
        raise Refusal(Reason.CUSTODY_NOT_AWAITED, exhibit=ltr(visible(exhibit)))
    kept = details(
        {
            **(detail or {}), "to_rank": taker.rank, "to_badge": taker.badge, "signed_to": taker.signed or "no",
        }
    )  # fmt: skip
    taken = moment(at, desk.clock.now())
    store = custody_rules().is_store(taker.name) or (state.store and custody_rules().same(state.holder, taker.name))
    kept |= {"offset": offset(taken)} | ({"store": True} if store else {})
    one = CustodyEvent(
        kind="received", at=taken, place=texts.one_line(place), from_whom="",
        to_whom=texts.one_line(taker.name, 200), purpose="", seal_before=texts.one_line(seal, 60),
        seal_after=texts.one_line(seal_after or seal, 60), condition=texts.several_lines(condition),
        written_no=written_no, detail=kept,
    )  # fmt: skip
    return _written(desk, case, exhibit, one, False)


def _written(
    desk: Desk, case: str, number: str, one: CustodyEvent, with_parts: bool, *, once: bool = False
) -> ExhibitRow:
    """The entry added to the record of the exhibit, and of its parts without what is read of its own package."""
    now = desk.clock.now()
    with desk.reading() as session:
        exhibit = exhibit_of(session, case_id_of(session, case), number)
        row = row_of(session, exhibit, now)
        going = _going(session, exhibit.case_id, row, now) if with_parts else []
        require_valid(row)
        if once:
            _require_new(session, exhibit, one)
    with desk.act(Act.CUSTODY_RECORD, exhibit.case_id, subject=f"{number} {one.kind}") as session:
        for each in (exhibit, *going):
            session.add(desk.stamp(_next(session, each, one, own=each is exhibit)))
    with desk.reading() as session:
        return row_of(session, exhibit_of(session, exhibit.case_id, number), now)


def _going(session: Session, case_id: str, row: ExhibitRow, now: datetime) -> list[Exhibit]:
    """The parts that can go with an exhibit."""
    parts = [exhibit_of(session, case_id, part) for part in row.parts]
    return [part for part in parts if not ((held := row_of(session, part, now)).void or held.ended)]


def _require_new(session: Session, exhibit: Exhibit, one: CustodyEvent) -> None:
    """Refuse what is in the record already: the same act, moment and parties; a corrected entry counts no more."""
    events = _events(session, exhibit)
    corrected = {event.corrects_id for event in events}
    for event in events:
        same = (event.kind, event.at, event.from_whom, event.to_whom) == (one.kind, one.at, one.from_whom, one.to_whom)
        if same and event.id not in corrected:
            raise Refusal(Reason.CUSTODY_REPEATED, exhibit=ltr(exhibit.number), entry=event.seq)


def _next(session: Session, exhibit: Exhibit, one: CustodyEvent, *, own: bool) -> CustodyEvent:
    highest = session.scalar(select(func.max(CustodyEvent.seq)).where(CustodyEvent.exhibit_id == exhibit.id)) or 0
    detail = dict(one.detail or {})
    if not own:
        detail = {key: value for key, value in detail.items() if key not in ("count", "weight", "amount")}
    return CustodyEvent(
        exhibit_id=exhibit.id, seq=highest + 1, kind=one.kind, at=one.at, place=one.place, from_whom=one.from_whom,
        to_whom=one.to_whom, purpose=one.purpose, seal_before=one.seal_before if own else "",
        seal_after=one.seal_after if own else "", condition=one.condition if own else "",
        written_no=one.written_no if own else None, detail=detail,
    )  # fmt: skip


def _events(session: Session, exhibit: Exhibit) -> Sequence[CustodyEvent]:
    return session.scalars(
        select(CustodyEvent).where(CustodyEvent.exhibit_id == exhibit.id).order_by(CustodyEvent.seq)
    ).all()
