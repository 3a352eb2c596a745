"""Progress leads through the steps that a case calls for, and loses nothing that was recorded."""

from collections.abc import Mapping
from datetime import UTC, datetime, timedelta

import pytest

from workbench.sop import (
    Cause,
    CauseKind,
    Fact,
    Pack,
    PersonFact,
    Picture,
    Progress,
    Record,
    StepState,
    facts,
    load_bytes,
    progress,
)

START = datetime(2025, 3, 18, 17, 0, tzinfo=UTC)


def seen(pack: Pack, answers: Mapping[str, Mapping[str, object]] | None = None, *people: PersonFact) -> dict[str, Fact]:
    return facts(pack, Picture(START, "tip", people, (), answers or {}))


def history(*entries: str) -> list[Record]:
    """Records written as ``"A01.1 done"``, one minute after the other."""
    split = [entry.split() for entry in entries]
    return [Record(step, state, {}, "", START + timedelta(minutes=n), "") for n, (step, state) in enumerate(split)]


def states(where: Progress) -> dict[str, str]:
    return {key: str(view.state) for key, view in where.views.items()}


DANGER = {"A01.1": {"danger": "yes"}}


def test_a_new_case_begins_with_the_first_step(pack: Pack) -> None:
    where = progress(pack, seen(pack), [])
    assert states(where) == {
        "A01.1": "open", "A01.2": "absent", "A01.3": "open", "A02.1": "absent", "A02.2": "waiting",
    }  # fmt: skip
    assert (where.current, where.done, where.total) == ("A01.1", 0, 3)


def test_a_shut_gate_names_the_steps_it_waits_for(pack: Pack) -> None:
    where = progress(pack, seen(pack, {"A01.1": {"seen": ["online"]}}), [])
    view = where.views["A02.1"]
    assert (view.state, view.waits_for) == (StepState.WAITING, ("A01.1",))
    assert where.views["A02.2"].waits_for == ("A02.1", "A01.3")
    assert where.views["A01.1"].waits_for == ()


def test_a_gate_names_the_facts_that_would_open_it(files: dict[str, bytes]) -> None:
    spoiled = files["phases/A01.yaml"].replace(b"gate: {any: [A01.2, danger]}", b"gate: {any: [A01.1, danger]}")
    pack = load_bytes({**files, "phases/A01.yaml": spoiled})
    view = progress(pack, seen(pack), []).views["A01.3"]
    assert (view.state, view.waits_for, view.waits_for_facts) == (StepState.WAITING, ("A01.1",), ("danger",))
    assert progress(pack, seen(pack, DANGER), []).views["A01.3"].state == StepState.OPEN


@pytest.mark.parametrize("state", ["done", "not_applicable", "waived"])
def test_settled_steps_open_the_gates_behind_them(pack: Pack, state: str) -> None:
    where = progress(pack, seen(pack), history("A01.1 done", f"A01.3 {state}"))
    assert states(where)["A01.3"] == state
    assert states(where)["A02.2"] == "open"
    assert (where.current, where.done, where.total) == ("A02.2", 2, 3)


def test_a_waiver_that_was_asked_for_settles_nothing(pack: Pack) -> None:
    where = progress(pack, seen(pack), history("A01.1 done", "A01.3 asked"))
    assert states(where)["A01.3"] == "asked"
    assert states(where)["A02.2"] == "waiting"
    assert (where.current, where.done, where.total) == (None, 1, 3)


def test_a_draft_shows_only_where_the_step_is_open(pack: Pack) -> None:
    where = progress(pack, seen(pack), [], {"A01.1", "A02.2", "A01.2"})
    assert states(where)["A01.1"] == "draft"
    assert states(where)["A02.2"] == "waiting"
    assert states(where)["A01.2"] == "absent"
    assert where.current == "A01.1"


def test_reopening_opens_again_and_shuts_what_waited(pack: Pack) -> None:
    before = history("A01.1 done", "A01.3 done")
    where = progress(pack, seen(pack), [*before, *history("A01.3 reopened")], {"A01.3"})
    assert states(where)["A01.3"] == "draft"
    assert states(where)["A02.2"] == "waiting"
    assert where.current == "A01.3"


def test_a_step_says_why_it_is_here(pack: Pack) -> None:
    where = progress(pack, seen(pack, DANGER), history("A01.1 done"))
    (because,) = where.views["A01.2"].because
    assert (because.fact, because.holds) == ("danger", True)
    assert because.causes == (Cause(CauseKind.ANSWER, "A01.1.danger"),)
    assert where.views["A01.1"].because == ()
    # Urgent, and no exhibit yet: a step may be here because something does not hold.
    assert [(one.fact, one.holds) for one in where.views["A02.1"].because] == [
        ("urgent", True),
        ("exhibit_exists", False),
    ]


def test_what_was_recorded_stays_when_the_facts_change(pack: Pack) -> None:
    records = history("A01.1 done", "A01.2 done")
    assert not progress(pack, seen(pack, DANGER), records).views["A01.2"].no_longer_called_for
    where = progress(pack, seen(pack), records)
    view = where.views["A01.2"]
    assert (view.state, view.applies, view.no_longer_called_for) == (StepState.DONE, False, True)
    assert [(one.fact, one.holds) for one in view.because] == [("danger", False)]
    assert (where.done, where.total) == (2, 4)


def test_a_reopened_step_that_is_no_longer_called_for_binds_nobody(pack: Pack) -> None:
    where = progress(pack, seen(pack), history("A01.1 done", "A01.2 done", "A01.2 reopened"))
    view = where.views["A01.2"]
    assert (view.state, view.no_longer_called_for) == (StepState.OPEN, True)
    assert (where.current, where.done, where.total) == ("A01.3", 1, 3)


def test_records_of_another_pack_change_nothing(pack: Pack) -> None:
    assert progress(pack, seen(pack), history("Z99.9 done")) == progress(pack, seen(pack), [])


def test_a_record_in_no_state_is_our_fault(pack: Pack) -> None:
    with pytest.raises(ValueError, match="finished"):
        progress(pack, seen(pack), history("A01.1 finished"))
