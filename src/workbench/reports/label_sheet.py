"""Labels on A4 sheets of any common size: a code that holds only the exhibit's id, and beside it what people read."""

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from datetime import datetime

from reportlab.lib.pagesizes import A4

from workbench.errors import Reason, Refusal
from workbench.i18n import N_, Language, isolate, ltr, visible
from workbench.reports import readback
from workbench.reports.custody_blocks import kind_and_flags
from workbench.reports.held import Held
from workbench.reports.sheet import Sheet
from workbench.reports.typeset import About, Block, Code, Space, Text, finish, print_pages
from workbench.reports.typeset.blocks import Whole
from workbench.reports.typeset.writer import CourtCanvas

TITLE = N_("Labels of exhibits")
MM = 72 / 25.4
_LEAST, _MOST = (25.0, 15.0), (210.0, 297.0)
_SIZE = re.compile(r"([0-9]{1,3}(?:\.[0-9])?)x([0-9]{1,3}(?:\.[0-9])?)")
_PAD = 1.8 * MM
# A code is read from a label in the hand: below this side a worn scanner fails.
_LEAST_CODE = 12 * MM


@dataclass(frozen=True, slots=True)
class Grid:
    """How the labels lie on a sheet, in millimetres: size, number, first corner, and from corner to corner."""

    width: float
    height: float
    columns: int
    rows: int
    left: float
    top: float
    across: float
    down: float

    @property
    def each(self) -> int:
        """How many labels a sheet has."""
        return self.columns * self.rows


# Sheets that are sold everywhere, by the size of a label; any other size is laid out edge to edge in the middle.
GRIDS = {
    "105x148.5": Grid(105, 148.5, 2, 2, 0, 0, 105, 148.5),
    "99.1x67.7": Grid(99.1, 67.7, 2, 4, 4.65, 13.1, 101.6, 67.7),
    "99.1x38.1": Grid(99.1, 38.1, 2, 7, 4.65, 15.15, 101.6, 38.1),
    "70x42.3": Grid(70, 42.3, 3, 7, 0, 0.45, 70, 42.3),
    "70x37": Grid(70, 37, 3, 8, 0, 0.5, 70, 37),
    "63.5x38.1": Grid(63.5, 38.1, 3, 7, 7.2, 15.15, 66, 38.1),
    "63.5x33.9": Grid(63.5, 33.9, 3, 8, 7.2, 12.9, 66, 33.9),
    "52.5x29.7": Grid(52.5, 29.7, 4, 10, 0, 0, 52.5, 29.7),
    "48.5x25.4": Grid(48.5, 25.4, 4, 11, 8, 8.8, 48.5, 25.4),
    "38.1x21.2": Grid(38.1, 21.2, 5, 13, 4.75, 10.7, 40.6, 21.2),
}


def grid(size: str) -> Grid:
    """The grid of a label size (``70x37``). Raises ``Refusal`` for what is no size or fits no sheet."""
    if size in GRIDS:
        return GRIDS[size]
    found = _SIZE.fullmatch(size)
    width, height = (float(found[1]), float(found[2])) if found else (0.0, 0.0)
    if not (_LEAST[0] <= width <= _MOST[0] and _LEAST[1] <= height <= _MOST[1]):
        raise Refusal(Reason.LABEL_SIZE_WRONG, size=ltr(visible(size)), known=ltr(", ".join(GRIDS)))
    columns, rows = int(210 / width + 1e-9), int(297 / height + 1e-9)
    return Grid(
        width, height, columns, rows, (210 - columns * width) / 2, (297 - rows * height) / 2, width, height
    )


def make(
    found: Sequence[Held], language: Language, zone: str, *, size: str, skip: int, case: str, about: str,
    training: bool, made_at: datetime,
) -> tuple[bytes, int]:  # fmt: skip
    """The sheets as PDF/A with how many there are; the first ``skip`` places of the first one are left empty."""
    laid, sheet = grid(size), Sheet(language, zone)
    if not 0 <= skip < laid.each:
        raise Refusal(Reason.LABEL_SKIP_WRONG, skip=skip, most=laid.each - 1)
    labels = [_Label(sheet, one, case, training) for one in found]
    pages: list[Block] = []
    places: list[_Label | None] = [*[None] * skip, *labels]
    for start in range(0, len(places), laid.each):
        pages.append(_Page(laid, places[start : start + laid.each], rtl=sheet.rtl))
    printed = print_pages(pages, lambda _number, _total: (Space(0), Space(0)))
    title = f"{sheet.say(TITLE)} {about}"
    pdf = finish(printed, About(title, about, language.tag, language.rtl, made_at))
    readback.check(pdf, printed.texts)
    return pdf, printed.pages


