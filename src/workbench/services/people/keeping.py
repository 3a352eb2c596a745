"""A record of a person written with its names, papers, phones and contacts; and what stands in one."""

from collections.abc import Sequence
from dataclasses import dataclass, replace
from typing import TypeVar

from sqlalchemy import select
from sqlalchemy.orm import Session

from workbench.identity.phones import country_of, phone
from workbench.models import Contact, Identity, Person, PersonName, Phone
from workbench.services import texts
from workbench.services.people.listing import contact_row, name_row, paper_row
from workbench.services.rows import ContactRow, NameRow, PaperRow, Particulars
from workbench.store import Desk

_NAME_PARTS = ("ism", "father", "grandfather", "great_grandfather", "family", "as_written")
_PHONE_LIMIT, _NUMBER_LIMIT, _ISSUER_LIMIT = 40, 60, 120
_Detail = TypeVar("_Detail", PersonName, Identity, Phone, Contact)


@dataclass(frozen=True, slots=True)
class Details:
    """Names, papers, phones and contacts of one record."""

    names: Sequence[NameRow] = ()
    papers: Sequence[PaperRow] = ()
    phones: Sequence[str] = ()
    contacts: Sequence[ContactRow] = ()


def details_of(session: Session, person_id: str) -> Details:
    """What stands in a record of a person."""
    return Details(
        [name_row(one) for one in _of(session, PersonName, person_id)],
        [paper_row(one) for one in _of(session, Identity, person_id)],
        [one.as_written or one.number for one in _of(session, Phone, person_id)],
        [contact_row(one) for one in _of(session, Contact, person_id)],
    )


def keep(
    desk: Desk, session: Session, person: Person, more: Particulars, details: Details, region: str
) -> None:
    """Write a record of a person. ``region``: the country of the station, in which telephone numbers are read."""
    complete(person, more)
    session.add(desk.stamp(person))
    session.flush()
    session.add_all(detail_rows(desk, person.id, details, region))


def complete(person: Person, more: Particulars) -> None:
    """Put the particulars into a record that is not written yet."""
    person.birth_told = texts.one_line(more.birth_told) or None
    person.birth_calendar = more.birth_calendar or None
    person.other_nationalities = [one.upper() for one in more.other_nationalities] or None
    person.dialect = texts.one_line(more.dialect) or None
    person.pregnant = more.pregnant or None
    person.disabilities = [kept for one in more.disabilities if (kept := texts.one_line(one))] or None
    person.health_alerts = texts.several_lines(more.health_alerts) or None
    person.staff_wanted = more.staff_wanted or None
    person.died_on = more.died_on or None
    person.protection = more.protection or None


def detail_rows(
    desk: Desk, person_id: str, details: Details, region: str
) -> list[PersonName | Identity | Phone | Contact]:
    """Names, papers, phones and contacts of a record, stamped and not yet written."""
    found: list[PersonName | Identity | Phone | Contact] = []
    for name in details.names:
        parts = {part: texts.one_line(getattr(name, part)) for part in _NAME_PARTS}
        found.append(desk.stamp(PersonName(person_id=person_id, kind=name.kind, **parts)))
    found += [desk.stamp(_identity(person_id, paper)) for paper in details.papers]
    found += [desk.stamp(_phone(person_id, texts.one_line(one, _PHONE_LIMIT), region)) for one in details.phones]
    found += [desk.stamp(_contact(person_id, one)) for one in details.contacts]
    return found


def region_of(desk: Desk) -> str:
    """The country of the station (ISO 3166): that of the law that holds there."""
    return country_of(desk.station.jurisdiction)


def _of(session: Session, kind: type[_Detail], person_id: str) -> Sequence[_Detail]:
    return session.scalars(select(kind).where(kind.person_id == person_id).order_by(kind.id)).all()


def _phone(person_id: str, written: str, region: str) -> Phone:
    """The number in the form in which it is compared, and as it was told; one in doubt stays as it was told."""
    read = phone(written, region)
    number = written if read.doubt else read.canonical
    return Phone(person_id=person_id, number=number, as_written=written if written != number else None)


def _identity(person_id: str, paper: PaperRow) -> Identity:
    return Identity(
        person_id=person_id, kind=paper.kind, number=texts.one_line(paper.number, _NUMBER_LIMIT),
        issuer=texts.one_line(paper.issuer, _ISSUER_LIMIT), held_by=paper.held_by, issued_on=paper.issued_on or None,
        expires_on=paper.expires_on or None, mrz=paper.mrz or None, genuine=paper.genuine or None,
        exhibit=paper.exhibit or None,
    )  # fmt: skip


def _contact(person_id: str, one: ContactRow) -> Contact:
    one = replace(one, text=texts.several_lines(one.text))
    return Contact(
        person_id=person_id, kind=one.kind, country=one.country, governorate=one.governorate, district=one.district,
        text=one.text, safe=one.safe, shelter=one.shelter,
    )  # fmt: skip
