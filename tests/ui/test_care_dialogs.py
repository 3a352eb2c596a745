"""Care at the window: consent, referral, safety plan and appointments by the dialogs, and the alarm they raise."""

import os
from collections.abc import Callable
from pathlib import Path
from typing import Any

import pytest
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QApplication, QDialog, QHBoxLayout, QWidget

from tests.ui.conftest import Person
from tests.ui.guided import act, ask, put, trouble, words
from workbench.i18n import TAGS
from workbench.services import care, people
from workbench.services.care import CareRow
from workbench.ui.people.caring import Caring
from workbench.ui.people.looked_after import LookedAfter
from workbench.ui.people.safety import safety_plan

pytestmark = pytest.mark.usefixtures("procedure")
WANTED = os.environ.get("WORKBENCH_PICTURES")
VICTIM, SUSPECT, CHILD = "P-01", "P-02", "P-03"
SHELTER = "Synthetic shelter"


class Desk:
    """The panels of one person over the window, as their card shows them."""

    def __init__(self, person: Person) -> None:
        self.person = person
        self.rows = ask(person, people.list_people, person.room.memory.case_id)
        self.caring = Caring(person.page, person.room, lambda: self.rows)

    def of(self, code: str) -> CareRow:
        found = ask(self.person, care.care_of, self.person.room.memory.case_id, code)
        assert isinstance(found, CareRow)
        return found

    def show(self, code: str) -> QWidget:
        """The panels, on a page of their own in the window."""
        row, shown = self.of(code), QWidget(self.person.page)
        box = QHBoxLayout(shown)
        box.addWidget(LookedAfter(row, self.caring), 2)
        box.addWidget(safety_plan(row, self.caring), 1, Qt.AlignmentFlag.AlignTop)
        shown.resize(1000, 900)
        shown.show()
        shown.raise_()
        self.person.settle()
        return shown

    def open(self, do: Callable[..., Any], *what: Any) -> QDialog:
        """Press what opens a dialog; what was told already is asked for first."""
        do(*what)
        self.person.settle()
        found = QApplication.activeModalWidget()
        assert isinstance(found, QDialog)
        return found


@pytest.fixture
def at(person: Person) -> Desk:
    """A case with a victim, a suspect and a child, in front of somebody at the window."""
    person.new_case()
    act(person, people.add_person, role="victim", basis="synthetic", languages=["bn"])
    act(person, people.add_person, role="suspect", basis="synthetic")
    act(person, people.add_person, role="possible_victim", basis="synthetic", age_in_doubt=True)
    return Desk(person)


def agree(person: Person, purpose: str = "referral") -> None:
    """Answer the dialog of a consent in full."""
    put(person, "purpose", purpose)
    person.write("field-recipient", SHELTER)
    put(person, "state", "given")
    person.write("field-explained", "Synthetic words")
    put(person, "understood", "yes")
    person.press("dialog-yes")


def test_a_consent_is_asked_shown_and_taken_back(person: Person, at: Desk) -> None:
    at.open(at.caring.consent, at.of(VICTIM))
    person.press("dialog-yes")
    assert trouble(person, "purpose").count("\n") >= 1
    agree(person)
    shown = at.show(VICTIM)
    assert "Referral to services — Synthetic shelter" in words(shown)
    assert "agreed, " in words(shown)
    dialog = at.open(at.caring.consent, at.of(VICTIM))
    assert "Already answered in C-01" in words(dialog)
    put(person, "state", "given")
    assert "Already answered in card of the person" in words(dialog)
    agree(person)
    assert "asked this already" in words(person.find("notice"))
    dialog.reject()
    person.settle()
    person.press("withdraw-C-01")
    person.write("field-effect", "Nothing more is passed on")
    person.press("dialog-yes")
    assert not at.of(VICTIM).consents[0].stands


def test_a_child_is_asked_too(person: Person, at: Desk) -> None:
    dialog = at.open(at.caring.consent, at.of(CHILD))
    put(person, "state", "given")
    assert "Guardian who agrees" in words(dialog)
    put(person, "state", "refused")
    assert "Guardian who agrees" not in words(dialog)
    dialog.reject()


def test_a_referral_is_made_followed_and_printed(person: Person, at: Desk) -> None:
    at.open(at.caring.consent, at.of(VICTIM))
    agree(person)
    at.open(at.caring.refer, at.of(VICTIM), "shelter")
    person.write("field-shared", "code and language")
    person.press("dialog-yes")
    assert at.of(VICTIM).referrals[0].consent_ref == "C-01"
    at.show(VICTIM)
    person.press("follow-R-01")
    put(person, "state", "sent")
    person.press("dialog-yes")
    assert at.of(VICTIM).referrals[0].state == "sent"
    at.show(VICTIM)
    person.press("slip-R-01")
    assert person.page.key == "documents"
    assert person.find("kind-referral_slip R-01").isChecked()  # type: ignore[attr-defined]
    assert len(person.page._images) == 1  # type: ignore[attr-defined]


