"""The legal basis of a step: what each source says in short, how it stood on the day of the case, its mark."""

from collections.abc import Iterator
from datetime import date

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QVBoxLayout

from workbench.errors import WorkbenchError
from workbench.i18n import N_, isolate, ltr
from workbench.law import State
from workbench.services import law
from workbench.services.law import LawRow
from workbench.sop.places import place_text
from workbench.terms import JURISDICTIONS, MARKS
from workbench.ui.guide.reasons import MARKS as READ
from workbench.ui.guide.shown import Shown
from workbench.ui.parts.arrange import Flow, column, holder, row, rule
from workbench.ui.parts.chip import Chip
from workbench.ui.parts.disclosure import Disclosure
from workbench.ui.parts.texts import label
from workbench.ui.state import day, speaking, tr

GUIDES = ("standard", "study")


class Basis(Disclosure):
    """Filled when it is first opened: the sources are many and seldom looked at."""

    def __init__(self, shown: Shown) -> None:
        self._shown, self._filled = shown, False
        hint = ("، " if speaking().rtl else "; ").join(_hints(shown))
        super().__init__(tr(N_("Legal basis")), "ph.scales", hint, name="law")

    def open_up(self, opened: bool = True, *, moving: bool = True) -> None:
        if opened and not self._filled:
            self._filled = True
            self._fill()
        super().open_up(opened, moving=moving)

    def _fill(self) -> None:
        shown, tag = self._shown, self._shown.pack.language
        rows: tuple[LawRow, ...] = ()
        try:
            rows = law.of_step(
                shown.step, on=shown.row.law_on or shown.row.case.opened_at.date(),
                jurisdiction=shown.row.jurisdiction, tag=tag,
            )  # fmt: skip
        except WorkbenchError:
            # Without the legal references the sources stand as the procedure names them.
            rows = ()
        if rows and shown.row.law_on is not None:
            words = tr(N_("As the law stood on {day}, the day that counts for this case."), day=day(shown.row.law_on))
            self.inside.addWidget(label(words, "label", "2", wrap=True))
        for place, one in enumerate(rows):
            if place:
                self.inside.addWidget(rule())
            self.inside.addLayout(law_row(one, new=not place or rows[place - 1].source != one.source))
        if any(one.summary for one in rows):
            self.inside.addWidget(label(tr(law.SUMMARY_ONLY), "small", "3", wrap=True))
        for title, where in _named_only(shown, {one.source for one in rows}):
            self.inside.addWidget(label(f"{title} — {where}" if where else title, "body", wrap=True))
        if not self.inside.count():
            words = tr(N_("Good practice; no law is named for this step."))
            self.inside.addWidget(label(words, "body", wrap=True))
        self.inside.addLayout(_read(shown))


def law_row(one: LawRow, *, new: bool) -> QVBoxLayout:
    """What a source says at a place; its title only where it is ``new``."""
    language, box = speaking(), column(gap=3)
    where = place_text(one.asked or one.place, language) if one.asked or one.place else ""
    title = f"{isolate(one.title)} — {where}" if where else isolate(one.title)
    if new:
        box.addWidget(label(title, "card", wrap=True))
    if one.summary:
        box.addWidget(label(one.summary, "body", wrap=True))
    if one.wider and one.place:
        words = tr(N_("This summary covers more: {place}."), place=place_text(one.place, language))
        box.addWidget(label(words, "label", "2", wrap=True))
    chips = Flow(6)
    read = one.mark == "S"
    chips.addWidget(Chip(one.marked, "ok" if read else "warn", "ph.check" if read else "ph.warning"))
    # A guide binds nobody, so nothing hangs on the days of one.
    holds = one.state == State.IN_FORCE or (one.state == State.UNKNOWN and one.kind in GUIDES)
    chips.addWidget(Chip(one.stands, "neutral" if holds else "warn", "ph.calendar-blank"))
    for words in _when_and_where(one, binding=one.kind not in GUIDES):
        chips.addWidget(label(words, "label", "2"))
    box.addWidget(holder(chips))
    if one.note and new:
        box.addWidget(label(one.note, "label", "2", wrap=True))
    return box


def _when_and_where(one: LawRow, *, binding: bool) -> Iterator[str]:
    if one.since:
        words = N_("in force since {day}") if binding else N_("published {day}")
        yield tr(words, day=_day(one.since))
    if one.until:
        yield tr(N_("until {day}"), day=_day(one.until))
    if one.jurisdictions:
        named = dict.fromkeys(tr(JURISDICTIONS[key]) if key in JURISDICTIONS else ltr(key) for key in one.jurisdictions)
        yield ("، " if speaking().rtl else ", ").join(named)


def _day(written: str) -> str:
    """A day as it is said; a bare year stays one."""
    try:
        return day(date.fromisoformat(written))
    except ValueError:
        return speaking().in_digits(written)


def _hints(shown: Shown) -> list[str]:
    found = [f"{title} {where}".strip() for title, where in _named_only(shown, set())]
    return found[:2]


def _named_only(shown: Shown, told: set[str]) -> list[tuple[str, str]]:
    """Source and place as the procedure names them, its time limits first, without those that were told already."""
    step, language, titles = shown.step, speaking(), shown.pack.sources
    pairs = [(one.source, titles.get(one.source, one.source), one.place) for one in step.deadlines if one.source]
    pairs += [(one.key, one.title, one.place) for one in step.sources]
    found = {
        (title, place_text(place, language) if place else ""): None for key, title, place in pairs if key not in told
    }
    return list(found)


def _read(shown: Shown) -> QVBoxLayout:
    """Whether the sources of the step as a whole were read."""
    read = shown.step.mark == "S"
    line = row(gap=8)
    line.addWidget(
        Chip(
            tr(MARKS[shown.step.mark]),
            "ok" if read else "warn",
            "ph.check" if read else "ph.warning",
            spoken=tr(READ[shown.step.mark]),
        ),
        0,
        Qt.AlignmentFlag.AlignTop,
    )
    line.addWidget(label(tr(READ[shown.step.mark]), "label", "2", wrap=True), 1)
    return column(rule(), line, gap=6)
