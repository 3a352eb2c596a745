"""The second synthetic case: its evidence is what its hashes say, it leaks nobody, its papers fit both procedures."""

import hashlib
import re
from collections import Counter, defaultdict
from collections.abc import Mapping
from datetime import datetime, timedelta
from itertools import pairwise
from pathlib import Path
from typing import Any

import pytest
import yaml

from tests.stories.telling import leaves, read, shown
from workbench.services import exhibits, people
from workbench.shipped import resource
from workbench.sop import Pack, joined, load

FOLDER = resource("training", "case-b")
EXPECTED = Path(__file__).with_name("expected-case-b.yaml")
# The two children; then the other victims, the man who fears return, the man who died and those who are accused.
NEVER = ("مهدي", "Mahdi", "يوسف تادلي", "يوسف", "تادلي", "Yosef", "Tadele", "447700900418", "٤٤٧٧٠٠٩٠٠٤١٨")
BY_CODE = (
    "بروانة", "Parwana", "نويد", "Navid", "كلزاري", "Gulzari", "سوران ", "Soran", "إدريس", "Idris", "هوتك",
    "P0000417", "شوان", "Shwan", "فرهاد", "Farhad", "الدكتور", "Doctor", "هيرش", "النورس", "سيروان", "زوزان", "ديندار",
    "جمال الدين", "روناك", "تسفاي", "سلطاني",
)  # fmt: skip
# One account is written down as it was told, in Sorani.
SORANI = ("T08.4", "2025-02-11T11:05+03:00")
CUSTODY = {
    "P-03": [("held", "2025-02-07T11:20+03:00"), ("released", "2025-02-08T09:30+03:00")],
    "P-04": [("held", "2025-02-07T13:00+03:00")],
    "P-05": [("held", "2025-02-20T06:10+03:00")],
    "P-06": [("held", "2025-02-22T12:00+03:00")],
    "P-07": [("held", "2025-02-15T17:20+03:00")],
    "P-08": [("held", "2025-02-10T11:20+03:00")],
}


@pytest.fixture(scope="module")
def told() -> Mapping[str, Any]:
    found: dict[str, Any] = {}
    for path in sorted(FOLDER.glob("*.yaml")):
        found.update(read(path))
    return found


@pytest.fixture(scope="module")
def expected() -> Mapping[str, Any]:
    return read(EXPECTED)


@pytest.fixture(scope="module")
def pack() -> Pack:
    return joined(load(resource("sop", "iq-som")), load(resource("sop", "iq-tip")))


def _at(entry: Mapping[str, Any]) -> datetime:
    return datetime.fromisoformat(entry["at"])


# --- the files


@pytest.mark.parametrize("name", ["case.yaml", "steps.yaml", "orders.yaml"])
def test_a_file_holds_texts_lists_and_mappings_and_nothing_that_a_reader_must_build(name: str) -> None:
    text = (FOLDER / name).read_text(encoding="utf-8")
    kinds = {type(token) for token in yaml.scan(text)}
    assert kinds.isdisjoint({yaml.TagToken, yaml.AnchorToken, yaml.AliasToken})
    assert all(isinstance(leaf, str) for leaf in leaves(read(FOLDER / name)))


@pytest.mark.parametrize(
    "path", [*sorted(FOLDER.glob("*.yaml")), FOLDER / "evidence" / "README.md", EXPECTED]
)
def test_the_case_says_that_it_is_synthetic(path: Path) -> None:
    assert "synthetic" in path.read_text(encoding="utf-8")


def test_the_evidence_is_what_its_hashes_say() -> None:
    lines = (FOLDER / "MANIFEST.sha256").read_text("utf-8").splitlines()
    listed = {name: digest for digest, name in (line.split("  ", 1) for line in lines)}
    found = {
        path.relative_to(FOLDER).as_posix(): hashlib.sha256(path.read_bytes()).hexdigest()
        for path in (FOLDER / "evidence").iterdir() if path.name != "README.md"
    }  # fmt: skip
    assert found == listed


def test_every_file_belongs_to_one_exhibit_and_says_so_in_its_name(told: Mapping[str, Any]) -> None:
    owners = [(file, one["number"]) for one in told["exhibits"] for file in one.get("files", ())]
    shelf = [path.name for path in (FOLDER / "evidence").iterdir() if path.name != "README.md"]
    assert sorted(file for file, _ in owners) == sorted(shelf)
    assert [file for file, number in owners if not file.startswith(f"{number}_")] == []


