"""What every page is handed: the settings, the worker, the desk when there is one, and the ways to go elsewhere."""

from collections.abc import Callable
from datetime import datetime
from pathlib import Path
from typing import Any

from PySide6.QtCore import QObject, Signal
from PySide6.QtWidgets import QApplication

from workbench.clock import SystemClock
from workbench.i18n import Language
from workbench.ui import state, theme
from workbench.ui.jobs import Jobs, Task
from workbench.ui.qt_words import speak_for_qt
from workbench.ui.state import Setup
from workbench.ui.state.memory import Memory


class Room(QObject):
    """One per program. ``spoke`` follows a change of language or digits, ``acted`` a change in the vault."""

    spoke = Signal()
    dressed = Signal()
    acted = Signal()
    went = Signal(str)
    masked = Signal()
    said = Signal(str)
    unlocked = Signal(object)
    locking = Signal()
    waited = Signal(int)

    def __init__(self, world: Any, setup: Setup, setup_file: Path, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self.world, self.setup, self.setup_file = world, setup, setup_file
        self.jobs = Jobs(self)
        self.desk: Any = None
        self.station: Any = None
        self.case: Any = None
        self.memory = Memory()
        self.language: Language = state.speak(setup.language, setup.digits)

    @property
    def folder(self) -> Path:
        """The folder of the vault."""
        return Path(self.setup.folder)

    def dress(self) -> None:
        """Apply theme, text size and direction to the whole program."""
        app = QApplication.instance()
        if isinstance(app, QApplication):
            speak_for_qt(app)
            theme.apply(app, self.setup, right_to_left=self.language.rtl)

    def speak(self, tag: str = "", digits: str = "") -> None:
        """Change the language or the digits of the window at once; nothing typed is lost."""
        self.setup.language, self.setup.digits = tag or self.setup.language, digits or self.setup.digits
        self.setup.chosen = True
        zone = self.station.zone if self.station else ""
        self.language = state.speak(self.setup.language, self.setup.digits, zone)
        self.keep_setup()
        self.dress()
        self.spoke.emit()

    def look(self, *, theme_name: str = "", size: int = 0) -> None:
        """Change the theme or the size of the text at once."""
        self.setup.theme, self.setup.size = theme_name or self.setup.theme, size or self.setup.size
        self.keep_setup()
        self.dress()
        self.dressed.emit()

    def enter(self, desk: Any, station: Any) -> None:
        """Sit down at an unlocked desk."""
        self.desk, self.station, self.case, self.memory = desk, station, None, Memory()
        state.speak(self.setup.language, self.setup.digits, station.zone)

    def leave(self) -> Any:
        """Get up: forget everything that belongs to a case; returns the desk, to be closed by the worker."""
        desk, self.desk, self.station, self.case, self.memory = self.desk, None, None, None, Memory()
        return desk

    def keep_setup(self) -> None:
        """Write the settings of the window."""
        state.save(self.setup, self.setup_file)

    def ask(self, owner: QObject, fn: Callable[..., Any], *args: Any, **how: Any) -> Task:
        """Ask a service for something with the desk in front: ``ask(page, services.cases.list_cases, then=…)``."""
        return self.jobs.ask(owner, fn, self.desk, *args, **how)

    def act(
        self,
        owner: QObject,
        fn: Callable[..., Any],
        *args: Any,
        then: Callable[[Any], None] | None = None,
        **how: Any,
    ) -> Task:
        """Ask a service to change something; afterwards every page that shows it asks again."""

        def done(result: Any) -> None:
            if then:
                then(result)
            self.acted.emit()

        return self.jobs.ask(owner, fn, self.desk, *args, then=done, **how)

    @property
    def doubted(self) -> bool:
        """Whether the clock of this machine is not trusted: then no time that is left is shown."""
        return bool(self.desk and self.desk.clock_doubted)

    def now(self) -> datetime:
        """The present moment by the desk's clock, or this machine's before there is a desk."""
        moment: datetime = self.desk.clock.now() if self.desk else SystemClock().now()
        return moment
