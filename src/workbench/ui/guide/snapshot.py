"""The case at a glance: what is due by law, who is in it, what is missing."""

from collections.abc import Callable
from datetime import datetime, timedelta
from functools import partial
from typing import Any

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QHBoxLayout, QVBoxLayout, QWidget

from workbench.i18n import N_, ltr
from workbench.services.guides import GuideRow
from workbench.services.people import ROLES
from workbench.services.rows import PersonRow
from workbench.sop import Due, Pack
from workbench.ui import theme
from workbench.ui.deadlines import in_danger, said_of, short_day
from workbench.ui.guide.gaps import gaps
from workbench.ui.icons import icon_dir
from workbench.ui.parts.arrange import card, column, holder, row
from workbench.ui.parts.buttons import button, icon_button
from workbench.ui.parts.chip import Chip
from workbench.ui.parts.marks import Bar
from workbench.ui.parts.mask import MaskedName
from workbench.ui.parts.texts import Elided, Picture, code, label
from workbench.ui.state import moment, speaking, tr

_MOST = 5
Go = Callable[[str, str], object]


def snapshot(row_: GuideRow, pack: Pack, now: datetime, go: Go) -> list[QWidget]:
    """The three cards; ``go(page, ref)`` opens what is pressed."""
    return [_deadlines(row_, pack, now, go), _people(row_, go), _gaps(row_, go)]


def _deadlines(row_: GuideRow, pack: Pack, now: datetime, go: Go) -> QWidget:
    ahead, doubted = in_danger(row_.dues, now), row_.clock_doubted
    made = card(
        label(
            tr(N_("Legal deadlines")) if not ahead or ahead[0].basis == "law" else tr(N_("Deadlines")), "card"
        ),
        gap=6,
    )
    box = made.layout()
    assert isinstance(box, QVBoxLayout)
    if not ahead:
        box.addWidget(label(tr(N_("No deadline is running.")), "body", "2", wrap=True))
        return made
    first = ahead[0]
    box.addLayout(_count(first, pack.step(first.step).title, now, doubted=doubted))
    if not doubted:
        whole = (first.due_at - first.start_at).total_seconds() or 1.0
        left = max(0.0, (first.due_at - now).total_seconds())
        box.addWidget(Bar(1 - left / whole, "warnMark"))
    for due in ahead[1:4]:
        box.addWidget(_next(due, pack, now, doubted=doubted))
    return made


def _next(due: Due, pack: Pack, now: datetime, *, doubted: bool) -> QWidget:
    """One more deadline in a line: whose, of what, and what is left."""
    words, step = said_of(due, now, doubted=doubted, short=True), pack.step(due.step)
    line = row(gap=8)
    if due.subject:
        line.addWidget(code(ltr(due.subject), "label"))
    line.addWidget(Elided(step.title, "body"), 1)
    spoken = ". ".join(part for part in (step.title, due.subject, words.text) if part)
    line.addWidget(Chip(words.text, words.tone, spoken=spoken))
    made = holder(line)
    made.setToolTip(step.deadlines[due.index].text)
    return made


def _count(due: Due, title: str, now: datetime, *, doubted: bool) -> QHBoxLayout | QVBoxLayout:
    """The first deadline large: what is left, or the day; no figure while the clock is doubted."""
    left = due.due_at - now
    late = left < timedelta(0) and not doubted
    until = N_("late since {moment}") if late else N_("until {moment}")
    second = label(tr(until, moment=moment(due.due_at)), "label", "2", wrap=True)
    whose = row(code(ltr(due.subject), "label"), gap=6) if due.subject else row()
    words = column(label(title, "card", wrap=True), whose, second, gap=0)
    if doubted:
        return column(row(Chip(tr(N_("check the clock")), "warn", "ph.clock", style="body"), None), words, gap=4)
    span = speaking().span(left) if abs(left) < timedelta(hours=100) else short_day(due.due_at)
    line = row(label(span, "count", "late" if late else "warn"), gap=10)
    line.addLayout(words, 1)
    return line


def _people(row_: GuideRow, go: Go) -> QWidget:
    every = button(tr(N_("Show all ({n})"), n=len(row_.people)), lambda: go("people", ""), kind="quiet")
    made = card(row(label(tr(N_("People")), "card"), None, every), gap=5, margins=(14, 6, 14, 10))
    box = made.layout()
    assert isinstance(box, QVBoxLayout)
    if not row_.people:
        box.addWidget(label(tr(N_("Nobody is recorded yet.")), "body", "2"))
    for person in row_.people[:_MOST]:
        box.addLayout(_person(person))
    return made


def person_icon(person: PersonRow) -> tuple[str, str]:
    """Icon and colour of a person: a child first, then the role."""
    if person.child:
        return "mdi6.human-child", "childText"
    roles = set(person.roles)
    if roles & {"suspect", "accused"}:
        return "ph.user-focus", "text2"
    if roles & {"witness", "reporter"}:
        return "ph.chat-circle-text", "text2"
    return "ph.user", "text2"


def role_words(person: PersonRow) -> str:
    """The roles claimed at present, in words."""
    words = [tr(ROLES.get(role, role)) for role in person.roles]
    if any(claim.custody == "held" and claim.until is None for claim in person.claims):
        words.append(tr(N_("held")))
    return ("، " if theme.rtl() else ", ").join(words)


def _person(person: PersonRow) -> Any:
    hidden = tr(N_("Person {code}, {role}, name hidden"), code=person.alias, role=role_words(person))
    line = row(
        Picture(*person_icon(person), 17),
        code(ltr(person.alias), "label"),
        MaskedName(person.initials, hidden),
        gap=8,
        margins=(0, 0, 0, 0),
    )
    line.addWidget(Elided(role_words(person), "label", "2", end=True), 1)
    return line


def _gaps(row_: GuideRow, go: Go) -> QWidget:
    found = gaps(row_)
    made = card(label(tr(N_("Gaps in the file")), "card"), gap=6)
    box = made.layout()
    assert isinstance(box, QVBoxLayout)
    if not found:
        box.addLayout(
            row(
                Picture("ph.check-circle", "okMark", 17),
                label(tr(N_("No gap was found.")), "body", "2"),
                None,
            )
        )
    for gap in found[:6]:
        line = row(gap=8)
        line.addWidget(Picture("ph.circle-dashed", "warnMark", 17), 0, Qt.AlignmentFlag.AlignTop)
        line.addWidget(label(gap.text, "body", wrap=True), 1)
        line.addWidget(
            icon_button(
                icon_dir("caret", theme.rtl()),
                tr(N_("Go there")),
                partial(go, gap.page, gap.ref),
                size=14,
            ),
            0,
            Qt.AlignmentFlag.AlignTop,
        )
        box.addLayout(line)
    box.addStretch(1)
    return made
