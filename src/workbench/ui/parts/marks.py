"""Painted marks: a ring for how far a phase is, a bar for the whole, an initial for a person, stripes for training."""

from PySide6.QtCore import QRect, QRectF, QSize, Qt
from PySide6.QtGui import QColor, QPainter, QPaintEvent, QPen
from PySide6.QtWidgets import QSizePolicy, QWidget

from workbench.ui import theme
from workbench.ui.icons import paint_icon


def paint_ring(painter: QPainter, rect: QRect, done: int, total: int) -> None:
    """Paint how much of a phase is done; a full ring becomes a check."""
    if total and done >= total:
        paint_icon(painter, rect, "ph.check-circle-fill", "okMark")
        return
    painter.save()
    painter.setRenderHint(QPainter.RenderHint.Antialiasing)
    width = max(3.0, rect.width() / 5)
    area = QRectF(rect).adjusted(width / 2, width / 2, -width / 2, -width / 2)
    painter.setPen(QPen(theme.colour("border"), width))
    painter.setBrush(Qt.BrushStyle.NoBrush)
    painter.drawEllipse(area)
    if done and total:
        painter.setPen(QPen(theme.colour("accent"), width, Qt.PenStyle.SolidLine, Qt.PenCapStyle.FlatCap))
        painter.drawArc(area, 90 * 16, round(-360 * 16 * done / total))
    painter.restore()


class Bar(QWidget):
    """How far something is, from the start of the line; ``tone`` is a token."""

    def __init__(self, part: float, tone: str = "accent", width: int = 0) -> None:
        super().__init__()
        self._part, self._tone = max(0.0, min(1.0, part)), tone
        self.setFixedHeight(6)
        if width:
            self.setFixedWidth(width)
        else:
            self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Fixed)

    def put(self, part: float) -> None:
        """Show how far it is now."""
        self._part = max(0.0, min(1.0, part))
        self.update()

    def paintEvent(self, event: QPaintEvent) -> None:
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        painter.setPen(Qt.PenStyle.NoPen)
        painter.setBrush(theme.colour("sunken"))
        painter.drawRoundedRect(self.rect(), 3, 3)
        filled = round(self.width() * self._part)
        if filled:
            mirrored = self.layoutDirection() == Qt.LayoutDirection.RightToLeft
            painter.setBrush(theme.colour(self._tone))
            painter.drawRoundedRect(
                QRect(self.width() - filled if mirrored else 0, 0, max(filled, 6), 6), 3, 3
            )


def paint_initial(painter: QPainter, rect: QRect, letter: str, *, strong: bool) -> None:
    """Paint a round mark with a letter in it."""
    painter.save()
    painter.setRenderHint(QPainter.RenderHint.Antialiasing)
    painter.setPen(Qt.PenStyle.NoPen)
    painter.setBrush(theme.colour("accent" if strong else "sunken"))
    painter.drawEllipse(rect)
    painter.setPen(theme.colour("onAccent" if strong else "text2"))
    painter.setFont(theme.font("card"))
    painter.drawText(rect, int(Qt.AlignmentFlag.AlignCenter), letter)
    painter.restore()


class RoundIcon(QWidget):
    """An icon on a round or square tint."""

    def __init__(
        self,
        name: str,
        size: int = 56,
        ground: str = "accentTint",
        ink: str = "accentText",
        *,
        square: bool = False,
    ) -> None:
        super().__init__()
        self._name, self._ground, self._ink, self._square = name, ground, ink, square
        self.setFixedSize(size, size)

    def paintEvent(self, event: QPaintEvent) -> None:
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        painter.setPen(Qt.PenStyle.NoPen)
        painter.setBrush(theme.colour(self._ground))
        radius = 12 if self._square else self.width() / 2
        painter.drawRoundedRect(self.rect(), radius, radius)
        inset = self.width() // 4
        paint_icon(painter, self.rect().adjusted(inset, inset, -inset, -inset), self._name, self._ink)


class Stripes(QWidget):
    """The stripes of training: nobody may take it for a real case."""

    def __init__(self, height: int = 5) -> None:
        super().__init__()
        self.setFixedHeight(height)
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Fixed)

    def sizeHint(self) -> QSize:
        return QSize(100, self.height())

    def paintEvent(self, event: QPaintEvent) -> None:
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        painter.fillRect(self.rect(), QColor("#FFFFFF"))
        painter.setPen(QPen(theme.colour("train"), 9))
        for x in range(-20, self.width() + 20, 22):
            painter.drawLine(x, self.height() + 6, x + 14, -6)
