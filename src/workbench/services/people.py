"""People in a case: added, corrected, shown by code, and named only to somebody who says why."""

import unicodedata
from collections import defaultdict
from collections.abc import Sequence
from datetime import date, datetime
from typing import TypeVar

from sqlalchemy import select
from sqlalchemy.orm import Session

from workbench import terms
from workbench.errors import Reason, Refusal
from workbench.i18n import N_
from workbench.identity.births import Birth, age_between, birth
from workbench.models import Claim, Identity, Person, PersonName, Phone
from workbench.security import Act
from workbench.services import texts
from workbench.services.finding import case_id_of, newest_people, person_of
from workbench.services.rows import ClaimRow, NameRow, PaperRow, PersonRow
from workbench.store import Desk

SEXES = tuple(terms.SEXES)
# A role is a claim that somebody makes, never a label.
ROLES = terms.ROLES
NAME_LIMIT = 300
_Detail = TypeVar("_Detail", PersonName, Identity, Phone)
_NAME_PARTS = ("ism", "father", "grandfather", "great_grandfather", "family", "as_written")


def add_person(
    desk: Desk, case: str, *, names: Sequence[NameRow] = (), sex: str = "unknown", birth_kind: str = "unknown",
    birth_low: str = "", birth_high: str = "", age_in_doubt: bool = False, nationality: str = "",
    languages: Sequence[str] = (), needs_interpreter: bool = False, role: str, basis: str, decided_by: str = "",
    papers: Sequence[PaperRow] = (), phones: Sequence[str] = (), note: str = "", alias: str = "", custody: str = "",
    since: datetime | None = None,
) -> PersonRow:  # fmt: skip
    """Add a person under the next code (or the one they already carry), with the first role somebody says they have."""
    born = birth(birth_kind, birth_low, birth_high, desk.clock.now().date())
    _check(sex, names, nationality, languages)
    _check_role(role, basis)
    since = texts.happened(since, desk.clock.now())
    with desk.reading() as session:
        case_id = case_id_of(session, case)
    with desk.act(Act.PERSON_ADD, case_id, subject=role) as session:
        ordinal = _ordinal(session, case_id, alias)
        person = desk.stamp(
            Person(
                case_id=case_id, ordinal=ordinal, alias=f"P-{ordinal:02}", sex=sex, birth_kind=born.kind,
                birth_low=born.low, birth_high=born.high, age_in_doubt=age_in_doubt, nationality=nationality.upper(),
                languages=list(languages), needs_interpreter=needs_interpreter, note=texts.several_lines(note),
                corrects_id=None,
            )
        )  # fmt: skip
        session.add(person)
        session.flush()
        _add_details(desk, session, person.id, names, papers, phones)
        session.add(_claim(desk, case_id, person.alias, role, basis, decided_by, since, custody))
        alias = person.alias
    return _one(desk, case_id, alias)


def list_people(desk: Desk, case: str) -> list[PersonRow]:
    """The people of a case by code, without their names."""
    with desk.reading() as session:
        case_id = case_id_of(session, case)
        return people_rows(session, case_id, desk.clock.now().date())


def reveal(desk: Desk, case: str, alias: str, reason: str) -> PersonRow:
    """A person with names, papers and phones. Who asked and why is in the log before anything is shown."""
    if not texts.several_lines(reason):
        raise Refusal(Reason.REASON_NEEDED)
    with desk.reading() as session:
        case_id = case_id_of(session, case)
        person_of(session, case_id, alias)
    with desk.act(Act.PERSON_REVEAL, case_id, subject=alias, reason=texts.several_lines(reason)):
        pass
    return _one(desk, case_id, alias, named=True)


def claim_role(
    desk: Desk, case: str, alias: str, *, role: str, basis: str, decided_by: str = "",
    since: datetime | None = None, ends: str | None = None, custody: str = "",
) -> PersonRow:  # fmt: skip
    """Record a role; ``ends`` names the claim that it takes the place of. Earlier claims stay in the history."""
    _check_role(role, basis)
    since = texts.happened(since, desk.clock.now())
    with desk.reading() as session:
        case_id = case_id_of(session, case)
        person_of(session, case_id, alias)
        ended = session.get(Claim, ends) if ends else None
        if ends and (ended is None or ended.alias != alias):
            raise Refusal(Reason.PERSON_WRONG, problem=N_("the role to end is not one of this person's"))
        if ended is not None and since < ended.since:
            raise Refusal(Reason.PERSON_WRONG, problem=N_("a role cannot end before it began"))
    with desk.act(Act.CLAIM_ROLE, case_id, subject=f"{alias} {role}", reason=texts.several_lines(basis)) as session:
        session.add(_claim(desk, case_id, alias, role, basis, decided_by, since, custody, ends))
    return _one(desk, case_id, alias)


def people_rows(session: Session, case_id: str, today: date, *, named: bool = False) -> list[PersonRow]:
    """The people of a case as rows; names, papers and phones only if ``named``."""
    claims = session.scalars(
        select(Claim).where(Claim.case_id == case_id).order_by(Claim.since, Claim.id)
    ).all()
    names, papers, phones = (
        _details(session, PersonName, case_id), _details(session, Identity, case_id),
        _details(session, Phone, case_id) if named else defaultdict(list),
    )  # fmt: skip
    return [
        _row(
            person, [claim for claim in claims if claim.alias == person.alias], names[person.id], papers[person.id],
            phones[person.id], today, named,
        )
        for person in newest_people(session, case_id)
    ]  # fmt: skip


