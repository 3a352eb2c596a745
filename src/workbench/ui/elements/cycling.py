"""The space bar in the matrix: it goes through the strengths at once, and one record is made when the hand rests."""

from collections.abc import Callable
from dataclasses import dataclass
from typing import Any

from PySide6.QtCore import QModelIndex, QObject, QTimer, Signal

from workbench.i18n import N_
from workbench.services import findings
from workbench.services.elements import CLEARING, ElementsRow, SourceRow
from workbench.services.findings import FindingRow
from workbench.ui.elements.marks import AGAINST, CYCLE, EMPTY, SILENT, mark_of
from workbench.ui.elements.rows import Matrix
from workbench.ui.room import Room
from workbench.ui.state import tr

PAUSE = 1500  # milliseconds without a key after which what is shown is recorded
UNDO = 10_000  # milliseconds in which it can be undone


@dataclass(frozen=True)
class Waiting:
    """A cell that was changed and is not recorded yet."""

    row: ElementsRow
    place: tuple[tuple[str, str], tuple[str, str]]
    element: str
    source: SourceRow
    old: FindingRow | None
    mark: str


@dataclass(frozen=True)
class Recorded:
    """What was recorded last, and what stood there before."""

    new: FindingRow
    old: FindingRow | None


class Cycling(QObject):
    """Holds at most one change back. ``done`` tells what was recorded, so that it can be undone for a while."""

    done = Signal(object)
    over = Signal()

    def __init__(self, room: Room, owner: QObject, matrix: Matrix, refuse: Callable[[Exception], object]) -> None:
        super().__init__(owner)
        self._room, self._owner, self._matrix, self._refuse = room, owner, matrix, refuse
        self._waiting: Waiting | None = None
        self.last: Recorded | None = None
        self._pause, self._undo = QTimer(self), QTimer(self)
        for timer, after, then in ((self._pause, PAUSE, self.record), (self._undo, UNDO, self._forget)):
            timer.setSingleShot(True)
            timer.setInterval(after)
            timer.timeout.connect(then)

    def turn(self, row: ElementsRow, index: QModelIndex) -> bool:
        """Go to the next strength of a cell. False where it cannot be told which finding is meant."""
        line, source = self._matrix.lines[index.row()], self._matrix.source(index.column())
        found = self._matrix.found(index.row(), index.column())
        if line.line is None or source is None or len(found) > 1 or line.part.key == CLEARING:
            return False
        place = (line.key, (source.kind, source.source))
        if self._waiting is not None and self._waiting.place != place:
            self.record()
        now = self._matrix.mark(index.row(), index.column())
        after = CYCLE[(CYCLE.index(now) + 1) % len(CYCLE)] if now != EMPTY else CYCLE[0]
        old = found[0] if found else None
        element = old.element if old else line.line.key
        self._waiting = Waiting(row, place, element, source, old, after)
        self._matrix.pending[place] = after
        self._matrix.dataChanged.emit(index, index)
        self._pause.start()
        return True

    def record(self) -> None:
        """Record what waits, if it differs from what stands there."""
        self._pause.stop()
        waiting, self._waiting = self._waiting, None
        if waiting is None:
            return
        before = mark_of([waiting.old] if waiting.old else [])
        if waiting.mark == before or (waiting.mark == SILENT and waiting.old is None):
            self._matrix.pending.pop(waiting.place, None)
            return
        self._keep(waiting)

    def _keep(self, one: Waiting) -> None:
        old, against = one.old, one.mark == AGAINST
        strong = (old.strength if old and old.strength != SILENT else "fair") if against else one.mark
        assert one.row.offence is not None
        self._room.act(
            self._owner, findings.add_finding, self._room.memory.case_id, suspect=one.row.suspect, about=one.row.about,
            offence=old.offence if old else one.row.offence.key, element=one.element,
            side="against" if against else "for", strength=strong, source_kind=one.source.kind,
            source=one.source.source, place=old.place if old else "", note=old.note if old else "",
            exculpatory=old.exculpatory if old else False, corrects=old.finding_id if old else None,
            then=lambda new: self._know(Recorded(new, old)), failed=self._failed,
        )  # fmt: skip

    def _know(self, recorded: Recorded) -> None:
        self.last = recorded
        self._undo.start()
        self.done.emit(recorded)

    def _failed(self, error: Exception) -> None:
        self._matrix.pending.clear()
        self._matrix.layoutChanged.emit()
        self._refuse(error)

    def undo(self) -> None:
        """Put back what stood there before the last record."""
        last = self.last
        self._forget()
        if last is None:
            return
        case, new, old = self._room.memory.case_id, last.new, last.old
        if old is None:
            self._ask(findings.withdraw_finding, case, new.finding_id, tr(N_("Undone at once")))
            return
        self._ask(
            findings.add_finding, case, suspect=old.suspect, about=old.about, offence=old.offence, element=old.element,
            side=old.side, strength=old.strength, source_kind=old.source_kind, source=old.source, place=old.place,
            note=old.note, exculpatory=old.exculpatory, corrects=new.finding_id,
        )  # fmt: skip

    def _ask(self, fn: Callable[..., Any], *args: Any, **facts: Any) -> None:
        self._room.act(self._owner, fn, *args, failed=self._failed, **facts)

    def _forget(self) -> None:
        self._undo.stop()
        self.last = None
        self.over.emit()
