"""How the tests of pictures, tables and the like reach the shipped exhibits, and what they ask of a reading."""

from pathlib import Path

from tests.evidence_reading import of_kind as of
from tests.evidence_reading import read
from workbench.evidence.intake.items import Reading

__all__ = ["TRAINING", "exhibit", "of", "read", "refused", "warned"]

TRAINING = Path(__file__).resolve().parents[3] / "resources" / "training"


def exhibit(number: str) -> Reading:
    """A shipped exhibit, by its number and the underline after it."""
    (path,) = TRAINING.glob(f"case-*/evidence/{number}_*")
    return read(path.read_bytes(), path.name)


def warned(reading: Reading) -> set[str]:
    """The keys of what is said of a file."""
    return {one.key for one in reading.warnings}


def refused(reading: Reading) -> str:
    """Why a file was not read."""
    return reading.refused.key if reading.refused else ""
