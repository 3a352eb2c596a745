"""Pages of a sealed file, held in memory only and covered until somebody asks to see them; the log has each look."""

from collections.abc import Callable

from PySide6.QtCore import QRect, QSize, Qt
from PySide6.QtGui import QImage, QKeyEvent, QPainter, QPaintEvent
from PySide6.QtWidgets import QFrame, QScrollArea, QVBoxLayout, QWidget

from workbench.i18n import N_, isolate
from workbench.services.looking_in import LookRow
from workbench.ui import theme
from workbench.ui.icons import icon_dir
from workbench.ui.parts.arrange import bar, card, column, holder, row
from workbench.ui.parts.buttons import button, icon_button
from workbench.ui.parts.texts import Elided, Picture, label
from workbench.ui.state import speaking, tr

ZOOMS = (0.1, 0.17, 0.25, 0.33, 0.5, 0.67, 0.8, 1.0, 1.25, 1.5, 2.0, 3.0, 4.0)


class _Sheet(QWidget):
    """One picture at a zoom; it is never mirrored."""

    def __init__(self, image: QImage, words: str) -> None:
        super().__init__()
        self._image = image
        self.setAccessibleName(words)

    def zoom(self, factor: float) -> None:
        self.setFixedSize(
            QSize(max(1, round(self._image.width() * factor)), max(1, round(self._image.height() * factor)))
        )
        self.update()

    @property
    def wide(self) -> int:
        return max(1, self._image.width())

    @property
    def high(self) -> int:
        return max(1, self._image.height())

    def paintEvent(self, event: QPaintEvent) -> None:
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.SmoothPixmapTransform)
        painter.drawImage(QRect(0, 0, self.width(), self.height()), self._image)


