"""The guide, the main screen: one step at a time, with the whole procedure beside it and the case at a glance."""

from collections.abc import Mapping

from PySide6.QtCore import QTimer
from PySide6.QtGui import QResizeEvent
from PySide6.QtWidgets import QHBoxLayout

from workbench.errors import WorkbenchError
from workbench.i18n import N_
from workbench.security import Act
from workbench.services import guides, steps
from workbench.services.guides import GuideRow
from workbench.sop import DueState, Pack
from workbench.ui import theme
from workbench.ui.guide.changed import noticed
from workbench.ui.guide.doing import Doing
from workbench.ui.guide.lines import LEFT, because_of, lines, walk
from workbench.ui.guide.news import news
from workbench.ui.guide.register import PAGE, mark
from workbench.ui.guide.shown import Shown
from workbench.ui.guide.snapshot import snapshot
from workbench.ui.guide.step_card import StepCard
from workbench.ui.guide.stepper import Stepper
from workbench.ui.guide.what_if import WhatIf
from workbench.ui.page import Page
from workbench.ui.parts.arrange import bar, card, column, empty_out, holder, row, scroll
from workbench.ui.parts.buttons import button
from workbench.ui.parts.marks import Bar
from workbench.ui.parts.texts import label
from workbench.ui.room import Room
from workbench.ui.state import speaking, tr
from workbench.ui.tokens import SNAPSHOT, STEPPER, WIDE_SNAPSHOT


