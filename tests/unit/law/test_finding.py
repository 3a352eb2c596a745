"""What held where and when, and which provisions a place means."""

from datetime import date

import pytest

from workbench.errors import Reason, Refusal
from workbench.law import Law, State, best, find

NOW = date(2025, 3, 18)


def said(law: Law, source: str, place: str, on: date = NOW, jurisdiction: str = "zz") -> list[str]:
    return [one.summary for one in find(law, source, place, on, jurisdiction)]


@pytest.mark.parametrize(("place", "summaries"), [
    ("", ["Everything in one law."]),
    ("arts 1-9", ["The first chapter."]),
    ("arts 3-4", ["The first chapter."]),
    ("art 3", ["The first chapter."]),
    ("art 13", ["A part of the second chapter."]),
    ("art 15", ["The second chapter."]),
    ("art 5(2)", ["The second paragraph.", "The rest of the second paragraph."]),
    ("art 5(2)(a)", ["The second paragraph.", "The rest of the second paragraph."]),
    ("art 5", ["The second paragraph.", "The rest of the second paragraph."]),
    ("art 5(3)", ["The first chapter."]),
    ("art 7", ["One.", "Two."]),
    ("art 7 (second)", ["Two."]),
    ("art 7 first-second", ["One.", "Two."]),
    ("arts 9-10", ["The first chapter.", "The second chapter."]),
    ("last chapter", ["The end."]),
    ("art 13, last chapter", ["A part of the second chapter.", "The end."]),
    ("art 99", []),
    ("some other chapter", []),
])  # fmt: skip
def test_a_place_means_itself_or_what_lies_in_it_or_the_narrowest_around_it(
    law: Law, place: str, summaries: list[str]
) -> None:
    assert said(law, "LAND-1", place) == summaries


def test_another_way_to_write_a_place_means_the_same(law: Law) -> None:
    assert said(law, "TREATY", "module 5") == said(law, "TREATY", "m5") == ["The fifth module."]


def test_a_part_of_a_law_says_what_the_law_says_there(law: Law) -> None:
    assert said(law, "LAND-1-ART5", "") == said(law, "LAND-1", "art 5")
    assert law.instruments["LAND-1-ART5"].since == "1980"


def test_each_jurisdiction_has_its_own_rule(law: Law) -> None:
    assert said(law, "LAND-1", "art 8") == ["The rule of the whole land."]
    assert said(law, "LAND-1", "art 8", jurisdiction="zz-north") == ["The rule of the north."]
    assert said(law, "LAND-1", "art 8", jurisdiction="") == ["The rule of the whole land.", "The rule of the north."]
    assert said(law, "LAND-OLD", "art 1", date(2000, 1, 1), "zz-north") == []


def test_before_a_jurisdiction_had_its_own_rule_the_chapter_speaks(law: Law) -> None:
    assert said(law, "LAND-1", "art 8", date(2000, 1, 1), "zz-north") == ["The first chapter."]


def test_a_repealed_rule_is_not_found_and_hides_behind_nothing_wider(law: Law) -> None:
    assert said(law, "LAND-1", "art 9", date(2003, 6, 30), "zz-north") == ["Repealed in the north."]
    assert said(law, "LAND-1", "art 9", date(2003, 7, 1), "zz-north") == []
    assert [one.summary for one in best(law, "LAND-1", "art 9", NOW, "zz-north")] == ["Repealed in the north."]


@pytest.mark.parametrize(("key", "on", "state"), [
    ("LAND-2", date(2012, 4, 22), State.NOT_YET),
    ("LAND-2", date(2012, 4, 23), State.IN_FORCE),
    ("LAND-OLD", date(2012, 4, 22), State.IN_FORCE),
    ("LAND-OLD", date(2012, 4, 23), State.REPEALED),
    ("LAND-1", date(1979, 12, 31), State.NOT_YET),
    ("LAND-1", date(1980, 7, 1), State.UNKNOWN),
    ("LAND-1", date(1981, 1, 1), State.IN_FORCE),
    ("TREATY", NOW, State.UNKNOWN),
    ("DRAFT", NOW, State.DRAFT),
    ("DRAFT", date(2999, 1, 1), State.DRAFT),
])  # fmt: skip
def test_a_law_stands_as_its_days_say(law: Law, key: str, on: date, state: State) -> None:
    assert law.state(law.instruments[key], on) is state


def test_the_law_of_a_day_leaves_out_what_came_later_what_was_repealed_and_drafts(law: Law) -> None:
    then = law.at(date(2010, 5, 1), "zz")
    assert set(then.instruments) == {"LAND-1", "LAND-1-ART5", "LAND-OLD", "TREATY"}
    assert {one.instrument for one in then.provisions} == {"LAND-1", "LAND-OLD", "TREATY"}
    assert set(law.at(NOW, "zz").instruments) == {"LAND-1", "LAND-1-ART5", "LAND-2", "TREATY", "STUDY"}
    assert "NORTH-1" in law.at(NOW, "zz-north").instruments
    assert "LAND-OLD" not in law.at(NOW, "zz-north").instruments


def test_a_draft_says_nothing_that_holds(law: Law) -> None:
    assert said(law, "DRAFT", "art 1") == []
    assert [one.summary for one in best(law, "DRAFT", "art 1", NOW, "zz")] == ["What it would say."]


def test_a_source_that_nobody_knows_is_an_error_of_the_caller(law: Law) -> None:
    with pytest.raises(KeyError):
        find(law, "NOBODY", "", NOW, "zz")


def test_a_language_that_it_does_not_have_is_refused(law: Law) -> None:
    with pytest.raises(Refusal) as caught:
        law.in_language("xx")
    assert caught.value.reason is Reason.LANGUAGE_UNKNOWN
    assert law.in_language("en") == law
