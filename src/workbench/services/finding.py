"""Looking things up by what a person calls them: a case by its number, a person by alias, an exhibit by number."""

from sqlalchemy import or_, select
from sqlalchemy.orm import Session

from workbench.errors import Reason, Refusal
from workbench.i18n import ltr
from workbench.models import Case, Exhibit, Person


def case_of(session: Session, case: str) -> Case:
    """The case with this id or number. Raises ``Refusal`` if there is none."""
    found = session.scalar(select(Case).where(or_(Case.id == case, Case.number == case)))
    if found is None:
        raise Refusal(Reason.CASE_UNKNOWN, case=ltr(case))
    return found


def case_id_of(session: Session, case: str) -> str:
    return case_of(session, case).id


def newest_people(session: Session, case_id: str) -> list[Person]:
    """The people of a case, each in the newest correction, in the order they were added."""
    rows = session.scalars(
        select(Person).where(Person.case_id == case_id).order_by(Person.created_at, Person.id)
    )
    newest = {row.alias: row for row in rows}
    return sorted(newest.values(), key=lambda row: row.ordinal)


def person_of(session: Session, case_id: str, alias: str) -> Person:
    """The newest record of a person. Raises ``Refusal`` if the case has none of this alias."""
    for person in newest_people(session, case_id):
        if person.alias == alias:
            return person
    raise Refusal(Reason.PERSON_UNKNOWN, person=ltr(alias), example=ltr("P-01"))


def exhibit_of(session: Session, case_id: str, number: str) -> Exhibit:
    """The exhibit with this number. Raises ``Refusal`` if the case has none."""
    found = session.scalar(select(Exhibit).where(Exhibit.case_id == case_id, Exhibit.number == number))
    if found is None:
        raise Refusal(Reason.EXHIBIT_UNKNOWN, exhibit=ltr(number))
    return found
