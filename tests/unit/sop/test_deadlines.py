"""Deadlines run from what was recorded, and nobody wins time by writing something again."""

from datetime import UTC, datetime, timedelta

from unit.sop.making import made, step

from workbench.sop import Due, Pack, Record, due

OPENED = datetime(2025, 3, 18, 17, 0, tzinfo=UTC)


def hours(count: float) -> timedelta:
    return timedelta(hours=count)


def record(step: str, state: str, after: float, **answers: object) -> Record:
    return Record(step, state, answers, "", OPENED + hours(after), "")


def dues(pack: Pack, *records: Record, after: float = 0) -> dict[str, Due]:
    return {one.step: one for one in due(pack, OPENED, records, OPENED + hours(after))}


def test_only_what_can_be_computed_is_due(pack: Pack) -> None:
    assert dues(pack).keys() == {"A01.1"}


def test_a_deadline_comes_near_passes_and_is_met(pack: Pack) -> None:
    ahead = dues(pack, after=17)["A01.1"]
    assert (ahead.state, ahead.left, ahead.due_at) == ("ahead", hours(7), OPENED + hours(24))
    assert (ahead.basis, ahead.source, ahead.place, ahead.mark) == ("law", "LAW", "art 1", "S")
    assert (ahead.start, ahead.start_at, ahead.settled_at) == ("case_opened", OPENED, None)
    assert dues(pack, after=18)["A01.1"].state == "soon"
    assert dues(pack, after=24)["A01.1"].state == "soon"
    late = dues(pack, after=25)["A01.1"]
    assert (late.state, late.left) == ("late", -hours(1))


def test_settled_in_time_or_after_it(pack: Pack) -> None:
    met = dues(pack, record("A01.1", "done", 3), after=100)["A01.1"]
    assert (met.state, met.left, met.settled_at) == ("met", hours(21), OPENED + hours(3))
    assert dues(pack, record("A01.1", "waived", 24), after=100)["A01.1"].state == "met"
    late = dues(pack, record("A01.1", "not_applicable", 30), after=100)["A01.1"]
    assert (late.state, late.left) == ("late", -hours(6))


def test_asking_to_be_let_off_stops_no_clock(pack: Pack) -> None:
    assert dues(pack, record("A01.1", "asked", 3), after=25)["A01.1"].state == "late"


def test_correcting_keeps_what_was_met_and_reopening_does_not(pack: Pack) -> None:
    done = record("A01.1", "done", 3)
    assert dues(pack, done, record("A01.1", "done", 30), after=31)["A01.1"].state == "met"
    assert dues(pack, done, record("A01.1", "reopened", 4), after=31)["A01.1"].state == "late"
    again = dues(pack, done, record("A01.1", "reopened", 4), record("A01.1", "done", 30), after=31)["A01.1"]
    assert (again.state, again.settled_at) == ("late", OPENED + hours(30))


def test_a_quarter_of_the_time_warns_where_the_pack_says_nothing(pack: Pack) -> None:
    done = record("A01.1", "done", 1, received_at="2025-03-18T21:00+03:00")
    assert dues(pack, done, after=3.5)["A01.2"].state == "ahead"
    found = dues(pack, done, after=4)["A01.2"]
    assert (found.state, found.start_at, found.due_at) == ("soon", OPENED + hours(1), OPENED + hours(5))


def test_a_day_begins_at_midnight_where_the_pack_is_at_home(pack: Pack) -> None:
    found = dues(pack, record("A01.1", "done", 1, received_on="2025-03-18"))["A02.2"]
    assert found.start_at == datetime(2025, 3, 17, 21, 0, tzinfo=UTC)
    assert found.due_at == datetime(2025, 3, 20, 21, 0, tzinfo=UTC)


def test_a_corrected_answer_moves_the_start_and_a_second_finish_does_not(pack: Pack) -> None:
    first = record("A01.1", "done", 1, received_at="2025-03-18T21:00+03:00")
    second = record("A01.1", "done", 9, received_at="2025-03-18T20:00+03:00")
    found = dues(pack, first, second, after=10)
    assert found["A01.2"].start_at == OPENED
    assert found["A02.1"].start_at == OPENED + hours(1)
    reopened = dues(pack, first, record("A01.1", "reopened", 2), after=10)
    assert reopened["A02.1"].start_at == OPENED + hours(1)
    assert reopened["A01.2"].start_at == OPENED + hours(1)


def test_a_step_set_aside_starts_no_clock(pack: Pack) -> None:
    assert "A02.1" not in dues(pack, record("A01.1", "not_applicable", 1))


def test_an_answer_that_is_no_moment_starts_no_clock(pack: Pack) -> None:
    for odd in (None, "", "tomorrow", "2025-13-45", 7, "0001-01-01T00:00+14:00"):
        assert "A01.2" not in dues(pack, record("A01.1", "done", 1, received_at=odd))


