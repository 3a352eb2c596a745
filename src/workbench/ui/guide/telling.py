"""The parts of a step card that only tell: its state, its history, advice, the why."""

from datetime import datetime
from typing import Any

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QLabel, QWidget

from workbench.i18n import N_
from workbench.services.rows import HistoryRow
from workbench.sop import EARLY, OVERRIDE, Step, StepState
from workbench.terms import BASES
from workbench.ui import fonts, theme
from workbench.ui.guide import reasons
from workbench.ui.guide.clocks import head_chip
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
_PASSED = {EARLY: N_("Done out of order"), OVERRIDE: N_("Safety gate passed to protect life")}


def state_chip(shown: Shown, now: datetime, *, doubted: bool) -> QWidget:
    """The most urgent deadline of the step, or its state once it is settled."""
    if shown.state in _STATES:
        tone = (
            "ok" if shown.state is StepState.DONE else "warn" if shown.state is StepState.ASKED else "neutral"
        )
        glyph = {"ok": "ph.check", "warn": "ph.hourglass"}.get(tone, "ph.minus-circle")
        passed = shown.history[-1].passed if shown.settled and shown.history else ""
        if passed:
            return Chip(tr(_PASSED[passed]), "warn", "ph.shield-chevron", style="body")
        return Chip(tr(_STATES[shown.state]), tone, glyph, style="body")
    made = head_chip(shown, now, doubted=doubted)
    if made is not None:
        return made
    limit = shown.step.deadline
    if limit is None:
        return QWidget()
    chip = Chip(
        limit.text,
        "neutral",
        "ph.clock",
        bold=False,
        spoken=f"{limit.text}. {tr(BASES.get(limit.basis, ''))}",
    )
    chip.setMaximumWidth(theme.px(270))
    return chip


def recorded(shown: Shown) -> QWidget:
    """By whom and when the step was settled, and why; how its gate was passed, and under which edition."""
    last = shown.history[-1]
    parts = [_told(last, shown.state)]
    if shown.earlier:
        parts.append(tr(N_("Recorded under an earlier edition of the procedure: the questions are those of then.")))
    made = Notice(
        " ".join(parts),
        tr(N_("Reason: {reason}"), reason=last.reason) if last.reason else "",
        "warn" if last.passed else "ok" if shown.state is StepState.DONE else "neutral",
        closes=False,
    )
    made.setObjectName("recorded")
    return made


def history(shown: Shown) -> Disclosure:
    """Everything that was decided on the step, newest first: what was recorded before is never lost."""
    made = Disclosure(tr(N_("History of this step")), "ph.clock-counter-clockwise", name="history")
    for entry in reversed(shown.history):
        made.inside.addWidget(label(_told(entry, entry.state), "body", wrap=True))
        if entry.reason:
            reason = tr(N_("Reason: {reason}"), reason=entry.reason)
            made.inside.addWidget(label(reason, "label", "2", wrap=True))
    return made


def _told(entry: HistoryRow, state: str) -> str:
    """One entry of the history in a sentence."""
    words = _PASSED.get(entry.passed) or (_STATES[StepState(state)] if state in _STATES else N_("Reopened"))
    return tr(N_("{state}: {name}, {moment}."), state=tr(words), name=entry.by, moment=moment(entry.at))


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


def why(shown: Shown) -> Disclosure:
    """Why the step is here, in the words of its facts."""
    made = Disclosure(tr(N_("Why is this step here?")), "ph.question", name="why")
    if shown.left:
        words = tr(N_("It belongs to a procedure that the case followed before; what was recorded stays."))
        made.inside.addWidget(label(words, "body", wrap=True))
        return made
    for words, sentence in reasons.why(shown.row, shown.pack, shown.step):
        first = label(words, "label", "2")
        first.setFixedWidth(theme.px(96))
        first.setWordWrap(True)
        line = row(gap=10)
        line.addWidget(first, 0, Qt.AlignmentFlag.AlignTop)
        line.addWidget(label(sentence, "body", wrap=True), 1)
        made.inside.addLayout(line)
    return made
