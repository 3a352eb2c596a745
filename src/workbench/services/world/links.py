"""Links between people and the world around them: each with its source, its days, and how sure it is."""

import re
from calendar import monthrange
from datetime import date

from sqlalchemy import select
from sqlalchemy.orm import Session

from workbench import terms
from workbench.errors import Reason, Refusal
from workbench.i18n import N_, latin, ltr
from workbench.models import Link
from workbench.security import Act
from workbench.services import texts
from workbench.services.finding import case_id_of, newest_people
from workbench.services.people.sameness import joined_codes
from workbench.services.world.entities import newest_entities
from workbench.services.world.rows import LinkRow
from workbench.store import Desk

STANDS, ENDED, WITHDRAWN = "stands", "ended", "withdrawn"
_DAY = re.compile(r"[0-9]{4}(-[0-9]{2}(-[0-9]{2})?)?")


def add_link(
    desk: Desk, case: str, *, a: str, kind: str, b: str, source: str, certainty: str = "possible",
    since_on: str = "", until_on: str = "", note: str = "",
) -> LinkRow:  # fmt: skip
    """Tie one person or entity to another. ``source`` is who or what says so; days may be a month or a year, or empty.

    Raises ``Refusal`` if an end does not exist, both ends are one, the link ends before it begins or begins ahead.
    """
    if kind not in terms.LINKS:
        raise _wrong(N_("the kind of link is not one of those offered"))
    if certainty not in terms.CERTAINTIES:
        raise _wrong(N_("how sure it is, is not one of those offered"))
    source = _sourced(source)
    since, until = _days(since_on, until_on, desk.clock.now().date())
    with desk.reading() as session:
        case_id = case_id_of(session, case)
        _require_ends(session, case_id, a, b)
    with desk.act(Act.LINK_ADD, case_id, subject=f"{a} {kind} {b}") as session:
        made = desk.stamp(
            Link(
                case_id=case_id, a=a, kind=kind, b=b, since_on=since, until_on=until, source=source,
                certainty=certainty, note=texts.several_lines(note), state=ENDED if until else STANDS, corrects_id=None,
            )
        )  # fmt: skip
        session.add(made)
        session.flush()
        made_id = made.id
    return _one(desk, case_id, made_id)


def end_link(desk: Desk, case: str, ref: str, *, source: str, until_on: str = "") -> LinkRow:
    """Record that a link ended, today if no day is given; the earlier record stays in the history.

    Raises ``Refusal`` if it does not stand, or would end before it began.
    """
    source, today = _sourced(source), desk.clock.now().date()
    case_id, old = _standing(desk, case, ref)
    _, until = _days(old.since_on, until_on or today.isoformat(), today)
    with desk.act(Act.LINK_END, case_id, subject=ref, reason=source) as session:
        newer = _newer(old, ENDED, source)
        newer.until_on = until
        session.add(desk.stamp(newer))
    return _by_ref(desk, case_id, ref)


def withdraw_link(desk: Desk, case: str, ref: str, *, reason: str) -> LinkRow:
    """Record that a link was never so, and why; what was recorded stays in the history."""
    why = texts.several_lines(reason)
    if not why:
        raise Refusal(Reason.REASON_NEEDED)
    case_id, old = _standing(desk, case, ref, also=ENDED)
    with desk.act(Act.LINK_WITHDRAW, case_id, subject=ref, reason=why) as session:
        session.add(desk.stamp(_newer(old, WITHDRAWN, why)))
    return _by_ref(desk, case_id, ref)


def list_links(desk: Desk, case: str, *, of: str = "", withdrawn: bool = False) -> list[LinkRow]:
    """The links of a case, or those of one end; ended ones stay, withdrawn ones only if they are asked for."""
    with desk.reading() as session:
        rows = _rows(session, case_id_of(session, case))
    return [
        row for _, row in rows.values()
        if (withdrawn or row.state != WITHDRAWN) and (not of or of in (row.a, row.b))
    ]  # fmt: skip


