"""The protected profile: no paper tells who a protected person is, in text, properties, attachments or its own name."""

import io
import re
from datetime import timedelta
from pathlib import Path

import pikepdf
import pytest

from tests.desks import refused, seated
from workbench.errors import Reason
from workbench.i18n import TAGS
from workbench.names import fold
from workbench.reports import said
from workbench.services import (
    audit,
    care,
    documents,
    events,
    examinations,
    exhibits,
    findings,
    interviews,
    orders,
    people,
    protecting,
    scenes,
    steps,
)
from workbench.services.interviews import ConductRow, PlanRow, PresentRow, Said, TopicRow
from workbench.services.persons import ContactRow, NameRow, PaperRow
from workbench.services.rows import CaseRow
from workbench.store import Desk

# Words that stand nowhere else: each is a piece of somebody's identity.
NAME = NameRow("record", "شهبانة", "فرزدوق", "عنبسة", "", "القرنفلاوي")
PASSPORT = NameRow("passport", as_written="QARANFULAWI SHAHBANA")
KUNYA = NameRow("kunya", as_written="أم زعفرون")
MARKERS = ("شهبانة", "القرنفلاوي", "QARANFULAWI", "SHAHBANA", "زعفرون")
NUMBERS = ("ZQ7704417", "7704417", "9647701234567", "07701234567")
SUBJECT = {
    "order": "O-01", "person": "P-01", "referral": "R-01", "interview": "IV-01", "questioning": "IV-02",
    "statement": "ST-01", "interpreter": "I-01", "examination": "X-01", "scene": "A",
}  # fmt: skip
SHOWN = "مروان كريم الكهرماني"


@pytest.fixture
def told(desk: Desk, case: CaseRow, tmp_path: Path) -> CaseRow:
    """A case in which people were careless: a protected name and number stand in every text."""
    people.add_person(
        desk, case.number, names=[NAME, PASSPORT, KUNYA], role="possible_victim", sex="female",
        basis="قالت شَهبانة القرنفلاوي إن جوازها عند صاحب الدار",
        papers=[PaperRow("passport", "ZQ7704417", "UGA", "P-02")],
        phones=["+964 770 123 4567"], note="تُدعى أم زعفرون",
        contacts=[ContactRow("address", "IQ", "baghdad", "", "زقاق 88123456 خلف دار القرنفلاوي", "no")],
    )  # fmt: skip
    people.add_person(
        desk, case.number, names=[NameRow("record", as_written=SHOWN)], role="suspect",
        basis="ذكرته Shahbana وحدها",
    )  # fmt: skip
    people.flag_non_punishment(
        desk, case.number, "P-01", acts={"stay": "إقامة شهبانه"}, link="أخذ القرنفلاوي جوازها ZQ-7704417"
    )
    file = tmp_path / "صورة شهبانة.jpg"
    file.write_bytes(b"synthetic")
    exhibits.add_exhibit(
        desk, case.number, kind="document", description="جواز QARANFULAWI رقم ZQ7704417", number="BGD-A-001",
        seized_at=desk.clock.now(), seized_place="دار الشهبانة", found_by="Shahbana",
    )  # fmt: skip
    exhibits.attach_file(desk, case.number, "BGD-A-001", file)
    steps.finish_step(
        desk, case.number, "T01.1",
        {
            "received_at": "2026-03-01T10:00+03:00", "channel": "phone", "reporter": "anonymous",
            "account": "اتصلت شهبانة القرنفلاوي من 0770 123 4567 وقالت إنها محتجزة", "place": "حي الزيزفون (خيالي)",
            "circumstances": ["at_scene", "online"],
        },
    )  # fmt: skip
    orders.ask_order(
        desk, case.number, step="T07.2", kind="search", grounds="تقول شهبانة إن الجواز هناك", place="دار القرنفلاوي",
        wants="جواز شهبانة", court="محكمة", asked_at=desk.clock.now(),
    )  # fmt: skip
    care.make_referral(
        desk, case.number, "P-01", service="health", provider="دار القرنفلاوي", shared="شهبانة وجوازها ZQ7704417",
        basis="واجب الحماية، هاتف 07701234567", note="عند أم زعفرون",
    )  # fmt: skip
    events.add_event(
        desk, case.number, kind="incident", at="2025-03", text="أخذ جواز شهبانة ZQ7704417", place="دار القرنفلاوي",
        parties=[("أم زعفرون", "about"), ("07701234567", "to")], source="قالته Shahbana",
        source_place="سطر QARANFULAWI",
    )  # fmt: skip
    examinations.ask_examination(
        desk, case.number, kind="document", to="مختبر القرنفلاوي", questions=["هل جواز شهبانة ZQ7704417 صحيح؟"],
        exhibits=["BGD-A-001"], person="P-01", facts="تُدعى أم زعفرون، هاتفها 07701234567", hazards="Shahbana",
        contact="+964 770 123 4567",
    )  # fmt: skip
    scenes.record_scene(
        desk, case.number, place="دار الشهبانة", description="غرفة شهبانة وجوازها ZQ7704417",
        present=[{"name": "QARANFULAWI SHAHBANA", "capacity": "أم زعفرون"}],
    )  # fmt: skip
    return case


