"""Labels in the type styles and tones of the design."""

from PySide6.QtCore import QSize, Qt
from PySide6.QtGui import QPainter, QPaintEvent
from PySide6.QtWidgets import QLabel, QSizePolicy, QWidget

from workbench.i18n import plain
from workbench.ui import theme
from workbench.ui.icons import icon


def label(
    text: str,
    style: str = "body",
    tone: str = "",
    *,
    wrap: bool = False,
    mono: bool = False,
    rich: bool = False,
) -> QLabel:
    """A label in a type style; ``tone`` is ``2``, ``3``, ``section``, ``late``, ``warn``, ``ok``…"""
    made = QLabel(text)
    made.setTextFormat(Qt.TextFormat.RichText if rich else Qt.TextFormat.PlainText)
    made.setProperty("type", style)
    if tone:
        made.setProperty("tone", tone)
    if mono:
        made.setProperty("face", "mono")
    if wrap:
        made.setWordWrap(True)
        # A wrapped label may shrink: otherwise its longest guess widens the whole column.
        made.setMinimumWidth(1)
    # A label would otherwise stand where the direction of its own text puts it.
    side = Qt.AlignmentFlag.AlignRight if theme.rtl() else Qt.AlignmentFlag.AlignLeft
    made.setAlignment(side | Qt.AlignmentFlag.AlignAbsolute | Qt.AlignmentFlag.AlignVCenter)
    return made


def heading(text: str) -> QLabel:
    """The title of a section inside a card."""
    return label(text, "card", "section")


def code(text: str, style: str = "body", tone: str = "2") -> QLabel:
    """An identifier: mono, left to right whatever stands around it."""
    return label(text, style, tone, mono=True)


class Elided(QLabel):
    """A line that is cut with … when it does not fit; the whole stands in the tool tip."""

    def __init__(
        self,
        text: str,
        style: str = "body",
        tone: str = "",
        *,
        bold: bool | None = None,
        parent: QWidget | None = None,
    ) -> None:
        super().__init__(text, parent)
        self.setTextFormat(Qt.TextFormat.PlainText)
        self.setProperty("type", style)
        if tone:
            self.setProperty("tone", tone)
        self.setFont(theme.font(style, bold=bold))
        if bold is not None:
            self.setStyleSheet(f"font-weight: {700 if bold else 400};")
        self.setSizePolicy(QSizePolicy.Policy.Preferred, QSizePolicy.Policy.Fixed)

    def minimumSizeHint(self) -> QSize:
        return QSize(24, super().minimumSizeHint().height())

    def paintEvent(self, event: QPaintEvent) -> None:
        text, metrics = self.text(), self.fontMetrics()
        shown = metrics.elidedText(text, Qt.TextElideMode.ElideRight, self.contentsRect().width())
        self.setToolTip(plain(text) if shown != text else "")
        painter = QPainter(self)
        painter.setPen(self.palette().color(self.foregroundRole()))
        # The painter of a widget mirrors AlignLeft by itself.
        painter.drawText(
            self.contentsRect(), int(Qt.AlignmentFlag.AlignLeft | Qt.AlignmentFlag.AlignVCenter), shown
        )


class Picture(QLabel):
    """An icon as a label; it says nothing to a reader, the words beside it do."""

    def __init__(self, name: str, token: str = "text2", size: int = 16) -> None:
        super().__init__()
        self._name, self._token, self._side = name, token, size
        side = theme.px(size)
        self.setFixedSize(side, side)

    def paintEvent(self, event: QPaintEvent) -> None:
        painter = QPainter(self)
        icon(self._name, self._token).paint(painter, self.rect())
