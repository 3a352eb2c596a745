"""The ways past a step that need a reason: what is asked, what follows, and the use case behind it."""

from collections.abc import Callable
from typing import Any

from PySide6.QtWidgets import QWidget

from workbench.i18n import N_, ltr
from workbench.services import steps
from workbench.ui.dialogs.ask import Ask, AskReason
from workbench.ui.guide.shown import Shown
from workbench.ui.guide.waiting import waits
from workbench.ui.parts.notice import Notice
from workbench.ui.room import Room
from workbench.ui.state import moment, tr

QUESTIONS: dict[str, tuple[str, str, str, str, Callable[..., Any]]] = {
    "not_applicable": (
        N_("Step {step} does not apply?"),
        N_("It is set aside with your reason, which stands in the report."),
        N_("Set aside"),
        N_("Why does it not apply in this case?"),
        steps.not_applicable,
    ),
    "waive": (
        N_("Waive step {step}?"),
        N_("You answer for leaving it out. Your name and reason stand in the report."),
        N_("Waive step"),
        N_("Why may it be left out?"),
        steps.waive,
    ),
    "ask_waiver": (
        N_("Ask to leave out step {step}?"),
        N_("The step stays open until the supervisor answers. The request cannot be deleted."),
        N_("Send to the supervisor"),
        N_("Why can it not be done now?"),
        steps.ask_waiver,
    ),
    "reopen": (
        N_("Reopen step {step}?"),
        N_("What was recorded stays in the history and becomes the new draft."),
        N_("Reopen"),
        N_("Why is it opened again?"),
        steps.reopen,
    ),
}
# What passes a gate that is shut: out of order, or, where the gate protects a person, to save a life.
PASSING: dict[str, tuple[str, str, str, str, Callable[..., Any]]] = {
    "early": (
        N_("Record step {step} out of order?"),
        N_("It stands in the register of deviations with your name and reason. A second person looks at it."),
        N_("Record out of order"),
        N_("Why can it not wait?"),
        steps.finish_early,
    ),
    "override": (
        N_("Pass the gate of step {step} to save a life?"),
        N_("This gate protects a person. Pass it only when a life is in danger and nothing else helps."),
        N_("Pass the gate"),
        N_("Which danger, and why can it not wait?"),
        steps.override,
    ),
}


def ask_reason(parent: QWidget, room: Room, word: str, step: str, then: Callable[[], object]) -> None:
    """Ask for the reason and do it; the dialog stays open while it is refused."""
    title, body, yes, question, fn = QUESTIONS[word]

    def send(reason: str, dialog: Ask) -> None:
        room.act(
            dialog, fn, room.memory.case_id, step, reason, then=_after(dialog, then), failed=dialog.refuse
        )

    AskReason(
        parent,
        tr(title, step=ltr(step)),
        tr(body),
        tr(yes),
        question=tr(question),
        then=send,
        no=tr(N_("Back")),
        glyph="ph.shield-chevron",
    ).open()


def ask_passing(
    parent: QWidget, room: Room, word: str, shown: Shown, answers: dict[str, object], then: Callable[[], object]
) -> None:
    """Ask why a gate is passed, naming what is passed; a gate that protects a person is left shut by Enter."""
    title, body, yes, question, fn = PASSING[word]

    def send(reason: str, dialog: Ask) -> None:
        room.act(
            dialog, fn, room.memory.case_id, shown.key, answers, reason, then=_after(dialog, then),
            failed=dialog.refuse,
        )  # fmt: skip

    dialog = AskReason(
        parent,
        tr(title, step=ltr(shown.key)),
        tr(body),
        tr(yes),
        question=tr(question),
        then=send,
        no=tr(N_("Back")),
        glyph="ph.shield-warning" if word == "override" else "ph.shield-chevron",
    )
    passed = Notice(
        waits(shown.row, shown.pack, shown.step),
        tr(N_("It is shown wherever this case is shown, and a second person looks at it.")),
        "warn",
        closes=False,
    )
    passed.setObjectName("passed-gate")
    dialog.inside.insertWidget(0, passed)
    if word == "override":
        dialog.no.setFocus()
    dialog.open()


def ask_late(
    parent: QWidget, room: Room, shown: Shown, due_at: Any, answers: dict[str, object], then: Callable[[], object]
) -> None:
    """Ask why a step is done after its time, and record it with the reason."""

    def send(reason: str, dialog: Ask) -> None:
        room.act(
            dialog, steps.finish_step, room.memory.case_id, shown.key, answers, reason=reason,
            then=_after(dialog, then), failed=dialog.refuse,
        )  # fmt: skip

    AskReason(
        parent,
        tr(N_("Step {step} is late: why?"), step=ltr(shown.key)),
        tr(N_("Its time ran out {moment}. The reason stands in the register of deviations."), moment=moment(due_at)),
        tr(N_("Mark done")),
        question=tr(N_("Why is it late?")),
        then=send,
        no=tr(N_("Back")),
        glyph="ph.timer",
    ).open()


def _after(dialog: Ask, then: Callable[[], object]) -> Callable[[object], None]:
    def done(_: object) -> None:
        dialog.accept()
        then()

    return done
