"""Facts hold because of somebody, something or an answer, and name it."""

from datetime import UTC, datetime

import pytest

from workbench.i18n import TAGS, language
from workbench.sop import BUILT_IN, Cause, CauseKind, ExhibitFact, Pack, PersonFact, Picture, facts, label

OPENED = datetime(2025, 3, 18, 17, 0, tzinfo=UTC)
Answers = dict[str, dict[str, object]]


def picture(*people: PersonFact, exhibits: tuple[ExhibitFact, ...] = (), answers: Answers | None = None) -> Picture:
    return Picture(OPENED, "tip", people, exhibits, answers or {})


def true(pack: Pack, seen: Picture) -> set[str]:
    return {key for key, fact in facts(pack, seen).items() if fact.holds}


def victim(**more: object) -> PersonFact:
    return PersonFact("P-01", ("possible_victim",), **more)  # type: ignore[arg-type]


def suspect(**more: object) -> PersonFact:
    return PersonFact("P-02", ("suspect",), **more)  # type: ignore[arg-type]


def test_nothing_is_known_of_an_empty_case(pack: Pack) -> None:
    found = facts(pack, picture())
    assert found.keys() == BUILT_IN.keys() | pack.facts.keys()
    assert not any(fact.holds or fact.causes for fact in found.values())


@pytest.mark.parametrize(
    ("low", "high", "doubt", "child", "uncertain"),
    [
        (30, 30, False, False, False),
        (18, 18, False, False, False),
        (17, 17, False, True, False),
        (16, 19, False, True, True),
        (17, 18, False, True, True),
        (None, 30, False, True, True),
        (None, 15, False, True, False),
        (20, None, False, False, False),
        (17, None, False, True, True),
        (30, 30, True, True, True),
        (None, None, True, True, True),
        (None, None, False, False, True),
    ],
)
def test_doubt_about_an_age_counts_for_the_child(
    pack: Pack, low: int | None, high: int | None, doubt: bool, child: bool, uncertain: bool
) -> None:
    ages: dict[str, object] = {"age_low": low, "age_high": high, "age_in_doubt": doubt}
    found = true(pack, picture(victim(**ages)))
    assert ("victim_is_child" in found, "age_uncertain" in found) == (child, uncertain)
    found = true(pack, picture(suspect(**ages)))
    assert ("suspect_is_child" in found, "age_uncertain" in found) == (child, uncertain)
    assert "age_uncertain" not in true(pack, picture(PersonFact("P-03", ("witness",), low, high, doubt)))


def test_roles_make_victims_and_suspects(pack: Pack) -> None:
    grown: dict[str, object] = {"age_low": 30, "age_high": 30}
    assert true(pack, picture(victim(**grown))) == {"victim_known"}
    confirmed = PersonFact("P-01", ("victim",), 30, 30)
    assert true(pack, picture(confirmed)) == {"victim_known", "victim_confirmed"}
    assert true(pack, picture(suspect(**grown))) == {"suspect_known"}
    assert true(pack, picture(suspect(**grown, in_custody=True))) == {"suspect_known", "suspect_in_custody"}
    both = PersonFact("P-01", ("possible_victim", "accused"), 30, 30)
    assert true(pack, picture(both)) == {"victim_known", "suspect_known"}
    # Somebody else's custody is not the suspect's.
    assert true(pack, picture(victim(**grown, in_custody=True))) == {"victim_known"}


@pytest.mark.parametrize(
    ("nationality", "foreign"),
    [("UGA", True), ("XXA", True), ("IRQ", False), ("iq", False), ("", False), ("UNK", False)],
)
def test_nobody_is_foreign_because_it_is_not_known(pack: Pack, nationality: str, foreign: bool) -> None:
    person = PersonFact("P-01", ("witness",), nationality=nationality)
    assert ("foreign_national" in true(pack, picture(person))) == foreign


def test_people_and_exhibits_are_named_as_causes(pack: Pack) -> None:
    seen = picture(
        victim(age_low=30, needs_interpreter=True, documents_held_by_other=True),
        PersonFact("P-02", ("witness",), needs_interpreter=True, documents_held_by_other=True),
        exhibits=(ExhibitFact("E-1", "document"), ExhibitFact("E-2", "device")),
    )
    found = facts(pack, seen)
    both = (Cause(CauseKind.PERSON, "P-01"), Cause(CauseKind.PERSON, "P-02"))
    assert found["interpreter_needed"].causes == both
    assert found["document_withheld"].causes == both[:1]
    assert found["device_seized"].causes == (Cause(CauseKind.EXHIBIT, "E-2"),)
    assert [cause.ref for cause in found["exhibit_exists"].causes] == ["E-1", "E-2"]


def test_facts_of_the_pack_follow_from_answers(pack: Pack) -> None:
    found = facts(pack, picture(answers={"A01.1": {"danger": "yes", "seen": ["place", "online"]}}))
    assert found["danger"].causes == (Cause(CauseKind.ANSWER, "A01.1.danger"),)
    assert found["online"].causes == (Cause(CauseKind.ANSWER, "A01.1.seen"),)
    assert found["urgent"].causes == found["danger"].causes
    assert "online" not in true(pack, picture(answers={"A01.1": {"danger": "no", "seen": ["place"]}}))
    assert "online" in true(pack, picture(answers={"A02.1": {"link": "there"}}))
    assert "online" not in true(pack, picture(answers={"A02.1": {"link": ""}}))


def test_facts_of_the_pack_follow_from_other_facts(pack: Pack) -> None:
    child = victim(age_low=12, age_high=13)
    found = facts(pack, picture(child))
    assert found["urgent"].holds
    assert found["urgent"].causes == (Cause(CauseKind.PERSON, "P-01"),)
    assert "urgent" not in true(pack, picture(child, answers={"A02.1": {"link": "there"}}))


@pytest.mark.parametrize("tag", TAGS)
def test_every_fact_can_be_said(pack: Pack, tag: str) -> None:
    assert all(label(pack, key, language(tag)) for key in facts(pack, picture()))


def test_a_fact_of_the_pack_is_said_in_its_words(pack: Pack) -> None:
    assert label(pack.in_language("zz"), "danger", language("en")) == "zz someone is in danger"
