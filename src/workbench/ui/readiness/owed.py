"""What was owed to people: each point with the law of the land and the standard of the world beside each other."""

from collections.abc import Callable, Sequence
from functools import partial

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QGridLayout, QWidget

from workbench.i18n import N_, isolate, ltr
from workbench.proof import Kept, Point, PointView, Rules
from workbench.proof.indicators import Ref
from workbench.services import law
from workbench.sop.places import place_text
from workbench.terms import KEPT, MARKS
from workbench.ui.parts.arrange import Flow, column, holder, rule
from workbench.ui.parts.buttons import button
from workbench.ui.parts.chip import Chip
from workbench.ui.parts.texts import label
from workbench.ui.state import speaking, tr

Owed = tuple[Rules, tuple[PointView, ...]]
# State: tone and icon of its chip, the gravest first.
_STATES = {
    Kept.NOT_KEPT: ("late", "ph.x-circle"),
    Kept.NOT_RECORDED: ("warn", "ph.circle-dashed"),
    Kept.KEPT: ("ok", "ph.check-circle"),
    Kept.NOT_CALLED_FOR: ("outline", "ph.prohibit"),
}
_HEADS = (N_("Point"), N_("National law"), N_("International standard"), N_("What the record shows"))


def owed(found: Owed, go: Callable[[str], object]) -> QWidget:
    """A table of the points, those that were not kept first; each leads to the steps where it is recorded."""
    rules, views = found
    order = list(_STATES)
    grid = QGridLayout()
    grid.setContentsMargins(0, 0, 6, 0)
    grid.setHorizontalSpacing(14)
    grid.setVerticalSpacing(8)
    for across, words in enumerate(_HEADS):
        grid.addWidget(label(tr(words), "label", "2", wrap=True), 0, across)
        grid.setColumnStretch(across, (3, 2, 2, 2)[across])
    ordered = sorted(views, key=lambda one: order.index(one.kept))
    for down, view in enumerate(ordered):
        point = rules.ethics.points[view.key]
        grid.addWidget(rule(), 2 * down + 1, 0, 1, len(_HEADS))
        cells = (_point(point), _refs(point.national), _refs(point.international), _where(view, go))
        for across, cell in enumerate(cells):
            grid.addWidget(cell, 2 * down + 2, across, Qt.AlignmentFlag.AlignTop)
    made = holder(column(_sums(views), grid, None, gap=10))
    made.setObjectName("owed")
    return made


def _sums(views: Sequence[PointView]) -> QWidget:
    line = Flow(6)
    for state, (tone, glyph) in _STATES.items():
        count = sum(one.kept is state for one in views)
        if count:
            line.addWidget(Chip(f"{speaking().number(count)} {tr(KEPT[state])}", tone, glyph))
    return holder(line)


def _point(point: Point) -> QWidget:
    words = column(label(point.title, "body", wrap=True), label(point.text, "label", "2", wrap=True), gap=1)
    made = holder(words)
    made.setAccessibleName(point.title)
    return made


def _refs(found: Sequence[Ref]) -> QWidget:
    """Sources with their places; what is to be verified says so in words."""
    box = column(gap=4)
    comma = "، " if speaking().rtl else ", "
    for one in found:
        place = [place_text(one.place, speaking())] if one.place else []
        said = comma.join((isolate(law.title_of(one.source, speaking().tag)), *place))
        box.addWidget(label(said, "label", wrap=True))
        box.addWidget(label(tr(MARKS[one.mark]), "small", "warn" if one.mark == "GK" else "3", wrap=True))
    return holder(box)


def _where(view: PointView, go: Callable[[str], object]) -> QWidget:
    tone, glyph = _STATES[view.kept]
    flow = Flow(6)
    flow.addWidget(Chip(tr(KEPT[view.kept]), tone, glyph))
    for step in dict.fromkeys(ref.step for ref, kept in view.where if kept is not Kept.NOT_CALLED_FOR):
        says = tr(N_("Go to {step}"), step=ltr(step))
        way = button(ltr(step), partial(go, step), kind="small", name=f"owed-{view.key}", tip=says)
        way.setAccessibleName(says)
        flow.addWidget(way)
    return holder(flow)
