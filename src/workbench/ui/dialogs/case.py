"""Opening a new case: a neutral title and what kind it is."""

from typing import Any

from PySide6.QtWidgets import QLineEdit, QWidget

from workbench.i18n import N_
from workbench.services import cases
from workbench.ui.dialogs.ask import Ask
from workbench.ui.header import KINDS
from workbench.ui.parts.choices import Segmented
from workbench.ui.parts.texts import label
from workbench.ui.room import Room
from workbench.ui.state import tr


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
        self.on_submit = self._send
        self.title.setFocus()

    def _send(self) -> None:
        self.wait(True)
        self._room.act(
            self,
            cases.open_case,
            title=self.title.text(),
            kind=self.kind.key,
            lead=self.lead.text().strip(),
            then=self._done,
            failed=self.refuse,
        )

    def _done(self, case: Any) -> None:
        self.accept()
        self._then(case)
