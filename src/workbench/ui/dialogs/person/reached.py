"""Where and how a person is reached: telephones, addresses by governorate and district; and how safe that is."""

from collections.abc import Sequence

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QFrame, QGridLayout, QVBoxLayout, QWidget

from workbench import terms
from workbench.i18n import N_
from workbench.identity.phones import phone
from workbench.identity.places import DISTRICT, GOVERNORATE, places
from workbench.services.rows import ContactRow
from workbench.ui.dialogs.labelled import labelled, line
from workbench.ui.forms.inputs import TextInput
from workbench.ui.forms.picks import CountryInput
from workbench.ui.forms.written import plain_figures
from workbench.ui.parts.arrange import column, row
from workbench.ui.parts.buttons import button, icon_button
from workbench.ui.parts.choices import Combo, Segmented, Tick
from workbench.ui.parts.texts import label
from workbench.ui.state import speaking, tr

_UNSAID = ContactRow("address", "", "", "", "", "unknown")


class PhonesBox(QWidget):
    """Telephone numbers in any digits; a doubtful one is pointed out and kept as it is."""

    def __init__(self, region: str) -> None:
        super().__init__()
        self._region = region
        self._lines: list[TextInput] = []
        self._box = QVBoxLayout()
        self._box.setSpacing(4)
        self._hint = label("", "small", "warn", wrap=True)
        self._hint.hide()
        more = button(tr(N_("Add a number")), self.more, kind="small", glyph="ph.plus", name="add-phone")
        outer = QVBoxLayout(self)
        outer.setContentsMargins(0, 0, 0, 0)
        outer.setSpacing(4)
        outer.addLayout(self._box)
        outer.addWidget(self._hint)
        outer.addLayout(row(more, None))

    def put(self, numbers: Sequence[str]) -> None:
        """Show these numbers, or an empty line."""
        for number in numbers or ("",):
            self.more(number)

    def more(self, number: str = "") -> None:
        """One more number."""
        made = TextInput(codes=True)
        made.editor.setObjectName("person-phone")
        made.put(number)
        made.editor.setAccessibleName(tr(N_("Telephone")))
        made.editor.editingFinished.connect(self._look)
        self._lines.append(made)
        self._box.addWidget(made)

    def value(self) -> list[str]:
        """The numbers as they stand now."""
        return [number for one in self._lines if (number := plain_figures(str(one.value())))]

    def _look(self) -> None:
        found = [read.doubt.say(speaking()) for one in self.value() if (read := phone(one, self._region)).doubt]
        self._hint.setText(" ".join(found))
        self._hint.setVisible(bool(found))


class ContactLine(QFrame):
    """One place or way. What was not shown to whoever edits stands as withheld and is not lost."""

    dropped = Signal()

    def __init__(self, one: ContactRow) -> None:
        super().__init__()
        self.setProperty("card", "group")
        self._one = one
        self._kind = Combo([(key, tr(words)) for key, words in terms.CONTACTS.items()])
        self._kind.choose(one.kind)
        self._country = CountryInput()
        self._country.put(one.country)
        self._above = Combo(empty=tr(N_("Not known")))
        self._below = Combo(empty=tr(N_("Not known")))
        self._text = line("contact-text", one.text)
        self._safe = Segmented([(key, tr(words)) for key, words in terms.YES_NO.items()], one.safe)
        self._shelter = Tick(tr(N_("Shelter: only a supervisor is shown it")))
        self._shelter.setChecked(one.shelter)
        grid = QGridLayout()
        grid.setHorizontalSpacing(10)
        first = ((N_("Kind"), self._kind), (N_("Country"), self._country), (N_("Governorate"), self._above))
        second = ((N_("District"), self._below), (N_("In words"), self._text), (N_("Safe to reach there?"), self._safe))
        for down, fields in enumerate((first, second)):
            for across, (words, editor) in enumerate(fields):
                grid.addLayout(labelled(tr(words), editor), down, across)
                grid.setColumnStretch(across, 1)
        grid.addWidget(self._shelter, 2, 0, 1, 3)
        drop = icon_button("ph.x", tr(N_("Take this away")), self.dropped.emit, size=15)
        body = row(gap=6, margins=(10, 6, 6, 8))
        body.addLayout(column(grid), 1)
        body.addWidget(drop, 0, Qt.AlignmentFlag.AlignTop)
        self.setLayout(body)
        self._fill(self._above, GOVERNORATE, "", one.governorate)
        self._fill(self._below, DISTRICT, one.governorate, one.district)
        self._country.changed.connect(self._countries)
        self._above.activated.connect(lambda _: self._fill(self._below, DISTRICT, self._above.key, ""))

    def value(self) -> ContactRow | None:
        """The contact as it stands now; None if nothing is said."""
        made = ContactRow(
            self._kind.key, str(self._country.value()), self._above.key, self._below.key, self._text.text().strip(),
            self._safe.key or "unknown", self._shelter.isChecked(),
        )  # fmt: skip
        return made if any((made.country, made.governorate, made.district, made.text)) else None

    def _countries(self) -> None:
        self._fill(self._above, GOVERNORATE, "", "")
        self._fill(self._below, DISTRICT, "", "")

    def _fill(self, combo: Combo, level: str, within: str, chosen: str) -> None:
        """The places there are of this level; one that was written otherwise stays."""
        while combo.count() > 1:
            combo.removeItem(1)
        country = str(self._country.value())
        if level == GOVERNORATE or within:
            for place in places(country, level, within):
                combo.addItem(place.name(speaking()), place.key)
        if chosen and combo.findData(chosen) < 0:
            combo.addItem(chosen, chosen)
        combo.choose(chosen)


class ContactsBox(QWidget):
    """Any number of places and ways."""

    def __init__(self) -> None:
        super().__init__()
        self._lines: list[ContactLine] = []
        self._withheld: list[ContactRow] = []
        self._box = QVBoxLayout()
        self._box.setSpacing(6)
        self._said = label("", "label", "2", wrap=True)
        self._said.hide()
        more = button(tr(N_("Add an address or way")), self.more, kind="small", glyph="ph.plus", name="add-contact")
        outer = QVBoxLayout(self)
        outer.setContentsMargins(0, 0, 0, 0)
        outer.setSpacing(6)
        outer.addLayout(self._box)
        outer.addWidget(self._said)
        outer.addLayout(row(more, None))

    def put(self, contacts: Sequence[ContactRow]) -> None:
        """Show these; what is withheld only says that it is there."""
        for one in contacts:
            if one.withheld:
                self._withheld.append(one)
            else:
                self.more(one)
        if self._withheld:
            self._said.setText(tr(N_("The place of a shelter is withheld from you and stays as it is.")))
            self._said.show()

    def more(self, one: ContactRow | None = None) -> None:
        """One more, empty or as it is known."""
        made = ContactLine(one or _UNSAID)
        made.dropped.connect(lambda: self._drop(made))
        self._lines.append(made)
        self._box.addWidget(made)

    def value(self) -> list[ContactRow]:
        """The contacts as they stand now, those withheld with them."""
        return [*(one for each in self._lines if (one := each.value()) is not None), *self._withheld]

    def _drop(self, one: ContactLine) -> None:
        self._lines.remove(one)
        self._box.removeWidget(one)
        one.hide()
        one.deleteLater()
