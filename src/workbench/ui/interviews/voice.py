"""One interpreter on the page: languages with dialect, oath, ties, and each doubt with what was done."""

from collections.abc import Callable, Mapping
from functools import partial

from PySide6.QtWidgets import QLayout, QVBoxLayout

from workbench import terms
from workbench.i18n import N_, isolate, ltr
from workbench.services.interviews import InterpreterRow
from workbench.ui.parts.arrange import Flow, column, holder, row
from workbench.ui.parts.buttons import button
from workbench.ui.parts.notice import Notice
from workbench.ui.parts.texts import code, heading, label
from workbench.ui.state import moment, speaking, tr


def voice_card(
    one: InterpreterRow, acts: Mapping[str, Callable[[], object]], settle: Callable[[int], object]
) -> QLayout:
    """Head, ways, facts, doubts."""
    head = row(code(ltr(one.ref), "card"), gap=8)
    head.addWidget(label(isolate(one.name), "card", wrap=True), 1)
    flow = Flow(6)
    flow.addWidget(
        button(tr(N_("Change…")), acts["change"], kind="small", glyph="ph.pencil-simple", name="voice-change")
    )
    flow.addWidget(
        button(tr(N_("Doubt…")), acts["doubt"], kind="small", glyph="ph.warning", name="voice-doubt")
    )
    flow.addWidget(
        button(tr(N_("Oath on paper")), acts["paper"], kind="quiet", glyph="ph.file-text", name="voice-paper")
    )
    box = column(head, gap=8)
    comma = tr(N_(", "))
    if one.ties:
        said = comma.join(tr(terms.TIES[tie]) for tie in one.ties)
        made = Notice(
            tr(N_("Has a tie to somebody in the case")),
            f"{said}: {isolate(one.ties_note)}",
            "late",
            closes=False,
        )
        box.addWidget(made)
    box.addWidget(holder(flow))
    spoken = comma.join(
        isolate(speaking().language_name(tag)) + (f" ({isolate(dialect)})" if dialect else "")
        for tag, dialect in one.languages
    )
    oath = moment(one.oath_at) if one.oath_at else tr(N_("not on oath yet"))
    for words, value in (
        (N_("Languages and dialects"), spoken), (N_("Oath taken"), oath), (N_("Shown by"), isolate(one.paper)),
        (N_("Qualification"), isolate(one.qualification)),
        (N_("Accepted by the person"), tr(terms.YES_NO[one.accepted])),
    ):  # fmt: skip
        line = row(label(tr(words), "label", "2"), gap=8)
        line.addWidget(label(value, "body", wrap=True), 1)
        box.addLayout(line)
    _doubts(box, one, settle)
    box.addStretch(1)
    return box


def _doubts(box: QVBoxLayout, one: InterpreterRow, settle: Callable[[int], object]) -> None:
    """Each doubt about the words of the interpreter, with what was done or the way to say it."""
    box.addWidget(heading(tr(N_("Doubts about the words"))))
    for place, doubt in enumerate(one.doubts, start=1):
        raised = tr(N_("Doubt raised by {name}, {at}: {about}"), name=isolate(doubt.by), at=moment(doubt.at),
                    about=isolate(doubt.about))  # fmt: skip
        box.addWidget(label(raised, "body", wrap=True))
        if doubt.done:
            box.addWidget(
                label(tr(N_("What was done: {text}"), text=isolate(doubt.done)), "label", "2", wrap=True)
            )
        else:
            act = partial(settle, place)
            box.addWidget(button(tr(N_("What was done…")), act, kind="small", name=f"settle-{place}"))
    if not one.doubts:
        box.addWidget(label(tr(N_("none")), "label", "2"))
