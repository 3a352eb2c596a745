"""The papers of a case: choose the kind and the language, look at it, save it as PDF."""

from pathlib import Path
from typing import Any

from PySide6.QtCore import Qt
from PySide6.QtGui import QImage, QResizeEvent
from PySide6.QtWidgets import QFileDialog, QHBoxLayout, QVBoxLayout, QWidget

from workbench.i18n import N_, TAGS, isolate, language, ltr, plain
from workbench.services import documents
from workbench.services.rows import IssuedRow
from workbench.ui import theme
from workbench.ui.page import Page
from workbench.ui.papers.viewer import Viewer, render
from workbench.ui.parts.arrange import card, column, empty_out, holder, row, rule, scroll
from workbench.ui.parts.buttons import button
from workbench.ui.parts.chip import Chip
from workbench.ui.parts.choices import Radio, Segmented
from workbench.ui.parts.notice import Notice
from workbench.ui.parts.texts import Elided, Picture, code, heading, label
from workbench.ui.room import Room
from workbench.ui.state import moment, tr

# Papers of people are made where the person is; a list of all of them would be too long to choose from.
_LISTED = ("order", "examination", "scene")


def _look(desk: Any, case: str, paper: str, tag: str, digits: str) -> list[QImage]:
    kind, _, subject = paper.partition(" ")
    return render(documents.preview(desk, case, kind, tag, digits=digits, subject=subject))


def _known(desk: Any, case: str) -> tuple[list[IssuedRow], list[str]]:
    """The papers issued before, and those to be made of one thing in the case, as kind and code."""
    listed = [(kind, of) for of in _LISTED for kind in documents.kinds(of)]
    papers = [f"{kind} {code}" for kind, of in listed for code in documents.subjects(desk, case, of)]
    return documents.list_issued(desk, case), papers


