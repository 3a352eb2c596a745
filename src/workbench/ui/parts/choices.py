"""Things to choose from: segments for a few, a list for many, a tick for one."""

from collections.abc import Callable, Sequence

from PySide6.QtCore import QRect, QRectF, QSize, Qt, Signal
from PySide6.QtGui import QMouseEvent, QPainter, QPaintEvent, QPen, QWheelEvent
from PySide6.QtWidgets import (
    QButtonGroup,
    QCheckBox,
    QComboBox,
    QHBoxLayout,
    QRadioButton,
    QSizePolicy,
    QStyle,
    QStyleOptionComboBox,
    QWidget,
)

from workbench.i18n import plain
from workbench.ui import theme
from workbench.ui.icons import paint_icon
from workbench.ui.parts.buttons import button
from workbench.ui.parts.texts import label


class Combo(QComboBox):
    """A drop-down list whose arrow is ours; the wheel does not change it while the page scrolls."""

    def __init__(self, choices: Sequence[tuple[str, str]] = (), *, empty: str | None = None) -> None:
        super().__init__()
        self.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
        self.setSizeAdjustPolicy(QComboBox.SizeAdjustPolicy.AdjustToMinimumContentsLengthWithIcon)
        self.setMinimumContentsLength(8)
        self.setMaxVisibleItems(14)
        if empty is not None:
            self.addItem(empty, "")
        for key, text in choices:
            self.addItem(text, key)

    @property
    def key(self) -> str:
        """The key of what is chosen; empty for nothing."""
        return str(self.currentData() or "")

    def choose(self, key: str) -> None:
        """Choose by key; an unknown key chooses nothing."""
        self.setCurrentIndex(max(self.findData(key), -1 if self.findData("") < 0 else self.findData("")))

    def wheelEvent(self, event: QWheelEvent) -> None:
        event.ignore()

    def paintEvent(self, event: QPaintEvent) -> None:
        super().paintEvent(event)
        option = QStyleOptionComboBox()
        self.initStyleOption(option)
        area = self.style().subControlRect(
            QStyle.ComplexControl.CC_ComboBox, option, QStyle.SubControl.SC_ComboBoxArrow, self
        )
        side = theme.px(15)
        spot = QRect(0, 0, side, side)
        spot.moveCenter(area.center())
        paint_icon(QPainter(self), spot, "ph.caret-down", "text2" if self.isEnabled() else "disabled")


