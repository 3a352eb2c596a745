"""A small invented law that these tests read and spoil."""

from collections.abc import Callable
from pathlib import Path

import pytest

from tests.unit.law.land import LAND
from workbench.law import Law, load


@pytest.fixture
def written(tmp_path: Path) -> Callable[..., Path]:
    """Writes the law, with one text put in place of another, and returns its folder."""

    def write(what: str = "", instead: str = "") -> Path:
        assert what in LAND
        (tmp_path / "land.yaml").write_text(LAND.replace(what, instead, 1) if what else LAND, encoding="utf-8")
        return tmp_path

    return write


@pytest.fixture
def law(written: Callable[..., Path]) -> Law:
    """The small law, read."""
    return load(written())
