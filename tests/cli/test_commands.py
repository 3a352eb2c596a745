"""The command line as a person or a machine uses it: words in, lines or JSON out, and an exit code that is true."""

import io
import json
from collections.abc import Callable
from pathlib import Path
from typing import Any

import pytest

from tests.desks import PASSPHRASE, USER
from workbench import app
from workbench.cli import main
from workbench.store import World

ANSWERS = """\
received_at: 2026-03-01T10:00+03:00
channel: phone
reporter: anonymous
account: سمعت بكاء طفل
place: no
"""


class Command:
    """Runs commands against one vault and keeps what they said."""

    def __init__(self, folder: Path, world: World) -> None:
        self.folder, self.world = folder, world
        self.passphrase = folder / "passphrase"
        self.passphrase.write_text(PASSPHRASE + "\n", encoding="utf-8")
        self.out = self.err = ""

    def __call__(self, *words: str) -> int:
        out, err = io.StringIO(), io.StringIO()
        common = [
            "--vault",
            str(self.folder / "vault"),
            "--user",
            USER,
            "--passphrase-file",
            str(self.passphrase),
        ]
        code = main([*common, *words], world=self.world, out=out, err=err)
        self.out, self.err = out.getvalue(), err.getvalue()
        return code

    def json(self, *words: str) -> Any:
        assert self("--json", *words) == 0, self.err
        return json.loads(self.out)


@pytest.fixture
def run(tmp_path: Path, world: World) -> Command:
    command = Command(tmp_path, world)
    assert command("vault", "create", "--station", "Test station") == 0
    return command


@pytest.fixture
def write(tmp_path: Path) -> Callable[[str | bytes], str]:
    def write(content: str | bytes) -> str:
        path = tmp_path / "answers.yaml"
        path.write_bytes(content if isinstance(content, bytes) else content.encode())
        return str(path)

    return write


@pytest.fixture
def case(run: Command) -> str:
    return str(run.json("case", "open", "--title", "Synthetic", "--kind", "tip")["number"])


def test_a_case_is_walked_from_the_command_line(run: Command, case: str, write: Callable[[str], str]) -> None:
    assert run("step", "finish", case, "T01.1", "--answers", write(ANSWERS)) == 0, self_said(run)
    states = {row["step"]: row["state"] for row in run.json("case", "steps", case)}
    assert (states["T01.1"], states["T01.4"]) == ("done", "open")
    assert run("step", "not-applicable", case, "T01.5", "--reason", "first case of this station") == 0
    assert run("step", "waive", case, "T01.4", "--reason", "the court is known") == 0
    # YAML that reads `no` as a truth value would have lost what was typed.
    history = run.json("step", "show", case, "T01.1")["history"]
    assert history[0]["answers"]["place"] == "no"
    assert run.json("case", "show", case)["done"] == 3
    assert run.json("audit", "verify")["ok"]
    assert run.json("vault", "check")["ok"]


def self_said(run: Command) -> str:
    return run.out + run.err


def test_people_and_exhibits(run: Command, case: str, tmp_path: Path) -> None:
    file = tmp_path / "صورة.jpg"
    file.write_bytes(b"synthetic photograph")
    person = run.json(
        "person", "add", case, "--ism", "سعاد", "--born-between", "2008", "2011", "--role", "possible_victim",
        "--basis", "found behind a locked door", "--language", "lg", "--needs-interpreter",
    )  # fmt: skip
    assert (person["alias"], person["child"], person["names"]) == ("P-01", True, [])
    assert "سعاد" not in json.dumps(run.json("person", "list", case), ensure_ascii=False)
    assert run.json("person", "show", case, "P-01", "--reason", "summons")["names"][0]["ism"] == "سعاد"
    exhibit = run.json(
        "exhibit", "add", case, "--description", "بوابة", "--kind", "photo", "--file", str(file)
    )
    assert (exhibit["number"], exhibit["files"][0]["size"]) == ("E-001", 20)
    assert run.json("exhibit", "verify", case)[0]["integrity"] == "verified"
    sealed = next((run.folder / "vault" / "shelf").rglob("*.wba"))
    sealed.write_bytes(b"WBA1")
    assert run("exhibit", "verify", case) == 3
    assert run("vault", "check") == 3


