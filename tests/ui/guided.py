"""What the tests of the guide share: the card that is shown, what it says, and a way to ask the vault."""

from typing import Any

from PySide6.QtWidgets import QLabel, QPlainTextEdit, QWidget

from tests.ui.conftest import Person
from workbench.i18n import plain
from workbench.services import guides
from workbench.services.guides import GuideRow
from workbench.ui.forms.form import FieldBox
from workbench.ui.guide.step_card import StepCard


def card(person: Person) -> StepCard:
    """The step card that is shown."""
    found = [one for one in person.window.findChildren(StepCard) if one.isVisible()]
    assert len(found) == 1
    return found[0]


def words(widget: QWidget) -> str:
    """Everything that can be read in a widget."""
    labels = [one for one in widget.findChildren(QLabel) if one.isVisible()]
    chips = [one for one in widget.findChildren(QWidget) if one.isVisible() and type(one).__name__ == "Chip"]
    said = [one.accessibleName() or one.text() for one in labels] + [one.accessibleName() for one in chips]
    return "\n".join(plain(one) for one in said)


def ask(person: Person, fn: Any, *facts: Any, **how: Any) -> Any:
    """What a service says, asked on the worker that owns the vault."""
    found: list[Any] = []
    wrong: list[Exception] = []
    person.room.ask(person.window, fn, *facts, then=found.append, failed=wrong.append, **how)
    person.settle()
    assert not wrong, repr(wrong[0])
    return found[0]


def act(person: Person, fn: Any, *facts: Any, **how: Any) -> Any:
    """Do something beside the window, as a colleague or another page does; the window hears of it."""
    wrong: list[Exception] = []
    found: list[Any] = []
    person.room.act(
        person.window, fn, person.room.memory.case_id, *facts, then=found.append, failed=wrong.append, **how
    )
    person.settle()
    assert not wrong, repr(wrong[0])
    return found[0]


def guide(person: Person) -> GuideRow:
    """The guide as the vault knows it."""
    row = ask(person, guides.guide, person.room.memory.case_id, "en")
    assert isinstance(row, GuideRow)
    return row


def open_step(person: Person, key: str) -> StepCard:
    """Open a step in the guide."""
    person.page.open_step(key)  # type: ignore[attr-defined]
    person.settle()
    shown = card(person)
    assert shown.shown.key == key
    return shown


def field(person: Person, key: str) -> FieldBox:
    """A question of the dialog that is open."""
    found = person.find(f"field-{key}")
    assert isinstance(found, FieldBox)
    return found


def put(person: Person, key: str, value: object) -> None:
    """Choose an answer, as a press on it does."""
    box = field(person, key)
    box.input.put(value)
    box.input.changed.emit()


def trouble(person: Person, key: str) -> str:
    """What is said to be wrong under a field of the dialog."""
    box = field(person, key)
    return words(box)


def typed(person: Person, name: str) -> str:
    """What stands in a field of several lines."""
    box = field(person, name)
    editor = getattr(box.input, "editor", None)
    assert isinstance(editor, QPlainTextEdit)
    return editor.toPlainText()
