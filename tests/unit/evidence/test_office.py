"""Documents of office programs: the shipped records, invented ones with hidden and deleted text, and hostile ones."""

import io
import time
import zipfile

import pytest

from tests.unit.evidence.media import exhibit, of, read, refused, warned
from workbench.evidence.intake.items import Kind, Reading

W = 'xmlns:w="http://schemas.openxmlformats.org/wordprocessingml/2006/main"'
RELS = "http://schemas.openxmlformats.org/officeDocument/2006/relationships"
PACKAGE = (
    '<Relationships xmlns="http://schemas.openxmlformats.org/package/2006/relationships">'
    f'<Relationship Id="a" Type="{RELS}/officeDocument" Target="%s"/></Relationships>'
)


def packed(**parts: str | bytes) -> bytes:
    out = io.BytesIO()
    with zipfile.ZipFile(out, "w", zipfile.ZIP_DEFLATED) as archive:
        if "mimetype" in parts:
            archive.writestr(zipfile.ZipInfo("mimetype"), parts.pop("mimetype"))
        for name, content in parts.items():
            archive.writestr(name, content)
    return out.getvalue()


def docx(body: str, main: str = "word/document.xml", **more: str | bytes) -> bytes:
    return packed(**{
        "[Content_Types].xml": "<Types/>", "_rels/.rels": PACKAGE % main,
        main: f'<?xml version="1.0" encoding="UTF-8"?><w:document {W}><w:body>{body}</w:body></w:document>', **more,
    })  # fmt: skip


def para(*runs: str) -> str:
    return "<w:p>" + "".join(f"<w:r>{run}</w:r>" for run in runs) + "</w:p>"


def words(text: str) -> str:
    return f"<w:t>{text}</w:t>"


def texts(reading: Reading) -> list[str]:
    return [one.text for one in of(reading, Kind.PAGE)]


@pytest.mark.parametrize(
    ("number", "within"), [("BGD-2025-9041-A-000", "حي الزيزفون"), ("SUL-2025-9017-B-000", "قاضي تحقيق زاخو")]
)
def test_the_records_of_seizure(number: str, within: str) -> None:
    reading = exhibit(number)
    assert (reading.format, reading.counts, refused(reading)) == ("office", {"pages": 1}, "")
    assert within in texts(reading)[0]
    assert reading.facts["document"] == "DOCX"


def test_rows_pages_and_both_texts_of_one_box() -> None:
    table = "<w:tbl><w:tr>" + "".join(f"<w:tc>{para(words(one))}</w:tc>" for one in ("ت", "المبرز")) + "</w:tr></w:tbl>"
    box = (
        '<w:p><mc:AlternateContent xmlns:mc="m"><mc:Choice><w:r><w:t>once</w:t></w:r></mc:Choice>'
        "<mc:Fallback><w:r><w:t>once</w:t></w:r></mc:Fallback></mc:AlternateContent></w:p>"
    )
    turned = para('<w:br w:type="page"/>')
    reading = read(docx(para(words("one")) + table + box + turned + para(words("two"))), "a.docx")
    assert texts(reading) == ["one\nت | المبرز\nonce", "two"]
    assert [one.place for one in reading.items] == ["page 1 paragraph 1", "page 2 paragraph 4"]


def test_hidden_and_deleted_text_is_read_and_said() -> None:
    body = (
        para("<w:rPr><w:vanish/></w:rPr>" + words("secret price"))
        + para("<w:rPr><w:vanish w:val='0'/></w:rPr>" + words("seen"))
        + '<w:p><w:del w:author="A" w:date="2025-01-02T03:04:05Z"><w:r><w:delText>4500</w:delText></w:r></w:del>'
        '<w:ins w:author="A"><w:r><w:t>450</w:t></w:r></w:ins></w:p>'
    )  # fmt: skip
    reading = read(docx(body), "a.docx")
    assert texts(reading) == ["secret price\nseen\n4500450"]
    assert warned(reading) == {"document_hidden_text", "document_changes"}
    assert (reading.facts["hidden_pieces"], reading.facts["recorded_changes"]) == (1, 2)


