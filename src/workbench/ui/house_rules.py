"""The house rules of a station as a card: what the procedures say, and the hours that this station set instead."""

import re
from collections.abc import Sequence
from dataclasses import dataclass
from typing import Any

from PySide6.QtCore import QModelIndex
from PySide6.QtWidgets import QFrame, QVBoxLayout, QWidget

from workbench.i18n import N_, isolate, ltr
from workbench.security.acts import Act
from workbench.services import editions, library, settings
from workbench.sop import Length, Unit
from workbench.sop.saying import length_said
from workbench.ui import theme
from workbench.ui.dialogs.house_rule import ChangeHouseRule
from workbench.ui.parts.arrange import card, empty_out, row
from workbench.ui.parts.buttons import button
from workbench.ui.parts.notice import Notice, notice_of
from workbench.ui.parts.texts import heading, label
from workbench.ui.room import Room
from workbench.ui.state import speaking, tr
from workbench.ui.tables import ROW, Column, Rows, table, widen

_MOST_SHOWN = 8  # rows before the table scrolls
_DIGITS = re.compile(r"\d+")


@dataclass(frozen=True)
class HouseRule:
    """One deadline that a procedure in use marks as a house rule; ``own`` are the station's hours for its step."""

    step: str
    title: str
    text: str
    length: Length
    own: int | None

    @property
    def place(self) -> str:
        """What it is sorted by: T02.10 comes after T02.7."""
        return _DIGITS.sub(lambda found: found[0].zfill(6), self.step)


def house_rules(desk: Any, tag: str) -> list[HouseRule]:
    """The house rules of the procedures in use: those that new cases start under, or that an open case follows.

    What only the text can say has no hours that could be set, and is left out.
    """
    own, found = settings.get(desk, "house_rules"), dict[object, HouseRule]()
    for edition in editions.list_editions(desk, tag):
        if not edition.newest and not edition.cases:
            continue
        for step in library.opened(desk, edition.digest, tag).steps.values():
            for one in step.deadlines:
                if one.basis == settings.HOUSE and one.length is not None:
                    rule = HouseRule(step.key, step.title, one.text, one.length, own.get(step.key))
                    # Procedures share steps: the same rule is one row.
                    found.setdefault((rule.step, rule.text, rule.length), rule)
    return sorted(found.values(), key=lambda rule: rule.place)


def in_words(rule: HouseRule) -> str:
    """A rule in full: its text, and how long it is by the procedure."""
    return f"{isolate(rule.text)} — {isolate(length_in_hours(rule.length))}"


def length_in_hours(length: Length) -> str:
    """A length in hours, so that it can be compared with what is set; in its own words where it has no fixed hours."""
    hours = length.count * {Unit.HOURS: 1, Unit.DAYS: 24}.get(length.unit, 0)
    if not hours or int(hours) != hours:
        return length_said(length, speaking())
    return hours_said(int(hours))


def hours_said(hours: int) -> str:
    """A number of hours."""
    return speaking().say_many("{n} hour", "{n} hours", hours)


class HouseRules(QWidget):
    """Everybody sees them; those whose role includes it change one after the other."""

    def __init__(self, room: Room) -> None:
        super().__init__()
        self._room, self._found, self._chosen = room, list[HouseRule](), ""
        self._columns = [
            Column(tr(N_("Step")), lambda one: ltr(one.step), code=True, order=lambda one: one.place),
            Column(tr(N_("Title")), lambda one: isolate(one.title), wide=True, quiet=True),
            Column(tr(N_("Rule")), lambda one: isolate(one.text), wide=True),
            Column(tr(N_("By the procedure")), lambda one: length_in_hours(one.length), quiet=True),
            Column(
                tr(N_("This station")),
                lambda one: "" if one.own is None else hours_said(one.own),
                strong=True,
                order=lambda one: one.own or 0,
            ),
        ]
        self._rows = Rows(self._columns)
        says = tr(N_("House rules of this station"))
        self._view, self._sifted = table(self._rows, name="house-rules-table", says=says)
        self._view.selectionModel().currentRowChanged.connect(self._moved)
        self._notices = QVBoxLayout()
        self._whole = label("", "label", "2", wrap=True)
        self._whole.setObjectName("house-rule-whole")
        box = QVBoxLayout(self)
        box.setContentsMargins(0, 0, 0, 0)
        box.addWidget(self._card(says))

    def ask(self) -> None:
        """Ask what the procedures say and what the station set."""
        self._room.ask(self, house_rules, speaking().tag, then=self._know, failed=self._refuse)

    def _card(self, says: str) -> QFrame:
        may = self._room.desk.may(Act.SETTING_CHANGE)
        self._change_button = button(
            tr(N_("Change…")), self._change, glyph="ph.pencil-simple", name="change-house-rule"
        )
        self._change_button.setVisible(may)
        self._change_button.setEnabled(False)
        words = [
            tr(N_("What the law or good practice sets is not offered here: it is not the station's to change.")),
            tr(N_("Where no hours stand under «This station», those of the procedure hold.")),
        ]
        if may:
            self._view.activated.connect(lambda _: self._change())
        else:
            words.append(tr(N_("Only a supervisor or an administrator changes these.")))
        return card(
            row(heading(says), None, self._change_button),
            *(label(one, "small", "3", wrap=True) for one in words),
            self._notices,
            self._view,
            self._whole,
            gap=6,
            margins=(20, 16, 20, 16),
        )

    def _moved(self, index: QModelIndex, _before: QModelIndex) -> None:
        """Say the chosen rule in full: in its line it may be cut."""
        self._change_button.setEnabled(index.isValid())
        if index.isValid():
            one: HouseRule = index.data(int(ROW))
            self._chosen = one.step
            self._whole.setText(f"{ltr(one.step)} «{isolate(one.title)}»: {in_words(one)}")

    def _change(self) -> None:
        if self._view.currentIndex().isValid():
            rules = [one for one in self._found if one.step == self._chosen]
            said, first = [in_words(one) for one in rules], rules[0]
            ChangeHouseRule(self, self._room, first.step, first.title, said, first.own, self._changed).open()

    def _changed(self, hours: int | None) -> None:
        step = ltr(self._chosen)
        if hours is None:
            words = tr(N_("Step {step}: what the procedure says holds again."), step=step)
        else:
            words = tr(N_("Step {step}: this station's own hours hold now."), step=step)
        empty_out(self._notices)
        self._notices.addWidget(Notice(words, tone="ok"))

    def _refuse(self, error: Exception) -> None:
        empty_out(self._notices)
        self._notices.addWidget(notice_of(error))

    def _know(self, found: Sequence[HouseRule]) -> None:
        chosen, self._found = self._chosen, list(found)
        self._rows.fill(found)
        widen(self._view, self._columns, most=190)
        shown = max(1, min(len(found), _MOST_SHOWN))
        self._view.setFixedHeight(
            theme.px(40) * shown + self._view.horizontalHeader().sizeHint().height() + 4
        )
        steps = [self._sifted.index(place, 0).data(ROW).step for place in range(self._sifted.rowCount())]
        if steps:
            place = steps.index(chosen) if chosen in steps else 0
            self._view.setCurrentIndex(self._sifted.index(place, 0))
