"""Tables of people from outside: three languages, several codepages, each bad cell named, hostile files turned away."""

import csv
import io
import time
import zipfile
from collections.abc import Callable, Mapping
from datetime import date
from pathlib import Path
from typing import Any

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from openpyxl import Workbook

from workbench import terms
from workbench.errors import Reason, Refusal, explain
from workbench.exchange.people_table import Table, read_people, write_template
from workbench.exchange.people_table.files import BYTES, COLUMNS, ROWS
from workbench.exchange.people_table.reading import people_in
from workbench.exchange.table import opening
from workbench.i18n import TAGS, language

TODAY = date(2026, 11, 25)
# Nobody of these lives: synthetic.
WHOLE = {
    "code": "P-07", "given name": "زينب", "father": "مختلق", "grandfather": "مثال", "great-grandfather": "آخر",
    "family name": "التجريبي", "mother": "مثال أخرى", "kunya": "أم مثال", "name as written": "زينب مختلق",
    "name in the passport": "ZAYNAB SYNTHETIC", "sex": "أنثى", "born": "12 رمضان 1425 هـ", "nationality": "العراق",
    "languages": "ckb; العربية", "needs an interpreter": "نعم", "kind of paper": "جواز السفر",
    "number of the paper": "A00000000",
    "issued by": "IQ", "paper held by": "p-02", "phone": "٠٧٧٠ ١٢٣ ٤٥٦٧; ends 89", "governorate": "نينوى",
    "district": "سنجار",
    "address": "م 1 ز 2 د 3", "role": "ضحية", "basis": "قالت ذلك", "decided by": "Judge", "since": "2026-11-20",
    "custody": "released", "note": "two\nlines",
}  # fmt: skip


def text_of(rows: list[list[str]], separator: str = ",") -> str:
    out = io.StringIO(newline="")
    csv.writer(out, delimiter=separator).writerows(rows)
    return out.getvalue()


def read(data: bytes | str | list[list[str]]) -> Table:
    text = text_of(data) if isinstance(data, list) else data
    return people_in(text.encode() if isinstance(text, str) else text, "people.csv", today=TODAY, region="IQ")


def one(**cells: str) -> Table:
    """A table of one person with these cells beside what every line needs."""
    needed = {"name": "Synthetic", "role": "witness", "basis": "said so"} | cells
    return read([[key.replace("_", " ") for key in needed], list(needed.values())])


def workbook(rows: list[list[Any]], change: Callable[[Any], object] = lambda book: None) -> bytes:
    book = Workbook()
    for row in rows:
        book.active.append(row)
    change(book)
    out = io.BytesIO()
    book.save(out)
    return out.getvalue()


def refused(data: bytes) -> Refusal:
    with pytest.raises(Refusal) as refusal:
        read(data)
    assert all(all(explain(refusal.value, language(tag))) for tag in TAGS)
    return refusal.value


def test_every_column_is_read() -> None:
    table = read([list(WHOLE), list(WHOLE.values())])
    assert table.problems == ()
    (person,) = table.rows
    assert (person.line, person.code, person.ism, person.father, person.grandfather) == (
        2,
        "P-07",
        "زينب",
        "مختلق",
        "مثال",
    )
    assert (person.great_grandfather, person.family, person.mother, person.kunya) == (
        "آخر",
        "التجريبي",
        "مثال أخرى",
        "أم مثال",
    )
    assert (person.as_written, person.passport_name, person.sex) == (
        "زينب مختلق",
        "ZAYNAB SYNTHETIC",
        "female",
    )
    assert (person.birth.kind, person.birth.low, person.birth.calendar) == ("exact", "2004-10-26", "hijri")
    assert person.birth.told == WHOLE["born"]
    assert (person.nationality, person.languages, person.needs_interpreter) == ("IQ", ("ckb", "ar"), True)
    assert [(p.kind, p.number, p.issuer, p.held_by) for p in person.papers] == [
        ("passport", "A00000000", "IQ", "P-02")
    ]
    assert [(p.canonical, p.doubt is None) for p in person.phones] == [
        ("+9647701234567", True),
        ("89", False),
    ]
    assert (person.governorate, person.district, person.address) == ("IQ-NI", "IQ-NI.sinjar", "م 1 ز 2 د 3")
    assert (person.role, person.basis, person.decided_by, person.since) == (
        "victim",
        "قالت ذلك",
        "Judge",
        "2026-11-20",
    )
    assert (person.custody, person.note) == ("released", "two\nlines")
    assert [one.column for one in table.doubts] == ["phone"]


