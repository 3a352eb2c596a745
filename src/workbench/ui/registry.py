"""The pages there are: where each stands in the rail, what it is called, and the file it is in."""

from collections.abc import Callable
from dataclasses import dataclass
from importlib import import_module

from workbench.i18n import N_
from workbench.ui.page import Page
from workbench.ui.room import Room


@dataclass(frozen=True)
class Place:
    """One entry of the rail. ``case`` pages need an open case; ``key`` is also the name of the page's file."""

    key: str
    label: str
    glyph: str
    case: bool = False

    def page(self, room: Room) -> Page:
        """Make the page; its file is read only now, so that the program starts without it."""
        made: Callable[[Room], Page] = import_module(f"workbench.ui.pages.{self.key}").page
        return made(room)


PLACES: tuple[Place, ...] = (
    Place("home", N_("Home"), "ph.house"),
    Place("cases", N_("Cases"), "ph.folder"),
    Place("search", N_("Search"), "ph.magnifying-glass"),
    Place("library", N_("Library"), "ph.books"),
    Place("settings", N_("Settings"), "ph.gear"),
    Place("guide", N_("Guide"), "ph.path", case=True),
    Place("people", N_("People"), "ph.users", case=True),
    Place("screening", N_("Screening"), "ph.list-dashes", case=True),
    Place("interviews", N_("Interviews"), "ph.chat-circle-text", case=True),
    Place("evidence", N_("Evidence"), "ph.archive-box", case=True),
    Place("timeline", N_("Timeline"), "ph.clock", case=True),
    Place("elements", N_("Elements"), "ph.table", case=True),
    Place("documents", N_("Documents"), "ph.file-text", case=True),
    Place("readiness", N_("Readiness"), "ph.check-square-offset", case=True),
    Place("log", N_("Log"), "ph.clock-counter-clockwise", case=True),
)


def place(key: str) -> Place:
    """The entry of a key."""
    return next(one for one in PLACES if one.key == key)
