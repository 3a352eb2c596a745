"""Registering an exhibit: its kind first, then what every exhibit has, then the questions of the kind, and a file."""

from collections.abc import Sequence
from datetime import datetime
from pathlib import Path
from typing import Any

from PySide6.QtCore import QTimer
from PySide6.QtGui import QShowEvent
from PySide6.QtWidgets import QFileDialog, QGridLayout, QVBoxLayout, QWidget

from workbench.errors import Reason, Refusal
from workbench.i18n import N_, isolate, ltr
from workbench.services import exhibits
from workbench.services.rows import ExhibitRow
from workbench.ui import theme
from workbench.ui.dialogs.ask import Ask
from workbench.ui.dialogs.labelled import labelled, line
from workbench.ui.evidence.going import Going
from workbench.ui.forms import Form, Known
from workbench.ui.forms.calendar import MomentEdit
from workbench.ui.jobs import Task
from workbench.ui.parts.arrange import column, empty_out, holder, row, scroll
from workbench.ui.parts.buttons import button
from workbench.ui.parts.choices import Combo
from workbench.ui.parts.texts import Elided, heading, label
from workbench.ui.room import Room
from workbench.ui.state import speaking, tr
from workbench.ui.state.speech import zone

_BODY = N_("It gets the next number. A file is copied, hashed and sealed; the original is not touched.")
_LATER = N_("What is marked with a star is asked before court; it can be added later.")


