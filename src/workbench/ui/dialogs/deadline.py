"""What is recorded of a deadline itself: that it was met, or that it was extended and by whose word."""

from datetime import datetime
from typing import Any

from PySide6.QtWidgets import QWidget

from workbench.fields import Field, Kind
from workbench.i18n import N_, ltr
from workbench.services import deadlines
from workbench.sop import Deadline, Due
from workbench.ui.dialogs.asked import Answers, AskForm
from workbench.ui.forms import Known
from workbench.ui.room import Room
from workbench.ui.state import speaking, tr

_ORDER, _PAPER = N_("Number of the judge's order"), N_("Number of the paper")


class DeadlineMet(AskForm):
    """For one of several persons, or where the step stays open: when it was met, and how."""

    def __init__(self, parent: QWidget, room: Room, due: Due, deadline: Deadline, known: Known) -> None:
        self._room, self._due = room, due
        super().__init__(
            parent,
            _title(N_("Deadline met"), due),
            deadline.text,
            tr(N_("Record")),
            fields=[
                Field("at", Kind.MOMENT, tr(N_("Met at")), required=True),
                Field("reason", Kind.LINES, tr(N_("How it was met")), required=True),
            ],
            known=known,
            answers={"at": room.now().isoformat()},
            send=self._met,
            glyph="ph.check",
        )

    def _met(self, said: Answers) -> None:
        _keep(self, self._room, deadlines.meet, self._due, said)


class DeadlineExtended(AskForm):
    """By how long, by which paper, and why; never by more than the rule allows."""

    def __init__(self, parent: QWidget, room: Room, due: Due, deadline: Deadline, known: Known) -> None:
        rule = deadline.extension
        assert rule is not None
        self._room, self._due, self._most = room, due, rule.hours
        by_judge, most = rule.by == "judge", f"{rule.hours:g}"
        super().__init__(
            parent,
            _title(N_("Deadline extended"), due),
            tr(N_("Only the judge extends it; record what the judge decided."))
            if by_judge
            else tr(N_("A supervisor extends it; record who decided and why.")),
            tr(N_("Record the extension")),
            fields=[
                Field(
                    "hours", Kind.NUMBER, tr(N_("By how many hours")), required=True,
                    help=_at_most(rule.hours),
                ),
                Field("at", Kind.MOMENT, tr(N_("Granted at")), required=True),
                Field("number", Kind.TEXT, tr(_ORDER if by_judge else _PAPER)),
                Field("reason", Kind.LINES, tr(N_("Reason")), required=True),
            ],
            known=known,
            answers={"hours": most, "at": room.now().isoformat()},
            send=self._extended,
            glyph="ph.clock-clockwise",
        )  # fmt: skip

    def _extended(self, said: Answers) -> None:
        hours = float(str(said["hours"]))
        if not 0 < hours <= self._most:
            # The service would take the rule's own length instead; what was typed must not change in silence.
            self.wait(False)
            self.form.box("hours").complain(_at_most(self._most))
            self.form.box("hours").input.setFocus()
            return
        number = str(said.get("number") or "")
        _keep(self, self._room, deadlines.extend, self._due, said, hours=hours, number=number)


def _at_most(hours: float) -> str:
    return tr(N_("At most {n} hours."), n=ltr(speaking().in_digits(f"{hours:g}")))


def _title(words: str, due: Due) -> str:
    said = tr(words)
    return f"{said} — {ltr(due.subject)}" if due.subject else said


def _keep(dialog: AskForm, room: Room, fn: Any, due: Due, said: Answers, **more: object) -> None:
    room.act(
        dialog,
        fn,
        room.memory.case_id,
        due.step,
        subject=due.subject,
        index=due.index,
        at=datetime.fromisoformat(str(said["at"])),
        reason=str(said["reason"]),
        then=lambda _: dialog.accept(),
        failed=dialog.refuse,
        **more,
    )
