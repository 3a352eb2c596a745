"""The people of a case as rows: by code, with the roles that are claimed; named only where that was asked for."""

from collections import defaultdict
from collections.abc import Iterable, Sequence
from dataclasses import replace
from datetime import date
from typing import TypeVar

from sqlalchemy import select
from sqlalchemy.orm import Session

from workbench.errors import Reason, Refusal
from workbench.i18n import ltr
from workbench.identity.births import Birth, age_between
from workbench.models import (
    Claim,
    Contact,
    Identity,
    NonPunishment,
    Person,
    PersonName,
    Phone,
    Photo,
)
from workbench.services.finding import case_id_of, newest_people
from workbench.services.people.sameness import joined_codes
from workbench.services.rows import (
    ClaimRow,
    ContactRow,
    HeldActRow,
    NameRow,
    NonPunishmentRow,
    PaperRow,
    Particulars,
    PersonRow,
)
from workbench.store import Desk

_Detail = TypeVar("_Detail", PersonName, Identity, Phone, Contact)


def list_people(desk: Desk, case: str) -> list[PersonRow]:
    """The people of a case by code, without their names."""
    with desk.reading() as session:
        return people_rows(session, case_id_of(session, case), desk.clock.now().date())


def person_row(desk: Desk, case: str, alias: str) -> PersonRow:
    """One person by code, without names. Raises ``Refusal`` if the case has none of this code."""
    with desk.reading() as session:
        case_id = case_id_of(session, case)
    return one_person(desk, case_id, alias)


def one_person(
    desk: Desk, case_id: str, alias: str, *, named: bool = False, shelters: bool = False
) -> PersonRow:
    """One person of a case; a code that was joined to another gives that person."""
    with desk.reading() as session:
        rows = people_rows(session, case_id, desk.clock.now().date(), named=named, shelters=shelters)
    for row in rows:
        if alias == row.alias or alias in row.also:
            return row
    raise Refusal(Reason.PERSON_UNKNOWN, person=ltr(alias), example=ltr("P-01"))


def people_rows(
    session: Session, case_id: str, today: date, *, named: bool = False, shelters: bool = False
) -> list[PersonRow]:
    """The people of a case as rows; names, papers, phones and contacts only if ``named``; joined codes are one row."""
    claims = session.scalars(select(Claim).where(Claim.case_id == case_id).order_by(Claim.since, Claim.id)).all()
    names, papers = _details(session, PersonName, case_id), _details(session, Identity, case_id)
    phones = _details(session, Phone, case_id) if named else defaultdict(list)
    contacts = _details(session, Contact, case_id)
    flags = {
        one.alias: one
        for one in session.scalars(
            select(NonPunishment).where(NonPunishment.case_id == case_id).order_by(NonPunishment.created_at)
        )
    }
    pictured = set(session.scalars(select(Photo.alias).where(Photo.case_id == case_id)))
    rows = [
        replace(
            _row(
                person, [claim for claim in claims if claim.alias == person.alias], names[person.id],
                papers[person.id], today, named,
            ),
            phones=tuple(one.number for one in phones[person.id]),
            contacts=tuple(_shown(one, named, shelters) for one in contacts[person.id]),
            non_punishment=_flag(flags.get(person.alias)), has_photo=person.alias in pictured,
        )
        for person in newest_people(session, case_id)
    ]  # fmt: skip
    return _joined(rows, joined_codes(session, case_id))


def particulars(person: Person) -> Particulars:
    """What is known of a person beside sex, birth, nationality and languages."""
    return Particulars(
        birth_told=person.birth_told or "", birth_calendar=person.birth_calendar or "",
        other_nationalities=tuple(person.other_nationalities or ()), dialect=person.dialect or "",
        pregnant=person.pregnant or "", disabilities=tuple(person.disabilities or ()),
        health_alerts=person.health_alerts or "", staff_wanted=person.staff_wanted or "",
        died_on=person.died_on or "", protection=person.protection or "",
    )  # fmt: skip


def name_row(one: PersonName) -> NameRow:
    """A name as a row."""
    return NameRow(
        one.kind, one.ism, one.father, one.grandfather, one.great_grandfather, one.family, one.as_written
    )


def paper_row(one: Identity) -> PaperRow:
    """A paper as a row, its number with it."""
    return PaperRow(
        one.kind, one.number, one.issuer, one.held_by, one.issued_on or "", one.expires_on or "", one.mrz or "",
        one.genuine or "", one.exhibit or "",
    )  # fmt: skip


def contact_row(one: Contact) -> ContactRow:
    """A contact as a row, its words with it."""
    return ContactRow(one.kind, one.country, one.governorate, one.district, one.text, one.safe, one.shelter)


def _shown(one: Contact, named: bool, shelters: bool) -> ContactRow:
    """A contact as far as it may be shown: hidden ones say only of what kind they are."""
    if named and (shelters or not one.shelter):
        return contact_row(one)
    return ContactRow(one.kind, "", "", "", "", one.safe, one.shelter, withheld=True)


