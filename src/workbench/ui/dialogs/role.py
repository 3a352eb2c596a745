"""A further role of a person: who says so, since when, on what basis; it may take the place of an earlier one."""

from typing import Any

from PySide6.QtWidgets import QGridLayout, QLineEdit, QPlainTextEdit, QWidget

from workbench.i18n import N_, ltr
from workbench.services import people
from workbench.services.rows import PersonRow
from workbench.ui import theme
from workbench.ui.dialogs.ask import Ask
from workbench.ui.dialogs.custody import Custody
from workbench.ui.dialogs.person import labelled
from workbench.ui.parts.choices import Combo
from workbench.ui.room import Room
from workbench.ui.state import tr


class SetRole(Ask):
    """Earlier roles stay in the history."""

    def __init__(self, parent: QWidget, room: Room, person: PersonRow) -> None:
        super().__init__(
            parent,
            tr(N_("Role of {code}"), code=ltr(person.alias)),
            tr(N_("A role is a decision that somebody took. Earlier roles stay in the history.")),
            tr(N_("Record role")),
            glyph="ph.identification-card",
            width=520,
        )
        self._room, self._person = room, person
        self._role = Combo([(key, tr(words)) for key, words in people.ROLES.items()], empty=tr(N_("Choose…")))
        self._role.setObjectName("new-role")
        current = [claim for claim in person.claims if claim.until is None]
        self._ends = Combo(
            [(claim.claim_id, tr(people.ROLES.get(claim.role, claim.role))) for claim in current],
            empty=tr(N_("No earlier role")),
        )
        self._custody = Custody(room.now(), first=False)
        self._by = QLineEdit(room.desk.actor.name)
        self._basis = QPlainTextEdit()
        self._basis.setObjectName("role-basis")
        self._basis.setTabChangesFocus(True)
        self._basis.setFixedHeight(theme.px(64))
        grid = QGridLayout()
        grid.setHorizontalSpacing(12)
        grid.setVerticalSpacing(8)
        for place, (words, editor) in enumerate(
            (
                (tr(N_("Role in the case")), self._role),
                (tr(N_("In place of")), self._ends),
                (tr(N_("Who says so")), self._by),
            )
        ):
            grid.addLayout(labelled(words, editor), place // 2, place % 2)
        grid.addWidget(self._custody, 2, 0, 1, 2)
        for side in (0, 1):
            grid.setColumnStretch(side, 1)
        grid.addLayout(labelled(tr(N_("On what basis")), self._basis, required=True), 3, 0, 1, 2)
        self.inside.addLayout(grid)
        self.on_submit = self._send
        self._role.setFocus()

    def _send(self) -> None:
        since = self._custody.moment()
        if since is None:
            return
        self.wait(True)
        self._room.act(
            self,
            people.claim_role,
            self._room.memory.case_id,
            self._person.alias,
            role=self._role.key,
            basis=self._basis.toPlainText().strip(),
            decided_by=self._by.text().strip(),
            since=since,
            ends=self._ends.key or None,
            custody=self._custody.key,
            then=self._done,
            failed=self.refuse,
        )

    def _done(self, _person: Any) -> None:
        self.accept()
