"""Orders of the judge: asked for with reasons, decided once, in force for their term, and never two answers."""

from collections.abc import Callable
from datetime import date, timedelta
from pathlib import Path

import pytest

from tests.desks import refused, seated
from workbench.clock import FixedClock
from workbench.errors import Reason
from workbench.services import cases, documents, exhibits, guides, orders, people, steps
from workbench.services.rows import CaseRow, OrderRow
from workbench.store import Desk

GROUNDS = "The caller saw people locked in (synthetic)."


def ask(desk: Desk, case: CaseRow, kind: str = "search", step: str = "T07.2", **more: str) -> OrderRow:
    return orders.ask_order(desk, case.number, step=step, kind=kind, grounds=GROUNDS, **more)


def grant(desk: Desk, case: CaseRow, ref: str = "O-01", **more: object) -> OrderRow:
    facts = {"number": "512/2026", "court": "Synthetic court", "text": "The house, once.", **more}
    facts.setdefault("decided_at", desk.clock.now())
    return orders.decide_order(desk, case.number, ref, granted=True, **facts)  # type: ignore[arg-type]


def state(desk: Desk, case: CaseRow, step: str) -> str:
    return str(guides.guide(desk, case.number, "en").progress.views[step].state)


def test_an_order_goes_from_asking_to_granting_and_every_entry_stays(
    desk: Desk, case: CaseRow, clock: FixedClock
) -> None:
    people.add_person(desk, case.number, role="suspect", basis="named by two")
    row = ask(desk, case, wants="Enter the house", subject="P-01", place="Baghdad", court="Synthetic court")
    assert (row.ref, row.state, row.in_force, row.subject, row.place) == ("O-01", "asked", False, "P-01", "Baghdad")
    clock.forward(hours=2)
    until = clock.now() + timedelta(days=1)
    row = grant(desk, case, valid_until=until)
    assert (row.state, row.in_force, row.last.valid_until, row.last.number) == ("granted", True, until, "512/2026")
    assert [(one.state, one.text) for one in row.entries] == [("asked", GROUNDS), ("granted", "The house, once.")]
    assert row.last.wants == "Enter the house"


def test_numbers_go_on_over_all_kinds(desk: Desk, case: CaseRow) -> None:
    asked = [ask(desk, case).ref, ask(desk, case, "device").ref, ask(desk, case, "arrest", "T10.2").ref]
    assert asked == ["O-01", "O-02", "O-03"]
    assert [row.ref for row in orders.list_orders(desk, case.number, "en")] == asked


def test_an_order_is_no_longer_in_force_once_its_term_is_over(desk: Desk, case: CaseRow, clock: FixedClock) -> None:
    ask(desk, case)
    grant(desk, case, valid_until=date(2026, 3, 2))
    # A paper that names a day means the whole of it, in the time of the procedure.
    clock.at = clock.now().replace(day=2, hour=20, minute=59)
    assert orders.list_orders(desk, case.number, "en")[0].in_force
    clock.forward(minutes=2)
    assert not orders.list_orders(desk, case.number, "en")[0].in_force


def test_a_step_that_waits_for_an_order_opens_with_it_and_shuts_when_it_ends(
    desk: Desk, case: CaseRow, clock: FixedClock
) -> None:
    exhibits.add_exhibit(desk, case.number, kind="device", description="phone")
    steps.not_applicable(desk, case.number, "T07.4", "the phone was handed over")
    view = guides.guide(desk, case.number, "en").progress.views["T07.5"]
    assert (str(view.state), view.waits_for_orders) == ("waiting", ("device", "search"))
    told = refused(Reason.STEP_WAITS, lambda: steps.finish_step(desk, case.number, "T07.5", {}))
    assert "Search order" in str(told.facts["waits_for"])
    ask(desk, case, "device", "T07.5")
    assert state(desk, case, "T07.5") == "waiting"
    grant(desk, case, valid_until=clock.now() + timedelta(hours=5))
    assert state(desk, case, "T07.5") == "open"
    clock.forward(hours=6)
    assert state(desk, case, "T07.5") == "waiting"


def test_a_refused_order_opens_nothing_and_says_why(desk: Desk, case: CaseRow) -> None:
    ask(desk, case)
    row = orders.decide_order(
        desk, case.number, "O-01", granted=False, decided_at=desk.clock.now(), text="Not enough is shown."
    )
    assert (row.state, row.in_force, row.last.text) == ("refused", False, "Not enough is shown.")


def test_an_order_is_decided_once(desk: Desk, case: CaseRow) -> None:
    ask(desk, case)
    grant(desk, case)
    before = orders.list_orders(desk, case.number, "en")
    refused(Reason.ORDER_DECIDED, lambda: grant(desk, case))
    refused(
        Reason.ORDER_DECIDED,
        lambda: orders.decide_order(
            desk, case.number, "O-01", granted=False, decided_at=desk.clock.now(), text="no"
        ),
    )
    assert orders.list_orders(desk, case.number, "en") == before


@pytest.mark.parametrize("lacks", ["number", "court", "text"])
def test_a_granted_order_needs_number_court_and_what_it_allows(desk: Desk, case: CaseRow, lacks: str) -> None:
    ask(desk, case)
    told = refused(Reason.ORDER_INCOMPLETE, lambda: grant(desk, case, **{lacks: "  "}))
    assert len(told.facts["fields"]) == 1  # type: ignore[arg-type]
    assert orders.list_orders(desk, case.number, "en")[0].state == "asked"