def test_danger_raises_the_band_with_the_code_until_a_plan_ends_it(person: Person, at: Desk) -> None:
    at.open(at.caring.plan, at.of(VICTIM))
    put(person, "in_danger", "yes")
    person.write("field-what_threatens", "Synthetic calls")
    put(person, "measures", ["escort"])
    put(person, "no_contact", [SUSPECT])
    put(person, "agreed", "yes")
    person.write("field-review_at", "5/3/2026 10:00")
    person.press("dialog-yes")
    assert "Imminent danger for P-01:" in words(person.find("alert-band"))
    shown = words(at.show(VICTIM))
    assert "Escort" in shown
    assert "never with P-02" in shown
    person.press("band-danger")
    assert person.page.key == "people"
    at.open(at.caring.plan, at.of(VICTIM))
    assert "Synthetic calls" not in words(person.find("field-in_danger"))
    put(person, "in_danger", "no")
    put(person, "agreed", "yes")
    person.press("dialog-yes")
    person.settle()
    assert not at.of(VICTIM).plan.in_danger  # type: ignore[union-attr]
    assert person.window.frame is not None
    assert "P-01" not in words(person.window.frame.band)


def test_an_appointment_of_victim_and_suspect_is_refused_with_their_codes(person: Person, at: Desk) -> None:
    at.open(at.caring.appoint, at.of(VICTIM))
    put(person, "purpose", "hearing")
    person.write("field-at", "5/3/2026 10:00")
    person.write("field-place", "Court")
    put(person, "people", [VICTIM, SUSPECT])
    person.press("dialog-yes")
    assert "These must never meet: P-01 – P-02." in words(person.find("notice"))
    person.write("field-reason", "Ordered by the judge (synthetic)")
    person.press("dialog-yes")
    assert at.of(VICTIM).appointments[0].meant
    assert "it is meant: Ordered by the judge (synthetic)" in words(at.show(VICTIM))


def test_risks_and_needs_begin_with_what_was_told(person: Person, at: Desk) -> None:
    dialog: Any = at.open(at.caring.assess_risks, at.of(VICTIM))
    dialog.dangers["R1"].likelihood.choose("3")
    dialog.dangers["R1"].impact.choose("4")
    assert "The whole: Extreme" in words(dialog)
    person.press("dialog-yes")
    assert dialog.isVisible()  # it needs its day to look again
    person.write("field-review_on", "5/3/2026")
    person.press("dialog-yes")
    assert at.of(VICTIM).newest(care.RISK).level == "extreme"  # type: ignore[union-attr]
    dialog = at.open(at.caring.assess_risks, at.of(VICTIM))
    assert dialog.dangers["R1"].likelihood.key == "3"
    assert "Already answered in assessment of risks" in words(dialog)
    dialog.reject()
    dialog = at.open(at.caring.assess_needs, at.of(VICTIM))
    dialog.states["health"].choose("unmet")
    dialog.words["health"].setText("tooth")
    person.press("dialog-yes")
    assert "not met: tooth" in words(at.show(VICTIM))


@pytest.mark.skipif(not WANTED, reason="WORKBENCH_PICTURES does not name a folder")
@pytest.mark.parametrize("theme", ["light", "dark"])
@pytest.mark.parametrize("tag", TAGS)
def test_pictures_of_care(
    open_window: Callable[..., Person], make_vault: Callable[..., Path], tag: str, theme: str
) -> None:
    folder = Path(str(WANTED))
    folder.mkdir(parents=True, exist_ok=True)
    person = open_window(language=tag, theme=theme, folder=str(make_vault("supervisor")))
    person.window.resize(1366, 698)
    person.sign_in()
    person.new_case("Synthetic")
    act(person, people.add_person, role="victim", basis="synthetic", languages=["bn"])
    act(person, people.add_person, role="suspect", basis="synthetic")
    act(person, people.add_person, role="possible_victim", basis="synthetic", age_in_doubt=True)
    at = Desk(person)
    how = care.Explained("Synthetic words", "bn", "Officer", "", "yes")
    for purpose, state in (("referral", "given"), ("medical", "limited"), ("consulate", "refused")):
        act(
            person, care.record_consent, VICTIM, purpose=purpose, recipient=SHELTER, state=state, how=how, limits="x"
        )  # fmt: skip
    act(person, care.make_referral, VICTIM, service="shelter", provider=SHELTER, shared="code")
    act(person, care.record_needs, VICTIM, needs={"health": ("unmet", "tooth"), "language": ("met", "")})
    act(
        person, care.record_plan, VICTIM, measures=[care.MeasureRow("escort")], in_danger=True, agreed="yes",
        what_threatens="P-02", review_at=person.room.now().replace(year=2027), no_contact=[SUSPECT],
    )  # fmt: skip
    act(person, care.record_risks, VICTIM, risks={"R1": care.Risk(3, 4)}, review_on="2026-04-01")
    person.settle()
    at.show(VICTIM).grab().save(str(folder / f"care-panels-{tag}-{theme}.png"))
    caring, row, child = at.caring, at.of(VICTIM), at.of(CHILD)
    for name, do, what in (
        ("consent", caring.consent, (child,)), ("withdraw", caring.withdraw, (row.consents[0],)),
        ("refer", caring.refer, (row,)), ("follow", caring.follow, (row.referrals[0],)),
        ("risks", caring.assess_risks, (row,)), ("needs", caring.assess_needs, (row,)),
        ("best", caring.weigh, (child,)), ("plan", caring.plan, (row,)), ("recover", caring.recover, (row,)),
        ("appoint", caring.appoint, (row,)),
    ):  # fmt: skip
        dialog = at.open(do, *what)
        if name == "consent":
            put(person, "state", "given")
            person.settle()
        assert dialog.grab().save(str(folder / f"care-{name}-{tag}-{theme}.png"))
        dialog.reject()
        person.settle()
    assert person.window.grab().save(str(folder / f"care-band-{tag}-{theme}.png"))
