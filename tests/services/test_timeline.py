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
CALLS = "when;who;whom;long\n2025-03-12 22:00:05;07701234567;07809876543;65\n2025-03-13 01:00:00;07809876543;07701234567;0\n"
COLUMNS = {"columns": {"when": "start", "who": "caller", "whom": "called", "long": "duration"}}


def sealed(desk: Desk, case: CaseRow, path: Path, kind: str = "digital") -> str:
    """Seal a file under a new exhibit; the id of the file."""
    row = exhibits.add_exhibit(desk, case.number, kind=kind, description=path.name)
    return exhibits.attach_file(desk, case.number, row.number, path).files[0].file_id


@pytest.fixture
def chat(desk: Desk, case: CaseRow, tmp_path: Path) -> str:
    """A sealed chat with its pictures left out, as a telephone gives it."""
    people.add_person(
        desk, case.number, names=[NameRow("record", as_written="شهبانة القرنفلاوي")], role="possible_victim", basis="note",
        phones=["07701234567"],
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
    assert one.place in event.source_place and event.source_digest == one.digest
    assert event.detail["sha256"] == row.sha256
    assert "zone_assumed" in event.doubts
    assert event.codes == ("P-01",)
    assert [one.ref for one in events.timeline(desk, case.number)] == [event.ref]
    # The number of somebody protected is not written down a second time.
    assert all("7701234567" not in each.name for each in event.parties)
    refused(Reason.EVENT_THERE, lambda: events.promote(desk, case.number, one.item_id))
    assert readings.item(desk, case.number, one.item_id).event == event.ref
