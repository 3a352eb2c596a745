"""Starting the window: settings, look, the door; and starting anew at lock."""

import os
import sys
from argparse import ArgumentParser
from collections.abc import Sequence
from pathlib import Path
from typing import Any

from platformdirs import user_config_path
from PySide6.QtWidgets import QApplication

from workbench.i18n import TAGS
from workbench.ui import faults, opening, state
from workbench.ui.room import Room
from workbench.ui.window import Window


def settings_file() -> Path:
    """Where this computer's settings of the window lie: neutral content only."""
    return user_config_path("workbench", appauthor=False) / "window.json"


def run(argv: Sequence[str] = (), *, world: Any = None, folder: Path | None = None) -> int:
    """Show the window until it is closed; ``argv`` may hold ``--vault DIR`` and ``--language TAG``."""
    words = _words().parse_known_args(list(argv))[0]
    app = QApplication.instance() or QApplication([sys.argv[0]])
    assert isinstance(app, QApplication)
    app.setApplicationName("workbench")
    setup_file = settings_file()
    setup = state.load(setup_file)
    folder = folder or words.vault
    if folder is not None:
        setup.folder = str(folder)
    elif not setup.folder and opening.has_vault(opening.usual_folder()):
        setup.folder = str(opening.usual_folder())
    if words.language in TAGS:
        setup.language = words.language
    room = Room(world, setup, setup_file)
    room.dress()
    window = Window(room, on_lock=_start_anew)
    faults.watch(window)
    window.show()
    return app.exec()


def _words() -> ArgumentParser:
    parser = ArgumentParser(add_help=False)
    parser.add_argument("--vault", type=Path)
    parser.add_argument("--language", default="")
    return parser


def _start_anew() -> None:
    """Replace this process by a new one: Python cannot wipe strings, the end of a process does."""
    QApplication.closeAllWindows()
    if os.name == "nt":
        # Windows has no exec that keeps the console and the parent; a child does the same for the window.
        import subprocess

        subprocess.Popen([sys.executable, *sys.orig_argv[1:]])
        os._exit(0)
    os.execv(sys.executable, sys.orig_argv)
