"""The files of both synthetic cases, read on the command line: what the readers count is what was written into them."""

import re
from collections.abc import Mapping
from pathlib import Path
from typing import Any

import pytest
import yaml
from faults.commands import read_json

from workbench.shipped import resource

TRUTH: list[dict[str, Any]] = yaml.safe_load(
    Path(__file__).with_name("expected-readings.yaml").read_text(encoding="utf-8")
)
KINDS = {"android": "whatsapp", "ios": "whatsapp", "telegram": "telegram"}


@pytest.fixture(scope="module")
def told() -> Mapping[str, Any]:
    """What the command says of every file, by name; each was read in a child of its own."""
    files = [str(resource("training", one["case"], "evidence", one["file"])) for one in TRUTH]
    code, found, err = read_json("intake", "read", *files, "--items")
    assert (code, err) == (0, "")
    return {one["file"]: one for one in found}


def files(ending: str) -> Any:
    chosen = [one for one in TRUTH if one["file"].endswith(ending) or one["truth"].get("format", "").startswith(ending)]
    assert len(chosen) > 1
    return pytest.mark.parametrize("one", chosen, ids=lambda one: one["file"][:21])


def minute(moment: str) -> str:
    return moment.replace("T", " ")


def test_every_file_is_hashed_as_in_its_manifest_and_read(told: Mapping[str, Any]) -> None:
    assert len(told) == len(TRUTH) == 16
    assert {name: one["sha256"] for name, one in told.items()} == {one["file"]: one["sha256"] for one in TRUTH}
    assert {name: one["refused"] for name, one in told.items() if one["refused"]} == {}


@pytest.mark.parametrize(
    "one", [one for one in TRUTH if "format" in one["truth"]], ids=lambda one: one["file"][:21]
)
def test_chats(told: Mapping[str, Any], one: dict[str, Any]) -> None:
    found, truth = told[one["file"]], one["truth"]
    assert found["kind"] == KINDS[truth["format"].partition("-")[0]]
    assert found["counts"]["messages"] == truth["messages"]
    assert found["counts"].get("notices", 0) == truth.get("system", truth.get("service"))
    assert found["senders"] == truth["per_sender"]
    # A telephone that writes no seconds leaves them out; the truth of Telegram is told by the clock of the place.
    assert minute(found["first"])[: len(truth["first"])] == truth["first"]
    assert minute(found["last"])[: len(truth["last"])] == truth["last"]
    if found["kind"] == "whatsapp":
        assert found["counts"]["messages"] + found["counts"]["notices"] == truth["entries"]
        assert sorted(found["senders"]) == sorted(truth["participants"])
        for key in ("media_attached", "media_omitted", "deleted", "edited", "multiline", "media_files_in_zip"):
            assert found["facts"].get(key) == truth.get(key), key
        assert found["facts"]["variant"].partition("-")[0] == truth["format"].partition("-")[0]
        assert {doubt for item in found["items"] for doubt in item["doubts"]} == {"zone_unknown"}
    if gap := truth.get("gap_in_ids"):
        first, last = re.search(r"(\d+)-(\d+)", gap).groups()  # type: ignore[union-attr]
        assert list(found["facts"]["ids_missing"].values()) == [[[int(first), int(last)]]]
        assert "ids_missing" in {warning["key"] for warning in found["warnings"]}


@files(".zip")
def test_media_of_a_chat_is_found_beside_it_and_hashed(told: Mapping[str, Any], one: dict[str, Any]) -> None:
    found = told[one["file"]]
    files_in_zip = [item for item in found["items"] if item["kind"] == "file"]
    assert len(files_in_zip) == found["counts"]["files"] == one["truth"]["media_files_in_zip"]
    named = [item["detail"]["media"] for item in found["items"] if "media" in item["detail"]]
    assert [media["present"] for media in named] == [True] * one["truth"]["media_attached"]
    assert [media["sha256"] for media in named] == [item["detail"]["sha256"] for item in files_in_zip]


@files(".csv")
def test_call_records(told: Mapping[str, Any], one: dict[str, Any]) -> None:
    found, truth = told[one["file"]], one["truth"]
    facts = found["facts"]
    assert (found["kind"], found["counts"]["calls"]) == ("calls", truth["rows"])
    for key in (
        "encoding", "delimiter", "rows", "distinct_counterparts", "top", "voice_seconds", "distinct_cells",
        "header_lines_before_columns", "footer_lines",
    ):  # fmt: skip
        assert facts[key] == truth[key], key
    # Operators write whole seconds; the truth has the fraction of which the second was made.
    assert minute(found["first"]) == truth["first"][:19]
    assert minute(found["last"]) == truth["last"][:19]
    moments = {minute(item["at"]) for item in found["items"]}
    assert set(truth.get("calls_to_official_around_events", ())) <= moments
    assert {doubt for item in found["items"] for doubt in item["doubts"]} == {"zone_unknown"}
    # The one whose records these are has a part in every row.
    subject = facts["subject"]
    assert all(subject in (item["sender"], *item["to"]) for item in found["items"])


@files(".vcf")
def test_address_books(told: Mapping[str, Any], one: dict[str, Any]) -> None:
    found, truth = told[one["file"]], one["truth"]
    assert (found["counts"]["contacts"], found["facts"]["numbers"]) == (truth["cards"], truth["numbers"])
    same = found["facts"]["same_number"]
    for number, spelling in truth.get("same_number_different_spelling", {}).items():
        assert spelling in same[number]


@files(".eml")
def test_letters_are_read_with_what_is_attached_to_them(told: Mapping[str, Any], one: dict[str, Any]) -> None:
    found = told[one["file"]]
    assert (found["kind"], found["counts"]["messages"], found["counts"]["files"]) == ("mail", 1, 1)
    letter, attached = found["items"]
    assert letter["zone"] == "+03:00"
    assert letter["text"]
    assert "=?" not in f"{letter['sender']}{letter['to']}{letter['detail']['subject']}{attached['text']}"
    assert len(attached["detail"]["sha256"]) == 64


def test_what_is_read_can_be_found_again_in_the_original(told: Mapping[str, Any]) -> None:
    """The place of an item leads to its line: the words of the item stand there, or begin there."""
    tried = 0
    for one in TRUTH:
        if one["file"].endswith(".txt") and one["truth"]:
            path = resource("training", one["case"], "evidence", one["file"])
            lines = path.read_bytes().decode().replace("\r\n", "\n").split("\n")
            for item in told[one["file"]]["items"]:
                line = lines[int(item["place"].removeprefix("line ")) - 1]
                assert item["text"].split("\n")[0] in line or item["detail"].get("media", {}).get("name", "?") in line
                tried += 1
    assert tried > 50
