"""Opening a new case: a neutral title, what kind it is, and the day whose law holds."""

from datetime import date
from typing import Any
from zoneinfo import ZoneInfo

from PySide6.QtWidgets import QLineEdit, QWidget

from workbench.fields import Field, Kind, check, clean
from workbench.i18n import N_
from workbench.services import cases
from workbench.ui.dialogs.ask import Ask
from workbench.ui.forms import Known
from workbench.ui.forms.form import FieldBox
from workbench.ui.header import KINDS
from workbench.ui.parts.choices import Segmented
from workbench.ui.parts.texts import label
from workbench.ui.room import Room
from workbench.ui.state import speaking, tr
from workbench.ui.state.speech import zone


class NewCase(Ask):
    """Makes the case and hands its row on."""

    def __init__(self, parent: QWidget, room: Room, then: Any) -> None:
        super().__init__(
            parent,
            tr(N_("Open a new case")),
            tr(N_("The title stands in lists and papers: describe the matter, without names of people.")),
            tr(N_("Open case")),
            glyph="ph.folder-plus",
            width=460,
        )
        self._room, self._then = room, then
        self.title = QLineEdit()
        self.title.setObjectName("case-title")
        self.title.setAccessibleName(tr(N_("Title")))
        self.kind = Segmented([(key, tr(words)) for key, words in KINDS.items()], "tip", name="kind")
        self.lead = QLineEdit(room.desk.actor.name)
        self.lead.setObjectName("case-lead")
        self.lead.setAccessibleName(tr(N_("Case officer")))
        for words, editor in (
            (tr(N_("Title")), self.title),
            (tr(N_("Kind")), self.kind),
            (tr(N_("Case officer")), self.lead),
        ):
            self.inside.addWidget(label(words, "label", "2"))
            self.inside.addWidget(editor)
        self._law_field = Field(
            "law_on", Kind.DAY, tr(N_("Day of the act, if known")),
            help=tr(N_("The law of that day is shown; otherwise that of today.")),
        )  # fmt: skip
        self.law_on = FieldBox(self._law_field, Known(zone=zone()))
        self.law_on.input.changed.connect(lambda: self.law_on.complain(""))
        self.inside.addWidget(self.law_on)
        self.on_submit = self._send
        self.title.setFocus()

    def _day(self) -> tuple[date | None, str]:
        """The day of the act, None if it is left empty, and what is wrong with what was typed."""
        typed = {"law_on": self.law_on.input.value()}
        for problem in check([self._law_field], typed, aliases=(), exhibits=(), final=True):
            return None, problem.say(speaking())
        written = clean([self._law_field], typed).get("law_on")
        on = date.fromisoformat(str(written)) if written else None
        if on is not None and on > self._room.now().astimezone(ZoneInfo(zone())).date():
            return None, tr(N_("This day still lies ahead."))
        return on, ""

    def _send(self) -> None:
        law_on, wrong = self._day()
        self.law_on.complain(wrong)
        if wrong:
            self._grow()
            self.law_on.input.setFocus()
            return
        self.wait(True)
        self._room.act(
            self,
            cases.open_case,
            title=self.title.text(),
            kind=self.kind.key,
            lead=self.lead.text().strip(),
            law_on=law_on,
            then=self._done,
            failed=self.refuse,
        )

    def _done(self, case: Any) -> None:
        self.accept()
        self._then(case)
