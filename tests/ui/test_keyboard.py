"""The whole story by keyboard alone, from right to left: sign in, guide, people, evidence, papers, lock."""

import shutil
from collections.abc import Callable
from pathlib import Path

import pytest
from PySide6.QtCore import Qt
from PySide6.QtGui import QInputMethodEvent
from PySide6.QtWidgets import QApplication, QFileDialog, QWidget

from tests.desks import PASSPHRASE
from tests.ui.conftest import WAIT, Person, section
from workbench.services import documents, exhibits, guides, people
from workbench.services.guides import GuideRow
from workbench.ui.guide.step_card import StepCard

CONTROL = Qt.KeyboardModifier.ControlModifier
PLAIN = Qt.KeyboardModifier.NoModifier
WORDS = {"ar_IQ": "نص مصطنع للاختبار", "ckb": "دەقێکی دەستکرد بۆ تاقیکردنەوە"}
DIGITS = str.maketrans("0123456789", "٠١٢٣٤٥٦٧٨٩")
MOST_TABS = 120


class Hands:
    """Only keys: what has the focus gets them, as at a real keyboard."""

    def __init__(self, person: Person) -> None:
        self.person = person

    @property
    def focus(self) -> QWidget:
        top = QApplication.activeModalWidget() or self.person.window
        return top.focusWidget() or top

    def key(self, key: Qt.Key, modifier: Qt.KeyboardModifier = PLAIN, times: int = 1) -> None:
        window = self.person.window
        if QApplication.activeModalWidget() is None:
            # A desktop gives the focus back when a dialog closes; the windowless platform does not.
            window.activateWindow()
            self.person.bot.waitUntil(window.isActiveWindow, timeout=WAIT)
        for _ in range(times):
            self.person.bot.keyClick(self.focus, key, modifier)
            self.person.settle()

    def type(self, text: str) -> None:
        if text.isascii():
            self.person.bot.keyClicks(self.focus, text)
            return
        typed = QInputMethodEvent()
        typed.setCommitString(text)
        QApplication.sendEvent(self.focus, typed)

    def tab_to(self, name: str) -> None:
        """Press Tab until the focus is in the widget of a name."""
        wanted = self.person.find(name)
        for _ in range(MOST_TABS):
            if self.focus is wanted or wanted.isAncestorOf(self.focus):
                return
            # Not settled after each: nothing is asked of the worker by moving on.
            self.person.bot.keyClick(self.focus, Qt.Key.Key_Tab)
        raise AssertionError(f"Tab never comes to {name!r}")

    def sign_in(self) -> None:
        self.person.settle()
        assert self.focus is self.person.find("passphrase")
        self.type(PASSPHRASE)
        self.key(Qt.Key.Key_Return)
        assert self.person.window.frame is not None


def asked(person: Person, fn: object, *facts: object) -> object:
    """What a service says, asked on the worker that owns the vault."""
    found: list[object] = []
    person.room.ask(person.window, fn, person.room.memory.case_id, *facts, then=found.append)  # type: ignore[arg-type]
    person.settle()
    return found[0]


def guide(person: Person) -> GuideRow:
    found = asked(person, guides.guide, "en")
    assert isinstance(found, GuideRow)
    return found


def card(person: Person) -> StepCard:
    return next(one for one in person.window.findChildren(StepCard) if one.isVisible())


@pytest.fixture(params=["ar_IQ", "ckb"])
def tag(request: pytest.FixtureRequest) -> str:
    return str(request.param)


@pytest.fixture
def hands(open_window: Callable[..., Person], make_vault: Callable[..., Path], tag: str) -> Hands:
    """Somebody who signed in and opened a case without a mouse."""
    made = Hands(open_window(language=tag, folder=str(make_vault("investigator"))))
    made.sign_in()
    made.key(Qt.Key.Key_N, CONTROL)
    assert made.focus is made.person.find("case-title")
    made.type(WORDS[tag])
    made.key(Qt.Key.Key_Return, CONTROL)
    assert made.person.page.key == "guide"
    return made


def test_a_case_is_carried_through_its_first_step_by_keyboard(hands: Hands, tag: str) -> None:
    person = hands.person
    assert card(person).shown.key == "T01.1"
    hands.tab_to("field-received_at")
    hands.type("1/3/2026 09:30".translate(DIGITS))
    for name in ("field-channel", "field-reporter"):
        hands.tab_to(name)
        hands.key(Qt.Key.Key_Down)
    for name in ("field-account", "field-place"):
        hands.tab_to(name)
        hands.type(WORDS[tag])
    hands.key(Qt.Key.Key_Return, CONTROL)
    row = guide(person)
    assert str(row.progress.views["T01.1"].state) == "done"
    said = row.records["T01.1"][-1].answers
    assert said["received_at"] == "2026-03-01T09:30+03:00"
    assert said["account"] == WORDS[tag]
    assert card(person).shown.key == "T01.2"


