"""Acts that must not be held against somebody: which, how each came of the exploitation, and what points elsewhere."""

from PySide6.QtWidgets import QGridLayout, QLineEdit, QVBoxLayout, QWidget

from workbench import terms
from workbench.i18n import N_, ltr
from workbench.services import people
from workbench.services.rows import PersonRow
from workbench.ui import theme
from workbench.ui.dialogs.ask import Ask
from workbench.ui.dialogs.labelled import labelled, line, lines, references
from workbench.ui.parts.arrange import column, holder
from workbench.ui.parts.choices import TickLine
from workbench.ui.parts.texts import heading
from workbench.ui.room import Room
from workbench.ui.state import tr


class FlagNonPunishment(Ask):
    """The judge weighs both sides; the newest record holds and follows the person into every paper."""

    def __init__(self, parent: QWidget, room: Room, person: PersonRow) -> None:
        super().__init__(
            parent,
            tr(N_("Acts that must not be held against {code}"), code=ltr(person.alias)),
            tr(N_("It goes with the person into every paper. The judge decides; facts both ways are recorded.")),
            tr(N_("Record")),
            glyph="ph.shield-check",
            width=600,
        )
        self._room, self._person = room, person
        before = person.non_punishment
        named = {one.act: one.text for one in before.acts} if before else {}
        self._ticks = {key: TickLine(tr(words)) for key, words in terms.HELD_ACTS.items()}
        self._words = {key: line(f"act-words-{key}", named.get(key, "")) for key in terms.HELD_ACTS}
        for key, tick in self._ticks.items():
            tick.setObjectName(f"act-{key}")
            tick.put(key in named)
            self._words[key].setPlaceholderText(tr(N_("What exactly, when, where")))
            self._words[key].setAccessibleName(tr(terms.HELD_ACTS[key]))
            self._words[key].setVisible(key in named)
            tick.toggled.connect(self._words[key].setVisible)
        self._link, self._against = lines("act-link", 60), lines("act-against", 52)
        self._link.setPlainText(before.link if before else "")
        self._against.setPlainText(before.against if before else "")
        self._evidence = line("act-evidence", ", ".join(before.evidence) if before else "")
        self._by = QLineEdit(room.desk.actor.name)
        self.stretch(holder(self._layout()), theme.px(400))
        self.on_submit = self._send
        next(iter(self._ticks.values())).setFocus()

    def _layout(self) -> QVBoxLayout:
        acts = column(gap=2)
        for key, tick in self._ticks.items():
            acts.addWidget(tick)
            acts.addWidget(self._words[key])
        grid = QGridLayout()
        grid.setHorizontalSpacing(12)
        words = tr(N_("How these acts came of being exploited"))
        grid.addLayout(labelled(words, self._link, required=True), 0, 0, 1, 2)
        grid.addLayout(labelled(tr(N_("Facts that point the other way")), self._against), 1, 0, 1, 2)
        grid.addLayout(labelled(tr(N_("Evidence, separated by commas")), self._evidence), 2, 0)
        grid.addLayout(labelled(tr(N_("Who says so")), self._by), 2, 1)
        return column(heading(tr(N_("Acts"))), acts, 4, grid, None, gap=6, margins=(2, 0, 8, 0))

    def _send(self) -> None:
        acts = {key: self._words[key].text().strip() for key, tick in self._ticks.items() if tick.on}
        self.wait(True)
        self._room.act(
            self, people.flag_non_punishment, self._room.memory.case_id, self._person.alias, acts=acts,
            link=self._link.toPlainText().strip(), against=self._against.toPlainText().strip(),
            evidence=references(self._evidence.text()), decided_by=self._by.text().strip(),
            then=lambda _: self.accept(), failed=self.refuse,
        )  # fmt: skip


class LiftNonPunishment(Ask):
    """What was recorded stays in the history."""

    def __init__(self, parent: QWidget, room: Room, person: PersonRow) -> None:
        super().__init__(
            parent,
            tr(N_("May the acts be held against {code} after all?"), code=ltr(person.alias)),
            tr(N_("What was recorded stays in the history, and the next paper no longer carries it.")),
            tr(N_("Lift it")),
            no=tr(N_("Leave it in force")),
            glyph="ph.shield-slash",
            width=460,
        )
        self._room, self._person = room, person
        self._by, self._reason = line("lift-by"), lines("lift-reason", 64)
        self.inside.addLayout(labelled(tr(N_("By whose decision")), self._by, required=True))
        self.inside.addLayout(labelled(tr(N_("Why?")), self._reason, required=True))
        self.on_submit = self._send
        self.no.setFocus()

    def _send(self) -> None:
        self.wait(True)
        self._room.act(
            self, people.lift_non_punishment, self._room.memory.case_id, self._person.alias,
            reason=self._reason.toPlainText().strip(), decided_by=self._by.text().strip(),
            then=lambda _: self.accept(), failed=self.refuse,
        )  # fmt: skip
