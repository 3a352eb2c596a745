"""Requests to laboratories and experts, and scenes: from the asking to what a court would still miss."""

from datetime import timedelta
from pathlib import Path

import pytest

from tests.desks import refused
from workbench.clock import FixedClock
from workbench.errors import Reason
from workbench.i18n import TAGS
from workbench.reports import said
from workbench.services import documents, examinations, exhibits, people, scenes
from workbench.services.persons import NameRow
from workbench.services.rows import CaseRow
from workbench.store import Desk

LAB = "Laboratory (synthetic)"
ROLES = {"auditable": "log kept", "repeatable": "done twice", "reproducible": "by another tool", "justifiable": "copy"}


@pytest.fixture
def phone(desk: Desk, case: CaseRow) -> str:
    return exhibits.add_exhibit(desk, case.number, kind="digital", description="phone", seal_number="S-77").number


def ask(desk: Desk, case: CaseRow, phone: str, **more: object) -> examinations.ExaminationRow:
    told: dict[str, object] = {
        "kind": "digital", "to": LAB, "questions": ["Which accounts?", "Which calls?"], "exhibits": [phone],
    }  # fmt: skip
    return examinations.ask_examination(desk, case.number, **told | more)  # type: ignore[arg-type]


def test_a_request_from_its_asking_to_an_answer_that_can_stand(
    desk: Desk, case: CaseRow, phone: str, tmp_path: Path, clock: FixedClock
) -> None:
    row = ask(desk, case, phone, official=False, wanted_by="2026-03-02")
    assert (row.ref, row.state, row.exhibits[0].seal, row.late) == ("X-01", "asked", "S-77", False)
    clock.at += timedelta(days=3)
    row = examinations.send_examination(desk, case.number, "X-01")
    assert (row.lacks, row.late) == (("custody",), True)
    held = exhibits.add_exhibit(
        desk, case.number, kind="digital", description="copy", seized_at=desk.clock.now(), seized_by=LAB
    ).number
    ask(desk, case, held, official=False)
    assert examinations.send_examination(desk, case.number, "X-02").exhibits[0].custody == 1
    row = examinations.record_result(desk, case.number, "X-02", number="55", on="2026-03-04", answers=["two"])
    assert row.lacks == ("oath", "signature", "file", "tools", "answers", "properties")
    assert (row.result.answers if row.result else ()) == ("two", "")
    report = tmp_path / "report.pdf"
    report.write_bytes(b"%PDF synthetic")
    answer = exhibits.add_exhibit(desk, case.number, kind="document", description="answer").number
    sealed = exhibits.attach_file(desk, case.number, answer, report).files[0]
    row = examinations.record_result(
        desk, case.number, "X-02", number="55", on="2026-03-04", answers=["two", "not possible"], exhibit=answer,
        tools=[("Reader", "7.1")], expert="Expert", oath="taken", signed=True, properties=ROLES,
    )  # fmt: skip
    assert row.lacks == ()
    assert row.result is not None
    assert row.result.files == ((sealed.original_name, sealed.sha256),)
    assert examinations.examination_returned(desk, case.number, "X-02").state == "returned"
    refused(Reason.EXAMINATION_TURN, lambda: examinations.send_examination(desk, case.number, "X-02"))
    for tag in TAGS:
        text = "".join(said(documents.preview(desk, case.number, "lab_request", tag, subject="X-02")))
        assert tag != "en" or sealed.sha256[:8] in text
        assert "7.1" in text


