"""Text into lines of placed clusters: Qt shapes, orders and breaks; this module reads the result."""

import unicodedata
from bisect import bisect_right
from dataclasses import dataclass, replace
from functools import cache
from typing import NamedTuple

from PySide6.QtCore import QPointF, Qt
from PySide6.QtGui import QGlyphRun, QTextCharFormat, QTextLayout, QTextLine, QTextOption

from workbench.errors import Fault, Reason, Refusal
from workbench.reports.typeset.fonts import INVISIBLE, UNITS, FaceKey, choose, face, optical, qt_font


@dataclass(frozen=True, slots=True)
class Style:
    """How a text looks: faces, weight, size and leading in points, colour as RGB fractions."""

    chain: str = "court"
    bold: bool = False
    size: float = 11.0
    leading: float = 17.0
    colour: tuple[float, float, float] = (0.0, 0.0, 0.0)
    align: str = "start"  # start | centre | end

    def but(self, **changes: object) -> "Style":
        """The style with some traits changed."""
        return replace(self, **changes)  # type: ignore[arg-type]


class Span(NamedTuple):
    """A piece of a paragraph with its own faces, weight or relative size."""

    text: str
    chain: str | None = None
    bold: bool | None = None
    scale: float = 1.0


class Cluster(NamedTuple):
    """What is drawn as one sign: glyphs with offsets and the whole advance (units of the face), and the
    letters they stand for."""

    face: FaceKey
    glyphs: tuple[tuple[int, int, int], ...]
    width: int
    text: str


class Placed(NamedTuple):
    """A cluster on its line at ``x`` (units of the paragraph's em), set at ``scale`` units per em."""

    cluster: Cluster
    x: float
    scale: int

    @property
    def right(self) -> float:
        """Where its advance ends, in units of the paragraph's em."""
        return self.x + self.cluster.width * self.scale / UNITS


class Line(NamedTuple):
    """A line in visual order; ``left`` and ``right`` bound its ink, in units."""

    placed: tuple[Placed, ...]
    left: float
    right: float


class _Source(NamedTuple):
    text: str
    faces: list[FaceKey]
    scales: list[int]


def lay(spans: tuple[Span, ...], style: Style, width: float, rtl: bool, where: str = "") -> tuple[Line, ...]:
    """The lines of a paragraph that is ``width`` points wide.

    Raises ``Refusal`` if a character has no glyph in the fonts.
    """
    source = _source(spans, style, where)
    layout = QTextLayout(source.text, qt_font(FaceKey("sans", style.bold), UNITS))
    layout.setTextOption(_option(rtl))
    layout.setFormats(_formats(source))
    read = [_line(line, source, where) for line in _break(layout, width / style.size * UNITS)]
    kept = sorted(
        "".join(p.cluster.text for line in read for p in line.placed if not p.cluster.text.isspace())
    )
    if kept != sorted(c for c in source.text if c not in INVISIBLE and not c.isspace()):
        raise Fault("typeset.cluster_lost")
    return tuple(read)


def _source(spans: tuple[Span, ...], style: Style, where: str) -> _Source:
    """The whole text with the face and scale of each character."""
    text, faces, scales = "", list[FaceKey](), list[int]()
    for span in spans:
        # A letter and its mark typed apart are the same letter; together they have one glyph and one place.
        piece = unicodedata.normalize("NFC", span.text).replace("\n", "\u2028").replace("\t", " ")
        text += piece
        bold = style.bold if span.bold is None else span.bold
        chain = span.chain or style.chain
        chosen = choose(piece, chain, bold, where)
        faces += chosen
        scales += [round(UNITS * span.scale * optical(key, chain)) for key in chosen]
    return _Source(text, faces, scales)


@cache
def _option(rtl: bool) -> QTextOption:
    option = QTextOption(Qt.AlignmentFlag.AlignLeft | Qt.AlignmentFlag.AlignAbsolute)
    option.setTextDirection(Qt.LayoutDirection.RightToLeft if rtl else Qt.LayoutDirection.LeftToRight)
    option.setUseDesignMetrics(True)
    option.setWrapMode(QTextOption.WrapMode.WrapAtWordBoundaryOrAnywhere)
    return option


@cache
def _format(key: FaceKey, scale: int) -> QTextCharFormat:
    char_format = QTextCharFormat()
    char_format.setFont(qt_font(key, scale))
    return char_format


def _formats(source: _Source) -> list[QTextLayout.FormatRange]:
    """One range per stretch of one face and scale: a glyph run must never mix fonts."""
    ranges: list[QTextLayout.FormatRange] = []
    before: tuple[FaceKey, int] | None = None
    for index, now in enumerate(zip(source.faces, source.scales, strict=True)):
        if now == before:
            ranges[-1].length += 1
        else:
            piece = QTextLayout.FormatRange()
            piece.start, piece.length, piece.format = index, 1, _format(*now)
            ranges.append(piece)
            before = now
    return ranges


