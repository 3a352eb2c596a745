"""Deadlines: computed from what was recorded, never reset in silence."""

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from datetime import UTC, date, datetime, timedelta
from enum import StrEnum
from zoneinfo import ZoneInfo

from workbench.sop.checking import CASE_OPENED
from workbench.sop.model import Deadline, Pack
from workbench.sop.progress import REOPENED, SETTLED, Record, StepState

WARN_SHARE = 0.25
Typed = Mapping[str, Mapping[str, object]]


class DueState(StrEnum):
    """How a deadline stands; ``soon`` is inside its warning time."""

    AHEAD = "ahead"
    SOON = "soon"
    LATE = "late"
    MET = "met"


@dataclass(frozen=True, slots=True)
class Due:
    """A deadline that runs or ran. ``start_at`` and ``due_at`` are UTC.

    ``left`` is the time from now, or from the moment the step was settled, to the deadline; negative if late.
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


def due(
    pack: Pack, opened_at: datetime, records: Iterable[Record], now: datetime, typed: Typed | None = None
) -> list[Due]:
    """The deadlines of a case that can be computed by now, the nearest first.

    ``records`` are the whole history, oldest first, each with its ``at``; ``opened_at`` and ``now`` are aware.
    ``typed`` are drafted answers by step and field: time runs from the moment that was typed, whether or not
    the step that asks for it is finished.
    Deadlines of steps that the case does not call for are among them: the caller knows which those are.
    """
    history: dict[str, list[Record]] = {}
    for record in records:
        history.setdefault(record.step, []).append(record)
    zone = ZoneInfo(pack.timezone)
    found: list[Due] = []
    for step in pack.steps.values():
        if step.deadline is not None and step.deadline.hours is not None:
            start_at = _start(pack, step.deadline.start, opened_at, history, typed or {}, zone)
            if start_at is not None:
                found.append(_due(step.key, step.deadline, start_at, _settled_at(history.get(step.key, ())), now))
    return sorted(found, key=lambda one: one.due_at)


def _due(step: str, deadline: Deadline, start_at: datetime, settled_at: datetime | None, now: datetime) -> Due:
    assert deadline.hours is not None
    length = timedelta(hours=deadline.hours)
    warn = length * WARN_SHARE if deadline.warn_hours is None else timedelta(hours=deadline.warn_hours)
    # A clock at the end of the calendar is a wrong clock; the case must still open.
    due_at = start_at + min(length, datetime.max.replace(tzinfo=UTC) - start_at)
    left = due_at - (settled_at or now)
    if left < timedelta():
        state = DueState.LATE
    elif settled_at is not None:
        state = DueState.MET
    else:
        state = DueState.SOON if left <= warn else DueState.AHEAD
    return Due(
        step=step, due_at=due_at, basis=deadline.basis, source=deadline.source, place=deadline.place,
        mark=deadline.mark, state=state, left=left, start=deadline.start, start_at=start_at, settled_at=settled_at,
    )  # fmt: skip


def _start(
    pack: Pack, start: str, opened_at: datetime, history: dict[str, list[Record]], typed: Typed, zone: ZoneInfo
) -> datetime | None:
    """The moment the time begins to run, in UTC; None while it is not known."""
    if start == CASE_OPENED:
        return opened_at.astimezone(UTC)
    if start in pack.steps:
        # The first finish counts: finishing again after a correction must not win time.
        first = next((one.at for one in history.get(start, ()) if one.state == StepState.DONE), None)
        return first.astimezone(UTC) if first is not None else None
    step, _, field = start.rpartition(".")
    newest = next((one for one in reversed(history.get(step, [])) if one.state == StepState.DONE), None)
    recorded = _moment(newest.answers.get(field), zone) if newest else None
    return recorded or _moment(typed.get(step, {}).get(field), zone)


def _moment(answer: object, zone: ZoneInfo) -> datetime | None:
    """The moment an answer names; a day begins at midnight, so that the time runs out rather early than late."""
    if not isinstance(answer, str):
        return None
    try:
        if len(answer) == len("2025-03-18"):
            day = date.fromisoformat(answer)
            at = datetime(day.year, day.month, day.day, tzinfo=zone)
        else:
            at = datetime.fromisoformat(answer)
        return (at if at.tzinfo else at.replace(tzinfo=zone)).astimezone(UTC)
    except (ValueError, OverflowError):
        return None


def _settled_at(history: Sequence[Record]) -> datetime | None:
    """When the step was settled: the first time after it was last reopened. None while it is not."""
    settled: datetime | None = None
    for record in history:
        if record.state == REOPENED:
            settled = None
        elif record.state in SETTLED:
            settled = settled or record.at
    return settled
