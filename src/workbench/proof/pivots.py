"""Which open indicators could still change the result of a screening, and which no longer matter."""

from collections.abc import Callable, Iterable, Iterator, Mapping
from dataclasses import dataclass
from itertools import product

from workbench.proof.indicators import WEIGHTS, Rule


@dataclass(frozen=True, slots=True)
class Part:
    """One dimension: the weights of what is present, and the open indicators with their weights."""

    present: tuple[str, ...]
    open: Mapping[str, str]


def could_change(
    parts: Mapping[str, Part], rules: Iterable[Rule], result: Callable[[frozenset[str]], str]
) -> tuple[str, ...]:
    """The open indicators that could change the result, whatever the other open ones turn out to be.

    An indicator matters if, for some answers to the others, its being present makes its dimension positive, and that
    makes another result. Exact, and small: dimensions are positive or not, and only counts of weights matter.
    """
    met = tuple(rules)
    positive = frozenset(key for key, part in parts.items() if _positive(_counts(part.present), met))
    within = {
        key: tuple(one for one in part.open if _decides(part, part.open[one], met))
        for key, part in parts.items() if key not in positive
    }  # fmt: skip
    movable = [key for key, found in within.items() if found]
    return tuple(one for key in movable if _matters(key, movable, positive, result) for one in within[key])


def _matters(
    key: str, movable: list[str], positive: frozenset[str], result: Callable[[frozenset[str]], str]
) -> bool:
    others = [one for one in movable if one != key]
    return any(result(positive | some) != result(positive | some | {key}) for some in _subsets(others))


def _subsets(keys: list[str]) -> Iterator[frozenset[str]]:
    for chosen in product((False, True), repeat=len(keys)):
        yield frozenset(key for key, taken in zip(keys, chosen, strict=True) if taken)


def _decides(part: Part, weight: str, rules: tuple[Rule, ...]) -> bool:
    """Whether one more of this weight can be the one that makes the dimension positive."""
    now, step = _counts(part.present), _counts((weight,))
    free = [many - one for many, one in zip(_counts(tuple(part.open.values())), step, strict=True)]
    for more in product(*(range(min(many, 3) + 1) for many in free)):
        before = [a + b for a, b in zip(now, more, strict=True)]
        after = [a + b for a, b in zip(before, step, strict=True)]
        if not _positive(before, rules) and _positive(after, rules):
            return True
    return False


def _positive(counts: Iterable[int], rules: tuple[Rule, ...]) -> bool:
    strong, medium, weak = counts
    return any(rule.met(strong, medium, weak) for rule in rules)


def _counts(weights: tuple[str, ...]) -> list[int]:
    return [weights.count(weight) for weight in WEIGHTS]
