"""Places in a paper that contents and bookmarks point to, and where a page ends."""

from collections.abc import Iterable, Iterator

from workbench.reports.typeset.blocks import Block, Stack, Whole
from workbench.reports.typeset.pages import pour
from workbench.reports.typeset.writer import CourtCanvas


class Anchor(Whole):
    """A place with a key and a title; it takes no room. ``level`` 0 stands for a part, 1 for what lies in it."""

    def __init__(self, key: str, title: str, level: int = 0) -> None:
        self.key, self.title, self.level = key, title, level

    def height(self, width: float) -> float:
        return 0.0

    def draw(self, canvas: CourtCanvas, x: float, top: float, width: float) -> None:
        """Nothing is drawn."""


def anchored(story: Iterable[Block]) -> list[tuple[Anchor, int]]:
    """The anchors of a story in order, each with the page (from 1) on which it comes to stand."""
    pages = enumerate(pour(list(story)), 1)
    return [(anchor, number) for number, page in pages for block, _ in page for anchor in _within(block)]


def _within(block: Block) -> Iterator[Anchor]:
    if isinstance(block, Anchor):
        yield block
    elif isinstance(block, Stack):
        for part in block.blocks:
            yield from _within(part)
