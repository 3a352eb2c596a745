"""Two packs that share steps, joined: each step once, neither procedure weakened, every record carried over."""

from datetime import UTC, datetime

import pytest
from unit.sop.making import made, step

from workbench.shipped import resource
from workbench.sop import Pack, Picture, Record, facts, joined, load, progress
from workbench.sop.rules import AllOf, AnyOf

START = datetime(2025, 3, 18, 17, 0, tzinfo=UTC)


@pytest.fixture(scope="module")
def shipped() -> tuple[Pack, Pack]:
    return load(resource("sop", "iq-tip")), load(resource("sop", "iq-som"))


def test_every_step_of_both_is_there_once(shipped: tuple[Pack, Pack]) -> None:
    tip, som = shipped
    both = joined(tip, som)
    assert set(both.steps) == set(tip.steps) | set(som.steps)
    assert len(both.steps) == sum(len(phase.steps) for phase in both.phases)
    assert set(both.facts) == set(tip.facts) | set(som.facts)
    assert both.kind == "both"


def test_it_is_said_in_every_language_of_both(shipped: tuple[Pack, Pack]) -> None:
    tip, som = shipped
    both = joined(tip, som)
    for tag in both.languages:
        said = both.in_language(tag)
        assert said.step("T01.1").title == tip.in_language(tag).step("T01.1").title
        assert said.step("S01.2").title == som.in_language(tag).step("S01.2").title
        assert said.language == tag
        assert said.in_language("en").title == both.title


def test_its_digest_is_of_both_and_of_their_order(shipped: tuple[Pack, Pack]) -> None:
    tip, som = shipped
    digests = {tip.digest, som.digest, joined(tip, som).digest, joined(som, tip).digest}
    assert len(digests) == 4
    assert joined(tip, som).digest == joined(tip, som).digest


def test_a_step_of_both_is_called_for_by_either_and_waits_for_what_both_say() -> None:
    one = made(step("A01.1"), step("A01.2", when="device_seized", gate=["A01.1"]), key="one")
    two = made(step("A01.2", when="victim_known", gate=["B01.1"], safety=True), step("B01.1"), key="two")
    found = joined(one, two).step("A01.2")
    assert isinstance(found.when, AnyOf)
    assert isinstance(found.gate, AllOf)
    assert found.safety
    assert joined(one, one).step("A01.2") == one.step("A01.2")


def test_where_both_would_wait_for_each_other_the_first_pack_decides() -> None:
    one = made(step("A01.1"), step("A01.2", gate=["A01.1"]), key="one")
    two = made(step("A01.1", gate=["A01.2"]), step("A01.2"), key="two")
    both = joined(one, two)
    where = progress(both, facts(both, Picture(START, "both")), [])
    assert [str(where.views[key].state) for key in ("A01.1", "A01.2")] == ["open", "waiting"]


def test_records_of_one_track_stand_in_both(shipped: tuple[Pack, Pack]) -> None:
    tip, som = shipped
    both = joined(tip, som)
    records = [Record(key, "done", {}, "", START, "") for key in ("T01.1", "S01.1", "S01.2")]
    where = progress(both, facts(both, Picture(START, "both")), records)
    assert {str(where.views[record.step].state) for record in records} == {"done"}
