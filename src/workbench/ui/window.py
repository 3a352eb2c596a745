"""The window's frame: the door while the vault is locked, everything else while it is open."""

from collections.abc import Callable
from typing import TYPE_CHECKING, Any

from PySide6.QtCore import Qt
from PySide6.QtGui import QCloseEvent
from PySide6.QtWidgets import QApplication, QMainWindow, QWidget

from workbench.i18n import N_
from workbench.ui import opening, theme
from workbench.ui.opening import Opened
from workbench.ui.page import Page
from workbench.ui.room import Room
from workbench.ui.state import tr

if TYPE_CHECKING:
    from workbench.ui.frame import Frame
    from workbench.ui.idle import Idle


class Window(QMainWindow):
    """``on_lock`` is called once the vault is closed: the program starts itself anew, so that keys leave memory."""

    def __init__(self, room: Room, on_lock: Callable[[], object] | None = None) -> None:
        super().__init__()
        self.room, self.on_lock = room, on_lock
        theme.dress(self)
        self.setMinimumSize(900, 560)
        self.resize(1366, 698)
        self.frame: Frame | None = None
        self.door: Page | None = None
        self.idle: Idle | None = None
        room.unlocked.connect(self._enter)
        room.locking.connect(self.lock)
        room.spoke.connect(self._spoke)
        room.dressed.connect(self._spoke)
        app = QApplication.instance()
        if isinstance(app, QApplication):
            app.applicationStateChanged.connect(self._away)
        room.jobs.failed.connect(self._tell)
        self.show_door()

    def show_door(self) -> None:
        """Show the sign-in page, or the first start if there is no vault."""
        from workbench.ui.pages.unlock import UnlockPage

        room = self.room
        if opening.has_vault(room.folder) and room.setup.folder:
            self.door = UnlockPage(room)
        else:
            from workbench.ui.pages.first_start import FirstStartPage

            self.door = FirstStartPage(room)
        self.frame = None
        self._show(self.door)
        self.setWindowTitle(tr(N_("Investigation workbench")))

    def open_case(self, case: Any, step: str = "") -> None:
        """Enter a case."""
        if self.frame is not None:
            self.frame.open_case(case, step)

    def open_hit(self, hit: Any) -> None:
        """Go to where something that was found stands."""
        if self.frame is not None:
            self.frame.open_hit(hit)

    def lock(self) -> None:
        """Close the vault and take everything of it from the window."""
        if self.room.desk is None:
            return
        self._stop_idle()
        if self.frame is not None:
            self.frame.page().keep()
        training = bool(self.room.station.training)
        self.room.jobs.forget()
        desk = self.room.leave()
        self._show(QWidget())
        self.frame = None
        self.room.jobs.ask(
            self, _close, desk, training, then=self._locked, failed=lambda _: self._locked(None)
        )

    def closeEvent(self, event: QCloseEvent) -> None:
        if self.frame is not None:
            self.frame.page().keep()
        self._stop_idle()
        if self.room.desk is not None:
            training = bool(self.room.station.training)
            self.room.jobs.forget()
            self.room.jobs.ask(self, _close, self.room.leave(), training)
        self.room.jobs.stop()
        super().closeEvent(event)

    def _stop_idle(self) -> None:
        if self.idle is not None:
            self.idle.stop()
            self.idle = None

    def _away(self, now: Qt.ApplicationState) -> None:
        """A shown name is hidden as soon as another program is in front."""
        if now != Qt.ApplicationState.ApplicationActive:
            self.room.masked.emit()

    def _tell(self, error: Exception) -> None:
        """What was asked without saying where a refusal should go stands at the top of the page."""
        page = self.frame.page() if self.frame is not None else self.door
        if page is not None:
            page.refuse(error)

    def _enter(self, opened: Opened) -> None:
        from workbench.ui.frame import Frame
        from workbench.ui.idle import Idle

        self.room.enter(opened.desk, opened.station)
        self.frame = Frame(self.room)
        self.door = None
        self._show(self.frame)
        self.idle = Idle(self, self.room.setup.idle_minutes)
        self.idle.over.connect(self.lock)
        self.room.waited.connect(self.idle.wait)

    def _locked(self, _done: object) -> None:
        if self.on_lock is not None:
            self.on_lock()
        else:
            self.show_door()

    def _spoke(self) -> None:
        theme.dress(self)
        if self.door is not None:
            self.door.rebuild()
            self.setWindowTitle(tr(N_("Investigation workbench")))

    def _show(self, widget: QWidget) -> None:
        old = self.takeCentralWidget()
        if old is not None:
            old.hide()
            old.deleteLater()
        self.setCentralWidget(widget)
        widget.setFocusPolicy(Qt.FocusPolicy.NoFocus)


def _close(desk: Any, training: bool) -> None:
    """Close a desk; a training vault is thrown away with it."""
    import shutil  # at start it would cost what the whole sign-in page may

    folder = desk.folder
    desk.close()
    if training:
        shutil.rmtree(folder, ignore_errors=True)
