"""Orders of the judge in the guide: asked for, decided, excepted; the step that waits; nothing typed is lost."""

from datetime import UTC, datetime
from pathlib import Path

import pytest
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QApplication, QFileDialog

from tests.ui.conftest import Person
from tests.ui.guided import act, ask, card, field, guide, open_step, put, trouble, typed, words
from workbench.clock import FixedClock
from workbench.services import documents, exhibits, orders
from workbench.services.rows import OrderRow

pytestmark = pytest.mark.usefixtures("procedure")

GROUNDS = "Synthetic: cries were heard behind a locked door."


def ask_for_search(person: Person) -> None:
    open_step(person, "G01.2")
    person.press("order-ask")
    person.write("field-grounds", GROUNDS)
    person.write("field-court", "Synthetic court")
    person.write("field-wants", "Enter the house")
    person.press("dialog-yes")


def orders_of(person: Person) -> tuple[OrderRow, ...]:
    found = ask(person, orders.list_orders, person.room.memory.case_id, "en")
    assert isinstance(found, tuple)
    return found


def test_a_search_waits_for_the_judge_and_opens_when_the_order_is_there(person: Person) -> None:
    person.new_case()
    waiting = open_step(person, "G01.3")
    assert "waits for the judge: «Search order»" in words(waiting)
    person.press("go-G01.2")
    assert card(person).shown.key == "G01.2"
    ask_for_search(person)
    asked = orders_of(person)
    assert [(one.ref, one.state, one.last.text) for one in asked] == [("O-01", "asked", GROUNDS)]
    assert "asked for" in words(person.find("order-O-01"))

    person.press("decide-O-01")
    put(person, "verdict", "granted")
    assert typed(person, "allows") == "Enter the house"
    person.write("field-number", "77/2026")
    person.write("field-until", "5/3/2026")
    person.press("dialog-yes")
    decided = orders_of(person)[0]
    assert (decided.state, decided.in_force, decided.last.number) == ("granted", True, "77/2026")
    shown = words(person.find("order-O-01"))
    assert "in force until 05/03/2026" in shown
    assert "77/2026" in shown
    assert "Synthetic court" in shown
    assert "It allows: Enter the house" in shown
    open_step(person, "G01.3")
    assert str(guide(person).progress.views["G01.3"].state) == "open"


def test_what_is_missing_in_a_decision_stands_at_its_field_and_nothing_typed_is_lost(person: Person) -> None:
    person.new_case()
    ask_for_search(person)
    person.press("decide-O-01")
    person.press("dialog-yes")
    assert "required" in trouble(person, "verdict")
    put(person, "verdict", "granted")
    person.write("field-allows", "Enter at night")
    person.press("dialog-yes")
    assert "required" in trouble(person, "number")
    assert QApplication.activeModalWidget().focusWidget() is field(person, "number").input.editor  # type: ignore
    assert typed(person, "allows") == "Enter at night"
    assert orders_of(person)[0].state == "asked"
    person.press("dialog-no")
    assert orders_of(person)[0].state == "asked"


def test_a_term_that_the_law_does_not_allow_is_looked_at_again_before_it_is_recorded(person: Person) -> None:
    person.new_case()
    ask_for_search(person)
    person.press("decide-O-01")
    put(person, "verdict", "granted")
    person.write("field-number", "77/2026")
    person.write("field-until", "1/6/2026")
    person.press("dialog-yes")
    assert "10 days" in words(person.find("notice"))
    assert orders_of(person)[0].state == "asked"
    person.press("notice-action")
    until = orders_of(person)[0].last.valid_until
    assert until is not None
    assert until.date().isoformat() == "2026-06-01"


def test_a_refusal_needs_the_judge_s_reason_and_the_step_stays_shut(person: Person) -> None:
    person.new_case()
    ask_for_search(person)
    person.press("decide-O-01")
    put(person, "verdict", "refused")
    person.press("dialog-yes")
    assert "required" in trouble(person, "why")
    person.write("field-why", "Synthetic: not founded")
    person.press("dialog-yes")
    assert orders_of(person)[0].state == "refused"
    assert "Reason of the judge: Synthetic: not founded" in words(person.find("order-O-01"))
    assert str(guide(person).progress.views["G01.3"].state) == "waiting"


def test_an_order_that_ran_out_says_so_and_shuts_the_step_again(person: Person, clock: FixedClock) -> None:
    person.new_case()
    ask_for_search(person)
    act(
        person, orders.decide_order, "O-01", granted=True, decided_at=clock.now(), number="1", text="Enter",
        valid_until=datetime(2026, 3, 3, tzinfo=UTC).date(),
    )  # fmt: skip
    clock.forward(days=4)
    open_step(person, "G01.3")
    person.page.ask()
    person.settle()
    open_step(person, "G01.2")
    assert "expired" in words(person.find("order-O-01"))
    assert str(guide(person).progress.views["G01.3"].state) == "waiting"


