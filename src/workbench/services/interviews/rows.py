"""Rows about interviews and interpreters, and how they lie in the vault as plain values."""

from collections.abc import Mapping
from dataclasses import dataclass, field, replace
from datetime import datetime
from typing import Any

from workbench.models import Interpreter, Interview
from workbench.proof.interviewing import Warned

PLANNED, HELD, BROKEN_OFF, CANCELLED = "planned", "held", "broken_off", "cancelled"


@dataclass(frozen=True, slots=True)
class TopicRow:
    """A matter to speak of. ``origin``: matrix, screening or own; ``why``: what is open; ``prompts``: where to look."""

    text: str
    origin: str = "own"
    key: str = ""
    why: str = ""
    prompts: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True)
class PresentRow:
    """Somebody in the room beside the person heard; ``role`` is a key of ``terms.IN_THE_ROOM``."""

    role: str
    name: str
    sex: str = "unknown"


@dataclass(frozen=True, slots=True)
class BreakRow:
    """A break in a talk."""

    start: datetime
    end: datetime


@dataclass(frozen=True, slots=True)
class PlanRow:
    """How a talk is meant to be held."""

    place: str = ""
    minutes: int = 60
    topics: tuple[TopicRow, ...] = ()
    interviewer: str = ""
    officer_sex: str = "unknown"
    trained: str = "unknown"
    interpreter: str = ""  # its number
    language: str = ""
    private: str = "unknown"
    fit: str = "unknown"
    fit_by: str = ""
    beside: tuple[PresentRow, ...] = ()
    risks: str = ""
    meant: str = ""  # why it is planned although something speaks against it


@dataclass(frozen=True, slots=True)
class ConductRow:
    """How a talk was held."""

    started_at: datetime
    ended_at: datetime
    room: tuple[PresentRow, ...] = ()
    breaks: tuple[BreakRow, ...] = ()
    language: str = ""
    interpreter: str = ""
    understood: str = "unknown"  # person and interpreter, language and dialect
    explained: tuple[str, ...] = ()
    said_back: str = ""
    rights: tuple[str, ...] = ()
    rights_at: datetime | None = None
    acknowledged: str = ""
    recorded: str = "none"
    exhibit: str = ""
    file: str = ""
    sha256: str = ""
    officer_sex: str = "unknown"
    trained: str = "unknown"
    private: str = "unknown"
    fit: str = "unknown"
    voluntary: str = "unknown"
    promised: str = "unknown"
    observed: str = ""


@dataclass(frozen=True, slots=True)
class DoubtRow:
    """A doubt about the words of an interpreter, and what was done about it."""

    at: datetime
    by: str
    about: str
    interview: str = ""
    done: str = ""


@dataclass(frozen=True, slots=True)
class InterpreterRow:
    """An interpreter of a case as last recorded; ``languages`` are codes with the dialect."""

    ref: str
    name: str
    languages: tuple[tuple[str, str], ...]
    oath_at: datetime | None
    sex: str
    paper: str
    qualification: str
    ties: tuple[str, ...]
    ties_note: str
    accepted: str  # by the person, asked before the talk
    doubts: tuple[DoubtRow, ...]
    reason: str
    by: str
    at: datetime

    @property
    def codes(self) -> tuple[str, ...]:
        """The codes of the languages."""
        return tuple(code for code, _ in self.languages)


@dataclass(frozen=True, slots=True)
class InterviewRow:
    """A talk as it stands. ``warnings`` are judged by what is known now."""

    ref: str
    alias: str
    capacity: str
    state: str
    at: datetime | None
    plan: PlanRow
    conduct: ConductRow | None
    reason: str
    child: bool
    by: str
    recorded_at: datetime
    warnings: tuple[Warned, ...] = field(default=())
    statements: tuple[str, ...] = ()

    @property
    def took_place(self) -> bool:
        """Whether somebody was heard, even if it was broken off."""
        return self.conduct is not None

    @property
    def interpreter(self) -> str:
        """The number of the interpreter: who was there, else who is meant to be."""
        return self.conduct.interpreter if self.conduct else self.plan.interpreter


def plan_kept(plan: PlanRow) -> dict[str, Any]:
    """A plan as the vault keeps it."""
    return {name: _plain(getattr(plan, name)) for name in PlanRow.__slots__}


def conduct_kept(conduct: ConductRow) -> dict[str, Any]:
    """How a talk was held as the vault keeps it."""
    return {name: _plain(getattr(conduct, name)) for name in ConductRow.__slots__}


def interview_of(one: Interview, names: Mapping[str, str], child: bool) -> InterviewRow:
    """A kept talk as a row, without its warnings."""
    return InterviewRow(
        one.ref, one.alias, one.capacity, one.state, one.at, _plan(one.plan),
        _conduct(one.conduct) if one.conduct else None, one.reason, child, names.get(one.created_by, ""),
        one.created_at,
    )  # fmt: skip


def interpreter_of(one: Interpreter, names: Mapping[str, str]) -> InterpreterRow:
    """A kept interpreter as a row."""
    facts = one.detail
    doubts = tuple(DoubtRow(**{**doubt, "at": datetime.fromisoformat(doubt["at"])}) for doubt in one.doubts)
    return InterpreterRow(
        one.ref, one.name, tuple((code, dialect) for code, dialect in one.languages), one.oath_at, facts["sex"],
        facts["paper"], facts["qualification"], tuple(facts["ties"]), facts["ties_note"], facts["accepted"], doubts,
        one.reason, names.get(one.created_by, ""), one.created_at,
    )  # fmt: skip


def _plan(kept: Mapping[str, Any]) -> PlanRow:
    plan = PlanRow(**{**kept, "topics": (), "beside": ()})
    topics = tuple(TopicRow(**{**one, "prompts": tuple(one["prompts"])}) for one in kept["topics"])
    return replace(plan, topics=topics, beside=_present(kept["beside"]))


def _conduct(kept: Mapping[str, Any]) -> ConductRow:
    moments = {key: datetime.fromisoformat(kept[key]) for key in ("started_at", "ended_at")}
    told = kept["rights_at"]
    return ConductRow(
        **{
            **kept, **moments, "room": _present(kept["room"]), "explained": tuple(kept["explained"]),
            "rights": tuple(kept["rights"]), "rights_at": datetime.fromisoformat(told) if told else None,
            "breaks": tuple(
                BreakRow(datetime.fromisoformat(one["start"]), datetime.fromisoformat(one["end"]))
                for one in kept["breaks"]
            ),
        }
    )  # fmt: skip


def _present(kept: list[Mapping[str, str]]) -> tuple[PresentRow, ...]:
    return tuple(PresentRow(**one) for one in kept)


def _plain(value: object) -> Any:
    if isinstance(value, datetime):
        return value.isoformat()
    if isinstance(value, tuple):
        return [_plain(one) for one in value]
    if isinstance(value, TopicRow | PresentRow | BreakRow):
        return {name: _plain(getattr(value, name)) for name in type(value).__slots__}
    return value
