"""A chart: boxes one below the other, and lines at their side from each to those that wait for it."""

from collections.abc import Iterator, Sequence
from typing import NamedTuple

from workbench.reports.typeset.blocks import Block, Whole
from workbench.reports.typeset.writer import CourtCanvas

_GAP = 8.0
_PAD_X, _PAD_Y = 5.0, 2.5
_LANE = 6.5
_BAR = 3.5
_HEAD = 3.2
# Where the arrow from a box to the next one stands, seen from the reading side.
_SPINE = 16.0
_HAIR, _STRONG = 0.5, 0.8
_DASH = (2.2, 1.8)


class Box(NamedTuple):
    """A box of the chart: ``dashed`` if it is there only sometimes, ``barred`` if it has a thick side."""

    block: Block
    dashed: bool = False
    barred: bool = False


class Link(NamedTuple):
    """A line from one box to another, by their places; ``dashed`` if one of several such lines is enough."""

    start: int
    end: int
    dashed: bool = False


class _Trunk(NamedTuple):
    """The lines that leave one box at its side, drawn as one in a lane of their own."""

    start: int
    links: tuple[Link, ...]
    lane: int

    @property
    def first(self) -> int:
        return min(self.start, *(link.end for link in self.links))

    @property
    def last(self) -> int:
        return max(self.start, *(link.end for link in self.links))


class Chart(Whole):
    """Boxes with their lines. It mirrors in right-to-left text and divides between boxes."""

    def __init__(self, boxes: Sequence[Box], links: Sequence[Link], *, rtl: bool, before: float = 4.0) -> None:
        self.boxes, self.links, self.rtl, self.before = tuple(boxes), tuple(links), rtl, before
        self._shown = range(len(self.boxes))
        self._trunks = _in_lanes([link for link in self.links if link.end != link.start + 1])

    def height(self, width: float) -> float:
        return sum(self._tall(place, width) for place in self._shown) + _GAP * max(0, len(self._shown) - 1)

    def split(self, width: float, height: float) -> "tuple[Block, Block] | None":
        left, fit = height + 0.01, 0
        for place in self._shown:
            left -= self._tall(place, width) + (_GAP if fit else 0.0)
            if left < 0:
                break
            fit += 1
        if not fit or fit == len(self._shown):
            return None
        return self._part(self._shown[:fit]), self._part(self._shown[fit:])

    def _part(self, shown: range) -> "Chart":
        part = Chart(self.boxes, self.links, rtl=self.rtl, before=self.before)
        part._shown = shown
        return part

    def words(self) -> Iterator[str]:
        for place in self._shown:
            yield from self.boxes[place].block.words()

    def draw(self, canvas: CourtCanvas, x: float, top: float, width: float) -> None:
        tops: dict[int, float] = {}
        bottom = top
        for place in self._shown:
            tops[place] = bottom
            bottom -= self._tall(place, width) + _GAP
        for place in self._shown:
            self._draw_box(canvas, place, (x, tops[place]), width)
        page = _Page(canvas, self.rtl, x, width, top, bottom + _GAP)
        for link in self.links:
            if link.end == link.start + 1 and link.start in tops and link.end in tops:
                under = tops[link.end] + _GAP
                page.down(_SPINE, under, tops[link.end], link.dashed)
        for trunk in self._trunks:
            self._draw_trunk(page, trunk, tops)

    def _draw_box(self, canvas: CourtCanvas, place: int, corner: tuple[float, float], width: float) -> None:
        box, (x, top) = self.boxes[place], corner
        across, tall = self._across(width), self._tall(place, width)
        left = x + width - across if self.rtl else x
        canvas.setLineWidth(_STRONG)
        if box.dashed:
            canvas.setDash(*_DASH)
        canvas.rect(left, top - tall, across, tall, stroke=1, fill=0)
        canvas.setDash()
        if box.barred:
            canvas.setFillColorRGB(0, 0, 0)
            canvas.rect(left + across - _BAR if self.rtl else left, top - tall, _BAR, tall, stroke=0, fill=1)
        inner = across - 2 * _PAD_X - _BAR
        box.block.draw(canvas, left + _PAD_X + (0.0 if self.rtl else _BAR), top - _PAD_Y, inner)

    def _draw_trunk(self, page: "_Page", trunk: _Trunk, tops: dict[int, float]) -> None:
        """The line down its lane with an arrow into each box; it runs off the part where it goes on elsewhere."""
        across = self._across(page.width)
        lane = across + _HEAD + 3.0 + trunk.lane * _LANE
        ends: list[float] = []
        for place in sorted({trunk.start, *(link.end for link in trunk.links)}):
            if place not in tops:
                ends.append(page.top if place < self._shown[0] else page.bottom)
                continue
            y = tops[place] - self._slot(place, trunk, page.width)
            ends.append(y)
            link = next((one for one in trunk.links if one.end == place), None)
            if link is None:
                page.leave(across, lane, y)
            else:
                page.enter(lane, across, y, link.dashed)
        if max(ends) > min(ends):
            page.line(lane, max(ends), lane, min(ends))

    def _slot(self, place: int, trunk: _Trunk, width: float) -> float:
        """How far below the top of a box a trunk meets its side: each at a height of its own."""
        meeting = [one for one in self._trunks if place == one.start or any(link.end == place for link in one.links)]
        meeting.sort(key=lambda one: ((one.start > place) - (one.start < place), one.lane))
        return self._tall(place, width) * (meeting.index(trunk) + 1) / (len(meeting) + 1)

    def _across(self, width: float) -> float:
        """How wide the boxes are: the lanes stand beside them."""
        lanes = 1 + max((trunk.lane for trunk in self._trunks), default=-1)
        return width - (lanes * _LANE + _HEAD + 3.0 if lanes else 0.0)

    def _tall(self, place: int, width: float) -> float:
        return self.boxes[place].block.height(self._across(width) - 2 * _PAD_X - _BAR) + 2 * _PAD_Y


