"""Identifiers sort in the order in which they were made, however fast and whatever the clock does."""

from uuid import UUID

import pytest

from workbench import ids


def test_ids_are_uuid7_and_keep_their_order() -> None:
    source = ids.SystemIds()
    made = [source.new() for _ in range(2000)]
    assert made == sorted(set(made))
    assert {UUID(one).version for one in made} == {7}


def test_a_clock_set_back_puts_nothing_first(monkeypatch: pytest.MonkeyPatch) -> None:
    source = ids.SystemIds()
    before = source.new()
    monkeypatch.setattr(ids.time, "time_ns", lambda: 0)
    assert source.new() > before
