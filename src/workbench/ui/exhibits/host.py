"""What the hands of the evidence page need of it: its table, what it knows, and places to say and show things."""

from datetime import datetime

from PySide6.QtWidgets import QStackedWidget, QWidget

from workbench.services.readings import ReadingRow
from workbench.services.rows import ExhibitRow
from workbench.ui.evidence.list import ExhibitList
from workbench.ui.page import Page
from workbench.ui.parts.notice import Notice
from workbench.ui.room import Room

Checked = tuple[str, datetime | None]  # how the files of an exhibit stand, and since when all of them do


class Host(Page):
    """A table of exhibits with a card beside it; something else can stand in place of the table for a while."""

    list: ExhibitList
    stack: QStackedWidget

    def __init__(self, room: Room) -> None:
        super().__init__(room)
        self.found: list[ExhibitRow] = []
        self.read: dict[str, ReadingRow] = {}
        self.checked: dict[str, Checked] = {}

    def redraw(self) -> None:
        """Draw the card of the chosen exhibit again."""
        raise NotImplementedError

    def tell(self, said: Notice) -> None:
        """Say at the top of the page what was done."""
        self.quiet()
        self._notices.addWidget(said)

    def put_before(self, pane: QWidget) -> None:
        """Show something in place of the table."""
        self.back()
        self.stack.addWidget(pane)
        self.stack.setCurrentWidget(pane)

    def back(self) -> None:
        """Show the table again; what stood before it is forgotten."""
        while (pane := self.stack.widget(1)) is not None:
            self.stack.removeWidget(pane)
            pane.deleteLater()
        self.list.view.setFocus()
