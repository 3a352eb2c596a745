"""Ledgers: every cell is kept, hidden things are read and said, days and sums are right, bombs end at once."""

import io
import zipfile
from datetime import date, datetime

import openpyxl
import pytest
from openpyxl.comments import Comment
from openpyxl.styles import numbers
from openpyxl.utils.datetime import CALENDAR_MAC_1904
from openpyxl.workbook import Workbook
from unit.evidence.media import exhibit, of, read, refused, warned

from workbench.evidence.intake.items import Item, Kind, Reading

A, B = "BGD-2025-9041-B-002", "SUL-2025-9017-B-002"


def saved(book: Workbook, name: str = "a.xlsx") -> Reading:
    out = io.BytesIO()
    book.save(out)
    return read(out.getvalue(), name)


def sheet_of(rows: list[list[object]]) -> Reading:
    book = openpyxl.Workbook()
    for row in rows:
        book.active.append(row)
    book.active.title = "S"
    return saved(book)


def paid(reading: Reading) -> list[tuple[str, object, object]]:
    return [(one.at, one.detail["amount"], one.detail["currency"]) for one in of(reading, Kind.PAYMENT)]


# --- the shipped ledgers ---


def test_the_ledger_of_the_office() -> None:
    reading = exhibit(A)
    assert (reading.format, refused(reading)) == ("spreadsheet", "")
    facts = reading.facts
    assert facts["sheets"] == ["دفتر ٢٠٢٤-٢٠٢٥", "ديون", "خاص"]
    assert facts["hidden_sheets"] == ["خاص"]
    assert facts["rows"]["دفتر ٢٠٢٤-٢٠٢٥"] == 12
    own = {"مدين (د.ع)": 3_150_000, "دائن (د.ع)": 4_200_000, "بالدولار": 8400}
    assert facts["sums"]["دفتر ٢٠٢٤-٢٠٢٥"] == facts["totals"]["دفتر ٢٠٢٤-٢٠٢٥"] == own
    assert warned(reading) == {"sheet_hidden", "formulas_computed", "currency_unknown"}
    # Dinars and dollars in one column are never one sum.
    assert facts["sums"]["ديون"]["الدين الأصلي (USD)"] == 2800


@pytest.mark.parametrize("expected", [
    ("2025-01-11", 3_000_000, "IQD"), ("2025-02-20", 4500, "USD"), ("2024-11-02", 1_200_000, "IQD"),
    ("2025-02-20", 300, "USD"),
])  # fmt: skip
def test_the_payments_that_matter(expected: tuple[str, int, str]) -> None:
    assert expected in paid(exhibit(A))


def test_days_written_as_text_and_the_hidden_sheet() -> None:
    reading = exhibit(A)
    assert reading.facts["dates_as_text"] == 3
    hidden = [one for one in of(reading, Kind.PAYMENT) if one.detail.get("hidden") == "sheet"]
    assert [(one.at, one.detail["amount"], one.doubts) for one in hidden] == [
        ("2024-11-02", 1_200_000, ()),
        ("2025-02-20", 300, ()),
    ]
    assert any("سهام ي. (٢٠١٦)" in one.text and "2200000" in one.text for one in reading.items)
    assert any(one.text == "لا يكتب الاسم" for one in reading.items)  # a remark on a cell


def test_the_ledger_of_the_safe_house() -> None:
    facts = exhibit(B).facts
    assert facts["sheets"] == ["دەفتەر", "حواله", "کێڵگە"]
    assert facts["hidden_sheets"] == ["کێڵگە"]
    assert facts["sums"]["دەفتەر"] == {"پارە $": 98_170, "پارە $ (+)": 102_250, "پارە $ (-)": -4080}
    assert facts["totals"]["دەفتەر"] == {"سەر": 34, "پارە $": 98_170}


def test_the_debt_that_work_cannot_clear() -> None:
    rows = [
        one.text
        for one in exhibit(B).items
        if one.place.startswith("sheet کێڵگە row") and "heading" not in one.detail
    ]
    assert [int(row.rpartition("ماوە: ")[2]) for row in rows] == [3800, 3786, 3772, 3922]


# --- ledgers made here ---


