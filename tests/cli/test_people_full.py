"""People in full from the command line: particulars, zones, claims, photographs, entities and links."""

import io
import json
from collections.abc import Callable
from pathlib import Path
from typing import Any

import pytest

from tests.desks import PASSPHRASE, USER
from workbench.cli import main
from workbench.store import World

# The specimen of ICAO Doc 9303 part 4: no person.
ZONE = "P<UTOERIKSSON<<ANNA<MARIA<<<<<<<<<<<<<<<<<<<\nL898902C36UTO7408122F1204159ZE184226B<<<<<10"
WRONG = ZONE.replace("7408122F", "7408123F")
Say = Callable[..., Any]
ROLE = ("--role", "possible_victim", "--basis", "Synthetic: found at the place")


@pytest.fixture
def say(make_vault: Callable[..., Path], tmp_path: Path, world: World) -> Say:
    """Runs a command in a vault with one case and gives its JSON; ``code`` is how it must end."""
    folder, key = make_vault(), tmp_path / "passphrase"
    key.write_text(PASSPHRASE)

    def run(*words: str, code: int = 0) -> Any:
        out, err = io.StringIO(), io.StringIO()
        argv = [*words, "--vault", str(folder), "--user", USER, "--passphrase-file", str(key), "--json"]
        assert main(argv, world=world, out=out, err=err) == code, err.getvalue()
        return json.loads(out.getvalue())

    run("case", "open", "--title", "Synthetic", "--kind", "tip", "--number", "C-1")
    return run


def test_everything_that_can_be_told_is_kept_and_a_correction_changes_only_what_it_names(say: Say) -> None:
    row = say(
        "person", "add", "C-1", *ROLE, "--ism", "Synthetica", "--mother", "Mater", "--kunya", "Umm Exemplar",
        "--born-said", "12 رمضان 1425 هـ", "--phone", "0750 000 0000", "--pregnant", "unknown",
        "--disability", "hearing", "--health", "Synthetic: asthma", "--staff-wanted", "female",
        "--address", "IQ:Erbil::no:Synthetic street", "--shelter", "IQ:::yes:Synthetic shelter",
        "--contact", "through:yes:Synthetic social worker", "--evidence", "E-001",
    )  # fmt: skip
    assert (row["birth_kind"], row["birth_low"], row["more"]["birth_calendar"]) == ("exact", "2004-10-26", "hijri")
    assert row["more"]["birth_told"] == "12 رمضان 1425 هـ"
    assert row["claims"][0]["evidence"] == ["E-001"]
    say("person", "correct", "C-1", "P-01", "--reason", "Synthetic: she said so", "--pregnant", "no", "--sex", "female")
    shown = say("person", "show", "C-1", "P-01", "--reason", "synthetic")
    assert [one["kind"] for one in shown["names"]] == ["record", "mother", "kunya"]
    assert [(one["governorate"], one["withheld"]) for one in shown["contacts"]] == [
        ("IQ-AR", False), ("", False), ("", False),
    ]  # fmt: skip
    assert (shown["sex"], shown["more"]["pregnant"], shown["more"]["staff_wanted"]) == ("female", "no", "female")
    assert shown["phones"] == ["+9647500000000"]


def test_a_zone_fills_in_and_one_in_doubt_is_refused_by_field_or_kept_as_doubtful(say: Say) -> None:
    row = say("person", "add", "C-1", *ROLE, "--mrz", ZONE, "--mrz-held-by", "P-06")
    assert (row["sex"], row["birth_low"], row["papers"][0]["held_by"]) == ("female", "1974-08-12", "P-06")
    told = say("person", "add", "C-1", *ROLE, "--mrz", WRONG, code=1)
    assert told["refused"] == "mrz_doubtful"
    assert "day of birth" in told["message"]
    say("person", "add", "C-1", *ROLE, "--mrz", "nonsense", code=1)
    assert [one["alias"] for one in say("person", "list", "C-1")] == ["P-01"]
    say("person", "add", "C-1", *ROLE, "--mrz", WRONG, "--accept-problems")
    paper = say("person", "show", "C-1", "P-02", "--reason", "synthetic")["papers"][0]
    assert (paper["genuine"], paper["number"]) == ("doubtful", "L898902C3")
    assert say("person", "doubles", "C-1") == [{"kind": "passport", "ending": "…C3", "people": ["P-01", "P-02"]}]


