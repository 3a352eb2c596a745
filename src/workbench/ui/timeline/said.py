"""How events and what was read are said in a line: when as exactly as it is known, who by code, where it stands."""

from datetime import date

from workbench import terms
from workbench.i18n import N_, isolate, ltr
from workbench.services.event_rows import EventRow
from workbench.services.readings import ItemRow
from workbench.ui.state import tr
from workbench.ui.state.speech import day, moment

# What is read counts under these words; those on the line of time have the words of events.
KINDS = terms.EVENTS | {
    "notice": N_("note of a program"),
    "contact": N_("contact"),
    "page": N_("page"),
    "record": N_("record"),
    "file": N_("file"),
}
_TIMED = ("minute", "second")


def when(one: EventRow | ItemRow) -> str:
    """When it was, as exactly as it is known."""
    at = one.first if isinstance(one, EventRow) else one.moment
    if at is not None and one.exact in _TIMED:
        return moment(at)
    if one.exact == "day":
        return day(date.fromisoformat(one.at[:10]))
    return ltr(one.at) if one.at else "—"


def short(text: str) -> str:
    """A text in one line."""
    return isolate(" ".join(text.split()))


def who(one: EventRow) -> str:
    """Those who have to do with it, by code where they have one."""
    return tr(N_(", ")).join(called(each.code, each.name) for each in one.parties) or "—"


def sender(one: ItemRow) -> str:
    """Who sent it, by code where that is known."""
    return called(one.who, one.sender) if one.sender else "—"


def called(code: str, name: str) -> str:
    """Somebody in one line."""
    return ltr(code) if code else isolate(name)


def doubtful(count: int) -> tuple[str, str, str]:
    """The chip of doubts."""
    return (tr(N_("with doubts")), "warn", "ph.question") if count else ("", "", "")
