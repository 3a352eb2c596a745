"""The list of phases and steps, painted: a ring for a phase, an icon and a code for a step."""

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

from workbench.i18n import N_, ltr, plain
from workbench.sop import StepState
from workbench.ui import theme
from workbench.ui.guide.lines import Line
from workbench.ui.icons import icon_dir, paint_icon
from workbench.ui.parts.marks import paint_ring
from workbench.ui.state import tr

Index = QModelIndex | QPersistentModelIndex
NOWHERE = QModelIndex()
LINE = Qt.ItemDataRole.UserRole
_ICONS = {
    StepState.DONE: ("ph.check-circle-fill", "okMark"),
    StepState.OPEN: ("ph.circle", "text3"),
    StepState.DRAFT: ("ph.circle-half", "accent"),
    StepState.WAITING: ("ph.lock", "text3"),
    StepState.NOT_APPLICABLE: ("ph.minus-circle", "text3"),
    StepState.WAIVED: ("ph.shield-chevron", "text3"),
    StepState.ASKED: ("ph.hourglass", "warnMark"),
}


class Lines(QAbstractListModel):
    """The lines as a model; what a screen reader says stands in the accessible text."""

    def __init__(self) -> None:
        super().__init__()
        self.lines: list[Line] = []

    def fill(self, found: Sequence[Line]) -> None:
        """Show these lines from now on."""
        self.beginResetModel()
        self.lines = list(found)
        self.endResetModel()

    def rowCount(self, parent: Index = NOWHERE) -> int:
        return 0 if parent.isValid() else len(self.lines)

    def data(self, index: Index, role: int = Qt.ItemDataRole.DisplayRole) -> Any:
        line = self.lines[index.row()]
        if role == LINE:
            return line
        if role == Qt.ItemDataRole.DisplayRole:
            return line.title
        if role in (Qt.ItemDataRole.AccessibleTextRole, Qt.ItemDataRole.ToolTipRole):
            return plain(line.spoken)
        return None


class StepDelegate(QStyledItemDelegate):
    """Paints a line; sizes grow with the text."""

    def sizeHint(self, option: QStyleOptionViewItem, index: Index) -> QSize:
        return QSize(120, theme.px(28 if index.data(LINE).kind == "step" else 26))

    def paint(self, painter: QPainter, option: QStyleOptionViewItem, index: Index) -> None:
        line: Line = index.data(LINE)
        painter.save()
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        rect, rtl = option.rect, option.direction == Qt.LayoutDirection.RightToLeft
        if line.kind == "step":
            self._step(painter, rect, line, rtl)
        else:
            self._phase(painter, rect, line, rtl)
        if option.state & QStyle.StateFlag.State_HasFocus:
            painter.setBrush(Qt.BrushStyle.NoBrush)
            painter.setPen(QPen(theme.colour("focus"), 2))
            painter.drawRoundedRect(rect.adjusted(1, 1, -1, -1), 4, 4)
        painter.restore()

    def _phase(self, painter: QPainter, rect: QRect, line: Line, rtl: bool) -> None:
        if line.opened:
            painter.fillRect(rect, theme.colour("canvas"))
            painter.setPen(theme.colour("border"))
            painter.drawLine(rect.topLeft(), rect.topRight())
        paint_ring(painter, _spot(rect, theme.px(12), theme.px(16), rtl), line.done, line.total)
        if line.kind == "folded":
            end = "ph.caret-down"
            paint_icon(painter, _spot(rect, rect.width() - theme.px(26), theme.px(15), rtl), end, "text2")
            count = ""
        else:
            count = tr(N_("{done} of {total}"), done=line.done, total=line.total)
        painter.setFont(theme.font("label"))
        room = painter.fontMetrics().horizontalAdvance(count)
        painter.setPen(theme.colour("text2"))
        _words(painter, _inner(rect, rect.width() - 14 - room, 12, rtl), count, rtl)
        painter.setFont(theme.font("body", bold=line.opened))
        painter.setPen(theme.colour("text2" if line.kind == "folded" or line.done == line.total else "text"))
        _words(painter, _inner(rect, theme.px(38), room + 22, rtl), line.title, rtl)

    def _step(self, painter: QPainter, rect: QRect, line: Line, rtl: bool) -> None:
        painter.fillRect(rect, theme.colour("accentTint" if line.chosen else "canvas"))
        if line.chosen:
            left = rect.right() - 2 if rtl else rect.left()
            painter.fillRect(QRect(left, rect.top(), 3, rect.height()), theme.colour("accent"))
        state = line.state or StepState.OPEN
        name, token = _ICONS.get(state, _ICONS[StepState.OPEN])
        if line.chosen and state in (StepState.OPEN, StepState.DRAFT):
            name, token = icon_dir("current", rtl), "accent"
        paint_icon(painter, _spot(rect, theme.px(22), theme.px(17), rtl), name, token)
        painter.setFont(theme.font("label", mono=True, bold=line.chosen))
        number = ltr(line.code)
        room = painter.fontMetrics().horizontalAdvance(line.code)
        painter.setPen(theme.colour("accentText" if line.chosen else "text2"))
        _words(painter, _inner(rect, rect.width() - 14 - room, 8, rtl), number, rtl)
        painter.setFont(theme.font("body", bold=line.chosen))
        faint = state in (StepState.WAITING, StepState.NOT_APPLICABLE, StepState.WAIVED, StepState.DONE)
        painter.setPen(theme.colour("accentText" if line.chosen else "text2" if faint else "text"))
        _words(painter, _inner(rect, theme.px(48), room + 22, rtl), line.title, rtl)