class NewExhibit(Ask):
    """Registers the exhibit, then takes its file in; a file that is refused leaves the exhibit registered."""

    def __init__(self, parent: QWidget, room: Room, others: Sequence[ExhibitRow] = ()) -> None:
        words = tr(N_("Register exhibit"))
        super().__init__(parent, words, tr(_BODY), words, glyph="ph.archive-box", width=680)
        self._room, self._number = room, ""
        self._task: Task | None = None
        self._path: Path | None = None
        self._form: Form | None = None
        self._ready = False
        self._kept: dict[str, object] = {}
        self._inside = QVBoxLayout()
        self._inside.setSpacing(10)
        self._inside.setContentsMargins(2, 2, 10, 2)
        self._make_editors(others)
        self._of_kind = QVBoxLayout()
        self._inside.addLayout(self._of_kind)
        self._inside.addStretch(1)
        self._held = holder(self._inside)
        self._area = scroll(self._held)
        self.inside.addWidget(self._area, 1)
        self._make_file_lines()
        self.on_submit = self._send
        self._kind.activated.connect(lambda _: self._ask_questions())
        self._kind.setFocus()
        # The questions are read from a file the first time; the worker does that.
        room.ask(self, _questions_ready, speaking().tag, then=lambda _: self._begin(), failed=self.refuse)

    def _make_editors(self, others: Sequence[ExhibitRow]) -> None:
        self._kind = Combo([(key, tr(words)) for key, words in exhibits.KINDS.items()])
        self._kind.setObjectName("exhibit-kind")
        self._what, self._place = line("exhibit-description"), line("exhibit-place")
        self._found, self._seized = line("exhibit-found"), line("exhibit-seized-by")
        self._seal, self._condition = line("exhibit-seal"), line("exhibit-condition")
        self._scene = line("exhibit-scene")
        self._parent = Combo(
            [(one.number, f"{ltr(one.number)}  {isolate(one.description)}") for one in others if not one.void],
            empty=tr(N_("stands alone")),
        )
        self._parent.setObjectName("exhibit-parent")
        self._when = MomentEdit(zone(), timed=True)
        self._when.editor.setObjectName("exhibit-when")
        grid = QGridLayout()
        grid.setHorizontalSpacing(12)
        grid.setVerticalSpacing(8)
        grid.addLayout(labelled(tr(N_("Kind")), self._kind), 0, 0)
        grid.addLayout(labelled(tr(N_("Part of")), self._parent), 0, 1, 1, 2)
        grid.addLayout(labelled(tr(N_("Description")), self._what, required=True), 1, 0, 1, 3)
        editors: list[tuple[str, QWidget]] = [
            (tr(N_("Seized at")), self._when), (tr(N_("Place of seizure")), self._place),
            (tr(N_("Letter of the scene")), self._scene), (tr(N_("Found by")), self._found),
            (tr(N_("Seized by")), self._seized), (tr(N_("Number of the seal")), self._seal),
        ]  # fmt: skip
        for place, (words, editor) in enumerate(editors, 6):
            grid.addLayout(labelled(words, editor), place // 3, place % 3)
        grid.addLayout(labelled(tr(N_("Condition")), self._condition), 4, 0, 1, 3)
        for place in range(3):
            grid.setColumnStretch(place, 1)
        self._inside.addLayout(grid)

    def _make_file_lines(self) -> None:
        """The file to take in, and how far it is while it is sealed."""
        self._name = Elided(tr(N_("No file chosen")), "body", "2")
        choose = button(
            tr(N_("Choose file…")), self._choose, kind="small", glyph="ph.paperclip", name="choose-file"
        )
        across = row(choose, gap=10)
        across.addWidget(self._name, 1)
        self.inside.addLayout(across)
        self._going = Going(self._room.desk.clock.monotonic, self._cancel)
        self.inside.addWidget(self._going)

    def _begin(self) -> None:
        self._ready = True
        self._ask_questions()

    def _ask_questions(self) -> None:
        """Put the questions of the kind; what was answered to a question of the same key stays."""
        if not self._ready:
            return
        if self._form is not None:
            self._kept |= self._form.answers()
        empty_out(self._of_kind)
        fields = exhibits.fields_of(self._kind.key, speaking().tag)
        self._form = Form(fields, Known(zone=zone()), self._kept)
        self._form.changed.connect(self._look_over)
        title = heading(tr(exhibits.KINDS[self._kind.key]))
        words = [label(tr(_LATER), "small", "3", wrap=True)] if any(one.required for one in fields) else []
        self._of_kind.addWidget(holder(column(title, *words, self._form, gap=6)))
        self._look_over()

    def _look_over(self) -> None:
        """Say what cannot be right as it is typed; it is said and hinders nothing."""
        if self._form is not None:
            self._form.show_doubts(
                dict(exhibits.warnings(self._kind.key, self._form.asked(), speaking().tag))
            )
            QTimer.singleShot(0, self, self._fit)

    def showEvent(self, event: QShowEvent) -> None:
        super().showEvent(event)
        self._fit()

    def _fit(self) -> None:
        """As high as the questions need, as far as the screen has room; beyond that they scroll."""
        most = self.screen().availableGeometry().height() - theme.px(260)
        wanted = self._inside.totalHeightForWidth(max(1, self._area.viewport().width()))
        self._area.setMinimumHeight(max(theme.px(160), min(wanted + 4, most)))
        self._grow()

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
            problem = tr(N_("the day and time of seizure cannot be read"))
            self.refuse(Refusal(Reason.EXHIBIT_WRONG, problem=problem))
            return
        self.wait(True)
        self._room.act(
            self, exhibits.add_exhibit, self._room.memory.case_id, kind=self._kind.key, description=self._what.text(),
            seized_at=seized_at, seized_place=self._place.text(), found_by=self._found.text(),
            seized_by=self._seized.text(), seal_number=self._seal.text(), condition=self._condition.text(),
            parent=self._parent.key, scene=self._scene.text().strip().upper(),
            detail=self._form.asked() if self._form else {}, then=self._added, failed=self.refuse,
        )  # fmt: skip

    def _added(self, exhibit: Any) -> None:
        self._number = exhibit.number
        self._room.memory.of("evidence", self._room.memory.case_id)["chosen"] = exhibit.number
        self._attach()

    def _attach(self) -> None:
        if self._path is None:
            self.accept()
            return
        self.wait(True)
        self._going.begin(tr(N_("Sealing…")))
        self._task = self._room.act(
            self, exhibits.attach_file, self._room.memory.case_id, self._number, self._path, then=self._attached,
            failed=self._failed, progress=self._going.moved, yields=True,
        )  # fmt: skip

    def _cancel(self) -> None:
        if self._task is not None:
            self._task.stop()

    def _attached(self, _exhibit: Any) -> None:
        self._task = None
        self.accept()

    def _failed(self, error: Exception) -> None:
        self._task = None
        self._going.end()
        self.refuse(error)


def _questions_ready(_desk: Any, tag: str) -> None:
    exhibits.exhibit_kinds(tag)
