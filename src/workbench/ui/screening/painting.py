"""How a line of the sheet is painted, and where on it what can be pressed: the evidence, the four answers."""

from dataclasses import dataclass
from functools import lru_cache

from PySide6.QtCore import QRect, QRectF, QSize, Qt
from PySide6.QtGui import QFont, QFontMetrics, QPainter, QPainterPath, QPen
from PySide6.QtWidgets import QStyle, QStyledItemDelegate, QStyleOptionViewItem, QWidget

from workbench.i18n import N_, ltr
from workbench.proof import Value
from workbench.ui import theme
from workbench.ui.icons import icon_dir, paint_icon
from workbench.ui.parts.chip import chip_size, paint_chip
from workbench.ui.screening.lines import HEAD, ITEM, PART, STRENGTHS, Line
from workbench.ui.state import tr

LINE = Qt.ItemDataRole.UserRole
ANSWERS = (Value.PRESENT, Value.ABSENT, Value.UNKNOWN, Value.NOT_ASKED)
_WORDS = {
    Value.PRESENT: N_("Yes"), Value.ABSENT: N_("No"), Value.UNKNOWN: N_("Not known"), Value.NOT_ASKED: N_("Not asked"),
}  # fmt: skip
_PAD, _GAP = 14, 12


def words_of_answers() -> dict[str, str]:
    """The four answers in the window's language."""
    return {value.value: tr(words) for value, words in _WORDS.items()}


@dataclass(frozen=True)
class Spots:
    """Where things stand in a line, as the eye sees them."""

    text: QRect
    link: QRect
    strength: QRect
    segments: tuple[QRect, ...]


