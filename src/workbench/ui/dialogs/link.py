"""Links of a person: to somebody else in the case, or to an organisation, place, vehicle, account or journey."""

from collections.abc import Sequence

from PySide6.QtWidgets import QGridLayout, QWidget

from workbench import terms
from workbench.i18n import N_, isolate, ltr
from workbench.services import world
from workbench.services.world import EntityRow, LinkRow
from workbench.ui.dialogs.ask import Ask
from workbench.ui.dialogs.labelled import labelled, line, lines
from workbench.ui.forms.picks import PickInput
from workbench.ui.forms.written import plain_figures, read_day
from workbench.ui.parts.arrange import holder
from workbench.ui.parts.choices import Combo
from workbench.ui.parts.texts import label
from workbench.ui.room import Room
from workbench.ui.state import tr

_NEW = "+"
_FORWARD, _BACK = ">", "<"


class AddLink(Ask):
    """Read as a sentence: P-01, recruited by, P-06. What is not in the case yet can be recorded here."""

    def __init__(
        self, parent: QWidget, room: Room, code: str, people: Sequence[tuple[str, str]], around: Sequence[EntityRow]
    ) -> None:
        super().__init__(
            parent,
            tr(N_("A link of {code}"), code=ltr(code)),
            tr(N_("Every link says who or what it is known from, and how sure that is.")),
            tr(N_("Record link")),
            glyph="ph.link",
            width=540,
        )
        self._room, self._code = room, code
        self._kind = PickInput(_kinds())
        self._kind.editor.setObjectName("link-kind")
        ends = [(one, f"{ltr(one)}  {words}") for one, words in people if one != code]
        ends += [(one.ref, f"{ltr(one.ref)}  {isolate(one.label)}") for one in around]
        self._end = PickInput([*ends, (_NEW, tr(N_("Something not recorded yet…")))])
        self._end.editor.setObjectName("link-end")
        self._what = Combo([(key, tr(words)) for key, words in terms.ENTITIES.items()])
        self._label = line("entity-label")
        self._since, self._until = line("link-since"), line("link-until")
        for one in (self._since, self._until):
            one.setPlaceholderText(tr(N_("Day, month or year")))
        self._certainty = Combo([(key, tr(words)) for key, words in terms.CERTAINTIES.items()])
        self._certainty.choose("possible")
        self._source, self._note = lines("link-source", 48), line("link-note")
        self.inside.addLayout(self._layout())
        self._end.changed.connect(self._fit)
        self.on_submit = self._send
        self._fit()
        self._kind.setFocus()

    def _layout(self) -> QGridLayout:
        grid = QGridLayout()
        grid.setHorizontalSpacing(12)
        grid.setVerticalSpacing(8)
        new = QGridLayout()
        new.setHorizontalSpacing(12)
        new.setContentsMargins(0, 0, 0, 0)
        new.addLayout(labelled(tr(N_("Kind")), self._what), 0, 0)
        new.addLayout(labelled(tr(N_("By what it is known")), self._label, required=True), 0, 1)
        self._new = holder(new)
        grid.addLayout(labelled(tr(N_("{code} is tied so"), code=ltr(self._code)), self._kind, required=True), 0, 0)
        grid.addLayout(labelled(tr(N_("to whom or what")), self._end, required=True), 0, 1)
        grid.addWidget(self._new, 1, 0, 1, 2)
        grid.addLayout(labelled(tr(N_("Since")), self._since), 2, 0)
        grid.addLayout(labelled(tr(N_("Until, if it has ended")), self._until), 2, 1)
        words = tr(N_("Who or what says so: statement, exhibit, step"))
        grid.addLayout(labelled(words, self._source, required=True), 3, 0, 1, 2)
        grid.addLayout(labelled(tr(N_("How sure")), self._certainty), 4, 0)
        grid.addLayout(labelled(tr(N_("Note")), self._note), 4, 1)
        for side in (0, 1):
            grid.setColumnStretch(side, 1)
        return grid

    def _fit(self) -> None:
        self._new.setVisible(self._end.value() == _NEW)

    def _send(self) -> None:
        self.wait(True)
        source = self._source.toPlainText().strip()
        if self._end.value() == _NEW:
            self._room.act(
                self, world.add_entity, self._room.memory.case_id, kind=self._what.key, label=self._label.text(),
                source=source, then=self._known, failed=self.refuse,
            )  # fmt: skip
            return
        self._tie(str(self._end.value()))

    def _known(self, entity: EntityRow) -> None:
        """It is in the case now: if the link is refused, it is chosen and not recorded twice."""
        self._end.put(entity.ref)
        self._fit()
        self._tie(entity.ref)

    def _tie(self, end: str) -> None:
        way, _, kind = str(self._kind.value()).partition(" ")
        a, b = (end, self._code) if way == _BACK else (self._code, end)
        self._room.act(
            self, world.add_link, self._room.memory.case_id, a=a, kind=kind, b=b, since_on=day(self._since.text()),
            until_on=day(self._until.text()), source=self._source.toPlainText().strip(),
            certainty=self._certainty.key, note=self._note.text(), then=lambda _: self.accept(), failed=self.refuse,
        )  # fmt: skip