@pytest.mark.parametrize(("heading", "currency", "direction"), [
    ("Amount (USD)", "USD", ""), ("debit", "", "debit"), ("Credit IQD", "IQD", "credit"),
    ("المبلغ بالدينار", "IQD", ""),
    ("مدين", "", "debit"), ("دائن $", "USD", "credit"), ("بڕی پارە", "", ""), ("پارە (دۆلار)", "USD", ""),
    ("دینار", "IQD", ""),
    ("الأجرة", "", ""), ("Salary €", "EUR", ""), ("المبلغ/تومان", "IRR", ""),
])  # fmt: skip
def test_headings_of_money(heading: str, currency: str, direction: str) -> None:
    reading = sheet_of([["Date", "Name", heading], [date(2025, 1, 2), "X", 500]])
    (payment,) = of(reading, Kind.PAYMENT)
    assert (payment.at, payment.detail["amount"], payment.detail["currency"]) == (
        "2025-01-02",
        500,
        currency,
    )
    assert (payment.detail["direction"], payment.detail["name"]) == (direction, "X")


@pytest.mark.parametrize(("text", "amount", "currency"), [
    ("4,500 $", 4500, "USD"), ("٣٬٠٠٠٬٠٠٠ د.ع", 3_000_000, "IQD"), ("1.250.000 دينار", 1_250_000, "IQD"),
    ("٧٥٠", 750, ""),
    ("(300)", -300, ""), ("1,250.50", 1250.5, ""), ("2500 دۆلار", 2500, "USD"), ("12,5", 12.5, ""), ("-40", -40, ""),
])  # fmt: skip
def test_amounts_written_as_text(text: str, amount: float, currency: str) -> None:
    assert paid(sheet_of([["تاريخ", "مبلغ"], [date(2025, 1, 2), text]])) == [
        ("2025-01-02", amount, currency)
    ]


@pytest.mark.parametrize("text", ["تسليم باليد", "see page 4", "12/3", "٤٥ رجل"])
def test_words_are_no_amount_and_stay_in_the_row(text: str) -> None:
    reading = sheet_of([["date", "amount"], [date(2025, 1, 2), text]])
    assert of(reading, Kind.PAYMENT) == []
    assert text in reading.items[-1].text


@pytest.mark.parametrize(("text", "at", "doubts"), [
    ("٢٠٢٥/٠٢/٢٠", "2025-02-20", ()), ("20/02/2025", "2025-02-20", ()), ("'20-2-25", "2025-02-20", ()),
    ("05/06/2025", "2025-06-05", ("day_month_unclear",)), ("06/06/2025", "2025-06-06", ()),
    ("02/20/2025", "2025-02-20", ()),
    ("٥ شباط ٢٠٢٥", "2025-02-05", ()), ("5 كانون الثاني 2025", "2025-01-05", ()),
    ("٥ی ئازار ٢٠٢٥", "", ("date_unclear",)),
    ("5 ئازار 2025", "2025-03-05", ()), ("Feb 5, 2025", "2025-02-05", ()), ("5 Feb 2025", "2025-02-05", ()),
    ("1446/08/20", "", ("date_unclear",)), ("2025-02-20 14:05", "2025-02-20T14:05:00", ("zone_unknown",)),
    ("20/2/2025 2:05 م", "2025-02-20T14:05:00", ("zone_unknown",)), ("31/02/2025", "", ("date_unclear",)),
])  # fmt: skip
def test_days_written_as_text(text: str, at: str, doubts: tuple[str, ...]) -> None:
    reading = sheet_of([["التاريخ", "المبلغ"], [text, 100]])
    (payment,) = of(reading, Kind.PAYMENT)
    assert (payment.at, payment.doubts) == (at, doubts)
    assert payment.detail["date_text"] == text
    assert text in payment.text


@pytest.mark.parametrize(("other", "at"), [("25/12/2024", "2025-06-05"), ("12/25/2024", "2025-05-06")])
def test_the_rest_of_a_column_tells_day_from_month(other: str, at: str) -> None:
    reading = sheet_of([["التاريخ", "المبلغ"], ["05/06/2025", 100], [other, 7]])
    assert of(reading, Kind.PAYMENT)[0].at == at
    assert of(reading, Kind.PAYMENT)[0].doubts == ()