def test_a_term_longer_than_the_law_allows_is_looked_at_twice(desk: Desk, case: CaseRow, clock: FixedClock) -> None:
    ask(desk, case, "detention", "T10.7")
    long = clock.now() + timedelta(days=16)
    told = refused(Reason.ORDER_TERM_LONG, lambda: grant(desk, case, valid_until=long))
    assert told.facts["days"] == 15
    assert orders.list_orders(desk, case.number, "en")[0].state == "asked"
    assert grant(desk, case, valid_until=long, confirmed=True).last.valid_until == long


def test_an_order_with_a_longest_term_ends_with_it_where_the_paper_names_no_end(
    desk: Desk, case: CaseRow, clock: FixedClock
) -> None:
    ask(desk, case, "detention", "T10.7")
    assert grant(desk, case).last.valid_until == clock.now() + timedelta(days=15)


def test_an_order_cannot_end_before_it_was_given_nor_be_given_tomorrow(
    desk: Desk, case: CaseRow, clock: FixedClock
) -> None:
    ask(desk, case)
    hour = timedelta(hours=1)
    refused(Reason.MOMENT_WRONG, lambda: grant(desk, case, valid_until=clock.now() - hour))
    refused(Reason.MOMENT_WRONG, lambda: grant(desk, case, decided_at=clock.now() + hour))
    refused(
        Reason.MOMENT_WRONG,
        lambda: orders.ask_order(
            desk, case.number, step="T07.2", kind="search", grounds=GROUNDS, asked_at=clock.now() + hour
        ),
    )
    assert [row.state for row in orders.list_orders(desk, case.number, "en")] == ["asked"]


def test_what_cannot_be_asked_for_is_refused_and_takes_no_number(desk: Desk, case: CaseRow) -> None:
    refused(Reason.ORDER_KIND_UNKNOWN, lambda: ask(desk, case, "detention", "T07.2"))
    refused(Reason.ORDER_KIND_UNKNOWN, lambda: ask(desk, case, "search", "T01.1"))
    refused(Reason.STEP_UNKNOWN, lambda: ask(desk, case, "search", "T99.9"))
    refused(Reason.PERSON_UNKNOWN, lambda: ask(desk, case, subject="P-77"))
    refused(Reason.ORDER_INCOMPLETE, lambda: orders.ask_order(
        desk, case.number, step="T07.2", kind="search", grounds=" \u200b ")
    )  # fmt: skip
    refused(Reason.CASE_UNKNOWN, lambda: orders.list_orders(desk, "TIP-0/0", "en"))
    assert ask(desk, case).ref == "O-01"


def test_an_order_that_is_not_there_cannot_be_decided(desk: Desk, case: CaseRow) -> None:
    for ref in ("O-01", "O-99", "", "' or 1=1"):
        refused(Reason.ORDER_UNKNOWN, lambda ref=ref: grant(desk, case, ref))


def test_the_scan_of_an_order_is_an_exhibit_of_the_case(desk: Desk, case: CaseRow) -> None:
    ask(desk, case)
    refused(Reason.EXHIBIT_UNKNOWN, lambda: grant(desk, case, exhibit="E-404"))
    exhibits.add_exhibit(desk, case.number, kind="document", description="scan of the order")
    assert grant(desk, case, exhibit="E-001").last.exhibit == "E-001"


def test_the_legal_exception_opens_the_way_where_the_law_knows_one(desk: Desk, case: CaseRow) -> None:
    def acted(kind: str, step: str) -> OrderRow:
        return orders.record_exception(desk, case.number, step=step, kind=kind, grounds="Cries were heard inside.")

    row = acted("search", "T07.2")
    assert (row.ref, row.state, row.in_force) == ("O-01", "exception", True)
    told = refused(Reason.EXCEPTION_UNKNOWN, lambda: acted("detention", "T10.7"))
    assert told.facts["kind"] == "Detention order"
    refused(Reason.ORDER_DECIDED, lambda: grant(desk, case))


def test_an_administrator_does_not_ask_for_orders(
    make_vault: Callable[..., Path], sign_in: Callable[[Path], Desk]
) -> None:
    with sign_in(make_vault()) as desk:
        case = cases.open_case(desk, title="Synthetic", kind="tip")
        with seated(desk, "Admin", "administrator"):
            refused(Reason.NOT_ALLOWED, lambda: ask(desk, case))


def test_a_request_is_made_for_one_order_and_numbered_after_it(
    desk: Desk, case: CaseRow, tmp_path: Path
) -> None:
    ask(desk, case)
    ask(desk, case, "arrest", "T10.2")

    def made(name: str, subject: str) -> str:
        row = documents.make(desk, case.number, "order_request", "en", tmp_path / name, subject=subject)
        return row.document_id

    assert made("a.pdf", "O-01") == f"{case.number}-O-01-001"
    assert made("b.pdf", "O-02") == f"{case.number}-O-02-001"
    assert made("c.pdf", "O-01") == f"{case.number}-O-01-002"
    assert documents.preview(desk, case.number, "order_request", "en", subject="O-02").startswith(b"%PDF")


def test_a_request_without_its_order_is_refused_and_nothing_is_issued(
    desk: Desk, case: CaseRow, tmp_path: Path
) -> None:
    orders.record_exception(desk, case.number, step="T07.2", kind="search", grounds="Cries were heard inside.")
    target = tmp_path / "x.pdf"

    def make(kind: str, subject: str) -> Callable[[], object]:
        return lambda: documents.make(desk, case.number, kind, "en", target, subject=subject)

    refused(Reason.DOCUMENT_OF_ORDER, make("order_request", ""))
    refused(Reason.ORDER_UNKNOWN, make("order_request", "O-09\u202e"))
    refused(Reason.ORDER_NOT_ASKED, make("order_request", "O-01"))
    refused(Reason.DOCUMENT_OF_CASE, make("case_report", "O-01"))
    assert documents.list_issued(desk, case.number) == []
    assert not target.exists()
