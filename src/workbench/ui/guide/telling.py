"""The parts of a step card that only tell: its state, advice, the law, the why."""

from typing import Any

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QLabel, QWidget

from workbench.i18n import N_
from workbench.sop import Step, StepState
from workbench.ui import fonts, theme
from workbench.ui.deadlines import said
from workbench.ui.guide import reasons
from workbench.ui.guide.shown import Shown
from workbench.ui.parts.arrange import row
from workbench.ui.parts.chip import Chip
from workbench.ui.parts.disclosure import Disclosure
from workbench.ui.parts.notice import Notice
from workbench.ui.parts.texts import Picture, label
from workbench.ui.state import moment, tr

_STATES = {
    StepState.DONE: N_("Done"),
    StepState.NOT_APPLICABLE: N_("Not applicable"),
    StepState.WAIVED: N_("Waived"),
    StepState.ASKED: N_("Waiting for the supervisor"),
}


def state_chip(shown: Shown) -> QWidget:
    """The deadline of the step, or its state once it is settled."""
    if shown.state in _STATES:
        tone = (
            "ok" if shown.state is StepState.DONE else "warn" if shown.state is StepState.ASKED else "neutral"
        )
        glyph = {"ok": "ph.check", "warn": "ph.hourglass"}.get(tone, "ph.minus-circle")
        return Chip(tr(_STATES[shown.state]), tone, glyph, style="body")
    due = next((one for one in shown.row.dues if one.step == shown.key), None)
    limit = shown.step.deadline
    if due is not None:
        words = said(due.due_at, shown.now, state=due.state)
        spoken = ". ".join(
            (
                tr(N_("Deadline: {when}"), when=words.text),
                limit.text if limit else "",
                tr(reasons.BASIS.get(due.basis, "")),
            )
        )
        return Chip(words.text, words.tone, words.glyph, style="body", spoken=spoken)
    if limit is not None:
        chip = Chip(
            limit.text,
            "neutral",
            "ph.clock",
            bold=False,
            spoken=f"{limit.text}. {tr(reasons.BASIS.get(limit.basis, ''))}",
        )
        chip.setMaximumWidth(theme.px(270))
        return chip
    return QWidget()


def recorded(shown: Shown) -> QWidget:
    """By whom and when the step was settled, and why."""
    assert shown.history[-1].at is not None
    last = shown.history[-1]
    words = tr(
        N_("{state}: {name}, {moment}."), state=tr(_STATES[shown.state]), name=last.by, moment=moment(last.at)
    )
    made = Notice(
        words,
        tr(N_("Reason: {reason}"), reason=last.reason) if last.reason else "",
        "ok" if shown.state is StepState.DONE else "neutral",
        closes=False,
    )
    made.setObjectName("recorded")
    return made


def history(shown: Shown) -> Disclosure:
    """Everything that was decided on the step, newest first: what was recorded before is never lost."""
    made = Disclosure(tr(N_("History of this step")), "ph.clock-counter-clockwise", name="history")
    for entry in reversed(shown.history):
        state = tr(_STATES[StepState(entry.state)] if entry.state in _STATES else N_("Reopened"))
        words = tr(N_("{state}: {name}, {moment}."), state=state, name=entry.by, moment=moment(entry.at))
        made.inside.addWidget(label(words, "body", wrap=True))
        if entry.reason:
            reason = tr(N_("Reason: {reason}"), reason=entry.reason)
            made.inside.addWidget(label(reason, "label", "2", wrap=True))
    return made


def advice(step: Step) -> Disclosure:
    """What helps and what harms, and words that can be said."""
    made = Disclosure(tr(N_("Advice and words to say")), "ph.chat-circle-text", name="advice")
    for glyph, token, texts in (("ph.check", "okMark", step.dos), ("ph.x", "dangerText", step.donts)):
        for words in texts:
            made.inside.addLayout(_bullet(glyph, token, words))
    if step.script:
        made.inside.addWidget(label(tr(N_("Words to say")), "label", "2"))
        made.inside.addWidget(_quote(step.script))
    return made


def _bullet(glyph: str, token: str, words: str) -> Any:
    line = row(gap=8)
    line.addWidget(Picture(glyph, token, 15), 0, Qt.AlignmentFlag.AlignTop)
    line.addWidget(label(words, "body", wrap=True), 1)
    return line


def _quote(words: str) -> QLabel:
    """Words of a law or words to be spoken, in the font of law quotes where the script is Arabic."""
    made = label(f"«{words}»", "quote", wrap=True)
    if theme.rtl():
        fonts.register_naskh()
        made.setStyleSheet(f'font-family: "{fonts.NASKH}";')
    return made


def law(shown: Shown) -> Disclosure:
    """The sources of the step, and whether they were read or are to be verified."""
    found, step = reasons.law(shown.step), shown.step
    mark = "، " if theme.rtl() else "; "
    hint = mark.join(f"{title} {place}".strip() for title, place in found[:2])
    made = Disclosure(tr(N_("Legal basis")), "ph.scales", hint, name="law")
    for title, place in found:
        made.inside.addWidget(label(f"{title} — {place}" if place else title, "body", wrap=True))
    if not found:
        made.inside.addWidget(
            label(tr(N_("Good practice; no law is named for this step.")), "body", wrap=True)
        )
    read = step.mark == "S"
    made.inside.addLayout(
        row(
            Chip(
                tr(N_("Source read")) if read else tr(N_("To be verified")),
                "ok" if read else "warn",
                "ph.check" if read else "ph.warning",
                spoken=tr(reasons.MARKS[step.mark]),
            ),
            label(tr(reasons.MARKS[step.mark]), "label", "2"),
            None,
            gap=8,
        )
    )
    return made


def why(shown: Shown) -> Disclosure:
    """Why the step is here, in the words of its facts."""
    made = Disclosure(tr(N_("Why is this step here?")), "ph.question", name="why")
    for words, sentence in reasons.why(shown.row, shown.pack, shown.step):
        first = label(words, "label", "2")
        first.setFixedWidth(theme.px(96))
        first.setWordWrap(True)
        line = row(gap=10)
        line.addWidget(first, 0, Qt.AlignmentFlag.AlignTop)
        line.addWidget(label(sentence, "body", wrap=True), 1)
        made.inside.addLayout(line)
    return made