def test_no_row_and_no_cell_is_lost() -> None:
    rows: list[list[object]] = [
        ["مكتب", None, None],
        ["تلفون", 7700, None],
        ["Date", "Amount", "Note"],
        [None, None, "alone"],
        [datetime(2025, 1, 2, 3, 4, 5), 7, "x"],  # noqa: DTZ001 - tables know no zones
        [None, 9, None],
        ["?", True, 0.25],
    ]
    reading = sheet_of(rows)
    told = " ".join(one.text for one in reading.items)
    assert len(reading.items) == len(rows)
    for word in ("مكتب", "7700", "alone", "2025-01-02 03:04:05", "7", "9", "?", "TRUE", "0.25"):
        assert word in told
    assert [one.place for one in reading.items] == [f"sheet S row {number}" for number in range(1, 8)]


def test_hidden_rows_columns_merged_cells_and_remarks() -> None:
    book = openpyxl.Workbook()
    sheet = book.active
    for row in [
        ["Date", "USD", "Note"],
        [date(2025, 1, 2), 10, "a"],
        [None, 20, "b"],
        [date(2025, 1, 4), 30, "c"],
    ]:
        sheet.append(row)
    sheet.row_dimensions[4].hidden = True
    sheet.column_dimensions["C"].hidden = True
    sheet.merge_cells("A2:A3")
    sheet["B2"].comment = Comment("for the boy", "x")
    deep = book.create_sheet("deep")
    deep.sheet_state = "veryHidden"
    deep.append(["secret"])
    reading = saved(book)
    assert reading.facts["hidden_sheets"] == ["deep"]
    assert [(one.at, one.detail["amount"]) for one in of(reading, Kind.PAYMENT)] == [
        ("2025-01-02", 10),
        ("2025-01-02", 20),
        ("2025-01-04", 30),
    ]
    assert of(reading, Kind.PAYMENT)[2].detail["hidden"] == "row"
    assert of(reading, Kind.PAYMENT)[0].detail["hidden"] == "column"
    assert any("for the boy" in one.text and "cell B2" in one.place for one in reading.items)
    assert warned(reading) == {"rows_hidden", "sheet_hidden"}


def test_a_calendar_that_begins_in_1904() -> None:
    book = openpyxl.Workbook()
    book.epoch = CALENDAR_MAC_1904
    book.active.append(["Date", "USD"])
    book.active.append([date(2025, 1, 2), 10])
    assert paid(saved(book)) == [("2025-01-02", 10, "USD")]


def test_the_currency_of_a_format() -> None:
    book = openpyxl.Workbook()
    book.active.append(["Date", "Amount"])
    book.active.append([date(2025, 1, 2), 10])
    book.active["B2"].number_format = numbers.FORMAT_CURRENCY_USD
    assert paid(saved(book)) == [("2025-01-02", 10, "USD")]


@pytest.mark.parametrize(("formula", "value"), [
    ("=SUM(B2:B3)", 30), ("=B2*2-B3/4+(1+1)", 17), ("=-B2", -10), ("=B2*10%", 1), ("=SUM(B2,B3,5)", 35),
    ("=ROUND(B2/3,2)", 3.33),
    ("=AVERAGE(B2:B3)", 15), ("=$B$2+'other sheet'!A1", 110), ("=MAX(B2:B3)", 20), ("=2^3", 8),
])  # fmt: skip
def test_formulas_without_results_are_worked_out_and_marked(formula: str, value: float) -> None:
    book = openpyxl.Workbook()
    for row in [["Date", "USD"], [None, 10], [None, 20], [date(2025, 1, 2), formula]]:
        book.active.append(row)
    book.create_sheet("other sheet").append([100])
    reading = saved(book)
    (payment,) = of(reading, Kind.PAYMENT)
    assert payment.detail["amount"] == value
    assert (payment.detail["computed"], payment.detail["formulas"]) == (["USD"], {"USD": formula})


@pytest.mark.parametrize("formula", [
    "=B2", "=VLOOKUP(A1,B1:C9,2)", "=1/0", "=B2:B9", "=" + "(" * 500 + "1" + ")" * 500, "=9^64^64",
    "=missing!A1+1", "=SUM(", '=HYPERLINK("http://x.example")', "=1E99*1E99",
])  # fmt: skip
def test_formulas_that_cannot_be_worked_out_are_kept_and_said(formula: str) -> None:
    reading = sheet_of([["Date", "USD"], [date(2025, 1, 2), formula]])
    assert warned(reading) == {"formulas_open"}
    assert formula in reading.items[-1].text
    assert of(reading, Kind.PAYMENT) == []


