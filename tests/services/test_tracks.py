"""Tracks: smuggling that turns out to be trafficking, and back; whatever happens, no record is lost or unreadable."""

import io
from pathlib import Path

import pypdfium2
import pytest

from tests.desks import refused, seated
from workbench.clock import FixedClock
from workbench.errors import Reason
from workbench.services import audit, cases, documents, exhibits, guides, orders, people, steps, tracks
from workbench.services.dossiers import gather
from workbench.services.rows import CaseRow
from workbench.store import Desk

RECEIVED = {
    "received_at": "2026-03-01T10:00+03:00", "channel": "phone", "reporter": "anonymous", "account": "a lorry",
    "place": "the border (synthetic)",
}  # fmt: skip
ROUTE = {"source": "border", "route": "over the hills"}


@pytest.fixture
def smuggling(desk: Desk, clock: FixedClock) -> CaseRow:
    """A smuggling case with a shared step, a step of its own, an order, a person and an exhibit."""
    case = cases.open_case(desk, title="Synthetic lorry", kind="som")
    steps.finish_step(desk, case.number, "T01.1", RECEIVED)
    clock.forward(minutes=10)
    steps.finish_step(desk, case.number, "S01.1", ROUTE)
    people.add_person(desk, case.number, role="migrant", basis="in the lorry")
    exhibits.add_exhibit(desk, case.number, kind="device", description="phone")
    orders.ask_order(desk, case.number, step="T07.2", kind="search", grounds="synthetic", subject="P-01")
    return case


def kept(desk: Desk, case: CaseRow) -> dict[str, list[tuple[str, object]]]:
    """Everything recorded of steps: states with their answers, by step."""
    records = guides.guide(desk, case.number, "en").records
    return {step: [(row.state, dict(row.answers)) for row in rows] for step, rows in records.items()}


def readable(desk: Desk, case: CaseRow) -> dict[str, dict[str, str]]:
    """What a paper says of each recorded step: questions and answers in words."""
    found = gather(desk, case.number, "case_report", "en", digits="latin", document_id="X")
    return {s.key: {a.label: a.value for a in s.answers} for s in found.steps if s.state == "done"}


def change(desk: Desk, case: CaseRow, clock: FixedClock, kind: str) -> CaseRow:
    clock.forward(hours=1)
    return tracks.change_track(desk, case.number, kind, f"now {kind} (synthetic)")


def test_no_track_loses_a_record_and_every_record_stays_readable(
    desk: Desk, smuggling: CaseRow, clock: FixedClock
) -> None:
    before, said = kept(desk, smuggling), readable(desk, smuggling)
    assert set(said) == {"T01.1", "S01.1"}
    for kind in ("tip", "both", "som", "both", "tip", "som"):
        row = change(desk, smuggling, clock, kind)
        assert row.kind == kind
        assert kept(desk, smuggling) == before
        assert readable(desk, smuggling) == said
        assert [one.ref for one in orders.list_orders(desk, smuggling.number, "en")] == ["O-01"]
    assert audit.verify(desk).ok


def test_what_is_recorded_on_one_track_counts_on_the_other(
    desk: Desk, smuggling: CaseRow, clock: FixedClock
) -> None:
    change(desk, smuggling, clock, "tip")
    views = guides.guide(desk, smuggling.number, "en").progress.views
    assert str(views["T01.1"].state) == "done"
    assert "S01.1" not in views
    change(desk, smuggling, clock, "both")
    views = guides.guide(desk, smuggling.number, "en").progress.views
    assert (str(views["T01.1"].state), str(views["S01.1"].state)) == ("done", "done")


def test_a_step_of_the_old_track_stands_in_the_report_with_the_edition_that_asked_it(
    desk: Desk, smuggling: CaseRow, clock: FixedClock, tmp_path: Path
) -> None:
    change(desk, smuggling, clock, "tip")
    found = gather(desk, smuggling.number, "case_report", "en", digits="latin", document_id="X")
    by_key = {step.key: step for step in found.steps}
    assert by_key["S01.1"].edition.startswith("iq-som ")
    assert by_key["S01.1"].phase
    # Shared steps ask the same on both tracks: nothing needs to be said of them.
    assert by_key["T01.1"].edition == ""
    target = tmp_path / "report.pdf"
    documents.make(desk, smuggling.number, "case_report", "en", target)
    document = pypdfium2.PdfDocument(io.BytesIO(target.read_bytes()))
    text = " ".join(" ".join(page.get_textpage().get_text_range() for page in document).split())
    document.close()
    for words in ("over the hills", "Recorded under the edition iq-som", "now tip (synthetic)"):
        assert words in text


