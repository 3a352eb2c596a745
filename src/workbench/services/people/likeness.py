"""Who is already known and may be the person that is entered: by names however written, papers, telephones and birth.

It ranks, and a person decides; names of others are compared here and never leave.
"""

from collections.abc import Iterable, Sequence
from dataclasses import replace
from typing import TypeVar

from sqlalchemy import Connection, select
from sqlalchemy.orm import Session

from workbench.identity.births import Birth
from workbench.models import Case, Claim, Identity, Person, PersonName, Phone
from workbench.services import likening
from workbench.services.finding import case_id_of, newest_people, person_of
from workbench.services.hits import Likeness
from workbench.services.indexed import ready
from workbench.services.people.comparing import (
    MOTHER,
    Described,
    call_numbers,
    compared,
    own_names,
    paper_numbers,
)
from workbench.services.people.listing import initials_of, name_row, paper_row
from workbench.services.people.sameness import SAME, Code, decided, root, standing
from workbench.services.people.showing import SEALED, may_see_sealed
from workbench.services.rows import NameRow, PaperRow
from workbench.store import Desk, index
from workbench.store.index import Found, Within

MOST = 10
_EACH = 150
_ENOUGH = 40
_MOST_COMPARED = 40
_FEW = 10
_Detail = TypeVar("_Detail", PersonName, Identity, Phone)
def may_be_same(
    desk: Desk, case: str, names: Sequence[NameRow] = (), papers: Sequence[PaperRow] = (),
    phones: Sequence[str] = (), birth: Birth | None = None, *, sex: str = "unknown", nationality: str = "",
    alias: str = "", strictness: str = "usual", limit: int = MOST,
) -> list[Likeness]:  # fmt: skip
    """Who of all cases may be this person, likeliest first. ``alias``: the code in ``case`` that is being compared.

    A sealed identity is compared only for those who may be shown it.
    """
    who = Described(tuple(names), tuple(papers), tuple(phones), birth or Birth("unknown"), sex, nationality)
    ready(desk)
    with desk.reading() as session:
        case_id = case_id_of(session, case)
        within = Within(kinds=("person",), sealed=may_see_sealed(desk))
        return likest(session, who, (case_id, alias), within, likening.STRICTNESS[strictness], limit)


def likenesses(
    desk: Desk, case: str, alias: str, *, strictness: str = "usual", limit: int = MOST
) -> list[Likeness]:
    """Who of all cases may be the same as a person of a case; who was already joined to them or parted says so."""
    ready(desk)
    with desk.reading() as session:
        case_id = case_id_of(session, case)
        person = person_of(session, case_id, alias)
        sealed = may_see_sealed(desk)
        if person.protection == SEALED and not sealed:
            return []
        within = Within(kinds=("person",), sealed=sealed)
        who = described(session, [person])[person.id]
        return likest(session, who, (case_id, alias), within, likening.STRICTNESS[strictness], limit)


def codes_of(desk: Desk, case: str) -> list[str]:
    """The codes of all people of a case, joined ones too."""
    with desk.reading() as session:
        return [one.alias for one in newest_people(session, case_id_of(session, case))]


def likest(
    session: Session, who: Described, itself: Code, within: Within, least: int, limit: int, *, closely: bool = True
) -> list[Likeness]:
    """Who of the vault may be this one, likeliest first; bounded work however large the vault is.

    Without ``closely`` only those are looked at whose names agree in every part: for the many lines of a table.
    """
    candidates = _candidates(session.connection(), who, within, closely)
    people = {
        person.id: person
        for person in session.scalars(select(Person).where(Person.id.in_(candidates)))
        if (person.case_id, person.alias) != itself
    }
    known = described(session, people.values())
    found = [(compared(who, known[person_id]), person) for person_id, person in people.items()]
    found = [(likeness, person) for likeness, person in found if likeness.score >= least]
    found.sort(key=lambda one: (-one[0].score, one[1].case_id, one[1].ordinal))
    return _told(session, [(one, person, known[person.id]) for one, person in found[:limit]], itself, within)


