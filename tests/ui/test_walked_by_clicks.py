"""Both synthetic cases in the window: steps opened in their list, filled in and marked done by hand.

Of the first case every step; of the second, which records them twice as often, those that only smuggling asks for,
the arrests with the legal exception, and the change of track. What is not done by hand comes from elsewhere, as by a
colleague: the window hears of it.
"""

from collections import Counter
from collections.abc import Callable, Mapping
from pathlib import Path
from typing import Any

import pytest
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QApplication, QPlainTextEdit

from tests.desks import PASSPHRASE, USER
from tests.stories.telling import course
from tests.ui.conftest import Person
from tests.ui.filling import as_picked, fill, write
from tests.ui.guided import ask, card, words
from workbench.clock import FixedClock
from workbench.fields import clean
from workbench.services import audit, cases, story, vaults
from workbench.services.story import Happening
from workbench.sop import StepState
from workbench.store import World
from workbench.ui.dialogs.asked import AskForm
from workbench.ui.guide.stepper import LINE, Stepper

pytestmark = pytest.mark.slow

JURISDICTIONS = {"case-a": "iq", "case-b": "iq-kr"}
DONE = {"case-a": 91, "case-b": 121}
# The orders that are asked for and decided in dialogs, by case.
ORDERS = {"case-a": ("search", "arrest"), "case-b": ("arrest",)}
STEPS = {"case-a": ("",), "case-b": ("S",)}  # how the steps begin that are done by hand


class Trainee:
    """Somebody who does in the window what happens in a story, each at its own moment."""

    def __init__(self, person: Person, told: Mapping[str, Any], clock: FixedClock) -> None:
        self.person, self.told, self.clock = person, told, clock
        self.zone = person.room.station.zone
        self._beside = False
        self.by_hand: Counter[str] = Counter()

    def open(self) -> None:
        told, room = self.told, self.person.room
        case = ask(
            self.person, cases.open_case, title=told["title"], kind=told["kind"], lead=told["lead"],
            number=told["number"],
        )  # fmt: skip
        self.person.window.open_case(case)
        self.person.settle()
        assert room.memory.case_number == told["number"]

    def live(self, one: Happening) -> None:
        """Let one thing happen; the clock never goes back."""
        self.clock.at = max(self.clock.at, one.at)
        if not self._by_hand(one):
            ask(self.person, story.happen, self.told["number"], one, self.told["folder"])
            self._beside = True
            return
        self.look()
        {"step": self._step, "track": self._track, "order": self._order}[one.kind](one.facts)
        self.by_hand[one.kind] += 1

    def _by_hand(self, one: Happening) -> bool:
        case = self.told["folder"]
        if one.kind == "order":
            return self._asked(one.facts)["kind"] in ORDERS[case]
        return one.kind == "track" or (one.kind == "step" and one.facts["step"].startswith(STEPS[case]))

    def look(self) -> None:
        """What came from elsewhere is shown as after any other change."""
        if self._beside:
            self._beside = False
            self.person.room.acted.emit()
            self.person.settle()

    # steps
    def _step(self, facts: Mapping[str, Any]) -> None:
        key = facts["step"]
        self.go_to(key)
        if "not_applicable" in facts:
            self._with_reason("not-applicable", facts["not_applicable"])
            return
        if "reopened" in facts:
            self._with_reason("reopen", facts["reopened"])
        shown = card(self.person)
        assert shown.shown.key == key
        assert not shown.shown.settled, f"{key} cannot be filled in"
        fill(self.person.bot, shown.form, shown.shown.fields, facts["answers"], self.zone)
        fields = shown.shown.fields
        wanted = clean(fields, facts["answers"])
        before = len(shown.shown.history)
        self.person.press("finish")
        self._late(facts.get("late", ""))
        records = card(self.person).shown.row.records.get(key, ())
        assert len(records) == before + 1, f"{key} was not recorded: {words(card(self.person))}"
        assert str(records[-1].state) == "done"
        assert as_picked(fields, records[-1].answers) == as_picked(fields, wanted), key

    def _late(self, reason: str) -> None:
        dialog = QApplication.activeModalWidget()
        if dialog is not None:
            assert reason, f"{self.clock.at} asked why it is late: {words(dialog)}"
            self._say(reason)
            self.person.press("dialog-yes")
        assert QApplication.activeModalWidget() is None

    def _with_reason(self, name: str, reason: str) -> None:
        self.person.press(name)
        self._say(reason)
        self.person.press("dialog-yes")
        assert QApplication.activeModalWidget() is None

    def _say(self, reason: str) -> None:
        editor = self.person.find("reason")
        assert isinstance(editor, QPlainTextEdit)
        write(editor, reason)

    def go_to(self, key: str) -> None:
        """Press the step in the list; a phase that is folded is unfolded first."""
        shown = card(self.person).shown
        if shown.key != key and not self._press_line("step", key):
            phase = shown.pack.phase_of(key).key
            if not self._press_line("phase", phase):
                assert self._press_line("folded", ""), f"the phase of {key} is not in the list"
                assert self._press_line("phase", phase), f"the phase of {key} is not in the list"
            assert self._press_line("step", key), f"{key} is not in the list"
        assert card(self.person).shown.key == key

    def _press_line(self, kind: str, key: str) -> bool:
        stepper = self.person.find("stepper")
        assert isinstance(stepper, Stepper)
        model = stepper.model()
        for place in range(model.rowCount()):
            index = model.index(place, 0)
            line = index.data(LINE)
            if line.kind == kind and (line.key == key or kind == "folded"):
                stepper.scrollTo(index)
                spot = stepper.visualRect(index).center()
                self.person.bot.mouseClick(stepper.viewport(), Qt.MouseButton.LeftButton, pos=spot)
                self.person.settle()
                return True
        return False

    # the judge
    def _asked(self, facts: Mapping[str, Any]) -> Mapping[str, Any]:
        """How an order began that something is told of."""
        found: Mapping[str, Any] = next(
            one for one in self.told["orders"] if one["ref"] == facts["ref"] and "kind" in one
        )
        return found

    def _order(self, facts: Mapping[str, Any]) -> None:
        asked = self._asked(facts)
        self.go_to(asked["step"])
        what = facts["order"]
        if what == "grant":
            answers = {
                "verdict": "granted", "at": facts.get("decided_at", facts["at"]), "number": facts["number"],
                "court": facts.get("court", asked.get("court", "")), "until": facts.get("valid_until", ""),
                "allows": facts["allows"],
            }  # fmt: skip
            self.person.press(f"decide-{facts['ref']}")
        else:
            answers = {key: facts.get(key, "") for key in ("kind", "subject", "court", "at", "place", "wants")}
            answers["grounds"] = facts["grounds"] if what == "ask" else facts["reason"]
            self.person.press("order-ask" if what == "ask" else "order-except")
        self._fill_dialog(answers)
        self.person.press("dialog-yes")
        assert QApplication.activeModalWidget() is None
        self.person.find(f"order-{facts['ref']}")

    def _fill_dialog(self, answers: Mapping[str, str]) -> None:
        dialog = QApplication.activeModalWidget()
        assert isinstance(dialog, AskForm)
        fill(self.person.bot, dialog.form, dialog._fields, answers, self.zone)

    # the track
    def _track(self, facts: Mapping[str, Any]) -> None:
        self.person.window.frame._run("track")  # type: ignore[union-attr]
        self.person.settle()
        self.person.press(f"track-{facts['track']}")
        self._say(facts["reason"])
        self.person.press("dialog-yes")
        assert QApplication.activeModalWidget() is None
        assert self.person.room.case.kind == facts["track"]


