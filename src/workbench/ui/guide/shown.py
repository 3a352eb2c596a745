"""What a step card is drawn from."""

from collections.abc import Mapping
from dataclasses import dataclass
from datetime import datetime
from typing import Any

from workbench.fields import Field
from workbench.i18n import isolate
from workbench.services.guides import GuideRow
from workbench.services.rows import HistoryRow, OrderRow
from workbench.sop import SETTLED, Due, OrderKind, Pack, Step, StepState, StepView
from workbench.ui.forms import Known
from workbench.ui.guide.lines import BEHIND
from workbench.ui.state import tr


@dataclass(frozen=True)
class Shown:
    """What a card is drawn from; if none of it changed, the card is left as it is."""

    row: GuideRow
    pack: Pack
    key: str
    now: datetime
    may_waive: bool

    @property
    def left(self) -> bool:
        """Whether only a procedure that the case followed before has the step: then it is read and no more."""
        return self.key not in self.pack.steps

    @property
    def step(self) -> Step:
        return self.row.recorded_as[self.key] if self.left else self.pack.step(self.key)

    @property
    def view(self) -> StepView:
        """Where the step stands; one that was left behind stands where it was recorded."""
        if not self.left:
            return self.row.progress.views[self.key]
        last = self.history[-1].state
        state = StepState(last) if last in SETTLED else StepState.ABSENT
        return StepView(self.key, state, applies=False, no_longer_called_for=True)

    @property
    def state(self) -> StepState:
        return self.view.state

    @property
    def phase(self) -> str:
        """The title of the phase that it belongs to."""
        return tr(BEHIND) if self.left else self.pack.phase_of(self.key).title

    @property
    def history(self) -> tuple[HistoryRow, ...]:
        """What was recorded of the step so far, oldest first."""
        return tuple(self.row.records.get(self.key, ()))

    @property
    def settled(self) -> bool:
        """Whether the step is recorded, so that its fields only show what was said."""
        return self.left or self.state in SETTLED

    @property
    def earlier(self) -> bool:
        """Whether it was recorded under an earlier edition that asked otherwise."""
        return self.settled and self.key in self.row.recorded_as

    @property
    def fields(self) -> tuple[Field, ...]:
        """The questions, as they were asked when the step was recorded."""
        return (self.row.recorded_as[self.key] if self.earlier else self.step).fields

    @property
    def dues(self) -> tuple[Due, ...]:
        """The deadlines of the step that run or ran."""
        return tuple(one for one in self.row.dues if one.step == self.key)

    @property
    def kinds(self) -> tuple[OrderKind, ...]:
        """The kinds of order that are asked for at the step."""
        return tuple(self.pack.orders[kind] for kind in self.step.asks if kind in self.pack.orders)

    @property
    def orders(self) -> tuple[OrderRow, ...]:
        """The orders of these kinds in the case."""
        return tuple(one for one in self.row.orders if one.kind in self.step.asks)

    def answers(self) -> Mapping[str, object]:
        """What the fields show at first: the record of a settled step, else the draft."""
        if self.settled:
            return self.history[-1].answers if self.history else {}
        draft = self.row.drafts.get(self.key)
        return draft.answers if draft else {}

    def signature(self) -> tuple[Any, ...]:
        """What, if it changes, makes the card be drawn anew."""
        view = self.view
        return (
            self.row.case.case_id,
            self.key,
            self.state,
            len(self.history),
            self.pack.language,
            self.pack.digest,
            self.may_waive,
            self.row.clock_doubted,
            tuple(one.label for one in self.fields),
            tuple(one.alias for one in self.row.people),
            tuple(one.number for one in self.row.exhibits),
            (view.waits_for, view.waits_for_facts, view.waits_for_orders),
            tuple((one.ref, len(one.entries), one.in_force) for one in self.orders),
            tuple((one.subject, one.index, one.due_at, one.settled_at, len(one.extended)) for one in self.dues),
        )


def known(row_: GuideRow) -> Known:
    """The people and exhibits that answers may name."""
    return Known(
        people=[
            (one.alias, isolate(" ".join(f"{letter}…" for letter in one.initials))) for one in row_.people
        ],
        exhibits=[(one.number, isolate(one.description)) for one in row_.exhibits],
        zone=row_.zone,
    )