def test_roles_are_claimed_ended_and_acts_not_held_against_somebody(say: Say) -> None:
    say("person", "add", "C-1", "--role", "suspect", "--basis", "Synthetic", "--since", "2026-02-01T08:00+03:00")
    row = say(
        "person", "claim", "C-1", "P-01", "--role", "victim", "--basis", "Synthetic: screening", "--ends", "suspect",
        "--evidence", "E-001", "--evidence", "T06.1", "--status", "decided", "--since", "2026-02-20T08:00+03:00",
    )  # fmt: skip
    assert [(one["role"], one["status"], one["evidence"]) for one in row["claims"]] == [
        ("suspect", "", []), ("victim", "decided", ["E-001", "T06.1"]),
    ]  # fmt: skip
    flagged = say(
        "person", "non-punishment", "C-1", "P-01", "--act", "entry", "--act", "role=kept the door",
        "--link", "Synthetic", "--against", "Synthetic: was paid once",
    )  # fmt: skip
    assert [one["act"] for one in flagged["non_punishment"]["acts"]] == ["entry", "role"]
    lifted = say("person", "lift", "C-1", "P-01", "--reason", "Synthetic", "--decided-by", "Synthetic judge")
    assert lifted["non_punishment"] is None
    ended = say("person", "end-role", "C-1", "P-01", "victim", "--reason", "Synthetic: the finding was set aside")
    assert [one["until"] is None for one in ended["claims"]] == [False, False]
    early = ("--since", "2026-02-20T08:00+03:00", "--until", "2026-02-19T08:00+03:00")
    say("person", "claim", "C-1", "P-01", "--role", "witness", "--basis", "x", *early, code=1)


def test_a_photograph_is_sealed_and_printed_nowhere(say: Say, tmp_path: Path) -> None:
    picture = tmp_path / "one.jpg"
    picture.write_bytes(b"\xff\xd8\xff\xe0" + b"synthetic" * 20)
    say("person", "add", "C-1", *ROLE)
    assert say("person", "photo", "C-1", "P-01", str(picture))["has_photo"]
    assert "photo" not in say("person", "show", "C-1", "P-01", "--reason", "synthetic")
    assert say("vault", "check")["files"] == 1
    picture.write_bytes(b"%PDF-1.7")
    assert say("person", "photo", "C-1", "P-01", str(picture), code=1)["refused"] == "person_wrong"


def test_what_stands_around_people_is_recorded_linked_ended_and_listed(say: Say) -> None:
    say("person", "add", "C-1", *ROLE)
    place = say("entity", "add", "C-1", "--kind", "place", "--label", "Brick works", "--source", "Synthetic: P-01",
                "--detail", "plot=12")  # fmt: skip
    assert (place["ref"], place["detail"]) == ("N-01", {"plot": "12"})
    say("entity", "correct", "C-1", "N-01", "--label", "Old brick works", "--reason", "Synthetic")
    assert [one["label"] for one in say("entity", "list", "C-1")] == ["Old brick works"]
    tied = ("link", "add", "C-1", "P-01", "worked_at", "N-01", "--source", "Synthetic: P-01", "--since")
    say(*tied, "2025", "--certainty", "probable")
    assert say(*tied, "2025-02-30", code=1)["refused"] == "link_wrong"
    say("link", "end", "C-1", "L-01", "--until", "2026-02", "--source", "Synthetic: the rescue")
    assert [one["state"] for one in say("link", "list", "C-1", "--of", "P-01")] == ["ended"]
    say("link", "withdraw", "C-1", "L-01", "--reason", "Synthetic")
    assert say("link", "list", "C-1") == []