class GuidePage(Page):
    """Keeps the step that is open and the phases that are unfolded, per case."""

    key = "guide"
    least = 760

    def __init__(self, room: Room) -> None:
        super().__init__(room)
        self._row: GuideRow | None = None
        self._pack: Pack | None = None
        self._card: StepCard | None = None
        self._folded = False
        self._doing = Doing(self, room, self._done, self.refuse)
        tick = QTimer(self)
        tick.timeout.connect(self._tick)
        tick.start(60_000)

    def build(self) -> None:
        self._progress = column(gap=8)
        self._stepper = Stepper()
        self._stepper.step_chosen.connect(self.open_step)
        self._stepper.phase_chosen.connect(self._fold)
        what_if = button(tr(N_("What if…")), self._what_if, kind="quiet", glyph="ph.tree-structure", name="what-if")
        head = bar("line", column(self._progress, margins=(12, 12, 12, 12)))
        foot = bar("footer", row(what_if, None, margins=(6, 3, 6, 0)))
        self._left = card(head, self._stepper, foot, gap=0, margins=(1, 1, 1, 4))
        self._left.setFixedWidth(theme.px(STEPPER))
        self._news, self._middle = column(), column()
        self._side_box = column(gap=8)
        self._side = scroll(holder(self._side_box))
        self._side.setFixedWidth(theme.px(SNAPSHOT))
        self._side.setObjectName("snapshot")
        line = QHBoxLayout()
        line.setContentsMargins(0, 0, 0, 0)
        line.setSpacing(12)
        line.addWidget(self._left)
        middle = column(self._news, gap=8)
        middle.addLayout(self._middle, 1)
        line.addLayout(middle, 1)
        line.addWidget(self._side)
        self.put(holder(line))
        self._card = None
        self._fit()
        if self._row is not None:
            # What is known already is said at once in the new language; what was typed is in the notes.
            self._know(self._row)

    def ask(self) -> None:
        self.room.ask(
            self, guides.guide, self.room.memory.case_id, speaking().tag, then=self._know, failed=self.refuse
        )

    def keep(self) -> None:
        if self._card is not None:
            self.notes["focus"] = self._card.focus()
            self._card.flush()
            if not self._card.shown.settled:
                self.notes["typed"] = {self._card.shown.key: self._card.typed()}

    def badges(self) -> dict[str, int]:
        if self._row is None:
            return {}
        running = [due for due in self._row.dues if due.settled_at is None]
        return {"guide": sum(due.state in (DueState.SOON, DueState.LATE) for due in running)}

    def _know(self, found: GuideRow) -> None:
        before = self.badges()
        if self._row is None or found.case.case_id == self.room.memory.case_id:
            try:
                self._row, self._pack = found, found.pack.shown_in(speaking().tag)
            except WorkbenchError as error:
                self.refuse(error)
                return
        if self._row.case.case_id != self.room.memory.case_id or self._pack is None:
            return
        notes = self.notes
        step = str(notes.get("step") or self._row.progress.current or next(iter(self._pack.steps)))
        notes["step"] = step if self._phase(step) else next(iter(self._pack.steps))
        if "opened" not in notes:
            notes["opened"] = {self._phase(notes["step"])}
        self._draw_steps()
        self._draw_news()
        self._draw_card()
        self._draw_side()
        if self.badges() != before:
            self.room.said.emit("")

    def _draw_steps(self) -> None:
        assert self._row is not None
        assert self._pack is not None
        empty_out(self._progress)
        where = self._row.progress
        words = tr(N_("{done} of {total} steps"), done=where.done, total=where.total)
        self._progress.addLayout(row(label(tr(N_("Phases")), "card"), None, label(words, "label", "2")))
        self._progress.addWidget(Bar(where.done / where.total if where.total else 0.0))
        if (left := mark(self._row.deviations, lambda: self.room.went.emit(PAGE))) is not None:
            self._progress.addWidget(left)
        self._stepper.fill(
            lines(
                self._row,
                self._pack,
                self.notes["step"],
                self.notes["opened"],
                unfold=bool(self.notes.get("unfold")),
            )
        )

    def _draw_news(self) -> None:
        """What the procedure became since the page was last looked at, until somebody puts it away."""
        assert self._row is not None
        assert self._pack is not None
        notes, pair = self.notes, noticed(self.notes, self._row)
        empty_out(self._news)
        if pair is not None:
            self._news.addWidget(news(*pair, self._pack, self.open_step, lambda: notes.pop("changed", None)))

    def _draw_card(self) -> None:
        assert self._row is not None
        assert self._pack is not None
        shown = Shown(
            self._row, self._pack, self.notes["step"], self.room.now(), self.room.desk.may(Act.STEP_WAIVE)
        )
        old = self._card
        if old is not None and old.shown.signature() == shown.signature():
            return
        typed: Mapping[str, object] | None = None
        focus = self.notes.pop("focus", ("", -1))
        same = old is not None and old.shown.key == shown.key
        if old is not None and same and not old.shown.settled and not shown.settled:
            typed, focus = old.typed(), old.focus()
        elif (kept := self.notes.pop("typed", {})) and not shown.settled:
            typed = kept.get(shown.key)
        scrolled = old.scrolled if old is not None and same else 0
        empty_out(self._middle)
        self._card = StepCard(shown, typed)
        self._card.save.connect(self._save)
        self._card.act.connect(self._act)
        self._card.go.connect(self.open_step)
        self._middle.addWidget(self._card)
        if focus[0]:
            self._card.put_focus(*focus)
        else:
            self._card.go_to_title()
        if scrolled:
            self._card.scroll_to(scrolled)

    def _draw_side(self) -> None:
        if self._row is None or self._pack is None:
            return
        empty_out(self._side_box)
        cards = snapshot(self._row, self._pack, self.room.now(), self._go)
        for place, one in enumerate(cards):
            self._side_box.addWidget(one, 1 if place == len(cards) - 1 else 0)

    def _tick(self) -> None:
        self._draw_side()
        if self._card is not None and self.room.desk is not None:
            self._card.tick(self.room.now(), doubted=self.room.doubted)

    def open_step(self, key: str) -> None:
        """Open a step and unfold its phase."""
        phase = self._phase(key)
        if not phase:
            return
        self.keep()
        self.notes.pop("focus", None)
        self.notes.pop("typed", None)
        self.quiet()
        self.notes["step"] = key
        self.notes["opened"] = {phase}
        self._draw_steps()
        if self._card is not None and self._card.shown.key != key:
            # The draft of the step that was left may be newer than what was last read.
            self.ask()
        self._draw_card()

    def _phase(self, key: str) -> str:
        """The key of the phase that holds a step; empty if the guide does not have the step."""
        if self._row is None or self._pack is None:
            return ""
        if key in self._pack.steps:
            return self._pack.phase_of(key).key
        return LEFT if key in self._row.recorded_as else ""

    def _fold(self, phase: str) -> None:
        notes = self.notes
        if not phase:
            notes["unfold"] = True
        else:
            notes["opened"] = set(notes["opened"]) ^ {phase}
        self._draw_steps()

    def _go(self, page: str, ref: str) -> None:
        if page == "guide":
            self.open_step(ref)
            return
        self.room.memory.of(page, self.room.memory.case_id)["chosen"] = ref
        self.room.went.emit(page)

    def told(self, word: str) -> None:
        card = self._card
        if word.startswith("fact:"):
            self.open_step(because_of(self._row, word[5:]) if self._row else "")
        elif word in ("next_step", "previous_step") and self._row is not None:
            self.open_step(walk(self._row, self.notes["step"], 1 if word == "next_step" else -1))
        elif word in ("show_law", "show_why") and card is not None:
            card.reveal(card.law if word == "show_law" else card.why)
        elif word == "snapshot":
            self._folded = not self._folded
            self._fit()
        elif word == "what_if":
            self._what_if()
        elif word in ("attach", "new"):
            self._act("attach" if word == "attach" else "add_person")
        elif word == "filter":
            self._stepper.setFocus()
        else:
            super().told(word)

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        self._fit()

    def _fit(self) -> None:
        """On a narrow window the case at a glance is folded away until F9 asks for it."""
        if hasattr(self, "_side"):
            narrow = self.width() < theme.px(1150)
            self._side.setVisible(narrow == self._folded)
            self._side.setFixedWidth(theme.px(WIDE_SNAPSHOT if self.width() >= theme.px(1500) else SNAPSHOT))

    def primary(self) -> None:
        self._act("finish")

    def _save(self, step: str, answers: dict[str, object]) -> None:
        self.room.ask(
            self,
            steps.save_draft,
            self.room.memory.case_id,
            step,
            answers,
            then=lambda _: self.room.said.emit("saved"),
            failed=self.refuse,
        )

    def _act(self, said: str) -> None:
        if self._card is not None and self._row is not None:
            self._doing.act(said, self._card)

    def _done(self, key: str) -> None:
        """After a step is settled the next open one is shown."""
        self.quiet()
        self.notes.pop("typed", None)
        if self.notes.get("step") == key:
            self.notes["step"] = ""
            self.notes.pop("opened", None)

    def _what_if(self) -> None:
        if self._row is not None and self._pack is not None:
            WhatIf(self, self._row, self._pack).open()


def page(room: Room) -> GuidePage:
    """The page, for the registry."""
    return GuidePage(room)
