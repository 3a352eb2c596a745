"""One model for every table of the window, its filter, and its delegate with chips."""

from collections.abc import Callable, Sequence
from dataclasses import dataclass
from typing import Any

from PySide6.QtCore import (
    QAbstractTableModel,
    QModelIndex,
    QPersistentModelIndex,
    QRect,
    QSortFilterProxyModel,
    Qt,
)
from PySide6.QtGui import QFontMetrics, QPainter, QPen
from PySide6.QtWidgets import (
    QAbstractItemView,
    QHeaderView,
    QStyle,
    QStyledItemDelegate,
    QStyleOptionViewItem,
    QTableView,
)

from workbench.i18n import latin, plain
from workbench.ui import theme
from workbench.ui.parts.chip import chip_size, paint_chip

Index = QModelIndex | QPersistentModelIndex
NOWHERE = QModelIndex()
Chipped = tuple[str, str, str]  # text, tone, icon
ROW = Qt.ItemDataRole.UserRole
_FOLD = str.maketrans(
    {
        "أ": "ا",
        "إ": "ا",
        "آ": "ا",
        "ى": "ی",
        "ي": "ی",
        "ك": "ک",
        "ة": "ه",
        "ە": "ه",
        "ڕ": "ر",
        "ڵ": "ل",
        "ۆ": "و",
        "ێ": "ی",
        "ـ": "",
    }
)


def fold(text: str) -> str:
    """The text as it is searched and sorted: letters that people mix up are one letter."""
    return latin(plain(text)).casefold().translate(_FOLD)


@dataclass(frozen=True)
class Column:
    """One column: its label and how a row says it. ``code`` is mono, ``chip`` a state, ``wide`` takes the rest."""

    label: str
    text: Callable[[Any], str]
    code: bool = False
    chip: Callable[[Any], Chipped] | None = None
    wide: bool = False
    strong: bool = False
    quiet: bool = False
    order: Callable[[Any], Any] | None = None


class Rows(QAbstractTableModel):
    """Rows from the services, shown by columns."""

    def __init__(self, columns: Sequence[Column]) -> None:
        super().__init__()
        self.columns, self._rows = tuple(columns), list[Any]()

    def fill(self, rows: Sequence[Any]) -> None:
        """Show these rows from now on."""
        self.beginResetModel()
        self._rows = list(rows)
        self.endResetModel()

    def rowCount(self, parent: Index = NOWHERE) -> int:
        return 0 if parent.isValid() else len(self._rows)

    def columnCount(self, parent: Index = NOWHERE) -> int:
        return 0 if parent.isValid() else len(self.columns)

    def headerData(
        self, section: int, orientation: Qt.Orientation, role: int = Qt.ItemDataRole.DisplayRole
    ) -> Any:
        if orientation == Qt.Orientation.Horizontal and role == Qt.ItemDataRole.DisplayRole:
            return self.columns[section].label
        if role == Qt.ItemDataRole.TextAlignmentRole:
            return Qt.AlignmentFlag.AlignLeading | Qt.AlignmentFlag.AlignVCenter
        return None

    def data(self, index: Index, role: int = Qt.ItemDataRole.DisplayRole) -> Any:
        if not index.isValid():
            return None
        row, column = self._rows[index.row()], self.columns[index.column()]
        if role == ROW:
            return row
        if role in (
            Qt.ItemDataRole.DisplayRole,
            Qt.ItemDataRole.AccessibleTextRole,
            Qt.ItemDataRole.ToolTipRole,
        ):
            said = column.chip(row)[0] if column.chip else column.text(row)
            return plain(said) if role == Qt.ItemDataRole.ToolTipRole else said
        return None

    def order(self, index: Index) -> Any:
        """What a cell is sorted by."""
        row, column = self._rows[index.row()], self.columns[index.column()]
        return column.order(row) if column.order else fold(column.text(row))


class Sifted(QSortFilterProxyModel):
    """Rows that hold what is typed into the filter, in the order of a column."""

    def __init__(self, rows: Rows) -> None:
        super().__init__()
        self.rows = rows
        self.setSourceModel(rows)
        self._wanted = ""

    def want(self, text: str) -> None:
        """Show only rows that hold this text."""
        self._wanted = fold(text)
        self.invalidate()

    def filterAcceptsRow(self, row: int, parent: Index) -> bool:
        if not self._wanted:
            return True
        found = (self.rows.data(self.rows.index(row, place)) for place in range(len(self.rows.columns)))
        return any(self._wanted in fold(str(text)) for text in found)

    def lessThan(self, left: Index, right: Index) -> bool:
        return bool(self.rows.order(left) < self.rows.order(right))


