"""Cases: opened under a procedure, listed with what is due next."""

from datetime import datetime
from zoneinfo import ZoneInfo

from sqlalchemy import func, select
from sqlalchemy.orm import Session

from workbench import terms
from workbench.errors import Reason, Refusal
from workbench.models import Case, Member, StepDraft, StoredPack
from workbench.security import Act
from workbench.services import packs, texts
from workbench.services.finding import case_of
from workbench.services.numbering import case_number, check_number
from workbench.services.picture import Known, known
from workbench.services.rows import CaseRow, DueRow
from workbench.sop import Due, Fact, Pack, Progress, StepState, due, facts, progress
from workbench.store import Desk
from workbench.store.settings import station
from workbench.store.station import Station

KINDS = terms.KINDS_OF_CASE
TITLE_LIMIT = 300
_DANGER = {"late": 0, "soon": 1, "ahead": 2, "met": 3}
_BASIS = {"law": 0, "practice": 1, "house": 2}


def open_case(
    desk: Desk, *, title: str, kind: str, pack: str | None = None, lead: str = "", number: str = ""
) -> CaseRow:
    """Open a case under the newest shipped procedure of its kind (or ``pack``), with the next number."""
    desk.require(Act.CASE_OPEN)
    title, lead = texts.one_line(title, TITLE_LIMIT), texts.one_line(lead, TITLE_LIMIT)
    if not title or kind not in KINDS:
        raise Refusal(Reason.TITLE_NEEDED)
    if number:
        check_number(number)
    now, pack_key = desk.clock.now(), pack or packs.pack_for(kind)
    packs.shipped(pack_key)
    with desk.act(Act.CASE_OPEN) as session:
        here = station(session)
        case = desk.stamp(
            Case(
                number=number or _next_number(session, here, kind, now), kind=kind, title=title, opened_at=now,
                state="open", jurisdiction=here.jurisdiction, lead=lead or desk.actor.name,
                pack_id=packs.keep(desk, session, pack_key).id,
            )
        )  # fmt: skip
        if session.scalar(select(Case.id).where(Case.number == case.number)):
            raise Refusal(Reason.NUMBER_TAKEN, number=case.number)
        session.add(case)
    return show_case(desk, case.id)


def list_cases(desk: Desk) -> list[CaseRow]:
    """All cases, newest first, each with how far it is and what is due next."""
    with desk.reading() as session:
        names = members(session)
        cases = session.scalars(select(Case).order_by(Case.opened_at.desc(), Case.id.desc())).all()
        return [_row(session, case, desk.clock.now(), names) for case in cases]


def show_case(desk: Desk, case: str) -> CaseRow:
    """One case by id or number."""
    with desk.reading() as session:
        return _row(session, case_of(session, case), desk.clock.now(), members(session))


def due_list(desk: Desk, language: str) -> list[DueRow]:
    """The deadlines of all open cases in the order of danger: late, then law, then the nearer."""
    now, rows = desk.clock.now(), []
    with desk.reading() as session:
        names = members(session)
        for case in session.scalars(select(Case).where(Case.state == "open")):
            pack, _, _, _, dues = standing(session, case, now, names)
            spoken = pack.in_language(language)
            rows += [
                _due_row(case, spoken, each, desk.clock_doubted) for each in dues if each.settled_at is None
            ]
    return sorted(rows, key=lambda row: (_DANGER[row.state], _BASIS.get(row.basis, 3), row.due_at))


def members(session: Session) -> dict[str, str]:
    """The names of those who work here, by id."""
    return {member.id: member.name for member in session.scalars(select(Member))}


Standing = tuple[Pack, Known, dict[str, Fact], Progress, list[Due]]


def standing(session: Session, case: Case, now: datetime, names: dict[str, str]) -> Standing:
    """Where a case stands: its pack, what is known, the facts that follow, the progress and the deadlines."""
    pack = packs.pack_of(session, case)
    zone = ZoneInfo(pack.timezone)
    found = known(session, case, now.astimezone(zone).date(), names)
    true = facts(pack, found.picture)
    drafts = {
        row.step: row.answers
        for row in session.scalars(select(StepDraft).where(StepDraft.case_id == case.id))
    }
    where = progress(pack, true, found.records, set(drafts))
    dues = due(pack, case.opened_at, found.records, now, drafts)
    return (
        pack,
        found,
        true,
        where,
        [each for each in dues if where.views[each.step].state != StepState.ABSENT],
    )


def row_of(
    session: Session,
    case: Case,
    pack: Pack,
    found: Known,
    where: Progress,
    dues: list[Due],
    true: dict[str, Fact],
) -> CaseRow:
    """A case as a row, from where it stands."""
    stored = session.get_one(StoredPack, case.pack_id)
    ahead = sorted(each.due_at for each in dues if each.settled_at is None)
    danger = true.get("imminent_danger")
    return CaseRow(
        case_id=case.id, number=case.number, kind=case.kind, title=case.title, opened_at=case.opened_at,
        state=case.state, lead=case.lead, pack_key=stored.key, pack_version=stored.version, done=where.done,
        total=where.total, danger=bool(danger and danger.holds), child=true["victim_is_child"].holds,
        next_step=where.current, next_due_at=ahead[0] if ahead else None,
    )  # fmt: skip


def _row(session: Session, case: Case, now: datetime, names: dict[str, str]) -> CaseRow:
    pack, found, true, where, dues = standing(session, case, now, names)
    return row_of(session, case, pack, found, where, dues, true)


def _due_row(case: Case, pack: Pack, each: Due, doubted: bool) -> DueRow:
    return DueRow(
        case_id=case.id, case_number=case.number, case_title=case.title, step=each.step,
        step_title=pack.step(each.step).title, due_at=each.due_at, state=each.state, basis=each.basis,
        source=each.source, mark=each.mark, clock_doubted=doubted,
    )  # fmt: skip


def _next_number(session: Session, here: Station, kind: str, now: datetime) -> str:
    year = now.astimezone(ZoneInfo(here.zone)).year
    taken = set(session.scalars(select(Case.number)))
    seq = session.scalar(select(func.count()).select_from(Case).where(Case.kind == kind)) or 0
    while True:
        seq += 1
        number = case_number(here.number_pattern, kind=kind, year=year, seq=seq)
        if number not in taken:
            return number
