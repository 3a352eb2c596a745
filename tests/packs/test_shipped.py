"""Every shipped procedure is whole, in every language of the program."""

from datetime import UTC, datetime
from pathlib import Path

import pytest

from workbench.i18n import TAGS
from workbench.shipped import resource
from workbench.sop import Picture, coverage, facts, inspect, load, progress, readiness

SHIPPED = sorted(path.parent for path in resource("sop").glob("*/pack.yaml"))


def named(folder: Path) -> str:
    return folder.name


def test_procedures_are_shipped() -> None:
    assert "iq-tip" in map(named, SHIPPED)


@pytest.mark.parametrize("folder", SHIPPED, ids=named)
def test_nothing_is_wrong_with_it(folder: Path) -> None:
    assert [f"{one.file}:{one.line}: {one.message}" for one in inspect(folder)] == []


@pytest.mark.parametrize("folder", SHIPPED, ids=named)
def test_it_speaks_every_language_of_the_program(folder: Path) -> None:
    pack = load(folder)
    assert set(pack.languages) == set(TAGS)
    titles = {tag: pack.in_language(tag).title for tag in TAGS}
    assert len(set(titles.values())) == len(TAGS)


@pytest.mark.parametrize("folder", SHIPPED, ids=named)
def test_it_is_filed_under_its_own_key_and_says_that_it_is_a_candidate(folder: Path) -> None:
    pack = load(folder)
    assert pack.key == folder.name
    assert pack.note


@pytest.mark.parametrize("folder", SHIPPED, ids=named)
def test_a_new_case_has_somewhere_to_begin(folder: Path) -> None:
    pack = load(folder)
    opened = datetime(2025, 3, 18, 17, 0, tzinfo=UTC)
    where = progress(pack, facts(pack, Picture(opened, pack.kind)), [])
    assert where.current == next(iter(pack.steps))


@pytest.mark.parametrize("folder", SHIPPED, ids=named)
def test_every_step_says_why_what_and_who(folder: Path) -> None:
    bare = [
        step.key for step in load(folder).steps.values() if not (step.purpose and step.todo and step.actors)
    ]
    assert bare == []


@pytest.mark.parametrize("folder", SHIPPED, ids=named)
def test_no_house_rule_names_a_law_as_its_source(folder: Path) -> None:
    """A house rule is a working default; shown beside an article it would read as law."""
    deadlines = [(step.key, step.deadline) for step in load(folder).steps.values() if step.deadline]
    assert [key for key, one in deadlines if one.basis == "house" and one.place.startswith("art")] == []


@pytest.mark.parametrize("folder", SHIPPED, ids=named)
def test_every_step_says_what_helps_and_what_must_not_happen(folder: Path) -> None:
    assert [step.key for step in load(folder).steps.values() if not (step.dos and step.donts)] == []


WORDS = {
    "iq-tip": {
        "T01.1",
        "T02.3",
        "T02.5",
        "T05.1",
        "T05.2",
        "T08.3",
        "T08.4",
        "T08.5",
        "T08.6",
        "T10.4",
        "T10.6",
    },
    "iq-som": {"S01.2", "S02.1", "S02.4", "S02.5", "S07.1", "S11.1", "T05.1", "T08.5", "T10.4"},
}


@pytest.mark.parametrize("key", WORDS)
@pytest.mark.parametrize("tag", TAGS)
def test_where_the_words_matter_they_are_given(key: str, tag: str) -> None:
    pack = load(resource("sop") / key).in_language(tag)
    assert [step for step in WORDS[key] if not pack.steps[step].script] == []


@pytest.mark.parametrize("folder", SHIPPED, ids=named)
def test_a_deadline_that_is_law_says_where_the_law_says_so(folder: Path) -> None:
    law = [one for step in load(folder).steps.values() for one in step.deadlines if one.basis == "law"]
    assert law
    assert [one.text for one in law if not (one.source and one.mark)] == []


@pytest.mark.parametrize("folder", SHIPPED, ids=named)
def test_every_order_that_the_law_does_without_is_asked_for_somewhere(folder: Path) -> None:
    pack = load(folder)
    assert {kind for kind, order in pack.orders.items() if order.exception} == {"search", "arrest"}
    assert pack.orders.keys() == {kind for step in pack.steps.values() for kind in step.asks}
    assert pack.orders["detention"].days == 15


@pytest.mark.parametrize("folder", SHIPPED, ids=named)
def test_nothing_is_called_examined_or_ready_in_a_new_case(folder: Path) -> None:
    """A matter that no step of the case calls for would read as done; it must ask for more than that."""
    pack = load(folder)
    true = facts(pack, Picture(datetime(2025, 3, 18, 17, 0, tzinfo=UTC), pack.kind))
    where = progress(pack, true, [])
    matters = (*coverage(pack, true, where), *readiness(pack, true, where))
    assert len(pack.coverage) == 16
    assert len(pack.readiness) == 25
    assert {one.state for one in matters} == {"open", "not_called_for"}


@pytest.mark.parametrize("folder", SHIPPED, ids=named)
def test_a_line_that_the_supervisor_closes_is_examined(folder: Path) -> None:
    pack = load(folder)
    lines = ["online", "phones", "cameras", "officials"]
    seen = Picture(datetime(2025, 3, 18, 17, 0, tzinfo=UTC), pack.kind, answers={"T06.6": {"lines": lines}})
    true = facts(pack, seen)
    views = {one.key: str(one.state) for one in coverage(pack, true, progress(pack, true, []))}
    assert views["phones"] == views["cameras"] == views["officials"] == "done"
    assert views["earlier"] == "open"
