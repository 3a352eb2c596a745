"""Risk is the highest dimension and never the average; what is not known is not low; the sheet shows what was kept."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from workbench.errors import Refusal
from workbench.proof import (
    Kept,
    Move,
    Risk,
    Rules,
    assess,
    compliance,
    load,
    plain_assessment,
    plain_compliance,
    trend,
)
from workbench.shipped import resource

CARE = load(resource("proof")).care
FIGURES = st.integers(1, 4)
RISKS = st.dictionaries(st.sampled_from(list(CARE.risks)), st.builds(Risk, FIGURES, FIGURES))


@given(RISKS)
def test_the_whole_is_the_highest_dimension(answers: dict[str, Risk]) -> None:
    whole = assess(answers, CARE)
    products = [one.likelihood * one.impact for one in answers.values()]
    assert whole.score == (max(products) if products else None)
    assert set(whole.unknown) == set(CARE.risks) - set(answers)
    assert all(whole.risks[key].score == whole.score for key in whole.highest)


def test_levels_begin_at_their_scores() -> None:
    def level(likelihood: int, impact: int) -> str:
        return assess({"R1": Risk(likelihood, impact)}, CARE).overall

    assert [level(1, 3), level(2, 2), level(2, 4), level(3, 4)] == ["low", "medium", "high", "extreme"]
    assert assess({"R1": Risk(none=True)}, CARE).overall == "none"
    assert assess({}, CARE).overall == "unknown"


def test_a_trend_says_better_worse_same_or_unknown() -> None:
    first = assess({"R1": Risk(2, 2), "R2": Risk(1, 1), "R3": Risk(4, 4)}, CARE)
    later = assess({"R1": Risk(4, 4), "R2": Risk(1, 1), "R3": Risk(1, 1)}, CARE)
    moved = trend(first, later)
    assert [moved[key] for key in ("R1", "R2", "R3", "R4", "overall")] == [
        Move.WORSE, Move.SAME, Move.BETTER, Move.UNKNOWN, Move.SAME,
    ]  # fmt: skip
    assert plain_assessment(later)["overall"] == "extreme"


@pytest.mark.parametrize("answers", [{"R99": Risk(1, 1)}, {"R1": Risk(0, 4)}, {"R1": Risk(2, 5)}])
def test_figures_outside_the_scale_are_refused(answers: dict[str, Risk]) -> None:
    with pytest.raises(Refusal):
        assess(answers, CARE)


def test_the_sheet_shows_kept_not_kept_not_recorded_and_not_called_for(rules: Rules) -> None:
    points = rules.ethics.points.values()

    def sheet(answers: dict[str, list[dict[str, object]]], *called: str) -> dict[str, Kept]:
        return {one.key: one.kept for one in compliance(points, answers, called)}

    told: dict[str, object] = {"told_at": "2025-03-18T20:00Z", "understood": "yes", "items": ["no_condition"]}
    assert sheet({"T05.1": [told]}, "T05.1")["rights_told"] is Kept.KEPT
    assert sheet({"T05.1": [told]}, "T05.1")["help_without_condition"] is Kept.KEPT
    assert sheet({"T05.1": [{**told, "items": ["role"]}]}, "T05.1")["help_without_condition"] is Kept.NOT_RECORDED
    assert sheet({"T05.1": [{**told, "understood": "no"}, told]}, "T05.1")["rights_told"] is Kept.NOT_KEPT
    alone: list[dict[str, object]] = [{"setting": ["alone"]}]
    assert sheet({"T03.1": alone}, "T03.1")["private_room"] is Kept.NOT_RECORDED
    assert sheet({"T03.1": [{"setting": ["alone", "private"]}]}, "T03.1")["private_room"] is Kept.KEPT
    assert sheet({}, "T05.1")["rights_told"] is Kept.NOT_RECORDED
    assert sheet({})["rights_told"] is Kept.NOT_CALLED_FOR
    assert plain_compliance(compliance(points, {"T05.1": [told]}, ["T05.1"]))


def test_reflection_is_thirty_days_to_be_verified(rules: Rules) -> None:
    assert (rules.care.reflection.days, rules.care.reflection.mark) == (30, "GK")
