"""Nobody is there: the time since the last key, press or movement, watched only while the vault is open."""

from PySide6.QtCore import QEvent, QObject, QTimer, Signal
from PySide6.QtWidgets import QApplication

_WAKES = {QEvent.Type.KeyPress, QEvent.Type.MouseButtonPress, QEvent.Type.MouseMove, QEvent.Type.Wheel}


class Idle(QObject):
    """Looks at every event of the program, so it is made at sign-in and goes at lock."""

    over = Signal()

    def __init__(self, parent: QObject, minutes: int) -> None:
        super().__init__(parent)
        self.timer = QTimer(self)
        self.timer.setSingleShot(True)
        self.timer.timeout.connect(self.over)
        self.wait(minutes)
        app = QApplication.instance()
        if app is not None:
            app.installEventFilter(self)

    def wait(self, minutes: int) -> None:
        """Begin to wait anew."""
        self.timer.start(minutes * 60_000)

    def stop(self) -> None:
        """Watch no longer."""
        self.timer.stop()
        app = QApplication.instance()
        if app is not None:
            app.removeEventFilter(self)
        self.deleteLater()

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        if event.type() in _WAKES:
            self.timer.start()
        return False
