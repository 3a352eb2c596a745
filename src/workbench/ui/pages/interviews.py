"""Interviews of a case: planned so that nobody is harmed, held by their prompts, written down, read back and signed."""

from functools import partial

from PySide6.QtGui import QResizeEvent
from PySide6.QtWidgets import QHBoxLayout, QLayout

from workbench.i18n import N_
from workbench.services import interviews
from workbench.services.interviews import InterviewRow, StatementRow
from workbench.ui import theme
from workbench.ui.dialogs.interviews.stating import TakeStatement
from workbench.ui.heard import Looked, look
from workbench.ui.interviews.beside import beside_card
from workbench.ui.interviews.doing import Doing
from workbench.ui.interviews.given import statement_card
from workbench.ui.interviews.listing import listing
from workbench.ui.interviews.talk import talk_card
from workbench.ui.interviews.voice import voice_card
from workbench.ui.interviews.writing import Writing
from workbench.ui.page import Page
from workbench.ui.parts.arrange import bar, card, column, empty_out, holder, row, scroll
from workbench.ui.parts.buttons import button
from workbench.ui.parts.empty import empty
from workbench.ui.room import Room
from workbench.ui.state import speaking, tr

SIDE, NARROW = 316, 232


class InterviewsPage(Page):
    """What is typed of a statement is a draft from the first stroke on; once recorded it is only corrected beside."""

    key = "interviews"
    least = 700

    def __init__(self, room: Room) -> None:
        super().__init__(room)
        self._found: Looked | None = None
        self._writing: Writing | None = None
        self._doing = Doing(self, room, lambda: self._found, self._choose, self.ask)

    def build(self) -> None:
        tools = row(
            button(tr(N_("Plan an interview…")), self.new, kind="primary", glyph="ph.plus", name="plan-interview"),
            None, margins=(12, 10, 12, 4),
        )  # fmt: skip
        more = row(
            button(tr(N_("New interpreter…")), self._doing.interpreter, kind="small", glyph="ph.translate",
                   name="new-interpreter"),
            None, margins=(12, 0, 12, 8),
        )  # fmt: skip
        self._list, self._right = column(gap=0), column(gap=0, margins=(14, 12, 14, 12))
        self._side = card(
            bar("line", column(tools, more, gap=2)), scroll(holder(self._list)), gap=0, margins=(1, 1, 1, 1)
        )
        self._area = scroll(holder(self._right))
        line = QHBoxLayout()
        line.setContentsMargins(0, 0, 0, 0)
        line.setSpacing(12)
        line.addWidget(self._side)
        line.addWidget(card(self._area, gap=0, margins=(1, 1, 1, 1)), 1)
        self.put(holder(line))
        self._writing = None
        self._fit()
        self._draw()

    def ask(self) -> None:
        chosen, left, right = (str(self.notes.get(key, "")) for key in ("chosen", "left", "right"))
        if self.notes.get("writing"):
            chosen = str(self.notes["writing"])
        self.room.ask(
            self, look, self.room.memory.case_id, chosen, left, right, speaking().tag, then=self._know,
            failed=self.refuse,
        )  # fmt: skip

    def keep(self) -> None:
        if self._writing is not None:
            self._writing.keep()

    def new(self) -> None:
        self._doing.plan()

    def primary(self) -> None:
        if self._writing is not None:
            self._writing.add()

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        self._fit()

    def _fit(self) -> None:
        if hasattr(self, "_side"):
            self._side.setFixedWidth(theme.px(NARROW if self.width() < theme.px(900) else SIDE))

    # what is known
    def _know(self, found: Looked) -> None:
        self._found = found
        every = [one.ref for one in found.talks]
        every += [one.ref for one in found.statements] + [one.ref for one in found.voices]
        if self.notes.get("chosen") not in every:
            self.notes["chosen"] = every[0] if every else ""
            if every and found.talks:
                self.ask()
                return
        self._draw()

    def _draw(self) -> None:
        found = self._found
        if found is None:
            return
        chosen, writing = str(self.notes.get("chosen", "")), str(self.notes.get("writing", ""))
        empty_out(self._list)
        self._list.addWidget(listing(found, chosen, self._choose))
        if self._writing is not None and writing:
            # What is being typed is newer than what was read.
            return
        empty_out(self._right)
        self._writing = None
        talk = found.talk(writing)
        if talk is not None and talk.took_place:
            self._write_down(talk, found)
        else:
            self._right.addLayout(self._shown(found, chosen))

    def _shown(self, found: Looked, chosen: str) -> QLayout:
        if found.beside is not None:
            return beside_card(found.beside, self._apart)
        talk, statement, voice = found.talk(chosen), found.statement(chosen), found.voice(chosen)
        if talk is not None:
            return talk_card(talk, found, self._doing.of_talk(talk, partial(self._write, talk)))
        if statement is not None:
            return statement_card(
                statement, found, self._doing.of_statement(statement), partial(self._doing.correct, statement),
                partial(self._compare, statement),
            )  # fmt: skip
        if voice is not None:
            return voice_card(voice, self._doing.of_voice(voice), partial(self._doing.settle, voice))
        none = empty(
            "ph.chat-circle-text", tr(N_("No interview yet")),
            tr(N_("The first one is planned from what is still open in the matrix.")), tr(N_("Plan an interview…")),
            self.new,
        )  # fmt: skip
        return column(none, None)

    # what is chosen
    def _choose(self, ref: str) -> None:
        self.keep()
        self.quiet()
        self._writing = None
        self.notes.update(chosen=ref, writing="", left="", right="")
        self.ask()

    def _compare(self, one: StatementRow, other: str) -> None:
        self.notes.update(left=one.ref, right=other)
        self.ask()

    def _apart(self) -> None:
        self.notes.update(left="", right="")
        self.ask()

    # a statement is written down
    def _write(self, talk: InterviewRow) -> None:
        self.notes["writing"] = talk.ref
        self.ask()

    def _write_down(self, talk: InterviewRow, found: Looked) -> None:
        self._writing = Writing(
            talk, found.typed, partial(self._record, talk), partial(self._choose, talk.ref)
        )
        self._writing.changed.connect(partial(self._save, talk.ref))
        self._right.addWidget(self._writing)
        self._writing.focus()

    def _save(self, ref: str) -> None:
        if self._writing is None or self.room.desk is None:
            return
        self.room.ask(
            self, interviews.save_draft, self.room.memory.case_id, interviews.WRITING, ref, self._writing.plain,
            then=lambda _: self.room.said.emit("saved"), failed=self.refuse,
        )  # fmt: skip

    def _record(self, talk: InterviewRow) -> None:
        if self._writing is not None:
            self._writing.keep()
            TakeStatement(
                self,
                self.room,
                talk,
                self._writing.said,
                self._writing.form,
                partial(self._recorded, talk.ref),
            ).open()

    def _recorded(self, ref: str, row_: StatementRow) -> None:
        self._writing = None
        self.room.ask(self, interviews.save_draft, self.room.memory.case_id, interviews.WRITING, ref, {})
        self._choose(row_.ref)


def page(room: Room) -> InterviewsPage:
    """The page, for the registry."""
    return InterviewsPage(room)
