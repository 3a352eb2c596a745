"""The exhibits at the window: registered, handed over, faults explained, files taken in, counted, read, exported."""

import hashlib
import json
from collections.abc import Callable
from pathlib import Path
from typing import Any

import pytest
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QApplication, QFileDialog, QLabel, QTableView, QWidget

from tests.ui.conftest import Person
from workbench.i18n import plain
from workbench.services import custody, exhibits, intake
from workbench.services.rows import ExhibitRow
from workbench.ui.dialogs.evidence.taking import TakeIn
from workbench.ui.evidence.line import Line
from workbench.ui.parts.choices import Combo


def words(top: QWidget) -> str:
    """Everything that is written on a widget."""
    shown = (one for one in [top, *top.findChildren(QLabel)] if isinstance(one, QLabel) and one.isVisible())
    return plain("\n".join(one.text() for one in shown))


def rows(person: Person) -> dict[str, ExhibitRow]:
    """The exhibits of the case as the vault has them, by number."""
    found: list[list[ExhibitRow]] = []
    person.room.ask(person.window, exhibits.list_exhibits, person.room.memory.case_id, then=found.append)
    person.settle()
    return {one.number: one for one in found[0]}


def put(person: Person, fn: Callable[..., object], *args: object, **facts: Any) -> None:
    """Something that was recorded before, by the service itself."""
    person.room.act(person.window, fn, person.room.memory.case_id, *args, **facts)
    person.settle()


def choose(person: Person, name: str, key: str) -> None:
    """Choose an answer of a question."""
    box = person.find(name)
    pick = getattr(box, "input", box)
    combo = pick if isinstance(pick, Combo) else pick.findChild(Combo)
    assert isinstance(combo, Combo)
    combo.choose(key)
    combo.activated.emit(combo.currentIndex())


@pytest.fixture
def at_evidence(person: Person) -> Person:
    """Somebody at the page of the exhibits, on the smallest screen that shows the card beside the table."""
    person.window.resize(1366, 698)
    person.new_case()
    person.go("evidence")
    return person


def test_registered_handed_over_a_fault_shown_and_explained(at_evidence: Person) -> None:
    person = at_evidence
    person.press("register-exhibit")
    choose(person, "exhibit-kind", "device")
    person.write("exhibit-description", "Synthetic telephone")
    person.write("exhibit-when", "28/2/2026 10:00")
    person.write("exhibit-seized-by", "Officer Synthetic")
    person.write("exhibit-seal", "S-20418")
    person.press("dialog-yes")
    assert rows(person)["E-001"].seal == "S-20418"
    assert "Still needed" in words(person.page)

    person.press("hand-over")
    person.write("field-to_whom", "Keeper Synthetic")
    person.write("field-purpose", "safekeeping")
    person.write("field-place", "Synthetic store")
    person.write("field-at", "28/2/2026 12:00")
    person.write("seal-E-001", "S-20481")
    person.press("dialog-yes")
    assert [(one.key, one.seq) for one in rows(person)["E-001"].faults] == [("seal_mismatch", 2)]
    assert person.find("exhibit-state").accessibleName() == "custody gap"
    line = person.page.findChild(Line)
    assert line is not None
    assert [one.tone for one in line.knots if one.broken] == ["late"]
    assert person.find("only-gap").isVisible()

    person.press("write-explanation")
    person.write("field-words", "The digits were transposed on the form; the seal was looked at again.")
    person.press("dialog-yes")
    (fault,) = rows(person)["E-001"].faults
    assert fault.explained == 3
    assert fault.explanation.startswith("The digits")
    assert "The digits were transposed" in words(person.page)
    assert not person.find("write-explanation").isEnabled()


def test_several_handed_over_together_need_every_seal_read_and_none_is_recorded_alone(at_evidence: Person) -> None:
    person = at_evidence
    for name in ("passport", "notebook"):
        put(person, exhibits.add_exhibit, kind="physical", description=f"Synthetic {name}", seal_number="S-1")
    before = {number: len(one.custody) for number, one in rows(person).items()}
    person.bot.keyClick(person.find("exhibits-table"), Qt.Key.Key_A, Qt.KeyboardModifier.ControlModifier)
    person.press("hand-over")
    for name, said in (("from_whom", "Officer Synthetic"), ("to_whom", "Keeper Synthetic"), ("purpose", "safekeeping")):
        person.write(f"field-{name}", said)
    person.write("field-place", "Synthetic store")
    person.write("seal-E-001", "S-1")
    person.press("dialog-yes")
    dialog = QApplication.activeModalWidget()
    assert dialog is not None, "a seal that the record has was left empty"
    assert "The record of E-002 has a seal" in words(dialog)
    assert {number: len(one.custody) for number, one in rows(person).items()} == before
    person.press("no-seal-E-002")
    person.press("dialog-yes")
    given = {number: one.custody[-1] for number, one in rows(person).items()}
    assert [(one.kind, one.seal_before) for one in given.values()] == [("handed_over", "S-1"), ("handed_over", "")]
    assert given["E-002"].detail["seal_seen"] == "no"


