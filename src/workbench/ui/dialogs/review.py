"""Looking at a deviation as the second person: agreed or not, with a reason."""

from PySide6.QtWidgets import QWidget

from workbench.i18n import N_, isolate, ltr
from workbench.services import deviations
from workbench.services.rows import DeviationRow
from workbench.terms import STEPS
from workbench.ui.dialogs.ask import Ask, AskReason
from workbench.ui.parts.arrange import empty_out
from workbench.ui.parts.choices import Segmented
from workbench.ui.parts.notice import Notice
from workbench.ui.parts.texts import label
from workbench.ui.room import Room
from workbench.ui.state import moment, tr

_VERDICTS = (("approved", N_("I agree")), ("refused", N_("I do not agree")))


class Review(AskReason):
    """Neither answer is taken beforehand."""

    def __init__(self, parent: QWidget, room: Room, line: DeviationRow) -> None:
        super().__init__(
            parent,
            tr(N_("Was it right to leave the procedure at step {step}?"), step=ltr(line.step)),
            tr(N_("Your name, answer and reason stand in the register and go to the judge with the case.")),
            tr(N_("Record the answer")),
            question=tr(N_("Why?")),
            then=self._record,
            glyph="ph.users",
        )
        self._room, self._line = room, line
        self.picks = Segmented([(key, tr(words)) for key, words in _VERDICTS], name="verdict")
        told = tr(
            N_("{kind}, {moment}, recorded by {name}"), kind=tr(STEPS[line.kind]), moment=moment(line.at), name=line.by
        )
        self.inside.insertWidget(0, label(isolate(line.title), "card", wrap=True))
        self.inside.insertWidget(1, label(told, "label", "2", wrap=True))
        self.inside.insertWidget(2, label(isolate(line.reason) if line.reason else "—", "body", wrap=True))
        self.inside.insertWidget(3, self.picks)
        self.picks.setFocus()

    def submit(self) -> None:
        if self.picks.key:
            super().submit()
            return
        empty_out(self._notices)
        self._notices.addWidget(Notice(tr(N_("Say first whether you agree.")), tone="warn"))
        self._grow()
        self.picks.setFocus()

    def _record(self, reason: str, dialog: Ask) -> None:
        self._room.act(
            dialog, deviations.approve, self._room.memory.case_id, self._line.ref, verdict=self.picks.key,
            reason=reason, then=lambda _: dialog.accept(), failed=dialog.refuse,
        )  # fmt: skip
