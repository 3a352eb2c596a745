"""Progress: which steps a case calls for, what each waits for, what is settled, and which is next."""

from collections.abc import Collection, Iterable, Mapping
from dataclasses import dataclass
from datetime import datetime
from enum import StrEnum

from workbench.sop.facts import Cause, CauseKind, Fact, OrderFact, given
from workbench.sop.model import Pack, Step
from workbench.sop.rules import FactHolds, Leaf, OrderGiven, Rule, StepSettled, deciding, holds

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
    """One entry in the history of a step: a state of ``RECORDED``, what was answered, why, when (UTC), by whom.

    ``passed`` says how a closed gate was passed: ``early`` out of order, ``override`` to save a life; else empty.
    ``ref`` names the record itself.
    """

    step: str
    state: str
    answers: Mapping[str, object]
    reason: str
    at: datetime
    by: str
    passed: str = ""
    ref: str = ""


@dataclass(frozen=True, slots=True)
class Because:
    """A fact that put a step where it is: it holds, or the step is there because it does not."""

    fact: str
    holds: bool
    causes: tuple[Cause, ...] = ()


@dataclass(frozen=True, slots=True)
class StepView:
    """Where one step stands. ``applies`` says whether the facts call for it now.

    ``waits_for`` are the steps, ``waits_for_facts`` the facts, ``waits_for_orders`` the kinds of order that would
    open the gate of a waiting step.
    """

    key: str
    state: StepState
    applies: bool
    waits_for: tuple[str, ...] = ()
    because: tuple[Because, ...] = ()
    waits_for_facts: tuple[str, ...] = ()
    waits_for_orders: tuple[str, ...] = ()
    no_longer_called_for: bool = False


@dataclass(frozen=True, slots=True)
class Progress:
    """Where a case stands: its steps by key in the order of the pack, the next one, and how many are settled."""

    views: Mapping[str, StepView]
    current: str | None
    done: int
    total: int


def progress(
    pack: Pack,
    facts: Mapping[str, Fact],
    records: Iterable[Record],
    drafts: Collection[str] = frozenset(),
    orders: tuple[OrderFact, ...] = (),
) -> Progress:
    """Where a case stands under a pack.

    ``records`` are the whole history, oldest first; the newest of a step holds. ``drafts`` are the steps that
    somebody has begun to write, ``orders`` what the judge was asked for and gave. A step that the facts do not
    call for is absent unless something was recorded of it. Records of steps that the pack does not have change
    nothing. Raises ``ValueError`` for a record in a state that there is not.
    """
    newest = _newest(records)
    applies = {step.key: _applies(step, facts, orders) for step in pack.steps.values()}
    passed = {key for key, called in applies.items() if not called or newest.get(key) in SETTLED}
    known = _Known(facts, passed, orders)
    views: dict[str, StepView] = {}
    for step in pack.steps.values():
        views[step.key] = _view(step, known, applies[step.key], newest.get(step.key), step.key in drafts)
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


@dataclass(frozen=True, slots=True)
class _Known:
    """What gates ask: the facts, the steps that are settled or not called for, the orders."""

    facts: Mapping[str, Fact]
    passed: Collection[str]
    orders: tuple[OrderFact, ...]

    def judge(self, leaf: Leaf) -> bool:
        if isinstance(leaf, StepSettled):
            return leaf.key in self.passed
        return _true(leaf, self.facts, self.orders)


def settles(rule: Rule, facts: Mapping[str, Fact], where: Progress, orders: tuple[OrderFact, ...] = ()) -> bool:
    """Whether a condition like that of a gate holds: its steps settled or not called for, its facts true."""
    passed = {key for key, view in where.views.items() if not view.applies or view.state in SETTLED}
    return holds(rule, _Known(facts, passed, orders).judge)


def called_for(rule: Rule | None, facts: Mapping[str, Fact], orders: tuple[OrderFact, ...] = ()) -> bool:
    """Whether a ``when`` holds; what has none is always called for."""
    return rule is None or holds(rule, lambda leaf: _true(leaf, facts, orders))


def _true(leaf: Leaf, facts: Mapping[str, Fact], orders: tuple[OrderFact, ...]) -> bool:
    return given(leaf, orders) if isinstance(leaf, OrderGiven) else facts[leaf.key].holds


def _applies(step: Step, facts: Mapping[str, Fact], orders: tuple[OrderFact, ...]) -> bool:
    return called_for(step.when, facts, orders)


def _view(step: Step, known: _Known, applies: bool, recorded: str | None, drafted: bool) -> StepView:
    if not applies and recorded is None:
        return StepView(step.key, StepState.ABSENT, applies=False)
    waiting = () if recorded in SETTLED else _shut_by(step, known)
    return StepView(
        key=step.key, state=_state(recorded, bool(waiting), drafted), applies=applies,
        waits_for=_keys(waiting, StepSettled), because=_because(step, known),
        waits_for_facts=_keys(waiting, FactHolds), waits_for_orders=_keys(waiting, OrderGiven),
        no_longer_called_for=not applies,
    )  # fmt: skip


def _keys(found: Iterable[Leaf], kind: type[Leaf]) -> tuple[str, ...]:
    return tuple(dict.fromkeys(leaf.key for leaf in found if isinstance(leaf, kind)))


def _state(recorded: str | None, waiting: bool, drafted: bool) -> StepState:
    if recorded is not None and recorded != REOPENED:
        return StepState(recorded)
    if waiting:
        return StepState.WAITING
    return StepState.DRAFT if drafted else StepState.OPEN


def _shut_by(step: Step, known: _Known) -> tuple[Leaf, ...]:
    """The leaves that keep the gate of a step shut; none if it is open."""
    if step.gate is None or holds(step.gate, known.judge):
        return ()
    return tuple(deciding(step.gate, known.judge))


def _because(step: Step, known: _Known) -> tuple[Because, ...]:
    """What calls for the step, or, if it is no longer called for, what says so."""
    if step.when is None:
        return ()
    found: dict[str, Because] = {}
    for leaf in deciding(step.when, known.judge):
        if isinstance(leaf, OrderGiven):
            refs = tuple(Cause(CauseKind.ORDER, one.ref) for one in known.orders if given(leaf, (one,)))
            found[f"order.{leaf.key}"] = Because(f"order.{leaf.key}", bool(refs), refs)
        else:
            found[leaf.key] = Because(leaf.key, known.facts[leaf.key].holds, known.facts[leaf.key].causes)
    return tuple(found.values())
