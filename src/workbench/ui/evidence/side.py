"""The card of the exhibit that is chosen: its label, its hash, its copies, and what its kind still needs."""

from collections.abc import Callable, Sequence
from functools import partial

from PySide6.QtCore import Qt
from PySide6.QtGui import QGuiApplication
from PySide6.QtWidgets import QFrame, QHBoxLayout, QVBoxLayout, QWidget

from workbench.i18n import N_, isolate, ltr, plain
from workbench.services.rows import ExhibitRow, SealedFileRow
from workbench.ui.evidence.label import LabelPreview
from workbench.ui.evidence.line import Knot, Line
from workbench.ui.evidence.states import Shown, said
from workbench.ui.evidence.twin import twin
from workbench.ui.parts.arrange import Flow, card, column, holder, row, scroll
from workbench.ui.parts.buttons import button, icon_button
from workbench.ui.parts.chip import Chip
from workbench.ui.parts.texts import Elided, Picture, code, label
from workbench.ui.state import speaking, tr

Acts = dict[str, Callable[..., object]]
_SHORT = 9


def head(
    shown: Shown, case_number: str, copies: Sequence[tuple[str, str, str]], needed: Sequence[str]
) -> QFrame:
    """Number, description and state; the label; the hash of its file; copies; what is still needed.

    ``copies`` are sentences with tone and icon.
    """
    exhibit = shown.exhibit
    words, tone, glyph = said(shown.state)
    title = Elided(isolate(exhibit.description), "screen")
    number, chip = code(ltr(exhibit.number), "body"), Chip(shown.words or words, tone, glyph)
    chip.setObjectName("exhibit-state")
    if len(exhibit.number) > _SHORT:
        # A number that names its case leaves a title no room beside it.
        top = column(row(number, None, chip, gap=8), title, gap=4)
    else:
        line = row(number, gap=8)
        line.addWidget(title, 1)
        line.addWidget(chip)
        top = column(line)
    made = card(top, LabelPreview(exhibit, case_number), gap=8)
    box = made.layout()
    assert isinstance(box, QVBoxLayout)
    if exhibit.files:
        box.addLayout(hash_line(exhibit.files[0]))
    for sentence, ink, mark in copies:
        box.addLayout(marked(sentence, ink, mark))
    if needed:
        sentence = tr(N_("Still needed: {things}"), things=("، " if speaking().rtl else ", ").join(needed))
        box.addLayout(marked(sentence, "warn", "ph.warning"))
    return made


def hash_line(file: SealedFileRow) -> QHBoxLayout:
    """The hash, shortened, with a button that copies the whole."""
    shown = code(ltr(f"{file.sha256[:8]}…{file.sha256[-8:]}"), "label", "")
    shown.setToolTip(file.sha256)
    shown.setAccessibleName(tr(N_("SHA-256 of the file: {hash}"), hash=file.sha256))
    copy = icon_button(
        "ph.copy", tr(N_("Copy the hash")), partial(_copy, file.sha256), name="copy-hash", size=15
    )
    words = label(tr(N_("Hash of the file")) + " " + ltr("SHA-256"), "label", "2")
    return row(words, shown, None, copy, gap=6)


def marked(sentence: str, tone: str, glyph: str) -> QHBoxLayout:
    """An icon with a sentence that runs over several lines if it must."""
    inks = {"ok": "okText", "warn": "warnMark", "late": "dangerText", "2": "text2", "info": "infoText"}
    line = row(gap=6)
    line.addWidget(Picture(glyph, inks.get(tone, "text2"), 16), 0, Qt.AlignmentFlag.AlignTop)
    line.addWidget(label(sentence, "label", tone, wrap=True), 1)
    return line


def custody_card(
    knots: Sequence[Knot], exhibit: ExhibitRow, acts: Acts, *, switch: QWidget | None, as_table: bool
) -> QFrame:
    """The line through time, or its twin, over the two things a person does about it."""
    entries, faulty, awaiting = len(exhibit.custody), bool(exhibit.unexplained), exhibit.awaiting
    count = speaking().say_many("{n} entry, never deleted", "{n} entries, never deleted", entries)
    title: QWidget = switch or label(tr(N_("Chain of custody")), "card")
    ways = row(
        icon_button(
            "ph.table", tr(N_("Line or table (Ctrl+T)")), acts["twin"], name="custody-twin", size=16
        ),
        icon_button("ph.printer", tr(N_("Print receipt or record…")), acts["print"], name="print-paper", size=16),
        icon_button("ph.plus-circle", tr(N_("Record an entry…")), acts["record"], name="record-entry", size=16),
        gap=0,
    )
    top = row(title, None, gap=6)
    top.addLayout(ways)
    line: QWidget
    if as_table:
        line = twin(knots)
    else:
        inside = Line(knots, acts["correct"])
        inside.setAccessibleName(tr(N_("Chain of custody")))
        line = scroll(inside)
    feet = Flow(8)
    explain = button(tr(N_("Write explanation…")), acts["explain"], glyph="ph.pen-nib", name="write-explanation")
    explain.setEnabled(faulty)
    explain.setToolTip("" if faulty else tr(N_("There is no fault that is not explained yet.")))
    receive = button(tr(N_("Confirm receipt…")), acts["receipt"], glyph="ph.arrows-left-right", name="confirm-receipt")
    receive.setEnabled(awaiting)
    receive.setToolTip("" if awaiting else tr(N_("No receipt is awaited.")))
    feet.addWidget(explain)
    feet.addWidget(receive)
    made = card(top, label(count, "label", "2"), gap=6)
    box = made.layout()
    assert isinstance(box, QVBoxLayout)
    box.addWidget(line, 1)
    box.addWidget(holder(feet))
    return made


def files_card(lines: Sequence[QWidget], switch: QWidget) -> QFrame:
    """The sealed files with what was read from them."""
    made = card(row(switch, None), gap=8)
    box = made.layout()
    assert isinstance(box, QVBoxLayout)
    box.addWidget(scroll(holder(column(*lines, None, gap=12))), 1)
    return made


def _copy(text: str) -> None:
    QGuiApplication.clipboard().setText(plain(text))
