"""Files that are no workbook, or one that should not be opened: refused with what they are, never run into."""

import io
import random
import zipfile
from collections.abc import Callable, Mapping
from typing import Any

import pytest
from exchange.workbooks import files, taken, workbook
from hypothesis import given, settings
from hypothesis import strategies as st
from openpyxl import Workbook

from workbench.exchange.sheets import SheetFinding, import_sheet
from workbench.exchange.table import opening
from workbench.exchange.table.wording import SheetFlaw
from workbench.sop import Level

OLE = bytes.fromhex("d0cf11e0a1b11ae1")
STEPS_PART = "xl/worksheets/sheet11.xml"


def zipped(parts: Mapping[str, bytes], *, method: int = zipfile.ZIP_DEFLATED) -> bytes:
    file = io.BytesIO()
    with zipfile.ZipFile(file, "w", method) as archive:
        for name, part in parts.items():
            archive.writestr(name, part)
    return file.getvalue()


def parts(data: bytes | None = None) -> dict[str, bytes]:
    with zipfile.ZipFile(io.BytesIO(data or workbook("whole"))) as archive:
        return {name: archive.read(name) for name in archive.namelist()}


def with_part(name: str, change: Callable[[bytes], bytes]) -> bytes:
    """The workbook with one of its parts changed or added."""
    every = parts()
    return zipped(every | {name: change(every.get(name, b""))})


def locked() -> bytes:
    """The bits of a zip archive that say that its members are locked."""
    data = bytearray(workbook("whole"))
    at = data.find(b"PK\x01\x02")
    while at >= 0:
        data[at + 8] |= 1
        at = data.find(b"PK\x01\x02", at + 4)
    return bytes(data)


def lol(part: bytes) -> bytes:
    bomb = b'<!DOCTYPE x [<!ENTITY a "aaaaaaaaaa"><!ENTITY b "&a;&a;&a;&a;&a;">]>'
    return part.replace(b"<worksheet", bomb + b"<worksheet", 1)


def outside(part: bytes) -> bytes:
    return b'<!doctype x [<!ENTITY a SYSTEM "file:///etc/passwd">]>' + part


def reach(element: bytes) -> Callable[[bytes], bytes]:
    return lambda part: part.replace(b"</sheetData>", b"</sheetData>" + element, 1)


def rows(part: bytes) -> bytes:
    return part.replace(b"</sheetData>", b"<row/>" * (opening.CELL_LIMIT + 1) + b"</sheetData>", 1)


FILES: dict[str, tuple[Callable[[], bytes], SheetFlaw]] = {
    "empty": (lambda: b"", SheetFlaw.FILE_DAMAGED),
    "a CSV called .xlsx": (lambda: b"key,phase\nT01.1,T01\n", SheetFlaw.FILE_TEXT),
    "a CSV in Arabic": (lambda: "المرحلة;الخطوة\n".encode("cp1256"), SheetFlaw.FILE_TEXT),
    "a CSV in UTF-16": (lambda: "key\tphase".encode("utf-16"), SheetFlaw.FILE_TEXT),
    "a web page called .xlsx": (lambda: b"<html><table><tr><td>T01.1</td></tr></table></html>", SheetFlaw.FILE_TEXT),
    "an .xls": (lambda: OLE + b"\0" * 504 + "Workbook".encode("utf-16-le"), SheetFlaw.FILE_OLD),
    "locked by Excel": (lambda: OLE + b"\0" * 504 + "EncryptedPackage".encode("utf-16-le"), SheetFlaw.FILE_LOCKED),
    "locked as a zip": (locked, SheetFlaw.FILE_LOCKED),
    "an .ods": (
        lambda: zipped({"mimetype": b"application/vnd.oasis.opendocument.spreadsheet", "content.xml": b"<x/>"}),
        SheetFlaw.FILE_OTHER,
    ),
    "an .xlsb": (lambda: zipped({"[Content_Types].xml": b"<x/>", "xl/workbook.bin": b"\0"}), SheetFlaw.FILE_OTHER),
    "a letter": (lambda: zipped({"[Content_Types].xml": b"<x/>", "word/document.xml": b"<x/>"}), SheetFlaw.FILE_OTHER),
    "some zip": (lambda: zipped({"a.txt": b"a"}), SheetFlaw.FILE_OTHER),
    "with macros": (lambda: with_part("xl/vbaProject.bin", lambda _: b"\0"), SheetFlaw.FILE_MACROS),
    "cut short": (lambda: workbook("whole")[:-2000], SheetFlaw.FILE_DAMAGED),
    "the beginning only": (lambda: workbook("whole")[:50], SheetFlaw.FILE_DAMAGED),
    "noise": (lambda: b"PK\x03\x04" + random.Random(1).randbytes(4000), SheetFlaw.FILE_DAMAGED),
    "a part that is no XML": (lambda: with_part("xl/workbook.xml", lambda _: b"<workbook"), SheetFlaw.FILE_DAMAGED),
    "entities that grow": (lambda: with_part(STEPS_PART, lol), SheetFlaw.FILE_HOSTILE),
    "entities from outside": (lambda: with_part("xl/sharedStrings.xml", outside), SheetFlaw.FILE_HOSTILE),
    "XML that hides its words": (
        lambda: with_part(STEPS_PART, lambda part: part.decode().encode("utf-16")), SheetFlaw.FILE_HOSTILE,
    ),
    "a bomb": (
        lambda: with_part("xl/media/a.png", lambda _: b"\0" * (opening.UNPACKED_LIMIT + 1)), SheetFlaw.FILE_LARGE,
    ),
    "many small parts": (
        lambda: zipped({f"xl/{n}.xml": b"" for n in range(opening.PARTS_LIMIT + 1)}), SheetFlaw.FILE_LARGE,
    ),
    "a million rows": (lambda: with_part(STEPS_PART, rows), SheetFlaw.FILE_LARGE),
    "a merge over everything": (
        lambda: with_part(STEPS_PART, reach(b'<mergeCells count="1"><mergeCell ref="A1:XFD1048576"/></mergeCells>')),
        SheetFlaw.FILE_LARGE,
    ),
    "a link over everything": (
        lambda: with_part(STEPS_PART, reach(b"<hyperlinks><hyperlink ref='A1:XFD1048576' location='x'/></hyperlinks>")),
        SheetFlaw.FILE_LARGE,
    ),
    "too large a file": (lambda: workbook("whole") + b"\0" * opening.FILE_LIMIT, SheetFlaw.FILE_LARGE),
}  # fmt: skip


