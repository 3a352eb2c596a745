"""Setting the station's own hours for the house rules of one step, or going back to the procedure."""

from collections.abc import Callable, Sequence
from functools import partial

from PySide6.QtCore import QTimer
from PySide6.QtGui import QShowEvent
from PySide6.QtWidgets import QWidget

from workbench.errors import Reason, Refusal
from workbench.fields import Field, Kind
from workbench.i18n import N_, isolate, ltr
from workbench.services import settings
from workbench.ui.dialogs.asked import Answers, AskForm
from workbench.ui.forms import Known
from workbench.ui.parts.arrange import column, row
from workbench.ui.parts.buttons import button
from workbench.ui.parts.texts import label
from workbench.ui.room import Room
from workbench.ui.state import tr


class ChangeHouseRule(AskForm):
    """``rules`` are the rules of the step in words; ``then`` is handed the hours, None for those of the procedure."""

    def __init__(
        self,
        parent: QWidget,
        room: Room,
        step: str,
        title: str,
        rules: Sequence[str],
        own: int | None,
        then: Callable[[int | None], object],
    ) -> None:
        self._room, self._step, self._then = room, step, then
        super().__init__(
            parent,
            tr(N_("House rule of step {step}"), step=ltr(step)),
            isolate(title),
            tr(N_("Set these hours")),
            fields=[
                Field(
                    "hours", Kind.NUMBER, tr(N_("Hours at this station")), required=True,
                    help=tr(
                        N_("Write a whole number of hours, at least one and at most {most}."),
                        most=settings.MOST_HOURS,
                    ),
                )
            ],
            known=Known(),
            answers={} if own is None else {"hours": own},
            send=self._set,
            glyph="ph.timer",
        )  # fmt: skip
        self.inside.insertLayout(0, column(*(label(one, "body", wrap=True) for one in rules), gap=4))
        if len(rules) > 1:
            words = tr(N_("The hours hold for all house rules of this step."))
            self.inside.insertWidget(1, label(words, "label", "warn", wrap=True))
        if own is not None:
            back = button(
                tr(N_("As the procedure says")), partial(self._keep, None), kind="small",
                glyph="ph.arrow-u-up-left", name="house-rule-back",
            )  # fmt: skip
            self.inside.addLayout(row(back, None))
        words = tr(N_("The deadlines of every case follow at once; the earlier hours stay in the history."))
        self.inside.addWidget(label(words, "small", "3", wrap=True))

    def showEvent(self, event: QShowEvent) -> None:
        super().showEvent(event)
        QTimer.singleShot(0, self, self._tighten)

    def _tighten(self) -> None:
        """Only now the lines have their width, and with it the height that they need."""
        self._fit()
        self._grow(shrink=True)

    def _set(self, said: Answers) -> None:
        hours = said["hours"]
        if isinstance(hours, int):
            self._keep(hours)
        else:
            self.refuse(Refusal(Reason.HOUSE_RULES_WRONG, most=settings.MOST_HOURS))

    def _keep(self, hours: int | None) -> None:
        self.wait(True)
        self._room.act(
            self,
            settings.house_rule,
            self._step,
            hours,
            then=lambda _: self._done(hours),
            failed=self.refuse,
        )

    def _done(self, hours: int | None) -> None:
        self.accept()
        self._then(hours)
