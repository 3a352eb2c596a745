"""Progress: which steps a case calls for, what each waits for, what is settled, and which is next."""

from collections.abc import Collection, Iterable, Mapping
from dataclasses import dataclass
from datetime import datetime
from enum import StrEnum

from workbench.sop.facts import Cause, Fact
from workbench.sop.model import Pack, Step
from workbench.sop.rules import FactHolds, Leaf, StepSettled, deciding, holds

REOPENED = "reopened"


class StepState(StrEnum):
    """Where a step stands; ``done``, ``not_applicable``, ``waived`` and ``asked`` are also states of a record."""

    ABSENT = "absent"
    WAITING = "waiting"
    OPEN = "open"
    DRAFT = "draft"
    DONE = "done"
    NOT_APPLICABLE = "not_applicable"
    WAIVED = "waived"
    ASKED = "asked"


SETTLED = frozenset({StepState.DONE, StepState.NOT_APPLICABLE, StepState.WAIVED})
RECORDED = SETTLED | {StepState.ASKED, REOPENED}


@dataclass(frozen=True, slots=True)
class Record:
    """One entry in the history of a step: a state of ``RECORDED``, what was answered, why, when (UTC), by whom."""

    step: str
    state: str
    answers: Mapping[str, object]
    reason: str
    at: datetime
    by: str


@dataclass(frozen=True, slots=True)
class Because:
    """A fact that put a step where it is: it holds, or the step is there because it does not."""

    fact: str
    holds: bool
    causes: tuple[Cause, ...] = ()


@dataclass(frozen=True, slots=True)
class StepView:
    """Where one step stands. ``applies`` says whether the facts call for it now.

    ``waits_for`` are the steps, ``waits_for_facts`` the facts that would open the gate of a waiting step.
    """

    key: str
    state: StepState
    applies: bool
    waits_for: tuple[str, ...] = ()
    because: tuple[Because, ...] = ()
    waits_for_facts: tuple[str, ...] = ()
    no_longer_called_for: bool = False


@dataclass(frozen=True, slots=True)
class Progress:
    """Where a case stands: its steps by key in the order of the pack, the next one, and how many are settled."""

    views: Mapping[str, StepView]
    current: str | None
    done: int
    total: int


def progress(
    pack: Pack, facts: Mapping[str, Fact], records: Iterable[Record], drafts: Collection[str] = frozenset()
) -> Progress:
    """Where a case stands under a pack.

    ``records`` are the whole history, oldest first; the newest of a step holds. ``drafts`` are the steps that
    somebody has begun to write. A step that the facts do not call for is absent unless something was recorded
    of it. Records of steps that the pack does not have change nothing. Raises ``ValueError`` for a record in a
    state that there is not.
    """
    newest = _newest(records)
    applies = {step.key: _applies(step, facts) for step in pack.steps.values()}
    passed = {key for key, called in applies.items() if not called or newest.get(key) in SETTLED}
    views: dict[str, StepView] = {}
    for step in pack.steps.values():
        views[step.key] = _view(step, facts, applies[step.key], newest.get(step.key), passed, step.key in drafts)
    counted = [view for view in views.values() if view.applies or view.state in SETTLED]
    return Progress(
        views=views,
        current=next((view.key for view in counted if view.state in (StepState.OPEN, StepState.DRAFT)), None),
        done=sum(view.state in SETTLED for view in counted),
        total=len(counted),
    )


def _newest(records: Iterable[Record]) -> dict[str, str]:
    newest: dict[str, str] = {}
    for record in records:
        if record.state not in RECORDED:
            raise ValueError(f"a record cannot be {record.state!r}")
        newest[record.step] = record.state
    return newest


def _applies(step: Step, facts: Mapping[str, Fact]) -> bool:
    return step.when is None or holds(step.when, lambda leaf: facts[leaf.key].holds)


def _view(
    step: Step, facts: Mapping[str, Fact], applies: bool, recorded: str | None, passed: Collection[str], drafted: bool
) -> StepView:
    if not applies and recorded is None:
        return StepView(step.key, StepState.ABSENT, applies=False)
    waiting = () if recorded in SETTLED else _shut_by(step, facts, passed)
    return StepView(
        key=step.key, state=_state(recorded, bool(waiting), drafted), applies=applies,
        waits_for=tuple(dict.fromkeys(leaf.key for leaf in waiting if isinstance(leaf, StepSettled))),
        because=_because(step, facts),
        waits_for_facts=tuple(dict.fromkeys(leaf.key for leaf in waiting if isinstance(leaf, FactHolds))),
        no_longer_called_for=not applies,
    )  # fmt: skip


def _state(recorded: str | None, waiting: bool, drafted: bool) -> StepState:
    if recorded is not None and recorded != REOPENED:
        return StepState(recorded)
    if waiting:
        return StepState.WAITING
    return StepState.DRAFT if drafted else StepState.OPEN


def _shut_by(step: Step, facts: Mapping[str, Fact], passed: Collection[str]) -> tuple[Leaf, ...]:
    """The leaves that keep the gate of a step shut; none if it is open."""

    def judge(leaf: Leaf) -> bool:
        return leaf.key in passed if isinstance(leaf, StepSettled) else facts[leaf.key].holds

    if step.gate is None or holds(step.gate, judge):
        return ()
    return tuple(deciding(step.gate, judge))


def _because(step: Step, facts: Mapping[str, Fact]) -> tuple[Because, ...]:
    """The facts that call for the step, or, if it is no longer called for, those that say so."""
    if step.when is None:
        return ()
    named = dict.fromkeys(leaf.key for leaf in deciding(step.when, lambda leaf: facts[leaf.key].holds))
    return tuple(Because(key, facts[key].holds, facts[key].causes) for key in named)
