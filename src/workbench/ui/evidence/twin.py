"""The line of custody as a plain table with the same rows, for readers and for whoever likes rows better."""

from collections.abc import Sequence

from PySide6.QtWidgets import QTableView

from workbench.i18n import N_
from workbench.ui.evidence.line import Knot
from workbench.ui.state import number, tr
from workbench.ui.tables import Column, Rows, table, widen


def twin(knots: Sequence[Knot]) -> QTableView:
    """A row for each mark of the line."""
    columns = [
        Column(tr(N_("No.")), lambda one: number(one.seq) if one.seq else "—", order=lambda one: one.seq),
        Column(tr(N_("Entry")), lambda one: one.title, strong=True, wide=True),
        Column(tr(N_("When and where")), lambda one: one.second, quiet=True),
        Column(
            tr(N_("Written about it")),
            lambda one: one.note or (tr(N_("counts no more")) if one.struck else "—"),
            quiet=True,
        ),
    ]
    rows = Rows(columns)
    view, _ = table(rows, name="custody-table", says=tr(N_("Chain of custody")))
    rows.fill(knots)
    widen(view, columns, least=36, most=220)
    return view
