"""What a screening is made of: indicators in sets, the rules that weigh them, the questions beside them."""

from collections.abc import Mapping
from dataclasses import dataclass, field

from workbench.proof.wording import TEXT

# Strong, medium, weak.
WEIGHTS = ("S", "M", "W")


@dataclass(frozen=True, slots=True)
class Ref:
    """A place of a legal source or standard, with its mark: S (it was read) or GK (to be verified)."""

    source: str
    place: str
    mark: str


@dataclass(frozen=True, slots=True)
class Profile:
    """Whom the weights are for. ``weights_of`` names the profile whose weights stand in while its own are not known."""

    key: str
    title: str = field(metadata=TEXT)
    child: bool = False
    for_child: str = ""
    weights_of: str = ""
    mark: str = "GK"
    note: str = field(default="", metadata=TEXT)


@dataclass(frozen=True, slots=True)
class Dimension:
    """What a group of indicators is about; the six weighed ones belong to an element of the offence and a phase."""

    key: str
    title: str = field(metadata=TEXT)
    name: str = ""
    element: str = ""
    phase: str = ""


@dataclass(frozen=True, slots=True)
class Item:
    """One indicator. ``weights``: profile to S, M or W; a profile that is not there does not ask for it."""

    key: str
    text: str = field(metadata=TEXT)
    mark: str
    dimension: str = ""
    weights: Mapping[str, str] = field(default_factory=dict, metadata={"apart": True}, hash=False)
    name: str = ""
    help: str = field(default="", metadata=TEXT)
    ilo_11: tuple[str, ...] = field(default=(), metadata={"apart": True})


@dataclass(frozen=True, slots=True)
class IndicatorSet:
    """A list of indicators from one source. ``digest`` is over all that the list and its rules say in English."""

    key: str
    title: str = field(metadata=TEXT)
    version: str
    mark: str
    sources: tuple[str, ...] = field(metadata={"apart": True})
    note: str = field(metadata=TEXT)
    items: tuple[Item, ...]
    digest: str = ""

    @property
    def weighed(self) -> bool:
        """Whether its indicators have weights, so that the rules apply to it."""
        return any(one.weights for one in self.items)


@dataclass(frozen=True, slots=True)
class Rule:
    """How many indicators make a dimension positive; a stronger one may stand in for a weaker one."""

    key: str
    strong: int
    medium: int
    weak: int
    text: str = field(metadata=TEXT)
    mark: str = "GK"

    def met(self, strong: int, medium: int, weak: int) -> bool:
        """Whether so many present indicators are enough."""
        return (
            strong >= self.strong
            and strong + medium >= self.strong + self.medium
            and strong + medium + weak >= self.strong + self.medium + self.weak
        )


@dataclass(frozen=True, slots=True)
class Combination:
    """Which result follows from the three parts; None is a part that does not matter."""

    result: str
    child: bool
    recruitment_means: bool | None
    exploitation: bool | None
    destination_coercion: bool | None
    mark: str

    def fits(self, child: bool, recruitment: bool, exploitation: bool, coercion: bool) -> bool:
        """Whether it is about such a person with such parts."""
        parts = ((self.recruitment_means, recruitment), (self.exploitation, exploitation),
                 (self.destination_coercion, coercion))  # fmt: skip
        return self.child is child and all(wanted in (None, found) for wanted, found in parts)


@dataclass(frozen=True, slots=True)
class Outcome:
    """A result of the rules, in words that never claim that nothing happened."""

    key: str
    title: str = field(metadata=TEXT)
    text: str = field(metadata=TEXT)


@dataclass(frozen=True, slots=True)
class Question:
    """One of the six questions that tell trafficking from smuggling. ``options``: key to label."""

    key: str
    name: str
    ask: str = field(metadata=TEXT)
    tip: str = field(metadata=TEXT)
    som: str = field(metadata=TEXT)
    options: Mapping[str, str] = field(metadata=TEXT, hash=False)


@dataclass(frozen=True, slots=True)
class When:
    """What holds for certain answers to the six questions: a track, or (``track`` empty) a doubt."""

    key: str
    when: Mapping[str, tuple[str, ...]] = field(metadata={"apart": True}, hash=False)
    text: str = field(metadata=TEXT)
    track: str = ""
    mark: str = "GK"


@dataclass(frozen=True, slots=True)
class RoleTest:
    """A test that tells who was exploited from who exploits; nobody is judged by one alone."""

    key: str
    test: str = field(metadata=TEXT)
    victim: str = field(metadata=TEXT)
    perpetrator: str = field(metadata=TEXT)
    mixed: bool = False
    mark: str = "GK"


@dataclass(frozen=True)
class ScreeningRules:
    """Everything that a screening asks and how it is weighed, in one language."""

    principles: tuple[str, ...] = field(metadata=TEXT)
    vulnerability: str = field(metadata=TEXT)
    combination_caveat: str = field(metadata=TEXT)
    child_rule: str = field(metadata=TEXT)
    child_caveat: str = field(metadata=TEXT)
    mixed_role: str = field(metadata=TEXT)
    profiles: Mapping[str, Profile]
    rules: Mapping[str, Rule]
    combinations: tuple[Combination, ...] = field(metadata={"apart": True})
    results: Mapping[str, Outcome]
    dimensions: Mapping[str, Dimension]
    sets: Mapping[str, IndicatorSet]
    questions: Mapping[str, Question]
    tracks: tuple[When, ...]
    doubts: tuple[When, ...]
    role_tests: Mapping[str, RoleTest]

    @property
    def items(self) -> dict[str, Item]:
        """Every indicator of every set, by its key."""
        return {item.key: item for one in self.sets.values() for item in one.items}

    @property
    def weighed(self) -> IndicatorSet:
        """The set whose indicators have weights."""
        return next(one for one in self.sets.values() if one.weighed)

    def weight(self, item: Item, profile: str) -> str:
        """The weight of an indicator for a profile: S, M, W, or empty if the profile does not ask for it."""
        return item.weights.get(profile) or item.weights.get(self.profiles[profile].weights_of, "")
