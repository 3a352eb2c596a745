"""What of each table can be found: rows turned into things and their entries, all of them or those just written."""

from collections.abc import Callable, Iterable, Iterator, Sequence
from dataclasses import dataclass
from typing import Any

from sqlalchemy import (
    Connection,
    Integer,
    Select,
    String,
    column,
    func,
    insert,
    literal,
    literal_column,
    select,
    table,
)

from workbench.models import Case, Contact, Entity, Exhibit, Identity, Person, PersonName, Phone, StepRecord
from workbench.store.index import terms

SEALED = "sealed"
AT_ONCE = 500
_NOTHING = frozenset({"yes", "no", "unknown", "true", "false"})
_THING = table(
    "search_thing", column("id", Integer), column("kind", String), column("case_id", String), column("ref", String),
    column("row_id", String),
)  # fmt: skip
Ids = Sequence[str] | None
Asked = Callable[..., Iterator[Any]]


@dataclass(frozen=True, slots=True)
class Entry:
    """One thing's name, number or text.

    ``named`` where its words are a name and get the keys of names; ``worded`` unless it is a number and nothing else.
    """

    thing: int
    case_id: str
    field: str
    shown: str
    sealed: bool = False
    named: bool = False
    numbers: tuple[str, ...] = ()
    worded: bool = True


@dataclass(frozen=True, slots=True)
class Source:
    """A table whose rows can be found: what makes a row a thing of its own, and the entries of such rows."""

    kind: str
    model: Any
    case: Any
    ref: Any
    entries: Callable[[Asked], Iterator[Entry]]
    corrected: bool = False  # whether a newer row of the same ref takes the place of an older one

    def add_things(self, connection: Connection, ids: Ids) -> None:
        """Note the things of these rows; of all rows, each in its newest form, if none are named."""
        things = select(literal(self.kind), self.case, self.ref, self.model.id)
        columns = ["kind", "case_id", "ref", "row_id"]
        if ids is None:
            if self.corrected:
                order = (self.model.created_at.desc(), self.model.id.desc())
                place = func.row_number().over(partition_by=(self.case, self.ref), order_by=order).label("place")
                ranked = select(self.model.id, place).subquery()
                things = things.join(ranked, ranked.c.id == self.model.id).where(ranked.c.place == 1)
            connection.execute(insert(_THING).from_select(columns, things))
        for some in _parts(ids or ()):
            connection.execute(insert(_THING).from_select(columns, things.where(self.model.id.in_(some))))

    def newest(self, connection: Connection, ids: Sequence[str]) -> dict[tuple[str, str], str]:
        """Of these rows, the newest of each thing by its case and ref: what was written and corrected since is old."""
        found: dict[tuple[str, str], tuple[Any, str]] = {}
        for some in _parts(ids):
            rows = select(self.case, self.ref, self.model.created_at, self.model.id).where(self.model.id.in_(some))
            for case_id, ref, at, row_id in connection.execute(rows):
                found[case_id, ref] = max(found.get((case_id, ref), (at, row_id)), (at, row_id))
        return {thing: row_id for thing, (_, row_id) in found.items()}

    def rows(self, connection: Connection, ids: Ids) -> Iterator[Entry]:
        """The entries of the things that were noted: of these rows, or of all."""

        def asked(*columns: Any, detail: Any = None) -> Iterator[Any]:
            query: Select[Any] = select(_THING.c.id, _THING.c.case_id, *columns).join_from(
                _THING, self.model, self.model.id == _THING.c.row_id
            )
            if detail is not None:
                query = query.join(detail, detail.person_id == self.model.id)
            query = query.where(_THING.c.kind == self.kind)
            if ids is None:
                yield from connection.execute(query.execution_options(yield_per=2000))
            for some in _parts(ids or ()):
                yield from connection.execute(query.where(_THING.c.row_id.in_(some)))

        return self.entries(asked)


