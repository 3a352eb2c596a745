"""What of each table can be found: rows turned into entries, all of them or those that were just written."""

from collections.abc import Callable, Iterable, Iterator, Sequence
from dataclasses import dataclass
from typing import Any

from sqlalchemy import ColumnElement, Connection, FromClause, Select, select

from workbench.models import Case, Contact, Entity, Exhibit, Identity, Person, PersonName, Phone, StepRecord
from workbench.store.index import terms

PERSON, CASE, EXHIBIT, STEP, ENTITY = "person", "case", "exhibit", "step", "entity"
SEALED = "sealed"
_IDS = 500
_NOTHING = frozenset({"yes", "no", "unknown", "true", "false"})


@dataclass(frozen=True, slots=True)
class Entry:
    """One thing that can be found; ``named`` where its words are a name and get the keys of names."""

    kind: str
    case_id: str
    ref: str
    field: str
    shown: str
    sealed: bool = False
    named: bool = False
    numbers: tuple[str, ...] = ()


Rows = Callable[[Connection, Sequence[str] | None], Iterator[Entry]]


def _newest(model: Any, *key: Any) -> FromClause:
    """The ids of the newest rows of each key, as a table to join with."""
    from sqlalchemy import func

    order = func.row_number().over(partition_by=key, order_by=(model.created_at.desc(), model.id.desc()))
    ranked = select(model.id, order.label("place")).subquery()
    return select(ranked.c.id).where(ranked.c.place == 1).subquery()


def _asked(connection: Connection, query: Select[Any], owner: Any, newest: FromClause | None, ids: Any) -> Iterator[Any]:
    if ids is None:
        if newest is not None:
            query = query.join(newest, newest.c.id == owner.id)
        yield from connection.execute(query.execution_options(yield_per=2000))
        return
    for start in range(0, len(ids), _IDS):
        chosen: ColumnElement[bool] = owner.id.in_(ids[start : start + _IDS])
        yield from connection.execute(query.where(chosen))


def people(connection: Connection, ids: Sequence[str] | None) -> Iterator[Entry]:
    """Codes and notes, names, papers, telephones and contacts of people, each in the newest record."""
    newest = _newest(Person, Person.case_id, Person.alias)
    who = (Person.case_id, Person.alias, Person.protection)

    def of(*columns: Any, detail: Any = None) -> Iterator[Any]:
        query = select(*who, *columns)
        if detail is not None:
            query = query.join_from(Person, detail, detail.person_id == Person.id)
        return _asked(connection, query, Person, newest, ids)

    for case_id, alias, protection, note in of(Person.note):
        sealed = protection == SEALED
        yield Entry(PERSON, case_id, alias, "code", alias, numbers=(terms.number(alias),))
        if note:
            yield Entry(PERSON, case_id, alias, "note", note, sealed, numbers=tuple(terms.numbers_in(note)))
    for case_id, alias, protection, *name in of(
        PersonName.kind, PersonName.as_written, PersonName.ism, PersonName.father, PersonName.grandfather,
        PersonName.great_grandfather, PersonName.family, detail=PersonName,
    ):  # fmt: skip
        kind, written, *parts = name
        full = written or " ".join(part for part in parts if part)
        yield Entry(PERSON, case_id, alias, f"name.{kind}", full, protection == SEALED, named=True)
    yield from _numbered(of)
    for case_id, alias, protection, kind, text, shelter in of(
        Contact.kind, Contact.text, Contact.shelter, detail=Contact
    ):
        hidden = shelter or protection == SEALED
        yield Entry(PERSON, case_id, alias, f"contact.{kind}", text, hidden, numbers=tuple(terms.numbers_in(text)))


def _numbered(of: Callable[..., Iterator[Any]]) -> Iterator[Entry]:
    for case_id, alias, protection, kind, number in of(Identity.kind, Identity.number, detail=Identity):
        if number:
            sealed, kept = protection == SEALED, (terms.number(number),)
            yield Entry(PERSON, case_id, alias, f"paper.{kind}", number, sealed, numbers=kept)
    for case_id, alias, protection, number in of(Phone.number, detail=Phone):
        yield Entry(PERSON, case_id, alias, "phone", number, protection == SEALED, numbers=terms.phone(number))


