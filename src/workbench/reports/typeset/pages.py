"""Pages: a story is poured into them first, so that each page can say how many there are."""

from collections.abc import Callable, Sequence
from dataclasses import dataclass
from io import BytesIO

from reportlab.lib.pagesizes import A4

from workbench.errors import Fault
from workbench.reports.typeset.blocks import Block, Whole
from workbench.reports.typeset.writer import CourtCanvas, FontBook

SIDE, TOP, BOTTOM = 56.0, 74.0, 66.0
WIDTH = A4[0] - 2 * SIDE
_HEIGHT = A4[1] - TOP - BOTTOM

Furniture = Callable[[int, int], "tuple[Block, Block]"]
"""What stands above and below the text of page x of y."""


@dataclass(frozen=True, slots=True)
class Printed:
    """Written pages: the file before it is finished, its fonts, and every text that was put on paper."""

    raw: bytes
    book: FontBook
    texts: tuple[str, ...]
    pages: int


class PageEnd(Whole):
    """The end of a page: what follows begins on the next one."""

    def height(self, width: float) -> float:
        return 0.0

    def draw(self, canvas: CourtCanvas, x: float, top: float, width: float) -> None:
        """Nothing is drawn."""


def pour(story: Sequence[Block]) -> list[list[tuple[Block, float]]]:
    """The blocks of each page with their distance from its top."""
    pages: list[list[tuple[Block, float]]] = [[]]
    waiting, used = list(reversed(story)), 0.0
    while waiting:
        block = waiting.pop()
        if isinstance(block, PageEnd):
            if used:
                pages.append([])
                used = 0.0
            continue
        white = block.before if used else 0.0
        tall = block.height(WIDTH)
        if used + white + tall <= _HEIGHT:
            pages[-1].append((block, used + white))
            used += white + tall
            continue
        parts = block.split(WIDTH, _HEIGHT - used - white)
        if parts:
            pages[-1].append((parts[0], used + white))
            waiting.append(parts[1])
        elif not used:
            raise Fault("typeset.block_too_tall")
        else:
            waiting.append(block)
        pages.append([])
        used = 0.0
    return pages if pages[-1] else pages[:-1] or pages


def print_pages(story: Sequence[Block], furniture: Furniture) -> Printed:
    """The story on A4 pages, each with its furniture."""
    texts = [text for block in story for text in block.words()]
    pages = pour(story)
    file = BytesIO()
    canvas = CourtCanvas(file, pagesize=A4)
    for number, page in enumerate(pages, 1):
        above, below = furniture(number, len(pages))
        texts += [*above.words(), *below.words()]
        above.draw(canvas, SIDE, A4[1] - TOP + 8 + above.height(WIDTH), WIDTH)
        below.draw(canvas, SIDE, BOTTOM - 14, WIDTH)
        for block, distance in page:
            block.draw(canvas, SIDE, A4[1] - TOP - distance, WIDTH)
        canvas.showPage()
    canvas.save()
    return Printed(file.getvalue(), canvas.book, tuple(texts + canvas.repeated), len(pages))
