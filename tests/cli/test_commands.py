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


def test_a_role_is_claimed_with_its_moment_and_takes_the_place_of_an_earlier_one(run: Command, case: str) -> None:
    added = run.json(
        "person", "add", case, "--code", "P-04", "--ism", "رفيق", "--also", "passport=KALPONIK RAFIQ",
        "--paper", "passport::BGD:P-06", "--phone", "+9647690004160", "--note", "Synthetic", "--role", "suspect",
        "--basis", "held the keys", "--decided-by", "first responders", "--since", "2026-02-28T21:10+03:00",
        "--custody", "held",
    )  # fmt: skip
    assert (added["alias"], added["note"]) == ("P-04", "Synthetic")
    (claim,) = added["claims"]
    assert (claim["since"], claim["custody"]) == ("2026-02-28T18:10:00+00:00", "held")
    assert claim["decided_by"] == "first responders"
    shown = run.json("person", "show", case, "P-04", "--reason", "summons")
    assert [(name["kind"], name["as_written"]) for name in shown["names"]] == [
        ("record", ""), ("passport", "KALPONIK RAFIQ"),
    ]  # fmt: skip
    assert [paper["held_by"] for paper in shown["papers"]] == ["P-06"]
    assert shown["phones"] == ["+9647690004160"]
    freed = run.json(
        "person", "claim", case, "P-04", "--role", "victim", "--basis", "decision of the judge", "--ends", "suspect",
        "--since", "2026-03-01T09:00+03:00", "--custody", "released",
    )  # fmt: skip
    assert [(one["role"], one["custody"]) for one in freed["claims"]] == [("suspect", "held"), ("victim", "released")]
    assert freed["claims"][0]["until"] == "2026-03-01T06:00:00+00:00"


@pytest.mark.parametrize(
    ("more", "code", "said"),
    [
        (["--ends", "witness"], 1, "not one of this person's"),
        (["--since", "2026-03-02T09:00+03:00"], 1, "future"),
        (["--since", "yesterday"], 1, "zone"),
        (["--custody", "escaped"], 2, ""),
    ],
)
def test_a_role_that_cannot_be_is_refused_and_none_is_kept(
    run: Command, case: str, more: list[str], code: int, said: str
) -> None:
    run.json("person", "add", case, "--role", "suspect", "--basis", "held the keys")
    assert run("person", "claim", case, "P-01", "--role", "victim", "--basis", "a decision", *more) == code
    assert said in run.err
    assert [len(row["claims"]) for row in run.json("person", "list", case)] == [1]
    assert run("person", "claim", case, "P-09", "--role", "victim", "--basis", "x", "--ends", "suspect") == 1


@pytest.mark.parametrize("words", [["--paper", "passport"], ["--paper", "letter:1:IRQ:self"], ["--also", "nick=X"]])
def test_a_paper_or_name_of_no_known_kind_is_a_wrong_command(run: Command, case: str, words: list[str]) -> None:
    assert run("person", "add", case, "--role", "witness", "--basis", "saw it", *words) == 2
    assert run.json("person", "list", case) == []


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
