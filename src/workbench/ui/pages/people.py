"""The people of a case: a list by code, and the card of one of them; names only after a reason."""

from typing import Any

from PySide6.QtCore import QTimer
from PySide6.QtWidgets import QHBoxLayout, QWidget

from workbench.i18n import N_, ltr
from workbench.security.acts import Act
from workbench.services import audit, people
from workbench.services.rows import AuditRow, PersonRow
from workbench.ui import theme
from workbench.ui.dialogs.ask import Ask, AskReason
from workbench.ui.dialogs.person import NewPerson
from workbench.ui.dialogs.role import SetRole
from workbench.ui.page import Page
from workbench.ui.parts.arrange import card, column, empty_out, holder, row
from workbench.ui.parts.buttons import button
from workbench.ui.parts.choices import Segmented
from workbench.ui.parts.empty import empty
from workbench.ui.parts.texts import label
from workbench.ui.people.card import person_card
from workbench.ui.people.list import PeopleList
from workbench.ui.room import Room
from workbench.ui.state import tr

SHOWN_FOR = 60  # seconds a name stays shown
MOST = 2000  # entries of the log that are searched for showings of names
_SHOWN = (Act.PERSON_REVEAL, Act.PERSON_REVEAL_SEALED)
_GROUPS = {
    "all": None,
    "victims": {"victim", "possible_victim"},
    "suspects": {"suspect", "accused", "person_of_interest"},
    "witnesses": {"witness", "reporter"},
}
_REASONS = (
    N_("Preparing a letter"),
    N_("Medical appointment"),
    N_("Contact with the person"),
    N_("Checking a paper"),
    N_("Order of the judge"),
)


def _look(desk: Any, case: str) -> tuple[list[PersonRow], list[AuditRow]]:
    shown = [one for one in audit.show(desk, case, limit=MOST) if one.act in _SHOWN]
    return people.list_people(desk, case), shown


class PeoplePage(Page):
    """A shown name is hidden again after a minute, at lock, on another page, or with Ctrl+."""

    key = "people"
    least = 800

    def __init__(self, room: Room) -> None:
        super().__init__(room)
        self._people: list[PersonRow] = []
        self._shown: PersonRow | None = None
        self._left = 0
        self._reveals: list[AuditRow] = []
        self._tick = QTimer(self)
        self._tick.setInterval(1000)
        self._tick.timeout.connect(self._second)
        room.masked.connect(self.hide_names)

    def build(self) -> None:
        self._title = label("", "card")
        add = button(tr(N_("Add person")), self.new, kind="primary", glyph="ph.user-plus", name="add-person")
        groups = [
            ("all", N_("All")),
            ("victims", N_("Victims")),
            ("suspects", N_("Suspects")),
            ("witnesses", N_("Witnesses")),
        ]
        self._group = Segmented(
            [(key, tr(words)) for key, words in groups],
            str(self.notes.get("group", "all")),
            name="people-group",
            then=self._choose_group,
            chips=True,
        )
        self._list = PeopleList()
        self._list.chosen.connect(self._choose)
        left = card(
            row(self._title, None, add, margins=(12, 10, 12, 4)),
            row(self._group, margins=(12, 0, 12, 8)),
            self._list,
            gap=0,
            margins=(0, 0, 0, 6),
        )
        left.setFixedWidth(theme.px(300))
        self._middle = column()
        line = QHBoxLayout()
        line.setContentsMargins(0, 0, 0, 0)
        line.setSpacing(12)
        line.addWidget(left)
        line.addLayout(self._middle, 1)
        self.put(holder(line))
        self._draw()

    def ask(self) -> None:
        self.room.ask(self, _look, self.room.memory.case_id, then=self._know, failed=self.refuse)

    def keep(self) -> None:
        self.hide_names()

    def new(self) -> None:
        NewPerson(self, self.room).open()

    def primary(self) -> None:
        self.new()

    def hide_names(self) -> None:
        """Take every shown name from the screen."""
        self._tick.stop()
        if self._shown is not None:
            self._shown = None
            self._draw_card()

    def _know(self, found: tuple[list[PersonRow], list[AuditRow]]) -> None:
        self._people, self._reveals = found
        self._draw()

    def _draw(self) -> None:
        wanted = _GROUPS[str(self.notes.get("group", "all"))]
        shown = [one for one in self._people if wanted is None or wanted & set(one.roles)]
        self._title.setText(tr(N_("People ({n})"), n=len(self._people)))
        if shown and self.notes.get("chosen") not in {one.alias for one in shown}:
            self.notes["chosen"] = shown[0].alias
        self._list.fill(shown, str(self.notes.get("chosen", "")))
        self._draw_card()

    def _draw_card(self) -> None:
        empty_out(self._middle)
        person = next((one for one in self._people if one.alias == self.notes.get("chosen")), None)
        if person is None:
            self._middle.addWidget(
                empty(
                    "ph.users",
                    tr(N_("Nobody is recorded yet")),
                    tr(N_("Add everyone who is mentioned; a name is not needed.")),
                    tr(N_("Add person")),
                    self.new,
                )
            )
            self._middle.addStretch(1)
            return
        shown = self._shown if self._shown is not None and self._shown.alias == person.alias else None
        self._middle.addWidget(
            person_card(
                shown or person,
                self._left if shown else 0,
                show=self._ask_name,
                role=self._set_role,
                reveals=[one for one in self._reveals if one.subject == person.alias],
            )
        )

    def _choose(self, alias: str) -> None:
        if alias != self.notes.get("chosen"):
            self.hide_names()
            self.notes["chosen"] = alias
            self._draw_card()

    def _choose_group(self, key: str) -> None:
        self.notes["group"] = key
        self._draw()

    def _set_role(self, person: PersonRow) -> None:
        SetRole(self, self.room, person).open()

    def _ask_name(self, person: PersonRow) -> None:
        if self._shown is not None:
            self.hide_names()
            return

        def send(reason: str, dialog: Ask) -> None:
            def done(found: Any) -> None:
                dialog.accept()
                self._show(found)

            self.room.ask(
                dialog,
                people.reveal,
                self.room.memory.case_id,
                person.alias,
                reason,
                then=done,
                failed=dialog.refuse,
            )

        AskReason(
            self,
            tr(N_("Show the name of {code}?"), code=ltr(person.alias)),
            tr(
                N_("It is shown for {n} seconds. Your name, the time and the reason are written to the log."),
                n=SHOWN_FOR,
            ),
            tr(N_("Show name")),
            no=tr(N_("Keep hidden")),
            then=send,
            reasons=[tr(one) for one in _REASONS],
            glyph="ph.eye",
        ).open()

    def _show(self, person: PersonRow) -> None:
        self._shown, self._left = person, SHOWN_FOR
        self._tick.start()
        self._draw_card()
        # This showing stands in the log now.
        self.ask()

    def _second(self) -> None:
        self._left -= 1
        if self._left <= 0:
            self.hide_names()
        else:
            chip = self.findChild(QWidget, "shown-for")
            if chip is not None:
                chip.say(tr(N_("Shown, {n} s left"), n=self._left))  # type: ignore[attr-defined]


def page(room: Room) -> PeoplePage:
    """The page, for the registry."""
    return PeoplePage(room)
