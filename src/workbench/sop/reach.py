"""Reach: steps that no case can ever call for, facts that can never hold, and what nothing asks for."""

from collections.abc import Iterable, Mapping
from dataclasses import dataclass, field

from workbench.i18n import ltr
from workbench.sop.facts import BUILT_IN
from workbench.sop.flaws import Flaw
from workbench.sop.model import PackFact, Step
from workbench.sop.reading import Draft
from workbench.sop.rules import AllOf, Answered, AnyOf, FactHolds, Not, Rule, Test, leaves
from workbench.sop.section import Report

# A rule that takes more tries than this is believed: a check must end.
_TRIES = 20_000
_NONE = ""  # no answer


@dataclass
class _World:
    """What the answers, built-in facts and orders are taken to be, while a way to make a rule hold is looked for."""

    steps: Mapping[str, Step]
    facts: Mapping[str, PackFact]
    reached: frozenset[str]
    tries: int = 0
    allowed: dict[str, frozenset[str]] = field(default_factory=dict)
    chosen: dict[str, bool] = field(default_factory=dict)

    def holds(self, rules: list[tuple[Rule, bool]]) -> bool:
        """Whether all rules can be made to come out as wished at once."""
        self.tries += 1
        if not rules or self.tries > _TRIES:
            return True
        (rule, wanted), rest = rules[0], rules[1:]
        if isinstance(rule, Not):
            return self.holds([(rule.part, not wanted), *rest])
        if isinstance(rule, AnyOf | AllOf):
            parts = [(part, wanted) for part in rule.parts]
            # One of them is enough to make «any» true or «all» false.
            if isinstance(rule, AnyOf) is wanted:
                return any(self.holds([part, *rest]) for part in parts)
            return self.holds([*parts, *rest])
        if isinstance(rule, FactHolds) and rule.key in self.facts:
            return self.holds([(self.facts[rule.key].rule, wanted), *rest])
        if isinstance(rule, Answered):
            return self._answered(rule, wanted, rest)
        return self._choose(f"{type(rule).__name__} {rule.key}", wanted, rest)

    def _choose(self, name: str, wanted: bool, rest: list[tuple[Rule, bool]]) -> bool:
        if name in self.chosen:
            return self.chosen[name] is wanted and self.holds(rest)
        self.chosen[name] = wanted
        found = self.holds(rest)
        del self.chosen[name]
        return found

    def _answered(self, leaf: Answered, wanted: bool, rest: list[tuple[Rule, bool]]) -> bool:
        if leaf.step not in self.reached:
            # Nobody can answer there yet, so there is no answer.
            return not wanted and self.holds(rest)
        if leaf.test is Test.HAS:
            # Several answers can be ticked together: each is a question of its own.
            parts = tuple(FactHolds(f"{leaf.key} has {value}") for value in leaf.values)
            return self.holds([(AnyOf(parts), wanted), *rest])
        asked = self.steps[leaf.step].field(leaf.field) if leaf.step in self.steps else None
        before = self.allowed.get(leaf.key, frozenset((_NONE, *(asked.choices if asked else ()), "…")))
        fitting = before - {_NONE} if leaf.test is Test.GIVEN else before & set(leaf.values)
        left = fitting if wanted else before - fitting
        if not left:
            return False
        self.allowed[leaf.key] = left
        found = self.holds(rest)
        self.allowed[leaf.key] = before
        return found


def check_reach(draft: Draft, report: Report) -> None:
    """Add a finding for each step, fact and order that could be left out without anybody noticing."""
    steps = {step.key: step for phase in draft.phases for step in phase.steps}
    reached = _reached(steps, draft.facts)
    for key in steps.keys() - reached:
        report.add(Flaw.STEP_UNREACHABLE, report.at(f"when {key}"), step=ltr(key))
    used = _used(draft, steps.values())
    for key in draft.facts:
        if f"facts.{key}" in draft.borrowed:
            continue
        place = report.at(f"fact {key}")
        if key not in used:
            report.add(Flaw.FACT_UNUSED, place, value=ltr(key))
        elif not _World(steps, draft.facts, reached).holds([(FactHolds(key), True)]):
            report.add(Flaw.FACT_DEAD, place, value=ltr(key))
    asked = {kind for step in steps.values() for kind in step.asks}
    for key in draft.orders:
        if key not in asked and f"orders.{key}" not in draft.borrowed:
            report.add(Flaw.ORDER_UNUSED, report.at(f"order {key}"), value=ltr(key))


def _reached(steps: Mapping[str, Step], facts: Mapping[str, PackFact]) -> frozenset[str]:
    """The steps that some case calls for: those without a condition, and on from what is answered there."""
    reached: frozenset[str] = frozenset()
    while True:
        found = frozenset(
            key for key, step in steps.items()
            if key in reached or step.when is None or _World(steps, facts, reached).holds([(step.when, True)])
        )  # fmt: skip
        if found == reached:
            return reached
        reached = found


def _used(draft: Draft, steps: Iterable[Step]) -> set[str]:
    """The facts that some condition names."""
    rules: list[Rule | None] = [fact.rule for fact in draft.facts.values()]
    for step in steps:
        rules += [step.when, step.gate]
    for matter in (*draft.coverage.values(), *draft.readiness.values()):
        rules += [matter.when, matter.done]
    return {leaf.key for rule in rules for leaf in leaves(rule) if isinstance(leaf, FactHolds)} - BUILT_IN.keys()
