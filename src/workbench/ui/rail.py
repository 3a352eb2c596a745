"""The rail: where one is and where one can go; inside a case, its sections."""

from collections.abc import Callable
from functools import partial

from PySide6.QtCore import QRect, QSize, Qt, Signal
from PySide6.QtGui import QColor, QPainter, QPaintEvent, QPen
from PySide6.QtWidgets import QAbstractButton, QSizePolicy, QVBoxLayout, QWidget

from workbench.i18n import N_, ltr
from workbench.ui import theme
from workbench.ui.icons import paint_icon
from workbench.ui.parts.arrange import empty_out
from workbench.ui.parts.texts import label
from workbench.ui.registry import PLACES
from workbench.ui.state import speaking, tr
from workbench.ui.tokens import NARROW, RAIL


class RailButton(QAbstractButton):
    """An icon over its word; the active one has a mark at the start of the line and a filled icon."""

    def __init__(self, text: str, glyph: str, act: Callable[[], object], name: str) -> None:
        super().__init__()
        self.setText(text)
        self.setAccessibleName(text)
        self.setObjectName(name)
        self.setCheckable(True)
        self.setToolTip(text)
        self.setFocusPolicy(Qt.FocusPolicy.TabFocus)
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Fixed)
        self.setCursor(Qt.CursorShape.PointingHandCursor)
        self._glyph, self.badge, self.narrow = glyph, 0, False
        self.clicked.connect(lambda _=False: act())

    def sizeHint(self) -> QSize:
        return QSize(NARROW if self.narrow else RAIL, theme.px(40 if self.narrow else 50))

    def paintEvent(self, event: QPaintEvent) -> None:
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        mirrored = self.layoutDirection() == Qt.LayoutDirection.RightToLeft
        box = self.rect().adjusted(6, 0, -6, 0)
        if self.isChecked() or self.underMouse():
            painter.setPen(Qt.PenStyle.NoPen)
            fill = QColor(theme.colour("railActive"))
            fill.setAlpha(255 if self.isChecked() else 120)
            painter.setBrush(fill)
            painter.drawRoundedRect(box, 8, 8)
        if self.isChecked():
            painter.setBrush(theme.colour("railMark"))
            painter.drawRoundedRect(
                QRect(self.width() - 4 if mirrored else -3, 9, 7, self.height() - 18), 3, 3
            )
        if self.hasFocus():
            painter.setBrush(Qt.BrushStyle.NoBrush)
            painter.setPen(QPen(theme.colour("onSolid"), 2))
            painter.drawRoundedRect(box.adjusted(1, 1, -1, -1), 8, 8)
        ink = "onSolid" if self.isChecked() else "railText"
        side = theme.px(22)
        glyph = f"{self._glyph}-fill" if self.isChecked() and self._glyph != "ph.path" else self._glyph
        top = (self.height() - side) // 2 if self.narrow else 5
        paint_icon(painter, QRect((self.width() - side) // 2, top, side, side), glyph, ink)
        if self.badge:
            self._paint_badge(painter, mirrored)
        if self.narrow:
            return
        painter.setFont(theme.font("small", bold=self.isChecked()))
        painter.setPen(theme.colour(ink))
        words = QRect(4, side + 6, self.width() - 8, self.height() - side - 8)
        shown = painter.fontMetrics().elidedText(self.text(), Qt.TextElideMode.ElideRight, words.width())
        painter.drawText(words, int(Qt.AlignmentFlag.AlignCenter), shown)

    def _paint_badge(self, painter: QPainter, mirrored: bool) -> None:
        side = theme.px(17)
        inset = 4 if self.narrow else 14
        words = speaking().number(self.badge)
        painter.setFont(theme.font("small", bold=True))
        wide = max(side, painter.fontMetrics().horizontalAdvance(words) + 8)
        # A number of two figures grows over the icon, not over the edge.
        start = inset - (wide - side) // 2
        spot = QRect(start if mirrored else self.width() - start - wide, 4, wide, side)
        painter.setPen(Qt.PenStyle.NoPen)
        painter.setBrush(theme.colour("badge"))
        painter.drawRoundedRect(spot, side / 2, side / 2)
        painter.setPen(theme.colour("onBadge"))
        painter.drawText(spot, int(Qt.AlignmentFlag.AlignCenter), words)


class _Group(QWidget):
    """The sections of the open case, on a slightly lighter ground."""

    def paintEvent(self, event: QPaintEvent) -> None:
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        painter.setPen(Qt.PenStyle.NoPen)
        painter.setBrush(theme.colour("railGroup"))
        painter.drawRoundedRect(self.rect().adjusted(4, 0, -4, 0), 8, 8)


class Rail(QWidget):
    """Home, then either the office's pages or the case's sections, and the lock at the end."""

    chosen = Signal(str)
    lock = Signal()

    def __init__(self) -> None:
        super().__init__()
        self.setFixedWidth(RAIL)
        self.setAccessibleName(tr(N_("Sections")))
        self._box = QVBoxLayout(self)
        self._box.setContentsMargins(0, 6, 0, 8)
        self._box.setSpacing(2)
        self._buttons: dict[str, RailButton] = {}
        self._narrow = False

    def paintEvent(self, event: QPaintEvent) -> None:
        QPainter(self).fillRect(self.rect(), theme.colour("rail"))

    def build(self, active: str, *, in_case: bool, badges: dict[str, int] | None = None) -> None:
        """Draw the rail for where one is now."""
        empty_out(self._box)
        self._buttons.clear()
        group = _Group()
        inside = QVBoxLayout(group)
        inside.setContentsMargins(0, 4, 0, 4)
        inside.setSpacing(1)
        words = label(tr(N_("The case")), "small", "rail")
        words.setAlignment(Qt.AlignmentFlag.AlignCenter)
        inside.addWidget(words)
        for place in PLACES:
            if place.case != in_case and place.key != "home":
                continue
            made = RailButton(
                tr(place.label), place.glyph, partial(self.chosen.emit, place.key), f"rail-{place.key}"
            )
            self._buttons[place.key] = made
            (inside if place.case else self._box).addWidget(made)
        if in_case:
            self._box.addWidget(group)
        else:
            group.deleteLater()
        self._box.addStretch(1)
        locker = RailButton(tr(N_("Lock")), "ph.lock-key", self.lock.emit, "rail-lock")
        locker.setCheckable(False)
        locker.setToolTip(tr(N_("Lock")) + ltr(" (Ctrl+L)"))
        self._box.addWidget(locker)
        self.mark(active)
        self.count(badges or {})
        self.fold(self._narrow)

    def count(self, badges: dict[str, int]) -> None:
        """Show the number of things that wait in each section."""
        for key, made in self._buttons.items():
            made.badge = badges.get(key, 0)
            waiting = f", {speaking().number(made.badge)}" if made.badge else ""
            made.setAccessibleName(made.text() + waiting)
            made.update()

    def fold(self, narrow: bool) -> None:
        """Only icons on a narrow window; their words stand in the tool tips."""
        self._narrow = narrow
        self.setFixedWidth(NARROW if narrow else RAIL)
        for made in self.findChildren(RailButton):
            made.narrow = narrow
            made.updateGeometry()
            made.update()

    def mark(self, key: str) -> None:
        """Show which section is open."""
        for one, made in self._buttons.items():
            made.setChecked(one == key)
