"""What is known of a person, each fact with its label; what is unknown says so, what is hidden that it is there."""

from collections.abc import Sequence

from PySide6.QtCore import Qt
from PySide6.QtGui import QResizeEvent
from PySide6.QtWidgets import QGridLayout, QLayout, QWidget

from workbench import terms
from workbench.i18n import N_, isolate, ltr
from workbench.identity.nations import nation_name
from workbench.identity.phones import phone
from workbench.identity.places import place
from workbench.services.rows import ContactRow, PaperRow, PersonRow
from workbench.ui import theme
from workbench.ui.parts.arrange import column, holder, row
from workbench.ui.parts.texts import Picture, label
from workbench.ui.people.head import SEALED
from workbench.ui.state import speaking, tr

_SEX = {"female": N_("Female"), "male": N_("Male"), "unknown": N_("Not known")}
_WIDE = 560
_SAFE = {"yes": N_("safe"), "no": N_("not safe"), "unknown": N_("not known whether safe")}


class FactsGrid(QWidget):
    """Facts four beside each other, or two where there is less room; those that need it take a line of their own."""

    def __init__(self, facts: Sequence[QLayout], long: Sequence[QLayout] = ()) -> None:
        super().__init__()
        self._facts, self._long = [holder(one) for one in facts], [holder(one) for one in long]
        self._grid = QGridLayout(self)
        self._grid.setContentsMargins(0, 0, 0, 0)
        self._grid.setHorizontalSpacing(16)
        self._grid.setVerticalSpacing(12)
        self._across = 0
        self._place(4)

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        self._place(4 if self.width() >= theme.px(_WIDE) else 2)

    def _place(self, across: int) -> None:
        if across == self._across:
            return
        self._across = across
        for one in (*self._facts, *self._long):
            self._grid.removeWidget(one)
        for number, one in enumerate(self._facts):
            self._grid.addWidget(one, number // across, number % across)
        below = (len(self._facts) + across - 1) // across
        for number, one in enumerate(self._long):
            self._grid.addWidget(one, below + number, 0, 1, across)
        for number in range(4):
            self._grid.setColumnStretch(number, 1 if number < across else 0)


def facts(person: PersonRow, *, shown: bool) -> FactsGrid:
    """The facts of the card; ``shown`` while names are."""
    unknown = tr(N_("Not known"))
    nations = [one for one in (person.nationality, *person.more.other_nationalities) if one]
    spoken = comma().join(speaking().language_name(one) for one in person.languages)
    if person.more.dialect:
        spoken = tr(N_("{languages} ({dialect})"), languages=spoken or unknown, dialect=isolate(person.more.dialect))
    short = [
        fact(tr(N_("Sex")), tr(_SEX.get(person.sex, person.sex))),
        fact(tr(N_("Age")), age_words(person), under=_told(person)),
        fact(tr(N_("Nationality")), comma().join(nation_name(one, speaking()) for one in nations) or unknown),
        fact(tr(N_("Languages")), spoken or unknown),
        _shelter(person),
        _safe_contact(person, shown=shown),
        _papers(person, shown=shown),
        _phones(person, shown=shown),
    ]
    long = _care(person)
    if shown:
        long += _names(person) + _contacts(person)
    if person.note:
        long.append(fact(tr(N_("Note")), isolate(person.note)))
    return FactsGrid(short, long)


def fact(words: str, value: str, *, under: str = "", glyph: str = "", tone: str = "") -> QLayout:
    """One fact: its label, its value, and a smaller line under it."""
    value_line = row(gap=6)
    if glyph:
        value_line.addWidget(Picture(glyph, "text2", 16), 0, Qt.AlignmentFlag.AlignTop)
    value_line.addWidget(label(value, "body", tone, wrap=True), 1)
    made = column(label(words, "label", "2"), value_line, gap=2)
    if under:
        made.addWidget(label(under, "small", "2", wrap=True))
    made.addStretch(1)
    return made


def comma() -> str:
    return "، " if speaking().rtl else ", "


def age_words(person: PersonRow) -> str:
    """The age in full years, with its doubt."""
    low, high = person.age_low, person.age_high
    if low is None and high is None:
        said = tr(N_("not known"))
    elif low == high or high is None:
        said = speaking().number(low or 0)
    else:
        said = tr(N_("between {low} and {high}"), low=low or 0, high=high)
    return tr(N_("{age} (in doubt)"), age=said) if person.age_in_doubt else said


def _told(person: PersonRow) -> str:
    """How the birth was told, in the calendar it was told in."""
    if not person.more.birth_told:
        return ""
    return tr(N_("by own account: {words}"), words=isolate(person.more.birth_told))


def _shelter(person: PersonRow) -> QLayout:
    words = tr(N_("Place of shelter"))
    found = [one for one in person.contacts if one.shelter]
    if not found:
        return fact(words, tr(N_("None recorded")))
    if any(one.withheld for one in found):
        return fact(words, tr(N_("withheld (supervisor)")), glyph="ph.lock")
    return fact(words, comma().join(_place_words(one) for one in found), glyph="ph.lock")


def _safe_contact(person: PersonRow, *, shown: bool) -> QLayout:
    """Whether there is a way that is safe; which one only while names are shown."""
    words, safe = tr(N_("Safe contact")), [one for one in person.contacts if one.safe == "yes" and not one.shelter]
    if not safe:
        return fact(words, tr(N_("None recorded")))
    if not shown:
        kinds = dict.fromkeys(tr(terms.CONTACTS.get(one.kind, one.kind)) for one in safe)
        return fact(words, comma().join(kinds), under=tr(N_("hidden")), glyph="ph.eye-slash")
    return fact(words, comma().join(_place_words(one) for one in safe))


def _papers(person: PersonRow, *, shown: bool) -> QLayout:
    if not person.papers:
        return fact(tr(N_("Papers")), tr(N_("None recorded")))
    return fact(tr(N_("Papers")), "\n".join(_paper_words(one, shown=shown) for one in person.papers))


def _paper_words(paper: PaperRow, *, shown: bool) -> str:
    """The kind, the number while it is shown, and who holds it."""
    said = [tr(terms.PAPERS.get(paper.kind, paper.kind))]
    if shown and paper.number:
        said.append(ltr(paper.number))
    if paper.genuine:
        said.append(f"({tr(terms.GENUINE[paper.genuine])})")
    held = tr(terms.HOLDERS[paper.held_by]) if paper.held_by in terms.HOLDERS else ltr(paper.held_by)
    return tr(N_("{paper}, held by: {holder}"), paper=" ".join(said), holder=held)


def _phones(person: PersonRow, *, shown: bool) -> QLayout:
    words = tr(N_("Telephone"))
    if not shown:
        return fact(words, tr(N_("Hidden or not recorded")))
    numbers = comma().join(phone(one, "").shown for one in person.phones)
    return fact(words, numbers or tr(N_("None recorded")))


def _names(person: PersonRow) -> list[QLayout]:
    further = (f"{tr(terms.NAMES.get(one.kind, one.kind))}: {isolate(one.full)}" for one in person.names[1:])
    said = comma().join(further)
    found = [fact(tr(N_("Further names")), said)] if said else []
    if person.has_photo and not person.photo:
        found.append(fact(tr(N_("Photograph")), tr(N_("Its sealed file is missing or damaged.")), tone="late"))
    return found


def _contacts(person: PersonRow) -> list[QLayout]:
    rest = [one for one in person.contacts if not one.withheld and not one.shelter]
    if not rest:
        return []
    said = "\n".join(
        f"{tr(terms.CONTACTS.get(one.kind, one.kind))}: {_place_words(one)} ({tr(_SAFE.get(one.safe, one.safe))})"
        for one in rest
    )
    return [fact(tr(N_("Where and how reached")), said)]


def _place_words(one: ContactRow) -> str:
    """A place from the small to the large, the words that were said first."""
    named = [
        found.name(speaking()) if (found := place(key, one.country)) else isolate(key)
        for key in (one.district, one.governorate) if key
    ]  # fmt: skip
    country = nation_name(one.country, speaking()) if one.country else ""
    return comma().join(part for part in (isolate(one.text) if one.text else "", *named, country) if part)


def _care(person: PersonRow) -> list[QLayout]:
    """What care must know at once: one line, only what is said."""
    more, said = person.more, []
    if more.pregnant and more.pregnant != "no":
        said.append(tr(N_("pregnant")) if more.pregnant == "yes" else tr(N_("not known whether pregnant")))
    said += [isolate(one) for one in more.disabilities]
    if more.health_alerts:
        said.append(isolate(more.health_alerts))
    if more.staff_wanted in ("female", "male"):
        said.append(tr(N_("wants to be spoken with by: {whom}"), whom=tr(terms.STAFF_WANTED[more.staff_wanted])))
    found = [fact(tr(N_("Health and needs")), comma().join(said), glyph="ph.first-aid")] if said else []
    if more.protection == SEALED:
        sealed = tr(N_("Only a supervisor is shown who this is."))
        found.append(fact(tr(N_("Sealed identity")), sealed, glyph="ph.lock"))
    return found
