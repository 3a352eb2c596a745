"""Joining: two packs that share steps become one procedure, for a case that is both at once."""

import hashlib
from collections.abc import Mapping
from dataclasses import replace
from graphlib import CycleError, TopologicalSorter

from workbench.sop.model import Matter, Origin, Pack, PackFact, Phase, Step
from workbench.sop.rules import AllOf, AnyOf, Rule, StepSettled, leaves

BOTH = "both"


def joined(first: Pack, second: Pack) -> Pack:
    """One procedure with the steps of both, each once, under their keys; the first pack's phases come first.

    A step of both is called for where either calls for it and waits for what both say; it stands for the codes
    of both. What only one has stays as it is. The records of a case carry over, because they go by step.
    """
    first, second = first.in_language(first.source_language), second.in_language(first.source_language)
    digest = hashlib.sha256(f"joined\n{first.digest}\n{second.digest}".encode()).hexdigest()
    made = _join(first, second, Origin({}, digest, lambda _, tag: _spoken(first, second, tag, digest)))
    made.origin.spoken[made.language] = made
    return made


def _spoken(first: Pack, second: Pack, tag: str, digest: str) -> Pack:
    said = _join(first.in_language(tag), second.in_language(tag), Origin({}, digest, lambda pack, _: pack))
    # Asked for another language, it answers through the pack it came from.
    return replace(said, origin=Origin({}, digest, lambda _, other: _spoken(first, second, other, digest)))


def _join(first: Pack, second: Pack, origin: Origin) -> Pack:
    gates = _gates(first, second)
    phases = [_phase(phase, gates, second.steps) for phase in first.phases]
    for phase in second.phases:
        own = tuple(step for step in phase.steps if step.key not in first.steps)
        if own:
            phases.append(replace(phase, steps=own))
    return replace(
        first, key=f"{first.key}+{second.key}", version=f"{first.version}+{second.version}", kind=BOTH,
        title=f"{first.title} + {second.title}", jurisdictions=_union(first.jurisdictions, second.jurisdictions),
        languages=tuple(tag for tag in first.languages if tag in second.languages),
        actors={**second.actors, **first.actors}, documents={**second.documents, **first.documents},
        sources={**second.sources, **first.sources}, facts=_facts(first.facts, second.facts),
        orders={**second.orders, **first.orders}, coverage=_matters(first.coverage, second.coverage),
        readiness=_matters(first.readiness, second.readiness), phases=tuple(phases), shares="",
        borrowed=frozenset(), origin=origin,
    )  # fmt: skip


def _union(first: tuple[str, ...], second: tuple[str, ...]) -> tuple[str, ...]:
    return tuple(dict.fromkeys((*first, *second)))


def _phase(phase: Phase, gates: Mapping[str, Rule | None], others: Mapping[str, Step]) -> Phase:
    return replace(phase, steps=tuple(_step(step, gates, others.get(step.key)) for step in phase.steps))


def _step(step: Step, gates: Mapping[str, Rule | None], other: Step | None) -> Step:
    if other is None:
        return step
    either = None if step.when is None or other.when is None else _either(step.when, other.when)
    return replace(
        step, when=either, gate=gates[step.key], codes=_union(step.codes, other.codes),
        asks=_union(step.asks, other.asks), safety=step.safety or other.safety,
    )  # fmt: skip


def _either(one: Rule, other: Rule) -> Rule:
    return one if one == other else AnyOf((one, other))


def _gates(first: Pack, second: Pack) -> dict[str, Rule | None]:
    """The gates of both together; where they would wait for each other, the gate of the first pack alone."""
    gates: dict[str, Rule | None] = {key: step.gate for key, step in second.steps.items()}
    for key, step in first.steps.items():
        other = gates.get(key)
        gates[key] = step.gate if other is None or other == step.gate else _all(step.gate, other)
    while circle := _circle(gates):
        for key in circle:
            if key in first.steps and gates[key] != first.steps[key].gate:
                gates[key] = first.steps[key].gate
                break
        else:
            # Each pack alone has no circle, so one of its steps had both gates.
            raise AssertionError(circle)
    return gates


def _all(one: Rule | None, other: Rule) -> Rule:
    return other if one is None else AllOf((one, other))


def _circle(gates: Mapping[str, Rule | None]) -> list[str]:
    graph = {
        key: [leaf.key for leaf in leaves(gate) if isinstance(leaf, StepSettled)] for key, gate in gates.items()
    }
    try:
        TopologicalSorter(graph).prepare()
    except CycleError as error:
        found: list[str] = error.args[1]
        return found
    return []


def _facts(first: Mapping[str, PackFact], second: Mapping[str, PackFact]) -> dict[str, PackFact]:
    facts = dict(first)
    for key, fact in second.items():
        mine = facts.get(key)
        facts[key] = fact if mine is None else replace(mine, rule=_either(mine.rule, fact.rule))
    return facts


def _matters(first: Mapping[str, Matter], second: Mapping[str, Matter]) -> dict[str, Matter]:
    """The matters of both; one that both name in different ways is asked for in both."""
    found = dict(first)
    for key, matter in second.items():
        if found.get(key, matter) != matter:
            key = f"{key}.{len(found)}"
        found[key] = replace(matter, key=key)
    return found
