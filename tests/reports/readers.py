"""Readers that are not ours, for looking at a finished file from outside."""

import os
import shutil
import subprocess
from pathlib import Path

import pytest


def need(tool: str) -> str:
    """The path of a checker; without it the test is skipped with the reason, and fails under CI."""
    found = shutil.which(tool)
    if not found:
        miss(f"{tool} is not installed")
    return str(found)


def miss(reason: str) -> None:
    """Skip a test on a user's machine; fail where everything must run."""
    if os.environ.get("CI") == "true":
        pytest.fail(reason)
    pytest.skip(reason)


def poppler(pdf: bytes, folder: Path, *options: str) -> str:
    """The text as poppler reads it."""
    file = folder / "read.pdf"
    file.write_bytes(pdf)
    run = subprocess.run(
        [need("pdftotext"), *options, str(file), "-"], capture_output=True, check=True, encoding="utf-8"
    )
    return run.stdout
