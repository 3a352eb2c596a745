"""What every test stands on: no display, no network, no traces in the home folder, no window that outlives its test."""

import os
import socket
import sys
from collections.abc import Iterator
from datetime import UTC, datetime
from pathlib import Path

import pytest
from hypothesis import settings

from workbench.clock import FixedClock
from workbench.ids import SequentialIds

os.environ.setdefault("QT_QPA_PLATFORM", "offscreen")

pytest_plugins = ["tests.desks"]

# HYPOTHESIS_PROFILE=deep tries far more; the machine's speed is never a reason to fail.
settings.register_profile("usual", max_examples=50, deadline=None, print_blob=True)
settings.register_profile("deep", max_examples=2000, deadline=None, print_blob=True)
settings.load_profile(os.environ.get("HYPOTHESIS_PROFILE", "usual"))

_opened: list[str] = []


class SocketOpened(Exception):
    """Something in a test reached for the network."""


def _no_sockets(event: str, arguments: tuple[object, ...]) -> None:
    # Sockets of the same machine's processes are left alone: some systems build pipes from them.
    if event == "socket.__new__" and arguments[1] != getattr(socket, "AF_UNIX", None):
        _opened.append(f"family {arguments[1]}, type {arguments[2]}")
        raise SocketOpened(_opened[-1])
    if event in ("socket.connect", "socket.getaddrinfo", "socket.gethostbyname") and not _is_local(arguments):
        _opened.append(f"{event} {arguments}")
        raise SocketOpened(_opened[-1])


def _is_local(arguments: tuple[object, ...]) -> bool:
    return getattr(arguments[0], "family", None) == getattr(socket, "AF_UNIX", object())


sys.addaudithook(_no_sockets)


@pytest.fixture
def opened_sockets() -> list[str]:
    """What reached for the network so far; a test that does so on purpose empties it."""
    return _opened


@pytest.fixture(autouse=True)
def no_network() -> Iterator[None]:
    """Fail a test that reached for the network, even where the refusal was swallowed."""
    _opened.clear()
    yield
    assert _opened == []


@pytest.fixture(autouse=True, scope="session")
def own_home(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Path]:
    """Settings and data go to a folder of the test run, not to the person's own."""
    home = tmp_path_factory.mktemp("home")
    with pytest.MonkeyPatch.context() as patch:
        for name in ("XDG_CONFIG_HOME", "XDG_DATA_HOME", "XDG_STATE_HOME", "APPDATA", "LOCALAPPDATA"):
            patch.setenv(name, str(home / name.lower()))
        yield home


@pytest.hookimpl(trylast=True)
def pytest_collection_modifyitems(items: list[pytest.Item]) -> None:
    """Begin with the long walks, so that no worker is left alone with one at the end."""
    items.sort(key=lambda item: "_walked" not in item.path.name)


@pytest.fixture(autouse=True, scope="session")
def one_application(qapp: object) -> None:
    """The Qt application of all tests, made before any of them.

    Typesetting makes a text-only one where there is none, and then no window could ever be opened in this process.
    """


@pytest.fixture(autouse=True)
def no_widget_left() -> Iterator[None]:
    """Delete now what Qt would delete later: a widget that outlives its test disturbs another one."""
    yield
    if "PySide6.QtWidgets" not in sys.modules:
        return
    from PySide6.QtCore import QEvent
    from PySide6.QtWidgets import QApplication

    if (application := QApplication.instance()) is not None:
        application.processEvents()
        application.sendPostedEvents(None, QEvent.Type.DeferredDelete.value)


@pytest.fixture
def clock() -> FixedClock:
    """A clock that stands still until a test moves it."""
    return FixedClock(datetime(2026, 3, 1, 8, 0, tzinfo=UTC))


@pytest.fixture
def ids() -> SequentialIds:
    """Identifiers that are the same in every run."""
    return SequentialIds()
