"""Checking a pack as a whole: what names what, what waits for what, and whether every step can be reached."""

from collections.abc import Collection, Mapping
from dataclasses import dataclass
from graphlib import CycleError, TopologicalSorter
from itertools import product

from workbench.fields import Field, Kind
from workbench.i18n import ltr
from workbench.sop.facts import BUILT_IN
from workbench.sop.flaws import Flaw
from workbench.sop.model import Deadline, Matter, OrderKind, Step
from workbench.sop.reading import Draft
from workbench.sop.reading_deadline import event
from workbench.sop.rules import Answered, FactHolds, Leaf, OrderGiven, Rule, StepSettled, Test, holds, leaves
from workbench.sop.section import Place, Report

FACT_LIMIT = 12
CASE_OPENED = "case_opened"
_TIMES = (Kind.DAY, Kind.MOMENT)


@dataclass(frozen=True)
class _Names:
    """What the conditions of a pack may name."""

    steps: Mapping[str, Step]
    facts: Collection[str]
    orders: Collection[str]
    asked: Collection[str]
    report: Report


def check(draft: Draft, report: Report) -> None:
    """Add a finding for everything that does not hold together."""
    steps = {step.key: step for phase in draft.phases for step in phase.steps}
    asked = {kind for step in steps.values() for kind in step.asks}
    names = _Names(steps, BUILT_IN.keys() | draft.facts.keys(), draft.orders.keys(), asked, report)
    for key, fact in draft.facts.items():
        place = report.at(f"fact {key}")
        if key in BUILT_IN:
            report.add(Flaw.NAME_TAKEN, place, value=ltr(key))
        for leaf in leaves(fact.rule):
            if not (f"facts.{key}" in draft.borrowed and _silent(leaf, names)):
                _check_leaf(leaf, names, place)
    for step in steps.values():
        _check_step(step, names)
    for part, matters in (("coverage", draft.coverage), ("readiness", draft.readiness)):
        for matter in matters.values():
            _check_matter(matter, names, report.at(f"{part} {matter.key}"))
    for kind in draft.orders.values():
        _check_order(kind, draft, report)
    facts_on = {key: _named(fact.rule, FactHolds) for key, fact in draft.facts.items()}
    _check_circle(facts_on, Flaw.FACT_CIRCLE, "facts", "fact ", report)
    gates_on = {key: _named(step.gate, StepSettled) for key, step in steps.items()}
    _check_circle(gates_on, Flaw.GATE_CIRCLE, "steps", "gate ", report)


def _silent(leaf: Leaf, names: _Names) -> bool:
    """Whether a leaf of a fact that came along asks for what was not shared: it does not hold, and that is all."""
    if isinstance(leaf, Answered):
        return leaf.step not in names.steps
    return isinstance(leaf, OrderGiven) and leaf.key not in names.orders


def _named(rule: Rule | None, leaf: type[FactHolds] | type[StepSettled]) -> list[str]:
    return [one.key for one in leaves(rule) if isinstance(one, leaf)]


def _check_step(step: Step, names: _Names) -> None:
    report = names.report
    for part, rule in (("when", step.when), ("gate", step.gate)):
        for leaf in leaves(rule):
            _check_leaf(leaf, names, report.at(f"{part} {step.key}"))
    if step.gate is not None:
        _check_gate(step, step.gate, report)
    for deadline in step.deadlines:
        _check_deadline(deadline, names, report.at(f"deadline {step.key}"))


def _check_matter(matter: Matter, names: _Names, place: Place) -> None:
    for rule in (matter.when, matter.done):
        for leaf in leaves(rule):
            _check_leaf(leaf, names, place)
    if matter.step not in names.steps:
        names.report.add(Flaw.STEP_UNKNOWN, place, value=ltr(matter.step))


def _check_order(kind: OrderKind, draft: Draft, report: Report) -> None:
    place = report.at(f"order {kind.key}")
    for key, value, known in (("document", kind.document, draft.documents), ("source", kind.source, draft.sources)):
        if value and value not in known:
            report.add(Flaw.NAME_UNKNOWN, place, key=ltr(key), value=ltr(value))


