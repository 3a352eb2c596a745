"""The procedure as data: a pack, its phases, its steps and what each step rests on."""

from collections.abc import Callable, Mapping
from dataclasses import dataclass, field
from datetime import time
from enum import StrEnum
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


class Unit(StrEnum):
    """What a length of time is counted in; the last two name an end instead."""

    HOURS = "hours"
    DAYS = "days"
    MONTHS = "months"
    DAY_END = "day_end"
    WORKING_DAY = "working_day"


@dataclass(frozen=True, slots=True)
class Length:
    """So many hours, days or months; ``count`` says nothing for the end of a day."""

    unit: Unit
    count: float = 0


@dataclass(frozen=True, slots=True)
class Extension:
    """By how many hours a deadline can be extended, how often, and who grants it: judge or supervisor."""

    hours: float
    times: int
    by: str


@dataclass(frozen=True, slots=True)
class Week:
    """Which days of the week are not worked (Monday is 0), and when an office closes on the others."""

    rest: frozenset[int] = frozenset()
    closes: time = time(15, 0)


@dataclass(frozen=True, slots=True)
class Deadline:
    """When a step is to be settled.

    ``start`` is ``case_opened``, ``STEP.field`` (a day or moment that was answered), ``STEP`` (its finish) or an
    event: ``custody``, ``victim``, ``order.KIND``, one deadline for each person, or after ``first.`` one for all.
    An answer of another step that names people starts one for each of them, if its own step names people too.
    It is empty with ``length`` None where only the text can say it. ``basis`` is law, house or practice; ``mark``
    is S (the source was read) or GK (general knowledge, to be verified). ``met`` is the ``STEP.field`` that tells
    when it was met; one that ``bounds`` its event is met by the end of that only, not by a record of the step;
    one that ``repeats`` runs anew from each time it was met. It no longer runs once the step ``ends`` is done.
    """

    text: str
    basis: str
    mark: str
    start: str = ""
    length: Length | None = None
    warn_hours: float | None = None
    source: str = ""
    place: str = ""
    repeats: bool = False
    bounds: bool = False
    extension: Extension | None = None
    met: str = ""
    ends: str = ""

    @property
    def hours(self) -> float | None:
        """Its length in hours, where it can be said without a calendar."""
        if self.length is None or self.length.unit not in (Unit.HOURS, Unit.DAYS):
            return None
        return self.length.count * (24 if self.length.unit is Unit.DAYS else 1)


@dataclass(frozen=True, slots=True)
class OrderKind:
    """A kind of order that only the judge gives. ``exception`` is the case in which the law does without; or empty.

    ``days`` is the longest term of one order, None if the law sets none here.
    """

    key: str
    label: str
    exception: str = ""
    document: str = ""
    days: int | None = None
    source: str = ""
    place: str = ""
    mark: str = "GK"


@dataclass(frozen=True, slots=True)
class Matter:
    """Something that must not be forgotten: asked for while ``when`` holds, settled by ``done``, mended at ``step``."""

    key: str
    label: str
    when: Rule | None
    done: Rule
    step: str


@dataclass(frozen=True, slots=True)
class Step:
    """One step: why, what to do, who, what to record, on what basis, when it applies and what it waits for.

    ``asks`` are the kinds of order that are asked for here. ``safety`` says that its gate protects a person.
    ``codes`` are the codes of the official procedure that it stands for.
    """

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
    deadlines: tuple[Deadline, ...]
    documents: tuple[Named, ...]
    sources: tuple[Source, ...]
    mark: str
    waiver: str
    fields: tuple[Field, ...]
    asks: tuple[str, ...] = ()
    safety: bool = False
    codes: tuple[str, ...] = ()

    @property
    def deadline(self) -> Deadline | None:
        """The first of its deadlines, which is the one that a person has to know."""
        return self.deadlines[0] if self.deadlines else None

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
    orders: Mapping[str, OrderKind]
    coverage: Mapping[str, Matter]
    readiness: Mapping[str, Matter]
    week: Week
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

    def shown_in(self, tag: str) -> "Pack":
        """The pack in a language, or in its own where it has not that one: nothing is hidden for want of words."""
        return self.in_language(tag if tag in self.languages else self.source_language)
