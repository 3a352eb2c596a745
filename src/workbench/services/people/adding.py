"""People added to a case and corrected: a correction is a newer record that states everything anew."""

from collections.abc import Sequence
from dataclasses import replace
from datetime import datetime

from sqlalchemy import select
from sqlalchemy.orm import Session

from workbench.errors import Reason, Refusal
from workbench.i18n import N_
from workbench.models import Contact, Identity, Person, PersonName, Phone
from workbench.security import Act
from workbench.services import texts
from workbench.identity.births import birth
from workbench.services.finding import case_id_of, person_of
from workbench.services.people.checking import check, check_particulars, check_role, wrong
from workbench.services.people.claims import claim
from workbench.services.people.listing import one_person, particulars
from workbench.services.rows import ContactRow, NameRow, PaperRow, Particulars, PersonRow
from workbench.store import Desk

_NAME_PARTS = ("ism", "father", "grandfather", "great_grandfather", "family", "as_written")


def add_person(
    desk: Desk, case: str, *, names: Sequence[NameRow] = (), sex: str = "unknown", birth_kind: str = "unknown",
    birth_low: str = "", birth_high: str = "", age_in_doubt: bool = False, nationality: str = "",
    languages: Sequence[str] = (), needs_interpreter: bool = False, role: str, basis: str, decided_by: str = "",
    papers: Sequence[PaperRow] = (), phones: Sequence[str] = (), contacts: Sequence[ContactRow] = (),
    more: Particulars | None = None, note: str = "", alias: str = "", custody: str = "",
    since: datetime | None = None, evidence: Sequence[str] = (),
) -> PersonRow:  # fmt: skip
    """Add a person under the next code (or the one they already carry), with the first role somebody says they have."""
    now, more = desk.clock.now(), more or Particulars()
    born = birth(birth_kind, birth_low, birth_high, now.date())
    check(sex, names, nationality, languages)
    check_particulars(more, now.date())
    check_role(role, basis)
    since = texts.happened(since, now)
    with desk.reading() as session:
        case_id = case_id_of(session, case)
    with desk.act(Act.PERSON_ADD, case_id, subject=role) as session:
        ordinal = _ordinal(session, case_id, alias)
        person = Person(
            case_id=case_id, ordinal=ordinal, alias=f"P-{ordinal:02}", sex=sex, birth_kind=born.kind,
            birth_low=born.low, birth_high=born.high, age_in_doubt=age_in_doubt, nationality=nationality.upper(),
            languages=list(languages), needs_interpreter=needs_interpreter, note=texts.several_lines(note),
            corrects_id=None,
        )  # fmt: skip
        _keep(desk, session, person, more, names, papers, phones, contacts)
        session.add(
            claim(desk, case_id, person.alias, role, basis, decided_by, since, custody, evidence=evidence)
        )
        alias = person.alias
    return one_person(desk, case_id, alias)


def correct_person(
    desk: Desk, case: str, alias: str, *, reason: str, names: Sequence[NameRow] | None = None,
    sex: str | None = None, birth_kind: str | None = None, birth_low: str = "", birth_high: str = "",
    age_in_doubt: bool | None = None, nationality: str | None = None, languages: Sequence[str] | None = None,
    needs_interpreter: bool | None = None, papers: Sequence[PaperRow] | None = None,
    phones: Sequence[str] | None = None, contacts: Sequence[ContactRow] | None = None,
    more: Particulars | None = None, note: str | None = None,
) -> PersonRow:  # fmt: skip
    """Correct or complete what is known of a person; what is not given (None) stays. The earlier record is kept.

    Raises ``Refusal`` without a reason.
    """
    today = desk.clock.now().date()
    if not texts.several_lines(reason):
        raise Refusal(Reason.REASON_NEEDED)
    with desk.reading() as session:
        case_id = case_id_of(session, case)
        old = person_of(session, case_id, alias)
        before = particulars(old)
        kept = _kept(session, old.id)
    born = birth(birth_kind or old.birth_kind, *_birth(old, birth_kind, birth_low, birth_high), today)
    person = Person(
        case_id=case_id, ordinal=old.ordinal, alias=alias, sex=sex or old.sex, birth_kind=born.kind,
        birth_low=born.low, birth_high=born.high,
        age_in_doubt=old.age_in_doubt if age_in_doubt is None else age_in_doubt,
        nationality=(old.nationality if nationality is None else nationality).upper(),
        languages=list(old.languages if languages is None else languages),
        needs_interpreter=old.needs_interpreter if needs_interpreter is None else needs_interpreter,
        note=old.note if note is None else texts.several_lines(note), corrects_id=old.id,
    )  # fmt: skip
    more = before if more is None else more
    check(person.sex, names or (), person.nationality, person.languages)
    check_particulars(more, today)
    with desk.act(Act.PERSON_CORRECT, case_id, subject=alias, reason=texts.several_lines(reason)) as session:
        _keep(
            desk, session, person, more, kept[0] if names is None else names, kept[1] if papers is None else papers,
            kept[2] if phones is None else phones, kept[3] if contacts is None else contacts,
        )  # fmt: skip
    return one_person(desk, case_id, alias)