def _check_leaf(leaf: Leaf, names: _Names, place: Place) -> None:
    report = names.report
    if isinstance(leaf, FactHolds):
        if leaf.key not in names.facts:
            report.add(Flaw.FACT_UNKNOWN, place, value=ltr(leaf.key))
    elif isinstance(leaf, StepSettled):
        if leaf.key not in names.steps:
            report.add(Flaw.STEP_UNKNOWN, place, value=ltr(leaf.key))
    elif isinstance(leaf, OrderGiven):
        if leaf.key not in names.orders:
            report.add(Flaw.ORDER_UNKNOWN, place, value=ltr(leaf.key))
        elif leaf.key not in names.asked:
            report.add(Flaw.ORDER_NEVER_ASKED, place, value=ltr(leaf.key))
    else:
        field = _field(leaf.step, leaf.field, names, place)
        if field is not None and leaf.test is not Test.GIVEN:
            _check_values(leaf, field, report, place)


def _field(step: str, field: str, names: _Names, place: Place) -> Field | None:
    if step not in names.steps:
        names.report.add(Flaw.STEP_UNKNOWN, place, value=ltr(step))
        return None
    known = names.steps[step].field(field)
    if known is None:
        names.report.add(Flaw.FIELD_UNKNOWN, place, value=ltr(f"{step}.{field}"))
    return known


def _check_values(leaf: Answered, field: Field, report: Report, place: Place) -> None:
    name = ltr(leaf.key)
    fitting = (Kind.CHOICES,) if leaf.test is Test.HAS else (Kind.CHOICE, Kind.TRUTH)
    if field.kind not in fitting:
        report.add(Flaw.KIND_UNFIT, place, field=name, kind=ltr(field.kind.value), known=ltr(", ".join(fitting)))
        return
    for value in leaf.values:
        if value not in field.choices:
            report.add(Flaw.VALUE_UNKNOWN, place, field=name, value=ltr(value), known=ltr(", ".join(field.choices)))


def _check_deadline(deadline: Deadline, names: _Names, place: Place) -> None:
    if deadline.start in ("", CASE_OPENED):
        _check_met(deadline, names, place)
        return
    happens = event(deadline.start)
    if happens:
        _, _, kind = happens.partition(".")
        if kind and kind not in names.orders:
            names.report.add(Flaw.ORDER_UNKNOWN, place, value=ltr(kind))
    elif deadline.start not in names.steps:
        _check_time(deadline.start, names, place)
    _check_met(deadline, names, place)


def _check_met(deadline: Deadline, names: _Names, place: Place) -> None:
    if deadline.ends and deadline.ends not in names.steps:
        names.report.add(Flaw.STEP_UNKNOWN, place, value=ltr(deadline.ends))
    if deadline.met:
        _check_time(deadline.met, names, place)


def _check_time(answer: str, names: _Names, place: Place) -> None:
    """An answer that time runs from must be a day or a moment."""
    step, _, key = answer.rpartition(".")
    field = _field(step, key, names, place)
    if field is not None and field.kind not in _TIMES:
        known = ltr(", ".join(_TIMES))
        names.report.add(
            Flaw.KIND_UNFIT, place, field=ltr(answer), kind=ltr(field.kind.value), known=known
        )


def _check_gate(step: Step, gate: Rule, report: Report) -> None:
    """A gate must open once every step is settled, whatever is true of the case: nobody may be locked out."""
    place = report.at(f"gate {step.key}")
    named = {*_named(step.when, FactHolds), *_named(gate, FactHolds)}
    if len(named) > FACT_LIMIT:
        report.add(Flaw.RULE_TOO_WIDE, place, step=ltr(step.key), limit=FACT_LIMIT)
        return
    for values in product((False, True), repeat=len(named)):
        true = dict(zip(sorted(named), values, strict=True))

        def judge(leaf: Leaf, true: Mapping[str, bool] = true) -> bool:
            return true[leaf.key] if isinstance(leaf, FactHolds) else True

        if (step.when is None or holds(step.when, judge)) and not holds(gate, judge):
            report.add(Flaw.GATE_STUCK, place, step=ltr(step.key))
            return


def _check_circle(graph: dict[str, list[str]], flaw: Flaw, fact: str, prefix: str, report: Report) -> None:
    try:
        TopologicalSorter(graph).prepare()
    except CycleError as error:
        circle: list[str] = error.args[1]
        report.add(flaw, report.at(f"{prefix}{circle[0]}"), **{fact: ltr(" → ".join(circle))})
