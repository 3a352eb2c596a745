"""Search, likenesses, joining and the import of a table from the command line. All people are invented."""

import io
import json
from collections.abc import Callable
from pathlib import Path
from typing import Any

import pytest

from tests.desks import PASSPHRASE, USER
from workbench.cli import main
from workbench.services import cases
from workbench.store import Desk, World

Run = Callable[..., tuple[int, Any]]


@pytest.fixture
def run(make_vault: Callable[..., Path], world: World, tmp_path: Path) -> Run:
    """Runs a command with ``--json`` and gives its code and what it printed."""
    folder, secret = make_vault(), tmp_path / "passphrase"
    secret.write_text(PASSPHRASE + "\n", encoding="utf-8")
    common = ["--vault", str(folder), "--user", USER, "--passphrase-file", str(secret), "--json"]

    def run(*words: str) -> tuple[int, Any]:
        out = io.StringIO()
        code = main([*words, *common], world=world, out=out, err=io.StringIO())
        return code, json.loads(out.getvalue())

    return run


def test_a_table_is_taken_in_found_joined_and_parted(
    run: Run, tmp_path: Path, sign_in: Callable[[Path], Desk]
) -> None:
    with sign_in(tmp_path / "vault") as desk:
        number = cases.open_case(desk, title="Synthetic case", kind="tip").number
    table = tmp_path / "people.csv"
    table.write_text(
        "ism,father,role,basis\nSara,Karim,witness,told\nسارا,کەریم,possible victim,told\n", encoding="utf-8"
    )
    code, looked = run("person", "import", number, str(table), "--dry-run")
    assert (code, looked["count"], looked["ready"]) == (0, 2, True)
    assert [(one["line"], one["other_line"]) for one in looked["alike"]] == [(3, 2)]
    assert run("person", "import", number, str(table))[1]["count"] == 2
    assert [hit["ref"] for hit in run("search", "sara kar")[1]] == ["P-01", "P-02"]
    assert [hit["ref"] for hit in run("search", "sara kar", "--case", number, "--strictness", "strict")[1]] == ["P-01"]
    _, same = run("person", "same", number)
    assert [(one["person"], one["same"][0]["person"]) for one in same] == [("P-01", "P-02"), ("P-02", "P-01")]
    code, joined = run("person", "join", number, "P-01", "P-02", "--reason", "same paper")
    assert (code, joined["state"], joined["score"] > 80) == (0, "same", True)
    assert run("person", "join", number, "P-01", "P-02", "--reason", "again")[0] == 1
    assert run("person", "same", number, "P-01", "--beside", "P-02")[1]["rows"][0]["verdict"] == "alike"
    assert run("person", "part", number, "P-01", "P-02", "--reason", "sisters")[1]["state"] == "apart"


def test_a_template_is_written_and_its_example_is_not_taken_in(
    run: Run, tmp_path: Path, sign_in: Callable[[Path], Desk]
) -> None:
    with sign_in(tmp_path / "vault") as desk:
        number = cases.open_case(desk, title="Synthetic case", kind="tip").number
    file = tmp_path / "empty.xlsx"
    assert run("person", "import", "--template", str(file), "--language", "ckb")[0] == 0
    code, looked = run("person", "import", number, str(file), "--dry-run")
    assert (code, looked["ready"]) == (1, False)
    assert run("person", "import", number, str(file))[1]["refused"] == "people_wrong"
    assert run("person", "import")[1]["refused"] == "option_needed"
