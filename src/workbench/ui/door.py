"""What stands before the vault is open: the dark side with the program's name, and a card. It shows no case data."""

from PySide6.QtCore import Qt
from PySide6.QtGui import QPainter, QPaintEvent
from PySide6.QtWidgets import QFrame, QHBoxLayout, QVBoxLayout, QWidget

from workbench import __version__
from workbench.i18n import N_, TAGS, language, ltr
from workbench.ui import theme
from workbench.ui.page import Page
from workbench.ui.parts.arrange import column, empty_out, row
from workbench.ui.parts.choices import Segmented
from workbench.ui.parts.marks import RoundIcon
from workbench.ui.parts.texts import Picture, label
from workbench.ui.room import Room
from workbench.ui.state import speaking, tr

NAME = N_("Investigation workbench")
_NAMES = {"ar_IQ": "منضدة التحقيق", "ckb": "مێزی لێکۆڵینەوە", "en": "Investigation workbench"}


class _Side(QWidget):
    def paintEvent(self, event: QPaintEvent) -> None:
        QPainter(self).fillRect(self.rect(), theme.colour("rail"))


def _line(glyph: str, text: str, style: str = "body") -> QHBoxLayout:
    made = row(Picture(glyph, "railText", 18 if style == "body" else 14), gap=10)
    made.addWidget(label(text, style, "rail", wrap=True), 1)
    return made


def _side(station: str) -> QWidget:
    """Name in three languages, three promises, and where this is."""
    made = _Side()
    made.setFixedWidth(theme.px(420))
    box = QVBoxLayout(made)
    box.setContentsMargins(40, 44, 40, 34)
    box.setSpacing(6)
    box.addLayout(row(RoundIcon("ph.path", 60, "railActive", "railMark", square=True), None))
    box.addSpacing(16)
    box.addWidget(label(tr(NAME), "brand", "solid", wrap=True))
    # Said here and not by three catalogues: reading two more would double the time to the first window.
    for tag, said in _NAMES.items():
        if tag != speaking().tag:
            box.addWidget(label(said, "body", "rail"))
    box.addSpacing(14)
    line = QFrame()
    line.setFixedHeight(1)
    line.setStyleSheet(f"background: {theme.colour('railActive').name()}; border: none;")
    box.addWidget(line)
    box.addSpacing(12)
    for glyph, text in (
        ("ph.wifi-slash", tr(N_("Works without a network. No data leaves this computer."))),
        ("ph.lock-key", tr(N_("The case database is encrypted with your passphrase."))),
        ("ph.eye-slash", tr(N_("The identities of victims are hidden until somebody gives a reason."))),
    ):
        box.addLayout(_line(glyph, text))
        box.addSpacing(6)
    box.addStretch(1)
    if station:
        box.addLayout(_line("ph.map-pin", tr(N_("Station: {name}"), name=station), "label"))
    box.addLayout(_line("ph.info", tr(N_("Version {version}"), version=ltr(__version__)), "label"))
    return made


class Door(Page):
    """The frame of the pages before the vault: subclasses put their card together in ``card``."""

    station_name = ""

    def __init__(self, room: Room) -> None:
        super().__init__(room)
        self.box.setContentsMargins(0, 0, 0, 0)
        self._own = QVBoxLayout()
        self.build()

    def card(self) -> QWidget:
        """The card in the middle."""
        raise NotImplementedError

    def build(self) -> None:
        outer = QWidget()
        line = QHBoxLayout(outer)
        line.setContentsMargins(0, 0, 0, 0)
        line.setSpacing(0)
        line.addWidget(_side(self.station_name))
        self._own = QVBoxLayout()
        frame = QFrame()
        frame.setProperty("card", "true")
        frame.setMaximumWidth(theme.px(720))
        frame.setMinimumWidth(theme.px(480))
        frame.setLayout(column(self._own, self.card(), gap=10, margins=(32, 26, 32, 22)))
        middle = QVBoxLayout()
        middle.setContentsMargins(24, 16, 24, 16)
        middle.addStretch(1)
        across = QHBoxLayout()
        across.addStretch(1)
        across.addWidget(frame, 12)
        across.addStretch(1)
        middle.addLayout(across)
        middle.addStretch(1)
        line.addLayout(middle, 1)
        self.put(outer)

    def languages(self) -> Segmented:
        """The choice of language, each in its own name."""
        return Segmented(
            [(tag, language(tag).native_name) for tag in TAGS],
            self.room.setup.language,
            name="language",
            then=lambda tag: self.room.speak(tag),
        )

    def title(self, words: str, hint: str) -> QHBoxLayout:
        """Title and hint at the line's start, the languages at its end."""
        line = row(gap=12)
        line.addLayout(column(label(words, "step"), label(hint, "body", "2", wrap=True), gap=2), 1)
        line.addWidget(self.languages(), 0, Qt.AlignmentFlag.AlignTop)
        return line

    def refuse(self, error: Exception) -> None:
        from workbench.ui.parts.notice import notice_of

        self.quiet()
        self._own.addWidget(notice_of(error))

    def quiet(self) -> None:
        empty_out(self._own)
