"""The window: a face of the services, drawn with Qt Widgets; Arabic first."""

from collections.abc import Sequence
from pathlib import Path
from typing import Any


def run(world: Any, folder: Path | None = None, argv: Sequence[str] = ()) -> int:
    """Show the window until it is closed; returns the exit code. Qt is imported only now."""
    from workbench.ui.main import run as show

    return show(world, folder, argv)


__all__ = ["run"]
