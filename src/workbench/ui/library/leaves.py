"""A long PDF, one page at a time: only the page that is looked at is drawn, however many there are."""

from dataclasses import dataclass

from PySide6.QtCore import QSize, Qt
from PySide6.QtGui import QImage, QPainter, QPaintEvent, QPen, QResizeEvent
from PySide6.QtWidgets import QFrame, QScrollArea, QWidget

from workbench.i18n import N_
from workbench.ui import theme
from workbench.ui.icons import icon_dir
from workbench.ui.papers.viewer import ZOOMS
from workbench.ui.parts.arrange import bar, column, row
from workbench.ui.parts.buttons import icon_button
from workbench.ui.parts.texts import label
from workbench.ui.room import Room
from workbench.ui.state import speaking, tr

_SHARP = 2.0  # pixels drawn per point at zoom 1, so that the largest zoom is still sharp


@dataclass(frozen=True)
class Print:
    """A PDF and how many pages it has."""

    pdf: bytes
    pages: int


def counted(pdf: bytes) -> Print:
    """A PDF with the number of its pages; for the worker."""
    import pypdfium2 as pdfium

    document = pdfium.PdfDocument(pdf)
    try:
        return Print(pdf, len(document))
    finally:
        document.close()


def _leaf(found: Print, number: int) -> QImage:
    """One page as an image; for the worker."""
    import pypdfium2 as pdfium

    document = pdfium.PdfDocument(found.pdf)
    try:
        bitmap = document[number].render(scale=_SHARP, rev_byteorder=True, prefer_bgrx=True)
        size = (bitmap.width, bitmap.height, bitmap.stride)
        return QImage(bytes(bitmap.buffer), *size, QImage.Format.Format_RGBX8888).copy()
    finally:
        document.close()


class _Sheet(QWidget):
    """The page on a sunken ground; the paper stays white in every theme."""

    def __init__(self) -> None:
        super().__init__()
        self.image, self.words, self.zoom = QImage(), "", 1.0

    def fit(self) -> None:
        """As large as the page at the present zoom, with some ground around it."""
        scale = self.zoom * 96 / 72 / _SHARP
        page = QSize(round(self.image.width() * scale), round(self.image.height() * scale))
        self.setMinimumSize(page + QSize(32, 32) if not self.image.isNull() else QSize(0, 0))
        self.update()

    def paintEvent(self, event: QPaintEvent) -> None:
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.SmoothPixmapTransform)
        painter.fillRect(self.rect(), theme.colour("sunken"))
        if self.image.isNull():
            painter.setPen(theme.colour("text2"))
            painter.setFont(theme.font("body"))
            inner = self.rect().adjusted(24, 24, -24, -24)
            painter.drawText(inner, int(Qt.AlignmentFlag.AlignCenter | Qt.TextFlag.TextWordWrap), self.words)
            return
        page = self.rect()
        page.setSize(self.minimumSize() - QSize(32, 32))
        page.moveLeft((self.width() - page.width()) // 2)
        page.moveTop(16)
        painter.drawImage(page, self.image)
        painter.setPen(QPen(theme.colour("border2"), 1))
        painter.drawRect(page.adjusted(0, 0, -1, -1))


class Leaves(QFrame):
    """The page with the ways to the next and the one before above it."""

    def __init__(self, room: Room) -> None:
        super().__init__()
        self.setProperty("card", "true")
        self._room, self._print, self._now, self._zoom, self._chosen = room, Print(b"", 0), 0, 3, False
        self._place, self._scale = label("", "body"), label("", "label", "2")
        back = icon_button(
            icon_dir("caret", not theme.rtl()), tr(N_("Previous page")), lambda: self.turn(-1), name="page-back"
        )
        on = icon_button(icon_dir("caret", theme.rtl()), tr(N_("Next page")), lambda: self.turn(1), name="page-on")
        smaller = icon_button("ph.magnifying-glass-minus", tr(N_("Smaller")), lambda: self._zoomed(-1))
        larger = icon_button("ph.magnifying-glass-plus", tr(N_("Larger")), lambda: self._zoomed(1))
        self._sheet = _Sheet()
        self._area = QScrollArea()
        self._area.setWidgetResizable(True)
        self._area.setFrameShape(QFrame.Shape.NoFrame)
        self._area.setWidget(self._sheet)
        self._area.setObjectName("preview")
        self._area.setAccessibleName(tr(N_("Preview")))
        tools = row(back, self._place, on, None, smaller, self._scale, larger, gap=8, margins=(12, 6, 12, 6))
        self.setLayout(column(bar("line", tools), self._area, gap=0, margins=(1, 1, 1, 1)))
        self.tell("")

    @property
    def pages(self) -> int:
        """How many pages there are."""
        return self._print.pages

    @property
    def page(self) -> int:
        """Which page is looked at, from 1 on; 0 while none is drawn."""
        return 0 if self._sheet.image.isNull() else self._now + 1

    def tell(self, words: str) -> None:
        """Show a sentence in place of a page."""
        self._print, self._now = Print(b"", 0), 0
        self._sheet.image, self._sheet.words = QImage(), words
        self._sheet.fit()
        self._tell()

    def show_print(self, found: Print) -> None:
        """Show this PDF from its first page on."""
        self._print, self._now = found, 0
        self._draw()

    def turn(self, by: int) -> None:
        """Go to the next or the previous page."""
        wanted = max(0, min(self.pages - 1, self._now + by))
        if self.pages and wanted != self._now:
            self._now = wanted
            self._draw()

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        self._fit()

    def _draw(self) -> None:
        self._tell()
        found, number = self._print, self._now

        def show(image: QImage) -> None:
            if (found, number) == (self._print, self._now):
                self._sheet.image = image
                self._area.verticalScrollBar().setValue(0)
                self._fit()

        self._room.jobs.ask(self, _leaf, found, number, then=show)

    def _zoomed(self, by: int) -> None:
        self._chosen = True
        self._zoom = max(0, min(len(ZOOMS) - 1, self._zoom + by))
        self._fit()

    def _fit(self) -> None:
        """The largest zoom at which the page is not wider than the room, until somebody chooses another."""
        if not self._sheet.image.isNull() and not self._chosen:
            room, wide = self._area.viewport().width() - 40, self._sheet.image.width() * 96 / 72 / _SHARP
            self._zoom = max((place for place, zoom in enumerate(ZOOMS) if wide * zoom <= room), default=0)
        self._sheet.zoom = ZOOMS[self._zoom]
        self._sheet.fit()
        self._tell()

    def _tell(self) -> None:
        words = tr(N_("Page {n} of {total}"), n=self._now + 1, total=self.pages) if self.pages else ""
        self._place.setText(words)
        self._sheet.setAccessibleName(words)
        self._scale.setText(speaking().percent(ZOOMS[self._zoom]))
