"""Deadlines: computed from what was recorded, never reset in silence."""

from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass, replace
from datetime import UTC, datetime, timedelta
from enum import StrEnum
from zoneinfo import ZoneInfo

from workbench.sop.checking import CASE_OPENED
from workbench.sop.facts import Event
from workbench.sop.model import Deadline, Length, Pack, Step, Unit
from workbench.sop.named import aliases, people_of, several_of
from workbench.sop.progress import REOPENED, SETTLED, Record, StepState
from workbench.sop.reading_deadline import event
from workbench.sop.spans import ending, moment

WARN_SHARE = 0.25
Typed = Mapping[str, Mapping[str, object]]


class DueState(StrEnum):
    """How a deadline stands; ``soon`` is inside its warning time, ``ended`` no longer runs though it was not met."""

    AHEAD = "ahead"
    SOON = "soon"
    LATE = "late"
    MET = "met"
    ENDED = "ended"


@dataclass(frozen=True, slots=True)
class Kept:
    """What was recorded of a deadline itself: ``met`` at a moment, or ``extended`` by ``hours``.

    ``number`` is that of the paper that says so, ``by`` the name of whoever recorded it.
    """

    step: str
    index: int
    subject: str
    what: str
    at: datetime
    hours: float = 0
    reason: str = ""
    number: str = ""
    by: str = ""


@dataclass(frozen=True, slots=True)
class Due:
    """A deadline that runs or ran, of a case or of one person (``subject``, an alias). Moments are UTC.

    ``left`` is the time from now, or from the moment the step was settled, to the deadline; negative if late.
    ``index`` tells the deadlines of a step apart. ``extensions_left`` is how often it can still be extended. ``met`` is
    what was recorded by hand, where that settled it.
    """

    step: str
    due_at: datetime
    basis: str
    source: str
    place: str
    mark: str
    state: DueState
    left: timedelta
    start: str
    start_at: datetime
    settled_at: datetime | None = None
    subject: str = ""
    index: int = 0
    extended: tuple[Kept, ...] = ()
    extensions_left: int = 0
    met: Kept | None = None


@dataclass(frozen=True, slots=True)
class _Case:
    """What the deadlines of a case are computed from."""

    pack: Pack
    opened_at: datetime
    now: datetime
    history: Mapping[str, Sequence[Record]]
    typed: Typed
    events: tuple[Event, ...]
    kept: tuple[Kept, ...]
    house: Mapping[str, float]
    zone: ZoneInfo


@dataclass(frozen=True, slots=True)
class _Run:
    """One running of a deadline: of whom, from when, until what ends it."""

    subject: str
    at: datetime
    settled_at: datetime | None = None
    ended_at: datetime | None = None
    until: datetime | None = None


def due(
    pack: Pack,
    opened_at: datetime,
    records: Iterable[Record],
    now: datetime,
    typed: Typed | None = None,
    *,
    events: tuple[Event, ...] = (),
    kept: tuple[Kept, ...] = (),
    house: Mapping[str, float] | None = None,
) -> list[Due]:
    """The deadlines of a case that can be computed by now, the nearest first.

    ``records`` are the whole history, oldest first, each with its ``at``; ``opened_at`` and ``now`` are aware.
    ``typed`` are drafted answers by step and field: time runs from the moment that was typed, whether or not
    the step that asks for it is finished. ``events`` are what happened to people and what the judge ordered,
    ``kept`` what was recorded of the deadlines themselves, ``house`` the station's own hours for house rules, by
    step. Deadlines of steps that the case does not call for are among them: the caller knows which those are.
    """
    history: dict[str, list[Record]] = {}
    for record in records:
        history.setdefault(record.step, []).append(record)
    case = _Case(pack, opened_at, now, history, typed or {}, events, kept, house or {}, ZoneInfo(pack.timezone))
    found = [
        _due(case, step, index, deadline, run)
        for step in pack.steps.values()
        for index, deadline in enumerate(step.deadlines)
        if deadline.length is not None
        for run in _runs(case, step, index, deadline)
    ]
    return sorted(found, key=lambda one: one.due_at)


