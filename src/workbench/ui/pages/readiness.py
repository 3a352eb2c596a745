"""Readiness: what is missing before the file goes to the judge, what was not examined, where the procedure was left."""

from functools import partial
from typing import Any

from PySide6.QtGui import QResizeEvent
from PySide6.QtWidgets import QBoxLayout, QHBoxLayout, QWidget

from workbench.i18n import N_, ltr
from workbench.services import deviations, ethics, readiness
from workbench.services.readiness import MissingRow, ReadinessRow
from workbench.services.rows import DeviationRow
from workbench.ui import theme
from workbench.ui.dialogs.ask import AskReason
from workbench.ui.dialogs.review import Review
from workbench.ui.page import Page
from workbench.ui.parts.arrange import bar, card, column, empty_out, holder, row, scroll
from workbench.ui.parts.buttons import button, icon_button
from workbench.ui.parts.choices import Segmented
from workbench.ui.parts.texts import Picture, label
from workbench.ui.readiness.matters import matters, sums
from workbench.ui.readiness.missing import headline, missing
from workbench.ui.readiness.owed import Owed, owed
from workbench.ui.readiness.register import Register, why_not
from workbench.ui.room import Room
from workbench.ui.state import speaking, tr
from workbench.ui.tokens import TONES

Looked = tuple[ReadinessRow, tuple[DeviationRow, ...], Owed | None]


def _look(desk: Any, case: str, tag: str, part: str) -> Looked:
    """What is missing and the register; what was owed only where it is shown."""
    sheet = ethics.compliance_of(desk, case, tag) if part == "owed" else None
    return readiness.look(desk, case, tag), deviations.register(desk, case, tag), sheet


