"""Commands given in a vault that has a case: what the tests of many commands begin with."""

import io
import json
from collections.abc import Callable
from pathlib import Path
from typing import Any

import pytest

from tests.desks import PASSPHRASE, USER
from workbench.cli import main
from workbench.store import World

CASE = "C-1"
Say = Callable[..., Any]


@pytest.fixture
def say(make_vault: Callable[..., Path], tmp_path: Path, world: World) -> Say:
    """Runs a command in a vault with a case; ``refused`` is the reason it wants, ``ends`` the code it ends with."""
    folder, key = make_vault(), tmp_path / "passphrase"
    key.write_text(PASSPHRASE)

    def run(*words: object, refused: str = "", ends: int = 0, lines: bool = False) -> Any:
        out, err = io.StringIO(), io.StringIO()
        argv = [*map(str, words), "--vault", str(folder), "--user", USER, "--passphrase-file", str(key)]
        code = main([*argv, *([] if lines else ["--json"])], world=world, out=out, err=err)
        assert "Traceback" not in out.getvalue() + err.getvalue()
        assert code == (1 if refused else ends), out.getvalue() + err.getvalue()
        if lines:
            return out.getvalue()
        found = json.loads(out.getvalue())
        assert not refused or found["refused"] == refused
        return found

    run("case", "open", "--title", "Synthetic", "--kind", "tip", "--number", CASE)
    return run
