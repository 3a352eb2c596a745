"""Two people side by side: joined as one, or kept apart, each with a reason; either can be undone later."""

from collections.abc import Callable

from PySide6.QtWidgets import QGridLayout, QPlainTextEdit, QWidget

from workbench import terms
from workbench.errors import Reason, Refusal
from workbench.i18n import N_, isolate, ltr
from workbench.services.people import beside, merging
from workbench.services.people.beside import Beside, BesideRow
from workbench.ui.dialogs.ask import Ask
from workbench.ui.dialogs.labelled import labelled, lines
from workbench.ui.finding import told
from workbench.ui.parts.arrange import holder
from workbench.ui.parts.buttons import button
from workbench.ui.parts.chip import Chip
from workbench.ui.parts.texts import label
from workbench.ui.room import Room
from workbench.ui.state import speaking, tr

FIELDS = {
    "names": N_("Names"), "mother": N_("Mother's name"), "papers": N_("Numbers of papers"),
    "phones": N_("Telephones"), "sex": N_("Sex"), "birth": N_("Birth"), "nationality": N_("Nationality"),
    "languages": N_("Languages"), "roles": N_("Roles"),
}  # fmt: skip
_VERDICTS = {
    "equal": (N_("the same"), "ok", "ph.equals"),
    "alike": (N_("alike"), "warn", "ph.waves"),
    "different": (N_("different"), "danger", "ph.x"),
    "unknown": (N_("not known"), "neutral", "ph.question"),
}


class SamePerson(Ask):
    """Opened with ``SamePerson.ask``; ``then`` is called once something was recorded."""

    def __init__(self, parent: QWidget, room: Room, both: Beside, codes: tuple[str, str, str, str]) -> None:
        self._case, self._kept, self._other_case, self._other = codes
        super().__init__(
            parent,
            tr(N_("Are {one} and {other} one person?"), one=ltr(self._kept), other=ltr(self._other)),
            tr(N_("Joining takes nothing away: both codes stay, and it can be undone. Names stay hidden.")),
            tr(N_("Join as one person")),
            glyph="ph.users",
            width=620,
        )
        self._room, self._both = room, both
        self._then: Callable[[], object] = lambda: None
        if both.likeness.reasons:
            self.inside.addWidget(label(told.reasons(both.likeness.reasons), "body", "2", wrap=True))
        self.stretch(holder(self._grid(both)), 260)
        self.reason: QPlainTextEdit = lines("same-reason", 64)
        self.inside.addLayout(labelled(tr(N_("Reason")), self.reason, required=True))
        self.inside.addWidget(button(tr(N_("They are two people")), self._part, name="keep-apart"))
        self.on_submit = self._join

    @classmethod
    def ask(
        cls, parent: QWidget, room: Room, case_id: str, alias: str, other_case: str, other: str,
        then: Callable[[], object] = lambda: None,
    ) -> None:  # fmt: skip
        """Compare the two and show them side by side."""

        def show(both: Beside) -> None:
            dialog = cls(parent, room, both, (case_id, alias, other_case, other))
            dialog._then = then
            dialog.open()

        room.ask(parent, beside.beside, case_id, alias, other, other_case=other_case, then=show)

    def _grid(self, both: Beside) -> QGridLayout:
        grid = QGridLayout()
        grid.setHorizontalSpacing(14)
        grid.setVerticalSpacing(6)
        for column, text in enumerate(("", ltr(self._kept), ltr(self._other), "")):
            grid.addWidget(label(text, "card"), 0, column)
        for line, one in enumerate(both.rows, 1):
            words, tone, glyph = _VERDICTS[one.verdict]
            grid.addWidget(label(tr(FIELDS[one.field]), "label", "2"), line, 0)
            for column, values in ((1, one.a), (2, one.b)):
                grid.addWidget(label(_values(one, values), "body", wrap=True), line, column)
            grid.addWidget(Chip(tr(words), tone, glyph), line, 3)
        grid.setColumnStretch(1, 1)
        grid.setColumnStretch(2, 1)
        return grid

    def _reason(self) -> str:
        typed = self.reason.toPlainText().strip()
        if not typed:
            self.refuse(Refusal(Reason.REASON_NEEDED))
            self.reason.setFocus()
        return typed

    def _join(self) -> None:
        if reason := self._reason():
            self._do(merging.join, reason, score=self._both.likeness.score)

    def _part(self) -> None:
        if reason := self._reason():
            self._do(merging.part, reason)

    def _do(self, act: Callable[..., object], reason: str, **facts: object) -> None:
        self.wait(True)
        self._room.act(
            self, act, self._case, self._kept, self._other, other_case=self._other_case, reason=reason, **facts,
            then=lambda _: self._done(), failed=self.refuse,
        )  # fmt: skip

    def _done(self) -> None:
        self.accept()
        self._then()


def _values(one: BesideRow, values: tuple[str, ...]) -> str:
    if one.hidden:
        return tr(N_("hidden"))
    said = {"sex": terms.SEXES, "roles": terms.ROLES}.get(one.field)
    if said:
        return ", ".join(tr(said[value]) for value in values if value in said)
    if one.field == "nationality":
        return ", ".join(speaking().country_name(value) for value in values)
    if one.field == "languages":
        return ", ".join(speaking().language_name(value) for value in values)
    return ", ".join(ltr(value) if one.field in ("birth", "papers", "phones") else isolate(value) for value in values)
