"""Before the vault is open: the first start, signing in, and what is refused there."""

from collections.abc import Callable
from pathlib import Path

import pytest
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QApplication, QLabel

from tests.desks import PASSPHRASE
from tests.ui.conftest import Person
from workbench.ui.state import load


def words(person: Person) -> str:
    """Everything that can be read in the window."""
    return "\n".join(one.text() for one in person.window.findChildren(QLabel) if one.isVisible())


@pytest.mark.parametrize("tag", ["ar_IQ", "ckb", "en"])
def test_first_start_makes_the_vault_and_signs_in(
    open_window: Callable[..., Person], tmp_path: Path, setup_file: Path, tag: str
) -> None:
    person = open_window(language="en", folder=str(tmp_path / "new"))
    person.press(f"language-{tag}")
    assert QApplication.layoutDirection() == (
        Qt.LayoutDirection.LeftToRight if tag == "en" else Qt.LayoutDirection.RightToLeft
    )
    person.write("station", "Synthetic station")
    person.write("first-user", "Tester")
    person.press("jurisdiction-iq-kr")
    person.write("passphrase", PASSPHRASE)
    person.write("passphrase-again", PASSPHRASE)
    person.press("create")
    assert person.window.frame is not None
    assert person.room.station.name == "Synthetic station"
    assert person.room.station.jurisdiction == "iq-kr"
    assert load(setup_file).folder == str(tmp_path / "new")


def test_a_short_or_different_passphrase_makes_no_vault(
    open_window: Callable[..., Person], tmp_path: Path
) -> None:
    person = open_window(language="en", folder=str(tmp_path / "new"))
    person.write("station", "Synthetic station")
    person.write("first-user", "Tester")
    person.write("passphrase", "too short")
    assert "9" in words(person)
    person.press("create")
    person.write("passphrase", PASSPHRASE)
    person.write("passphrase-again", PASSPHRASE[:-1])
    person.press("create")
    assert "not the same" in words(person)
    assert not (tmp_path / "new").exists()


def test_what_is_typed_at_the_first_start_survives_a_change_of_language(
    open_window: Callable[..., Person], tmp_path: Path
) -> None:
    person = open_window(language="en", folder=str(tmp_path / "new"))
    person.write("station", "Synthetic station")
    person.write("passphrase", "half of a pass")
    person.press("language-ckb")
    assert person.find("station").text() == "Synthetic station"  # type: ignore[attr-defined]
    assert person.find("passphrase").text() == "half of a pass"  # type: ignore[attr-defined]


def test_signing_in_with_a_wrong_passphrase_says_what_to_do(
    open_window: Callable[..., Person], make_vault: Callable[..., Path]
) -> None:
    person = open_window(language="en", folder=str(make_vault()))
    person.settle()
    person.write("passphrase", "not the passphrase at all")
    person.press("unlock")
    assert person.window.frame is None
    assert "Caps Lock" in words(person)
    person.sign_in()
    assert person.window.frame is not None


def test_nothing_of_a_case_is_shown_before_unlocking(
    open_window: Callable[..., Person], make_vault: Callable[..., Path], person: Person
) -> None:
    person.new_case("Synthetic title that must not leak")
    person.press("rail-lock")
    assert person.window.frame is None
    assert "must not leak" not in words(person)
    assert "must not leak" not in person.window.windowTitle()


def test_training_needs_no_passphrase_and_says_training(
    open_window: Callable[..., Person], make_vault: Callable[..., Path]
) -> None:
    person = open_window(language="en", folder=str(make_vault()))
    person.settle()
    person.press("choose-training")
    person.press("unlock")
    assert person.window.frame is not None
    assert person.room.station.training
    folder = person.room.desk.folder
    person.press("rail-lock")
    assert not folder.exists()


def test_locking_closes_the_vault_before_the_program_starts_anew(person: Person) -> None:
    desk, told = person.room.desk, []
    person.window.on_lock = lambda: told.append(desk.closed)
    person.press("rail-lock")
    assert told == [True]


def test_qt_speaks_the_window_s_language_too(open_window: Callable[..., Person], tmp_path: Path) -> None:
    person = open_window(language="ar_IQ", folder=str(tmp_path / "new"))
    menu = person.find("station").createStandardContextMenu()  # type: ignore[attr-defined]
    said = {action.text().split("\t")[0] for action in menu.actions()}
    menu.deleteLater()
    assert {"نسخ", "لصق"} <= said
