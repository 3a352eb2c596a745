"""PDF: the pages of the shipped leases, what documents carry along, and those that were made to do harm."""

import io
import time
import zlib
from collections.abc import Callable

import pikepdf
import pytest

from tests.unit.evidence.media import exhibit, of, read, refused, warned
from workbench.evidence.intake import runner
from workbench.evidence.intake.items import Kind, Reading
from workbench.evidence.intake.pdf import moment
from workbench.evidence.intake.sandbox import Limits


def raw(*objects: bytes, root: int = 1) -> bytes:
    """A PDF of these objects, numbered from 1, with a true table of where they stand."""
    body, places = b"%PDF-1.7\n", []
    for number, one in enumerate(objects, 1):
        places.append(len(body))
        body += b"%d 0 obj\n" % number + one + b"\nendobj\n"
    table = b"xref\n0 %d\n0000000000 65535 f \n" % (len(objects) + 1)
    table += b"".join(b"%010d 00000 n \n" % place for place in places)
    return body + table + b"trailer\n<</Size %d/Root %d 0 R>>\nstartxref\n%d\n%%%%EOF\n" % (
        len(objects) + 1, root, len(body),
    )  # fmt: skip


def page(content: bytes, packed: bytes = b"") -> tuple[bytes, ...]:
    return (
        b"<</Type/Catalog/Pages 2 0 R>>", b"<</Type/Pages/Kids[3 0 R]/Count 1>>",
        b"<</Type/Page/Parent 2 0 R/MediaBox[0 0 300 400]/Contents 4 0 R"
        b"/Resources<</Font<</F<</Type/Font/Subtype/Type1/BaseFont/Helvetica>>>>>>>>",
        b"<</Length %d%s>>stream\n" % (len(content), packed) + content + b"\nendstream",
    )  # fmt: skip


WORDS = raw(*page(b"BT /F 20 Tf 20 300 Td (Thirty four parcels) Tj ET"))


def changed(change: Callable[[pikepdf.Pdf], None], **saving: object) -> bytes:
    out = io.BytesIO()
    with pikepdf.open(io.BytesIO(WORDS)) as pdf:
        change(pdf)
        pdf.save(out, **saving)  # type: ignore[arg-type]
    return out.getvalue()


def in_a_child(data: bytes, name: str = "a.pdf", limits: Limits | None = None) -> Reading:
    return runner.read(lambda offset, length: data[offset : offset + length], name, len(data), limits=limits)


@pytest.mark.parametrize("number", ["BGD-2025-9041-C-002", "SUL-2025-9017-B-003"])
def test_the_leases_have_one_page_of_arabic(number: str) -> None:
    reading = exhibit(number)
    assert (reading.format, reading.counts, refused(reading)) == ("pdf", {"pages": 1}, "")
    assert reading.facts["title"] == "عقد إيجار"
    assert reading.facts["pages"] == 1
    (first,) = of(reading, Kind.PAGE)
    assert "عقد" in first.text
    assert first.place == "page 1"


def test_words_and_pages_without_any() -> None:
    reading = read(WORDS, "a.pdf")
    assert of(reading, Kind.PAGE)[0].text == "Thirty four parcels"
    assert warned(reading) == set()
    bare = changed(lambda pdf: [pdf.add_blank_page() for _ in range(3)] and None)
    reading = read(bare, "a.pdf")
    assert reading.counts["pages"] == 4
    assert "pages_without_text" in warned(reading)


def _action(**action: object) -> Callable[[pikepdf.Pdf], None]:
    def change(pdf: pikepdf.Pdf) -> None:
        pdf.Root.OpenAction = pikepdf.Dictionary(
            {f"/{key}": pikepdf.Name(value) if str(value).startswith("/") else value for key, value in action.items()}
        )

    return change


@pytest.mark.parametrize(
    ("change", "said"),
    [
        (_action(S="/JavaScript", JS="app.alert(1)"), "pdf_program"),
        (_action(S="/Launch", F="calc"), "pdf_launches"),
        (_action(S="/SubmitForm", F="x"), "pdf_forms"),
        (lambda pdf: pdf.attachments.__setitem__("34.csv", b"a;b"), "pdf_attachments"),
    ],
)
def test_what_a_document_would_do_is_said(change: Callable[[pikepdf.Pdf], None], said: str) -> None:
    reading = read(changed(change), "a.pdf")
    assert said in warned(reading)
    assert reading.counts["pages"] == 1
    if said == "pdf_attachments":
        (file,) = of(reading, Kind.FILE)
        assert (file.text, file.detail["size"]) == ("34.csv", 3)


