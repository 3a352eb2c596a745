"""Labels in the type styles and tones of the design."""

from PySide6.QtCore import QSize, Qt
from PySide6.QtGui import QPainter, QPaintEvent
from PySide6.QtWidgets import QLabel, QSizePolicy

from workbench.i18n import plain
from workbench.ui import theme
from workbench.ui.icons import icon


def as_html(text: str) -> str:
    """A plain text as rich text; the module ``html`` would load a table of two thousand names for this."""
    return text.replace("&", "&amp;").replace("<", "&lt;").replace("\n", "<br>")


class Wrapped(QLabel):
    """A text of several lines: rich text, because Qt indents a plain RTL line by the space it breaks at."""

    def __init__(self, text: str) -> None:
        super().__init__()
        self.setTextFormat(Qt.TextFormat.RichText)
        self.setWordWrap(True)
        # It may shrink: otherwise its longest guess widens the whole column.
        self.setMinimumWidth(1)
        self.setText(text)

    def setText(self, text: str) -> None:
        """Show a plain text, in the direction of the window whatever it begins with."""
        self.setAccessibleName(plain(text))
        words = as_html(text)
        super().setText(
            f'<p dir="{"rtl" if theme.rtl() else "ltr"}" style="margin: 0">{words}</p>' if text else ""
        )


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
    made = Wrapped(text) if wrap and not rich else QLabel(text)
    if rich:
        made.setTextFormat(Qt.TextFormat.RichText)
        made.setWordWrap(wrap)
        made.setMinimumWidth(1 if wrap else 0)
    elif not wrap:
        made.setTextFormat(Qt.TextFormat.PlainText)
    made.setProperty("type", style)
    if tone:
        made.setProperty("tone", tone)
    if mono:
        made.setProperty("face", "mono")
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
        end: bool = False,
    ) -> None:
        super().__init__(text)
        self._side = Qt.AlignmentFlag.AlignRight if end else Qt.AlignmentFlag.AlignLeft
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
        # The painter of a widget mirrors left and right by itself.
        painter.drawText(self.contentsRect(), int(self._side | Qt.AlignmentFlag.AlignVCenter), shown)


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
