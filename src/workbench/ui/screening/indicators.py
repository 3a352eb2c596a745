"""The sheet of indicators: one stop of the Tab key, arrows inside, Space answers, Enter says what it rests on."""

from collections.abc import Sequence
from typing import Any

from PySide6.QtCore import QAbstractListModel, QModelIndex, QPersistentModelIndex, QRect, Qt, Signal
from PySide6.QtGui import QKeyEvent, QMouseEvent, QResizeEvent
from PySide6.QtWidgets import QAbstractItemView, QFrame, QListView

from workbench.i18n import N_, plain
from workbench.ui import theme
from workbench.ui.screening.lines import HEAD, ITEM, Line, spoken
from workbench.ui.screening.painting import ANSWERS, LINE, LineDelegate, Spots, words_of_answers
from workbench.ui.state import tr

Index = QModelIndex | QPersistentModelIndex
NOWHERE = QModelIndex()


class _Lines(QAbstractListModel):
    def __init__(self) -> None:
        super().__init__()
        self.lines: list[Line] = []
        self._answers = words_of_answers()

    def fill(self, found: Sequence[Line]) -> bool:
        """Show these lines; whether others stand in other places now."""
        same = [(one.kind, one.key) for one in found] == [(one.kind, one.key) for one in self.lines]
        if not same:
            self.beginResetModel()
            self.lines = list(found)
            self.endResetModel()
            return True
        before, self.lines = self.lines, list(found)
        for place, (old, new) in enumerate(zip(before, self.lines, strict=True)):
            if old != new:
                self.dataChanged.emit(self.index(place), self.index(place))
        return False

    def rowCount(self, parent: Index = NOWHERE) -> int:
        return 0 if parent.isValid() else len(self.lines)

    def data(self, index: Index, role: int = Qt.ItemDataRole.DisplayRole) -> Any:
        line = self.lines[index.row()]
        if role == LINE:
            return line
        if role == Qt.ItemDataRole.DisplayRole:
            return line.text
        if role == Qt.ItemDataRole.ToolTipRole and line.kind == ITEM:
            refs = "\n".join(line.answer.evidence)
            return "\n".join(part for part in (plain(line.text), plain(line.help), refs) if part)
        if role == Qt.ItemDataRole.AccessibleTextRole:
            return plain(spoken(line, self._answers))
        return None

    def flags(self, index: Index) -> Qt.ItemFlag:
        kind = self.lines[index.row()].kind
        own = Qt.ItemFlag.ItemIsEnabled | Qt.ItemFlag.ItemIsSelectable
        return own if kind in (HEAD, ITEM) else Qt.ItemFlag.NoItemFlags


class Indicators(QListView):
    """``answered`` key and value, ``linking`` the key of an indicator, ``folding`` the key of a group."""

    answered = Signal(str, object)
    linking = Signal(str)
    folding = Signal(str)
    came = Signal(object)

    def __init__(self) -> None:
        super().__init__()
        self.setObjectName("indicators")
        self.setAccessibleName(tr(N_("Indicators")))
        self.setAccessibleDescription(
            tr(N_("Space: the next answer. Enter: what it rests on, or open and fold a group."))
        )
        self._lines = _Lines()
        self._lines.setParent(self)
        self._delegate = LineDelegate(self)
        self.setModel(self._lines)
        self.setItemDelegate(self._delegate)
        self.setFrameShape(QFrame.Shape.NoFrame)
        self.setEditTriggers(QAbstractItemView.EditTrigger.NoEditTriggers)
        self.setVerticalScrollMode(QAbstractItemView.ScrollMode.ScrollPerPixel)
        self.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.setVerticalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOn)
        self.selectionModel().currentChanged.connect(lambda now, _: self.came.emit(now.data(int(LINE))))
        self._fixed = False

    def fill(self, found: Sequence[Line], *, fixed: bool = False) -> None:
        """Show these lines, where one was; ``fixed``: they can be read only."""
        self._fixed = fixed
        here, scrolled = self.line(), self.verticalScrollBar().value()
        if self._lines.fill(found) and here is not None:
            self.go_to(here.key)
            self.verticalScrollBar().setValue(scrolled)

    def line(self) -> Line | None:
        """The line that one is in."""
        found = self.currentIndex().data(int(LINE))
        return found if isinstance(found, Line) else None

    def go_to(self, key: str) -> None:
        """Go to the line of a group or an indicator."""
        for place, one in enumerate(self._lines.lines):
            if one.key == key:
                self.setCurrentIndex(self._lines.index(place))

    def spots(self, key: str) -> Spots:
        """Where the things of a line that is shown stand in the view."""
        place = next(at for at, one in enumerate(self._lines.lines) if one.key == key)
        return self._delegate.spots(self.visualRect(self._lines.index(place)), theme.rtl())

    @property
    def shown(self) -> list[Line]:
        """The lines that are shown."""
        return self._lines.lines

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        if self._delegate.width != self.viewport().width():
            self._delegate.width = self.viewport().width()
            self.scheduleDelayedItemsLayout()

    def mouseReleaseEvent(self, event: QMouseEvent) -> None:
        super().mouseReleaseEvent(event)
        at = event.position().toPoint()
        index = self.indexAt(at)
        line = index.data(int(LINE)) if index.isValid() else None
        if event.button() != Qt.MouseButton.LeftButton or not isinstance(line, Line):
            return
        if line.kind == HEAD:
            self.folding.emit(line.key)
        elif line.kind == ITEM and not self._fixed:
            self._press(line, self._delegate.spots(self.visualRect(index), theme.rtl()), QRect(at, at))

    def _press(self, line: Line, spots: Spots, at: QRect) -> None:
        if spots.link.contains(at):
            self.linking.emit(line.key)
        for value, spot in zip(ANSWERS, spots.segments, strict=True):
            if spot.contains(at) and line.answer.value is not value:
                self.answered.emit(line.key, value)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        line, key = self.line(), event.key()
        bare = event.modifiers() in (Qt.KeyboardModifier.NoModifier, Qt.KeyboardModifier.KeypadModifier)
        if line is None or not bare or not self._typed(line, key):
            super().keyPressEvent(event)

    def _typed(self, line: Line, key: int) -> bool:
        """Whether the key did something to the line."""
        enter = key in (Qt.Key.Key_Return, Qt.Key.Key_Enter)
        turned = {Qt.Key.Key_Right: 1, Qt.Key.Key_Left: -1}.get(Qt.Key(key), 0) * (-1 if theme.rtl() else 1)
        if line.kind == HEAD:
            # Forward opens, back folds, as the eye sees it.
            if enter or key == Qt.Key.Key_Space or (turned and (turned > 0) is not line.opened):
                self.folding.emit(line.key)
            return bool(enter or turned or key == Qt.Key.Key_Space)
        if line.kind != ITEM or self._fixed:
            return False
        here = ANSWERS.index(line.answer.value)
        if key == Qt.Key.Key_Space:
            # From «not asked» to the first answer and round.
            self.answered.emit(line.key, ANSWERS[(here + 1) % len(ANSWERS)])
        elif turned and 0 <= here + turned < len(ANSWERS):
            self.answered.emit(line.key, ANSWERS[here + turned])
        elif enter:
            self.linking.emit(line.key)
        return bool(turned or enter or key == Qt.Key.Key_Space)
