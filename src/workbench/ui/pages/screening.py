"""Screening: what was asked and answered, what the published rule says of it, and what the officer decides."""

from datetime import UTC, datetime

from PySide6.QtCore import QTimer
from PySide6.QtGui import QResizeEvent
from PySide6.QtWidgets import QHBoxLayout

from workbench.i18n import N_
from workbench.services import screened, screenings
from workbench.terms import SCREENING_DECISIONS
from workbench.ui import theme
from workbench.ui.dialogs.ask import Ask
from workbench.ui.dialogs.track import ChangeTrack
from workbench.ui.page import Page
from workbench.ui.parts.arrange import card, column, empty_out, holder, scroll
from workbench.ui.parts.buttons import button
from workbench.ui.room import Room
from workbench.ui.screening.asking import SignDecision, ask_evidence
from workbench.ui.screening.cover import covering, nobody
from workbench.ui.screening.decision import Decision
from workbench.ui.screening.head import INDICATORS, Head, warnings
from workbench.ui.screening.history import history
from workbench.ui.screening.looked import Looked, look
from workbench.ui.screening.result import Result
from workbench.ui.screening.sheet import Sheet
from workbench.ui.screening.typed import Typed, begin
from workbench.ui.state import speaking, tr
from workbench.ui.state.speech import zone

SAVE_AFTER = 800  # milliseconds without a stroke
SIDE = 340
QWIDGETSIZE_MAX = 16_777_215  # Qt's own word for no limit; PySide does not name it