def test_a_moment_without_a_zone_is_read_where_the_pack_is_at_home(pack: Pack) -> None:
    found = dues(pack, record("A01.1", "done", 1, received_at="2025-03-18T20:00"))
    assert found["A01.2"].start_at == OPENED


def test_the_nearest_comes_first(pack: Pack) -> None:
    done = record("A01.1", "done", 1, received_at="2025-03-18T21:00+03:00", received_on="2025-03-18")
    assert [one.step for one in due(pack, OPENED, [done], OPENED)] == ["A01.2", "A01.1", "A02.1", "A02.2"]


def test_a_clock_runs_from_what_was_typed_before_its_step_is_finished(pack: Pack) -> None:
    typed = {"A01.1": {"received_at": "2025-03-18T21:00+03:00"}}
    found = {one.step: one for one in due(pack, OPENED, [], OPENED, typed)}
    assert found["A01.2"].start_at == OPENED + hours(1)
    # What was recorded holds until something else is recorded.
    done = record("A01.1", "done", 1, received_at="2025-03-18T20:30+03:00")
    found = {one.step: one for one in due(pack, OPENED, [done], OPENED, typed)}
    assert found["A01.2"].start_at == OPENED + hours(0.5)


PEOPLE = {"key": "persons", "kind": "persons", "label": "Who"}
TOLD = {"key": "told_at", "kind": "moment", "label": "Told at"}
BEFORE = {"text": "t", "from": "A01.1.told_at", "hours": 24, "basis": "house", "met": "A01.2.heard_at"}
HEARD = {"key": "heard_at", "kind": "moment", "label": "Heard at"}


def heard_apart() -> Pack:
    """Each person is told of a day at the first step and heard within 24 hours of it at the second."""
    helper = {"key": "interpreter", "kind": "person", "label": "Interpreter"}
    return made(
        step("A01.1", fields=[{**PEOPLE}, helper, TOLD]),
        step("A01.2", fields=[{**PEOPLE}, HEARD], deadline=BEFORE),
    )


def test_an_answer_that_names_people_starts_a_time_for_each_of_them() -> None:
    first = record(
        "A01.1", "done", 1, persons=["P-01", "P-02"], told_at="2025-03-18T20:30+03:00", interpreter="P-09"
    )
    second = record("A01.1", "done", 30, persons=["P-03"], told_at="2025-03-19T20:00+03:00")
    heard = record("A01.2", "done", 5, persons=["P-02"], heard_at="2025-03-18T21:00+03:00")
    found = {
        one.subject: one for one in due(heard_apart(), OPENED, [first, heard, second], OPENED + hours(31))
    }
    assert {alias: one.due_at for alias, one in found.items()} == {
        "P-01": OPENED + hours(24.5), "P-02": OPENED + hours(24.5), "P-03": OPENED + hours(48),
    }  # fmt: skip
    assert [found[alias].state for alias in ("P-01", "P-02", "P-03")] == ["late", "met", "ahead"]
    assert found["P-02"].settled_at == OPENED + hours(1)


def test_what_is_told_of_a_person_again_moves_that_person_only() -> None:
    first = record("A01.1", "done", 1, persons=["P-01", "P-02"], told_at="2025-03-18T20:30+03:00")
    again = record("A01.1", "done", 3, persons=["P-02"], told_at="2025-03-18T22:00+03:00")
    found = {one.subject: one.due_at for one in due(heard_apart(), OPENED, [first, again], OPENED)}
    assert found == {"P-01": OPENED + hours(24.5), "P-02": OPENED + hours(26)}


def test_a_draft_starts_the_time_of_those_of_whom_nothing_is_recorded() -> None:
    first = record("A01.1", "done", 1, persons=["P-01"], told_at="2025-03-18T20:30+03:00")
    typed = {"A01.1": {"persons": ["P-01", "P-02"], "told_at": "2025-03-18T23:00+03:00"}}
    found = {one.subject: one.due_at for one in due(heard_apart(), OPENED, [first], OPENED, typed)}
    assert found == {"P-01": OPENED + hours(24.5), "P-02": OPENED + hours(27)}


def test_a_time_that_runs_out_at_the_very_moment_warns_before_it() -> None:
    leaving = {"key": "leaves_on", "kind": "day", "label": "Leaves on"}
    rule = {"text": "t", "from": "A01.1.leaves_on", "hours": 0, "warn_hours": 72, "basis": "practice"}
    pack = made(step("A01.1", fields=[leaving], deadline=rule))
    typed = {"A01.1": {"leaves_on": "2025-03-25"}}
    ends = datetime(2025, 3, 24, 21, 0, tzinfo=UTC)
    states = [due(pack, OPENED, [], ends + hours(after), typed)[0].state for after in (-80, -70, 1)]
    assert states == ["ahead", "soon", "late"]