@pytest.mark.parametrize("kind", FILES)
def test_a_file_that_is_no_good_workbook_is_named_for_what_it_is(kind: str) -> None:
    make, flaw = FILES[kind]
    made, findings = import_sheet(make())
    assert made is None
    assert [(one.flaw, one.level, one.where) for one in findings] == [(flaw, Level.ERROR, "")]
    assert findings[0].remedy


def test_every_flaw_of_a_file_is_found_somewhere_in_these_tests() -> None:
    assert {flaw for _, flaw in FILES.values()} == {flaw for flaw in SheetFlaw if flaw.name.startswith("FILE_")}


def test_a_part_that_is_missing_is_a_sheet_that_is_missing_and_nothing_follows_from_it() -> None:
    made, findings = import_sheet(zipped({name: part for name, part in parts().items() if name != STEPS_PART}))
    assert made is None
    assert [(one.flaw, one.sheet) for one in findings] == [(SheetFlaw.SHEET_MISSING, "Steps")]


def test_an_empty_workbook_misses_its_sheets_and_nothing_worse() -> None:
    file = io.BytesIO()
    Workbook().save(file)
    made, findings = import_sheet(file.getvalue())
    assert made is None
    assert [(one.flaw, one.sheet) for one in findings] == [(SheetFlaw.SHEET_MISSING, "Pack")]


def test_pictures_and_comments_of_a_spreadsheet_do_not_matter() -> None:
    from openpyxl.comments import Comment
    from openpyxl.worksheet.table import Table

    def change(book: Any) -> None:
        book["Steps"]["B2"].comment = Comment("Is this right?", "A lawyer")
        book["Steps"]["B3"].hyperlink = "https://example.org"
        book["Actors"].add_table(Table(displayName="Actors", ref="A1:B4"))
        book["Steps"].row_dimensions[3].hidden = True

    made, findings = taken(change)
    assert [one.message for one in findings] == []
    assert made == files("whole")


def test_texts_that_a_spreadsheet_saved_in_its_own_way_are_read() -> None:
    """A text is cut where its letters look different, and a line may end as on old machines."""
    name = next(name for name, part in parts().items() if b"<t>Synthetic law</t>" in part)
    cut = b'<r><rPr><b/></rPr><t>Synthetic</t></r><r><t xml:space="preserve"> law_x000D_\n</t></r>'
    data = with_part(name, lambda part: part.replace(b"<t>Synthetic law</t>", cut, 1))
    made, findings = import_sheet(data, files("whole"))
    assert [one.message for one in findings] == []
    assert made == files("whole")


@settings(max_examples=40)
@given(st.data())
def test_a_workbook_that_was_damaged_anywhere_is_refused_or_read_right(data: st.DataObject) -> None:
    broken = bytearray(workbook("small"))
    for _ in range(data.draw(st.integers(1, 4))):
        broken[data.draw(st.integers(0, len(broken) - 1))] = data.draw(st.integers(0, 255))
    made, findings = import_sheet(bytes(broken[: data.draw(st.integers(0, len(broken)))]), files("small"))
    assert made == files("small") or _errors(findings)


@settings(max_examples=40)
@given(st.data())
def test_a_part_that_was_damaged_inside_is_refused_or_read(data: st.DataObject) -> None:
    """The checksum of the archive is right, what it holds is not."""
    every = parts(workbook("small"))
    name = data.draw(st.sampled_from(sorted(every)))
    part = bytearray(every[name])
    for _ in range(data.draw(st.integers(1, 3))):
        start = data.draw(st.integers(0, len(part)))
        part[start : start + data.draw(st.integers(0, 40))] = data.draw(st.binary(max_size=6) | st.just(b"<c><v/>"))
    made, findings = import_sheet(zipped(every | {name: bytes(part)}), files("small"))
    assert made is not None or _errors(findings)


def _errors(findings: list[SheetFinding]) -> bool:
    return any(one.level is Level.ERROR for one in findings)
