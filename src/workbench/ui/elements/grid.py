"""The matrix as one grid: names and coverage stand still at its ends, the sources scroll between them."""

from collections.abc import Callable

from PySide6.QtCore import QItemSelectionModel, QModelIndex, QRect, Qt, Signal
from PySide6.QtGui import QFocusEvent, QFontMetrics, QKeyEvent, QMouseEvent, QResizeEvent
from PySide6.QtWidgets import QAbstractItemView, QFrame, QHBoxLayout, QHeaderView, QTableView, QWidget

from workbench.i18n import N_
from workbench.services.elements import ElementsRow
from workbench.ui import theme
from workbench.ui.elements.delegate import Heads, StrengthDelegate
from workbench.ui.elements.rows import Line, Matrix
from workbench.ui.state import tr

_LINE, _BAND = 38, 32


class _View(QTableView):
    """One of the three views over the same rows; ``pressed`` hands a press on to the one that has the focus."""

    def __init__(self, rows: Matrix, parent: QWidget) -> None:
        super().__init__(parent)
        self.setModel(rows)
        self.setFrameShape(QFrame.Shape.NoFrame)
        self.setShowGrid(False)
        self.setMouseTracking(True)
        self.setTabKeyNavigation(False)
        self.setEditTriggers(QAbstractItemView.EditTrigger.NoEditTriggers)
        self.setSelectionMode(QAbstractItemView.SelectionMode.SingleSelection)
        self.setHorizontalScrollMode(QAbstractItemView.ScrollMode.ScrollPerPixel)
        self.setVerticalScrollMode(QAbstractItemView.ScrollMode.ScrollPerPixel)
        self.setHorizontalHeader(Heads(rows, self))
        self.verticalHeader().hide()
        self.verticalHeader().setDefaultSectionSize(theme.px(_LINE))
        self.horizontalHeader().setSectionResizeMode(QHeaderView.ResizeMode.Fixed)


class _Ends(_View):
    """The names or the coverage: a press chooses the row, the keys stay with the middle."""

    def __init__(self, rows: Matrix, front: QTableView, parent: QWidget) -> None:
        super().__init__(rows, parent)
        self._front = front
        self.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        self.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)

    def mousePressEvent(self, event: QMouseEvent) -> None:
        at = self.indexAt(event.position().toPoint())
        if at.isValid() and at.flags() & Qt.ItemFlag.ItemIsEnabled:
            now = self._front.currentIndex()
            column = now.column() if now.isValid() else 1
            self._front.setFocus(Qt.FocusReason.MouseFocusReason)
            self._front.setCurrentIndex(at.siblingAtColumn(column))


class _Sources(_View):
    """The middle: arrows move, Space changes the strength, Enter opens what is linked."""

    cycled = Signal(QModelIndex)
    opened = Signal(QModelIndex)
    left = Signal()
    sized = Signal()

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        self.sized.emit()

    def keyPressEvent(self, event: QKeyEvent) -> None:
        now = self.currentIndex()
        if now.isValid() and event.key() == Qt.Key.Key_Space:
            self.cycled.emit(now)
        elif now.isValid() and event.key() in (Qt.Key.Key_Return, Qt.Key.Key_Enter) and not event.modifiers() & (
            Qt.KeyboardModifier.ControlModifier
        ):
            self.opened.emit(now)
        else:
            super().keyPressEvent(event)

    def mouseDoubleClickEvent(self, event: QMouseEvent) -> None:
        at = self.indexAt(event.position().toPoint())
        if at.isValid() and at.flags() & Qt.ItemFlag.ItemIsEnabled:
            self.opened.emit(at)

    def mouseReleaseEvent(self, event: QMouseEvent) -> None:
        super().mouseReleaseEvent(event)
        at = self.indexAt(event.position().toPoint())
        rows = self.model()
        if isinstance(rows, Matrix) and at == self.currentIndex() and at.column() == rows.adding:
            self.opened.emit(at)

    def focusOutEvent(self, event: QFocusEvent) -> None:
        super().focusOutEvent(event)
        self.left.emit()


