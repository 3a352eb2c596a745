"""What the law is made of: instruments, their provisions in short, and the questions that are still open."""

from collections.abc import Callable, Mapping
from dataclasses import dataclass, field, replace
from datetime import date
from enum import StrEnum

from workbench.datafiles import span

KINDS = ("law", "constitution", "treaty", "regulation", "standard", "study")
MARKS = ("S", "GK")


class State(StrEnum):
    """How a text stands on a day. ``UNKNOWN``: what is known of its days does not decide it."""

    IN_FORCE = "in_force"
    NOT_YET = "not_yet"
    REPEALED = "repealed"
    DRAFT = "draft"
    UNKNOWN = "unknown"


@dataclass(frozen=True, slots=True)
class Instrument:
    """A law, a treaty, a standard, or a study through which one of them was read.

    ``jurisdictions`` are keys of jurisdictions, none for what is international. ``since`` and ``until`` are the first
    and the last day in force: an ISO day, a year where only that is known, or empty. ``mark`` is S (it was read) or
    GK (general knowledge, to be verified). ``instead`` names what to look at where this one does not hold;
    ``part_of`` and ``part_place`` say which part of another instrument this one is.
    """

    key: str
    title: str
    kind: str
    mark: str
    jurisdictions: tuple[str, ...] = ()
    since: str = ""
    until: str = ""
    repealed_by: str = ""
    draft: bool = False
    gazette: str = ""
    note: str = ""
    instead: tuple[str, ...] = ()
    part_of: str = ""
    part_place: str = ""


@dataclass(frozen=True, slots=True)
class Provision:
    """One place of an instrument in a sentence or two: a summary, never the text of the law.

    ``place`` is written as procedures write it (``art 19(13)``); empty is the instrument as a whole. ``read_in`` are
    the keys of what it was read in. ``since`` and ``until`` are its own days, where they differ from the instrument's.
    """

    instrument: str
    place: str
    summary: str
    mark: str
    jurisdictions: tuple[str, ...] = ()
    since: str = ""
    until: str = ""
    read_in: tuple[str, ...] = ()
    context: str = field(default="", compare=False)


@dataclass(frozen=True, slots=True)
class Question:
    """A question that the authority has still to answer, and the instruments it is about."""

    key: str
    text: str
    sources: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True)
class Origin:
    """The files that the law was read from, its languages, and how it is said in another of them."""

    files: Mapping[str, bytes]
    languages: tuple[str, ...]
    translate: Callable[["Law", str], "Law"] = field(repr=False, compare=False)
    spoken: dict[str, "Law"] = field(default_factory=dict, repr=False, compare=False)


@dataclass(frozen=True)
class Law:
    """Everything that is known of the law, in one language."""

    instruments: Mapping[str, Instrument]
    provisions: tuple[Provision, ...]
    questions: tuple[Question, ...]
    language: str
    origin: Origin = field(repr=False, compare=False)

    def state(self, one: Instrument | Provision, on: date) -> State:
        """How an instrument or a provision of this law stands on a day.

        Within a year of which only the year is known the answer is ``UNKNOWN``: the day of the change is not known.
        """
        whole = one if isinstance(one, Instrument) else self.instruments[one.instrument]
        return State.DRAFT if whole.draft else _state(one.since or whole.since, one.until or whole.until, on)

    def at(self, on: date, jurisdiction: str) -> "Law":
        """The law as far as it held on a day in a jurisdiction (empty: in any), or may have held.

        Drafts, what came later and what was repealed before are left out; what is international stays.
        """

        def held(one: Instrument | Provision) -> bool:
            return holds_in(one, jurisdiction) and self.state(one, on) in (State.IN_FORCE, State.UNKNOWN)

        kept = {key: one for key, one in self.instruments.items() if held(one)}
        provisions = tuple(one for one in self.provisions if one.instrument in kept and held(one))
        # Its other languages are those of the whole; this part is cut out of them anew.
        origin = replace(
            self.origin, spoken={}, translate=lambda part, tag: self.in_language(tag).at(on, jurisdiction)
        )
        return replace(self, instruments=kept, provisions=provisions, origin=origin)

    def in_language(self, tag: str) -> "Law":
        """The same law with every text in another of its languages.

        Raises ``Refusal`` if it does not have the language, or not all of its texts in it.
        """
        spoken = self.origin.spoken
        if tag not in spoken:
            spoken[tag] = self.origin.translate(self, tag)
        return spoken[tag]


def holds_in(one: Instrument | Provision, jurisdiction: str) -> bool:
    """Whether it is law of a jurisdiction, or international; an empty jurisdiction stands for any."""
    return not jurisdiction or not one.jurisdictions or jurisdiction in one.jurisdictions


def _state(since: str, until: str, on: date) -> State:
    begun, ended = span(since), span(until)
    if begun and on < begun[0]:
        return State.NOT_YET
    if ended and on > ended[1]:
        return State.REPEALED
    if begun is None or _changing(begun, on) or (ended and _changing(ended, on)):
        return State.UNKNOWN
    return State.IN_FORCE


def _changing(days: tuple[date, date], on: date) -> bool:
    """Whether the day lies in a year in which it changed, nobody knows when."""
    return days[0] != days[1] and days[0] <= on <= days[1]
