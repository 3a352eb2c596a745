"""Both synthetic cases as told: everybody is screened as the ground truth says, and a suspect becomes a victim."""

from collections.abc import Iterator
from datetime import UTC, date, datetime
from pathlib import Path
from typing import Any

import pytest
import yaml
from desks import CHEAP

from workbench.clock import FixedClock
from workbench.reports import said
from workbench.services import documents, findings, people, screenings, story, vaults
from workbench.services.dossiers import gather
from workbench.store import Desk, World

TRUTH: dict[str, Any] = yaml.safe_load(
    Path(__file__).with_name("expected-screenings.yaml").read_text(encoding="utf-8")
)
PASSPHRASE = "three quiet rivers at dawn"
_TOLD = ("person", "claim", "exhibit", "screening", "non_punishment", "entity", "link")


@pytest.fixture(scope="module")
def desks(tmp_path_factory: pytest.TempPathFactory) -> Iterator[dict[str, tuple[Desk, str]]]:
    """The people, things and screenings of each case, told at their own moments; steps are walked elsewhere."""
    made: dict[str, tuple[Desk, str]] = {}
    for case in story.CASES:
        told = story.story(case)
        clock = FixedClock(story.moment(told["opened_at"]))
        world = World(clock=clock, cost=CHEAP)
        folder = tmp_path_factory.mktemp(case) / "vault"
        vaults.create_vault(
            folder, station="Training", jurisdiction="iq", user="Trainer", role="trainer", passphrase=PASSPHRASE,
            training=True, world=world,
        )  # fmt: skip
        desk = vaults.unlock(folder, "Trainer", PASSPHRASE, world=world)
        what = [one for one in story.happenings(told) if one.kind in _TOLD]
        made[case] = desk, story.tell(desk, told, what, clock)
    yield made
    for desk, _ in made.values():
        desk.close()


@pytest.mark.parametrize(("case", "alias"), [(case, alias) for case in story.CASES for alias in TRUTH[case]])
def test_everybody_is_screened_as_the_truth_says(
    desks: dict[str, tuple[Desk, str]], case: str, alias: str
) -> None:
    desk, number = desks[case]
    newest = screenings.list_screenings(desk, number, alias)[-1]
    assert {key: newest.result[key] for key in TRUTH[case][alias]} == TRUTH[case][alias]
    child = people.person_row(desk, number, alias).child
    assert screenings.reassess(newest, child=child).rule_result == TRUTH[case][alias]["rule_result"]


def test_a_second_screening_says_what_changed_since_the_first(desks: dict[str, tuple[Desk, str]]) -> None:
    desk, number = desks["case-a"]
    first, second = screenings.list_screenings(desk, number, "P-01")
    change = screenings.compared(first, second, child=False)
    assert change.result is not None
    assert (change.result.before, change.result.after) == (
        "exploited_migrant_labour_rights_case", "presumed_victim_of_trafficking",
    )  # fmt: skip
    assert "EC1" in {one.key for one in change.dimensions}


def test_a_suspect_who_turns_out_a_victim_keeps_the_whole_history(desks: dict[str, tuple[Desk, str]]) -> None:
    desk, number = desks["case-a"]
    guard = people.person_row(desk, number, "P-04")
    assert [one.role for one in guard.claims] == ["suspect", "possible_victim", "victim"]
    assert guard.roles == ("victim",)
    assert all(one.until is not None for one in guard.claims[:-1])
    assert guard.non_punishment is not None
    dossier = gather(desk, number, "case_report", "en", digits="locale", document_id="DRAFT")
    person = next(one for one in dossier.people if one.alias == "P-04")
    assert [one.role for one in person.claims] == ["suspect", "possible_victim", "victim"]
    assert person.non_punishment is not None
    assert [one.act for one in person.non_punishment.acts] == ["stay", "work", "role"]


def test_the_report_shows_both_roles_and_the_flag(desks: dict[str, tuple[Desk, str]]) -> None:
    desk, number = desks["case-a"]
    text = " ".join(said(documents.preview(desk, number, "case_report", "en")))
    guard = text[text.index("P-04") :]
    for words in ("suspect", "victim", "Non-punishment:"):
        assert words in guard


def test_findings_weigh_the_same_for_every_charge(desks: dict[str, tuple[Desk, str]]) -> None:
    desk, number = desks["case-a"]
    told = story.story("case-a")
    desk.world.clock.at = max(desk.clock.now(), datetime(2025, 4, 1, tzinfo=UTC))  # type: ignore[attr-defined]
    for one in told["findings"]:
        if (one["suspect"], one["about"]) == ("P-06", "P-03") and one["source_kind"] != "step":
            story.happen(desk, number, story.Happening(desk.clock.now(), "finding", one), "case-a")
    weighed = findings.matrix_of(desk, number, "P-06", "P-03", "IQ-TIP-28", "en")
    means = next(row for row in weighed.rows if row.group.key == "means")
    assert not means.demanded
    assert any(cell.speaking_for for cell in means.cells)
    assert weighed.missing == ()
    rows = findings.charges_of(desk, number, "P-06", "P-03", "en", on=date(2025, 3, 18))
    by_key = {row.offence.key: row for row in rows}
    assert by_key["IQ-TIP-28"].holds == "yes"
    assert by_key["KRI-TIP-6"].holds == "not_here"
    assert by_key["TIP-PROTOCOL"].matrix.missing == ()
    early = findings.charges_of(desk, number, "P-06", "P-03", "en", on=date(2001, 1, 1), charges=["IQ-TIP-28"])
    assert early[0].holds == "not_yet"


def test_the_flag_stands_before_what_speaks_against_a_person(desks: dict[str, tuple[Desk, str]]) -> None:
    desk, number = desks["case-b"]
    # The child who was made to guide others: suspect of a journey, victim of those who threatened him.
    findings.add_finding(
        desk, number, suspect="P-03", about="N-02", offence="SOM-PROTOCOL", element="procurement", side="for",
        strength="weak", source_kind="exhibit", source="SUL-2025-9017-D-002.1",
    )  # fmt: skip
    for kind in ("proof_matrix", "charge_comparison"):
        text = " ".join(said(documents.preview(desk, number, kind, "en")))
        assert text.index("Non-punishment:") < text.index("Procuring")
