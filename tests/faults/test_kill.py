"""Killed at any moment, the program loses nothing that it had acknowledged, and the vault holds."""

import os
import subprocess
import sys
from pathlib import Path

import pytest


@pytest.mark.skipif(os.name != "posix", reason="the children are forked")
@pytest.mark.parametrize("words", [("12",), ("8", "--intake")], ids=["writing", "taking in"])
def test_nothing_acknowledged_is_lost_by_a_kill(words: tuple[str, ...]) -> None:
    root = Path(__file__).parents[2]
    ran = subprocess.run(
        [sys.executable, "-m", "bench.kills", *words],
        cwd=root, capture_output=True, text=True, timeout=300, check=False,
    )  # fmt: skip
    assert ran.returncode == 0, ran.stdout + ran.stderr
    assert "lost 0" in ran.stdout
    assert int(ran.stdout.split("acknowledged ")[1].split(",")[0]) > 0
