"""An event written by hand, a correction of one, and the columns of a table named for the reader."""

from collections.abc import Mapping, Sequence

from PySide6.QtWidgets import QGridLayout, QWidget

from workbench import terms
from workbench.i18n import N_, isolate, ltr
from workbench.services import events, readings
from workbench.services.event_rows import EventRow
from workbench.services.readings import ReadingRow
from workbench.ui.dialogs.ask import Ask
from workbench.ui.dialogs.labelled import labelled, line, lines
from workbench.ui.forms.written import plain_figures
from workbench.ui.parts.arrange import holder
from workbench.ui.parts.choices import Combo
from workbench.ui.room import Room
from workbench.ui.state import tr

# The meanings that a record cannot do without come first.
ROLES = {
    "when": N_("day and time"),
    "date": N_("day"),
    "time": N_("time of day"),
    "a": N_("who called"),
    "b": N_("who was called"),
    "number": N_("the other number"),
    "type": N_("kind of call"),
    "direction": N_("incoming or outgoing"),
    "seconds": N_("length in seconds"),
    "minutes": N_("length in minutes"),
    "end": N_("when it ended"),
    "imei": N_("device (IMEI)"),
    "imsi": N_("card (IMSI)"),
    "cell": N_("cell"),
    "cell_name": N_("name of the cell"),
    "lac": N_("area of the cell"),
    "lat": N_("latitude"),
    "lon": N_("longitude"),
    "seq": N_("running number"),
}


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


class Columns(Ask):
    """What each column of a table of calls means; the answer is remembered for the same heading row."""

    def __init__(self, parent: QWidget, room: Room, reading: ReadingRow) -> None:
        super().__init__(
            parent,
            tr(N_("What do the columns mean?")),
            tr(N_("The file {file} could not be read by itself. A moment and a number are needed; the answer is "
                  "remembered for every table with the same headings."), file=isolate(reading.file_name)),
            tr(N_("Read with these columns")),
            glyph="ph.columns",
            width=620,
        )  # fmt: skip
        self._room, self._reading = room, reading
        self._picks: list[Combo] = []
        found = reading.facts.get("recognised")
        known: Mapping[str, object] = found if isinstance(found, Mapping) else {}
        grid = QGridLayout()
        grid.setHorizontalSpacing(12)
        grid.setVerticalSpacing(8)
        headings = _texts(reading.facts.get("columns"))
        for place, (heading, sample) in enumerate(zip(headings, _samples(reading), strict=False)):
            pick = Combo([(key, tr(words)) for key, words in ROLES.items()], empty=tr(N_("not needed")))
            pick.setObjectName(f"column-{place}")
            if role := known.get(str(place)):
                pick.choose(str(role))
            self._picks.append(pick)
            words = isolate(heading[:40])
            if sample:
                words = tr(N_("{heading}, for instance {sample}"), heading=words, sample=isolate(sample[:30]))
            grid.addLayout(labelled(words, pick), place // 2, place % 2)
        grid.setRowStretch(len(self._picks) // 2 + 1, 1)
        self.stretch(holder(grid), 320)
        self.on_submit = self._send

    def _send(self) -> None:
        self.wait(True)
        columns = {str(place): pick.key for place, pick in enumerate(self._picks) if pick.key}
        options = {**self._reading.options, "mapping": {"columns": columns}}
        self._room.act(
            self, readings.read_file, self._room.memory.case_id, self._reading.file_id, options, then=self._read,
            failed=self.refuse,
        )  # fmt: skip

    def _read(self, _row: ReadingRow) -> None:
        self.accept()


def _texts(value: object) -> Sequence[str]:
    return [str(one) for one in value] if isinstance(value, list | tuple) else []


def _samples(reading: ReadingRow) -> Sequence[str]:
    """What stands in the first row below the headings, as many as there are columns."""
    columns, rows = _texts(reading.facts.get("columns")), reading.facts.get("sample")
    first = _texts(rows[0]) if isinstance(rows, list | tuple) and rows else []
    return [*first, *[""] * max(0, len(columns) - len(first))]
