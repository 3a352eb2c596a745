"""Cases: opened under a procedure, listed with what is due next."""

from datetime import date, datetime
from zoneinfo import ZoneInfo

from sqlalchemy import func, select
from sqlalchemy.orm import Session

from workbench import terms
from workbench.errors import Reason, Refusal
from workbench.i18n import ltr
from workbench.models import Case, CasePack, Member
from workbench.security import Act
from workbench.services import packs, texts
from workbench.services.finding import case_of
from workbench.services.numbering import case_number, check_number
from workbench.services.rows import CaseRow, DueRow
from workbench.services.standing import Standing, standing
from workbench.sop import Due, Pack
from workbench.store import Desk
from workbench.store.settings import station
from workbench.store.station import Station

KINDS = terms.KINDS_OF_CASE
TITLE_LIMIT = 300
_DANGER = {"late": 0, "soon": 1, "ahead": 2, "met": 3, "ended": 4}
_BASIS = {"law": 0, "practice": 1, "house": 2}


def open_case(
    desk: Desk, *, title: str, kind: str, pack: str | None = None, lead: str = "", number: str = "",
    law_on: date | None = None,
) -> CaseRow:  # fmt: skip
    """Open a case under the newest procedure of its kind (or ``pack``), with the next number.

    ``law_on`` is the day whose law holds, that of the act; the day of opening if it is not known.
    """
    desk.require(Act.CASE_OPEN)
    title, lead = texts.one_line(title, TITLE_LIMIT), texts.one_line(lead, TITLE_LIMIT)
    if not title or kind not in KINDS:
        raise Refusal(Reason.TITLE_NEEDED)
    if number:
        check_number(number)
    now = desk.clock.now()
    with desk.act(Act.CASE_OPEN) as session:
        here = station(session)
        today = now.astimezone(ZoneInfo(here.zone)).date()
        if law_on is not None and law_on > today:
            raise Refusal(Reason.LAW_DAY_AHEAD, day=ltr(law_on.isoformat()))
        ids = packs.start_under(desk, session, kind, pack or "")
        case = desk.stamp(
            Case(
                number=number or _next_number(session, here, kind, now), kind=kind, title=title, opened_at=now,
                state="open", jurisdiction=here.jurisdiction, lead=lead or desk.actor.name,
                pack_id=ids[0],
                also_pack_id=ids[1] if len(ids) > 1 else None,
                law_on=(law_on or today).isoformat(),
            )
        )  # fmt: skip
        if session.scalar(select(Case.id).where(Case.number == case.number)):
            raise Refusal(Reason.NUMBER_TAKEN, number=case.number)
        session.add(case)
        session.flush()
        followed = CasePack(
            case_id=case.id, what="opened", kind=kind, pack_id=case.pack_id, also_pack_id=case.also_pack_id, reason=""
        )
        session.add(desk.stamp(followed))
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
            stands = standing(session, case, now, names)
            spoken = stands.pack.shown_in(language)
            rows += [due_row(case, spoken, each, desk.clock_doubted) for each in stands.dues if each.settled_at is None]
    return sorted(rows, key=lambda row: (_DANGER[row.state], _BASIS.get(row.basis, 3), row.due_at))


def members(session: Session) -> dict[str, str]:
    """The names of those who work here, by id."""
    return {member.id: member.name for member in session.scalars(select(Member))}


def row_of(case: Case, stands: Standing) -> CaseRow:
    """A case as a row, from where it stands."""
    where, true = stands.progress, stands.facts
    ahead = sorted(each.due_at for each in stands.dues if each.settled_at is None)
    danger = true.get("imminent_danger")
    return CaseRow(
        case_id=case.id, number=case.number, kind=case.kind, title=case.title, opened_at=case.opened_at,
        state=case.state, lead=case.lead, pack_key=stands.pack.key, pack_version=stands.pack.version, done=where.done,
        total=where.total, danger=bool(stands.known.endangered) or bool(danger and danger.holds),
        endangered=stands.known.endangered, child=true["victim_is_child"].holds,
        next_step=where.current, next_due_at=ahead[0] if ahead else None,
        trust=stands.trust.state, signer=stands.trust.signer,
    )  # fmt: skip


def _row(session: Session, case: Case, now: datetime, names: dict[str, str]) -> CaseRow:
    return row_of(case, standing(session, case, now, names))


def due_row(case: Case, pack: Pack, each: Due, doubted: bool) -> DueRow:
    """A deadline as a row; ``pack`` is in the language of the reader."""
    return DueRow(
        case_id=case.id, case_number=case.number, case_title=case.title, step=each.step,
        step_title=pack.step(each.step).title, due_at=each.due_at, state=each.state, basis=each.basis,
        source=each.source, mark=each.mark, clock_doubted=doubted, subject=each.subject, index=each.index,
        text=pack.step(each.step).deadlines[each.index].text, extensions_left=each.extensions_left,
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
