"""What a person has told already, where and when: nobody must tell it twice."""

from collections.abc import Iterable, Iterator, Mapping
from zoneinfo import ZoneInfo

from sqlalchemy import select
from sqlalchemy.orm import Session

from workbench import terms
from workbench.fields import shown
from workbench.i18n import N_, Language, language, ltr
from workbench.models import Case, Person, Screening
from workbench.services import packs
from workbench.services.care.assessing import NEEDS, RISK
from workbench.services.care.checking import codes_of, person_in, today
from workbench.services.care.gathering import care_row
from workbench.services.care.offered import offered
from workbench.services.care.rows import AnsweredRow, CareRow
from workbench.services.cases import members
from workbench.services.finding import case_of, person_of
from workbench.services.picture import known
from workbench.services.recorded import asked
from workbench.services.wording import value_text
from workbench.sop import Step
from workbench.sop.named import aliases, people_of
from workbench.store import Desk

PERSON = N_("card of the person")
_SCREENED = N_("Screening {n}")


def answered_before(desk: Desk, case: str, alias: str, tag: str = "en") -> tuple[AnsweredRow, ...]:
    """Everything that this person has answered so far, newest first: topic, question, answer, where, when, to whom."""
    spoken = language(tag)
    with desk.reading() as session:
        found, day, names = case_of(session, case), today(desk), members(session)
        person = person_in(session, found.id, alias, day, alive=False)
        care = care_row(session, found.id, person, day, names)
        rows = [
            *_particulars(person_of(session, found.id, person.alias), names, spoken),
            *_consents(care, spoken, tag), *_assessments(care, spoken, tag),
            *_screenings(session, found.id, person.alias, names, spoken),
            *_steps(desk, session, found, (person.alias, *person.also), names, spoken),
        ]  # fmt: skip
    return tuple(sorted(rows, key=lambda one: one.at, reverse=True))


def by_topic(rows: Iterable[AnsweredRow]) -> dict[str, AnsweredRow]:
    """The newest answer to each topic."""
    found: dict[str, AnsweredRow] = {}
    for one in rows:
        found.setdefault(one.topic, one)
    return found


def _particulars(person: Person, names: Mapping[str, str], spoken: Language) -> Iterator[AnsweredRow]:
    comma = spoken.say(N_(", "))
    facts = {
        "language": (N_("Languages"), comma.join(spoken.language_name(one) for one in person.languages)),
        "dialect": (N_("Dialect"), person.dialect or ""),
        "nationality": (N_("Nationality"), spoken.country_name(person.nationality) if person.nationality else ""),
        "pregnant": (N_("Pregnant"), _term(terms.YES_NO, person.pregnant or "", spoken)),
        "disability": (N_("Disabilities"), comma.join(person.disabilities or ())),
        "health": (N_("Health alerts"), person.health_alerts or ""),
        "staff_wanted": (N_("Staff wanted"), _term(terms.STAFF_WANTED, person.staff_wanted or "", spoken)),
    }
    for topic, (question, answer) in facts.items():
        if answer:
            yield AnsweredRow(
                topic, spoken.say(question), answer, spoken.say(PERSON), person.created_at,
                names.get(person.created_by, ""),
            )  # fmt: skip


def _consents(care: CareRow, spoken: Language, tag: str) -> Iterator[AnsweredRow]:
    purposes = offered(tag).consents
    for one in care.consents:
        title = purposes[one.purpose].title if one.purpose in purposes else one.purpose
        answer = spoken.say(
            N_("{state}; recipient: {recipient}"), state=spoken.say(terms.CONSENTS[one.state]), recipient=one.recipient
        )
        yield AnsweredRow(f"consent.{one.purpose}", title, answer, ltr(one.ref), one.last.at, one.last.by)


def _assessments(care: CareRow, spoken: Language, tag: str) -> Iterator[AnsweredRow]:
    rules = offered(tag)
    for row in care.assessments:
        where = spoken.say(terms.ASSESSMENTS[row.kind]) if row.kind in terms.ASSESSMENTS else row.kind
        if row.kind == NEEDS:
            for need in row.needs:
                if need.state != "unknown" and need.key in rules.needs:
                    words = [spoken.say(terms.NEEDS[need.state]), need.text]
                    said = spoken.say(N_(": ")).join(part for part in words if part)
                    yield AnsweredRow(f"need.{need.key}", rules.needs[need.key].title, said, where, row.held_at, row.by)
        elif row.kind == RISK:
            for risk in row.risks:
                if risk.score is not None and risk.key in rules.risks:
                    title, level = rules.risks[risk.key].title, rules.levels[risk.level].title
                    yield AnsweredRow(f"risk.{risk.key}", title, level, where, row.held_at, row.by)


def _screenings(
    session: Session, case_id: str, alias: str, names: Mapping[str, str], spoken: Language
) -> Iterator[AnsweredRow]:
    """That the person was screened, and how far; the answers are shown where they were given."""
    rows = session.scalars(
        select(Screening)
        .where(Screening.case_id == case_id, Screening.alias.in_(codes_of(session, case_id, alias)))
        .order_by(Screening.held_at, Screening.id)
    )
    for one in rows:
        said = spoken.say_many("{n} question answered", "{n} questions answered", len(one.answers))
        where = spoken.say(_SCREENED, n=one.ordinal)
        by = names.get(one.created_by, "")
        yield AnsweredRow("screening", spoken.say(N_("Screening")), said, where, one.held_at, by)


def _steps(
    desk: Desk, session: Session, case: Case, codes: tuple[str, ...], names: dict[str, str], spoken: Language
) -> Iterator[AnsweredRow]:
    """The answers of the recorded steps that name this person and nobody else: another's answers are not theirs."""
    pack = packs.pack_of(session, case).shown_in(spoken.tag)
    found = known(session, case, desk.clock.now(), ZoneInfo(pack.timezone), names)
    then = asked(session, case, found.rows, pack, spoken.tag)
    newest = {record.step: record for record in found.records if record.state == "done"}
    for key, record in newest.items():
        step = then[key].step if key in then else None
        if step is None or not (who := _named(step, record.answers)) or who - set(codes):
            continue
        where = f"{ltr(key)} {step.title}"
        for field in shown(step.fields, record.answers):
            said = value_text(field, record.answers.get(field.key), spoken, pack.timezone)
            if said and field.key not in people_of(step):
                yield AnsweredRow(f"{key}.{field.key}", field.label, said, where, record.at, record.by)


def _named(step: Step, answers: Mapping[str, object]) -> set[str]:
    """Whom the answers of a step name."""
    return {code for key in people_of(step) for code in aliases(answers.get(key))}


def _term(words: Mapping[str, str], key: str, spoken: Language) -> str:
    return spoken.say(words[key]) if key in words else ""
