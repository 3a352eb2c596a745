"""Pages: nothing is lost when blocks divide, heads repeat, headings keep company, columns mirror."""

from collections.abc import Iterator

import pytest

from workbench.errors import Fault
from workbench.reports.typeset import (
    Anchor,
    Box,
    Chart,
    Headed,
    Link,
    PageEnd,
    Space,
    Stack,
    Style,
    Table,
    Text,
    anchored,
)
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


def test_what_follows_the_end_of_a_page_begins_on_the_next() -> None:
    pages = pour([text("one"), PageEnd(), PageEnd(), text("two"), PageEnd()])
    assert [len(page) for page in pages] == [1, 1]


def test_an_anchor_is_found_on_the_page_where_its_heading_stands() -> None:
    story = [text("front"), Space(640), Headed(Stack(Anchor("a", "A"), text("A")), table(5)), Anchor("b", "B")]
    assert [(anchor.key, page) for anchor, page in anchored(story)] == [("a", 2), ("b", 2)]


def chart(count: int, links: list[Link], *, rtl: bool = False) -> Chart:
    return Chart([Box(text(f"box{n}"), n % 2 == 0, n % 3 == 0) for n in range(count)], links, rtl=rtl)


@pytest.mark.parametrize("rtl", [True, False])
def test_the_boxes_of_a_chart_stand_at_the_reading_side_and_its_lines_at_the_other(rtl: bool) -> None:
    marker = Marker()
    boxes = [Box(marker), *(Box(text(f"box{n}")) for n in range(4))]
    lines = [Link(0, 2), Link(0, 3), Link(1, 4, dashed=True), Link(4, 1)]
    left, right = _ink(Chart(boxes, [], rtl=rtl)), _ink(Chart(boxes, lines, rtl=rtl))
    assert left != right
    print_pages([Chart(boxes, lines, rtl=rtl)], furniture)
    narrow = marker.x
    print_pages([Chart(boxes, [], rtl=rtl)], furniture)
    # In text that runs to the left the lanes take their room at the left, so that the box moves.
    assert (narrow > marker.x) is rtl


def _ink(block: Block) -> bytes:
    return print_pages([block], furniture).raw


def test_a_long_chart_goes_on_over_the_next_page_with_every_box() -> None:
    links = [Link(n // 2, n) for n in range(2, 80)] + [Link(79, 0)]
    printed = print_pages([chart(80, links)], furniture)
    assert printed.pages > 2
    assert [printed.texts.count(f"box{n}") for n in range(80)] == [1] * 80


def test_lines_of_a_chart_keep_apart() -> None:
    """Two lines in one lane would be read as one."""
    links = [Link(start, end) for start in range(6) for end in range(start + 2, 8)]
    trunks = chart(8, links)._trunks
    for one in trunks:
        for other in trunks:
            if one is not other and one.lane == other.lane:
                assert one.last < other.first or other.last < one.first
