"""The index kept current: it follows the log, entry by entry, or is built anew from the tables."""

import json
import logging
from collections import defaultdict
from collections.abc import Iterable, Iterator
from itertools import islice
from typing import Any

from sqlalchemy import Connection, Engine, select
from sqlalchemy.exc import DBAPIError

from workbench.models import AuditEntry
from workbench.security.chain import Head
from workbench.store.index import shape, terms
from workbench.store.index.entries import AT_ONCE, DETAILS, SOURCES, Entry

_log = logging.getLogger(__name__)
_AT_ONCE = 5000
_PUT_IN = (
    "INSERT INTO search_entry (id, thing, field, sealed, shown, words, keys) VALUES (?, ?, ?, ?, ?, ?, ?)",
    "INSERT INTO search_word (rowid, words) VALUES (?, ?)",
    "INSERT INTO search_key (rowid, words) VALUES (?, ?)",
    "INSERT INTO search_number (number, tail, entry) VALUES (?, ?, ?)",
)
_TAKE_OUT = (
    "DELETE FROM search_word WHERE rowid = ?", "DELETE FROM search_key WHERE rowid = ?",
    "DELETE FROM search_number WHERE entry = ?", "DELETE FROM search_entry WHERE id = ?",
)  # fmt: skip


def is_current(connection: Connection, head: Head) -> bool:
    """Whether the index was built by these rules and stands where the log stands."""
    return shape.state(connection) == (terms.EDITION, head.size, head.digest)


def follow(engine: Engine, head: Head) -> None:
    """Bring the index to where the log stands: take in the rows that entries since its mark name, or build it anew.

    Rows and mark are written together. An index that was never built, was built by other rules, has a mark that the log
    does not know, or cannot follow, is built anew.
    """
    with engine.connect().execution_options(reading=True) as connection:
        if is_current(connection, head):
            return
        written = _written_since(connection)
    if written is None:
        rebuild(engine, head)
        return
    try:
        with engine.begin() as connection:
            _replace(connection, written)
            shape.mark(connection, head.size, head.digest)
    except (DBAPIError, ValueError, TypeError, KeyError) as error:
        # Never the message: it may carry what belongs to a case.
        _log.error("search index built anew: %s", type(error).__name__)
        rebuild(engine, head)


def _written_since(connection: Connection) -> list[tuple[str, str]] | None:
    """Table and id of the rows that were written since the mark, by the log; None if it cannot be said."""
    state = shape.state(connection)
    if state is None or state[0] != terms.EDITION:
        return None
    marked = connection.scalar(select(AuditEntry.digest).where(AuditEntry.seq == state[1]))
    if state[1] and marked != state[2]:
        return None
    newer = select(AuditEntry.body).where(AuditEntry.seq > state[1]).order_by(AuditEntry.seq)
    return [(row[0], row[1]) for body in connection.scalars(newer) for row in json.loads(body)["rows"]]


def rebuild(engine: Engine, head: Head) -> None:
    """Build the index from the tables, in one transaction: cut short, it is as if it had not begun."""
    with engine.begin() as connection:
        shape.make_anew(connection)
        for source in SOURCES:
            source.add_things(connection, None)
            _add(connection, source.rows(connection, None))
        shape.settle(connection)
        shape.mark(connection, head.size, head.digest)


def _replace(connection: Connection, written: Iterable[tuple[str, str]]) -> None:
    ids: dict[str, list[str]] = defaultdict(list)
    for table, row_id in written:
        ids[table].append(row_id)
    for detail in DETAILS:
        # Usually the person was written with it; a detail that came by itself brings its person along.
        ids["person"] += _people_of(connection, detail, ids.pop(detail.__tablename__, []))
    for source in SOURCES:
        if some := list(dict.fromkeys(ids[source.model.__tablename__])):
            newest = source.newest(connection, some)
            for case_id, ref in newest:
                _forget(connection, (case_id, ref, source.kind))
            rows = list(newest.values())
            source.add_things(connection, rows)
            _add(connection, source.rows(connection, rows))


def _people_of(connection: Connection, detail: Any, ids: list[str]) -> Iterator[str]:
    for start in range(0, len(ids), AT_ONCE):
        some = ids[start : start + AT_ONCE]
        yield from connection.scalars(select(detail.person_id).where(detail.id.in_(some)))


def _forget(connection: Connection, thing: tuple[str, str, str]) -> None:
    """Take a thing and all its entries out."""
    known = connection.exec_driver_sql("SELECT id FROM search_thing WHERE case_id = ? AND ref = ? AND kind = ?", thing)
    for thing_id in known.scalars().all():
        gone = connection.exec_driver_sql("SELECT id FROM search_entry WHERE thing = ?", (thing_id,)).all()
        for statement in _TAKE_OUT if gone else ():
            connection.exec_driver_sql(statement, [tuple(row) for row in gone])
        connection.exec_driver_sql("DELETE FROM search_thing WHERE id = ?", (thing_id,))


def _add(connection: Connection, entries: Iterable[Entry]) -> None:
    last = connection.exec_driver_sql("SELECT coalesce(max(id), 0) FROM search_entry").scalar_one()
    numbered = iter(enumerate(entries, int(last) + 1))
    while some := list(islice(numbered, _AT_ONCE)):
        rows: list[tuple[Any, ...]] = []
        words: list[tuple[Any, ...]] = []
        keys: list[tuple[Any, ...]] = []
        numbers: list[tuple[Any, ...]] = []
        for place, one in some:
            mine = terms.of_case(one.case_id)
            said = " ".join(terms.words(one.shown)) if one.worded else ""
            known = " ".join(terms.keys(one.shown, named=one.named)) if one.worded else ""
            # What a name is compared by stands beside it; a long text is folded again if it is ever shown.
            beside = (said, known) if one.named else ("", "")
            rows.append((place, one.thing, one.field, int(one.sealed), one.shown, *beside))
            if said:
                words.append((place, f"{mine} {said}"))
            if known:
                keys.append((place, f"{mine} {known}"))
            numbers += [(number, number[::-1], place) for number in one.numbers if number]
        for statement, values in zip(_PUT_IN, (rows, words, keys, numbers), strict=True):
            if values:
                connection.exec_driver_sql(statement, values)