def _due(case: _Case, step: Step, index: int, deadline: Deadline, run: _Run) -> Due:
    assert deadline.length is not None
    mine = [one for one in case.kept if (one.step, one.index, one.subject) == (step.key, index, run.subject)]
    extended = tuple(one for one in mine if one.what == "extended" and one.at >= run.at)
    due_at = ending(run.at, _length(case, step, deadline), case.zone, case.pack.week)
    if run.until is not None:
        due_at = min(due_at, run.until)
    for one in extended:
        due_at += min(timedelta(hours=one.hours), datetime.max.replace(tzinfo=UTC) - due_at)
    met = next((one for one in mine if one.what == "met" and one.at >= run.at), None)
    settled_at = min((at for at in (run.settled_at, met.at if met else None) if at is not None), default=None)
    ended = run.ended_at if settled_at is None and run.ended_at is not None and run.ended_at <= case.now else None
    left = due_at - (settled_at or ended or case.now)
    times = deadline.extension.times if deadline.extension else 0
    return Due(
        step=step.key, due_at=due_at, basis=deadline.basis, source=deadline.source, place=deadline.place,
        mark=deadline.mark, state=_state(deadline, left, due_at - run.at, settled_at, ended), left=left,
        start=deadline.start, start_at=run.at, settled_at=settled_at or ended, subject=run.subject, index=index,
        extended=extended, extensions_left=max(0, times - len(extended)),
        met=met if met is not None and met.at == settled_at else None,
    )  # fmt: skip


def _length(case: _Case, step: Step, deadline: Deadline) -> Length:
    """How long it is; a station may set its own hours for what is only a house rule."""
    assert deadline.length is not None
    own = case.house.get(step.key) if deadline.basis == "house" else None
    return deadline.length if own is None else Length(Unit.HOURS, own)


def _state(
    deadline: Deadline, left: timedelta, length: timedelta, settled_at: datetime | None, ended: datetime | None
) -> DueState:
    if left < timedelta():
        return DueState.LATE
    if settled_at is not None:
        return DueState.MET
    if ended is not None:
        return DueState.ENDED
    warn = length * WARN_SHARE if deadline.warn_hours is None else timedelta(hours=deadline.warn_hours)
    return DueState.SOON if left <= warn else DueState.AHEAD


def _runs(case: _Case, step: Step, index: int, deadline: Deadline) -> Iterator[_Run]:
    """Each running of a deadline: one for the case, or one for each person to whom its event happened."""
    happens = event(deadline.start)
    if happens:
        runs = list(_happened(case, step, deadline, happens))
    elif _of_people(case, step, deadline):
        runs = list(_answered(case, step, deadline))
    else:
        at = _start(case, deadline.start)
        runs = [_Run("", at, _settled(case, step, deadline))] if at is not None else []
    for run in runs:
        one = _repeated(case, step, index, deadline, run) if deadline.repeats else run
        yield _ended(case, deadline, one)


def _ended(case: _Case, deadline: Deadline, run: _Run) -> _Run:
    """The running as far as it goes: no longer than to the step that ends it."""
    # What repeats may have been met ahead of its time: its next running then begins after the end.
    since = datetime.min.replace(tzinfo=UTC) if deadline.repeats else run.at
    done = (one.at for one in case.history.get(deadline.ends, ()) if one.state == StepState.DONE and one.at >= since)
    over = min((at for at in (run.ended_at, next(done, None)) if at is not None), default=None)
    return replace(run, ended_at=over)


def _happened(case: _Case, step: Step, deadline: Deadline, happens: str) -> Iterator[_Run]:
    events = sorted((one for one in case.events if one.kind == happens), key=lambda one: one.at)
    if deadline.start.startswith("first."):
        running = [one for one in events if one.ended_at is None]
        if events:
            ended = None if running else max(one.ended_at for one in events if one.ended_at is not None)
            yield _Run("", events[0].at, _met_after(case, step, deadline, events[0].at, ""), ended)
        return
    for place, one in enumerate(events):
        after = next((later for later in events[place + 1 :] if later.subject == one.subject), None)
        if deadline.bounds:
            # The next order of the kind takes the place of this one; only that, or its own end, settles it.
            settled = after.at if after is not None and happens.startswith("order.") else None
        else:
            settled = _met_after(case, step, deadline, one.at, one.subject)
        yield _Run(one.subject, one.at, settled, one.ended_at, one.until)


