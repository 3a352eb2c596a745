"""Rules: conditions over facts, answers, orders and settled steps, and which parts made them what they are."""

from collections.abc import Callable, Iterator
from dataclasses import dataclass
from enum import StrEnum


class Test(StrEnum):
    """How an answer is looked at."""

    IS = "is"
    HAS = "has"
    GIVEN = "given"


@dataclass(frozen=True, slots=True)
class FactHolds:
    """True while the fact holds."""

    key: str


@dataclass(frozen=True, slots=True)
class StepSettled:
    """True when the step is settled, or is not called for."""

    key: str


@dataclass(frozen=True, slots=True)
class Answered:
    """True while the answer of a step's field passes the test."""

    step: str
    field: str
    test: Test
    values: tuple[str, ...] = ()

    @property
    def key(self) -> str:
        """The answer as ``STEP.field``."""
        return f"{self.step}.{self.field}"


@dataclass(frozen=True, slots=True)
class OrderGiven:
    """True when the judge gave an order of this kind, or the exception that the law knows was recorded.

    With ``in_force`` it must be in force at the moment; without, it is enough that it was ever given.
    """

    key: str
    in_force: bool = False


@dataclass(frozen=True, slots=True)
class AnyOf:
    parts: tuple["Rule", ...]


@dataclass(frozen=True, slots=True)
class AllOf:
    parts: tuple["Rule", ...]


@dataclass(frozen=True, slots=True)
class Not:
    part: "Rule"


Leaf = FactHolds | StepSettled | Answered | OrderGiven
Rule = Leaf | AnyOf | AllOf | Not
Judge = Callable[[Leaf], bool]


def holds(rule: Rule, judge: Judge) -> bool:
    """Whether the rule holds when ``judge`` says which leaves do."""
    if isinstance(rule, AnyOf):
        return any(holds(part, judge) for part in rule.parts)
    if isinstance(rule, AllOf):
        return all(holds(part, judge) for part in rule.parts)
    if isinstance(rule, Not):
        return not holds(rule.part, judge)
    return judge(rule)


def leaves(rule: Rule | None) -> Iterator[Leaf]:
    """Every leaf of the rule, in order; none for no rule."""
    if isinstance(rule, AnyOf | AllOf):
        for part in rule.parts:
            yield from leaves(part)
    elif isinstance(rule, Not):
        yield from leaves(rule.part)
    elif rule is not None:
        yield rule


def deciding(rule: Rule, judge: Judge) -> Iterator[Leaf]:
    """The leaves that make the rule hold, or, if it does not hold, those that keep it from holding."""
    if isinstance(rule, AnyOf | AllOf):
        verdict = holds(rule, judge)
        for part in rule.parts:
            if holds(part, judge) == verdict:
                yield from deciding(part, judge)
    elif isinstance(rule, Not):
        yield from deciding(rule.part, judge)
    else:
        yield rule
