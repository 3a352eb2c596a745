"""Papers of a case: made in every language, remembered with their hash, stale when the case goes on."""

import hashlib
import io
import re
from datetime import timedelta
from pathlib import Path

import pypdfium2
import pytest

from tests.desks import USER
from workbench.errors import Broken, Reason, Refusal
from workbench.i18n import TAGS, language
from workbench.services import (
    care,
    custody,
    documents,
    events,
    examinations,
    exhibits,
    interviews,
    orders,
    people,
    scenes,
    settings,
    steps,
)
from workbench.services.interviews import ConductRow, PlanRow, Said, TopicRow
from workbench.services.rows import CaseRow, NameRow, PaperRow
from workbench.services.subjects import HEARD
from workbench.sop.places import place_text
from workbench.store import Desk

LETTERS = {
    "case_report": "R",
    "seizure_record": "S",
    "deviation_register": "D",
    "readiness": "H",
    "proof_matrix": "PM",
    "timeline": "T",
    "charge_comparison": "PC",
    "compliance_sheet": "PE",
    "exhibit_list": "E",
    "stock_list": "ST",
}
SUBJECT = {
    "order": "O-01", "person": "P-01", "referral": "R-01", "interview": "IV-01", "questioning": "IV-02",
    "statement": "ST-01", "interpreter": "I-01", "exhibit": "BGD-A-001", "hand_over": "BGD-A-001_2",
    "examination": "X-01", "scene": "A",
}  # fmt: skip
NAMES = {"victim": "سعاد كاظم الزنبقي", "suspect": "مروان كريم الكهرماني"}


@pytest.fixture
def worked(desk: Desk, case: CaseRow, tmp_path: Path) -> CaseRow:
    """A case with something of everything in it."""
    people.add_person(
        desk, case.number, names=[NameRow("record", as_written=NAMES["victim"])], role="possible_victim",
        basis="وُجدت خلف باب مقفل", papers=[PaperRow("passport", "ZZ0000417", "UGA", "P-02")],
    )  # fmt: skip
    people.add_person(
        desk,
        case.number,
        names=[NameRow("record", as_written=NAMES["suspect"])],
        role="suspect",
        basis="معه المفاتيح",
    )
    exhibits.add_exhibit(
        desk, case.number, kind="device", description="هاتف محمول", number="BGD-A-001", seal_number="55105",
        seized_at=desk.clock.now(), seized_place="مطبخ الدار",
    )  # fmt: skip
    source = tmp_path / "photo.jpg"
    source.write_bytes(b"synthetic")
    exhibits.attach_file(desk, case.number, "BGD-A-001", source)
    answers = {
        "received_at": "2026-03-01T10:00+03:00", "channel": "phone", "reporter": "anonymous", "account": "بكاء طفل",
        "place": "حي الزيزفون (خيالي)", "circumstances": ["at_scene", "online"],
    }  # fmt: skip
    steps.finish_step(desk, case.number, "T01.1", answers)
    return case


def _text(pdf: bytes) -> str:
    document = pypdfium2.PdfDocument(io.BytesIO(pdf))
    try:
        return "\n".join(page.get_textpage().get_text_range() for page in document)
    finally:
        document.close()


def _said(word: str, text: str) -> bool:
    """Whether the text has the word's letters and digits; this reader moves signs between them in Arabic lines."""
    return all(piece in text for piece in re.findall(r"[A-Za-z]+|[0-9]+", word))


@pytest.mark.parametrize("tag", TAGS)
@pytest.mark.parametrize("kind", documents.kinds())
def test_a_paper_leaves_with_its_hash_remembered(
    desk: Desk, worked: CaseRow, tmp_path: Path, kind: str, tag: str
) -> None:
    target = tmp_path / f"{kind}.pdf"
    issued = documents.make(desk, worked.number, kind, tag, target)
    pdf = target.read_bytes()
    assert issued.sha256 == hashlib.sha256(pdf).hexdigest()
    assert issued.document_id == f"{worked.number}-{LETTERS[kind]}-001"
    text = _text(pdf)
    things = ("BGD-A-001", "55105") if kind in ("case_report", "seizure_record") else ()
    for word in (*things, worked.number, USER):
        assert _said(word, text), word
    assert documents.list_issued(desk, worked.number) == [issued]


