"""Time to recover and think: given with its length, and every contact within it with its reason."""

from collections.abc import Mapping
from datetime import date, datetime, timedelta
from zoneinfo import ZoneInfo

from sqlalchemy import select
from sqlalchemy.orm import Session

from workbench.errors import Reason, Refusal
from workbench.i18n import N_, ltr
from workbench.models import Reflection
from workbench.security import Act
from workbench.services import texts
from workbench.services.care.checking import codes_of, happened, person_in, require_words, today, wrong
from workbench.services.care.offered import offered
from workbench.services.care.rows import ContactMadeRow, ReflectionRow
from workbench.services.cases import members
from workbench.services.finding import case_id_of
from workbench.store import Desk

GRANTED, CONTACT = "granted", "contact"
LONGEST = 366


def grant_recovery(
    desk: Desk, case: str, alias: str, *, starts_on: str = "", days: int | None = None, reason: str = ""
) -> ReflectionRow:
    """Give a person time to recover and think. The usual length is data; a shorter one needs its reason.

    It starts today if no day is given, never ahead. A newer grant takes the place of an older one, and shortening
    what runs needs a reason too.
    """
    desk.require(Act.REFLECTION_GRANT)
    usual, day = offered().reflection.days, today(desk)
    length = usual if days is None else days
    if not 0 < length <= LONGEST:
        raise wrong(N_("the number of days is not possible"))
    first = _day(starts_on) if starts_on else day
    if first > day:
        raise Refusal(Reason.MOMENT_WRONG, problem=N_("it lies in the future"))
    last = first + timedelta(days=length)
    with desk.reading() as session:
        case_id = case_id_of(session, case)
        alias = person_in(session, case_id, alias, day).alias
        runs = reflection_row(session, case_id, alias, day, members(session))
    if length < usual or (runs is not None and runs.runs and last.isoformat() < runs.ends_on):
        require_words([(N_("why the time to recover is shorter"), reason)])
    why = texts.several_lines(reason)
    with desk.act(Act.REFLECTION_GRANT, case_id, subject=alias, reason=why) as session:
        session.add(
            desk.stamp(
                Reflection(
                    case_id=case_id, alias=alias, what=GRANTED, at=desk.clock.now(), starts_on=first.isoformat(),
                    ends_on=last.isoformat(), reason=why,
                )
            )
        )  # fmt: skip
    return _one(desk, case_id, alias)


def record_contact(
    desk: Desk, case: str, alias: str, *, reason: str, at: datetime | None = None
) -> ReflectionRow:
    """Record that the investigators spoke with somebody within their time to recover, and why it could not wait."""
    desk.require(Act.REFLECTION_CONTACT)
    at = happened(at, desk.clock.now())
    with desk.reading() as session:
        case_id = case_id_of(session, case)
        alias = person_in(session, case_id, alias, today(desk)).alias
        row = reflection_row(session, case_id, alias, today(desk), members(session))
    on = at.astimezone(ZoneInfo(desk.station.zone)).date().isoformat()
    if row is None or not row.starts_on <= on < row.ends_on:
        raise wrong(N_("on that day the person had no time to recover running"))
    if not texts.several_lines(reason):
        raise Refusal(Reason.REFLECTION_RUNS, person=ltr(alias), until=ltr(row.ends_on))
    with desk.act(Act.REFLECTION_CONTACT, case_id, subject=alias, reason=texts.several_lines(reason)) as session:
        session.add(
            desk.stamp(
                Reflection(
                    case_id=case_id, alias=alias, what=CONTACT, at=at, starts_on=row.starts_on, ends_on=row.ends_on,
                    reason=texts.several_lines(reason),
                )
            )
        )  # fmt: skip
    return _one(desk, case_id, alias)


def reflection_row(
    session: Session, case_id: str, alias: str, day: date, names: Mapping[str, str]
) -> ReflectionRow | None:
    """The time to recover of a person as it was last given, with the contacts within it; None if it never was."""
    rows = session.scalars(
        select(Reflection)
        .where(Reflection.case_id == case_id, Reflection.alias.in_(codes_of(session, case_id, alias)))
        .order_by(Reflection.created_at, Reflection.id)
    ).all()
    given = [one for one in rows if one.what == GRANTED]
    if not given:
        return None
    newest = given[-1]
    first, last = date.fromisoformat(newest.starts_on), date.fromisoformat(newest.ends_on)
    left = max(0, (last - day).days)
    contacts = tuple(
        ContactMadeRow(one.at, one.reason, names.get(one.created_by, "")) for one in rows if one.what == CONTACT
    )
    return ReflectionRow(
        alias, newest.starts_on, newest.ends_on, (last - first).days, left, left > 0, newest.reason, contacts
    )


def _one(desk: Desk, case_id: str, alias: str) -> ReflectionRow:
    with desk.reading() as session:
        row = reflection_row(session, case_id, alias, today(desk), members(session))
    assert row is not None
    return row


def _day(text: str) -> date:
    try:
        return date.fromisoformat(text)
    except ValueError:
        raise Refusal(Reason.MOMENT_WRONG, problem=N_("it is not a day")) from None
