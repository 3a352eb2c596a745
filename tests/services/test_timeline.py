"""What sealed files hold, read in the child and put on the line of time: sources, doubts, people by code."""

import zipfile
from pathlib import Path

import pytest

from tests.desks import refused, seated
from workbench.errors import Broken, Reason
from workbench.i18n import TAGS, language
from workbench.services import audit, events, exhibits, people, readings
from workbench.services.persons import NameRow
from workbench.services.rows import CaseRow
from workbench.services.sealing import shelf_of
from workbench.store import Desk

# Everybody in it is invented.
CHAT = """12/03/2025, 21:40 - Messages and calls are end-to-end encrypted. Tap to learn more.
12/03/2025, 21:41 - Abu Walid: bring the papers tonight
12/03/2025, 21:43 - +964 770 123 4567: \u200fأخذ جوازي ولا أستطيع الخروج
13/03/2025, 08:02 - Abu Walid: 250 for her\u202etxt
and the second line
14/03/2025, 00:15 - +964 770 123 4567: حسناً
"""
CALLS = """c1;c2;c3;c4
2025-03-12 22:00:05;A-17;B-204;65
2025-03-13 01:00:00;B-204;A-17;0
"""
COLUMNS = {"columns": {"c1": "when", "c2": "a", "c3": "b", "c4": "seconds"}}


def sealed(desk: Desk, case: CaseRow, path: Path, kind: str = "digital") -> str:
    """Seal a file under a new exhibit; the id of the file."""
    row = exhibits.add_exhibit(desk, case.number, kind=kind, description=path.name)
    return exhibits.attach_file(desk, case.number, row.number, path).files[0].file_id


@pytest.fixture
def chat(desk: Desk, case: CaseRow, tmp_path: Path) -> str:
    """A sealed chat with its pictures left out, as a telephone gives it."""
    people.add_person(
        desk, case.number, names=[NameRow("record", as_written="شهبانة القرنفلاوي")], role="possible_victim",
        basis="note", phones=["07701234567"],
    )  # fmt: skip
    path = tmp_path / "WhatsApp Chat with Abu Walid.zip"
    with zipfile.ZipFile(path, "w") as archive:
        archive.writestr("WhatsApp Chat with Abu Walid.txt", CHAT)
    return sealed(desk, case, path)


def test_a_sealed_chat_is_read_in_the_child_and_a_message_of_it_comes_on_the_line_of_time(
    desk: Desk, case: CaseRow, chat: str
) -> None:
    row = readings.read_file(desk, case.number, chat)
    assert (row.format, row.counts["messages"], row.refused) == ("whatsapp", 4, None)
    assert row.facts["walls"], "it was read in a child that had shut itself in"
    page = readings.items(desk, case.number, text="جوازي")
    one = page.rows[0]
    assert (page.total, one.who, one.who_by, one.zone_by) == (1, "P-01", "number", "assumed")
    event = events.promote(desk, case.number, one.item_id)
    assert (event.kind, event.source_kind, event.source) == ("message", "exhibit", row.exhibit)
    assert one.place in event.source_place
    assert event.source_digest == one.digest
    assert event.detail["sha256"] == row.sha256
    assert "zone_assumed" in event.doubts
    assert event.codes == ("P-01",)
    assert [one.ref for one in events.timeline(desk, case.number)] == [event.ref]
    # The number of somebody protected is not written down a second time.
    assert all("7701234567" not in each.name for each in event.parties)
    refused(Reason.EVENT_THERE, lambda: events.promote(desk, case.number, one.item_id))
    assert readings.item(desk, case.number, one.item_id).event == event.ref


def test_rows_go_and_are_made_anew_from_the_sealed_bytes(desk: Desk, case: CaseRow, chat: str) -> None:
    first = readings.read_file(desk, case.number, chat)
    whole = readings.items(desk, case.number, chat).rows
    readings.forget_items(desk, case.number, chat)
    assert readings.list_readings(desk, case.number)[0].kept == 0
    assert readings.items(desk, case.number, chat).rows == whole
    again = readings.rebuild(desk, case.number, chat)
    assert (again.kept, again.differs, again.digest) == (first.kept, False, first.digest)


def test_another_zone_moves_the_moment_and_no_doubt_is_left(desk: Desk, case: CaseRow, chat: str) -> None:
    readings.read_file(desk, case.number, chat)
    before = readings.items(desk, case.number, text="جوازي").rows[0]
    readings.read_file(desk, case.number, chat, {"zone": "+01:00"})
    after = readings.items(desk, case.number, text="جوازي").rows[0]
    assert before.moment
    assert after.moment
    assert (after.moment - before.moment).total_seconds() == 2 * 3600
    event = events.promote(desk, case.number, after.item_id)
    assert (after.zone_by, event.zone, "zone_assumed" in event.doubts) == ("chosen", "+01:00", False)
    refused(Reason.ZONE_UNKNOWN, lambda: readings.read_file(desk, case.number, chat, {"zone": "Nowhere/Land"}))


def test_what_turns_text_round_stays_in_the_file_and_comes_to_no_record(
    desk: Desk, case: CaseRow, chat: str
) -> None:
    readings.read_file(desk, case.number, chat)
    one = readings.items(desk, case.number, text="250").rows[0]
    assert "\u202e" in one.text
    event = events.promote(desk, case.number, one.item_id)
    assert "\u202e" not in event.text
    assert event.text.endswith("and the second line")


