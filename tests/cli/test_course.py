"""Orders, deadlines, deviations, readiness and tracks from the command line: one answer, and codes that are true."""

import io
import json
from collections.abc import Callable
from pathlib import Path
from typing import Any

import pytest

from tests.desks import PASSPHRASE, USER
from workbench.cli import main
from workbench.clock import FixedClock
from workbench.services import people, vaults
from workbench.store import World

CASE = "C-1"
PLAN = "hypotheses: one\ntasks: one\nothers_held: no\n"
METHOD = "approach: [reactive]\nvictim_safety: x\nreasons: y\napproved_by: Synthetic\n"
ASK = ("order", "ask", CASE, "--step", "T07.2", "--kind", "search", "--grounds", "Cries were heard (synthetic)")
GRANT = ("order", "grant", CASE, "O-01", "--number", "512/2026", "--allows", "The house, once", "--court", "Synthetic")
NOW = "2026-03-01T11:00+03:00"


class Told:
    """What one command said: its code, its JSON, and what went to errors."""

    def __init__(self, code: int, out: str, err: str) -> None:
        self.code, self.out, self.err = code, out, err

    @property
    def json(self) -> Any:
        return json.loads(self.out)

    @property
    def refused(self) -> str:
        assert self.code == 1
        return str(self.json["refused"])


Say = Callable[..., Told]


@pytest.fixture
def folder(make_vault: Callable[..., Path]) -> Path:
    return make_vault()


@pytest.fixture
def say(folder: Path, tmp_path: Path, world: World) -> Say:
    """Runs a command in a vault with one case, as JSON unless ``lines`` are wanted."""
    key = tmp_path / "passphrase"
    key.write_text(PASSPHRASE)

    def run(*words: object, lines: bool = False, user: str = USER) -> Told:
        out, err = io.StringIO(), io.StringIO()
        argv = [*map(str, words), "--vault", str(folder), "--user", user, "--passphrase-file", str(key)]
        code = main([*argv, *([] if lines else ["--json"])], world=world, out=out, err=err)
        assert "Traceback" not in out.getvalue() + err.getvalue()
        return Told(code, out.getvalue(), err.getvalue())

    assert run("case", "open", "--title", "Synthetic", "--kind", "tip", "--number", CASE).code == 0
    return run


@pytest.fixture
def answers(tmp_path: Path) -> Callable[[str], str]:
    def write(text: str) -> str:
        file = tmp_path / "answers.yaml"
        file.write_text(text)
        return str(file)

    return write


def test_an_order_is_asked_for_granted_and_listed(say: Say) -> None:
    row = say(*ASK, "--wants", "Enter", "--court", "Synthetic", "--place", "Baghdad").json
    assert (row["ref"], row["state"], row["kind"], row["in_force"]) == ("O-01", "asked", "search", False)
    row = say(*GRANT, "--decided-at", NOW, "--valid-until", "2026-03-03").json
    assert (row["state"], row["in_force"]) == ("granted", True)
    assert row["entries"][-1]["valid_until"].startswith("2026-03-03T20:59:59+00:00")
    assert [one["ref"] for one in say("order", "list", CASE).json] == ["O-01"]
    assert say("order", "list", CASE, lines=True).out == (
        "O-01  Search order (search), step T07.2: granted, no. 512/2026, in force until 2026-03-03 20:59Z\n"
    )


def test_an_order_is_refused_or_done_without(say: Say) -> None:
    say(*ASK)
    row = say("order", "refuse", CASE, "O-01", "--reason", "Not enough", "--decided-at", NOW).json
    assert row["state"] == "refused"
    row = say(
        "order", "except", CASE, "--step", "T07.2", "--kind", "search", "--grounds", "Cries were heard", "--at", NOW
    ).json  # fmt: skip
    assert (row["ref"], row["state"], row["in_force"]) == ("O-02", "exception", True)


