"""Coverage and readiness: what the pack says must not be forgotten, held against where the case stands."""

from collections.abc import Mapping
from dataclasses import dataclass
from enum import StrEnum

from workbench.sop.facts import Fact, OrderFact
from workbench.sop.model import Matter, Pack
from workbench.sop.progress import Progress, StepState, called_for, settles


class MatterState(StrEnum):
    """Where a matter stands; ``set_aside`` is settled only because its step was left out, with a reason."""

    DONE = "done"
    OPEN = "open"
    SET_ASIDE = "set_aside"
    NOT_CALLED_FOR = "not_called_for"


@dataclass(frozen=True, slots=True)
class MatterView:
    """A matter of the pack as it stands in a case; ``step`` is where it is mended."""

    key: str
    label: str
    state: MatterState
    step: str


def coverage(
    pack: Pack, facts: Mapping[str, Fact], where: Progress, orders: tuple[OrderFact, ...] = ()
) -> tuple[MatterView, ...]:
    """What was examined and what was not yet, in the order of the pack."""
    return _views(pack.coverage, facts, where, orders)


def readiness(
    pack: Pack, facts: Mapping[str, Fact], where: Progress, orders: tuple[OrderFact, ...] = ()
) -> tuple[MatterView, ...]:
    """What the file needs before it is handed over, in the order of the pack."""
    return _views(pack.readiness, facts, where, orders)


def _views(
    matters: Mapping[str, Matter], facts: Mapping[str, Fact], where: Progress, orders: tuple[OrderFact, ...]
) -> tuple[MatterView, ...]:
    return tuple(
        MatterView(one.key, one.label, _state(one, facts, where, orders), one.step) for one in matters.values()
    )


def _state(
    matter: Matter, facts: Mapping[str, Fact], where: Progress, orders: tuple[OrderFact, ...]
) -> MatterState:
    if not called_for(matter.when, facts, orders):
        return MatterState.NOT_CALLED_FOR
    if not settles(matter.done, facts, where, orders):
        return MatterState.OPEN
    view = where.views.get(matter.step)
    left_out = view is not None and view.state in (StepState.NOT_APPLICABLE, StepState.WAIVED)
    return MatterState.SET_ASIDE if left_out else MatterState.DONE