def test_columns_that_a_person_named_are_remembered_for_the_next_table(
    desk: Desk, case: CaseRow, tmp_path: Path
) -> None:
    path = tmp_path / "one.csv"
    path.write_text(CALLS, encoding="utf-8")
    first = sealed(desk, case, path)
    row = readings.read_file(desk, case.number, first, {"format": "calls"})
    assert row.refused is not None
    assert row.refused.key == "columns_unknown"
    assert all(row.refused.say(language(tag)) for tag in TAGS)
    assert readings.mapping_for(desk, row.facts["columns"]) is None  # type: ignore[arg-type]
    row = readings.read_file(desk, case.number, first, {"format": "calls", "mapping": COLUMNS})
    assert (row.refused, row.counts) == (None, {"calls": 2})
    other = tmp_path / "two.csv"
    other.write_text(CALLS.replace("65", "70").replace("c1;c2", "C1;c2"), encoding="utf-8")
    second = readings.read_file(desk, case.number, sealed(desk, case, other), {"format": "calls"})
    assert (second.refused, second.counts) == (None, {"calls": 2})
    # The same number of columns under other headings, or under none, is another table.
    for text in (CALLS.replace("c1;c2;c3;c4", "d1;d2;d3;d4"), CALLS.partition("\n")[2]):
        path.write_text(text, encoding="utf-8")
        third = readings.read_file(desk, case.number, sealed(desk, case, path), {"format": "calls"})
        assert third.refused is not None
    call = readings.items(desk, case.number, second.file_id).rows[0]
    event = events.promote(desk, case.number, call.item_id)
    assert event.ends is not None
    assert (event.ends - event.first).total_seconds() in (70, 71)


def test_an_altered_file_is_not_read(desk: Desk, case: CaseRow, chat: str) -> None:
    path = next((desk.folder / "shelf").glob("??/*.wba"))
    whole = bytearray(path.read_bytes())
    whole[-20] ^= 1
    path.write_bytes(whole)
    with pytest.raises(Broken) as told:
        readings.read_file(desk, case.number, chat)
    assert told.value.reason is Reason.SEALED_FILE_BROKEN
    assert shelf_of(desk).path(path.stem) == path
    assert readings.list_readings(desk, case.number) == []


def test_a_stopped_reading_is_no_reading_and_one_by_somebody_else_is_refused(
    desk: Desk, case: CaseRow, chat: str
) -> None:
    refused(Reason.CANCELLED, lambda: readings.read_file(desk, case.number, chat, progress=lambda done, of: False))
    refused(Reason.SEALED_FILE_UNKNOWN, lambda: readings.read_file(desk, case.number, "none"))
    with seated(desk, role="reader"):
        refused(Reason.NOT_ALLOWED, lambda: readings.read_file(desk, case.number, chat))
    assert readings.list_readings(desk, case.number) == []


def test_events_stand_by_the_earliest_moment_and_a_correction_keeps_what_was(desk: Desk, case: CaseRow) -> None:
    add = {"kind": "incident", "source": "Officer of the night"}
    late = events.add_event(desk, case.number, at="2025-03-12T22:00", text="door locked", **add)
    events.add_event(desk, case.number, at="2016", text="a debt", doubts=["hearsay"], **add)
    events.add_event(desk, case.number, at="2025-03", until="2025-05-01", text="moved", doubts=["between"], **add)
    assert [one.at for one in events.timeline(desk, case.number)] == ["2016", "2025-03", "2025-03-12T22:00"]
    mended = events.correct_event(desk, case.number, late.ref, reason="the watch was fast", at="2015-01-02")
    assert (mended.at, mended.entries, mended.text) == ("2015-01-02", 2, "door locked")
    events.withdraw_event(desk, case.number, late.ref, "told of another house")
    assert [one.at for one in events.timeline(desk, case.number)] == ["2016", "2025-03"]
    assert len(events.timeline(desk, case.number, withdrawn=True)) == 3
    refused(Reason.EVENT_UNKNOWN, lambda: events.correct_event(desk, case.number, late.ref, reason="x", text="y"))
    reasons = [one.reason for one in audit.show(desk, case.number)]
    assert "the watch was fast" in reasons
    assert "told of another house" in reasons


@pytest.mark.parametrize(
    ("reason", "wrong"),
    [
        (Reason.EVENT_WHEN, {"at": "last week"}),
        (Reason.EVENT_WHEN, {"at": "2025-02-30"}),
        (Reason.MOMENT_WRONG, {"at": "2031"}),
        (Reason.EVENT_WRONG, {"text": " "}),
        (Reason.EVENT_WRONG, {"until": "2024"}),
        (Reason.EVENT_WRONG, {"doubts": ["between"]}),
        (Reason.EVENT_WRONG, {"doubts": ["nonsense"]}),
        (Reason.EVENT_WRONG, {"parties": [("P-01", "friend")]}),
        (Reason.EVENT_WITHOUT_SOURCE, {"source": ""}),
        (Reason.EXHIBIT_UNKNOWN, {"source_kind": "exhibit", "source": "X-999"}),
        (Reason.STEP_UNKNOWN, {"source_kind": "step", "source": "T99"}),
        (Reason.ZONE_UNKNOWN, {"zone": "+99:00"}),
    ],
)
def test_what_cannot_be_on_the_line_of_time_is_refused(
    desk: Desk, case: CaseRow, reason: Reason, wrong: dict[str, object]
) -> None:
    good: dict[str, object] = {"kind": "incident", "at": "2025-03-12", "text": "seen", "source": "Officer"}
    refused(reason, lambda: events.add_event(desk, case.number, **good | wrong))  # type: ignore[arg-type]
    assert events.timeline(desk, case.number) == []