def _talked(desk: Desk, case: CaseRow) -> None:
    """A talk, a statement and an interpreter in which a protected name stands wherever somebody writes."""
    name = "شهبانة القرنفلاوي"
    interviews.record_interpreter(
        desk, case.number, name=f"مترجم عند {name}", languages=[("lg", "شهبانة")], ties=["relative"], ties_note=name,
        paper="ZQ7704417", qualification=name,
    )  # fmt: skip
    interviews.raise_doubt(desk, case.number, "I-01", by=name, about=name, done=name)
    room = (PresentRow("trusted", name),)
    plan = PlanRow(place=name, topics=(TopicRow(name, why=name),), interviewer=name, interpreter="I-01", fit_by=name,
                   beside=room, risks=f"{name} 07701234567")  # fmt: skip
    start = desk.clock.now() - timedelta(hours=2)
    for ref, alias, capacity in (("IV-01", "P-01", "victim"), ("IV-02", "P-02", "suspect")):
        interviews.plan_interview(desk, case.number, alias, capacity=capacity, plan=plan, reason=name)
        conduct = ConductRow(start, start + timedelta(minutes=40), room=room, language="lg", interpreter="I-01",
                             said_back=name, rights=("silence",) if capacity == "suspect" else (), acknowledged=name,
                             observed=name)  # fmt: skip
        interviews.hold_interview(desk, case.number, ref, conduct=conduct, state="broken_off", reason=name)
    head = {"no_oath": "other", "oath_reason": name, "before": "judge", "judge": name, "court": name, "relation": name,
            "occupation": name, "identified": "جواز ZQ7704417", "writer": name, "capacity_note": name, "place": name,
            "explained": name}  # fmt: skip
    interviews.take_statement(
        desk, case.number, interview="IV-01", language="lg", translated_to="ar", started_at=start,
        ended_at=start + timedelta(minutes=40), head=head,
        lines=[Said("q", name, name), Said("a", "QARANFULAWI 07701234567", "أم زعفرون")],
    )  # fmt: skip
    interviews.correct_line(desk, case.number, "ST-01", 2, text="Shahbana", translation=name, signed=True)
    interviews.read_back(desk, case.number, "ST-01", languages=["lg"], by=name, accepted="no", note=name)
    interviews.sign(desk, case.number, "ST-01", role="interpreter", how="refused", who=name, reason=name)


def _leaks(pdf: bytes) -> list[str]:
    """Every marker that the file holds anywhere: as it is read, and in each of its streams as bytes."""
    texts = [fold(text) for text in said(pdf)]
    with pikepdf.open(io.BytesIO(pdf)) as file:
        for one in file.objects:
            if isinstance(one, pikepdf.Stream):
                data = one.read_bytes()
                texts += [fold(data.decode(code, "ignore")) for code in ("utf-8", "utf-16-be", "cp1256")]
    whole = " ".join(texts)
    digits = re.sub(r"[^0-9]", "", " ".join(texts[: len(said(pdf))]))
    found = [one for one in MARKERS if fold(one) in whole]
    return found + [one for one in NUMBERS if one.isdigit() and one in digits]


def _subject(kind: str) -> str:
    return SUBJECT.get(documents.made_of(kind), "")


