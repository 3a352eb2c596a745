"""The legal basis on the day of the case, old editions, and since when somebody is held."""

from datetime import timedelta
from pathlib import Path

import pytest
from PySide6.QtWidgets import QApplication, QWidget

from tests.ui.conftest import Person
from tests.ui.guided import act, ask, card, guide, open_step, words
from workbench.clock import FixedClock
from workbench.services import law, packs, people, steps

pytestmark = pytest.mark.usefixtures("procedure")


def opened_law(person: Person) -> str:
    card(person).law.open_up(moving=False)
    person.settle()
    return words(card(person).law)


def suspect(person: Person) -> None:
    act(person, people.add_person, role="suspect", basis="synthetic")


def test_the_law_is_summed_up_with_its_days_and_its_mark(person: Person) -> None:
    person.new_case()
    suspect(person)
    open_step(person, "G02.1")
    said = opened_law(person)
    assert "As the law stood on 01/03/2026" in said
    assert "within 24 hours of the arrest" in said
    assert "article 19(13)" in said
    assert "in force on this day" in said
    assert "to be verified" in said
    assert "not the text of the law" in said


def test_a_source_that_the_program_does_not_know_stands_as_the_procedure_names_it(person: Person) -> None:
    person.new_case()
    open_step(person, "G01.1")
    said = opened_law(person)
    assert "Synthetic law — articles 1-2" in said
    assert "not the text of the law" not in said


def test_without_the_legal_references_the_sources_still_stand(
    person: Person, monkeypatch: pytest.MonkeyPatch, tmp_path: Path
) -> None:
    monkeypatch.setattr("workbench.services.law.resource", lambda *_: tmp_path / "none")
    law.shipped.cache_clear()
    try:
        person.new_case()
        suspect(person)
        open_step(person, "G02.1")
        assert "The constitution, as this test names it — article 19(13)" in opened_law(person)
    finally:
        law.shipped.cache_clear()


def test_a_step_recorded_under_an_earlier_edition_keeps_its_questions(person: Person, procedure: Path) -> None:
    """The case is moved to an edition that asks otherwise, as receiving one does."""
    person.new_case()
    act(person, steps.finish_step, "G01.1", {"danger": "no", "received_at": "2026-03-01T10:00+03:00"})
    phase = procedure / "guided" / "phases" / "G01.yaml"
    phase.write_text(
        phase.read_text(encoding="utf-8")
        .replace("key: received_at", "key: heard_at")
        .replace("met: G01.1.received_at", "met: G01.1.heard_at")
        .replace("label: Received at", "label: Heard at"),
        encoding="utf-8",
    )
    pack = procedure / "guided" / "pack.yaml"
    pack.write_text(pack.read_text(encoding="utf-8").replace('version: "1"', 'version: "2"'), encoding="utf-8")
    packs.shipped.cache_clear()
    ask(person, moved, person.room.memory.case_id)
    person.page.ask()
    person.settle()
    open_step(person, "G01.1")
    said = words(card(person))
    assert "Recorded under an earlier edition" in said
    assert "Received at" in said
    assert "Heard at" not in said
    assert card(person).form.answers()["received_at"] == "2026-03-01T10:00+03:00"


def test_a_record_of_a_step_that_the_new_edition_dropped_can_still_be_read(person: Person, procedure: Path) -> None:
    person.new_case()
    act(person, steps.finish_step, "G01.1", {"danger": "no"})
    act(person, steps.finish_step, "G01.5", {"aim": "Synthetic aim"})
    phase = procedure / "guided" / "phases" / "G01.yaml"
    text = phase.read_text(encoding="utf-8")
    phase.write_text(text[: text.index("- key: G01.5")], encoding="utf-8")
    packs.shipped.cache_clear()
    ask(person, moved, person.room.memory.case_id)
    person.page.ask()
    person.settle()
    titles = [line.title for line in person.find("stepper").model().lines]  # type: ignore[attr-defined]
    assert "Recorded under an earlier procedure" in titles
    open_step(person, "G01.5")
    assert card(person).form.answers() == {"aim": "Synthetic aim"}
    said = words(card(person))
    assert "Recorded under an earlier edition" in said
    assert "This step can only be read" in said
    card(person).why.open_up(moving=False)
    person.settle()
    assert "a procedure that the case followed before" in words(card(person).why)
    person.room.speak("en")
    person.settle()
    assert card(person).shown.key == "G01.5"


def moved(desk: object, case: str) -> bool:
    """The case under the edition that ships now."""
    from workbench.models import Case
    from workbench.security import Act

    with desk.act(Act.CASE_TRACK, case) as session:  # type: ignore[attr-defined]
        stored = packs.store(desk, session, *packs.shipped("guided"))  # type: ignore[arg-type]
        session.get_one(Case, case).pack_id = stored.id
    return True


def test_the_hour_of_an_arrest_is_asked_for_and_the_deadline_runs_from_it(
    person: Person, clock: FixedClock
) -> None:
    person.new_case()
    suspect(person)
    person.go("people")
    person.press("set-role")
    person.find("new-role").choose("suspect")  # type: ignore[attr-defined]
    person.write("role-basis", "Synthetic: seen with the keys")
    person.press("custody-held")
    assert person.find("custody-since").text() == "", "nobody is arrested «now» by default"  # type: ignore[attr-defined]
    person.press("dialog-yes")
    assert "the law counts from that moment" in words(person.find("custody-trouble").parentWidget())  # type: ignore[arg-type]
    person.write("custody-since", "2/3/2026 09:00")
    person.press("dialog-yes")
    assert "still lies ahead" in words(person.find("custody-trouble").parentWidget())  # type: ignore[arg-type]
    person.write("custody-since", "1/3/2026 07:30")
    person.press("dialog-yes")
    assert QApplication.activeModalWidget() is None
    due = next(one for one in guide(person).dues if one.subject == "P-01")
    assert due.start_at == clock.now() - timedelta(hours=3, minutes=30)
    assert "held since 01/03/2026 07:30" in words(person.page)


def test_a_role_without_custody_is_since_now_unless_somebody_says_otherwise(
    person: Person, clock: FixedClock
) -> None:
    person.new_case()
    suspect(person)
    person.go("people")
    person.press("set-role")
    person.find("new-role").choose("accused")  # type: ignore[attr-defined]
    person.write("role-basis", "Synthetic: decision of the judge")
    person.press("dialog-yes")
    found = ask(person, people.list_people, person.room.memory.case_id)
    assert [claim.since for claim in found[0].claims if claim.role == "accused"] == [clock.now()]


def test_a_person_is_added_as_held_since_the_arrest(person: Person, clock: FixedClock) -> None:
    person.new_case()
    person.go("people")
    person.press("add-person")
    person.find("person-role").choose("suspect")  # type: ignore[attr-defined]
    person.write("person-basis", "Synthetic: arrested at the gate")
    hidden = person.find("person-role").window().findChildren(QWidget, "custody-since")
    assert not any(one.isVisible() for one in hidden)
    person.press("custody-held")
    person.press("dialog-yes")
    trouble = person.find("custody-trouble")
    assert "the law counts from that moment" in words(trouble.parentWidget())  # type: ignore[arg-type]
    assert not trouble.visibleRegion().isEmpty(), "what is wrong is brought into view"
    person.write("custody-since", "1/3/2026 07:30")
    person.press("dialog-yes")
    due = next(one for one in guide(person).dues if one.subject == "P-01")
    assert due.start_at == clock.now() - timedelta(hours=3, minutes=30)
