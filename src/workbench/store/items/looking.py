"""Questions to what was read out of files: pages of rows, in the order of a file or of time."""

from dataclasses import dataclass
from typing import Any

from sqlalchemy import Connection

from workbench.store.items import shape

_COLUMNS = "f.file_id, i.id, i.moment, i.cut, i.body"
_FROM = f"item i JOIN item_file f ON f.id = i.id / {shape.MOST}"


@dataclass(frozen=True, slots=True)
class Found:
    """One row; ``body`` is the JSON that was put in."""

    file_id: str
    n: int
    moment: int | None
    body: str


@dataclass(frozen=True, slots=True)
class Wanted:
    """What is asked for: rows of a case, of one of its files, of some kinds or senders, with all these words."""

    case_id: str
    file_id: str = ""
    kinds: tuple[int, ...] = ()
    senders: tuple[str, ...] = ()
    words: tuple[str, ...] = ()
    since: int | None = None  # seconds since 1970; ``until`` not included
    until: int | None = None
    dated: bool = False  # only what has a moment

    def where(self) -> tuple[str, list[Any]]:
        """The conditions on a row, and their values."""
        # The sign keeps the rows of one file in their own order, which needs no sorting.
        said = f"{'+' if self.file_id else ''}i.in_case = (SELECT id FROM item_case WHERE case_id = ?)"
        values: list[Any] = [self.case_id]
        if self.file_id:
            first = f"(SELECT id FROM item_file WHERE file_id = ?) * {shape.MOST}"
            said += f" AND i.id >= {first} AND i.id < {first} + {shape.MOST}"
            values += [self.file_id, self.file_id]
        if self.kinds:
            said += f" AND i.kind IN ({', '.join('?' * len(self.kinds))})"
            values += self.kinds
        if self.senders:
            marks = ", ".join("?" * len(self.senders))
            said += f" AND i.sender IN (SELECT id FROM item_sender WHERE name IN ({marks}))"
            values += self.senders
        for word in self.words:
            # The folded text comes first: a word that stands in it is found there.
            said += " AND instr(i.body, ?) BETWEEN 1 AND i.cut"
            values.append(word)
        if self.dated:
            said += " AND i.moment IS NOT NULL"
        for sign, bound in ((">=", self.since), ("<", self.until)):
            if bound is not None:
                said += f" AND i.moment {sign} ?"
                values.append(bound)
        return said, values


def look(connection: Connection, wanted: Wanted, *, offset: int = 0, limit: int = 200) -> list[Found]:
    """A page of rows: those of one file in its own order, those of a whole case in the order of time."""
    if not shape.there(connection):
        return []
    said, values = wanted.where()
    order = "i.id" if wanted.file_id else "i.moment, i.id"
    rows = connection.exec_driver_sql(
        f"SELECT {_COLUMNS} FROM {_FROM} WHERE {said} ORDER BY {order} "
        "LIMIT ? OFFSET ?",
        (*values, limit, offset),
    )
    return [_found(row) for row in rows]


def count(connection: Connection, wanted: Wanted) -> int:
    """How many rows there are in all."""
    if not shape.there(connection):
        return 0
    said, values = wanted.where()
    return int(connection.exec_driver_sql(f"SELECT count(*) FROM item i WHERE {said}", tuple(values)).scalar_one())


def by_id(connection: Connection, case_id: str, file_id: str, n: int) -> Found | None:
    """The row of a file with this number, if the case has it."""
    if not shape.there(connection):
        return None
    said, values = Wanted(case_id, file_id).where()
    row = connection.exec_driver_sql(
        f"SELECT {_COLUMNS} FROM {_FROM} WHERE {said} AND i.id % {shape.MOST} = ?", (*values, n)
    ).first()
    return _found(row) if row else None


def senders(connection: Connection, wanted: Wanted, limit: int) -> list[tuple[str, int]]:
    """Who sent how many, most first."""
    if not shape.there(connection):
        return []
    said, values = wanted.where()
    rows = connection.exec_driver_sql(
        "SELECT s.name, sum(g.many) FROM (SELECT i.sender AS sender, count(*) AS many FROM item i "
        f"WHERE {said} GROUP BY i.sender) g JOIN item_sender s ON s.id = g.sender GROUP BY s.name "
        "ORDER BY sum(g.many) DESC, s.name LIMIT ?",
        (*values, limit),
    )
    return [(str(row[0]), int(row[1])) for row in rows]


def _found(row: Any) -> Found:
    return Found(row[0], row[1] % shape.MOST, row[2], row[4][row[3] + 1 :])
