"""Starting the window: settings, look, the door; and starting anew at lock."""

import os
import sys
from collections.abc import Sequence
from pathlib import Path
from typing import Any

from platformdirs import user_config_path
from PySide6.QtWidgets import QApplication

from workbench.ui import opening, state
from workbench.ui.room import Room
from workbench.ui.window import Window


def settings_file() -> Path:
    """Where this computer's settings of the window lie: neutral content only."""
    return user_config_path("workbench", appauthor=False) / "window.json"


def run(world: Any, folder: Path | None = None, argv: Sequence[str] = ()) -> int:
    """Show the window until it is closed; returns the exit code."""
    app = QApplication.instance() or QApplication([sys.argv[0], *argv])
    assert isinstance(app, QApplication)
    app.setApplicationName("workbench")
    setup_file = settings_file()
    setup = state.load(setup_file)
    if folder is not None:
        setup.folder = str(folder)
    elif not setup.folder and opening.has_vault(opening.usual_folder()):
        setup.folder = str(opening.usual_folder())
    room = Room(world, setup, setup_file)
    room.dress()
    window = Window(room, on_lock=_start_anew)
    window.show()
    return app.exec()


def _start_anew() -> None:
    """Replace this process by a new one: Python cannot wipe strings, the end of a process does."""
    QApplication.closeAllWindows()
    if os.name == "nt":
        # Windows has no exec that keeps the console and the parent; a child does the same for the window.
        import subprocess

        subprocess.Popen([sys.executable, *sys.orig_argv[1:]])
        os._exit(0)
    os.execv(sys.executable, sys.orig_argv)
