"""The door: what may be known of a vault before anybody signs in. It reads the keys file and nothing else."""

from dataclasses import dataclass
from pathlib import Path

from workbench.store import keysfile
from workbench.store.station import Station


@dataclass(frozen=True, slots=True)
class UserRow:
    """Somebody who may sign in. ``role`` is one of ``workbench.security.ROLES``."""

    user_id: str
    name: str
    role: str


def users(folder: Path) -> list[UserRow]:
    """Who may sign in to a vault."""
    return [UserRow(slot.user_id, slot.name, slot.role) for slot in keysfile.read(folder).slots]


def station_hint(folder: Path) -> Station | None:
    """What may be shown of a vault before anybody signs in; None if there is no vault."""
    if not keysfile.exists(folder):
        return None
    found = keysfile.read(folder).hint
    return Station(found.station, found.jurisdiction, "", found.training, "")