def test_what_a_request_cannot_lack(desk: Desk, case: CaseRow, phone: str) -> None:
    refused(Reason.EXAMINATION_INCOMPLETE, lambda: ask(desk, case, phone, questions=[" "]))
    refused(Reason.EXAMINATION_INCOMPLETE, lambda: ask(desk, case, phone, exhibits=[]))
    refused(Reason.EXHIBIT_UNKNOWN, lambda: ask(desk, case, "none"))
    refused(Reason.EXAMINATION_WRONG, lambda: ask(desk, case, phone, kind="magic"))
    refused(Reason.MOMENT_WRONG, lambda: ask(desk, case, phone, wanted_by="soon"))
    refused(Reason.EXAMINATION_UNKNOWN, lambda: examinations.send_examination(desk, case.number, "X-09"))
    ask(desk, case, phone)
    refused(Reason.REASON_NEEDED, lambda: examinations.withdraw_examination(desk, case.number, "X-01", " "))
    assert examinations.withdraw_examination(desk, case.number, "X-01", "asked twice").state == "withdrawn"
    refused(
        Reason.DOCUMENT_OF_EXAMINATION, lambda: documents.preview(desk, case.number, "lab_request", "en")
    )


def test_a_person_is_examined_by_code_and_the_paper_names_nobody(desk: Desk, case: CaseRow) -> None:
    people.add_person(
        desk, case.number, names=[NameRow("record", as_written="Qaranfulawi")], role="victim", basis="synthetic"
    )
    examinations.ask_examination(
        desk, case.number, kind="age", to=LAB, questions=["How old is Qaranfulawi?"], person="P-01",
        facts="Qaranfulawi says seventeen",
    )  # fmt: skip
    text = "".join(said(documents.preview(desk, case.number, "lab_request", "en", subject="X-01")))
    assert "P-01" in text
    assert "Qaranfulawi" not in text


def test_a_scene_grows_with_reasons_and_logs_its_photographs(
    desk: Desk, case: CaseRow, tmp_path: Path
) -> None:
    path = tmp_path / "IMG_1.jpg"
    path.write_bytes(b"\xff\xd8 synthetic")
    number = exhibits.add_exhibit(desk, case.number, kind="digital", description="photograph").number
    file = exhibits.attach_file(desk, case.number, number, path).files[0]
    row = scenes.record_scene(
        desk, case.number, place="House (invented)", description="Four rooms", light="lamps",
        present=[{"name": "Witness One", "capacity": "neighbour"}],
        distances=[{"of": "bed", "from": "door", "metres": "2.4"}], arrived_at=desk.clock.now(),
    )  # fmt: skip
    assert (row.letter, row.detail["light"], row.moment("arrived_at")) == ("A", "lamps", desk.clock.now())
    refused(Reason.REASON_NEEDED, lambda: scenes.record_scene(desk, case.number, letter="A", weather="rain"))
    row = scenes.record_scene(
        desk, case.number, letter="A", weather="rain", reason="forgotten",
        sketch={"file": file.file_id, "north": True, "scale": True},
    )  # fmt: skip
    assert (row.detail["light"], row.detail["weather"], row.entries) == ("lamps", "rain", 2)
    assert row.sketch["sha256"] == file.sha256
    row = scenes.log_photo(desk, case.number, "A", file_id=file.file_id, subject="the door", view="overall")
    assert (row.photos[0].no, row.photos[0].sha256, row.photos[0].exhibit) == (1, file.sha256, number)
    again = {"file_id": file.file_id, "subject": "again"}
    refused(Reason.SCENE_WRONG, lambda: scenes.log_photo(desk, case.number, "A", **again))
    refused(Reason.SCENE_UNKNOWN, lambda: scenes.log_photo(desk, case.number, "Z", **again))
    refused(Reason.SCENE_WRONG, lambda: scenes.record_scene(desk, case.number))
    refused(Reason.SCENE_WRONG, lambda: scenes.record_scene(desk, case.number, place="x", letter="abc"))
    assert scenes.record_scene(desk, case.number, place="Car (invented)", kind="vehicle").letter == "B"
    refused(Reason.DOCUMENT_OF_SCENE, lambda: documents.preview(desk, case.number, "scene_record", "en"))
    for tag in TAGS:
        text = "".join(said(documents.preview(desk, case.number, "scene_record", tag, subject="A")))
        assert tag != "en" or file.sha256[:8] in text
        assert "Witness" in text
        assert "2.4" in text
