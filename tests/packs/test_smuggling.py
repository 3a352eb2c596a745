"""The procedure for smuggling of migrants: life first, no removal before screening, and a way through to the end."""

from collections.abc import Callable, Mapping
from datetime import UTC, datetime

import pytest

from workbench.fields import Field, Kind
from workbench.shipped import resource
from workbench.sop import Pack, Picture, Progress, Record, Step, facts, load, progress

OPENED = datetime(2025, 3, 18, 17, 0, tzinfo=UTC)


@pytest.fixture(scope="module")
def pack() -> Pack:
    return load(resource("sop") / "iq-som")


def stands(pack: Pack, answers: Mapping[str, Mapping[str, object]], settled: list[str]) -> Progress:
    records = [Record(key, "done", answers.get(key, {}), "", OPENED, "tester") for key in settled]
    return progress(pack, facts(pack, Picture(OPENED, pack.kind, answers=answers)), records)


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
    while (current := stands(pack, answers, settled).current) is not None:
        step: Step = pack.steps[current]
        answers[current] = {field.key: answer(field) for field in step.fields}
        settled.append(current)
    where = stands(pack, answers, settled)
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
