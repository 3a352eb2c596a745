"""How a deadline is said: what is left, how late, or the day; the same in a chip, a list and a card."""

from dataclasses import dataclass
from datetime import datetime, timedelta
from zoneinfo import ZoneInfo

from workbench.i18n import N_
from workbench.ui.state import speaking, tr
from workbench.ui.state.speech import zone

SOON = timedelta(hours=12)


@dataclass(frozen=True)
class Said:
    """A deadline in words: chip text, tone, icon."""

    text: str
    tone: str
    glyph: str


def said(
    due_at: datetime, now: datetime, *, state: str = "ahead", doubted: bool = False, short: bool = False
) -> Said:
    """The words for a deadline now; beyond twelve hours the day is said, below it the time left."""
    if doubted:
        return Said(tr(N_("check the clock")), "warn", "ph.clock")
    left, language = due_at - now, speaking()
    if state == "met":
        return Said(tr(N_("in time")), "ok", "ph.check")
    if left < timedelta(0):
        span = long_span(-left)
        return Said(span if short else tr(N_("{span} late"), span=span), "late", "ph.warning-octagon-fill")
    if left <= SOON:
        span = language.span(left)
        return Said(span if short else tr(N_("{span} left"), span=span), "warn", "ph.timer")
    return Said(when(due_at, now), "neutral", "ph.calendar-blank")


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