def _paint_mark(widget: QCheckBox | QRadioButton, side: int, *, round_: bool) -> None:
    painter = QPainter(widget)
    painter.setRenderHint(QPainter.RenderHint.Antialiasing)
    mirrored = widget.layoutDirection() == Qt.LayoutDirection.RightToLeft
    box = QRect(widget.width() - side - 2 if mirrored else 2, (widget.height() - side) // 2, side, side)
    on, able = widget.isChecked(), widget.isEnabled()
    edge = "focus" if widget.hasFocus() else ("accent" if on else "border2")
    painter.setPen(QPen(theme.colour(edge if able else "border"), 2 if widget.hasFocus() else 1.2))
    painter.setBrush(theme.colour("accent" if on and not round_ else "surface"))
    radius = side / 2 if round_ else 4
    painter.drawRoundedRect(QRectF(box).adjusted(0.5, 0.5, -0.5, -0.5), radius, radius)
    if on and round_:
        painter.setPen(Qt.PenStyle.NoPen)
        painter.setBrush(theme.colour("accent"))
        painter.drawEllipse(QRectF(box).adjusted(5, 5, -5, -5))
    elif on:
        paint_icon(painter, box.adjusted(3, 3, -3, -3), "ph.check-bold", "onAccent")
    text = widget.text()
    if text:
        room = (
            widget.rect().adjusted(0, 0, -side - 12, 0)
            if mirrored
            else widget.rect().adjusted(side + 12, 0, 0, 0)
        )
        painter.setPen(theme.colour("text" if able else "disabled"))
        align = Qt.AlignmentFlag.AlignRight if mirrored else Qt.AlignmentFlag.AlignLeft
        painter.drawText(
            room,
            int(align | Qt.AlignmentFlag.AlignVCenter | Qt.AlignmentFlag.AlignAbsolute),
            widget.fontMetrics().elidedText(text, Qt.TextElideMode.ElideRight, room.width()),
        )


class Tick(QCheckBox):
    """A box to tick, with a short text or beside a label of its own."""

    def sizeHint(self) -> QSize:
        side = theme.px(19)
        text = self.fontMetrics().horizontalAdvance(self.text()) + 16 if self.text() else 0
        return QSize(side + 4 + text, max(side + 4, self.fontMetrics().height() + 4))

    def minimumSizeHint(self) -> QSize:
        return QSize(theme.px(19) + 4, self.sizeHint().height())

    def hitButton(self, pos: object) -> bool:
        return True

    def paintEvent(self, event: QPaintEvent) -> None:
        _paint_mark(self, theme.px(19), round_=False)


class TickLine(QWidget):
    """A box to tick with a text of any length beside it; a press on the text counts."""

    toggled = Signal(bool)

    def __init__(self, text: str, *, fades: bool = False) -> None:
        super().__init__()
        self.tick = Tick()
        self.tick.setAccessibleName(plain(text))
        self._words = label(text, "body", wrap=True)
        self._fades = fades
        line = QHBoxLayout(self)
        line.setContentsMargins(0, 0, 0, 0)
        line.setSpacing(8)
        line.addWidget(self.tick, 0, Qt.AlignmentFlag.AlignTop)
        line.addWidget(self._words, 1)
        self.setFocusProxy(self.tick)
        self.tick.toggled.connect(self._fade)
        self.tick.toggled.connect(self.toggled)

    @property
    def on(self) -> bool:
        """Whether it is ticked."""
        return self.tick.isChecked()

    def put(self, on: bool) -> None:
        """Tick it or not."""
        self.tick.setChecked(on)

    def mouseReleaseEvent(self, event: QMouseEvent) -> None:
        if self.tick.isEnabled():
            self.tick.setFocus()
            self.tick.toggle()

    def _fade(self, on: bool) -> None:
        if self._fades:
            self._words.setProperty("tone", "2" if on else "")
            self._words.style().unpolish(self._words)
            self._words.style().polish(self._words)


class Radio(QRadioButton):
    """One of several, with its text."""

    def sizeHint(self) -> QSize:
        side = theme.px(18)
        return QSize(
            side + 20 + self.fontMetrics().horizontalAdvance(self.text()),
            max(side + 6, self.fontMetrics().height() + 4),
        )

    def hitButton(self, pos: object) -> bool:
        return True

    def paintEvent(self, event: QPaintEvent) -> None:
        _paint_mark(self, theme.px(18), round_=True)


class Segmented(QWidget):
    """Two to five short choices side by side, one of them taken."""

    chosen = Signal(str)

    def __init__(
        self,
        choices: Sequence[tuple[str, str]],
        now: str = "",
        *,
        name: str = "",
        then: Callable[[str], object] | None = None,
        free: bool = False,
        chips: bool = False,
    ) -> None:
        super().__init__()
        self._group = QButtonGroup(self)
        self._group.setExclusive(not free)
        self._free = free
        line = QHBoxLayout(self)
        line.setContentsMargins(0, 0, 0, 0)
        line.setSpacing(6 if chips else 0)
        self._keys = [key for key, _ in choices]
        for place, (key, text) in enumerate(choices):
            one = button(text, kind="chip" if chips else "segment", name=f"{name}-{key}" if name else "")
            one.setSizePolicy(
                QSizePolicy.Policy.Maximum if chips else QSizePolicy.Policy.Preferred,
                QSizePolicy.Policy.Fixed,
            )
            one.setCheckable(True)
            one.setChecked(key == now)
            one.setAccessibleName(plain(text))
            # A style sheet's corners do not mirror: say which side of the screen this end is.
            ends = ("right", "left") if theme.rtl() else ("left", "right")
            if place in (0, len(choices) - 1):
                one.setProperty("edge", ends[0 if place == 0 else 1])
            self._group.addButton(one, place)
            line.addWidget(one, 0 if chips else 1)
        if chips:
            line.addStretch(1)
        self._group.idClicked.connect(self._clicked)
        self._one_stop()
        if then:
            self.chosen.connect(then)

    @property
    def key(self) -> str:
        """The key of what is chosen; empty for nothing."""
        for place, key in enumerate(self._keys):
            if self._group.button(place).isChecked():
                return key
        return ""

    def choose(self, key: str) -> None:
        """Choose without telling anybody."""
        for place, one in enumerate(self._keys):
            if one == key or self._free:
                self._group.button(place).setChecked(one == key)
        self._one_stop()

    def _clicked(self, place: int) -> None:
        if self._free:
            for other in range(len(self._keys)):
                if other != place:
                    self._group.button(other).setChecked(False)
        self._one_stop()
        self.chosen.emit(self.key)

    def _one_stop(self) -> None:
        """Tab comes to what is taken, or to the first; from there the arrows go on."""
        taken = self._keys.index(self.key) if self.key in self._keys else 0
        for place in range(len(self._keys)):
            one = self._group.button(place)
            one.setFocusPolicy(Qt.FocusPolicy.StrongFocus if place == taken else Qt.FocusPolicy.ClickFocus)
            if place == taken:
                self.setFocusProxy(one)
