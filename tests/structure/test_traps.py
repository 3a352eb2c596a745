"""Traps of the libraries that cost a case if they came back."""

import subprocess
import sys

import pytest
import sqlcipher3

# A build of PySide6 loses a reference to None at each void setter; the process aborts after some thousand calls.
SETTERS = """
import sys
from PySide6.QtGui import QFont
font = QFont()
before = sys.getrefcount(None)
for _ in range(20_000):
    font.setBold(True)
    font.setPointSizeF(11.0)
lost = before - sys.getrefcount(None)
sys.exit(f"lost {lost} references to None" if lost > 1_000 else 0)
"""


def test_qt_setters_do_not_lose_none() -> None:
    done = subprocess.run([sys.executable, "-c", SETTERS], capture_output=True, text=True, check=False)
    assert (done.returncode, done.stderr) == (0, "")


def test_sqlite_has_the_repair_of_its_log() -> None:
    # Versions before lose committed pages when the write-ahead log starts over.
    assert sqlcipher3.dbapi2.sqlite_version_info >= (3, 51, 3)


def test_reportlab_has_not_fallen_back_to_an_old_version() -> None:
    import reportlab

    assert tuple(map(int, reportlab.Version.split(".")[:2])) >= (5, 1)


@pytest.mark.parametrize("name", ["QtNetwork", "QtCharts", "QtDataVisualization", "QtVirtualKeyboard"])
def test_the_program_never_loads_qt_modules_it_may_not_use(name: str) -> None:
    import PySide6.QtGui
    import PySide6.QtWidgets

    assert PySide6.QtGui
    assert PySide6.QtWidgets
    assert f"PySide6.{name}" not in sys.modules