class _Page(NamedTuple):
    """Where a chart's lines are drawn: places across are counted from the reading side."""

    canvas: CourtCanvas
    rtl: bool
    x: float
    width: float
    top: float
    bottom: float

    def line(self, u1: float, y1: float, u2: float, y2: float, *, dashed: bool = False) -> None:
        self.canvas.setLineWidth(_HAIR)
        if dashed:
            self.canvas.setDash(*_DASH)
        self.canvas.line(self._at(u1), y1, self._at(u2), y2)
        self.canvas.setDash()

    def down(self, u: float, y1: float, y2: float, dashed: bool) -> None:
        self.line(u, y1, u, y2 + _HEAD, dashed=dashed)
        self._head((u, y2), (u - _HEAD * 0.6, y2 + _HEAD), (u + _HEAD * 0.6, y2 + _HEAD))

    def enter(self, u1: float, u2: float, y: float, dashed: bool) -> None:
        self.line(u1, y, u2 + _HEAD, y, dashed=dashed)
        self._head((u2, y), (u2 + _HEAD, y - _HEAD * 0.6), (u2 + _HEAD, y + _HEAD * 0.6))

    def leave(self, u1: float, u2: float, y: float) -> None:
        self.line(u1, y, u2, y)
        self.canvas.setFillColorRGB(0, 0, 0)
        self.canvas.circle(self._at(u1), y, 1.3, stroke=0, fill=1)

    def _head(self, *corners: tuple[float, float]) -> None:
        path = self.canvas.beginPath()
        path.moveTo(self._at(corners[0][0]), corners[0][1])
        for u, y in corners[1:]:
            path.lineTo(self._at(u), y)
        path.close()
        self.canvas.setFillColorRGB(0, 0, 0)
        self.canvas.drawPath(path, stroke=0, fill=1)

    def _at(self, u: float) -> float:
        return self.x + self.width - u if self.rtl else self.x + u


def _in_lanes(links: Sequence[Link]) -> tuple[_Trunk, ...]:
    """One trunk for each box that lines leave from; short ones lie next to the boxes, none over another."""
    starts: dict[int, list[Link]] = {}
    for link in links:
        starts.setdefault(link.start, []).append(link)
    waiting = [_Trunk(start, tuple(own), 0) for start, own in starts.items()]
    lanes: list[list[_Trunk]] = []
    for trunk in sorted(waiting, key=lambda one: (one.last - one.first, one.first)):
        free = (n for n, lane in enumerate(lanes) if all(_apart(trunk, other) for other in lane))
        number = next(free, len(lanes))
        if number == len(lanes):
            lanes.append([])
        lanes[number].append(trunk._replace(lane=number))
    return tuple(trunk for lane in lanes for trunk in lane)


def _apart(one: _Trunk, other: _Trunk) -> bool:
    return one.last < other.first or other.last < one.first
