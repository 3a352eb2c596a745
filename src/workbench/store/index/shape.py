"""The tables of the search index: SQLite's full-text tables over text that was folded before; no model has them."""

from sqlalchemy import Connection

from workbench.store.index.terms import EDITION

# A thing that can be found, and one entry for each name, number or text of it: what was folded stands in the entry.
_TABLES = (
    "CREATE TABLE search_state (id INTEGER PRIMARY KEY CHECK (id = 1), edition TEXT NOT NULL, "
    "seq INTEGER NOT NULL, digest TEXT NOT NULL)",
    "CREATE TABLE search_thing (id INTEGER PRIMARY KEY, kind TEXT NOT NULL, case_id TEXT NOT NULL, "
    "ref TEXT NOT NULL, row_id TEXT NOT NULL)",
    "CREATE TABLE search_entry (id INTEGER PRIMARY KEY, thing INTEGER NOT NULL, field TEXT NOT NULL, "
    "sealed INTEGER NOT NULL, shown TEXT NOT NULL, words TEXT NOT NULL, keys TEXT NOT NULL)",
    "CREATE TABLE search_number (number TEXT NOT NULL, tail TEXT NOT NULL, entry INTEGER NOT NULL)",
    # Without the text itself and without places in it: who holds a word is all that is asked.
    "CREATE VIRTUAL TABLE search_word USING fts5 (words, content = '', contentless_delete = 1, detail = none, "
    "tokenize = 'ascii', prefix = '1 2')",
    "CREATE VIRTUAL TABLE search_key USING fts5 (words, content = '', contentless_delete = 1, detail = none, "
    "tokenize = 'ascii', prefix = '1 2')",
)
# Made when the rows are there: sorted once is written faster than put in place one by one.
_ORDERS = (
    "CREATE INDEX search_thing_ref ON search_thing (ref, case_id, kind)",
    "CREATE INDEX search_entry_thing ON search_entry (thing)",
    "CREATE INDEX search_number_number ON search_number (number, entry)",
    "CREATE INDEX search_number_tail ON search_number (tail, entry)",
    "CREATE INDEX search_number_entry ON search_number (entry)",
)
FULL_TEXT = ("search_word", "search_key")
# While all is written: gather much in memory and merge once at the end. Afterwards: as SQLite does it by itself.
_AT_ONCE = {"automerge": 0, "crisismerge": 1000, "hashsize": 32 * 2**20}
_BY_AND_BY = {"automerge": 4, "crisismerge": 16, "hashsize": 2**20}
NAMES = ("search_key", "search_word", "search_number", "search_entry", "search_thing", "search_state")


def is_index(table: str | None) -> bool:
    """Whether a table belongs to the index: its own, or one that the full-text tables keep for themselves."""
    return any(table == name or str(table).startswith(f"{name}_") for name in NAMES)


def state(connection: Connection) -> tuple[str, int, str] | None:
    """Edition, sequence and digest of the log that the index is current to; None if it was never built."""
    there = connection.exec_driver_sql("SELECT 1 FROM sqlite_master WHERE name = 'search_state'").first()
    if there is None:
        return None
    row = connection.exec_driver_sql("SELECT edition, seq, digest FROM search_state WHERE id = 1").first()
    return (str(row[0]), int(row[1]), str(row[2])) if row else None


def make_anew(connection: Connection) -> None:
    """The tables, empty; what was there before is gone."""
    for name in NAMES:
        connection.exec_driver_sql(f"DROP TABLE IF EXISTS {name}")
    for statement in _TABLES:
        connection.exec_driver_sql(statement)
    # The rows of one kind are joined by their things while they are added.
    connection.exec_driver_sql("CREATE INDEX search_thing_row ON search_thing (row_id)")
    _configure(connection, _AT_ONCE)


def settle(connection: Connection) -> None:
    """What makes searches fast, once all rows are there."""
    for statement in _ORDERS:
        connection.exec_driver_sql(statement)
    for table in FULL_TEXT:
        connection.exec_driver_sql(f"INSERT INTO {table} ({table}) VALUES ('optimize')")
    _configure(connection, _BY_AND_BY)


def _configure(connection: Connection, settings: dict[str, int]) -> None:
    for table in FULL_TEXT:
        for name, value in settings.items():
            connection.exec_driver_sql(f"INSERT INTO {table} ({table}, rank) VALUES (?, ?)", (name, value))


def mark(connection: Connection, seq: int, digest: str) -> None:
    """Say which entry of the log the index is current to."""
    connection.exec_driver_sql(
        "INSERT INTO search_state (id, edition, seq, digest) VALUES (1, ?, ?, ?) "
        "ON CONFLICT (id) DO UPDATE SET edition = excluded.edition, seq = excluded.seq, digest = excluded.digest",
        (EDITION, seq, digest),
    )
