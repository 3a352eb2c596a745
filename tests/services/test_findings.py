"""Findings: what cannot be recorded is refused, a correction takes the place, and one finding serves every charge."""

from datetime import date

import pytest

from tests.desks import refused
from workbench.errors import Reason
from workbench.models import SamePerson
from workbench.security import Act
from workbench.services import elements, exhibits, findings, people, world
from workbench.services.findings import FindingRow
from workbench.services.rows import CaseRow
from workbench.store import Desk

LONG_AGO = date(2005, 1, 1)


@pytest.fixture
def peopled(desk: Desk, case: CaseRow) -> str:
    """A case with a suspect P-01, a victim P-02, a child P-03 and two exhibits."""
    people.add_person(desk, case.number, role="suspect", basis="Synthetic")
    people.add_person(desk, case.number, role="victim", basis="Synthetic", birth_kind="exact", birth_low="1990-01-01")
    people.add_person(desk, case.number, role="victim", basis="Synthetic", birth_kind="exact", birth_low="2015-01-01")
    for number in ("E-001", "E-002"):
        exhibits.add_exhibit(desk, case.number, kind="document", description="Synthetic paper", number=number)
    return case.number


def add(desk: Desk, case: str, element: str = "recruitment", **facts: object) -> FindingRow:
    given: dict[str, object] = {
        "suspect": "P-01", "about": "P-02", "offence": "IQ-TIP-28", "side": "for", "strength": "strong",
        "source_kind": "exhibit", "source": "E-001", **facts,
    }  # fmt: skip
    return findings.add_finding(desk, case, element=element, **given)  # type: ignore[arg-type]


@pytest.mark.parametrize(
    ("reason", "wrong"),
    [
        (Reason.FINDING_OF_ONESELF, {"about": "P-01"}),
        (Reason.PERSON_UNKNOWN, {"suspect": "P-77"}),
        (Reason.PERSON_UNKNOWN, {"about": "N-77"}),
        (Reason.EXHIBIT_UNKNOWN, {"source": "E-404"}),
        (Reason.EXHIBIT_UNKNOWN, {"source_kind": "statement", "source": "page 3"}),
        (Reason.STEP_UNKNOWN, {"source_kind": "step", "source": "T99.9"}),
        (Reason.ANSWERS_INCOMPLETE, {"source_kind": "record", "source": "  "}),
        (Reason.NOT_IN_RULES, {"element": "luck"}),
        (Reason.NOT_IN_RULES, {"offence": "LAW-OF-NOWHERE"}),
        (Reason.NOT_IN_RULES, {"strength": "certain"}),
        (Reason.NOT_IN_RULES, {"side": "both"}),
        (Reason.FINDING_UNKNOWN, {"corrects": "nothing"}),
        (Reason.TEXT_LONG, {"source_kind": "record", "source": "x" * 300}),
    ],
)  # fmt: skip
def test_what_cannot_be_recorded_is_refused_and_nothing_is_lost(
    desk: Desk, peopled: str, reason: Reason, wrong: dict[str, object]
) -> None:
    kept = add(desk, peopled)
    refused(reason, lambda: add(desk, peopled, **wrong))  # type: ignore[arg-type]
    assert findings.list_findings(desk, peopled) == [kept]


def test_a_withdrawn_finding_counts_no_more_and_cannot_be_corrected(desk: Desk, peopled: str) -> None:
    row = add(desk, peopled)
    refused(Reason.REASON_NEEDED, lambda: findings.withdraw_finding(desk, peopled, row.finding_id, "  "))
    findings.withdraw_finding(desk, peopled, row.finding_id, "Synthetic: belongs to another case")
    assert findings.list_findings(desk, peopled) == []
    refused(Reason.FINDING_UNKNOWN, lambda: findings.withdraw_finding(desk, peopled, row.finding_id, "again"))
    refused(Reason.FINDING_UNKNOWN, lambda: add(desk, peopled, corrects=row.finding_id))


def test_a_correction_takes_the_place_of_what_it_corrects(desk: Desk, peopled: str) -> None:
    first = add(desk, peopled, strength="weak")
    second = add(desk, peopled, side="against", strength="fair", corrects=first.finding_id)
    assert findings.list_findings(desk, peopled) == [second]
    refused(Reason.FINDING_UNKNOWN, lambda: add(desk, peopled, corrects=first.finding_id))


