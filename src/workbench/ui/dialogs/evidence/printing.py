"""Papers of custody from the page of the exhibits: receipts and records of one exhibit, and sheets of labels."""

from collections.abc import Callable, Sequence
from pathlib import Path
from typing import Any

from PySide6.QtWidgets import QFileDialog, QWidget

from workbench.fields import Field, Kind, Option
from workbench.i18n import N_, TAGS, isolate, language, ltr, plain
from workbench.services import documents
from workbench.services.exhibits import CUSTODY_KINDS
from workbench.services.label_sizes import label_sizes
from workbench.services.rows import CustodyRow, ExhibitRow, IssuedRow
from workbench.ui.dialogs.asked import Answers, AskForm
from workbench.ui.dialogs.evidence.questions import number, text
from workbench.ui.forms import Known
from workbench.ui.room import Room
from workbench.ui.state import moment, speaking, tr
from workbench.ui.state.speech import zone

_CHANGING = ("handed_over", "lent", "returned", "stored", "moved", "received")
_OWN = "own"
Saved = Callable[[IssuedRow, Path], object]


class PrintPaper(AskForm):
    """The record of an exhibit, or the receipt of one of its hand-overs, as a PDF."""

    def __init__(self, parent: QWidget, room: Room, row: ExhibitRow, then: Saved) -> None:
        self._room, self._row, self._then = room, row, then
        receipts = [one for one in row.custody if one.kind in _CHANGING and not one.corrected_by and not one.void]
        options = [Option(f"custody_receipt {row.number}_{one.seq}", _receipt(one)) for one in reversed(receipts)]
        options.append(Option(f"custody_record {row.number}", tr(N_("Custody record"))))
        super().__init__(
            parent, tr(N_("Print about {number}"), number=ltr(row.number)), "", tr(N_("Save PDF…")),
            fields=[Field("paper", Kind.CHOICE, tr(N_("Paper")), required=True, options=tuple(options)), _tongue()],
            known=Known(zone=zone()), answers={"paper": options[0].key, "tongue": speaking().tag}, send=self._make,
            glyph="ph.printer", width=520,
        )  # fmt: skip

    def _make(self, said: Answers) -> None:
        kind, _, subject = text(said, "paper").partition(" ")
        target = _target(self, f"{plain(self._room.memory.case_number)}-{kind}-{subject}")
        if target is None:
            self.wait(False)
            return
        self._room.act(
            self, documents.make, self._room.memory.case_id, kind, text(said, "tongue"), target, subject=subject,
            then=lambda made: self._saved(made, target), failed=self.refuse,
        )  # fmt: skip

    def _saved(self, made: Any, target: Path) -> None:
        self._then(made, target)
        self.accept()


class PrintLabels(AskForm):
    """Labels for the chosen exhibits on a sheet that was bought; sheets that are begun are gone on with."""

    def __init__(self, parent: QWidget, room: Room, rows: Sequence[ExhibitRow], then: Saved) -> None:
        self._room, self._rows, self._then = room, tuple(rows), then
        sizes = [Option(one, tr(N_("{size} mm"), size=ltr(one.replace("x", " × ")))) for one in label_sizes()]
        own = {"size": (_OWN,)}
        super().__init__(
            parent, speaking().say_many("Label for {n} exhibit", "Labels for {n} exhibits", len(rows)),
            tr(N_("Each label has a code for the scanner and the same number for people.")), tr(N_("Save PDF…")),
            fields=[
                Field(
                    "size", Kind.CHOICE, tr(N_("Size of a label")), required=True,
                    options=(*sizes, Option(_OWN, tr(N_("another size")))),
                ),
                Field("width", Kind.NUMBER, tr(N_("Width in millimetres")), required=True, when=own),
                Field("height", Kind.NUMBER, tr(N_("Height in millimetres")), required=True, when=own),
                Field("skip", Kind.NUMBER, tr(N_("Places already used on the first sheet"))),
                _tongue(),
            ],
            known=Known(zone=zone()), answers={"size": "70x37", "tongue": speaking().tag}, send=self._make,
            glyph="ph.printer", width=520,
        )  # fmt: skip

    def _make(self, said: Answers) -> None:
        size = text(said, "size")
        if size == _OWN:
            size = f"{number(said, 'width') or 0}x{number(said, 'height') or 0}"
        target = _target(self, f"{plain(self._room.memory.case_number)}-labels")
        if target is None:
            self.wait(False)
            return
        self._room.act(
            self, documents.make_labels, self._room.memory.case_id, text(said, "tongue"), target, size=size,
            skip=number(said, "skip") or 0, exhibits=[one.number for one in self._rows],
            then=lambda made: self._saved(made, target), failed=self.refuse,
        )  # fmt: skip

    def _saved(self, made: Any, target: Path) -> None:
        self._then(made, target)
        self.accept()


def _tongue() -> Field:
    options = tuple(Option(tag, language(tag).native_name) for tag in TAGS)
    return Field("tongue", Kind.CHOICE, tr(N_("Language of the paper")), required=True, options=options)


def _receipt(one: CustodyRow) -> str:
    words = N_("Receipt: entry {n}, {kind}, {who}, {moment}")
    who = isolate(one.to_whom or one.from_whom) or "—"
    return tr(words, n=one.seq, kind=tr(CUSTODY_KINDS[one.kind]), who=who, moment=moment(one.at))


def _target(parent: QWidget, name: str) -> Path | None:
    """Where it shall be saved; the name that is offered tells numbers only."""
    name = name.replace("/", "-").replace(" ", "-")
    chosen, _ = QFileDialog.getSaveFileName(parent, tr(N_("Save PDF…")), f"{name}.pdf", "PDF (*.pdf)")
    return Path(chosen) if chosen else None