class DocumentsPage(Page):
    """The language of a paper is its own; the preview is marked as a draft."""

    key = "documents"
    least = 760

    def __init__(self, room: Room) -> None:
        super().__init__(room)
        self._issued: list[IssuedRow] = []
        self._of_one: list[str] = []
        self._images: list[QImage] = []
        self._seen: tuple[str, ...] = ()

    def build(self) -> None:
        notes = self.notes
        notes.setdefault("kind", documents.kinds()[0])
        notes.setdefault("language", self.room.setup.language)
        notes.setdefault("digits", "locale")
        self._list = column(gap=0)
        left = card(
            row(label(tr(N_("Papers of the case")), "card"), None, margins=(14, 12, 14, 10)),
            scroll(holder(self._list)),
            gap=0,
            margins=(0, 0, 0, 0),
        )
        self._viewer = Viewer()
        self._viewer.show_pages(self._images, tr(N_("Making the preview…")))
        line = QHBoxLayout()
        line.setContentsMargins(0, 0, 0, 0)
        line.setSpacing(12)
        self._start = column(left, gap=8)
        left.setMinimumHeight(theme.px(150))
        start = scroll(holder(self._start))
        start.setFixedWidth(theme.px(318))
        line.addWidget(start)
        line.addWidget(self._viewer, 1)
        self._side_box = self._side()
        line.addWidget(self._side_box)
        self._across = line
        self.put(holder(line))
        self._fit()
        self._draw_list()

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        self._fit()

    def _fit(self) -> None:
        """Where three columns have no room the choices stand under the list: saving is never out of sight."""
        if not hasattr(self, "_across"):
            return
        narrow = self.width() < theme.px(1040)
        box, place = (self._start, 1) if narrow else (self._across, 2)
        if box.indexOf(self._side_box) < 0:
            (self._across if narrow else self._start).removeWidget(self._side_box)
            box.insertWidget(place, self._side_box, 1 if narrow else 0)
            self._side_box.setFixedWidth(theme.px(318 if narrow else 290))

    def ask(self) -> None:
        self.room.ask(
            self, _known, self.room.memory.case_id, then=self._know, failed=self.refuse
        )
        self.look()

    def primary(self) -> None:
        self._save()

    def told(self, word: str) -> None:
        if word in ("next_step", "previous_step"):
            self._viewer.turn(1 if word == "next_step" else -1)
        else:
            super().told(word)

    def look(self, *, again: bool = False) -> None:
        """Make the preview of what is chosen, unless it is shown already."""
        wanted = (str(self.notes["kind"]), str(self.notes["language"]), str(self.notes["digits"]))
        if wanted == self._seen and self._images and not again:
            return
        self._seen = wanted
        self._viewer.show_pages([], tr(N_("Making the preview…")))
        kind, tag, digits = wanted
        self.room.ask(
            self, _look, self.room.memory.case_id, kind, tag, digits, then=self._show, failed=self._no_look
        )

    def _side(self) -> QWidget:
        notes = self.notes
        tongues = Segmented(
            [(tag, language(tag).native_name) for tag in TAGS],
            str(notes["language"]),
            name="paper-language",
            then=lambda tag: self._set("language", tag),
        )
        digits = Segmented(
            [("locale", tr(N_("By language"))), ("latin", ltr("0–9"))],
            str(notes["digits"]),
            name="paper-digits",
            then=lambda key: self._set("digits", key),
        )
        choices = card(
            heading(tr(N_("Language of the paper"))), tongues, 4, heading(tr(N_("Digits"))), digits, gap=8
        )
        self._saving = label("", "label", "2", wrap=True)
        self._save_button = button(
            tr(N_("Save PDF…")), self._save, kind="primary", glyph="ph.export", name="save-pdf"
        )
        fresh = button(
            tr(N_("Refresh")), lambda: self.look(again=True), glyph="ph.arrow-clockwise", name="refresh"
        )
        fresh.setSizePolicy(self._save_button.sizePolicy())
        before = card(
            heading(tr(N_("Before you save"))),
            _points(
                (
                    N_("The preview is the paper as it will be, marked as a draft."),
                    N_("Check that nothing in it tells who a protected person is."),
                    N_("The file leaves the encrypted store: keep it safe where you save it."),
                )
            ),
            self._saving,
            self._save_button,
            fresh,
            gap=8,
        )
        box = QVBoxLayout()
        box.setContentsMargins(0, 0, 0, 0)
        box.setSpacing(8)
        box.addWidget(choices)
        box.addWidget(before, 1)
        made = holder(box)
        made.setFixedWidth(theme.px(290))
        return made

    def _draw_list(self) -> None:
        empty_out(self._list)
        # What is made for one order is chosen with the order's number.
        # So is what the card of a person led here for.
        for kind in dict.fromkeys([*documents.kinds(), *self._of_one, str(self.notes["kind"])]):
            pick = Radio(self._title(kind))
            pick.setObjectName(f"kind-{kind}")
            pick.setChecked(kind == self.notes["kind"])
            pick.toggled.connect(lambda on, kind=kind: self._set("kind", kind) if on else None)
            pick.setMinimumHeight(theme.px(44))
            self._list.addWidget(holder(row(pick, margins=(14, 0, 14, 0))))
            self._list.addWidget(rule())
        head = row(label(tr(N_("Saved before")), "card"), margins=(14, 12, 14, 6))
        self._list.addLayout(head)
        if not self._issued:
            self._list.addLayout(
                row(label(tr(N_("No paper was saved yet.")), "label", "2"), margins=(14, 0, 14, 0))
            )
        for issued in self._issued[:30]:
            self._list.addWidget(self._paper(issued))
        self._list.addStretch(1)

    def _title(self, paper: str) -> str:
        kind, _, subject = paper.partition(" ")
        return " ".join(part for part in (documents.title(kind, self.room.setup.language), ltr(subject)) if part)

    def _paper(self, issued: IssuedRow) -> QWidget:
        first = row(gap=8)
        first.addWidget(Elided(documents.title(issued.kind, self.room.setup.language), "body"), 1)
        if issued.stale:
            first.addWidget(Chip(tr(N_("changed since")), "late", "ph.warning"))
        second = row(
            code(ltr(issued.document_id), "label"),
            label(language(issued.language).native_name, "label", "2"),
            None,
            gap=8,
        )
        third = label(f"{moment(issued.made_at)} — {isolate(issued.made_by)}", "label", "2")
        line = row(Picture("ph.file-text", "text2", 18), gap=10, margins=(14, 6, 14, 8))
        line.addLayout(column(first, second, third, gap=1), 1)
        return holder(line)

    def _know(self, found: tuple[list[IssuedRow], list[str]]) -> None:
        self._issued, self._of_one = found
        self._draw_list()

    def _set(self, key: str, value: str) -> None:
        self.notes[key] = value
        self.look()

    def _show(self, images: list[QImage]) -> None:
        self._images = images
        self._viewer.show_pages(images)

    def _no_look(self, error: Exception) -> None:
        self._seen, self._images = (), []
        self._viewer.show_pages([], tr(N_("There is no preview.")))
        self.refuse(error)

    def _save(self) -> None:
        kind, tag = str(self.notes["kind"]).replace(" ", "-"), str(self.notes["language"])
        number = plain(self.room.memory.case_number).replace("/", "-")
        # A file name never carries a name of a person or a title.
        name, _ = QFileDialog.getSaveFileName(
            self, tr(N_("Save PDF…")), f"{number}-{kind}-{tag}.pdf", "PDF (*.pdf)"
        )
        if name:
            self.save_to(Path(name))

    def save_to(self, target: Path) -> None:
        """Make the paper and save it."""
        self.quiet()
        self._save_button.setEnabled(False)
        self._saving.setText(tr(N_("Saving…")))
        kind, _, subject = str(self.notes["kind"]).partition(" ")
        self.room.act(
            self,
            documents.make,
            self.room.memory.case_id,
            kind,
            str(self.notes["language"]),
            target,
            digits=str(self.notes["digits"]),
            subject=subject,
            then=lambda made: self._saved(made, target),
            failed=self._not_saved,
        )

    def _saved(self, made: IssuedRow, target: Path) -> None:
        self._save_button.setEnabled(True)
        self._saving.setText("")
        said = Notice(
            tr(N_("Saved: {file}"), file=ltr(target.name)),
            tr(N_("Document {id}, {n} pages."), id=ltr(made.document_id), n=made.pages),
            "ok",
        )
        said.setObjectName("saved")
        self._notices.addWidget(said)

    def _not_saved(self, error: Exception) -> None:
        self._save_button.setEnabled(True)
        self._saving.setText("")
        self.refuse(error)


def _points(texts: tuple[str, ...]) -> QWidget:
    """What to think of, each with a mark; it scrolls where the window is low."""
    box = column(gap=8)
    for words in texts:
        line = row(gap=8)
        line.addWidget(Picture("ph.info", "text2", 16), 0, Qt.AlignmentFlag.AlignTop)
        line.addWidget(label(tr(words), "label", wrap=True), 1)
        box.addLayout(line)
    box.addStretch(1)
    made = scroll(holder(box))
    made.setMinimumHeight(theme.px(64))
    return made


def page(room: Room) -> DocumentsPage:
    """The page, for the registry."""
    return DocumentsPage(room)
