"""The look of the window now: colours of the theme, size of text, and one style sheet made from both."""

from dataclasses import dataclass

from PySide6.QtCore import Qt
from PySide6.QtGui import QColor, QFont, QPalette
from PySide6.QtWidgets import QApplication, QToolTip, QWidget

from workbench.ui import fonts, qss
from workbench.ui.state import Setup
from workbench.ui.tokens import COLOURS


@dataclass
class _Look:
    dark: bool = False
    scale: float = 1.0
    rtl: bool = True
    sheet: str = ""


_look = _Look()


def colour(role: str) -> QColor:
    """The colour of a role in the present theme."""
    return QColor(COLOURS[role][_look.dark])


def dark() -> bool:
    return _look.dark


def rtl() -> bool:
    """Whether the window is laid out from right to left."""
    return _look.rtl


def star() -> str:
    """The mark of a required answer, as rich text."""
    return f' <span style="color:{colour("dangerText").name()}">*</span>'


def px(size: float) -> int:
    """A size that grows with the text: rows, icons beside text."""
    return round(size * _look.scale)


def font(style: str = "body", *, mono: bool = False, bold: bool | None = None) -> QFont:
    """The font of a type style at the present size and in the present script."""
    return fonts.font(style, _look.rtl, _look.scale, mono=mono, bold=bold)


def apply(app: QApplication, setup: Setup, *, right_to_left: bool) -> None:
    """Set the look of the whole program: style, palette, font, direction; its windows are dressed one by one."""
    fonts.register()
    _look.dark, _look.scale, _look.rtl = setup.theme == "dark", setup.size / 100, right_to_left
    if app.style().objectName().lower() != "fusion":
        app.setStyle("Fusion")
    app.setLayoutDirection(
        Qt.LayoutDirection.RightToLeft if right_to_left else Qt.LayoutDirection.LeftToRight
    )
    app.setPalette(_palette())
    app.setFont(font())
    QToolTip.setPalette(_palette())
    QToolTip.setFont(font("label"))
    colours = {role: pair[_look.dark] for role, pair in COLOURS.items()}
    _look.sheet = qss.sheet(colours, rtl=right_to_left, scale=_look.scale)


def dress(window: QWidget | None) -> None:
    """Put the style sheet on a window, and so on all that is in it.

    On the application it would be matched anew for everything inside a widget each time that is put into another;
    what is built before it is put into its window costs nothing.
    """
    if window is not None:
        window.setStyleSheet(_look.sheet)


def _palette() -> QPalette:
    """The palette that Fusion paints with wherever the style sheet says nothing."""
    role, group = QPalette.ColorRole, QPalette.ColorGroup
    palette = QPalette()
    for which, token in {
        role.Window: "canvas",
        role.WindowText: "text",
        role.Base: "surface",
        role.AlternateBase: "canvas",
        role.Text: "text",
        role.Button: "surface",
        role.ButtonText: "text",
        role.BrightText: "onSolid",
        role.Highlight: "accent",
        role.HighlightedText: "onAccent",
        role.ToolTipBase: "surface",
        role.ToolTipText: "text",
        role.PlaceholderText: "text3",
        role.Link: "accentText",
        role.LinkVisited: "accentText",
        role.Light: "surface",
        role.Midlight: "sunken",
        role.Mid: "border",
        role.Dark: "border2",
        role.Shadow: "border2",
        role.Accent: "accent",
    }.items():
        palette.setColor(which, colour(token))
    for which in (role.WindowText, role.Text, role.ButtonText):
        palette.setColor(group.Disabled, which, colour("disabled"))
    return palette
