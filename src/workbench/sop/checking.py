"""Checking a pack as a whole: what names what, what waits for what, and whether every step can be reached."""

from collections.abc import Iterable, Mapping
from graphlib import CycleError, TopologicalSorter
from itertools import product

from workbench.fields import Field, Kind
from workbench.i18n import ltr
from workbench.sop.facts import BUILT_IN
from workbench.sop.flaws import Flaw
from workbench.sop.model import Step
from workbench.sop.reading import Draft
from workbench.sop.rules import Answered, FactHolds, Leaf, Rule, StepSettled, Test, holds, leaves
from workbench.sop.section import Place, Report

FACT_LIMIT = 12
CASE_OPENED = "case_opened"
_TIMES = (Kind.DAY, Kind.MOMENT)


def check(draft: Draft, report: Report) -> None:
    """Add a finding for everything that does not hold together."""
    steps = {step.key: step for phase in draft.phases for step in phase.steps}
    facts = BUILT_IN.keys() | draft.facts.keys()
    for key, fact in draft.facts.items():
        place = report.at(f"fact {key}")
        if key in BUILT_IN:
            report.add(Flaw.NAME_TAKEN, place, value=ltr(key))
        for leaf in leaves(fact.rule):
            if not (f"facts.{key}" in draft.borrowed and isinstance(leaf, Answered) and leaf.step not in steps):
                _check_leaf(leaf, steps, facts, report, place)
    for step in steps.values():
        _check_step(step, steps, facts, report)
    facts_on = {key: _named(fact.rule, FactHolds) for key, fact in draft.facts.items()}
    _check_circle(facts_on, Flaw.FACT_CIRCLE, "facts", "fact ", report)
    gates_on = {key: _named(step.gate, StepSettled) for key, step in steps.items()}
    _check_circle(gates_on, Flaw.GATE_CIRCLE, "steps", "gate ", report)


def _named(rule: Rule | None, leaf: type[FactHolds] | type[StepSettled]) -> list[str]:
    return [one.key for one in leaves(rule) if isinstance(one, leaf)]


def _check_step(step: Step, steps: Mapping[str, Step], facts: Iterable[str], report: Report) -> None:
    for part, rule in (("when", step.when), ("gate", step.gate)):
        for leaf in leaves(rule):
            _check_leaf(leaf, steps, facts, report, report.at(f"{part} {step.key}"))
    if step.gate is not None:
        _check_gate(step, step.gate, report)
    if step.deadline is not None and step.deadline.start not in ("", CASE_OPENED):
        _check_start(step.deadline.start, steps, report, report.at(f"deadline {step.key}"))


def _check_leaf(leaf: Leaf, steps: Mapping[str, Step], facts: Iterable[str], report: Report, place: Place) -> None:
    if isinstance(leaf, FactHolds):
        if leaf.key not in facts:
            report.add(Flaw.FACT_UNKNOWN, place, value=ltr(leaf.key))
    elif isinstance(leaf, StepSettled):
        if leaf.key not in steps:
            report.add(Flaw.STEP_UNKNOWN, place, value=ltr(leaf.key))
    else:
        field = _field(leaf.step, leaf.field, steps, report, place)
        if field is not None and leaf.test is not Test.GIVEN:
            _check_values(leaf, field, report, place)


def _field(step: str, field: str, steps: Mapping[str, Step], report: Report, place: Place) -> Field | None:
    if step not in steps:
        report.add(Flaw.STEP_UNKNOWN, place, value=ltr(step))
        return None
    known = steps[step].field(field)
    if known is None:
        report.add(Flaw.FIELD_UNKNOWN, place, value=ltr(f"{step}.{field}"))
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


def _check_start(start: str, steps: Mapping[str, Step], report: Report, place: Place) -> None:
    if start in steps:
        return
    step, _, key = start.rpartition(".")
    field = _field(step, key, steps, report, place)
    if field is not None and field.kind not in _TIMES:
        known = ltr(", ".join(_TIMES))
        report.add(Flaw.KIND_UNFIT, place, field=ltr(start), kind=ltr(field.kind.value), known=known)


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
