"""Charges side by side: what each needs, what is there, what is missing, and under which law of which day."""

from collections.abc import Callable, Sequence

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QGridLayout, QLabel, QScrollArea, QWidget

from workbench.i18n import N_, isolate
from workbench.proof import ChargeRow, Holds, Row
from workbench.sop.places import place_text
from workbench.terms import HOLDS, UNVERIFIED
from workbench.ui import theme
from workbench.ui.elements.marks import coverage_chip
from workbench.ui.parts.arrange import Flow, column, holder, row, rule
from workbench.ui.parts.chip import Chip
from workbench.ui.parts.texts import Picture, label
from workbench.ui.state import speaking, tr

# Circumstances and ways of taking part, by key, in words.
Words = Callable[[str], str]
_HEADS = (
    N_("Charge"), N_("Law then and there"), N_("What it needs and what is there"), N_("What is missing"),
    N_("Aggravating, found"), N_("Penalty"), N_("Note"),
)  # fmt: skip
_HOLDS = {
    Holds.YES: ("ok", "ph.check-circle"),
    Holds.UNKNOWN: ("warn", "ph.question"),
    Holds.NOT_YET: ("late", "ph.calendar-x"),
    Holds.NO_LONGER: ("late", "ph.calendar-x"),
    Holds.NOT_HERE: ("neutral", "ph.map-pin"),
}

_INKS = {"ok": "okMark", "late": "dangerText", "warn": "warnMark"}


def side_by_side(rows: Sequence[ChargeRow], called: Words) -> QScrollArea:
    """One column for each charge; what is asked stands at the start of each line."""
    inside = QWidget()
    inside.setProperty("plain", "true")
    grid = QGridLayout(inside)
    grid.setContentsMargins(14, 10, 14, 14)
    grid.setHorizontalSpacing(16)
    grid.setVerticalSpacing(10)
    for down, words in enumerate(_HEADS):
        head = label(tr(words), "label", "2", wrap=True)
        head.setFixedWidth(theme.px(104))
        grid.addWidget(head, 2 * down, 0, Qt.AlignmentFlag.AlignTop)
        if down:
            grid.addWidget(rule(), 2 * down - 1, 0, 1, len(rows) + 1)
    for across, one in enumerate(rows, 1):
        for down, cell in enumerate(_cells(one, called)):
            cell.setMinimumWidth(theme.px(216))
            cell.setMaximumWidth(theme.px(420))
            grid.addWidget(cell, 2 * down, across, Qt.AlignmentFlag.AlignTop)
        grid.setColumnStretch(across, 1)
    grid.setRowStretch(2 * len(_HEADS), 1)
    area = QScrollArea()
    area.setObjectName("charges")
    area.setAccessibleName(tr(N_("Charges side by side")))
    area.setWidgetResizable(True)
    area.setFrameShape(QScrollArea.Shape.NoFrame)
    area.viewport().setAutoFillBackground(False)
    area.setWidget(inside)
    return area


def _cells(one: ChargeRow, called: Words) -> list[QWidget]:
    return [
        _charge(one), _law(one), _needs(one), _missing(one), _aggravating(one, called), _penalty(one), _note(one),
    ]  # fmt: skip


def _charge(one: ChargeRow) -> QWidget:
    made = column(label(one.offence.title, "card", wrap=True), gap=4)
    place = place_text(one.offence.place, speaking()) if one.offence.place else ""
    if place:
        made.addWidget(label(place, "label", "2", wrap=True))
    chips = Flow(6)
    if one.offence.mark == "GK":
        chips.addWidget(Chip(tr(UNVERIFIED), "warn", "ph.warning"))
    if one.offence.international:
        chips.addWidget(Chip(tr(N_("a measure, not chargeable alone")), "info", "ph.globe"))
    made.addWidget(holder(chips))
    return holder(made)


def _law(one: ChargeRow) -> QWidget:
    tone, glyph = _HOLDS[one.holds]
    return holder(row(Chip(tr(HOLDS[one.holds]), tone, glyph), None))


def _needs(one: ChargeRow) -> QWidget:
    if one.matrix.open:
        return _lines([(tr(N_("Elements: to be entered by the authority.")), "ph.pencil-line", "warn")])
    box = column(gap=6)
    for each in one.matrix.rows:
        text, tone, glyph = coverage_chip(each.coverage.value, demanded=each.demanded)
        head = row(label(each.group.title, "body"), Chip(text, tone, glyph), None, gap=8)
        box.addLayout(head)
        if there := _there(each):
            box.addWidget(label(there, "label", "2", wrap=True))
    return holder(box)


def _there(each: Row) -> str:
    comma = "، " if speaking().rtl else ", "
    return comma.join(isolate(cell.label) for cell in each.cells if cell.speaking_for)


def _missing(one: ChargeRow) -> QWidget:
    if one.matrix.open:
        return _lines([(tr(N_("Not known before the elements are entered.")), "ph.question", "neutral")])
    titles = {each.group.key: each.group.title for each in one.matrix.rows}
    if not one.matrix.missing:
        return _lines([(tr(N_("Nothing that it demands is without evidence.")), "ph.check-circle", "ok")])
    return _lines([(titles[key], "ph.circle-dashed", "late") for key in one.matrix.missing])


def _aggravating(one: ChargeRow, called: Words) -> QWidget:
    found = [(called(key), "ph.arrow-up", "neutral") for key in one.matrix.aggravating]
    return _lines(found or [(tr(N_("None recorded")), "", "neutral")])


def _penalty(one: ChargeRow) -> QWidget:
    box = column(gap=6)
    for clause in one.penalties:
        place = f"{place_text(clause.place, speaking())}: " if clause.place else ""
        box.addWidget(label(f"{place}{clause.text}", "label", wrap=True))
        if clause.mark == "GK":
            box.addWidget(holder(row(Chip(tr(UNVERIFIED), "warn", "ph.warning"), None)))
    if not one.penalties:
        said = N_("No penalty of its own") if one.offence.international else N_("To be entered by the authority")
        box.addWidget(label(tr(said), "label", "2", wrap=True))
    return holder(box)


def _note(one: ChargeRow) -> QWidget:
    said = [one.offence.note, *one.matrix.caveats, *(clause.text for clause in one.matrix.excluded_by)]
    box = column(gap=4)
    for words in dict.fromkeys(filter(None, said)):
        box.addWidget(label(words, "label", "2", wrap=True))
    return holder(box)


def _lines(found: Sequence[tuple[str, str, str]]) -> QWidget:
    box = column(gap=4)
    for words, glyph, tone in found:
        line = row(gap=6)
        if glyph:
            line.addWidget(Picture(glyph, _INKS.get(tone, "text2")), 0, Qt.AlignmentFlag.AlignTop)
        said: QLabel = label(words, "body", tone if tone in _INKS else "", wrap=True)
        line.addWidget(said, 1)
        box.addLayout(line)
    return holder(box)
