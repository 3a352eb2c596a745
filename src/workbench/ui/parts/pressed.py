"""A row or a card that is one large button."""

from typing import Any

from PySide6.QtCore import Qt
from PySide6.QtGui import QMouseEvent, QPainter, QPaintEvent
from PySide6.QtWidgets import QFrame

from workbench.ui import theme


class Pressed(QFrame):
    """A row or card that is one large button."""

    def __init__(self, act: Any, ground: str = "") -> None:
        super().__init__()
        self._act, self._ground = act, ground
        self.setCursor(Qt.CursorShape.PointingHandCursor)
        self.setFocusPolicy(Qt.FocusPolicy.TabFocus)

    def mouseReleaseEvent(self, event: QMouseEvent) -> None:
        if self.rect().contains(event.position().toPoint()):
            self._act()

    def keyPressEvent(self, event: Any) -> None:
        if event.key() in (Qt.Key.Key_Return, Qt.Key.Key_Enter, Qt.Key.Key_Space):
            self._act()
        else:
            super().keyPressEvent(event)

    def paintEvent(self, event: QPaintEvent) -> None:
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        if self._ground or self.hasFocus():
            painter.setPen(theme.colour("focus") if self.hasFocus() else Qt.PenStyle.NoPen)
            painter.setBrush(theme.colour(self._ground) if self._ground else Qt.BrushStyle.NoBrush)
            painter.drawRoundedRect(self.rect().adjusted(0, 0, -1, -1), 6, 6)
