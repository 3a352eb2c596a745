"""Roles of a person: a further one, that may take the place of an earlier one; and one that ends with none after it."""

from datetime import datetime
from typing import Any

from PySide6.QtWidgets import QGridLayout, QLineEdit, QWidget

from workbench import terms
from workbench.errors import Reason, Refusal
from workbench.i18n import N_, ltr
from workbench.services import people
from workbench.services.rows import ClaimRow, PersonRow
from workbench.ui.dialogs.ask import Ask
from workbench.ui.dialogs.custody import Custody
from workbench.ui.dialogs.labelled import labelled, line, lines, references
from workbench.ui.forms.calendar import MomentEdit
from workbench.ui.parts.choices import Combo
from workbench.ui.room import Room
from workbench.ui.state import tr
from workbench.ui.state.speech import zone


class SetRole(Ask):
    """Earlier roles stay in the history."""

    def __init__(self, parent: QWidget, room: Room, person: PersonRow) -> None:
        super().__init__(
            parent,
            tr(N_("Role of {code}"), code=ltr(person.alias)),
            tr(N_("A role is a decision that somebody took. Earlier roles stay in the history.")),
            tr(N_("Record role")),
            glyph="ph.identification-card",
            width=560,
        )
        self._room, self._person = room, person
        self._role = Combo([(key, tr(words)) for key, words in people.ROLES.items()], empty=tr(N_("Choose…")))
        self._role.setObjectName("new-role")
        self._ends = _standing(person, tr(N_("No earlier role")))
        self._status = Combo([(key, tr(words)) for key, words in terms.CLAIM_STATES.items()], empty=tr(N_("Not said")))
        self._custody = Custody(room.now(), first=False)
        self._by = QLineEdit(room.desk.actor.name)
        self._decided, self._until = MomentEdit(zone(), timed=True), MomentEdit(zone(), timed=True)
        self._until.editor.setObjectName("role-until")
        self._evidence = line("role-evidence")
        self._basis = lines("role-basis", 64)
        self.inside.addLayout(self._layout())
        self.on_submit = self._send
        self._role.setFocus()

    def _layout(self) -> QGridLayout:
        grid = QGridLayout()
        grid.setHorizontalSpacing(12)
        grid.setVerticalSpacing(8)
        grid.addLayout(labelled(tr(N_("Role in the case")), self._role, required=True), 0, 0)
        grid.addLayout(labelled(tr(N_("In place of")), self._ends), 0, 1)
        grid.addLayout(labelled(tr(N_("Who says so")), self._by), 1, 0)
        grid.addLayout(labelled(tr(N_("How sure it is")), self._status), 1, 1)
        grid.addWidget(self._custody, 2, 0, 1, 2)
        grid.addLayout(labelled(tr(N_("Decided at, if it is known")), self._decided), 3, 0)
        grid.addLayout(labelled(tr(N_("Ended at, if it has already ended")), self._until), 3, 1)
        grid.addLayout(labelled(tr(N_("On what basis")), self._basis, required=True), 4, 0, 1, 2)
        words = tr(N_("Exhibits, statements and steps it rests on, separated by commas"))
        grid.addLayout(labelled(words, self._evidence), 5, 0, 1, 2)
        for side in (0, 1):
            grid.setColumnStretch(side, 1)
        return grid

    def _send(self) -> None:
        since = self._custody.moment()
        if since is None:
            return
        try:
            decided, until = read(self._decided), read(self._until)
        except Refusal as refusal:
            self.refuse(refusal)
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
            evidence=references(self._evidence.text()),
            status=self._status.key,
            decided_at=decided,
            until=until,
            then=self._done,
            failed=self.refuse,
        )

    def _done(self, _person: Any) -> None:
        self.accept()


class EndRole(Ask):
    """The role stays in the history with its end and the reason."""

    def __init__(self, parent: QWidget, room: Room, person: PersonRow) -> None:
        super().__init__(
            parent,
            tr(N_("End a role of {code}"), code=ltr(person.alias)),
            tr(N_("For a role that ends and none takes its place. It stays in the history with this reason.")),
            tr(N_("Record the end")),
            glyph="ph.identification-card",
            width=480,
        )
        self._room, self._person = room, person
        self._claim = _standing(person, "")
        self._claim.setObjectName("end-role")
        self._at = MomentEdit(zone(), timed=True)
        self._at.put(room.now().isoformat())
        self._by = QLineEdit(room.desk.actor.name)
        self._reason = lines("end-reason", 64)
        grid = QGridLayout()
        grid.setHorizontalSpacing(12)
        grid.addLayout(labelled(tr(N_("Role")), self._claim), 0, 0)
        grid.addLayout(labelled(tr(N_("Ended at")), self._at), 0, 1)
        grid.addLayout(labelled(tr(N_("Who says so")), self._by), 1, 0, 1, 2)
        grid.addLayout(labelled(tr(N_("Why?")), self._reason, required=True), 2, 0, 1, 2)
        self.inside.addLayout(grid)
        self.on_submit = self._send
        self._claim.setFocus()

    def _send(self) -> None:
        try:
            at = read(self._at)
        except Refusal as refusal:
            self.refuse(refusal)
            return
        self.wait(True)
        self._room.act(
            self, people.end_claim, self._room.memory.case_id, self._person.alias, self._claim.key,
            reason=self._reason.toPlainText().strip(), decided_by=self._by.text().strip(), at=at,
            then=lambda _: self.accept(), failed=self.refuse,
        )  # fmt: skip


def read(edit: MomentEdit) -> datetime | None:
    """The moment that was typed, None if none was. Raises ``Refusal`` if it cannot be read."""
    written = str(edit.value())
    try:
        at = datetime.fromisoformat(written) if written else None
    except ValueError:
        at = None
    if written and (at is None or at.tzinfo is None):
        raise Refusal(Reason.MOMENT_WRONG, problem=N_("it needs a day, a time and a zone"))
    return at


def _standing(person: PersonRow, nothing: str) -> Combo:
    """The roles that stand at present, to choose from."""
    current: list[ClaimRow] = [claim for claim in person.claims if claim.until is None]
    choices = [(claim.claim_id, tr(people.ROLES.get(claim.role, claim.role))) for claim in current]
    return Combo(choices, empty=nothing or None)
