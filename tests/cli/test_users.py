"""The people of a station at the command line: listed, added, refused."""

import io
import json
from collections.abc import Callable
from pathlib import Path

import pytest

from tests.desks import PASSPHRASE, USER
from workbench.cli import main
from workbench.store import World

OTHER, OTHER_PASSPHRASE = "Second Officer", "four brown kettles whistling"
Run = Callable[..., tuple[int, str, str]]


@pytest.fixture
def passphrases(tmp_path: Path) -> dict[str, str]:
    """A passphrase file for each person."""
    files = {}
    for name, words in ((USER, PASSPHRASE), (OTHER, OTHER_PASSPHRASE)):
        path = tmp_path / f"{name}.txt"
        path.write_text(words + "\n", encoding="utf-8")
        files[name] = str(path)
    return files


@pytest.fixture
def run(make_vault: Callable[..., Path], world: World, passphrases: dict[str, str]) -> Run:
    """Runs a command as somebody; gives the code and what was printed."""
    folder = make_vault()

    def run(*words: str, user: str = USER) -> tuple[int, str, str]:
        out, err = io.StringIO(), io.StringIO()
        common = ["--vault", str(folder), "--user", user, "--passphrase-file", passphrases[user]]
        code = main([*common, *words], world=world, out=out, err=err)
        return code, out.getvalue(), err.getvalue()

    return run


def _add(
    run: Run, passphrases: dict[str, str], *, role: str = "administrator", user: str = USER
) -> tuple[int, str, str]:
    words = ("--name", OTHER, "--role", role, "--new-passphrase-file", passphrases[OTHER])
    return run("user", "add", *words, user=user)


def test_somebody_is_added_listed_and_signs_in(run: Run, passphrases: dict[str, str]) -> None:
    code, out, err = _add(run, passphrases)
    assert (code, err) == (0, "")
    assert f"{OTHER} may sign in as administrator" in out
    listed = run("user", "list", user=OTHER)[1].splitlines()
    assert listed == [
        f"{USER}: supervisor, since 2026-03-01, added by {USER}",
        f"{OTHER}: administrator, since 2026-03-01, added by {USER}",
    ]
    code, out, _ = run("--json", "vault", "check", user=OTHER)
    assert (code, json.loads(out)["ok"]) == (0, True)


def test_machines_get_the_row(run: Run, passphrases: dict[str, str]) -> None:
    words = ("--name", OTHER, "--role", "investigator", "--new-passphrase-file", passphrases[OTHER])
    row = json.loads(run("--json", "user", "add", *words)[1])
    assert (row["name"], row["role"], row["by"]) == (OTHER, "investigator", USER)
    assert OTHER_PASSPHRASE not in json.dumps(row)
    assert [one["name"] for one in json.loads(run("--json", "user", "list")[1])] == [USER, OTHER]


def test_a_role_that_may_not_is_told_who_may(run: Run, passphrases: dict[str, str]) -> None:
    _add(run, passphrases, role="investigator")
    words = ("--name", "Third", "--role", "supervisor", "--new-passphrase-file", passphrases[OTHER])
    code, _, err = run("user", "add", *words, user=OTHER)
    assert code == 1
    assert "supervisor" in err
    assert len(run("user", "list")[1].splitlines()) == 2


def test_the_same_name_twice_is_refused(run: Run, passphrases: dict[str, str]) -> None:
    assert _add(run, passphrases)[0] == 0
    code, out, err = _add(run, passphrases)
    assert (code, out) == (1, "")
    assert OTHER in err
    assert "Traceback" not in err


@pytest.mark.parametrize("content", [b"", b"\n", b"\xff\xfe\x00", b"short\n", None])
def test_a_passphrase_file_that_will_not_do_adds_nobody(
    run: Run, tmp_path: Path, content: bytes | None
) -> None:
    path = tmp_path / "new.txt"
    if content is not None:
        path.write_bytes(content)
    words = ("--name", OTHER, "--role", "supervisor", "--new-passphrase-file", str(path))
    code, _, err = run("user", "add", *words)
    assert code == 1
    assert "passphrase" in err
    assert len(run("user", "list")[1].splitlines()) == 1


@pytest.mark.parametrize("words", [("--role", "chief"), ("--role", "")])
def test_an_unknown_role_is_a_wrong_command(
    run: Run, passphrases: dict[str, str], words: tuple[str, ...], capsys: pytest.CaptureFixture[str]
) -> None:
    assert run("user", "add", "--name", OTHER, *words, "--new-passphrase-file", passphrases[OTHER])[0] == 2
    assert "investigator" in capsys.readouterr().err


def test_a_vault_is_not_begun_by_somebody_who_could_never_add_a_second_person(
    run: Run, tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    words = ("--station", "Synthetic", "--role", "investigator")
    assert run("vault", "create", *words, "--vault", str(tmp_path / "second"))[0] == 2
    assert "supervisor" in capsys.readouterr().err
    assert not (tmp_path / "second").exists()
