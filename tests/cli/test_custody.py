"""Custody from the command line: every verb in JSON and in lines, refusals by their code, faults by the exit code."""

from pathlib import Path

import pytest

from tests.cli.conftest import CASE, Say


@pytest.fixture
def say(say: Say) -> Say:
    """The vault has an exhibit E-001 too."""
    say("exhibit", "add", CASE, "--kind", "money", "--description", "notes", "--seal-number", "55120", "--seized-at",
        "2026-02-28T08:00+03:00", "--seized-by", "Zainab", "--written-no", 1, "--detail", "currency=USD", "--detail",
        "notes=100 x 40", "--detail", "notes=50 x 4", "--detail", "total=4200", "--detail", "hazards=sharp")
    return say


GIVE = ("custody", "hand-over", CASE, "E-001", "--from", "Zainab", "--to", "Saif", "--at", "2026-02-28T10:00+03:00")


def test_a_hand_over_a_fault_its_explanation_and_its_correction(say: Say) -> None:
    assert say("custody", "check", CASE) == []
    row = say(*GIVE, "--seal-before", "55210", "--detail", "count=44", "--written-no", 2, "--to-rank", "Captain")
    assert (row["holder"], row["custody"][1]["detail"]["to_rank"]) == ("Saif", "Captain")
    (fault,) = say("custody", "check", CASE, ends=3)
    assert (fault["fault"], fault["facts"]["slip"]) == ("seal_mismatch:2", "transposed")
    assert "seal_mismatch:2" in say("custody", "show", CASE, "E-001", lines=True)
    told = say("custody", "check", CASE, "E-001", "--language", "ckb", ends=3)
    assert told[0]["sentence"] != fault["sentence"]
    say("custody", "explain", CASE, "E-001", "no_order:2", "--text", "why", refused="custody_fault_unknown")
    say("custody", "explain", CASE, "E-001", "seal_mismatch:2", "--text", "transposed")
    assert "[explained in entry 3: transposed]" in say("custody", "check", CASE, lines=True)
    row = say("custody", "correct", CASE, "E-001", 2, "--reason", "misread", "--set", "seal_before=55120")
    assert row["faults"] == []
    say("custody", "correct", CASE, "E-001", 4, "--reason", "x", "--set", "seal_before", refused="option_needed")
    say("custody", "show", CASE, "E-009", refused="exhibit_unknown")


def test_what_was_sent_is_received_stored_and_counted(say: Say, tmp_path: Path) -> None:
    say(*GIVE, "--seal-before", "55120", "--awaiting")
    assert "no receipt yet" in say("exhibit", "list", CASE, lines=True)
    say("custody", "receive", CASE, "E-001", "--to", "Saif", "--seal", "55120", "--at", "2026-02-28T12:00+03:00")
    say("custody", "record", CASE, "E-001", "--kind", "thrown", refused="custody_kind_unknown")
    row = say("custody", "record", CASE, "E-001", "--kind", "stored", "--from", "Saif", "--store", "Unit store")
    assert row["in_store"]
    assert say("custody", "stores")[0]["name"] == "Unit store"
    labels = tmp_path / "scanned.txt"
    labels.write_text("C-1 E-001\nC-1 E-001\nC-1 E-7\n", encoding="utf-8")
    take = say("custody", "stock-take", "Unit store", "--file", labels, ends=3)
    assert (take["found"], take["unknown"], take["whole"]) == (["C-1 E-001"], ["C-1 E-7"], False)
    assert "missing: C-1 E-001" in say("custody", "stock-take", "Unit store", ends=3, lines=True)
    assert say("custody", "stock-take", "Unit store", "E-001")["whole"]
    assert len(say("custody", "stock-takes")) == 3
    say("custody", "stock-take", "Unit store", "--file", tmp_path / "none", refused="file_missing")


def test_an_exhibit_is_shown_corrected_remarked_on_labelled_and_made_void(say: Say, tmp_path: Path) -> None:
    shown = say("exhibit", "show", CASE, "E-001")
    assert (shown["detail"]["notes"], shown["detail"]["hazards"]) == ("100 x 40\n50 x 4", ["sharp"])
    assert any(field["key"] == "currency" for field in say("exhibit", "fields", "money"))
    assert "currency*: Currency" in say("exhibit", "fields", "money", lines=True)
    row = say("exhibit", "correct", CASE, "E-001", "detail.total", "4100", "--reason", "counted again")
    assert row["detail"]["total"] == "4100"
    say("exhibit", "remark", CASE, "E-001", "one note is torn")
    assert "counted again" in say("exhibit", "show", CASE, "E-001", lines=True)
    target = tmp_path / "labels.pdf"
    say("exhibit", "labels", CASE, "--size", "63.5x38.1", "--skip", 2, "--out", target)
    assert target.read_bytes().startswith(b"%PDF")
    record = tmp_path / "record.pdf"
    say("document", "make", CASE, "custody_record", "--of", "E-001", "--out", record)
    assert record.read_bytes().startswith(b"%PDF")
    assert say("exhibit", "add", CASE, "--description", "part", "--parent", "E-001")["number"] == "E-001.1"
    say("exhibit", "void", CASE, "E-001", "--reason", "written twice")
    say(*GIVE, refused="exhibit_void")
