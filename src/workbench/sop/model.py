"""The procedure as data: a pack, its phases, its steps and what each step rests on."""

from collections.abc import Callable, Mapping
from dataclasses import dataclass, field
from functools import cached_property

from workbench.fields import Field
from workbench.sop.rules import Rule


@dataclass(frozen=True, slots=True)
class Named:
    """A key of the pack and what a person reads for it: an actor, a document."""

    key: str
    name: str


@dataclass(frozen=True, slots=True)
class Source:
    """A law or guide a step rests on; ``place`` (``arts 39-43``) is data and reads left to right."""

    key: str
    title: str
    place: str = ""


@dataclass(frozen=True, slots=True)
class Deadline:
    """When a step is to be settled.

    ``start`` is ``case_opened``, ``STEP.field`` (a day or moment that was answered) or ``STEP`` (its finish);
    it is empty with ``hours`` None where only the text can say it. ``basis`` is law, house or practice;
    ``mark`` is S (the source was read) or GK (general knowledge, to be verified).
    """

    text: str
    basis: str
    mark: str
    start: str = ""
    hours: float | None = None
    warn_hours: float | None = None
    source: str = ""
    place: str = ""


@dataclass(frozen=True, slots=True)
class Step:
    """One step: why, what to do, who, what to record, on what basis, when it applies and what it waits for."""

    key: str
    title: str
    purpose: str
    todo: tuple[str, ...]
    dos: tuple[str, ...]
    donts: tuple[str, ...]
    script: str
    actors: tuple[Named, ...]
    when: Rule | None
    gate: Rule | None
    deadline: Deadline | None
    documents: tuple[Named, ...]
    sources: tuple[Source, ...]
    mark: str
    waiver: str
    fields: tuple[Field, ...]

    @property
    def waivable(self) -> bool:
        """Whether a supervisor may let the step be left out; some protect a person and must stay."""
        return self.waiver != "none"

    def field(self, key: str) -> Field | None:
        """The field of this key, or None."""
        return next((field for field in self.fields if field.key == key), None)


@dataclass(frozen=True, slots=True)
class Phase:
    """Some steps that belong together."""

    key: str
    title: str
    sop_chapter: str
    steps: tuple[Step, ...]


@dataclass(frozen=True, slots=True)
class PackFact:
    """A fact that the pack derives from answers; the label reads after «because …»."""

    key: str
    label: str
    rule: Rule


@dataclass(frozen=True, slots=True)
class Origin:
    """The files a pack was read from, and how it is said in another of its languages."""

    files: Mapping[str, bytes]
    digest: str
    translate: Callable[["Pack", str], "Pack"] = field(repr=False, compare=False)
    spoken: dict[str, "Pack"] = field(default_factory=dict, repr=False, compare=False)


@dataclass(frozen=True)
class Pack:
    """A whole procedure in one language.

    ``shares`` is the key of the pack that lends it steps, if one does; ``borrowed`` are the keys of those steps
    and the contexts of the names and facts that came with them, whose texts stand in the other pack.
    """

    key: str
    version: str
    kind: str
    title: str
    note: str
    jurisdictions: tuple[str, ...]
    timezone: str
    source_language: str
    languages: tuple[str, ...]
    actors: Mapping[str, str]
    documents: Mapping[str, str]
    sources: Mapping[str, str]
    facts: Mapping[str, PackFact]
    phases: tuple[Phase, ...]
    shares: str
    borrowed: frozenset[str]
    language: str
    origin: Origin = field(repr=False, compare=False)

    @property
    def digest(self) -> str:
        """The SHA-256, in hex, of everything the pack says, in every language."""
        return self.origin.digest

    @cached_property
    def steps(self) -> Mapping[str, Step]:
        """Every step by its key, in the order of the pack."""
        return {step.key: step for phase in self.phases for step in phase.steps}

    def step(self, key: str) -> Step:
        """The step of this key. Raises ``KeyError`` if there is none."""
        return self.steps[key]

    def phase_of(self, step: str) -> Phase:
        """The phase that holds the step. Raises ``KeyError`` if there is none."""
        for phase in self.phases:
            if any(one.key == step for one in phase.steps):
                return phase
        raise KeyError(step)

    def in_language(self, tag: str) -> "Pack":
        """The same pack with every text in another of its languages.

        Raises ``Refusal`` if the pack does not have the language, or not all of its texts in it.
        """
        spoken = self.origin.spoken
        if tag not in spoken:
            spoken[tag] = self.origin.translate(self, tag)
        return spoken[tag]
