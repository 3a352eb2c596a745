"""The timeline of a case: its events with their sources, and what was read, from which events are made."""

from collections.abc import Callable, Sequence
from typing import Any

from PySide6.QtCore import QModelIndex
from PySide6.QtGui import QResizeEvent
from PySide6.QtWidgets import QHBoxLayout, QLineEdit, QProgressBar

from workbench.i18n import N_, ltr
from workbench.services import events, readings
from workbench.services.event_rows import EventRow
from workbench.services.readings import ItemPage, ItemRow, ReadingRow
from workbench.ui import theme
from workbench.ui.dialogs.ask import Ask, AskReason
from workbench.ui.dialogs.event import EventAsk
from workbench.ui.dialogs.evidence.columns import ask_columns
from workbench.ui.jobs import Task
from workbench.ui.page import Page
from workbench.ui.parts.arrange import card, column, empty_out, holder, row, scroll
from workbench.ui.parts.buttons import button
from workbench.ui.parts.choices import Segmented
from workbench.ui.parts.empty import empty
from workbench.ui.parts.notice import Notice
from workbench.ui.parts.texts import label
from workbench.ui.room import Room
from workbench.ui.state import speaking, tr
from workbench.ui.tables import ROW, Rows, table, widen
from workbench.ui.timeline import asked, beside

EVENTS, READ = "events", "read"
_AT_ONCE = 300