def _birth(old: Person, kind: str | None, low: str, high: str) -> tuple[str, str]:
    return (old.birth_low, old.birth_high) if kind is None else (low, high)


def _kept(
    session: Session, person_id: str
) -> tuple[list[NameRow], list[PaperRow], list[str], list[ContactRow]]:
    """Names, papers, phones and contacts as they stand in a record."""
    from workbench.services.people.listing import contact_row, name_row, paper_row

    def of(kind: type[PersonName] | type[Identity] | type[Phone] | type[Contact]) -> list[object]:
        return list(session.scalars(select(kind).where(kind.person_id == person_id).order_by(kind.id)))

    return (
        [name_row(one) for one in of(PersonName) if isinstance(one, PersonName)],
        [paper_row(one) for one in of(Identity) if isinstance(one, Identity)],
        [one.number for one in of(Phone) if isinstance(one, Phone)],
        [contact_row(one) for one in of(Contact) if isinstance(one, Contact)],
    )


def _ordinal(session: Session, case_id: str, alias: str) -> int:
    """The number behind the code: the one asked for, if it is free, or the next one."""
    taken = set(session.scalars(select(Person.ordinal).where(Person.case_id == case_id)))
    if not alias:
        return max(taken, default=0) + 1
    figures = alias.removeprefix("P-")
    well_formed = alias.startswith("P-") and figures.isascii() and figures.isdigit()
    if not well_formed or int(figures) in taken | {0}:
        raise wrong(N_("this number is already taken in the case"))
    return int(figures)


def _keep(
    desk: Desk, session: Session, person: Person, more: Particulars, names: Sequence[NameRow],
    papers: Sequence[PaperRow], phones: Sequence[str], contacts: Sequence[ContactRow],
) -> None:  # fmt: skip
    person.birth_told = texts.one_line(more.birth_told) or None
    person.birth_calendar = more.birth_calendar or None
    person.other_nationalities = [one.upper() for one in more.other_nationalities] or None
    person.dialect = texts.one_line(more.dialect) or None
    person.pregnant = more.pregnant or None
    person.disabilities = [texts.one_line(one) for one in more.disabilities] or None
    person.health_alerts = texts.several_lines(more.health_alerts) or None
    person.staff_wanted = more.staff_wanted or None
    person.died_on = more.died_on or None
    person.protection = more.protection or None
    session.add(desk.stamp(person))
    session.flush()
    for name in names:
        parts = {part: texts.one_line(getattr(name, part)) for part in _NAME_PARTS}
        session.add(desk.stamp(PersonName(person_id=person.id, kind=name.kind, **parts)))
    for paper in papers:
        session.add(desk.stamp(_identity(person.id, paper)))
    for number in phones:
        session.add(desk.stamp(Phone(person_id=person.id, number=texts.one_line(number, 40))))
    for one in contacts:
        session.add(desk.stamp(_contact(person.id, one)))


def _identity(person_id: str, paper: PaperRow) -> Identity:
    return Identity(
        person_id=person_id, kind=paper.kind, number=texts.one_line(paper.number, 60),
        issuer=texts.one_line(paper.issuer, 120), held_by=paper.held_by, issued_on=paper.issued_on or None,
        expires_on=paper.expires_on or None, mrz=paper.mrz or None, genuine=paper.genuine or None,
        exhibit=paper.exhibit or None,
    )  # fmt: skip


def _contact(person_id: str, one: ContactRow) -> Contact:
    one = replace(one, text=texts.several_lines(one.text))
    return Contact(
        person_id=person_id, kind=one.kind, country=one.country, governorate=one.governorate, district=one.district,
        text=one.text, safe=one.safe, shelter=one.shelter,
    )  # fmt: skip
