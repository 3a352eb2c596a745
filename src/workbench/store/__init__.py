"""The vault: an encrypted database, its keys file, its log's head, and the one door to write through."""

from workbench.store.desk import Actor, Desk
from workbench.store.station import Station, settings
from workbench.store.vault import Opening, create, hint, people_of, unlock
from workbench.store.world import World

__all__ = [
    "Actor",
    "Desk",
    "Opening",
    "Station",
    "World",
    "create",
    "hint",
    "people_of",
    "settings",
    "unlock",
]