def _break(layout: QTextLayout, width: float) -> list[QTextLine]:
    lines = []
    layout.beginLayout()
    while (line := layout.createLine()).isValid():
        line.setLineWidth(width)
        line.setPosition(QPointF(0, 0))
        lines.append(line)
    layout.endLayout()
    return lines


class _Found(NamedTuple):
    at: int
    glyph: int
    x: float
    y: float


def _line(line: QTextLine, source: _Source, where: str) -> Line:
    """The clusters of one line, from left to right."""
    runs = [_found(run) for run in line.glyphRuns(-1, -1, QTextLayout.GlyphRunRetrievalFlag.RetrieveAll)]
    # A space at the line's end hangs over its last letter in text that runs to the left.
    start = line.textStart()
    end = start + len(source.text[start : start + line.textLength()].rstrip())
    starts = sorted({found.at for run in runs for found in run if found.at < end})
    baseline = line.ascent()
    placed: list[Placed] = []
    for run in runs:
        for index, stop, members in _clusters(run, starts, end, source):
            text = source.text[index:stop]
            if not INVISIBLE.isdisjoint(text):
                text = "".join(c for c in text if c not in INVISIBLE)
            if text:
                placed += _place(members, text, source.faces[index], source.scales[index], baseline, where)
    placed.sort(key=lambda p: p.x)
    left = min((p.x for p in placed), default=0.0)
    return Line(tuple(placed), left, max((p.right for p in placed), default=left))


def _found(run: QGlyphRun) -> list[_Found]:
    glyphs = zip(run.stringIndexes(), run.glyphIndexes(), run.positions(), strict=True)
    return [_Found(index, glyph, point.x(), point.y()) for index, glyph, point in glyphs]


def _clusters(
    run: list[_Found], starts: list[int], end: int, source: _Source
) -> list[tuple[int, int, list[_Found]]]:
    """The run's clusters as (start, stop, glyphs), in logical order.

    A cluster that takes no room (the alef that some fonts lay over its lam) joins the one before it: two
    signs on one spot would be read in either order.
    """
    members: dict[int, list[_Found]] = {}
    for found in run:
        if found.at < end:
            members.setdefault(found.at, []).append(found)
    joined: list[tuple[int, int, list[_Found]]] = []
    for index in sorted(members):
        after = bisect_right(starts, index)
        stop = starts[after] if after < len(starts) else end
        advances = face(source.faces[index]).advances
        takes_room = any(m.glyph >= len(advances) or advances[m.glyph] for m in members[index])
        if joined and not takes_room and joined[-1][1] == index:
            joined[-1] = (joined[-1][0], stop, joined[-1][2] + members[index])
        else:
            joined.append((index, stop, members[index]))
    return joined


def _place(
    members: list[_Found], text: str, key: FaceKey, scale: int, baseline: float, where: str
) -> list[Placed]:
    """The members of one cluster as one sign, so that a reader meets its letters once and in one place."""
    advances = face(key).advances
    if any(m.glyph == 0 or m.glyph >= len(advances) for m in members):
        raise Refusal(Reason.GLYPH_MISSING, character=text, code=f"U+{ord(text[0]):04X}", where=where)
    unit = scale / UNITS
    if len(members) == len(text) == 1:
        only = members[0]
        return [Placed(_single(key, only.glyph, round((baseline - only.y) / unit), text), only.x, scale)]
    walking = [m for m in members if advances[m.glyph]] or members[:1]
    origin = min(m.x for m in walking)
    width = max(m.x / unit + advances[m.glyph] for m in walking) - origin / unit
    glyphs = tuple((m.glyph, round((m.x - origin) / unit), round((baseline - m.y) / unit)) for m in members)
    slots = _in_slots(Placed(Cluster(key, glyphs, round(width), text), origin, scale))
    if sum(len(slot.cluster.glyphs) for slot in slots) != len(members):
        raise Fault("typeset.glyph_lost")
    return slots


@cache
def _single(key: FaceKey, glyph: int, up: int, text: str) -> Cluster:
    return Cluster(key, ((glyph, 0, up),), face(key).advances[glyph], text)


def _in_slots(placed: Placed) -> list[Placed]:
    """A sign of several letters as one sign per letter: the shape with the first, empty room for the others.

    Readers take the letters of a line by their places. Two letters on one code come out swapped in text
    that runs to the left, so each gets its own place within the shape's width.
    """
    key, glyphs, width, text = placed.cluster
    if len(text) == 1:
        return [placed]
    thin = width // 10
    marks = sum(1 for c in text if unicodedata.combining(c))
    share = (width - marks * thin) // (len(text) - marks or 1)
    widths = [thin if unicodedata.combining(c) else share for c in text]
    widths[0] += width - sum(widths)
    visual = list(enumerate(widths))
    if unicodedata.bidirectional(text[0]) in ("R", "AL", "NSM"):
        visual.reverse()
    slots, before = [], 0
    for number, room in visual:
        shape = () if number else tuple((glyph, across - before, up) for glyph, across, up in glyphs)
        x = placed.x + before * placed.scale / UNITS
        slots.append(Placed(Cluster(key, shape, room, text[number]), x, placed.scale))
        before += room
    return slots
