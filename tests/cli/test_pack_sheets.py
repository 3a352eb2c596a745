"""A procedure as a workbook from the command line: out, edited, in again, and nothing half-written."""

import io
import json
import shutil
from collections.abc import Callable
from pathlib import Path
from typing import Any

import pytest
from openpyxl import load_workbook

from workbench.cli import main
from workbench.shipped import resource
from workbench.sop import digest, inspect, read_folder

SMALL = Path(__file__).parents[1] / "packs" / "small"
SHARING = SMALL.parent / "sharing"
Told = tuple[int, Any, str]
Say = Callable[..., Told]


@pytest.fixture
def say() -> Say:
    """Runs a ``pack`` command as JSON; no vault is there, and none is needed."""

    def run(*words: object) -> Told:
        out, err = io.StringIO(), io.StringIO()
        code = main(["pack", *map(str, words), "--json"], out=out, err=err)
        assert "Traceback" not in out.getvalue() + err.getvalue()
        return code, json.loads(out.getvalue()), err.getvalue()

    return run


@pytest.fixture
def book(say: Say, tmp_path: Path) -> Path:
    path = tmp_path / "small.xlsx"
    assert say("export-sheet", SMALL, "--out", path)[0] == 0
    return path


def edit(path: Path, sheet: str, cell: str, value: object) -> None:
    book = load_workbook(path)
    book[sheet][cell] = value
    book.save(path)


def test_out_and_in_again_is_the_same_pack(say: Say, book: Path, tmp_path: Path) -> None:
    code, told, _ = say("import-sheet", book, "--out", tmp_path / "small", "--base", SMALL)
    assert (code, told["written"], told["findings"]) == (0, str(tmp_path / "small"), [])
    assert digest(read_folder(tmp_path / "small")) == digest(read_folder(SMALL))
    assert sorted(told["files"]) == sorted(read_folder(SMALL))


def test_what_is_written_without_the_folder_it_came_from_is_a_good_pack_too(
    say: Say, book: Path, tmp_path: Path
) -> None:
    assert say("import-sheet", book, "--out", tmp_path / "small")[0] == 0
    assert inspect(tmp_path / "small") == inspect(SMALL)


def test_a_mistake_is_told_with_its_cell_and_nothing_is_written(say: Say, book: Path, tmp_path: Path) -> None:
    edit(book, "Steps", "D3", "danger and")
    code, told, _ = say("import-sheet", book, "--out", tmp_path / "small")
    assert code == 1
    assert told["written"] is None
    assert [(one["level"], one["sheet"], one["row"], one["column"]) for one in told["findings"]] == [
        ("error", "Steps", 3, "D (when)")
    ]
    assert told["findings"][0]["message"]
    assert told["findings"][0]["remedy"]
    assert sorted(path.name for path in tmp_path.iterdir()) == ["small.xlsx"]


def test_people_read_where_and_what_to_do(book: Path, tmp_path: Path) -> None:
    edit(book, "Steps", "D3", "dangre")
    out, err = io.StringIO(), io.StringIO()
    assert main(["pack", "import-sheet", str(book), "--out", str(tmp_path / "small")], out=out, err=err) == 1
    assert "Steps 3 D (when): There is no fact dangre. Add a row for it on the sheet «Facts»" in out.getvalue()
    assert "Nothing was written." in out.getvalue()


def test_a_warning_does_not_stand_in_the_way(say: Say, book: Path, tmp_path: Path) -> None:
    edit(book, "Actors", "H1", "our notes")
    code, told, _ = say("import-sheet", book, "--out", tmp_path / "small")
    assert code == 0
    assert [(one["level"], one["sheet"]) for one in told["findings"]] == [("warning", "Actors")]


def test_nothing_is_overwritten(say: Say, book: Path, tmp_path: Path) -> None:
    before = book.read_bytes()
    code, told, _ = say("export-sheet", SMALL, "--out", book)
    assert (code, told["refused"], book.read_bytes()) == (1, "target_exists", before)
    (tmp_path / "there").mkdir()
    (tmp_path / "there" / "mine.txt").write_text("mine", encoding="utf-8")
    code, told, _ = say("import-sheet", book, "--out", tmp_path / "there")
    assert (code, told["refused"]) == (1, "target_exists")
    assert [path.name for path in (tmp_path / "there").iterdir()] == ["mine.txt"]


def test_an_empty_folder_may_be_filled(say: Say, book: Path, tmp_path: Path) -> None:
    (tmp_path / "small").mkdir()
    assert say("import-sheet", book, "--out", tmp_path / "small")[0] == 0
    assert read_folder(tmp_path / "small")


def test_the_folder_can_be_listed_by_others_as_any_new_folder(say: Say, book: Path, tmp_path: Path) -> None:
    (tmp_path / "new").mkdir()
    assert say("import-sheet", book, "--out", tmp_path / "small")[0] == 0
    assert (tmp_path / "small").stat().st_mode == (tmp_path / "new").stat().st_mode


@pytest.mark.parametrize("words", [
    ("export-sheet", "nowhere", "--out", "a.xlsx"),
    ("export-sheet", SMALL, "--out", "a.csv"),
    ("export-sheet", SMALL, "--out", "no/such/folder/a.xlsx"),
    ("import-sheet", "nowhere.xlsx", "--out", "x"),
    ("import-sheet", ".", "--out", "x"),
    ("import-sheet", "small.xlsx", "--out", "no/such/folder/x"),
    ("import-sheet", "small.xlsx", "--out", "x", "--base", "nowhere"),
])  # fmt: skip
def test_what_cannot_be_read_or_written_is_refused(
    say: Say, book: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch, words: tuple[object, ...]
) -> None:
    monkeypatch.chdir(tmp_path)
    code, told, _ = say(*words)
    assert code == 1
    assert told["refused"] != "fault"
    assert [path.name for path in tmp_path.iterdir()] == ["small.xlsx"]


def test_a_pack_that_shares_finds_the_other_beside_its_new_place(say: Say, tmp_path: Path) -> None:
    book = tmp_path / "sharing.xlsx"
    assert say("export-sheet", SHARING, "--out", book)[0] == 0
    code, told, _ = say("import-sheet", book, "--out", tmp_path / "alone" / "sharing")
    assert code == 1
    (tmp_path / "packs").mkdir()
    code, told, _ = say("import-sheet", book, "--out", tmp_path / "packs" / "sharing")
    assert code == 1
    assert [one["sheet"] for one in told["findings"] if one["level"] == "error"] == ["Pack"]
    shutil.copytree(SMALL, tmp_path / "packs" / "small")
    code, told, _ = say("import-sheet", book, "--out", tmp_path / "packs" / "sharing")
    assert code == 0
    assert digest(read_folder(tmp_path / "packs" / "sharing")) != digest(read_folder(SHARING))
    assert not any(name.startswith("shared/") for name in told["files"])


def test_a_pack_may_share_from_one_that_ships_with_the_program(say: Say, tmp_path: Path) -> None:
    book = tmp_path / "som.xlsx"
    assert say("export-sheet", resource("sop", "iq-som"), "--out", book)[0] == 0
    code, told, _ = say("import-sheet", book, "--out", tmp_path / "iq-som")
    assert (code, told["findings"]) == (0, [])
