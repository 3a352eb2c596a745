"""A procedure as a chart: its phases as columns of steps, what each step waits for, and its marks; without Qt."""

from collections.abc import Mapping
from dataclasses import dataclass

from workbench.i18n import N_, ltr
from workbench.sop import Pack, Step
from workbench.sop.rules import AllOf, AnyOf, FactHolds, OrderGiven, Rule, StepSettled, leaves
from workbench.ui.differences import comma
from workbench.ui.state import tr

# Key: icon, words.
MARKS: Mapping[str, tuple[str, str]] = {
    "safety": ("ph.shield-warning", N_("Safety gate")),
    "order": ("ph.scales", N_("Order of the judge")),
    "law": ("ph.timer", N_("Legal time limit")),
    "other": ("ph.clock", N_("Other time limit")),
}


@dataclass(frozen=True)
class Node:
    """A step on the chart. ``waits``: the steps it waits for, true where one of several is enough."""

    key: str
    title: str
    column: int
    row: int
    marks: tuple[str, ...]
    waits: Mapping[str, bool]
    else_waits: bool  # for an order, an answer or a fact
    conditional: bool


@dataclass(frozen=True)
class Column:
    """A phase with its steps from the first to the last."""

    key: str
    title: str
    steps: tuple[str, ...]


@dataclass(frozen=True)
class Plan:
    """The whole chart; ``opens`` are the steps that wait for each step."""

    columns: tuple[Column, ...]
    nodes: Mapping[str, Node]
    opens: Mapping[str, tuple[str, ...]]

    @property
    def rows(self) -> int:
        """How many steps the longest phase has."""
        return max((len(one.steps) for one in self.columns), default=0)

    def walk(self, key: str, across: int, down: int) -> str:
        """The step that lies beside a step: so many phases on, so many steps down; itself at the edge."""
        here = self.nodes[key]
        column = here.column + across
        while 0 <= column < len(self.columns) and not self.columns[column].steps:
            column += across
        if not 0 <= column < len(self.columns):
            return key
        steps = self.columns[column].steps
        return steps[max(0, min(len(steps) - 1, here.row + down))]

    def next(self, key: str, by: int) -> str:
        """The step before or after a step in the order of the procedure."""
        keys = list(self.nodes)
        return keys[max(0, min(len(keys) - 1, keys.index(key) + by))]


def plan(pack: Pack) -> Plan:
    """The chart of a procedure; the pack is in the language of the window."""
    columns = tuple(
        Column(phase.key, phase.title, tuple(step.key for step in phase.steps)) for phase in pack.phases
    )
    nodes = {
        step.key: _node(step, place, row)
        for place, phase in enumerate(pack.phases) for row, step in enumerate(phase.steps)
    }  # fmt: skip
    opens: dict[str, tuple[str, ...]] = {}
    for node in nodes.values():
        for key in node.waits:
            opens[key] = (*opens.get(key, ()), node.key)
    return Plan(columns, nodes, opens)


def marked(node: Node) -> str:
    """The marks of a step in words."""
    return comma().join(tr(MARKS[mark][1]) for mark in node.marks)


def spoken(node: Node, plan_: Plan) -> str:
    """A step in full, as a screen reader says it and a tool tip shows it."""
    parts = [tr(N_("Step {step}, {title}"), step=ltr(node.key), title=node.title)]
    parts.append(tr(N_("phase {phase}"), phase=plan_.columns[node.column].title))
    if node.waits:
        parts.append(tr(N_("waits for {steps}"), steps=comma().join(ltr(key) for key in node.waits)))
    if found := plan_.opens.get(node.key):
        parts.append(tr(N_("opens {steps}"), steps=comma().join(ltr(key) for key in found)))
    if node.conditional:
        parts.append(tr(N_("only under a condition")))
    parts += [tr(MARKS[mark][1]) for mark in node.marks]
    return ". ".join(parts)


def _node(step: Step, column: int, row: int) -> Node:
    waits = {key: loose for key, loose in _waits(step.gate).items() if key != step.key}
    others = any(isinstance(leaf, OrderGiven | FactHolds) for leaf in leaves(step.gate))
    return Node(step.key, step.title, column, row, _marks(step), waits, others, step.when is not None)


def _marks(step: Step) -> tuple[str, ...]:
    # Most steps name a good practice without a length: a clock on each would say nothing.
    bases = {one.basis for one in step.deadlines if one.basis == "law" or one.length is not None}
    found = {
        "safety": step.safety,
        "order": bool(step.asks) or any(isinstance(leaf, OrderGiven) for leaf in leaves(step.gate)),
        "law": "law" in bases,
        "other": bool(bases - {"law"}) and "law" not in bases,
    }
    return tuple(key for key, there in found.items() if there)


def _waits(gate: Rule | None) -> dict[str, bool]:
    """The steps that a gate names; true where one of several ways through the gate is enough."""
    if isinstance(gate, AllOf):
        return {key: loose for part in gate.parts for key, loose in _waits(part).items()}
    loose = isinstance(gate, AnyOf) and len(gate.parts) > 1
    return {leaf.key: loose for leaf in leaves(gate) if isinstance(leaf, StepSettled)}
