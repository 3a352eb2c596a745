"""Under the roles of a person: rights and consents, and needs beside them where there is room."""

from PySide6.QtCore import QSize, Qt
from PySide6.QtGui import QResizeEvent
from PySide6.QtWidgets import QBoxLayout, QWidget

from workbench.services.care import CareRow
from workbench.ui.people.caring import Caring
from workbench.ui.people.consents import rights_and_consents
from workbench.ui.people.needs import needs


class LookedAfter(QWidget):
    """Two columns, or one under the other."""

    def __init__(self, shown: CareRow, caring: Caring) -> None:
        super().__init__()
        self.setObjectName("looked-after")
        self._box = QBoxLayout(QBoxLayout.Direction.LeftToRight, self)
        self._box.setContentsMargins(0, 0, 0, 0)
        self._box.setSpacing(18)
        self._parts = (rights_and_consents(shown, caring), needs(shown, caring))
        for one in self._parts:
            self._box.addWidget(one, 1, Qt.AlignmentFlag.AlignTop)

    def minimumSizeHint(self) -> QSize:
        # One under the other is always possible: two columns of long words must not push the card wider than it is.
        wide = max(one.minimumSizeHint().width() for one in self._parts)
        return QSize(wide, super().minimumSizeHint().height())

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        wanted = sum(one.minimumSizeHint().width() for one in self._parts) + self._box.spacing()
        narrow = self.width() < wanted
        self._box.setDirection(
            QBoxLayout.Direction.TopToBottom if narrow else QBoxLayout.Direction.LeftToRight
        )
