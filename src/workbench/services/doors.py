"""The door: what may be known of a vault before anybody signs in. It reads the keys file and nothing else."""

from pathlib import Path

from workbench.services.rows import StationRow, UserRow
from workbench.store import keysfile


def users(folder: Path) -> list[UserRow]:
    """Who may sign in to a vault."""
    return [UserRow(slot.user_id, slot.name, slot.role) for slot in keysfile.read(folder).slots]


def station_hint(folder: Path) -> StationRow | None:
    """What may be shown of a vault before anybody signs in; None if there is no vault."""
    if not keysfile.exists(folder):
        return None
    found = keysfile.read(folder).hint
    return StationRow(found.station, found.jurisdiction, "", found.training, "")
