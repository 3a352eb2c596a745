"""Interviews as they stand, each with what it lacks by the rules."""

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import replace
from datetime import date, datetime
from zoneinfo import ZoneInfo

from sqlalchemy import select
from sqlalchemy.orm import Session

from workbench.errors import Reason, Refusal
from workbench.i18n import ltr
from workbench.models import Interview, Statement
from workbench.proof.interviewing import Situation, Voice, Warned, warnings
from workbench.services.care.apart import Apart, named_apart
from workbench.services.care.appointments import appointment_rows
from workbench.services.care.checking import today
from workbench.services.care.rows import AppointmentRow
from workbench.services.cases import members
from workbench.services.endangered import endangered
from workbench.services.finding import case_id_of
from workbench.services.interviewed import SUSPECTED
from workbench.services.interviews.interpreters import interpreter_rows
from workbench.services.interviews.rows import (
    PLANNED,
    InterpreterRow,
    InterviewRow,
    interview_of,
)
from workbench.services.interviews.ruled import shipped
from workbench.services.people import people_rows
from workbench.services.persons import PersonRow
from workbench.sop import VICTIM_ROLES
from workbench.store import Desk


def list_interviews(desk: Desk, case: str, alias: str = "") -> tuple[InterviewRow, ...]:
    """The talks of a case, or of one person, in the order of their numbers."""
    with desk.reading() as session:
        rows = Talks(session, case_id_of(session, case), today(desk), desk.station.zone).rows
    return tuple(one for one in rows if alias in ("", one.alias))


def one_interview(desk: Desk, case: str, ref: str) -> InterviewRow:
    """The talk of a number. Raises ``Refusal`` if there is none."""
    for one in list_interviews(desk, case):
        if one.ref == ref:
            return one
    raise Refusal(Reason.INTERVIEW_UNKNOWN, interview=ltr(ref), example=ltr("IV-01"))


