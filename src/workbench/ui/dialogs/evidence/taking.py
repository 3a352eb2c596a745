"""Taking files in: what would be taken, how far it is, what could not be taken and why; gone on with after a cut."""

from collections.abc import Callable, Sequence
from pathlib import Path
from typing import Any

from PySide6.QtCore import Qt
from PySide6.QtGui import QDragEnterEvent, QDropEvent
from PySide6.QtWidgets import QFileDialog, QFrame, QVBoxLayout, QWidget

from workbench import terms
from workbench.i18n import N_, isolate, ltr
from workbench.services import intake
from workbench.services.intake import IntakeRow, NotTaken, Plan
from workbench.services.rows import ExhibitRow
from workbench.ui import theme
from workbench.ui.dialogs.ask import Ask
from workbench.ui.dialogs.labelled import labelled, line
from workbench.ui.parts.arrange import column, empty_out, holder, row
from workbench.ui.parts.buttons import button
from workbench.ui.parts.choices import Combo
from workbench.ui.parts.notice import Notice
from workbench.ui.parts.texts import Picture, label
from workbench.ui.room import Room
from workbench.ui.state import moment, speaking, tr

_LISTED = 200
Begin = Callable[[str, Sequence[Path], str, str, str], object]


class DropPlace(QFrame):
    """Files and folders may be dropped here; the same as choosing them."""

    def __init__(self, then: Callable[[list[Path]], object], *inside: QWidget) -> None:
        super().__init__()
        self._then = then
        self.setProperty("card", "dashed")
        self.setAcceptDrops(True)
        self.setLayout(column(*inside, gap=8, margins=(14, 12, 14, 12)))

    def dragEnterEvent(self, event: QDragEnterEvent) -> None:
        if event.mimeData().hasUrls():
            event.acceptProposedAction()

    def dropEvent(self, event: QDropEvent) -> None:
        paths = [Path(url.toLocalFile()) for url in event.mimeData().urls() if url.isLocalFile()]
        if paths:
            event.acceptProposedAction()
            self._then(paths)


