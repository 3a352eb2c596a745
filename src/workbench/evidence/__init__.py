"""Sealed files: taken in by one read that hashes and encrypts, kept beside the database."""

from workbench.evidence.shelf import Progress, Sealed, Shelf

__all__ = ["Progress", "Sealed", "Shelf"]