class PreviewPane(QWidget):
    """``fetch`` is asked for a page and hands it to ``show_page``; nothing is asked while it is ``covered``."""

    def __init__(self, name: str, *, fetch: Callable[[int], object], back: Callable[[], object]) -> None:
        super().__init__()
        self._fetch, self._back = fetch, back
        self._image = QImage()
        self._look: LookRow | None = None
        self._now, self._zoom, self._fits = 1, 1.0, True
        self._covered = True
        self._area = QScrollArea()
        self._area.setFrameShape(QFrame.Shape.NoFrame)
        self._area.setAlignment(Qt.AlignmentFlag.AlignCenter)
        self._area.setObjectName("preview-area")
        self._area.setAccessibleName(tr(N_("Preview")))
        self._area.viewport().setProperty("ground", "sunken")
        self._area.viewport().setAttribute(Qt.WidgetAttribute.WA_StyledBackground, True)
        self._place, self._scale = label("", "label"), label("", "label", "2")
        self._place.setObjectName("preview-place")
        self._cover = self._make_cover()
        box = QVBoxLayout(self)
        box.setContentsMargins(0, 0, 0, 0)
        main = card(bar("line", self._head(name)), gap=0, margins=(0, 0, 0, 0))
        inside = main.layout()
        assert isinstance(inside, QVBoxLayout)
        inside.addWidget(self._area, 1)
        inside.addWidget(self._cover, 1)
        box.addWidget(main)
        self._draw()

    def _head(self, name: str) -> QVBoxLayout:
        back = button(
            tr(N_("Back")), self._back, glyph=icon_dir("arrow", not theme.rtl()), name="preview-back"
        )
        rtl = theme.rtl()
        ways = row(
            icon_button(icon_dir("caret", not rtl), tr(N_("Previous page")), lambda: self.turn(-1), name="page-back"),
            self._place,
            icon_button(icon_dir("caret", rtl), tr(N_("Next page")), lambda: self.turn(1), name="page-on"),
            icon_button("ph.magnifying-glass-minus", tr(N_("Smaller")), lambda: self.zoom(-1), name="zoom-out"),
            self._scale,
            icon_button("ph.magnifying-glass-plus", tr(N_("Larger")), lambda: self.zoom(1), name="zoom-in"),
            icon_button("ph.arrows-in", tr(N_("Whole page")), self.fit, name="zoom-fit"),
            gap=6,
        )
        line = row(back, gap=10, margins=(12, 8, 12, 8))
        line.addWidget(Elided(isolate(name), "card"), 1)
        line.addLayout(ways)
        return column(line, gap=0)

    def _make_cover(self) -> QWidget:
        words = N_("It may show people who must not be seen. The log has who looked, when and at which page.")
        said = label(tr(words), "body", "2", wrap=True)
        said.setAlignment(Qt.AlignmentFlag.AlignCenter)
        self._show = button(tr(N_("Show the content")), self._uncover, glyph="ph.eye", name="uncover")
        mark = row(None, Picture("ph.eye-slash", "text2", 30), None)
        return holder(column(None, mark, said, row(None, self._show, None), None, gap=10))

    def cover(self) -> None:
        """Cover it again, and forget what was shown."""
        self._covered, self._image, self._look = True, QImage(), None
        self._draw()

    def _uncover(self) -> None:
        self._covered = False
        self._draw()
        self._area.setFocus()
        self._fetch(self._now)

    def turn(self, by: int) -> None:
        """Go to the next or the previous page."""
        last = self._look.pages if self._look else 1
        wanted = max(1, min(last, self._now + by))
        if wanted != self._now and not self._covered:
            self._now = wanted
            self._fetch(wanted)

    def show_page(self, found: LookRow) -> None:
        """A page came; what was covered meanwhile stays so."""
        if self._covered:
            return
        self._look, self._now = found, found.page
        self._image = QImage.fromData(found.png) if found.png else QImage()
        self._draw()

    def zoom(self, by: int) -> None:
        """One step larger or smaller."""
        nearest = min(range(len(ZOOMS)), key=lambda place: abs(ZOOMS[place] - self._zoom))
        self._fits, self._zoom = False, ZOOMS[max(0, min(len(ZOOMS) - 1, nearest + by))]
        self._scaled()

    def fit(self) -> None:
        """The whole page, as large as there is room."""
        self._fits = True
        self._scaled()

    @property
    def covered(self) -> bool:
        return self._covered

    def _draw(self) -> None:
        found = self._look
        self._cover.setVisible(self._covered)
        self._area.setVisible(not self._covered)
        self._place.setText(tr(N_("Page {n} of {total}"), n=found.page, total=found.pages) if found else "")
        if found is not None and not self._image.isNull():
            self._area.setWidgetResizable(False)
            self._area.setWidget(_Sheet(self._image, self._place.text()))
            self._scaled()
            return
        words = "" if self._covered else tr(N_("Looking…"))
        if found is not None:
            words = found.refused.say(speaking()) if found.refused else found.text
        said = label(isolate(words) if words else "", "body", wrap=True)
        said.setObjectName("preview-text")
        said.setTextInteractionFlags(Qt.TextInteractionFlag.NoTextInteraction)
        said.setContentsMargins(16, 12, 16, 12)
        said.setAlignment(Qt.AlignmentFlag.AlignTop | Qt.AlignmentFlag.AlignLeading)
        self._area.setWidgetResizable(True)
        self._area.setWidget(said)
        self._scale.setText("")

    def _scaled(self) -> None:
        sheet = self._area.widget()
        if isinstance(sheet, _Sheet):
            if self._fits:
                room = self._area.viewport().size()
                self._zoom = min(1.0, (room.width() - 8) / sheet.wide, (room.height() - 8) / sheet.high)
                self._zoom = max(self._zoom, 0.01)
            sheet.zoom(self._zoom)
            self._scale.setText(speaking().percent(self._zoom))

    def resizeEvent(self, event: object) -> None:
        super().resizeEvent(event)  # type: ignore[arg-type]
        if self._fits:
            self._scaled()

    def keyPressEvent(self, event: QKeyEvent) -> None:
        if event.key() == Qt.Key.Key_Escape:
            self._back()
        elif event.key() in (Qt.Key.Key_PageDown, Qt.Key.Key_PageUp):
            self.turn(1 if event.key() == Qt.Key.Key_PageDown else -1)
        else:
            super().keyPressEvent(event)
