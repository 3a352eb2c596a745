"""The rows of a workbook as the sheets of a procedure have them, each cell read when it is asked for."""

from collections.abc import Callable, Iterable, Iterator
from typing import TypeVar

from workbench.exchange.table import layout, values
from workbench.exchange.table.cleaning import cleaned
from workbench.exchange.table.flaws import Misread, Notes, Place
from workbench.exchange.table.layout import Shape, Sheet
from workbench.exchange.table.opening import Opened, RawCell, Table
from workbench.exchange.table.wording import SheetFlaw
from workbench.sop.nodes import Node

Read = TypeVar("Read")


class Row:
    """One row of a sheet."""

    def __init__(self, number: int, cells: dict[str, RawCell], sheet: Sheet, table: Table, notes: Notes) -> None:
        self.number = number
        self._cells, self._sheet, self._table, self._notes = cells, sheet, table, notes
        self._read: dict[str, str] = {}

    def place(self, column: str) -> Place:
        """Where the cell is, also if nothing stands there."""
        return self._table.place(self.number, column)

    def text(self, column: str, shape: Shape | None = None) -> str:
        """What stands in the cell, put right where that is safe; empty, with a finding, if it cannot be read."""
        if column not in self._read:
            cell = self._cells.get(column)
            shape = shape or self._sheet.column(column).shape
            self._read[column] = "" if cell is None else _text(cell, shape, self._notes)
        return self._read[column]

    def node(self, column: str) -> Node | None:
        """The value that the cell says; None if it is empty, or, with a finding, cannot be read."""
        return self.tried(column, lambda: values.read(self.text(column), self._sheet.column(column)))

    def word(self, column: str) -> str:
        """The one word of the cell; empty, with a finding, if it is none."""
        text = self.text(column)
        return (self.tried(column, lambda: values.word(text)) or "") if text else ""

    def tried(self, column: str, read: Callable[[], Read]) -> Read | None:
        """What ``read`` gives; None, with a finding at the cell, if it cannot make sense of it."""
        try:
            return read()
        except Misread as misread:
            self.note(misread.flaw, column, **misread.facts)
            return None

    def note(self, flaw: SheetFlaw, cell: str, /, **facts: object) -> None:
        """Note a flaw at the cell of this row under a heading."""
        self._notes.add(flaw, self.place(cell), **facts)

    def lacks(self, cell: str) -> None:
        """Note that a cell is empty; what could not be read was noted then."""
        if not self.text(cell):
            self.note(SheetFlaw.KEY_MISSING, cell, column=cell)


def _text(cell: RawCell, shape: Shape, notes: Notes) -> str:
    value = cell.value
    if isinstance(value, str):
        return cleaned(value, shape, cell.place, notes)
    if isinstance(value, bool) and shape is Shape.TRUTH:
        return "yes" if value else "no"
    if not isinstance(value, bool) and shape is Shape.NUMBER:
        return str(int(value)) if value == int(value) else str(value)
    notes.add(SheetFlaw.NUMBER, cell.place, shown=str(value))
    return ""


class Book:
    """The sheets of a workbook that are read; capitals and spaces in their names do not count."""

    def __init__(self, opened: Opened, notes: Notes) -> None:
        self.notes = notes
        self._opened = opened
        self._names: dict[str, str] = {}
        self._asked: set[str] = {_plain(layout.READ_ME)}
        self._rows: dict[str, list[Row]] = {}
        self.whole = True
        for name in opened.names:
            if _plain(name) in self._names:
                notes.add(SheetFlaw.SHEET_TWICE, Place(name), sheet=name)
            self._names.setdefault(_plain(name), name)

    def rows(self, sheet: Sheet) -> list[Row]:
        """The rows of a sheet that are not empty; none, with a finding, if the sheet or a heading is missing.

        Whether anything was missing so far, ``whole`` says: what other sheets name would only be missed again.
        """
        if sheet.name not in self._rows:
            self._rows[sheet.name] = self._read(sheet)
        return self._rows[sheet.name]

    def _read(self, sheet: Sheet) -> list[Row]:
        self._asked.add(_plain(sheet.name))
        name = self._names.get(_plain(sheet.name))
        if name is None:
            self.notes.add(SheetFlaw.SHEET_MISSING, Place(sheet.name), sheet=sheet.name)
            self.whole = False
            return []
        table = self._opened.table(name, self.notes)
        known = [column.name for column in sheet.columns]
        missing = [column for column in known if column not in table.letters]
        for column in missing:
            self.notes.add(SheetFlaw.COLUMN_MISSING, Place(name, 1, f"({column})"), column=column)
        for heading in table.letters:
            if heading not in known:
                self.notes.add(SheetFlaw.COLUMN_UNKNOWN, table.place(1, heading), column=heading)
        if missing:
            self.whole = False
            return []
        rows = (Row(number, cells, sheet, table, self.notes) for number, cells in table.rows.items())
        return [row for row, cells in zip(rows, table.rows.values(), strict=True) if not cells.keys().isdisjoint(known)]

    def unread(self) -> None:
        """Note the sheets that nobody asked for."""
        for plain, name in self._names.items():
            if plain not in self._asked:
                self.notes.add(SheetFlaw.SHEET_UNKNOWN, Place(name), sheet=name)

    def order(self, sheet: str) -> int:
        """How far down the workbook a sheet is."""
        names = list(self._names.values())
        return names.index(sheet) if sheet in names else len(names)


def keyed(rows: Iterable[Row], column: str, *, same: Callable[[str], str] = str.casefold) -> Iterator[tuple[str, Row]]:
    """Each row with the word in its key column; one without a key, or with that of an earlier row, is noted."""
    first: dict[str, int] = {}
    for row in rows:
        key = row.word(column)
        if not key:
            row.lacks(column)
        elif same(key) in first:
            row.note(SheetFlaw.KEY_TWICE, column, key=key, first=first[same(key)])
        else:
            first[same(key)] = row.number
            yield key, row


def _plain(name: str) -> str:
    return " ".join(name.split()).casefold()
