"""The shipped rules, read once, and the expected results of the two invented cases."""

from pathlib import Path

import pytest
import yaml

from workbench.proof import Rules, load
from workbench.shipped import resource


@pytest.fixture(scope="session")
def rules() -> Rules:
    """The rules that come with the program, in English."""
    return load(resource("proof"))


@pytest.fixture(scope="session")
def truth() -> dict[str, object]:
    """What must come out for the people of the two invented cases."""
    read = yaml.safe_load((Path(__file__).parent / "truth.yaml").read_text(encoding="utf-8"))
    assert isinstance(read, dict)
    return read
