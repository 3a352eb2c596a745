"""``workbench names``: two names compared, a table measured, and what is refused; it needs no vault."""

import io
import json
from pathlib import Path
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


def test_two_writings_get_a_score_a_verdict_and_a_reason_for_every_part() -> None:
    found = read("names", "compare", "طارق رشيد العزاوي", "Tariq Rasheed al-Azzawi")
    assert (found["same"], found["verdict"], found["strictness"]) == (True, "same", "usual")
    assert found["score"] >= found["threshold"]
    assert [(reason["part"], reason["how"]) for reason in found["reasons"]] == [
        ("given", "script"), ("father", "script"), ("nisba", "script"),
    ]  # fmt: skip
    assert (found["reasons"][0]["query"], found["reasons"][0]["candidate"]) == ("طارق", "Tariq")


def test_brothers_are_not_the_same() -> None:
    found = read("names", "compare", "لؤي رشيد العزاوي", "دلشاد رشيد العزاوي")
    assert (found["same"], found["verdict"]) == (False, "different")
    assert found["reasons"][0]["how"] == "different"


def test_the_verdict_follows_the_strictness_and_the_score_does_not() -> None:
    names = ("names", "compare", "مؤيد البصري", "مؤيد التصري")
    usual, strict = read(*names), read(*names, "--strictness", "strict")
    assert usual["score"] == strict["score"]
    assert (usual["same"], strict["same"]) == (True, False)
    assert run(*names, "--strictness", "lenient")[0] == 2


def test_people_read_sentences_without_hidden_marks() -> None:
    code, out, _ = run("names", "compare", "\u202eTariq\u202c", "طارق")
    assert code == 0
    assert "may be the same name" in out
    assert "Given name: Tariq and طارق" in out
    assert not {"\u202e", "\u2068"} & set(out)


@pytest.mark.parametrize("text", ["", "123", "😀", "x" * 4000, "\u202e\u202c", "طارق Tariq Тарик 塔里克"])
def test_whatever_stands_for_a_name_gets_an_answer(text: str) -> None:
    assert read("names", "compare", text, "Dilsoz")["same"] is False
    assert 0 <= read("names", "compare", text, text)["score"] <= 100


TABLE = "kind,query,candidate,label\nx,طارق,Tariq,1\nx,رشيد,راشد,0\n\nx,\"AL-BASRI, TARIQ\",Tariq al-Basri,1\n"


def table(folder: Path, text: str, encoding: str = "utf-8") -> str:
    file = folder / "pairs.csv"
    file.write_bytes(text.encode(encoding))
    return str(file)


@pytest.mark.parametrize("encoding", ["utf-8", "utf-8-sig"])
def test_a_table_is_measured_at_every_strictness(tmp_path: Path, encoding: str) -> None:
    found = read("names", "bench", table(tmp_path, TABLE, encoding))
    assert (found["rows"], found["same"], found["different"], found["default"]) == (3, 2, 1, "usual")
    assert set(found["strictness"]) == {"loose", "usual", "strict"}
    assert {key: found["strictness"]["usual"][key] for key in ("recall", "precision", "f1")} == {
        "recall": 1.0, "precision": 1.0, "f1": 1.0,
    }  # fmt: skip
    assert found["recall"] == found["strictness"]["usual"]["recall"]
    code, out, _ = run("names", "bench", table(tmp_path, TABLE))
    assert code == 0
    assert "(default)" in next(line for line in out.splitlines() if line.startswith("usual"))


def test_lines_may_end_as_other_systems_end_them(tmp_path: Path) -> None:
    assert read("names", "bench", table(tmp_path, TABLE.replace("\n", "\r\n")))["rows"] == 3


@pytest.mark.parametrize(("text", "reason", "said"), [
    ("query,candidate\na,b\n", "names_columns_missing", "label"),
    ("", "names_columns_missing", "query"),
    ("query,candidate,label\na,b,1\na,b,2\n", "names_row_wrong", "Line 3"),
    ("query,candidate,label\na,b\n", "names_row_wrong", "Line 2"),
    ("query,candidate,label\na,,1\n", "names_row_wrong", "a name is missing"),
    ("query,candidate,label\n\"a,b,1\n", "names_table_unreadable", "no CSV table"),
])  # fmt: skip
def test_a_table_that_cannot_be_used_is_refused_and_the_place_is_named(
    tmp_path: Path, text: str, reason: str, said: str
) -> None:
    code, out, err = run("--json", "names", "bench", table(tmp_path, text))
    told = json.loads(out)
    assert (code, told["refused"]) == (1, reason)
    assert said in told["message"]
    assert told["remedy"]
    assert told["message"] in err


def test_a_table_in_another_code_page_or_none_at_all_is_refused(tmp_path: Path) -> None:
    code, out, _ = run("--json", "names", "bench", table(tmp_path, TABLE, "windows-1256"))
    assert (code, json.loads(out)["refused"]) == (1, "names_table_unreadable")
    for place, reason in ((tmp_path / "none.csv", "file_missing"), (tmp_path, "file_not_a_file")):
        code, out, _ = run("--json", "names", "bench", str(place))
        assert (code, json.loads(out)["refused"]) == (1, reason)