class _Label:
    """One label: the code at the reading side's end, the number large, and as much below it as there is room for."""

    def __init__(self, sheet: Sheet, one: Held, case: str, training: bool) -> None:
        self.sheet, self.one, self.case, self.training = sheet, one, case, training
        self._laid: dict[tuple[float, float], list[Text]] = {}

    def lines(self, width: float, height: float) -> list[Text]:
        """The lines that fit, the number of the exhibit always among them."""
        if (width, height) not in self._laid:
            kept, used = [], 0.0
            for n, line in enumerate(self._every(height)):
                tall = line.height(width)
                if n and used + tall > height:
                    continue
                kept.append(line)
                used += tall
            self._laid[width, height] = kept
        return self._laid[width, height]

    def _every(self, height: float) -> Iterator[Text]:
        """What a label says, the most needed first."""
        sheet, one = self.sheet, self.one
        scale = min(1.5, max(0.62, height / (33 * MM)))
        plain = sheet.body.but(
            size=(8.6 if sheet.rtl else 7.6) * scale, leading=(12.0 if sheet.rtl else 9.6) * scale
        )
        strong = plain.but(bold=True)
        large = strong.but(size=(11.5 if len(one.number) < 12 else 8.8) * scale, leading=14.5 * scale)
        where = ltr(one.number)
        yield sheet.text(ltr(one.number), large, where=where)
        if self.training:
            yield sheet.text(sheet.say(N_("TRAINING")), strong)
        if not one.number.startswith(self.case):
            yield sheet.text(ltr(self.case), plain)
        yield sheet.text(
            kind_and_flags(sheet, one, isolate(one.hazards)), strong, where=where
        )
        if one.seal:
            yield sheet.text(sheet.say(N_("seal {seal}"), seal=ltr(one.seal)), plain, where=where)
        if one.seized_at:
            yield sheet.text(sheet.moment(one.seized_at), plain)
        for text in (one.place, one.found_by or one.seized_by):
            if text:
                yield sheet.text(isolate(text), plain, where=where)


class _Page(Whole):
    """A sheet of labels at their exact places, whatever margins a page of text has."""

    def __init__(self, laid: Grid, labels: Sequence[_Label | None], *, rtl: bool) -> None:
        self.laid, self.labels, self.rtl = laid, labels, rtl
        self.code = min(laid.height * MM - 2 * _PAD, laid.width * MM * 0.42)
        self.code = (
            max(self.code, min(_LEAST_CODE, laid.height * MM - _PAD))
            if self.code < _LEAST_CODE
            else self.code
        )
        self.code = min(self.code, 34 * MM)
        self.width = laid.width * MM - self.code - 2 * _PAD - 2
        self.height_ = laid.height * MM - 2 * _PAD

    def height(self, width: float) -> float:
        return 600.0

    def words(self) -> Iterator[str]:
        for label in self.labels:
            for line in label.lines(self.width, self.height_) if label else ():
                yield from line.words()

    def draw(self, canvas: CourtCanvas, x: float, top: float, width: float) -> None:
        for place, label in enumerate(self.labels):
            if label is None:
                continue
            row, column = divmod(place, self.laid.columns)
            left = (self.laid.left + column * self.laid.across) * MM
            self._draw(canvas, label, left, A4[1] - (self.laid.top + row * self.laid.down) * MM)

    def _draw(self, canvas: CourtCanvas, label: _Label, left: float, top: float) -> None:
        code = Code(label.one.label, self.code)
        text_at, code_at = left + _PAD, left + self.laid.width * MM - _PAD - self.code
        if self.rtl:
            text_at, code_at = left + _PAD + self.code + 2, left + _PAD
        code.draw(canvas, code_at, top - (self.laid.height * MM - self.code) / 2, self.code)
        y = top - _PAD
        for line in label.lines(self.width, self.height_):
            line.draw(canvas, text_at, y, self.width)
            y -= line.height(self.width)
