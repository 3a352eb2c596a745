"""How the cells of the matrix are painted: names, marks of strength, chips, and the bands of the groups."""

from PySide6.QtCore import QRect, QRectF, Qt
from PySide6.QtGui import QPainter, QPen
from PySide6.QtWidgets import (
    QHeaderView,
    QStyle,
    QStyledItemDelegate,
    QStyleOptionViewItem,
    QTableView,
    QWidget,
)

from workbench.i18n import ltr
from workbench.terms import SOURCES
from workbench.ui import theme
from workbench.ui.elements.marks import paint_mark
from workbench.ui.elements.rows import ROW, Line, Matrix, ask_of, title_of
from workbench.ui.icons import paint_icon
from workbench.ui.parts.chip import chip_size, paint_chip
from workbench.ui.state import number, tr
from workbench.ui.tables import Index

_START = Qt.AlignmentFlag.AlignVCenter | Qt.AlignmentFlag.AlignAbsolute


def _side(rtl: bool) -> int:
    return int(_START | (Qt.AlignmentFlag.AlignRight if rtl else Qt.AlignmentFlag.AlignLeft))


class StrengthDelegate(QStyledItemDelegate):
    """One delegate for the three views of the matrix; ``front`` is the one that has the focus."""

    def __init__(self, rows: Matrix, front: QTableView, parent: QWidget) -> None:
        super().__init__(parent)
        self._rows, self._front = rows, front

    def paint(self, painter: QPainter, option: QStyleOptionViewItem, index: Index) -> None:
        here: Line = index.data(ROW)
        rtl = option.direction == Qt.LayoutDirection.RightToLeft
        rect, column = option.rect, index.column()
        painter.save()
        now = self._front.currentIndex()
        chosen = now.isValid() and now.row() == index.row()
        if here.line is None:
            painter.fillRect(rect, theme.colour("canvas"))
        elif chosen:
            painter.fillRect(rect, theme.colour("accentTint"))
        elif option.state & QStyle.StateFlag.State_MouseOver:
            painter.fillRect(rect, theme.colour("canvas"))
        painter.setPen(QPen(theme.colour("border"), 1))
        painter.drawLine(rect.bottomLeft(), rect.bottomRight())
        if here.line is None:
            self._band(painter, rect, here, column, rtl)
        elif column == 0:
            self._name(painter, rect, here, rtl, chosen)
        elif column == self._rows.last:
            self._chip(painter, rect, here, rtl)
        else:
            edge = rect.left() if rtl else rect.right()
            painter.drawLine(edge, rect.top(), edge, rect.bottom())
            self._cell(painter, rect, index, chosen and now.column() == column)
        painter.restore()

    def _band(self, painter: QPainter, rect: QRect, here: Line, column: int, rtl: bool) -> None:
        if column == self._rows.last:
            self._chip(painter, rect, here, rtl)
            return
        # The band runs under the scrolled columns; its words stay where they can be read.
        seen = rect if column == 0 else rect.intersected(self._front.viewport().rect())
        inner = seen.adjusted(10, 0, -10, 0)
        painter.setPen(theme.colour("text" if column == 0 else "text2"))
        painter.setFont(theme.font("card" if column == 0 else "label"))
        said = title_of(here.part) if column == 0 else ask_of(here.part, self._rows.neutral)
        shown = painter.fontMetrics().elidedText(said, Qt.TextElideMode.ElideRight, inner.width())
        painter.drawText(inner, _side(rtl), shown)

    def _name(self, painter: QPainter, rect: QRect, here: Line, rtl: bool, chosen: bool) -> None:
        assert here.line is not None
        if chosen:
            left = rect.right() - 2 if rtl else rect.left()
            painter.fillRect(QRect(left, rect.top(), 3, rect.height()), theme.colour("accent"))
        inner = rect.adjusted(10, 0, -20, 0) if rtl else rect.adjusted(20, 0, -10, 0)
        painter.setPen(theme.colour("text"))
        painter.setFont(theme.font("body", bold=chosen))
        words = int(_side(rtl)) | int(Qt.TextFlag.TextWordWrap)
        if painter.fontMetrics().horizontalAdvance(here.line.label) > inner.width():
            painter.setFont(theme.font("label", bold=chosen))
        painter.drawText(inner.adjusted(0, 1, 0, -1), words, here.line.label)

    def _chip(self, painter: QPainter, rect: QRect, here: Line, rtl: bool) -> None:
        text, tone, glyph = here.chip
        if not text:
            return
        font = theme.font("label", bold=True)
        size = chip_size(text, glyph, font)
        width = min(size.width(), rect.width() - 16)
        left = rect.right() - 8 - width + 1 if rtl else rect.left() + 8
        spot = QRect(left, rect.center().y() - size.height() // 2, width, size.height())
        paint_chip(painter, spot, text, tone, font, glyph=glyph, rtl=rtl)

    def _cell(self, painter: QPainter, rect: QRect, index: Index, current: bool) -> None:
        side = theme.px(18)
        spot = QRectF(rect.center().x() - side / 2 + 0.5, rect.center().y() - side / 2 + 0.5, side, side)
        if index.column() == self._rows.adding:
            if current:
                paint_icon(painter, spot, "ph.plus-circle", "accentText")
        else:
            paint_mark(painter, spot, self._rows.mark(index.row(), index.column()))
            more = len(self._rows.found(index.row(), index.column()))
            if more > 1:
                painter.setFont(theme.font("small"))
                painter.setPen(theme.colour("text2"))
                count = QRect(int(spot.right()) + 2, rect.top(), theme.px(16), rect.height())
                painter.drawText(count, int(Qt.AlignmentFlag.AlignCenter), number(more))
        if current and self._front.hasFocus():
            painter.setBrush(Qt.BrushStyle.NoBrush)
            painter.setPen(QPen(theme.colour("focus"), 2))
            painter.drawRoundedRect(rect.adjusted(2, 2, -3, -3), 4, 4)


class Heads(QHeaderView):
    """The heads of the columns: the code of a source over the word for what it is."""

    def __init__(self, rows: Matrix, parent: QWidget) -> None:
        super().__init__(Qt.Orientation.Horizontal, parent)
        self._rows = rows
        self.setFixedHeight(theme.px(46))
        self.setSectionsClickable(False)
        self.setHighlightSections(False)
        self.setMinimumSectionSize(theme.px(40))

    def paintSection(self, painter: QPainter, rect: QRect, section: int) -> None:
        painter.save()
        painter.fillRect(rect, theme.colour("canvas"))
        painter.setPen(QPen(theme.colour("border"), 1))
        painter.drawLine(rect.bottomLeft(), rect.bottomRight())
        painter.drawLine(rect.topLeft(), rect.topRight())
        rtl = theme.rtl()
        source = self._rows.source(section)
        inner = rect.adjusted(6, 4, -6, -4)
        if source is not None:
            edge = rect.left() if rtl else rect.right()
            painter.drawLine(edge, rect.top(), edge, rect.bottom())
            half = inner.height() // 2
            painter.setPen(theme.colour("text2"))
            painter.setFont(theme.font("label", mono=True))
            # The beginning of a number is that of the case; its end tells one exhibit from another.
            code = painter.fontMetrics().elidedText(self._rows.short(source), Qt.TextElideMode.ElideLeft, inner.width())
            top = QRect(inner.left(), inner.top(), inner.width(), half)
            painter.drawText(top, int(Qt.AlignmentFlag.AlignCenter), ltr(code))
            painter.setFont(theme.font("label"))
            words = " ".join(source.label.split()) if source.kind != "statement" else ""
            words = painter.fontMetrics().elidedText(
                words or tr(SOURCES[source.kind]), Qt.TextElideMode.ElideRight, inner.width()
            )
            painter.drawText(inner.adjusted(0, half, 0, 0), int(Qt.AlignmentFlag.AlignCenter), words)
        elif section == self._rows.adding:
            side = theme.px(18)
            spot = QRect(rect.center().x() - side // 2, rect.center().y() - side // 2, side, side)
            paint_icon(painter, spot, "ph.plus", "accentText")
        else:
            painter.setPen(theme.colour("text2"))
            painter.setFont(theme.font("label", bold=True))
            said = self._rows.headerData(section, Qt.Orientation.Horizontal)
            painter.drawText(inner.adjusted(4, 0, -4, 0), _side(rtl), said)
        painter.restore()
