"""The linters hold: style, types and the floors, each as its own tool reports it."""

import subprocess
import sys
from pathlib import Path

import pytest


@pytest.mark.slow
@pytest.mark.parametrize(
    "command",
    [
        pytest.param([sys.executable, "-m", "ruff", "check", "--quiet", "."], id="ruff"),
        pytest.param([sys.executable, "-m", "mypy"], id="mypy"),
        pytest.param(
            [sys.executable, "-c", "from importlinter.cli import lint_imports_command as c; c()", "--no-cache"],
            id="import-linter",
        ),
    ],
)
def test_tool_finds_nothing(command: list[str], root: Path) -> None:
    done = subprocess.run(command, cwd=root, capture_output=True, text=True, encoding="utf-8", check=False)
    assert done.returncode == 0, done.stdout + done.stderr
