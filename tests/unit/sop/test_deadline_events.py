"""Each person has a period of their own; orders, releases and extensions move it, and nothing else does."""

from collections.abc import Mapping
from datetime import UTC, datetime, timedelta
from typing import Any

import pytest
from unit.sop.making import made, step

from workbench.sop import Due, Event, Kept, Pack, Record, due

START = datetime(2025, 3, 18, 18, 10, tzinfo=UTC)  # a Tuesday, 21:10 in Baghdad
WEEK = {"rest": ["fri", "sat"], "closes": "15:00"}
PEOPLE = [{"key": "persons", "kind": "persons", "label": "Who"}, {"key": "sent_at", "kind": "moment", "label": "Sent"}]
FIRST = {"text": "24 hours", "from": "custody", "hours": 24, "basis": "law", "source": "LAW"}


def pack(deadline: Mapping[str, Any] | list[Mapping[str, Any]], **more: Any) -> Pack:
    asked = step("A01.1", deadline=deadline, fields=PEOPLE, asks=["detention"])
    return made(
        asked, step("A01.2"), orders={"detention": {"label": "Detention order", "days": 15}}, week=WEEK, **more
    )


def found(
    procedure: Pack, *events: Event, records: tuple[Record, ...] = (), kept: tuple[Kept, ...] = (), after: float = 1,
    house: Mapping[str, float] | None = None,
) -> list[Due]:  # fmt: skip
    now = START + timedelta(hours=after)
    return due(procedure, START, records, now, events=events, kept=kept, house=house)


def held(alias: str, after: float = 0, until: float | None = None) -> Event:
    ended = None if until is None else START + timedelta(hours=until)
    return Event("custody", alias, START + timedelta(hours=after), ended)


def done(after: float, **answers: object) -> Record:
    return Record("A01.1", "done", answers, "", START + timedelta(hours=after), "somebody")


def test_each_person_held_has_a_period_of_their_own() -> None:
    one, two = found(pack(FIRST), held("P-04"), held("P-06", 11))
    assert [(one.subject, one.due_at), (two.subject, two.due_at)] == [
        ("P-04", START + timedelta(hours=24)), ("P-06", START + timedelta(hours=35)),
    ]  # fmt: skip


def test_a_record_settles_the_period_of_those_it_names_and_of_nobody_else() -> None:
    one, two = found(pack(FIRST), held("P-04"), held("P-06", 1), records=(done(5, persons=["P-06"]),), after=30)
    assert (one.subject, one.state, one.settled_at) == ("P-04", "late", None)
    assert (two.subject, two.state, two.settled_at) == ("P-06", "met", START + timedelta(hours=5))


def test_a_record_from_before_an_arrest_says_nothing_of_it() -> None:
    (one,) = found(pack(FIRST), held("P-04", 10), records=(done(5, persons=["P-04"]),), after=12)
    assert one.settled_at is None


def test_what_the_answers_say_counts_and_not_when_it_was_written_down() -> None:
    told = {**FIRST, "met": "A01.1.sent_at"}
    sent = "2025-03-19T20:00+03:00"
    (one,) = found(pack(told), held("P-04"), records=(done(60, persons=["P-04"], sent_at=sent),), after=61)
    assert (one.state, one.settled_at) == ("met", datetime(2025, 3, 19, 17, tzinfo=UTC))


def test_a_release_ends_the_period_and_does_not_call_it_met() -> None:
    (one,) = found(pack(FIRST), held("P-04", until=5), after=40)
    assert (one.state, one.settled_at) == ("ended", START + timedelta(hours=5))
    (late,) = found(pack(FIRST), held("P-04", until=30), after=40)
    assert late.state == "late"


def test_an_extension_moves_the_end_and_uses_itself_up() -> None:
    rule = {**FIRST, "extension": {"hours": 24, "times": 1, "by": "judge"}}
    (plain,) = found(pack(rule), held("P-04"))
    assert plain.extensions_left == 1
    longer = Kept("A01.1", 0, "P-04", "extended", START + timedelta(hours=20), 24, "the judge extended it once")
    one, two = found(pack(rule), held("P-04"), held("P-06"), kept=(longer,), after=30)
    assert {(each.subject, each.due_at, each.extensions_left) for each in (one, two)} == {
        ("P-04", START + timedelta(hours=48), 0), ("P-06", START + timedelta(hours=24), 1),
    }  # fmt: skip


def test_what_was_met_for_one_person_is_recorded_for_that_person() -> None:
    met = Kept("A01.1", 0, "P-04", "met", START + timedelta(hours=3))
    one, two = found(pack(FIRST), held("P-04"), held("P-06"), kept=(met,))
    assert [each.state for each in sorted((one, two), key=lambda each: each.subject)] == ["met", "ahead"]


