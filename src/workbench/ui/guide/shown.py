"""What a step card is drawn from."""

from collections.abc import Mapping
from dataclasses import dataclass
from datetime import datetime
from typing import Any

from workbench.i18n import isolate
from workbench.services.guides import GuideRow
from workbench.services.rows import HistoryRow
from workbench.sop import SETTLED, Pack, Step, StepState
from workbench.ui.forms import Known


@dataclass(frozen=True)
class Shown:
    """What a card is drawn from; if none of it changed, the card is left as it is."""

    row: GuideRow
    pack: Pack
    key: str
    now: datetime
    may_waive: bool

    @property
    def step(self) -> Step:
        return self.pack.step(self.key)

    @property
    def state(self) -> StepState:
        """Where the step stands."""
        return self.row.progress.views[self.key].state

    @property
    def history(self) -> tuple[HistoryRow, ...]:
        """What was recorded of the step so far, oldest first."""
        return tuple(self.row.records.get(self.key, ()))

    @property
    def settled(self) -> bool:
        """Whether the step is recorded, so that its fields only show what was said."""
        return self.state in SETTLED

    def answers(self) -> Mapping[str, object]:
        """What the fields show at first: the record of a settled step, else the draft."""
        if self.settled:
            return self.history[-1].answers if self.history else {}
        draft = self.row.drafts.get(self.key)
        return draft.answers if draft else {}

    def signature(self) -> tuple[Any, ...]:
        """What, if it changes, makes the card be drawn anew."""
        return (
            self.row.case.case_id,
            self.key,
            self.state,
            len(self.history),
            self.pack.language,
            self.may_waive,
            tuple(one.alias for one in self.row.people),
            tuple(one.number for one in self.row.exhibits),
            self.row.progress.views[self.key].waits_for,
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
