"""The command box: commands that hold what is typed, and below them what a search finds."""

from collections.abc import Sequence

from PySide6.QtCore import QStringListModel, QTimer, Signal
from PySide6.QtWidgets import QCompleter, QHBoxLayout, QLineEdit, QListView

from workbench.i18n import N_, ltr
from workbench.services.hits import Hit
from workbench.ui import theme
from workbench.ui.finding import told
from workbench.ui.parts.texts import Picture
from workbench.ui.state import tr

# Long enough not to ask at every key, short enough to seem at once.
PAUSE = 180


class CommandBox(QLineEdit):
    """Type a part of what you want to do, or what you look for; Enter does it."""

    run = Signal(str)
    asked = Signal(str)
    sought = Signal(str)
    opened = Signal(object)

    def __init__(self, commands: Sequence[tuple[str, str]]) -> None:
        super().__init__()
        self.setObjectName("command-box")
        self.setPlaceholderText(tr(N_("Search or command…")) + "  " + ltr("Ctrl+K"))
        self.setAccessibleName(tr(N_("Search or command")))
        self.setFixedWidth(theme.px(240))
        self._keys = {words: key for key, words in commands}
        self._hits: dict[str, Hit] = {}
        self._model = QStringListModel(list(self._keys), self)
        self._finder = finder = QCompleter(self._model, self)
        # What is found does not hold what was typed: it is chosen here and not by the completer.
        finder.setCompletionMode(QCompleter.CompletionMode.UnfilteredPopupCompletion)
        finder.setMaxVisibleItems(14)
        self.setCompleter(finder)
        offers = QListView()
        offers.setObjectName("command-box-offers")
        offers.setMinimumWidth(theme.px(520))
        finder.setPopup(offers)
        theme.dress(offers)
        finder.activated.connect(self._take)
        self.returnPressed.connect(lambda: self._take(self.text()))
        self._pause = QTimer(self, interval=PAUSE, singleShot=True)
        self._pause.timeout.connect(lambda: self.asked.emit(self.text()))
        self.textEdited.connect(self._typed)
        inner = QHBoxLayout(self)
        inner.setContentsMargins(9, 0, 9, 0)
        inner.addWidget(Picture("ph.magnifying-glass", "text2", 16))
        inner.addStretch(1)
        room = theme.px(24)
        self.setTextMargins(0 if theme.rtl() else room, 0, room if theme.rtl() else 0, 0)

    def offer(self, text: str, hits: Sequence[Hit]) -> None:
        """Show what was found for a text, unless something else was typed meanwhile."""
        if text != self.text():
            return
        self._hits = {told.line(hit): hit for hit in hits}
        self._show(text)
        if self.hasFocus() and self._model.rowCount():
            self._finder.complete()

    def _typed(self, text: str) -> None:
        self._hits = {}
        self._show(text)
        if len(text.strip()) > 1:
            self._pause.start()
        else:
            self._pause.stop()

    def _show(self, text: str) -> None:
        wanted = text.casefold()
        self._model.setStringList([*(words for words in self._keys if wanted in words.casefold()), *self._hits])

    def _take(self, words: str) -> None:
        self._pause.stop()
        hit = self._hits.get(words)
        key = self._keys.get(words) or next((k for w, k in self._keys.items() if words and words in w), "")
        self.clear()
        self._hits = {}
        self._show("")
        if hit is not None:
            self.opened.emit(hit)
        elif key:
            self.run.emit(key)
        elif words.strip():
            self.sought.emit(words.strip())
