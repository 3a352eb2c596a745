"""Icons as glyphs of the Phosphor and Material fonts that QtAwesome carries, coloured by a token when painted.

QtAwesome itself would register fourteen fonts at start; two are needed, the second only when a child is shown.
"""

import json
from functools import cache
from importlib.util import find_spec
from pathlib import Path

from PySide6.QtCore import QPoint, QRect, QRectF, QSize, Qt
from PySide6.QtGui import QColor, QFont, QFontDatabase, QIcon, QIconEngine, QPainter, QPixmap

from workbench.ui import theme

_SETS = {"ph": "phosphor", "mdi6": "materialdesignicons6-webfont"}


@cache
def _glyphs(prefix: str) -> tuple[str, dict[str, str]]:
    """The family name of an icon font and its glyphs by name."""
    spec = find_spec("qtawesome")
    if spec is None or spec.origin is None:
        raise ImportError("QtAwesome is not installed")
    folder = Path(spec.origin).parent / "fonts"
    stem = _SETS[prefix]
    file = next(folder.glob(f"{stem}-[0-9]*.ttf"))
    names = json.loads(next(folder.glob(f"{stem}-charmap-*.json")).read_text(encoding="utf-8"))
    family = QFontDatabase.applicationFontFamilies(QFontDatabase.addApplicationFont(str(file)))[0]
    return family, names


@cache
def _glyph(name: str) -> tuple[str, str]:
    prefix, _, short = name.partition(".")
    family, names = _glyphs(prefix)
    return family, chr(int(names[short], 16))


def paint_icon(painter: QPainter, rect: QRect | QRectF, name: str, colour: str | QColor) -> None:
    """Paint an icon into a square of the painter; ``colour`` is a token or a colour."""
    family, glyph = _glyph(name)
    area = QRectF(rect)
    font = QFont(family)
    font.setPixelSize(max(1, round(min(area.width(), area.height()))))
    font.setBold(False)
    painter.save()
    painter.setLayoutDirection(Qt.LayoutDirection.LeftToRight)
    painter.setFont(font)
    painter.setPen(theme.colour(colour) if isinstance(colour, str) else colour)
    painter.drawText(area, int(Qt.AlignmentFlag.AlignCenter), glyph)
    painter.restore()


class _GlyphEngine(QIconEngine):
    """Paints a glyph in the colour its token has now, so that a change of theme needs no new icons."""

    def __init__(self, name: str, token: str, off: str) -> None:
        super().__init__()
        self._name, self._token, self._off = name, token, off

    def paint(self, painter: QPainter, rect: QRect, mode: QIcon.Mode, state: QIcon.State) -> None:
        paint_icon(painter, rect, self._name, "disabled" if mode == QIcon.Mode.Disabled else self._token)

    def pixmap(self, size: QSize, mode: QIcon.Mode, state: QIcon.State) -> QPixmap:
        return self.scaledPixmap(size, mode, state, 1.0)

    def scaledPixmap(self, size: QSize, mode: QIcon.Mode, state: QIcon.State, scale: float) -> QPixmap:
        image = QPixmap(size * scale)
        image.setDevicePixelRatio(scale)
        image.fill(Qt.GlobalColor.transparent)
        painter = QPainter(image)
        self.paint(painter, QRect(QPoint(0, 0), size), mode, state)
        painter.end()
        return image

    def clone(self) -> QIconEngine:
        return _GlyphEngine(self._name, self._token, self._off)


@cache
def icon(name: str, token: str = "text2") -> QIcon:
    """The icon of a name (``ph.house``) in the colour of a token."""
    return QIcon(_GlyphEngine(name, token, ""))


def icon_dir(kind: str, rtl: bool) -> str:
    """The name of a directional icon: ``arrow``, ``caret``, ``current``; forward is towards the line's end."""
    side = "left" if rtl else "right"
    return {
        "arrow": f"ph.arrow-{side}",
        "caret": f"ph.caret-{side}",
        "current": f"ph.arrow-circle-{side}-fill",
    }[kind]
