"""Who must never meet, whatever roles people have: properties over made-up people."""

from dataclasses import replace
from datetime import UTC, datetime

from hypothesis import given
from hypothesis import strategies as some

from workbench.services.care.apart import Apart
from workbench.services.rows import ClaimRow, PersonRow
from workbench.sop import SUSPECT_ROLES, VICTIM_ROLES

AT = datetime(2026, 3, 1, tzinfo=UTC)
OFFERED = ["victim", "possible_victim", "suspect", "accused", "witness", "guardian"]
ROLES = some.lists(some.sampled_from(OFFERED), max_size=3)


def person(number: int, roles: list[str]) -> PersonRow:
    claims = tuple(ClaimRow(f"{number}-{n}", role, AT, None, "x", "x", AT) for n, role in enumerate(roles))
    return PersonRow(
        f"id-{number}", f"P-{number:02}", "unknown", "unknown", "", "", None, None, False, False, "", (), False, (),
        claims,
    )  # fmt: skip


PEOPLE = some.lists(ROLES, min_size=2, max_size=6).map(lambda all_: [person(n, one) for n, one in enumerate(all_, 1)])


@given(PEOPLE)
def test_a_victim_and_somebody_who_is_only_suspected_never_meet(people: list[PersonRow]) -> None:
    pairs = {frozenset(pair) for pair in Apart(people, {}).among(one.alias for one in people)}
    for a in people:
        for b in people:
            mine, theirs = set(a.roles), set(b.roles)
            across = bool(mine & VICTIM_ROLES and theirs & SUSPECT_ROLES and not theirs & VICTIM_ROLES)
            assert not across or frozenset((a.alias, b.alias)) in pairs
    for pair in pairs:
        one, other = (set(row.roles) for row in people if row.alias in pair)
        assert (one | other) & VICTIM_ROLES
        assert (one | other) & SUSPECT_ROLES


@given(PEOPLE, some.data())
def test_it_is_the_same_from_both_sides_and_nobody_is_kept_from_themself(
    people: list[PersonRow], data: some.DataObject
) -> None:
    codes = [one.alias for one in people]
    named = data.draw(some.dictionaries(some.sampled_from(codes), some.lists(some.sampled_from(codes), max_size=2)))
    apart = Apart(people, named)
    left, right = codes[: len(codes) // 2], codes[len(codes) // 2 :]
    assert apart.between(left, right) == apart.between(right, left)
    assert all(a != b for a, b in (*apart.among(codes), *apart.between(codes, codes)))
    assert set(apart.between(left, right)) <= set(apart.among(codes))
    for code, others in named.items():
        for other in others:
            assert code == other or tuple(sorted((code, other))) in apart.among([code, other])


def test_a_code_that_was_joined_to_another_is_kept_apart_with_it() -> None:
    people = [replace(person(1, ["victim"]), also=("P-07",)), person(2, ["suspect"])]
    assert Apart(people, {}).among(["P-07", "P-02"]) == (("P-01", "P-02"),)
