"""The chart of a procedure: painted by hand, walked with the arrows, read by eye; its twin is the table."""

from PySide6.QtCore import QEvent, QPointF, QRect, QRectF, QSize, Qt, Signal
from PySide6.QtGui import (
    QFontMetrics,
    QHelpEvent,
    QKeyEvent,
    QMouseEvent,
    QPainter,
    QPaintEvent,
    QResizeEvent,
)
from PySide6.QtWidgets import QAbstractScrollArea, QFrame, QToolTip

from workbench.i18n import N_, plain
from workbench.ui import theme
from workbench.ui.library.grid import Grid
from workbench.ui.library.paint import Painted, paint_arrow, paint_head, paint_step, split
from workbench.ui.library.plan import Node, Plan, spoken
from workbench.ui.parts.notice import announce
from workbench.ui.state import tr


class Chart(QAbstractScrollArea):
    """One stop for the Tab key. ``chosen`` follows the arrows, ``opened`` Enter and the mouse."""

    chosen = Signal(str)
    opened = Signal(str)

    def __init__(self, title: str, plan: Plan, chosen: str = "") -> None:
        super().__init__()
        self.plan = plan
        self.now = chosen if chosen in plan.nodes else next(iter(plan.nodes), "")
        self.setObjectName("chart")
        self.setFrameShape(QFrame.Shape.NoFrame)
        self.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
        self.setAccessibleName(plain(tr(N_("Chart: {title}"), title=title)))
        self.setAccessibleDescription(
            tr(N_("Arrows go from step to step, Enter shows the step, Ctrl+T shows the same as a table."))
        )
        self.viewport().setMouseTracking(True)
        self._grid = _grid(plan)
        inner = self._grid.width - 20
        self._titles = {key: split(node.title, "body", inner) for key, node in plan.nodes.items()}
        self._heads = {one.key: split(one.title, "card", self._grid.width - 4) for one in plan.columns}
        self._measure()

    def sizeHint(self) -> QSize:
        return QSize(480, 360)

    # where things are on the screen
    def spot(self, key: str) -> QRect:
        """Where a step is on the screen now."""
        box = self._grid.box(self.plan.nodes[key])
        left = self._screen(box.right if theme.rtl() else box.left)
        return QRect(round(left), box.top - self.verticalScrollBar().value(), box.width, box.height)

    def _measure(self) -> None:
        width, height = self._grid.size
        room = self.viewport().size()
        across, down = self.horizontalScrollBar(), self.verticalScrollBar()
        across.setRange(0, max(0, width - room.width()))
        across.setPageStep(room.width())
        across.setSingleStep(self._grid.width // 3)
        down.setRange(0, max(0, height - room.height()))
        down.setPageStep(max(1, room.height() - self._grid.head))
        down.setSingleStep(self._grid.height // 2)

    def _screen(self, x: float) -> float:
        """A distance from the start of the line as one from the left of the view, scrolled as it is."""
        shifted = x - self.horizontalScrollBar().value()
        return self.viewport().width() - shifted if theme.rtl() else shifted

    def _points(self, way: list[tuple[float, float]]) -> list[QPointF]:
        top = self.verticalScrollBar().value()
        return [QPointF(self._screen(x), y - top) for x, y in way]

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        self._measure()

    def scrollContentsBy(self, dx: int, dy: int) -> None:
        self.viewport().update()

    # choosing
    def choose(self, key: str, *, open_it: bool = False) -> None:
        """Choose a step and bring it into view."""
        if key not in self.plan.nodes:
            return
        moved, self.now = key != self.now, key
        self.reveal()
        self.viewport().update()
        if moved:
            announce(self, spoken(self.plan.nodes[key], self.plan))
            self.chosen.emit(key)
        if open_it:
            self.opened.emit(key)

    def reveal(self) -> None:
        """Scroll until the chosen step is seen whole."""
        if not self.now:
            return
        grid, room = self._grid, self.viewport().size()
        box = grid.box(self.plan.nodes[self.now])
        across, down = self.horizontalScrollBar(), self.verticalScrollBar()
        if box.left - grid.gutter < across.value():
            across.setValue(box.left - grid.gutter)
        elif box.right + grid.gutter > across.value() + room.width():
            across.setValue(box.right + grid.gutter - room.width())
        if box.top - grid.gap < down.value() + grid.head:
            down.setValue(box.top - grid.gap - grid.head)
        elif box.bottom + grid.gap > down.value() + room.height():
            down.setValue(box.bottom + grid.gap - room.height())

    def keyPressEvent(self, event: QKeyEvent) -> None:
        on = -1 if theme.rtl() else 1
        keys = list(self.plan.nodes)
        ways = {Qt.Key.Key_Right: (on, 0), Qt.Key.Key_Left: (-on, 0), Qt.Key.Key_Up: (0, -1), Qt.Key.Key_Down: (0, 1)}
        ways |= {Qt.Key.Key_PageUp: (0, -5), Qt.Key.Key_PageDown: (0, 5)}
        key = Qt.Key(event.key())
        if not keys or event.modifiers() & ~Qt.KeyboardModifier.KeypadModifier:
            super().keyPressEvent(event)
        elif key in ways:
            self.choose(self.plan.walk(self.now, *ways[key]))
        elif key in (Qt.Key.Key_Home, Qt.Key.Key_End):
            self.choose(keys[0 if key == Qt.Key.Key_Home else -1])
        elif key in (Qt.Key.Key_Return, Qt.Key.Key_Enter, Qt.Key.Key_Space):
            self.choose(self.now, open_it=True)
        else:
            super().keyPressEvent(event)

    def mousePressEvent(self, event: QMouseEvent) -> None:
        if key := self._under(event.position()):
            self.choose(key, open_it=True)

    def viewportEvent(self, event: QEvent) -> bool:
        if isinstance(event, QHelpEvent):
            key = self._under(QPointF(event.pos()))
            words = plain(spoken(self.plan.nodes[key], self.plan)) if key else ""
            QToolTip.showText(event.globalPos(), words, self)
            return True
        if event.type() in (QEvent.Type.FocusIn, QEvent.Type.FocusOut):
            self.viewport().update()
        return super().viewportEvent(event)

    def _under(self, at: QPointF) -> str:
        if at.y() < self._grid.head:
            return ""
        along = self.viewport().width() - at.x() if theme.rtl() else at.x()
        return self._grid.at(along + self.horizontalScrollBar().value(), at.y() + self.verticalScrollBar().value())

    # painting
    def paintEvent(self, event: QPaintEvent) -> None:
        painter, view = QPainter(self.viewport()), self.viewport().rect()
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        painter.fillRect(view, theme.colour("surface"))
        painter.save()
        painter.setClipRect(view.adjusted(0, self._grid.head, 0, 0))
        self._paint_arrows(painter)
        for node in self.plan.nodes.values():
            spot = self.spot(node.key)
            if spot.adjusted(-6, -6, 6, 6).intersects(view):
                paint_step(painter, spot, self._painted(node), node)
        painter.restore()
        painter.fillRect(QRect(0, 0, view.width(), self._grid.head), theme.colour("canvas"))
        painter.setPen(theme.colour("border"))
        painter.drawLine(0, self._grid.head - 1, view.width(), self._grid.head - 1)
        for place, column in enumerate(self.plan.columns):
            left = self._grid.column(place)
            start = self._screen(left + self._grid.width if theme.rtl() else left)
            spot = QRect(round(start), 0, self._grid.width, self._grid.head)
            if spot.intersects(view):
                paint_head(painter, spot, column, self._heads[column.key])

    def _painted(self, node: Node) -> Painted:
        now = self.plan.nodes.get(self.now)
        near = now is not None and (node.key in now.waits or now.key in node.waits)
        here = node.key == self.now
        return Painted(here, near, here and self.hasFocus(), self._titles[node.key])

    def _paint_arrows(self, painter: QPainter) -> None:
        """From each step to the one under it that waits for it; all of them for the chosen step, above the others."""
        nodes, strong = self.plan.nodes, []
        seen = QRectF(self.viewport().rect()).adjusted(-40, -40, 40, 40)
        for node in nodes.values():
            for key, loose in node.waits.items():
                first = nodes.get(key)
                if first is None:
                    continue
                if self.now in (node.key, key):
                    strong.append((self._grid.way(first, node), loose))
                elif self._grid.beneath(first, node):
                    points = self._points(self._grid.way(first, node))
                    if seen.contains(points[0]):
                        paint_arrow(painter, points, "border2", loose=loose)
        for way, loose in strong:
            paint_arrow(painter, self._points(way), "accent", loose=loose, width=2)


def _grid(plan: Plan) -> Grid:
    """As high as two lines of title in the present text size."""
    title, small = QFontMetrics(theme.font("body")), QFontMetrics(theme.font("label", mono=True))
    card = QFontMetrics(theme.font("card"))
    return Grid(
        plan, width=theme.px(212), height=small.height() + 2 * title.height() + theme.px(14), gutter=theme.px(38),
        gap=theme.px(20), head=small.height() + 2 * card.height() + theme.px(14),
    )  # fmt: skip
