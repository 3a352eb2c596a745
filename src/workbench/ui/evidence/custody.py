"""The custody of an exhibit as a line through time, and what is known of its files."""

from functools import partial

from PySide6.QtCore import QRect, Qt
from PySide6.QtGui import QGuiApplication, QPainter, QPaintEvent, QPen
from PySide6.QtWidgets import QVBoxLayout, QWidget

from workbench.i18n import N_, isolate, ltr, plain
from workbench.services.exhibits import CUSTODY_KINDS
from workbench.services.rows import CustodyRow, ExhibitRow, SealedFileRow
from workbench.ui import theme
from workbench.ui.icons import paint_icon
from workbench.ui.parts.arrange import column, holder, row
from workbench.ui.parts.buttons import icon_button
from workbench.ui.parts.texts import Elided, code, label
from workbench.ui.state import moment, speaking, tr

_GLYPHS = {
    "seized": "ph.hand",
    "received": "ph.tray",
    "handed_over": "ph.arrows-left-right",
    "stored": "ph.archive-box",
    "opened": "ph.lock-key-open",
    "examined": "ph.magnifying-glass",
    "resealed": "ph.shield-check",
    "returned": "ph.arrow-u-up-left",
}


class _Mark(QWidget):
    """A round mark on the line; the line goes on downwards unless it is the last."""

    def __init__(self, glyph: str, *, last: bool) -> None:
        super().__init__()
        self._glyph, self._last = glyph, last
        self.setFixedWidth(theme.px(28))

    def paintEvent(self, event: QPaintEvent) -> None:
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        side = self.width() - 2
        if not self._last:
            painter.setPen(QPen(theme.colour("border"), 2))
            painter.drawLine(self.width() // 2, side, self.width() // 2, self.height())
        painter.setPen(Qt.PenStyle.NoPen)
        painter.setBrush(theme.colour("okTint"))
        painter.drawEllipse(QRect(1, 0, side, side))
        paint_icon(painter, QRect(7, 6, side - 12, side - 12), self._glyph, "okText")


def custody(exhibit: ExhibitRow) -> QWidget:
    """Every event, oldest first; none can be taken away."""
    box = QVBoxLayout()
    box.setSpacing(0)
    box.setContentsMargins(0, 0, 0, 0)
    for place, event in enumerate(exhibit.custody):
        line = row(gap=10)
        line.addWidget(_Mark(_GLYPHS.get(event.kind, "ph.circle"), last=place == len(exhibit.custody) - 1))
        line.addLayout(_words(event), 1)
        box.addLayout(line)
    box.addStretch(1)
    return holder(box)


def _words(event: CustodyRow) -> QVBoxLayout:
    title = tr(CUSTODY_KINDS.get(event.kind, event.kind))
    who = event.to_whom or event.from_whom
    second = [moment(event.at)]
    second += [isolate(one) for one in (event.place, event.condition) if one]
    if event.seal_after:
        second.append(tr(N_("Seal {number}"), number=ltr(event.seal_after)))
    comma = "، " if speaking().rtl else ", "
    return column(
        label(f"{title} — {isolate(who)}" if who else title, "card", wrap=True),
        label(comma.join(second), "label", "2", wrap=True),
        gap=1,
        margins=(0, 0, 0, 12),
    )


def file_lines(files: tuple[SealedFileRow, ...]) -> QWidget:
    """Name, size and hash of each sealed file; the hash can be copied whole."""
    box = column(gap=4)
    for file in files:
        line = row(gap=6)
        line.addWidget(Elided(isolate(file.original_name), "label"), 1)
        line.addWidget(label(speaking().size(file.size), "label", "2"))
        box.addLayout(line)
        short = ltr(f"{file.sha256[:8]}…{file.sha256[-8:]}")
        shown = code(short, "label")
        shown.setToolTip(file.sha256)
        copy = icon_button("ph.copy", tr(N_("Copy the hash")), partial(_copy, file.sha256), size=15)
        box.addLayout(row(label(ltr("SHA-256"), "label", "2"), shown, None, copy, gap=6))
    return holder(box)


def _copy(text: str) -> None:
    QGuiApplication.clipboard().setText(plain(text))
