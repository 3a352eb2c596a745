"""Exhibits and their custody at a desk: numbers, parts and kinds, both parties, receipts, mending, counting."""

from datetime import timedelta
from pathlib import Path

import pypdfium2
import pytest

from tests.desks import refused
from workbench.clock import FixedClock
from workbench.errors import Reason, explain
from workbench.i18n import TAGS, language, plain
from workbench.services import cases, custody, documents, exhibits, settings
from workbench.services.custody import Handing, Party, Seal
from workbench.services.rows import CaseRow, ExhibitRow
from workbench.store import Desk

ZAINAB, SAIF = "Lt. Zainab (synthetic)", "Capt. Saif (synthetic)"


def seize(desk: Desk, case: CaseRow, kind: str = "physical", **facts: object) -> ExhibitRow:
    told = {"description": "synthetic", "seized_at": desk.clock.now(), "seized_by": ZAINAB, "seal_number": "100"}
    return exhibits.add_exhibit(desk, case.number, kind=kind, **{**told, **facts})  # type: ignore[arg-type]


def give(desk: Desk, case: CaseRow, number: str = "E-001", **facts: object) -> ExhibitRow:
    told = {"giver": Party(ZAINAB), "taker": Party(SAIF), "purpose": "synthetic", "seal_before": "100"}
    return custody.hand_over(desk, case.number, number, **{**told, **facts})  # type: ignore[arg-type]


def test_numbers_follow_the_pattern_of_the_station_and_none_is_given_twice(desk: Desk, case: CaseRow) -> None:
    assert [seize(desk, case).number for _ in range(2)] == ["E-001", "E-002"]
    exhibits.void_exhibit(desk, case.number, "E-002", "written twice")
    assert seize(desk, case).number == "E-003", "a void number is not given again"
    assert exhibits.exhibit(desk, case.number, "E-002").void
    refused(Reason.EXHIBIT_WRONG, lambda: seize(desk, case, number="E-002"))
    refused(Reason.EXHIBIT_VOID, lambda: give(desk, case, "E-002"))
    refused(Reason.EXHIBIT_PATTERN_WRONG, lambda: settings.put(desk, "exhibit_pattern", "E-1"))
    settings.put(desk, "exhibit_pattern", "{case}-{scene}-{seq:03}")
    row = seize(desk, case, scene="b")
    assert (row.number, row.label) == (f"{case.number}-B-001", f"{case.number}-B-001")
    assert seize(desk, case).number == f"{case.number}-A-001"
    refused(Reason.EXHIBIT_WRONG, lambda: seize(desk, case, scene="B1"))


def test_a_part_is_numbered_under_what_it_belongs_to_and_goes_with_it(desk: Desk, case: CaseRow) -> None:
    seize(desk, case, "device")
    card = seize(desk, case, "device", parent="E-001", seal_number="", description="SIM card")
    assert (card.number, card.parent) == ("E-001.1", "E-001")
    row = give(desk, case, with_parts=True, detail={"count": "2"})
    assert row.parts == ("E-001.1",)
    card = exhibits.exhibit(desk, case.number, "E-001.1")
    assert (card.holder, card.seal, card.custody[-1].detail.get("count")) == (SAIF, "", None)
    refused(Reason.EXHIBIT_UNKNOWN, lambda: seize(desk, case, parent="E-009"))


def test_a_kind_asks_what_it_needs_says_what_cannot_be_right_and_refuses_nothing_at_a_scene(
    desk: Desk, case: CaseRow
) -> None:
    row = seize(desk, case, "device", detail={"imei_1": "356938035643809", "state": "locked"})
    assert {"make", "model", "isolation"} <= set(row.still_needed)
    assert exhibits.warnings("device", {"imei_1": "356938035643808"}, "en")[0][0] == "imei_1"
    assert exhibits.warnings("device", row.detail, "en") == []
    fixed = exhibits.correct_exhibit(
        desk, case.number, "E-001", field="detail.isolation", now="faraday", reason="not written"
    )
    assert "isolation" not in fixed.still_needed
    assert (fixed.notes[0].was, fixed.notes[0].now) == ("", "faraday")
    refused(Reason.EXHIBIT_DETAIL_UNKNOWN, lambda: seize(desk, case, "device", detail={"calibre": "9"}))
    refused(Reason.EXHIBIT_DETAIL_WRONG, lambda: seize(desk, case, "device", detail={"state": "sleeping"}))
    refused(Reason.EXHIBIT_DETAIL_UNKNOWN, lambda: exhibits.correct_exhibit(
        desk, case.number, "E-001", field="number", now="E-9", reason="no"))  # fmt: skip
    for tag in TAGS:
        for kind in exhibits.KINDS:
            assert all(field.label for field in exhibits.fields_of(kind, tag))


