"""What is chosen above the matrix: the pair and the offence; for charges the day, the place and which of them."""

from collections.abc import Callable, Sequence
from datetime import date
from functools import partial

from PySide6.QtWidgets import QMenu, QWidget

from workbench.i18n import N_, isolate, ltr, plain
from workbench.services.elements import ElementsRow
from workbench.services.findings import track_of
from workbench.sop.places import place_text
from workbench.terms import JURISDICTIONS, UNVERIFIED
from workbench.ui import theme
from workbench.ui.forms.calendar import MomentEdit
from workbench.ui.parts.arrange import column, holder, row
from workbench.ui.parts.buttons import button
from workbench.ui.parts.chip import Chip
from workbench.ui.parts.choices import Combo
from workbench.ui.parts.texts import label
from workbench.ui.state import number, speaking, tr
from workbench.ui.state.speech import zone

Pick = Callable[[str, object], object]
_PLACES = ("iq", "iq-kr")
_FIRST = {"tip": ("tip", "other", "som"), "som": ("som", "other", "tip")}


def pair_choice(found: ElementsRow, pick: Pick) -> Combo:
    """The pairs by code, those with findings first."""
    pairs = Combo([(f"{one.suspect} {one.about}", _pair(one.suspect, one.about, one.findings)) for one in found.pairs])
    pairs.setObjectName("pair")
    pairs.setAccessibleName(tr(N_("Suspect, and victim or journey")))
    pairs.setMinimumContentsLength(24)
    pairs.choose(f"{found.suspect} {found.about}")
    pairs.activated.connect(lambda _: pick("pair", pairs.key))
    return pairs


def offence_choice(found: ElementsRow, pick: Pick) -> Combo:
    """The offences, those of the track first."""
    order = _FIRST[track_of(found.about)]
    listed = sorted(found.offences, key=lambda one: (one.open, order.index(one.track)))
    offences = Combo([(one.key, one.title) for one in listed])
    offences.setObjectName("offence")
    offences.setAccessibleName(tr(N_("Offence")))
    offences.setMinimumContentsLength(34)
    if found.offence is not None:
        offences.choose(found.offence.key)
        offences.setToolTip(found.offence.title)
    offences.activated.connect(lambda _: pick("offence", offences.key))
    return offences


def _pair(suspect: str, about: str, count: int) -> str:
    """A pair by its codes, with how much was found; a dash stands between them, never a dot."""
    said = tr(N_("Suspect {suspect}, about {about}"), suspect=ltr(suspect), about=ltr(about))
    return f"{said} ({number(count)})" if count else said


def law_choice(found: ElementsRow, chosen: Sequence[str], on: str, place: str, pick: Pick) -> list[QWidget]:
    """The day of the act, the jurisdiction, and the charges that stand side by side."""
    day = MomentEdit(zone(), timed=False)
    day.put(on or found.law_on.isoformat())
    day.editor.setObjectName("law-day")
    day.editor.setAccessibleName(tr(N_("Law as it stood on")))
    day.setFixedWidth(theme.px(150))
    day.editor.editingFinished.connect(lambda: pick("on", day.value()))
    day.changed.connect(lambda: None if day.editor.hasFocus() else pick("on", day.value()))
    places = Combo([(key, tr(JURISDICTIONS[key])) for key in _PLACES])
    places.setObjectName("law-place")
    places.setAccessibleName(tr(N_("Jurisdiction")))
    places.choose(place or found.jurisdiction)
    places.activated.connect(lambda _: pick("place", places.key))
    which = button(tr(N_("Which charges…")), glyph="ph.list-bullets", name="which-charges")
    menu = QMenu(which)
    theme.dress(menu)
    for one in found.offences:
        act = menu.addAction(plain(isolate(one.title)))
        act.setCheckable(True)
        act.setChecked(one.key in chosen)
        act.setData(one.key)
        act.triggered.connect(partial(_toggled, one.key, tuple(chosen), pick))
    which.setMenu(menu)
    words = label(tr(N_("Law as it stood on")), "label", "2")
    words.setFixedHeight(which.sizeHint().height())
    places.setMinimumContentsLength(14)
    return [words, day, places, which]


def _toggled(key: str, chosen: tuple[str, ...], pick: Pick, checked: bool) -> None:
    """The last charge cannot be taken away: a comparison of nothing says nothing."""
    left = (*chosen, key) if checked else tuple(one for one in chosen if one != key)
    pick("charges", left or chosen)


def title(found: ElementsRow | None) -> QWidget:
    """Which offence of whom, under which law; that its text is to be verified is always said."""
    if found is None or found.offence is None:
        return label(tr(N_("Elements")), "screen")
    offence = found.offence
    words = tr(N_("Elements: suspect {suspect}, about {about}"), suspect=ltr(found.suspect), about=ltr(found.about))
    place = place_text(offence.place, speaking()) if offence.place else ""
    law = found.law[0].title if found.law else ""
    comma = "، " if speaking().rtl else ", "
    second = row(gap=8)
    said = comma.join(isolate(one) for one in (law or offence.title, place) if one)
    second.addWidget(label(said, "label", "2", wrap=True), 1)
    if offence.mark == "GK":
        second.insertWidget(0, Chip(tr(UNVERIFIED), "warn", "ph.warning"))
    return holder(column(label(words, "screen", wrap=True), second, gap=2))


def is_day(text: str) -> bool:
    """Whether this is a day as it is stored."""
    try:
        date.fromisoformat(text)
    except ValueError:
        return False
    return True
