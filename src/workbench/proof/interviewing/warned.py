"""What a planned or held talk lacks by the rules, as sentences; nothing here forbids, a person decides and says why."""

from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass, field
from datetime import datetime, timedelta

from workbench.i18n import N_, Language, isolate, ltr
from workbench.proof.interviewing.rules import InterviewRules

SUSPECTED = frozenset({"suspect", "accused"})
_BESIDE_A_CHILD = frozenset({"guardian", "social_worker"})
# Key: the sentence, and whether the talk should not go on as it is («stop») or be looked at again («look»).
_SAID: dict[str, tuple[str, str]] = {
    "no_contact": (N_("Must not be met on that day, at that place: {codes}."), "stop"),
    "in_danger": (N_("The person is in danger by the newest safety plan: see to the way here and back first."), "look"),
    "not_private": (N_("The place is not private."), "stop"),
    "not_fit": (N_("The person was not found fit to be interviewed."), "stop"),
    "child_alone": (N_("Treated as a child, and neither guardian nor social worker is there."), "stop"),
    "child_again": (N_("A child was heard already ({codes}). Use what was recorded."), "stop"),
    "child_long": (N_("Time with a child in all, in minutes: {minutes}."), "look"),
    "child_untrained": (N_("Nobody in the room is recorded as trained to speak with children."), "look"),
    "no_break": (N_("Time without a break, in minutes: {minutes}."), "look"),
    "rights_missing": (N_("Heard under suspicion, and the rights were not read."), "stop"),
    "rights_open": (N_("The rights were read, but not said back or acknowledged."), "look"),
    "lawyer_absent": (N_("Heard under suspicion without a lawyer in the room: write why."), "look"),
    "victim_suspected": (N_("Said to be a possible victim, and heard under suspicion: test that first."), "stop"),
    "interpreter_missing": (N_("The language is not the person's own, and no interpreter is named."), "stop"),
    "interpreter_language": (N_("The interpreter {name} is not recorded for this language."), "look"),
    "interpreter_dialect": (N_("That interpreter and person understand each other's dialect was not checked."), "look"),
    "interpreter_unsworn": (N_("The interpreter {name} had not taken the oath when it began."), "stop"),
    "interpreter_tie": (N_("The interpreter {name} has a tie to somebody in the case."), "stop"),
    "interpreter_both": (N_("The interpreter {name} also interprets for the other side ({codes})."), "stop"),
    "interpreter_doubted": (N_("The words of the interpreter {name} were doubted, and nothing was done."), "look"),
    "interpreter_sex": (N_("The interpreter is not of the sex the person asked for."), "look"),
    "officer_sex": (N_("The interviewer is not of the sex the person asked for."), "look"),
    "night": (N_("It falls into the night."), "look"),
    "not_voluntary": (N_("It was not recorded that the person spoke of their own will."), "look"),
    "promised": (N_("Something was promised."), "stop"),
    "unrecorded": (N_("Recorded, but no sealed file is named."), "look"),
}  # fmt: skip


@dataclass(frozen=True, slots=True)
class Voice:
    """The interpreter of a talk as far as the rules ask."""

    name: str
    languages: tuple[str, ...] = ()
    sworn_at: datetime | None = None
    ties: tuple[str, ...] = ()
    sex: str = "unknown"
    understood: str = "unknown"  # language and dialect, tried both ways
    other_side: tuple[str, ...] = ()  # talks with the other side
    open_doubts: int = 0


@dataclass(frozen=True, slots=True)
class Situation:
    """A talk as it is planned or was held; moments in the station's own time. ``held``: what is only asked after."""

    capacity: str
    child: bool = False
    victim_side: bool = False
    started_at: datetime | None = None
    ended_at: datetime | None = None
    breaks: tuple[tuple[datetime, datetime], ...] = ()
    room: tuple[str, ...] = ()
    trained: str = "unknown"
    earlier: tuple[str, ...] = ()  # talks held before with the same person
    apart: tuple[str, ...] = ()  # codes that must not be met
    in_danger: bool = False
    private: str = "unknown"
    fit: str = "unknown"
    language: str = ""
    own_languages: tuple[str, ...] = ()
    voice: Voice | None = None
    wished_sex: str = ""
    officer_sex: str = "unknown"
    held: bool = False
    rights_read: bool = False
    acknowledged: str = ""
    voluntary: str = "unknown"
    promised: str = "unknown"
    recorded: str = "none"
    sealed: str = ""


@dataclass(frozen=True, slots=True)
class Warned:
    """One thing to look at. ``weight``: stop (not as it is) or look."""

    key: str
    weight: str = field(init=False)
    codes: tuple[str, ...] = ()
    minutes: int = 0
    name: str = ""

    def __post_init__(self) -> None:
        object.__setattr__(self, "weight", _SAID[self.key][1])

    def say(self, tongue: Language) -> str:
        """The sentence in a language."""
        codes = tongue.say(N_(", ")).join(map(ltr, self.codes))
        return tongue.say(_SAID[self.key][0], codes=codes, minutes=self.minutes, name=isolate(self.name))


