"""Sealed files: taken in by one read that hashes and encrypts, kept beside the database."""

from workbench.evidence.shelf import Progress, Sealed, Shelf
from workbench.evidence.wba1 import Damaged, Opening

__all__ = ["Damaged", "Opening", "Progress", "Sealed", "Shelf"]
