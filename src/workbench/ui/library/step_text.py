"""A step of a procedure as it is written: everything that it says, to be read beside the chart."""

from collections.abc import Iterator

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QVBoxLayout, QWidget

from workbench.i18n import N_, isolate, ltr
from workbench.sop import Deadline, Pack, Step
from workbench.sop.places import place_text
from workbench.sop.saying import clock_said, said
from workbench.terms import BASES
from workbench.terms import MARKS as READ
from workbench.ui.differences import comma
from workbench.ui.library.plan import MARKS, Node
from workbench.ui.parts.arrange import column, holder, row
from workbench.ui.parts.chip import Chip
from workbench.ui.parts.texts import Picture, code, heading, label
from workbench.ui.state import speaking, tr


def step_text(pack: Pack, node: Node) -> QWidget:
    """The whole of a step; the pack is in the language of the window."""
    step = pack.step(node.key)
    box = column(gap=5, margins=(0, 0, 4, 0))
    box.addWidget(label(isolate(step.title), "screen", wrap=True))
    where = row(code(ltr(step.key), "label"), gap=8)
    where.addWidget(label(isolate(pack.phase_of(step.key).title), "label", "2", wrap=True), 1)
    box.addLayout(where)
    for mark in node.marks:
        glyph, words = MARKS[mark]
        box.addLayout(row(Chip(tr(words), "neutral", glyph), None))
    box.addWidget(label(isolate(step.purpose), "body", wrap=True))
    for title, lines in _parts(pack, step):
        if lines:
            _add(box, title, lines)
    box.addStretch(1)
    made = holder(box)
    made.setObjectName("step-text")
    made.setAccessibleName(f"{step.key} {step.title}")
    return made


def _parts(pack: Pack, step: Step) -> Iterator[tuple[str, list[str]]]:
    """Every heading with its lines, in the order in which somebody who does the step needs them."""
    language = speaking()
    when = [said(step.when, pack, language)] if step.when is not None else [tr(N_("In every case of this kind."))]
    yield tr(N_("When it is called for")), when
    if step.gate is not None:
        yield tr(N_("What it waits for")), [said(step.gate, pack, language)]
    yield tr(N_("Time limits")), [_limit(one, pack) for one in step.deadlines]
    yield tr(N_("What to do")), list(step.todo)
    yield tr(N_("Do")), list(step.dos)
    yield tr(N_("Do not")), list(step.donts)
    yield tr(N_("Words to say")), [f"«{step.script}»"] if step.script else []
    yield tr(N_("What is recorded")), [field.label for field in step.fields]
    yield tr(N_("Orders of the judge")), [pack.orders[kind].label for kind in step.asks if kind in pack.orders]
    yield tr(N_("Papers of the step")), [f"{ltr(one.key)} {isolate(one.name)}" for one in step.documents]
    yield tr(N_("Who")), [comma().join(isolate(one.name) for one in step.actors)] if step.actors else []
    yield tr(N_("Legal basis")), [*_sources(step), tr(READ[step.mark])]
    yield tr(N_("Leaving it out")), [_waiver(step)]
    if step.codes:
        yield tr(N_("Code of the official procedure")), [comma().join(ltr(one) for one in step.codes)]
    chapter = pack.phase_of(step.key).sop_chapter
    if chapter:
        yield tr(N_("Chapter of the official procedure")), [ltr(chapter)]


def _limit(one: Deadline, pack: Pack) -> str:
    parts = [isolate(one.text), clock_said(one, pack, speaking()), tr(BASES.get(one.basis, one.basis))]
    return " — ".join(part for part in parts if part)


def _sources(step: Step) -> list[str]:
    language = speaking()
    return [
        f"{isolate(one.title)} — {place_text(one.place, language)}" if one.place else isolate(one.title)
        for one in step.sources
    ]


def _waiver(step: Step) -> str:
    if step.waivable:
        return tr(N_("A supervisor may waive it, with a reason."))
    return tr(N_("It protects a person and cannot be waived."))


def _add(box: QVBoxLayout, title: str, lines: list[str]) -> None:
    box.addSpacing(6)
    box.addWidget(heading(title))
    for words in lines:
        if len(lines) == 1:
            box.addWidget(label(words, "body", wrap=True))
            continue
        line = row(gap=8)
        line.addWidget(Picture("ph.minus", "text3", 13), 0, Qt.AlignmentFlag.AlignTop)
        line.addWidget(label(words, "body", wrap=True), 1)
        box.addLayout(line)