@pytest.mark.parametrize("tag", TAGS)
@pytest.mark.parametrize("ending", ["csv", "xlsx"])
def test_template_is_read_back_with_every_column_and_its_example_is_told(
    tmp_path: Path, tag: str, ending: str
) -> None:
    path = tmp_path / f"people.{ending}"
    write_template(path, tag)
    table = read_people(path, today=TODAY, region="IQ")
    assert len(table.columns) == len(set(table.columns)) == 33
    assert [(one.line, one.column) for one in table.problems] == [(2, "code")]
    assert (table.doubts, table.rows[0].role, table.rows[0].birth.kind) == ((), "witness", "about")
    with pytest.raises(Refusal) as refusal:
        write_template(path, tag)
    assert refusal.value.reason is Reason.TARGET_EXISTS


@pytest.mark.parametrize("tag", TAGS)
def test_every_role_and_sex_is_known_by_its_word_in_every_language(tag: str) -> None:
    tongue = language(tag)
    for role, word in terms.ROLES.items():
        assert (one(role=tongue.say(word)).rows[0].role, one(role=role).rows[0].role) == (role, role)
    for sex, word in terms.SEXES.items():
        assert one(sex=tongue.say(word)).rows[0].sex == sex


@pytest.mark.parametrize(("encoding", "name"), [
    ("utf-8", "utf-8"), ("utf-8-sig", "utf-8"), ("utf-16", "utf-16"), ("windows-1256", "windows-1256"),
])  # fmt: skip
@pytest.mark.parametrize("separator", [",", ";", "\t"])
def test_codepage_and_separator_are_found_out(encoding: str, name: str, separator: str) -> None:
    text = text_of([["الاسم", "الدور", "الأساس"], ["زينب, أو؛ هكذا", "شاهد", "قالت; ذلك"]], separator)
    table = read(text.encode(encoding))
    assert (table.encoding, table.separator, table.problems) == (name, separator, ())
    assert (table.rows[0].ism, table.rows[0].role) == ("زينب, أو؛ هكذا", "witness")
    # A guess is told: every byte means something in an old codepage.
    assert [one.facts.get("encoding") for one in table.doubts] == (
        ["windows-1256"] if name == "windows-1256" else []
    )


def test_separator_that_the_file_tells_is_taken_and_lines_are_still_counted_right() -> None:
    table = read("sep=|\nname|role|basis\n\nA|witness|b\nB|nobody|b\n")
    assert [row.line for row in table.rows] == [4, 5]
    assert [(one.line, one.column) for one in table.problems] == [(5, "role")]


def test_a_line_is_the_one_on_which_it_begins() -> None:
    table = read('name,role,basis,note\nA,witness,b,"one\ntwo\nthree"\nB,nobody,b,\n')
    assert [(one.line, one.facts) for one in table.problems] == [(5, {"value": "nobody"})]


BAD: Mapping[str, tuple[dict[str, str], str]] = {
    "sex": ({"sex": "blue"}, "sex"),
    "impossible day": ({"born": "31/2/2005"}, "born"),
    "a day ahead": ({"born": "1/1/2027"}, "born"),
    "a year of two digits": ({"born": "1/1/05"}, "born"),
    "Hijri outside the table": ({"born": "1300 هـ"}, "born"),
    "two birth dates": ({"born": "2005", "born_about": "2006"}, "born_about"),
    "half a span": ({"born_between": "2005"}, "born_low"),
    "a span that ends first": ({"born_between": "2005", "born_and": "2003"}, "born_low"),
    "no age": ({"age": "old"}, "age"),
    "an age that does not fit": ({"born": "2005", "age": "40"}, "age"),
    "role": ({"role": "hero"}, "role"),
    "no role": ({"role": ""}, "role"),
    "no basis": ({"basis": " "}, "basis"),
    "long name": ({"father": "ا" * 301}, "father"),
    "control character": ({"name": "A\x07B"}, "ism"),
    "half a surrogate": ({"family": "A\x9fB"}, "family"),
    "nationality": ({"nationality": "Atlantis"}, "nationality"),
    "language": ({"languages": "ar; Klingonese"}, "languages"),
    "truth": ({"needs_interpreter": "perhaps"}, "needs_interpreter"),
    "kind of paper": ({"paper_kind": "love letter", "paper_number": "1"}, "paper_kind"),
    "long number": ({"paper_number": "1" * 61}, "paper_number"),
    "holder": ({"paper_held_by": "somebody"}, "paper_held_by"),
    "no telephone": ({"phone": "none"}, "phone"),
    "since": ({"since": "yesterday"}, "since"),
    "since ahead": ({"since": "2026-11-26"}, "since"),
    "since without zone": ({"since": "2026-11-20 14:30"}, "since"),
    "custody": ({"custody": "perhaps"}, "custody"),
    "long code": ({"code": "P" * 21}, "code"),
    "the example": ({"code": "example"}, "code"),
}