def _details(session: Session, kind: type[_Detail], case_id: str) -> defaultdict[str, list[_Detail]]:
    """What is known of the people of a case beside themselves, by person: one question for all of them."""
    of = select(Person.id).where(Person.case_id == case_id)
    found: defaultdict[str, list[_Detail]] = defaultdict(list)
    for one in session.scalars(select(kind).where(kind.person_id.in_(of)).order_by(kind.id)):
        found[one.person_id].append(one)
    return found


def _row(
    person: Person, claims: Sequence[Claim], written: Sequence[PersonName], shown: Sequence[Identity], today: date,
    named: bool,
) -> PersonRow:  # fmt: skip
    names = [name_row(one) for one in written]
    papers = [paper_row(one) for one in shown]
    low, high = age_between(Birth(person.birth_kind, person.birth_low, person.birth_high), today)
    return PersonRow(
        person_id=person.id, alias=person.alias, sex=person.sex, birth_kind=person.birth_kind,
        birth_low=person.birth_low, birth_high=person.birth_high, age_low=low, age_high=high,
        age_in_doubt=person.age_in_doubt,
        # The benefit of the doubt: whoever may be under 18 is treated as a child until it is settled.
        child=person.age_in_doubt or (low is not None and low < 18),
        nationality=person.nationality, languages=tuple(person.languages),
        needs_interpreter=person.needs_interpreter, initials=initials_of(names), claims=_claims(claims),
        names=tuple(names) if named else (),
        papers=tuple(papers) if named else tuple(PaperRow(p.kind, "", "", p.held_by) for p in papers),
        note=person.note, more=particulars(person),
    )  # fmt: skip


def initials_of(names: Sequence[NameRow]) -> tuple[str, ...]:
    """The first letters of the first name that is known, all that a list shows of it."""
    if not names:
        return ()
    words = names[0].full.split()
    ends = [words[0], words[-1]] if len(words) > 1 else words
    return tuple(word.removeprefix("ال")[:1] if index else word[:1] for index, word in enumerate(ends))


def _claims(claims: Sequence[Claim]) -> tuple[ClaimRow, ...]:
    ended = {claim.ends_id: claim for claim in claims if claim.ends_id}
    return tuple(_claim(claim, ended.get(claim.id)) for claim in claims if claim.role)


def _claim(claim: Claim, ended: Claim | None) -> ClaimRow:
    return ClaimRow(
        claim.id, claim.role, claim.since, ended.since if ended else claim.until, claim.decided_by, claim.basis,
        claim.created_at, claim.custody, tuple(claim.evidence or ()), claim.status or "", claim.decided_at,
        ended.basis if ended and not ended.role else "",
    )  # fmt: skip


def _flag(row: NonPunishment | None) -> NonPunishmentRow | None:
    if row is None or row.state != "flagged":
        return None
    acts = tuple(HeldActRow(one["act"], one["text"]) for one in row.acts)
    return NonPunishmentRow(acts, row.link, row.against, tuple(row.evidence), row.decided_by, row.at)


def _joined(rows: Iterable[PersonRow], kept: dict[str, str]) -> list[PersonRow]:
    """The rows with those that were joined to another taken into it; the code and birth of the kept one stand."""
    by_code = {row.alias: row for row in rows}
    for other, code in sorted(kept.items()):
        into, gone = by_code.get(code), by_code.get(other)
        if into is None or gone is None:
            continue
        del by_code[other]
        by_code[code] = replace(
            into, also=(*into.also, other, *gone.also), claims=_in_order((*into.claims, *gone.claims)),
            names=(*into.names, *gone.names), papers=(*into.papers, *gone.papers),
            phones=tuple(dict.fromkeys((*into.phones, *gone.phones))), contacts=(*into.contacts, *gone.contacts),
            languages=tuple(dict.fromkeys((*into.languages, *gone.languages))), child=into.child or gone.child,
            age_in_doubt=into.age_in_doubt or gone.age_in_doubt, has_photo=into.has_photo or gone.has_photo,
            needs_interpreter=into.needs_interpreter or gone.needs_interpreter,
            nationality=into.nationality or gone.nationality, more=_guarded(into.more, gone.more),
            non_punishment=into.non_punishment or gone.non_punishment,
        )  # fmt: skip
    return list(by_code.values())


def _guarded(into: Particulars, gone: Particulars) -> Particulars:
    """What is known of the kept one, under the stricter protection of the two: joining must not open what is sealed."""
    return replace(into, protection=max(into.protection, gone.protection, key=("", "masked", "sealed").index))


def _in_order(claims: tuple[ClaimRow, ...]) -> tuple[ClaimRow, ...]:
    return tuple(sorted(claims, key=lambda one: (one.since, one.claim_id)))