@pytest.mark.parametrize(
    ("content", "said"),
    [
        ("a: &x 1\nb: *x\n", "aliases"),
        ("a: !!python/object:os.system x\n", "tags"),
        ("[1, 2]", "not a list of names"),
        ("a: [1\nb: 2", "line 2"),
        (b"\xff\xfe\x00a", "UTF-8"),
        ("x" * 1_100_000, "larger"),
        ("no_such_field: 1\nchannel: pigeon\nreceived_at: [a]\n", "no_such_field"),
    ],
    ids=["alias", "tag", "list", "broken", "encoding", "huge", "wrong"],
)
def test_answers_that_cannot_be_read_are_refused(
    run: Command, case: str, write: Callable[[str | bytes], str], content: str | bytes, said: str
) -> None:
    assert run("step", "finish", case, "T01.1", "--answers", write(content)) == 1
    assert said in run.err
    assert run.json("case", "show", case)["done"] == 0


@pytest.mark.parametrize(
    ("words", "code"),
    [
        (["case", "show", "TIP-0000/0"], 1),
        (["case", "open", "--title", " "], 1),
        (["step", "finish", "{case}", "T99.9", "--answers", "nowhere.yaml"], 1),
        (["step", "show", "{case}", "T99.9"], 1),
        (["document", "make", "{case}", "novel", "--out", "x.pdf"], 1),
        (["document", "make", "{case}", "case_report", "--language", "xx", "--out", "x.pdf"], 1),
        (["exhibit", "add", "{case}", "--description", "x", "--file", "nowhere"], 1),
        (["exhibit", "add", "{case}", "--description", "x", "--seized-at", "yesterday"], 1),
        (["pack", "check", "nowhere"], 1),
        (["no-such-command"], 2),
        (["case", "open"], 2),
        (["--help"], 0),
    ],
)
def test_exit_codes(run: Command, case: str, words: list[str], code: int) -> None:
    assert run(*[word.format(case=case) for word in words]) == code
    assert "Traceback" not in run.out + run.err


def test_a_refusal_is_json_too(run: Command) -> None:
    assert run("--json", "case", "show", "TIP-0000/0") == 1
    told = json.loads(run.out)
    assert told["refused"] == "case_unknown"
    assert "\u2066" not in told["message"]


def test_what_is_missing_is_asked_for(run: Command, world: World) -> None:
    err = io.StringIO()
    assert main(["case", "list"], world=world, out=io.StringIO(), err=err) == 1
    assert "--vault" in err.getvalue()
    run.passphrase.write_text("wrong", encoding="utf-8")
    assert run("case", "list") == 1


def test_the_shipped_packs_are_listed_and_sound(run: Command) -> None:
    from workbench.shipped import resource

    shipped = sorted(path.parent.name for path in resource("sop").glob("*/pack.yaml"))
    assert "iq-tip" in shipped
    assert [pack["key"] for pack in run.json("pack", "list")] == shipped
    for key in shipped:
        assert run("pack", "check", str(resource("sop", key))) == 0


def test_the_doctor_finds_everything_here(run: Command) -> None:
    assert run("doctor") == 0, run.out


def test_a_backup_is_made_and_not_twice(run: Command, tmp_path: Path) -> None:
    assert run("vault", "backup", str(tmp_path / "copy")) == 0
    assert run("vault", "backup", str(tmp_path / "copy")) == 1


@pytest.mark.parametrize(
    ("words", "window"),
    [
        ([], True), (["--vault", "x"], True), (["--language=ckb"], True), (["--vault", "x", "case", "list"], False),
        (["--help"], False), (["doctor"], False), (["--vault"], False),
    ],
)  # fmt: skip
def test_the_window_opens_only_when_no_command_is_given(words: list[str], window: bool) -> None:
    assert app.wants_window(words) is window
