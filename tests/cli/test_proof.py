"""Findings, matrix and charges from the command line: what goes in comes out, and what cannot be is refused."""

import io
import json
from collections.abc import Callable
from pathlib import Path
from typing import Any

import pytest

from tests.desks import PASSPHRASE, USER
from workbench.cli import main
from workbench.store import World

CASE = "C-1"
PAIR = ("--suspect", "P-01", "--about", "P-02")


@pytest.fixture
def say(make_vault: Callable[..., Path], tmp_path: Path, world: World) -> Callable[..., Any]:
    """Runs a command as JSON in a vault with a case, a suspect, a child and an exhibit; gives its code and answer."""
    folder, key = make_vault(), tmp_path / "passphrase"
    key.write_text(PASSPHRASE)

    def run(*words: object, code: int = 0) -> Any:
        out, err = io.StringIO(), io.StringIO()
        argv = [*map(str, words), "--vault", str(folder), "--user", USER, "--passphrase-file", str(key), "--json"]
        assert main(argv, world=world, out=out, err=err) == code, err.getvalue()
        assert "Traceback" not in out.getvalue() + err.getvalue()
        return json.loads(out.getvalue())

    run("case", "open", "--title", "Synthetic", "--kind", "tip", "--number", CASE, "--law-on", "2025-03-18")
    run("person", "add", CASE, "--role", "suspect", "--basis", "Synthetic")
    run("person", "add", CASE, "--role", "victim", "--basis", "Synthetic", "--age-in-doubt")
    run("exhibit", "add", CASE, "--description", "Synthetic ledger", "--number", "E-001")
    return run


def test_a_finding_is_added_weighed_corrected_and_taken_back(say: Callable[..., Any]) -> None:
    assert say("proof", "matrix", CASE) == []
    words = (*PAIR, "--element", "recruitment", "--kind", "exhibit", "--source", "E-001")
    row = say("proof", "add", CASE, *words, "--strength", "weak", "--place", "page 3")
    say("proof", "add", CASE, *words, "--strength", "strong", "--corrects", row["finding_id"])
    (matrix,) = say("proof", "matrix", CASE)
    assert (matrix["suspect"], matrix["about"], matrix["offence"]) == ("P-01", "P-02", "IQ-TIP-28")
    assert matrix["groups"]["act"]["elements"]["recruitment"]["coverage"] == "single_source"
    assert matrix["groups"]["means"]["demanded"] is False
    assert matrix["missing"] == ["purpose"]
    assert say("proof", "matrix", CASE, *PAIR)["groups"] == matrix["groups"]
    assert say("proof", "matrix", CASE, "--about", "P-02") == [matrix]
    (kept,) = say("proof", "list", CASE)
    say("proof", "withdraw", CASE, kept["finding_id"], "--reason", "Synthetic: of another case")
    assert say("proof", "list", CASE) == []
    again = say("proof", "withdraw", CASE, kept["finding_id"], "--reason", "again", code=1)
    assert again["refused"] == "finding_unknown"


def test_charges_hold_on_their_day_and_in_their_place(say: Callable[..., Any]) -> None:
    def held(*more: str) -> dict[str, str]:
        return {one["offence"]: one["holds"] for one in say("proof", "charges", CASE, *PAIR, *more)}

    assert (held()["IQ-TIP-28"], held()["KRI-TIP-6"]) == ("yes", "not_here")
    assert next(iter(held())) == "TIP-PROTOCOL"
    assert held("--on", "2005-01-01")["IQ-TIP-28"] == "not_yet"
    assert held("--jurisdiction", "iq-kr")["IQ-TIP-28"] == "not_here"
    assert list(held("--charge", "PC-FORGERY")) == ["PC-FORGERY"]
    assert say("proof", "charges", CASE, *PAIR, "--charge", "X", code=1)["refused"] == "not_in_rules"


def test_the_offences_tell_what_a_finding_can_be_about(say: Callable[..., Any]) -> None:
    told = say("proof", "offences")
    assert {"IQ-TIP-28", "SOM-PROTOCOL"} <= {one["key"] for one in told["offences"]}
    assert next(one for one in told["offences"] if one["key"] == "KRI-TIP-6")["groups"] == {}
    assert "AG1" in told["aggravating"]


def test_compliance_tells_every_point_and_where_it_is_recorded(say: Callable[..., Any]) -> None:
    points = {one["key"]: one for one in say("case", "compliance", CASE)}
    assert points["rights_told"]["kept"] in ("not_recorded", "not_called_for")
    assert "T05.1.told_at" in points["rights_told"]["where"]
