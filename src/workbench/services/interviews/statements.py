"""Taking a statement down: who spoke, as what, in which language, on oath or why not, and every line as it was said."""

import re
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from datetime import datetime, timedelta

from workbench import terms
from workbench.errors import Reason, Refusal
from workbench.i18n import N_, latin, ltr
from workbench.models import Statement
from workbench.proof.interviewing import lines_of
from workbench.security import Act
from workbench.services import texts
from workbench.services.care.checking import person_in, today
from workbench.services.cases import members
from workbench.services.finding import case_id_of
from workbench.services.interviewed import SUSPECTED
from workbench.services.interviews.checking import next_ref, require_choice, require_words, wrong
from workbench.services.interviews.gathering import Talks
from workbench.services.interviews.interpreters import require_interpreter
from workbench.services.interviews.rows import InterviewRow
from workbench.services.interviews.ruled import shipped
from workbench.services.persons import PersonRow
from workbench.services.stated import StatementRow, statement_row, statement_rows
from workbench.store import Desk

QA, NARRATIVE = "qa", "narrative"
_TIME = re.compile(r"(?:([0-9]{1,2}):)?([0-9]{1,3}):([0-5][0-9])")
# What a head may say; empty where nothing was said.
HEAD = (
    "before", "judge", "court", "oath", "no_oath", "oath_reason", "occupation", "relation", "identified", "writer",
    "interpreter", "explained", "capacity_note", "place",
)  # fmt: skip
_MOST_LINES = 5000
_LONGEST = timedelta(hours=24)


@dataclass(frozen=True, slots=True)
class Said:
    """One line as it is taken down; ``at`` is minutes and seconds of the recording, as a clock shows it."""

    kind: str
    text: str
    translation: str = ""
    at: str = ""


def take_statement(
    desk: Desk, case: str, *, lines: Sequence[Said], language: str, started_at: datetime, ended_at: datetime,
    head: Mapping[str, str], interview: str = "", alias: str = "", capacity: str = "", form: str = QA,
    translated_to: str = "",
) -> StatementRow:  # fmt: skip
    """Keep a statement under the next number; from now on no line of it changes, it can only be corrected beside.

    It belongs to a talk that was held (``interview``), or names the person and the capacity itself, as one that was
    taken down elsewhere. Raises ``Refusal`` for a suspect on oath, and for a child on oath below the age of it.
    """
    desk.require(Act.STATEMENT_TAKE)
    require_choice(form, terms.FORMS_OF_STATEMENT)
    now = desk.clock.now()
    start, end = texts.happened(started_at, now), texts.happened(ended_at, now)
    if not timedelta() <= end - start <= _LONGEST:
        raise Refusal(Reason.MOMENT_WRONG, problem=N_("the end lies before the beginning"))
    kept = _lines(lines, form)
    day = today(desk)
    with desk.reading() as session:
        case_id = case_id_of(session, case)
        talk = _talk(Talks(session, case_id, day, desk.station.zone).rows, interview) if interview else None
        person = person_in(session, case_id, talk.alias if talk else alias, day, alive=False)
        written = _head(head, talk, desk.actor.name)
        require_interpreter(session, case_id, written["interpreter"])
    heard_as = require_choice(talk.capacity if talk else capacity, terms.HEARD_AS)
    _require_oath(written, heard_as, person)
    require_words([(N_("language"), language)])
    if translated_to and not any(one.translation for one in lines):
        raise wrong(N_("it is said to be translated, and no line has a translation"))
    with desk.act(Act.STATEMENT_TAKE, case_id, subject=f"{person.alias} {heard_as} {interview}".strip()) as session:
        entry = Statement(
            case_id=case_id, ref=next_ref(session, Statement.ref, case_id, "ST"), interview=interview,
            alias=person.alias, capacity=heard_as, form=form, language=texts.one_line(language, 10),
            translated_to=texts.one_line(translated_to, 10), started_at=start, ended_at=end, head=written, lines=kept,
        )  # fmt: skip
        session.add(desk.stamp(entry))
    return one_statement(desk, case_id, entry.ref)


