"""``workbench law``: what it prints and what it refuses; it needs no vault."""

import io
import json
from typing import Any

import pytest

from workbench.cli import main


def run(*words: str) -> tuple[int, str, str]:
    out, err = io.StringIO(), io.StringIO()
    code = main(words, out=out, err=err)
    return code, out.getvalue(), err.getvalue()


def read(*words: str) -> Any:
    code, out, err = run("--json", *words)
    assert code == 0, err
    return json.loads(out)


def test_the_list_says_of_each_source_how_it_stands_and_whether_it_was_read() -> None:
    listed = read("law", "list", "--on", "2010-05-01", "--jurisdiction", "iq")
    states = {row["source"]: row["state"] for row in listed["sources"]}
    assert states["IQ-TIP-28-2012"] == "not_yet"
    assert states["IQ-RES-118-1978"] == "in_force"
    assert states["IQ-DRAFT-2024"] == "draft"
    assert "KRI-6-2018" not in states
    assert len(listed["questions"]) == 10
    code, out, _ = run("law", "list")
    assert code == 0
    assert all("to be verified" in line for line in out.splitlines() if line.startswith("IQ-PC-111-1969"))


def test_a_place_is_shown_in_short_with_its_mark_and_as_a_summary_only() -> None:
    code, out, _ = run("law", "show", "IQ-CONST-2005", "art 19(13)", "--on", "2025-03-18", "--jurisdiction", "iq")
    lines = out.splitlines()
    assert code == 0
    assert "in force on this day; read in another source" in lines[0]
    assert "24 hours" in lines[1]
    assert "to be verified" in lines[2]
    assert lines[-1] == "A summary in the program's own words, not the text of the law."


def test_a_source_without_a_place_is_shown_place_by_place_with_its_open_questions() -> None:
    shown = read("law", "show", "KRI-6-2018", "--language", "ckb")
    assert [row["mark"] for row in shown["rows"]] == ["S", "GK"]
    assert len(shown["questions"]) == 1
    everything = read("law", "show", "IQ-CPC-23-1971", "--jurisdiction", "iq-kr")["rows"]
    assert {"arts 72-86", "art 109(A)", "cassation chapter"} <= {row["place"] for row in everything}


@pytest.mark.parametrize(("words", "reason"), [
    (("law", "show", "NOBODY"), "law_unknown"),
    (("law", "list", "--on", "yesterday"), "law_day"),
    (("law", "show", "CRC", "--on", "2025-02-30"), "law_day"),
])  # fmt: skip
def test_what_cannot_be_is_refused_with_a_remedy(words: tuple[str, ...], reason: str) -> None:
    code, out, err = run("--json", *words)
    told = json.loads(out)
    assert (code, told["refused"]) == (1, reason)
    assert told["remedy"]
    assert told["message"] in err


def test_a_jurisdiction_that_does_not_exist_is_wrong_use() -> None:
    assert run("law", "list", "--jurisdiction", "moon")[0] == 2
