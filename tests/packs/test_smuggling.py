"""The procedure for smuggling of migrants: life first, no removal before screening, and a way through to the end."""

from collections.abc import Callable, Mapping
from datetime import UTC, datetime

import pytest

from workbench.fields import Field, Kind
from workbench.shipped import resource
from workbench.sop import OrderFact, OrderState, Pack, Picture, Progress, Record, Step, facts, load, progress

OPENED = datetime(2025, 3, 18, 17, 0, tzinfo=UTC)


@pytest.fixture(scope="module")
def pack() -> Pack:
    return load(resource("sop") / "iq-som")


def stands(
    pack: Pack, answers: Mapping[str, Mapping[str, object]], settled: list[str], *orders: OrderFact
) -> Progress:
    records = [Record(key, "done", answers.get(key, {}), "", OPENED, "tester") for key in settled]
    true = facts(pack, Picture(OPENED, pack.kind, answers=answers, orders=orders))
    return progress(pack, true, records, orders=orders)


def granted(kind: str) -> OrderFact:
    return OrderFact(f"O-{kind}", kind, "", "", OrderState.GRANTED, in_force=True)


def everything(field: Field) -> object:
    """The answer that calls for most."""
    if field.kind is Kind.TRUTH:
        return "yes"
    keys = [option.key for option in field.options]
    return keys if field.kind is Kind.CHOICES else keys[0] if keys else "1"


def nothing(field: Field) -> object:
    """The answer that calls for least."""
    if field.kind is Kind.TRUTH:
        return "no"
    return [] if field.kind is Kind.CHOICES else field.options[-1].key if field.options else ""


@pytest.mark.parametrize("answer", [everything, nothing])
def test_every_step_that_is_called_for_can_be_reached(pack: Pack, answer: Callable[[Field], object]) -> None:
    answers: dict[str, dict[str, object]] = {}
    settled: list[str] = []
    orders = [granted(kind) for kind in pack.orders]
    while (current := stands(pack, answers, settled, *orders).current) is not None:
        step: Step = pack.steps[current]
        answers[current] = {field.key: answer(field) for field in step.fields}
        settled.append(current)
    where = stands(pack, answers, settled, *orders)
    assert where.done == where.total
    assert {"S01.2", "S02.4", "S11.1"} <= set(settled)


@pytest.mark.parametrize(
    ("answers", "called"),
    [
        ({"S01.2": {"danger": "unknown"}}, "S01.3"),
        ({"S02.3": {"fear": "unknown"}}, "S02.5"),
        ({"S02.3": {"maybe_child": "unknown"}}, "T02.6"),
        ({"S02.4": {"result": "unclear"}}, "T03.4"),
        ({"S07.1": {"leaving": "unknown"}}, "T08.8"),
    ],
)
def test_what_is_not_known_protects(pack: Pack, answers: dict[str, dict[str, object]], called: str) -> None:
    assert not stands(pack, {}, []).views[called].applies
    assert stands(pack, answers, []).views[called].applies


@pytest.mark.parametrize("waiting", ["S02.3", "S02.4"])
def test_nobody_is_moved_before_screening_and_fear_of_return(pack: Pack, waiting: str) -> None:
    others = [key for key in pack.steps if key not in (waiting, "S11.1")]
    assert stands(pack, {}, others).views["S11.1"].state == "waiting"
    assert stands(pack, {}, [*others, waiting]).views["S11.1"].state == "open"


def test_what_saves_life_and_keeps_from_removal_cannot_be_waived(pack: Pack) -> None:
    guarded = ("S01.2", "S01.3", "S02.1", "S02.2", "S02.4", "S02.5", "S07.1", "S08.2", "S11.1", "S11.2")
    assert {pack.steps[key].waiver for key in guarded} == {"none"}


def test_every_code_of_the_official_procedure_is_covered(pack: Pack) -> None:
    phases = {1: 5, 2: 7, 3: 5, 4: 4, 5: 3, 6: 3, 7: 4, 8: 2, 9: 3, 10: 3, 11: 2, 12: 3}
    official = {f"S{phase:02}.{step}" for phase, count in phases.items() for step in range(1, count + 1)}
    covered = {code for step in pack.steps.values() for code in step.codes}
    assert len(official) == 44
    assert official - covered == set()
    assert {code for code in covered if code.startswith("S")} == official


@pytest.mark.parametrize("step", ["T07.3", "S03.2"])
def test_no_house_is_searched_before_the_judge_ordered_it_or_the_law_excepts_it(
    pack: Pack, step: str
) -> None:
    answers = {"S01.1": {"known": ["safe_house"]}}
    others = [key for key in pack.steps if key not in ("T07.3", "S03.2")]
    assert stands(pack, answers, others).views[step].waits_for_orders == ("search",)
    assert stands(pack, answers, others, granted("search")).views[step].state == "open"
    over = OrderFact("O-01", "search", "T07.2", "", OrderState.GRANTED, in_force=False)
    assert stands(pack, answers, others, over).views[step].state == "waiting"
    exception = OrderFact("O-01", "search", "T07.2", "", OrderState.EXCEPTION, in_force=True)
    assert stands(pack, answers, others, exception).views[step].state == "open"


def test_gates_that_keep_somebody_safe_are_hard(pack: Pack) -> None:
    guarded = (
        "S07.1",
        "S07.2",
        "S10.2",
        "S11.1",
        "S11.2",
        "T05.8",
        "T08.1",
        "T08.4",
        "T08.5",
        "T10.2",
        "T10.8",
    )
    assert [key for key in guarded if not (pack.steps[key].safety and pack.steps[key].gate)] == []
