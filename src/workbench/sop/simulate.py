"""Simulation: a pack walked from its first step to its last on given facts, to see which steps come, when and why."""

from collections.abc import Mapping
from dataclasses import dataclass, field, replace
from datetime import UTC, datetime

from workbench.sop.facts import BUILT_IN, Fact, OrderFact, OrderState, Picture, facts
from workbench.sop.model import Pack
from workbench.sop.progress import Because, Progress, Record, StepState, progress
from workbench.sop.rules import leaves

# A walk needs an order of time, not a time.
_START = datetime(2000, 1, 1, tzinfo=UTC)


@dataclass(frozen=True, slots=True)
class Supposed:
    """What is supposed of a case.

    ``facts`` are held true or false whatever the rest says. ``answers`` become known when their step is done,
    as in a real case. The judge grants every order but those of the kinds in ``refused``.
    """

    facts: Mapping[str, bool] = field(default_factory=dict)
    answers: Mapping[str, Mapping[str, object]] = field(default_factory=dict)
    picture: Picture = field(default_factory=lambda: Picture(_START, "tip"))
    refused: frozenset[str] = frozenset()


@dataclass(frozen=True, slots=True)
class Walked:
    """One step of the walk: why it was called for, and after which steps its gate opened."""

    step: str
    because: tuple[Because, ...]
    after: tuple[str, ...]
    orders: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True)
class Walk:
    """The whole walk: the steps in the order in which they can be done, those never called for, those left shut."""

    steps: tuple[Walked, ...]
    not_called_for: tuple[str, ...]
    shut: Mapping[str, tuple[str, ...]]


def simulate(pack: Pack, supposed: Supposed) -> Walk:
    """Walk a pack to its end. The same suppositions give the same walk.

    Raises ``KeyError`` for a fact that the pack does not know.
    """
    for key in supposed.facts:
        if key not in pack.facts and key not in BUILT_IN:
            raise KeyError(key)
    records: list[Record] = []
    orders: list[OrderFact] = []
    answers: dict[str, Mapping[str, object]] = {}
    walked: list[Walked] = []
    while True:
        true = _facts(pack, supposed, answers, tuple(orders))
        where = progress(pack, true, records, orders=tuple(orders))
        if _asked(pack, where, supposed, orders):
            continue
        if where.current is None:
            break
        step, view = pack.step(where.current), where.views[where.current]
        gate = (leaf.key for leaf in leaves(step.gate) if leaf.key in {one.step for one in walked})
        given = tuple(one.kind for one in orders if one.step == step.key)
        walked.append(Walked(step.key, view.because, tuple(dict.fromkeys(gate)), given))
        records.append(Record(step.key, StepState.DONE, {}, "", _START, ""))
        if step.key in supposed.answers:
            answers[step.key] = supposed.answers[step.key]
    left = {key: view for key, view in where.views.items() if view.state is StepState.WAITING}
    return Walk(
        steps=tuple(walked),
        not_called_for=tuple(key for key, view in where.views.items() if view.state is StepState.ABSENT),
        shut={
            key: (*view.waits_for, *view.waits_for_facts, *(f"order {kind}" for kind in view.waits_for_orders))
            for key, view in left.items()
        },
    )  # fmt: skip


def _facts(
    pack: Pack, supposed: Supposed, answers: Mapping[str, Mapping[str, object]], orders: tuple[OrderFact, ...]
) -> dict[str, Fact]:
    """The facts as they follow; what is supposed of one holds for those that rest on it too."""
    known = replace(supposed.picture, answers={**supposed.picture.answers, **answers}, orders=orders)
    return facts(pack, known, supposed.facts)


def _asked(pack: Pack, where: Progress, supposed: Supposed, orders: list[OrderFact]) -> bool:
    """Ask for the orders of every step that is called for; whether one was newly given or refused."""
    known = {(one.step, one.kind) for one in orders}
    before = len(orders)
    for view in where.views.values():
        # An order may stand beside a fact that would open the gate as well.
        if not view.applies or (view.state is StepState.WAITING and view.waits_for):
            continue
        for kind in pack.step(view.key).asks:
            if (view.key, kind) not in known:
                state = OrderState.REFUSED if kind in supposed.refused else OrderState.GRANTED
                ref = f"O-{len(orders) + 1:02}"
                orders.append(OrderFact(ref, kind, view.key, "", state, state is OrderState.GRANTED))
    return len(orders) > before
