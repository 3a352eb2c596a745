"""What the synthetic cases record is what their ground truth says applies to them, day by day."""

from collections.abc import Mapping
from dataclasses import dataclass
from pathlib import Path
from typing import Any

import pytest

from tests.stories.telling import answered, read
from workbench.fields import check, clean
from workbench.shipped import resource
from workbench.sop import Pack, joined, load

# The farm alone would call for neither; those who leave and the organiser's telephones do.
BY_THE_OTHER_FILE = {"case-a": set[str](), "case-b": {"T08.8", "T09.1"}}
SET_ASIDE = {"case-a": {"T09.2", "T11.4"}, "case-b": {"T09.2", "T11.3", "T11.4"}}

# In the smuggling procedure alone these steps do not exist; they are recorded once both procedures are followed.
LATER = {"T02.3", "T07.6", "T10.1"}
# An arrest and the papers that follow it are recorded on the day the papers went.
NEXT_DAY = {"T10.3"}


@dataclass(frozen=True)
class Case:
    """A story, its ground truth, and the procedure it ends under."""

    name: str
    told: Mapping[str, Any]
    expected: Mapping[str, Any]
    pack: Pack

    def done(self) -> Mapping[str, set[str]]:
        """The days on which each step of the official procedure was recorded."""
        days: dict[str, set[str]] = {}
        for entry in self.told["steps"]:
            if "answers" in entry:
                for code in {entry["step"], *self.pack.step(entry["step"]).codes}:
                    days.setdefault(code, set()).add(entry["at"][:10])
        return days


@pytest.fixture(scope="module", params=["case-a", "case-b"])
def case(request: pytest.FixtureRequest) -> Case:
    name: str = request.param
    told: dict[str, Any] = {}
    for path in sorted(resource("training", name).glob("*.yaml")):
        told.update(read(path))
    tip = load(resource("sop", "iq-tip"))
    pack = tip if name == "case-a" else joined(load(resource("sop", "iq-som")), tip)
    return Case(name, told, read(Path(__file__).with_name(f"expected-{name}.yaml")), pack)


def test_the_truth_is_that_of_the_story(case: Case) -> None:
    assert case.expected["synthetic"] == "yes"
    assert case.expected["number"] == case.told["number"]
    assert case.expected["opened"] == case.told["opened_at"]


def test_every_step_that_applies_is_recorded_and_no_other(case: Case) -> None:
    applies = {code for code, one in case.expected["steps"].items() if one["applies"] == "yes"}
    done = set(case.done())
    assert applies - done == set()
    assert (done & case.expected["steps"].keys()) - applies == BY_THE_OTHER_FILE[case.name]


def test_what_is_set_aside_does_not_apply_in_the_truth_either(case: Case) -> None:
    aside = {entry["step"] for entry in case.told["steps"] if "not_applicable" in entry}
    assert aside == SET_ASIDE[case.name]
    assert {case.expected["steps"][step]["applies"] for step in aside} == {"no"}


@pytest.mark.parametrize("case", ["case-b"], indirect=True)
def test_each_step_is_recorded_on_the_day_of_the_truth(case: Case) -> None:
    done = case.done()
    other = {
        code for code, one in case.expected["steps"].items()
        if one["applies"] == "yes" and "when" in one and one["when"][:10] not in done[code]
    }  # fmt: skip
    assert other == LATER | NEXT_DAY


def test_every_answer_is_right_and_complete(case: Case) -> None:
    aliases = {one["alias"] for one in case.told["people"]}
    numbers = {one["number"] for one in case.told["exhibits"]}
    problems = [
        (place, problem)
        for place, fields, answers in answered(case.told, case.pack)
        for problem in check(fields, answers, aliases=aliases, exhibits=numbers, final=True)
    ]
    assert problems == []


def test_no_answer_to_a_question_that_is_not_asked(case: Case) -> None:
    lost = [
        (place, key)
        for place, fields, answers in answered(case.told, case.pack)
        for key in answers if key not in clean(fields, answers)
    ]  # fmt: skip
    assert lost == []