@pytest.mark.parametrize("tag", TAGS)
def test_whoever_may_be_a_victim_goes_by_code(desk: Desk, worked: CaseRow, tag: str) -> None:
    pdf = documents.preview(desk, worked.number, "case_report", tag)
    text = _text(pdf)
    for name in NAMES["victim"].split():
        assert name not in text
    assert "ZZ0000417" not in text
    assert NAMES["suspect"].split()[0] in text
    assert _said("P-01", text)
    for encoding in ("utf-8", "utf-16-be"):
        assert NAMES["victim"].split()[0].encode(encoding) not in pdf


def _heard(desk: Desk, case: CaseRow) -> None:
    """A talk with the victim and one with the suspect, a statement, an interpreter."""
    interviews.record_interpreter(desk, case.number, name="Interpreter (synthetic)", languages=[("bn", "")])
    start = desk.clock.now() - timedelta(hours=2)
    for ref, alias, capacity in (("IV-01", "P-01", "victim"), ("IV-02", "P-02", "suspect")):
        plan = PlanRow(place=f"Room of {capacity}", topics=(TopicRow("the days (synthetic)"),), interpreter="I-01")
        interviews.plan_interview(desk, case.number, alias, capacity=capacity, plan=plan)
        conduct = ConductRow(start, start + timedelta(minutes=40), interpreter="I-01")
        interviews.hold_interview(desk, case.number, ref, conduct=conduct)
    interviews.take_statement(
        desk, case.number, interview="IV-01", language="bn", started_at=start, ended_at=start + timedelta(minutes=40),
        head={"no_oath": "victim"}, lines=[Said("a", "He took the passport.")],
    )  # fmt: skip


@pytest.mark.parametrize("kind", documents.every_kind())
def test_no_paper_names_whoever_may_be_a_victim(desk: Desk, worked: CaseRow, kind: str) -> None:
    orders.ask_order(
        desk, worked.number, step="T07.2", kind="search", grounds="the house is locked (synthetic)", subject="P-01"
    )
    care.make_referral(
        desk, worked.number, "P-01", service="shelter", provider="Shelter", shared="code", basis="danger (synthetic)"
    )
    custody.record(desk, worked.number, "BGD-A-001", kind="moved", from_whom=NAMES["victim"], store="Unit store")
    events.add_event(
        desk, worked.number, kind="incident", at="2026-02", text="the house is locked (synthetic)", source="Officer",
        parties=[("P-01", "about")],
    )  # fmt: skip
    examinations.ask_examination(
        desk, worked.number, kind="age", to="Laboratory", questions=["How old?"], person="P-01"
    )
    scenes.record_scene(desk, worked.number, place="House (invented)")
    of = documents.made_of(kind)
    if of in HEARD:
        _heard(desk, worked)
    subject = SUBJECT.get(of, "")
    pdf = documents.preview(desk, worked.number, kind, "en", subject=subject)
    text = _text(pdf)
    assert not [name for name in NAMES["victim"].split() if name in text]
    for encoding in ("utf-8", "utf-16-be"):
        assert NAMES["victim"].split()[0].encode(encoding) not in pdf
    if of in ("questioning", "interpreter"):
        # Of somebody else, or of nobody in the case.
        assert "P-01" not in text
        return
    of_one = of in ("person", "referral", "interview", "statement")
    # Where the name stood in the custody record stands the code.
    telling = (
        "case_report", "order_request", "readiness", "custody_record", "custody_receipt", "timeline", "lab_request",
    )  # fmt: skip
    assert ("P-01" in text) is (of_one or kind in telling)
    # A paper about one person says nothing of another.
    assert not of_one or "P-02" not in text
    assert not of_one or not [name for name in NAMES["suspect"].split() if name in text]