def warnings(of: Situation, rules: InterviewRules) -> tuple[Warned, ...]:
    """Everything that a plan or a talk lacks, what should stop it first."""
    found = [one for ask in _ASKED for one in ask(of, rules)]
    return tuple(sorted(found, key=lambda one: one.weight != "stop"))


def _safety(of: Situation, rules: InterviewRules) -> Iterator[Warned]:
    if of.apart:
        yield Warned("no_contact", codes=of.apart)
    if of.in_danger and not of.held:
        yield Warned("in_danger")
    if of.private == "no":
        yield Warned("not_private")
    if of.fit == "no":
        yield Warned("not_fit")
    if of.started_at and _at_night(of.started_at, of.ended_at or of.started_at, rules):
        yield Warned("night")


def _child(of: Situation, rules: InterviewRules) -> Iterator[Warned]:
    if not of.child:
        return
    if not _BESIDE_A_CHILD & set(of.room):
        yield Warned("child_alone")
    if of.earlier:
        yield Warned("child_again", codes=of.earlier)
    if of.trained != "yes":
        yield Warned("child_untrained")
    if of.started_at and of.ended_at and _minutes(of.ended_at - of.started_at) > rules.figure("most_child"):
        yield Warned("child_long", minutes=_minutes(of.ended_at - of.started_at))


def _breaks(of: Situation, rules: InterviewRules) -> Iterator[Warned]:
    if of.started_at and of.ended_at:
        longest = longest_stretch(of.started_at, of.ended_at, of.breaks)
        if longest > rules.figure("break_child" if of.child else "break_adult"):
            yield Warned("no_break", minutes=longest)


def _suspect(of: Situation, _rules: InterviewRules) -> Iterator[Warned]:
    if of.capacity not in SUSPECTED:
        return
    if of.victim_side:
        yield Warned("victim_suspected")
    if of.held and not of.rights_read:
        yield Warned("rights_missing")
    if of.held and of.rights_read and not of.acknowledged:
        yield Warned("rights_open")
    if of.held and "lawyer" not in of.room:
        yield Warned("lawyer_absent")


def _interpreter(of: Situation, _rules: InterviewRules) -> Iterator[Warned]:
    voice = of.voice
    if voice is None:
        if of.language and of.own_languages and of.language not in of.own_languages:
            yield Warned("interpreter_missing")
        return
    if of.language and of.language not in voice.languages:
        yield Warned("interpreter_language", name=voice.name)
    if of.held and voice.understood != "yes":
        yield Warned("interpreter_dialect")
    if of.held and (voice.sworn_at is None or (of.started_at is not None and voice.sworn_at > of.started_at)):
        yield Warned("interpreter_unsworn", name=voice.name)
    if voice.ties:
        yield Warned("interpreter_tie", name=voice.name)
    if voice.other_side:
        yield Warned("interpreter_both", name=voice.name, codes=voice.other_side)
    if voice.open_doubts:
        yield Warned("interpreter_doubted", name=voice.name)
    if _other_sex(of.wished_sex, voice.sex):
        yield Warned("interpreter_sex")


def _conduct(of: Situation, _rules: InterviewRules) -> Iterator[Warned]:
    if _other_sex(of.wished_sex, of.officer_sex):
        yield Warned("officer_sex")
    if not of.held:
        return
    if of.voluntary != "yes":
        yield Warned("not_voluntary")
    if of.promised == "yes":
        yield Warned("promised")
    if of.recorded in ("audio", "video") and not of.sealed:
        yield Warned("unrecorded")


_ASKED: Sequence[Callable[[Situation, InterviewRules], Iterator[Warned]]] = (
    _safety, _child, _suspect, _interpreter, _breaks, _conduct,
)  # fmt: skip


def longest_stretch(
    start: datetime, end: datetime, breaks: Sequence[tuple[datetime, datetime]]
) -> int:
    """The longest time without a break, in minutes; breaks outside the talk or over each other count once."""
    longest, since = timedelta(), start
    for begins, ends in sorted(breaks):
        if since < begins <= end:
            longest = max(longest, begins - since)
        since = max(since, min(ends, end))
    return _minutes(max(longest, end - since))


def _at_night(start: datetime, end: datetime, rules: InterviewRules) -> bool:
    late, early = rules.figure("night_from"), rules.figure("night_until")
    if any(at.hour >= late or at.hour < early for at in (start, end - timedelta(minutes=1) if end > start else end)):
        return True
    return end.date() > start.date()


def _other_sex(wished: str, given: str) -> bool:
    return wished in ("female", "male") and given in ("female", "male") and wished != given


def _minutes(span: timedelta) -> int:
    return int(span.total_seconds() // 60)
