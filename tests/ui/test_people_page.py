"""The page of people as it is used: what is told is kept, what is protected is hidden again, in both directions."""

from pathlib import Path

import pytest
from PySide6.QtGui import QColor, QImage
from PySide6.QtWidgets import QApplication, QFileDialog, QLabel, QLineEdit, QPlainTextEdit, QWidget

from tests.ui.conftest import Person
from tests.ui.guided import act
from workbench.services import people, world
from workbench.services.rows import ContactRow, NameRow, PaperRow, Particulars, PersonRow
from workbench.ui.pages.people import SHOWN_FOR

# The specimen of ICAO Doc 9303 part 4 with one digit changed: no person.
ZONE = "P<UTOERIKSSON<<ANNA<MARIA<<<<<<<<<<<<<<<<<<<\nL898902C36UTO7408123F1204159ZE184226B<<<<<10"
SECRETS = ("Synthetica", "A0000001", "+9647500000000", "Synthetic worker", "Mater Exemplaris")


def told(person: Person) -> str:
    """Everything that can be read or heard of the window and its dialog: texts, fields, names, tool tips, titles."""
    top = QApplication.activeModalWidget() or person.window
    found = [person.window.windowTitle(), top.windowTitle()]
    for one in (*person.window.findChildren(QWidget), *top.findChildren(QWidget)):
        if one.isVisible():
            found += [one.accessibleName(), one.toolTip()]
            found += [one.text()] if isinstance(one, QLabel | QLineEdit) else []
            found += [one.toPlainText()] if isinstance(one, QPlainTextEdit) else []
    return "\n".join(found)


def row(person: Person, code: str = "P-01") -> PersonRow:
    found: list[PersonRow] = []
    person.room.ask(person.window, people.reveal, person.room.memory.case_id, code, "synthetic", then=found.append)
    person.settle()
    return found[0]


def known(person: Person) -> None:
    """A case with somebody of whom much is known, on the page of people."""
    person.new_case()
    act(
        person, people.add_person, role="suspect", basis="Synthetic: found at the place", sex="female",
        names=[NameRow("record", "Synthetica", family="Exemplar"), NameRow("mother", as_written="Mater Exemplaris")],
        papers=[PaperRow("passport", "A0000001", "BD", "P-02")], phones=["0750 000 0000"],
        contacts=[ContactRow("through", "", "", "", "Synthetic worker", "yes"),
                  ContactRow("address", "IQ", "", "", "Synthetic shelter", "yes", shelter=True)],
        more=Particulars(pregnant="yes"),
    )  # fmt: skip
    same = PaperRow("passport", "A-0000001", "", "")
    act(person, people.add_person, role="accused", basis="Synthetic", papers=[same])
    person.go("people")


def show(person: Person) -> None:
    person.press("show-name")
    person.write("reason", "Synthetic: a letter")
    person.press("dialog-yes")


@pytest.mark.parametrize("tag", ["ar_IQ", "en"])
def test_everything_protected_is_shown_for_a_reason_and_hidden_again_at_once(person: Person, tag: str) -> None:
    person.room.speak(tag)
    person.settle()
    known(person)
    hidden = told(person)
    assert [one for one in SECRETS if one in hidden] == []
    for hide in (
        lambda: person.press("mask-all"),
        lambda: person.go("guide") and person.go("people"),
        lambda: [person.page._second() for _ in range(SHOWN_FOR)],  # type: ignore[attr-defined]
    ):
        show(person)
        # A number is grouped for reading.
        shown = told(person).replace(" ", "")
        assert [one for one in SECRETS if one.replace(" ", "") not in shown] == []
        # An investigator is never shown where the shelter is.
        assert "Syntheticshelter" not in shown
        hide()
        person.settle()
        assert [one for one in SECRETS if one in told(person)] == []
    assert person.window.windowTitle().count("Synthetica") == 0


def test_a_suspect_who_turns_out_a_victim_is_one_new_claim_and_both_stand_on_the_card(person: Person) -> None:
    known(person)
    person.press("set-role")
    person.find("new-role").choose("victim")  # type: ignore[attr-defined]
    dialog = QApplication.activeModalWidget()
    assert dialog is not None
    dialog._ends.setCurrentIndex(1)  # type: ignore[attr-defined]
    person.write("role-basis", "Synthetic: screening")
    person.write("role-evidence", "E-001, statement of P-01")
    person.press("dialog-yes")
    first, second = row(person).claims
    assert (first.role, first.until, second.role) == ("suspect", second.since, "victim")
    assert second.evidence == ("E-001", "statement of P-01")
    said = [one.accessibleName() for one in person.find("roles").findChildren(QWidget)]
    assert "victim" in said
    assert "suspect, ended" in said
    person.press("end-role-open")
    person.write("end-reason", "Synthetic: set aside")
    person.press("dialog-yes")
    assert row(person).roles == ()