class LineDelegate(QStyledItemDelegate):
    """Everything is painted: a hundred rows of widgets would be slow, and each row a dozen stops of the Tab key."""

    def __init__(self, parent: QWidget) -> None:
        super().__init__(parent)
        self._answers = words_of_answers()
        bold = QFontMetrics(theme.font("body", bold=True))
        self._widths = [bold.horizontalAdvance(self._answers[one.value]) + theme.px(20) for one in ANSWERS]
        small = QFontMetrics(theme.font("label"))
        words = [tr(words) for words in STRENGTHS.values() if words]
        self._strength = max(small.horizontalAdvance(one) for one in words) + theme.px(26)
        self._link = max(theme.px(96), small.horizontalAdvance(tr(N_("Evidence…"))) + theme.px(26))
        self.width = 600

    def spots(self, rect: QRect, rtl: bool) -> Spots:
        """Where things stand in a line of this rectangle."""
        height = min(rect.height() - 8, theme.px(32))
        top = rect.top() + (rect.height() - height) // 2
        at = rect.right() - _PAD - sum(self._widths) + 1
        segments, left = [], at
        for width in self._widths:
            segments.append(QRect(left, top, width, height))
            left += width
        strength = QRect(at - _GAP - self._strength, rect.top(), self._strength, rect.height())
        link = QRect(strength.left() - _GAP - self._link, rect.top(), self._link, rect.height())
        text = QRect(rect.left() + _PAD, rect.top(), link.left() - _GAP - rect.left() - _PAD, rect.height())
        way = Qt.LayoutDirection.RightToLeft if rtl else Qt.LayoutDirection.LeftToRight
        seen = [QStyle.visualRect(way, rect, one) for one in (text, link, strength, *segments)]
        return Spots(seen[0], seen[1], seen[2], tuple(seen[3:]))

    def sizeHint(self, option: QStyleOptionViewItem, index: object) -> QSize:
        line: Line = index.data(LINE)  # type: ignore[attr-defined]
        if line.kind != ITEM:
            return QSize(120, theme.px(36 if line.kind == HEAD else 28))
        metrics = QFontMetrics(theme.font("body"))
        room = self.spots(QRect(0, 0, self.width, 40), False).text.width()
        rows = len(_wrapped(line.text, room))
        return QSize(120, max(theme.px(40), rows * metrics.height() + theme.px(10)))

    def paint(self, painter: QPainter, option: QStyleOptionViewItem, index: object) -> None:
        line: Line = index.data(LINE)  # type: ignore[attr-defined]
        rect, rtl = option.rect, option.direction == Qt.LayoutDirection.RightToLeft
        painter.save()
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        focused = bool(option.state & QStyle.StateFlag.State_HasFocus)
        if line.kind == HEAD:
            self._head(painter, rect, line, rtl)
        elif line.kind == PART:
            self._part(painter, rect, line)
        else:
            chosen = bool(option.state & QStyle.StateFlag.State_Selected) and focused
            painter.fillRect(rect, theme.colour("accentTint" if chosen else "surface"))
            self._item(painter, self.spots(rect, rtl), line, rtl)
        painter.setPen(theme.colour("border"))
        painter.drawLine(rect.bottomLeft(), rect.bottomRight())
        if focused:
            painter.setBrush(Qt.BrushStyle.NoBrush)
            painter.setPen(QPen(theme.colour("focus"), 2))
            painter.drawRect(rect.adjusted(1, 1, -1, -2))
        painter.restore()

    def _head(self, painter: QPainter, rect: QRect, line: Line, rtl: bool) -> None:
        painter.fillRect(rect, theme.colour("canvas"))
        way = Qt.LayoutDirection.RightToLeft if rtl else Qt.LayoutDirection.LeftToRight

        def place(left: int, width: int, height: int) -> QRect:
            one = QRect(rect.left() + left, rect.center().y() - height // 2 + 1, width, height)
            return QStyle.visualRect(way, rect, one)

        side, small = theme.px(16), theme.font("label")
        caret = "ph.caret-down" if line.opened else icon_dir("caret", rtl)
        paint_icon(painter, place(_PAD, side, side), caret, "text2")
        ink = "childText" if line.glyph.startswith("mdi6") else "accentText"
        paint_icon(painter, place(_PAD + side + 10, side + 2, side + 2), line.glyph, ink)
        chip = chip_size(line.chip, "", theme.font("label", bold=True))
        count = QFontMetrics(small).horizontalAdvance(line.count) + 4
        most = max(theme.px(60), rect.width() // 2 - count)
        width = min(chip.width(), most)
        end = rect.width() - _PAD - sum(self._widths)
        painter.setFont(small)
        painter.setPen(theme.colour("text2"))
        painter.drawText(place(end, count, theme.px(20)), int(_aligned(rtl)), line.count)
        spot = place(end - width - _GAP, width, chip.height())
        paint_chip(painter, spot, line.chip, line.tone, theme.font("label", bold=True), rtl=rtl, centred=True)
        painter.setFont(theme.font("card"))
        painter.setPen(theme.colour("text"))
        start = _PAD + 2 * side + 22
        room = place(start, end - width - 2 * _GAP - start, rect.height() - 2)
        painter.drawText(room, int(_aligned(rtl)), _cut(line.text, theme.font("card"), room.width()))

    def _part(self, painter: QPainter, rect: QRect, line: Line) -> None:
        painter.fillRect(rect, theme.colour("surface"))
        painter.setFont(theme.font("label", bold=True))
        painter.setPen(theme.colour("accentText"))
        painter.drawText(rect.adjusted(_PAD, 4, -_PAD, 0), int(_aligned(theme.rtl())), line.text)

    def _item(self, painter: QPainter, spots: Spots, line: Line, rtl: bool) -> None:
        font = theme.font("body")
        painter.setFont(font)
        painter.setPen(theme.colour("text"))
        rows = _wrapped(line.text, spots.text.width())
        height = QFontMetrics(font).height()
        top = spots.text.center().y() - height * len(rows) // 2 + 1
        for row in rows:
            painter.drawText(QRect(spots.text.left(), top, spots.text.width(), height), int(_aligned(rtl)), row)
            top += height
        self._evidence(painter, spots.link, line, rtl)
        if line.weight:
            _paint_strength(painter, spots.strength, line.weight, rtl)
        self._segments(painter, spots.segments, line.answer.value, rtl)

    def _evidence(self, painter: QPainter, rect: QRect, line: Line, rtl: bool) -> None:
        side, refs = theme.px(15), line.answer.evidence
        glyph, ink = evidence_glyph(refs[0]) if refs else "ph.paperclip", "text2" if refs else "accentText"
        words = ltr(refs[0]) if refs else tr(N_("Evidence…"))
        if len(refs) > 1:
            words += f" +{len(refs) - 1}"
        way = Qt.LayoutDirection.RightToLeft if rtl else Qt.LayoutDirection.LeftToRight
        spot = QRect(rect.left(), rect.center().y() - side // 2 + 1, side, side)
        paint_icon(painter, QStyle.visualRect(way, rect, spot), glyph, ink)
        code = bool(refs) and glyph != "ph.note"
        font = theme.font("label", mono=code)
        painter.setFont(font)
        painter.setPen(theme.colour(ink))
        room = QStyle.visualRect(way, rect, rect.adjusted(side + 6, 0, 0, 0))
        painter.drawText(room, int(_aligned(rtl)), _cut(words, font, room.width()))

    def _segments(self, painter: QPainter, spots: tuple[QRect, ...], value: Value, rtl: bool) -> None:
        whole = spots[0].united(spots[-1])
        frame = QPainterPath()
        frame.addRoundedRect(QRectF(whole).adjusted(0.5, 0.5, -0.5, -0.5), 6, 6)
        painter.fillPath(frame, theme.colour("surface"))
        for one, spot in zip(ANSWERS, spots, strict=True):
            taken = one is value
            if taken:
                painter.save()
                painter.setClipPath(frame)
                # What is only «not asked» is no answer yet: it is marked, not filled.
                painter.fillRect(spot, theme.colour("sunken" if one is Value.NOT_ASKED else "accent"))
                painter.restore()
            ink = ("text" if one is Value.NOT_ASKED else "onAccent") if taken else "text2"
            painter.setPen(theme.colour(ink))
            painter.setFont(theme.font("body", bold=taken))
            painter.drawText(spot, int(Qt.AlignmentFlag.AlignCenter), self._answers[one.value])
            if spot is not spots[-1]:
                edge = spot.left() if rtl else spot.right() + 1
                painter.setPen(theme.colour("border"))
                painter.drawLine(edge, spot.top() + 1, edge, spot.bottom() - 1)
        painter.setPen(QPen(theme.colour("border2"), 1))
        painter.drawPath(frame)


def evidence_glyph(ref: str) -> str:
    """The icon of what an answer rests on: a statement of somebody by code, an exhibit by number, or a note."""
    if ref.startswith("P-") and ref[2:].isdecimal():
        return "ph.chat-circle-text"
    return "ph.paperclip" if ref.rpartition("-")[2].isdecimal() and " " not in ref else "ph.note"


def _paint_strength(painter: QPainter, rect: QRect, weight: str, rtl: bool) -> None:
    """Three bars, filled as far as the strength goes, and its word."""
    filled = {"S": 3, "M": 2, "W": 1}[weight]
    way = Qt.LayoutDirection.RightToLeft if rtl else Qt.LayoutDirection.LeftToRight
    for place in range(3):
        height = theme.px(6 + 4 * place)
        spot = QRect(rect.left() + place * theme.px(6), rect.center().y() + theme.px(7) - height, theme.px(4), height)
        painter.fillRect(
            QStyle.visualRect(way, rect, spot), theme.colour("accent" if place < filled else "border")
        )
    painter.setFont(theme.font("label"))
    painter.setPen(theme.colour("text2"))
    room = QStyle.visualRect(way, rect, rect.adjusted(theme.px(24), 0, 0, 0))
    painter.drawText(room, int(_aligned(rtl)), tr(STRENGTHS[weight]))


def _aligned(rtl: bool) -> Qt.AlignmentFlag:
    side = Qt.AlignmentFlag.AlignRight if rtl else Qt.AlignmentFlag.AlignLeft
    return side | Qt.AlignmentFlag.AlignAbsolute | Qt.AlignmentFlag.AlignVCenter


def _cut(text: str, font: QFont, width: int) -> str:
    return QFontMetrics(font).elidedText(text, Qt.TextElideMode.ElideRight, max(0, width))


def _wrapped(text: str, width: int) -> tuple[str, ...]:
    """The text in lines. Qt itself would indent a line from right to left by the space that it breaks at."""
    return _broken(text, max(60, width), theme.px(100), theme.rtl())


@lru_cache(maxsize=2048)
def _broken(text: str, width: int, _size: int, _rtl: bool) -> tuple[str, ...]:
    metrics, rows = QFontMetrics(theme.font("body")), [""]
    for word in text.split():
        longer = f"{rows[-1]} {word}".strip()
        if rows[-1] and metrics.horizontalAdvance(longer) > width:
            rows.append(word)
        else:
            rows[-1] = longer
    return tuple(rows)
