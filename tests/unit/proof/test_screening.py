"""Screening by the published rule: as the two invented cases expect it, and as any answers must behave."""

from itertools import product
from pathlib import Path
from typing import Any

import pytest
import yaml
from hypothesis import given, settings
from hypothesis import strategies as st

from workbench.errors import Reason, Refusal
from workbench.i18n import language, plain
from workbench.proof import (
    Answer,
    Rules,
    Screening,
    Value,
    compare_screenings,
    explain,
    load,
    plain_screening,
    screen,
    track,
    weigh,
)
from workbench.shipped import resource

RULES = load(resource("proof")).screening
PEOPLE: dict[str, Any] = yaml.safe_load((Path(__file__).parent / "truth.yaml").read_text(encoding="utf-8"))["people"]
WEIGHED = [item.key for item in RULES.weighed.items]
ANSWERS = st.dictionaries(st.sampled_from(WEIGHED), st.sampled_from(list(Value)), max_size=25)
PROFILES = st.sampled_from(list(RULES.profiles))
RESULTS = set(RULES.results)


def _screen(answers: dict[str, Value], profile: str = "adult_labour", *, child: bool = False) -> Screening:
    return screen({key: Answer(value) for key, value in answers.items()}, RULES, profile=profile, child=child)


def _said(one: Screening) -> str:
    return "\n".join(plain(sentence.say(language("en"))) for sentence in explain(one, RULES))


@pytest.mark.parametrize("who", PEOPLE)
def test_people_of_the_invented_cases_come_out_as_expected(who: str) -> None:
    answers = {key: Value(value) for key, value in PEOPLE[who]["answers"].items()}
    expected = PEOPLE[who]["truth"]
    shown = plain_screening(_screen(answers, expected["profile"]))
    assert {key: shown[key] for key in expected} == expected


@settings(max_examples=60)
@given(ANSWERS, st.sampled_from(WEIGHED), PROFILES)
def test_one_more_present_indicator_never_lowers_anything(answers: dict[str, Value], more: str, profile: str) -> None:
    before, after = _screen(answers, profile), _screen({**answers, more: Value.PRESENT}, profile)
    for key, view in before.dimensions.items():
        assert after.dimensions[key].positive or not view.positive
    assert after.exploitation or not before.exploitation
    assert after.recruitment_means or not before.recruitment_means


@settings(max_examples=30)
@given(ANSWERS, st.randoms(use_true_random=False), PROFILES)
def test_the_order_of_the_answers_does_not_matter(answers: dict[str, Value], chance: Any, profile: str) -> None:
    keys = list(answers)
    chance.shuffle(keys)
    assert plain_screening(_screen({key: answers[key] for key in keys}, profile)) == plain_screening(
        _screen(answers, profile)
    )


@settings(max_examples=60)
@given(ANSWERS, PROFILES)
def test_a_child_never_needs_means_and_is_never_put_down_as_no_victim(
    answers: dict[str, Value], profile: str
) -> None:
    one = _screen(answers, profile, child=True)
    assert RULES.profiles[one.profile].child
    assert one.rule_result == ("presumed_victim_of_trafficking" if one.exploitation else "review")


@settings(max_examples=40)
@given(ANSWERS, PROFILES, st.booleans())
def test_every_result_has_words_and_says_that_absence_shows_nothing(
    answers: dict[str, Value], profile: str, child: bool
) -> None:
    one = _screen(answers, profile, child=child)
    assert one.rule_result in RESULTS
    assert "Absence of indicators does not show absence of trafficking." in _said(one)


def test_no_sign_is_said_as_no_sign_on_the_present_answers() -> None:
    said = _said(_screen({}))
    assert "No sign of trafficking on the present answers" in said
    assert "67 indicators of the six dimensions have not been asked about yet." in said
    assert "Other lists show signs" not in said
    assert "Other lists show signs that this rule does not count" in _said(_screen({"ILO11-03": Value.PRESENT}))


def test_words_carry_the_counts_and_the_rule_behind_them() -> None:
    said = _said(_screen({"EC5-01": Value.PRESENT, "EC5-02": Value.PRESENT}))
    assert (
        "Coercion at the place of exploitation: 2 strong indicators. "
        "By the published rule this is enough: two strong indicators." in said
    )


@settings(max_examples=25, deadline=None)
@given(st.lists(st.sampled_from(WEIGHED), min_size=1, max_size=7, unique=True), ANSWERS)
def test_what_could_change_the_result_is_exactly_what_can(loose: list[str], answers: dict[str, Value]) -> None:
    # All but a few indicators are answered, so that every way of answering the rest can be tried.
    fixed = {key: Value.PRESENT if answers.get(key) is Value.PRESENT else Value.ABSENT for key in WEIGHED}
    fixed = {key: value for key, value in fixed.items() if key not in loose}
    named = set(_screen(fixed).could_change)
    results = {
        chosen: _screen({**fixed, **dict(zip(loose, chosen, strict=True))}).rule_result
        for chosen in product((Value.PRESENT, Value.ABSENT), repeat=len(loose))
    }  # fmt: skip
    pivotal = {
        key
        for number, key in enumerate(loose)
        for chosen, result in results.items()
        if chosen[number] is Value.PRESENT
        and results[(*chosen[:number], Value.ABSENT, *chosen[number + 1 :])] != result
    }
    assert named == pivotal


