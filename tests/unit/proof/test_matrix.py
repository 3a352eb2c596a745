"""The matrix of proof and the comparison of charges: gaps, sides, children, days and places."""

from datetime import date
from typing import Any

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from workbench.errors import Reason, Refusal
from workbench.proof import (
    Coverage,
    Finding,
    Holds,
    Rules,
    Side,
    Source,
    SourceKind,
    compare,
    graded,
    load,
    matrix,
    plain_charges,
)
from workbench.shipped import resource

RULES = load(resource("proof")).charges
TIP, PROTOCOL, SOM = (RULES.offences[key] for key in ("IQ-TIP-28", "TIP-PROTOCOL", "SOM-PROTOCOL"))
SOURCES = st.builds(Source, st.sampled_from(list(SourceKind)), st.sampled_from(["1", "2", "3"]))
FINDINGS = st.builds(
    Finding, st.sampled_from(sorted(RULES.names)), st.sampled_from(list(Side)),
    st.sampled_from(["none", "weak", "fair", "strong"]), SOURCES,
)  # fmt: skip
DAY = date(2025, 3, 18)


def _found(element: str, strength: str = "strong", source: str = "E-1", side: Side = Side.FOR) -> Finding:
    kind = SourceKind.STATEMENT if source.startswith("S") else SourceKind.EXHIBIT
    return Finding(element, side, strength, Source(kind, source))


@pytest.mark.parametrize("key", [key for key, one in RULES.offences.items() if one.groups])
def test_no_findings_are_all_gaps(key: str) -> None:
    empty = matrix([], RULES.offences[key], RULES, child=False)
    assert {cell.coverage for row in empty.rows for cell in row.cells} == {Coverage.GAP}
    assert empty.missing == tuple(group.key for group in RULES.offences[key].groups)
    assert {prompt for task in empty.tasks for prompt in task.prompts}
    assert not empty.ready


@settings(max_examples=60)
@given(st.lists(FINDINGS, max_size=12), FINDINGS, st.booleans())
def test_a_finding_for_an_element_never_makes_a_gap(found: list[Finding], more: Finding, child: bool) -> None:
    more = Finding(more.element, Side.FOR, more.strength, more.source)
    for offence in (TIP, PROTOCOL, SOM):
        before = matrix(found, offence, RULES, child=child)
        after = matrix([*found, more], offence, RULES, child=child)
        assert set(after.missing) <= set(before.missing)


@settings(max_examples=40)
@given(st.lists(FINDINGS, max_size=12))
def test_for_a_child_means_are_shown_and_never_demanded(found: list[Finding]) -> None:
    for offence in (TIP, PROTOCOL):
        weighed = matrix(found, offence, RULES, child=True)
        means = next(row for row in weighed.rows if row.group.key == "means")
        assert not means.demanded
        assert "means" not in weighed.missing
        assert "means" not in {task.group for task in weighed.tasks}
        assert len(means.cells) == len(means.group.elements)


def test_the_law_without_a_rule_for_children_says_so() -> None:
    assert RULES.child_no_rule in matrix([], TIP, RULES, child=True).caveats
    assert RULES.child_no_means in matrix([], PROTOCOL, RULES, child=True).caveats
    assert RULES.child_no_rule not in matrix([], TIP, RULES, child=False).caveats


def test_coverage_tells_one_source_from_several_and_words_from_things() -> None:
    def coverage(*found: Finding) -> Coverage:
        return matrix(found, TIP, RULES, child=False).rows[0].cells[0].coverage

    assert coverage() is Coverage.GAP
    assert coverage(_found("recruitment", "none")) is Coverage.GAP
    assert coverage(_found("recruitment", "weak")) is Coverage.WEAK
    assert coverage(_found("recruitment")) is Coverage.SINGLE_SOURCE
    assert coverage(_found("recruitment", source="S-1"), _found("recruitment", source="S-2")) is Coverage.STATEMENT_ONLY
    assert coverage(_found("recruitment"), _found("recruitment", source="E-2")) is Coverage.COVERED
    against = _found("recruitment", "fair", "E-3", Side.AGAINST)
    assert coverage(_found("recruitment", "fair"), against) is Coverage.CONTRADICTED
    assert coverage(_found("recruitment", "strong"), against) is Coverage.SINGLE_SOURCE


def test_what_speaks_for_the_suspect_is_listed() -> None:
    against = _found("deception", "fair", side=Side.AGAINST)
    duress = Finding("recruitment", Side.FOR, "fair", Source(SourceKind.RECORD, "R-1"), exculpatory=True)
    weighed = matrix([against, duress, _found("fraud")], TIP, RULES, child=False)
    assert set(weighed.exculpatory) == {against, duress}


def test_one_finding_serves_every_charge_under_its_own_name() -> None:
    found = [_found("transportation"), _found("deception"), _found("unpaid_labour"), _found("organ_trade")]
    rows = compare(["IQ-TIP-28", "TIP-PROTOCOL"], found, RULES, on=DAY, jurisdiction="iq", child=False)
    assert [row.matrix.missing for row in rows] == [(), ()]
    assert [row.stands for row in rows] == [True, True]
    assert "Trade in organs" in {cell.label for cell in rows[0].matrix.rows[2].cells}


def test_a_charge_outside_its_days_or_its_place_says_so() -> None:
    charges = ["IQ-TIP-28", "KRI-TIP-6", "TIP-PROTOCOL", "PC-FORGERY"]

    def held(on: date, jurisdiction: str) -> list[Holds]:
        return [row.holds for row in compare(charges, [], RULES, on=on, jurisdiction=jurisdiction, child=False)]

    assert held(DAY, "iq") == [Holds.YES, Holds.NOT_HERE, Holds.YES, Holds.YES]
    assert held(DAY, "iq-kr") == [Holds.NOT_HERE, Holds.YES, Holds.YES, Holds.YES]
    assert held(date(2005, 1, 1), "iq") == [Holds.NOT_YET, Holds.NOT_HERE, Holds.NOT_YET, Holds.YES]
    # Only the year in which it began is known.
    assert held(date(2012, 5, 1), "iq")[0] is Holds.UNKNOWN