def cases(connection: Connection, ids: Sequence[str] | None) -> Iterator[Entry]:
    """Numbers, titles and leads of cases."""
    for row in _asked(connection, select(Case.id, Case.number, Case.title, Case.lead), Case, None, ids):
        yield Entry(CASE, row.id, "", "number", row.number, numbers=(terms.number(row.number),))
        yield Entry(CASE, row.id, "", "title", row.title, numbers=tuple(terms.numbers_in(row.title)))
        if row.lead:
            yield Entry(CASE, row.id, "", "lead", row.lead, named=True)


def exhibits(connection: Connection, ids: Sequence[str] | None) -> Iterator[Entry]:
    """Numbers, descriptions, places and seals of exhibits."""
    query = select(
        Exhibit.case_id, Exhibit.number, Exhibit.description, Exhibit.seized_place, Exhibit.seal_number, Exhibit.found_by
    )
    for row in _asked(connection, query, Exhibit, None, ids):
        yield Entry(EXHIBIT, row.case_id, row.number, "number", row.number, numbers=(terms.number(row.number),))
        for field in ("description", "seized_place", "found_by"):
            if text := getattr(row, field):
                yield Entry(EXHIBIT, row.case_id, row.number, field, text, numbers=tuple(terms.numbers_in(text)))
        if row.seal_number:
            kept = (terms.number(row.seal_number),)
            yield Entry(EXHIBIT, row.case_id, row.number, "seal_number", row.seal_number, numbers=kept)


def steps(connection: Connection, ids: Sequence[str] | None) -> Iterator[Entry]:
    """The answers that hold of each step, and why it was left out."""
    query = select(StepRecord.case_id, StepRecord.step, StepRecord.answers, StepRecord.reason)
    newest = _newest(StepRecord, StepRecord.case_id, StepRecord.step)
    for row in _asked(connection, query, StepRecord, newest, ids):
        for key, answer in row.answers.items():
            for text in _texts(answer):
                found = tuple(terms.numbers_in(text))
                yield Entry(STEP, row.case_id, row.step, f"answer.{key}", text, numbers=found)
        if row.reason:
            yield Entry(STEP, row.case_id, row.step, "reason", row.reason)


def entities(connection: Connection, ids: Sequence[str] | None) -> Iterator[Entry]:
    """Organisations, places, vehicles, accounts and journeys: labels, particulars and notes."""
    query = select(Entity.case_id, Entity.ref, Entity.kind, Entity.label, Entity.detail, Entity.note)
    newest = _newest(Entity, Entity.case_id, Entity.ref)
    for row in _asked(connection, query, Entity, newest, ids):
        yield Entry(ENTITY, row.case_id, row.ref, f"{row.kind}.label", row.label, named=True, numbers=_marks(row.label))
        for key, value in row.detail.items():
            for text in _texts(value):
                numbers = terms.plate(text) if key == "plate" else _marks(text)
                yield Entry(ENTITY, row.case_id, row.ref, f"{row.kind}.{key}", text, numbers=numbers)
        if row.note:
            yield Entry(ENTITY, row.case_id, row.ref, f"{row.kind}.note", row.note)


def _marks(text: str) -> tuple[str, ...]:
    """A short text with figures in it is a number as a whole: a plate, an account, a chassis."""
    whole = terms.number(text)
    if len(whole) <= 40 and sum(c.isdigit() for c in whole) >= 3:
        return (whole,)
    return tuple(terms.numbers_in(text))


def _texts(value: object) -> Iterator[str]:
    if isinstance(value, str):
        if len(value) > 1 and value not in _NOTHING:
            yield value
    elif isinstance(value, dict):
        for one in value.values():
            yield from _texts(one)
    elif isinstance(value, Iterable):
        for one in value:
            yield from _texts(one)


# Which table's rows are shown by which builder; the details of a person come with the person.
BUILDERS: dict[str, Rows] = {
    "person": people, "case": cases, "exhibit": exhibits, "step_record": steps, "entity": entities
}
