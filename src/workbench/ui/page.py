"""What a page is: something that is built in a language, filled from rows, and built again when either changes."""

from typing import Any

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QVBoxLayout, QWidget

from workbench.ui import theme
from workbench.ui.parts.arrange import Sideways, empty_out
from workbench.ui.parts.notice import notice_of
from workbench.ui.room import Room


class Page(QWidget):
    """A page of the window. Subclasses build their widgets in ``build`` and ask for rows in ``ask``."""

    key = ""
    least = 0  # the width below which the content scrolls

    def __init__(self, room: Room) -> None:
        super().__init__()
        self.room = room
        self.setProperty("ground", "canvas")
        self.setAttribute(Qt.WidgetAttribute.WA_StyledBackground, True)
        self.box = QVBoxLayout(self)
        self.box.setContentsMargins(12, 10, 12, 10)
        self.box.setSpacing(8)
        self._notices = QVBoxLayout()
        self._notices.setSpacing(6)
        self._inside = QVBoxLayout()
        self._inside.setSpacing(0)
        self.box.addLayout(self._notices)
        self.box.addLayout(self._inside, 1)

    # what a page says about itself
    def build(self) -> None:
        """Put the widgets in place in the window's language."""
        raise NotImplementedError

    def ask(self) -> None:
        """Ask the services for what this page shows."""

    def keep(self) -> None:
        """Put away what was typed and chosen, before the page is left, built again or locked."""

    def primary(self) -> None:
        """What Ctrl+Enter does here."""

    def new(self) -> None:
        """What Ctrl+N does here."""

    def cover(self) -> None:
        """What Ctrl+. does here beside hiding names: whoever comes in must not read over the shoulder."""

    def told(self, word: str) -> None:
        """Do what a command says; a page answers to the words it knows."""
        if word == "primary":
            self.primary()
        elif word == "new":
            self.new()

    def titles(self) -> tuple[str, str]:
        """Title and second line of the header, for a page of the office."""
        return "", ""

    def tools(self) -> list[QWidget]:
        """Buttons of this page that stand in the header."""
        return []

    def badges(self) -> dict[str, int]:
        """Numbers beside the sections in the rail."""
        return {}

    # what the frame does with it
    @property
    def notes(self) -> dict[str, Any]:
        """What this page remembers for the present case."""
        return self.room.memory.of(self.key, self.room.memory.case_id)

    def put(self, widget: QWidget) -> None:
        """Make a widget the page's content; called by ``build``."""
        self._inside.addWidget(Sideways(widget, theme.px(self.least)))

    def rebuild(self) -> None:
        """Build again in the present language and look; nothing typed is lost."""
        self.keep()
        self.clear()
        self.build()
        self.ask()

    def clear(self) -> None:
        """Let the content go."""
        empty_out(self._inside)

    def refuse(self, error: Exception) -> None:
        """Show why something was refused, at the top of the page."""
        self.quiet()
        self._notices.addWidget(notice_of(error))

    def quiet(self) -> None:
        """Take the notices away."""
        empty_out(self._notices)
