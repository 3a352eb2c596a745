"""Organisations, places, vehicles, accounts and journeys of a case, and the links that tie people to them."""

from functools import partial

import pytest

from tests.desks import refused
from workbench import terms
from workbench.errors import Reason
from workbench.services import people, world
from workbench.services.rows import CaseRow
from workbench.store import Desk

SAID = "Synthetic: statement of P-01"


@pytest.fixture
def peopled(desk: Desk, case: CaseRow) -> str:
    """A case with two people and a place of work."""
    for role in ("possible_victim", "suspect"):
        people.add_person(desk, case.number, role=role, basis="synthetic")
    world.add_entity(desk, case.number, kind="organisation", label="Synthetic brick works", source=SAID)
    return case.number


def test_what_stands_around_people_is_kept_with_its_source_and_corrected_by_a_newer_record(
    desk: Desk, peopled: str
) -> None:
    made = world.add_entity(
        desk, peopled, kind="vehicle", label="White van", detail={"plate": "00 A 00000", "": " "}, source=SAID
    )
    assert (made.ref, made.kind, dict(made.detail)) == ("N-02", "vehicle", {"plate": "00 A 00000"})
    better = world.correct_entity(desk, peopled, "N-02", label="Grey van", reason="Synthetic: seen by day")
    assert (better.label, dict(better.detail), better.source) == ("Grey van", {"plate": "00 A 00000"}, SAID)
    assert [one.ref for one in world.list_entities(desk, peopled)] == ["N-01", "N-02"]


def test_an_entity_that_nobody_can_know_again_is_refused(desk: Desk, peopled: str) -> None:
    whole = {"kind": "place", "label": "A room", "source": SAID}
    for wrong in ({"kind": "nothing"}, {"label": "  "}, {"source": "\u202e"}, {"label": "x" * 301}):
        refused(Reason.ENTITY_WRONG, partial(world.add_entity, desk, peopled, **{**whole, **wrong}))  # type: ignore[arg-type]
    assert len(world.list_entities(desk, peopled)) == 1


def test_a_link_is_sourced_and_dated_and_read_from_both_ends(desk: Desk, peopled: str) -> None:
    made = world.add_link(
        desk, peopled, a="P-01", kind="recruited_by", b="P-02", source=SAID, since_on="2025-11", certainty="probable"
    )
    assert (made.ref, made.state, made.certainty, made.other("P-02")) == ("L-01", "stands", "probable", "P-01")
    world.add_link(desk, peopled, a="P-01", kind="worked_at", b="N-01", source=SAID)
    assert [one.ref for one in world.list_links(desk, peopled, of="P-02")] == ["L-01"]
    assert [one.ref for one in world.list_links(desk, peopled, of="N-01")] == ["L-02"]


def test_a_link_that_ended_stays_and_one_that_was_never_so_is_withdrawn(desk: Desk, peopled: str) -> None:
    for kind in ("controlled_by", "kin_of"):
        world.add_link(desk, peopled, a="P-01", kind=kind, b="P-02", source=SAID, since_on="2025")
    over = world.end_link(desk, peopled, "L-01", until_on="2026-02-20", source="Synthetic: the rescue")
    assert (over.state, over.until_on, over.source, over.ended_why) == (
        "ended", "2026-02-20", SAID, "Synthetic: the rescue",
    )  # fmt: skip
    world.withdraw_link(desk, peopled, "L-02", reason="Synthetic: a slip of the hand")
    assert [one.ref for one in world.list_links(desk, peopled)] == ["L-01"]
    assert [one.state for one in world.list_links(desk, peopled, withdrawn=True)] == ["ended", "withdrawn"]
    for ref in ("L-01", "L-02", "L-09"):
        refused(Reason.LINK_UNKNOWN, partial(world.end_link, desk, peopled, ref, source=SAID))


WRONG: list[tuple[dict[str, str], Reason]] = [
    ({"b": "P-01"}, Reason.LINK_WRONG),
    ({"b": "P-09"}, Reason.ENTITY_UNKNOWN),
    ({"a": "N-09"}, Reason.ENTITY_UNKNOWN),
    ({"kind": "loves"}, Reason.LINK_WRONG),
    ({"certainty": "surely"}, Reason.LINK_WRONG),
    ({"source": ""}, Reason.LINK_WRONG),
    ({"since_on": "2026-02-10", "until_on": "2026-01"}, Reason.LINK_WRONG),
    ({"since_on": "2026-02-30"}, Reason.LINK_WRONG),
    ({"since_on": "20260210"}, Reason.LINK_WRONG),
    ({"since_on": "2027"}, Reason.LINK_WRONG),
    ({"until_on": "9999-12"}, Reason.LINK_WRONG),
]


def test_a_link_that_cannot_be_is_refused_and_none_is_kept(desk: Desk, peopled: str) -> None:
    whole = {"a": "P-01", "kind": "knows", "b": "P-02", "source": SAID}
    for wrong, reason in WRONG:
        refused(reason, partial(world.add_link, desk, peopled, **{**whole, **wrong}))
    assert world.list_links(desk, peopled, withdrawn=True) == []


def test_a_month_ends_on_its_last_day(desk: Desk, peopled: str) -> None:
    made = world.add_link(
        desk, peopled, a="P-01", kind="stayed_at", b="N-01", source=SAID, since_on="2026-02-25", until_on="2026-02"
    )
    assert made.state == "ended"


def test_what_is_read_backwards_is_a_kind_that_exists() -> None:
    assert set(terms.LINKS_BACK) <= set(terms.LINKS)
