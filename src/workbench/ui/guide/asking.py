"""The ways out of a step that need a reason: what is asked, what follows, and the use case behind it."""

from collections.abc import Callable
from typing import Any

from PySide6.QtWidgets import QWidget

from workbench.i18n import N_, ltr
from workbench.services import steps
from workbench.ui.dialogs.ask import Ask, AskReason
from workbench.ui.room import Room
from workbench.ui.state import tr

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


def ask_reason(parent: QWidget, room: Room, word: str, step: str, then: Callable[[], object]) -> None:
    """Ask for the reason and do it; the dialog stays open while it is refused."""
    title, body, yes, question, fn = QUESTIONS[word]

    def send(reason: str, dialog: Ask) -> None:
        def done(_: object) -> None:
            dialog.accept()
            then()

        room.act(dialog, fn, room.memory.case_id, step, reason, then=done, failed=dialog.refuse)

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
