"""The people of a station in the window: shown to everybody, added by some, and two of them at one case."""

from collections.abc import Callable
from pathlib import Path

import pytest
from PySide6.QtWidgets import QApplication, QComboBox, QLabel, QTableView, QWidget

from tests.desks import PASSPHRASE, USER
from tests.ui.conftest import Person
from workbench.security.acts import FIRST_ROLES, ROLES
from workbench.services import doors

OTHER, OTHER_PASSPHRASE = "روژین", "four brown kettles whistling"


def words(of: QWidget) -> str:
    return "\n".join(one.text() for one in of.findChildren(QLabel) if one.isVisible())


def dialog() -> QWidget:
    found = QApplication.activeModalWidget()
    assert found is not None
    return found


def listed(person: Person) -> list[str]:
    """Names and roles of the table, as they are read."""
    view = person.find("people-table", QTableView)
    assert isinstance(view, QTableView)
    model = view.model()
    texts = [str(model.index(row, place).data()) for row in range(model.rowCount()) for place in (0, 1)]
    return [text.strip("\u2068\u2069") for text in texts]


@pytest.fixture
def supervisor(open_window: Callable[..., Person], make_vault: Callable[..., Path]) -> Person:
    someone = open_window(language="en", folder=str(make_vault()))
    someone.sign_in()
    someone.go("settings")
    return someone


def fill(
    person: Person, name: str = OTHER, once: str = OTHER_PASSPHRASE, twice: str = OTHER_PASSPHRASE
) -> None:
    person.write("user-name", name)
    person.write("user-passphrase", once)
    person.write("user-passphrase-again", twice)


def test_somebody_is_added_and_signs_in_with_the_own_passphrase(
    supervisor: Person, open_window: Callable[..., Person]
) -> None:
    assert listed(supervisor) == [USER, "supervisor"]
    supervisor.press("add-user")
    assert "types the first passphrase" in words(dialog())
    fill(supervisor)
    supervisor.press("dialog-yes")
    assert QApplication.activeModalWidget() is None
    assert listed(supervisor) == [USER, "supervisor", OTHER, "investigator"]
    assert "can sign in from now on" in words(supervisor.page)

    supervisor.window.close()
    supervisor.settle()
    folder = str(supervisor.room.folder)
    other = open_window(language="en", folder=folder)
    other.settle()
    other.press("user-1")
    other.write("passphrase", PASSPHRASE)
    other.press("unlock")
    assert other.window.frame is None, "the passphrase of somebody else"
    other.write("passphrase", OTHER_PASSPHRASE)
    other.press("unlock")
    assert other.room.desk.actor.name == OTHER


@pytest.mark.parametrize("tag", ["ar_IQ", "ckb", "en"])
@pytest.mark.parametrize("role", ROLES)
def test_what_a_role_may_do_is_said_before_it_is_given(supervisor: Person, tag: str, role: str) -> None:
    supervisor.room.speak(tag)
    supervisor.settle()
    supervisor.press("add-user")
    combo = supervisor.find("user-role")
    assert isinstance(combo, QComboBox)
    told = set()
    for place in range(combo.count()):
        combo.setCurrentIndex(place)
        told.add(supervisor.find("user-duties").text())  # type: ignore[attr-defined]
    assert len(told) == len(ROLES)
    combo.setCurrentIndex(combo.findData(role))
    fill(supervisor)
    supervisor.press("dialog-yes")
    assert [(one.name, one.role) for one in doors.users(supervisor.room.folder)][1:] == [(OTHER, role)]


@pytest.mark.parametrize(
    ("name", "once", "twice", "said"),
    [
        (OTHER, "too short", "too short", "at least 15"),
        (OTHER, OTHER_PASSPHRASE, PASSPHRASE, "not the same"),
        ("", OTHER_PASSPHRASE, OTHER_PASSPHRASE, "name is needed"),
        ("tester", OTHER_PASSPHRASE, OTHER_PASSPHRASE, "already known here"),
        (OTHER, "aaaaaaaaaaaaaaaaaa", "aaaaaaaaaaaaaaaaaa", "too easy"),
    ],
)
def test_what_will_not_do_is_said_in_the_dialog_and_adds_nobody(
    supervisor: Person, name: str, once: str, twice: str, said: str
) -> None:
    supervisor.press("add-user")
    fill(supervisor, name, once, twice)
    supervisor.press("dialog-yes")
    assert said in words(dialog())
    assert len(doors.users(supervisor.room.folder)) == 1
    # What was typed stays; put right, it goes through.
    fill(supervisor)
    supervisor.press("dialog-yes")
    assert len(doors.users(supervisor.room.folder)) == 2


def test_an_investigator_sees_the_people_and_adds_nobody(person: Person) -> None:
    person.go("settings")
    assert listed(person) == [USER, "investigator"]
    assert not [one for one in person.window.findChildren(QWidget, "add-user") if one.isVisible()]
    assert "A supervisor, a trainer or an administrator adds people." in words(person.page)


def test_the_first_person_is_one_who_can_add_the_others(
    open_window: Callable[..., Person], tmp_path: Path
) -> None:
    person = open_window(language="en", folder=str(tmp_path / "new"))
    combo = person.find("first-role")
    assert isinstance(combo, QComboBox)
    assert tuple(combo.itemData(place) for place in range(combo.count())) == FIRST_ROLES
    assert combo.currentData() == "supervisor"
    assert "under Settings" in words(person.window)
