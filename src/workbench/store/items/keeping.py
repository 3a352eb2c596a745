"""Rows read out of a file put in and taken out: all of a file at once, in the transaction of whoever asks."""

from collections.abc import Callable, Iterable
from dataclasses import dataclass
from itertools import islice

from sqlalchemy import Connection, Engine

from workbench.store.items import shape

_AT_ONCE = 500
_COLUMNS = "id, in_case, moment, kind, sender, cut, body"
_ROW = "(?, ?, ?, ?, ?, ?, ?)"
_BETWEEN = "\x1f"


@dataclass(frozen=True, slots=True)
class Line:
    """One row to be kept: seconds since 1970 if there is a moment, the number of its kind, who sent it, what is
    looked at when words are searched for, and the whole of it as JSON."""

    moment: int | None
    kind: int
    sender: str
    folded: str
    body: str


@dataclass(frozen=True, slots=True)
class Kept:
    """Which reading the rows of a file are of, and the digest of what was found when they were put in."""

    file_id: str
    case_id: str
    reading_id: str
    digest: str
    edition: str
    count: int


def keep(
    connection: Connection, case_id: str, file_id: str, reading_id: str, lines: Iterable[Line],
    digest: Callable[[], str],
) -> int:  # fmt: skip
    """Put the rows of a file in, in place of those there were; how many.

    ``lines`` may come one after the other; ``digest`` is asked for when the last has come.
    """
    shape.make_sure(connection)
    _take_out(connection, file_id)
    connection.exec_driver_sql("INSERT OR IGNORE INTO item_case (case_id) VALUES (?)", (case_id,))
    in_case = connection.exec_driver_sql("SELECT id FROM item_case WHERE case_id = ?", (case_id,)).scalar_one()
    file = connection.exec_driver_sql("SELECT coalesce(max(id), 0) + 1 FROM item_file").scalar_one()
    first = shape.first_of(file)
    known = _Senders(connection)
    count, coming = 0, iter(lines)
    while some := list(islice(coming, _AT_ONCE)):
        values: list[object] = []
        for n, one in enumerate(some, count + 1):
            sender = known.number(one.sender)
            body = f"{one.folded}{_BETWEEN}{one.body}"
            values += (first + n, in_case, one.moment, one.kind, sender, len(one.folded), body)
        # Many rows by one statement: the memory of each statement is locked anew, which takes longer than writing.
        rows = ", ".join([_ROW] * len(some))
        connection.exec_driver_sql(f"INSERT OR FAIL INTO item ({_COLUMNS}) VALUES {rows}", tuple(values))
        count += len(some)
    known.keep(file)
    connection.exec_driver_sql(
        "INSERT INTO item_file (id, file_id, in_case, reading_id, digest, edition, count) VALUES (?, ?, ?, ?, ?, ?, ?)",
        (file, file_id, in_case, reading_id, digest(), shape.EDITION, count),
    )
    return count


class _Senders:
    """The senders of one file, each written once."""

    def __init__(self, connection: Connection) -> None:
        self._connection = connection
        self._last = int(connection.exec_driver_sql("SELECT coalesce(max(id), 0) FROM item_sender").scalar_one())
        self._numbers: dict[str, int] = {"": 0}

    def number(self, name: str) -> int:
        """The number that stands for a sender in a row; 0 for nobody."""
        return self._numbers.setdefault(name, self._last + len(self._numbers))

    def keep(self, file: int) -> None:
        """Write them down."""
        rows = [(number, file, name) for name, number in self._numbers.items() if number]
        if rows:
            self._connection.exec_driver_sql("INSERT INTO item_sender (id, file, name) VALUES (?, ?, ?)", rows)


def keep_anew(
    engine: Engine, case_id: str, file_id: str, reading_id: str, lines: Iterable[Line],
    digest: Callable[[], str],
) -> int:  # fmt: skip
    """Put the rows of a file in by themselves: they are derived, so no act is needed."""
    with engine.begin() as connection:
        return keep(connection, case_id, file_id, reading_id, lines, digest)


def forget(engine: Engine, file_id: str) -> None:
    """Take the rows of a file out; they can be made anew."""
    with engine.begin() as connection:
        if shape.there(connection):
            _take_out(connection, file_id)


def kept(connection: Connection, case_id: str) -> dict[str, Kept]:
    """The files of a case whose rows are there, by file."""
    if not shape.there(connection):
        return {}
    rows = connection.exec_driver_sql(
        "SELECT f.file_id, c.case_id, f.reading_id, f.digest, f.edition, f.count FROM item_file f "
        "JOIN item_case c ON c.id = f.in_case WHERE c.case_id = ?",
        (case_id,),
    )
    return {row[0]: Kept(*row) for row in rows}


def _take_out(connection: Connection, file_id: str) -> None:
    known = connection.exec_driver_sql("SELECT id FROM item_file WHERE file_id = ?", (file_id,)).scalar()
    if known is not None:
        bounds = (shape.first_of(known), shape.first_of(known + 1))
        connection.exec_driver_sql("DELETE FROM item WHERE id >= ? AND id < ?", bounds)
        connection.exec_driver_sql("DELETE FROM item_sender WHERE file = ?", (known,))
        connection.exec_driver_sql("DELETE FROM item_file WHERE id = ?", (known,))