def test_a_total_that_is_not_the_sum_is_said() -> None:
    rows: list[list[object]] = [
        ["Date", "USD"],
        [date(2025, 1, 2), 10],
        [date(2025, 1, 3), 20],
        ["Total", 40],
    ]
    assert warned(sheet_of(rows)) == {"total_disagrees"}
    assert warned(sheet_of([*rows[:-1], ["Total", 30]])) == set()


# --- hostile workbooks ---


def parts_of(rows: list[list[object]]) -> dict[str, bytes]:
    book, out = openpyxl.Workbook(), io.BytesIO()
    for row in rows:
        book.active.append(row)
    book.save(out)
    with zipfile.ZipFile(out) as archive:
        return {name: archive.read(name) for name in archive.namelist()}


def packed(parts: dict[str, bytes]) -> bytes:
    out = io.BytesIO()
    with zipfile.ZipFile(out, "w", zipfile.ZIP_DEFLATED) as archive:
        for name, data in parts.items():
            archive.writestr(name, data)
    return out.getvalue()


SHEET = "xl/worksheets/sheet1.xml"
SHORT: list[list[object]] = [["Date", "USD"], [date(2025, 1, 2), 10]]


def test_a_bomb_is_refused() -> None:
    parts = parts_of(SHORT) | {SHEET: b"<worksheet><sheetData>" + b" " * 60_000_000}
    reading = read(packed(parts), "a.xlsx")
    assert (reading.format, refused(reading)) == ("spreadsheet", "bomb")


def test_entities_are_refused() -> None:
    parts = parts_of(SHORT)
    parts[SHEET] = (
        b'<!DOCTYPE x [<!ENTITY a "b">]><worksheet><sheetData><row><c><v>&a;</v></c></row></sheetData></worksheet>'
    )
    assert refused(read(packed(parts), "a.xlsx")) == "xml_entities"


def test_a_dimension_that_lies_costs_nothing() -> None:
    parts = parts_of(SHORT)
    parts[SHEET] = parts[SHEET].replace(b'ref="A1:B2"', b'ref="A1:XFD1048576"')
    assert len(read(packed(parts), "a.xlsx").items) == 2


def test_a_damaged_sheet_is_read_as_far_as_it_goes() -> None:
    parts = parts_of([*SHORT, [date(2025, 1, 3), 20]])
    parts[SHEET] = parts[SHEET][: parts[SHEET].rindex(b"<row") + 20]
    reading = read(packed(parts), "a.xlsx")
    assert paid(reading) == [("2025-01-02", 10, "USD")]
    assert warned(reading) == {"sheet_damaged"}


def test_impossible_rows_and_columns_are_damage() -> None:
    parts = parts_of(SHORT)
    parts[SHEET] = parts[SHEET].replace(b'r="B2"', b'r="ZZZZZZZZ99999999999"')
    assert warned(read(packed(parts), "a.xlsx")) == {"sheet_damaged"}


