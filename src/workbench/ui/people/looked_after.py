"""Under the roles of a person: rights and consents, and needs beside them where there is room."""

from PySide6.QtCore import Qt
from PySide6.QtGui import QResizeEvent
from PySide6.QtWidgets import QBoxLayout, QWidget

from workbench.services.care import CareRow
from workbench.ui import theme
from workbench.ui.people.caring import Caring
from workbench.ui.people.consents import rights_and_consents
from workbench.ui.people.needs import needs

_TWO = 560


class LookedAfter(QWidget):
    """Two columns, or one under the other."""

    def __init__(self, shown: CareRow, caring: Caring) -> None:
        super().__init__()
        self.setObjectName("looked-after")
        self._box = QBoxLayout(QBoxLayout.Direction.LeftToRight, self)
        self._box.setContentsMargins(0, 0, 0, 0)
        self._box.setSpacing(18)
        for one in (rights_and_consents(shown, caring), needs(shown, caring)):
            self._box.addWidget(one, 1, Qt.AlignmentFlag.AlignTop)

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        narrow = self.width() < theme.px(_TWO)
        self._box.setDirection(
            QBoxLayout.Direction.TopToBottom if narrow else QBoxLayout.Direction.LeftToRight
        )