def test_what_is_ticked_is_verified_and_the_next_count_is_announced(at_evidence: Person, tmp_path: Path) -> None:
    person = at_evidence
    for number in ("E-001", "E-002"):
        put(person, exhibits.add_exhibit, kind="digital", description=f"Synthetic {number}")
        (tmp_path / number).write_bytes(number.encode() * 100)
        put(person, exhibits.attach_file, number, tmp_path / number)
    put(person, custody.record, "E-002", kind="stored", store="Main store", from_whom="Tester")
    table = person.find("exhibits-table", QTableView)
    assert isinstance(table, QTableView)
    table.setCurrentIndex(table.model().index(1, 1))
    line = person.page.findChild(Line)
    assert line is not None
    due = rows(person)["E-002"].count_due
    assert due is not None
    announced = [one for one in line.knots if "Next count due on" in plain(one.title)]
    assert [str(due.year) in plain(one.title) for one in announced] == [True]
    person.bot.keyClick(table, Qt.Key.Key_Space)
    person.press("verify-all")
    checked = person.page.checked  # type: ignore[attr-defined]
    assert (checked["E-001"][0], checked["E-002"][0]) == ("sealed", "verified")
    person.bot.keyClick(person.find("exhibits-table"), Qt.Key.Key_Space)
    person.press("verify-all")
    assert person.page.checked["E-001"][0] == "verified"  # type: ignore[attr-defined]


def test_a_folder_is_paused_stopped_and_gone_on_with(at_evidence: Person, tmp_path: Path) -> None:
    person = at_evidence
    put(person, exhibits.add_exhibit, kind="digital", description="Synthetic stick")
    put(person, exhibits.add_exhibit, kind="digital", description="Synthetic card")
    folder = tmp_path / "stick"
    (folder / "inner").mkdir(parents=True)
    for name, size in (("a.bin", 3), ("inner/b.bin", 2), ("c.bin", 1)):
        (folder / name).write_bytes(name.encode() * size * 200_000)
    (folder / "copy of c.bin").write_bytes((folder / "c.bin").read_bytes())

    def begin() -> None:
        """Choose the folder and press, without waiting for the end."""
        dialog = QApplication.activeModalWidget()
        assert isinstance(dialog, TakeIn)
        dialog.look([folder])
        person.settle()
        assert "4" in words(person.find("take-plan"))
        person.bot.mouseClick(person.find("dialog-yes"), Qt.MouseButton.LeftButton)

    def intakes() -> list[intake.IntakeRow]:
        found: list[list[intake.IntakeRow]] = []
        person.room.ask(person.window, intake.list_intakes, person.room.memory.case_id, then=found.append)
        person.bot.waitUntil(lambda: bool(found))
        return found[0]

    person.press("take-in")
    begin()
    person.bot.mouseClick(person.find("pause-work"), Qt.MouseButton.LeftButton)
    # While it waits, the vault answers, and nothing more is taken in.
    person.bot.waitUntil(lambda: bool(intakes()))
    (held,) = intakes()
    assert (held.ref, held.state) == ("IN-01", "begun")
    assert held.files < 4
    assert "waits" in words(person.find("work-said"))
    assert not person.room.jobs.idle
    person.press("cancel-work")
    (stopped,) = intakes()
    assert (stopped.state, stopped.files) == ("cancelled", held.files)
    assert "stopped" in words(person.find("taken-in"))

    person.press("take-in")
    person.press("notice-action")
    begin()
    person.settle()
    (row,) = intakes()
    assert (row.state, row.files, row.exhibit) == ("ended", 4, "E-001")
    assert [one.name for one in row.duplicates] == ["stick/copy of c.bin"]
    assert "the same bytes as" in words(person.find("taken-in"))
    kept = {one.path: one.sha256 for one in rows(person)["E-001"].files}
    assert kept == {
        f"stick/{one.relative_to(folder).as_posix()}": hashlib.sha256(one.read_bytes()).hexdigest()
        for one in folder.rglob("*.bin")
    }


