"""How the tests of pictures, tables and the like read a file, and where the shipped exhibits lie."""

from io import BytesIO
from pathlib import Path

from workbench.evidence.intake.gather import gather
from workbench.evidence.intake.items import Item, Kind, Reading
from workbench.evidence.intake.source import source

TRAINING = Path(__file__).resolve().parents[3] / "resources" / "training"


def read(data: bytes, name: str) -> Reading:
    """Bytes read as a file of a name."""
    return gather(source(BytesIO(data), name, len(data)))


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


def of(reading: Reading, kind: Kind) -> list[Item]:
    """The items of a kind."""
    return [one for one in reading.items if one.kind is kind]
