"""Questions to the index: entries that hold words or a number, always a bounded number of them and in no order."""

from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from itertools import combinations
from typing import Any

from sqlalchemy import Connection

from workbench.store.index import terms

_COLUMNS = "e.id, e.thing, t.kind, t.case_id, t.ref, t.row_id, e.field, e.shown, e.words, e.keys"
# Above this many words, leaving each out in turn asks too much; the first ones say most of a name.
_MOST_WORDS = 6


@dataclass(frozen=True, slots=True)
class Found:
    """An entry of the index. ``shown`` is what was written there and may be a hidden name: no face ever gets it."""

    entry: int
    thing: int
    kind: str
    case_id: str
    ref: str
    row_id: str
    field: str
    shown: str
    words: str = ""  # of a name: its folded words and its keys
    keys: str = ""


@dataclass(frozen=True, slots=True)
class Terms:
    """One word of a question in all the ways that it may stand in the index; ``open`` while it is still typed."""

    ways: tuple[str, ...]
    open: bool = False

    @property
    def match(self) -> str:
        """The word in the language of the full-text tables."""
        star = "*" if self.open else ""
        return "(" + " OR ".join(f'"{way}"{star}' for way in self.ways) + ")"


def in_words(text: str, *, typing: bool = False) -> list[Terms]:
    """The words of a question as they are written."""
    found = terms.words(text)
    return [Terms((word,), open=typing and word == found[-1]) for word in found]


def in_keys(text: str, *, typing: bool = False) -> list[Terms]:
    """The names of a question by the keys that hold however they are written."""
    return [Terms(ways, open=half) for ways, half in terms.keys_asked(text, typing=typing)]


@dataclass(frozen=True, slots=True)
class Within:
    """Where is looked: in one case or in all, among all kinds or some, and whether sealed identities are looked at."""

    case_id: str = ""
    kinds: tuple[str, ...] = ()
    sealed: bool = False

    def where(self) -> tuple[str, list[Any]]:
        """The conditions on an entry, and their values."""
        said = ""
        values: list[Any] = []
        if self.case_id:
            said, values = said + " AND t.case_id = ?", [*values, self.case_id]
        if self.kinds:
            said += f" AND t.kind IN ({', '.join('?' * len(self.kinds))})"
            values += self.kinds
        return said if self.sealed else said + " AND e.sealed = 0", values


def by_words(
    connection: Connection, asked: Sequence[Terms], within: Within, limit: int, *, keys: bool = False, lacking: int = 0
) -> list[Found]:
    """Entries that hold all the words, or all but ``lacking`` of them, in no order; ``keys`` looks at keys of names."""
    asked = [one for one in asked if one.ways][:_MOST_WORDS]
    if not asked or lacking >= len(asked):
        return []
    table = "search_key" if keys else "search_word"
    some = (" AND ".join(one.match for one in chosen) for chosen in combinations(asked, len(asked) - lacking))
    match = " OR ".join(f"({one})" for one in some)
    if within.case_id:
        match = f'"{terms.of_case(within.case_id)}" AND ({match})'
    said, values = within.where()
    return _found(
        connection,
        f"SELECT {_COLUMNS} FROM {table} w CROSS JOIN search_entry e ON e.id = w.rowid "
        f"CROSS JOIN search_thing t ON t.id = e.thing WHERE {table} MATCH ?{said} LIMIT ?",
        (match, *values, limit),
    )


def by_number(connection: Connection, number: str, within: Within, limit: int, *, exact: bool = False) -> list[Found]:
    """Entries with a number that is, or begins with, the one asked for."""
    return _numbered(connection, "number", number, within, limit, exact=exact)


def near_number(connection: Connection, last: str, within: Within, limit: int) -> list[Found]:
    """Entries with a number that ends in the figures asked for."""
    return _numbered(connection, "tail", last[::-1], within, limit)


def by_ref(connection: Connection, ref: str, within: Within, limit: int) -> list[Found]:
    """Things that are called so: the code of a person, the number of an exhibit, the key of a step."""
    said, values = Within(within.case_id, within.kinds, sealed=True).where()
    columns = "0, t.id, t.kind, t.case_id, t.ref, t.row_id, 'code', t.ref, '', ''"
    query = f"SELECT {columns} FROM search_thing t WHERE t.ref = ?"
    return _found(connection, f"{query}{said.replace('e.', 't.')} LIMIT ?", (ref, *values, limit))


def entries_of(connection: Connection, case_id: str, ref: str, kind: str, within: Within) -> list[Found]:
    """All entries of one thing, without what is sealed unless that may be looked at."""
    said, values = within.where()
    query = (
        f"SELECT {_COLUMNS} FROM search_thing t JOIN search_entry e ON e.thing = t.id "
        f"WHERE t.case_id = ? AND t.ref = ? AND t.kind = ?{said} ORDER BY e.id"
    )
    return _found(connection, query, (case_id, ref, kind, *values))


def names_of(connection: Connection, things: Sequence[int], within: Within) -> dict[int, str]:
    """The first name of each of these people; none that is sealed, unless that may be looked at."""
    found: dict[int, str] = {}
    said, values = within.where()
    for start in range(0, len(things), 500):
        some = things[start : start + 500]
        rows = connection.exec_driver_sql(
            f"SELECT e.thing, e.shown FROM search_entry e JOIN search_thing t ON t.id = e.thing "
            f"WHERE e.thing IN ({', '.join('?' * len(some))}) AND e.field LIKE 'name.%'{said} ORDER BY e.id",
            (*some, *values),
        )
        for thing, shown in rows:
            found.setdefault(thing, shown)
    return found


def _numbered(
    connection: Connection, column: str, number: str, within: Within, limit: int, *, exact: bool = False
) -> list[Found]:
    said, values = within.where()
    condition = f"n.{column} = ?" if exact else f"n.{column} >= ? AND n.{column} < ?"
    bounds = (number,) if exact else (number, number + "\uffff")
    return _found(
        connection,
        f"SELECT DISTINCT {_COLUMNS} FROM search_number n CROSS JOIN search_entry e ON e.id = n.entry "
        f"CROSS JOIN search_thing t ON t.id = e.thing "
        f"WHERE {condition}{said} LIMIT ?",
        (*bounds, *values, limit),
    )


def _found(connection: Connection, query: str, values: Iterable[Any]) -> list[Found]:
    return [Found(*row) for row in connection.exec_driver_sql(query, tuple(values))]
