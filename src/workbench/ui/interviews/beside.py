"""Two statements side by side: in both, said differently, only here; what it means is for whoever reads it."""

from collections.abc import Callable

from PySide6.QtWidgets import QLayout, QVBoxLayout

from workbench import terms
from workbench.i18n import N_, isolate, ltr
from workbench.proof.interviewing import Compared
from workbench.services.interviews import ComparedRow
from workbench.ui.parts.arrange import column, holder, row, rule
from workbench.ui.parts.buttons import button
from workbench.ui.parts.chip import Chip
from workbench.ui.parts.texts import heading, label
from workbench.ui.state import speaking, tr

_TONES = {"same": "ok", "differs": "warn", "only_here": "neutral"}


def beside_card(found: ComparedRow, leave: Callable[[], object]) -> QLayout:
    """Both columns, each pair with its neutral word."""
    title = f"{ltr(found.left)} ({ltr(found.left_alias)})   |   {ltr(found.right)} ({ltr(found.right_alias)})"
    box = column(
        row(heading(title), None, button(tr(N_("Back")), leave, kind="small", name="leave-beside")),
        label(tr(N_("Memory is no record: a difference alone is no sign of a lie.")), "label", "2", wrap=True), gap=8,
    )  # fmt: skip
    if found.language:
        words = tr(N_("Compared in {language}."), language=isolate(speaking().language_name(found.language)))
        box.addWidget(label(words, "label", "2", wrap=True))
    else:
        none = tr(N_("They share no language; only figures and equal words can be found."))
        box.addWidget(label(none, "label", "warn", wrap=True))
    for one in found.rows:
        box.addWidget(rule())
        box.addWidget(Chip(tr(terms.ALIKE[one.label]), _TONES[one.label]))
        across = row(gap=16)
        across.addLayout(_side(one, left=True), 1)
        across.addLayout(_side(one, left=False), 1)
        box.addWidget(holder(across))
    box.addStretch(1)
    return box


def _side(one: Compared, *, left: bool) -> QVBoxLayout:
    said = one.left if left else one.right
    if said is None:
        return column(label(tr(N_("nothing about it")), "label", "3"), None)
    figures = one.figures[0 if left else 1]
    box = column(
        label(tr(N_("line {line}"), line=ltr(said.line)), "small", "2"), label(isolate(said.text), "body", wrap=True),
        gap=2,
    )  # fmt: skip
    if figures:
        only = tr(N_("figures only here: {figures}"), figures=tr(N_(", ")).join(map(ltr, figures)))
        box.addWidget(label(only, "label", "warn", wrap=True))
    box.addStretch(1)
    return box
