"""The timeline as a person uses it: files read, a message put on it, columns named, an event written and taken off."""

from pathlib import Path

import pytest
from PySide6.QtWidgets import QLabel, QTableView

from tests.ui.conftest import Person
from workbench.services import events, exhibits, readings

CHAT = "12/03/2025, 21:41 - Abu Walid: bring the papers\n12/03/2025, 21:43 - Synthetica: 250 for the door\n"
CALLS = "c1;c2;c3\n2025-03-12 22:00:05;A-17;B-204\n2025-03-13 01:00:00;B-204;A-17\n"


def ask(person: Person, fn: object, *args: object, **more: object) -> object:
    """Ask a service on the worker."""
    found: list[object] = []
    person.room.act(person.window, fn, person.room.memory.case_id, *args, then=found.append, **more)  # type: ignore[arg-type]
    person.settle()
    return found[0]


def seal(person: Person, path: Path, text: str) -> str:
    path.write_text(text, encoding="utf-8")
    row = ask(person, exhibits.add_exhibit, kind="digital", description=path.name)
    sealed = ask(person, exhibits.attach_file, row.number, path)  # type: ignore[attr-defined]
    return str(sealed.files[0].file_id)  # type: ignore[attr-defined]


def shown(person: Person) -> str:
    return "\n".join(one.text() for one in person.page.findChildren(QLabel) if one.isVisible())


@pytest.mark.parametrize("tag", ["ckb", "en"])
def test_a_sealed_chat_is_read_and_a_message_put_on_the_timeline(person: Person, tmp_path: Path, tag: str) -> None:
    person.room.speak(tag)
    person.settle()
    person.new_case()
    seal(person, tmp_path / "WhatsApp Chat with Abu Walid.txt", CHAT)
    person.go("timeline")
    person.press("timeline-list-read")
    person.press("read-files")
    table = person.find("items-table", QTableView)
    assert isinstance(table, QTableView)
    assert table.model().rowCount() == 2
    table.setCurrentIndex(table.model().index(1, 0))
    person.settle()
    assert "250 for the door" in shown(person)
    person.press("promote")
    assert not person.find("promote").isEnabled()
    person.press("timeline-list-events")
    found = ask(person, events.timeline)
    assert [(one.ref, one.text) for one in found] == [("EV-01", "250 for the door")]  # type: ignore[attr-defined]
    assert found[0].source in shown(person)  # type: ignore[index]


def test_an_event_is_written_corrected_and_taken_off(person: Person) -> None:
    person.new_case()
    person.go("timeline")
    person.press("add-event")
    person.write("event-at", "٢٠٢٥-٠٣-١٢ ٢٢:٤٠")
    person.write("event-text", "Synthetic: the door was locked")
    person.press("dialog-yes")
    assert person.find("notice").isVisible(), "without a source it is refused, and what was typed stays"
    person.write("event-source", "Officer of the night")
    person.press("dialog-yes")
    assert "the door was locked" in shown(person)
    person.press("correct-event")
    person.write("event-at", "2025-03")
    person.write("event-reason", "only the month is sure")
    person.press("dialog-yes")
    found = ask(person, events.timeline)
    assert [(one.at, one.entries) for one in found] == [("2025-03", 2)]  # type: ignore[attr-defined]
    person.press("withdraw-event")
    person.write("reason", "told of another house")
    person.press("dialog-yes")
    assert ask(person, events.timeline) == []


def test_columns_are_named_once(person: Person, tmp_path: Path) -> None:
    person.new_case()
    file = seal(person, tmp_path / "calls.csv", CALLS)
    ask(person, readings.read_file, file, {"format": "calls"})
    person.go("timeline")
    person.press("notice-action")
    for place, role in enumerate(("when", "a", "b")):
        person.find(f"column-{place}").choose(role)  # type: ignore[attr-defined]
    person.press("dialog-yes")
    person.press("timeline-list-read")
    table = person.find("items-table", QTableView)
    assert isinstance(table, QTableView)
    assert table.model().rowCount() == 2
