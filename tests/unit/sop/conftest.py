"""The small synthetic pack that these tests read and spoil."""

from pathlib import Path

import pytest

from workbench.sop import Pack, load_bytes, read_folder

SMALL = Path(__file__).parents[2] / "packs" / "small"


@pytest.fixture
def folder() -> Path:
    """Where the small pack lies."""
    return SMALL


@pytest.fixture
def files() -> dict[str, bytes]:
    """The files of the small pack."""
    return read_folder(SMALL)


@pytest.fixture
def pack(files: dict[str, bytes]) -> Pack:
    """The small pack."""
    return load_bytes(files)
