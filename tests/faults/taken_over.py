"""Files read by a parser that has been taken over, in a real child."""

import os
from collections.abc import Callable
from dataclasses import replace

import pytest

from workbench.evidence.intake import runner
from workbench.evidence.intake.formats import Format
from workbench.evidence.intake.items import Reading
from workbench.evidence.intake.sandbox import Limits

# The child of a test knows one format more, and only that one.
BOOT = (
    "import sys, json; sys.path[:0] = json.loads(sys.argv[1]); "
    "from workbench.evidence.intake import formats; import faults.hostile_parsers as hostile; "
    "sys.modules['workbench.evidence.intake.hostile'] = hostile; "
    "formats.FORMATS = (formats.Format('hostile', 'Hostile'),); "
    "from workbench.evidence.intake.child import main; main()"
)
QUICK = Limits(processor_seconds=1, seconds=20.0, memory=256 * 1024 * 1024)
Do = Callable[..., Reading]


@pytest.fixture
def do(monkeypatch: pytest.MonkeyPatch) -> Do:
    """Have the parser do a deed, with the words it needs for it."""
    monkeypatch.setattr(runner, "_BOOT", BOOT)
    monkeypatch.setattr(runner, "FORMATS", (Format("hostile", "Hostile"),))
    # However the runner keeps the keys that it believes.
    monkeypatch.setattr(runner, "_KEYS", frozenset(("hostile",)), raising=False)

    def done(*words: str, **limits: float) -> Reading:
        content = " ".join(("deed", *words)).encode()
        read = runner.read(
            lambda offset, length: content[offset : offset + length], "x.deed", len(content),
            limits=replace(QUICK, **limits),
        )  # fmt: skip
        with pytest.raises(ChildProcessError):
            os.waitpid(-1, os.WNOHANG)
        return read

    return done
