"""A photograph as it is shown beside a shown name: read from memory, scaled, and let go with the card."""

from PySide6.QtCore import QBuffer, QByteArray, QIODevice, QRectF, QSize, Qt
from PySide6.QtGui import QImage, QImageReader, QPainter, QPainterPath, QPaintEvent
from PySide6.QtWidgets import QWidget

from workbench.i18n import N_
from workbench.ui import theme
from workbench.ui.state import tr

SIDE = 96
_PNG = b"\x89PNG"


def decoded(photo: bytes) -> QImage:
    """The picture upright and small; an empty image if the bytes are none. What else the file tells is not read."""
    kept = QByteArray(photo)
    buffer = QBuffer(kept)
    buffer.open(QIODevice.OpenModeFlag.ReadOnly)
    # Named, never guessed: with a guess Qt may hand the bytes to a reader for something else.
    reader = QImageReader(buffer, QByteArray(b"png" if photo.startswith(_PNG) else b"jpeg"))
    reader.setAutoDetectImageFormat(False)
    reader.setAutoTransform(True)
    size = reader.size()
    if size.isValid():
        side = 2 * theme.px(SIDE)
        reader.setScaledSize(size.scaled(QSize(side, side), Qt.AspectRatioMode.KeepAspectRatio))
    return reader.read()


class Photo(QWidget):
    """The picture with round corners."""

    def __init__(self, image: QImage) -> None:
        super().__init__()
        self.setObjectName("photo")
        self.setAccessibleName(tr(N_("Photograph of the person")))
        self._image = image
        self.setFixedSize(theme.px(SIDE), theme.px(SIDE))

    def paintEvent(self, event: QPaintEvent) -> None:
        painter = QPainter(self)
        painter.setRenderHints(QPainter.RenderHint.Antialiasing | QPainter.RenderHint.SmoothPixmapTransform)
        size = self._image.size().scaled(self.size(), Qt.AspectRatioMode.KeepAspectRatio)
        area = QRectF(0, 0, size.width(), size.height())
        area.moveCenter(QRectF(self.rect()).center())
        path = QPainterPath()
        path.addRoundedRect(area, 8, 8)
        painter.setClipPath(path)
        painter.drawImage(area, self._image)