@pytest.mark.parametrize("kind", BAD)
def test_a_bad_cell_is_named_in_every_language_and_the_rest_of_the_line_is_read(kind: str) -> None:
    cells, column = BAD[kind]
    table = one(**cells)
    assert [(found.line, found.column) for found in table.problems] == [(2, column)]
    assert all(table.problems[0].say(language(tag)) for tag in TAGS)
    assert len(table.rows) == 1


def test_every_bad_cell_is_named_not_only_the_first() -> None:
    table = read(
        [
            ["name", "role", "basis", "sex", "born"],
            ["A", "hero", "", "blue", "31/2/2005"],
            ["B", "x", "b", "y", "z"],
        ]
    )
    assert [(one.line, one.column) for one in table.problems] == [
        (2, "sex"), (2, "born"), (2, "role"), (2, "basis"), (3, "sex"), (3, "born"), (3, "role"),
    ]  # fmt: skip


@pytest.mark.parametrize(("cells", "birth"), [
    ({"born": "about 2005"}, ("about", "2005", "")), ({"born_about": "2005"}, ("about", "2005", "")),
    ({"born_between": "2003", "born_and": "2005"}, ("between", "2003", "2005")),
    ({"age": "about 14"}, ("between", "2009-11-26", "2014-11-25")),
    ({"born": "2010", "age": "15"}, ("exact", "2010", "")), ({"born": "غير معروف"}, ("unknown", "", "")),
    ({}, ("unknown", "", "")),
    ({"born": "رفض"}, ("refused", "", "")),
])  # fmt: skip
def test_births_are_read_as_they_are_known(cells: dict[str, str], birth: tuple[str, str, str]) -> None:
    table = one(**cells)
    assert table.problems == ()
    found = table.rows[0].birth
    assert (found.kind, found.low, found.high) == birth


def test_what_is_only_doubtful_is_kept() -> None:
    table = one(
        paper_kind="national card",
        issuer="IQ",
        paper_number="123",
        phone="7701",
        governorate="Atlantis",
        name="ز?نب",
    )
    assert table.problems == ()
    assert {one.column for one in table.doubts} == {"paper_number", "phone", "governorate", "ism"}
    (person,) = table.rows
    assert (person.papers[0].number, person.phones[0].written, person.governorate) == ("123", "7701", "Atlantis")


def test_numbered_columns_hold_further_papers_and_phones() -> None:
    table = one(
        paper_kind="passport", paper_number="X0000001", paper_kind_2="national card",
        paper_number_2="199912345678", phone="07701234567", phone_2="07701234568",
    )  # fmt: skip
    assert [(p.kind, p.number) for p in table.rows[0].papers] == [
        ("passport", "X0000001"),
        ("national_card", "199912345678"),
    ]
    assert [p.canonical for p in table.rows[0].phones] == ["+9647701234567", "+9647701234568"]


def test_two_lines_with_one_paper_or_one_code_are_told() -> None:
    heading = ["name", "role", "basis", "code", "paper kind", "issuer", "paper number"]
    table = read([
        heading, ["A", "witness", "b", "P-1", "passport", "IQ", "A00000001"], ["B", "witness", "b", "",
        "passport", "IRQ", "a 0000-0001"],
        ["C", "witness", "b", "p-1", "national card", "IQ", "A00000001"],
    ])  # fmt: skip
    assert [(one.line, one.column, one.facts) for one in table.problems] == [
        (3, "paper_number", {"earlier": 2}), (4, "code", {"earlier": 2}),
    ]  # fmt: skip


def test_direction_overrides_are_taken_out_and_a_formula_of_a_text_file_is_text() -> None:
    table = one(name="\u202eAbc\u202c", father="=1+1", mother="@x", family="-x")
    person = table.rows[0]
    assert (person.ism, person.father, person.mother, person.family) == ("Abc", "=1+1", "@x", "-x")


