"""An empty place: one fact, when it fills, one button."""

from collections.abc import Callable

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QFrame

from workbench.ui.parts.arrange import column, row
from workbench.ui.parts.buttons import button
from workbench.ui.parts.texts import Picture, label


def empty(
    glyph: str, fact: str, when: str, action: str = "", act: Callable[[], object] | None = None
) -> QFrame:
    """A dashed card that says that nothing is here yet and when something will be."""
    made = QFrame()
    made.setProperty("card", "dashed")
    title, hint = label(fact, "card", wrap=True), label(when, "label", "2", wrap=True)
    for one in (title, hint):
        one.setAlignment(Qt.AlignmentFlag.AlignCenter)
    picture = row(None, Picture(glyph, "text2", 26), None)
    box = column(None, picture, title, hint, gap=6, margins=(16, 20, 16, 20))
    if action:
        box.addLayout(row(None, button(action, act, kind="small", glyph="ph.plus"), None))
    box.addStretch(1)
    made.setLayout(box)
    return made
