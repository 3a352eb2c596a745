"""The exhibits of a case: a table, and the one that is chosen with its label, files and custody."""

from pathlib import Path
from typing import Any

from PySide6.QtCore import QModelIndex
from PySide6.QtGui import QResizeEvent
from PySide6.QtWidgets import QBoxLayout, QFileDialog, QHBoxLayout, QLineEdit, QProgressBar

from workbench.i18n import N_, isolate, ltr
from workbench.services import exhibits
from workbench.services.rows import ExhibitRow
from workbench.ui import theme
from workbench.ui.dialogs.exhibit import NewExhibit, attach
from workbench.ui.evidence.custody import custody, file_lines
from workbench.ui.evidence.label import LabelPreview
from workbench.ui.guide.papers import INTEGRITY
from workbench.ui.jobs import Task
from workbench.ui.page import Page
from workbench.ui.parts.arrange import card, column, empty_out, holder, row, scroll
from workbench.ui.parts.buttons import button, icon_button
from workbench.ui.parts.chip import Chip
from workbench.ui.parts.empty import empty
from workbench.ui.parts.texts import Elided, code, label
from workbench.ui.room import Room
from workbench.ui.state import speaking, tr
from workbench.ui.tables import ROW, Column, Rows, table, widen


class EvidencePage(Page):
    """Long work shows how far it is and can be stopped; what was finished stays."""

    key = "evidence"
    least = 620

    def __init__(self, room: Room) -> None:
        super().__init__(room)
        self._found: list[ExhibitRow] = []
        self._judged: dict[str, str] = {}
        self._task: Task | None = None
        self._folded = True

    def build(self) -> None:
        self._columns = self._make_columns()
        self._rows = Rows(self._columns)
        self._view, self._sifted = table(self._rows, name="exhibits-table", says=tr(N_("Exhibits")))
        self._view.selectionModel().currentRowChanged.connect(self._chosen)
        self._filter = QLineEdit(str(self.notes.get("filter", "")))
        self._filter.setPlaceholderText(tr(N_("Filter the exhibits")))
        self._filter.setAccessibleName(tr(N_("Filter the exhibits")))
        self._filter.setFixedWidth(theme.px(170))
        self._filter.textChanged.connect(self._sifted.want)
        self._sifted.want(self._filter.text())
        self._details = icon_button(
            "ph.columns", tr(N_("Show or hide the details")), self._fold, name="details"
        )
        self._tools = row(
            button(
                tr(N_("Register exhibit")), self.new, kind="primary", glyph="ph.plus", name="register-exhibit"
            ),
            button(tr(N_("Attach file…")), self._attach, glyph="ph.paperclip", name="attach-file"),
            button(tr(N_("Verify all")), self._verify, glyph="ph.shield-check", name="verify-all"),
            None,
            gap=8,
        )
        self._head = QBoxLayout(QBoxLayout.Direction.LeftToRight)
        self._head.setContentsMargins(12, 10, 12, 8)
        self._head.setSpacing(8)
        self._head.addLayout(self._tools, 1)
        self._head.addLayout(row(self._filter, None, self._details, gap=8))
        self._sums = row(gap=8, margins=(12, 0, 12, 10))
        self._make_going()
        self._none = empty(
            "ph.archive-box",
            tr(N_("No exhibits yet")),
            tr(N_("The first one is registered at the seizure.")),
            tr(N_("Register exhibit")),
            self.new,
        )
        left = card(
            self._head,
            self._sums,
            self._going,
            column(self._none, margins=(12, 0, 12, 12)),
            self._view,
            gap=0,
            margins=(0, 0, 0, 0),
        )
        self._side = column(gap=8)
        side = self._aside = holder(self._side)
        side.setFixedWidth(theme.px(352))
        line = QHBoxLayout()
        line.setContentsMargins(0, 0, 0, 0)
        line.setSpacing(12)
        line.addWidget(left, 1)
        line.addWidget(side)
        self.put(holder(line))
        self._fit()
        self._show()

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        self._fit()

    def _fit(self) -> None:
        """Where there is no room beside the table, the details are folded away until they are asked for."""
        if hasattr(self, "_aside"):
            narrow = self.width() < theme.px(1040)
            self._details.setVisible(narrow)
            self._aside.setVisible(not (narrow and self._folded))
            way = QBoxLayout.Direction.TopToBottom if narrow else QBoxLayout.Direction.LeftToRight
            self._head.setDirection(way)

    def _fold(self) -> None:
        self._folded = not self._folded
        self._fit()

    def _make_going(self) -> None:
        """How far long work is, with the way to stop it."""
        self._bar = QProgressBar()
        self._bar.setTextVisible(False)
        self._said = label("", "label", "2")
        going = row(self._said, gap=10, margins=(12, 0, 12, 10))
        going.addWidget(self._bar, 1)
        going.addWidget(button(tr(N_("Cancel")), self._cancel, kind="small", name="cancel-work"))
        self._going = holder(going)
        self._going.hide()

    def ask(self) -> None:
        self.room.ask(
            self, exhibits.list_exhibits, self.room.memory.case_id, then=self._know, failed=self.refuse
        )

    def keep(self) -> None:
        self.notes["filter"] = self._filter.text()

    def told(self, word: str) -> None:
        if word == "filter":
            self._filter.setFocus()
        elif word == "attach":
            self._attach()
        elif word == "snapshot":
            self._fold()
        else:
            super().told(word)

    def new(self) -> None:
        NewExhibit(self, self.room).open()

    def primary(self) -> None:
        self.new()

    def _make_columns(self) -> list[Column]:
        def state(row_: ExhibitRow) -> tuple[str, str, str]:
            words, tone, glyph = INTEGRITY.get(
                self._judged.get(row_.number, row_.integrity), INTEGRITY["none"]
            )
            return tr(words), tone, glyph

        return [
            Column(tr(N_("Number")), lambda one: ltr(one.number), code=True),
            Column(tr(N_("Description")), lambda one: isolate(one.description), wide=True),
            Column(tr(N_("Kind")), lambda one: tr(exhibits.KINDS.get(one.kind, one.kind)), quiet=True),
            Column(tr(N_("Place")), lambda one: isolate(one.seized_place) or "—"),
            Column(tr(N_("Holder")), lambda one: isolate(one.holder) or "—"),
            Column(tr(N_("Integrity")), lambda one: "", chip=state),
        ]

    def _know(self, found: list[ExhibitRow]) -> None:
        self._found = found
        self._show()

    def _show(self) -> None:
        chosen = str(self.notes.get("chosen", ""))
        self._rows.fill(self._found)
        widen(self._view, self._columns, most=150)
        self._none.setVisible(not self._found)
        self._view.setVisible(bool(self._found))
        self._draw_sums()
        places = [
            place
            for place in range(self._sifted.rowCount())
            if self._sifted.index(place, 0).data(ROW).number == chosen
        ]
        if self._found:
            self._view.setCurrentIndex(self._sifted.index(places[0] if places else 0, 0))
        self._draw_side()

    def _draw_sums(self) -> None:
        empty_out(self._sums)
        if not self._found:
            return
        self._sums.addWidget(
            label(speaking().say_many("{n} exhibit", "{n} exhibits", len(self._found)), "label", "2")
        )
        for key in ("verified", "sealed", "none", "broken"):
            count = sum(self._judged.get(one.number, one.integrity) == key for one in self._found)
            if count:
                words, tone, glyph = INTEGRITY[key]
                self._sums.addWidget(Chip(f"{speaking().number(count)} {tr(words)}", tone, glyph))
        self._sums.addStretch(1)

    def _now(self) -> ExhibitRow | None:
        index = self._view.currentIndex()
        return index.data(ROW) if index.isValid() else None

    def _chosen(self, index: QModelIndex, _before: QModelIndex) -> None:
        if index.isValid():
            self.notes["chosen"] = index.data(ROW).number
            self._draw_side()

    def _draw_side(self) -> None:
        empty_out(self._side)
        exhibit = self._now()
        if exhibit is None:
            self._side.addStretch(1)
            return
        words, tone, glyph = INTEGRITY.get(
            self._judged.get(exhibit.number, exhibit.integrity), INTEGRITY["none"]
        )
        head = column(
            row(code(ltr(exhibit.number)), None, Chip(tr(words), tone, glyph), gap=8),
            Elided(isolate(exhibit.description), "screen"),
            gap=4,
        )
        top = card(head, LabelPreview(exhibit, self.room.memory.case_number), gap=10)
        if exhibit.files:
            top.layout().addWidget(file_lines(exhibit.files))  # type: ignore[union-attr]
        count = speaking().say_many(
            "{n} entry, never deleted", "{n} entries, never deleted", len(exhibit.custody)
        )
        chain = card(
            row(label(tr(N_("Chain of custody")), "card"), None, label(count, "label", "2")),
            scroll(custody(exhibit)),
            gap=10,
        )
        self._side.addWidget(top)
        self._side.addWidget(chain, 1)

    def _attach(self) -> None:
        exhibit = self._now()
        if exhibit is None or self._task is not None:
            return
        name, _ = QFileDialog.getOpenFileName(self, tr(N_("Choose file…")))
        if name:
            self.take(exhibit.number, Path(name))

    def take(self, number: str, path: Path) -> None:
        """Seal a file into an exhibit."""
        self._start(tr(N_("Sealing…")))
        self._task = attach(self.room, self, number, path, self._moved, self._done, self._failed)

    def _verify(self) -> None:
        if self._task is None:
            self._start(tr(N_("Verifying…")))
            self._task = self.room.ask(
                self,
                exhibits.verify_exhibits,
                self.room.memory.case_id,
                then=self._verified,
                failed=self._failed,
                progress=self._moved,
            )

    def _verified(self, found: list[ExhibitRow]) -> None:
        self._judged = {one.number: one.integrity for one in found}
        self._done(None)
        self._show()

    def _start(self, words: str) -> None:
        self.quiet()
        self._said.setText(words)
        self._bar.setMaximum(0)
        self._going.show()

    def _moved(self, done: int, total: int) -> None:
        language = speaking()
        self._bar.setMaximum(1000)
        self._bar.setValue(round(1000 * done / total) if total else 0)
        self._said.setText(tr(N_("{done} of {total}"), done=language.size(done), total=language.size(total)))

    def _cancel(self) -> None:
        if self._task is not None:
            self._task.stop()

    def _done(self, _found: Any) -> None:
        self._task = None
        self._going.hide()

    def _failed(self, error: Exception) -> None:
        self._done(None)
        self.refuse(error)


def page(room: Room) -> EvidencePage:
    """The page, for the registry."""
    return EvidencePage(room)