def test_a_charge_without_entered_elements_never_stands() -> None:
    every = [_found(key) for key in RULES.concepts]
    for row in compare(RULES.offences, every, RULES, on=DAY, jurisdiction="", child=False):
        if not row.offence.groups:
            assert (row.matrix.open, row.stands) == (True, False)
            assert RULES.no_elements in row.matrix.caveats


def test_the_aggravated_penalty_needs_a_circumstance() -> None:
    def penalties(*found: Finding) -> list[str]:
        (row,) = compare(["IQ-TIP-28"], found, RULES, on=DAY, jurisdiction="iq", child=False)
        return [one.key for one in row.penalties]

    assert "A6" not in penalties(_found("AG1", side=Side.AGAINST))
    assert "A6" in penalties(_found("AG1"))


def test_help_without_benefit_is_named_as_an_exclusion() -> None:
    helped = matrix([_found("procurement", "none"), _found("benefit", "none")], SOM, RULES, child=False)
    assert [one.key for one in helped.excluded_by] == ["humanitarian"]
    assert matrix([_found("benefit")], SOM, RULES, child=False).excluded_by == ()


def test_pairs_of_the_invented_cases_are_weighed_as_expected(truth: dict[str, Any]) -> None:
    for pair in truth["tip"]:
        found = _pair(pair)
        weighed = matrix(found, TIP, RULES, child=pair["child"])
        shown = {row.group.key for row in weighed.rows if row.coverage is not Coverage.GAP}
        assert (pair["pair"], shown) == (pair["pair"], {group for group, *_ in pair["findings"]})
        assert list(weighed.aggravating) == sorted(pair["aggravating"])
    # Calls and initials of one official alone are never proof, whatever stands in the file.
    official = next(pair for pair in truth["tip"] if pair["pair"] == "A-P09 A-P01")
    assert matrix(_pair(official), TIP, RULES, child=False).missing == ("means", "purpose")


def test_journeys_of_the_invented_cases_are_weighed_as_expected(truth: dict[str, Any]) -> None:
    excluded = {
        journey["pair"]: bool(matrix(_pair(journey), SOM, RULES, child=False).excluded_by) for journey in truth["som"]
    }
    assert [pair for pair, out in excluded.items() if out] == ["B-P13 tractor, 7 Feb", "B-P03 trip 3"]


def _pair(pair: dict[str, Any]) -> list[Finding]:
    found = [
        _found(key, graded(strength, RULES), exhibit)
        for _, key, strength, exhibits in pair["findings"] for exhibit in exhibits or ["-"]
    ]  # fmt: skip
    return found + [_found(key) for key in pair["aggravating"]]


@pytest.mark.parametrize("finding", [_found("witchcraft"), _found("deception", "certain")])
def test_what_the_rules_do_not_know_is_refused(finding: Finding) -> None:
    with pytest.raises(Refusal) as refused:
        matrix([finding], TIP, RULES, child=False)
    assert refused.value.reason is Reason.NOT_IN_RULES


def test_grades_of_evidence_stand_for_strengths() -> None:
    assert [graded(one, RULES) for one in "ABCDE"] == ["strong", "strong", "fair", "weak", "weak"]
    assert graded("none", RULES) == "none"
    with pytest.raises(Refusal):
        graded("F", RULES)


def test_charges_go_into_json(rules: Rules) -> None:
    import json

    rows = compare(rules.charges.offences, [_found("fraud")], rules.charges, on=DAY, jurisdiction="iq", child=True)
    shown = json.loads(json.dumps(plain_charges(rows)))
    assert len(shown) == len(rules.charges.offences)
    assert shown[1]["groups"]["means"]["demanded"] is False


def test_ready_for_referral_is_fair_everywhere_and_strong_once() -> None:
    shown = [_found("harbouring", "fair"), _found("deception", "fair"), _found("forced_labour", "fair")]
    assert not matrix(shown, TIP, RULES, child=False).ready
    assert matrix([*shown, _found("forced_labour", "strong", "E-2")], TIP, RULES, child=False).ready
    weak = [_found("harbouring"), _found("deception", "weak"), _found("forced_labour")]
    assert not matrix(weak, TIP, RULES, child=False).ready
    # What is missing of the means does not hold up the case of a child.
    assert matrix([_found("harbouring"), _found("forced_labour")], TIP, RULES, child=True).ready


def test_what_is_weak_becomes_a_task_with_places_to_look() -> None:
    shown = [_found("harbouring"), _found("harbouring", source="E-2"), _found("deception", "weak")]
    tasks = {task.group: task for task in matrix(shown, TIP, RULES, child=False).tasks}
    assert set(tasks) == {"means", "purpose"}
    assert (tasks["means"].elements, tasks["means"].coverage) == (("deception",), Coverage.WEAK)
    assert "Medical file (organs)" in tasks["purpose"].prompts


def test_every_key_that_is_answered_has_a_word() -> None:
    from workbench import terms
    from workbench.proof import Kept, Move, Value

    for kinds, said in (
        (Coverage, terms.COVERAGES), (Holds, terms.HOLDS), (Side, terms.SIDES), (Kept, terms.KEPT),
        (Move, terms.MOVES), (Value, terms.INDICATOR_ANSWERS),
    ):  # fmt: skip
        assert {one.value for one in kinds} == set(said)
