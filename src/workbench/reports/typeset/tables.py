"""Tables that mirror in right-to-left text, repeat their head and divide between and inside rows."""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from workbench.reports.typeset.blocks import HAIR, WHOLE_UP_TO, Block, Stack, Whole
from workbench.reports.typeset.writer import CourtCanvas

Row = Sequence[Block]
# A row that is taller than this may be divided; lower ones go to the next page whole.
_DIVISIBLE = 180.0


@dataclass(frozen=True, slots=True)
class Look:
    """How a table is drawn: its lines, the tint of its head, the white in its cells."""

    grid: bool = True
    head_tint: float = 0.91
    label_tint: float | None = None
    pad_x: float = 5.0
    pad_y: float = 3.0


class Table(Whole):
    """Rows of blocks in columns of given shares; the first column is at the reading side."""

    def __init__(
        self, shares: Sequence[float], rows: Sequence[Row], *, rtl: bool, head: Row | None = None,
        look: Look | None = None, before: float = 4.0, unbroken: bool = False,
    ) -> None:  # fmt: skip
        self.shares, self.rows, self.rtl, self.head = tuple(shares), tuple(rows), rtl, head
        self.look, self.before, self.unbroken = look or Look(), before, unbroken
        self.repeated = False

    def height(self, width: float) -> float:
        return sum(self._row_height(row, width) for row in self._drawn())

    def _drawn(self) -> list[Row]:
        return [*([self.head] if self.head else []), *self.rows]

    def _widths(self, width: float) -> list[float]:
        whole = sum(self.shares)
        return [width * share / whole for share in self.shares]

    def _inner(self, width: float) -> list[float]:
        return [column - 2 * self.look.pad_x for column in self._widths(width)]

    def _row_height(self, row: Row, width: float) -> float:
        inner = self._inner(width)
        tallest = max(cell.height(inner[n]) for n, cell in enumerate(row))
        return tallest + 2 * self.look.pad_y

    def split(self, width: float, height: float) -> "tuple[Block, Block] | None":
        if self.unbroken and self.height(width) <= WHOLE_UP_TO:
            return None
        left = height - (self._row_height(self.head, width) if self.head else 0.0)
        for number, row in enumerate(self.rows):
            outer = self._row_height(row, width)
            if outer <= left + 0.01:
                left -= outer
                continue
            parts = self._split_row(row, width, left) if outer > _DIVISIBLE else None
            if parts:
                return self._part([*self.rows[:number], parts[0]]), self._rest(
                    [parts[1], *self.rows[number + 1 :]]
                )
            return (self._part(self.rows[:number]), self._rest(self.rows[number:])) if number else None
        return None

    def _split_row(self, row: Row, width: float, height: float) -> tuple[Row, Row] | None:
        """A tall row in two, each cell divided where it can be; ``None`` if some cell cannot."""
        room = height - 2 * self.look.pad_y
        first, second = [], []
        for cell, inner in zip(row, self._inner(width), strict=True):
            if cell.height(inner) <= room:
                parts: tuple[Block, Block] | None = (cell, Stack())
            else:
                parts = cell.split(inner, room)
            if parts is None:
                return None
            first.append(parts[0])
            second.append(parts[1])
        return first, second

    def _part(self, rows: Sequence[Row]) -> "Table":
        part = Table(
            self.shares, rows, rtl=self.rtl, head=self.head, look=self.look, before=self.before
        )  # fmt: skip
        part.repeated = self.repeated
        return part

    def _rest(self, rows: Sequence[Row]) -> "Table":
        rest = self._part(rows)
        rest.repeated = True
        return rest

    def draw(self, canvas: CourtCanvas, x: float, top: float, width: float) -> None:
        if self.repeated and self.head:
            canvas.repeated += [text for cell in self.head for text in cell.words()]
        widths = self._widths(width)
        for number, row in enumerate(self._drawn()):
            tall = self._row_height(row, width)
            self._draw_row(canvas, row, (x, top, tall), widths, head=bool(self.head) and not number)
            top -= tall

    def _draw_row(
        self,
        canvas: CourtCanvas,
        row: Row,
        box: tuple[float, float, float],
        widths: list[float],
        *,
        head: bool,
    ) -> None:
        x, top, tall = box
        edge = x + sum(widths) if self.rtl else x
        for number, (cell, column) in enumerate(zip(row, widths, strict=True)):
            left = edge - column if self.rtl else edge
            edge = left if self.rtl else left + column
            tint = self.look.head_tint if head else self.look.label_tint if number % 2 == 0 else None
            if tint is not None:
                canvas.setFillColorRGB(tint, tint, tint)
                canvas.rect(left, top - tall, column, tall, stroke=0, fill=1)
            if self.look.grid:
                canvas.setLineWidth(HAIR)
                canvas.rect(left, top - tall, column, tall, stroke=1, fill=0)
            inner = column - 2 * self.look.pad_x
            cell.draw(canvas, left + self.look.pad_x, top - self.look.pad_y, inner)

    def words(self) -> Iterator[str]:
        for row in self._drawn():
            for cell in row:
                yield from cell.words()
