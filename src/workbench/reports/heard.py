"""Interviews and statements as plain values for a dossier; texts of the rules are in the document's language."""

from dataclasses import dataclass
from datetime import datetime

from workbench.reports.course import Source


@dataclass(frozen=True, slots=True)
class Told:
    """A sentence of the rules, with what it rests on; ``why`` where something is not to be asked."""

    text: str
    why: str = ""
    source: Source | None = None


@dataclass(frozen=True, slots=True)
class Topic:
    """A matter to speak of: what is open in it and where else it may be found."""

    text: str
    why: str
    prompts: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class Known:
    """What the person told already, so that nobody asks it again."""

    question: str
    answer: str
    where: str


@dataclass(frozen=True, slots=True)
class Phase:
    """A phase of the talk, as a list to tick."""

    title: str
    text: str
    duties: tuple[Told, ...]
    ask: tuple[Told, ...]
    avoid: tuple[Told, ...]


@dataclass(frozen=True, slots=True)
class Somebody:
    """Somebody in the room; ``role`` is a key."""

    role: str
    name: str


@dataclass(frozen=True, slots=True)
class Doubt:
    """A doubt about the words of an interpreter."""

    at: datetime
    by: str
    about: str
    done: str
    talk: str


@dataclass(frozen=True, slots=True)
class Voice:
    """An interpreter: languages with dialects (codes), oath, ties (keys), doubts."""

    ref: str
    name: str
    languages: tuple[tuple[str, str], ...]
    oath_at: datetime | None
    paper: str
    qualification: str
    ties: tuple[str, ...]
    ties_note: str
    accepted: str
    doubts: tuple[Doubt, ...]
    talks: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True)
class Pause:
    """A break in a talk."""

    start: datetime
    end: datetime


@dataclass(frozen=True, slots=True)
class Talk:
    """A talk as it is planned and, where it was held, how."""

    ref: str
    capacity: str
    standing: str  # a key of terms.INTERVIEW_STATES
    at: datetime | None
    minutes: int
    place: str
    interviewer: str
    spoken: str  # code of the language
    private: str
    fit: str
    fit_by: str
    risks: str
    meant: str
    why: str
    topics: tuple[Topic, ...]
    room: tuple[Somebody, ...]
    warnings: tuple[str, ...]
    started_at: datetime | None = None
    ended_at: datetime | None = None
    pauses: tuple[Pause, ...] = ()
    understood: str = ""
    explained: tuple[str, ...] = ()
    said_back: str = ""
    rights: tuple[str, ...] = ()
    rights_at: datetime | None = None
    acknowledged: str = ""
    recorded: str = ""
    exhibit: str = ""
    file: str = ""
    recording_sha256: str = ""
    voluntary: str = ""
    promised: str = ""
    observed: str = ""
    statements: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True)
class Correction:
    """The right words beside a line: asked for by whom (a key), signed there or not."""

    text: str
    translation: str
    by: str
    signed: bool
    at: datetime


@dataclass(frozen=True, slots=True)
class Line:
    """A line as first taken down, and every correction of it."""

    number: int
    spoken_by: str  # q, a or n
    text: str
    translation: str
    at: str
    corrections: tuple[Correction, ...]


@dataclass(frozen=True, slots=True)
class ReadBack:
    """How the statement was read back."""

    at: datetime
    languages: tuple[str, ...]
    by: str
    accepted: str
    note: str


@dataclass(frozen=True, slots=True)
class Signature:
    """Who signed, put a thumb, or refused and why."""

    as_what: str
    how: str
    who: str
    reason: str
    at: datetime


@dataclass(frozen=True, slots=True)
class Given:
    """One statement with everything that makes it one; ``head`` are keys of its head with their values."""

    ref: str
    talk: str
    capacity: str
    form: str
    spoken: str
    translated_to: str
    started_at: datetime
    ended_at: datetime
    head: tuple[tuple[str, str], ...]
    lines: tuple[Line, ...]
    read_backs: tuple[ReadBack, ...]
    signatures: tuple[Signature, ...]
    exhibit: str = ""
    file: str = ""
    recording_sha256: str = ""

    def of(self, key: str) -> str:
        """What the head says of a key."""
        return dict(self.head).get(key, "")


@dataclass(frozen=True, slots=True)
class Heard:
    """All of it for one paper; each paper is given only what it says."""

    talk: Talk | None = None
    statement: Given | None = None
    voice: Voice | None = None
    known: tuple[Known, ...] = ()
    phases: tuple[Phase, ...] = ()
    child: tuple[Told, ...] = ()
    rights: tuple[Told, ...] = ()
    stop: tuple[Told, ...] = ()
    interpreter: tuple[Told, ...] = ()