def test_money_is_held_to_what_was_counted_at_the_seizure(desk: Desk, case: CaseRow) -> None:
    detail = {"currency": "USD", "notes": "100 x 42", "total": "4200"}
    assert exhibits.warnings("money", {**detail, "total": "4100"}, "en")[0][0] == "total"
    seize(desk, case, "money", detail=detail)
    row = give(desk, case, detail={"count": "41", "amount": "4,100 USD"})
    (fault,) = row.faults
    assert (fault.key, fault.facts["count"], fault.facts["amount"]) == (
        "measure_changed", ("42", "41"), ("4200 USD", "4,100 USD"),
    )  # fmt: skip
    assert fault.facts["intact"] is True


def test_what_was_sent_waits_for_its_receipt(desk: Desk, case: CaseRow, clock: FixedClock) -> None:
    seize(desk, case)
    refused(Reason.CUSTODY_NOT_AWAITED, lambda: custody.confirm_receipt(desk, case.number, "E-001", taker=Party(SAIF)))
    row = give(desk, case, awaiting=True)
    assert (row.awaiting, row.faults) == (True, ())
    clock.forward(days=3)
    assert [one.key for one in exhibits.exhibit(desk, case.number, "E-001").faults] == ["no_receipt"]
    row = custody.confirm_receipt(desk, case.number, "E-001", taker=Party(SAIF, badge="17-4"), seal="100")
    assert (row.awaiting, row.holder, row.custody[-1].detail["to_badge"]) == (False, SAIF, "17-4")
    assert [one.key for one in row.faults] == ["no_receipt"], "it came too late, and that stays"


def test_an_entry_is_refused_only_where_it_says_nothing(desk: Desk, case: CaseRow) -> None:
    seize(desk, case)
    for reason, facts in (
        (Reason.CUSTODY_WRONG, {"giver": Party(" ")}),
        (Reason.CUSTODY_KIND_UNKNOWN, {"kind": "found"}),
        (Reason.CUSTODY_WRONG, {"detail": {"count": "some"}}),
        (Reason.CUSTODY_WRONG, {"taker": Party(SAIF, signed="refused")}),
        (Reason.CUSTODY_WRONG, {"taker": Party(SAIF, signed="perhaps")}),
        (Reason.EXHIBIT_DETAIL_UNKNOWN, {"detail": {"colour": "red"}}),
        (Reason.CUSTODY_WRONG, {"written_no": 0, "call": "record"}),
        (Reason.CUSTODY_KIND_UNKNOWN, {"kind": "explained", "call": "record"}),
        (Reason.MOMENT_WRONG, {"at": desk.clock.now().replace(tzinfo=None)}),
        (Reason.MOMENT_WRONG, {"at": desk.clock.now().replace(year=1801)}),
        (Reason.MOMENT_WRONG, {"at": desk.clock.now() + timedelta(days=800)}),
    ):
        told = dict(facts)
        if told.pop("call", ""):
            refused(reason, lambda told=told: custody.record(desk, case.number, "E-001", **{"kind": "moved", **told}))
        else:
            refused(reason, lambda told=told: give(desk, case, **told))
    assert len(custody.custody_of(desk, case.number, "E-001")) == 1


def test_a_correction_names_what_it_corrects_and_can_itself_be_corrected(desk: Desk, case: CaseRow) -> None:
    seize(desk, case)
    row = give(desk, case, seal_before="010")
    assert [one.key for one in row.faults] == ["seal_mismatch"]
    refused(Reason.REASON_NEEDED, lambda: custody.correct(desk, case.number, "E-001", 2, reason=" "))
    row = custody.correct(desk, case.number, "E-001", 2, reason="misread", changes={"seal_before": "100"})
    assert (row.faults, row.seal) == ((), "100"), "the seal stayed on, so that it was misread after too"
    assert [(one.seal_before, one.corrects, one.corrected_by) for one in row.custody[1:]] == [
        ("010", 0, 3), ("100", 2, 0),
    ]  # fmt: skip
    refused(Reason.CUSTODY_CORRECTED, lambda: custody.correct(desk, case.number, "E-001", 2, reason="again"))
    refused(Reason.CUSTODY_ENTRY_UNKNOWN, lambda: custody.correct(desk, case.number, "E-001", 9, reason="none"))
    refused(Reason.CUSTODY_KIND_UNKNOWN, lambda: custody.correct(
        desk, case.number, "E-001", 3, reason="kind", kind="lost"))  # fmt: skip
    row = custody.correct(desk, case.number, "E-001", 3, reason="of another exhibit", void=True)
    assert row.holder == ZAINAB