def test_an_order_runs_its_term_and_the_next_one_takes_its_place() -> None:
    rule = {"text": "15 days", "from": "order.detention", "days": 15, "basis": "law", "source": "LAW"}
    first = Event("order.detention", "P-04", START, until=START + timedelta(days=10))
    (one,) = found(pack(rule), first, records=(done(2, persons=["P-04"]),))
    assert (one.due_at, one.settled_at) == (START + timedelta(days=10), None)
    second = Event("order.detention", "P-04", START + timedelta(days=9))
    one, two = found(pack(rule), first, second, after=24 * 12)
    assert (one.state, one.settled_at) == ("met", START + timedelta(days=9))
    assert (two.due_at, two.state) == (START + timedelta(days=24), "ahead")


def test_a_ceiling_is_counted_in_months_and_no_record_meets_it() -> None:
    rule = {"text": "six months", "from": "custody", "months": 6, "basis": "law", "source": "LAW", "bounds": True}
    (one,) = found(pack(rule), held("P-04"), records=(done(2, persons=["P-04"]),))
    assert (one.due_at, one.settled_at) == (datetime(2025, 9, 18, 18, 10, tzinfo=UTC), None)


def test_a_month_without_the_day_ends_on_its_last() -> None:
    rule = {"text": "a month", "from": "custody", "months": 1, "basis": "house"}
    (one,) = found(pack(rule), Event("custody", "P-04", datetime(2025, 1, 31, 9, tzinfo=UTC)))
    assert one.due_at == datetime(2025, 2, 28, 9, tzinfo=UTC)


@pytest.mark.parametrize(
    ("rule", "at", "ends"),
    [
        ({"until": "day_end"}, datetime(2025, 3, 18, 18, 5, tzinfo=UTC), datetime(2025, 3, 18, 20, 59, tzinfo=UTC)),
        ({"until": "working_day"}, datetime(2025, 3, 18, 18, 5, tzinfo=UTC), datetime(2025, 3, 19, 12, tzinfo=UTC)),
        # A Thursday evening: Friday and Saturday are not worked.
        ({"until": "working_day"}, datetime(2025, 3, 20, 18, 5, tzinfo=UTC), datetime(2025, 3, 23, 12, tzinfo=UTC)),
        # Already the next day in Baghdad, while it is still the day before in London.
        ({"until": "day_end"}, datetime(2025, 3, 18, 21, 30, tzinfo=UTC), datetime(2025, 3, 19, 20, 59, tzinfo=UTC)),
    ],
)
def test_the_end_of_a_day_is_that_of_the_place(rule: dict[str, str], at: datetime, ends: datetime) -> None:
    (one,) = found(pack({"text": "t", "from": "custody", "basis": "house", **rule}), Event("custody", "P-04", at))
    assert one.due_at == ends


def test_what_repeats_runs_anew_from_where_it_was_met_and_stops_with_its_event() -> None:
    rule = {"text": "each week", "from": "first.custody", "days": 7, "basis": "house", "repeats": True}
    (one,) = found(pack(rule), held("P-04"), held("P-06", 30))
    assert (one.subject, one.due_at) == ("", START + timedelta(days=7))
    (two,) = found(pack(rule), held("P-04"), records=(done(24 * 6), done(24 * 13)), after=24 * 14)
    assert (two.due_at, two.settled_at) == (START + timedelta(days=21), None)
    (three,) = found(pack(rule), held("P-04", until=24 * 3), after=24 * 14)
    assert three.state == "ended"


def test_it_no_longer_runs_once_the_step_that_ends_it_is_done() -> None:
    rule = {"text": "each week", "from": "first.custody", "days": 7, "basis": "house", "repeats": True, "ends": "A01.2"}
    handed_over = Record("A01.2", "done", {}, "", START + timedelta(days=10), "somebody")
    (one,) = found(pack(rule), held("P-04"), records=(done(24 * 6), handed_over), after=24 * 90)
    assert (one.state, one.settled_at) == ("ended", START + timedelta(days=10))
    (early,) = found(pack(rule), held("P-04"), records=(done(24 * 6), done(24 * 8), handed_over), after=24 * 90)
    assert (early.start_at, early.state) == (START + timedelta(days=14), "ended")
    (late,) = found(pack(rule), held("P-04"), records=(handed_over,), after=24 * 90)
    assert late.state == "late"


def test_a_station_may_shorten_a_house_rule_but_no_law() -> None:
    house = pack({"text": "two days", "from": "custody", "days": 2, "basis": "house"})
    (one,) = found(house, held("P-04"), house={"A01.1": 12})
    assert one.due_at == START + timedelta(hours=12)
    (two,) = found(pack(FIRST), held("P-04"), house={"A01.1": 96})
    assert two.due_at == START + timedelta(hours=24)


def test_a_clock_at_the_end_of_the_calendar_opens_the_case_all_the_same() -> None:
    last = datetime(9999, 12, 31, 20, tzinfo=UTC)
    rules = [{"text": "t", "from": "custody", "basis": "house", **length} for length in (
        {"hours": 24}, {"days": 30}, {"months": 6}, {"until": "day_end"}, {"until": "working_day"},
    )]  # fmt: skip
    assert len(found(pack(rules), Event("custody", "P-04", last))) == len(rules)