def test_the_scan_of_an_order_is_named_by_its_exhibit(person: Person) -> None:
    person.new_case()
    act(person, exhibits.add_exhibit, kind="document", description="Synthetic scan")
    ask_for_search(person)
    person.press("decide-O-01")
    put(person, "verdict", "granted")
    person.write("field-number", "77/2026")
    put(person, "exhibit", "E-001")
    person.press("dialog-yes")
    assert orders_of(person)[0].last.exhibit == "E-001"
    assert "E-001" in words(person.find("order-O-01"))


def test_the_exception_shows_its_text_and_mark_and_is_offered_only_where_the_law_has_one(person: Person) -> None:
    person.new_case()
    open_step(person, "G01.2")
    person.press("order-except")
    said = words(person.find("exception-text"))
    assert "A call for help from inside" in said
    assert "text read" in said
    person.press("dialog-yes")
    assert "required" in trouble(person, "grounds")
    person.write("field-grounds", "Synthetic: somebody cried for help")
    person.press("dialog-yes")
    assert "legal exception" in words(person.find("order-O-01"))
    assert str(guide(person).progress.views["G01.3"].state) == "open"


def test_a_step_that_asks_for_several_kinds_lets_one_choose_and_names_the_person(person: Person) -> None:
    from workbench.services import people

    person.new_case()
    act(person, people.add_person, role="suspect", basis="synthetic", custody="held")
    open_step(person, "G02.1")
    person.press("order-ask")
    person.press("dialog-yes")
    assert "required" in trouble(person, "kind")
    put(person, "kind", "detention")
    put(person, "subject", "P-01")
    person.write("field-grounds", GROUNDS)
    person.press("dialog-yes")
    assert [(one.kind, one.subject) for one in orders_of(person)] == [("detention", "P-01")]
    assert "P-01" in words(person.find("order-O-01"))


def test_an_order_is_asked_for_by_keyboard_and_escape_keeps_nothing(person: Person) -> None:
    person.new_case()
    open_step(person, "G01.2")
    person.find("order-ask").setFocus()
    person.key(Qt.Key.Key_Tab)
    person.find("order-ask").setFocus()
    person.bot.keyClick(person.find("order-ask"), Qt.Key.Key_Return)
    person.settle()
    dialog = QApplication.activeModalWidget()
    assert dialog is not None
    person.write("field-grounds", GROUNDS)
    person.bot.keyClick(dialog.focusWidget(), Qt.Key.Key_Escape)
    person.settle()
    assert QApplication.activeModalWidget() is None
    assert orders_of(person) == ()
    person.bot.keyClick(person.find("order-ask"), Qt.Key.Key_Return)
    person.settle()
    person.write("field-grounds", GROUNDS)
    dialog = QApplication.activeModalWidget()
    assert dialog is not None
    person.bot.keyClick(dialog.focusWidget(), Qt.Key.Key_Return, Qt.KeyboardModifier.ControlModifier)
    person.settle()
    assert [one.ref for one in orders_of(person)] == ["O-01"]


def test_what_is_typed_in_the_step_stays_while_an_order_is_asked_for(person: Person, procedure: Path) -> None:
    person.new_case()
    ask_for_search(person)
    act(
        person, orders.decide_order, "O-01", granted=True, decided_at=person.room.now(), number="1", text="Enter"
    )
    open_step(person, "G01.3")
    person.write("field-found", "A synthetic ledger")
    act(person, orders.ask_order, step="G01.2", kind="search", grounds="once more")
    assert card(person).form.answers() == {"found": "A synthetic ledger"}


def test_looking_at_a_step_while_something_happens_does_not_begin_it(person: Person) -> None:
    person.new_case()
    open_step(person, "G01.2")
    act(person, orders.ask_order, step="G01.2", kind="search", grounds="synthetic")
    open_step(person, "G01.1")
    assert str(guide(person).progress.views["G01.2"].state) == "open"


def test_the_request_to_the_judge_is_a_paper_of_its_order(
    person: Person, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    target = tmp_path / "request.pdf"
    monkeypatch.setattr(QFileDialog, "getSaveFileName", lambda *_, **__: (str(target), ""))
    person.new_case()
    person.go("documents")
    person.go("guide")
    ask_for_search(person)
    person.press("paper-O-01")
    assert person.page.key == "documents"
    assert person.find("kind-order_request O-01").isChecked()  # type: ignore[attr-defined]
    assert person.page._viewer.pages >= 1  # type: ignore[attr-defined]
    person.press("save-pdf")
    assert target.read_bytes().startswith(b"%PDF")
    issued = ask(person, documents.list_issued, person.room.memory.case_id)
    assert [one.kind for one in issued] == ["order_request"]
