"""A stock-take: a scanner or a hand gives one number a line; what was expected turns green, what is strange red."""

from collections import Counter
from collections.abc import Callable, Sequence
from dataclasses import dataclass

from PySide6.QtCore import Qt
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QCompleter, QLineEdit, QVBoxLayout, QWidget

from workbench.i18n import N_, isolate, ltr
from workbench.names import fold
from workbench.services.rows import ExhibitRow
from workbench.ui import theme
from workbench.ui.dialogs.ask import Ask
from workbench.ui.dialogs.labelled import labelled, line
from workbench.ui.evidence.scanned import exhibit_of, shown
from workbench.ui.parts.arrange import column, empty_out, holder, row
from workbench.ui.parts.notice import Notice, announce
from workbench.ui.parts.texts import label
from workbench.ui.state import speaking, tr
from workbench.ui.tables import Column, Rows, table, widen

_STATES = {
    "seen": (N_("found"), "ok", "ph.check-circle"),
    "awaited": (N_("not seen yet"), "neutral", "ph.circle-dashed"),
    "elsewhere": (N_("not expected here"), "warn", "ph.warning"),
    "unknown": (N_("not of this case"), "late", "ph.x-circle"),
}


@dataclass(frozen=True)
class Counted:
    """A line of the count: ``state`` is a key of the states above."""

    number: str
    words: str
    state: str


class Scan(QLineEdit):
    """Takes a line with each Enter; the dialog never closes by it, for a scanner ends every line so."""

    def __init__(self, then: Callable[[str], object]) -> None:
        super().__init__()
        self._then = then

    def keyPressEvent(self, event: QKeyEvent) -> None:
        plain_key = not event.modifiers() & Qt.KeyboardModifier.ControlModifier
        if event.key() in (Qt.Key.Key_Return, Qt.Key.Key_Enter) and plain_key:
            text = self.text().strip()
            self.clear()
            if text:
                self._then(text)
        else:
            super().keyPressEvent(event)


class StockTake(Ask):
    """Of the exhibits of a case those that lie in the store by the record are expected, the others lie elsewhere.

    ``send`` is handed the store, the labels that were seen, what was strange, and the remark.
    """

    def __init__(
        self, parent: QWidget, case_number: str, exhibits: Sequence[ExhibitRow], *,
        send: Callable[[str, list[str], str, Ask], object],
    ) -> None:  # fmt: skip
        super().__init__(
            parent,
            tr(N_("Stock-take")),
            tr(N_("Scan the labels or type their numbers; Enter ends each line.")),
            tr(N_("Finish the count")),
            glyph="ph.barcode",
            width=640,
        )
        self._case, self._send_it = case_number, send
        self._exhibits = [one for one in exhibits if not one.void]
        self._expected: dict[str, str] = {}
        self._others: dict[str, str] = {}
        self._seen: list[str] = []
        self._strange: list[str] = []
        self._scan = Scan(self.take)
        self._scan.setObjectName("scan")
        self._scan.setProperty("size", "large")
        self._scan.setPlaceholderText(tr(N_("Scan or type a number")))
        self._note = line("stock-note")
        held = Counter(one.holder for one in self._exhibits if one.in_store and not one.ended)
        self._store = line("stock-store", held.most_common(1)[0][0] if held else "")
        self._store.setCompleter(QCompleter(list(held), self))
        self._said = QVBoxLayout()
        self._sum = label("", "card", wrap=True)
        self._sum.setObjectName("stock-sum")
        self._columns = [
            Column(tr(N_("Number")), lambda one: ltr(one.number), code=True),
            Column(tr(N_("Description")), lambda one: isolate(one.words), wide=True),
            Column(tr(N_("State")), lambda one: "", chip=_chip),
        ]
        self._rows = Rows(self._columns)
        self._view, _ = table(self._rows, name="stock-table", says=tr(N_("Expected exhibits")))
        self._view.setMinimumHeight(theme.px(220))
        self._view.setFocusPolicy(Qt.FocusPolicy.TabFocus)
        self.inside.addLayout(labelled(tr(N_("Scanned")), self._scan))
        self.inside.addLayout(self._said)
        self.inside.addWidget(self._sum)
        self.inside.addWidget(self._view, 1)
        both = row(gap=12)
        both.addLayout(labelled(tr(N_("Store")), self._store, required=True), 1)
        both.addLayout(labelled(tr(N_("Remark")), self._note), 1)
        self.inside.addLayout(column(holder(both)))
        self.on_submit = self._finish
        self._expect()
        self._store.textChanged.connect(self._expect)
        self._scan.setFocus()

    def _expect(self, _text: str = "") -> None:
        """What should lie there by the record."""
        store = _key(self._store.text())
        self._expected, self._others = {}, {}
        for one in self._exhibits:
            here = one.in_store and not one.ended and _key(one.holder) == store
            (self._expected if here else self._others)[one.number] = one.description
        self._fill()

    def take(self, typed: str) -> None:
        """A line came from the scanner or the keyboard."""
        empty_out(self._said)
        number = exhibit_of(typed, [*self._expected, *self._others], self._case)
        if not number:
            strange = shown(typed)
            if strange not in self._strange:
                self._strange.append(strange)
            self._tell(tr(N_("{number} is no exhibit of this case."), number=ltr(strange)), "late")
        elif number in self._seen:
            self._tell(tr(N_("{number} was counted already."), number=ltr(number)), "warn")
        else:
            self._seen.append(number)
            if number in self._others:
                words = N_("{number} should be elsewhere by the record. It is noted as found here.")
                self._tell(tr(words, number=ltr(number)), "warn")
            else:
                announce(self, f"{number} {tr(_STATES['seen'][0])}")
        self._fill()

    def _tell(self, sentence: str, tone: str) -> None:
        said = Notice(sentence, tone=tone, closes=False)
        self._said.addWidget(said)
        said.show()

    def _fill(self) -> None:
        strange = [Counted(one, "", "unknown") for one in self._strange]
        elsewhere = [Counted(one, self._others[one], "elsewhere") for one in self._seen if one in self._others]
        awaited = [Counted(one, words, "awaited") for one, words in self._expected.items() if one not in self._seen]
        seen = [
            Counted(one, self._expected[one], "seen") for one in reversed(self._seen) if one in self._expected
        ]
        self._rows.fill([*strange, *elsewhere, *awaited, *seen])
        widen(self._view, self._columns, most=200)
        language = speaking()
        self._sum.setText(
            tr(
                N_("{n} of {total} found"), n=language.number(len(seen)), total=language.number(len(self._expected))
            )
        )  # fmt: skip

    def _finish(self) -> None:
        store = self._store.text().strip()
        if not store:
            self._store.setFocus()
            self._tell(tr(N_("Say which store was counted.")), "late")
            return
        self.wait(True)
        labels = {one.number: one.label for one in self._exhibits}
        seen = [labels[number] for number in self._seen]
        self._send_it(store, [*seen, *self._strange], self._note.text().strip(), self)


def _key(store: str) -> str:
    return " ".join(fold(store).split())


def _chip(one: Counted) -> tuple[str, str, str]:
    words, tone, glyph = _STATES[one.state]
    return tr(words), tone, glyph