def test_the_report_names_every_procedure_that_was_followed(
    desk: Desk, smuggling: CaseRow, clock: FixedClock
) -> None:
    for kind in ("both", "tip"):
        change(desk, smuggling, clock, kind)
    followed = gather(desk, smuggling.number, "case_report", "en", digits="latin", document_id="X").case.editions
    assert [(one.what, one.kind, len(one.names)) for one in followed] == [
        ("opened", "som", 1), ("track", "both", 2), ("track", "tip", 1),
    ]  # fmt: skip
    assert [one.trust for one in followed] == ["shipped"] * 3
    assert [one.reason for one in followed] == ["", "now both (synthetic)", "now tip (synthetic)"]


def test_a_look_ahead_says_what_would_change_and_writes_nothing(desk: Desk, smuggling: CaseRow) -> None:
    size = desk.head.size
    view = tracks.look_ahead(desk, smuggling.number, "tip", "en")
    assert desk.head.size == size
    assert cases.show_case(desk, smuggling.number).kind == "som"
    assert "T06.1" in view.changes.appeared
    assert "S01.2" in view.changes.fell_away
    assert view.changes.stays_recorded == ("S01.1",)
    assert view.pack.kind == "tip"


def test_a_look_ahead_tells_what_then_comes_to_be(desk: Desk, smuggling: CaseRow, clock: FixedClock) -> None:
    told = tracks.look_ahead(desk, smuggling.number, "both", "en").changes
    before = {key for key, view in guides.guide(desk, smuggling.number, "en").progress.views.items() if view.applies}
    tracks.change_track(desk, smuggling.number, "both", "signs of trafficking")
    after = {key for key, view in guides.guide(desk, smuggling.number, "en").progress.views.items() if view.applies}
    assert set(told.appeared) == after - before
    assert set(told.fell_away) == before - after == set()


@pytest.mark.parametrize("kind", ["som", "undetermined", "", "TIP", "novel"])
def test_a_track_that_is_none_or_the_same_is_refused(desk: Desk, smuggling: CaseRow, kind: str) -> None:
    refused(Reason.TRACK_SAME, lambda: tracks.change_track(desk, smuggling.number, kind, "x"))
    refused(Reason.TRACK_SAME, lambda: tracks.look_ahead(desk, smuggling.number, kind, "en"))
    assert cases.show_case(desk, smuggling.number).kind == "som"


def test_a_change_needs_a_reason_and_somebody_of_the_case(desk: Desk, smuggling: CaseRow) -> None:
    refused(Reason.REASON_NEEDED, lambda: tracks.change_track(desk, smuggling.number, "tip", " "))
    refused(Reason.CASE_UNKNOWN, lambda: tracks.change_track(desk, "SOM-0/0", "tip", "x"))
    with seated(desk, "Admin", "administrator"):
        refused(Reason.NOT_ALLOWED, lambda: tracks.change_track(desk, smuggling.number, "tip", "x"))
    assert cases.show_case(desk, smuggling.number).kind == "som"


def test_no_change_of_a_fact_loses_a_record(desk: Desk, case: CaseRow, clock: FixedClock) -> None:
    steps.finish_step(desk, case.number, "T01.1", RECEIVED)
    child = people.add_person(
        desk, case.number, role="possible_victim", basis="seen", birth_kind="about", birth_low="2012"
    )
    steps.not_applicable(desk, case.number, "T05.3", "the parents came at once (synthetic)")
    before = kept(desk, case)
    clock.forward(days=1)
    # The child turns out to be no victim: the step is no longer called for and keeps what was recorded.
    people.claim_role(
        desk, case.number, child.alias, role="not_a_victim", basis="a guest", ends=child.claims[0].claim_id
    )
    view = guides.guide(desk, case.number, "en").progress.views["T05.3"]
    assert view.no_longer_called_for
    assert kept(desk, case) == before
    clock.forward(days=1)
    people.claim_role(desk, case.number, child.alias, role="victim", basis="told the truth")
    assert not guides.guide(desk, case.number, "en").progress.views["T05.3"].no_longer_called_for
    assert kept(desk, case) == before
