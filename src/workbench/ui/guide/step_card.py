"""The card of one step: purpose, what to do, orders, what to record, deadlines, papers, law; it keeps what is typed."""

from collections.abc import Mapping
from datetime import datetime
from typing import Any

from PySide6.QtCore import Qt, QTimer, Signal
from PySide6.QtGui import QResizeEvent
from PySide6.QtWidgets import QFrame, QLineEdit, QVBoxLayout, QWidget

from workbench.fields import check
from workbench.i18n import N_, ltr
from workbench.sop import StepState
from workbench.ui import theme
from workbench.ui.forms import Form
from workbench.ui.guide.basis import Basis
from workbench.ui.guide.clocks import Clocks
from workbench.ui.guide.footer import Footer
from workbench.ui.guide.orders import orders
from workbench.ui.guide.papers import papers
from workbench.ui.guide.shown import Shown, known
from workbench.ui.guide.telling import advice, history, recorded, state_chip, why
from workbench.ui.guide.waiting import waiting
from workbench.ui.parts.arrange import bar, column, empty_out, holder, row, scroll
from workbench.ui.parts.chip import Chip
from workbench.ui.parts.choices import TickLine
from workbench.ui.parts.disclosure import Disclosure
from workbench.ui.parts.texts import Elided, heading, label
from workbench.ui.state import tr
from workbench.ui.tokens import READABLE

TICKS = "_ticks"  # the ticked lines of the list of what to do; they stay in the draft
SAVE_AFTER = 600  # milliseconds without a keystroke


