"""The index kept current: within the transaction of each act, or built anew from the tables where it lags."""

import logging
from collections import defaultdict
from collections.abc import Iterable, Iterator
from itertools import islice
from typing import Any

from sqlalchemy import Connection, Engine, select
from sqlalchemy.exc import DBAPIError

from workbench.models import Contact, Identity, PersonName, Phone
from workbench.security.chain import Head
from workbench.store.index import shape, terms
from workbench.store.index.entries import BUILDERS, Entry

_log = logging.getLogger(__name__)
_AT_ONCE = 5000
_Owner = tuple[str, str, str]


def is_current(connection: Connection, head: Head) -> bool:
    """Whether the index was built by these rules and stands where the log stands."""
    return shape.state(connection) == (terms.EDITION, head.size, head.digest)


def ensure(engine: Engine, head: Head) -> bool:
    """Build the index anew if it lags behind the log, was built by other rules, or is not there; whether it was built."""
    with engine.connect().execution_options(reading=True) as connection:
        if is_current(connection, head):
            return False
    rebuild(engine, head)
    return True


def rebuild(engine: Engine, head: Head) -> None:
    """Build the index from the tables, in one transaction: cut short, it is as if it had not begun."""
    with engine.begin() as connection:
        shape.make_anew(connection)
        for rows in BUILDERS.values():
            _add(connection, rows(connection, None), 1 + _last(connection))
        # Many small pieces become one: the first searches after it are not the slowest.
        for table in ("search_word", "search_key"):
            connection.exec_driver_sql(f"INSERT INTO {table} ({table}) VALUES ('optimize')")
        shape.mark(connection, head.size, head.digest)


def follow(connection: Connection, written: Iterable[tuple[str, str]], before: Head, after: Head) -> None:
    """Take what an act wrote into the index, in the act's own transaction.

    An index that cannot follow never stops an act: it is left behind, which its mark shows, and is built anew.
    """
    connection.exec_driver_sql("SAVEPOINT search_index")
    try:
        moved = connection.exec_driver_sql(
            "UPDATE search_state SET seq = ?, digest = ? WHERE id = 1 AND seq = ? AND digest = ? AND edition = ?",
            (after.size, after.digest, before.size, before.digest, terms.EDITION),
        )
        if moved.rowcount:
            _replace(connection, written)
    except (DBAPIError, ValueError, TypeError, KeyError) as error:
        # Never the message: it may carry what belongs to a case.
        _log.error("search index left behind: %s", type(error).__name__)
        connection.exec_driver_sql("ROLLBACK TO search_index")
    connection.exec_driver_sql("RELEASE search_index")


def _replace(connection: Connection, written: Iterable[tuple[str, str]]) -> None:
    ids: dict[str, list[str]] = defaultdict(list)
    for table, row_id in written:
        ids[table].append(row_id)
    for detail in (PersonName, Identity, Phone, Contact):
        # Usually the person was written with it; a detail that came by itself brings its person along.
        ids["person"] += _people_of(connection, detail, ids.pop(detail.__tablename__, []))
    for table, rows in BUILDERS.items():
        if some := list(dict.fromkeys(ids[table])):
            entries = list(rows(connection, some))
            for owner in {(one.case_id, one.ref, one.kind) for one in entries}:
                _forget(connection, owner)
            _add(connection, entries, 1 + _last(connection))


def _people_of(connection: Connection, detail: Any, ids: list[str]) -> Iterator[str]:
    for start in range(0, len(ids), 500):
        yield from connection.scalars(select(detail.person_id).where(detail.id.in_(ids[start : start + 500])))


def _forget(connection: Connection, owner: _Owner) -> None:
    """Take out all entries of one thing. A case and the things in it are told apart by kind and ref."""
    gone = connection.exec_driver_sql(
        "SELECT id FROM search_entry WHERE case_id = ? AND ref = ? AND kind = ?", owner
    ).scalars()
    for entry in gone.all():
        for statement in (
            "DELETE FROM search_word WHERE rowid = ?", "DELETE FROM search_key WHERE rowid = ?",
            "DELETE FROM search_number WHERE entry = ?", "DELETE FROM search_entry WHERE id = ?",
        ):  # fmt: skip
            connection.exec_driver_sql(statement, (entry,))


def _last(connection: Connection) -> int:
    return int(connection.exec_driver_sql("SELECT coalesce(max(id), 0) FROM search_entry").scalar_one())


def _add(connection: Connection, entries: Iterable[Entry], first: int) -> None:
    numbered = iter(enumerate(entries, first))
    while some := list(islice(numbered, _AT_ONCE)):
        rows, words, keys, numbers = [], [], [], []
        for place, one in some:
            rows.append((place, one.kind, one.case_id, one.ref, one.field, int(one.sealed), one.shown))
            mine = terms.of_case(one.case_id)
            words.append((place, " ".join([mine, *terms.words(one.shown)])))
            if found := terms.keys(one.shown, named=one.named):
                keys.append((place, " ".join([mine, *found])))
            numbers += [(number, number[::-1], place) for number in one.numbers if number]
        for statement, values in (
            ("INSERT INTO search_entry (id, kind, case_id, ref, field, sealed, shown) VALUES (?, ?, ?, ?, ?, ?, ?)", rows),
            ("INSERT INTO search_word (rowid, words) VALUES (?, ?)", words),
            ("INSERT INTO search_key (rowid, words) VALUES (?, ?)", keys),
            ("INSERT INTO search_number (number, tail, entry) VALUES (?, ?, ?)", numbers),
        ):  # fmt: skip
            if values:
                connection.exec_driver_sql(statement, values)
