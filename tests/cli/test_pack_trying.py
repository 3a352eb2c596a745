"""Packs tried out and received from the command line."""

import io
import json
from collections.abc import Callable
from pathlib import Path

import pytest

from workbench.cli.main import main
from workbench.store import World

SMALL = str(Path(__file__).parents[1] / "packs" / "small")


@pytest.fixture
def run(world: World) -> Callable[..., tuple[int, object]]:
    def go(*words: str) -> tuple[int, object]:
        out, err = io.StringIO(), io.StringIO()
        code = main([*words, "--json"], world=world, out=out, err=err)
        return code, json.loads(out.getvalue())

    return go


@pytest.fixture
def told(tmp_path: Path) -> Callable[[str], str]:
    def write(text: str) -> str:
        path = tmp_path / "facts.yaml"
        path.write_text(text, encoding="utf-8")
        return str(path)

    return write


Run = Callable[..., tuple[int, object]]
Told = Callable[[str], str]


def test_a_walk_says_which_steps_come_in_what_order_and_why(run: Run, told: Told) -> None:
    code, found = run("pack", "simulate", SMALL, told("answers: {A01.1: {danger: yes}}"))
    assert code == 0
    assert isinstance(found, dict)
    assert [one["step"] for one in found["steps"]] == ["A01.1", "A01.2", "A01.3", "A02.1", "A02.2"]
    assert found["steps"][1]["because"] == [{"fact": "danger", "holds": True, "causes": ["A01.1.danger"]}]
    assert found["steps"][1]["after"] == ["A01.1"]


def test_two_walks_on_the_same_facts_are_the_same(run: Run, told: Told) -> None:
    file = told("facts: [victim_is_child, device_seized]\npeople: [{roles: [suspect], age: 30, held: yes}]")
    assert run("pack", "simulate", "iq-tip", file) == run("pack", "simulate", "iq-tip", file)


@pytest.mark.parametrize(
    ("text", "said"),
    [
        ("facts: [dangr]", "dangr"),
        ("facts: {danger: perhaps}", "perhaps"),
        ("facts: danger", "facts"),
        ("fact: [danger]", "fact"),
        ("answers: {A01.9: {danger: yes}}", "A01.9"),
        ("answers: {A01.1: {dangr: yes}}", "dangr"),
        ("answers: {A01.1: yes}", "A01.1"),
        ("people: [child]", "people"),
        ("people: [{age: old}]", "old"),
        ("people: [{shoe: 42}]", "shoe"),
        ("exhibits: [ghost]", "ghost"),
        ("refused: [mercy]", "mercy"),
        ("people: {a: b}", "people"),
    ],
)
def test_what_the_pack_does_not_know_is_named_with_what_it_does(run: Run, told: Told, text: str, said: str) -> None:
    code, found = run("pack", "simulate", SMALL, told(text))
    assert code == 1
    assert isinstance(found, dict)
    assert found["refused"] == "facts_unreadable"
    assert said in found["message"]


def test_an_edition_is_compared_with_another(run: Run, tmp_path: Path) -> None:
    assert run("pack", "diff", SMALL, SMALL)[1]["changed"] == {}  # type: ignore[index]
    code, found = run("pack", "diff", "iq-tip", "iq-som")
    assert code == 0
    assert isinstance(found, dict)
    assert "S01.1" in found["added"]
    assert "T01.2" in found["removed"]


@pytest.mark.parametrize("words", [("nowhere",), ("nowhere.wbpack",)])
def test_a_pack_that_is_not_there_is_refused(run: Run, told: Told, words: tuple[str, ...]) -> None:
    code, found = run("pack", "simulate", *words, told("facts: []"))
    assert code == 1
    assert isinstance(found, dict)
    assert found["refused"]


def test_a_reader_that_stops_early_is_no_fault() -> None:
    import subprocess
    import sys

    words = [sys.executable, "-m", "workbench", "pack", "diff", "iq-tip", "iq-som"]
    with subprocess.Popen(words, stdout=subprocess.PIPE, stderr=subprocess.PIPE) as told:
        assert told.stdout is not None
        assert told.stderr is not None
        told.stdout.close()
        said = told.stderr.read().decode()
    assert (told.returncode, said) == (0, "")
