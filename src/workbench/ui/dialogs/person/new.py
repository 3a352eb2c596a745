"""Adding a person: names, birth, papers, where reached, health and needs, and the first role as a claim."""

from dataclasses import replace
from typing import Any

from PySide6.QtWidgets import QGridLayout, QLineEdit, QVBoxLayout, QWidget

from workbench.errors import Refusal
from workbench.i18n import N_, ltr
from workbench.identity.phones import country_of
from workbench.services import people
from workbench.services.hits import Likeness
from workbench.services.people.zones import Zone
from workbench.services.rows import Particulars
from workbench.ui import theme
from workbench.ui.dialogs.ask import Ask
from workbench.ui.dialogs.custody import Custody
from workbench.ui.dialogs.labelled import labelled, line, lines, references
from workbench.ui.dialogs.person.birth import BirthBox
from workbench.ui.dialogs.person.health import HealthBox
from workbench.ui.dialogs.person.names import NamesBox
from workbench.ui.dialogs.person.papers import PapersBox
from workbench.ui.dialogs.person.plain import PlainBox
from workbench.ui.dialogs.person.reached import ContactsBox, PhonesBox
from workbench.ui.dialogs.same_person import SamePerson
from workbench.ui.finding.likeness import LikenessStrip
from workbench.ui.parts.arrange import column, holder
from workbench.ui.parts.choices import Combo, Tick
from workbench.ui.parts.texts import heading, label
from workbench.ui.room import Room
from workbench.ui.state import tr


class NewPerson(Ask):
    """Everything may stay unknown except the role and what it rests on."""

    def __init__(self, parent: QWidget, room: Room, known: tuple[str, ...] = ()) -> None:
        super().__init__(
            parent,
            tr(N_("Add person")),
            tr(N_("Names are stored hidden. What is not known stays empty; a role is what somebody claims.")),
            tr(N_("Add person")),
            glyph="ph.user-plus",
            width=720,
        )
        self._page, self._room = parent, room
        today = room.now().date()
        self._names, self._birth, self._plain = NamesBox(), BirthBox(today), PlainBox()
        self._alike = LikenessStrip(room, str(room.memory.case_id))
        self._alike.compare.connect(self._compare_after)
        self._beside: Likeness | None = None
        self._papers = PapersBox(known, today)
        self._phones, self._contacts = PhonesBox(region(room)), ContactsBox()
        self._phones.put(())
        self._health = HealthBox()
        self._seal = Tick(tr(N_("Seal the identity: only a supervisor is shown it")))
        self._role = Combo([(key, tr(words)) for key, words in people.ROLES.items()], empty=tr(N_("Choose…")))
        self._role.setObjectName("person-role")
        self._by = QLineEdit(room.desk.actor.name)
        self._custody = Custody(room.now(), first=True)
        self._basis, self._evidence = lines("person-basis"), line("person-evidence")
        self._papers.read.connect(self._take)
        self._names.typed.connect(self._look)
        self._area = self.stretch(holder(self._layout()), theme.px(440))
        self._papers.doubted.connect(lambda one: self.see(self._area, one))
        self.on_submit = self._send
        self._names.setFocus()

    def _layout(self) -> QVBoxLayout:
        role = QGridLayout()
        role.setHorizontalSpacing(12)
        role.addLayout(labelled(tr(N_("Role in the case")), self._role, required=True), 0, 0)
        role.addLayout(labelled(tr(N_("Who says so")), self._by), 0, 1)
        for side in (0, 1):
            role.setColumnStretch(side, 1)
        role.addWidget(self._custody, 1, 0, 1, 2)
        role.addLayout(labelled(tr(N_("On what basis")), self._basis, required=True), 2, 0, 1, 2)
        words = tr(N_("Exhibits, statements and steps it rests on, separated by commas"))
        role.addLayout(labelled(words, self._evidence), 3, 0, 1, 2)
        return column(
            heading(tr(N_("Name"))),
            self._names,
            self._alike,
            6,
            heading(tr(N_("Role as a claim"))),
            role,
            6,
            heading(tr(N_("Age"))),
            self._birth,
            6,
            heading(tr(N_("Person"))),
            self._plain,
            6,
            heading(tr(N_("Identity and travel papers, and who holds them"))),
            self._papers,
            6,
            heading(tr(N_("Telephones"))),
            self._phones,
            heading(tr(N_("Where and how reached"))),
            self._contacts,
            6,
            heading(tr(N_("Health and needs"))),
            self._health,
            6,
            heading(tr(N_("Protection"))),
            label(tr(N_("The name is hidden in any case.")), "label", "2", wrap=True),
            self._seal,
            None,
            gap=6,
            margins=(2, 0, 8, 0),
        )

    def _take(self, zone: Zone) -> None:
        """What a paper says fills in what is not typed yet."""
        self._names.take(zone.name)
        self._birth.take(zone.birth)
        self._plain.take(zone)
        self._look()

    def _look(self) -> None:
        """Whether somebody who is known already may be this person."""
        self._alike.look(self._names.value(), self._papers.value(), self._phones.value())

    def _compare_after(self, one: Likeness) -> None:
        """Two are compared once both are there: what is typed is added first and nothing of it is lost."""
        self._beside = one
        self._alike.note(
            tr(N_("Once added, this person is shown beside {code}."), code=ltr(f"{one.case_number} {one.alias}"))
        )

    def _send(self) -> None:
        since = self._custody.moment() if self._custody.key else None
        if self._custody.key and since is None:
            self._area.ensureWidgetVisible(self._custody, 0, theme.px(40))
            return
        try:
            born = self._birth.value()
        except Refusal as refusal:
            self._area.ensureWidgetVisible(self._birth, 0, theme.px(40))
            self.refuse(refusal)
            return
        more = Particulars(birth_told=born.told, birth_calendar=born.calendar if born.told else "")
        more = replace(self._plain.particulars(more), protection="sealed" if self._seal.isChecked() else "")
        self.wait(True)
        self._room.act(
            self,
            people.add_person,
            self._room.memory.case_id,
            names=self._names.value(),
            birth_kind=born.kind,
            birth_low=born.low,
            birth_high=born.high,
            age_in_doubt=self._birth.doubt.isChecked(),
            **self._plain.value(),
            role=self._role.key,
            basis=self._basis.toPlainText().strip(),
            decided_by=self._by.text().strip(),
            evidence=references(self._evidence.text()),
            papers=self._papers.value(),
            phones=self._phones.value(),
            contacts=self._contacts.value(),
            more=self._health.value(more),
            custody=self._custody.key,
            since=since,
            then=self._done,
            failed=self.refuse,
        )

    def _done(self, person: Any) -> None:
        self._room.memory.of("people", self._room.memory.case_id)["chosen"] = person.alias
        self.accept()
        if (one := self._beside) is not None:
            case_id = str(self._room.memory.case_id)
            SamePerson.ask(self._page, self._room, case_id, person.alias, one.case_id, one.alias)


def region(room: Room) -> str:
    """The country in which telephone numbers are read."""
    return country_of(str(room.station.jurisdiction))