def test_the_codes_follow_the_order_of_the_people(told: Mapping[str, Any]) -> None:
    aliases = [one["alias"] for one in told["people"]]
    assert aliases == [f"P-{n:02}" for n in range(1, len(aliases) + 1)]
    assert len(aliases) >= 13


def test_roles_kinds_and_holders_are_those_the_program_knows(told: Mapping[str, Any]) -> None:
    aliases = {one["alias"] for one in told["people"]}
    claims = [claim for one in told["people"] for claim in one["claims"]]
    assert {claim["role"] for claim in claims} <= people.ROLES.keys()
    assert {claim.get("custody", "") for claim in claims} <= {"", "held", "released"}
    held_by = {paper["held_by"] for one in told["people"] for paper in one.get("papers", ())}
    assert held_by <= aliases | {"", "self", "unit"}
    assert {one["kind"] for one in told["exhibits"]} <= exhibits.KINDS.keys()


def test_nobody_claims_a_role_before_the_one_it_ends(told: Mapping[str, Any]) -> None:
    for one in told["people"]:
        at = [_at(claim) for claim in one["claims"]]
        assert at == sorted(at), one["alias"]


def test_who_is_held_and_set_free_and_when_is_the_truth_of_the_case(told: Mapping[str, Any]) -> None:
    moved = {
        one["alias"]: [(claim["custody"], claim["at"]) for claim in one["claims"] if claim.get("custody")]
        for one in told["people"]
    }
    assert {alias: moments for alias, moments in moved.items() if moments} == CUSTODY


def test_the_boy_with_the_phone_ends_as_a_victim_and_the_old_man_as_a_witness(
    told: Mapping[str, Any],
) -> None:
    roles = {one["alias"]: [claim["role"] for claim in one["claims"]] for one in told["people"]}
    assert roles["P-03"] == ["migrant", "suspect", "possible_victim", "victim"]
    assert roles["P-13"] == ["suspect", "witness"]
    assert roles["P-06"] == ["witness", "suspect"]


def test_nothing_is_seized_after_it_was_registered(told: Mapping[str, Any]) -> None:
    early = [
        one["number"] for one in told["exhibits"]
        if one.get("seized_at") and datetime.fromisoformat(one["seized_at"]) > _at(one)
    ]  # fmt: skip
    assert early == []


@pytest.mark.parametrize("part", ["steps", "orders", "deadlines", "tracks"])
def test_each_part_is_told_in_the_order_of_time(told: Mapping[str, Any], part: str) -> None:
    at = [_at(entry) for entry in told[part]]
    assert at == sorted(at)


def test_a_step_that_is_recorded_again_says_why(told: Mapping[str, Any]) -> None:
    seen: Counter[str] = Counter()
    for entry in told["steps"]:
        assert bool(entry.get("reopened", "").strip()) == (seen[entry["step"]] > 0), entry["step"]
        seen[entry["step"]] += 1


def test_nothing_names_what_is_not_there_yet(told: Mapping[str, Any]) -> None:
    since = {one["alias"]: _at(one["claims"][0]) for one in told["people"]}
    since |= {one["number"]: _at(one) for one in told["exhibits"]}
    early = [
        (entry["at"], leaf)
        for part in ("steps", "orders", "deadlines") for entry in told[part]
        for leaf in leaves({key: value for key, value in entry.items() if key != "reopened"})
        if leaf in since and since[leaf] > _at(entry)
    ]  # fmt: skip
    assert early == []


# --- the orders of the judges


def test_orders_are_numbered_as_they_are_asked_for_and_decided_once(told: Mapping[str, Any]) -> None:
    begun = [entry["ref"] for entry in told["orders"] if entry["order"] in ("ask", "except")]
    assert begun == [f"O-{n:02}" for n in range(1, len(begun) + 1)]
    asked = [entry["ref"] for entry in told["orders"] if entry["order"] == "ask"]
    decided = [entry["ref"] for entry in told["orders"] if entry["order"] in ("grant", "refuse")]
    assert sorted(decided) == sorted(asked)
    dated = [
        (e["ref"], datetime.fromisoformat(e["decided_at"]), _at(e))
        for e in told["orders"]
        if "decided_at" in e
    ]
    late = [ref for ref, at, written in dated if at > written]
    assert late == []


def test_every_order_is_of_a_kind_that_its_step_asks_for(told: Mapping[str, Any], pack: Pack) -> None:
    asked = {
        (entry["step"], entry["kind"]) for entry in told["orders"] if entry["order"] in ("ask", "except")
    }
    assert {(step, kind) for step, kind in asked if kind not in pack.step(step).asks} == set()
    kinds = {kind for _, kind in asked}
    assert kinds >= {"search", "arrest", "detention"}


