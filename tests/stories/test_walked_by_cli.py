"""Both synthetic cases, from the first report to the hand-over, by nothing but commands."""

from dataclasses import dataclass
from typing import Any

import pytest

from tests.stories.telling import course
from tests.stories.walking import Walker
from workbench.services import story
from workbench.shipped import resource

pytestmark = pytest.mark.slow

HAND_OVER = "T13.4"  # the step with which the papers go to the judge
DONE = {"case-a": 91, "case-b": 121}


@dataclass(frozen=True)
class Walked:
    """A case that was told by commands, and what they said was missing just before it was handed over."""

    walker: Walker
    lacking: dict[str, Any]

    @property
    def story(self) -> Any:
        return self.walker.told

    def said(self, *words: str) -> Any:
        """What a command about the case answers."""
        return self.walker.json(*words, self.walker.number)


@pytest.fixture(scope="module", params=story.CASES)
def walked(request: pytest.FixtureRequest, tmp_path_factory: pytest.TempPathFactory) -> Walked:
    walker, lacking = Walker(story.story(request.param), tmp_path_factory.mktemp(request.param)), {}
    walker.open()
    for one in course(walker.told):
        if one.facts.get("step") == HAND_OVER:
            lacking = walker.json("case", "readiness", walker.number)
        walker.tell(one)
    return Walked(walker, lacking)


def test_every_step_of_the_story_stands_as_it_was_told_and_none_is_left(walked: Walked) -> None:
    told = {one["step"]: "done" if "answers" in one else "not_applicable" for one in walked.story["steps"]}
    found = {row["step"]: row["state"] for row in walked.said("case", "steps")}
    assert {key: state for key, state in told.items() if key in found} == found
    case = walked.said("case", "show")
    assert (case["done"], case["total"], case["next_step"]) == (len(found), len(found), None)
    assert len(found) == DONE[walked.story["folder"]]


def test_the_file_lacks_nothing_but_a_second_look_when_it_goes_to_the_judge(walked: Walked) -> None:
    assert {one["kind"] for one in walked.lacking["missing"]} <= {"deviation"}
    assert walked.lacking["unexamined"] == []


def test_people_orders_and_exhibits_are_those_of_the_story(walked: Walked) -> None:
    told, rows = walked.story, walked.said("person", "list")
    for one, row in zip(told["people"], rows, strict=True):
        assert [claim["role"] for claim in row["claims"]] == [claim["role"] for claim in one["claims"]]
        assert [claim["custody"] for claim in row["claims"]] == [claim.get("custody", "") for claim in one["claims"]]
        since = [story.moment(claim["since"]) for claim in row["claims"]]
        assert since == [story.moment(claim["at"]) for claim in one["claims"]]
    assert {row["ref"] for row in walked.said("order", "list")} == {one["ref"] for one in told["orders"]}
    assert {row["number"] for row in walked.said("exhibit", "list")} == {one["number"] for one in told["exhibits"]}


def test_names_papers_and_telephones_are_kept_and_shown_to_who_says_why(walked: Walked) -> None:
    walker = walked.walker
    for one in walked.story["people"][:4]:
        row = walker.json("person", "show", walker.number, one["alias"], "--reason", "synthetic check")
        for part in ("names", "papers"):
            kept = [{key: value for key, value in each.items() if value} for each in row[part]]
            assert kept == [{key: value for key, value in each.items() if value} for each in one.get(part, [])]
        assert row["phones"] == one.get("phones", [])


def test_the_sealed_files_are_the_evidence(walked: Walked) -> None:
    manifest = resource("training", walked.story["folder"], "MANIFEST.sha256").read_text(encoding="utf-8")
    listed = {
        name.removeprefix("evidence/"): digest
        for digest, _, name in (line.partition("  ") for line in manifest.splitlines())
    }
    rows = walked.said("exhibit", "verify")
    sealed = {file["original_name"]: file["sha256"] for row in rows for file in row["files"]}
    assert sealed == {file: listed[file] for one in walked.story["exhibits"] for file in one.get("files", ())}
    assert {row["integrity"] for row in rows} <= {"verified", "none"}


def test_the_log_holds_and_so_does_the_vault(walked: Walked) -> None:
    assert walked.walker.json("audit", "verify")["ok"]
    assert walked.walker.json("vault", "check")["ok"]