def test_headings_that_are_unknown_twice_or_missing_are_told() -> None:
    table = read([["name", "Ism", "shoe size", "role"], ["A", "B", "44", "witness"]])
    assert [(one.line, one.column) for one in table.problems] == [(1, "Ism"), (1, "basis")]
    assert [(one.line, one.column) for one in table.doubts] == [(1, "shoe size")]
    assert table.rows[0].ism == "A"


def test_a_line_that_is_shifted_is_told() -> None:
    table = read("name,role,basis\nA,B,witness,b\nC,witness,b,,\n")
    assert [one.line for one in table.problems if not one.column] == [2]


def test_cells_of_a_workbook_are_read_for_what_they_are() -> None:
    rows = [["name", "role", "basis", "born", "paper number", "needs interpreter", "father"],
            ["A", "witness", "b", date(2005, 3, 2), 199912345678, True, "_x0041_b"],
            ["B", "witness", "b", 2005, 12345678901234567, False, "=1+1"]]  # fmt: skip
    table = read(workbook(rows))
    first, second = table.rows
    assert (first.birth.low, first.papers[0].number, first.needs_interpreter, first.father) == (
        "2005-03-02",
        "199912345678",
        True,
        "Ab",
    )
    assert (second.birth.low, second.papers, second.needs_interpreter, second.father) == (
        "2005",
        (),
        False,
        "",
    )
    assert [(one.line, one.column) for one in table.problems] == [(3, "paper_number"), (3, "father")]
    assert (table.encoding, table.separator) == ("", "")


def test_only_the_first_sheet_is_read_and_that_is_told() -> None:
    table = read(
        workbook([["name", "role", "basis"], ["A", "witness", "b"]], lambda book: book.create_sheet("Other"))
    )
    assert len(table.rows) == 1
    assert [one.facts for one in table.doubts] == [{"sheet": "Sheet"}]


OLE = bytes.fromhex("d0cf11e0a1b11ae1")
SMALL = [["name", "role", "basis"], ["A", "witness", "b"]]


def with_part(change: Callable[[bytes], bytes], name: str = "xl/worksheets/sheet1.xml") -> bytes:
    with zipfile.ZipFile(io.BytesIO(workbook(SMALL))) as archive:
        parts = {part: archive.read(part) for part in archive.namelist()}
    out = io.BytesIO()
    with zipfile.ZipFile(out, "w", zipfile.ZIP_DEFLATED) as archive:
        for part, content in (parts | {name: change(parts.get(name, b""))}).items():
            archive.writestr(part, content)
    return out.getvalue()


def entities(part: bytes) -> bytes:
    return b'<!DOCTYPE x [<!ENTITY a "aaaaaaaaaa"><!ENTITY b "&a;&a;&a;">]>' + part


HOSTILE: Mapping[str, tuple[Callable[[], bytes], Reason]] = {
    "nothing": (lambda: b"", Reason.TABLE_UNREADABLE),
    "white space": (lambda: b" \n\t\n", Reason.TABLE_UNREADABLE),
    "no headings": (lambda: b"1,2,3\n4,5,6\n", Reason.TABLE_UNREADABLE),
    "a picture": (lambda: b"\x89PNG\r\n\x1a\n\0\0\0\rIHDR", Reason.TABLE_UNREADABLE),
    "half a character": (lambda: b"\xff\xfea", Reason.TABLE_UNREADABLE),
    "an open quotation mark": (lambda: b'name,role\n"A,witness\nB,witness\n', Reason.TABLE_UNREADABLE),
    "an endless cell": (lambda: b"name,role\n" + b"A" * 200_000, Reason.TABLE_UNREADABLE),
    "an endless heading": (lambda: b"name," + b"A" * 200_000 + b"\nA,b", Reason.TABLE_UNREADABLE),
    "many lines": (lambda: b"name\n" + b"A\n" * (ROWS + 1), Reason.TABLE_LARGE),
    "many columns": (lambda: b"name" + b"," * COLUMNS + b"\nA\n", Reason.TABLE_LARGE),
    "many bytes": (lambda: b"name\n" + b" " * BYTES, Reason.TABLE_LARGE),
    "an .xls": (lambda: OLE + b"\0" * 600, Reason.TABLE_UNREADABLE),
    "a locked workbook": (lambda: OLE + b"\0" * 504 + "EncryptedPackage".encode("utf-16-le"),
    Reason.TABLE_UNREADABLE),
    "a cut workbook": (lambda: workbook(SMALL)[:-900], Reason.TABLE_UNREADABLE),
    "macros": (lambda: with_part(lambda _: b"\0", "xl/vbaProject.bin"), Reason.TABLE_UNREADABLE),
    "entities that grow": (lambda: with_part(entities), Reason.TABLE_UNREADABLE),
    "a bomb": (lambda: with_part(lambda _: b"\0" * (opening.UNPACKED_LIMIT + 1),
    "xl/media/a.png"), Reason.TABLE_LARGE),
    "a stray cell far to the side": (
        lambda: workbook(SMALL, lambda book: book.active.cell(2, COLUMNS + 1, "x")), Reason.TABLE_LARGE,
    ),
    "a stray cell at the far end": (lambda: workbook(SMALL, lambda book: book.active.cell(9, 16384, "x")),
    Reason.TABLE_LARGE),
    "a hundred thousand empty lines": (
        lambda: with_part(lambda part: part.replace(b"</sheetData>",
        b"<row/>" * (5 * ROWS + 1) + b"</sheetData>")),
        Reason.TABLE_LARGE,
    ),
    "no sheet that holds anything": (lambda: workbook([]), Reason.TABLE_UNREADABLE),
}  # fmt: skip