def test_an_explanation_stands_beside_its_fault(desk: Desk, case: CaseRow) -> None:
    seize(desk, case)
    give(desk, case, seal_before="010")
    refused(Reason.CUSTODY_FAULT_UNKNOWN, lambda: custody.explain(desk, case.number, "E-001", "untracked:2", "why"))
    refused(Reason.REASON_NEEDED, lambda: custody.explain(desk, case.number, "E-001", "seal_mismatch:2", " "))
    row = custody.explain(desk, case.number, "E-001", "seal_mismatch:2", "Two digits the wrong way round.")
    (fault,) = row.faults
    assert (fault.explanation, fault.explained_by, row.unexplained) == ("Two digits the wrong way round.", "Tester", ())
    assert row.holder == SAIF, "an explanation moves nothing"
    for tag in TAGS:
        assert all(custody.said(fault, tag, "Asia/Baghdad"))


def test_a_store_is_counted_with_what_is_scanned_and_what_is_typed(
    desk: Desk, case: CaseRow, clock: FixedClock
) -> None:
    for place in range(4):
        row = seize(desk, case)
        if place < 3:
            custody.record(desk, case.number, row.number, kind="stored", from_whom=ZAINAB, store="Unit store")
    other = cases.open_case(desk, title="Second synthetic case", kind="som")
    exhibits.void_exhibit(desk, case.number, "E-003", "written twice")
    assert [(one.name, one.exhibits, one.counted_at) for one in custody.stores(desk)] == [("Unit store", 2, None)]
    label = exhibits.exhibit(desk, case.number, "E-001").label
    assert label == f"{case.number} E-001"
    take = custody.stock_take(
        desk, "unit  STORE", [label, label.lower(), "E-003", "e-٠٠٤", "\u202eX-9"], note="with the keeper"
    )
    assert (take.ref, take.found, take.missing) == ("ST-01", (label,), (f"{case.number} E-002",))
    assert take.elsewhere == ((f"{case.number} E-004", ZAINAB),)
    assert take.void == (f"{case.number} E-003",)
    assert len(take.unknown) == 1
    assert "\u202e" not in take.unknown[0]
    assert not take.whole
    assert custody.stock_take(desk, "Unit store", ["E-001", "E-002"], case=case.number).whole
    assert custody.find(custody.stock_takes(desk), "ST-01").note == "with the keeper"
    refused(Reason.STOCK_TAKE_UNKNOWN, lambda: custody.find(custody.stock_takes(desk), "ST-77"))
    refused(Reason.CUSTODY_WRONG, lambda: custody.stock_take(desk, " ", []))
    refused(Reason.MOMENT_WRONG, lambda: custody.stock_take(
        desk, "Unit store", [], started_at=clock.at + timedelta(hours=1)))  # fmt: skip
    refused(Reason.CUSTODY_WRONG, lambda: custody.stock_take(desk, "Unit store", map(str, range(20_001))))
    assert custody.stock_take(desk, "Unit store", [], case=other.number).expected == ()


def test_return_and_destruction_need_an_order(desk: Desk, case: CaseRow) -> None:
    for number in ("E-001", "E-002"):
        seize(desk, case)
        kept = {"kind": "returned", "taker": Party("Owner (synthetic)")}
        order = {"order": "12/2026"} if number == "E-001" else {}
        row = give(desk, case, number, **kept, detail=order)
        assert row.ended
        assert [one.key for one in row.faults] == ([] if order else ["no_order"])


def test_a_paper_does_not_say_the_number_of_its_case_twice(desk: Desk, case: CaseRow, tmp_path: Path) -> None:
    exhibits.add_exhibit(desk, case.number, kind="document", description="lease", number=f"{case.number}-A-001")
    row = documents.make(
        desk, case.number, "custody_record", "en", tmp_path / "record.pdf", subject=f"{case.number}-A-001"
    )
    assert row.document_id == f"{case.number}-A-001-CR-001"


