"""Pictures of the window for the papers, made only where WORKBENCH_PICTURES names a folder."""

import os
from collections.abc import Callable
from pathlib import Path

import pytest
from PySide6.QtWidgets import QApplication

from tests.ui.conftest import Person
from workbench.i18n import TAGS
from workbench.ui import opening

PAGES = ("home", "guide", "people", "evidence", "documents", "log")
WANTED = os.environ.get("WORKBENCH_PICTURES")


@pytest.mark.skipif(not WANTED, reason="WORKBENCH_PICTURES does not name a folder")
@pytest.mark.parametrize("theme", ["light", "dark"])
@pytest.mark.parametrize("tag", TAGS)
def test_pictures_of_every_page(
    open_window: Callable[..., Person], make_vault: Callable[..., Path], tmp_path: Path, tag: str, theme: str
) -> None:
    folder = Path(str(WANTED))
    folder.mkdir(parents=True, exist_ok=True)
    person = open_window(language=tag, theme=theme, folder=str(make_vault("investigator")))
    person.window.resize(1366, 698)
    person.settle()

    def picture(name: str) -> None:
        person.settle()
        QApplication.processEvents()
        assert person.window.grab().save(str(folder / f"{name}-{tag}-{theme}.png"))

    picture("unlock")
    room = person.room
    room.jobs.ask(
        person.window, opening.train, tmp_path / "training", tag, room.world, then=room.unlocked.emit
    )
    person.settle()
    frame = person.window.frame
    assert frame is not None
    picture("home")
    frame.open_case(frame.page()._cases[0])  # type: ignore[attr-defined]
    for page in PAGES[1:]:
        frame.go(page)
        picture(page)
