"""A seizure record names the order it rests on, or the basis where there was none."""

from datetime import date, datetime

import pytest

from workbench.reports.dossier import Seizure
from workbench.services import dossiers, orders
from workbench.services.rows import CaseRow
from workbench.store import Desk

COURT = "محكمة التحقيق (تدريبية)"


def _ask(desk: Desk, case: CaseRow, kind: str = "search") -> str:
    return orders.ask_order(
        desk,
        case.number,
        step="T07.2",
        kind=kind,
        grounds="papers are kept there",
        place="an office",
        court=COURT,
    ).ref


@pytest.fixture
def decided() -> datetime:
    return datetime.fromisoformat("2026-03-01T11:00+03:00")


def _seizure(desk: Desk, case: CaseRow) -> Seizure:
    found = dossiers.gather(
        desk, case.number, "seizure_record", "en", digits="latin", document_id="x"
    ).seizure
    assert found is not None
    return found


def test_it_names_the_number_the_day_and_the_court_of_the_order(
    desk: Desk, case: CaseRow, decided: datetime
) -> None:
    orders.decide_order(
        desk, case.number, _ask(desk, case), granted=True, decided_at=decided, number="SRCH-44/2026", text="the office",
        valid_until=date(2026, 3, 3),
    )  # fmt: skip
    found = _seizure(desk, case)
    for part in ("SRCH-44/2026", "2026", COURT):
        assert part in found.order
    assert (found.place, found.legal_basis) == ("an office", "")


def test_without_an_order_it_says_on_what_basis(desk: Desk, case: CaseRow) -> None:
    orders.record_exception(
        desk, case.number, step="T07.2", kind="search", grounds="a child cried for help inside"
    )
    found = _seizure(desk, case)
    assert (found.order, found.legal_basis) == ("", "a child cried for help inside")


def test_what_was_refused_or_allows_no_search_is_not_named(
    desk: Desk, case: CaseRow, decided: datetime
) -> None:
    orders.decide_order(
        desk, case.number, _ask(desk, case), granted=False, decided_at=decided, text="not yet"
    )
    orders.decide_order(
        desk,
        case.number,
        _ask(desk, case, "device"),
        granted=True,
        decided_at=decided,
        number="DEV-1",
        text="two phones",
    )
    assert _seizure(desk, case).order == ""
