"""The exhibits as a table: ticks, number, what it is, where it is, who holds it, and how it stands."""

from collections.abc import Callable

from PySide6.QtCore import QModelIndex, QPersistentModelIndex
from PySide6.QtWidgets import QHeaderView

from workbench.i18n import N_, isolate, ltr
from workbench.services import exhibits
from workbench.ui import theme
from workbench.ui.evidence.states import STATES, Shown, said
from workbench.ui.evidence.telling import holder_of, place_of
from workbench.ui.evidence.ticks import TickDelegate, TickedRows, TickTable
from workbench.ui.state import tr
from workbench.ui.tables import ROW, Column, Rows, Sifted, table, widen

_ORDER = {key: place for place, key in enumerate(STATES)}


class SiftedStates(Sifted):
    """Rows that hold what is typed and stand as one of the chips asks."""

    def __init__(self, rows: Rows) -> None:
        super().__init__(rows)
        self.state = ""

    def only(self, state: str) -> None:
        """Show only what stands so; an empty state shows all."""
        self.state = state
        self.invalidate()

    def filterAcceptsRow(self, row: int, parent: QModelIndex | QPersistentModelIndex) -> bool:
        if self.state and self.rows.data(self.rows.index(row, 0), ROW).state != self.state:
            return False
        return super().filterAcceptsRow(row, parent)


class ExhibitList:
    """The table with its model and its filter; ``chosen`` is told when the keys or the mouse go to another row."""

    def __init__(self, chosen: Callable[[str], object], ticked: Callable[[], object]) -> None:
        self._tell = chosen
        self.rows = TickedRows(_columns())
        self.sifted = SiftedStates(self.rows)
        self.view = TickTable()
        table(self.rows, name="exhibits-table", says=tr(N_("Exhibits")), view=self.view, sifted=self.sifted)
        self.view.setItemDelegate(TickDelegate(self.rows.columns, self.view))
        head = self.view.horizontalHeader()
        head.setSectionResizeMode(0, QHeaderView.ResizeMode.Fixed)
        head.setMinimumSectionSize(theme.px(36))
        self.view.setColumnWidth(0, theme.px(38))
        self.view.setAccessibleDescription(
            tr(N_("Space chooses the exhibit for labels, hand-over and checks; Ctrl+A chooses all."))
        )
        self.view.selectionModel().currentRowChanged.connect(self._moved)
        self.rows.ticked.connect(lambda: ticked())

    def fill(self, rows: list[Shown], keep: str) -> None:
        """Show these rows, and stand on the one that was chosen before."""
        self.rows.fill(rows)
        widen(self.view, self.rows.columns, most=150)
        self.view.setColumnWidth(0, theme.px(38))
        self.stand_on(keep)

    def stand_on(self, number: str) -> None:
        """Go to the row of a number, or to the first."""
        places = [
            place
            for place in range(self.sifted.rowCount())
            if self.sifted.index(place, 0).data(ROW).number == number
        ]
        if self.sifted.rowCount():
            self.view.setCurrentIndex(self.sifted.index(places[0] if places else 0, 1))

    def now(self) -> Shown | None:
        """The row the keys are at."""
        index = self.view.currentIndex()
        found = index.data(ROW) if index.isValid() else None
        return found if isinstance(found, Shown) else None

    def meant(self) -> list[Shown]:
        """What a button works on: the ticked rows in their order, or the one that is chosen."""
        every = [self.rows.data(self.rows.index(place, 0), ROW) for place in range(self.rows.rowCount())]
        ticked = [one for one in every if one.number in self.rows.chosen]
        now = self.now()
        return ticked or ([now] if now else [])

    def _moved(self, index: QModelIndex, _before: QModelIndex) -> None:
        if index.isValid():
            self._tell(str(index.data(ROW).number))


def _place(row: Shown) -> str:
    """Where it is now; what is not confirmed is not said."""
    return tr(N_("not confirmed")) if row.doubtful else isolate(place_of(row.exhibit)) or "—"


def _holder(row: Shown) -> str:
    """Who holds it now; where nobody confirmed it nobody is named."""
    who = "" if row.doubtful else holder_of(row.exhibit)
    return isolate(who) if who else "—"


def _columns() -> list[Column]:
    def chip(row: Shown) -> tuple[str, str, str]:
        words, tone, glyph = said(row.state)
        return row.words or words, tone, glyph

    return [
        Column(tr(N_("Number")), lambda row: ltr(row.number), code=True, order=lambda row: row.number),
        Column(tr(N_("Description")), lambda row: isolate(row.exhibit.description), wide=True),
        Column(tr(N_("Kind")), lambda row: tr(exhibits.KINDS.get(row.exhibit.kind, row.exhibit.kind)), quiet=True),
        Column(tr(N_("Place")), _place),
        Column(tr(N_("Holder")), _holder),
        Column(tr(N_("Integrity")), lambda row: "", chip=chip, order=lambda row: _ORDER.get(row.state, 9)),
    ]
