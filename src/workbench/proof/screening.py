"""Screening: what the answers say by the published rule, what is still open, and what could change the result."""

from collections.abc import Mapping
from dataclasses import dataclass, field
from enum import StrEnum

from workbench.errors import Reason, Refusal
from workbench.i18n import ltr
from workbench.proof.indicators import WEIGHTS, Item, ScreeningRules
from workbench.proof.pivots import Part, could_change

# The three parts of the combination, each of the dimensions that make it true (abuse of vulnerability is a means).
RECRUITMENT, EXPLOITATION, DESTINATION = ("EC1", "EC2", "EC3"), ("EC4",), ("EC5", "EC6")
REVIEW, NO_SIGN = "review", "no_victim"
SOM, SHIFT = "som", "tip_shift"


class Value(StrEnum):
    """An answer to an indicator."""

    PRESENT = "present"
    ABSENT = "absent"
    UNKNOWN = "unknown"
    NOT_ASKED = "not_asked"


@dataclass(frozen=True, slots=True)
class Answer:
    """An answer with what it rests on: exhibits or statements, who observed it, and when (ISO, UTC)."""

    value: Value
    evidence: tuple[str, ...] = ()
    observer: str = ""
    at: str = ""


@dataclass(frozen=True, slots=True)
class DimensionView:
    """One dimension: how many present indicators of each weight, and the rule that makes it positive (or empty)."""

    key: str
    name: str
    strong: int
    medium: int
    weak: int
    rule: str
    present: tuple[str, ...]
    open: tuple[str, ...]

    @property
    def positive(self) -> bool:
        """Whether the published rule is met."""
        return bool(self.rule)


@dataclass(frozen=True, slots=True)
class Screening:
    """The result. ``profile`` is the one in whose name it was weighed, ``weights_of`` the one whose weights were used.

    ``open`` are the indicators of the weighed set not asked or not known; ``could_change`` those of them that could
    still change ``rule_result``. ``present`` are the present indicators of every other set by dimension. ``digests``
    say which edition of each set it was.
    """

    profile: str
    weights_of: str
    child: bool
    dimensions: Mapping[str, DimensionView]
    recruitment_means: bool
    exploitation: bool
    destination_coercion: bool
    rule_result: str
    not_asked: tuple[str, ...]
    unknown: tuple[str, ...]
    could_change: tuple[str, ...]
    present: Mapping[str, Mapping[str, tuple[str, ...]]]
    digests: Mapping[str, tuple[str, str]]
    answers: Mapping[str, Answer] = field(hash=False)

    @property
    def shifts(self) -> tuple[str, ...]:
        """The signs that smuggling has become trafficking: open the trafficking track."""
        return self.present.get(SOM, {}).get(SHIFT, ())

    @property
    def verified(self) -> bool:
        """Whether the weights are those of the profile itself."""
        return self.profile == self.weights_of


def screen(answers: Mapping[str, Answer], rules: ScreeningRules, *, profile: str, child: bool) -> Screening:
    """What the answers say (ILO/EC operational indicators, 2009; the rule and the weights are data with their marks).

    ``answers``: key of an indicator to its answer; order does not matter. ``child``: under 18, or the age in doubt:
    the profile for children is taken then. Raises ``Refusal`` for an indicator or a profile that there is not.
    """
    profile, child = _profile(profile, child, rules)
    items = rules.items
    for key in answers:
        if key not in items and key not in rules.role_tests:
            raise Refusal(Reason.NOT_IN_RULES, value=ltr(key), known=ltr(", ".join(items)))
    asked = [item for item in rules.weighed.items if rules.weight(item, profile)]
    views = {key: _dimension(key, asked, answers, rules, profile) for key in _weighed_dimensions(rules)}
    parts = [any(views[key].positive for key in part) for part in (RECRUITMENT, EXPLOITATION, DESTINATION)]
    loose = {value: tuple(one.key for one in asked if _value(answers, one.key) is value) for value in Value}
    spread = {key: _part(key, asked, answers, rules, profile) for key in views}
    return Screening(
        profile=profile, weights_of=rules.profiles[profile].weights_of or profile, child=child, dimensions=views,
        recruitment_means=parts[0], exploitation=parts[1], destination_coercion=parts[2],
        rule_result=result_of(frozenset(key for key, one in views.items() if one.positive), rules, child=child),
        not_asked=loose[Value.NOT_ASKED], unknown=loose[Value.UNKNOWN],
        could_change=could_change(spread, rules.rules.values(), lambda on: result_of(on, rules, child=child)),
        present=_present(answers, rules), digests={key: (one.version, one.digest) for key, one in rules.sets.items()},
        answers=dict(answers),
    )  # fmt: skip


def result_of(positive: frozenset[str], rules: ScreeningRules, *, child: bool) -> str:
    """The result that follows from the positive dimensions: the combination that fits, or a review."""
    parts = [not positive.isdisjoint(part) for part in (RECRUITMENT, EXPLOITATION, DESTINATION)]
    return next((one.result for one in rules.combinations if one.fits(child, *parts)), REVIEW)


def _profile(profile: str, child: bool, rules: ScreeningRules) -> tuple[str, bool]:
    if profile not in rules.profiles:
        raise Refusal(Reason.NOT_IN_RULES, value=ltr(profile), known=ltr(", ".join(rules.profiles)))
    one = rules.profiles[profile]
    return (one.for_child or profile, True) if child else (profile, one.child)


def _weighed_dimensions(rules: ScreeningRules) -> tuple[str, ...]:
    used = {item.dimension for item in rules.weighed.items}
    return tuple(key for key in rules.dimensions if key in used)


def _value(answers: Mapping[str, Answer], key: str) -> Value:
    return answers[key].value if key in answers else Value.NOT_ASKED


def _part(
    key: str, asked: list[Item], answers: Mapping[str, Answer], rules: ScreeningRules, profile: str
) -> Part:
    within = [item for item in asked if item.dimension == key]
    weight = {item.key: rules.weight(item, profile) for item in within}
    present = tuple(weight[one] for one in weight if _value(answers, one) is Value.PRESENT)
    loose = {one: weight[one] for one in weight if _value(answers, one) in (Value.UNKNOWN, Value.NOT_ASKED)}
    return Part(present, loose)


def _dimension(
    key: str, asked: list[Item], answers: Mapping[str, Answer], rules: ScreeningRules, profile: str
) -> DimensionView:
    part = _part(key, asked, answers, rules, profile)
    strong, medium, weak = (part.present.count(weight) for weight in WEIGHTS)
    met = next((rule.key for rule in rules.rules.values() if rule.met(strong, medium, weak)), "")
    present = [item for item in asked if item.dimension == key and _value(answers, item.key) is Value.PRESENT]
    present.sort(key=lambda item: WEIGHTS.index(rules.weight(item, profile)))
    named = tuple(item.key for item in present)
    return DimensionView(key, rules.dimensions[key].name, strong, medium, weak, met, named, tuple(part.open))


def _present(answers: Mapping[str, Answer], rules: ScreeningRules) -> dict[str, dict[str, tuple[str, ...]]]:
    found: dict[str, dict[str, tuple[str, ...]]] = {}
    for one in rules.sets.values():
        if one.weighed:
            continue
        by_dimension: dict[str, tuple[str, ...]] = {}
        for item in one.items:
            if _value(answers, item.key) is Value.PRESENT:
                by_dimension[item.dimension] = (*by_dimension.get(item.dimension, ()), item.key)
        found[one.key] = by_dimension
    return found
