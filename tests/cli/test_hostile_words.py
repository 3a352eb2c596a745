"""Commands with bad words and bad files: one sentence, the right code, and JSON that is JSON."""

import io
import json
from collections.abc import Callable
from pathlib import Path

import pytest

from tests.desks import PASSPHRASE, USER
from workbench.cli import main
from workbench.store import World

Told = tuple[int, dict[str, object], str]
Say = Callable[..., Told]


@pytest.fixture
def say(make_vault: Callable[..., Path], tmp_path: Path, world: World) -> Say:
    """Runs a command in a vault with one case, as JSON."""
    folder, key = make_vault(), tmp_path / "passphrase"
    key.write_text(PASSPHRASE)

    def run(*words: object, passphrase: Path = key) -> Told:
        out, err = io.StringIO(), io.StringIO()
        argv = [*map(str, words), "--vault", str(folder), "--user", USER]
        code = main([*argv, "--passphrase-file", str(passphrase), "--json"], world=world, out=out, err=err)
        return code, json.loads(out.getvalue()), err.getvalue()

    assert run("case", "open", "--title", "Synthetic", "--kind", "tip", "--number", "C-1")[0] == 0
    return run


@pytest.mark.parametrize(
    ("content", "said"),
    [
        ("[" * 100_000, "too deep"),
        ("- " * 20_000 + "x", "too deep"),
        ("account: a\naccount: b", "stands twice"),
        ("a: &x 1\nb: *x", "aliases"),
        ("a: !!python/object/apply:os.system ['id']", "tags"),
        ("a: [", "line 1"),
        ("\x00", "not YAML"),
    ],
)
def test_an_answers_file_that_is_none_is_told(say: Say, tmp_path: Path, content: str, said: str) -> None:
    file = tmp_path / "answers.yaml"
    file.write_text(content)
    code, told, err = say("step", "finish", "C-1", "T01.1", "--answers", file)
    assert (code, told["refused"]) == (1, "answers_unreadable")
    assert said in err


def test_a_device_or_folder_is_no_answers_file(say: Say, tmp_path: Path) -> None:
    for path in ("/dev/zero", tmp_path):
        code, told, _ = say("step", "finish", "C-1", "T01.1", "--answers", path)
        assert (code, told["refused"]) == (1, "file_not_a_file")


@pytest.mark.parametrize("content", [b"", b"\xff\xfe\x00", None])
def test_a_passphrase_file_that_is_none_is_told_and_counts_as_no_try(
    say: Say, tmp_path: Path, content: bytes | None
) -> None:
    file = tmp_path / "other"
    if content is not None:
        file.write_bytes(content)
    for _ in range(7):
        code, told, _ = say("case", "list", passphrase=file)
        assert (code, told["refused"]) == (1, "passphrase_file")
    assert say("case", "list")[0] == 0


def test_an_incomplete_command_is_told_in_json_too(say: Say) -> None:
    code, told, _ = say("case", "open")
    assert (code, told["refused"]) == (2, "usage")


def test_nothing_of_an_exhibit_is_kept_if_one_of_its_files_is_missing(say: Say, tmp_path: Path) -> None:
    (tmp_path / "there").write_bytes(b"x")
    words = ("exhibit", "add", "C-1", "--description", "d")
    code, told, _ = say(*words, "--file", tmp_path / "there", "--file", tmp_path / "gone")
    assert (code, told["refused"]) == (1, "file_missing")
    assert say("exhibit", "list", "C-1")[1] == []


@pytest.mark.parametrize("target", ["n" * 300 + ".pdf", "dangling.pdf"])
def test_a_document_is_not_written_where_it_cannot_be(say: Say, tmp_path: Path, target: str) -> None:
    (tmp_path / "dangling.pdf").symlink_to(tmp_path / "nowhere")
    words = ("document", "make", "C-1", "case_report", "--language", "en", "--out")
    code, told, _ = say(*words, tmp_path / target)
    assert code == 1
    assert told["refused"] in ("not_writable", "target_exists")


def test_any_number_of_log_entries_may_be_asked_for(say: Say) -> None:
    assert say("audit", "show", "--limit", "9" * 30)[0] == 0


def test_lines_for_people_do_not_obey_what_is_stored(
    make_vault: Callable[..., Path], tmp_path: Path, world: World
) -> None:
    from workbench.cli.output import Output

    out = io.StringIO()
    output = Output(out, as_json=False)
    output.result(None, ["a\x1b[2Jb\u202ec"])
    output.tell()
    assert out.getvalue() == "a‹U+001B›[2Jb‹U+202E›c\n"


def test_a_demonstration_is_not_written_over_a_file(tmp_path: Path) -> None:
    target, err = tmp_path / "taken", io.StringIO()
    target.write_text("theirs")
    assert main(["demo", "--out", str(target)], out=io.StringIO(), err=err) == 1
    assert target.read_text() == "theirs"
    assert main(["demo", "--out", str(target / "below")], out=io.StringIO(), err=err) == 1