def test_remarks_notes_headers_and_who_wrote_it() -> None:
    remark = (
        f'<w:comments {W}><w:comment w:id="3" w:author="B" w:date="2025-01-02T03:04:05Z">'
        f'{para(words("pay him"))}</w:comment></w:comments>'
    )
    foot = (
        f'<w:footnotes {W}><w:footnote w:type="separator" w:id="0">{para(words("-"))}</w:footnote>'
        f'<w:footnote w:id="2">{para(words("see list"))}</w:footnote></w:footnotes>'
    )
    about = (
        '<c:coreProperties xmlns:c="c" xmlns:d="d"><d:creator>K</d:creator>'
        '<c:lastModifiedBy>L</c:lastModifiedBy></c:coreProperties>'
    )
    reading = read(docx(para(words("x")), **{
        "word/comments.xml": remark, "word/footnotes.xml": foot, "docProps/core.xml": about,
        "word/header1.xml": f"<w:hdr {W}>{para(words('top'))}</w:hdr>", "word/media/image1.jpg": b"\xff\xd8\xff",
    }), "a.docx")  # fmt: skip
    told = {one.place: one for one in reading.items}
    assert told["remark 3"].text == "pay him"
    assert told["remark 3"].detail["by"] == "B"
    assert told["footnote 2"].text == "see list"
    assert told["header 1"].text == "top"
    assert "footnote 0" not in told
    assert told["part 1"].text == "word/media/image1.jpg"
    assert (reading.facts["author"], reading.facts["saved_by"]) == ("K", "L")


@pytest.mark.parametrize(
    ("more", "said"),
    [
        ({"word/vbaProject.bin": b"x"}, "document_macros"),
        ({"word/_rels/settings.xml.rels": PACKAGE.replace("officeDocument", "attachedTemplate")
          .replace("Target=", 'TargetMode="External" Target=') % "http://192.0.2.1/t.dotm"}, "document_outside"),
        ({"word/embeddings/oleObject1.bin": b"x"}, "pdf_attachments"),
    ],
)  # fmt: skip
def test_what_a_document_would_do_is_said(more: dict[str, str | bytes], said: str) -> None:
    reading = read(docx(para(words("x")), **more), "a.docx")
    assert warned(reading) == {said}
    assert texts(reading) == ["x"]


def test_a_field_that_fetches_is_said_and_a_link_is_only_counted() -> None:
    fetch = para("<w:instrText> INCLUDETEXT \\\\192.0.2.1\\x </w:instrText>")
    assert warned(read(docx(fetch), "a.docx")) == {"document_outside"}
    link = PACKAGE.replace("officeDocument", "hyperlink").replace("Target=", 'TargetMode="External" Target=') % "http://x.example"
    reading = read(docx(para(words("x")), **{"word/_rels/document.xml.rels": link}), "a.docx")
    assert warned(reading) == set()
    assert reading.facts["links"] == 1


O = 'xmlns:office="o" xmlns:text="t" xmlns:table="tb" xmlns:dc="dc" xmlns:style="s" xmlns:draw="d"'  # noqa: E741


def odt(body: str, kind: str = "text", styles: str = "", **more: str | bytes) -> bytes:
    return packed(**{
        "mimetype": f"application/vnd.oasis.opendocument.{kind}",
        "content.xml": f"<office:document-content {O}><office:automatic-styles>{styles}</office:automatic-styles>"
        f"<office:body>{body}</office:body></office:document-content>", **more,
    })  # fmt: skip


def test_open_documents() -> None:
    hides = '<style:style style:name="H"><style:text-properties text:display="none"/></style:style>'
    body = (
        "<text:tracked-changes><text:changed-region><text:deletion><office:change-info><dc:creator>A</dc:creator>"
        "</office:change-info><text:p>gone</text:p></text:deletion></text:changed-region></text:tracked-changes>"
        '<text:h>Head</text:h><text:p>a<text:s text:c="2"/>b<text:span text:style-name="H">hidden</text:span>c'
        "<office:annotation><dc:creator>B</dc:creator><dc:date>2025-01-02T03:04:05</dc:date><text:p>note</text:p>"
        "</office:annotation></text:p><table:table><table:table-row><table:table-cell><text:p>1</text:p>"
        "</table:table-cell><table:table-cell><text:p>2</text:p></table:table-cell></table:table-row></table:table>"
    )
    reading = read(odt(body, styles=hides), "a.odt")
    assert texts(reading) == ["Head\na  bhiddenc\n1 | 2"]
    records = {one.place: (one.text, one.detail.get("by")) for one in of(reading, Kind.RECORD)}
    assert records == {"deleted 1": ("gone", "A"), "remark 1": ("note", "B")}
    assert warned(reading) == {"document_hidden_text", "document_changes"}