def _people(asked: Asked) -> Iterator[Entry]:
    for thing, case_id, protection, note in asked(Person.protection, Person.note):
        if note:
            yield Entry(thing, case_id, "note", note, protection == SEALED, numbers=terms.numbers_in(note))
    for thing, case_id, protection, kind, written, *parts in asked(
        Person.protection, PersonName.kind, PersonName.as_written, PersonName.ism, PersonName.father,
        PersonName.grandfather, PersonName.great_grandfather, PersonName.family, detail=PersonName,
    ):  # fmt: skip
        full = written or " ".join(part for part in parts if part)
        yield Entry(thing, case_id, f"name.{kind}", full, protection == SEALED, named=True)
    for thing, case_id, protection, kind, number in asked(
        Person.protection, Identity.kind, Identity.number, detail=Identity
    ):
        if number:
            kept = (terms.number(number),)
            yield Entry(thing, case_id, f"paper.{kind}", number, protection == SEALED, numbers=kept, worded=False)
    for thing, case_id, protection, number in asked(Person.protection, Phone.number, detail=Phone):
        calls = terms.phone(number)
        yield Entry(thing, case_id, "phone", number, protection == SEALED, numbers=calls, worded=False)
    for thing, case_id, protection, kind, text, shelter in asked(
        Person.protection, Contact.kind, Contact.text, Contact.shelter, detail=Contact
    ):
        hidden = shelter or protection == SEALED
        yield Entry(thing, case_id, f"contact.{kind}", text, hidden, numbers=terms.numbers_in(text))


def _cases(asked: Asked) -> Iterator[Entry]:
    for thing, case_id, number, title, lead in asked(Case.number, Case.title, Case.lead):
        yield Entry(thing, case_id, "number", number, numbers=(terms.number(number),))
        yield Entry(thing, case_id, "title", title, numbers=terms.numbers_in(title))
        if lead:
            yield Entry(thing, case_id, "lead", lead, named=True)


def _exhibits(asked: Asked) -> Iterator[Entry]:
    for thing, case_id, number, seal, *texts in asked(
        Exhibit.number, Exhibit.seal_number, Exhibit.description, Exhibit.seized_place, Exhibit.found_by
    ):
        yield Entry(thing, case_id, "number", number, numbers=(terms.number(number),))
        if seal:
            yield Entry(thing, case_id, "seal_number", seal, numbers=(terms.number(seal),), worded=False)
        for field, text in zip(("description", "seized_place", "found_by"), texts, strict=True):
            if text:
                yield Entry(thing, case_id, field, text, numbers=terms.numbers_in(text))


def _steps(asked: Asked) -> Iterator[Entry]:
    for thing, case_id, answers, reason in asked(StepRecord.answers, StepRecord.reason):
        for key, answer in answers.items():
            for text in _texts(answer):
                yield Entry(thing, case_id, f"answer.{key}", text, numbers=terms.numbers_in(text))
        if reason:
            yield Entry(thing, case_id, "reason", reason)


def _entities(asked: Asked) -> Iterator[Entry]:
    for thing, case_id, kind, label, detail, note in asked(Entity.kind, Entity.label, Entity.detail, Entity.note):
        yield Entry(thing, case_id, f"{kind}.label", label, named=True, numbers=_marks(label))
        for key, value in detail.items():
            for text in _texts(value):
                numbers = terms.plate(text) if key == "plate" else _marks(text)
                yield Entry(thing, case_id, f"{kind}.{key}", text, numbers=numbers)
        if note:
            yield Entry(thing, case_id, f"{kind}.note", note)


def _marks(text: str) -> tuple[str, ...]:
    """A short text with figures in it is a number as a whole: a plate, an account, a chassis."""
    whole = terms.number(text)
    if len(whole) <= 40 and sum(c.isdigit() for c in whole) >= 3:
        return (whole,)
    return terms.numbers_in(text)


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


def _parts(ids: Sequence[str]) -> Iterator[Sequence[str]]:
    return (ids[start : start + AT_ONCE] for start in range(0, len(ids), AT_ONCE))


SOURCES = (
    Source("case", Case, Case.id, literal_column("''"), _cases),
    Source("person", Person, Person.case_id, Person.alias, _people, corrected=True),
    Source("exhibit", Exhibit, Exhibit.case_id, Exhibit.number, _exhibits),
    Source("step", StepRecord, StepRecord.case_id, StepRecord.step, _steps, corrected=True),
    Source("entity", Entity, Entity.case_id, Entity.ref, _entities, corrected=True),
)
# What is kept of a person in tables of its own.
DETAILS: tuple[Any, ...] = (PersonName, Identity, Phone, Contact)