class ReadinessPage(Page):
    """Nothing is ticked off here: every line leads to where it is mended."""

    key = "readiness"
    least = 700

    def __init__(self, room: Room) -> None:
        super().__init__(room)
        self._looked: Looked | None = None
        self._folded = True

    def build(self) -> None:
        self.notes.setdefault("matters", "coverage")
        self.notes.setdefault("part", "missing")
        self._register = Register(self.room, self._act, str(self.notes.get("deviation", "")))
        line = QHBoxLayout()
        line.setContentsMargins(0, 0, 0, 0)
        line.setSpacing(12)
        left = column(self._lacking(), gap=8)
        left.setStretch(0, 1)
        left.addWidget(self._register)
        # On a low window the two cards would leave each other no room: there they scroll.
        line.addWidget(scroll(holder(left)), 1)
        self._aside = self._beside()
        line.addWidget(self._aside)
        self.put(holder(line))
        self._fit()
        if self._looked is not None:
            self._draw()

    def _lacking(self) -> QWidget:
        """The card of what is missing."""
        self._head = row(gap=10)
        self._papers = row(gap=8)
        for kind, words, glyph in (
            ("readiness", N_("Readiness page"), "ph.file-text"),
            ("deviation_register", N_("Register as a paper"), "ph.file-text"),
            ("compliance_sheet", N_("Compliance sheet"), "ph.scales"),
        ):
            way = button(tr(words), partial(self._paper, kind), glyph=glyph, name=f"paper-{kind}")
            self._papers.addWidget(way)
        self._details = icon_button(
            "ph.columns", tr(N_("Show or hide what was not examined")), self._fold, name="details"
        )
        self._papers.addWidget(self._details)
        self._papers.addStretch(1)
        self._top = top = QBoxLayout(QBoxLayout.Direction.LeftToRight)
        top.setContentsMargins(14, 10, 12, 10)
        top.setSpacing(10)
        top.addLayout(self._head, 1)
        top.addLayout(self._papers)
        self._list = column(margins=(14, 12, 12, 12))
        parts = Segmented(
            [("missing", tr(N_("What is missing"))), ("owed", tr(N_("What was owed to people")))],
            str(self.notes["part"]), name="part", then=self._choose_part,
        )  # fmt: skip
        area = scroll(holder(self._list))
        area.setObjectName("missing")
        made = card(bar("line", top), row(parts, None, margins=(14, 10, 14, 0)), area, gap=0, margins=(1, 1, 1, 1))
        made.setMinimumHeight(theme.px(240))
        return made

    def _beside(self) -> QWidget:
        """The card of what must not be forgotten."""
        picks = Segmented(
            [("coverage", tr(N_("Not yet examined"))), ("readiness", tr(N_("In the file")))],
            str(self.notes["matters"]),
            name="matters",
            then=self._pick,
        )
        self._sums = column(gap=4)
        self._matters = column(margins=(0, 0, 6, 0))
        area = scroll(holder(self._matters))
        area.setObjectName("matters")
        made = card(picks, self._sums, area, gap=8)
        made.setFixedWidth(theme.px(330))
        return made

    def ask(self) -> None:
        self.room.ask(
            self, _look, self.room.memory.case_id, speaking().tag, str(self.notes["part"]), then=self._know,
            failed=self.refuse,
        )  # fmt: skip

    def keep(self) -> None:
        self.notes["deviation"] = self._register.chosen

    def primary(self) -> None:
        self._paper("readiness")

    def told(self, word: str) -> None:
        if word == "snapshot":
            self._fold()
        elif word == "filter":
            self._register.view.setFocus()
        else:
            super().told(word)

    def badges(self) -> dict[str, int]:
        return {"readiness": len(self._looked[0].missing)} if self._looked else {}

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        self._fit()

    def _fit(self) -> None:
        """Where there is no room beside the list, what was not examined is folded away until it is asked for."""
        if hasattr(self, "_aside"):
            narrow = self.width() < theme.px(1000)
            self._details.setVisible(narrow)
            beside = not (narrow and self._folded)
            self._aside.setVisible(beside)
            under = self.width() - (self._aside.width() if beside else 0) < theme.px(760)
            way = QBoxLayout.Direction.TopToBottom if under else QBoxLayout.Direction.LeftToRight
            self._top.setDirection(way)

    def _fold(self) -> None:
        self._folded = not self._folded
        self._fit()

    def _know(self, found: Looked) -> None:
        self._looked = found
        self._draw()

    def _draw(self) -> None:
        assert self._looked is not None
        found, register, sheet = self._looked
        words, tone, glyph = headline(found)
        empty_out(self._head)
        self._head.addWidget(Picture(glyph, TONES[tone][1], 22))
        said = label(words, "screen", wrap=True)
        said.setObjectName("headline")
        self._head.addWidget(said, 1)
        empty_out(self._list)
        self._register.fill(register)
        # The sheet needs the whole height; the register stands beside what is missing.
        self._register.setVisible(self.notes["part"] != "owed")
        if self.notes["part"] == "owed" and sheet is not None:
            self._list.addWidget(owed(sheet, self._step))
        else:
            self._list.addWidget(missing(found, self._mend, self._may))
        self._draw_matters()

    def _choose_part(self, part: str) -> None:
        self.notes["part"] = part
        self.ask()

    def _pick(self, which: str) -> None:
        self.notes["matters"] = which
        self._draw_matters()

    def _draw_matters(self) -> None:
        if self._looked is None:
            return
        found = self._looked[0]
        rows = found.coverage if self.notes["matters"] == "coverage" else found.readiness
        empty_out(self._sums)
        empty_out(self._matters)
        self._sums.addWidget(sums(rows))
        self._matters.addWidget(matters(rows, self._step))

    def _may(self, one: MissingRow) -> bool:
        line = self._register.line(one.ref)
        return line is not None and not why_not(line, self.room.desk)

    # where things are mended
    def _mend(self, one: MissingRow) -> None:
        line = self._register.line(one.ref)
        if one.kind in ("exhibit", "custody"):
            self.room.memory.of("evidence", self.room.memory.case_id)["chosen"] = one.ref
            self.room.went.emit("evidence")
        elif one.kind in ("deviation", "unexplained") and line is not None:
            self._register.show_line(one.ref)
            if one.kind == "unexplained":
                self._act("explain", line)
            elif why_not(line, self.room.desk):
                self._register.view.setFocus()
            else:
                self._act("review", line)
        else:
            self._step(one.step)

    def _step(self, step: str) -> None:
        notes = self.room.memory.of("guide", self.room.memory.case_id)
        notes["step"] = step
        # Where one was in another step is nothing to this one.
        for left in ("opened", "focus", "typed"):
            notes.pop(left, None)
        self.room.went.emit("guide")

    def _paper(self, kind: str) -> None:
        self.room.memory.of("documents", self.room.memory.case_id)["kind"] = kind
        self.room.went.emit("documents")

    def _act(self, word: str, line: DeviationRow) -> None:
        if word == "review":
            Review(self, self.room, line).open()
        elif word == "explain":
            self._explain(line)
        else:
            self._step(line.step)

    def _explain(self, line: DeviationRow) -> None:
        AskReason(
            self,
            tr(N_("Why was step {step} late?"), step=ltr(line.step)),
            tr(N_("The reason stands in the register with your name. An earlier reason stays in the log.")),
            tr(N_("Record the reason")),
            then=lambda reason, dialog: self.room.act(
                dialog, deviations.explain, self.room.memory.case_id, line.ref, reason=reason,
                then=lambda _: dialog.accept(), failed=dialog.refuse,
            ),
            glyph="ph.clock-afternoon",
        ).open()  # fmt: skip


def page(room: Room) -> ReadinessPage:
    """The page, for the registry."""
    return ReadinessPage(room)
