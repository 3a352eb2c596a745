"""What if: every fact of the case can be supposed otherwise, to see which steps would come and go."""

from functools import partial

from PySide6.QtCore import QSize, Qt
from PySide6.QtWidgets import QHBoxLayout, QVBoxLayout, QWidget

from workbench.i18n import N_, ltr
from workbench.services.guides import GuideRow
from workbench.sop import Pack
from workbench.ui import theme
from workbench.ui.dialogs.ask import Ask
from workbench.ui.guide.supposing import FactLine, Supposed, fact_lines, suppose
from workbench.ui.parts.arrange import column, empty_out, holder, row, scroll
from workbench.ui.parts.chip import Chip
from workbench.ui.parts.choices import TickLine
from workbench.ui.parts.notice import Notice, announce
from workbench.ui.parts.texts import code, heading, label
from workbench.ui.state import speaking, tr

_CAUSES = 4


class WhatIf(Ask):
    """Nothing that is switched here is kept."""

    def __init__(self, parent: QWidget, row_: GuideRow, pack: Pack) -> None:
        super().__init__(
            parent,
            tr(N_("What if…")),
            "",
            tr(N_("Close")),
            no=tr(N_("Back to how it is")),
            glyph="ph.question",
            width=880,
        )
        self.setObjectName("what-if")
        self._row, self._pack = row_, pack
        self._switched: dict[str, bool] = {}
        self._ticks: dict[str, tuple[TickLine, bool]] = {}
        self._supposed: dict[str, Chip] = {}
        self.inside.addWidget(
            Notice(
                tr(N_("Nothing is written here. Switch a fact to see which steps would appear or fall away.")),
                tone="info",
                closes=False,
            )
        )
        self._results = column(gap=10, margins=(0, 0, 8, 8))
        sides = QHBoxLayout()
        sides.setSpacing(16)
        sides.addLayout(column(heading(tr(N_("It holds that…"))), scroll(holder(self._facts())), gap=6), 3)
        sides.addLayout(column(heading(tr(N_("Then"))), scroll(holder(self._results)), gap=6), 2)
        self.inside.addLayout(sides, 1)
        self.no.clicked.disconnect()
        self.no.clicked.connect(lambda _=False: self.put_back())
        self._draw()
        room = self.screen().availableGeometry().height()
        self.resize(QSize(theme.px(880), min(theme.px(600), room - 60)))
        next(iter(self._ticks.values()))[0].setFocus()

    def switch(self, key: str, on: bool) -> None:
        """Suppose that a fact holds, or does not."""
        if on == self._row.facts[key].holds:
            self._switched.pop(key, None)
        else:
            self._switched[key] = on
        self._draw()

    def put_back(self) -> None:
        """Suppose nothing any more."""
        self._switched.clear()
        for tick, held in self._ticks.values():
            tick.tick.blockSignals(True)
            tick.put(held)
            tick.tick.blockSignals(False)
        self._draw()

    def _facts(self) -> QVBoxLayout:
        box = column(gap=6, margins=(2, 0, 8, 8))
        lines = fact_lines(self._row, self._pack)
        for one in [*(line for line in lines if line.holds), *(line for line in lines if not line.holds)]:
            box.addLayout(self._fact(one))
        box.addStretch(1)
        return box

    def _fact(self, one: FactLine) -> QVBoxLayout:
        tick = TickLine(one.words)
        tick.setObjectName(f"fact-{one.key}")
        tick.put(one.holds)
        tick.toggled.connect(partial(self.switch, one.key))
        self._ticks[one.key] = (tick, one.holds)
        line = row(gap=8)
        line.addWidget(tick, 1)
        chip = self._supposed[one.key] = Chip(tr(N_("supposed")), "info")
        keeps = chip.sizePolicy()
        keeps.setRetainSizeWhenHidden(True)
        chip.setSizePolicy(keeps)
        line.addWidget(chip, 0, Qt.AlignmentFlag.AlignTop)
        box = column(line, gap=1)
        if one.causes:
            comma = "، " if speaking().rtl else ", "
            named = comma.join(one.causes[:_CAUSES])
            why = label(tr(N_("because of {causes}"), causes=named), "label", "2", wrap=True)
            box.addLayout(row(theme.px(31), why, gap=0))
        return box

    def _draw(self) -> None:
        found = suppose(self._row, self._pack, self._switched)
        for key, chip in self._supposed.items():
            followed = found.facts[key].holds != self._row.facts[key].holds
            chip.setVisible(key in self._switched or followed)
            chip.say(tr(N_("supposed")) if key in self._switched else tr(N_("follows")))
        self.no.setEnabled(bool(self._switched))
        empty_out(self._results)
        for words in self._sections(found):
            self._results.addLayout(words)
        self._results.addStretch(1)

    def _sections(self, found: Supposed) -> list[QVBoxLayout]:
        changes, tongue = found.changes, speaking()
        appear = tongue.say_many("{n} step would appear", "{n} steps would appear", len(changes.appeared))
        fall = tongue.say_many("{n} step would fall away", "{n} steps would fall away", len(changes.fell_away))
        stay = tongue.say_many(
            "{n} step would no longer be called for; what was recorded stays",
            "{n} steps would no longer be called for; what was recorded stays",
            len(changes.stays_recorded),
        )
        opened = tongue.say_many("{n} step would open", "{n} steps would open", len(changes.opened))
        parts = [
            (appear, changes.appeared),
            (fall, changes.fell_away),
            (stay, changes.stays_recorded),
            (opened, changes.opened),
        ]
        shown = [(words, keys) for words, keys in parts if keys]
        if not shown:
            words = (
                tr(N_("No step would appear or fall away.")) if self._switched else tr(N_("Nothing is switched yet."))
            )
            announce(self, words)
            return [column(label(words, "body", "2", wrap=True))]
        announce(self, ". ".join(words for words, _ in shown))
        return [self._section(words, keys) for words, keys in shown]

    def _section(self, words: str, keys: tuple[str, ...]) -> QVBoxLayout:
        box = column(label(words, "card", wrap=True), gap=4)
        for key in keys:
            line = row(gap=8)
            line.addWidget(code(ltr(key), "label"), 0, Qt.AlignmentFlag.AlignTop)
            line.addWidget(label(self._pack.step(key).title, "body", wrap=True), 1)
            box.addLayout(line)
        return box
