"""Taking in, verifying and exporting from the command line, and what is exported checked by the verifier."""

import io
import json
import shutil
import subprocess
import sys
from pathlib import Path
from typing import Any

import pytest

from tests.desks import PASSPHRASE, USER
from workbench.cli import main
from workbench.store import World

SCRIPT = Path(__file__).parents[2] / "packaging" / "verifier" / "verify_exhibit.py"


class Command:
    """Runs commands against one vault; what they said, as JSON."""

    def __init__(self, folder: Path, world: World) -> None:
        self.folder, self.world, self.out = folder, world, ""
        (folder / "passphrase").write_text(PASSPHRASE + "\n", encoding="utf-8")

    def __call__(self, *words: str | Path, code: int = 0, as_json: bool = True) -> Any:
        out, err = io.StringIO(), io.StringIO()
        common = ["--vault", str(self.folder / "vault"), "--user", USER]
        common += ["--passphrase-file", str(self.folder / "passphrase"), *(["--json"] if as_json else [])]
        assert main([*common, *map(str, words)], world=self.world, out=out, err=err) == code, err.getvalue()
        self.out = out.getvalue()
        return json.loads(self.out) if as_json else self.out


@pytest.fixture
def run(blank_vault: Path, tmp_path: Path, world: World) -> Command:
    shutil.copytree(blank_vault, tmp_path / "vault")
    return Command(tmp_path, world)


@pytest.fixture
def case(run: Command) -> str:
    number = str(run("case", "open", "--title", "Synthetic case", "--kind", "tip")["number"])
    run("exhibit", "add", number, "--kind", "digital", "--description", "a stick, invented")
    return number


@pytest.fixture
def stick(tmp_path: Path) -> Path:
    root = tmp_path / "stick"
    (root / "صور").mkdir(parents=True)
    for name in ("صور/a.jpg", "صور/b.jpg", "c.txt"):
        (root / name).write_bytes(name.encode() * 1000)
    return root


def test_from_a_stick_to_a_checked_export(run: Command, case: str, stick: Path, tmp_path: Path) -> None:
    planned = run("intake", "take", case, "E-001", stick, "--plan")
    assert [one["name"] for one in planned["files"]] == ["stick/c.txt", "stick/صور/a.jpg", "stick/صور/b.jpg"]
    assert run("intake", "list", case) == []
    taken = run("intake", "take", case, "E-001", stick, "--source", "stick, invented")
    assert (taken["ref"], taken["state"], taken["files"], taken["not_taken"]) == ("IN-01", "ended", 3, [])
    (stick / "d.txt").write_bytes(b"came later")
    assert run("intake", "resume", case, "IN-01", stick)["known"] == 3
    assert "IN-01  E-001  ended: 4 files" in run("intake", "list", case, as_json=False)
    of = run("exhibit", "list", case)[0]["files"][0]["file_id"]
    (tmp_path / "t.txt").write_text("invented", "utf-8")
    words = ("--kind", "transcript", "--tool", "by ear 1", "--by", "An interpreter")
    assert run("intake", "derive", case, of, tmp_path / "t.txt", *words)["derived_from"] == of
    assert len(run("exhibit", "check", case, "--most", "2")) == 2
    assert "5 files: 0 broken or missing, 3 not yet verified" in run("exhibit", "integrity", case, as_json=False)
    target = tmp_path / "out"
    row = run("exhibit", "export", case, "E-001", target, "--reason", "for the court", "--sealed")
    key = run("exhibit", "station-key")["fingerprint"]
    assert (row["files"], row["key"]) == (5, key)
    ran = subprocess.run(
        [sys.executable, "-I", shutil.copy(SCRIPT, tmp_path), str(target), "--key", key],
        cwd=tmp_path, capture_output=True, text=True, encoding="utf-8", timeout=60, check=False,
    )  # fmt: skip
    assert ran.returncode == 0, ran.stdout + ran.stderr
    next((tmp_path / "vault" / "shelf").rglob("*.wba")).unlink()
    assert sum(not one["whole"] for one in run("exhibit", "integrity", case, code=3)) == 1
    assert run("exhibit", "check", case, code=3)[0]["whole"] is False


def test_nothing_and_unknown_things_are_refused_in_words(run: Command, case: str, tmp_path: Path) -> None:
    (tmp_path / "bare").mkdir()
    assert run("intake", "take", case, "E-001", tmp_path / "bare", code=1)["refused"] == "intake_empty"
    assert run("intake", "resume", case, "IN-07", tmp_path, code=1)["refused"] == "intake_unknown"
    gone = run("intake", "take", case, "E-001", tmp_path / "gone", code=1)
    assert [one["reason"] for one in gone["not_taken"]] == ["unreadable"]
    told = run("exhibit", "export", case, "E-001", tmp_path / "out", "--reason", "r", code=1)
    assert told["refused"] == "exhibit_without_files"
