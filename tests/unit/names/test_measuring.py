"""Measuring: counts and what follows from them, also where there is nothing to count."""

import pytest

from workbench.names import Figures, Labelled, at

ROWS = [Labelled("a", "b", True)] * 4 + [Labelled("a", "c", False)] * 6


def test_a_threshold_divides_right_from_wrong() -> None:
    figures = at(50, [90, 50, 49, 80, 60, 0, 0, 10, 20, 30], ROWS)
    assert figures == Figures(50, found=3, wrong=1, missed=1, apart=5)
    assert (figures.recall, figures.precision) == (0.75, 0.75)
    assert figures.f1 == pytest.approx(0.75)


def test_without_hits_or_without_anything_to_find_nothing_is_divided_by_nothing() -> None:
    none = at(101, [90] * 10, ROWS)
    assert (none.recall, none.precision, none.f1) == (0, 1, 0)
    assert at(50, [], []).recall == at(50, [], []).precision == 1
