"""When a person was born, as it was said: a day, about, between, not known; in either calendar; age in doubt."""

import re
from datetime import date

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QHBoxLayout, QVBoxLayout, QWidget

from workbench.errors import Refusal
from workbench.i18n import N_
from workbench.identity.births import Birth, birth, birth_told
from workbench.identity.days import GREGORIAN, HIJRI
from workbench.services.rows import PersonRow
from workbench.ui.dialogs.labelled import labelled, line
from workbench.ui.forms.written import plain_figures, read_day, write_day
from workbench.ui.parts.arrange import holder
from workbench.ui.parts.choices import Segmented, Tick
from workbench.ui.parts.texts import label
from workbench.ui.state import speaking, tr

BIRTHS = (
    ("unknown", N_("Not known")),
    ("exact", N_("On a day")),
    ("about", N_("About")),
    ("between", N_("Between")),
)
_CALENDARS = ((GREGORIAN, N_("Gregorian")), (HIJRI, N_("Hijri")))
_DAY = re.compile(r"(\d{1,2})[/.\-](\d{1,2})[/.\-](\d{4})")


class BirthBox(QWidget):
    """Nobody is made to guess: a year is enough, and so is «not known»."""

    changed = Signal()

    def __init__(self, today: date) -> None:
        super().__init__()
        self._today = today
        self._before: tuple[Birth, tuple[str, ...]] | None = None
        self._kind = Segmented(
            [(key, tr(words)) for key, words in BIRTHS], "unknown", name="birth", then=self._fit
        )
        self._calendar = Segmented(
            [(key, tr(words)) for key, words in _CALENDARS], GREGORIAN, name="calendar", then=self._read
        )
        self._low, self._high = line("person-birth"), line("person-birth-high")
        self._said = line("person-birth-said")
        self._reads = label("", "small", "3", wrap=True)
        self.doubt = Tick(tr(N_("It is in doubt whether the person is under 18")))
        self._low_box = holder(labelled(tr(N_("Day or year")), self._low))
        self._high_box = holder(labelled(tr(N_("and")), self._high))
        self._calendar_box = holder(labelled(tr(N_("Calendar")), self._calendar))
        line_ = QHBoxLayout()
        line_.setSpacing(12)
        line_.addLayout(labelled(tr(N_("Born")), self._kind))
        for one in (self._low_box, self._high_box, self._calendar_box):
            line_.addWidget(one)
        line_.addStretch(1)
        box = QVBoxLayout(self)
        box.setContentsMargins(0, 0, 0, 0)
        box.setSpacing(6)
        box.addLayout(line_)
        box.addLayout(labelled(tr(N_("As it was said, in any words: «about 2005», «Ramadan 1425 AH»")), self._said))
        box.addWidget(self._reads)
        box.addWidget(self.doubt)
        self.setFocusProxy(self._kind)
        for editor in (self._low, self._high, self._said):
            editor.textChanged.connect(self._read)
        self._fit("unknown")

    def put(self, row: PersonRow) -> None:
        """Show what is known of a person's birth."""
        self._kind.choose(row.birth_kind)
        self._low.setText(_shown(row.birth_low))
        self._high.setText(_shown(row.birth_high))
        self._said.setText(row.more.birth_told)
        self.doubt.setChecked(row.age_in_doubt)
        self._fit(row.birth_kind)
        kept = Birth(
            row.birth_kind, row.birth_low, row.birth_high, row.more.birth_told, row.more.birth_calendar or GREGORIAN
        )
        self._before = kept, self._typed()

    def take(self, born: str) -> None:
        """Put the day that a paper says, where nothing is typed yet."""
        if self._kind.key in ("", "unknown") and born:
            self._kind.choose("exact")
            self._fit("exact")
            self._low.setText(_shown(born))

    def value(self) -> Birth:
        """The birth that was told, in Gregorian days. Raises ``Refusal`` for what cannot be."""
        if self._before is not None and self._before[1] == self._typed():
            return self._before[0]
        kind, said, calendar = self._kind.key or "unknown", self._said.text().strip(), self._calendar.key
        if kind == "unknown" and said:
            return birth_told(said, self._today)
        low, high = _stored(self._low.text(), calendar), _stored(self._high.text(), calendar)
        return birth(kind, low, high if kind == "between" else "", self._today, said=said, calendar=calendar)

    def _typed(self) -> tuple[str, ...]:
        return (
            self._kind.key, self._low.text(), self._high.text(), self._said.text(), self._calendar.key,
        )  # fmt: skip

    def _fit(self, kind: str) -> None:
        self._low_box.setVisible(kind not in ("", "unknown"))
        self._high_box.setVisible(kind == "between")
        self._calendar_box.setVisible(kind not in ("", "unknown"))
        self._read()

    def _read(self, _text: str = "") -> None:
        """Say how it is understood, where that is not what stands there already."""
        words = ""
        try:
            born = self.value()
            if born.calendar == HIJRI or (self._kind.key == "unknown" and born.low):
                days = "–".join(_shown(one) for one in (born.low, born.high) if one)
                words = tr(N_("Understood as {days} (Gregorian)."), days=days)
                if born.calendar == HIJRI:
                    words += " " + tr(N_("By the calendar of Umm al-Qura; a sighting may differ by a day."))
        except Refusal:
            words = ""
        self._reads.setText(words)
        self._reads.setVisible(bool(words))
        self.changed.emit()


def _shown(stored: str) -> str:
    """A day or year as it is written in the window."""
    try:
        return write_day(date.fromisoformat(stored), speaking()) if len(stored) > 4 else speaking().in_digits(stored)
    except ValueError:
        return stored


def _stored(text: str, calendar: str) -> str:
    """A day or a year as it is stored; the month of another calendar is not held against this one."""
    figures = plain_figures(text)
    if calendar == HIJRI and (found := _DAY.fullmatch(figures)):
        return f"{found[3]}-{int(found[2]):02}-{int(found[1]):02}"
    on = read_day(text)
    return on.isoformat() if on else figures