def _rows(session: Session, case_id: str) -> dict[str, tuple[Link, LinkRow]]:
    """Every link by its ref, in its newest record; codes that were joined to another are shown as that one."""
    first_of: dict[str, Link] = {}
    newest: dict[str, tuple[Link, Link]] = {}
    for one in session.scalars(select(Link).where(Link.case_id == case_id).order_by(Link.created_at, Link.id)):
        first_of[one.id] = first = first_of.get(one.corrects_id or "", one)
        newest[first.id] = first, one
    joined = joined_codes(session, case_id)
    return {
        (ref := f"L-{number:02}"): (last, _row(ref, first, last, joined))
        for number, (first, last) in enumerate(newest.values(), 1)
    }


def _row(ref: str, first: Link, last: Link, joined: dict[str, str]) -> LinkRow:
    return LinkRow(
        ref, joined.get(last.a, last.a), last.kind, joined.get(last.b, last.b), last.since_on, last.until_on,
        first.source, last.certainty, last.note, last.state, first.created_at, first.created_by,
        last.source if last is not first else "",
    )  # fmt: skip


def _one(desk: Desk, case_id: str, link_id: str) -> LinkRow:
    with desk.reading() as session:
        return next(row for one, row in _rows(session, case_id).values() if one.id == link_id)


def _by_ref(desk: Desk, case_id: str, ref: str) -> LinkRow:
    with desk.reading() as session:
        return _rows(session, case_id)[ref][1]


def _standing(desk: Desk, case: str, ref: str, also: str = STANDS) -> tuple[str, Link]:
    with desk.reading() as session:
        case_id = case_id_of(session, case)
        found = _rows(session, case_id).get(ref)
    if found is None or found[0].state not in (STANDS, also):
        raise Refusal(Reason.LINK_UNKNOWN, link=ltr(ref), example=ltr("L-01"))
    return case_id, found[0]


def _newer(old: Link, state: str, source: str) -> Link:
    return Link(
        case_id=old.case_id, a=old.a, kind=old.kind, b=old.b, since_on=old.since_on, until_on=old.until_on,
        source=source, certainty=old.certainty, note=old.note, state=state, corrects_id=old.id,
    )  # fmt: skip


def _require_ends(session: Session, case_id: str, a: str, b: str) -> None:
    known = {one.alias for one in newest_people(session, case_id)}
    known |= {one.ref for one in newest_entities(session, case_id)}
    for end in (a, b):
        if end not in known:
            raise Refusal(Reason.ENTITY_UNKNOWN, ref=ltr(end))
    joined = joined_codes(session, case_id)
    if joined.get(a, a) == joined.get(b, b):
        raise _wrong(N_("both ends are the same"))


def _sourced(source: str) -> str:
    kept = texts.several_lines(source)
    if not kept:
        raise _wrong(N_("say who or what it is known from"))
    return kept


def _days(since: str, until: str, today: date) -> tuple[str, str]:
    """Both days as they are kept. Raises ``Refusal`` for days that cannot be."""
    since, until = latin(since.strip()), latin(until.strip())
    begins, ends = _earliest(since), _latest(until)
    if begins > today or (until and _earliest(until) > today):
        raise _wrong(N_("it lies in the future"))
    if ends < begins:
        raise _wrong(N_("it cannot end before it began"))
    return since, until


def _earliest(text: str) -> date:
    return _read(text, "-01-01", "-01", date.min)


def _latest(text: str) -> date:
    on = _read(text, "-12-31", "-01", date.max)
    return on.replace(day=monthrange(on.year, on.month)[1]) if len(text) == len("2026-03") else on


def _read(text: str, of_year: str, of_month: str, unknown: date) -> date:
    if not text:
        return unknown
    try:
        if not _DAY.fullmatch(text):
            raise ValueError
        return date.fromisoformat(text + {4: of_year, 7: of_month}.get(len(text), ""))
    except ValueError:
        raise _wrong(N_("a day is not possible")) from None


def _wrong(problem: str) -> Refusal:
    return Refusal(Reason.LINK_WRONG, problem=problem)
