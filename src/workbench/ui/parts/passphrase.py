"""The passphrase field: hidden, from left to right, with the keyboard's language and Caps Lock beside it."""

from PySide6.QtCore import QSize, Qt, Signal
from PySide6.QtGui import QGuiApplication, QKeyEvent
from PySide6.QtWidgets import QHBoxLayout, QLabel, QLineEdit, QToolButton, QVBoxLayout, QWidget

from workbench.i18n import N_, ltr
from workbench.ui import theme
from workbench.ui.icons import icon
from workbench.ui.parts.arrange import row
from workbench.ui.parts.chip import Chip
from workbench.ui.parts.texts import Picture, label
from workbench.ui.state import tr

LEAST = 15  # characters of a passphrase; the vault refuses less


class _Line(QLineEdit):
    capitals = Signal(bool)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        text = event.text()
        if event.key() == Qt.Key.Key_CapsLock:
            self.capitals.emit(False)
        elif text.isalpha() and text.lower() != text.upper():
            shifted = bool(event.modifiers() & Qt.KeyboardModifier.ShiftModifier)
            self.capitals.emit(text.isupper() != shifted)
        super().keyPressEvent(event)


class Passphrase(QWidget):
    """What is typed stays in this widget until ``take`` hands it over and clears it."""

    changed = Signal()
    entered = Signal()

    def __init__(self, name: str, says: str, *, large: bool = False) -> None:
        super().__init__()
        self.line = _Line()
        self.line.setObjectName(name)
        self.line.setAccessibleName(says)
        self.line.setEchoMode(QLineEdit.EchoMode.Password)
        self.line.setLayoutDirection(Qt.LayoutDirection.LeftToRight)
        self.line.setAlignment(Qt.AlignmentFlag.AlignRight if theme.rtl() else Qt.AlignmentFlag.AlignLeft)
        if large:
            self.line.setProperty("size", "large")
        inner = QHBoxLayout(self.line)
        inner.setContentsMargins(6, 0, 6, 0)
        inner.setSpacing(4)
        self._eye = QToolButton()
        self._eye.setCheckable(True)
        self._eye.setIcon(icon("ph.eye", "text2"))
        self._eye.setIconSize(QSize(theme.px(18), theme.px(18)))
        self._eye.setAccessibleName(tr(N_("Show the passphrase")))
        self._eye.setToolTip(tr(N_("Show the passphrase")))
        self._eye.setFocusPolicy(Qt.FocusPolicy.TabFocus)
        self._eye.toggled.connect(self._look)
        keyboard = QGuiApplication.inputMethod().locale().name()[:2].upper()
        tail: list[QWidget] = [self._eye]
        if len(keyboard) == 2:
            tail.insert(
                0,
                Chip(ltr(keyboard), "info", "ph.keyboard", spoken=tr(N_("Keyboard: {name}"), name=keyboard)),
            )
        # The line runs left to right in every language; its tail belongs to the end of the reader's line.
        for one in reversed(tail) if theme.rtl() else tail:
            inner.addWidget(one)
        inner.insertStretch(len(tail) if theme.rtl() else 0, 1)
        room = theme.px(96)
        self.line.setTextMargins(room if theme.rtl() else 0, 0, 0 if theme.rtl() else room, 0)
        self._capitals = QWidget()
        self._capitals.setLayout(
            row(
                Picture("ph.warning", "warnMark", 15),
                label(tr(N_("Caps Lock is on")), "label", "warn"),
                None,
                gap=6,
            )
        )
        self._capitals.hide()
        box = QVBoxLayout(self)
        box.setContentsMargins(0, 0, 0, 0)
        box.setSpacing(4)
        box.addWidget(self.line)
        box.addWidget(self._capitals)
        self.setFocusProxy(self.line)
        self.line.capitals.connect(self._capitals.setVisible)
        self.line.textChanged.connect(lambda _: self.changed.emit())
        self.line.returnPressed.connect(self.entered)

    @property
    def text(self) -> str:
        """What is typed now."""
        return self.line.text()

    def take(self) -> str:
        """What was typed; the field is empty afterwards."""
        typed = self.line.text()
        self.line.clear()
        return typed

    def put(self, text: str) -> None:
        """Put back what was typed, after the page was built again."""
        self.line.setText(text)

    def _look(self, shown: bool) -> None:
        self.line.setEchoMode(QLineEdit.EchoMode.Normal if shown else QLineEdit.EchoMode.Password)
        self._eye.setIcon(icon("ph.eye-slash" if shown else "ph.eye", "text2"))


def tell_length(words: QLabel, once: str, twice: str, *, strict: bool = False, missing: str = "") -> None:
    """Say how long a new passphrase is, whether both are the same, and what else is ``missing``."""
    tone, said = "2", tr(N_("Characters typed: {n}, at least {least} are needed."), n=len(once), least=LEAST)
    if len(once) >= LEAST and once == twice:
        tone, said = "ok", tr(N_("Long enough, and both are the same."))
    elif len(once) >= LEAST and (twice or strict):
        tone, said = "late", tr(N_("The two passphrases are not the same."))
    elif strict:
        tone = "late"
    if missing:
        tone, said = "late", missing
    words.setText(said)
    words.setProperty("tone", tone)
    words.style().polish(words)
