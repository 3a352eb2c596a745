"""How many exhibits stand how, as chips; a press on one shows only those."""

from collections.abc import Callable, Mapping

from PySide6.QtCore import QRect, QSize, Qt
from PySide6.QtGui import QPainter, QPaintEvent, QPen
from PySide6.QtWidgets import QAbstractButton, QLabel, QSizePolicy, QWidget

from workbench.i18n import N_, plain
from workbench.ui import theme
from workbench.ui.evidence.states import said
from workbench.ui.parts.arrange import Flow, empty_out
from workbench.ui.parts.chip import chip_size, paint_chip
from workbench.ui.parts.texts import label
from workbench.ui.state import speaking, tr


class SumChip(QAbstractButton):
    """A chip that can be pressed in; pressed in it has an outline, so that colour does not speak alone."""

    def __init__(self, text: str, tone: str, glyph: str) -> None:
        super().__init__()
        self._words, self._tone, self._glyph = text, tone, glyph
        self.setText(text)
        self.setCheckable(True)
        self.setCursor(Qt.CursorShape.PointingHandCursor)
        self.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
        self.setSizePolicy(QSizePolicy.Policy.Fixed, QSizePolicy.Policy.Fixed)
        self.setAccessibleName(plain(text))
        self.setAccessibleDescription(tr(N_("Shows only these; press again to show all.")))
        self.setToolTip(self.accessibleDescription())

    def sizeHint(self) -> QSize:
        size = chip_size(self._words, self._glyph, theme.font("label", bold=True))
        return QSize(size.width() + 6, max(size.height() + 6, theme.px(28)))

    def paintEvent(self, event: QPaintEvent) -> None:
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        size = chip_size(self._words, self._glyph, theme.font("label", bold=True))
        inner = QRect(3, (self.height() - size.height()) // 2, size.width(), size.height())
        rtl = self.layoutDirection() == Qt.LayoutDirection.RightToLeft
        paint_chip(
            painter, inner, self._words, self._tone, theme.font("label", bold=True), glyph=self._glyph, rtl=rtl
        )
        if self.isChecked() or self.hasFocus():
            painter.setPen(QPen(theme.colour("focus" if self.hasFocus() else "accent"), 2))
            painter.setBrush(Qt.BrushStyle.NoBrush)
            painter.drawRoundedRect(inner.adjusted(-1, -1, 1, 1), 5, 5)


class Sums(QWidget):
    """The line under the buttons: all of them, then a chip for each state there is."""

    def __init__(self, then: Callable[[str], object]) -> None:
        super().__init__()
        self._then = then
        self._flow = Flow(6)
        self._chips: dict[str, SumChip] = {}
        self.setLayout(self._flow)
        self.setSizePolicy(QSizePolicy.Policy.Preferred, QSizePolicy.Policy.Minimum)

    def show_counts(self, total: int, counts: Mapping[str, int], now: str, ticked: int = 0) -> None:
        """Say the counts; ``now`` is the state that is filtered by."""
        had = next((key for key, chip in self._chips.items() if chip.hasFocus()), "")
        empty_out(self._flow)
        self._chips = {}
        language = speaking()
        self._flow.addWidget(_words(language.say_many("{n} exhibit", "{n} exhibits", total), "2"))
        for key, count in counts.items():
            name, tone, glyph = said(key)
            chip = SumChip(f"{language.number(count)} {name}", tone, glyph)
            chip.setObjectName(f"only-{key}")
            chip.setChecked(key == now)
            chip.clicked.connect(lambda on, key=key: self._pressed(key, on))
            self._chips[key] = chip
            self._flow.addWidget(chip)
        if ticked:
            self._flow.addWidget(_words(language.say_many("{n} chosen", "{n} chosen", ticked), "section"))
        if had in self._chips:
            self._chips[had].setFocus()

    def _pressed(self, key: str, on: bool) -> None:
        for other, chip in self._chips.items():
            chip.setChecked(on and other == key)
        self._then(key if on else "")


def _words(text: str, tone: str) -> QLabel:
    """A text that stands on one line with the chips."""
    made = label(text, "label", tone)
    made.setMinimumHeight(theme.px(28))
    return made
