"""The rows and columns of the matrix as Qt knows them: elements down, sources across, coverage at the end."""

from dataclasses import dataclass
from typing import Any

from PySide6.QtCore import QAbstractTableModel, Qt

from workbench.i18n import N_, ltr, plain
from workbench.services.elements import (
    AGGRAVATING,
    BESIDE,
    CLEARING,
    PARTICIPATION,
    ElementsRow,
    LineRow,
    PartRow,
    SourceRow,
)
from workbench.services.findings import FindingRow
from workbench.terms import SOURCES
from workbench.ui.elements.marks import SPOKEN, coverage_chip, mark_of
from workbench.ui.state import tr
from workbench.ui.tables import NOWHERE, Chipped, Index

ROW = Qt.ItemDataRole.UserRole
_TITLES = {
    AGGRAVATING: N_("Aggravating circumstances"),
    PARTICIPATION: N_("Participation"),
    CLEARING: N_("What speaks for the suspect"),
    BESIDE: N_("Not asked by this law"),
}
_ASKS = {
    "act": N_("Was the person recruited, moved, lodged or received?"),
    "means": N_("By what means was the person brought to it?"),
    "purpose": N_("For what exploitation?"),
    "smuggling": N_("Was illegal entry brought about for a benefit?"),
}
_NEEDS = {"any_of": N_("One of these is enough."), "all_of": N_("All of these are needed.")}


@dataclass(frozen=True)
class Line:
    """One row: the heading of a part, or one line of it."""

    part: PartRow
    line: LineRow | None

    @property
    def key(self) -> tuple[str, str]:
        """What the row is, whatever else is shown."""
        return self.part.key, self.line.key if self.line else ""


    @property
    def chip(self) -> Chipped:
        """How far the part or the line is shown."""
        if self.line is None:
            return coverage_chip(self.part.coverage, demanded=self.part.demanded)
        return coverage_chip(self.line.coverage, needed=self.part.needs == "all_of" and self.part.demanded)


def title_of(part: PartRow) -> str:
    """The title of a part in the window's language."""
    return part.title or tr(_TITLES[part.key])


def ask_of(part: PartRow, neutral: str) -> str:
    """What stands beside the title of a part."""
    if part.key == CLEARING:
        return neutral
    if part.key == BESIDE:
        return tr(N_("Recorded, and kept for other charges."))
    said = [tr(words[key]) for words, key in ((_ASKS, part.key), (_NEEDS, part.needs)) if key in words]
    if part.key == "means" and not part.demanded:
        said = [tr(N_("For a child they are shown and never demanded."))]
    return " ".join(said)


class Matrix(QAbstractTableModel):
    """Column 0 names the element, then one per source, one to add another, and the coverage last."""

    def __init__(self) -> None:
        super().__init__()
        self.lines: list[Line] = []
        self.columns: tuple[SourceRow, ...] = ()
        self.neutral = self.number = ""
        # What the space bar set and what is not recorded yet: (line, source) to mark.
        self.pending: dict[tuple[tuple[str, str], tuple[str, str]], str] = {}

    def fill(self, row: ElementsRow) -> None:
        """Show this matrix from now on."""
        self.beginResetModel()
        self.lines = []
        for part in row.parts:
            self.lines += [Line(part, None), *(Line(part, each) for each in part.lines)]
        self.columns, self.neutral = row.columns, row.neutral
        self.pending.clear()
        self.endResetModel()

    @property
    def adding(self) -> int:
        """The column in which another source is added."""
        return len(self.columns) + 1

    @property
    def last(self) -> int:
        """The column of the coverage."""
        return len(self.columns) + 2

    def rowCount(self, parent: Index = NOWHERE) -> int:
        return 0 if parent.isValid() else len(self.lines)

    def columnCount(self, parent: Index = NOWHERE) -> int:
        return 0 if parent.isValid() else len(self.columns) + 3

    def flags(self, index: Index) -> Qt.ItemFlag:
        if not index.isValid() or self.lines[index.row()].line is None:
            return Qt.ItemFlag.NoItemFlags
        return Qt.ItemFlag.ItemIsEnabled | Qt.ItemFlag.ItemIsSelectable

    def source(self, column: int) -> SourceRow | None:
        """The source of a column; None for the others."""
        return self.columns[column - 1] if 1 <= column <= len(self.columns) else None

    def short(self, source: SourceRow) -> str:
        """The code of a source without the number of the case, which all exhibits share."""
        return source.source.removeprefix(f"{self.number}-") or source.source

    def found(self, row: int, column: int) -> tuple[FindingRow, ...]:
        """The findings in a cell."""
        line, source = self.lines[row].line, self.source(column)
        if line is None or source is None:
            return ()
        return tuple(one for one in line.findings if (one.source_kind, one.source) == (source.kind, source.source))

    def mark(self, row: int, column: int) -> str:
        """The mark of a cell as it is shown."""
        source = self.source(column)
        key = (self.lines[row].key, (source.kind, source.source) if source else ("", ""))
        return self.pending.get(key) or mark_of(self.found(row, column), clearing=self.lines[row].part.key == CLEARING)

    def headerData(self, section: int, orientation: Qt.Orientation, role: int = Qt.ItemDataRole.DisplayRole) -> Any:
        if orientation != Qt.Orientation.Horizontal or role not in (
            Qt.ItemDataRole.DisplayRole, Qt.ItemDataRole.ToolTipRole, Qt.ItemDataRole.AccessibleTextRole,
        ):  # fmt: skip
            return None
        if section == 0:
            return tr(N_("Element"))
        if section == self.adding:
            return tr(N_("Another source"))
        if section == self.last:
            return tr(N_("Coverage"))
        one = self.columns[section - 1]
        return plain(f"{tr(SOURCES[one.kind])} {ltr(one.source)} {one.label}".strip())

    def data(self, index: Index, role: int = Qt.ItemDataRole.DisplayRole) -> Any:
        if not index.isValid():
            return None
        here = self.lines[index.row()]
        if role == ROW:
            return here
        if role == Qt.ItemDataRole.AccessibleTextRole:
            return self._spoken(here, index.row(), index.column())
        if role not in (Qt.ItemDataRole.DisplayRole, Qt.ItemDataRole.ToolTipRole):
            return None
        if here.line is None:
            return title_of(here.part) if index.column() == 0 else ask_of(here.part, self.neutral)
        if index.column() == 0:
            return here.line.label
        if index.column() == self.last:
            return here.chip[0]
        return self._spoken(here, index.row(), index.column()) if role == Qt.ItemDataRole.ToolTipRole else ""

    def _spoken(self, here: Line, row: int, column: int) -> str:
        """The cell in full: the element, the source, and what it says."""
        if here.line is None:
            return plain(f"{title_of(here.part)}. {ask_of(here.part, self.neutral)}")
        if column in (0, self.last):
            said = here.chip[0]
        elif column == self.adding:
            said = tr(N_("Link another source…"))
        else:
            said = f"{self.headerData(column, Qt.Orientation.Horizontal)}: {tr(SPOKEN[self.mark(row, column)])}"
            notes = [one.note for one in self.found(row, column) if one.note]
            said = "\n".join((said, *notes))
        return plain(f"{title_of(here.part)}, {here.line.label}. {said}".rstrip(". "))
