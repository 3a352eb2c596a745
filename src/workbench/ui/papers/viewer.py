"""The preview of a paper: its pages as images on a sunken ground; the paper stays white in every theme."""

from PySide6.QtCore import QSize, Qt
from PySide6.QtGui import QImage, QPainter, QPaintEvent, QPen
from PySide6.QtWidgets import QFrame, QScrollArea, QVBoxLayout, QWidget

from workbench.i18n import N_
from workbench.ui import theme
from workbench.ui.icons import icon_dir
from workbench.ui.parts.arrange import bar, row
from workbench.ui.parts.buttons import icon_button
from workbench.ui.parts.texts import label
from workbench.ui.state import speaking, tr

ZOOMS = (0.5, 0.65, 0.8, 1.0, 1.25, 1.5)
_SHARP = 2.0  # pixels rendered per point at zoom 1, so that the largest zoom is still sharp


def render(pdf: bytes) -> list[QImage]:
    """The pages of a PDF as images; for the worker."""
    import pypdfium2 as pdfium

    document = pdfium.PdfDocument(pdf)
    try:
        pages = []
        for number in range(len(document)):
            bitmap = document[number].render(scale=_SHARP, rev_byteorder=True, prefer_bgrx=True)
            image = QImage(
                bytes(bitmap.buffer),
                bitmap.width,
                bitmap.height,
                bitmap.stride,
                QImage.Format.Format_RGBX8888,
            )
            pages.append(image.copy())
        return pages
    finally:
        document.close()


class _Sheet(QWidget):
    def __init__(self, image: QImage, zoom: float, number: int) -> None:
        super().__init__()
        self._image = image
        size = QSize(
            round(image.width() / _SHARP * zoom * 96 / 72), round(image.height() / _SHARP * zoom * 96 / 72)
        )
        self.setFixedSize(size)
        self.setAccessibleName(tr(N_("Page {n}"), n=number))

    def paintEvent(self, event: QPaintEvent) -> None:
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.SmoothPixmapTransform)
        painter.drawImage(self.rect(), self._image)
        painter.setPen(QPen(theme.colour("border2"), 1))
        painter.drawRect(self.rect().adjusted(0, 0, -1, -1))


class Viewer(QFrame):
    """Pages under each other, with page and zoom above them."""

    def __init__(self) -> None:
        super().__init__()
        self.setProperty("card", "true")
        self._images: list[QImage] = []
        self._zoom = 2
        self._place = label("", "body")
        self._scale = label("", "label", "2")
        back = icon_button(
            icon_dir("caret", not theme.rtl()),
            tr(N_("Previous page")),
            lambda: self.turn(-1),
            name="page-back",
        )
        on = icon_button(
            icon_dir("caret", theme.rtl()), tr(N_("Next page")), lambda: self.turn(1), name="page-on"
        )
        smaller = icon_button("ph.magnifying-glass-minus", tr(N_("Smaller")), lambda: self._zoomed(-1))
        larger = icon_button("ph.magnifying-glass-plus", tr(N_("Larger")), lambda: self._zoomed(1))
        self._area = QScrollArea()
        self._area.setWidgetResizable(True)
        self._area.setFrameShape(QFrame.Shape.NoFrame)
        self._area.setObjectName("preview")
        self._area.setAccessibleName(tr(N_("Preview")))
        self._area.verticalScrollBar().valueChanged.connect(lambda _: self._say())
        box = QVBoxLayout(self)
        box.setContentsMargins(1, 1, 1, 1)
        box.setSpacing(0)
        box.addWidget(
            bar(
                "line",
                row(back, self._place, on, None, smaller, self._scale, larger, gap=8, margins=(12, 6, 12, 6)),
            )
        )
        box.addWidget(self._area, 1)
        self._sheets: list[_Sheet] = []
        self.show_pages([])

    def show_pages(self, images: list[QImage], words: str = "") -> None:
        """Show these pages; without any, a sentence."""
        self._images = images
        if images:
            room = self._area.viewport().width() - 48
            fitting = [
                place
                for place, zoom in enumerate(ZOOMS)
                if images[0].width() / _SHARP * zoom * 96 / 72 <= room
            ]
            self._zoom = max(fitting, default=0)
        self._draw(words)

    def turn(self, by: int) -> None:
        """Go to the next or the previous page."""
        if self._sheets:
            wanted = max(0, min(len(self._sheets) - 1, self._now() + by))
            self._area.verticalScrollBar().setValue(self._sheets[wanted].y() - 16)

    @property
    def pages(self) -> int:
        """How many pages are shown."""
        return len(self._images)

    def _zoomed(self, by: int) -> None:
        self._zoom = max(0, min(len(ZOOMS) - 1, self._zoom + by))
        self._draw("")

    def _draw(self, words: str) -> None:
        ground = QWidget()
        ground.setProperty("ground", "sunken")
        ground.setAttribute(Qt.WidgetAttribute.WA_StyledBackground, True)
        box = QVBoxLayout(ground)
        box.setContentsMargins(16, 16, 16, 16)
        box.setSpacing(16)
        self._sheets = [
            _Sheet(image, ZOOMS[self._zoom], place) for place, image in enumerate(self._images, 1)
        ]
        for sheet in self._sheets:
            box.addWidget(sheet, 0, Qt.AlignmentFlag.AlignHCenter)
        if not self._sheets and words:
            said = label(words, "body", "2", wrap=True)
            said.setAlignment(Qt.AlignmentFlag.AlignCenter)
            box.addWidget(said)
        box.addStretch(1)
        self._area.setWidget(ground)
        self._say()

    def _now(self) -> int:
        middle = self._area.verticalScrollBar().value() + self._area.viewport().height() // 2
        return max((place for place, sheet in enumerate(self._sheets) if sheet.y() <= middle), default=0)

    def _say(self) -> None:
        self._place.setText(
            tr(N_("Page {n} of {total}"), n=self._now() + 1, total=len(self._sheets)) if self._sheets else ""
        )
        self._scale.setText(speaking().percent(ZOOMS[self._zoom]))