def test_slides_of_both_kinds() -> None:
    open_slides = "".join(f"<draw:page><draw:frame><text:p>{one}</text:p></draw:frame></draw:page>" for one in "ab")
    assert texts(read(odt(open_slides, "presentation"), "a.odp")) == ["a", "b"]
    slide = '<p:sld xmlns:p="p" xmlns:a="a"%s><a:p><a:r><a:t>%s</a:t></a:r></a:p></p:sld>'
    office = packed(**{
        "[Content_Types].xml": "<Types/>", "_rels/.rels": PACKAGE % "ppt/presentation.xml",
        "ppt/presentation.xml": "<p/>", "ppt/slides/slide10.xml": slide % (' show="0"', "ten"),
        "ppt/slides/slide2.xml": slide % ("", "two"),
    })  # fmt: skip
    reading = read(office, "a.pptx")
    assert texts(reading) == ["two", "ten"]
    assert warned(reading) == {"document_hidden_text"}


def test_rtf_in_arabic_with_hidden_text_and_an_object() -> None:
    text = (
        rb"{\rtf1\ansi\ansicpg1256{\fonttbl{\f0\fcharset178 Arial;}{\f1\fcharset0 X;}}{\info{\author nobody}}"
        rb"\f0 \'e3\'d1\'cd\'c8\'c7\par \uc1\u1587?\u1608?\u1585?{\v hidden}\par{\object{\*\objdata 0102}}"
        rb"{\pict\bin5 }}}}x}a\cell b\cell\row\page two}"
    )
    reading = read(text, "a.rtf")
    assert reading.format == "office"
    assert refused(reading) == ""
    assert texts(reading) == ["مرحبا\nسورhidden\na | b", "two"]
    assert warned(reading) == {"document_hidden_text", "pdf_attachments"}


def laughs(inside: str) -> str:
    entities = "".join(f'<!ENTITY l{n} "{f"&l{n - 1};" * 10 if n else "lol"}">' for n in range(9))
    return f'<?xml version="1.0"?><!DOCTYPE x [{entities}]>{inside}'


def hostile() -> dict[str, tuple[bytes, str]]:
    entity = laughs(f"<w:document {W}><w:body>{para(words('&l8;'))}</w:body></w:document>")
    outside = (
        f'<!DOCTYPE x [<!ENTITY e SYSTEM "file:///etc/passwd">]><w:document {W}>'
        '<w:p><w:r><w:t>&e;</w:t></w:r></w:p></w:document>'
    )
    deep = "<w:sdt>" * 20_000 + "</w:sdt>" * 20_000
    swollen = f"<w:document {W}><w:body>" + " " * 90_000_000 + "</w:body></w:document>"
    locked = odt("<text:p/>", **{"META-INF/manifest.xml": '<m:encryption-data xmlns:m="m"/>'})
    return {
        "laughs.docx": (docx("", **{"word/document.xml": entity}), "xml_entities"),
        "outside.docx": (docx("", **{"word/document.xml": outside}), "xml_entities"),
        "about.docx": (
            docx(para(words("x")), **{"docProps/core.xml": laughs("<a><title>&l8;</title></a>")}), "xml_entities",
        ),
        "deep.docx": (docx(deep), "broken"), "bomb.docx": (docx("", **{"word/document.xml": swollen}), "bomb"),
        "cut.docx": (docx(para(words("x" * 5000)))[:-300], "broken"), "locked.odt": (locked, "encrypted"),
        "open.rtf": (rb"{\rtf1 " + b"{" * 600 + b"a", "broken"), "cut.rtf": (rb"{\rtf1 half", "broken"),
    }  # fmt: skip


HOSTILE = hostile()


@pytest.mark.parametrize("name", HOSTILE)
def test_hostile_documents_end_quickly_with_a_clear_word(name: str) -> None:
    data, why = HOSTILE[name]
    started = time.monotonic()
    reading = read(data, name)
    assert refused(reading) == why
    assert not any("root:" in one.text for one in reading.items)
    assert time.monotonic() - started < 10


def test_what_was_read_before_the_damage_is_kept() -> None:
    assert texts(read(rb"{\rtf1 half", "cut.rtf")) == ["half"]


def test_macros_of_a_workbook_do_not_make_it_a_document_and_a_plain_archive_stays_one() -> None:
    assert read(packed(**{"a.txt": "x"}), "a.zip").format == "archive"
    table = packed(**{"[Content_Types].xml": "<Types/>", "xl/workbook.xml": "<w/>"})
    assert read(table, "a.xlsx").format == "spreadsheet"