class StepCard(QFrame):
    """Emits what was decided; ``save`` carries the draft a moment after the last keystroke."""

    save = Signal(str, dict)
    act = Signal(str)  # a word, and after a space what it is about: finish, waive, order_ask, order_decide O-01
    go = Signal(str)  # another step

    def __init__(self, shown: Shown, typed: Mapping[str, object] | None = None) -> None:
        super().__init__()
        self.setProperty("card", "true")
        self.shown = shown
        # Drawn anew with nothing typed is not begun.
        self._dirty = typed is not None and dict(typed) != dict(shown.answers())
        answers = dict(typed if typed is not None else shown.answers())
        ticked = answers.pop(TICKS, [])
        self._timer = QTimer(self)
        self._timer.setSingleShot(True)
        self._timer.setInterval(SAVE_AFTER)
        self._timer.timeout.connect(self.flush)
        self.form = Form(shown.fields, known(shown.row), answers)
        self.form.setEnabled(not shown.settled)
        self.form.setProperty("kept", "true" if shown.settled else "false")
        self.form.changed.connect(self._typed)
        self._ticks = [TickLine(words, fades=True) for words in shown.step.todo]
        self.law, self.why = Basis(shown), why(shown)
        self.clocks = Clocks(shown, self.act.emit) if shown.step.deadlines and not shown.left else None
        self.footer = Footer(
            shown.state, waivable=shown.step.waivable, may_waive=shown.may_waive, settled=shown.settled,
            safety=shown.step.safety, left=shown.left,
        )  # fmt: skip
        self.footer.act.connect(self.act)
        self._columns: list[QVBoxLayout] = []
        box = QVBoxLayout(self)
        box.setContentsMargins(0, 0, 0, 0)
        box.setSpacing(0)
        box.addWidget(self._head())
        self._area = scroll(self._middle(ticked if isinstance(ticked, list) else []))
        self._area.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        box.addWidget(self._area, 1)
        box.addWidget(self.footer)
        self._count()

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        side = max(18, (self.width() - theme.px(READABLE)) // 2)
        for box in self._columns:
            margins = box.contentsMargins()
            box.setContentsMargins(side, margins.top(), side, margins.bottom())

    # what is typed
    def typed(self) -> dict[str, object]:
        """Everything the card holds as a draft: answers and ticks."""
        ticked = [place for place, tick in enumerate(self._ticks) if tick.on]
        return {**self.form.answers(), **({TICKS: ticked} if ticked else {})}

    def flush(self) -> None:
        """Hand the draft over to be saved, if something was typed since."""
        self._timer.stop()
        if self._dirty and not self.shown.settled:
            self._dirty = False
            self.save.emit(self.shown.key, self.typed())

    def ready(self) -> bool:
        """Whether the answers can be recorded; what is wrong is shown at its field."""
        row_ = self.shown.row
        problems = check(
            self.shown.fields,
            self.form.asked(),
            aliases={one.alias for one in row_.people},
            exhibits={one.number for one in row_.exhibits},
            final=True,
        )
        self.form.show_problems(problems)
        self._count()
        if problems:
            first = self.form.box(problems[0].field)
            QTimer.singleShot(0, first, lambda: self._area.ensureWidgetVisible(first, 0, 24))
        return not problems

    def focus(self) -> tuple[str, int]:
        """Which field has the focus and where its cursor is, to find it again after the card was drawn anew."""
        for field in self.shown.fields:
            editor = getattr(self.form.box(field.key).input, "editor", None)
            if editor is not None and editor.window().focusWidget() is editor:
                return field.key, editor.cursorPosition() if isinstance(editor, QLineEdit) else -1
        return "", -1

    def put_focus(self, key: str, place: int) -> None:
        """Put the focus back into a field."""
        if key:
            editor = getattr(self.form.box(key).input, "editor", None)
            if editor is not None:
                editor.setFocus()
                if isinstance(editor, QLineEdit) and place >= 0:
                    editor.setCursorPosition(place)

    def go_to_title(self) -> None:
        """On opening a step the focus goes to its title, not to a button."""
        title = self.findChild(QWidget, "step-title")
        if title is not None:
            title.setFocus()

    def tick(self, now: datetime, *, doubted: bool) -> None:
        """Say again what is left of the deadlines."""
        empty_out(self._chip)
        self._chip.addWidget(state_chip(self.shown, now, doubted=doubted))
        if self.clocks is not None:
            self.clocks.tick(now, doubted=doubted)

    @property
    def scrolled(self) -> int:
        """How far the middle is scrolled."""
        return self._area.verticalScrollBar().value()

    def scroll_to(self, place: int) -> None:
        """Scroll the middle to where it was, once it has its height."""
        bar_ = self._area.verticalScrollBar()
        QTimer.singleShot(0, self, lambda: bar_.setValue(place))

    def reveal(self, part: Disclosure) -> None:
        """Open a part and bring it into view."""
        part.open_up(not part.opened)
        QTimer.singleShot(130, part, lambda: self._area.ensureWidgetVisible(part, 0, 20))

    def _typed(self) -> None:
        self._dirty = True
        self._timer.start()
        self._count()

    def _count(self) -> None:
        self.footer.count([field.label for field in self.form.missing()])

    # how it is drawn
    def _head(self) -> QWidget:
        shown, step = self.shown, self.shown.step
        line = row(Chip(tr(N_("Step {step}"), step=ltr(step.key)), "outline"), gap=10)
        line.addWidget(Elided(shown.phase, "label", "2"), 1)
        self._chip = row(state_chip(shown, shown.now, doubted=shown.row.clock_doubted))
        line.addLayout(self._chip)
        title = label(step.title, "step", wrap=True)
        title.setObjectName("step-title")
        title.setFocusPolicy(Qt.FocusPolicy.TabFocus)
        purpose = label(step.purpose, "body", "2", wrap=True)
        box = column(line, title, purpose, gap=5, margins=(18, 10, 18, 12))
        self._columns.append(box)
        return bar("line", box)

    def _middle(self, ticked: list[Any]) -> QWidget:
        shown, step = self.shown, self.shown.step
        box = column(gap=8, margins=(18, 12, 18, 14))
        self._columns.append(box)
        shut = None if shown.left else waiting(shown.row, shown.pack, step, self.go.emit)
        if shut is not None:
            box.addWidget(shut)
        if shown.history and (shown.settled or shown.state is StepState.ASKED):
            box.addWidget(recorded(shown))
        box.addWidget(heading(tr(N_("What to do"))))
        todo = column(gap=2)
        for place, tick in enumerate(self._ticks):
            tick.put(place in ticked)
            tick.tick.setEnabled(not shown.settled)
            tick.toggled.connect(lambda _: self._typed())
            todo.addWidget(tick)
        box.addLayout(todo)
        if step.dos or step.donts or step.script:
            box.addWidget(advice(step))
        if step.asks and not shown.left:
            box.addSpacing(4)
            box.addWidget(orders(shown, self.act.emit))
        if shown.fields:
            box.addSpacing(4)
            box.addWidget(heading(tr(N_("What to record"))))
            box.addWidget(self.form)
        else:
            self.form.setParent(self)
            self.form.hide()
        if self.clocks is not None:
            box.addSpacing(4)
            box.addWidget(self.clocks)
        box.addSpacing(4)
        box.addWidget(heading(tr(N_("Evidence and papers"))))
        box.addWidget(papers(shown.row, step, self.typed(), self.act.emit))
        box.addLayout(self._basis())
        if shown.history:
            box.addWidget(history(shown))
        box.addStretch(1)
        return holder(box)

    def _basis(self) -> QVBoxLayout:
        """Law and why: beside each other while closed, under each other when one is open."""
        side = row(gap=8)
        side.addWidget(self.law, 1)
        side.addWidget(self.why, 1)
        under = QVBoxLayout()
        under.setSpacing(8)
        under.addLayout(side)

        def place(_: bool) -> None:
            opened = self.law.opened or self.why.opened
            for one in (self.law, self.why):
                side.removeWidget(one)
                under.removeWidget(one)
            for one in (self.law, self.why):
                under.addWidget(one) if opened else side.addWidget(one, 1)

        self.law.toggled.connect(place)
        self.why.toggled.connect(place)
        return under
