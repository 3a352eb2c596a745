"""A person at the window: real widgets without a screen, over a real vault with a cheap passphrase cost."""

import shutil
from collections.abc import Callable, Iterator
from pathlib import Path

import pytest
from PySide6.QtCore import Qt
from PySide6.QtGui import QInputMethodEvent
from PySide6.QtWidgets import QApplication, QLineEdit, QPlainTextEdit, QPushButton, QWidget
from pytestqt.qtbot import QtBot

from tests.desks import PASSPHRASE
from workbench.services import packs
from workbench.shipped import resource
from workbench.store import World
from workbench.ui.page import Page
from workbench.ui.registry import PLACES
from workbench.ui.room import Room
from workbench.ui.state import Setup, speak
from workbench.ui.window import Window

GUIDED = Path(__file__).parents[1] / "packs" / "guided"
WAIT = 20_000  # milliseconds after which something has gone wrong, however slow the machine


def section(page: str) -> Qt.Key:
    """The key that leads to a page of the case with Ctrl: figures follow the rail, the tenth page has a letter."""
    place = [one.key for one in PLACES if one.case].index(page)
    return Qt.Key(Qt.Key.Key_1 + place) if place < 9 else Qt.Key.Key_H


class Person:
    """Presses, types and waits for the worker, as somebody at the window does."""

    def __init__(self, bot: QtBot, window: Window) -> None:
        self.bot, self.window, self.room = bot, window, window.room

    def settle(self) -> None:
        """Wait until everything asked of the worker was answered and shown."""
        for _ in range(3):
            self.bot.waitUntil(lambda: self.room.jobs.idle, timeout=WAIT)
            QApplication.processEvents()

    def find(self, name: str, kind: type[QWidget] = QWidget) -> QWidget:
        """The visible widget of a name."""
        top = QApplication.activeModalWidget() or self.window
        named = top.findChildren(kind, name) or self.window.findChildren(kind, name)
        found = [one for one in named if one.isVisible()]
        assert found, f"nothing called {name!r} is shown"
        return found[-1]

    def press(self, name: str) -> None:
        """Press a button."""
        button = self.find(name)
        assert isinstance(button, QPushButton | QWidget)
        assert button.isEnabled(), f"{name} cannot be pressed"
        self.bot.mouseClick(button, Qt.MouseButton.LeftButton)
        self.settle()

    def write(self, name: str, text: str) -> None:
        """Type into a field, in place of what stands there."""
        field = self.find(name)
        editor = getattr(field, "input", field)
        editor = getattr(editor, "editor", editor)
        assert isinstance(editor, QLineEdit | QPlainTextEdit)
        editor.setFocus()
        editor.selectAll()
        if text.isascii():
            self.bot.keyClicks(editor, text)
        else:
            # Arabic and Kurdish letters arrive the way an input method sends them.
            typed = QInputMethodEvent()
            typed.setCommitString(text)
            QApplication.sendEvent(editor, typed)

    def key(self, key: Qt.Key, modifier: Qt.KeyboardModifier = Qt.KeyboardModifier.NoModifier) -> None:
        """Press a key in the window."""
        self.window.activateWindow()
        self.bot.waitUntil(self.window.isActiveWindow, timeout=WAIT)
        self.bot.keyClick(self.window, key, modifier)
        self.settle()

    def go(self, page: str) -> Page:
        """Go to a page by the rail."""
        self.press(f"rail-{page}")
        return self.page

    @property
    def page(self) -> Page:
        """The page that is shown."""
        assert self.window.frame is not None
        return self.window.frame.page()

    def sign_in(self) -> None:
        """Type the passphrase and enter."""
        self.settle()
        self.write("passphrase", PASSPHRASE)
        self.press("unlock")
        assert self.window.frame is not None

    def new_case(self, title: str = "Synthetic case at the window") -> None:
        """Open a case from the home page."""
        self.press("new-case")
        self.write("case-title", title)
        self.press("dialog-yes")
        assert self.room.case is not None


@pytest.fixture
def setup_file(tmp_path: Path) -> Path:
    return tmp_path / "window.json"


@pytest.fixture
def open_window(qtbot: QtBot, world: World, setup_file: Path) -> Iterator[Callable[..., Person]]:
    """Opens the window with settings and gives the person at it; nothing of it outlives the test."""
    windows: list[Window] = []

    def open_it(**facts: object) -> Person:
        room = Room(world, Setup(**facts), setup_file)  # type: ignore[arg-type]
        room.dress()
        window = Window(room)
        windows.append(window)
        window.show()
        window.activateWindow()
        return Person(qtbot, window)

    yield open_it
    for window in windows:
        window.close()
        window.room.setParent(window)
        window.deleteLater()
    speak("ar_IQ")


@pytest.fixture
def procedure(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Iterator[Path]:
    """A station whose only procedure is the small one of «tests/packs/guided»; gives the folder of its packs."""
    folder = tmp_path / "sop"
    shutil.copytree(GUIDED, folder / "guided")
    monkeypatch.setattr(
        "workbench.services.packs.resource",
        lambda *parts: folder.joinpath(*parts[1:]) if parts[0] == "sop" else resource(*parts),
    )
    packs.shipped.cache_clear()
    yield folder
    packs.shipped.cache_clear()


@pytest.fixture
def person(open_window: Callable[..., Person], make_vault: Callable[..., Path]) -> Person:
    """Somebody signed in as investigator, in English so that tests can be read."""
    someone = open_window(language="en", folder=str(make_vault("investigator")))
    someone.sign_in()
    return someone
