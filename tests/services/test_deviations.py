"""The register of deviations: what a second person must look at, and that nobody is their own second person."""

from datetime import timedelta
from pathlib import Path

import pytest

from tests.desks import refused, seated
from workbench.clock import FixedClock
from workbench.errors import Reason
from workbench.services import audit, deviations, documents, exhibits, orders, readiness, steps
from workbench.services.rows import CaseRow, DeviationRow
from workbench.store import Desk

PLAN = {"hypotheses": "one", "tasks": "one", "others_held": "no"}


@pytest.fixture
def early(desk: Desk, case: CaseRow) -> DeviationRow:
    steps.finish_early(desk, case.number, "T06.3", PLAN, "the team leaves tonight")
    return deviations.register(desk, case.number, "en")[0]


def line(desk: Desk, case: CaseRow) -> DeviationRow:
    return deviations.register(desk, case.number, "en")[0]


@pytest.mark.parametrize("verdict", deviations.VERDICTS)
def test_a_second_person_says_whether_it_was_right(
    desk: Desk, case: CaseRow, early: DeviationRow, verdict: str
) -> None:
    with seated(desk, "Second"):
        deviations.approve(desk, case.number, early.ref, verdict=verdict, reason="I looked at the papers")
    told = line(desk, case)
    assert (told.verdict, told.second_by, told.second_reason) == (verdict, "Second", "I looked at the papers")
    assert (told.awaiting, told.by) == (False, desk.actor.name)
    assert audit.verify(desk).ok


def test_nobody_is_their_own_second_person(desk: Desk, case: CaseRow, early: DeviationRow) -> None:
    refused(
        Reason.SECOND_PERSON_NEEDED,
        lambda: deviations.approve(desk, case.number, early.ref, reason="I think I was right"),
    )
    assert line(desk, case).awaiting


def test_an_investigator_does_not_approve(desk: Desk, case: CaseRow, early: DeviationRow) -> None:
    with seated(desk, "Colleague", "investigator"):
        refused(
            Reason.NOT_ALLOWED, lambda: deviations.approve(desk, case.number, early.ref, reason="looks fine")
        )


def test_what_does_not_wait_cannot_be_approved(desk: Desk, case: CaseRow, early: DeviationRow) -> None:
    with seated(desk):
        for ref in ("", "O-01", "late T06.3 0", "00000000-0000-0000-0000-000000000000"):
            refused(
                Reason.DEVIATION_UNKNOWN,
                lambda ref=ref: deviations.approve(desk, case.number, ref, reason="x"),
            )
        refused(Reason.REASON_NEEDED, lambda: deviations.approve(desk, case.number, early.ref, reason=" "))
        refused(
            Reason.REASON_NEEDED,
            lambda: deviations.approve(desk, case.number, early.ref, verdict="perhaps", reason="x"),
        )
        deviations.approve(desk, case.number, early.ref, reason="fine")
        refused(
            Reason.DEVIATION_UNKNOWN, lambda: deviations.approve(desk, case.number, early.ref, reason="again")
        )


def test_a_waiver_that_one_asked_for_and_another_gave_has_two_people_behind_it(
    desk: Desk, case: CaseRow, clock: FixedClock
) -> None:
    steps.ask_waiver(desk, case.number, "T01.1", "the report came as a court letter")
    clock.forward(minutes=5)
    with seated(desk, "Second"):
        steps.waive(desk, case.number, "T01.1", "seen")
    told = line(desk, case)
    assert (told.kind, told.awaiting, told.verdict, told.second_by) == ("waived", False, "approved", "Second")


def test_setting_aside_what_others_wait_for_needs_a_second_person(desk: Desk, case: CaseRow) -> None:
    steps.not_applicable(desk, case.number, "T06.1", "synthetic")
    assert line(desk, case).awaiting


def test_the_register_and_readiness_print_whatever_is_in_them(
    desk: Desk, case: CaseRow, early: DeviationRow, tmp_path: Path
) -> None:
    for kind, letter in (("deviation_register", "D"), ("readiness", "H")):
        row = documents.make(desk, case.number, kind, "en", tmp_path / f"{kind}.pdf")
        assert row.document_id == f"{case.number}-{letter}-001"


def test_readiness_counts_what_is_missing_and_says_where_it_is_mended(
    desk: Desk, case: CaseRow, early: DeviationRow, clock: FixedClock, tmp_path: Path
) -> None:
    orders.ask_order(desk, case.number, step="T07.2", kind="search", grounds="synthetic")
    clock.forward(hours=100)
    row = readiness.look(desk, case.number, "en")
    by_kind = {one.kind: one for one in row.missing}
    assert (by_kind["deviation"].step, by_kind["deviation"].ref) == ("T06.3", early.ref)
    assert (by_kind["order"].label, by_kind["order"].ref, by_kind["order"].step) == ("Search order", "O-01", "T07.2")
    assert {"matter", "deviation", "order"} <= set(by_kind)
    assert not row.ready
    assert all(one.step_title for one in row.missing)
    open_matters = [one for one in row.readiness if one.state == "open"]
    assert [one.label for one in row.missing if one.kind == "matter"] == [one.label for one in open_matters]
    with seated(desk):
        deviations.approve(desk, case.number, early.ref, reason="fine")
    orders.decide_order(
        desk, case.number, "O-01", granted=False, decided_at=clock.now() - timedelta(hours=1), text="no"
    )
    kinds = {one.kind for one in readiness.look(desk, case.number, "en").missing}
    assert kinds.isdisjoint({"deviation", "order"})


def test_a_deadline_that_ran_out_is_missing_until_it_is_met_and_explained(
    desk: Desk, case: CaseRow, clock: FixedClock
) -> None:
    def kinds(step: str) -> set[str]:
        missing = readiness.look(desk, case.number, "en").missing
        return {one.kind for one in missing if one.step == step and one.kind != "deviation"}

    assert "overdue" not in kinds("T06.3")
    clock.forward(hours=80)
    assert "overdue" in kinds("T06.3")
    steps.finish_early(desk, case.number, "T06.3", PLAN, "out of order")
    assert "unexplained" in kinds("T06.3")
    deviations.explain(desk, case.number, "late T06.3 0", reason="the only officer was ill")
    assert kinds("T06.3").isdisjoint({"overdue", "unexplained"})


def test_an_exhibit_whose_sealed_file_is_gone_or_was_found_broken_is_missing(
    desk: Desk, case: CaseRow, tmp_path: Path
) -> None:
    for name in ("one", "two", "three"):
        source = tmp_path / name
        source.write_bytes(name.encode())
        number = exhibits.add_exhibit(desk, case.number, kind="photo", description=name).number
        exhibits.attach_file(desk, case.number, number, source)

    def broken() -> list[str]:
        return [one.label for one in readiness.look(desk, case.number, "en").missing if one.kind == "exhibit"]

    files = sorted((desk.folder / "shelf").rglob("*.wba"), key=lambda path: path.stat().st_mtime_ns)
    whole = files[0].read_bytes()
    assert broken() == []
    files[1].unlink()
    assert broken() == ["E-002"]
    files[0].write_bytes(whole[:-1])
    assert broken() == ["E-002"]
    exhibits.verify_exhibits(desk, None)
    assert broken() == ["E-001", "E-002"]
    # The page says what is broken; the papers that state hashes are refused.
    assert documents.preview(desk, case.number, "readiness", "en").startswith(b"%PDF")
    files[0].write_bytes(whole)
    exhibits.verify_exhibits(desk, case.number)
    assert broken() == ["E-002"]
