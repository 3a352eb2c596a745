"""Handing the answers of a dialog to a service: the dialog closes when it is kept, and says why when it is not."""

from datetime import datetime
from typing import Any

from workbench.ui.dialogs.ask import Ask
from workbench.ui.dialogs.asked import Answers
from workbench.ui.room import Room

# So that three questions stand beside each other and none is cut.
WIDE = 720


def keep(dialog: Ask, room: Room, fn: Any, *args: Any, **facts: Any) -> None:
    """Let a service keep it for the case that is open."""
    room.act(
        dialog, fn, room.memory.case_id, *args, then=lambda _: dialog.accept(), failed=dialog.refuse, **facts
    )


def text(said: Answers, key: str) -> str:
    """One answer as text; empty if there is none."""
    return str(said.get(key) or "")


def at(said: Answers, key: str) -> datetime | None:
    """One answer as a moment; None if there is none."""
    found = text(said, key)
    return datetime.fromisoformat(found) if found else None


def several(said: Answers, key: str) -> tuple[str, ...]:
    """An answer that is a list."""
    found = said.get(key)
    return tuple(str(one) for one in found) if isinstance(found, list | tuple) else ()
