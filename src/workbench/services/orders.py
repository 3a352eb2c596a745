"""Orders of the judge: asked for with reasons, granted or refused, and the exceptions that the law makes."""

from collections.abc import Iterable, Mapping, Sequence
from datetime import date, datetime, time, timedelta
from zoneinfo import ZoneInfo

from sqlalchemy import func, select
from sqlalchemy.orm import Session

from workbench.errors import Reason, Refusal
from workbench.i18n import N_, ltr
from workbench.models import Case, JudgeOrder
from workbench.security import Act
from workbench.services import packs, texts
from workbench.services.cases import members
from workbench.services.finding import case_of, exhibit_of, person_of
from workbench.services.picture import in_force, order_entries
from workbench.services.rows import OrderEntryRow, OrderRow
from workbench.sop import OrderKind, OrderState, Pack
from workbench.store import Desk

_LINE = 300
_COURT, _NUMBER, _ALLOWS, _GROUNDS = N_("court"), N_("number of the order"), N_("what it allows"), N_("grounds")
_REASON = N_("reason of the judge")


def list_orders(desk: Desk, case: str, tag: str) -> tuple[OrderRow, ...]:
    """The orders of a case, in the order of their numbers."""
    with desk.reading() as session:
        found = case_of(session, case)
        pack = packs.pack_of(session, found).shown_in(tag)
        return order_rows(order_entries(session, found.id), pack, desk.clock.now(), members(session))


def ask_order(
    desk: Desk, case: str, *, step: str, kind: str, grounds: str, wants: str = "", subject: str = "", place: str = "",
    court: str = "", asked_at: datetime | None = None,
) -> OrderRow:  # fmt: skip
    """Ask the judge for an order, with the reasons; it gets the next number of the case."""
    desk.require(Act.ORDER_ASK)
    found, _ = _kind(desk, case, step, kind, subject)
    grounds, asked_at = texts.several_lines(grounds), texts.happened(asked_at, desk.clock.now())
    if not grounds:
        raise Refusal(Reason.ORDER_INCOMPLETE, fields=(_GROUNDS,))
    with desk.act(Act.ORDER_ASK, found.id, subject=f"{step} {kind}") as session:
        entry = _entry(
            found, _next_ref(session, found.id), kind, step, OrderState.ASKED, asked_at,
            subject=subject, place=place, court=court, wants=wants, text=grounds,
        )  # fmt: skip
        session.add(desk.stamp(entry))
    return _one(desk, found.id, entry.ref)


def decide_order(
    desk: Desk, case: str, ref: str, *, granted: bool, decided_at: datetime, number: str = "", court: str = "",
    text: str, valid_until: datetime | date | None = None, exhibit: str = "", confirmed: bool = False,
) -> OrderRow:  # fmt: skip
    """Record what the judge decided; ``text`` is what the order allows, or why it was refused.

    A term that is longer than the law allows is refused once, so that the dates are looked at again;
    ``confirmed`` records it as it stands on the paper. ``exhibit`` is the number under which the scan is kept.
    """
    desk.require(Act.ORDER_DECIDE)
    found, last, kind, zone = _asked(desk, case, ref)
    text, number, court = texts.several_lines(text), texts.one_line(number, 120), texts.one_line(court, _LINE)
    court, decided_at = court or last.court, texts.happened(decided_at, desk.clock.now())
    wanted = ((_NUMBER, number), (_COURT, court), (_ALLOWS, text)) if granted else ((_REASON, text),)
    lacking = tuple(words for words, value in wanted if not value)
    if lacking:
        raise Refusal(Reason.ORDER_INCOMPLETE, fields=lacking)
    until = _until(valid_until, decided_at, kind, zone) if granted else None
    if until is not None and until < decided_at:
        raise Refusal(Reason.MOMENT_WRONG, problem=N_("the order would end before it was given"))
    if until is not None and kind.days is not None and not confirmed:
        most = decided_at + timedelta(days=kind.days)
        # A paper that names a day means the whole of it.
        if until.astimezone(zone).date() > most.astimezone(zone).date():
            raise Refusal(Reason.ORDER_TERM_LONG, days=kind.days, until=ltr(f"{until.astimezone(zone):%Y-%m-%d}"))
    if exhibit:
        with desk.reading() as session:
            exhibit_of(session, found.id, exhibit)
    state = OrderState.GRANTED if granted else OrderState.REFUSED
    with desk.act(Act.ORDER_DECIDE, found.id, subject=f"{ref} {state.value}") as session:
        entry = _entry(
            found, ref, last.kind, last.step, state, decided_at, subject=last.subject, place=last.place, court=court,
            wants=last.wants, text=text, number=number, valid_until=until, exhibit=exhibit,
        )  # fmt: skip
        session.add(desk.stamp(entry))
    return _one(desk, found.id, ref)