def test_one_finding_serves_every_charge_that_asks_for_it(desk: Desk, peopled: str) -> None:
    add(desk, peopled, "transportation", source="E-002")
    add(desk, peopled, "unpaid_labour")
    rows = {one.offence.key: one for one in findings.charges_of(desk, peopled, "P-01", "P-02", "en")}
    for key in ("IQ-TIP-28", "TIP-PROTOCOL"):
        assert rows[key].matrix.missing == ("means",)


def test_a_child_never_needs_means_and_what_there_is_of_them_is_shown(desk: Desk, peopled: str) -> None:
    add(desk, peopled, "deception", about="P-03")
    for about, demanded in (("P-02", True), ("P-03", False)):
        made = findings.matrix_of(desk, peopled, "P-01", about, "IQ-TIP-28", "en")
        means = next(row for row in made.rows if row.group.key == "means")
        assert means.demanded is demanded
    assert any(cell.speaking_for for cell in means.cells)
    assert elements.look(desk, peopled, "en", suspect="P-01", about="P-03").child_notice


def test_the_law_is_that_of_the_day_of_the_act(desk: Desk, peopled: str) -> None:
    def held(on: date | None) -> str:
        rows = findings.charges_of(desk, peopled, "P-01", "P-02", "en", on=on, charges=["IQ-TIP-28"])
        return rows[0].holds

    assert (held(None), held(LONG_AGO)) == ("yes", "not_yet")


def test_lines_of_one_statement_are_one_source(desk: Desk, peopled: str) -> None:
    for place in ("page 1", "page 2"):
        add(desk, peopled, place=place)
    made = findings.matrix_of(desk, peopled, "P-01", "P-02", "", "en")
    assert made.rows[0].cells[0].coverage == "single_source"


def test_a_person_who_was_recorded_twice_keeps_the_findings_of_both(desk: Desk, peopled: str, case: CaseRow) -> None:
    people.add_person(desk, peopled, role="victim", basis="Synthetic")
    add(desk, peopled, about="P-04")
    joined = SamePerson(
        case_id=case.case_id, alias="P-02", other_case_id=case.case_id, other_alias="P-04", state="same", score=100,
        reason="Synthetic: one person",
    )  # fmt: skip
    with desk.act(Act.PERSON_CORRECT, case.case_id, subject="P-02", reason="Synthetic") as session:
        session.add(desk.stamp(joined))
    (pair,) = [one for one in findings.pairs(desk, peopled) if one.findings]
    assert (pair.suspect, pair.about) == ("P-01", "P-02")
    assert findings.matrix_of(desk, peopled, "P-01", "P-02", "", "en").rows[0].coverage == "single_source"


def test_a_journey_is_a_pair_with_the_smuggling_offence(desk: Desk, peopled: str) -> None:
    world.add_entity(desk, peopled, kind="journey", label="Synthetic crossing", source="Synthetic")
    pair = next(one for one in findings.pairs(desk, peopled) if one.about == "N-01")
    assert pair.track == "som"
    row = elements.look(desk, peopled, "en", suspect="P-01", about="N-01")
    assert row.offence is not None
    assert (row.offence.track, row.parts[0].key) == ("som", "smuggling")


def test_what_this_law_does_not_ask_for_stays_in_sight(desk: Desk, peopled: str) -> None:
    add(desk, peopled, "abuse_of_vulnerability", side="against", source="E-002", place="page 4", note="Synthetic note")
    add(desk, peopled, "AG7")
    row = elements.look(desk, peopled, "en", suspect="P-01", about="P-02", offence="IQ-TIP-28")
    parts = {part.key: [line.key for line in part.lines if line.findings] for part in row.parts}
    assert parts["aggravating"] == ["AG7"]
    assert parts["clearing"] == parts["beside"] == ["abuse_of_vulnerability"]
    assert [(one.kind, one.source) for one in row.columns] == [("exhibit", "E-001"), ("exhibit", "E-002")]
    refused(Reason.NOT_IN_RULES, lambda: elements.look(desk, peopled, "en", offence="X"))
