"""Registering an exhibit: what, where and when it was seized, its seal, and a file that is sealed with its hash."""

from datetime import datetime
from pathlib import Path
from typing import Any

from PySide6.QtWidgets import QFileDialog, QGridLayout, QLineEdit, QProgressBar, QWidget

from workbench.errors import Reason, Refusal
from workbench.i18n import N_, isolate
from workbench.services import exhibits
from workbench.ui.dialogs.ask import Ask
from workbench.ui.dialogs.labelled import labelled
from workbench.ui.forms.calendar import MomentEdit
from workbench.ui.jobs import Task
from workbench.ui.parts.arrange import holder, row
from workbench.ui.parts.buttons import button
from workbench.ui.parts.choices import Combo
from workbench.ui.parts.texts import Elided, label
from workbench.ui.room import Room
from workbench.ui.state import speaking, tr
from workbench.ui.state.speech import zone


class NewExhibit(Ask):
    """Registers the exhibit, then takes its file in; a file that is refused leaves the exhibit registered."""

    def __init__(self, parent: QWidget, room: Room) -> None:
        super().__init__(
            parent,
            tr(N_("Register exhibit")),
            tr(
                N_(
                    "It gets the next number. A file is copied, hashed and sealed; the original is not touched."
                )
            ),
            tr(N_("Register exhibit")),
            glyph="ph.archive-box",
            width=620,
        )
        self._room, self._number = room, ""
        self._task: Task | None = None
        self._path: Path | None = None
        self._make_editors()
        self._make_file_lines()
        self.on_submit = self._send
        self._what.setFocus()

    def _make_editors(self) -> None:
        self._kind = Combo([(key, tr(words)) for key, words in exhibits.KINDS.items()])
        self._kind.setObjectName("exhibit-kind")
        self._what, self._place, self._found, self._seized = (
            QLineEdit(),
            QLineEdit(),
            QLineEdit(),
            QLineEdit(),
        )
        self._seal, self._condition = QLineEdit(), QLineEdit()
        self._what.setObjectName("exhibit-description")
        self._place.setObjectName("exhibit-place")
        self._when = MomentEdit(zone(), timed=True)
        self._when.editor.setObjectName("exhibit-when")
        grid = QGridLayout()
        grid.setHorizontalSpacing(12)
        grid.setVerticalSpacing(8)
        grid.addLayout(labelled(tr(N_("Description")), self._what, required=True), 0, 0, 1, 2)
        for place, (words, editor) in enumerate(
            (
                (tr(N_("Kind")), self._kind),
                (tr(N_("Seized at")), self._when),
                (tr(N_("Place of seizure")), self._place),
                (tr(N_("Found by")), self._found),
                (tr(N_("Seized by")), self._seized),
                (tr(N_("Number of the seal")), self._seal),
                (tr(N_("Condition")), self._condition),
            ),
            2,
        ):
            grid.addLayout(labelled(words, editor), place // 2, place % 2)
        self.inside.addLayout(grid)

    def _make_file_lines(self) -> None:
        """The file to take in, and how far it is while it is sealed."""
        self._name = Elided(tr(N_("No file chosen")), "body", "2")
        choose = button(
            tr(N_("Choose file…")), self._choose, kind="small", glyph="ph.paperclip", name="choose-file"
        )
        line = row(choose, gap=10)
        line.addWidget(self._name, 1)
        self.inside.addLayout(line)
        self._bar = QProgressBar()
        self._bar.setTextVisible(False)
        self._said = label("", "label", "2")
        self._stop = button(tr(N_("Cancel")), self._cancel, kind="small", name="cancel-file")
        going = row(self._said, gap=10)
        going.addWidget(self._bar, 1)
        going.addWidget(self._stop)
        self._going = holder(going)
        self._going.hide()
        self.inside.addWidget(self._going)

    def take(self, path: Path) -> None:
        """Choose the file that is taken in with the exhibit."""
        self._path = path
        self._name.setText(isolate(path.name))

    def reject(self) -> None:
        if self._task is not None:
            self._cancel()
            return
        super().reject()

    def _choose(self) -> None:
        name, _ = QFileDialog.getOpenFileName(self, tr(N_("Choose file…")))
        if name:
            self.take(Path(name))

    def _send(self) -> None:
        if self._number:
            self._attach()
            return
        at = self._when.value()
        try:
            seized_at = datetime.fromisoformat(str(at)) if at else None
        except ValueError:
            self.refuse(
                Refusal(Reason.EXHIBIT_WRONG, problem=tr(N_("the day and time of seizure cannot be read")))
            )
            return
        self.wait(True)
        self._room.act(
            self,
            exhibits.add_exhibit,
            self._room.memory.case_id,
            kind=self._kind.key,
            description=self._what.text(),
            seized_at=seized_at,
            seized_place=self._place.text(),
            found_by=self._found.text(),
            seized_by=self._seized.text(),
            seal_number=self._seal.text(),
            condition=self._condition.text(),
            then=self._added,
            failed=self.refuse,
        )

    def _added(self, exhibit: Any) -> None:
        self._number = exhibit.number
        self._room.memory.of("evidence", self._room.memory.case_id)["chosen"] = exhibit.number
        if self._path is None:
            self.accept()
        else:
            self._attach()

    def _attach(self) -> None:
        if self._path is None:
            self.accept()
            return
        self.wait(True)
        self._going.show()
        self._task = attach(
            self._room, self, self._number, self._path, self._moved, self._attached, self._failed
        )

    def _moved(self, done: int, total: int) -> None:
        self._bar.setMaximum(1000)
        self._bar.setValue(round(1000 * done / total) if total else 0)
        language = speaking()
        self._said.setText(
            tr(N_("Sealing: {done} of {total}"), done=language.size(done), total=language.size(total))
        )

    def _cancel(self) -> None:
        if self._task is not None:
            self._task.stop()

    def _attached(self, _exhibit: Any) -> None:
        self._task = None
        self.accept()

    def _failed(self, error: Exception) -> None:
        self._task = None
        self._going.hide()
        self.refuse(error)


def attach(room: Room, owner: QWidget, number: str, path: Path, moved: Any, then: Any, failed: Any) -> Task:
    """Ask for a file to be sealed into an exhibit, with progress."""
    return room.act(
        owner,
        exhibits.attach_file,
        room.memory.case_id,
        number,
        path,
        then=then,
        failed=failed,
        progress=moved,
    )
