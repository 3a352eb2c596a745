"""Recording custody: any entry, a hand-over with both parties, and the receipt that was still open."""

from collections.abc import Mapping, Sequence
from datetime import datetime

from sqlalchemy import func, select
from sqlalchemy.orm import Session

from workbench import terms
from workbench.errors import Reason, Refusal
from workbench.evidence.chain import EXPLAINED
from workbench.i18n import N_, ltr, visible
from workbench.models import CustodyEvent, Exhibit
from workbench.security import Act
from workbench.services import texts
from workbench.services.custody.party import Party, details, moment, offset
from workbench.services.evidence_rows import ExhibitRow
from workbench.services.exhibits.chains import holding
from workbench.services.exhibits.listing import row_of
from workbench.services.exhibits.noting import require_valid
from workbench.services.exhibits.rules import custody_rules
from workbench.services.finding import case_id_of, exhibit_of
from workbench.store import Desk

GIVEN = ("handed_over", "lent", "returned", "moved", "stored")


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
    """Record that an exhibit changed hands, with both parties and what each signed.

    ``awaiting``: it was sent, and whoever takes it was not there to sign; ``confirm_receipt`` closes it. A seal that
    stayed on is the same after. ``detail`` has witness, order, count, weight, amount and the like.
    """
    if kind not in GIVEN:
        raise Refusal(Reason.CUSTODY_KIND_UNKNOWN, kind=ltr(visible(kind)), kinds=ltr(", ".join(GIVEN)))
    if not (texts.one_line(giver.name) and texts.one_line(taker.name)):
        raise Refusal(Reason.CUSTODY_WRONG, problem=N_("both parties must be named"))
    kept = details(
        {
            **(detail or {}), "from_rank": giver.rank, "from_badge": giver.badge, "signed_from": giver.signed or "no",
            "to_rank": taker.rank, "to_badge": taker.badge,
        }
        | ({} if awaiting else {"signed_to": taker.signed or "no"})
    )  # fmt: skip
    taken = moment(at, desk.clock.now())
    kept |= {"offset": offset(taken)} | ({"awaiting": True} if awaiting else {}) | ({"store": True} if to_store else {})
    one = CustodyEvent(
        kind=kind, at=taken, place=texts.one_line(place), from_whom=texts.one_line(giver.name, 200),
        to_whom=texts.one_line(taker.name, 200), purpose=texts.several_lines(purpose),
        seal_before=texts.one_line(seal_before, 60), seal_after=texts.one_line(seal_after or seal_before, 60),
        condition=texts.several_lines(condition), written_no=written_no, detail=kept,
    )  # fmt: skip
    return _written(desk, case, exhibit, one, with_parts)


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


def _written(desk: Desk, case: str, number: str, one: CustodyEvent, with_parts: bool) -> ExhibitRow:
    """The entry added to the record of the exhibit, and of its parts without what is read of its own package."""
    now = desk.clock.now()
    with desk.reading() as session:
        exhibit = exhibit_of(session, case_id_of(session, case), number)
        row = row_of(session, exhibit, now)
        parts = [exhibit_of(session, exhibit.case_id, part) for part in row.parts] if with_parts else []
        going = [part for part in parts if not ((held := row_of(session, part, now)).void or held.ended)]
    require_valid(row)
    with desk.act(Act.CUSTODY_RECORD, exhibit.case_id, subject=f"{number} {one.kind}") as session:
        for each in (exhibit, *going):
            session.add(desk.stamp(_next(session, each, one, own=each is exhibit)))
    with desk.reading() as session:
        return row_of(session, exhibit_of(session, exhibit.case_id, number), now)


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
