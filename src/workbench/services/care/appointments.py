"""Appointments: who meets where and when, and that those who must not meet never do unless somebody says why."""

from collections.abc import Iterable, Mapping, Sequence
from datetime import datetime, timedelta

from sqlalchemy import select
from sqlalchemy.orm import Session

from workbench import terms
from workbench.errors import Reason, Refusal
from workbench.i18n import N_, ltr
from workbench.models import Appointment
from workbench.security import Act
from workbench.services import texts
from workbench.services.care.apart import Apart, named_apart, spoken
from workbench.services.care.checking import person_in, require_choice, require_words, today, wrong
from workbench.services.care.recovering import reflection_row
from workbench.services.care.rows import AppointmentRow
from workbench.services.cases import members
from workbench.services.finding import case_id_of
from workbench.services.people import people_rows
from workbench.store import Desk

PLANNED, HELD, CANCELLED = terms.APPOINTMENT_STATES
# The investigators' own business: within the time to recover it needs a reason. Care never waits.
_PRESSING = frozenset({"interview", "hearing", "identification", "forensic"})
# A house rule: whoever leaves and whoever comes meet on the stairs.
APART_MINUTES = 30
_LONGEST = 24 * 60


def make_appointment(
    desk: Desk, case: str, *, people: Sequence[str], at: datetime, place: str, purpose: str, minutes: int = 60,
    reason: str = "",
) -> AppointmentRow:  # fmt: skip
    """Plan a meeting; it gets the next number of the case.

    Raises ``Refusal`` naming the codes if people meet who must not (on the appointment, or on the way to another at
    the same place), and for an interview within somebody's time to recover; with a ``reason`` it is meant, logged
    and shown as such.
    """
    desk.require(Act.APPOINTMENT_MAKE)
    require_choice(purpose, terms.APPOINTMENTS)
    now, day, place = desk.clock.now(), today(desk), texts.one_line(place, 200)
    require_words([(N_("place"), place), (N_("who is to come"), "x" if people else "")])
    if at < now:
        raise Refusal(Reason.MOMENT_WRONG, problem=N_("it lies in the past"))
    if not 0 < minutes <= _LONGEST:
        raise wrong(N_("the length of the appointment is not possible"))
    reason = texts.several_lines(reason)
    with desk.reading() as session:
        case_id = case_id_of(session, case)
        codes = tuple(dict.fromkeys(person_in(session, case_id, one, day).alias for one in people))
        apart = Apart(people_rows(session, case_id, day), named_apart(session, case_id))
        others = appointment_rows(session, case_id, apart, members(session))
        if not reason:
            require_apart(apart, codes, others, at, minutes, place)
            if purpose in _PRESSING:
                require_recovered(desk, session, case_id, codes, at)
    with desk.act(Act.APPOINTMENT_MAKE, case_id, subject=f"{' '.join(codes)} {purpose}", reason=reason) as session:
        entry = Appointment(
            case_id=case_id, ref=_next_ref(session, case_id), state=PLANNED, at=at, minutes=minutes, place=place,
            purpose=purpose, people=list(codes), reason=reason,
        )  # fmt: skip
        session.add(desk.stamp(entry))
    return _one(desk, case_id, entry.ref)


def end_appointment(desk: Desk, case: str, ref: str, *, held: bool, note: str = "") -> AppointmentRow:
    """Record that an appointment took place, or was cancelled and why."""
    desk.require(Act.APPOINTMENT_END)
    if not held:
        require_words([(N_("why it was cancelled"), note)])
    with desk.reading() as session:
        case_id = case_id_of(session, case)
    row = next((one for one in list_appointments(desk, case_id) if one.ref == ref and one.state == PLANNED), None)
    if row is None:
        raise Refusal(Reason.APPOINTMENT_UNKNOWN, appointment=ltr(ref), example=ltr("A-01"))
    if held and row.at > desk.clock.now():
        raise Refusal(Reason.MOMENT_WRONG, problem=N_("it lies in the future"))
    state, why = (HELD if held else CANCELLED), texts.several_lines(note)
    said = "\n".join(part for part in (row.reason, why) if part)
    with desk.act(Act.APPOINTMENT_END, case_id, subject=f"{ref} {state}", reason=why) as session:
        session.add(
            desk.stamp(
                Appointment(
                    case_id=case_id, ref=ref, state=state, at=row.at, minutes=row.minutes, place=row.place,
                    purpose=row.purpose, people=list(row.people), reason=said,
                )
            )
        )  # fmt: skip
    return _one(desk, case_id, ref)


def list_appointments(desk: Desk, case: str, alias: str = "") -> tuple[AppointmentRow, ...]:
    """The appointments of a case, or those one person comes to, by their time."""
    with desk.reading() as session:
        case_id, day = case_id_of(session, case), today(desk)
        apart = Apart(people_rows(session, case_id, day), named_apart(session, case_id))
        rows = appointment_rows(session, case_id, apart, members(session))
    return tuple(one for one in rows if not alias or apart.code(alias) in one.people)


def appointment_rows(
    session: Session, case_id: str, apart: Apart, names: Mapping[str, str]
) -> tuple[AppointmentRow, ...]:
    """The appointments of a case as they stand, by their time. Who must not meet is judged by the roles of now."""
    rows = session.scalars(
        select(Appointment).where(Appointment.case_id == case_id).order_by(Appointment.created_at, Appointment.id)
    )
    newest = {one.ref: one for one in rows}
    return tuple(
        AppointmentRow(
            one.ref, one.state, one.at, one.minutes, one.place, one.purpose, tuple(map(apart.code, one.people)),
            tuple(dict.fromkeys(code for pair in apart.among(one.people) for code in pair)), one.reason,
            names.get(one.created_by, ""),
        )
        for one in sorted(newest.values(), key=lambda one: (one.at, one.ref))
    )  # fmt: skip


def require_apart(
    apart: Apart, codes: Sequence[str], others: Iterable[AppointmentRow], at: datetime, minutes: int, place: str
) -> None:
    """Refuse a meeting of people who must not meet, there or on the way to another meeting at the same place."""
    if together := apart.among(codes):
        raise Refusal(Reason.NO_CONTACT, codes=spoken(together))
    gap = timedelta(minutes=APART_MINUTES)
    ends = at + timedelta(minutes=minutes)
    for one in others:
        near = one.at < ends + gap and at < one.at + timedelta(minutes=one.minutes) + gap
        if one.state != PLANNED or not near or one.place.casefold() != place.casefold():
            continue
        if meeting := apart.between(codes, one.people):
            raise Refusal(
                Reason.NO_CONTACT_NEAR, codes=spoken(meeting), appointment=ltr(one.ref), minutes=APART_MINUTES
            )


def require_recovered(desk: Desk, session: Session, case_id: str, codes: Iterable[str], at: datetime) -> None:
    """Nobody is pressed within the time they were given."""
    for code in codes:
        row = reflection_row(session, case_id, code, today(desk), {})
        if row is not None and row.starts_on <= at.date().isoformat() < row.ends_on:
            raise Refusal(Reason.REFLECTION_RUNS, person=ltr(code), until=ltr(row.ends_on))


def _one(desk: Desk, case_id: str, ref: str) -> AppointmentRow:
    return next(one for one in list_appointments(desk, case_id) if one.ref == ref)


def _next_ref(session: Session, case_id: str) -> str:
    taken = set(session.scalars(select(Appointment.ref).where(Appointment.case_id == case_id)))
    return f"A-{len(taken) + 1:02}"
