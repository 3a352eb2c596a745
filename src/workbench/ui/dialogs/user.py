"""Letting somebody else sign in: the new person types the first passphrase, at this computer."""

from typing import Any

from PySide6.QtWidgets import QLineEdit, QWidget

from workbench.i18n import N_
from workbench.security.acts import INVESTIGATOR, ROLE_DUTIES, ROLE_LABELS
from workbench.services import users
from workbench.ui.dialogs.ask import Ask
from workbench.ui.parts.choices import Combo
from workbench.ui.parts.passphrase import LEAST, Passphrase, tell_length
from workbench.ui.parts.texts import label
from workbench.ui.room import Room
from workbench.ui.state import tr


class NewUser(Ask):
    """Name, role and what it may do, the passphrase twice; ``then`` is handed the row."""

    def __init__(self, parent: QWidget, room: Room, then: Any) -> None:
        super().__init__(
            parent,
            tr(N_("Add a person of this station")),
            tr(
                N_(
                    "The new person sits down at this computer and types the first passphrase; "
                    "nobody else needs to know it. Whoever adds somebody is named in the log."
                )
            ),
            tr(N_("Add person")),
            glyph="ph.user-plus",
            width=520,
        )
        self._room, self._then = room, then
        self._name = QLineEdit()
        self._name.setObjectName("user-name")
        self._role = Combo([(key, tr(words)) for key, words in ROLE_LABELS.items()])
        self._role.setObjectName("user-role")
        self._role.choose(INVESTIGATOR)
        self._duties = label("", "label", "2", wrap=True)
        self._duties.setObjectName("user-duties")
        self._once = Passphrase("user-passphrase", tr(N_("Passphrase of the new person")))
        self._twice = Passphrase("user-passphrase-again", tr(N_("Passphrase once more")))
        self._length = label("", "label", "2", wrap=True)
        self._length.setObjectName("user-length")
        self._put(tr(N_("Name, as it will stand in the log")), self._name)
        self._put(tr(N_("Role")), self._role)
        self.inside.addWidget(self._duties)
        self._put(tr(N_("Passphrase of the new person")), self._once)
        self._put(tr(N_("Passphrase once more")), self._twice)
        self.inside.addWidget(self._length)
        self._role.currentIndexChanged.connect(lambda _: self._tell_duties())
        for one in (self._once, self._twice):
            one.changed.connect(self._count)
        self._tell_duties()
        self._count()
        self.on_submit = self._send
        self._name.setFocus()

    def _put(self, words: str, editor: QWidget) -> None:
        above = label(words, "label", "2")
        above.setBuddy(editor)
        editor.setAccessibleName(words)
        self.inside.addWidget(above)
        self.inside.addWidget(editor)

    def _tell_duties(self) -> None:
        self._duties.setText(tr(ROLE_DUTIES[self._role.key]))
        self._grow()

    def _count(self, *, strict: bool = False) -> None:
        missing = tr(N_("A name is needed.")) if strict and not self._name.text().strip() else ""
        tell_length(self._length, self._once.text, self._twice.text, strict=strict, missing=missing)

    def _send(self) -> None:
        typed = self._once.text
        if not self._name.text().strip() or len(typed) < LEAST or typed != self._twice.text:
            self._count(strict=True)
            return
        self.wait(True)
        self._length.setText(tr(N_("Adding: this takes some seconds on purpose…")))
        self._room.act(
            self,
            users.add_user,
            name=self._name.text(),
            role=self._role.key,
            passphrase=typed,
            then=self._done,
            failed=self._failed,
        )

    def _failed(self, error: Exception) -> None:
        self._count()
        self.refuse(error)

    def _done(self, row: users.MemberRow) -> None:
        self._once.take()
        self._twice.take()
        self.accept()
        self._then(row)
