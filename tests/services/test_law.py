"""The law as a face gets it: with its mark, its state and its language."""

from datetime import date

import pytest

from workbench.errors import Reason, Refusal
from workbench.i18n import TAGS, language
from workbench.services import law
from workbench.services.packs import shipped

NOW, BEFORE = date(2025, 3, 18), date(2010, 5, 1)
VERIFY = "to be verified"


@pytest.mark.parametrize("tag", TAGS)
@pytest.mark.parametrize("jurisdiction", ["", "iq", "iq-kr"])
@pytest.mark.parametrize("on", [BEFORE, NOW])
def test_what_was_not_read_is_never_shown_without_its_mark(tag: str, jurisdiction: str, on: date) -> None:
    rows = [
        *law.sources(on=on, jurisdiction=jurisdiction, tag=tag),
        *(
            row
            for source in law.shipped().instruments
            for row in law.every_place(source, on=on, jurisdiction=jurisdiction, tag=tag)
        ),
    ]
    verify = language(tag).say(VERIFY)
    assert {row.marked == verify for row in rows if row.mark == "GK"} == {True}
    assert {row.marked == verify for row in rows if row.mark != "GK"} == {False}
    assert all(row.stands for row in rows)


def test_a_place_that_says_nothing_here_is_not_called_read() -> None:
    row = law.provisions("IQ-TIP-28-2012", "art 5", on=NOW, jurisdiction="iq-kr", tag="en")[0]
    assert (row.state, row.summary, row.mark) == (law.ELSEWHERE, "", "GK")
    unknown = law.provisions("IQ-TIP-28-2012", "art 99", on=NOW, jurisdiction="iq", tag="en")
    assert [(row.summary, row.mark, row.marked) for row in unknown] == [("", "GK", VERIFY)]


def test_where_a_law_does_not_hold_what_holds_instead_follows() -> None:
    rows = law.provisions("IQ-TIP-28-2012", "art 6", on=NOW, jurisdiction="iq-kr", tag="en")
    assert [row.source for row in rows] == ["IQ-TIP-28-2012", "KRI-6-2018", "KRI-6-2018"]
    assert [bool(row.summary) for row in rows] == [False, True, True]


def test_a_law_that_came_later_is_named_and_not_told() -> None:
    rows = law.provisions("IQ-TIP-28-2012", "art 6", on=BEFORE, jurisdiction="iq", tag="en")
    assert [(row.state, row.summary) for row in rows] == [("not_yet", "")]


def test_a_guide_that_came_later_can_still_be_read() -> None:
    row = law.provisions("MENDEZ", "p2", on=BEFORE, jurisdiction="iq", tag="en")[0]
    assert (row.state, row.kind, bool(row.summary)) == ("not_yet", "standard", True)


@pytest.mark.parametrize("jurisdiction", ["iq", "iq-kr"])
def test_a_draft_says_that_it_is_one(jurisdiction: str) -> None:
    row = law.provisions("IQ-DRAFT-2024", "", on=NOW, jurisdiction=jurisdiction, tag="en")[0]
    assert (row.state, row.stands) == ("draft", "draft, not in force")
    assert row.summary


def test_a_repealed_rule_says_so() -> None:
    row = law.provisions("IQ-CPC-23-1971", "art 136(b)", on=NOW, jurisdiction="iq-kr", tag="en")[0]
    assert (row.state, row.summary) == ("repealed", "Article 136 is repealed in the Region.")


def test_a_wider_place_is_shown_as_what_it_is() -> None:
    row = law.provisions("IQ-CPC-23-1971", "art 75", on=NOW, jurisdiction="iq", tag="en")[0]
    assert (row.asked, row.place, row.wider) == ("art 75", "arts 72-86", True)
    exact = law.provisions("IQ-CPC-109", "art 109(A), (C)", on=NOW, jurisdiction="iq", tag="en")
    assert [(row.place, row.wider) for row in exact] == [("art 109(A)", False), ("art 109(C)", False)]


def test_what_was_read_elsewhere_names_where() -> None:
    row = law.provisions("IQ-CONST-2005", "art 15", on=NOW, jurisdiction="iq", tag="en")[0]
    assert row.marked == "read in another source"
    assert row.read_in == ("Extracts of the constitution and the Penal Code (antislaverylaw.ac.uk)",)


def test_a_step_brings_the_law_of_its_deadlines_first_and_each_row_once() -> None:
    step = shipped("iq-tip")[0].step("T10.3")
    rows = law.of_step(step, on=NOW, jurisdiction="iq", tag="en")
    assert [(row.source, row.place) for row in rows[:2]] == [("IQ-CONST-2005", "art 19(13)")] * 2
    assert {row.source for row in rows} == {"IQ-CONST-2005", "IQ-QUESTIONING"}
    assert len(set(rows)) == len(rows)


def test_a_source_of_somebody_elses_pack_has_no_row_and_breaks_nothing() -> None:
    rows = law.basis([("THEIRS-1", "art 1"), ("CRC", "art 3")], on=NOW, jurisdiction="iq", tag="en")
    assert [row.source for row in rows] == ["CRC"]


def test_rows_come_in_the_language_asked_for() -> None:
    rows = {tag: law.provisions("CRC", "art 3", on=NOW, jurisdiction="iq", tag=tag)[0] for tag in TAGS}
    assert len({row.title for row in rows.values()}) == len({row.summary for row in rows.values()}) == len(TAGS)


def test_a_source_that_nobody_knows_is_refused() -> None:
    with pytest.raises(Refusal) as caught:
        law.provisions("NOBODY", "", on=NOW, jurisdiction="iq", tag="en")
    assert caught.value.reason is Reason.LAW_UNKNOWN