def _of_people(case: _Case, step: Step, deadline: Deadline) -> bool:
    """Whether it runs from an answer of another step that names people, while its own step names some too."""
    asked, _, _ = deadline.start.rpartition(".")
    return bool(asked not in ("", step.key) and several_of(case.pack.steps.get(asked)) and people_of(step))


def _answered(case: _Case, step: Step, deadline: Deadline) -> Iterator[_Run]:
    """One running for each person whom the answers name; the newest moment that was told of one holds."""
    asked, _, field = deadline.start.rpartition(".")
    drafted = case.typed.get(asked, {})
    recorded = [one.answers for one in case.history.get(asked, ()) if one.state == StepState.DONE]
    moments: dict[str, datetime] = {}
    # What was recorded of a person holds; a draft is heard of those of whom nothing is recorded yet.
    for answers in (drafted, *recorded):
        at = moment(answers.get(field), case.zone)
        named = (alias for key in several_of(case.pack.steps[asked]) for alias in aliases(answers.get(key)))
        if at is not None:
            moments |= dict.fromkeys(named, at)
    for alias, at in moments.items():
        yield _Run(alias, at, _met_after(case, step, deadline, at, alias))


def _repeated(case: _Case, step: Step, index: int, deadline: Deadline, run: _Run) -> _Run:
    """The running that comes after those that were met: each record since the start covers one."""
    done = [one.at for one in case.history.get(step.key, ()) if one.state == StepState.DONE and one.at >= run.at]
    done += [
        one.at for one in case.kept
        if (one.step, one.index, one.subject, one.what) == (step.key, index, run.subject, "met") and one.at >= run.at
    ]  # fmt: skip
    at = run.at
    for _ in done:
        at = ending(at, _length(case, step, deadline), case.zone, case.pack.week)
    return _Run(run.subject, at, None, run.ended_at, run.until)


def _start(case: _Case, start: str) -> datetime | None:
    """The moment the time begins to run, in UTC; None while it is not known."""
    if start == CASE_OPENED:
        return case.opened_at.astimezone(UTC)
    if start in case.pack.steps:
        # The first finish counts: finishing again after a correction must not win time.
        first = next((one.at for one in case.history.get(start, ()) if one.state == StepState.DONE), None)
        return first.astimezone(UTC) if first is not None else None
    step, _, field = start.rpartition(".")
    newest = next((one for one in reversed(case.history.get(step, ())) if one.state == StepState.DONE), None)
    recorded = moment(newest.answers.get(field), case.zone) if newest else None
    return recorded or moment(case.typed.get(step, {}).get(field), case.zone)


def _settled(case: _Case, step: Step, deadline: Deadline) -> datetime | None:
    """When the step was settled: the first time after it was last reopened. None while it is not."""
    if deadline.bounds:
        return None
    settled: datetime | None = None
    for record in case.history.get(step.key, ()):
        if record.state == REOPENED:
            settled = None
        elif record.state in SETTLED:
            settled = settled or _told(case, record, deadline) or record.at
    return settled


def _met_after(case: _Case, step: Step, deadline: Deadline, at: datetime, subject: str) -> datetime | None:
    """When the step was first recorded after something happened, for the person it happened to."""
    for record in case.history.get(step.key, ()):
        if record.state not in SETTLED:
            continue
        told = _told(case, record, deadline) or record.at
        # A record that names people speaks of those only.
        named = {alias for key in people_of(step) for alias in aliases(record.answers.get(key))}
        if told >= at and (not subject or not named or subject in named):
            return told
    return None


def _told(case: _Case, record: Record, deadline: Deadline) -> datetime | None:
    """The moment that the answers name as the one at which the deadline was met."""
    step, _, field = deadline.met.rpartition(".")
    if not deadline.met or step != record.step:
        return None
    return moment(record.answers.get(field), case.zone)
