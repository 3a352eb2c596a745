"""``screening`` on the command line: asked, recorded with a decision, and shown with the rule in words."""

import json
from pathlib import Path

import pytest

from tests.cli.test_commands import Command, run  # noqa: F401 - the fixture
from workbench.store import World

FIGURES = {"key", "strong", "medium", "weak", "positive"}
ANSWERS = """\
EC1-01: present
EC1-02: {value: present, evidence: [P-01], observer: Synthetic Officer}
EC4-01: present
EC4-02: present
EC5-01: {value: present, evidence: "seen at the door"}
EC5-02: present
GEN-01: unknown
"""


@pytest.fixture
def number(run: Command) -> str:  # noqa: F811
    opened = run.json("case", "open", "--title", "Synthetic case", "--kind", "tip")
    run.json("person", "add", opened["number"], "--role", "witness", "--basis", "synthetic")
    return str(opened["number"])


def write(tmp_path: Path, text: str, name: str = "answers.yaml") -> str:
    file = tmp_path / name
    file.write_text(text, encoding="utf-8")
    return str(file)


def record(run: Command, number: str, file: str, *more: str) -> int:  # noqa: F811
    return run(
        "--json", "screening", "record", number, "P-01", "--answers", file, "--profile", "adult_labour", "--reason",
        "synthetic: consistent with the ledger", *more,
    )  # fmt: skip


def test_it_is_shown_before_and_after_it_is_recorded(run: Command, number: str, tmp_path: Path) -> None:  # noqa: F811
    told = run.json("screening", "show", number, "P-01")
    assert (told["person"], told["recorded"], told["rule_result"]) == ("P-01", False, "no_victim")
    assert list(told["dimensions"]) == [f"EC{n}" for n in range(1, 7)]
    assert all(set(one) == FIGURES for one in told["dimensions"].values())
    file = write(tmp_path, ANSWERS)
    assert record(run, number, file, "--decision", "victim", "--track", "Q2=yes", "--setting", "alone") == 0, run.err
    assert json.loads(run.out)["sets"] == ["ilo_ec", "general"]
    told = run.json("screening", "show", number, "P-01", "--all")
    assert (told["recorded"], told["decision"]) == (True, "victim")
    assert told["dimensions"]["EC1"] == {
        "key": "deceptive_recruitment", "strong": 1, "medium": 1, "weak": 0, "positive": True,
    }  # fmt: skip
    assert (told["recruitment_means"], told["exploitation"], told["destination_coercion"]) == (True, True, True)
    assert (told["rule_result"], told["profile"]) == ("presumed_victim_of_trafficking", "adult_labour")
    assert told["track"]["track"] == "tip"
    assert told["answers"]["EC5-01"]["evidence"] == ["seen at the door"]
    assert told["history"][0]["answers"]["GEN-01"]["value"] == "unknown"
    assert any("two strong" in one or "1 strong indicator" in one for one in told["explanation"])
    listed = run.json("screening", "list", number)
    assert [(one["alias"], one["decision"]) for one in listed] == [("P-01", "victim")]
    assert [one["role"] for one in run.json("person", "list", number)[0]["claims"]] == ["witness", "possible_victim"]


def test_json_answers_are_read_and_other_languages_explain(run: Command, number: str, tmp_path: Path) -> None:  # noqa: F811
    file = write(tmp_path, json.dumps({"EC4-01": "present", "CHI-01": {"value": "absent"}}), "answers.json")
    assert record(run, number, file, "--decision", "not_shown") == 0, run.err
    told = run.json("screening", "show", number, "P-01", "--language", "ar_IQ")
    assert any("\u0600" < letter < "\u06ff" for letter in told["explanation"][0])


def test_what_cannot_be_kept_is_refused_and_nothing_is_recorded(
    run: Command, number: str, tmp_path: Path, world: World  # noqa: F811
) -> None:
    good = write(tmp_path, ANSWERS)
    for file, more, reason in (
        (write(tmp_path, "EC1-01: perhaps\n", "a.yaml"), ("--decision", "victim"), "not_in_rules"),
        (write(tmp_path, "XX1-01: present\n", "b.yaml"), ("--decision", "victim", "--set", "general"), "not_in_rules"),
        (write(tmp_path, "EC1-01: [present]\n", "c.yaml"), ("--decision", "victim"), "answers_unreadable"),
        (write(tmp_path, "- EC1-01\n", "d.yaml"), ("--decision", "victim"), "answers_unreadable"),
        (str(tmp_path / "gone.yaml"), ("--decision", "victim"), "file_missing"),
        (good, ("--decision", "postponed"), "answers_incomplete"),
        (good, ("--decision", "victim", "--at", "2026-03-01T11:01+03:00"), "moment_wrong"),
    ):
        assert record(run, number, file, *more) == 1
        assert json.loads(run.out)["refused"] == reason
    assert run.json("screening", "list", number) == []


def test_the_sets_are_named_with_their_marks(run: Command) -> None:  # noqa: F811
    told = run.json("screening", "sets")
    assert told["sets"]["general"]["mark"] in ("S", "GK")
    assert told["sets"]["ilo_ec"]["weighed"]
    assert "child_labour" in told["profiles"]