def test_a_step_is_set_aside_with_a_reason_by_keyboard(hands: Hands, tag: str) -> None:
    person = hands.person
    hands.tab_to("not-applicable")
    hands.key(Qt.Key.Key_Return)
    assert hands.focus is person.find("reason")
    hands.key(Qt.Key.Key_Return, CONTROL)
    assert person.find("notice").isVisible()
    assert str(guide(person).progress.views["T01.1"].state) != "not_applicable"
    hands.type(WORDS[tag])
    hands.key(Qt.Key.Key_Return, CONTROL)
    row = guide(person)
    assert str(row.progress.views["T01.1"].state) == "not_applicable"
    assert row.records["T01.1"][-1].reason == WORDS[tag]


def test_leaving_a_dialog_by_escape_records_nothing(hands: Hands) -> None:
    hands.key(section("people"), CONTROL)
    hands.key(Qt.Key.Key_N, CONTROL)
    assert hands.focus is hands.person.find("person-ism")
    hands.type("Synthetica")
    hands.key(Qt.Key.Key_Escape)
    assert QApplication.activeModalWidget() is None
    assert asked(hands.person, people.list_people) == []


def test_people_evidence_and_papers_by_keyboard(
    hands: Hands, tag: str, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    person = hands.person
    hands.key(section("people"), CONTROL)
    hands.key(Qt.Key.Key_N, CONTROL)
    hands.type(WORDS[tag])
    hands.tab_to("person-role")
    hands.key(Qt.Key.Key_Down)
    hands.tab_to("person-basis")
    hands.type(WORDS[tag])
    hands.key(Qt.Key.Key_Return, CONTROL)
    found = asked(person, people.list_people)
    assert [one.alias for one in found] == ["P-01"]  # type: ignore[attr-defined]

    sealed = tmp_path / "synthetic.bin"
    sealed.write_bytes(b"synthetic" * 1000)
    monkeypatch.setattr(QFileDialog, "getOpenFileName", lambda *_, **__: (str(sealed), ""))
    hands.key(section("evidence"), CONTROL)
    hands.key(Qt.Key.Key_N, CONTROL)
    hands.tab_to("exhibit-description")
    hands.type(WORDS[tag])
    hands.tab_to("choose-file")
    hands.key(Qt.Key.Key_Return)
    hands.key(Qt.Key.Key_Return, CONTROL)
    kept = asked(person, exhibits.list_exhibits)
    assert [(one.description, len(one.files)) for one in kept] == [(WORDS[tag], 1)]  # type: ignore[attr-defined]

    target = tmp_path / "paper.pdf"
    monkeypatch.setattr(QFileDialog, "getSaveFileName", lambda *_, **__: (str(target), ""))
    hands.key(section("documents"), CONTROL)
    # Tab comes to the choice that is taken; the arrows go on from there, as the eye sees it.
    hands.tab_to(f"paper-language-{tag}")
    hands.key(Qt.Key.Key_Left, times={"ar_IQ": 2, "ckb": 1}[tag])
    assert hands.focus is person.find("paper-language-en")
    hands.key(Qt.Key.Key_Space)
    hands.key(Qt.Key.Key_Return, CONTROL)
    assert target.read_bytes().startswith(b"%PDF")
    issued = asked(person, documents.list_issued)
    assert [one.language for one in issued] == ["en"]  # type: ignore[attr-defined]
    assert person.room.language.tag == tag


def test_language_and_lock_by_keyboard_lose_nothing_that_was_half_typed(hands: Hands, tag: str) -> None:
    person = hands.person
    hands.tab_to("field-account")
    hands.type(WORDS[tag])
    hands.key(Qt.Key.Key_K, CONTROL)
    # Pasted, not typed: the windowless platform has no keyboard to lend to the list of suggestions.
    hands.focus.setText("English")  # type: ignore[attr-defined]
    hands.key(Qt.Key.Key_Return)
    assert person.room.language.tag == "en"
    assert card(person).form.answers()["account"] == WORDS[tag]
    hands.key(Qt.Key.Key_F12)
    assert person.window.frame is None
    hands.sign_in()
    person.go("cases")
    hands.key(Qt.Key.Key_Return, CONTROL)
    assert card(person).form.answers()["account"] == WORDS[tag]


def test_a_draft_outlives_a_program_that_was_killed(
    hands: Hands, open_window: Callable[..., Person], tag: str, tmp_path: Path
) -> None:
    person = hands.person
    hands.tab_to("field-place")
    hands.type(WORDS[tag])
    person.bot.waitUntil(lambda: "T01.1" in guide(person).drafts, timeout=WAIT)
    # The folder as a power cut would leave it: nothing was locked, closed or written back.
    left = tmp_path / "after the cut"
    shutil.copytree(person.room.desk.folder, left)
    again = Hands(open_window(language=tag, folder=str(left)))
    again.sign_in()
    again.person.go("cases")
    again.key(Qt.Key.Key_Return, CONTROL)
    assert card(again.person).form.answers()["place"] == WORDS[tag]
