"""Cold start to the sign-in page beside a bare Qt window, each in a process of its own."""

import os
import subprocess
import sys
import tempfile
from pathlib import Path

from bench.figures import in_turn, say
from workbench.security.slots import Cost
from workbench.services import vaults
from workbench.store import World

BARE = """
from PySide6.QtWidgets import QApplication, QWidget
app = QApplication([])
window = QWidget()
window.show()
app.processEvents()
"""
OURS = """
import sys
from pathlib import Path
from PySide6.QtCore import QTimer
from PySide6.QtWidgets import QApplication, QLineEdit
from workbench.ui import main
def look():
    window = QApplication.topLevelWidgets()[0]
    if any(field.isVisible() for field in window.findChildren(QLineEdit)):
        QApplication.exit(0)
    else:
        QTimer.singleShot(1, look)
timer = QTimer()
app = QApplication([])
QTimer.singleShot(0, look)
main.run([], folder=Path(sys.argv[1]))
"""


def main() -> None:
    with tempfile.TemporaryDirectory() as folder:
        home = Path(folder) / "vault"
        vaults.create_vault(
            home,
            station="Bench",
            jurisdiction="iq",
            user="Bench",
            role="supervisor",
            passphrase="three quiet rivers at dawn",
            world=World(cost=Cost(8 * 1024, 1, 1)),
        )
        settings = {**os.environ, "QT_QPA_PLATFORM": "offscreen", "XDG_CONFIG_HOME": folder}

        def run(script: str) -> None:
            subprocess.run([sys.executable, "-c", script, str(home)], env=settings, check=True)

        run(OURS)
        ours, bare, ratio = in_turn(lambda: run(OURS), lambda: run(BARE), 9)
    beside = f"bare window {bare * 1000:.0f} ms, ratio {ratio:.2f}, goal 1.6"
    say("cold start to the sign-in page", f"{ours * 1000:.0f} ms", beside)


if __name__ == "__main__":
    main()
