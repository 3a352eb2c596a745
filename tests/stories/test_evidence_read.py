"""The evidence of the synthetic case, sealed and read where it lies sealed: counts, senders, people, sources."""

from collections.abc import Mapping
from pathlib import Path

import pytest

from workbench.reports import said
from workbench.services import documents, events, exhibits, people, readings
from workbench.services.persons import NameRow
from workbench.services.readings import ReadingRow
from workbench.services.rows import CaseRow
from workbench.shipped import resource
from workbench.store import Desk

FOLDER = resource("training", "case-a") / "evidence"
CHAT = "BGD-2025-9041-D-001.1_whatsapp.zip"
# As the description of the case counts them.
COUNTED = {
    CHAT: {"messages": 28},
    "BGD-2025-9041-D-002.2_telegram_result.json": {"messages": 12},
    "BGD-2025-9041-E-001_cdr_walid.csv": {},
    "BGD-2025-9041-E-002_cdr_siham_cp1256.csv": {},
    "BGD-2025-9041-D-001.2_contacts.vcf": {"contacts": 9},
}


@pytest.fixture
def read(desk: Desk, case: CaseRow) -> Mapping[str, ReadingRow]:
    """The files sealed in a case with two of its people, and read."""
    for phone, role in (("07690004121", "possible_victim"), ("07390004110", "suspect")):
        people.add_person(
            desk, case.number, names=[NameRow("record", as_written="Synthetica Exemplar")], role=role,
            basis="synthetic", phones=[phone],
        )  # fmt: skip
    found = {}
    for name in COUNTED:
        number = name.split("_")[0]
        exhibits.add_exhibit(desk, case.number, kind="digital", description="synthetic", number=number)
        row = exhibits.attach_file(desk, case.number, number, FOLDER / name)
        found[name] = readings.read_file(desk, case.number, row.files[0].file_id)
    return found


def test_the_sealed_evidence_is_read_in_the_child_and_comes_on_the_timeline(
    desk: Desk, case: CaseRow, read: Mapping[str, ReadingRow], tmp_path: Path
) -> None:
    for name, counts in COUNTED.items():
        row = read[name]
        assert row.refused is None, name
        assert row.facts["walls"], name
        assert counts.items() <= row.counts.items(), name
    records = {name: sum(row.counts.values()) for name, row in read.items() if "cdr" in name}
    assert records == {"BGD-2025-9041-E-001_cdr_walid.csv": 247, "BGD-2025-9041-E-002_cdr_siham_cp1256.csv": 152}
    whole = readings.items(desk, case.number, dated=True, limit=1000)
    moments = [one.moment for one in whole.rows if one.moment]
    assert moments == sorted(moments)
    assert {"message", "call"} <= {one.kind for one in whole.rows}
    assert {"P-01", "P-02"} <= {code for one in whole.rows for code in (one.who, *one.to_who)}
    shown = readings.items(desk, case.number, read[CHAT].file_id, kinds=["message"])
    one = next(each for each in shown.rows if each.text and each.moment)
    event = events.promote(desk, case.number, one.item_id)
    assert event.detail["sha256"] == read[CHAT].sha256
    assert (event.source, event.source_digest) == (read[CHAT].exhibit, one.digest)
    assert CHAT in event.source_place
    assert one.place in event.source_place
    assert [each.ref for each in events.timeline(desk, case.number)] == [event.ref]
    text = " ".join(said(documents.preview(desk, case.number, "timeline", "en")))
    assert read[CHAT].exhibit in text
    assert event.ref in text
