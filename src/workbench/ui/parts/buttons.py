"""Buttons: one primary on a screen, the rest outlined or quiet."""

from collections.abc import Callable

from PySide6.QtCore import QSize, Qt
from PySide6.QtGui import QFontMetrics, QKeyEvent
from PySide6.QtWidgets import QPushButton, QSizePolicy, QToolButton

from workbench.i18n import plain
from workbench.ui import theme
from workbench.ui.icons import icon

_INK = {"primary": "onAccent", "quiet": "accentText", "band": "onSolid"}


class Press(QPushButton):
    """Enter presses the button that has the focus, in a window as in a dialog; Qt knows only Space."""

    def keyPressEvent(self, event: QKeyEvent) -> None:
        plain_key = event.modifiers() in (Qt.KeyboardModifier.NoModifier, Qt.KeyboardModifier.KeypadModifier)
        if plain_key and event.key() in (Qt.Key.Key_Return, Qt.Key.Key_Enter):
            self.click()
        else:
            super().keyPressEvent(event)

    def sizeHint(self) -> QSize:
        """A segment is as wide as its words in the bold of being chosen, so that choosing never cuts them."""
        size = super().sizeHint()
        if self.property("kind") in ("segment", "chip"):
            style = "body" if self.property("kind") == "segment" else "label"
            bold = QFontMetrics(theme.font(style, bold=True)).horizontalAdvance(self.text())
            glyph = 0 if self.icon().isNull() else self.iconSize().width() + 4
            size.setWidth(max(size.width(), bold + glyph + 26))
        return size

    def minimumSizeHint(self) -> QSize:
        return self.sizeHint()


def button(
    text: str,
    act: Callable[[], object] | None = None,
    *,
    kind: str = "secondary",
    glyph: str = "",
    name: str = "",
    tip: str = "",
) -> QPushButton:
    """A button with words; ``kind``: primary, secondary, quiet, small, chip, band. ``name`` finds it in tests."""
    # Qt puts four pixels between icon and words; the space makes it seven.
    made = Press(f"\u00a0{text}" if glyph and text else text)
    made.setProperty("kind", kind)
    made.setCursor(Qt.CursorShape.PointingHandCursor)
    made.setAutoDefault(False)
    made.setSizePolicy(
        QSizePolicy.Policy.Maximum if kind != "primary" else QSizePolicy.Policy.Preferred,
        QSizePolicy.Policy.Fixed,
    )
    made.setAccessibleName(plain(text))
    if glyph:
        made.setIcon(icon(glyph, _INK.get(kind, "text")))
        made.setIconSize(QSize(theme.px(17), theme.px(17)))
    if name:
        made.setObjectName(name)
    if tip:
        made.setToolTip(tip)
    if act:
        made.clicked.connect(lambda _=False: act())
    return made


def icon_button(
    glyph: str,
    says: str,
    act: Callable[[], object] | None = None,
    *,
    name: str = "",
    token: str = "text2",
    size: int = 18,
) -> QToolButton:
    """A button that is only an icon; what it does stands in its tool tip and its accessible name."""
    made = QToolButton()
    made.setIcon(icon(glyph, token))
    made.setIconSize(QSize(theme.px(size), theme.px(size)))
    made.setToolTip(says)
    made.setAccessibleName(plain(says))
    made.setMinimumSize(theme.px(32), theme.px(28))
    made.setCursor(Qt.CursorShape.PointingHandCursor)
    made.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
    if name:
        made.setObjectName(name)
    if act:
        made.clicked.connect(lambda _=False: act())
    return made
