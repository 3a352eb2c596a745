"""The painting of a chart: a step as a box, a phase as a title, what waits as an arrow."""

from dataclasses import dataclass
from itertools import pairwise
from math import atan2, cos, pi, sin

from PySide6.QtCore import QPointF, QRect, QRectF, Qt
from PySide6.QtGui import QFontMetrics, QPainter, QPainterPath, QPen, QPolygonF, QTextLayout

from workbench.i18n import N_, ltr
from workbench.ui import theme
from workbench.ui.differences import comma
from workbench.ui.icons import paint_icon
from workbench.ui.library.plan import MARKS, Column, Node
from workbench.ui.state import speaking, tr

_INK = {"safety": "warnMark", "order": "accentText", "law": "infoText", "other": "text3"}


@dataclass(frozen=True)
class Painted:
    """How a step is painted now; ``near`` to the chosen one, with its title in two lines."""

    chosen: bool
    near: bool
    focus: bool
    title: tuple[str, str]


def split(text: str, style: str, width: int) -> tuple[str, str]:
    """A text in two lines, the second one cut with … where it does not fit."""
    font = theme.font(style)
    layout = QTextLayout(text, font)
    layout.beginLayout()
    line = layout.createLine()
    line.setLineWidth(width)
    length = line.textLength()
    layout.endLayout()
    rest = QFontMetrics(font).elidedText(text[length:].strip(), Qt.TextElideMode.ElideRight, width)
    return text[:length].strip(), rest


def paint_step(painter: QPainter, spot: QRect, how: Painted, node: Node) -> None:
    """A box: code, what it waits for and its marks in the first line, the title under it."""
    painter.save()
    edge = QPen(theme.colour("accent" if how.chosen or how.near else "border2"), 2 if how.chosen else 1.2)
    if node.conditional:
        edge.setStyle(Qt.PenStyle.DashLine)
    painter.setPen(edge)
    painter.setBrush(theme.colour("accentTint" if how.chosen else "surface"))
    painter.drawRoundedRect(QRectF(spot).adjusted(0.5, 0.5, -0.5, -0.5), 6, 6)
    if how.focus:
        painter.setPen(QPen(theme.colour("focus"), 2))
        painter.setBrush(Qt.BrushStyle.NoBrush)
        painter.drawRoundedRect(QRectF(spot).adjusted(-3, -3, 3, 3), 8, 8)
    small = theme.font("label", mono=True)
    high = QFontMetrics(small).height()
    first = QRect(spot.left() + 10, spot.top() + theme.px(6), spot.width() - 20, high)
    _first_line(painter, first, node)
    painter.setFont(theme.font("body"))
    painter.setPen(theme.colour("text"))
    line = painter.fontMetrics().height()
    for place, words in enumerate(how.title):
        painter.drawText(QRect(first.left(), first.bottom() + 1 + place * line, first.width(), line), _start(), words)
    painter.restore()


def _first_line(painter: QPainter, line: QRect, node: Node) -> None:
    """The code at the start, the marks at the end, what is waited for between them."""
    rtl, side = theme.rtl(), line.height() - 1
    left, right = line.left(), line.right() + 1
    for mark in reversed(node.marks):
        at = left if rtl else right - side
        paint_icon(painter, QRect(at, line.top(), side, side), MARKS[mark][0], _INK[mark])
        left, right = (left + side + 5, right) if rtl else (left, right - side - 5)
    mono = theme.font("label", mono=True)
    painter.setFont(mono)
    painter.setPen(theme.colour("text2"))
    wide = QFontMetrics(mono).horizontalAdvance(node.key) + 8
    painter.drawText(QRect(right - wide if rtl else left, line.top(), wide, line.height()), _start(), ltr(node.key))
    left, right = (left, right - wide) if rtl else (left + wide, right)
    if node.waits and right - left > 30:
        words = tr(N_("after {steps}"), steps=comma().join(ltr(key) for key in node.waits))
        small = theme.font("small")
        painter.setFont(small)
        painter.setPen(theme.colour("text3"))
        shown = QFontMetrics(small).elidedText(words, Qt.TextElideMode.ElideRight, right - left)
        painter.drawText(QRect(left, line.top(), right - left, line.height()), _start(), shown)


def paint_head(painter: QPainter, spot: QRect, column: Column, title: tuple[str, str]) -> None:
    """The title of a phase over its column, with its code and how many steps it has."""
    mono, card = theme.font("label", mono=True), theme.font("card")
    high, line = QFontMetrics(mono).height(), QFontMetrics(card).height()
    painter.setFont(mono)
    painter.setPen(theme.colour("text2"))
    top = QRect(spot.left(), spot.top() + theme.px(6), spot.width(), high)
    painter.drawText(top, _start(), ltr(column.key))
    painter.setFont(theme.font("label"))
    painter.drawText(
        top, _start(end=True), speaking().say_many("{n} step", "{n} steps", len(column.steps))
    )
    painter.setFont(card)
    painter.setPen(theme.colour("text"))
    for place, words in enumerate(title):
        where = QRect(spot.left(), top.bottom() + 1 + place * line, spot.width(), line)
        painter.drawText(where, _start(), words)


def paint_arrow(painter: QPainter, points: list[QPointF], token: str, *, loose: bool, width: float = 1.4) -> None:
    """A line with round corners and a head at its end; broken where one of several such is enough."""
    pen = QPen(theme.colour(token), width)
    if loose:
        pen.setStyle(Qt.PenStyle.DashLine)
    painter.setPen(pen)
    painter.setBrush(Qt.BrushStyle.NoBrush)
    path = QPainterPath(points[0])
    for here, after in pairwise(points[1:]):
        before = path.currentPosition()
        path.lineTo(_toward(here, before, 5))
        path.quadTo(here, _toward(here, after, 5))
    tip, last = points[-1], path.currentPosition()
    path.lineTo(_toward(tip, last, 4))
    painter.drawPath(path)
    angle, size = atan2(tip.y() - last.y(), tip.x() - last.x()), 4 + 2 * width
    wings = [
        QPointF(tip.x() - size * cos(angle + turn), tip.y() - size * sin(angle + turn)) for turn in (pi / 7, -pi / 7)
    ]
    painter.setPen(Qt.PenStyle.NoPen)
    painter.setBrush(theme.colour(token))
    painter.drawPolygon(QPolygonF([tip, *wings]))


def _toward(here: QPointF, there: QPointF, most: float) -> QPointF:
    """A point a little away from here."""
    across, down = there.x() - here.x(), there.y() - here.y()
    length = max(1e-6, (across * across + down * down) ** 0.5)
    part = min(most, length / 2) / length
    return QPointF(here.x() + across * part, here.y() + down * part)


def _start(*, end: bool = False) -> int:
    """Text at the start of the line, or at its end, in the direction of the window."""
    left = theme.rtl() == end
    side = Qt.AlignmentFlag.AlignLeft if left else Qt.AlignmentFlag.AlignRight
    return int(side | Qt.AlignmentFlag.AlignAbsolute | Qt.AlignmentFlag.AlignVCenter)
