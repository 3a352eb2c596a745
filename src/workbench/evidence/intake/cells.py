"""A table as rows of cells, whatever file it came from."""

from collections.abc import Iterator
from dataclasses import dataclass, field
from datetime import date, datetime, time
from decimal import Decimal

from workbench.evidence.intake.source import Unreadable

MOST_CELLS = 1_000_000
MOST_COLUMNS = 100_000
MOST_ROWS = 2_000_000
# Stretches of columns hidden: each is asked for every column.
MOST_HIDDEN = 1000
Value = str | Decimal | bool | datetime | date | time


@dataclass(slots=True)
class Cell:
    """A cell; ``value`` is None for a formula whose result the file does not hold."""

    value: Value | None
    formula: str = ""
    currency: str = ""
    computed: bool = False

    @property
    def text(self) -> str:
        """What stands in the cell."""
        value = self.value
        if value is None:
            return f"={self.formula}" if self.formula else ""
        if isinstance(value, bool):
            return "TRUE" if value else "FALSE"
        if isinstance(value, Decimal):
            return shown(value)
        if isinstance(value, datetime):
            whole_day = (value.hour, value.minute, value.second) == (0, 0, 0)
            return value.strftime("%Y-%m-%d") if whole_day else value.isoformat(sep=" ", timespec="seconds")
        return value.isoformat() if isinstance(value, date | time) else value


@dataclass
class Sheet:
    """One sheet: its cells by row and column, both from 1."""

    name: str
    hidden: bool = False
    rows: dict[int, dict[int, Cell]] = field(default_factory=dict)
    hidden_rows: set[int] = field(default_factory=set)
    hidden_columns: list[tuple[int, int]] = field(default_factory=list)
    merged: list[tuple[int, int, int, int]] = field(default_factory=list)  # top, left, bottom, right
    columns_told: int = 0  # how many columns were described so far
    remarks: list[tuple[str, str]] = field(default_factory=list)  # cell and text

    def put(self, row: int, column: int, cell: Cell, budget: "Budget") -> None:
        """Keep a cell, within what a reading may hold."""
        budget.spend()
        self.rows.setdefault(row, {})[column] = cell

    def hides_column(self, column: int) -> bool:
        """Whether a column is hidden."""
        return any(first <= column <= last for first, last in self.hidden_columns)

    def merged_in(self, column: int) -> list[tuple[int, int]]:
        """The first and the last row of merged cells that lie in this column alone, from above."""
        return sorted((top, bottom) for top, left, bottom, right in self.merged if left == right == column)

    def cells(self) -> Iterator[Cell]:
        """All cells."""
        for row in self.rows.values():
            yield from row.values()


@dataclass
class Budget:
    """How many cells may still be kept; when none are left the table is cut off and says so."""

    left: int = MOST_CELLS

    def spend(self) -> None:
        """One more cell."""
        self.left -= 1
        if self.left < 0:
            raise Full


class Full(Exception):
    """No more cells are kept."""


def shown(value: Decimal) -> str:
    """A number without needless zeros or exponents; huge exponents stay as they are written."""
    if not value.is_finite() or abs(value.adjusted()) > 40:
        return str(value)
    return format(value.normalize(), "f")


def plain(value: Decimal) -> int | float:
    """A number as JSON knows it."""
    if value == value.to_integral_value() and abs(value) < 10**18:
        return int(value)
    return float(value)


def column_number(letters: str) -> int:
    """The number of a column by its letters: A is 1, AA is 27."""
    number = 0
    for one in letters.upper():
        number = number * 26 + ord(one) - 64
    return number


def column_letters(number: int) -> str:
    """The letters of a column by its number."""
    letters = ""
    while number > 0:
        number, rest = divmod(number - 1, 26)
        letters = chr(65 + rest) + letters
    return letters


def corner(reference: str) -> tuple[int, int]:
    """Row and column of a reference such as B7; ``Unreadable`` for what no sheet can hold."""
    letters = reference.rstrip("0123456789")
    digits = reference[len(letters) :]
    if not (1 <= len(letters) <= 4 and letters.isascii() and letters.isalpha() and 1 <= len(digits) <= 8):
        raise Unreadable("broken")
    return int(digits), column_number(letters)