class CellDelegate(QStyledItemDelegate):
    """Paints texts, codes and chips; the selected row has a bar at the line's start."""

    def __init__(self, columns: Sequence[Column], parent: QTableView) -> None:
        super().__init__(parent)
        self._columns = tuple(columns)

    def paint(self, painter: QPainter, option: QStyleOptionViewItem, index: Index) -> None:
        column, row = self._columns[index.column()], index.data(ROW)
        rtl = option.direction == Qt.LayoutDirection.RightToLeft
        chosen = bool(option.state & QStyle.StateFlag.State_Selected)
        painter.save()
        if chosen:
            painter.fillRect(option.rect, theme.colour("accentTint"))
        elif option.state & QStyle.StateFlag.State_MouseOver:
            painter.fillRect(option.rect, theme.colour("canvas"))
        painter.setPen(QPen(theme.colour("border"), 1))
        painter.drawLine(option.rect.bottomLeft(), option.rect.bottomRight())
        if chosen and index.column() == 0:
            left = option.rect.right() - 2 if rtl else option.rect.left()
            painter.fillRect(QRect(left, option.rect.top(), 3, option.rect.height()), theme.colour("accent"))
        self._ring(painter, option.rect, index, rtl)
        inner = option.rect.adjusted(10, 0, -10, 0)
        if column.chip is not None:
            text, tone, glyph = column.chip(row)
            if text:
                font = theme.font("label", bold=True)
                size = chip_size(text, glyph, font)
                width = min(size.width(), inner.width())
                left = inner.right() - width + 1 if rtl else inner.left()
                paint_chip(
                    painter,
                    QRect(left, inner.center().y() - size.height() // 2, width, size.height()),
                    text,
                    tone,
                    font,
                    glyph=glyph,
                    rtl=rtl,
                )
        else:
            font = theme.font("body", mono=column.code, bold=column.strong or (chosen and column.wide))
            painter.setFont(font)
            painter.setPen(theme.colour("text2" if column.quiet or column.code else "text"))
            shown = painter.fontMetrics().elidedText(
                column.text(row), Qt.TextElideMode.ElideRight, inner.width()
            )
            side = Qt.AlignmentFlag.AlignRight if rtl else Qt.AlignmentFlag.AlignLeft
            painter.drawText(
                inner, int(side | Qt.AlignmentFlag.AlignAbsolute | Qt.AlignmentFlag.AlignVCenter), shown
            )
        painter.restore()

    def _ring(self, painter: QPainter, rect: QRect, index: Index, rtl: bool) -> None:
        """The row that the keys move has a ring around it, cell by cell."""
        view = self.parent()
        if (
            not isinstance(view, QTableView)
            or not view.hasFocus()
            or view.currentIndex().row() != index.row()
        ):
            return
        painter.setPen(QPen(theme.colour("focus"), 2))
        inner = rect.adjusted(0, 1, 0, -2)
        painter.drawLine(inner.topLeft(), inner.topRight())
        painter.drawLine(inner.bottomLeft(), inner.bottomRight())
        ends = {0: rtl, len(self._columns) - 1: not rtl}
        if index.column() in ends:
            x = inner.right() - 1 if ends[index.column()] else inner.left() + 1
            painter.drawLine(x, inner.top(), x, inner.bottom())


def table(
    rows: Rows, *, name: str, says: str, view: QTableView | None = None, sifted: Sifted | None = None
) -> tuple[QTableView, Sifted]:
    """A table over rows: sortable, one row chosen at a time, one stop for the Tab key."""
    sifted, view = sifted or Sifted(rows), view or QTableView()
    sifted.setParent(view)
    rows.setParent(view)
    view.setModel(sifted)
    view.setObjectName(name)
    view.setAccessibleName(says)
    view.setItemDelegate(CellDelegate(rows.columns, view))
    view.setSelectionBehavior(QAbstractItemView.SelectionBehavior.SelectRows)
    view.setSelectionMode(QAbstractItemView.SelectionMode.SingleSelection)
    view.setEditTriggers(QAbstractItemView.EditTrigger.NoEditTriggers)
    view.setTabKeyNavigation(False)
    view.setShowGrid(False)
    view.setMouseTracking(True)
    view.setHorizontalScrollMode(QAbstractItemView.ScrollMode.ScrollPerPixel)
    view.verticalHeader().hide()
    view.verticalHeader().setDefaultSectionSize(theme.px(40))
    head = view.horizontalHeader()
    head.setHighlightSections(False)
    head.setSectionResizeMode(QHeaderView.ResizeMode.Interactive)
    head.setStretchLastSection(not any(column.wide for column in rows.columns))
    for place, column in enumerate(rows.columns):
        if column.wide:
            head.setSectionResizeMode(place, QHeaderView.ResizeMode.Stretch)
    view.setSortingEnabled(True)
    head.setSortIndicatorShown(False)
    sifted.sort(-1)
    return view, sifted


def widen(view: QTableView, columns: Sequence[Column], least: int = 80, most: int = 260) -> None:
    """Give every narrow column the room its cells need; a number that is cut short names nothing."""
    model = view.model()
    for place, column in enumerate(columns):
        if column.wide:
            continue
        written = QFontMetrics(theme.font("body", mono=column.code))
        widest = view.fontMetrics().horizontalAdvance(column.label) + 24
        for row in range(min(model.rowCount(), 60)):
            text = str(model.index(row, place).data())
            extra = 64 if column.chip else 30
            widest = max(widest, written.horizontalAdvance(plain(text)) + extra)
        view.setColumnWidth(place, max(least, widest if column.code else min(most, widest)))
