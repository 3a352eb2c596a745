"""What must not be forgotten, each as it stands: what is not yet done first, what is not called for last."""

from collections.abc import Callable, Sequence
from functools import partial

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QFrame, QWidget

from workbench.i18n import N_, isolate, ltr
from workbench.services.rows import MatterRow
from workbench.terms import MATTERS
from workbench.ui.parts.arrange import Flow, column, holder, row, rule
from workbench.ui.parts.buttons import button
from workbench.ui.parts.chip import Chip
from workbench.ui.parts.texts import Picture, label
from workbench.ui.state import speaking, tr
from workbench.ui.tokens import TONES

# State: tone of its chip, icon. In the order in which they are shown.
STATES = {
    "open": ("warn", "ph.circle-dashed"),
    "set_aside": ("neutral", "ph.minus-circle"),
    "done": ("ok", "ph.check-circle"),
    "not_called_for": ("outline", "ph.prohibit"),
}


def sums(found: Sequence[MatterRow]) -> QWidget:
    """How many matters stand where."""
    line = Flow(6)
    for state, (tone, glyph) in STATES.items():
        count = sum(one.state == state for one in found)
        if count:
            line.addWidget(Chip(f"{speaking().number(count)} {tr(MATTERS[state])}", tone, glyph))
    return holder(line)


def matters(found: Sequence[MatterRow], go: Callable[[str], object]) -> QWidget:
    """The matters under each other, with the way to the step of those that are not done."""
    box = column(gap=0)
    ordered = [one for state in STATES for one in found if one.state == state]
    for place, one in enumerate(ordered):
        if place:
            box.addWidget(rule())
        box.addWidget(_matter(one, go))
    if not ordered:
        box.addWidget(label(tr(N_("The procedure names nothing here.")), "label", "2", wrap=True))
    box.addStretch(1)
    return holder(box)


def _matter(one: MatterRow, go: Callable[[str], object]) -> QFrame:
    tone, glyph = STATES[one.state]
    quiet = one.state in ("done", "not_called_for")
    line = row(gap=8, margins=(0, 6, 2, 6))
    line.addWidget(Picture(glyph, TONES[tone][1], 17), 0, Qt.AlignmentFlag.AlignTop)
    words = column(label(isolate(one.label), "body", "2" if quiet else "", wrap=True), gap=1)
    words.addWidget(label(tr(MATTERS[one.state]), "label", tone if tone in ("warn", "ok") else "2", wrap=True))
    line.addLayout(words, 1)
    if one.state == "open":
        way = button(
            ltr(one.step), partial(go, one.step), kind="small", name=f"examine-{one.key}",
            tip=tr(N_("Go to {step}"), step=ltr(one.step)),
        )  # fmt: skip
        way.setAccessibleName(tr(N_("Go to {step}"), step=ltr(one.step)))
        line.addWidget(way, 0, Qt.AlignmentFlag.AlignVCenter)
    made = QFrame()
    made.setObjectName(f"matter-{one.key}")
    made.setAccessibleName(f"{one.label}: {tr(MATTERS[one.state])}")
    made.setLayout(line)
    return made
