"""Interviews and statements from the command line: planned, held, taken in, read back, corrected, signed, compared."""

from pathlib import Path

import pytest

from tests.cli.conftest import CASE, Say

ARABIC = """محضر إفادة (نص خيالي للتدريب)

س: ماذا حدث؟
ج: أخذ رجل جوازي في السيارة.
وقال للتسجيل.
س: ومتى؟
ج: يوم 6 تشرين الأول.

تُليت عليها فأقرتها.
"""
ENGLISH = """Q: What happened?
A: A man took my passport in the car. He said it was to register me.
Q: When?
A: On 6 October.
"""
WHEN = ("--from", "2026-03-01T06:00+00:00", "--until", "2026-03-01T06:50+00:00")


@pytest.fixture
def say(say: Say) -> Say:
    """The vault has a victim P-01 and a suspect P-02 too."""
    for role in ("victim", "suspect"):
        say("person", "add", CASE, "--role", role, "--basis", "synthetic", "--as-written", "Secret Name")
    return say


def test_from_the_plan_to_the_signature(say: Say, tmp_path: Path) -> None:
    spoken, other = tmp_path / "spoken.txt", tmp_path / "other.txt"
    spoken.write_text(ARABIC, encoding="utf-8")
    other.write_text(ENGLISH, encoding="utf-8")
    voice = say("interpreter", "add", CASE, "--name", "Interpreter", "--language", "lg=Kampala", "--oath-at",
                "2026-03-01T05:50+00:00")  # fmt: skip
    assert voice["ref"] == "I-01"
    proposed = say("interview", "propose", CASE, "P-01", "--language", "ar_IQ")
    assert proposed["topics"][0]["origin"] == "matrix"
    plan = say("interview", "plan", CASE, "P-01", "--as", "victim", "--place", "Room", "--proposed", "--interpreter",
               "I-01", "--language", "lg", "--private", "no")  # fmt: skip
    assert "not_private" in {one["key"] for one in plan["warnings"]}
    say("interview", "hold", CASE, "IV-09", *WHEN, refused="interview_unknown")
    held = say(
        "interview", "hold", CASE, "IV-01", *WHEN, "--room", "interviewer=Officer,female",
        "--room", "social_worker=Worker", "--interpreter", "I-01", "--language", "lg", "--understood", "yes",
        "--voluntary", "yes",
        "--break", "2026-03-01T06:20+00:00/2026-03-01T06:25+00:00", "--private", "yes", "--explained", "purpose",
    )  # fmt: skip
    assert held["warnings"] == []
    about = ("--interview", "IV-01", "--language", "ar", "--translated-to", "en", "--no-oath", "victim", *WHEN)
    row = say("statement", "import", CASE, "--file", spoken, "--translation", other, *about)
    assert [one["kind"] for one in row["lines"]] == ["q", "a", "q", "a"]
    assert row["lines"][1]["text"] == "أخذ رجل جوازي في السيارة.\nوقال للتسجيل."
    assert row["lines"][3]["translation"] == "On 6 October."
    signs = ("statement", "sign", CASE, "ST-01", "--role", "speaker", "--how")
    say(*signs, "signature", refused="statement_not_read_back")
    say("statement", "read-back", CASE, "ST-01", "--language", "en", "--language", "lg", "--by", "Interpreter")
    say("statement", "correct", CASE, "ST-01", "4", "--text", "يوم 7 تشرين الأول.", "--signed")
    assert say(*signs, "thumbprint")["signatures"][0] | {"at": ""} == {
        "role": "speaker", "how": "thumbprint", "who": "P-01", "reason": "", "at": ""
    }
    shown = say("statement", "show", CASE, "ST-01", lines=True)
    assert "يوم 6 تشرين الأول." in shown
    assert "corrected (speaker, signed): يوم 7 تشرين الأول." in shown
    assert say("statement", "list", CASE)[0]["state"] == "signed"
    assert "IV-01" in say("interview", "list", CASE, lines=True)


def test_lines_out_of_a_file_and_side_by_side(say: Say, tmp_path: Path) -> None:
    first, second, wrong = tmp_path / "a.yaml", tmp_path / "b.yaml", tmp_path / "c.yaml"
    first.write_text("lines:\n- {kind: a, text: The gate was locked with 2 keys, at: '1:05'}\n", encoding="utf-8")
    second.write_text("lines:\n- {kind: a, text: The gate was locked with 3 keys}\n- {kind: a, text: It rained}\n",
                      encoding="utf-8")  # fmt: skip
    wrong.write_text("lines:\n- {kind: a, sound: x}\n", encoding="utf-8")
    about = ("--person", "P-01", "--as", "victim", "--language", "en", "--no-oath", "victim", *WHEN)
    assert say("statement", "take", CASE, "--lines", first, *about)["lines"][0]["at"] == "01:05"
    say("statement", "take", CASE, "--lines", second, *about)
    say("statement", "take", CASE, "--lines", wrong, *about, refused="answers_unreadable")
    found = say("statement", "compare", CASE, "ST-01", "ST-02")
    assert [one["label"] for one in found["rows"]] == ["differs", "only_here"]
    text = say("statement", "compare", CASE, "ST-01", "ST-02", lines=True)
    # What is found stands in neutral words: whoever reads it decides what it means.
    assert not {"lie", "contradiction", "false"} & set(text.lower().split())


def test_interpreters_and_doubts(say: Say) -> None:
    tied = ("interpreter", "add", CASE, "--name", "X", "--language", "bn", "--tie", "employer")
    say(*tied, refused="interview_incomplete")
    say(*tied, "--ties-note", "worked there")
    row = say("interpreter", "doubt", CASE, "I-01", "--by", "lawyer", "--about", "a word")
    assert row["doubts"][0]["done"] == ""
    say("interpreter", "settle", CASE, "I-01", "1", "--done", "asked anew")
    assert "TIE: employer" in say("interpreter", "list", CASE, lines=True)
    say("interpreter", "doubt", CASE, "I-02", "--by", "x", "--about", "y", refused="interpreter_unknown")