def said_in(text: str) -> tuple[Said, ...]:
    """The lines of a plain text, as ``take_statement`` takes them. Raises ``Refusal`` if it holds none."""
    found = tuple(Said(kind, words) for kind, words in lines_of(text).lines)
    if not found:
        raise Refusal(Reason.STATEMENT_EMPTY)
    return found


def list_statements(desk: Desk, case: str, alias: str = "") -> tuple[StatementRow, ...]:
    """The statements of a case, or of one person in it, in the order of their numbers."""
    with desk.reading() as session:
        case_id = case_id_of(session, case)
        codes: tuple[str, ...] = ()
        if alias:
            person = person_in(session, case_id, alias, today(desk), alive=False)
            codes = (person.alias, *person.also)
        return statement_rows(session, case_id, members(session), alias=codes)


def one_statement(desk: Desk, case: str, ref: str) -> StatementRow:
    """The statement of a number. Raises ``Refusal`` if there is none."""
    with desk.reading() as session:
        return statement_row(session, case_id_of(session, case), ref, members(session))


def recorded_time(text: str) -> str:
    """A time of a recording as minutes and seconds: «4:05», «1:02:30» and «٠٤:٠٥» are times. Raises ``Refusal``."""
    typed = latin(text).strip()
    if not typed:
        return ""
    found = _TIME.fullmatch(typed)
    if found is None:
        raise wrong(N_("a time of the recording is written as minutes and seconds"))
    return f"{int(found[1] or 0) * 60 + int(found[2]):02}:{found[3]}"


def _talk(rows: Iterable[InterviewRow], ref: str) -> InterviewRow:
    found = next((one for one in rows if one.ref == ref), None)
    if found is None:
        raise Refusal(Reason.INTERVIEW_UNKNOWN, interview=ltr(ref), example=ltr("IV-01"))
    if found.conduct is None:
        raise Refusal(Reason.INTERVIEW_NOT_HELD, interview=ltr(ref))
    return found


def _lines(lines: Sequence[Said], form: str) -> list[dict[str, str]]:
    kinds = ("n",) if form == NARRATIVE else ("q", "a", "n")
    found = []
    for one in lines:
        text = texts.several_lines(one.text)
        if not text:
            continue
        require_choice(one.kind, kinds)
        found.append(
            {
                "kind": one.kind, "text": text, "translation": texts.several_lines(one.translation),
                "at": recorded_time(one.at),
            }
        )  # fmt: skip
    if not any(one["kind"] in ("a", "n") for one in found):
        raise Refusal(Reason.STATEMENT_EMPTY)
    if len(found) > _MOST_LINES:
        raise wrong(N_("it has more lines than one statement can hold"))
    return found


def _head(head: Mapping[str, str], talk: InterviewRow | None, writer: str) -> dict[str, str]:
    for key in head:
        require_choice(key, HEAD)
    kept = {key: texts.several_lines(head.get(key, "")) for key in HEAD}
    kept["before"] = require_choice(kept["before"] or "police", terms.BEFORE)
    require_choice(kept["oath"] or "none", terms.OATHS)
    kept["writer"] = kept["writer"] or writer
    if kept["before"] == "judge":
        require_words([(N_("name of the judge"), kept["judge"])])
    if talk and talk.conduct:
        kept["interpreter"] = kept["interpreter"] or talk.conduct.interpreter
    return kept


def _require_oath(head: dict[str, str], capacity: str, person: PersonRow) -> None:
    """On oath, or a reason why not: the accused never, a witness from the age that the law names."""
    if head["oath"] in ("sworn", "affirmed"):
        if capacity in SUSPECTED:
            raise Refusal(Reason.OATH_OF_SUSPECT)
        if person.age_high is not None and person.age_high < shipped().figure("oath_age"):
            raise Refusal(Reason.OATH_OF_CHILD, person=ltr(person.alias), age=shipped().figure("oath_age"))
        head["no_oath"] = ""
        return
    head["oath"] = "none"
    if capacity in SUSPECTED:
        head["no_oath"] = head["no_oath"] or "accused"
    require_words([(N_("the oath, or the reason for none"), head["no_oath"])])
    require_choice(head["no_oath"], terms.NO_OATH)
    if head["no_oath"] == "other":
        require_words([(N_("the oath, or the reason for none"), head["oath_reason"])])
