"""A case stays on the law of its time."""

from datetime import date, timedelta

import pytest

from workbench.clock import FixedClock
from workbench.errors import Reason, Refusal
from workbench.services import cases, guides
from workbench.store import Desk


def test_a_case_stands_under_the_law_of_the_day_it_is_given(desk: Desk) -> None:
    case = cases.open_case(desk, title="Synthetic", kind="tip", law_on=date(2010, 5, 1))
    assert guides.guide(desk, case.number, "en").law_on == date(2010, 5, 1)


def test_without_one_it_is_the_day_of_opening_at_the_station(desk: Desk, clock: FixedClock) -> None:
    clock.at = clock.at.replace(hour=22)  # past midnight in Baghdad
    case = cases.open_case(desk, title="Synthetic", kind="tip")
    clock.at += timedelta(days=400)
    assert guides.guide(desk, case.number, "en").law_on == date(2026, 3, 2)


def test_a_day_to_come_has_no_law_yet(desk: Desk) -> None:
    with pytest.raises(Refusal) as refused:
        cases.open_case(desk, title="Synthetic", kind="tip", law_on=date(2030, 1, 1))
    assert refused.value.reason is Reason.LAW_DAY_AHEAD
    assert cases.list_cases(desk) == []
