"""The sheet under the head: how far it is, the indicators in their groups, and the two sheets beside them."""

from collections.abc import Callable
from typing import Any

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QFrame, QStackedWidget, QVBoxLayout, QWidget

from workbench.i18n import N_
from workbench.proof import Screening, ScreeningRules, Value
from workbench.services.rows import PersonRow
from workbench.ui import theme
from workbench.ui.parts.arrange import bar, row
from workbench.ui.parts.buttons import button, icon_button
from workbench.ui.parts.choices import Combo
from workbench.ui.parts.marks import Bar
from workbench.ui.parts.texts import label
from workbench.ui.screening.asking import ChooseSets
from workbench.ui.screening.beside import Beside, Questions, Sides
from workbench.ui.screening.head import INDICATORS, SIDES
from workbench.ui.screening.indicators import Indicators
from workbench.ui.screening.lines import Line, about, groups, lines, progress
from workbench.ui.screening.typed import Typed, profiles
from workbench.ui.state import tr


class Sheet(QWidget):
    """Writes into what is typed. ``notes`` remember which groups are open and where one was."""

    changed = Signal()
    linking = Signal(str)
    aside = Signal()

    def __init__(
        self, person: PersonRow, typed: Typed, rules: ScreeningRules, notes: dict[str, Any], now: Callable[[], str]
    ) -> None:
        super().__init__()
        self._person, self._typed, self._rules, self._notes, self._now = person, typed, rules, notes, now
        self._only: frozenset[str] | None = None
        self._result: Screening | None = None
        self._frozen = False
        self.list = Indicators()
        self.list.answered.connect(self._answer)
        self.list.linking.connect(self.linking)
        self.list.folding.connect(self._toggle)
        self.list.came.connect(self._came)
        self._about = label("", "label", "2", wrap=True)
        self._about.setObjectName("about-indicator")
        self._about.setMinimumHeight(theme.px(36))
        inside = QVBoxLayout()
        inside.setContentsMargins(0, 0, 0, 0)
        inside.setSpacing(0)
        inside.addWidget(self._progress())
        inside.addWidget(self.list, 1)
        inside.addWidget(bar("footer", row(self._about, margins=(14, 4, 14, 2))))
        first = QWidget()
        first.setLayout(inside)
        self._stack = QStackedWidget()
        self._stack.setProperty("ground", "surface")
        self._stack.addWidget(first)
        # The other two sheets are built when somebody turns to them.
        self._others: dict[str, Beside] = {}
        box = QVBoxLayout(self)
        box.setContentsMargins(0, 0, 0, 0)
        box.addWidget(self._stack)
        if "groups" not in notes:
            notes["groups"] = [one.key for one in groups(typed, rules)[:1]]
        self.turn(str(notes.get("sheet", INDICATORS)))

    def _progress(self) -> QFrame:
        """Whom the weights are for, which lists are asked, how far it is, and only what is open."""
        profile = Combo(profiles(self._person, self._rules))
        profile.setObjectName("profile")
        profile.setAccessibleName(tr(N_("Whom the weights are for")))
        profile.setToolTip(tr(N_("Whom the weights are for")))
        profile.choose(self._typed.profile)
        profile.activated.connect(lambda _: self._weigh_for(profile.key))
        self._profile = profile
        self._sets = button("", self._choose_sets, kind="small", glyph="ph.list-plus", name="choose-sets")
        self._bar, self._far = Bar(0.0), label("", "label", "2")
        self._far.setObjectName("answered")
        self._open = button(tr(N_("Unanswered only")), None, kind="quiet", glyph="ph.funnel", name="unanswered")
        self._open.setCheckable(True)
        self._open.toggled.connect(self._filter)
        self._details = icon_button("ph.columns", tr(N_("Show or hide the result")), self.aside.emit, name="details")
        line = row(profile, self._sets, gap=10, margins=(14, 8, 12, 8))
        line.addWidget(self._bar, 1)
        line.addWidget(self._far)
        line.addWidget(self._open)
        line.addWidget(self._details)
        return bar("line", line)

    # what the page tells
    def tell(self, result: Screening) -> None:
        """Show again, with what the rule says now."""
        self._result = result
        found = groups(self._typed, self._rules)
        done, total = progress(found, self._typed)
        self._bar.put(done / total if total else 0.0)
        self._far.setText(tr(N_("{done} of {total} answered"), done=done, total=total))
        words = tr(N_("Lists ({n})…"), n=len(self._typed.sets))
        self._sets.setText(f"\u00a0{words}")
        self._sets.setAccessibleName(words)
        told = lines(found, self._typed, result, self._rules, self._notes["groups"], self._only)
        self.list.fill(told, fixed=self._frozen)
        if not self.list.currentIndex().isValid() and told:
            self.list.go_to(str(self._notes.get("line", told[0].key)))

    def turn(self, sheet: str) -> None:
        """Turn to another sheet."""
        if sheet == INDICATORS:
            self._stack.setCurrentIndex(0)
            return
        if sheet not in self._others:
            made: Beside = (
                Sides(self._typed, self._rules, self._side)
                if sheet == SIDES
                else Questions(self._typed, self._rules, self._question)
            )
            made.setObjectName(f"sheet-of-{sheet}")
            made.setEnabled(not self._frozen)
            self._others[sheet] = made
            self._stack.addWidget(made)
        self._stack.setCurrentWidget(self._others[sheet])

    def keep(self) -> None:
        """Remember where one was."""
        if (line := self.list.line()) is not None:
            self._notes["line"] = line.key

    def filter(self) -> None:
        """Only what is open, or everything again."""
        self._open.toggle()

    def link_here(self) -> None:
        """Say what the answer rests on in whose line one is."""
        line = self.list.line()
        if line is not None and not self._frozen and line.key in self._rules.items:
            self.linking.emit(line.key)

    def narrow(self, narrow: bool) -> None:
        """Whether the result stands beside the sheet, or is folded away behind a button."""
        self._details.setVisible(narrow)

    def freeze(self) -> None:
        """It can be read only."""
        self._frozen = True
        for one in (self._profile, self._sets, *self._others.values()):
            one.setEnabled(False)

    # what the person does
    def _answer(self, key: str, value: Value) -> None:
        self._typed.answer(key, value, self._now())
        self.changed.emit()

    def _side(self, key: str, value: str) -> None:
        self._answer(key, Value(value))

    def _question(self, key: str, value: str) -> None:
        if value:
            self._typed.track[key] = value
        else:
            self._typed.track.pop(key, None)
        self.changed.emit()

    def _toggle(self, key: str) -> None:
        opened = list(self._notes["groups"])
        self._notes["groups"] = [one for one in opened if one != key] if key in opened else [*opened, key]
        if self._only is None and self._result is not None:
            self.tell(self._result)

    def _filter(self, on: bool) -> None:
        """What was open when the filter was set stays in its place when it is answered: nothing jumps away."""
        asked = [item.key for one in groups(self._typed, self._rules) for item in one.items]
        self._only = frozenset(k for k in asked if self._typed.value(k) is Value.NOT_ASKED) if on else None
        if self._result is not None:
            self.tell(self._result)

    def _came(self, line: Line | None) -> None:
        words = about(line, self._rules, self._typed.profile) if line is not None else ""
        self._about.setText(words or tr(N_("Ask in the person's own words. It may be stopped at any time.")))
        self.list.setAccessibleDescription(self._about.accessibleName())

    def _weigh_for(self, profile: str) -> None:
        self._typed.profile = profile
        self._typed.suits(self._person, self._rules)
        self.changed.emit()

    def _choose_sets(self) -> None:
        def take(sets: list[str]) -> None:
            self._typed.sets = sets
            self._typed.suits(self._person, self._rules)
            self.changed.emit()

        ChooseSets(self, self._person, self._rules, self._typed.sets, take).open()

