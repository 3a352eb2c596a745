"""How a deadline is said: what is left, how late, or the day; the same in a chip, a list and a card."""

from collections.abc import Iterable
from dataclasses import dataclass
from datetime import datetime, timedelta
from zoneinfo import ZoneInfo

from workbench.i18n import N_
from workbench.sop import Due, DueState
from workbench.ui.state import speaking, tr
from workbench.ui.state.speech import zone

SOON = timedelta(hours=12)
# Overdue first, then what the law sets, then the nearer.
_DANGER = {DueState.LATE: 0, DueState.SOON: 1, DueState.AHEAD: 2}
_BASIS = {"law": 0, "practice": 1, "house": 2}


@dataclass(frozen=True)
class Said:
    """A deadline in words: chip text, tone, icon."""

    text: str
    tone: str
    glyph: str


def said(
    due_at: datetime,
    now: datetime,
    *,
    state: str = "ahead",
    doubted: bool = False,
    short: bool = False,
    settled_at: datetime | None = None,
) -> Said:
    """The words for a deadline now; beyond twelve hours the day is said, below it the time left.

    Of one that was met or missed it is said by how much; a clock that is doubted gives no figure for what still runs.
    """
    if state == DueState.ENDED:
        return Said(tr(N_("ended")), "neutral", "ph.minus-circle")
    if doubted and settled_at is None:
        return Said(tr(N_("check the clock")), "warn", "ph.clock")
    left, language = due_at - (settled_at or now), speaking()
    if left < timedelta(0):
        span = long_span(-left)
        return Said(span if short else tr(N_("{span} late"), span=span), "late", "ph.warning-octagon-fill")
    if settled_at is not None:
        return Said(tr(N_("{span} before time"), span=long_span(left)), "ok", "ph.check")
    if state == DueState.MET:
        return Said(tr(N_("in time")), "ok", "ph.check")
    if left <= SOON:
        span = language.span(left)
        return Said(span if short else tr(N_("{span} left"), span=span), "warn", "ph.timer")
    return Said(when(due_at, now), "neutral", "ph.calendar-blank")


def said_of(due: Due, now: datetime, *, doubted: bool, short: bool = False) -> Said:
    """The words for a deadline as it was computed."""
    return said(
        due.due_at, now, state=due.state, doubted=doubted, short=short, settled_at=due.settled_at
    )


def in_danger(dues: Iterable[Due], now: datetime) -> list[Due]:
    """The deadlines that still run, in the order of danger."""
    running = [one for one in dues if one.settled_at is None]
    return sorted(
        running,
        key=lambda one: (
            0 if one.due_at < now else _DANGER.get(one.state, 2), _BASIS.get(one.basis, 3), one.due_at
        ),
    )  # fmt: skip


def long_span(length: timedelta) -> str:
    """Hours and minutes, and from three days on the number of days."""
    if length >= timedelta(days=3):
        return speaking().say_many("{n} day", "{n} days", length.days)
    return speaking().span(length)


def when(at: datetime, now: datetime) -> str:
    """Today, tomorrow, or a weekday with its day, and the time where it is near."""
    language, local, today = (
        speaking(),
        at.astimezone(ZoneInfo(zone())),
        now.astimezone(ZoneInfo(zone())).date(),
    )
    clock = language.time(at, zone())
    days = (local.date() - today).days
    if days == 0:
        return tr(N_("today {time}"), time=clock)
    if days == 1:
        return tr(N_("tomorrow {time}"), time=clock)
    if 0 < days < 7:
        return tr(N_("{weekday} {day}"), weekday=language.weekday(local.date()), day=short_day(local))
    return language.day(local.date())


def short_day(at: datetime) -> str:
    """Day and month in figures."""
    return speaking().in_digits(f"{at.day}/{at.month}")
