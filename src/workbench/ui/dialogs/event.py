"""An event written by hand, and a correction of one."""

from PySide6.QtWidgets import QGridLayout, QWidget

from workbench import terms
from workbench.i18n import N_, ltr
from workbench.services import events
from workbench.services.event_rows import EventRow
from workbench.ui.dialogs.ask import Ask
from workbench.ui.dialogs.labelled import labelled, line, lines
from workbench.ui.forms.written import plain_figures
from workbench.ui.parts.choices import Combo
from workbench.ui.room import Room
from workbench.ui.state import tr


class EventAsk(Ask):
    """A new event, or with ``old`` the correction of one; the earlier stays in the history."""

    def __init__(self, parent: QWidget, room: Room, old: EventRow | None = None) -> None:
        super().__init__(
            parent,
            tr(N_("Correct the event {ref}"), ref=ltr(old.ref)) if old else tr(N_("Put an event on the timeline")),
            tr(N_("Write the moment only as exactly as it is known: a minute, a day, a month or a year.")),
            tr(N_("Record the correction")) if old else tr(N_("Record")),
            glyph="ph.clock",
            width=560,
        )
        self._room, self._old = room, old
        self._kind = Combo([(key, tr(words)) for key, words in terms.EVENTS.items()])
        self._kind.setObjectName("event-kind")
        self._kind.choose(old.kind if old else "incident")
        self._at = line("event-at", old.at.replace("T", " ") if old else "")
        self._at.setPlaceholderText(ltr("2025-03-18 22:40"))
        self._place = line("event-place", old.place if old else "")
        self._text = lines("event-text", 64)
        self._text.setPlainText(old.text if old else "")
        self._kind_of = Combo([(key, tr(words)) for key, words in terms.SOURCES.items()])
        self._kind_of.setObjectName("event-source-kind")
        self._kind_of.choose("record")
        self._source, self._where = line("event-source"), line("event-source-place")
        self._reason = line("event-reason")
        self._doubt = Combo([(key, tr(words)) for key, words in terms.EVENT_DOUBTS.items()], empty=tr(N_("none")))
        self._doubt.setObjectName("event-doubt")
        self.inside.addLayout(self._layout())
        self.on_submit = self._send
        self._at.setFocus()

    def _layout(self) -> QGridLayout:
        grid = QGridLayout()
        grid.setHorizontalSpacing(12)
        grid.setVerticalSpacing(8)
        grid.addLayout(labelled(tr(N_("When")), self._at, required=True), 0, 0)
        grid.addLayout(labelled(tr(N_("Kind")), self._kind), 0, 1)
        grid.addLayout(labelled(tr(N_("What happened")), self._text, required=True), 1, 0, 1, 2)
        grid.addLayout(labelled(tr(N_("Place")), self._place), 2, 0, 1, 2)
        if self._old is not None:
            grid.addLayout(labelled(tr(N_("Why it is corrected")), self._reason, required=True), 3, 0, 1, 2)
            for one in (self._kind_of, self._source, self._where, self._doubt):
                one.setParent(self)
                one.hide()
            return grid
        grid.addLayout(labelled(tr(N_("Kind of source")), self._kind_of), 3, 0)
        words = tr(N_("Which exhibit, statement or step, or who saw it"))
        grid.addLayout(labelled(words, self._source, required=True), 3, 1)
        grid.addLayout(labelled(tr(N_("Line, page or minute")), self._where), 4, 0)
        grid.addLayout(labelled(tr(N_("What is doubtful")), self._doubt), 4, 1)
        self._reason.setParent(self)
        self._reason.hide()
        return grid

    def _send(self) -> None:
        self.wait(True)
        case, at = self._room.memory.case_id, plain_figures(self._at.text()).strip().replace(" ", "T")
        text, place = self._text.toPlainText(), self._place.text()
        if self._old is not None:
            self._room.act(
                self, events.correct_event, case, self._old.ref, reason=self._reason.text(), at=at, text=text,
                place=place, kind=self._kind.key, then=lambda _: self.accept(), failed=self.refuse,
            )  # fmt: skip
            return
        self._room.act(
            self, events.add_event, case, kind=self._kind.key, at=at, text=text, place=place,
            doubts=[self._doubt.key] if self._doubt.key else [], source_kind=self._kind_of.key,
            source=self._source.text(), source_place=self._where.text(), then=lambda _: self.accept(),
            failed=self.refuse,
        )  # fmt: skip
