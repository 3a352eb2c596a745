"""What the file lacks before it goes to the judge: grouped, each with the way to where it is mended."""

from collections.abc import Callable
from functools import partial

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QFrame, QWidget

from workbench.i18n import N_, isolate, ltr, plain
from workbench.services.readiness import MissingRow, ReadinessRow
from workbench.terms import MISSING
from workbench.ui.differences import comma
from workbench.ui.parts.arrange import column, holder, row, rule
from workbench.ui.parts.buttons import button
from workbench.ui.parts.chip import Chip
from workbench.ui.parts.texts import Picture, code, label
from workbench.ui.state import moment, speaking, tr

Go = Callable[[MissingRow], object]
May = Callable[[MissingRow], bool]  # whether the person signed in can look at a deviation as the second one

# The gravest first: kind, tone and icon of its heading.
_KINDS = (
    ("exhibit", "late", "ph.link-break"),
    ("custody", "late", "ph.link-break"),
    ("overdue", "late", "ph.calendar-x"),
    ("unexplained", "warn", "ph.clock-afternoon"),
    ("deviation", "warn", "ph.users"),
    ("order", "warn", "ph.scales"),
    ("matter", "warn", "ph.circle-dashed"),
)


def headline(found: ReadinessRow) -> tuple[str, str, str]:
    """The sentence over the page, with its tone and icon."""
    if found.ready and not found.readiness:
        words = tr(N_("Nothing is known to be missing, but this procedure does not say what the file needs."))
        return words, "warn", "ph.question"
    if found.ready:
        return tr(N_("Nothing is missing: the file can go to the judge.")), "ok", "ph.check-circle"
    words = speaking().say_many(
        "{n} thing is missing before the file goes to the judge",
        "{n} things are missing before the file goes to the judge",
        len(found.missing),
    )
    return words, "warn", "ph.warning"


def missing(found: ReadinessRow, go: Go, may: May) -> QWidget:
    """Every group that has something in it."""
    box = column(gap=14)
    for kind, tone, glyph in _KINDS:
        rows = [one for one in found.missing if one.kind == kind]
        if rows:
            box.addWidget(_group(kind, tone, glyph, rows, go, may))
    box.addStretch(1)
    return holder(box)


def _group(kind: str, tone: str, glyph: str, rows: list[MissingRow], go: Go, may: May) -> QWidget:
    count = speaking().number(len(rows))
    head = row(Chip(count, tone, glyph, spoken=f"{tr(MISSING[kind])}: {count}"), gap=8)
    head.addWidget(label(tr(MISSING[kind]), "card", wrap=True), 1)
    box = column(head, gap=0)
    for place, one in enumerate(rows):
        if place:
            box.addWidget(rule())
        box.addWidget(_row(one, place, go, may(one)))
    made = holder(box)
    made.setObjectName(f"missing-{kind}")
    return made


def _row(one: MissingRow, place: int, go: Go, may: bool) -> QFrame:
    text, way, glyph = _words(one, may)
    line = row(gap=10, margins=(4, 5, 0, 5))
    line.addWidget(Picture(glyph, "text2", 17), 0, Qt.AlignmentFlag.AlignTop)
    words = column(label(text, "body", wrap=True), gap=1)
    second = row(gap=8)
    if one.step:
        second.addWidget(code(ltr(one.step), "label"), 0, Qt.AlignmentFlag.AlignTop)
    if about := _about(one):
        second.addWidget(label(about, "label", "2", wrap=True), 1)
    else:
        second.addStretch(1)
    if second.count() > 1 or about:
        words.addLayout(second)
    line.addLayout(words, 1)
    press = button(way, partial(go, one), kind="small", name=f"mend-{one.kind}-{place}")
    press.setAccessibleDescription(plain(text))
    line.addWidget(press, 0, Qt.AlignmentFlag.AlignVCenter)
    made = QFrame()
    made.setLayout(line)
    return made


def _words(one: MissingRow, may: bool) -> tuple[str, str, str]:
    """What is missing, what the button says, and the icon."""
    go = tr(N_("Go to {step}"), step=ltr(one.step))
    if one.kind == "exhibit":
        words = tr(N_("Exhibit {number}: its sealed file is broken or missing"), number=ltr(one.ref))
        return words, tr(N_("Open the evidence")), "ph.archive-box"
    if one.kind == "custody":
        words = tr(N_("Exhibit {number}: {fault}"), number=ltr(one.ref), fault=one.label)
        return words, tr(N_("Open the evidence")), "ph.archive-box"
    if one.kind == "deviation":
        return isolate(one.label), tr(N_("Review…")) if may else tr(N_("Show")), "ph.users"
    if one.kind == "unexplained":
        return isolate(one.label), tr(N_("Say why…")), "ph.chat-text"
    if one.kind == "order":
        return tr(N_("{order}, order {ref}"), order=one.label, ref=ltr(one.ref)), go, "ph.scales"
    return isolate(one.label), go, "ph.calendar-x" if one.kind == "overdue" else "ph.file-dotted"


def _about(one: MissingRow) -> str:
    """Step, person and moment behind what is missing."""
    parts = [isolate(one.step_title)] if one.step_title and one.step_title != one.label else []
    if one.subject:
        parts.append(ltr(one.subject))
    if one.at is not None:
        words = N_("ran out {moment}") if one.kind == "overdue" else N_("recorded {moment}")
        parts.append(tr(words, moment=moment(one.at)))
    return comma().join(parts)