def _terms(told: Mapping[str, Any]) -> dict[str, list[tuple[datetime, datetime]]]:
    """From when until when each person was detained by order."""
    subjects = {
        e["ref"]: e["subject"] for e in told["orders"] if e["order"] == "ask" and e["kind"] == "detention"
    }
    terms: dict[str, list[tuple[datetime, datetime]]] = defaultdict(list)
    for entry in told["orders"]:
        if entry["order"] == "grant" and entry["ref"] in subjects:
            since, until = map(datetime.fromisoformat, (entry["decided_at"], entry["valid_until"]))
            terms[subjects[entry["ref"]]].append((since, until))
    return terms


def test_nobody_is_held_longer_than_an_order_says(told: Mapping[str, Any]) -> None:
    terms = _terms(told)
    assert terms.keys() == CUSTODY.keys() - {"P-03"}
    referred = {e["subject"]: _at(e) for e in told["deadlines"] if e["step"] == "T10.7" and e["index"] == "0"}
    for alias, spans in terms.items():
        arrested = datetime.fromisoformat(CUSTODY[alias][0][1])
        assert spans[0][0] - arrested <= timedelta(hours=48 if alias == "P-05" else 24), alias
        assert all(until - since <= timedelta(days=15) for since, until in spans), alias
        assert all(after[0] <= before[1] for before, after in pairwise(spans)), alias
        assert spans[-1][1] >= referred[alias], alias


def test_the_deadlines_of_detention_are_those_of_the_truth(
    told: Mapping[str, Any], expected: Mapping[str, Any]
) -> None:
    wanted = {(one["starts"], one["due"]) for one in expected["deadlines"] if one["step"] == "T10.7"}
    given = {
        (entry["decided_at"], entry["valid_until"]) for entry in told["orders"]
        if entry["order"] == "grant" and "T" in entry["valid_until"]
    }  # fmt: skip
    assert len(wanted) == 2
    assert wanted <= given


def test_twenty_four_hours_run_from_each_arrest_of_the_truth(expected: Mapping[str, Any]) -> None:
    wanted = {one["starts"] for one in expected["deadlines"] if one["basis"].startswith("Constitution")}
    assert wanted == {moments[0][1] for moments in CUSTODY.values()}


def test_the_one_extension_is_that_of_the_friday_morning(told: Mapping[str, Any]) -> None:
    (extended,) = (entry for entry in told["deadlines"] if entry["deadline"] == "extend")
    assert (extended["step"], extended["subject"], extended["hours"]) == ("T10.3", "P-05", "24")
    assert _at(extended) < datetime.fromisoformat("2025-02-21T06:10+03:00")


# --- who must not show through


@pytest.mark.parametrize("secret", NEVER)
def test_the_children_and_the_number_on_a_hand_show_nowhere(told: Mapping[str, Any], secret: str) -> None:
    squeezed = re.compile(r"[\s\u200c\-]")
    assert [place for place, text in shown(told) if secret in text or secret in squeezed.sub("", text)] == []


def test_what_may_never_be_exported_is_among_what_is_looked_for(expected: Mapping[str, Any]) -> None:
    assert set(expected["redaction"]["never_in_any_export"]) <= set(NEVER)
    by_code = {
        name for names in expected["redaction"]["by_code_in_default_export"].values() for name in names
    }
    assert by_code <= set(BY_CODE)


@pytest.mark.parametrize("name", BY_CODE)
def test_people_show_by_code_only(told: Mapping[str, Any], name: str) -> None:
    assert [place for place, text in shown(told) if name in text] == []


@pytest.mark.parametrize(("alias", "name"), [("P-03", "يوسف"), ("P-11", "مهدي")])
def test_the_names_of_the_children_are_there_to_be_protected(
    told: Mapping[str, Any], alias: str, name: str
) -> None:
    named = [
        one["alias"] for one in told["people"] if any(name == n.get("ism") for n in one.get("names", ()))
    ]
    assert named == [alias]


def test_the_reporter_has_no_name_and_no_number(told: Mapping[str, Any]) -> None:
    (reporter,) = (one for one in told["people"] if one["claims"][0]["role"] == "reporter")
    assert [key for key in ("names", "phones", "papers", "nationality") if reporter.get(key)] == []


def test_arabic_is_written_with_arabic_letters_but_for_one_statement_in_sorani(
    told: Mapping[str, Any],
) -> None:
    sorani = {place for place, text in shown(told) if re.search("[کیەێۆڕڵ]", text)}
    assert sorani == {" ".join(SORANI)}
