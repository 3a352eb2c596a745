"""A line that opens to show more: the law, the why."""

from PySide6.QtCore import QEasingCurve, QPropertyAnimation, Qt, Signal
from PySide6.QtGui import QKeyEvent, QMouseEvent, QPainter, QPaintEvent, QPen
from PySide6.QtWidgets import QFrame, QVBoxLayout, QWidget

from workbench.ui import theme
from workbench.ui.icons import icon_dir, paint_icon
from workbench.ui.parts.arrange import row, rule
from workbench.ui.parts.texts import Elided, Picture, label


class Arrow(QWidget):
    """The arrow of a disclosure: forward when closed, down when open."""

    def __init__(self) -> None:
        super().__init__()
        self.open = False
        self.setFixedSize(theme.px(16), theme.px(16))

    def paintEvent(self, event: QPaintEvent) -> None:
        mirrored = self.layoutDirection() == Qt.LayoutDirection.RightToLeft
        paint_icon(
            QPainter(self),
            self.rect(),
            "ph.caret-down" if self.open else icon_dir("caret", mirrored),
            "text2",
        )


class Disclosure(QFrame):
    """A header that is a button, and a body under it."""

    toggled = Signal(bool)

    def __init__(self, title: str, glyph: str, hint: str = "", *, name: str = "") -> None:
        super().__init__()
        self.setProperty("card", "true")
        self.setStyleSheet("Disclosure { border-radius: 6px; }")
        self.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
        self.setAccessibleName(f"{title} {hint}".strip())
        self.setObjectName(name)
        self.setCursor(Qt.CursorShape.PointingHandCursor)
        self._arrow = Arrow()
        words = label(title, "card")
        head = row(Picture(glyph, "accentText", 18), words, gap=8, margins=(12, 6, 12, 6))
        head.addWidget(Elided(hint, "label", "2"), 1)
        head.addWidget(self._arrow)
        self._body = QWidget()
        self.inside = QVBoxLayout(self._body)
        self.inside.setContentsMargins(14, 8, 14, 10)
        self.inside.setSpacing(4)
        self._line = rule()
        box = QVBoxLayout(self)
        box.setContentsMargins(1, 1, 1, 1)
        box.setSpacing(0)
        box.addLayout(head)
        box.addWidget(self._line)
        box.addWidget(self._body)
        self._line.hide()
        self._body.hide()
        self._motion = QPropertyAnimation(self._body, b"maximumHeight", self)
        self._motion.setDuration(120)
        self._motion.setEasingCurve(QEasingCurve.Type.OutCubic)
        self._motion.finished.connect(lambda: self._body.setMaximumHeight(16_777_215))

    @property
    def opened(self) -> bool:
        """Whether the body is shown."""
        return self._arrow.open

    def open_up(self, opened: bool = True, *, moving: bool = True) -> None:
        """Show or hide the body."""
        if opened == self._arrow.open:
            return
        self._arrow.open = opened
        self._arrow.update()
        self._line.setVisible(opened)
        self._body.setVisible(opened)
        if opened and moving and self.isVisible():
            self._motion.setStartValue(0)
            self._motion.setEndValue(self._body.sizeHint().height())
            self._motion.start()
        self.toggled.emit(opened)

    def mouseReleaseEvent(self, event: QMouseEvent) -> None:
        if not self._arrow.open or event.position().y() < self._line.y():
            self.open_up(not self._arrow.open)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        if event.key() in (Qt.Key.Key_Space, Qt.Key.Key_Return, Qt.Key.Key_Enter):
            self.open_up(not self._arrow.open)
        else:
            super().keyPressEvent(event)

    def paintEvent(self, event: QPaintEvent) -> None:
        super().paintEvent(event)
        if self.hasFocus():
            painter = QPainter(self)
            painter.setRenderHint(QPainter.RenderHint.Antialiasing)
            painter.setPen(QPen(theme.colour("focus"), 2))
            painter.drawRoundedRect(self.rect().adjusted(1, 1, -1, -1), 6, 6)