@pytest.mark.parametrize(
    ("words", "reason"),
    [
        (("order", "grant", CASE, "O-09", "--number", "1", "--allows", "x", "--decided-at", NOW), "order_unknown"),
        ((*GRANT, "--decided-at", "yesterday"), "moment_wrong"),
        ((*GRANT, "--decided-at", "2026-03-01T11:00"), "moment_wrong"),
        ((*GRANT, "--decided-at", "2027-03-01T11:00+03:00"), "moment_wrong"),
        ((*GRANT, "--decided-at", NOW, "--valid-until", "2026-02-30"), "moment_wrong"),
        ((*GRANT, "--decided-at", NOW, "--valid-until", "2026-02-28"), "moment_wrong"),
        ((*GRANT, "--decided-at", ""), "option_needed"),
        ((*GRANT, "--decided-at", NOW, "--exhibit", "E-404"), "exhibit_unknown"),
        (("order", "ask", CASE, "--step", "T07.2", "--kind", "novel", "--grounds", "x"), "order_kind_unknown"),
        (("order", "ask", CASE, "--step", "T07.2", "--kind", "search", "--grounds", " "), "order_incomplete"),
        (("order", "list", "C-404"), "case_unknown"),
        (("deadline", "meet", CASE, "T06.3", "--reason", " "), "reason_needed"),
        (("deadline", "meet", CASE, "T06.3", "--person", "P-09", "--reason", "x"), "deadline_unknown"),
        (("deadline", "extend", CASE, "T06.3", "--reason", "x"), "deadline_not_extensible"),
        (("deadline", "meet", CASE, "T06.3", "--at", "2020-01-01T00:00+03:00", "--reason", "x"), "moment_wrong"),
        (("case", "approve", CASE, "nothing", "--reason", "x"), "deviation_unknown"),
        (("case", "explain", CASE, "nothing", "--reason", "x"), "lateness_unknown"),
        (("case", "track", CASE, "tip", "--reason", "x"), "track_same"),
        (("case", "track", CASE, "som"), "option_needed"),
        (("case", "readiness", "C-404"), "case_unknown"),
        (("settings", "house-rule", "T10.3", "48"), "not_a_house_rule"),
        (("settings", "house-rule", "T06.3", "soon"), "house_rules_wrong"),
        (("settings", "house-rule", "T06.3", "0"), "house_rules_wrong"),
        (("settings", "house-rule", "T99.9", "4"), "step_not_in_packs"),
    ],
)
def test_bad_words_are_refused_with_their_reason(say: Say, words: tuple[str, ...], reason: str) -> None:
    say(*ASK)
    told = say(*words)
    assert told.refused == reason
    assert told.err.strip()


@pytest.mark.parametrize(
    "words",
    [
        ("order",), ("order", "grant", CASE, "O-01"), ("deadline", "extend", CASE), ("case", "track", CASE, "novel"),
        ("deadline", "extend", CASE, "T10.3", "--hours", "nan", "--reason", "x"),
        ("deadline", "meet", CASE, "T10.3", "--index", "first", "--reason", "x"),
        ("case", "approve", CASE, "x", "--verdict", "perhaps", "--reason", "x"), ("step", "early", CASE, "T06.3"),
    ],
)  # fmt: skip
def test_incomplete_words_are_a_matter_of_usage(say: Say, words: tuple[str, ...]) -> None:
    assert say(*words).code == 2


def test_a_deadline_of_a_person_is_extended_once(say: Say, folder: Path, world: World, clock: FixedClock) -> None:
    with vaults.unlock(folder, USER, PASSPHRASE, world=world) as desk:
        people.add_person(desk, CASE, role="suspect", basis="named by two", custody="held")
    words = ("deadline", "extend", CASE, "T10.3", "--person", "P-01", "--number", "77/2026", "--reason", "agreed")
    assert say(*words, "--hours", "48").refused == "extension_wrong"
    row = say(*words, "--hours", "24").json
    assert (row["subject"], row["extensions_left"], row["due_at"]) == ("P-01", 0, "2026-03-03T08:00:00+00:00")
    assert say(*words).refused == "deadline_not_extensible"
    clock.forward(hours=49)
    assert "late   T10.3 P-01" in say("deadline", "list", CASE, lines=True).out


def test_deadlines_are_listed_and_met(say: Say, clock: FixedClock) -> None:
    rows = say("deadline", "list", CASE).json
    plan = next(row for row in rows if row["step"] == "T06.3")
    assert (plan["state"], plan["basis"]) == ("ahead", "house")
    clock.forward(hours=1)
    met = say("deadline", "meet", CASE, "T06.3", "--reason", "the plan was told on the telephone").json
    assert met["state"] == "met"
    assert "T06.3" in say("deadline", "list", CASE, lines=True).out


def test_a_step_is_shown_with_its_orders_deadlines_and_what_it_waits_for(say: Say) -> None:
    say(*ASK)
    shown = say("step", "show", CASE, "T07.2").json
    assert set(shown["asks"]) == {"search", "device"}
    assert [one["ref"] for one in shown["orders"]] == ["O-01"]
    assert shown["codes"]
    assert say("step", "show", CASE, "T06.3").json["deadlines"][0]["basis"] == "house"
    gate = say("step", "show", CASE, "T06.4").json
    assert (gate["safety"], gate["state"], gate["waits_for_orders"]) == (True, "waiting", [])
    assert "protects a person" in say("step", "show", CASE, "T06.4", lines=True).out


