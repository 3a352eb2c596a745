"""Where the steps of a chart lie and which way its arrows go, from the start of the line on; without a widget."""

from dataclasses import dataclass

from workbench.ui.library.plan import Node, Plan

Point = tuple[float, float]


@dataclass(frozen=True)
class Box:
    """A rectangle; ``left`` counts from the start of the line."""

    left: int
    top: int
    width: int
    height: int

    @property
    def right(self) -> int:
        """Its end."""
        return self.left + self.width

    @property
    def bottom(self) -> int:
        """Its lower edge."""
        return self.top + self.height

    @property
    def middle(self) -> Point:
        """Its middle."""
        return self.left + self.width / 2, self.top + self.height / 2


@dataclass(frozen=True)
class Grid:
    """Steps stand in rows and columns, so that between them there is always a free way for an arrow."""

    plan: Plan
    width: int  # of a step
    height: int
    gutter: int  # between two phases
    gap: int  # between two steps
    head: int  # the height of the phases' titles
    margin: int = 18

    @property
    def size(self) -> tuple[int, int]:
        """The whole chart."""
        columns, rows = len(self.plan.columns), self.plan.rows
        across = columns * self.width + max(0, columns - 1) * self.gutter + 2 * self.margin
        return across, self.head + self.gap + rows * (self.height + self.gap) + self.margin // 2

    def column(self, place: int) -> int:
        """Where a phase begins."""
        return self.margin + place * (self.width + self.gutter)

    def box(self, node: Node) -> Box:
        """Where a step lies."""
        top = self.head + self.gap + node.row * (self.height + self.gap)
        return Box(self.column(node.column), top, self.width, self.height)

    def at(self, x: float, y: float) -> str:
        """The step at a point; empty between them."""
        for node in self.plan.nodes.values():
            box = self.box(node)
            if box.left <= x < box.right and box.top <= y < box.bottom:
                return node.key
        return ""

    def beneath(self, first: Node, second: Node) -> bool:
        """Whether the second lies directly under the first."""
        return second.column == first.column and second.row == first.row + 1

    def way(self, first: Node, second: Node) -> list[Point]:
        """The way of an arrow from a step to one that waits for it, around every other step."""
        start, end = self.box(first), self.box(second)
        if self.beneath(first, second):
            return [(start.middle[0], start.bottom), (end.middle[0], end.top)]
        leave, enter = start.middle[1], end.middle[1]
        if second.column == first.column + 1:
            turn = start.right + self.gutter / 2
            return [(start.right, leave), (turn, leave), (turn, enter), (end.left, enter)]
        out, back, lane = start.right + self.gutter * 0.36, end.left - self.gutter * 0.36, end.top - self.gap / 2
        return [(start.right, leave), (out, leave), (out, lane), (back, lane), (back, enter), (end.left, enter)]