class TimelinePage(Page):
    """Two lists in one place: what is on the timeline, and what was read and could be."""

    key = "timeline"
    least = 620

    def __init__(self, room: Room) -> None:
        super().__init__(room)
        self._events: list[EventRow] = []
        self._readings: list[ReadingRow] = []
        self._items = ItemPage((), 0, 0)
        self._unread = 0
        self._task: Task | None = None

    def build(self) -> None:
        self.notes.setdefault("list", EVENTS)
        self._switch = Segmented(
            [(EVENTS, tr(N_("Events"))), (READ, tr(N_("What was read")))], str(self.notes["list"]),
            name="timeline-list", then=self._turn,
        )  # fmt: skip
        self._find = QLineEdit(str(self.notes.get("text", "")))
        self._find.setObjectName("timeline-find")
        self._find.setPlaceholderText(tr(N_("Words to look for")))
        self._find.setAccessibleName(tr(N_("Words to look for")))
        self._find.setFixedWidth(theme.px(190))
        self._find.returnPressed.connect(self._search)
        self._read_button = button(tr(N_("Read the files")), self._read, glyph="ph.magnifying-glass", name="read-files")
        add = button(tr(N_("Add event")), self.new, kind="primary", glyph="ph.plus", name="add-event")
        self._counts = label("", "label", "2")
        self._tell = column(gap=6)
        self._make_tables()
        self._make_going()
        left = card(
            row(self._switch, None, add, self._read_button, gap=8, margins=(12, 10, 12, 8)),
            row(self._counts, None, self._find, gap=8, margins=(12, 0, 12, 8)),
            holder(self._tell), self._going, holder(self._nothing), self._event_view, self._item_view, gap=0,
            margins=(0, 0, 0, 0),
        )  # fmt: skip
        self._side = column(gap=8)
        self._aside = scroll(holder(self._side))
        self._aside.setFixedWidth(theme.px(340))
        line = QHBoxLayout()
        line.setContentsMargins(0, 0, 0, 0)
        line.setSpacing(12)
        line.addWidget(left, 1)
        line.addWidget(self._aside)
        self.put(holder(line))
        self._fit()
        self._show()

    def _make_tables(self) -> None:
        self._nothing = column(margins=(12, 0, 12, 12))
        self._event_columns, self._item_columns = asked.event_columns(), asked.item_columns()
        self._event_rows, self._item_rows = Rows(self._event_columns), Rows(self._item_columns)
        self._event_view, _ = table(self._event_rows, name="events-table", says=tr(N_("Events")))
        self._item_view, _ = table(self._item_rows, name="items-table", says=tr(N_("What was read")))
        for view in (self._event_view, self._item_view):
            view.selectionModel().currentRowChanged.connect(self._chosen)

    def _make_going(self) -> None:
        self._bar = QProgressBar()
        self._bar.setTextVisible(False)
        going = row(label(tr(N_("Reading…")), "label", "2"), gap=10, margins=(12, 0, 12, 10))
        going.addWidget(self._bar, 1)
        going.addWidget(button(tr(N_("Cancel")), self._stop, kind="small", name="stop-reading"))
        self._going = holder(going)
        self._going.hide()

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        self._fit()

    def _fit(self) -> None:
        if hasattr(self, "_aside"):
            self._aside.setVisible(self.width() >= theme.px(860))

    def ask(self) -> None:
        self.room.ask(self, asked.known, self.room.memory.case_id, then=self._know, failed=self.refuse)
        self._look()

    def keep(self) -> None:
        self.notes["text"] = self._find.text()

    def new(self) -> None:
        EventAsk(self, self.room).open()

    def primary(self) -> None:
        if self.notes["list"] == READ:
            self._promote()
        else:
            self.new()

    def told(self, word: str) -> None:
        if word == "filter":
            self._find.setFocus()
        else:
            super().told(word)

    def _know(self, found: tuple[list[EventRow], list[ReadingRow], int]) -> None:
        self._events, self._readings, self._unread = found
        self._show()

    def _look(self) -> None:
        if self.notes["list"] == READ:
            self.room.ask(
                self, readings.items, self.room.memory.case_id, text=self._find.text(), limit=_AT_ONCE, dated=True,
                then=self._see, failed=self.refuse,
            )  # fmt: skip

    def _see(self, found: ItemPage) -> None:
        self._items = found
        self._show()

    def _search(self) -> None:
        self.keep()
        if self.notes["list"] == READ:
            self._look()
        else:
            self._show()

    def _turn(self, key: str) -> None:
        self.notes["list"] = key
        self._look()
        self._show()

    def _shown(self) -> Sequence[EventRow | ItemRow]:
        if self.notes["list"] == READ:
            return self._items.rows
        return [one for one in self._events if self._find.text().casefold() in one.text.casefold()]

    def _show(self) -> None:
        read, shown = self.notes["list"] == READ, self._shown()
        rows, view, columns = (
            (self._item_rows, self._item_view, self._item_columns) if read
            else (self._event_rows, self._event_view, self._event_columns)
        )  # fmt: skip
        rows.fill(shown)
        widen(view, columns, most=170)
        self._item_view.setVisible(read and bool(shown))
        self._event_view.setVisible(not read and bool(shown))
        self._read_button.setEnabled(bool(self._unread) and self._task is None)
        self._draw_empty(read, bool(shown))
        total = self._items.total if read else len(self._events)
        self._counts.setText(speaking().say_many("{n} entry", "{n} entries", total))
        self._draw_tell()
        if shown:
            view.setCurrentIndex(view.model().index(self._place(shown), 0))
        self._draw_side()

    def _place(self, shown: Sequence[EventRow | ItemRow]) -> int:
        kept = self.notes.get("chosen", "")
        named = (one.item_id if isinstance(one, ItemRow) else one.ref for one in shown)
        return next((n for n, one in enumerate(named) if one == kept), 0)

    def _draw_empty(self, read: bool, there: bool) -> None:
        empty_out(self._nothing)
        if there:
            return
        if read:
            words = tr(N_("Nothing with a moment was read"))
            when = tr(N_("Files are read where they lie sealed; what they hold stands here in the order of time."))
            self._nothing.addWidget(empty("ph.clock", words, when))
            return
        words, when = tr(N_("Nothing is on the timeline yet")), tr(N_("Each event names where it is known from."))
        self._nothing.addWidget(empty("ph.clock", words, when, tr(N_("Add event")), self.new))

    def _draw_tell(self) -> None:
        """Files that could not be read by themselves: what a person can do about it."""
        empty_out(self._tell)
        for one in self._readings:
            if one.refused is not None and one.refused.key == "columns_unknown":
                words = tr(N_("{exhibit}: {why}"), exhibit=ltr(one.exhibit), why=one.refused.say(speaking()))
                self._tell.addWidget(
                    Notice(words, tone="warn", action=tr(N_("Name the columns…")), closes=False, act=self._naming(one))
                )

    def _naming(self, one: ReadingRow) -> Callable[[], object]:
        def send(mapping: dict[str, object], dialog: Ask) -> None:
            self.room.act(
                dialog, readings.read_file, self.room.memory.case_id, one.file_id,
                {**one.options, "mapping": mapping}, then=lambda _: dialog.accept(), failed=dialog.refuse,
            )  # fmt: skip

        return lambda: ask_columns(self, one.facts, send)

    def _now(self) -> EventRow | ItemRow | None:
        view = self._item_view if self.notes["list"] == READ else self._event_view
        index = view.currentIndex()
        return index.data(ROW) if index.isValid() else None

    def _chosen(self, index: QModelIndex, _before: QModelIndex) -> None:
        if index.isValid():
            one = index.data(ROW)
            self.notes["chosen"] = one.item_id if isinstance(one, ItemRow) else one.ref
            self._draw_side()

    def _draw_side(self) -> None:
        empty_out(self._side)
        one = self._now() if self._shown() else None
        if isinstance(one, ItemRow):
            put = button(tr(N_("Put on the timeline")), self._promote, kind="primary", name="promote")
            put.setEnabled(not one.event and one.moment is not None)
            self._side.addWidget(beside.of_item(one, put))
        elif isinstance(one, EventRow):
            mend = button(tr(N_("Correct…")), self._mend, kind="small", name="correct-event")
            gone = button(tr(N_("Take off…")), self._take_off, kind="small", name="withdraw-event")
            self._side.addWidget(beside.of_event(one, mend, gone))
        self._side.addStretch(1)

    def _promote(self) -> None:
        one = self._now()
        if isinstance(one, ItemRow):
            self.quiet()
            self.room.act(self, events.promote, self.room.memory.case_id, one.item_id, failed=self.refuse)

    def _mend(self) -> None:
        if isinstance(one := self._now(), EventRow):
            EventAsk(self, self.room, one).open()

    def _take_off(self) -> None:
        if isinstance(one := self._now(), EventRow):
            AskReason(
                self, tr(N_("Take {event} off the timeline"), event=ltr(one.ref)),
                tr(N_("It stays in the history, with the reason.")), tr(N_("Take off")),
                then=lambda reason, dialog: self._taken_off(one, reason, dialog),
            ).open()  # fmt: skip

    def _taken_off(self, one: EventRow, reason: str, dialog: Ask) -> None:
        self.room.act(
            dialog, events.withdraw_event, self.room.memory.case_id, one.ref, reason,
            then=lambda _: dialog.accept(), failed=dialog.refuse,
        )  # fmt: skip

    def _read(self) -> None:
        if self._task is None:
            self.quiet()
            self._bar.setMaximum(0)
            self._going.show()
            self._task = self.room.act(
                self, asked.read_all, self.room.memory.case_id, then=self._ended, failed=self._failed,
                progress=self._moved,
            )  # fmt: skip

    def _moved(self, done: int, total: int) -> None:
        self._bar.setMaximum(total)
        self._bar.setValue(done)

    def _stop(self) -> None:
        if self._task is not None:
            self._task.stop()

    def _ended(self, _found: Any) -> None:
        self._task = None
        self._going.hide()

    def _failed(self, error: Exception) -> None:
        self._ended(None)
        self.ask()
        self.refuse(error)


def page(room: Room) -> TimelinePage:
    """The page, for the registry."""
    return TimelinePage(room)