def test_a_cut_off_workbook_is_refused() -> None:
    data = packed(parts_of(SHORT))
    assert refused(read(data[: len(data) // 2], "a.xlsx")) in ("broken", "unknown")


def test_old_and_locked_workbooks_are_known_and_said() -> None:
    def compound(name: str) -> bytes:
        head = bytearray(512)
        head[:8] = b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1"
        head[30:32], head[48:52] = (9).to_bytes(2, "little"), (0).to_bytes(4, "little")
        entry = bytearray(512)
        written = name.encode("utf-16-le") + b"\0\0"
        entry[: len(written)], entry[64:66] = written, len(written).to_bytes(2, "little")
        return bytes(head + entry)

    assert [refused(read(compound(one), "a.xls")) for one in ("Workbook", "EncryptedPackage")] == [
        "old_office",
        "encrypted",
    ]


# --- OpenDocument and text ---


def ods(rows: str, settings: str = "") -> bytes:
    space = 'xmlns:office="urn:o" xmlns:table="urn:t" xmlns:text="urn:x" xmlns:style="urn:s" xmlns:calcext="urn:c"'
    content = (
        f"<office:document-content {space}><office:automatic-styles>"
        '<style:style style:name="ta2"><style:table-properties table:display="false"/></style:style>'
        f"</office:automatic-styles><office:body><office:spreadsheet>{rows}</office:spreadsheet></office:body>"
        "</office:document-content>"
    )
    out = io.BytesIO()
    with zipfile.ZipFile(out, "w") as archive:
        archive.writestr("mimetype", "application/vnd.oasis.opendocument.spreadsheet")
        archive.writestr("content.xml", content, zipfile.ZIP_DEFLATED)
        archive.writestr("META-INF/manifest.xml", f"<manifest>{settings}</manifest>")
    return out.getvalue()


def cell(text: str) -> str:
    return f'<table:table-cell office:value-type="string"><text:p>{text}</text:p></table:table-cell>'


LEDGER = (
    f'<table:table table:name="دفتر"><table:table-row>{cell("تاريخ")}{cell("مبلغ")}</table:table-row><table:table-row>'
    '<table:table-cell office:value-type="date" office:date-value="2025-01-02"><text:p>٢/١</text:p></table:table-cell>'
    '<table:table-cell office:value-type="currency" office:currency="USD" office:value="4500">'
    '<text:p>4,500</text:p></table:table-cell>'
    '</table:table-row><table:table-row table:number-rows-repeated="1048574">'
    '<table:table-cell table:number-columns-repeated="16384"/>'
    '</table:table-row></table:table><table:table table:name="خاص" table:style-name="ta2">'
    '<table:table-row table:visibility="collapse">'
    + cell('x<text:s text:c="2"/>y')
    + "</table:table-row></table:table>"
)


def test_open_document_tables() -> None:
    reading = read(ods(LEDGER), "a.ods")
    assert reading.format == "spreadsheet"
    assert paid(reading) == [("2025-01-02", 4500, "USD")]
    assert reading.facts["hidden_sheets"] == ["خاص"]
    assert reading.items[-1].text == "x  y"
    assert warned(reading) == {"sheet_hidden", "rows_hidden"}


def test_cells_repeated_without_end_are_cut_off_and_said() -> None:
    row = (
        '<table:table-row table:number-rows-repeated="1048576"><table:table-cell office:value-type="float"'
        ' table:number-columns-repeated="16384" office:value="1"/></table:table-row>'
    )
    reading = read(ods(f'<table:table table:name="x">{row}</table:table>'), "a.ods")
    assert warned(reading) == {"cut_off"}


def test_a_locked_open_document_is_said() -> None:
    assert refused(read(ods(LEDGER, "<encryption-data/>"), "a.ods")) == "encrypted"


TEXT = 'التاريخ;الاسم;المبلغ (دولار)\r\n2025/02/20;ميسون;4500\r\n21/02/2025;"س; ع";300\r\n'


@pytest.mark.parametrize(("data", "encoding"), [
    (TEXT.encode("utf-8-sig"), "utf-8"), (TEXT.encode("utf-16"), "utf-16"), (TEXT.encode("cp1256"), "windows-1256"),
])  # fmt: skip
def test_tables_as_text(data: bytes, encoding: str) -> None:
    reading = read(data, "a.csv")
    assert (reading.format, reading.facts["encoding"], reading.facts["delimiter"]) == (
        "spreadsheet",
        encoding,
        ";",
    )
    assert [(one.at, one.detail["amount"], one.place) for one in of(reading, Kind.PAYMENT)] == [
        ("2025-02-20", 4500, "row 2"), ("2025-02-21", 300, "row 3")]  # fmt: skip
    assert "س; ع" in reading.items[2].text


def test_a_table_is_known_without_its_ending_and_prose_is_not_one() -> None:
    assert read(TEXT.encode(), "export.txt").format == "spreadsheet"
    prose = "She said, on Monday, that it was late.\nNobody came.\nThe car, white, stood there.\nThen it left.\n"
    assert read(prose.encode(), "a.txt").format == "plain_text"


def test_a_million_columns_are_cut_and_said() -> None:
    reading = read(b"a,b\n" + b"1," * 1_000_000 + b"\n2,3\n", "a.csv")
    assert warned(reading) == {"row_cut"}
    assert len(reading.items) == 3


def test_zeros_in_text_are_left_out_and_said() -> None:
    reading = read(b"date,usd\n2025-01-02,5\x000\n", "a.csv")
    assert warned(reading) == {"holds_nuls"}
    assert paid(reading) == [("2025-01-02", 50, "USD")]


def test_nothing_that_is_read_is_executed_or_changed() -> None:
    evil = "=cmd|' /C calc'!A0"
    item: Item = read(f"date,usd\n2025-01-02,{evil}\n".encode(), "a.csv").items[1]
    assert evil in item.text