def _spot(rect: QRect, across: int, side: int, rtl: bool) -> QRect:
    """A square at a distance from the start of the line."""
    left = rect.right() - across - side + 1 if rtl else rect.left() + across
    return QRect(left, rect.center().y() - side // 2 + 1, side, side)


def _inner(rect: QRect, start: int, end: int, rtl: bool) -> QRect:
    return rect.adjusted(end, 0, -start, 0) if rtl else rect.adjusted(start, 0, -end, 0)


def _words(painter: QPainter, rect: QRect, text: str, rtl: bool) -> None:
    side = Qt.AlignmentFlag.AlignRight if rtl else Qt.AlignmentFlag.AlignLeft
    shown = painter.fontMetrics().elidedText(text, Qt.TextElideMode.ElideRight, rect.width() + 1)
    painter.drawText(rect, int(side | Qt.AlignmentFlag.AlignAbsolute | Qt.AlignmentFlag.AlignVCenter), shown)


class Stepper(QListView):
    """One stop for the Tab key; arrows move inside, Enter opens, a phase folds."""

    step_chosen = Signal(str)
    phase_chosen = Signal(str)

    def __init__(self) -> None:
        super().__init__()
        self.setObjectName("stepper")
        self.setAccessibleName(tr(N_("Phases and steps")))
        self._lines = Lines()
        self._lines.setParent(self)
        self.setModel(self._lines)
        self.setItemDelegate(StepDelegate(self))
        self.setFrameShape(QFrame.Shape.NoFrame)
        self.setEditTriggers(QAbstractItemView.EditTrigger.NoEditTriggers)
        self.setVerticalScrollMode(QAbstractItemView.ScrollMode.ScrollPerPixel)
        self.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.clicked.connect(self._open)
        self.activated.connect(self._open)

    def fill(self, found: Sequence[Line]) -> None:
        """Show lines and bring the chosen step into view; what has not changed is left alone."""
        if list(found) == self._lines.lines:
            return
        self._lines.fill(found)
        for place, line in enumerate(found):
            if line.chosen:
                self.setCurrentIndex(self._lines.index(place))
                self.scrollTo(self._lines.index(place), QAbstractItemView.ScrollHint.PositionAtCenter)

    def _open(self, index: QModelIndex) -> None:
        line: Line = index.data(LINE)
        if line.kind == "step":
            self.step_chosen.emit(line.key)
        else:
            self.phase_chosen.emit(line.key)
