"""Formulas of a table whose results the file does not hold: sums and simple sums of cells are worked out here."""

import re
from collections.abc import Mapping
from dataclasses import dataclass, field
from decimal import Decimal, DecimalException, localcontext

from workbench.evidence.intake.cells import Cell, Sheet, column_number

_TOKEN = re.compile(
    r"\s*(?:(?P<number>\d{1,30}(?:\.\d{0,30})?(?:[eE][+-]?\d{1,2})?)"
    r"|(?P<ref>(?:(?:'(?:[^']|'')+'|[^\W\d][\w.]*)!)?\$?[A-Za-z]{1,3}\$?\d{1,7}(?::\$?[A-Za-z]{1,3}\$?\d{1,7})?(?![\w(]))"
    r"|(?P<name>[A-Za-z]{2,12})(?=\()|(?P<sign>[-+*/^%(),;]))"
)
_REF = re.compile(
    r"(?:(?P<sheet>'(?:[^']|'')+'|[^\W\d][\w.]*)!)?\$?(?P<a>[A-Za-z]+)\$?(?P<b>\d+)"
    r"(?::\$?(?P<c>[A-Za-z]+)\$?(?P<d>\d+))?"
)
_LONGEST, _DEEPEST, _MOST_VISITS = 2000, 60, 200_000


class Unsolved(Exception):
    """A formula that is not worked out here."""


@dataclass
class Solver:
    """Works out formulas of a workbook; one that leads to itself or too far stays as it is."""

    sheets: Mapping[str, Sheet]
    visits: int = 0
    _open: set[tuple[str, int, int]] = field(default_factory=set)

    def solve(self, sheet: Sheet) -> tuple[int, int]:
        """Fill in what can be worked out; how many were, and how many were not."""
        done = left = 0
        for row, cells in sheet.rows.items():
            for column, cell in cells.items():
                if cell.formula and cell.value is None:
                    try:
                        self._cell(sheet.name, row, column)
                        done += 1
                    except (Unsolved, DecimalException, RecursionError):
                        left += 1
        return done, left

    def _cell(self, sheet: str, row: int, column: int) -> Decimal | None:
        self.visits += 1
        if self.visits > _MOST_VISITS:
            raise Unsolved
        held = self.sheets.get(sheet)
        cell = held.rows.get(row, {}).get(column) if held else None
        if cell is None:
            return None
        if cell.value is None and cell.formula:
            self._work_out(cell, sheet, row, column)
        return cell.value if isinstance(cell.value, Decimal) else None

    def _work_out(self, cell: Cell, sheet: str, row: int, column: int) -> None:
        key = (sheet, row, column)
        if key in self._open or len(self._open) > _DEEPEST:
            raise Unsolved
        self._open.add(key)
        try:
            with localcontext(prec=28):
                value = _Line(self, sheet, cell.formula).value()
            if not value.is_finite() or abs(value.adjusted()) > 30:
                raise Unsolved
            cell.value, cell.computed = +value, True
        finally:
            self._open.discard(key)

    def range(self, sheet: str, reference: str) -> list[Decimal | None]:
        """The numbers of the cells that a reference names."""
        found = _REF.fullmatch(reference)
        if found is None:
            raise Unsolved
        if found["sheet"]:
            sheet = found["sheet"].strip("'").replace("''", "'")
        top, left = int(found["b"]), column_number(found["a"])
        bottom, right = int(found["d"] or top), column_number(found["c"] or found["a"])
        held = self.sheets.get(sheet)
        if held is None:
            raise Unsolved
        if (top, left) == (bottom, right):
            return [self._cell(sheet, top, left)]
        rows = (one for one in held.rows if top <= one <= bottom)
        return [
            self._cell(sheet, row, column)
            for row in rows for column in list(held.rows[row]) if left <= column <= right
        ]  # fmt: skip


class _Line:
    """One formula, read from left to right."""

    def __init__(self, solver: Solver, sheet: str, formula: str) -> None:
        if len(formula) > _LONGEST:
            raise Unsolved
        self._solver, self._sheet, self._depth = solver, sheet, 0
        self._tokens: list[tuple[str, str]] = []
        at, text = 0, formula.removeprefix("=").rstrip()
        while at < len(text):
            found = _TOKEN.match(text, at)
            if not found or found.lastgroup is None:
                raise Unsolved
            self._tokens.append((found.lastgroup, found[found.lastgroup]))
            at = found.end()

    def value(self) -> Decimal:
        found = self._sum()
        if self._tokens:
            raise Unsolved
        return found

    def _next(self, *signs: str) -> str:
        if self._tokens and self._tokens[0][0] == "sign" and self._tokens[0][1] in signs:
            return self._tokens.pop(0)[1]
        return ""

    def _sum(self) -> Decimal:
        self._depth += 1
        if self._depth > _DEEPEST:
            raise Unsolved
        found = self._product()
        while sign := self._next("+", "-"):
            other = self._product()
            found = found + other if sign == "+" else found - other
        self._depth -= 1
        return found

    def _product(self) -> Decimal:
        found = self._signed()
        while sign := self._next("*", "/"):
            other = self._signed()
            found = found * other if sign == "*" else found / other
        return found

    def _signed(self) -> Decimal:
        negative = False
        while sign := self._next("-", "+"):
            negative ^= sign == "-"
        found = self._one()
        while self._next("%"):
            found /= 100
        if self._next("^"):
            power = self._signed()
            if abs(power) > 64:
                raise Unsolved
            # Excel, unlike schoolbooks, takes the sign first: -2^2 is 4 there.
            return (-found if negative else found) ** power
        return -found if negative else found

    def _one(self) -> Decimal:
        if not self._tokens:
            raise Unsolved
        kind, text = self._tokens.pop(0)
        if kind == "number":
            return Decimal(text)
        if kind == "ref":
            if ":" in text:
                raise Unsolved
            return self._solver.range(self._sheet, text)[0] or Decimal(0)
        if kind == "name" and self._next("("):
            return self._function(text.upper())
        if (kind, text) == ("sign", "("):
            found = self._sum()
            if not self._next(")"):
                raise Unsolved
            return found
        raise Unsolved

    def _function(self, name: str) -> Decimal:
        given: list[Decimal | None] = []
        while True:
            if self._tokens and self._tokens[0][0] == "ref" and ":" in self._tokens[0][1]:
                given += self._solver.range(self._sheet, self._tokens.pop(0)[1])
            else:
                given.append(self._sum())
            if self._next(")"):
                break
            if not self._next(",", ";"):
                raise Unsolved
        return _applied(name, [one for one in given if one is not None])


def _applied(name: str, numbers: list[Decimal]) -> Decimal:
    match name:
        case "SUM":
            return sum(numbers, Decimal(0))
        case "COUNT":
            return Decimal(len(numbers))
        case "AVERAGE" if numbers:
            return sum(numbers, Decimal(0)) / len(numbers)
        case "MIN" if numbers:
            return min(numbers)
        case "MAX" if numbers:
            return max(numbers)
        case "ABS" if len(numbers) == 1:
            return abs(numbers[0])
        case "ROUND" if len(numbers) == 2 and abs(numbers[1]) < 20:
            return numbers[0].quantize(Decimal(1).scaleb(-int(numbers[1])), "ROUND_HALF_UP")
    raise Unsolved