def _ordinal(session: Session, case_id: str, alias: str) -> int:
    """The number behind the code: the one asked for, if it is free, or the next one."""
    taken = set(session.scalars(select(Person.ordinal).where(Person.case_id == case_id)))
    if not alias:
        return max(taken, default=0) + 1
    figures = alias.removeprefix("P-")
    if not (alias.startswith("P-") and figures.isascii() and figures.isdigit()) or int(figures) in taken | {
        0
    }:
        raise Refusal(Reason.PERSON_WRONG, problem=N_("this number is already taken in the case"))
    return int(figures)


def _one(desk: Desk, case_id: str, alias: str, *, named: bool = False) -> PersonRow:
    with desk.reading() as session:
        rows = people_rows(session, case_id, desk.clock.now().date(), named=named)
    return next(row for row in rows if row.alias == alias)


def _details(session: Session, kind: type[_Detail], case_id: str) -> defaultdict[str, list[_Detail]]:
    """What is known of the people of a case beside themselves, by person: one question for all of them."""
    of = select(Person.id).where(Person.case_id == case_id)
    found: defaultdict[str, list[_Detail]] = defaultdict(list)
    for one in session.scalars(select(kind).where(kind.person_id.in_(of)).order_by(kind.id)):
        found[one.person_id].append(one)
    return found


def _row(
    person: Person, claims: Sequence[Claim], written: Sequence[PersonName], shown: Sequence[Identity],
    called: Sequence[Phone], today: date, named: bool,
) -> PersonRow:  # fmt: skip
    names = [
        NameRow(n.kind, n.ism, n.father, n.grandfather, n.great_grandfather, n.family, n.as_written) for n in written
    ]
    papers = [PaperRow(i.kind, i.number, i.issuer, i.held_by) for i in shown]
    phones = [one.number for one in called]
    low, high = age_between(Birth(person.birth_kind, person.birth_low, person.birth_high), today)
    return PersonRow(
        person_id=person.id, alias=person.alias, sex=person.sex, birth_kind=person.birth_kind,
        birth_low=person.birth_low, birth_high=person.birth_high, age_low=low, age_high=high,
        age_in_doubt=person.age_in_doubt,
        # The benefit of the doubt: whoever may be under 18 is treated as a child until it is settled.
        child=person.age_in_doubt or (low is not None and low < 18),
        nationality=person.nationality, languages=tuple(person.languages),
        needs_interpreter=person.needs_interpreter, initials=_initials(names), claims=_claims(claims),
        names=tuple(names) if named else (),
        papers=tuple(papers) if named else tuple(PaperRow(p.kind, "", "", p.held_by) for p in papers),
        phones=tuple(phones) if named else (), note=person.note,
    )  # fmt: skip


def _initials(names: Sequence[NameRow]) -> tuple[str, ...]:
    if not names:
        return ()
    words = names[0].full.split()
    ends = [words[0], words[-1]] if len(words) > 1 else words
    return tuple(word.removeprefix("ال")[:1] if index else word[:1] for index, word in enumerate(ends))


def _claims(claims: Sequence[Claim]) -> tuple[ClaimRow, ...]:
    ended = {claim.ends_id: claim.since for claim in claims if claim.ends_id}
    return tuple(
        ClaimRow(
            claim.id, claim.role, claim.since, ended.get(claim.id), claim.decided_by, claim.basis,
            claim.created_at, claim.custody,
        )
        for claim in claims
    )  # fmt: skip


def _claim(
    desk: Desk, case_id: str, alias: str, role: str, basis: str, decided_by: str, since: datetime, custody: str,
    ends: str | None = None,
) -> Claim:  # fmt: skip
    return desk.stamp(
        Claim(
            case_id=case_id, alias=alias, role=role, since=since, basis=texts.several_lines(basis),
            decided_by=texts.one_line(decided_by) or desk.actor.name, custody=custody, ends_id=ends,
        )
    )  # fmt: skip


def _add_details(
    desk: Desk, session: Session, person_id: str, names: Sequence[NameRow], papers: Sequence[PaperRow],
    phones: Sequence[str],
) -> None:  # fmt: skip
    for name in names:
        session.add(
            desk.stamp(
                PersonName(
                    person_id=person_id,
                    kind=name.kind,
                    **{part: texts.one_line(getattr(name, part)) for part in _NAME_PARTS},
                )
            )
        )  # fmt: skip
    for paper in papers:
        row = Identity(
            person_id=person_id,
            kind=paper.kind,
            number=paper.number,
            issuer=paper.issuer,
            held_by=paper.held_by,
        )
        session.add(desk.stamp(row))
    for number in phones:
        session.add(desk.stamp(Phone(person_id=person_id, number=number)))


def _check(sex: str, names: Sequence[NameRow], nationality: str, languages: Sequence[str]) -> None:
    if sex not in SEXES:
        raise Refusal(Reason.PERSON_WRONG, problem=N_("the sex is not one of those offered"))
    if any(len(name.full) > NAME_LIMIT for name in names):
        raise Refusal(Reason.PERSON_WRONG, problem=N_("a name is longer than 300 characters"))
    if any(unicodedata.category(one) in ("Cc", "Cs") for name in names for one in name.full):
        raise Refusal(Reason.PERSON_WRONG, problem=N_("a name holds a character that is not text"))
    if not all(one.isascii() and one.isalpha() and len(one) in (2, 3) for one in languages):
        raise Refusal(Reason.PERSON_WRONG, problem=N_("a language is not a language code"))
    if nationality and not (nationality.isascii() and nationality.isalpha() and len(nationality) in (2, 3)):
        raise Refusal(Reason.PERSON_WRONG, problem=N_("the nationality is not a country code"))


def _check_role(role: str, basis: str) -> None:
    if role not in ROLES:
        raise Refusal(Reason.PERSON_WRONG, problem=N_("the role is not one of those offered"))
    if not texts.several_lines(basis):
        raise Refusal(Reason.REASON_NEEDED)
