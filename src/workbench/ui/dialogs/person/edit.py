"""Correcting what is known of a person; names, papers, telephones and contacts only where they are shown."""

from collections.abc import Callable
from dataclasses import replace
from typing import Any

from PySide6.QtCore import Qt
from PySide6.QtGui import QShortcut
from PySide6.QtWidgets import QWidget

from workbench.errors import Refusal
from workbench.i18n import N_, ltr
from workbench.services import people
from workbench.services.people.zones import Zone
from workbench.services.rows import Particulars, PersonRow
from workbench.ui import theme
from workbench.ui.dialogs.ask import Ask
from workbench.ui.dialogs.labelled import labelled, line
from workbench.ui.dialogs.person.birth import BirthBox
from workbench.ui.dialogs.person.health import HealthBox
from workbench.ui.dialogs.person.names import NamesBox
from workbench.ui.dialogs.person.new import region
from workbench.ui.dialogs.person.papers import PapersBox
from workbench.ui.dialogs.person.plain import PlainBox
from workbench.ui.dialogs.person.reached import ContactsBox, PhonesBox
from workbench.ui.parts.arrange import column, holder
from workbench.ui.parts.notice import Notice
from workbench.ui.parts.texts import heading
from workbench.ui.room import Room
from workbench.ui.state import tr

_HIDDEN = N_("Names, papers, telephones and contacts stay as they are. To correct them, show the name first.")
# What two records say must not be written into one of them: they may be parted again.
_JOINED = N_("Two codes are joined here. Names, papers, telephones and contacts are corrected once they are parted.")
_VEILED = N_("The time of showing is over. What you typed is kept behind this and is saved with the rest.")


class EditPerson(Ask):
    """The earlier record stays in the history. ``hide`` hides what is shown, here and on the page."""

    def __init__(
        self, parent: QWidget, room: Room, person: PersonRow, *, named: bool, known: tuple[str, ...],
        hide: Callable[[], object],
    ) -> None:  # fmt: skip
        super().__init__(
            parent,
            tr(N_("Correct what is known of {code}"), code=ltr(person.alias)),
            tr(N_("The earlier record stays in the history. Unknown is an answer.")),
            tr(N_("Save")),
            glyph="ph.pencil-simple",
            width=720,
        )
        named = named and not person.also
        self._room, self._person, self._named = room, person, named
        today = room.now().date()
        self._names, self._birth, self._plain = NamesBox(), BirthBox(today), PlainBox()
        self._papers = PapersBox(known, today)
        self._phones, self._contacts, self._health = PhonesBox(region(room)), ContactsBox(), HealthBox()
        self._reason = line("edit-reason")
        self._birth.put(person)
        self._plain.put(person)
        self._health.put(person.more)
        self._protected = self._shown() if named else None
        why = _JOINED if person.also else _VEILED if named else _HIDDEN
        self._veil = Notice(tr(why), tone="neutral", closes=False)
        self._veil.setVisible(not named)
        self._area = self.stretch(self._layout(), theme.px(440))
        self.inside.addLayout(labelled(tr(N_("Why is it corrected?")), self._reason, required=True))
        self._papers.doubted.connect(lambda one: self.see(self._area, one))
        self.on_submit = self._send
        # The window's own key for it does not reach through a dialog.
        QShortcut(Qt.Key.Key_Period | Qt.KeyboardModifier.ControlModifier, self, hide)
        self._reason.setFocus()

    def veil(self) -> None:
        """Take what is protected from the screen; what was typed is kept and saved."""
        if self._protected is not None and self._protected.isVisible():
            self._protected.hide()
            self._veil.show()

    def _shown(self) -> QWidget:
        person = self._person
        self._names.put(person.names)
        self._papers.put(person.papers)
        self._phones.put(person.phones)
        self._contacts.put(person.contacts)
        self._papers.read.connect(self._take)
        return holder(
            column(
                heading(tr(N_("Name"))),
                self._names,
                heading(tr(N_("Identity and travel papers, and who holds them"))),
                self._papers,
                heading(tr(N_("Telephones"))),
                self._phones,
                heading(tr(N_("Where and how reached"))),
                self._contacts,
                gap=6,
            )
        )

    def _layout(self) -> QWidget:
        made = column(
            heading(tr(N_("Age"))), self._birth, 4, heading(tr(N_("Person"))), self._plain, 4,
            heading(tr(N_("Health and needs"))), self._health, 4, self._veil, gap=6, margins=(2, 0, 8, 0),
        )  # fmt: skip
        if self._protected is not None:
            made.insertWidget(0, self._protected)
        made.addStretch(1)
        return holder(made)

    def _take(self, zone: Zone) -> None:
        self._names.take(zone.name)
        self._birth.take(zone.birth)
        self._plain.take(zone)

    def _send(self) -> None:
        try:
            born = self._birth.value()
        except Refusal as refusal:
            self._area.ensureWidgetVisible(self._birth, 0, theme.px(40))
            self.refuse(refusal)
            return
        calendar = born.calendar if born.told else ""
        more = self._health.value(self._plain.particulars(_told(self._person, born.told, calendar)))
        protected: dict[str, Any] = {}
        if self._named:
            protected = {
                "names": self._names.value(), "papers": self._papers.value(), "phones": self._phones.value(),
                "contacts": self._contacts.value(),
            }  # fmt: skip
        self.wait(True)
        self._room.act(
            self,
            people.correct_person,
            self._room.memory.case_id,
            self._person.alias,
            reason=self._reason.text().strip(),
            birth_kind=born.kind,
            birth_low=born.low,
            birth_high=born.high,
            age_in_doubt=self._birth.doubt.isChecked(),
            **self._plain.value(),
            **protected,
            more=more,
            then=lambda _: self.accept(),
            failed=self.refuse,
        )


def _told(person: PersonRow, told: str, calendar: str) -> Particulars:
    return replace(person.more, birth_told=told, birth_calendar=calendar)