def _told(
    session: Session, found: Sequence[tuple[Likeness, Person, Described]], itself: Code, within: Within
) -> list[Likeness]:
    """The likenesses with who it is: code, initials, roles, and what was already decided of the two."""
    links, pairs = standing(session), decided(session)
    wanted = {person.case_id for _, person, _ in found}
    numbers = {row.id: row.number for row in session.execute(select(Case.id, Case.number).where(Case.id.in_(wanted)))}
    told = []
    for likeness, person, known in found:
        hidden = person.protection == SEALED and not within.sealed
        code = (person.case_id, person.alias)
        joined = root(code, links) == root(itself, links)
        state = SAME if joined else pairs.get((code, itself)) or pairs.get((itself, code)) or ""
        told.append(
            replace(
                likeness, case_id=person.case_id, case_number=numbers[person.case_id], alias=person.alias, state=state,
                initials=() if hidden else initials_of(known.names), roles=_roles(session, *code),
                sealed=person.protection == SEALED,
            )
        )  # fmt: skip
    return told


def _candidates(connection: Connection, who: Described, within: Within, closely: bool) -> list[str]:
    """The records of people worth comparing, the likeliest names first, and a bounded number of them."""
    certain: dict[str, None] = {}
    for form in {*paper_numbers(who.papers), *call_numbers(who.phones)}:
        for one in index.by_number(connection, form, within, _EACH, exact=True):
            certain[one.row_id] = None
    likely: dict[str, int] = {}
    for name in own_names(who.names):
        for one in _named(connection, name.full, within, closely):
            if one.field != f"name.{MOTHER}":
                likened = likening.hidden_names(name.full, one.shown).score
                likely[one.row_id] = max(likened, likely.get(one.row_id, 0))
    best = sorted(likely, key=lambda row_id: -likely[row_id])
    return [*list(certain)[:_MOST_COMPARED], *best[:_MOST_COMPARED]]


def _named(connection: Connection, name: str, within: Within, closely: bool) -> Iterable[Found]:
    """Entries whose names may be this one, by all its words or all but one, as written or by their keys."""
    words, keys = index.in_words(name), index.in_keys(name)
    found: dict[int, Found] = {}
    # Passports and lists often keep only the given and the family name.
    ends = [keys[0], keys[-1]] if len(keys) > 3 and closely else []
    for asked, by_keys, lacking in ((words, False, 0), (keys, True, 0), (keys, True, 1), (ends, True, 0)):
        if lacking and (not closely or len(asked) <= lacking or len(found) >= _ENOUGH):
            continue
        most = _EACH if closely else _FEW
        some = index.by_words(connection, asked, within, most, keys=by_keys, lacking=lacking)
        found.update((one.entry, one) for one in some)
    named = (one for one in found.values() if likening.is_name(one))
    return likening.likeliest(name, named, _MOST_COMPARED if closely else _FEW)


def described(session: Session, people: Iterable[Person]) -> dict[str, Described]:
    """What is known of people, by record: one question for each kind of detail."""
    by_id = {person.id: person for person in people}

    def of(kind: type[_Detail]) -> dict[str, list[_Detail]]:
        found: dict[str, list[_Detail]] = {row_id: [] for row_id in by_id}
        for one in session.scalars(select(kind).where(kind.person_id.in_(by_id)).order_by(kind.id)):
            found[one.person_id].append(one)
        return found

    names, papers, phones = of(PersonName), of(Identity), of(Phone)
    return {
        row_id: Described(
            tuple(map(name_row, names[row_id])), tuple(map(paper_row, papers[row_id])),
            tuple(one.number for one in phones[row_id]),
            Birth(person.birth_kind, person.birth_low, person.birth_high), person.sex, person.nationality,
        )
        for row_id, person in by_id.items()
    }  # fmt: skip


def _roles(session: Session, case_id: str, alias: str) -> tuple[str, ...]:
    claims = session.scalars(select(Claim).where(Claim.case_id == case_id, Claim.alias == alias)).all()
    ended = {one.ends_id for one in claims}
    return tuple(dict.fromkeys(one.role for one in claims if one.role and one.id not in ended and one.until is None))