def record_exception(
    desk: Desk, case: str, *, step: str, kind: str, grounds: str, at: datetime | None = None, subject: str = "",
    place: str = "", court: str = "",
) -> OrderRow:  # fmt: skip
    """Record that the law allowed acting without an order: on which text, which facts, and when the judge was told."""
    desk.require(Act.ORDER_EXCEPT)
    found, order = _kind(desk, case, step, kind, subject)
    if not order.exception:
        raise Refusal(Reason.EXCEPTION_UNKNOWN, kind=order.label)
    grounds, at = texts.several_lines(grounds), texts.happened(at, desk.clock.now())
    if not grounds:
        raise Refusal(Reason.ORDER_INCOMPLETE, fields=(_GROUNDS,))
    with desk.act(Act.ORDER_EXCEPT, found.id, subject=f"{step} {kind}", reason=grounds) as session:
        entry = _entry(
            found, _next_ref(session, found.id), kind, step, OrderState.EXCEPTION, at,
            subject=subject, place=place, court=court, text=grounds,
        )  # fmt: skip
        session.add(desk.stamp(entry))
    return _one(desk, found.id, entry.ref)


def order_rows(
    orders: Iterable[Sequence[JudgeOrder]], pack: Pack, now: datetime, names: Mapping[str, str]
) -> tuple[OrderRow, ...]:
    """Orders as rows; ``pack`` is in the language of the reader."""
    return tuple(_row(entries, pack, now, names) for entries in orders)


def _row(entries: Sequence[JudgeOrder], pack: Pack, now: datetime, names: Mapping[str, str]) -> OrderRow:
    last = entries[-1]
    kind = pack.orders.get(last.kind)
    return OrderRow(
        ref=last.ref, kind=last.kind, label=kind.label if kind else last.kind, step=last.step, subject=last.subject,
        place=last.place, state=last.state, in_force=in_force(last, now),
        entries=tuple(
            OrderEntryRow(
                one.state, one.at, names.get(one.created_by, ""), one.created_at, one.court, one.wants, one.text,
                one.number, one.valid_until, one.exhibit,
            )
            for one in entries
        ),
    )  # fmt: skip


def _entry(
    case: Case, ref: str, kind: str, step: str, state: OrderState, at: datetime, *, subject: str, place: str,
    court: str, text: str, wants: str = "", number: str = "", valid_until: datetime | None = None, exhibit: str = "",
) -> JudgeOrder:  # fmt: skip
    return JudgeOrder(
        case_id=case.id, ref=ref, kind=kind, step=step, state=state.value, at=at, subject=subject,
        place=texts.one_line(place, _LINE), court=texts.one_line(court, _LINE), wants=texts.several_lines(wants),
        text=text, number=number, valid_until=valid_until, exhibit=exhibit,
    )  # fmt: skip


def _kind(desk: Desk, case: str, step: str, kind: str, subject: str) -> tuple[Case, OrderKind]:
    """The case and the kind of order, if the step asks for that kind."""
    with desk.reading() as session:
        found = case_of(session, case)
        pack = packs.pack_of(session, found)
        if subject:
            person_of(session, found.id, subject)
    if step not in pack.steps:
        raise Refusal(Reason.STEP_UNKNOWN, step=ltr(step))
    asks = pack.step(step).asks
    if kind not in asks:
        raise Refusal(Reason.ORDER_KIND_UNKNOWN, step=ltr(step), kind=ltr(kind), kinds=ltr(", ".join(asks) or "–"))
    return found, pack.orders[kind]


def _asked(desk: Desk, case: str, ref: str) -> tuple[Case, JudgeOrder, OrderKind, ZoneInfo]:
    """The order that waits for its decision."""
    with desk.reading() as session:
        found = case_of(session, case)
        pack = packs.pack_of(session, found)
        entries = next((one for one in order_entries(session, found.id) if one[0].ref == ref), None)
    if entries is None:
        raise Refusal(Reason.ORDER_UNKNOWN, order=ltr(ref), example=ltr("O-01"))
    last = entries[-1]
    if last.state != OrderState.ASKED:
        raise Refusal(Reason.ORDER_DECIDED, order=ltr(ref))
    kind = pack.orders.get(last.kind) or OrderKind(last.kind, last.kind)
    return found, last, kind, ZoneInfo(pack.timezone)


def _until(
    until: datetime | date | None, decided_at: datetime, kind: OrderKind, zone: ZoneInfo
) -> datetime | None:
    if until is None:
        return decided_at + timedelta(days=kind.days) if kind.days is not None else None
    if isinstance(until, datetime):
        return until
    return datetime.combine(until, time(23, 59, 59), zone)


def _next_ref(session: Session, case_id: str) -> str:
    wanted = select(func.count(func.distinct(JudgeOrder.ref))).where(JudgeOrder.case_id == case_id)
    return f"O-{(session.scalar(wanted) or 0) + 1:02}"


def _one(desk: Desk, case_id: str, ref: str) -> OrderRow:
    return next(one for one in list_orders(desk, case_id, "en") if one.ref == ref)
