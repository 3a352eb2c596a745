"""The Qt application that text layout needs, made only if nobody has made one."""

import os

from PySide6.QtGui import QGuiApplication

_held: list[QGuiApplication] = []


def ensure_application() -> None:
    """Make sure a Qt application exists, so that fonts can be loaded and text laid out.

    Without a window nothing is ever shown: the program then asks for Qt's off-screen platform, which
    needs no display and no system libraries. A running application of any kind is used as it is.
    """
    if QGuiApplication.instance() is None:
        chosen = [] if os.environ.get("QT_QPA_PLATFORM") else ["-platform", "offscreen"]
        # Qt destroys nothing by itself: the reference must outlive every font and layout.
        _held.append(QGuiApplication(["workbench", *chosen]))