def test_a_gate_is_passed_early_or_to_save_a_life(say: Say, answers: Callable[[str], str]) -> None:
    plan = answers(PLAN)
    assert say("step", "early", CASE, "T06.3", "--answers", plan, "--reason", " ").refused == "reason_needed"
    assert say("step", "override", CASE, "T06.3", "--answers", plan, "--reason", "x").refused == "gate_ordinary"
    assert say("step", "early", CASE, "T06.3", "--answers", plan, "--reason", "tonight").code == 0
    method = answers(METHOD)
    assert say("step", "early", CASE, "T06.4", "--answers", method, "--reason", "x").refused == "gate_protects"
    assert say("step", "override", CASE, "T06.4", "--answers", method, "--reason", "a child").code == 0
    rows = say("case", "deviations", CASE).json
    assert [(row["step"], row["kind"], row["awaiting"]) for row in rows] == [
        ("T06.3", "early", True), ("T06.4", "override", True),
    ]  # fmt: skip
    told = say("case", "approve", CASE, rows[0]["ref"], "--reason", "fine")
    assert told.refused == "second_person_needed"
    assert "waits for a second person" in say("case", "deviations", CASE, lines=True).out


def test_a_second_person_of_the_station_looks_at_a_deviation(
    say: Say, answers: Callable[[str], str], tmp_path: Path
) -> None:
    key = tmp_path / "passphrase"
    assert say("user", "add", "--name", "Second", "--role", "supervisor", "--new-passphrase-file", key).code == 0
    assert say("step", "early", CASE, "T06.3", "--answers", answers(PLAN), "--reason", "tonight").code == 0
    ref = say("case", "deviations", CASE).json[0]["ref"]
    row = say("case", "approve", CASE, ref, "--verdict", "refused", "--reason", "it could wait", user="Second").json
    assert (row["verdict"], row["second_by"], row["awaiting"]) == ("refused", "Second", False)
    assert "[refused by Second]" in say("case", "deviations", CASE, lines=True).out
    assert not [one for one in say("case", "readiness", CASE).json["missing"] if one["kind"] == "deviation"]


def test_a_late_step_says_why_at_once_or_afterwards(
    say: Say, answers: Callable[[str], str], clock: FixedClock
) -> None:
    clock.forward(hours=80)
    say("step", "not-applicable", CASE, "T06.1", "--reason", "synthetic")
    plan = answers(PLAN)
    assert say("step", "finish", CASE, "T06.3", "--answers", plan, "--late-reason", "the road").code == 0
    late = next(row for row in say("case", "deviations", CASE).json if row["kind"] == "late")
    assert late["reason"] == "the road"
    told = say("case", "explain", CASE, late["ref"], "--reason", "the road was under water").json
    assert told["reason"] == "the road was under water"


def test_readiness_and_coverage_say_what_is_not_there_yet(say: Say) -> None:
    say(*ASK)
    told = say("case", "readiness", CASE).json
    assert told["ready"] is False
    assert {"kind": "order", "ref": "O-01", "step": "T07.2"}.items() <= next(
        one for one in told["missing"] if one["kind"] == "order"
    ).items()
    lines = say("case", "readiness", CASE, lines=True).out
    assert lines.startswith(f"{len(told['missing'])} thing")
    assert "Order not decided yet: Search order O-01 -> T07.2" in lines
    rows = say("case", "coverage", CASE).json
    assert {row["state"] for row in rows} <= {"done", "open", "set_aside"}


def test_a_track_is_looked_at_and_then_followed(say: Say) -> None:
    told = say("case", "track", CASE, "both", "--look").json
    assert "S01.1" in [one["step"] for one in told["appeared"]]
    assert told["fell_away"] == []
    assert say("case", "show", CASE).json["kind"] == "tip"
    assert "appears" in say("case", "track", CASE, "both", "--look", lines=True).out
    row = say("case", "track", CASE, "both", "--reason", "hidden in a lorry").json
    assert (row["kind"], row["pack_key"]) == ("both", "iq-tip+iq-som")


def test_a_case_of_both_tracks_is_opened_at_once(say: Say) -> None:
    row = say("case", "open", "--title", "Synthetic", "--kind", "both").json
    assert (row["kind"], row["pack_key"]) == ("both", "iq-tip+iq-som")


def test_a_house_rule_is_set_shown_and_given_back(say: Say) -> None:
    assert say("settings", "house-rules").json == {}
    assert say("settings", "house-rule", "T06.3", "24").json == {"T06.3": 24}
    assert say("settings", "house-rules", lines=True).out == "T06.3: 24 hours\n"
    assert say("settings", "house-rule", "T06.3", "default").json == {}


def test_the_request_for_an_order_is_made_with_its_number(say: Say, tmp_path: Path) -> None:
    say(*ASK)
    target = tmp_path / "request.pdf"
    words = ("document", "make", CASE, "order_request", "--language", "en", "--out", target)
    assert say(*words).refused == "document_of_order"
    assert not target.exists()
    assert say(*words, "--order", "O-01").json["document_id"] == f"{CASE}-O-01-001"
    assert target.read_bytes().startswith(b"%PDF")
    assert "order_request" in say("document", "list").json["kinds"]
