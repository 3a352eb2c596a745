"""The library: the procedures that are kept here, drawn and printed, received from a stick, followed by cases."""

from pathlib import Path
from typing import Any

from PySide6.QtWidgets import QFileDialog, QWidget

from workbench.i18n import N_
from workbench.services import editions, keys
from workbench.services.editions import EditionRow
from workbench.services.keys import KeyRow
from workbench.ui.dialogs.ask import Ask, AskReason
from workbench.ui.library.incoming import Arrived, Preview, look
from workbench.ui.library.keys import trust_key
from workbench.ui.library.moving import Moving
from workbench.ui.library.reading import CHART, Reading
from workbench.ui.page import Page
from workbench.ui.parts.arrange import column, empty_out, holder
from workbench.ui.parts.buttons import button
from workbench.ui.parts.notice import Notice
from workbench.ui.room import Room
from workbench.ui.state import speaking, tr

Listed = tuple[tuple[EditionRow, ...], tuple[KeyRow, ...]]


def _list(desk: Any, tag: str) -> Listed:
    return editions.list_editions(desk, tag), keys.list_keys(desk)


class LibraryPage(Page):
    """One of three things is shown: what is kept, what has arrived, or the cases that can be moved."""

    key = "library"
    least = 740

    def __init__(self, room: Room) -> None:
        super().__init__(room)
        self._listed: Listed = ((), ())
        self._arrived: Arrived | None = None
        self._target: EditionRow | None = None

    def titles(self) -> tuple[str, str]:
        return tr(N_("Library")), tr(N_("The procedures of this station and their editions"))

    def tools(self) -> list[QWidget]:
        words = tr(N_("Receive from a stick…"))
        return [button(words, self.receive, kind="primary", glyph="ph.download-simple", name="receive")]

    def build(self) -> None:
        self._all = column(gap=0)
        self.put(holder(self._all))
        if self._arrived is not None:
            # What is said of it was looked up in the language of before.
            self.look_at(self._arrived.path)
            self._show(Preview(self._arrived, self.room.desk, self._answer))
        elif self._target is not None:
            self._show(Moving(self.room, self._target, self._back))
        else:
            self._show(Reading(self.room, self.notes, self._move, self.refuse))

    def ask(self) -> None:
        self.room.ask(self, _list, speaking().tag, then=self._know, failed=self.refuse)

    def keep(self) -> None:
        if reading := self._reading():
            reading.keep()

    def primary(self) -> None:
        self.receive()

    def told(self, word: str) -> None:
        reading = self._reading()
        if word == "receive":
            self.receive()
        elif reading is None or not reading.told(word):
            super().told(word)

    def _know(self, found: Listed) -> None:
        self._listed = found
        if reading := self._reading():
            reading.fill(*found)

    def _reading(self) -> Reading | None:
        item = self._all.itemAt(0) if hasattr(self, "_all") else None
        shown = item.widget() if item is not None else None
        return shown if isinstance(shown, Reading) else None

    def _show(self, what: QWidget) -> None:
        empty_out(self._all)
        self._all.addWidget(what)

    def _back(self) -> None:
        self._arrived = self._target = None
        self._show(Reading(self.room, self.notes, self._move, self.refuse))
        self.ask()

    def _move(self, edition: EditionRow) -> None:
        self.quiet()
        self.keep()
        self._target = edition
        self._show(Moving(self.room, edition, self._back))

    # what arrives
    def receive(self) -> None:
        """Choose a pack file and look at it; of a folder, its ``pack.yaml`` is chosen."""
        words = tr(N_("Receive from a stick…"))
        name, _ = QFileDialog.getOpenFileName(self, words, "", "*.wbpack pack.yaml")
        if name:
            path = Path(name)
            self.look_at(path.parent if path.name == "pack.yaml" else path)

    def look_at(self, path: Path) -> None:
        """Look at a pack file, or at the folder of one. Nothing is kept."""
        self.quiet()
        self.room.ask(self, look, path, speaking().tag, then=self._looked, failed=self.refuse)

    def _looked(self, arrived: Arrived) -> None:
        self.keep()
        self._arrived, self._target = arrived, None
        self._show(Preview(arrived, self.room.desk, self._answer))

    def _answer(self, word: str) -> None:
        arrived = self._arrived
        if arrived is None:
            return
        self.quiet()
        if word == "back":
            self._back()
        elif word == "receive":
            self.room.act(self, editions.receive, arrived.path, then=self._received, failed=self.refuse)
        elif word == "trust_key":
            trust_key(self, self.room, lambda _: self.look_at(arrived.path), self.refuse)
        else:
            self._trust_file(arrived)

    def _trust_file(self, arrived: Arrived) -> None:
        def done(found: EditionRow, dialog: Ask) -> None:
            dialog.accept()
            self._received(found)

        AskReason(
            self,
            tr(N_("Take this file on your own word?")),
            tr(N_("Your name stands wherever the procedure is used: no authority is known to have signed it.")),
            tr(N_("Trust this file")),
            question=tr(N_("Where is it from, and why can you answer for it?")),
            then=lambda reason, dialog: self.room.act(
                dialog, editions.receive, arrived.path, trust_reason=reason,
                then=lambda found: done(found, dialog), failed=dialog.refuse,
            ),
            glyph="ph.shield-warning",
        ).open()  # fmt: skip

    def _received(self, found: EditionRow) -> None:
        self.notes.update(digest=found.digest, opened="", step="", view=CHART)
        self._back()
        said = Notice(
            tr(N_("Received: {title} {version}"), title=found.title, version=found.version),
            tr(N_("New cases start under it. Running cases stay where they are until they are moved.")),
            "ok",
        )
        said.setObjectName("received")
        self._notices.addWidget(said)


def page(room: Room) -> LibraryPage:
    """The page, for the registry."""
    return LibraryPage(room)