def test_no_paper_tells_who_a_protected_person_is(desk: Desk, told: CaseRow, tmp_path: Path) -> None:
    _talked(desk, told)
    for number, kind in enumerate(documents.every_kind()):
        # What is left out is left out of the dossier, before any language: the languages take turns.
        tag, target = TAGS[number % len(TAGS)], tmp_path / f"{kind}.pdf"
        documents.make(desk, told.number, kind, tag, target, subject=_subject(kind))
        assert _leaks(target.read_bytes()) == [], kind


def test_in_full_a_supervisor_names_everybody_and_the_log_says_why(
    desk: Desk, told: CaseRow, tmp_path: Path
) -> None:
    make = documents.make
    with seated(desk, role="investigator"):
        refused(
            Reason.NOT_ALLOWED,
            lambda: make(desk, told.number, "case_report", "en", tmp_path / "a.pdf", profile="full", reason="x"),
        )
    refused(
        Reason.REASON_NEEDED,
        lambda: make(desk, told.number, "case_report", "en", tmp_path / "a.pdf", profile="full"),
    )
    refused(
        Reason.PROFILE_UNKNOWN,
        lambda: make(desk, told.number, "case_report", "en", tmp_path / "a.pdf", profile="open"),
    )
    make(
        desk, told.number, "case_report", "en", tmp_path / "a.pdf", profile="full", reason="ملحق مختوم للقاضي"
    )
    assert "شهبانة"[:3] in " ".join(said((tmp_path / "a.pdf").read_bytes()))
    assert any(one.act == "document.name" and one.reason == "ملحق مختوم للقاضي" for one in audit.show(desk, None))


def test_a_file_name_tells_nobody(desk: Desk, told: CaseRow, tmp_path: Path) -> None:
    for name in ("تقرير شهبانة.pdf", "report-QARANFULAWI.pdf", "07701234567.pdf"):
        error = refused(
            Reason.NAME_IN_FILE_NAME,
            lambda name=name: documents.make(desk, told.number, "case_report", "en", tmp_path / name),
        )
        assert "P-01" in str(error.facts["codes"])
    assert not list(tmp_path.glob("*.pdf"))


def test_what_names_somebody_who_is_shown_stays(desk: Desk, told: CaseRow) -> None:
    text = " ".join(said(documents.preview(desk, told.number, "case_report", "en")))
    assert "مروان" in text or "ناورم" in text


@pytest.mark.parametrize(
    ("text", "kept"),
    [
        ("قالت شهبانة فرزدوق عنبسة القرنفلاوي شيئاً", "قالت [P-01] شيئاً"),
        ("الفرزدوق شاعر", "الفرزدوق شاعر"),
        ("فرزدوق عنبسة", "[P-01]"),
        ("رقمها ٠٧٧٠-١٢٣-٤٥٦٧.", "رقمها [P-01]."),
        ("عمرها 17 وأجرها 4567 ديناراً", "عمرها 17 وأجرها 4567 ديناراً"),
        ("Mrs Shahbana’s", "Mrs [P-01]’s"),
    ],
)
def test_only_what_tells_is_replaced(desk: Desk, told: CaseRow, text: str, kept: str) -> None:
    row = people.reveal(desk, told.number, "P-01", "اختبار")
    shown = protecting.hidden(text, protecting.guarded([row])).replace("\u2066", "").replace("\u2069", "")
    assert shown == kept


def test_a_word_that_only_joins_a_name_is_left_where_it_means_or(desk: Desk, told: CaseRow) -> None:
    secret = documents._secret(desk, told.case_id)
    assert protecting.hidden("ضحية أم مشتبه به", secret) == "ضحية أم مشتبه به"
    assert "زعفرون" not in protecting.hidden("قالت أم زعفرون ذلك", secret)


@pytest.mark.parametrize("kind", ["proof_matrix", "charge_comparison", "compliance_sheet"])
def test_no_paper_of_proof_tells_the_name_that_a_note_tells(desk: Desk, told: CaseRow, kind: str) -> None:
    findings.add_finding(
        desk, told.number, suspect="P-02", about="P-01", offence="IQ-TIP-28", element="deception", side="for",
        strength="fair", source_kind="record", source="دفتر شهبانة", place="خلف دار القرنفلاوي",
        note="تُدعى أم زعفرون، جوازها ZQ7704417",
    )  # fmt: skip
    pdf = documents.preview(desk, told.number, kind, "ar_IQ")
    whole = fold(" ".join(said(pdf)))
    assert [one for one in (*MARKERS, "7704417") if fold(one) in whole] == []
