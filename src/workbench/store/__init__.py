"""The vault: an encrypted database, its keys file, its log's head, and the one door to write through.

What opens the database is loaded when it is first asked for: the sign-in page reads the keys file alone.
"""

from importlib import import_module
from typing import TYPE_CHECKING, Any

if TYPE_CHECKING:
    from workbench.store.desk import Actor, Desk
    from workbench.store.settings import settings
    from workbench.store.station import Station
    from workbench.store.vault import Opening, create, unlock
    from workbench.store.world import World

_WHERE = {
    "Actor": "desk", "Desk": "desk", "Opening": "vault", "Station": "station", "World": "world", "create": "vault",
    "settings": "settings", "unlock": "vault",
}  # fmt: skip

__all__ = ["Actor", "Desk", "Opening", "Station", "World", "create", "settings", "unlock"]


def __getattr__(name: str) -> Any:
    """The public name, from the module that holds it."""
    if name not in _WHERE:
        raise AttributeError(name)
    return getattr(import_module(f"workbench.store.{_WHERE[name]}"), name)
