"""A pack walked on paper: which steps come, in what order, why, and what a refusal of the judge leaves shut."""

import pytest
from hypothesis import given
from hypothesis import strategies as st
from unit.sop.making import made, step

from workbench.shipped import resource
from workbench.sop import BUILT_IN, Pack, Supposed, load, simulate

PACK = made(
    step("A01.1", fields=[{"key": "online", "kind": "truth", "label": "Online?"}]),
    step("A01.2", when="device_seized", gate=["A01.1"]),
    step("A01.3", when="online", gate=["A01.1"], asks=["search"]),
    step("A01.4", when="online", gate=["A01.3", {"order": "search"}]),
    facts={"online": {"label": "it happened online", "rule": {"answer": "A01.1.online", "is": ["yes"]}}},
    orders={"search": {"label": "Search order"}},
)
SHIPPED = [load(path.parent) for path in sorted(resource("sop").glob("*/pack.yaml"))]


def keys(supposed: Supposed) -> list[str]:
    return [one.step for one in simulate(PACK, supposed).steps]


def test_what_is_supposed_calls_for_its_steps() -> None:
    assert keys(Supposed()) == ["A01.1"]
    assert keys(Supposed(facts={"device_seized": True})) == ["A01.1", "A01.2"]
    assert keys(Supposed(facts={"online": True})) == ["A01.1", "A01.3", "A01.4"]


def test_an_answer_is_known_once_its_step_is_done() -> None:
    walk = simulate(PACK, Supposed(answers={"A01.1": {"online": "yes"}}))
    assert [one.step for one in walk.steps] == ["A01.1", "A01.3", "A01.4"]
    assert [one.fact for one in walk.steps[1].because] == ["online"]
    assert walk.steps[1].because[0].causes[0].ref == "A01.1.online"
    assert walk.steps[2].after == ("A01.3",)
    assert walk.not_called_for == ("A01.2",)


def test_a_refusal_leaves_shut_what_waits_for_the_order() -> None:
    walk = simulate(PACK, Supposed(facts={"online": True}, refused=frozenset({"search"})))
    assert [one.step for one in walk.steps] == ["A01.1", "A01.3"]
    assert dict(walk.shut) == {"A01.4": ("order search",)}


def test_a_fact_that_the_pack_does_not_know_is_named() -> None:
    with pytest.raises(KeyError, match="onlne"):
        simulate(PACK, Supposed(facts={"onlne": True}))


@given(st.data())
def test_every_shipped_pack_can_be_walked_to_its_end_on_any_facts(data: st.DataObject) -> None:
    pack: Pack = data.draw(st.sampled_from(SHIPPED))
    names = sorted(BUILT_IN.keys() | pack.facts.keys())
    true = data.draw(st.sets(st.sampled_from(names), max_size=12))
    supposed = Supposed(facts={key: key in true for key in names})
    walk = simulate(pack, supposed)
    assert dict(walk.shut) == {}
    assert {one.step for one in walk.steps} | set(walk.not_called_for) == set(pack.steps)
    assert walk == simulate(pack, supposed)