@pytest.fixture
def trainee(
    request: pytest.FixtureRequest, open_window: Callable[..., Person], world: World, clock: FixedClock, tmp_path: Path
) -> Trainee:
    told, tag = story.story(request.param[0]), request.param[1]
    clock.at = story.moment(told["opened_at"])
    folder = tmp_path / "vault"
    vaults.create_vault(
        folder, station="Training", jurisdiction=JURISDICTIONS[told["folder"]], user=USER, role="trainer",
        passphrase=PASSPHRASE, training=True, world=world,
    )  # fmt: skip
    someone = open_window(language=tag, folder=str(folder))
    someone.sign_in()
    # Nobody is away; and it looks at each of the millions of events that so long a walk brings.
    someone.window._stop_idle()
    found = Trainee(someone, told, clock)
    found.open()
    return found


@pytest.mark.parametrize("trainee", [("case-a", "ar_IQ"), ("case-b", "ckb")], indirect=True, ids=["a", "b"])
def test_a_case_is_walked_in_the_window_from_the_first_report_to_its_end(trainee: Trainee) -> None:
    told = trainee.told
    for one in course(told):
        trainee.live(one)
    trainee.look()
    row = card(trainee.person).shown.row
    states = {one["step"]: "done" if "answers" in one else "not_applicable" for one in told["steps"]}
    found = {key: str(view.state) for key, view in row.progress.views.items() if view.state != StepState.ABSENT}
    assert found == {key: state for key, state in states.items() if key in found}
    assert row.progress.done == row.progress.total == DONE[told["folder"]]
    assert trainee.by_hand["step"] >= (len(told["steps"]) if told["folder"] == "case-a" else 39)
    assert trainee.by_hand["track"] == len(told.get("tracks", ()))
    assert ask(trainee.person, audit.verify).ok
