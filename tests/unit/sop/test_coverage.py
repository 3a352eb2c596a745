"""What must not be forgotten is asked for while it is called for, and settled by what the pack says settles it."""

from datetime import UTC, datetime
from typing import Any

from unit.sop.making import made, step

from workbench.sop import (
    ExhibitFact,
    OrderFact,
    OrderState,
    Picture,
    Record,
    coverage,
    facts,
    progress,
    readiness,
)

START = datetime(2025, 3, 18, 17, 0, tzinfo=UTC)
PACK = made(
    step("A01.1", asks=["search"]), step("A01.2", when="device_seized"),
    orders={"search": {"label": "Search order"}},
    coverage={
        "phones": {"label": "Telephones", "when": "device_seized", "done": ["A01.2"], "step": "A01.2"},
        "place": {"label": "The place", "done": {"any": ["A01.1", "exhibit_exists"]}, "step": "A01.1"},
    },
    readiness={"order": {"label": "The order is in the file", "done": [{"order": "search"}], "step": "A01.1"}},
)  # fmt: skip


def states(*records: tuple[str, str], kinds: tuple[str, ...] = (), order: OrderFact | None = None) -> dict[str, str]:
    orders = (order,) if order else ()
    exhibits = tuple(ExhibitFact(f"E-{n}", kind) for n, kind in enumerate(kinds, 1))
    true = facts(PACK, Picture(START, "tip", (), exhibits, orders=orders))
    kept = [Record(key, state, {}, "r", START, "") for key, state in records]
    where = progress(PACK, true, kept, orders=orders)
    views: Any = (*coverage(PACK, true, where, orders), *readiness(PACK, true, where, orders))
    return {view.key: str(view.state) for view in views}


def test_what_the_case_does_not_call_for_is_not_missing() -> None:
    assert states() == {"phones": "not_called_for", "place": "open", "order": "open"}


def test_a_finished_step_settles_it_and_a_set_aside_one_says_so() -> None:
    assert states(("A01.2", "done"), kinds=("device",))["phones"] == "done"
    assert states(("A01.2", "waived"), kinds=("device",))["phones"] == "set_aside"
    assert states(kinds=("money",))["place"] == "done"


def test_an_order_counts_while_it_is_in_force() -> None:
    def given(state: OrderState, in_force: bool) -> str:
        return states(order=OrderFact("O-01", "search", "A01.1", "", state, in_force))["order"]

    assert given(OrderState.GRANTED, True) == "done"
    assert given(OrderState.EXCEPTION, True) == "done"
    assert given(OrderState.GRANTED, False) == "open"
    assert given(OrderState.REFUSED, False) == "open"
