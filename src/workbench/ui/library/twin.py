"""The chart as a plain table: the same steps in the same order, for readers and for whoever likes rows better."""

from PySide6.QtWidgets import QTableView

from workbench.i18n import N_, isolate, ltr
from workbench.sop import Pack
from workbench.sop.saying import said
from workbench.ui.differences import comma
from workbench.ui.library.plan import Node, Plan, marked
from workbench.ui.state import speaking, tr
from workbench.ui.tables import ROW, Column, Rows, table, widen


def twin(pack: Pack, plan: Plan) -> QTableView:
    """A row for each step; the row of a step is its ``Node``."""

    def phase(node: Node) -> str:
        column = plan.columns[node.column]
        return f"{ltr(column.key)} {isolate(column.title)}"

    def waits(node: Node) -> str:
        gate = pack.step(node.key).gate
        named = comma().join(ltr(key) for key in node.waits)
        return said(gate, pack, speaking()) if gate is not None and node.else_waits else named or "—"

    def condition(node: Node) -> str:
        when = pack.step(node.key).when
        return said(when, pack, speaking()) if when is not None else "—"

    columns = [
        Column(tr(N_("Code")), lambda node: ltr(node.key), code=True, order=lambda node: (node.column, node.row)),
        Column(tr(N_("Title")), lambda node: isolate(node.title), strong=True),
        Column(tr(N_("Waits for")), waits, quiet=True),
        Column(tr(N_("Marks")), lambda node: marked(node) or "—"),
        Column(tr(N_("Phase")), phase, quiet=True, order=lambda node: (node.column, node.row)),
        Column(tr(N_("Only if")), condition, quiet=True),
    ]
    rows = Rows(columns)
    view, _ = table(rows, name="chart-table", says=tr(N_("Steps of the procedure")))
    rows.fill(list(plan.nodes.values()))
    widen(view, columns, least=64, most=270)
    return view


def choose(view: QTableView, key: str) -> None:
    """Choose the row of a step."""
    model = view.model()
    for place in range(model.rowCount()):
        if model.index(place, 0).data(ROW).key == key:
            view.setCurrentIndex(model.index(place, 0))


def chosen(view: QTableView) -> str:
    """The step whose row is chosen."""
    index = view.currentIndex()
    return str(index.data(ROW).key) if index.isValid() else ""
