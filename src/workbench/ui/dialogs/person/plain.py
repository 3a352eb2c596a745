"""What of a person is not protected: sex, nationality, languages, interpreter, a note."""

from collections.abc import Mapping
from dataclasses import replace
from typing import Any

from PySide6.QtWidgets import QGridLayout, QWidget

from workbench.i18n import N_
from workbench.services.people.zones import Zone
from workbench.services.rows import Particulars, PersonRow
from workbench.ui.dialogs.labelled import labelled, line, lines
from workbench.ui.dialogs.person.tongues import Languages
from workbench.ui.forms.picks import CountryInput
from workbench.ui.parts.choices import Segmented, Tick
from workbench.ui.state import tr

STATELESS = "XXA"
SEXES = (("female", N_("Female")), ("male", N_("Male")), ("unknown", N_("Not known")))


class PlainBox(QWidget):
    """Each may stay unknown."""

    def __init__(self) -> None:
        super().__init__()
        self._sex = Segmented([(key, tr(words)) for key, words in SEXES], "unknown", name="sex")
        self._nation = CountryInput()
        # Doc 9303 writes it like a country; somebody without one has an answer too.
        self._nation.editor.insertItem(1, tr(N_("Stateless")), STATELESS)
        self._other = CountryInput()
        self._languages = Languages()
        self._dialect = line("person-dialect")
        self._interpreter = Tick(tr(N_("Needs an interpreter")))
        self._note = lines("person-note", 48)
        grid = QGridLayout(self)
        grid.setContentsMargins(0, 0, 0, 0)
        grid.setHorizontalSpacing(12)
        fields = (
            (N_("Sex"), self._sex), (N_("Nationality"), self._nation), (N_("A second nationality"), self._other),
            (N_("Languages"), self._languages), (N_("Dialect"), self._dialect),
        )  # fmt: skip
        for place, (words, one) in enumerate(fields):
            grid.addLayout(labelled(tr(words), one), place // 3, place % 3)
            grid.setColumnStretch(place % 3, 1)
        grid.addWidget(self._interpreter, 1, 2)
        grid.addLayout(labelled(tr(N_("Note, without names")), self._note), 2, 0, 1, 3)

    def put(self, row: PersonRow) -> None:
        """Show what is known."""
        self._sex.choose(row.sex)
        self._nation.put(row.nationality)
        self._other.put(next(iter(row.more.other_nationalities), ""))
        self._languages.put(row.languages)
        self._dialect.setText(row.more.dialect)
        self._interpreter.setChecked(row.needs_interpreter)
        self._note.setPlainText(row.note)

    def take(self, zone: Zone) -> None:
        """Put what a paper says where nothing is said yet."""
        if self._sex.key in ("", "unknown"):
            self._sex.choose(zone.sex)
        if zone.nationality and not self._nation.value():
            self._nation.put(zone.nationality)

    def value(self) -> Mapping[str, Any]:
        """What stands here now, by the names that the service gives it."""
        return {
            "sex": self._sex.key or "unknown", "nationality": str(self._nation.value()),
            "languages": self._languages.codes, "needs_interpreter": self._interpreter.isChecked(),
            "note": self._note.toPlainText().strip(),
        }  # fmt: skip

    def particulars(self, more: Particulars) -> Particulars:
        """The particulars with what stands here now."""
        other = str(self._other.value())
        beyond = more.other_nationalities[1:]
        return replace(
            more, dialect=self._dialect.text().strip(), other_nationalities=((other,) if other else ()) + beyond
        )