@pytest.mark.parametrize("kind", HOSTILE)
def test_a_hostile_file_is_turned_away_for_what_it_is(kind: str) -> None:
    make, reason = HOSTILE[kind]
    assert refused(make()).reason is reason


def test_a_stray_cell_far_below_does_not_matter_if_nothing_lies_between() -> None:
    table = read(workbook(SMALL, lambda book: book.active.cell(1_000_000, 1, "B")))
    assert [row.line for row in table.rows] == [2, 1_000_000]


def test_a_file_that_is_missing_or_a_folder_is_refused(tmp_path: Path) -> None:
    for path, reason in ((tmp_path / "none.csv", Reason.FILE_MISSING), (tmp_path, Reason.FILE_NOT_A_FILE)):
        with pytest.raises(Refusal) as refusal:
            read_people(path, today=TODAY, region="IQ")
        assert refusal.value.reason is reason


UNREADABLE = (Reason.TABLE_UNREADABLE, Reason.TABLE_LARGE)


def read_or_reason(data: bytes | list[list[str]]) -> Table | Reason:
    try:
        return read(data)
    except Refusal as refusal:
        return refusal.reason


@settings(max_examples=60)
@given(st.lists(st.lists(st.text(max_size=12), min_size=1, max_size=5), max_size=5))
def test_whatever_stands_in_the_cells_is_read_or_named(rows: list[list[str]]) -> None:
    body = [[cell.encode("utf-8", "replace").decode() for cell in row] for row in rows]
    found = read_or_reason([["name", "born", "phone", "role", "paper number"], *body])
    problems = (*found.problems, *found.doubts) if isinstance(found, Table) else ()
    assert isinstance(found, Table) or found is Reason.TABLE_UNREADABLE
    assert all(one.say(language("ar_IQ")) for one in problems)


@settings(max_examples=60)
@given(st.binary(max_size=200) | st.binary(max_size=100).map(lambda data: b"name,role\n" + data))
def test_any_bytes_are_read_or_refused(data: bytes) -> None:
    found = read_or_reason(data)
    assert isinstance(found, Table) or found in UNREADABLE


@settings(max_examples=40)
@given(st.data())
def test_a_damaged_workbook_is_read_or_refused(data: st.DataObject) -> None:
    broken = bytearray(workbook(SMALL))
    for _ in range(data.draw(st.integers(1, 4))):
        broken[data.draw(st.integers(0, len(broken) - 1))] = data.draw(st.integers(0, 255))
    found = read_or_reason(bytes(broken[: data.draw(st.integers(1, len(broken)))]))
    assert isinstance(found, Table) or found in UNREADABLE


def test_two_thousand_people_are_read_in_seconds() -> None:
    heading = [
        "name",
        "father",
        "family",
        "sex",
        "born",
        "nationality",
        "phone",
        "governorate",
        "role",
        "basis",
        "note",
    ]
    rows = [
        [f"اسم{n}", "أب", "لقب", "أنثى", "12/3/1990", "IQ", f"0770{n:07}", "نينوى", "شاهد", "قال",
        ""] for n in range(2000)
    ]  # fmt: skip
    begun = time.process_time()
    table = read([heading, *rows])
    assert (len(table.rows), table.problems) == (2000, ())
    # About half a second where it was measured; ten times that is a fault, not a slow machine.
    assert time.process_time() - begun < 6
