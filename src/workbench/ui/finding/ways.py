"""From what is typed to what is found, and from a hit to the place where it stands."""

from typing import Any, Protocol

from PySide6.QtWidgets import QWidget

from workbench.services import search
from workbench.services.hits import Hit
from workbench.ui.finding.box import CommandBox
from workbench.ui.room import Room

# The page that shows a kind of hit, and the word under which that page remembers what is chosen.
_PAGES = {"person": ("people", "chosen"), "paper": ("people", "chosen"), "phone": ("people", "chosen"),
          "exhibit": ("evidence", "chosen")}  # fmt: skip


class Going(Protocol):
    """The frame, as far as a hit needs it."""

    def go(self, key: str) -> None: ...
    def open_case(self, case: Any, step: str = "") -> None: ...


def ask(box: CommandBox | None, room: Room, text: str) -> None:
    """Look for what is typed in the command box. What fails there is said by the page of all hits."""
    if box is not None and room.desk is not None:
        offer = box.offer
        room.ask(
            box, search.search, text, limit=search.TYPING, then=lambda hits: offer(text, hits), failed=lambda _: None
        )


def seek(frame: Going, room: Room, text: str) -> None:
    """Show all hits of a text."""
    room.memory.of("search", "")["sought"] = text
    frame.go("search")


def open_hit(owner: QWidget, frame: Going, room: Room, hit: Hit) -> None:
    """Enter the case of a hit, at the person, the exhibit or the step."""

    def enter(case: Any) -> None:
        page, word = _PAGES.get(hit.kind, ("", ""))
        if page:
            room.memory.of(page, case.case_id)[word] = hit.ref
        frame.open_case(case, hit.ref if hit.kind == "step" else "")
        if page:
            frame.go(page)

    room.ask(owner, case_of, hit.case_id, then=enter)


def case_of(desk: Any, case_id: str) -> Any:
    """The case of an id, as a row."""
    from workbench.services import cases

    return cases.show_case(desk, case_id)
