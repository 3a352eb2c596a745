"""A list with a card beside it; where there is no room for both, the card is a drawer over the list's end."""

from PySide6.QtCore import QRect, QSize, Qt
from PySide6.QtGui import QResizeEvent
from PySide6.QtWidgets import QWidget

from workbench.ui import theme

_GAP = 12


class Beside(QWidget):
    """``card`` stands at the line's end; below ``narrow`` it is shown only while it is ``drawn`` out."""

    def __init__(self, main: QWidget, card: QWidget, *, width: int, narrow: int) -> None:
        super().__init__()
        self._main, self._card, self._width, self._narrow = main, card, width, narrow
        self._drawn = False
        for one in (main, card):
            one.setParent(self)
        card.setProperty("ground", "canvas")
        card.setAttribute(Qt.WidgetAttribute.WA_StyledBackground, True)
        main.show()
        self._lay()

    @property
    def narrow(self) -> bool:
        """Whether there is no room for both."""
        return self.width() < theme.px(self._narrow)

    def draw(self, out: bool) -> None:
        """Draw the card out over the list, or push it back."""
        self._drawn = out
        self._lay()

    @property
    def drawn(self) -> bool:
        return self._drawn

    def minimumSizeHint(self) -> QSize:
        return QSize(self._main.minimumSizeHint().width(), 200)

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        self._lay()

    def _lay(self) -> None:
        wide, high, gap = self.width(), self.height(), _GAP
        width = min(theme.px(self._width), wide)
        rest = wide if self.narrow else wide - width - gap
        rtl = self.layoutDirection() == Qt.LayoutDirection.RightToLeft
        self._main.setGeometry(QRect(wide - rest if rtl else 0, 0, rest, high))
        self._card.setVisible(self._drawn or not self.narrow)
        self._card.setGeometry(QRect(0 if rtl else wide - width, 0, width, high))
        self._card.raise_()
