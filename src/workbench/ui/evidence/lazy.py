"""Rows that are fetched by the page while one scrolls, so that two hundred thousand are as quick as two hundred."""

from collections import OrderedDict
from collections.abc import Callable, Sequence
from functools import partial
from typing import Any

from PySide6.QtCore import QAbstractTableModel, QModelIndex, QPersistentModelIndex, Qt

from workbench.i18n import plain
from workbench.ui.tables import NOWHERE, ROW, Column

Index = QModelIndex | QPersistentModelIndex
PAGE = 200
_KEPT = 24  # pages that stay in memory
Fetch = Callable[[int, int, Callable[[Sequence[Any], int], None]], object]


class LazyRows(QAbstractTableModel):
    """``fetch(offset, limit, then)`` asks for a page and hands its rows and the total to ``then`` when it comes."""

    def __init__(self, columns: Sequence[Column], fetch: Fetch) -> None:
        super().__init__()
        self.columns = tuple(columns)
        self._fetch, self._total, self._run = fetch, 0, 0
        self._pages: OrderedDict[int, Sequence[Any]] = OrderedDict()
        self._asked: set[int] = set()

    @property
    def total(self) -> int:
        """How many rows there are."""
        return self._total

    def again(self) -> None:
        """Ask anew, because the question changed; what comes in answer to the old one is let go."""
        self.beginResetModel()
        self._run, self._total = self._run + 1, 0
        self._pages.clear()
        self._asked.clear()
        self.endResetModel()
        self._want(0)

    def row(self, place: int) -> Any:
        """A row, or None while it is still on its way."""
        page = self._pages.get(place // PAGE)
        if page is None:
            self._want(place // PAGE)
            return None
        self._pages.move_to_end(place // PAGE)
        inside = place % PAGE
        return page[inside] if inside < len(page) else None

    def _want(self, number: int) -> None:
        if number not in self._asked:
            self._asked.add(number)
            self._fetch(number * PAGE, PAGE, partial(self._came, self._run, number))

    def _came(self, run: int, number: int, rows: Sequence[Any], total: int) -> None:
        if run != self._run:
            return
        self._asked.discard(number)
        if total != self._total:
            self.beginResetModel()
            self._total = total
            self._pages[number] = rows
            self.endResetModel()
        else:
            self._pages[number] = rows
            first, last = number * PAGE, min(total, (number + 1) * PAGE) - 1
            self.dataChanged.emit(self.index(first, 0), self.index(last, len(self.columns) - 1))
        while len(self._pages) > _KEPT:
            self._pages.popitem(last=False)

    def rowCount(self, parent: Index = NOWHERE) -> int:
        return 0 if parent.isValid() else self._total

    def columnCount(self, parent: Index = NOWHERE) -> int:
        return 0 if parent.isValid() else len(self.columns)

    def headerData(
        self, section: int, orientation: Qt.Orientation, role: int = Qt.ItemDataRole.DisplayRole
    ) -> Any:
        if orientation == Qt.Orientation.Horizontal and role == Qt.ItemDataRole.DisplayRole:
            return self.columns[section].label
        if role == Qt.ItemDataRole.TextAlignmentRole:
            return Qt.AlignmentFlag.AlignLeading | Qt.AlignmentFlag.AlignVCenter
        return None

    def data(self, index: Index, role: int = Qt.ItemDataRole.DisplayRole) -> Any:
        if not index.isValid():
            return None
        wanted = (ROW, Qt.ItemDataRole.DisplayRole, Qt.ItemDataRole.AccessibleTextRole)
        if role not in wanted:
            return None
        row = self.row(index.row())
        if role == ROW:
            return row
        text = self.columns[index.column()].text(row)
        return plain(text) if role == Qt.ItemDataRole.AccessibleTextRole else text
