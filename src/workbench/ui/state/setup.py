"""The settings of this computer's window: looks and language, and nothing about a case."""

import contextlib
import json
import os
from dataclasses import asdict, dataclass, fields
from pathlib import Path

from workbench.i18n import DEFAULT, TAGS

THEMES = ("light", "dark")
DIGITS = ("locale", "latin")
SIZES = (100, 115, 130, 150)


@dataclass
class Setup:
    """How the window looks and speaks. ``folder`` is the vault used last; ``chosen`` says whether a person chose."""

    language: str = DEFAULT
    digits: str = "locale"
    theme: str = "light"
    size: int = 100
    idle_minutes: int = 5
    folder: str = ""
    chosen: bool = False

    def __post_init__(self) -> None:
        if self.language not in TAGS:
            self.language = DEFAULT
        if self.digits not in DIGITS:
            self.digits = "locale"
        if self.theme not in THEMES:
            self.theme = "light"
        if self.size not in SIZES:
            self.size = 100
        if not isinstance(self.idle_minutes, int) or not 1 <= self.idle_minutes <= 15:
            self.idle_minutes = 5


def load(path: Path) -> Setup:
    """The settings in a file; what is missing or damaged there falls back to what it was at first."""
    try:
        stored = json.loads(path.read_text(encoding="utf-8"))
    except (OSError, ValueError):
        return Setup()
    if not isinstance(stored, dict):
        return Setup()
    known = {field.name for field in fields(Setup)}
    setup = Setup(**{key: value for key, value in stored.items() if key in known})
    setup.folder = setup.folder if type(setup.folder) is str else ""
    return setup


def save(setup: Setup, path: Path) -> None:
    """Put the settings into a file at once and whole; a read-only disk only means that they are forgotten."""
    part = path.with_suffix(".part")
    try:
        path.parent.mkdir(parents=True, exist_ok=True)
        part.write_text(json.dumps(asdict(setup), ensure_ascii=False, indent=1), encoding="utf-8")
        os.replace(part, path)
    except OSError:
        with contextlib.suppress(OSError):
            part.unlink()
