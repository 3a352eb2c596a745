"""A line through time: round marks joined from the oldest to the newest, dashed and red where something is missing."""

from collections.abc import Callable, Sequence
from dataclasses import dataclass

from PySide6.QtCore import QRect, Qt
from PySide6.QtGui import QPainter, QPaintEvent, QPen
from PySide6.QtWidgets import QHBoxLayout, QVBoxLayout, QWidget

from workbench.i18n import N_, plain
from workbench.ui import theme
from workbench.ui.icons import paint_icon
from workbench.ui.parts.arrange import column, row
from workbench.ui.parts.buttons import icon_button
from workbench.ui.parts.texts import Picture, label
from workbench.ui.state import tr
from workbench.ui.tokens import TONES

_DISC = 26


@dataclass(frozen=True)
class Knot:
    """One mark on the line. ``broken``: the way from the mark before to this one is in doubt.

    ``note`` is what was written about it later: an explanation, or the correction that counts instead of it.
    ``seq`` is the number of the entry it stands for, 0 for a fault and for what is still due.
    """

    glyph: str
    tone: str
    title: str
    second: str = ""
    note: str = ""
    broken: bool = False
    struck: bool = False
    seq: int = 0

    @property
    def said(self) -> str:
        """All of it in one sentence, for a reader."""
        parts = (self.title, tr(N_("counts no more")) if self.struck else "", self.second, self.note)
        return plain(", ".join(one for one in parts if one))


class _Mark(QWidget):
    """The mark and its share of the line: upwards to the one before, downwards to the next."""

    def __init__(self, knot: Knot, *, above: bool | None, below: bool | None) -> None:
        super().__init__()
        # None: no line there; True: a broken one
        self._knot, self._above, self._below = knot, above, below
        self.setFixedWidth(theme.px(_DISC + 2))

    def paintEvent(self, event: QPaintEvent) -> None:
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        side = theme.px(_DISC)
        left, middle = (self.width() - side) // 2, self.width() // 2
        for broken, start, end in ((self._above, 0, 2), (self._below, side + 2, self.height())):
            if broken is not None:
                self._stroke(painter, middle, start, end, broken=broken)
        ground, ink = TONES[self._knot.tone]
        painter.setPen(Qt.PenStyle.NoPen)
        painter.setBrush(theme.colour(ground))
        painter.drawEllipse(QRect(left, 2, side, side))
        inset = theme.px(5)
        paint_icon(
            painter, QRect(left + inset, 2 + inset, side - 2 * inset, side - 2 * inset), self._knot.glyph, ink
        )

    def _stroke(self, painter: QPainter, x: int, start: int, end: int, *, broken: bool) -> None:
        pen = QPen(theme.colour("dangerText" if broken else "border"), 2)
        if broken:
            pen.setDashPattern([2.0, 2.0])
        painter.setPen(pen)
        painter.drawLine(x, start, x, end)


class Line(QWidget):
    """The marks under each other. ``correct`` is told the number of an entry whose small pencil is pressed."""

    def __init__(self, knots: Sequence[Knot], correct: Callable[[int], object] | None = None) -> None:
        super().__init__()
        self.knots = tuple(knots)
        box = QVBoxLayout(self)
        box.setSpacing(0)
        box.setContentsMargins(0, 0, 0, 0)
        for place, knot in enumerate(self.knots):
            box.addLayout(self._one(place, knot, correct))
        box.addStretch(1)

    def _one(self, place: int, knot: Knot, correct: Callable[[int], object] | None) -> QHBoxLayout:
        following = self.knots[place + 1] if place + 1 < len(self.knots) else None
        line = row(gap=10)
        mark = _Mark(
            knot, above=knot.broken if place else None, below=following.broken if following else None
        )
        line.addWidget(mark)
        line.addLayout(_words(knot), 1)
        if correct is not None and knot.seq and not knot.struck:
            pencil = icon_button(
                "ph.pencil-simple", tr(N_("Correct entry {n}…"), n=knot.seq), lambda: correct(knot.seq),
                name=f"correct-{knot.seq}", token="text3", size=14,
            )  # fmt: skip
            line.addWidget(pencil, 0, Qt.AlignmentFlag.AlignTop)
        return line


def _words(knot: Knot) -> QVBoxLayout:
    title = label(knot.title, "card", "late" if knot.tone == "late" else "2" if knot.struck else "", wrap=True)
    words: list[QWidget] = [title]
    if knot.struck:
        words.append(label(tr(N_("counts no more")), "label", "warn", wrap=True))
    if knot.second:
        words.append(label(knot.second, "label", "2", wrap=True))
    found = column(*words, gap=1, margins=(0, 3, 0, 10))
    if knot.note:
        beside = row(gap=6)
        beside.addWidget(Picture("ph.note-pencil", "text2", 14), 0, Qt.AlignmentFlag.AlignTop)
        beside.addWidget(label(knot.note, "label", wrap=True), 1)
        found.addLayout(beside)
    return found
