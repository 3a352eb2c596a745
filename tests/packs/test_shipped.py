"""Every shipped procedure is whole, in every language of the program."""

from datetime import UTC, datetime
from pathlib import Path

import pytest

from workbench.i18n import TAGS
from workbench.shipped import resource
from workbench.sop import Picture, facts, inspect, load, progress

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
    bare = [step.key for step in load(folder).steps.values() if not (step.purpose and step.todo and step.actors)]
    assert bare == []


@pytest.mark.parametrize("folder", SHIPPED, ids=named)
def test_no_house_rule_names_a_law_as_its_source(folder: Path) -> None:
    """A house rule is a working default; shown beside an article it would read as law."""
    deadlines = [(step.key, step.deadline) for step in load(folder).steps.values() if step.deadline]
    assert [key for key, one in deadlines if one.basis == "house" and one.place.startswith("art")] == []
