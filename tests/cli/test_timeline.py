"""Timeline, examinations and scenes from the command line: every way in JSON, every refusal with its code."""

from pathlib import Path

from tests.cli.conftest import CASE, Say

CHAT = "12/03/2025, 21:41 - Abu Walid: bring the papers\n12/03/2025, 21:43 - Synthetica: 250 for the door\n"
CALLS = "c1;c2;c3\n2025-03-12 22:00:05;A-17;B-204\n"


def sealed(say: Say, path: Path, text: str) -> str:
    path.write_text(text, encoding="utf-8")
    row = say("exhibit", "add", CASE, "--kind", "digital", "--description", path.name, "--file", path)
    return str(row["files"][0]["file_id"])


def test_files_are_read_and_events_made_of_them(say: Say, tmp_path: Path) -> None:
    chat = sealed(say, tmp_path / "WhatsApp Chat with Abu Walid.txt", CHAT)
    assert say("timeline", "read", CASE, chat)["counts"] == {"messages": 2}
    say("timeline", "read", CASE, "none", refused="sealed_file_unknown")
    page = say("timeline", "items", CASE, "--text", "door", "--kind", "message")
    assert page["total"] == 1
    item = page["rows"][0]["item_id"]
    assert say("timeline", "promote", CASE, item, "--doubt", "hearsay")["ref"] == "EV-01"
    say("timeline", "promote", CASE, item, refused="event_there")
    say("timeline", "promote", CASE, "x:1", refused="item_unknown")
    by_hand = ("timeline", "add", CASE, "--kind", "incident", "--text", "locked", "--at")
    say(*by_hand, "soon", "--source", "Officer", refused="event_when")
    say(*by_hand, "2024", "--source", "X-9", "--source-kind", "exhibit", refused="exhibit_unknown")
    assert say(*by_hand, "2024-09", "--source", "Officer", "--party", "Abu Walid:about")["ref"] == "EV-02"
    say("timeline", "correct", CASE, "EV-02", "--at", "2024-08", "--reason", "misheard")
    assert [one["ref"] for one in say("timeline", "show", CASE)] == ["EV-02", "EV-01"]
    text = say("timeline", "show", CASE, lines=True)
    assert "only heard from others" in text
    assert "2024-08" in text
    say("timeline", "withdraw", CASE, "EV-02", "--reason", "another house")
    assert [one["ref"] for one in say("timeline", "show", CASE)] == ["EV-01"]
    assert "another house" in say("timeline", "show", CASE, "--withdrawn", lines=True)


def test_columns_are_named_on_the_command_line(say: Say, tmp_path: Path) -> None:
    file = sealed(say, tmp_path / "calls.csv", CALLS)
    assert say("timeline", "read", CASE, file, "--format", "calls")["refused"]["key"] == "columns_unknown"
    named = [part for one in ("0=when", "1=a", "2=b") for part in ("--column", one)]
    assert say("timeline", "read", CASE, file, "--format", "calls", *named)["refused"] is None
    assert "calls" in say("timeline", "readings", CASE, lines=True)


def test_an_examination_from_the_asking_to_the_return(say: Say) -> None:
    number = say("exhibit", "add", CASE, "--kind", "digital", "--description", "phone")["number"]
    ask = ("examination", "ask", CASE, "--kind", "digital", "--to", "Laboratory (synthetic)", "--question", "Which?")
    say(*ask, refused="examination_incomplete")
    assert say(*ask, "--exhibit", number, "--expert", "--wanted-by", "2026-04-01")["ref"] == "X-01"
    say("examination", "returned", CASE, "X-01", refused="examination_turn")
    assert say("examination", "send", CASE, "X-01")["lacks"] == ["custody"]
    told = say(
        "examination", "result", CASE, "X-01", "--number", "5", "--on", "2026-03-01", "--answer", "two", "--tool",
        "Reader=7.1", "--oath", "taken", "--signed", "--property", "auditable=log kept",
    )  # fmt: skip
    assert told["result"]["tools"] == [["Reader", "7.1"]]
    assert told["lacks"] == ["custody", "file", "properties"]
    assert say("examination", "returned", CASE, "X-01")["state"] == "returned"
    assert "lacks" in say("examination", "list", CASE, lines=True)


def test_a_scene_with_its_photograph(say: Say, tmp_path: Path) -> None:
    file = sealed(say, tmp_path / "IMG_1.jpg", "synthetic")
    say("scene", "record", CASE, refused="scene_wrong")
    row = say(
        "scene", "record", CASE, "--place", "House (invented)", "--light", "lamps", "--present",
        "Witness One | neighbour", "--arrived-at", "2026-02-28T10:00+03:00", "--sketch", file, "--north",
    )  # fmt: skip
    assert row["detail"]["present"] == [{"name": "Witness One", "capacity": "neighbour"}]
    assert row["detail"]["sketch"]["north"] is True
    say("scene", "photo", CASE, "B", file, "--subject", "door", refused="scene_unknown")
    row = say("scene", "photo", CASE, "A", file, "--subject", "door", "--view", "overall", "--operator", "Officer")
    assert row["photos"][0]["operator"] == "Officer"
    assert "1 photographs, with a sketch" in say("scene", "list", CASE, lines=True)