class Grid(QFrame):
    """Three views side by side mirror by themselves; one selection runs through all of them."""

    moved = Signal()

    def __init__(self, *, cycle: Callable[[QModelIndex], object], open_it: Callable[[QModelIndex], object],
                 left: Callable[[], object]) -> None:  # fmt: skip
        super().__init__()
        self.rows = Matrix()
        self.rows.setParent(self)
        self.view = _Sources(self.rows, self)
        self.view.setObjectName("matrix")
        self.view.setAccessibleName(tr(N_("Matrix of elements and sources")))
        self._names, self._ends = _Ends(self.rows, self.view, self), _Ends(self.rows, self.view, self)
        for one in (self.view, self._names, self._ends):
            one.setItemDelegate(StrengthDelegate(self.rows, self.view, one))
        # One bar for all three, at the end of the line.
        for one in (self.view, self._names):
            one.setVerticalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self._ends.setVerticalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOn)
        self._ends.setCornerWidget(QWidget())
        for one in (self._names, self._ends):
            # Their bars only keep room free; a handle would say that there is something to move.
            one.horizontalScrollBar().setStyleSheet("QScrollBar::handle:horizontal { background: transparent; }")
        self._names.setFixedWidth(theme.px(226))
        self._ends.setFixedWidth(theme.px(158))
        self.view.verticalScrollBar().valueChanged.connect(self._names.verticalScrollBar().setValue)
        self.view.verticalScrollBar().valueChanged.connect(self._ends.verticalScrollBar().setValue)
        for one in (self._names, self._ends):
            one.verticalScrollBar().valueChanged.connect(self.view.verticalScrollBar().setValue)
        line = QHBoxLayout(self)
        line.setContentsMargins(1, 0, 1, 0)
        line.setSpacing(0)
        line.addWidget(self._names)
        line.addWidget(self.view, 1)
        line.addWidget(self._ends)
        self.view.cycled.connect(cycle)
        self.view.opened.connect(open_it)
        self.view.left.connect(left)
        self.view.sized.connect(self._columns)
        # What is painted to the edge of the view does not scroll with the columns.
        self.view.horizontalScrollBar().valueChanged.connect(self.view.viewport().update)
        self.view.selectionModel().currentChanged.connect(self._moved)

    def fill(self, row: ElementsRow, number: str, chosen: tuple[str, str], column: int) -> None:
        """Show the matrix of a case by its number, one of its cells chosen."""
        selection = self.view.selectionModel()
        selection.blockSignals(True)
        self.rows.number = number
        self.rows.fill(row)
        selection.blockSignals(False)
        self.view.clearSpans()
        for place, line in enumerate(self.rows.lines):
            band = line.line is None
            height = theme.px(_BAND) if line.line is None else self._height(line.line.label)
            for one in (self.view, self._names, self._ends):
                one.setRowHeight(place, height)
            if band and self.rows.adding > 1:
                self.view.setSpan(place, 1, 1, self.rows.adding)
        self._columns()
        self._choose(chosen, column)

    def _height(self, words: str) -> int:
        """How high a line must be for its words; nothing of an element's name is ever cut."""
        area = QRect(0, 0, self._names.width() - 30, 1000)
        wrap = int(Qt.TextFlag.TextWordWrap)
        needed = QFontMetrics(theme.font("label", bold=True)).boundingRect(area, wrap, words).height()
        return max(theme.px(_LINE), needed + 8)

    def _columns(self) -> None:
        rows = self.rows
        for column in range(rows.columnCount()):
            self._names.setColumnHidden(column, column != 0)
            self._ends.setColumnHidden(column, column != rows.last)
            self.view.setColumnHidden(column, column in (0, rows.last))
        self._names.setColumnWidth(0, self._names.width())
        self._ends.setColumnWidth(rows.last, self._ends.viewport().width())
        spare = self.view.viewport().width() - theme.px(46)
        wide = max(theme.px(86), min(theme.px(140), spare // max(1, len(rows.columns))))
        for column in range(1, rows.adding):
            self.view.setColumnWidth(column, wide)
        used = wide * len(rows.columns)
        self.view.setColumnWidth(rows.adding, max(theme.px(46), self.view.viewport().width() - used))
        # Where the middle has a bar under it, the ends keep the same room free, so that all rows stay level.
        over = used + theme.px(46) > self.view.viewport().width()
        policy = Qt.ScrollBarPolicy.ScrollBarAlwaysOn if over else Qt.ScrollBarPolicy.ScrollBarAlwaysOff
        for one in (self.view, self._names, self._ends):
            one.setHorizontalScrollBarPolicy(policy)

    def _choose(self, chosen: tuple[str, str], column: int) -> None:
        lines = self.rows.lines
        places = [place for place, one in enumerate(lines) if one.line is not None]
        if not places:
            return
        place = next((one for one in places if lines[one].key == chosen), places[0])
        index = self.rows.index(place, min(max(1, column), self.rows.adding))
        self.view.selectionModel().setCurrentIndex(index, QItemSelectionModel.SelectionFlag.ClearAndSelect)
        # The heading over the line is shown with it.
        band = max(one for one in range(place) if lines[one].line is None)
        self.view.scrollTo(self.rows.index(band, 1))
        self.view.scrollTo(index)
        if band == 0:
            self.view.scrollToTop()
        self._again()

    def now(self) -> Line | None:
        """The line that is chosen."""
        index = self.view.currentIndex()
        return self.rows.lines[index.row()] if index.isValid() and index.row() < len(self.rows.lines) else None

    def _moved(self, now: QModelIndex, before: QModelIndex) -> None:
        self._again()
        self.moved.emit()

    def _again(self) -> None:
        for one in (self.view, self._names, self._ends):
            one.viewport().update()
