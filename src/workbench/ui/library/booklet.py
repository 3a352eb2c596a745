"""A procedure as a booklet: looked at page by page in any of the languages, and saved as PDF."""

from pathlib import Path
from typing import Any

from PySide6.QtWidgets import QFileDialog, QVBoxLayout, QWidget

from workbench.i18n import N_, TAGS, language, ltr
from workbench.services import library
from workbench.services.editions import EditionRow
from workbench.ui.library.leaves import Leaves, Print, counted
from workbench.ui.parts.arrange import empty_out, holder, row
from workbench.ui.parts.buttons import button
from workbench.ui.parts.choices import Segmented
from workbench.ui.parts.notice import Notice, notice_of
from workbench.ui.parts.texts import label
from workbench.ui.room import Room
from workbench.ui.state import tr


def _look(desk: Any, digest: str, tag: str, digits: str) -> Print:
    return counted(library.booklet(desk, digest, tag, digits=digits))


class Booklet(QWidget):
    """The language of the booklet is its own; making one takes a few seconds."""

    def __init__(self, room: Room, edition: EditionRow, notes: dict[str, Any]) -> None:
        super().__init__()
        self._room, self._edition, self._notes = room, edition, notes
        notes.setdefault("booklet", room.setup.language)
        self._shown = ""
        tongues = Segmented(
            [(tag, language(tag).native_name) for tag in TAGS], str(notes["booklet"]), name="booklet-language",
            then=self._speak,
        )  # fmt: skip
        self._save = button(tr(N_("Save PDF…")), self._choose, glyph="ph.export", name="save-booklet")
        self._told = QVBoxLayout()
        self.viewer = Leaves(room)
        box = QVBoxLayout(self)
        box.setContentsMargins(12, 8, 12, 12)
        box.setSpacing(8)
        head = row(label(tr(N_("Language of the booklet")), "label", "2"), gap=10)
        tongues.setMaximumWidth(tongues.sizeHint().width() + 40)
        head.addWidget(tongues)
        head.addStretch(1)
        head.addWidget(self._save)
        box.addWidget(holder(head))
        box.addLayout(self._told)
        box.addWidget(self.viewer, 1)
        self.look()

    def look(self) -> None:
        """Make the pages in the language that is chosen."""
        tag = str(self._notes["booklet"])
        if tag == self._shown:
            return
        self._shown = tag
        self._save.setEnabled(False)
        self.viewer.tell(tr(N_("Making the booklet. This takes a few seconds…")))
        self._room.ask(
            self, _look, self._edition.digest, tag, self._room.setup.digits, then=lambda found: self._show(tag, found),
            failed=self._refuse,
        )  # fmt: skip

    def save_to(self, target: Path) -> None:
        """Make the booklet and save it."""
        empty_out(self._told)
        self._save.setEnabled(False)
        self._room.ask(
            self, library.save_booklet, self._edition.digest, str(self._notes["booklet"]), target,
            digits=self._room.setup.digits, then=lambda _: self._saved(target), failed=self._refuse,
        )  # fmt: skip

    def _speak(self, tag: str) -> None:
        self._notes["booklet"] = tag
        self.look()

    def _show(self, tag: str, found: Print) -> None:
        # An answer to a language that is no longer wanted is not shown.
        if tag == self._shown:
            self._save.setEnabled(True)
            self.viewer.show_print(found)

    def _choose(self) -> None:
        name = f"{self._edition.key}-{self._edition.version}-{self._notes['booklet']}.pdf"
        chosen, _ = QFileDialog.getSaveFileName(self, tr(N_("Save PDF…")), name, "PDF (*.pdf)")
        if chosen:
            self.save_to(Path(chosen))

    def _saved(self, target: Path) -> None:
        self._save.setEnabled(True)
        said = Notice(tr(N_("Saved: {file}"), file=ltr(target.name)), tone="ok")
        said.setObjectName("saved")
        self._told.addWidget(said)

    def _refuse(self, error: Exception) -> None:
        empty_out(self._told)
        self._save.setEnabled(bool(self.viewer.pages))
        if not self.viewer.pages:
            self._shown = ""
            self.viewer.tell(tr(N_("There is no preview.")))
        self._told.addWidget(notice_of(error))
