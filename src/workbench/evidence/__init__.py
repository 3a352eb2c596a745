"""Sealed files: taken in by one read that hashes and encrypts, kept beside the database."""

from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from workbench.evidence.shelf import Progress, Sealed, Shelf
    from workbench.evidence.wba1 import Damaged, Opening

__all__ = ["Damaged", "Opening", "Progress", "Sealed", "Shelf"]


def __getattr__(name: str) -> object:
    """What seals is loaded when it is asked for: the child that reads hostile files has no use for keys."""
    if name not in __all__:
        raise AttributeError(name)
    from workbench.evidence import shelf, wba1

    return getattr(shelf if hasattr(shelf, name) else wba1, name)
