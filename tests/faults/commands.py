"""The program's commands, run in this process."""

import io
import json
from typing import Any

from workbench.cli import main


def told(*words: str) -> tuple[int, str, str]:
    """The code, what was printed and what was said of errors."""
    out, err = io.StringIO(), io.StringIO()
    code = main(words, out=out, err=err)
    return code, out.getvalue(), err.getvalue()


def read_json(*words: str) -> tuple[int, Any, str]:
    """The code, what was printed for machines, and what was said of errors."""
    code, out, err = told(*words, "--json")
    return code, json.loads(out), err