def test_a_locked_document_is_refused_and_a_limited_one_is_read() -> None:
    locked = changed(lambda pdf: None, encryption=pikepdf.Encryption(user="u", owner="o"))
    limited = changed(lambda pdf: None, encryption=pikepdf.Encryption(user="", owner="o"))
    assert refused(read(locked, "a.pdf")) == "encrypted"
    reading = read(limited, "a.pdf")
    assert of(reading, Kind.PAGE)[0].text == "Thirty four parcels"
    assert reading.facts["encrypted"] is True


def test_what_was_saved_over_is_counted_and_what_follows_the_end_is_told() -> None:
    again = WORDS + b"1 0 obj\n<</Type/Catalog/Pages 2 0 R>>\nendobj\n" + WORDS[WORDS.rfind(b"xref") - 4 :]
    assert read(again, "a.pdf").facts["saved_again"] == 1
    assert "goes_on" in warned(read(WORDS + b"PK\x03\x04" + b"x" * 99, "a.pdf"))


LOOP = raw(b"<</Type/Catalog/Pages 2 0 R>>", b"<</Type/Pages/Kids[2 0 R 2 0 R]/Count 1000000000>>")
SELF = raw(b"<</Type/Catalog/Pages 1 0 R/Kids[1 0 R]/Count 1000000000>>")
NEST = b"[" * 100_000 + b"]" * 100_000
DEEP = raw(b"<</Type/Catalog/Pages 2 0 R/X" + NEST + b">>", b"<</Type/Pages/Kids[]/Count 0>>")


@pytest.mark.parametrize("data", [LOOP, SELF, DEEP, WORDS[:150], b"%PDF-1.7\n", b"%PDF-1.7\n" + b"1 0 obj\n" * 50_000])
def test_loops_depths_and_cut_off_documents_end_quickly_and_are_refused(data: bytes) -> None:
    started = time.monotonic()
    assert refused(in_a_child(data)) in ("broken", "took_too_long", "took_too_much", "reader_failed")
    assert time.monotonic() - started < 15


@pytest.mark.parametrize("tree", [b"<</Type/Catalog/Pages 1 0 R/Kids[1 0 R]/Count 50000>>", b""])
def test_pages_that_are_only_claimed_are_not_counted(tree: bytes) -> None:
    one = (b"<</Type/Catalog/Pages 2 0 R>>", b"<</Type/Pages/Kids[3 0 R]/Count 50000>>", *page(b"")[2:])
    reading = in_a_child(raw(tree) if tree else raw(*one))
    assert reading.counts.get("pages", 0) <= 1
    assert "pages_missing" in warned(reading)


def test_a_document_cut_in_its_table_of_places_is_still_read() -> None:
    reading = in_a_child(WORDS[: WORDS.rfind(b"xref") - 10])
    assert reading.counts.get("pages") == 1 or refused(reading) == "broken"


def test_a_page_that_unpacks_without_end_is_stopped() -> None:
    packer = zlib.compressobj(9)
    packed = b"".join(packer.compress(bytes(10_000_000)) for _ in range(60)) + packer.flush()
    packed = zlib.compress(packed, 9)
    bomb = raw(*page(packed, b"/Filter[/FlateDecode/FlateDecode]"))
    started = time.monotonic()
    reading = in_a_child(bomb, limits=Limits(processor_seconds=6, seconds=12.0))
    assert reading.format == "pdf"
    assert refused(reading) in ("took_too_long", "took_too_much", "reader_failed") or reading.counts["pages"] == 1
    assert time.monotonic() - started < 15


@pytest.mark.parametrize(
    ("written", "told"),
    [
        ("D:20250320135211+03'00'", "2025-03-20T13:52:11+03:00"), ("D:20250320135211Z", "2025-03-20T13:52:11+00:00"),
        ("D:2025", "2025-01-01"), ("D:20251399", ""), ("yesterday", ""), ("", ""),
    ],
)  # fmt: skip
def test_dates(written: str, told: str) -> None:
    assert moment(written) == told