def test_a_count_by_typed_codes_and_papers_with_labels(
    at_evidence: Person, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    person = at_evidence
    for name in ("passport", "notebook", "padlock"):
        put(person, exhibits.add_exhibit, kind="physical", description=f"Synthetic {name}")
    for number in ("E-001", "E-002"):
        put(person, custody.record, number, kind="stored", store="Main store", from_whom="Tester")
    case = person.room.memory.case_number
    person.press("stock-take")
    assert "0 of 2" in words(person.find("stock-sum"))
    scan = person.find("scan")
    for typed in (f"{case} E-001", "e-003", "E-777", f"{case} E-001"):
        person.write("scan", typed)
        person.bot.keyClick(scan, Qt.Key.Key_Return)
    dialog = QApplication.activeModalWidget()
    assert dialog is not None, "a scanner ends each line with Enter; that must not close the count"
    assert "counted already" in words(dialog)
    assert "1 of 2" in words(person.find("stock-sum"))
    person.press("dialog-yes")
    found: list[tuple[custody.StockTakeRow, ...]] = []
    person.room.ask(person.window, custody.stock_takes, then=found.append)
    person.settle()
    (take,) = found[0]
    assert [one.removeprefix(f"{case} ") for one in take.found] == ["E-001"]
    assert [one.removeprefix(f"{case} ") for one in take.missing] == ["E-002"]
    assert [one.removeprefix(f"{case} ") for one, _ in take.elsewhere] == ["E-003"]
    assert take.unknown == ("E-777",)
    assert "1 of 2 found" in words(person.find("counted"))

    labels, receipt = tmp_path / "labels.pdf", tmp_path / "receipt.pdf"
    monkeypatch.setattr(QFileDialog, "getSaveFileName", lambda *_, **__: (str(labels), ""))
    table = person.find("exhibits-table")
    person.bot.keyClick(table, Qt.Key.Key_A, Qt.KeyboardModifier.ControlModifier)
    person.settle()
    assert "3 chosen" in words(person.page)
    person.press("print-labels")
    person.press("dialog-yes")
    assert labels.read_bytes().startswith(b"%PDF")
    monkeypatch.setattr(QFileDialog, "getSaveFileName", lambda *_, **__: (str(receipt), ""))
    person.press("print-paper")
    person.press("dialog-yes")
    assert receipt.read_bytes().startswith(b"%PDF")
    assert "receipt.pdf" in words(person.find("saved"))


# The words of the heading say nothing, so that somebody has to say what the columns hold.
CALLS = "Kx1;Kx2;Kx3\n" + "".join(
    f"2024-03-02 10:{n:02}:00;+964770000000{n % 3};+964770000000{n % 3 + 4}\n" for n in range(20)
)


def test_what_is_inside_is_read_looked_into_and_exported(
    at_evidence: Person, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    person = at_evidence
    put(person, exhibits.add_exhibit, kind="digital", description="Synthetic records")
    for name in ("calls.csv", "more.csv"):
        (tmp_path / name).write_text(CALLS if name == "calls.csv" else CALLS.replace(":00;", ":01;"))
        put(person, exhibits.attach_file, "E-001", tmp_path / name)
    first, second = rows(person)["E-001"].files
    person.press("side-files")
    person.press(f"read-{first.file_id}")
    for place, role in enumerate(("when", "a", "b")):
        choose(person, f"column-{place}", role)
    person.press("dialog-yes")
    assert "20" in words(person.find("was-read"))
    # The same heading is known from now on.
    person.press(f"read-{second.file_id}")
    assert QApplication.activeModalWidget() is None
    person.press(f"items-{second.file_id}")
    assert "20 entries" in words(person.find("reading-sum"))
    person.press("promote-item")
    assert "on the timeline" in words(person.page)
    person.press("reading-back")

    person.press(f"preview-{first.file_id}")
    assert "9647700000001" not in words(person.page)
    person.press("uncover")
    assert "9647700000001" in words(person.find("preview-text"))
    person.key(Qt.Key.Key_Period, Qt.KeyboardModifier.ControlModifier)
    assert person.find("uncover").isVisible()
    assert "9647700000001" not in words(person.page)
    person.press("preview-back")

    monkeypatch.setattr(QFileDialog, "getExistingDirectory", lambda *_, **__: str(tmp_path / "out"))
    person.press(f"export-{first.file_id}")
    person.press("dialog-yes")
    assert not (tmp_path / "out").exists(), "nothing leaves without a reason"
    person.write("reason", "for the synthetic court, order 12")
    person.press("dialog-yes")
    (folder,) = (tmp_path / "out").iterdir()
    told = json.loads((folder / "exhibit.json").read_text())["content"]
    assert told["reason"] == "for the synthetic court, order 12"
    for one in told["files"]:
        assert hashlib.sha256((folder / one["path"]).read_bytes()).hexdigest() == one["sha256"]
    assert "key" in words(person.find("exported"))
