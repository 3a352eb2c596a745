"""Stock-taking: what a store should hold by the records, held against what was scanned or typed there."""

from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from datetime import datetime

from sqlalchemy import func, select, true
from sqlalchemy.orm import Session

from workbench.errors import Reason, Refusal
from workbench.i18n import N_, latin, ltr, visible
from workbench.models import Exhibit, Member, StockTake
from workbench.names import fold
from workbench.security import Act
from workbench.services import texts
from workbench.services.evidence_rows import ExhibitRow
from workbench.services.exhibits.listing import rows_where
from workbench.services.finding import case_id_of
from workbench.store import Desk

MOST = 20_000


@dataclass(frozen=True, slots=True)
class StoreRow:
    """A store and how many exhibits it holds by the records; ``counted_at`` is the last time it was counted."""

    name: str
    exhibits: int
    counted_at: datetime | None


@dataclass(frozen=True, slots=True)
class StockTakeRow:
    """One count of a store. All are labels of exhibits, but ``unknown``: what was scanned and is no exhibit here.

    ``elsewhere`` was found although the records have it with somebody else, each with whom; ``void`` are numbers
    that were declared void and yet carry a thing.
    """

    ref: str
    store: str
    started_at: datetime
    ended_at: datetime
    by: str
    expected: tuple[str, ...]
    found: tuple[str, ...]
    missing: tuple[str, ...]
    elsewhere: tuple[tuple[str, str], ...]
    unknown: tuple[str, ...]
    void: tuple[str, ...]
    note: str

    @property
    def whole(self) -> bool:
        """Whether everything was there and nothing else."""
        return not (self.missing or self.elsewhere or self.unknown or self.void)


def stores(desk: Desk) -> tuple[StoreRow, ...]:
    """Every store that an exhibit lies in by the records."""
    with desk.reading() as session:
        held: dict[str, list[str]] = {}
        for row in _all(session, desk.clock.now()):
            if row.in_store and not (row.ended or row.void):
                held.setdefault(_key(row.holder), []).append(row.holder)
        counted: dict[str, datetime] = {}
        for take in session.scalars(select(StockTake).order_by(StockTake.ended_at)):
            counted[_key(take.store)] = take.ended_at
    rows = (StoreRow(names[0], len(names), counted.get(key)) for key, names in held.items())
    return tuple(sorted(rows, key=lambda one: one.name))


def stock_take(
    desk: Desk, store: str, scanned: Iterable[str], *, started_at: datetime | None = None, case: str | None = None,
    note: str = "",
) -> StockTakeRow:  # fmt: skip
    """Count a store: the records are held against the labels as they were scanned or typed, and the result is kept.

    A scanner types what the code holds, and that is the id of the exhibit and nothing else. ``case`` counts only what
    belongs to one case.
    """
    now, store = desk.clock.now(), texts.one_line(store, 200)
    read = list(dict.fromkeys(line for text in scanned if (line := texts.one_line(latin(text), 200))))
    if not store:
        raise Refusal(Reason.CUSTODY_WRONG, problem=N_("the store is not named"))
    if len(read) > MOST:
        raise Refusal(Reason.CUSTODY_WRONG, problem=N_("too many labels for one count"))
    if started_at and not started_at <= now:
        raise Refusal(Reason.MOMENT_WRONG, problem=N_("it lies in the future"))
    with desk.reading() as session:
        case_id = case_id_of(session, case) if case else None
        rows = _all(session, now)
        mine = _of(session, case_id) if case_id else {row.exhibit_id for row in rows}
    known = _by_text(rows, mine if case_id else None)
    due = [row for row in rows if row.exhibit_id in mine and _lies_in(row, store)]
    seen = [_seen(text, known.get(text.casefold()), store) for text in read]
    with desk.act(Act.STOCK_TAKE, case_id, subject=f"{store}: {len(seen)}/{len(due)}") as session:
        taken = desk.stamp(
            StockTake(
                case_id=case_id, ref=f"ST-{_count(session) + 1:02}", store=store, started_at=started_at or now,
                ended_at=now, expected=[{"id": row.exhibit_id, "label": row.label} for row in due], seen=seen,
                note=texts.several_lines(note),
            )
        )  # fmt: skip
        session.add(taken)
    return take_row(taken, {desk.actor.user_id: desk.actor.name})


def stock_takes(desk: Desk) -> tuple[StockTakeRow, ...]:
    """Every count that was kept, newest first."""
    with desk.reading() as session:
        names = {member.id: member.name for member in session.scalars(select(Member))}
        rows = session.scalars(select(StockTake).order_by(StockTake.ended_at.desc(), StockTake.id.desc()))
        return tuple(take_row(one, names) for one in rows)


def find(rows: Sequence[StockTakeRow], ref: str) -> StockTakeRow:
    """The count of this number. Raises ``Refusal`` if there is none."""
    for one in rows:
        if one.ref == ref:
            return one
    raise Refusal(Reason.STOCK_TAKE_UNKNOWN, ref=ltr(visible(ref)))


def _all(session: Session, now: datetime) -> list[ExhibitRow]:
    return rows_where(session, true(), now)


def _of(session: Session, case_id: str) -> set[str]:
    return set(session.scalars(select(Exhibit.id).where(Exhibit.case_id == case_id)))


def _count(session: Session) -> int:
    return session.scalar(select(func.count()).select_from(StockTake)) or 0


def _key(store: str) -> str:
    return " ".join(fold(store).split())


def _lies_in(row: ExhibitRow, store: str) -> bool:
    return row.in_store and not (row.ended or row.void) and _key(row.holder) == _key(store)


def _by_text(rows: Sequence[ExhibitRow], mine: set[str] | None) -> dict[str, ExhibitRow]:
    """The exhibits by what may be scanned or typed: the label, the inner id, and the number where only one has it."""
    by_number: dict[str, list[ExhibitRow]] = {}
    for row in rows:
        if mine is None or row.exhibit_id in mine:
            by_number.setdefault(row.number.casefold(), []).append(row)
    found = {number: held[0] for number, held in by_number.items() if len(held) == 1}
    return found | {row.exhibit_id: row for row in rows} | {row.label.casefold(): row for row in rows}


def _seen(text: str, row: ExhibitRow | None, store: str) -> dict[str, object]:
    if row is None:
        return {"text": text, "id": "", "label": visible(text), "held": ""}
    held = "" if _lies_in(row, store) else row.holder or "–"
    return {"text": text, "id": row.exhibit_id, "label": row.label, "held": held, "void": row.void}


def take_row(one: StockTake, names: dict[str, str]) -> StockTakeRow:
    """A count as it was kept; ``names`` are the members by id."""
    seen = {each["id"] for each in one.seen if each["id"]}
    due = {each["id"]: each["label"] for each in one.expected}
    void = [each["label"] for each in one.seen if each.get("void")]
    return StockTakeRow(
        ref=one.ref, store=one.store, started_at=one.started_at, ended_at=one.ended_at,
        by=names.get(one.created_by, ""), expected=tuple(due.values()),
        found=tuple(label for key, label in due.items() if key in seen),
        missing=tuple(label for key, label in due.items() if key not in seen),
        elsewhere=tuple(
            (each["label"], each["held"]) for each in one.seen
            if each["id"] and each["id"] not in due and not each.get("void")
        ),
        unknown=tuple(each["label"] for each in one.seen if not each["id"]), void=tuple(void), note=one.note,
    )  # fmt: skip
