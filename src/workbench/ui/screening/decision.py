"""The decision of the officer: beside the rule, with a reason of its own, and how the screening was held."""

from datetime import datetime
from functools import partial

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QFrame, QLineEdit, QPlainTextEdit, QVBoxLayout, QWidget

from workbench.errors import Reason, Refusal
from workbench.i18n import N_
from workbench.services.screenings import POSTPONED, VICTIM, advised_otherwise
from workbench.terms import SCREENING_DECISIONS, SCREENING_SETTINGS
from workbench.ui import theme
from workbench.ui.forms.calendar import MomentEdit
from workbench.ui.parts.arrange import Flow, column, empty_out, holder
from workbench.ui.parts.buttons import button
from workbench.ui.parts.choices import Radio, TickLine
from workbench.ui.parts.disclosure import Disclosure
from workbench.ui.parts.notice import Notice, notice_of
from workbench.ui.parts.texts import label
from workbench.ui.screening.typed import Typed
from workbench.ui.state import tr

# The words of the list are long: beside the round mark stands the decision, the whole in its tool tip.
_SHORT = {
    "victim": N_("Presumed victim: protection begins"),
    "not_shown": N_("Not shown at present"),
    "postponed": N_("Put off, with a day to ask again"),
}


class Decision(QFrame):
    """Keeps what is typed in the sheet of answers that it is handed; ``changed`` follows every keystroke."""

    changed = Signal()
    record = Signal()
    keep = Signal()

    def __init__(self, typed: Typed, zone: str) -> None:
        super().__init__()
        self.setProperty("card", "true")
        self.setObjectName("decision")
        self._typed, self._result = typed, ""
        self._notices = column(gap=4)
        self._differs = Notice(
            tr(N_("The rule advises otherwise.")),
            tr(N_("That is yours to decide. Say in the reason what the rule cannot see; it stands in the paper too.")),
            "info", closes=False,
        )  # fmt: skip
        self._differs.setObjectName("differs")
        self._differs.hide()
        self._radios: dict[str, Radio] = {}
        radios = column(gap=4)
        for key in SCREENING_DECISIONS:
            radios.addWidget(self._radio(key))
        self._again = MomentEdit(zone, timed=False)
        self._again.setObjectName("ask-again")
        self._again.editor.setAccessibleName(tr(N_("Day on which to ask again")))
        self._again.put(typed.ask_again_on)
        self._again_box = QWidget()
        self._again_box.setLayout(_labelled(tr(N_("Day on which to ask again")), self._again, required=True))
        self._reason = QPlainTextEdit(typed.reason)
        self._reason.setObjectName("decision-reason")
        self._reason.setAccessibleName(tr(N_("Reason in your own words")))
        self._reason.setTabChangesFocus(True)
        self._reason.setFixedHeight(theme.px(78))
        self._how = Disclosure(tr(N_("How it was held")), "ph.hand-palm", name="setting")
        self._zone, self._ticks, self._frozen = zone, dict[str, TickLine](), ""
        # Built when somebody looks: most of the time what stands there already is right.
        self._how.toggled.connect(lambda _: self._setting())
        self.primary = button(tr(N_("Record and sign the decision")), self.record.emit, kind="primary",
                              glyph="ph.pen-nib", name="record-decision")  # fmt: skip
        self._save = button(tr(N_("Save draft")), self.keep.emit, name="save-draft")
        ways = Flow(8)
        ways.addWidget(self.primary)
        ways.addWidget(self._save)
        reason = _labelled(tr(N_("Reason in your own words")), self._reason, required=True)
        self.setLayout(
            column(
                label(tr(N_("Decision of the officer")), "card"),
                label(tr(N_("The result advises and does not decide. The decision is yours and its reason is kept.")),
                      "label", "2", wrap=True),
                self._notices, radios, self._again_box, self._differs, reason, self._how,
                holder(ways), gap=8, margins=(16, 12, 16, 12),
            )
        )  # fmt: skip
        self._reason.textChanged.connect(self._take)
        self._again.changed.connect(self._take)
        self._follow()

    def _radio(self, key: str) -> Radio:
        one = self._radios[key] = Radio(tr(_SHORT[key]))
        one.setObjectName(f"decide-{key}")
        one.setToolTip(tr(SCREENING_DECISIONS[key]))
        one.setAccessibleDescription(tr(SCREENING_DECISIONS[key]))
        one.setChecked(self._typed.decision == key)
        one.toggled.connect(partial(self._choose, key))
        return one

    def _setting(self) -> None:
        """Who asked and when, through whom, and under which conditions."""
        if self._ticks:
            return
        for key, words in SCREENING_SETTINGS.items():
            tick = self._ticks[key] = TickLine(tr(words))
            tick.put(key in self._typed.setting)
            tick.toggled.connect(lambda _: self._take())
            self._how.inside.addWidget(tick)
        self._by, self._through = QLineEdit(self._typed.asked_by), QLineEdit(self._typed.interpreter)
        for editor, words in ((self._by, N_("Who asked")), (self._through, N_("Interpreter, by name or number"))):
            editor.setAccessibleName(tr(words))
            editor.textEdited.connect(lambda _: self._take())
            self._how.inside.addLayout(_labelled(tr(words), editor))
        self._held = MomentEdit(self._zone, timed=True)
        self._held.put(self._typed.held_at)
        self._held.editor.setAccessibleName(tr(N_("When it was held")))
        self._held.changed.connect(self._take)
        self._how.inside.addLayout(_labelled(tr(N_("When it was held; empty: now")), self._held))
        if self._frozen:
            self.freeze(self._frozen)

    def tell(self, rule_result: str) -> None:
        """Know what the rule says, to say calmly if the decision is another."""
        self._result = rule_result
        self._follow()

    def refuse(self, error: Exception) -> None:
        """Say at the decision why it was refused."""
        self.quiet()
        self._notices.addWidget(notice_of(error))
        self.primary.setEnabled(True)

    def quiet(self) -> None:
        """Take the notices away."""
        empty_out(self._notices)

    def freeze(self, why: str) -> None:
        """Nothing can be decided here, and why."""
        self._frozen = why
        for one in (self.primary, self._save, self._reason, *self._radios.values(), *self._ticks.values()):
            one.setEnabled(False)
            one.setToolTip(why)

    def ask_for(self) -> None:
        """Say what is still missing and go there."""
        missing = self.first_missing()
        if missing is None:
            return
        if missing is self._reason:
            self.refuse(Refusal(Reason.REASON_NEEDED))
        elif missing is self._how:
            self._how.open_up(moving=False)
            self.refuse(Refusal(Reason.MOMENT_WRONG, problem=N_("it needs a day and a time")))
        else:
            wanted = N_("the day on which to ask again") if missing is self._again else N_("the decision")
            self.refuse(Refusal(Reason.ANSWERS_INCOMPLETE, fields=wanted))
        missing.setFocus()

    def first_missing(self) -> QWidget | None:
        """What has to be filled in before it can be recorded, to go there."""
        if not self._typed.decision:
            return next(iter(self._radios.values()))
        if self._typed.decision == POSTPONED and not self._typed.ask_again_on:
            return self._again
        if not self._typed.reason.strip():
            return self._reason
        return None if _moment(self._typed.held_at) else self._how

    @property
    def differs(self) -> bool:
        """Whether what is chosen is another decision than the rule advises."""
        decision = self._typed.decision
        return bool(decision) and advised_otherwise(decision, self._result)

    @property
    def finds_victim(self) -> bool:
        """Whether what is chosen makes the person a possible victim."""
        return self._typed.decision == VICTIM

    def _choose(self, key: str, on: bool) -> None:
        if not on:
            return
        self._typed.decision = key
        self._follow()
        self.changed.emit()

    def _take(self) -> None:
        typed = self._typed
        typed.reason, typed.ask_again_on = self._reason.toPlainText(), str(self._again.value() or "")
        if self._ticks:
            typed.setting = [key for key, tick in self._ticks.items() if tick.on]
            typed.asked_by, typed.interpreter = self._by.text().strip(), self._through.text().strip()
            typed.held_at = str(self._held.value() or "")
        self.changed.emit()

    def _follow(self) -> None:
        self._again_box.setVisible(self._typed.decision == POSTPONED)
        self._differs.setVisible(self.differs)


def _moment(text: str) -> bool:
    """Whether it is a moment, or nothing, which means now."""
    try:
        return not text or datetime.fromisoformat(text).tzinfo is not None
    except ValueError:
        return False


def _labelled(words: str, editor: QWidget, *, required: bool = False) -> QVBoxLayout:
    star = theme.star() if required else ""
    return column(label(words + star, "label", "2", rich=True), editor, gap=3)

