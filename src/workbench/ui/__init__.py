"""The window: a face of the services, drawn with Qt Widgets; Arabic first."""

from collections.abc import Sequence
from pathlib import Path
from typing import Any


def run(argv: Sequence[str] = (), *, world: Any = None, folder: Path | None = None) -> int:
    """Show the window until it is closed; returns the exit code. Qt is imported only now."""
    from workbench.ui.main import run as show

    return show(argv, world=world, folder=folder)


__all__ = ["run"]
