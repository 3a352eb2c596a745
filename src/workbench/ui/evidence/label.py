"""The label of an exhibit with its QR code: black on white in every theme, as it is printed."""

import segno
from PySide6.QtCore import QRect, QSize, Qt
from PySide6.QtGui import QColor, QPainter, QPaintEvent, QPen
from PySide6.QtWidgets import QSizePolicy, QWidget

from workbench.i18n import N_, ltr
from workbench.services.rows import ExhibitRow
from workbench.ui import theme
from workbench.ui.state import moment, tr

_QUIET = 2  # modules of white around the code


class LabelPreview(QWidget):
    """Code, number, description, case, seizure and seal; the same painter prints it."""

    def __init__(self, exhibit: ExhibitRow, case_number: str) -> None:
        super().__init__()
        self._exhibit, self._case = exhibit, case_number
        self._code = segno.make(f"{case_number} {exhibit.number}", error="m", micro=False)
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Fixed)
        self.setAccessibleName(
            tr(N_("Label of exhibit {number} of case {case}"), number=exhibit.number, case=case_number)
        )

    def sizeHint(self) -> QSize:
        return QSize(320, theme.px(112))

    def paintEvent(self, event: QPaintEvent) -> None:
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        area = self.rect().adjusted(0, 0, -1, -1)
        painter.setPen(QPen(QColor("#7A8784"), 1, Qt.PenStyle.DashLine))
        painter.setBrush(QColor("#FFFFFF"))
        painter.drawRoundedRect(area, 6, 6)
        rtl = self.layoutDirection() == Qt.LayoutDirection.RightToLeft
        side = area.height() - 22
        self._paint_code(
            painter, QRect(area.right() - 11 - side if rtl else area.left() + 11, area.top() + 11, side, side)
        )
        words = area.adjusted(12, 8, -side - 22, -8) if rtl else area.adjusted(side + 22, 8, -12, -8)
        self._paint_words(painter, words, rtl)
        if self._exhibit.seal_number:
            painter.setFont(theme.font("small"))
            painter.setPen(QColor("#44524F"))
            end = Qt.AlignmentFlag.AlignLeft if rtl else Qt.AlignmentFlag.AlignRight
            painter.drawText(
                area.adjusted(12, 10, -12, 0),
                int(end | Qt.AlignmentFlag.AlignAbsolute | Qt.AlignmentFlag.AlignTop),
                tr(N_("sealed")),
            )

    def _paint_code(self, painter: QPainter, spot: QRect) -> None:
        rows = [list(line) for line in self._code.matrix]
        step = spot.width() // (len(rows) + 2 * _QUIET)
        inset = (spot.width() - step * len(rows)) // 2
        painter.save()
        painter.setRenderHint(QPainter.RenderHint.Antialiasing, False)
        for down, line in enumerate(rows):
            for across, dark in enumerate(line):
                if dark:
                    painter.fillRect(
                        spot.left() + inset + across * step,
                        spot.top() + inset + down * step,
                        step,
                        step,
                        QColor("#000000"),
                    )
        painter.restore()

    def _paint_words(self, painter: QPainter, area: QRect, rtl: bool) -> None:
        exhibit = self._exhibit
        lines = [
            (ltr(exhibit.number), theme.font("screen", mono=True, bold=True)),
            (exhibit.description, theme.font("label")),
            (ltr(self._case), theme.font("label", mono=True)),
        ]
        if exhibit.seized_at:
            lines.append((tr(N_("Seized {moment}"), moment=moment(exhibit.seized_at)), theme.font("small")))
        if exhibit.seal_number:
            lines.append((tr(N_("Seal {number}"), number=ltr(exhibit.seal_number)), theme.font("small")))
        painter.setPen(QColor("#14211F"))
        side = Qt.AlignmentFlag.AlignRight if rtl else Qt.AlignmentFlag.AlignLeft
        height = area.height() // max(4, len(lines))
        for place, (text, font) in enumerate(lines):
            painter.setFont(font)
            shown = painter.fontMetrics().elidedText(text, Qt.TextElideMode.ElideRight, area.width())
            painter.drawText(
                QRect(area.left(), area.top() + place * height, area.width(), height),
                int(side | Qt.AlignmentFlag.AlignAbsolute | Qt.AlignmentFlag.AlignVCenter),
                shown,
            )