def test_a_preview_is_not_issued(desk: Desk, worked: CaseRow) -> None:
    assert documents.preview(desk, worked.number, "seizure_record", "en").startswith(b"%PDF")
    assert documents.list_issued(desk, worked.number) == []


def test_a_paper_is_stale_when_the_case_goes_on(desk: Desk, worked: CaseRow, tmp_path: Path) -> None:
    documents.make(desk, worked.number, "case_report", "en", tmp_path / "one.pdf")
    documents.make(desk, worked.number, "seizure_record", "en", tmp_path / "two.pdf")
    assert [row.stale for row in documents.list_issued(desk, worked.number)] == [False, False]
    people.add_person(desk, worked.number, role="witness", basis="neighbour")
    assert [row.stale for row in documents.list_issued(desk, worked.number)] == [True, True]


def test_nothing_is_overwritten(desk: Desk, worked: CaseRow, tmp_path: Path) -> None:
    target = tmp_path / "mine.pdf"
    target.write_text("keep me")
    with pytest.raises(Refusal) as refused:
        documents.make(desk, worked.number, "case_report", "en", target)
    assert refused.value.reason is Reason.TARGET_EXISTS
    assert target.read_text() == "keep me"


def test_a_letter_without_a_glyph_stops_the_paper(desk: Desk, worked: CaseRow, tmp_path: Path) -> None:
    people.add_person(desk, worked.number, role="witness", basis="saw \U0001f600")
    with pytest.raises(Refusal) as refused:
        documents.make(desk, worked.number, "case_report", "en", tmp_path / "x.pdf")
    assert refused.value.reason is Reason.GLYPH_MISSING
    assert list(tmp_path.glob("x.pdf*")) == []
    assert documents.list_issued(desk, worked.number) == []


def test_no_paper_states_the_hash_of_an_altered_file(desk: Desk, worked: CaseRow, tmp_path: Path) -> None:
    sealed = next((desk.folder / "shelf").rglob("*.wba"))
    whole = sealed.read_bytes()
    sealed.write_bytes(whole[:-1] + bytes([whole[-1] ^ 1]))
    with pytest.raises(Broken) as broken:
        documents.make(desk, worked.number, "case_report", "en", tmp_path / "x.pdf")
    assert broken.value.reason is Reason.SEALED_FILE_BROKEN
    assert list(tmp_path.glob("x.pdf*")) == []
    assert documents.list_issued(desk, worked.number) == []
    sealed.write_bytes(whole)
    documents.make(desk, worked.number, "case_report", "en", tmp_path / "x.pdf")


def test_settings_keep_their_history_and_refuse_nonsense(desk: Desk) -> None:
    assert settings.get(desk, "idle_minutes") == 5
    settings.put(desk, "idle_minutes", 3)
    assert settings.get(desk, "idle_minutes") == 3
    settings.put(desk, "number_pattern", "BGD-{year}-{seq:04}")
    for pattern in ("{kind}-{year}", "{no}", "{seq", "رقم-{seq}", "{seq.real.__class__}", ""):
        with pytest.raises(Refusal) as refused:
            settings.put(desk, "number_pattern", pattern)
        assert refused.value.reason is Reason.NUMBER_PATTERN_WRONG
    with pytest.raises(Refusal) as refused:
        settings.put(desk, "no_such_setting", 1)
    assert refused.value.reason is Reason.SETTING_UNKNOWN
    assert desk.station.number_pattern == "BGD-{year}-{seq:04}"


@pytest.mark.parametrize(
    ("place", "english"),
    [
        ("arts 1, 39-43, 47-49", "articles \u20661, 39-43, 47-49\u2069"),
        ("art 19(13)", "article \u206619(13)\u2069"),
        ("art 11 seventh-eighth", "article \u206611\u2069, seventhly, eighthly"),
        ("p7", "principle \u20667\u2069"),
        ("con_Consent", "\u2066con_Consent\u2069"),
    ],
)
def test_places_in_the_law_are_said_in_words(place: str, english: str) -> None:
    assert place_text(place, language("en")) == english
    assert (place_text(place, language("ar_IQ")) == english) == (place == "con_Consent")
