"""Somebody who is known already shows while a person is entered; two are joined side by side and parted again."""

from typing import Any

from PySide6.QtWidgets import QApplication, QPlainTextEdit, QWidget

from tests.ui.conftest import Person
from workbench.services import people
from workbench.services.rows import NameRow
from workbench.store import Desk


def _known(desk: Desk, case: str) -> None:
    for name in ("علي حسن الشمري", "Ali Hassan al-Shammari"):
        people.add_person(desk, case, names=[NameRow("record", as_written=name)], role="witness", basis="Synthetic")


def _ask(person: Person, fn: Any, *args: object) -> Any:
    found: list[Any] = []
    person.room.act(person.window, fn, *args, then=found.append)
    person.settle()
    return found[0]


def _dialog() -> QWidget:
    dialog = QApplication.activeModalWidget()
    assert dialog is not None
    return dialog


def test_whoever_is_known_shows_while_somebody_is_entered(person: Person) -> None:
    person.new_case()
    _ask(person, _known, person.room.memory.case_id)
    person.go("people")
    person.press("add-person")
    person.write("person-written", "عەلی حەسەن شەممەری")
    strip = _dialog().findChild(QWidget, "likeness")
    assert strip is not None
    strip._pause.stop()  # type: ignore[attr-defined]
    strip._ask()  # type: ignore[attr-defined]
    person.settle()
    assert strip.isVisibleTo(_dialog())
    assert strip.findChild(QWidget, "compare-0") is not None
    _dialog().reject()  # type: ignore[attr-defined]
    person.settle()


def test_two_codes_are_joined_from_the_card_and_parted_again(person: Person) -> None:
    person.new_case()
    case = person.room.memory.case_id
    _ask(person, _known, case)
    person.go("people")
    for act, joined in (("", ("P-02",)), ("keep-apart", ())):
        person.press("same-person")
        person.settle()
        person.press("compare-0" if not act else "joined-P-02")
        person.settle()
        reason = _dialog().findChild(QPlainTextEdit, "same-reason")
        assert reason is not None
        reason.setPlainText("Synthetic reason")
        person.press(act or "dialog-yes")
        person.settle()
        rows = _ask(person, people.list_people, case)
        assert [one.alias for one in rows] == (["P-01"] if joined else ["P-01", "P-02"])
        assert rows[0].also == joined
