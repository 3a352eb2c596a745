"""A table whose rows can be ticked: with the mouse, with Space, all at once in the head or with Ctrl+A."""

from collections.abc import Sequence
from typing import Any

from PySide6.QtCore import QEvent, QModelIndex, QPersistentModelIndex, QRect, QRectF, Qt, Signal
from PySide6.QtGui import QHelpEvent, QKeyEvent, QKeySequence, QMouseEvent, QPainter, QPen
from PySide6.QtWidgets import QHeaderView, QStyleOptionViewItem, QTableView, QToolTip, QWidget

from workbench.i18n import N_
from workbench.ui import theme
from workbench.ui.icons import paint_icon
from workbench.ui.state import tr
from workbench.ui.tables import NOWHERE, ROW, CellDelegate, Column, Rows

Index = QModelIndex | QPersistentModelIndex
_SIDE = 18


def paint_tick(painter: QPainter, box: QRect, state: Qt.CheckState) -> None:
    """A box with a check, a dash for some, or nothing."""
    on = state != Qt.CheckState.Unchecked
    painter.save()
    painter.setRenderHint(QPainter.RenderHint.Antialiasing)
    painter.setPen(QPen(theme.colour("accent" if on else "border2"), 1.2))
    painter.setBrush(theme.colour("accent" if on else "surface"))
    painter.drawRoundedRect(QRectF(box).adjusted(0.5, 0.5, -0.5, -0.5), 4, 4)
    if state == Qt.CheckState.Checked:
        paint_icon(painter, box.adjusted(3, 3, -3, -3), "ph.check-bold", "onAccent")
    elif on:
        painter.fillRect(QRectF(box.left() + 5, box.center().y() - 0.5, box.width() - 10, 2), theme.colour("onAccent"))
    painter.restore()


def _box(rect: QRect) -> QRect:
    side = theme.px(_SIDE)
    found = QRect(0, 0, side, side)
    found.moveCenter(rect.center())
    return found


class TickedRows(Rows):
    """Rows with a first column for the tick; what is ticked is remembered by number."""

    ticked = Signal()

    def __init__(self, columns: Sequence[Column]) -> None:
        super().__init__([Column("", lambda _row: ""), *columns])
        self.chosen: set[str] = set()

    def fill(self, rows: Sequence[Any]) -> None:
        self.chosen &= {one.number for one in rows}
        super().fill(rows)

    def data(self, index: Index, role: int = Qt.ItemDataRole.DisplayRole) -> Any:
        if index.isValid() and index.column() == 0:
            row = super().data(index, ROW)
            if role == Qt.ItemDataRole.CheckStateRole:
                on = row.number in self.chosen
                return Qt.CheckState.Checked if on else Qt.CheckState.Unchecked
            if role == Qt.ItemDataRole.AccessibleTextRole:
                return tr(N_("chosen")) if row.number in self.chosen else tr(N_("not chosen"))
        return super().data(index, role)

    def flags(self, index: Index) -> Qt.ItemFlag:
        found = super().flags(index)
        return found | Qt.ItemFlag.ItemIsUserCheckable if index.column() == 0 else found

    def setData(self, index: Index, value: Any, role: int = Qt.ItemDataRole.EditRole) -> bool:
        if not index.isValid() or index.column() != 0 or role != Qt.ItemDataRole.CheckStateRole:
            return False
        number = super().data(index, ROW).number
        (self.chosen.add if Qt.CheckState(value) == Qt.CheckState.Checked else self.chosen.discard)(number)
        self.dataChanged.emit(index, index)
        self.ticked.emit()
        return True

    def put(self, numbers: set[str], on: bool) -> None:
        """Tick these, or take their ticks away."""
        self.chosen = self.chosen | numbers if on else self.chosen - numbers
        if self.rowCount():
            self.dataChanged.emit(self.index(0, 0), self.index(self.rowCount() - 1, 0))
        self.ticked.emit()