class EndLink(Ask):
    """It ended, or it was never so; either way it stays in the history."""

    def __init__(self, parent: QWidget, room: Room, link: LinkRow, said: str) -> None:
        super().__init__(
            parent,
            tr(N_("Link {ref}"), ref=ltr(link.ref)),
            "",
            tr(N_("Record")),
            glyph="ph.link-break",
            width=460,
        )
        self._room, self._link = room, link
        choices = [("end", tr(N_("It ended"))), ("never", tr(N_("It was never so")))]
        self._what = Combo(choices if link.state == "stands" else choices[1:])
        self._what.setObjectName("link-over")
        self._until = line("link-ended")
        self._until.setPlaceholderText(tr(N_("Day, month or year")))
        self._source = lines("link-ended-source", 56)
        self.inside.addWidget(label(said, "body", wrap=True))
        grid = QGridLayout()
        grid.setHorizontalSpacing(12)
        grid.addLayout(labelled(tr(N_("What happened")), self._what), 0, 0)
        grid.addLayout(labelled(tr(N_("Ended on (today if empty)")), self._until), 0, 1)
        grid.addLayout(labelled(tr(N_("Who or what says so")), self._source, required=True), 1, 0, 1, 2)
        self.inside.addLayout(grid)
        self.on_submit = self._send
        self._what.setFocus()

    def _send(self) -> None:
        said, case = self._source.toPlainText().strip(), self._room.memory.case_id
        self.wait(True)
        if self._what.key == "never":
            self._room.act(
                self, world.withdraw_link, case, self._link.ref, reason=said, then=lambda _: self.accept(),
                failed=self.refuse,
            )  # fmt: skip
            return
        self._room.act(
            self, world.end_link, case, self._link.ref, source=said, until_on=day(self._until.text()),
            then=lambda _: self.accept(), failed=self.refuse,
        )  # fmt: skip


def day(text: str) -> str:
    """A day, month or year as it is stored; what cannot be read goes on as it is and is refused by name."""
    on, figures = read_day(text), plain_figures(text)
    if on is not None:
        return on.isoformat()
    month, slash, year = figures.partition("/")
    return f"{year}-{int(month):02}" if slash and month.isdecimal() and len(year) == 4 else figures


def _kinds() -> list[tuple[str, str]]:
    """Every kind of link read from this end: forwards, and backwards where that says something else."""
    forward = [(f"{_FORWARD} {key}", tr(words)) for key, words in terms.LINKS.items()]
    return forward + [(f"{_BACK} {key}", tr(words)) for key, words in terms.LINKS_BACK.items()]