def test_a_correction_without_the_name_shown_leaves_what_is_protected_as_it_is(person: Person) -> None:
    known(person)
    person.press("edit-person")
    assert [one for one in SECRETS if one in told(person)] == []
    person.press("sex-unknown")
    person.press("birth-between")
    person.write("person-birth", "1995")
    person.write("person-birth-high", "1999")
    person.press("dialog-yes")
    assert person.find("notice").isVisible()
    person.write("edit-reason", "Synthetic: she said so")
    person.press("dialog-yes")
    kept = row(person)
    assert (kept.sex, kept.birth_low, kept.birth_high, kept.more.pregnant) == ("unknown", "1995", "1999", "yes")
    assert (kept.names[1].full, kept.phones, kept.papers[0].held_by) == (SECRETS[4], (SECRETS[2],), "P-02")


def test_in_a_correction_too_the_time_of_showing_ends_and_nothing_typed_is_lost(person: Person) -> None:
    known(person)
    show(person)
    person.press("edit-person")
    person.write("person-kunya", "Umm Exemplar")
    assert "Synthetica" in told(person)
    person.room.masked.emit()
    person.settle()
    assert [one for one in SECRETS if one in told(person)] == []
    person.write("edit-reason", "Synthetic")
    person.press("dialog-yes")
    kept = row(person)
    assert [one.kind for one in kept.names] == ["record", "mother", "kunya"]
    # The shelter was withheld from whoever corrected, and is still there.
    assert [(one.shelter, one.withheld) for one in kept.contacts if one.shelter] == [(True, True)]


def test_a_zone_in_doubt_is_named_by_field_and_taken_over_only_on_somebody_s_word(person: Person) -> None:
    person.new_case()
    person.go("people")
    person.press("add-person")
    dialog = QApplication.activeModalWidget()
    assert dialog is not None
    dialog._papers._entry.setPlainText(ZONE)  # type: ignore[attr-defined]
    dialog._papers._look()  # type: ignore[attr-defined]
    assert "day of birth: the check digit is 3" in told(person)
    dialog._papers._accept.setChecked(True)  # type: ignore[attr-defined]
    dialog._birth._said.setText("12 رمضان 1425 هـ")  # type: ignore[attr-defined]
    dialog._birth._kind.choose("unknown")  # type: ignore[attr-defined]
    person.find("person-role").choose("possible_victim")  # type: ignore[attr-defined]
    person.write("person-basis", "Synthetic")
    person.press("dialog-yes")
    kept = row(person)
    assert (kept.papers[0].number, kept.papers[0].genuine, kept.sex) == ("L898902C3", "doubtful", "female")
    assert (kept.names[0].kind, kept.birth_low, kept.more.birth_calendar) == ("passport", "2004-10-26", "hijri")


def test_acts_not_to_be_held_against_somebody_stand_on_the_card_until_lifted(person: Person) -> None:
    known(person)
    person.press("record-acts")
    person.find("act-entry").put(True)  # type: ignore[attr-defined]
    person.write("act-link", "Synthetic: papers were taken away")
    person.press("dialog-yes")
    assert "papers were taken away" in told(person)
    assert "Non-punishment: in force" in told(person)
    person.press("lift-acts")
    person.write("lift-by", "Synthetic judge")
    person.write("lift-reason", "Synthetic")
    person.press("dialog-yes")
    assert "Non-punishment: in force" not in told(person)


def test_a_link_reads_from_both_ends_and_leads_to_the_other(person: Person) -> None:
    known(person)
    act(person, world.add_link, a="P-01", kind="recruited_by", b="P-02", source="Synthetic", since_on="2025-11")
    assert "recruited by" in told(person)
    assert "Mater" not in told(person)
    person.press("go-P-02")
    assert "recruited" in told(person)
    # The care for whoever is chosen stands on the card and beside it.
    assert person.find("looked-after").isVisible()
    assert person.find("safety-plan").isVisible()
    assert "recruited by" not in told(person)
    person.press("add-link")
    dialog = QApplication.activeModalWidget()
    assert dialog is not None
    dialog._kind.put("> worked_at")  # type: ignore[attr-defined]
    dialog._end.put("+")  # type: ignore[attr-defined]
    dialog._fit()  # type: ignore[attr-defined]
    person.write("entity-label", "Synthetic brick works")
    person.write("link-source", "Synthetic")
    person.press("dialog-yes")
    assert "Synthetic brick works" in told(person)


def test_a_photograph_is_shown_with_the_name_only_and_papers_of_two_are_pointed_out(
    person: Person, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    picture = QImage(60, 80, QImage.Format.Format_RGB32)
    picture.fill(QColor("#336655"))
    assert picture.save(str(tmp_path / "one.png"))
    monkeypatch.setattr(QFileDialog, "getOpenFileName", lambda *_, **__: (str(tmp_path / "one.png"), ""))
    known(person)
    assert "P-02" in person.find("notice").accessibleName()
    person.press("photo-person")
    assert person.window.findChildren(QWidget, "photo") == []
    show(person)
    assert person.find("photo").isVisible()
    person.press("mask-all")
    person.settle()
    assert person.window.findChildren(QWidget, "photo") == []
    person.press("seal-person")
    person.write("reason", "Synthetic: threats")
    person.press("dialog-yes")
    person.press("show-name")
    person.write("reason", "Synthetic")
    person.press("dialog-yes")
    assert person.find("notice").isVisible()
    assert "Synthetica" not in told(person)
    person.press("dialog-no")