class TickDelegate(CellDelegate):
    """Paints the tick of a row; the column after it is moved in by the depth of a part."""

    def paint(self, painter: QPainter, option: QStyleOptionViewItem, index: Index) -> None:
        depth = int(getattr(index.data(ROW), "depth", 0)) if index.column() == 1 else 0
        if depth:
            self._ground(painter, option)
            step = theme.px(12) * min(depth, 4)
            rtl = option.direction == Qt.LayoutDirection.RightToLeft
            option.rect = option.rect.adjusted(0, 0, -step, 0) if rtl else option.rect.adjusted(step, 0, 0, 0)
        super().paint(painter, option, index)
        if index.column() == 0:
            paint_tick(painter, _box(option.rect), Qt.CheckState(index.data(Qt.ItemDataRole.CheckStateRole)))

    def _ground(self, painter: QPainter, option: QStyleOptionViewItem) -> None:
        from PySide6.QtWidgets import QStyle

        if option.state & QStyle.StateFlag.State_Selected:
            painter.fillRect(option.rect, theme.colour("accentTint"))
        painter.setPen(QPen(theme.colour("border"), 1))
        painter.drawLine(option.rect.bottomLeft(), option.rect.bottomRight())


class TickHeader(QHeaderView):
    """A head whose first section ticks all rows that are shown, or none."""

    def __init__(self, parent: QTableView) -> None:
        super().__init__(Qt.Orientation.Horizontal, parent)
        self.setSectionsClickable(True)

    def paintSection(self, painter: QPainter, rect: QRect, logical: int) -> None:
        painter.save()
        super().paintSection(painter, rect, logical)
        painter.restore()
        view = self.parent()
        if logical == 0 and isinstance(view, TickTable):
            paint_tick(painter, _box(rect), view.all_ticked())

    def mousePressEvent(self, event: QMouseEvent) -> None:
        view = self.parent()
        if self.logicalIndexAt(event.position().toPoint()) == 0 and isinstance(view, TickTable):
            view.tick_all()
        else:
            super().mousePressEvent(event)

    def mouseReleaseEvent(self, event: QMouseEvent) -> None:
        if self.logicalIndexAt(event.position().toPoint()) != 0:
            super().mouseReleaseEvent(event)

    def event(self, event: QEvent) -> bool:
        if isinstance(event, QHelpEvent) and self.logicalIndexAt(event.pos()) == 0:
            QToolTip.showText(event.globalPos(), tr(N_("Choose all that are shown")), self)
            return True
        return super().event(event)


class TickTable(QTableView):
    """Space ticks the row that the keys are at; Ctrl+A ticks all that are shown, or none."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setHorizontalHeader(TickHeader(self))

    def rows(self) -> TickedRows:
        """The rows under the filter."""
        found = self.model().sourceModel()  # type: ignore[attr-defined]
        assert isinstance(found, TickedRows)
        return found

    def shown(self) -> set[str]:
        """The numbers of the rows that are shown."""
        model = self.model()
        return {str(model.index(place, 0).data(ROW).number) for place in range(model.rowCount(NOWHERE))}

    def all_ticked(self) -> Qt.CheckState:
        """Whether all that are shown are ticked, some, or none."""
        shown = self.shown()
        on = shown & self.rows().chosen
        if not on:
            return Qt.CheckState.Unchecked
        return Qt.CheckState.Checked if on == shown else Qt.CheckState.PartiallyChecked

    def tick_all(self) -> None:
        """Tick all that are shown; if they are, none of them."""
        self.rows().put(self.shown(), self.all_ticked() != Qt.CheckState.Checked)
        self.horizontalHeader().viewport().update()

    def toggle(self, index: Index) -> None:
        """Turn the tick of a row."""
        cell = self.model().index(index.row(), 0)
        was = Qt.CheckState(cell.data(Qt.ItemDataRole.CheckStateRole)) == Qt.CheckState.Checked
        now = Qt.CheckState.Unchecked if was else Qt.CheckState.Checked
        self.model().setData(cell, now, Qt.ItemDataRole.CheckStateRole)
        self.horizontalHeader().viewport().update()
        self.viewport().update()

    def mousePressEvent(self, event: QMouseEvent) -> None:
        index = self.indexAt(event.position().toPoint())
        super().mousePressEvent(event)
        if index.isValid() and index.column() == 0 and event.button() == Qt.MouseButton.LeftButton:
            self.toggle(index)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        if event.key() == Qt.Key.Key_Space and self.currentIndex().isValid():
            self.toggle(self.currentIndex())
        elif event.matches(QKeySequence.StandardKey.SelectAll):
            self.tick_all()
        else:
            super().keyPressEvent(event)
