"""Blocks: what a page is filled with. Each knows its height, how it divides, and which words it carries."""

from collections.abc import Iterator, Sequence
from typing import Protocol

from workbench.reports.typeset.layout import Line, Span, Style, lay
from workbench.reports.typeset.writer import CourtCanvas

GREY = (0.38, 0.38, 0.38)
HAIR = 0.4
# What should stay whole is divided nevertheless if it could not stand on any page.
WHOLE_UP_TO = 600.0
_EPSILON = 0.01


class Block(Protocol):
    """Something that fills a column from the top; ``before`` is the white above it in points."""

    before: float

    def height(self, width: float) -> float:
        """How tall the block is in a column of this width."""

    def split(self, width: float, height: float) -> "tuple[Block, Block] | None":
        """The part that fits into ``height`` and the rest, or ``None`` if nothing sensible fits."""

    def draw(self, canvas: CourtCanvas, x: float, top: float, width: float) -> None:
        """Draw the block with its upper left corner at this place."""

    def words(self) -> Iterator[str]:
        """The texts that the block puts on paper, once each."""


class Whole:
    """What most blocks share: white above, no division, no words."""

    before: float = 0.0

    def split(self, width: float, height: float) -> "tuple[Block, Block] | None":
        return None

    def words(self) -> Iterator[str]:
        return iter(())


class Text(Whole):
    """A paragraph. It divides between lines and leaves no single line behind."""

    def __init__(
        self, spans: str | Sequence[Span], style: Style, *, rtl: bool, where: str = "", before: float = 0.0
    ) -> None:
        self.spans = (Span(spans),) if isinstance(spans, str) else tuple(spans)
        self.style, self.rtl, self.where, self.before = style, rtl, where, before
        self._laid: dict[float, tuple[Line, ...]] = {}

    def lines(self, width: float) -> tuple[Line, ...]:
        """The lines at this width, laid out once."""
        if width not in self._laid:
            self._laid[width] = lay(self.spans, self.style, width, self.rtl, self.where)
        return self._laid[width]

    def height(self, width: float) -> float:
        return len(self.lines(width)) * self.style.leading

    def split(self, width: float, height: float) -> "tuple[Block, Block] | None":
        lines = self.lines(width)
        fit = int((height + _EPSILON) / self.style.leading)
        if len(lines) - fit == 1:
            fit -= 1  # a last line alone on the next page reads as an error
        if fit < 2:
            return None
        return _Lines(self, lines[:fit], width), _Lines(self, lines[fit:], width)

    def draw(self, canvas: CourtCanvas, x: float, top: float, width: float) -> None:
        _draw_lines(canvas, self.lines(width), self.style, self.rtl, x, top, width)

    def words(self) -> Iterator[str]:
        yield "".join(span.text for span in self.spans)


class _Lines(Text):
    """Some lines of a paragraph that was divided; its words are already counted with the paragraph."""

    def __init__(self, whole: Text, lines: tuple[Line, ...], width: float) -> None:
        super().__init__(whole.spans, whole.style, rtl=whole.rtl, where=whole.where)
        self._kept = lines
        self._width = width

    def lines(self, width: float) -> tuple[Line, ...]:
        return self._kept


def _draw_lines(
    canvas: CourtCanvas, lines: Sequence[Line], style: Style, rtl: bool, x: float, top: float, width: float
) -> None:
    to_right = {"centre": 0.5, "start": float(rtl), "end": float(not rtl)}[style.align]
    for number, line in enumerate(lines):
        ink = (line.right - line.left) * style.size / 1000
        start = x + (width - ink) * to_right - line.left * style.size / 1000
        # The baseline sits a little below the middle, where both scripts look centred on their line.
        canvas.draw_line(
            line, style, start, top - number * style.leading - style.leading * 0.5 - style.size * 0.3
        )


class Space(Whole):
    """White, of a given height."""

    def __init__(self, points: float) -> None:
        self.points = points

    def height(self, width: float) -> float:
        return self.points

    def draw(self, canvas: CourtCanvas, x: float, top: float, width: float) -> None:
        """Nothing is drawn."""


class Rule(Whole):
    """A line across the column."""

    def __init__(self, thickness: float = 0.8, before: float = 4.0, after: float = 4.0) -> None:
        self.thickness, self.before, self.after = thickness, before, after

    def height(self, width: float) -> float:
        return self.thickness + self.after

    def draw(self, canvas: CourtCanvas, x: float, top: float, width: float) -> None:
        canvas.setLineWidth(self.thickness)
        canvas.line(x, top - self.thickness / 2, x + width, top - self.thickness / 2)


class Blank(Whole):
    """Ruled lines to be filled in by hand: what the program does not know is never invented."""

    def __init__(self, lines: int = 1, leading: float = 19.0, before: float = 0.0) -> None:
        self.lines, self.leading, self.before = lines, leading, before

    def height(self, width: float) -> float:
        return self.lines * self.leading

    def split(self, width: float, height: float) -> "tuple[Block, Block] | None":
        fit = int((height + _EPSILON) / self.leading)
        return (
            (Blank(fit, self.leading), Blank(self.lines - fit, self.leading))
            if 0 < fit < self.lines
            else None
        )

    def draw(self, canvas: CourtCanvas, x: float, top: float, width: float) -> None:
        canvas.setLineWidth(HAIR)
        canvas.setDash(0.8, 2)
        for number in range(1, self.lines + 1):
            y = top - number * self.leading + 4
            canvas.line(x, y, x + width, y)
        canvas.setDash()


class Stack(Whole):
    """Blocks one below the other, as one block; ``together`` lines of it stay on one page."""

    def __init__(self, *blocks: Block, before: float = 0.0, unbroken: bool = False) -> None:
        self.blocks, self.before, self.unbroken = blocks, before, unbroken

    def height(self, width: float) -> float:
        return sum(self._outer(number, width) for number in range(len(self.blocks)))

    def _outer(self, number: int, width: float) -> float:
        block = self.blocks[number]
        return block.height(width) + (block.before if number else 0.0)

    def split(self, width: float, height: float) -> "tuple[Block, Block] | None":
        if self.unbroken and self.height(width) <= WHOLE_UP_TO:
            return None
        left = height + _EPSILON
        for number, block in enumerate(self.blocks):
            outer = self._outer(number, width)
            if outer <= left:
                left -= outer
                continue
            parts = block.split(width, left - (block.before if number else 0.0))
            if parts:
                first, second = parts
                first.before = block.before
                return Stack(*self.blocks[:number], first), Stack(second, *self.blocks[number + 1 :])
            return (Stack(*self.blocks[:number]), Stack(*self.blocks[number:])) if number else None
        return None

    def draw(self, canvas: CourtCanvas, x: float, top: float, width: float) -> None:
        for number, block in enumerate(self.blocks):
            top -= block.before if number else 0.0
            block.draw(canvas, x, top, width)
            top -= block.height(width)

    def words(self) -> Iterator[str]:
        for block in self.blocks:
            yield from block.words()


class Headed(Stack):
    """A heading with what follows it: the heading never stands alone at the foot of a page."""

    def __init__(self, heading: Block, *blocks: Block, before: float = 14.0) -> None:
        super().__init__(heading, *blocks, before=before)

    def split(self, width: float, height: float) -> "tuple[Block, Block] | None":
        parts = super().split(width, height)
        alone = parts is not None and isinstance(parts[0], Stack) and len(parts[0].blocks) < 2
        return None if alone else parts
