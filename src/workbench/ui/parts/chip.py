"""Chips: a state or a deadline as tint, icon and word; one paint function for widgets and lists."""

from PySide6.QtCore import QRect, QRectF, QSize, Qt
from PySide6.QtGui import QFont, QFontMetrics, QPainter, QPaintEvent, QPen
from PySide6.QtWidgets import QSizePolicy, QWidget

from workbench.i18n import plain
from workbench.ui import theme
from workbench.ui.icons import paint_icon
from workbench.ui.tokens import TONES

_PAD, _GAP = 8, 6


def chip_size(text: str, glyph: str, font: QFont) -> QSize:
    """How much room a chip takes."""
    metrics = QFontMetrics(font)
    side = metrics.height() - 4 if glyph else 0
    width = metrics.horizontalAdvance(text) + 2 * _PAD + (side + (_GAP if text else 0) if glyph else 0)
    return QSize(width + 2, metrics.height() + 4)


def paint_chip(
    painter: QPainter,
    rect: QRect,
    text: str,
    tone: str,
    font: QFont,
    *,
    glyph: str = "",
    rtl: bool = True,
    centred: bool = False,
) -> None:
    """Paint a chip into a rectangle; the icon stands at the start of the line."""
    ground, ink = TONES[tone]
    painter.save()
    painter.setRenderHint(QPainter.RenderHint.Antialiasing)
    outlined = tone == "outline"
    painter.setPen(QPen(theme.colour("border2"), 1) if outlined else Qt.PenStyle.NoPen)
    painter.setBrush(theme.colour(ground))
    painter.drawRoundedRect(QRectF(rect).adjusted(0.5, 0.5, -0.5, -0.5), 4, 4)
    painter.setFont(font)
    painter.setPen(theme.colour(ink))
    metrics = QFontMetrics(font)
    side = metrics.height() - 4
    inner = rect.adjusted(_PAD, 0, -_PAD, 0)
    if glyph and centred:
        used = min(inner.width(), side + _GAP + metrics.horizontalAdvance(text))
        spare = (inner.width() - used) // 2
        inner = inner.adjusted(spare, 0, -spare, 0)
    if glyph:
        left = inner.right() - side + 1 if rtl else inner.left()
        paint_icon(painter, QRect(left, rect.center().y() - side // 2 + 1, side, side), glyph, ink)
        inner = inner.adjusted(0, 0, -side - _GAP, 0) if rtl else inner.adjusted(side + _GAP, 0, 0, 0)
    align = (
        Qt.AlignmentFlag.AlignCenter
        if centred and not glyph
        else (
            (Qt.AlignmentFlag.AlignRight if rtl else Qt.AlignmentFlag.AlignLeft)
            | Qt.AlignmentFlag.AlignVCenter
            | Qt.AlignmentFlag.AlignAbsolute
        )
    )
    shown = metrics.elidedText(text, Qt.TextElideMode.ElideRight, inner.width() + 2)
    painter.drawText(inner.adjusted(-1, 0, 1, 0), int(align), shown)
    painter.restore()


class Chip(QWidget):
    """A chip in a form or a card. ``spoken`` says it in full to a screen reader."""

    def __init__(
        self,
        text: str,
        tone: str = "neutral",
        glyph: str = "",
        *,
        style: str = "label",
        bold: bool = True,
        spoken: str = "",
        centred: bool = False,
    ) -> None:
        super().__init__()
        self._text, self._tone, self._glyph, self._style, self._bold = text, tone, glyph, style, bold
        self._centred = centred
        self.setAccessibleName(plain(spoken or text))
        self.setSizePolicy(QSizePolicy.Policy.Maximum, QSizePolicy.Policy.Fixed)
        if spoken:
            self.setToolTip(plain(spoken))

    @property
    def text(self) -> str:
        """The words on the chip."""
        return self._text

    def say(self, text: str, tone: str = "", glyph: str = "", *, spoken: str = "") -> None:
        """Show other words, and another tone and icon if they are given."""
        self._text, self._tone, self._glyph = text, tone or self._tone, glyph or self._glyph
        self.setAccessibleName(plain(spoken or text))
        if spoken:
            self.setToolTip(plain(spoken))
        self.updateGeometry()
        self.update()

    def sizeHint(self) -> QSize:
        size = chip_size(self._text, self._glyph, theme.font(self._style, bold=self._bold))
        return QSize(size.width(), size.height() + (4 if self._style != "label" else 0))

    def minimumSizeHint(self) -> QSize:
        return QSize(min(self.sizeHint().width(), 40), self.sizeHint().height())

    def paintEvent(self, event: QPaintEvent) -> None:
        painter = QPainter(self)
        paint_chip(
            painter,
            self.rect(),
            self._text,
            self._tone,
            theme.font(self._style, bold=self._bold),
            glyph=self._glyph,
            centred=self._centred,
            rtl=self.layoutDirection() == Qt.LayoutDirection.RightToLeft,
        )
