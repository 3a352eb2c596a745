"""The rows of the list of next steps: what is due, of what and of whom, and the way there."""

from collections.abc import Callable
from datetime import datetime, timedelta
from zoneinfo import ZoneInfo

from PySide6.QtWidgets import QHBoxLayout, QPushButton, QWidget

from workbench.i18n import N_, isolate, ltr
from workbench.services.rows import DueRow
from workbench.ui import theme
from workbench.ui.deadlines import said
from workbench.ui.parts.arrange import bar, column, holder, row, upright
from workbench.ui.parts.buttons import button
from workbench.ui.parts.chip import Chip
from workbench.ui.parts.texts import Elided, code, label
from workbench.ui.state import number, tr
from workbench.ui.state.speech import zone

_BASES = {"law": N_("law"), "house": N_("house rule"), "practice": N_("practice")}


def due_row(due: DueRow, now: datetime, go: Callable[[], object]) -> QWidget:
    """A deadline of a case, with the code of the person where each has one of their own."""
    words = said(due.due_at, now, state=due.state, doubted=due.clock_doubted)
    spoken = tr(N_("Deadline: {when}. {step}"), when=words.text, step=due.step_title)
    parts = (spoken, ltr(due.subject), due.text)
    chip = Chip(
        words.text,
        words.tone,
        words.glyph,
        style="body",
        centred=True,
        spoken=". ".join(part for part in parts if part),
    )
    second = row(code(ltr(due.step), "label"), upright(), gap=8)
    if due.subject:
        second.addWidget(code(ltr(due.subject), "label"))
        second.addWidget(upright())
    second.addWidget(Elided(isolate(due.case_title), "label", "2"), 1)
    basis = tr(_BASES[due.basis]) if due.basis in _BASES else ""
    opener = button(tr(N_("Open step")), go, kind="small", name=f"open-{due.step}")
    made = step_row(chip, due.step_title, second, basis, opener)
    made.setToolTip(due.text)
    return made


def step_row(chip: Chip, title: str, second: QHBoxLayout, side: str, opener: QPushButton) -> QWidget:
    """A row: when, what, of which case, on what basis, and the button that leads there."""
    chip.setFixedWidth(theme.px(146))
    line = row(chip, gap=14, margins=(14, 5, 14, 5))
    line.addLayout(column(Elided(title, "card"), second, gap=2), 1)
    line.addWidget(label(side, "label", "2"))
    line.addWidget(opener)
    return holder(line)


def group(due_at: datetime, now: datetime) -> str:
    """The name of the group in which a deadline stands."""
    here = ZoneInfo(zone())
    days = (due_at.astimezone(here).date() - now.astimezone(here).date()).days
    if due_at - now <= timedelta(hours=12) or days <= 0:
        return "Within hours"
    return "Tomorrow" if days == 1 else "This week" if days < 7 else "Later"


def group_head(text: str, count: int) -> QWidget:
    """The head of a group, with how many are in it."""
    return bar(
        "group",
        row(label(text, "card"), label(number(count), "label", "2"), None, gap=8, margins=(14, 4, 14, 4)),
    )
