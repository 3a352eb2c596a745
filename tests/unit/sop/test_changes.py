"""A new fact says at once what appears, what falls away and what stays recorded."""

from datetime import UTC, datetime

from unit.sop.making import made, step

from workbench.sop import Changes, Pack, PersonFact, Picture, Record, compare, facts, progress

START = datetime(2025, 3, 18, 17, 0, tzinfo=UTC)
PACK = made(
    step("A01.1"),
    step("A01.2", when="victim_is_child", gate=["A01.1"]),
    step("A01.3", when={"not": "victim_is_child"}),
    step("A01.4", gate=["A01.3"]),
)


def told(pack: Pack, before: int, after: int, *recorded: str) -> Changes:
    records = [Record(key, "done", {}, "", START, "") for key in recorded]

    def stands(age: int) -> tuple[object, object]:
        person = PersonFact("P-01", ("possible_victim",), age_low=age, age_high=age)
        true = facts(pack, Picture(START, "tip", (person,)))
        return progress(pack, true, records), true

    (was, true_before), (now, true_after) = stands(before), stands(after)
    return compare(was, now, true_before, true_after)  # type: ignore[arg-type]


def test_a_person_who_turns_out_to_be_sixteen() -> None:
    changes = told(PACK, 20, 16)
    assert (changes.appeared, changes.fell_away, changes.stays_recorded) == (("A01.2",), ("A01.3",), ())
    # Nobody waits for a step that is no longer called for.
    assert changes.opened == ("A01.4",)
    assert "victim_is_child" in changes.became_true


def test_what_was_recorded_stays() -> None:
    changes = told(PACK, 20, 16, "A01.3")
    assert (changes.fell_away, changes.stays_recorded) == ((), ("A01.3",))
    assert told(PACK, 16, 20, "A01.1", "A01.2").became_false == ("victim_is_child",)


def test_the_same_facts_change_nothing() -> None:
    assert not told(PACK, 16, 17)
    assert told(PACK, 16, 17) == Changes()
