"""What the matrix of proof is made of: offences with their elements, what aggravates, who takes part, what protects."""

from collections.abc import Mapping
from dataclasses import dataclass, field

from workbench.proof.wording import TEXT

ANY_OF, ALL_OF = "any_of", "all_of"
TRACKS = ("tip", "som", "other")
# What a law says about means for a person under 18.
NO_MEANS, NO_EXPRESS_RULE, UNKNOWN_RULE = CHILD_RULES = ("no_means", "no_express_rule", "unknown")


@dataclass(frozen=True, slots=True)
class Grade:
    """A grade of evidence, A to E, and the strength that it stands for (house rule)."""

    key: str
    strength: str
    text: str = field(metadata=TEXT)


@dataclass(frozen=True, slots=True)
class Concept:
    """What several laws ask for under one or several names, so that one finding serves all of them."""

    key: str
    text: str = field(metadata=TEXT)
    ask: str = field(metadata=TEXT)
    prompts: str
    aliases: tuple[str, ...] = field(default=(), metadata={"apart": True})


@dataclass(frozen=True, slots=True)
class Element:
    """An element of one offence: the concepts that meet it, and its own name if that is not the concept's."""

    key: str
    concepts: tuple[str, ...] = field(metadata={"apart": True})
    text: str = field(default="", metadata=TEXT)


@dataclass(frozen=True, slots=True)
class Group:
    """Elements of which any one is enough (``any_of``) or all are needed (``all_of``)."""

    key: str
    title: str = field(metadata=TEXT)
    needs: str
    elements: tuple[Element, ...]


@dataclass(frozen=True, slots=True)
class Circumstance:
    """An aggravating circumstance."""

    key: str
    text: str = field(metadata=TEXT)
    mark: str


@dataclass(frozen=True, slots=True)
class Clause:
    """A way of taking part, a safeguard, an exclusion or a penalty, with where it stands.

    ``without`` names the concept without which it applies; ``aggravated`` a penalty that needs a circumstance.
    """

    key: str
    text: str = field(metadata=TEXT)
    mark: str
    source: str = ""
    place: str = ""
    note: str = field(default="", metadata=TEXT)
    without: str = ""
    aggravated: bool = False


@dataclass(frozen=True, slots=True)
class Offence:
    """An offence as data. No ``groups``: its elements are still to be entered by the authority, never guessed.

    ``since`` and ``until`` are days or years in force as in the law; ``jurisdictions`` none for what is international.
    """

    key: str
    title: str = field(metadata=TEXT)
    source: str
    place: str
    track: str
    mark: str
    jurisdictions: tuple[str, ...] = field(metadata={"apart": True})
    since: str
    until: str
    groups: tuple[Group, ...]
    aggravating: tuple[str, ...] = field(metadata={"apart": True})
    penalties: tuple[Clause, ...]
    exclusions: tuple[Clause, ...]
    international: bool = False
    child: str = ""
    note: str = field(default="", metadata=TEXT)


@dataclass(frozen=True)
class ChargeRules:
    """Every offence that can be compared, in one language."""

    no_elements: str = field(metadata=TEXT)
    consent: str = field(metadata=TEXT)
    international: str = field(metadata=TEXT)
    child_no_means: str = field(metadata=TEXT)
    child_no_rule: str = field(metadata=TEXT)
    neutral: str = field(metadata=TEXT)
    grades: Mapping[str, Grade]
    concepts: Mapping[str, Concept]
    prompts: Mapping[str, tuple[str, ...]] = field(metadata=TEXT)
    aggravating: Mapping[str, Circumstance]
    participation: Mapping[str, Clause]
    safeguards: tuple[Clause, ...]
    offences: Mapping[str, Offence]

    @property
    def names(self) -> dict[str, str]:
        """Everything that a finding can be about: each name and each other name of it to the key that it means."""
        known = {alias: one.key for one in self.concepts.values() for alias in one.aliases}
        return known | {key: key for part in (self.concepts, self.aggravating, self.participation) for key in part}

    def called(self, element: Element) -> str:
        """The name of an element: its own in that law, or that of what it asks for."""
        return element.text or self.concepts[element.key].text
