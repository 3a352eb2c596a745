"""Search: all that agrees with a text, how well and why; loose, usual or strict."""

from collections.abc import Sequence

from PySide6.QtCore import QModelIndex, QTimer
from PySide6.QtWidgets import QLineEdit

from workbench.i18n import N_, ltr
from workbench.services import search
from workbench.services.hits import Hit
from workbench.ui.finding import told
from workbench.ui.page import Page
from workbench.ui.parts.arrange import card, column, row
from workbench.ui.parts.buttons import button
from workbench.ui.parts.choices import Segmented
from workbench.ui.parts.texts import label
from workbench.ui.room import Room
from workbench.ui.state import speaking, tr
from workbench.ui.tables import ROW, Column, Rows, table, widen

PAUSE = 180
STRICTNESS = {"loose": N_("Loose"), "usual": N_("Usual"), "strict": N_("Strict")}


class SearchPage(Page):
    """Open with Enter or a double click. What was asked is forgotten at lock, like everything else."""

    key = "search"
    least = 760

    def titles(self) -> tuple[str, str]:
        return tr(N_("Search")), tr(N_("Names however they are written, numbers, words; names stay hidden"))

    def build(self) -> None:
        self._columns = [
            Column(tr(N_("Fits")), lambda hit: speaking().number(hit.score), order=lambda hit: -hit.score),
            Column(tr(N_("What")), told.kind, strong=True),
            Column(tr(N_("Who")), told.who),
            Column(tr(N_("Case")), lambda hit: ltr(hit.case_number), code=True),
            Column(tr(N_("Found in")), told.where, wide=True),
            Column(tr(N_("Why")), lambda hit: told.reasons(hit.reasons), wide=True, quiet=True),
        ]
        self._rows = Rows(self._columns)
        self._view, _ = table(self._rows, name="search-table", says=tr(N_("Search")))
        self._view.activated.connect(self._open)
        self._view.doubleClicked.connect(self._open)
        self.text = QLineEdit(str(self.notes.get("text", "")))
        self.text.setObjectName("search-text")
        self.text.setPlaceholderText(tr(N_("A name, a number, some words")))
        self.text.setAccessibleName(tr(N_("Search")))
        self._how = Segmented(
            [(key, tr(words)) for key, words in STRICTNESS.items()], str(self.notes.get("how", "usual")),
            name="strictness", then=lambda _: self.ask(),
        )  # fmt: skip
        self._pause = QTimer(self, interval=PAUSE, singleShot=True)
        self._pause.timeout.connect(self.ask)
        self.text.textEdited.connect(lambda _: self._pause.start())
        self.text.returnPressed.connect(self.ask)
        self._count = label("", "label", "2")
        opener = button(tr(N_("Open")), lambda: self._open(self._view.currentIndex()), name="open-hit")
        top = row(self.text, self._how, gap=10, margins=(12, 10, 12, 0))
        below = row(self._count, None, opener, gap=10, margins=(12, 4, 12, 10))
        self.put(card(column(top, below, gap=4), self._view, gap=0, margins=(0, 0, 0, 0)))

    def ask(self) -> None:
        if sought := self.room.memory.of("search", "").pop("sought", ""):
            self.text.setText(str(sought))
        text = self.text.text()
        self.room.ask(
            self, search.search, text, strictness=self._how.key, then=lambda hits: self._know(text, hits),
            failed=self.refuse,
        )  # fmt: skip

    def keep(self) -> None:
        self.notes["text"], self.notes["how"] = self.text.text(), self._how.key

    def told(self, word: str) -> None:
        if word == "filter":
            self.text.setFocus()
        else:
            super().told(word)

    def primary(self) -> None:
        self._open(self._view.currentIndex())

    def _know(self, text: str, hits: Sequence[Hit]) -> None:
        if text != self.text.text():
            return
        self._rows.fill(hits)
        widen(self._view, self._columns, least=64, most=420)
        nothing = tr(N_("Nothing was found.")) if text.strip() else ""
        self._count.setText(speaking().say_many("{n} hit", "{n} hits", len(hits)) if hits else nothing)

    def _open(self, index: QModelIndex) -> None:
        if index.isValid():
            self.window().open_hit(index.data(int(ROW)))  # type: ignore[attr-defined]


def page(room: Room) -> Page:
    """The page."""
    return SearchPage(room)