class Talks:
    """All talks of a case in one reading, with who must not meet and who interprets for whom."""

    def __init__(self, session: Session, case_id: str, day: date, zone: str) -> None:
        self.zone = ZoneInfo(zone)
        names = members(session)
        people = people_rows(session, case_id, day)
        self.people = {code: one for one in people for code in (one.alias, *one.also)}
        self.apart = Apart(people, named_apart(session, case_id))
        self.in_danger = frozenset(endangered(session, case_id, people))
        self.voices = {one.ref: one for one in interpreter_rows(session, case_id, names)}
        self.appointments = appointment_rows(session, case_id, self.apart, names)
        taken = _statements(session, case_id)
        plain = [
            replace(self._row(one, names), statements=taken.get(one.ref, ()))
            for one in _newest(session, case_id)
        ]
        self.rows: tuple[InterviewRow, ...] = tuple(plain)
        self.rows = tuple(replace(one, warnings=self.judged(one)) for one in plain)

    def _row(self, one: Interview, names: Mapping[str, str]) -> InterviewRow:
        person = self.people.get(one.alias)
        row = interview_of(one, names, bool(person and person.child))
        return replace(row, alias=self.apart.code(row.alias))

    def judged(self, row: InterviewRow) -> tuple[Warned, ...]:
        """What a talk lacks by the rules."""
        return () if row.state == "cancelled" else warnings(self.situation(row), shipped())

    def situation(self, row: InterviewRow) -> Situation:
        """The talk as the rules look at it."""
        person, plan, held = self.people.get(row.alias), row.plan, row.conduct
        voice = self.voices.get(row.interpreter)
        room = held.room if held else plan.beside
        end = held.ended_at if held else None
        return Situation(
            capacity=row.capacity, child=row.child, victim_side=bool(person and VICTIM_ROLES & set(person.roles)),
            started_at=self._local(held.started_at if held else row.at), ended_at=self._local(end),
            breaks=tuple((one.start, one.end) for one in held.breaks) if held else (),
            room=tuple(one.role for one in room), trained=held.trained if held else plan.trained,
            earlier=self._earlier(row), apart=self._met(row), in_danger=row.alias in self.in_danger,
            private=held.private if held else plan.private, fit=held.fit if held else plan.fit,
            language=held.language if held else plan.language,
            own_languages=person.languages if person and person.needs_interpreter else (),
            voice=self._voice(row, voice) if voice else None, wished_sex=person.more.staff_wanted if person else "",
            officer_sex=held.officer_sex if held else plan.officer_sex, held=held is not None,
            rights_read=bool(held and held.rights), acknowledged=held.acknowledged if held else "",
            voluntary=held.voluntary if held else "unknown", promised=held.promised if held else "unknown",
            recorded=held.recorded if held else "none", sealed=held.sha256 if held else "",
        )  # fmt: skip

    def side(self, row: InterviewRow) -> str:
        """Whose side a talk is on: victim, suspect or neither. Who is both stands with the victims."""
        if row.alias in self.apart.victims or (row.capacity == "victim" and row.alias not in self.apart.suspects):
            return "victim"
        return "suspect" if row.alias in self.apart.suspects or row.capacity in SUSPECTED else ""

    def meetings(self, *, without: str = "") -> tuple[AppointmentRow, ...]:
        """Everything that brings people to a place: appointments, and planned talks in their form."""
        talks = [
            AppointmentRow(one.ref, PLANNED, one.at, one.plan.minutes, one.plan.place, "interview", (one.alias,), (),
                           "", one.by)
            for one in self.rows if one.state == PLANNED and one.at is not None and one.ref != without
        ]  # fmt: skip
        return (*self.appointments, *talks)

    def _met(self, row: InterviewRow) -> tuple[str, ...]:
        """Codes of those who must not be met and come to the same place on the same day."""
        if row.state != PLANNED or row.at is None:
            return ()
        day, found = self._day(row.at), set[str]()
        for one in self.meetings(without=row.ref):
            here = one.state == PLANNED and one.place.casefold() == row.plan.place.casefold()
            if here and self._day(one.at) == day:
                found |= {code for pair in self.apart.between((row.alias,), one.people) for code in pair}
        return tuple(sorted(found - {row.alias}))

    def _earlier(self, row: InterviewRow) -> tuple[str, ...]:
        before = row.conduct.started_at if row.conduct else row.recorded_at
        return tuple(
            one.ref for one in self.rows
            if one.ref != row.ref and one.alias == row.alias and one.conduct and one.conduct.started_at <= before
        )  # fmt: skip

    def _voice(self, row: InterviewRow, voice: InterpreterRow) -> Voice:
        other = {"victim": "suspect", "suspect": "victim"}.get(self.side(row), "-")
        clashing = tuple(
            one.ref for one in self.rows
            if one.ref != row.ref and one.interpreter == voice.ref and self.side(one) == other
            and one.state != "cancelled"
        )  # fmt: skip
        return Voice(
            voice.name, voice.codes, self._local(voice.oath_at), voice.ties, voice.sex,
            row.conduct.understood if row.conduct else "unknown", clashing,
            sum(not one.done for one in voice.doubts),
        )  # fmt: skip

    def _local(self, at: datetime | None) -> datetime | None:
        return at.astimezone(self.zone) if at else None

    def _day(self, at: datetime) -> date:
        return at.astimezone(self.zone).date()


def person_of(people: Mapping[str, PersonRow], alias: str) -> PersonRow:
    """The person of a code. Raises ``Refusal`` if the case has none."""
    if alias not in people:
        raise Refusal(Reason.PERSON_UNKNOWN, person=ltr(alias), example=ltr("P-01"))
    return people[alias]


def _newest(session: Session, case_id: str) -> Iterable[Interview]:
    rows: Sequence[Interview] = session.scalars(
        select(Interview).where(Interview.case_id == case_id).order_by(Interview.created_at, Interview.id)
    ).all()
    newest = {one.ref: one for one in rows}
    return [newest[ref] for ref in sorted(newest)]


def _statements(session: Session, case_id: str) -> dict[str, tuple[str, ...]]:
    rows = session.execute(
        select(Statement.interview, Statement.ref).where(Statement.case_id == case_id).order_by(Statement.ref)
    )
    found: dict[str, tuple[str, ...]] = {}
    for interview, ref in rows:
        found[interview] = (*found.get(interview, ()), ref)
    return found
