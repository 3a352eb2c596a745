"""A person added to a case, with the first role that somebody says they have."""

from collections.abc import Sequence
from datetime import datetime

from sqlalchemy import select
from sqlalchemy.orm import Session

from workbench.i18n import N_
from workbench.identity.births import birth
from workbench.models import Person
from workbench.security import Act
from workbench.services import texts
from workbench.services.finding import case_id_of
from workbench.services.people.checking import check, check_details, check_particulars, check_role, wrong
from workbench.services.people.claims import claim
from workbench.services.people.keeping import Details, keep, region_of
from workbench.services.people.listing import one_person
from workbench.services.rows import ContactRow, NameRow, PaperRow, Particulars, PersonRow
from workbench.store import Desk


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
    check_details(papers, contacts, now.date())
    check_role(role, basis)
    since = texts.happened(since, now)
    with desk.reading() as session:
        case_id = case_id_of(session, case)
    region = region_of(desk)
    with desk.act(Act.PERSON_ADD, case_id, subject=role) as session:
        ordinal = _ordinal(session, case_id, alias)
        person = Person(
            case_id=case_id, ordinal=ordinal, alias=f"P-{ordinal:02}", sex=sex, birth_kind=born.kind,
            birth_low=born.low, birth_high=born.high, age_in_doubt=age_in_doubt, nationality=nationality.upper(),
            languages=list(languages), needs_interpreter=needs_interpreter, note=texts.several_lines(note),
            corrects_id=None,
        )  # fmt: skip
        keep(desk, session, person, more, Details(names, papers, phones, contacts), region)
        session.add(
            claim(desk, case_id, person.alias, role, basis, decided_by, since, custody, evidence=evidence)
        )
        alias = person.alias
    return one_person(desk, case_id, alias)


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
