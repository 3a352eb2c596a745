"""The evidence and papers of a step, as chips that open their place."""

from collections.abc import Callable, Mapping
from functools import partial

from PySide6.QtCore import QSize, Qt
from PySide6.QtGui import QPainter, QPaintEvent, QPen
from PySide6.QtWidgets import QSizePolicy, QWidget

from workbench.fields import Kind
from workbench.i18n import N_, isolate, ltr, plain
from workbench.services.guides import GuideRow
from workbench.services.rows import ExhibitRow
from workbench.sop import Step
from workbench.ui import theme
from workbench.ui.parts.arrange import Flow, holder, row
from workbench.ui.parts.buttons import button
from workbench.ui.parts.chip import Chip
from workbench.ui.parts.texts import Elided, Picture, code
from workbench.ui.registry import PLACES, Place
from workbench.ui.state import tr

INTEGRITY = {
    "verified": (N_("verified"), "ok", "ph.check"),
    "sealed": (N_("sealed"), "info", "ph.shield-check"),
    "broken": (N_("broken"), "late", "ph.link-break"),
    "none": (N_("no file"), "neutral", "ph.circle-dashed"),
}
_MOST = 210
# Where a paper of the procedure is worked on, if it has a page of its own: the step only records that it was done.
_PLACES = {
    "screening": frozenset({"D-SCREEN", "D-ROLE"}),
    "elements": frozenset({"D-MATRIX"}),
    "people": frozenset({"D-STATUS", "D-NONPUN", "D-RISK", "D-NEEDS", "D-CONSENT", "D-REFER", "D-REFLECT", "D-GUARD"}),
}


class Paper(QWidget):
    """One paper or exhibit: icon, code, name, state."""

    def __init__(self, glyph: str, ref: str, name: str, chip: tuple[str, str, str] | None = None) -> None:
        super().__init__()
        self.setAccessibleName(plain(f"{ref} {name} {chip[0] if chip else ''}"))
        words = Elided(name, "label")
        words.setMaximumWidth(theme.px(_MOST))
        line = row(Picture(glyph, "text2", 16), code(ltr(ref), "label"), words, gap=7, margins=(9, 4, 9, 4))
        if chip:
            line.addWidget(Chip(*chip))
        self.setLayout(line)
        self.setSizePolicy(QSizePolicy.Policy.Maximum, QSizePolicy.Policy.Fixed)

    def sizeHint(self) -> QSize:
        return QSize(super().sizeHint().width(), theme.px(32))

    def paintEvent(self, event: QPaintEvent) -> None:
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        painter.setPen(QPen(theme.colour("border"), 1))
        painter.setBrush(Qt.BrushStyle.NoBrush)
        painter.drawRoundedRect(self.rect().adjusted(0, 0, -1, -1), 6, 6)


def papers(
    row_: GuideRow, step: Step, answers: Mapping[str, object], act: Callable[[str], object]
) -> QWidget:
    """The papers the step makes, the exhibits it names, and the ways to add more."""
    flow = Flow(8)
    for paper in step.documents:
        flow.addWidget(Paper("ph.file-text", paper.key, isolate(paper.name)))
    for exhibit in _named(row_, step, answers):
        words, tone, glyph = INTEGRITY.get(exhibit.integrity, INTEGRITY["none"])
        flow.addWidget(
            Paper("ph.archive-box", exhibit.number, isolate(exhibit.description), (tr(words), tone, glyph))
        )
    for place in _places(step):
        words, go = tr(N_("Open: {place}"), place=tr(place.label)), partial(act, f"go {place.key}")
        flow.addWidget(button(words, go, kind="quiet", glyph=place.glyph, name=f"go-{place.key}"))
    flow.addWidget(
        button(tr(N_("Attach…")), lambda: act("attach"), kind="quiet", glyph="ph.paperclip", name="attach")
    )
    if any(field.kind in (Kind.PERSON, Kind.PERSONS) for field in step.fields):
        flow.addWidget(
            button(
                tr(N_("Add person")),
                lambda: act("add_person"),
                kind="quiet",
                glyph="ph.user-plus",
                name="step-add-person",
            )
        )
    return holder(flow)


def _places(step: Step) -> list[Place]:
    """The pages on which the papers of the step are worked on."""
    keys = {paper.key for paper in step.documents}
    return [one for one in PLACES if keys & _PLACES.get(one.key, frozenset())]


def _named(row_: GuideRow, step: Step, answers: Mapping[str, object]) -> list[ExhibitRow]:
    wanted: set[str] = set()
    for field in step.fields:
        value = answers.get(field.key)
        if field.kind is Kind.EXHIBIT and isinstance(value, str):
            wanted.add(value)
        elif field.kind is Kind.EXHIBITS and isinstance(value, list):
            wanted |= {str(one) for one in value}
    return [one for one in row_.exhibits if one.number in wanted]
