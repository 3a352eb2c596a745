"""Notices: what happened and what to do, at the place of the problem; never a box on top of the work."""

from collections.abc import Callable

from PySide6.QtCore import Qt
from PySide6.QtGui import QAccessible, QAccessibleAnnouncementEvent, QPainter, QPaintEvent, QPen, QShowEvent
from PySide6.QtWidgets import QFrame, QWidget

from workbench.errors import Fault, WorkbenchError, explain
from workbench.i18n import N_, plain
from workbench.ui import theme
from workbench.ui.parts.arrange import column, holder, row
from workbench.ui.parts.buttons import button, icon_button
from workbench.ui.parts.texts import Picture, label
from workbench.ui.state import speaking, tr
from workbench.ui.tokens import TONES

_GLYPHS = {
    "late": "ph.warning-circle",
    "warn": "ph.warning",
    "info": "ph.info",
    "ok": "ph.check-circle",
    "neutral": "ph.lock",
}


class Notice(QFrame):
    """A sentence and a remedy on a tint; with a button when something can be done at once, more ``under`` them."""

    def __init__(
        self,
        sentence: str,
        remedy: str = "",
        tone: str = "late",
        *,
        action: str = "",
        act: Callable[[], object] | None = None,
        closes: bool = True,
        under: QWidget | None = None,
        closed: Callable[[], object] | None = None,
        strong: bool = False,
    ) -> None:
        super().__init__()
        self._tone = tone
        self.setObjectName("notice")
        self.setAccessibleName(f"{sentence} {remedy}".strip())
        ink = {"late": "late", "warn": "warn", "info": "info", "ok": "ok", "neutral": "2"}[tone]
        self.sentence = label(sentence, "card" if remedy or strong else "body", ink, wrap=True)
        words: list[QWidget] = [self.sentence]
        if remedy:
            words.append(label(remedy, "label", ink, wrap=True))
        mark = Picture(_GLYPHS[tone], TONES[tone][1], 18)
        line = row(mark, gap=10, margins=(12, 8, 10, 8))
        if under is not None:
            line.setAlignment(mark, Qt.AlignmentFlag.AlignTop)
        if under is not None:
            words.append(under)
        line.addLayout(column(*words, gap=2 if under is None else 6), 1)
        if action:
            line.addWidget(button(action, act, kind="small", name="notice-action"))
        if closes:
            shut = icon_button("ph.x", tr(N_("Close")), self.hide, name="notice-close", size=14)
            line.addWidget(shut)
            if under is not None:
                line.setAlignment(shut, Qt.AlignmentFlag.AlignTop)
            if closed is not None:
                shut.clicked.connect(lambda _=False: closed())
        self.setLayout(line)

    def showEvent(self, event: QShowEvent) -> None:
        super().showEvent(event)
        announce(self, self.accessibleName())

    def paintEvent(self, event: QPaintEvent) -> None:
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        painter.setPen(QPen(theme.colour(TONES[self._tone][0]), 1))
        painter.setBrush(theme.colour(TONES[self._tone][0]))
        painter.drawRoundedRect(self.rect().adjusted(0, 0, -1, -1), 6, 6)


def announce(widget: QWidget, words: str) -> None:
    """Let a screen reader say it now."""
    if QAccessible.isActive():
        QAccessible.updateAccessibility(QAccessibleAnnouncementEvent(widget, plain(words)))


def notice_of(error: Exception, *, action: str = "", act: Callable[[], object] | None = None) -> Notice:
    """The notice of a refusal in its own words; of our own fault, that it is ours and that nothing was lost."""
    # Beside the words a button would leave them no room in a dialog.
    under = holder(row(button(action, act, kind="small", name="notice-action"), None)) if action else None
    return Notice(*words_of(error), under=under)


def words_of(error: Exception) -> tuple[str, str]:
    """What happened and what to do now, in the window's language."""
    if isinstance(error, WorkbenchError):
        return explain(error, speaking())
    kind = error.code if isinstance(error, Fault) else type(error).__name__
    return (
        tr(N_("Something went wrong in the program itself. Nothing already saved was lost.")),
        tr(N_("Try again. If it happens again, tell the administrator this code: {code}."), code=kind),
    )
