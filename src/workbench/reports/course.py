"""The course of a case: what was recorded of steps, orders, deadlines and deviations, as plain values for a dossier.

Fixed words are keys; what people wrote and what the procedure says are texts, the latter in the document's language.
"""

from dataclasses import dataclass
from datetime import datetime


@dataclass(frozen=True, slots=True)
class Answer:
    """One recorded answer: the question and the value as texts in the document's language."""

    label: str
    value: str


@dataclass(frozen=True, slots=True)
class Step:
    """A step of the procedure. ``state``: done, not_applicable, waived, asked, draft, open, waiting.

    ``edition`` names the edition of the procedure whose questions it answers, where the case follows another one now;
    ``passed`` says how a closed gate was passed: early, override, or empty.
    """

    key: str
    title: str
    phase: str
    state: str
    at: datetime | None = None
    by: str = ""
    reason: str = ""
    answers: tuple[Answer, ...] = ()
    because: tuple[str, ...] = ()
    edition: str = ""
    passed: str = ""


@dataclass(frozen=True, slots=True)
class Deviation:
    """Where the procedure was left: who answers for it, why, and what a second person said of it.

    ``standing`` is false once the step was reopened; ``second`` is approved, refused, or empty while nobody looked.
    """

    step: str
    title: str
    kind: str  # waived | not_applicable | early | override | late
    at: datetime
    by: str
    reason: str
    subject: str = ""
    standing: bool = True
    needs_second: bool = False
    second: str = ""
    second_by: str = ""
    second_at: datetime | None = None
    second_reason: str = ""


@dataclass(frozen=True, slots=True)
class Source:
    """A legal source. ``mark`` S: its text was read; GK: general knowledge, to be verified."""

    name: str
    place: str
    mark: str


@dataclass(frozen=True, slots=True)
class OrderEntry:
    """One entry in the life of a judge's order; ``text`` is the grounds, what it allows, or why it was refused."""

    state: str  # asked | granted | refused | exception | withdrawn
    at: datetime
    by: str
    text: str
    court: str = ""
    wants: str = ""
    number: str = ""
    valid_until: datetime | None = None
    exhibit: str = ""


@dataclass(frozen=True, slots=True)
class Order:
    """An order of the judge from its asking on. ``label`` and ``exception`` are the words of the procedure.

    ``basis`` is its legal source, ``days`` the longest term of one order; None where the procedure names none.
    """

    ref: str
    label: str
    step: str
    title: str
    in_force: bool
    entries: tuple[OrderEntry, ...]
    subject: str = ""
    place: str = ""
    exception: str = ""
    basis: Source | None = None
    days: int | None = None

    @property
    def last(self) -> OrderEntry:
        """The entry that holds now."""
        return self.entries[-1]


@dataclass(frozen=True, slots=True)
class Kept:
    """What was recorded of a deadline itself: ``met``, or ``extended`` by so many minutes."""

    what: str
    at: datetime
    by: str
    reason: str
    number: str = ""
    minutes: int = 0


@dataclass(frozen=True, slots=True)
class Deadline:
    """A deadline that runs or ran, of the case or of one person. ``rule`` and ``clock`` are the procedure's words.

    ``state``: ahead, soon, late, met, ended; ``basis``: law, house, practice. ``reason`` says why it was late.
    """

    step: str
    title: str
    rule: str
    clock: str
    start_at: datetime
    due_at: datetime
    state: str
    basis: str
    source: Source | None = None
    subject: str = ""
    settled_at: datetime | None = None
    reason: str = ""
    kept: tuple[Kept, ...] = ()


@dataclass(frozen=True, slots=True)
class Matter:
    """Something that must not be forgotten. ``part``: readiness, coverage; ``state``: done, open, set_aside.

    ``reason``, ``by`` and ``at`` belong to what was set aside.
    """

    part: str
    label: str
    state: str
    step: str
    title: str
    reason: str = ""
    by: str = ""
    at: datetime | None = None


@dataclass(frozen=True, slots=True)
class Missing:
    """One thing that the file lacks before it is handed over; ``kind`` is a key, ``step`` is where it is mended."""

    kind: str
    label: str
    step: str = ""
    title: str = ""
    subject: str = ""
    ref: str = ""
    at: datetime | None = None


@dataclass(frozen=True, slots=True)
class Edition:
    """A procedure as the case followed it from a moment on. ``what``: opened, track, edition; ``kind``: the track.

    ``trust`` says whose word stands behind it: shipped, signed or trusted, the last two by ``signer``.
    """

    what: str
    kind: str
    since: datetime
    names: tuple[str, ...]
    by: str = ""
    reason: str = ""
    trust: str = "shipped"
    signer: str = ""
