"""The editions under each other: what each is, whose word stands behind it, how many cases follow it."""

from collections.abc import Sequence
from typing import Any

from PySide6.QtCore import QAbstractListModel, QModelIndex, QPersistentModelIndex, QRect, QSize, Qt, Signal
from PySide6.QtGui import QPainter, QPen
from PySide6.QtWidgets import (
    QAbstractItemView,
    QFrame,
    QListView,
    QStyle,
    QStyledItemDelegate,
    QStyleOptionViewItem,
)

from workbench.i18n import N_, isolate, ltr, plain
from workbench.services.editions import EditionRow
from workbench.ui import theme, trust
from workbench.ui.differences import comma
from workbench.ui.parts.chip import chip_size, paint_chip
from workbench.ui.state import speaking, tr

Index = QModelIndex | QPersistentModelIndex
NOWHERE = QModelIndex()
EDITION = Qt.ItemDataRole.UserRole


def followers(row: EditionRow) -> str:
    """How many open cases follow an edition."""
    if not row.cases:
        return tr(N_("no open case"))
    return speaking().say_many("{n} open case", "{n} open cases", len(row.cases))


def in_full(row: EditionRow) -> str:
    """An edition in one sentence, for a screen reader."""
    steps = speaking().say_many("{n} step", "{n} steps", row.steps)
    parts = [row.title, ltr(f"{row.key} {row.version}"), steps, trust.sentence(row.trust, row.signer), followers(row)]
    if row.newest:
        parts.append(tr(N_("new cases start under it")))
    return comma().join(parts)


class _Editions(QAbstractListModel):
    def __init__(self) -> None:
        super().__init__()
        self.rows: list[EditionRow] = []

    def fill(self, found: Sequence[EditionRow]) -> None:
        self.beginResetModel()
        self.rows = list(found)
        self.endResetModel()

    def rowCount(self, parent: Index = NOWHERE) -> int:
        return 0 if parent.isValid() else len(self.rows)

    def data(self, index: Index, role: int = Qt.ItemDataRole.DisplayRole) -> Any:
        row = self.rows[index.row()]
        if role == EDITION:
            return row
        if role == Qt.ItemDataRole.DisplayRole:
            return f"{row.key} {row.version}"
        if role in (Qt.ItemDataRole.AccessibleTextRole, Qt.ItemDataRole.ToolTipRole):
            return plain(in_full(row))
        return None


class _Delegate(QStyledItemDelegate):
    def sizeHint(self, option: QStyleOptionViewItem, index: Index) -> QSize:
        return QSize(160, theme.px(88))

    def paint(self, painter: QPainter, option: QStyleOptionViewItem, index: Index) -> None:
        row: EditionRow = index.data(EDITION)
        rect, rtl = option.rect, option.direction == Qt.LayoutDirection.RightToLeft
        painter.save()
        if option.state & QStyle.StateFlag.State_Selected:
            painter.fillRect(rect, theme.colour("accentTint"))
            left = rect.right() - 2 if rtl else rect.left()
            painter.fillRect(QRect(left, rect.top(), 3, rect.height()), theme.colour("accent"))
        elif option.state & QStyle.StateFlag.State_MouseOver:
            painter.fillRect(rect, theme.colour("canvas"))
        painter.setPen(theme.colour("border"))
        painter.drawLine(rect.bottomLeft(), rect.bottomRight())
        high = theme.px(24)
        inner = rect.adjusted(14, theme.px(8), -12, 0)
        lines = [QRect(inner.left(), inner.top() + place * high, inner.width(), high) for place in range(3)]
        _write(painter, lines[0], isolate(row.title), "card", "text", rtl=rtl)
        _second(painter, lines[1], row, rtl=rtl)
        text, tone, glyph = trust.chip(row.trust, row.signer)
        font = theme.font("small", bold=True)
        size = chip_size(text, glyph, font).boundedTo(QSize(inner.width(), high))
        left = lines[2].right() - size.width() + 1 if rtl else lines[2].left()
        spot = QRect(left, lines[2].top() + 2, size.width(), size.height())
        paint_chip(painter, spot, text, tone, font, glyph=glyph, rtl=rtl)
        if option.state & QStyle.StateFlag.State_HasFocus:
            painter.setBrush(Qt.BrushStyle.NoBrush)
            painter.setPen(QPen(theme.colour("focus"), 2))
            painter.drawRect(rect.adjusted(1, 1, -1, -2))
        painter.restore()


def _second(painter: QPainter, line: QRect, row: EditionRow, *, rtl: bool) -> None:
    """Key and version, then how many follow it, then whether new cases start under it."""
    mono = theme.font("label", mono=True)
    painter.setFont(mono)
    words = f"{row.key} {row.version}"
    wide = min(line.width(), painter.fontMetrics().horizontalAdvance(words) + 12)
    code = QRect(line.right() - wide + 1 if rtl else line.left(), line.top(), wide, line.height())
    _write(painter, code, ltr(words), "label", "text2", rtl=rtl, mono=True)
    rest = line.adjusted(0, 0, -wide, 0) if rtl else line.adjusted(wide, 0, 0, 0)
    told = followers(row) if not row.newest else comma().join((tr(N_("newest")), followers(row)))
    _write(painter, rest, told, "label", "text2", rtl=rtl)


def _write(
    painter: QPainter, spot: QRect, words: str, style: str, token: str, *, rtl: bool, mono: bool = False
) -> None:
    painter.setFont(theme.font(style, mono=mono))
    painter.setPen(theme.colour(token))
    shown = painter.fontMetrics().elidedText(words, Qt.TextElideMode.ElideRight, spot.width())
    side = Qt.AlignmentFlag.AlignRight if rtl else Qt.AlignmentFlag.AlignLeft
    painter.drawText(spot, int(side | Qt.AlignmentFlag.AlignAbsolute | Qt.AlignmentFlag.AlignVCenter), shown)


class Shelf(QListView):
    """One stop for the Tab key; arrows move and choose. ``chosen`` carries the digest."""

    chosen = Signal(str)

    def __init__(self) -> None:
        super().__init__()
        self.setObjectName("editions")
        self.setAccessibleName(tr(N_("Procedures and their editions")))
        self._filling = False
        self._editions = _Editions()
        self._editions.setParent(self)
        self.setModel(self._editions)
        self.setItemDelegate(_Delegate(self))
        self.setFrameShape(QFrame.Shape.NoFrame)
        self.setMouseTracking(True)
        self.setEditTriggers(QAbstractItemView.EditTrigger.NoEditTriggers)
        self.setVerticalScrollMode(QAbstractItemView.ScrollMode.ScrollPerPixel)
        self.selectionModel().currentChanged.connect(self._moved)

    def fill(self, found: Sequence[EditionRow], digest: str) -> str:
        """Show these editions; returns the digest of the one that is chosen now."""
        if not found:
            return ""
        places = [place for place, one in enumerate(found) if one.digest == digest]
        place = places[0] if places else 0
        self._filling = True
        self._editions.fill(found)
        self.setCurrentIndex(self._editions.index(place))
        self._filling = False
        return found[place].digest

    def choose(self, digest: str) -> None:
        """Choose an edition as a press on it would."""
        for place, one in enumerate(self._editions.rows):
            if one.digest == digest:
                self.setCurrentIndex(self._editions.index(place))

    def _moved(self, index: QModelIndex, _before: QModelIndex) -> None:
        if index.isValid() and not self._filling:
            self.chosen.emit(index.data(int(EDITION)).digest)