def test_labels_fill_sheets_of_any_common_size_and_say_the_number_beside_the_code(
    desk: Desk, case: CaseRow, tmp_path: Path
) -> None:
    refused(Reason.LABELS_NOTHING, lambda: documents.make_labels(desk, case.number, "en", tmp_path / "none.pdf"))
    for _ in range(3):
        seize(desk, case, "device", detail={"hazards": ["battery"]}, seized_place="a house (synthetic)")
    exhibits.void_exhibit(desk, case.number, "E-002", "written twice")
    sizes = ("70x37", "38.1x21.2", "99.1x67.7", "105x148.5", "50x30")
    for size in sizes:
        for tag in TAGS:
            made = documents.make_labels(desk, case.number, tag, tmp_path / f"{size}-{tag}.pdf", size=size, skip=3)
            assert made.pages == (2 if size == "105x148.5" else 1)
    text = _text(tmp_path / "70x37-en.pdf")
    for word in ("E-001", "E-003", case.number, "battery", "seal 100", "a house"):
        assert word in text
    assert "E-002" not in text
    one = documents.make_labels(desk, case.number, "en", tmp_path / "one.pdf", exhibits=["E-003"])
    assert "E-001" not in _text(tmp_path / "one.pdf")
    assert one.document_id == f"{case.number}-L-{len(sizes) * len(TAGS) + 1:03}"
    for reason, facts in (
        (Reason.LABEL_SIZE_WRONG, {"size": "9x9"}), (Reason.LABEL_SIZE_WRONG, {"size": "wide"}),
        (Reason.LABEL_SKIP_WRONG, {"skip": 24}), (Reason.LABEL_SKIP_WRONG, {"skip": -1}),
        (Reason.EXHIBIT_UNKNOWN, {"exhibits": ["E-009"]}),
    ):  # fmt: skip
        refused(reason, lambda facts=facts: documents.make_labels(
            desk, case.number, "en", tmp_path / "no.pdf", **facts))  # fmt: skip
    assert not (tmp_path / "no.pdf").exists()


@pytest.mark.parametrize("tag", TAGS)
def test_a_custody_record_and_its_receipt_say_what_was_written_and_what_does_not_fit(
    desk: Desk, case: CaseRow, tmp_path: Path, tag: str
) -> None:
    seize(desk, case, "device", detail={"make": "Synthetic"})
    give(desk, case, seal_before="010", detail={"witness": "A witness", "order": "7/2026"})
    documents.make(desk, case.number, "custody_record", tag, tmp_path / "record.pdf", subject="E-001")
    documents.make(desk, case.number, "custody_receipt", tag, tmp_path / "receipt.pdf", subject="E-001_2")
    wanted = {"record": ("100", "010", "witness", "Zainab", "Saif"), "receipt": ("010", "witness", "Saif")}
    for name, words in wanted.items():
        text = _text(tmp_path / f"{name}.pdf")
        assert not [word for word in words if word not in text], text
    refused(Reason.DOCUMENT_OF_EXHIBIT, lambda: documents.preview(desk, case.number, "custody_record", tag))
    refused(Reason.DOCUMENT_OF_HAND_OVER, lambda: documents.preview(desk, case.number, "custody_receipt", tag))
    refused(Reason.HAND_OVER_UNKNOWN, lambda: documents.preview(
        desk, case.number, "custody_receipt", tag, subject="E-001_1"))  # fmt: skip


def _text(path: Path) -> str:
    document = pypdfium2.PdfDocument(path)
    try:
        return "\n".join(page.get_textpage().get_text_range() for page in document)
    finally:
        document.close()


def test_several_are_handed_over_together_or_none_is(desk: Desk, case: CaseRow) -> None:
    for _ in range(3):
        seize(desk, case)
    exhibits.void_exhibit(desk, case.number, "E-003", "written twice")
    how = Handing(Party(ZAINAB), Party(SAIF), "synthetic", at=desk.clock.now())

    def entries() -> list[int]:
        return [len(one.custody) for one in exhibits.list_exhibits(desk, case.number)]

    def send(**seals: Seal) -> list[ExhibitRow]:
        named = {number.replace("_", "-"): seal for number, seal in seals.items()}
        return custody.hand_over_all(desk, case.number, named, how)

    before = entries()
    void = refused(Reason.HAND_OVER_REFUSED, lambda: send(E_001=Seal("100"), E_003=Seal("100")))
    unread = refused(Reason.HAND_OVER_REFUSED, lambda: send(E_001=Seal("100"), E_002=Seal(" ")))
    assert entries() == before, "what was refused as a whole left nothing"
    assert "E-003 was declared void" in plain(" ".join(explain(void, language("en"))))
    assert "E-002 has a seal" in plain(" ".join(explain(unread, language("en"))))
    first, second = send(E_001=Seal("100"), E_002=Seal(none_seen=True))
    assert (first.holder, second.holder, second.custody[-1].detail["seal_seen"]) == (SAIF, SAIF, "no")
    done = entries()
    refused(Reason.HAND_OVER_REFUSED, lambda: send(E_001=Seal("100")))
    refused(Reason.CUSTODY_REPEATED, lambda: give(desk, case, at=how.at))
    assert entries() == done, "the same hand-over is not recorded twice"