def test_weights_of_the_sexual_profiles_stand_in_and_say_so() -> None:
    one = _screen({"EC5-07": Value.PRESENT}, "adult_sexual")
    assert (one.weights_of, one.verified, one.dimensions["EC5"].strong) == ("adult_labour", False, 1)
    assert "To be verified: The weights of this list" in _said(one)
    assert _screen({"EC5-07": Value.PRESENT}).dimensions["EC5"].medium == 1
    assert _screen({}, "adult_sexual", child=True).profile == "child_sexual"


def test_signs_that_smuggling_became_trafficking_are_shown() -> None:
    one = _screen({"SOM-04": Value.PRESENT, "SOM-18": Value.PRESENT, "SOM-17": Value.ABSENT})
    assert one.shifts == ("SOM-18",)
    assert one.present["som"]["benefit"] == ("SOM-04",)
    assert "smuggling has become trafficking" in _said(one)


def test_a_second_screening_says_what_changed() -> None:
    first = _screen({"EC4-01": Value.UNKNOWN, "EC4-02": Value.PRESENT})
    second = _screen({"EC4-01": Value.PRESENT, "EC4-02": Value.PRESENT})
    changed = compare_screenings(first, second)
    assert [(one.key, one.before, one.after) for one in changed.answers] == [("EC4-01", "unknown", "present")]
    assert [(one.key, one.after) for one in changed.dimensions] == [("EC4", "positive")]
    assert changed.result is not None
    assert changed.result.after == "exploited_migrant_labour_rights_case"
    assert compare_screenings(second, second).nothing


def test_a_kept_screening_names_the_edition_of_every_set(rules: Rules) -> None:
    one = _screen({})
    assert set(one.digests) == set(RULES.sets)
    assert all(len(digest) == 64 for _, digest in one.digests.values())
    # The texts of another language are the same edition.
    assert rules.in_language("en").screening.sets["som"].digest == RULES.sets["som"].digest


@pytest.mark.parametrize(("answers", "profile"), [({"EC9-99": Value.PRESENT}, "adult_labour"), ({}, "anybody")])
def test_what_the_rules_do_not_know_is_refused(answers: dict[str, Value], profile: str) -> None:
    with pytest.raises(Refusal) as refused:
        _screen(answers, profile)
    assert refused.value.reason is Reason.NOT_IN_RULES


def test_the_six_questions_open_the_tracks_of_the_invented_cases(truth: dict[str, Any]) -> None:
    assert {one["who"]: track(one["answers"], RULES).track for one in truth["tracks"]} == {
        one["who"]: one["track"] for one in truth["tracks"]
    }


def test_unclear_answers_protect_as_trafficking() -> None:
    opened = track({}, RULES)
    assert (opened.track, opened.unanswered) == ("unclear", tuple(RULES.questions))
    assert "as trafficking for the protection" in opened.because.text
    doubted = track({"Q2": "no", "Q3": "yes", "Q4": "fee", "Q6": "control"}, RULES)
    assert (doubted.track, [one.key for one in doubted.doubts]) == ("som", ["control"])
    with pytest.raises(Refusal):
        track({"Q2": "perhaps"}, RULES)


def test_tests_of_roles_decide_nothing_alone() -> None:
    answers = {key: Answer(Value(value)) for key, value in PEOPLE["A-P05"]["answers"].items()}
    weighed = weigh(answers, RULES)
    assert weighed.mixed
    assert weighed.perpetrator == ("VP-04", "VP-08")
    assert "VP-07" in weighed.victim
    assert "VP-01" in weighed.open


@pytest.mark.parametrize(
    ("strong", "medium", "weak", "rule"),
    [
        (2, 0, 0, "R1"), (1, 1, 0, "R2"), (1, 0, 1, "R2"), (0, 3, 0, "R3"), (0, 2, 1, "R4"),
        (1, 0, 0, ""), (0, 2, 0, ""), (0, 1, 2, ""), (0, 0, 5, ""),
    ],
)  # fmt: skip
def test_the_published_rule_decides_a_dimension(strong: int, medium: int, weak: int, rule: str) -> None:
    assert next((one.key for one in RULES.rules.values() if one.met(strong, medium, weak)), "") == rule


def test_a_stronger_indicator_stands_in_for_a_weaker_one() -> None:
    assert RULES.rules["R3"].met(1, 2, 0)
    assert RULES.rules["R4"].met(1, 2, 0)
    assert not RULES.rules["R1"].met(1, 9, 9)


def test_abuse_of_vulnerability_counts_as_a_means() -> None:
    recruited = _screen({f"EC3-0{n}": Value.PRESENT for n in (1, 2, 3)})
    assert (recruited.recruitment_means, recruited.rule_result) == (True, "review")
    held = _screen({f"EC6-0{n}": Value.PRESENT for n in (1, 2, 3)})
    assert (held.destination_coercion, held.rule_result) == (True, "review")
