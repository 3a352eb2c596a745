"""The guide: everything that is shown of a case and its procedure, gathered in one reading."""

from collections.abc import Iterable, Mapping
from dataclasses import dataclass, field
from datetime import date

from sqlalchemy import select
from sqlalchemy.orm import Session

from workbench.models import StepDraft, StepRecord
from workbench.services import packs
from workbench.services.cases import members, row_of
from workbench.services.deviations import register_rows
from workbench.services.finding import case_of
from workbench.services.orders import order_rows
from workbench.services.rows import (
    AnswerRow,
    CaseRow,
    DeviationRow,
    ExhibitRow,
    HistoryRow,
    MatterRow,
    OrderRow,
    PersonRow,
)
from workbench.services.standing import Standing, standing
from workbench.sop import Due, Fact, MatterView, Pack, Picture, Progress, Record, Step
from workbench.store import Desk


@dataclass(frozen=True)
class GuideRow:
    """Everything the guide shows of a case, its procedure in the language asked for.

    ``recorded_as`` holds the step as it was asked when it was recorded, where a newer edition asks it otherwise.
    ``picture`` and ``history`` are what facts and progress were computed from; ``law_on`` is the day whose law holds.
    """

    case: CaseRow
    pack: Pack
    progress: Progress
    facts: Mapping[str, Fact]
    dues: tuple[Due, ...]
    drafts: Mapping[str, AnswerRow]
    records: Mapping[str, tuple[HistoryRow, ...]]
    people: tuple[PersonRow, ...]
    exhibits: tuple[ExhibitRow, ...]
    zone: str
    orders: tuple[OrderRow, ...] = ()
    deviations: tuple[DeviationRow, ...] = ()
    coverage: tuple[MatterRow, ...] = ()
    readiness: tuple[MatterRow, ...] = ()
    recorded_as: Mapping[str, Step] = field(default_factory=dict)
    clock_doubted: bool = False
    picture: Picture | None = None
    history: tuple[Record, ...] = ()
    law_on: date | None = None
    jurisdiction: str = ""


def guide(desk: Desk, case: str, tag: str) -> GuideRow:
    """The whole of a case's procedure as it stands, its texts in the language ``tag``."""
    now = desk.clock.now()
    with desk.reading() as session:
        names = members(session)
        found = case_of(session, case)
        stands = standing(session, found, now, names)
        pack, known = stands.pack.shown_in(tag), stands.known
        drafts = session.scalars(select(StepDraft).where(StepDraft.case_id == found.id))
        return GuideRow(
            case=row_of(found, stands), pack=pack, progress=stands.progress, facts=stands.facts, dues=stands.dues,
            drafts={d.step: AnswerRow(d.answers, d.saved_at, names.get(d.saved_by, "")) for d in drafts},
            records=_history(stands), people=tuple(known.people), exhibits=tuple(known.exhibits), zone=pack.timezone,
            orders=order_rows(known.orders, pack, now, names), deviations=register_rows(stands.deviations, pack),
            coverage=matter_rows(stands.coverage(tag)), readiness=matter_rows(stands.readiness(tag)),
            recorded_as=recorded_as(session, known.rows, pack, tag), clock_doubted=desk.clock_doubted,
            picture=known.picture, history=known.records, jurisdiction=found.jurisdiction,
            law_on=date.fromisoformat(found.law_on) if found.law_on else found.opened_at.date(),
        )  # fmt: skip


def matter_rows(views: Iterable[MatterView]) -> tuple[MatterRow, ...]:
    """Matters as rows."""
    return tuple(MatterRow(one.key, one.label, str(one.state), one.step) for one in views)


def recorded_as(session: Session, rows: Iterable[StepRecord], pack: Pack, tag: str) -> dict[str, Step]:
    """The steps whose last record was made under another edition that asked otherwise, as they were asked then."""
    newest = {row.step: row for row in rows}
    found: dict[str, Step] = {}
    for key, row in newest.items():
        if not row.pack_id or not row.answers:
            continue
        edition = packs.pack_by_id(session, row.pack_id)
        then, now = edition.steps.get(key), pack.steps.get(key)
        if then is not None and (now is None or [f.key for f in then.fields] != [f.key for f in now.fields]):
            # An edition may have been written in fewer languages than the one that followed it.
            found[key] = edition.shown_in(tag).step(key)
    return found


def _history(stands: Standing) -> dict[str, tuple[HistoryRow, ...]]:
    history: dict[str, tuple[HistoryRow, ...]] = {}
    packs_of = {row.id: row.pack_id or "" for row in stands.known.rows}
    for record in stands.known.records:
        row = HistoryRow(
            str(record.state), record.at, record.by, record.reason, record.answers, record.passed,
            packs_of.get(record.ref, ""),
        )  # fmt: skip
        history[record.step] = (*history.get(record.step, ()), row)
    return history
