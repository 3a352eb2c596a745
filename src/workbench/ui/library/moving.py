"""Cases moved to another edition of their procedure: each looked at, then one moved or all, with a reason."""

from collections.abc import Callable, Mapping
from typing import Any

from PySide6.QtCore import QModelIndex
from PySide6.QtWidgets import QHBoxLayout, QProgressBar, QWidget

from workbench.i18n import N_, isolate, ltr
from workbench.services import library
from workbench.services.editions import EditionRow, MoveView
from workbench.ui import theme
from workbench.ui.dialogs.ask import Ask, AskReason
from workbench.ui.differences import of_migration, untouched
from workbench.ui.jobs import Task
from workbench.ui.parts.arrange import bar, card, column, empty_out, holder, row, scroll
from workbench.ui.parts.buttons import button
from workbench.ui.parts.groups import groups
from workbench.ui.parts.notice import Notice, notice_of
from workbench.ui.parts.texts import Elided, code, heading, label
from workbench.ui.room import Room
from workbench.ui.state import speaking, tr
from workbench.ui.tables import ROW, Column, Rows, table, widen

Found = tuple[tuple[MoveView, ...], Mapping[str, str]]


def _look(desk: Any, digest: str, tag: str) -> Found:
    pack = library.opened(desk, digest, tag)
    titles = {**library.titles(desk, tag), **{key: step.title for key, step in pack.steps.items()}}
    return library.movable(desk, digest), titles


