"""Hidden names: initials and bars. The name itself never reaches a widget until somebody asked with a reason."""

from collections.abc import Sequence

from PySide6.QtCore import QRect, QRectF, QSize, Qt
from PySide6.QtGui import QFont, QFontMetrics, QPainter, QPaintEvent
from PySide6.QtWidgets import QSizePolicy, QWidget

from workbench.ui import theme

_BAR_WIDTH, _BAR_HEIGHT, _GAP = 24, 8, 4


def mask_width(initials: Sequence[str], font: QFont) -> int:
    """How wide a hidden name is painted."""
    metrics = QFontMetrics(font)
    return sum(metrics.horizontalAdvance(one) + _BAR_WIDTH + 3 * _GAP for one in initials or ("",))


def paint_mask(painter: QPainter, rect: QRect, initials: Sequence[str], font: QFont, *, rtl: bool) -> None:
    """Paint initials, each with its bar, from the start of the line."""
    metrics = QFontMetrics(font)
    painter.save()
    painter.setRenderHint(QPainter.RenderHint.Antialiasing)
    painter.setFont(font)
    bar = theme.colour("text3")
    bar.setAlphaF(0.42)
    at = 0
    for one in initials or ("",):
        width = metrics.horizontalAdvance(one)
        painter.setPen(theme.colour("text"))
        left = rect.right() - at - width + 1 if rtl else rect.left() + at
        painter.drawText(
            QRect(left, rect.top(), width + 1, rect.height()), int(Qt.AlignmentFlag.AlignCenter), one
        )
        at += width + (_GAP if one else 0)
        left = rect.right() - at - _BAR_WIDTH + 1 if rtl else rect.left() + at
        painter.setPen(Qt.PenStyle.NoPen)
        painter.setBrush(bar)
        painter.drawRoundedRect(
            QRectF(left, rect.center().y() - _BAR_HEIGHT / 2 + 1, _BAR_WIDTH, _BAR_HEIGHT), 4, 4
        )
        at += _BAR_WIDTH + 2 * _GAP
    painter.restore()


class MaskedName(QWidget):
    """A hidden name in a card; says in full that it is hidden."""

    def __init__(self, initials: Sequence[str], spoken: str, style: str = "body") -> None:
        super().__init__()
        self._initials, self._style = tuple(initials), style
        self.setAccessibleName(spoken)
        self.setSizePolicy(QSizePolicy.Policy.Maximum, QSizePolicy.Policy.Fixed)

    def sizeHint(self) -> QSize:
        font = theme.font(self._style)
        return QSize(mask_width(self._initials, font), QFontMetrics(font).height() + 4)

    def paintEvent(self, event: QPaintEvent) -> None:
        paint_mask(
            QPainter(self),
            self.rect(),
            self._initials,
            theme.font(self._style),
            rtl=self.layoutDirection() == Qt.LayoutDirection.RightToLeft,
        )
