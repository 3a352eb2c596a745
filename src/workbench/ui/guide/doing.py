"""What the buttons of the guide do: record a step, pass its gate, go to the judge, keep to its deadlines."""

from collections.abc import Callable
from dataclasses import replace
from datetime import datetime
from zoneinfo import ZoneInfo

from PySide6.QtWidgets import QWidget

from workbench.fields import Kind
from workbench.services import steps
from workbench.sop import Due, StepState
from workbench.sop.spans import moment
from workbench.ui.deadlines import in_danger
from workbench.ui.guide.asking import QUESTIONS, ask_late, ask_passing, ask_reason
from workbench.ui.guide.orders import PAPER
from workbench.ui.guide.shown import Shown, known
from workbench.ui.guide.step_card import StepCard
from workbench.ui.room import Room

Then = Callable[[str], None]


class Doing:
    """``done`` is told the step that was settled, ``failed`` the error of what was refused."""

    def __init__(self, page: QWidget, room: Room, done: Then, failed: Callable[[Exception], object]) -> None:
        self._page, self._room, self._done, self._failed = page, room, done, failed

    def act(self, said: str, card: StepCard) -> None:
        """Do what a button of the card says: a word, and what it is about."""
        word, _, ref = said.partition(" ")
        card.flush()
        if word == "finish":
            self._finish(card)
        elif word in ("early", "override"):
            self._pass(word, card)
        elif word in QUESTIONS:
            self._ask_reason(word, card.shown.key)
        elif word in ("attach", "add_person"):
            self._add(word)
        elif word == "go":
            self._room.went.emit(ref)
        elif word.startswith("order_"):
            self._order(word.removeprefix("order_"), ref, card.shown)
        elif word.startswith("deadline_"):
            self._deadline(word.removeprefix("deadline_"), ref, card.shown)

    def _finish(self, card: StepCard) -> None:
        shown = card.shown
        if shown.settled or not card.ready():
            return
        answers, key = card.form.asked(), shown.key
        late = None if shown.state is StepState.WAITING else run_out(shown, answers, self._room.now())
        if late is not None:
            ask_late(self._page, self._room, shown, late.due_at, answers, lambda: self._done(key))
            return
        self._room.act(
            self._page,
            steps.finish_step,
            self._room.memory.case_id,
            key,
            answers,
            then=lambda _: self._done(key),
            failed=self._failed,
        )

    def _pass(self, word: str, card: StepCard) -> None:
        """Past a shut gate; the answers are required as for finishing."""
        if card.ready():
            key = card.shown.key
            ask_passing(
                self._page, self._room, word, card.shown, card.form.asked(), lambda: self._done(key)
            )

    def _ask_reason(self, word: str, key: str) -> None:
        def done() -> None:
            if word in ("not_applicable", "waive"):
                self._done(key)

        ask_reason(self._page, self._room, word, key, done)

    def _add(self, word: str) -> None:
        from workbench.ui.dialogs.evidence.register import NewExhibit
        from workbench.ui.dialogs.person import NewPerson

        made = NewExhibit if word == "attach" else NewPerson
        made(self._page, self._room).open()

    def _order(self, word: str, ref: str, shown: Shown) -> None:
        from workbench.ui.dialogs.order import AskJudge, RecordDecision, RecordException

        page, room, what = self._page, self._room, known(shown.row)
        if word == "ask":
            AskJudge(page, room, shown.key, shown.kinds, what).open()
        elif word == "except":
            kinds = [kind for kind in shown.kinds if kind.exception]
            RecordException(page, room, shown.key, kinds, shown.pack, what).open()
        elif word == "decide":
            order = next(one for one in shown.orders if one.ref == ref)
            RecordDecision(page, room, order, shown.pack.orders[order.kind], what).open()
        elif word == "paper":
            room.memory.of("documents", room.memory.case_id)["kind"] = f"{PAPER} {ref}"
            room.went.emit("documents")

    def _deadline(self, word: str, ref: str, shown: Shown) -> None:
        from workbench.ui.dialogs.deadline import DeadlineExtended, DeadlineMet

        index, _, subject = ref.partition(" ")
        due = next(
            one for one in shown.dues
            if (one.index, one.subject) == (int(index), subject) and one.settled_at is None
        )  # fmt: skip
        made = DeadlineMet if word == "met" else DeadlineExtended
        made(self._page, self._room, due, shown.step.deadlines[due.index], known(shown.row)).open()


def run_out(shown: Shown, answers: dict[str, object], now: datetime) -> Due | None:
    """The gravest deadline of a step that has run out, unless the answers say that it was met in time.

    Answers that name people speak of the deadlines of those only; one that runs from an answer moves with it.
    """
    named = _named(shown, answers)
    for due in in_danger(shown.dues, now):
        deadline = shown.step.deadlines[due.index]
        met, start = _told(shown, deadline.met, answers), _told(shown, deadline.start, answers)
        ends = due.due_at + (start - due.start_at) if start else due.due_at
        if (met or now) > ends and (not due.subject or not named or due.subject in named):
            return replace(due, due_at=ends)
    return None


def _named(shown: Shown, answers: dict[str, object]) -> set[str]:
    named: set[str] = set()
    for field in shown.fields:
        value = answers.get(field.key)
        if field.kind is Kind.PERSON and value:
            named.add(str(value))
        elif field.kind is Kind.PERSONS and isinstance(value, list):
            named |= {str(one) for one in value}
    return named


def _told(shown: Shown, place: str, answers: dict[str, object]) -> datetime | None:
    """The moment that the answers give at a place ``STEP.field``; None if it is one of another step, or none."""
    asked, _, field = place.rpartition(".")
    return moment(answers.get(field), ZoneInfo(shown.pack.timezone)) if asked == shown.key else None
