"""The marks of the matrix: what one source says about one element, painted and spoken, and the words of coverage."""

from collections.abc import Sequence

from PySide6.QtCore import QLineF, QRectF, Qt
from PySide6.QtGui import QColor, QPainter, QPaintEvent, QPen
from PySide6.QtWidgets import QWidget

from workbench.i18n import N_
from workbench.services.findings import FindingRow
from workbench.terms import COVERAGES
from workbench.ui import theme
from workbench.ui.icons import paint_icon
from workbench.ui.state import tr
from workbench.ui.tables import Chipped

STRONG, FAIR, WEAK, AGAINST, SILENT, EMPTY = "strong", "fair", "weak", "against", "none", ""
# The order in which the space bar goes through them.
CYCLE = (STRONG, FAIR, WEAK, AGAINST, SILENT)
SPOKEN = {
    STRONG: N_("strong support"),
    FAIR: N_("partial support"),
    WEAK: N_("a hint only"),
    AGAINST: N_("contradicting"),
    SILENT: N_("looked at, says nothing"),
    EMPTY: N_("no link"),
}
_TONES = {
    "covered": ("ok", "ph.check-circle"),
    "single_source": ("warn", "ph.number-circle-one"),
    "statement_only": ("warn", "ph.chat-circle-text"),
    "weak": ("warn", "ph.circle"),
    "contradicted": ("late", "ph.x-circle"),
    "gap": ("late", "ph.circle-dashed"),
}


def mark_of(found: Sequence[FindingRow], *, clearing: bool = False) -> str:
    """The mark of a cell: the strongest word of its findings, or that they contradict.

    ``clearing``: how strongly they speak for the suspect, whichever side they are on.
    """
    if not found:
        return EMPTY
    ranks = (STRONG, FAIR, WEAK, SILENT)
    pro = [one.strength for one in found if clearing or one.side == "for"]
    contra = [one.strength for one in found if not clearing and one.side == "against" and one.strength != SILENT]
    best = min(pro, key=ranks.index, default=SILENT)
    if contra and ranks.index(min(contra, key=ranks.index)) <= ranks.index(best):
        return AGAINST
    return best


def coverage_chip(coverage: str, *, demanded: bool = True, needed: bool = True) -> Chipped:
    """How far something is shown, as word, tone and icon.

    What is not ``demanded`` is never a gap, nor is one of several of which any is enough (not ``needed`` by itself).
    """
    if coverage == "gap" and not demanded:
        return tr(N_("not demanded")), "childnote", "mdi6.human-child"
    if coverage == "gap" and not needed:
        return tr(N_("nothing yet")), "neutral", "ph.minus"
    if not coverage:
        return "", "neutral", ""
    tone, glyph = _TONES[coverage]
    return tr(COVERAGES[coverage]), tone, glyph


def paint_mark(painter: QPainter, centre: QRectF, mark: str) -> None:
    """Paint a mark into a square: full, half, ring, cross, a dash, or a faint dot."""
    painter.save()
    painter.setRenderHint(QPainter.RenderHint.Antialiasing)
    accent = theme.colour("accent")
    if mark == AGAINST:
        paint_icon(painter, centre.adjusted(-1, -1, 1, 1), "ph.x-circle", "dangerText")
    elif mark == EMPTY:
        painter.setPen(Qt.PenStyle.NoPen)
        painter.setBrush(theme.colour("border"))
        side = max(5.0, centre.width() / 3)
        painter.drawEllipse(centre.center(), side / 2, side / 2)
    elif mark == SILENT:
        painter.setPen(QPen(theme.colour("text3"), 2, Qt.PenStyle.SolidLine, Qt.PenCapStyle.RoundCap))
        middle = centre.center()
        painter.drawLine(QLineF(middle.x() - 4, middle.y(), middle.x() + 4, middle.y()))
    else:
        _circle(painter, centre.adjusted(1, 1, -1, -1), mark, accent)
    painter.restore()


def _circle(painter: QPainter, area: QRectF, mark: str, accent: QColor) -> None:
    painter.setPen(QPen(accent, 2))
    painter.setBrush(Qt.BrushStyle.NoBrush)
    painter.drawEllipse(area)
    if mark == WEAK:
        return
    painter.setPen(Qt.PenStyle.NoPen)
    painter.setBrush(accent)
    if mark == STRONG:
        painter.drawEllipse(area)
    else:
        # The half lies on the same side in every script, as the half moon of a chart does.
        painter.drawPie(area, 90 * 16, 180 * 16)


class Mark(QWidget):
    """A mark beside words."""

    def __init__(self, mark: str) -> None:
        super().__init__()
        self._mark = mark
        self.setFixedSize(theme.px(18), theme.px(18))
        self.setToolTip(tr(SPOKEN[mark]))

    def paintEvent(self, event: QPaintEvent) -> None:
        paint_mark(QPainter(self), QRectF(self.rect()).adjusted(1, 1, -1, -1), self._mark)
