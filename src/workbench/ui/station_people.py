"""The people of a station as a card: who may sign in, and adding somebody for those whose role includes it."""

from collections.abc import Sequence

from PySide6.QtWidgets import QFrame, QVBoxLayout, QWidget

from workbench.i18n import N_, isolate
from workbench.security.acts import ROLE_LABELS, Act
from workbench.services import users
from workbench.ui import theme
from workbench.ui.dialogs.user import NewUser
from workbench.ui.parts.arrange import card, row
from workbench.ui.parts.buttons import button
from workbench.ui.parts.notice import Notice, notice_of
from workbench.ui.parts.texts import heading, label
from workbench.ui.room import Room
from workbench.ui.state import moment, tr
from workbench.ui.tables import Column, Rows, table, widen

_MOST_SHOWN = 8  # rows before the table scrolls


class StationPeople(QWidget):
    """Everybody sees who may sign in; only some are offered to add somebody."""

    def __init__(self, room: Room) -> None:
        super().__init__()
        self._room = room
        self._columns = [
            Column(tr(N_("Name")), lambda one: isolate(one.name), wide=True, strong=True),
            Column(tr(N_("Role")), lambda one: tr(ROLE_LABELS[one.role])),
            Column(tr(N_("Since")), lambda one: moment(one.since), order=lambda one: one.since),
            Column(tr(N_("Added by")), lambda one: isolate(one.by), quiet=True),
        ]
        self._rows = Rows(self._columns)
        self._view, _ = table(self._rows, name="people-table", says=tr(N_("People of this station")))
        self._notices = QVBoxLayout()
        box = QVBoxLayout(self)
        box.setContentsMargins(0, 0, 0, 0)
        box.addWidget(self._card())

    def ask(self) -> None:
        """Ask who may sign in."""
        self._room.ask(self, users.list_users, then=self._know, failed=self._refuse)

    def _card(self) -> QFrame:
        may = self._room.desk.may(Act.USER_ADD)
        add = button(tr(N_("Add person…")), self._add, glyph="ph.user-plus", name="add-user")
        add.setVisible(may)
        hint = tr(
            N_(
                "What somebody did or left out is looked at by a second person, so a station needs at least two."
            )
        )
        if not may:
            hint = tr(N_("A supervisor, a trainer or an administrator adds people."))
        return card(
            row(heading(tr(N_("People of this station"))), None, add),
            label(hint, "small", "3", wrap=True),
            self._notices,
            self._view,
            gap=6,
            margins=(20, 16, 20, 16),
        )

    def _add(self) -> None:
        NewUser(self, self._room, self._added).open()

    def _added(self, added: users.MemberRow) -> None:
        words = tr(N_("{name} can sign in from now on, with the passphrase just typed."), name=added.name)
        self._notices.addWidget(Notice(words, tone="ok"))
        self.ask()

    def _refuse(self, error: Exception) -> None:
        self._notices.addWidget(notice_of(error))

    def _know(self, found: Sequence[users.MemberRow]) -> None:
        self._rows.fill(found)
        widen(self._view, self._columns)
        shown = max(1, min(len(found), _MOST_SHOWN))
        self._view.setFixedHeight(
            theme.px(40) * shown + self._view.horizontalHeader().sizeHint().height() + 4
        )