class ScreeningPage(Page):
    """What is typed is a draft from the first stroke on; the decision is recorded when it is signed."""

    key = "screening"
    least = 860

    def __init__(self, room: Room) -> None:
        super().__init__(room)
        self._looked: Looked | None = None
        self._typed: Typed | None = None
        self._sheet: Sheet | None = None
        self._dirty = self._folded = self._covered = False
        self._timer = QTimer(self)
        self._timer.setSingleShot(True)
        self._timer.setInterval(SAVE_AFTER)
        self._timer.timeout.connect(self._flush)

    def build(self) -> None:
        self._left, self._side_box = column(gap=0), column(gap=8)
        self._side = scroll(holder(self._side_box))
        self._side.setObjectName("screening-side")
        line = QHBoxLayout()
        line.setContentsMargins(0, 0, 0, 0)
        line.setSpacing(12)
        self._answers = holder(self._left)
        line.addWidget(self._answers, 1)
        line.addWidget(self._side)
        self.put(holder(line))
        self._sheet = None
        self._fit()

    def ask(self) -> None:
        alias = str(self.notes.get("chosen", ""))
        self.room.ask(
            self, look, self.room.memory.case_id, alias, speaking().tag, then=self._know, failed=self.refuse
        )

    def keep(self) -> None:
        self._flush()
        if self._sheet is not None:
            self._sheet.keep()

    def rebuild(self) -> None:
        # The rules are asked for again in the new language; the draft is saved before they are.
        super().rebuild()
        self._typed = None

    def primary(self) -> None:
        if self._typed is not None:
            self._sign()

    def cover(self) -> None:
        """Hide everything that was said, at once, until somebody opens it again."""
        if self._typed is not None and not self._covered:
            self.keep()
            self._covered, self._folded = True, False
            self._draw()
            self._fit()

    def told(self, word: str) -> None:
        sheet = self._sheet
        if word == "snapshot":
            self._fold()
        elif word == "filter" and sheet is not None:
            sheet.filter()
        elif word == "attach" and sheet is not None:
            sheet.link_here()
        else:
            super().told(word)

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        self._fit()

    def _fit(self) -> None:
        """Where there is no room beside the sheet, the result stands in its place while it is asked for."""
        if hasattr(self, "_side"):
            narrow = self.width() < theme.px(1080)
            self._side.setVisible(not narrow or self._folded)
            self._answers.setVisible(not narrow or not self._folded)
            self._side.setMinimumWidth(theme.px(SIDE))
            self._side.setMaximumWidth(QWIDGETSIZE_MAX if narrow else theme.px(SIDE))
            if self._sheet is not None:
                self._sheet.narrow(narrow)
                self._back.setVisible(narrow)

    def _fold(self) -> None:
        self._folded = not self._folded
        self._fit()

    # what is known
    def _know(self, found: Looked) -> None:
        before = self._looked
        self._looked = found
        if found.found is None:
            self._typed = None
            self._draw_nobody()
            return
        same = before is not None and before.found is not None and before.found.person == found.found.person
        if self._typed is not None and same and before is not None and before.unscreened == found.unscreened:
            # What is being typed is newer than what was read.
            return
        self.notes["chosen"] = found.found.person.alias
        self._typed = begin(found.found, found.rules, self.room.case.kind, self.room.desk.actor.name)
        self._draw()

    def _draw_nobody(self) -> None:
        empty_out(self._left)
        empty_out(self._side_box)
        self._sheet = None
        self._left.addWidget(nobody(lambda: self.room.went.emit("people")))

    def _draw(self) -> None:
        looked, typed = self._looked, self._typed
        assert looked is not None
        assert looked.found is not None
        assert typed is not None
        empty_out(self._left)
        empty_out(self._side_box)
        self._sheet = None
        if self._covered:
            self._left.addWidget(covering(self._uncover))
            return
        person, found = looked.found.person, looked.found
        sheet = str(self.notes.get("sheet", INDICATORS))
        head = Head(looked.people, looked.unscreened, person, sheet, self._choose, self._turn)
        first = warnings(person, looked.unscreened, None if found.typed else found.row)
        self._sheet = Sheet(person, typed, looked.rules, self.notes, self._now)
        self._sheet.changed.connect(self._answered)
        self._sheet.linking.connect(self._link)
        self._sheet.aside.connect(self._fold)
        strips = column(*first, gap=6, margins=(12, 8, 12, 8)) if first else column()
        self._left.addWidget(card(head, strips, self._sheet, gap=0, margins=(1, 1, 1, 4)))
        self._result = Result(looked.rules, self._change_track)
        self._decision = Decision(typed, zone())
        self._decision.changed.connect(self._changed)
        self._decision.record.connect(self._sign)
        self._decision.keep.connect(self._flush)
        self._back = button(
            tr(N_("Back to the answers")), self._fold, kind="quiet", glyph="ph.list-dashes", name="back-to-answers"
        )
        self._side_box.addWidget(self._back)
        self._side_box.addWidget(self._result)
        self._side_box.addWidget(self._decision)
        if found.history:
            change = screened.since_first(found)
            self._side_box.addWidget(history(found.history, change, looked.rules, self._paper))
        self._side_box.addStretch(1)
        if person.deceased:
            why = tr(N_("Nobody can be asked any more."))
            self._sheet.freeze()
            self._decision.freeze(why)
        self._tell()
        self._fit()

    def _tell(self) -> None:
        assert self._looked is not None
        assert self._looked.found is not None
        assert self._typed is not None
        result = screenings.assess_answers(
            self._typed.answers, profile=self._typed.profile, child=self._looked.found.person.child
        )
        if self._sheet is not None:
            self._sheet.tell(result)
        self._result.tell(result, smuggling=self.room.case.kind not in ("tip", "both"))
        self._decision.tell(result.rule_result)

    # what is typed
    def _answered(self) -> None:
        self._tell()
        self._changed()

    def _changed(self) -> None:
        self._dirty = True
        self._timer.start()

    def _flush(self) -> None:
        """Hand the draft over to be saved, if something was typed since."""
        self._timer.stop()
        if not self._dirty or self._typed is None or self.room.desk is None:
            return
        self._dirty = False
        self.room.ask(
            self, screenings.save_draft, self.room.memory.case_id, str(self.notes["chosen"]), self._typed.plain(),
            then=lambda _: self.room.said.emit("saved"), failed=self.refuse,
        )  # fmt: skip

    def _choose(self, alias: str) -> None:
        self.keep()
        self.quiet()
        self.notes["chosen"] = alias
        self._typed = None
        self.ask()

    def _turn(self, sheet: str) -> None:
        self.notes["sheet"] = sheet
        if self._sheet is not None:
            self._sheet.turn(sheet)

    def _link(self, key: str) -> None:
        if self._looked is not None and self._typed is not None:
            ask_evidence(self, self._looked, self._typed, key, self._now(), self._answered)

    def _now(self) -> str:
        now: datetime = self.room.now()
        return now.astimezone(UTC).isoformat(timespec="seconds")

    def _change_track(self) -> None:
        self._flush()
        ChangeTrack(self, self.room).open()

    def _paper(self, kind: str) -> None:
        notes = self.room.memory.of("documents", self.room.memory.case_id)
        notes["kind"] = f"{kind} {self.notes['chosen']}"
        self.room.went.emit("documents")

    # the decision
    def _sign(self) -> None:
        typed, looked = self._typed, self._looked
        assert typed is not None
        assert looked is not None
        assert looked.found is not None
        if looked.found.person.deceased or self._covered:
            return
        self._decision.quiet()
        if (missing := self._decision.first_missing()) is not None:
            self._decision.ask_for()
            self._side.ensureWidgetVisible(missing)
            return
        self._flush()
        differs = tr(N_("The rule advises otherwise; your reason stands beside it.")) if self._decision.differs else ""
        SignDecision(
            self, looked.found.person.alias, tr(SCREENING_DECISIONS[typed.decision]), differs=differs,
            victim=self._decision.finds_victim, then=self._record,
        ).open()  # fmt: skip

    def _record(self, dialog: Ask) -> None:
        typed = self._typed
        assert typed is not None

        def done(_: object) -> None:
            dialog.accept()
            self._typed = None

        held_at = datetime.fromisoformat(typed.held_at) if typed.held_at else None
        self.room.act(
            dialog, screenings.record_screening, self.room.memory.case_id, str(self.notes["chosen"]),
            sets=typed.sets, answers=typed.answers, profile=typed.profile, decision=typed.decision,
            reason=typed.reason, setting=typed.setting, asked_by=typed.asked_by, interpreter=typed.interpreter,
            track_answers=typed.track, ask_again_on=typed.ask_again_on if typed.decision == "postponed" else "",
            held_at=held_at, then=done, failed=dialog.refuse,
        )  # fmt: skip

    def _uncover(self) -> None:
        self._covered = False
        self._draw()


def page(room: Room) -> ScreeningPage:
    """The page, for the registry."""
    return ScreeningPage(room)