class Moving(QWidget):
    """What was moved is moved, even when the rest is stopped; doing it again moves the rest."""

    def __init__(self, room: Room, edition: EditionRow, back: Callable[[], object]) -> None:
        super().__init__()
        self.setObjectName("moving")
        self._room, self._edition = room, edition
        self._titles: Mapping[str, str] = {}
        self._task: Task | None = None
        self._columns = _columns()
        self._rows = Rows(self._columns)
        self._view, self._sifted = table(self._rows, name="moving-table", says=tr(N_("Cases that can be moved")))
        self._view.selectionModel().currentRowChanged.connect(self._chosen)
        self._none = label(tr(N_("Looking at every case…")), "body", "2", wrap=True)
        self._none.setContentsMargins(14, 10, 14, 10)
        self._ahead = column(margins=(0, 0, 6, 0))
        self._told = column(gap=6)
        self._one = button(tr(N_("Move this case…")), self.move_one, kind="primary", name="move-one")
        self._all = button("", self.move_all, name="move-all")
        leave = button(tr(N_("Back to the library")), back, name="moving-back")
        edition_code = ltr(f"{edition.key} {edition.version}")
        head = row(label(tr(N_("Move cases to {edition}"), edition=edition_code), "screen"), None, leave, gap=10)
        foot = bar("footer", row(self._one, self._all, None, gap=8, margins=(12, 10, 12, 10)))
        left = card(self._none, self._view, foot, gap=0, margins=(1, 1, 1, 1))
        right = card(heading(tr(N_("What it would do"))), scroll(holder(self._ahead)), gap=8)
        right.setMinimumWidth(theme.px(280))
        right.setMaximumWidth(theme.px(400))
        across = QHBoxLayout()
        across.setSpacing(12)
        across.addWidget(left, 3)
        across.addWidget(right, 2)
        box = column(head, self._told, self._make_going(), across, gap=8)
        box.setStretch(3, 1)
        self.setLayout(box)
        self._enable()
        self.ask()

    def ask(self) -> None:
        """Look again at every case that can be moved."""
        self._room.ask(
            self, _look, self._edition.digest, speaking().tag, then=self._know, failed=self._refuse
        )

    @property
    def waiting(self) -> list[MoveView]:
        """The cases that can be moved, as they are shown."""
        return [self._sifted.index(place, 0).data(ROW) for place in range(self._sifted.rowCount())]

    def move_one(self) -> None:
        """Ask for a reason and move the case that is chosen."""
        one = self._now()
        if one is not None and self._task is None:
            self._ask(tr(N_("Move the case {number}?"), number=ltr(one.number)), [one.number])

    def move_all(self) -> None:
        """Ask for a reason and move every case."""
        found = self.waiting
        if found and self._task is None:
            words = speaking().say_many("Move {n} case?", "Move {n} cases?", len(found))
            self._ask(words, [one.number for one in found])

    def _ask(self, question: str, numbers: list[str]) -> None:
        AskReason(
            self,
            question,
            tr(N_("What was recorded stays as it was recorded, under the edition of its time. The reason is logged.")),
            tr(N_("Move")),
            then=lambda reason, dialog: self._move(numbers, reason, dialog),
            glyph="ph.swap",
        ).open()

    def _move(self, numbers: list[str], reason: str, dialog: Ask) -> None:
        dialog.accept()
        empty_out(self._told)
        self._going.show()
        self._moved(0, len(numbers))
        self._task = self._room.act(
            self, library.move_each, self._edition.digest, numbers, reason, progress=self._moved, then=self._done,
            failed=self._stopped,
        )  # fmt: skip
        self._enable()

    def _make_going(self) -> QWidget:
        self._bar = QProgressBar()
        self._bar.setTextVisible(False)
        self._said = label("", "label", "2")
        line = row(self._said, gap=10)
        line.addWidget(self._bar, 1)
        line.addWidget(button(tr(N_("Stop")), self._stop, kind="small", name="stop-moving"))
        self._going = holder(line)
        self._going.hide()
        return self._going

    def _moved(self, done: int, total: int) -> None:
        self._bar.setMaximum(max(1, total))
        self._bar.setValue(done)
        self._said.setText(tr(N_("{done} of {total} cases moved"), done=done, total=total))

    def _stop(self) -> None:
        if self._task is not None:
            self._task.stop()

    def _done(self, moved: tuple[str, ...]) -> None:
        self._task = None
        self._going.hide()
        words = speaking().say_many("{n} case was moved.", "{n} cases were moved.", len(moved))
        said = Notice(words, tone="ok")
        said.setObjectName("moved")
        self._told.addWidget(said)
        self.ask()

    def _stopped(self, error: Exception) -> None:
        self._task = None
        self._going.hide()
        self._refuse(error)
        self.ask()

    def _refuse(self, error: Exception) -> None:
        empty_out(self._told)
        self._told.addWidget(notice_of(error))
        self._none.setText("")

    def _know(self, found: Found) -> None:
        moves, self._titles = found
        self._rows.fill(moves)
        widen(self._view, self._columns, least=70)
        self._none.setText(tr(N_("No running case follows another edition of this procedure.")))
        self._none.setVisible(not moves)
        self._view.setVisible(bool(moves))
        if moves:
            self._view.setCurrentIndex(self._sifted.index(0, 0))
        self._enable()
        self._draw()

    def _enable(self) -> None:
        found = self.waiting
        self._all.setText(speaking().say_many("Move {n} case…", "Move all {n} cases…", len(found)))
        self._all.setVisible(len(found) > 1)
        for one in (self._one, self._all):
            one.setEnabled(bool(found) and self._task is None)

    def _now(self) -> MoveView | None:
        index = self._view.currentIndex()
        return index.data(ROW) if index.isValid() else None

    def _chosen(self, index: QModelIndex, _before: QModelIndex) -> None:
        if index.isValid():
            self._draw()

    def _draw(self) -> None:
        empty_out(self._ahead)
        one = self._now()
        if one is None:
            return
        head = row(code(ltr(one.number), "body", ""), gap=8)
        head.addWidget(Elided(isolate(one.title), "card"), 1)
        self._ahead.addLayout(head)
        told = of_migration(one.migration, self._titles)
        if not told:
            words = tr(N_("No step would appear or fall away."))
            self._ahead.addWidget(label(words, "body", "2", wrap=True))
        if words := untouched(one.migration):
            self._ahead.addWidget(label(words, "label", "2", wrap=True))
        self._ahead.addWidget(groups(told, most=6))


def _columns() -> list[Column]:
    def count(name: str) -> Callable[[MoveView], str]:
        return lambda one: speaking().number(len(getattr(one.migration.changes, name)))

    def drafts(one: MoveView) -> tuple[str, str, str]:
        number = len(one.migration.drafts)
        words = speaking().say_many("{n} to look at", "{n} to look at", number)
        return (words, "warn", "ph.pencil-line") if number else ("", "neutral", "")

    return [
        Column(tr(N_("Case")), lambda one: ltr(one.number), code=True),
        Column(tr(N_("Title")), lambda one: isolate(one.title), wide=True, strong=True),
        Column(tr(N_("Appear")), count("appeared"), order=lambda one: len(one.migration.changes.appeared)),
        Column(tr(N_("Fall away")), count("fell_away"), order=lambda one: len(one.migration.changes.fell_away)),
        Column(tr(N_("Drafts")), lambda one: "", chip=drafts),
    ]
