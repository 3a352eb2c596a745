"""What papers say of proof: findings element by element, charges side by side, and what was owed to people."""

from dataclasses import dataclass

from workbench.reports.course import Source


@dataclass(frozen=True, slots=True)
class Finding:
    """What one source says: ``side``, ``strength`` and ``source_kind`` are keys; ``clears``: for the suspect."""

    element: str
    side: str
    strength: str
    source_kind: str
    source: str
    place: str
    note: str
    clears: bool


@dataclass(frozen=True, slots=True)
class Weighed:
    """An element, circumstance or way of taking part with its findings; ``coverage`` and ``mark`` are keys or empty."""

    label: str
    coverage: str
    mark: str
    found: tuple[Finding, ...]


@dataclass(frozen=True, slots=True)
class Group:
    """Elements of which one is enough (any_of) or all are needed (all_of); not ``demanded``: only shown."""

    title: str
    needs: str
    demanded: bool
    coverage: str
    elements: tuple[Weighed, ...]


@dataclass(frozen=True, slots=True)
class Sought:
    """What is still to be shown, and where to look for it."""

    group: str
    elements: tuple[str, ...]
    coverage: str
    prompts: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class Proof:
    """The matrix of one suspect with one victim or journey, by code; ``law`` is where the offence stands."""

    suspect: str
    about: str
    offence: str
    law: Source
    ready: bool
    groups: tuple[Group, ...]
    aggravating: tuple[Weighed, ...]
    participation: tuple[Weighed, ...]
    beside: tuple[Weighed, ...]
    clearing: tuple[Finding, ...]
    sought: tuple[Sought, ...]
    caveats: tuple[str, ...]
    neutral: str


@dataclass(frozen=True, slots=True)
class Penalty:
    """A penalty in the program's own words; ``mark`` is a key."""

    text: str
    place: str
    mark: str


@dataclass(frozen=True, slots=True)
class Charge:
    """One charge as it stands; ``holds`` is a key. ``open``: its elements are to be entered by the authority."""

    offence: str
    law: Source
    international: bool
    holds: str
    open: bool
    groups: tuple[Group, ...]
    missing: tuple[str, ...]
    aggravating: tuple[str, ...]
    penalties: tuple[Penalty, ...]
    notes: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class Comparison:
    """The charges of one pair under the law of a day in a jurisdiction."""

    suspect: str
    about: str
    on: str
    jurisdiction: str
    charges: tuple[Charge, ...]


@dataclass(frozen=True, slots=True)
class Recorded:
    """A place where a point is recorded: the step, its title, and whether it was kept there (a key)."""

    step: str
    title: str
    kept: str


@dataclass(frozen=True, slots=True)
class Owed:
    """One thing that was owed to people, with the law of the land and the standard of the world beside each other."""

    title: str
    text: str
    kept: str
    national: tuple[Source, ...]
    international: tuple[Source, ...]
    where: tuple[Recorded, ...]


@dataclass(frozen=True, slots=True)
class Proving:
    """All of it for one paper; each paper is given only what it says."""

    proofs: tuple[Proof, ...] = ()
    comparisons: tuple[Comparison, ...] = ()
    owed: tuple[Owed, ...] = ()


NOTHING_PROVED = Proving()