class TakeIn(Ask):
    """Chooses what is taken in and for which exhibit; the page then shows how far it is.

    ``begin`` is handed the exhibit, the paths, the source and the tool in words, and the ref of a taking-in that is
    gone on with.
    """

    def __init__(
        self, parent: QWidget, room: Room, rows: Sequence[ExhibitRow], chosen: str, *, begin: Begin,
        cut_off: Sequence[IntakeRow] = (),
    ) -> None:  # fmt: skip
        super().__init__(
            parent, tr(N_("Take in files")),
            tr(N_("Each file is read once, hashed and sealed. The originals are not changed.")),
            tr(N_("Take in")), glyph="ph.download-simple", width=640,
        )  # fmt: skip
        self._room, self._begin = room, begin
        self._paths: list[Path] = []
        self._ref = ""
        self._plan: Plan | None = None
        self._exhibit = Combo(
            [(one.number, f"{ltr(one.number)}  {isolate(one.description)}") for one in rows if not one.void]
        )
        self._exhibit.setObjectName("take-exhibit")
        self._exhibit.choose(chosen)
        self._source, self._tool = line("take-source"), line("take-tool")
        self._source.setPlaceholderText(tr(N_("make, serial number, whether it was write-protected")))
        self._cut = QVBoxLayout()
        self._told = QVBoxLayout()
        self._told.setSpacing(6)
        choose = row(
            button(tr(N_("Files…")), self._files, glyph="ph.files", name="take-files"),
            button(tr(N_("Folder or stick…")), self._folder, glyph="ph.folder-open", name="take-folder"),
            None, gap=8,
        )  # fmt: skip
        words = label(tr(N_("Or drop files and folders here.")), "label", "2", wrap=True)
        self.inside.addLayout(self._cut)
        self.inside.addLayout(labelled(tr(N_("For the exhibit")), self._exhibit, required=True))
        self.inside.addWidget(DropPlace(self.look, holder(choose), words))
        both = row(gap=12)
        both.addLayout(labelled(tr(N_("From which device or stick")), self._source), 1)
        both.addLayout(labelled(tr(N_("Read with which tool")), self._tool), 1)
        self.inside.addLayout(both)
        self.inside.addLayout(self._told)
        self.on_submit = self._send
        for one in cut_off:
            self._offer(one)

    def _offer(self, one: IntakeRow) -> None:
        """A taking-in that was cut off: it can be gone on with."""
        count = speaking().say_many("{n} file was sealed", "{n} files were sealed", one.files)
        sentence = tr(
            N_("{ref} for {exhibit}, begun {moment}, was not finished: {count}."),
            ref=ltr(one.ref), exhibit=ltr(one.exhibit), moment=moment(one.begun_at), count=count,
        )  # fmt: skip
        said = Notice(
            sentence, tr(N_("Choose the same source again; only what is missing is taken.")), "warn",
            action=tr(N_("Go on with it")), act=lambda: self._go_on(one), closes=False,
        )  # fmt: skip
        self._cut.addWidget(said)

    def _go_on(self, one: IntakeRow) -> None:
        self._ref = one.ref
        self._exhibit.choose(one.exhibit)
        self._exhibit.setEnabled(False)
        self._source.setText(one.source)
        self._tool.setText(one.tool)
        empty_out(self._cut)
        self._cut.addWidget(Notice(tr(N_("{ref} is gone on with."), ref=ltr(one.ref)), tone="info", closes=False))

    def _files(self) -> None:
        names, _ = QFileDialog.getOpenFileNames(self, tr(N_("Choose files")))
        if names:
            self.look([Path(name) for name in names])

    def _folder(self) -> None:
        name = QFileDialog.getExistingDirectory(self, tr(N_("Choose a folder or a stick")))
        if name:
            self.look([Path(name)])

    def look(self, paths: list[Path]) -> None:
        """Look what lies there; nothing is read yet."""
        self._paths = paths
        self.wait(True)
        empty_out(self._told)
        self._told.addWidget(label(tr(N_("Looking…")), "label", "2"))
        self._room.ask(self, _look, paths, then=self._looked, failed=self.refuse)

    def _looked(self, found: Plan) -> None:
        self._plan = found
        self.wait(False)
        empty_out(self._told)
        language = speaking()
        words = tr(
            N_("{files}, {size} in all"),
            files=language.say_many("{n} file", "{n} files", len(found.files)), size=language.size(found.size),
        )  # fmt: skip
        said = label(words, "card", wrap=True)
        said.setObjectName("take-plan")
        self._told.addWidget(said)
        if found.left:
            self._told.addWidget(not_taken(found.left))
        self.yes.setFocus()
        self._grow()

    def _send(self) -> None:
        if self._plan is None or not (self._plan.files or self._plan.left):
            empty_out(self._told)
            self._told.addWidget(Notice(tr(N_("Choose files or a folder first.")), closes=False))
            self._grow()
            return
        self._begin(
            self._exhibit.key, tuple(self._paths), self._source.text().strip(), self._tool.text().strip(), self._ref
        )
        self.accept()


def not_taken(left: Sequence[NotTaken]) -> QWidget:
    """What could not be taken, each with why."""
    lines = column(gap=4)
    lines.addWidget(label(speaking().say_many("{n} not taken:", "{n} not taken:", len(left)), "label", "warn"))
    for one in left[:_LISTED]:
        why = tr(terms.NOT_TAKEN.get(one.reason, one.reason), note=one.note)
        across = row(gap=6)
        across.addWidget(Picture("ph.warning", "warnMark", 14), 0, Qt.AlignmentFlag.AlignTop)
        across.addWidget(label(f"{isolate(one.name)}: {why}", "label", wrap=True), 1)
        lines.addLayout(across)
    if len(left) > _LISTED:
        more = speaking().say_many("and {n} more", "and {n} more", len(left) - _LISTED)
        lines.addWidget(label(more, "label", "2"))
    inside = holder(lines)
    if len(left) <= 4:
        return inside
    from workbench.ui.parts.arrange import scroll

    area = scroll(inside)
    area.setMinimumHeight(theme.px(120))
    area.setMaximumHeight(theme.px(160))
    return area


def _look(desk: Any, paths: Sequence[Path]) -> Plan:
    return intake.plan(paths, leave_out=desk.folder)
