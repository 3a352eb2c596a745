"""Pages: nothing is lost when blocks divide, heads repeat, headings keep company, columns mirror."""

from collections.abc import Iterator

import pytest

from workbench.errors import Fault
from workbench.reports.typeset import Headed, Space, Stack, Style, Table, Text
from workbench.reports.typeset.blocks import Block, Whole
from workbench.reports.typeset.pages import WIDTH, pour, print_pages
from workbench.reports.typeset.writer import CourtCanvas

STYLE = Style("latin", size=10, leading=14)


class Marker(Whole):
    """A block that remembers where it was drawn."""

    def __init__(self) -> None:
        self.x = 0.0

    def height(self, width: float) -> float:
        return 10

    def draw(self, canvas: CourtCanvas, x: float, top: float, width: float) -> None:
        self.x = x

    def words(self) -> Iterator[str]:
        return iter(())


def text(words: str) -> Text:
    return Text(words, STYLE, rtl=False)


def table(rows: int, *, lines: int = 1) -> Table:
    body = [[text(f"row{n}"), text(" ".join(["word"] * 12 * lines))] for n in range(rows)]
    return Table((1, 2), body, rtl=False, head=[text("Head"), text("Second")])


def furniture(number: int, total: int) -> tuple[Block, Block]:
    return Stack(), text(f"{number} of {total}")


def test_a_long_table_repeats_its_head_on_every_page() -> None:
    printed = print_pages([table(150)], furniture)
    assert printed.pages > 3
    assert printed.texts.count("Head") == printed.pages
    assert [f"row{n}" in printed.texts for n in range(150)] == [True] * 150
    assert f"{printed.pages} of {printed.pages}" in printed.texts


def test_a_row_taller_than_a_page_goes_on_over_the_next() -> None:
    assert len(pour([table(1, lines=80)])) > 1


def test_a_heading_never_stands_alone_at_the_foot_of_a_page() -> None:
    for filler in range(580, 700, 3):
        pages = pour([Space(filler), Headed(text("Heading"), table(5))])
        last = pages[0][-1][0]
        if isinstance(last, Stack):
            parts = [part for part in last.blocks if isinstance(part, Table)]
            assert parts
            assert parts[0].rows


@pytest.mark.parametrize("rtl", [True, False])
def test_columns_start_at_the_reading_side(rtl: bool) -> None:
    first, second = Marker(), Marker()
    print_pages([Table((1, 1), [[first, second]], rtl=rtl)], furniture)
    assert (first.x > second.x) is rtl


def test_a_paragraph_leaves_no_single_line_behind() -> None:
    paragraph = text("word " * 200)
    lines = len(paragraph.lines(WIDTH))
    for fit in range(2, lines):
        parts = paragraph.split(WIDTH, fit * STYLE.leading)
        if parts:
            assert parts[1].height(WIDTH) >= 2 * STYLE.leading
            assert parts[0].height(WIDTH) + parts[1].height(WIDTH) == lines * STYLE.leading


def test_what_should_stay_whole_is_divided_if_no_page_holds_it() -> None:
    letters = Table((1,), [[text("word " * 3000)]], rtl=False, unbroken=True)
    assert len(pour([letters])) > 1


def test_a_block_that_fits_on_no_page_is_our_fault() -> None:
    with pytest.raises(Fault):
        pour([Space(5000)])
