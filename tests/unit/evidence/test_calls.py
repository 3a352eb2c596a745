"""Call records of operators: who called whom, when, from where, in whatever words and letters an operator writes."""

import pytest
from evidence_reading import of_kind, read, warned

from workbench.evidence.intake.items import Kind

ENGLISH = "SEQ;DATE;TIME;CALL_TYPE;MSISDN_A;MSISDN_B;DURATION_SEC;CELL_ID\n"
ROWS = (
    "1;25/03/2024;10:00:00;Outgoing call;+9647690004101;+9647490004140;60;C1\n"
    "2;25/03/2024;11:00:00;Incoming SMS;+9647690004101;+9647490004140;0;C1\n"
    "3;26/03/2024;12:00:00;Incoming call;+9647690004101;+447700900417;30;C2\n"
)
UNKNOWN = "Qa,Qb,Qc,Qd\n" + "".join(
    f"x{n},2024-03-{n:02} 10:00:00,0769000410{n % 3},0749000414{n % 4}\n" for n in range(13, 25)
)


def test_the_subscriber_is_called_where_a_word_says_so() -> None:
    found = read(ENGLISH + ROWS, "cdr.csv")
    assert found.format == "calls"
    assert [(one.sender, one.to) for one in found.items] == [
        ("+9647690004101", ("+9647490004140",)), ("+9647490004140", ("+9647690004101",)),
        ("+447700900417", ("+9647690004101",)),
    ]  # fmt: skip
    assert [one.detail["service"] for one in found.items] == ["voice", "sms", "voice"]
    assert [one.detail["direction"] for one in found.items] == ["out", "in", "in"]
    facts = found.facts
    assert (facts["voice_seconds"], facts["distinct_cells"], facts["subject"]) == (90, 2, "+9647690004101")


@pytest.mark.parametrize("encoding", ["utf-8", "utf-8-sig", "cp1256", "utf-16"])
@pytest.mark.parametrize("sign", [";", ",", "\t", "|"])
def test_arabic_headings_in_any_encoding_and_with_any_sign(encoding: str, sign: str) -> None:
    head = ("ت", "التاريخ", "الوقت", "نوع الخدمة", "رقم المشترك", "الرقم الطرف الثاني", "المدة (ثانية)", "رمز الخلية")
    rows = [("1", "25/03/2024", "10:00:00", "مكالمة صادرة", "07690004101", "07490004140", "60", "C1")] * 20
    text = "".join(sign.join(row) + "\r\n" for row in (head, *rows))
    found = read(text.encode(encoding), "cdr.csv")
    assert (found.format, found.counts, found.facts["delimiter"]) == ("calls", {"calls": 20}, sign)
    assert found.items[0].sender == "+9647690004101"
    assert found.items[0].text == "مكالمة صادرة"
    assert found.items[0].place == "row 2"


def test_kurdish_headings_and_arabic_digits() -> None:
    text = "ژ;بەروار;کات;جۆری پەیوەندی;ژمارەی پەیوەندیکەر;ژمارەی پەیوەندی پێکراو;ماوە (چرکە)\n" + "".join(
        f"{n};٢٥/٠٣/٢٠٢٤;١٠:٠٠:٠{n};پەیوەندی;٠٧٦٩٠٠٠٤١٠١;٠٧٤٩٠٠٠٤١٤{n};٦٠\n" for n in range(1, 6)
    )
    found = read(text, "cdr.csv")
    assert found.counts == {"calls": 5}
    first = found.items[0]
    assert (first.at, first.sender, first.to) == ("2024-03-25T10:00:01", "+9647690004101", ("+9647490004141",))
    assert (first.detail["seconds"], first.detail["b_written"]) == (60, "٠٧٤٩٠٠٠٤١٤1")


def test_columns_that_are_not_known_are_asked_for_with_headings_and_rows() -> None:
    found = read(UNKNOWN, "cdr.csv")
    assert found.refused is not None
    assert (found.refused.key, found.refused.facts, found.items) == ("columns_unknown", {"columns": 4}, ())
    assert found.facts["columns"] == ["Qa", "Qb", "Qc", "Qd"]
    assert found.facts["recognised"] == {"1": "when"}
    sample = found.facts["sample"]
    assert isinstance(sample, list)
    assert sample[0] == ["x13", "2024-03-13 10:00:00", "07690004101", "07490004141"]


@pytest.mark.parametrize(
    "columns",
    [
        {"Qb": "when", "Qc": "a", "Qd": "b"}, {"1": "when", "2": "a", "3": "b"}, {"1": "when", "Qc": "a", "Qd": "b"},
    ],
)  # fmt: skip
def test_a_person_chooses_the_columns_by_heading_or_by_place(columns: dict[str, str]) -> None:
    found = read(UNKNOWN, "cdr.csv", {"mapping": {"columns": columns, "zone": "+03:00"}})
    assert (found.refused, found.counts) == (None, {"calls": 12})
    first = found.items[0]
    assert (first.place, first.sender, first.to, first.zone, first.doubts) == (
        "row 2", "+9647690004101", ("+9647490004141",), "+03:00", (),
    )  # fmt: skip
    assert first.detail["other"] == {"Qa": "x13"}
    # The heading stays known, so that the choice can be found again for the next file of this kind.
    assert found.facts["columns"] == ["Qa", "Qb", "Qc", "Qd"]


def test_the_choice_comes_as_json_from_the_command_line() -> None:
    chosen = '{"columns": {"Qb": "when", "Qc": "b", "Qd": "a"}}'
    assert read(UNKNOWN, "cdr.csv", {"mapping": chosen}).items[0].sender == "+9647490004141"
    found = read(UNKNOWN, "cdr.csv", {"mapping": "{"})
    assert found.refused is not None
    assert found.refused.key == "columns_unknown"


def test_a_table_without_headings_has_none_to_know_it_again_by() -> None:
    found = read(UNKNOWN.partition("\n")[2], "cdr.csv")
    assert found.refused is not None
    assert (found.facts["columns"], found.facts["width"]) == ([], 4)
    # A place that is chosen may stand as a figure in the rows too.
    rows = UNKNOWN.partition("\n")[2].replace("x13", "1")
    assert read(rows, "cdr.csv", {"mapping": {"columns": {"1": "when", "2": "a", "3": "b"}}}).counts == {"calls": 12}


def test_a_mapping_that_leaves_the_moment_open_is_asked_for_again() -> None:
    found = read("a,b,c\nx,y,z\nx,y,z\n", "cdr.csv", {"format": "calls", "mapping": {"columns": {"a": "b"}}})
    assert found.refused is not None
    assert found.refused.key == "columns_unknown"


def test_day_and_month_are_doubted_until_a_person_says() -> None:
    rows = "".join(f"{n};0{n}/02/2024;10:00:00;call;07690004101;0749000414{n};5;C\n" for n in (1, 2, 3))
    found = read(ENGLISH + rows, "cdr.csv")
    assert found.facts["date_order"] == "unclear"
    assert ["day_month_unclear" in one.doubts for one in found.items] == [True, False, True]
    chosen = read(ENGLISH + rows, "cdr.csv", {"mapping": {"date_order": "month_day"}})
    assert [one.at[:10] for one in chosen.items] == ["2024-01-02", "2024-02-02", "2024-03-02"]
    assert {one.doubts for one in chosen.items} == {("zone_unknown",)}


def test_numbers_that_a_spreadsheet_program_shortened_are_told() -> None:
    found = read(ENGLISH + ROWS + "4;27/03/2024;12:00:00;call;+9647690004101;9.64749E+12;30;C2\n", "cdr.csv")
    assert found.items[-1].doubts[-1] == "number_spoilt"
    assert warned(found)["numbers_spoilt"] == {"count": 1}


def test_rows_that_are_no_record_are_kept_between_and_counted_at_the_end() -> None:
    between = ENGLISH + ROWS.replace("2;25", "page 2 of 3\n2;25") + "*** end of list ***;;\n"
    found = read("Operator (invented)\nList of calls\n" + between, "cdr.csv")
    assert found.counts == {"calls": 3, "records": 1}
    assert [one.text for one in of_kind(found, Kind.RECORD)] == ["page 2 of 3"]
    assert (found.facts["header_lines_before_columns"], found.facts["footer_lines"]) == (2, 1)
    assert found.facts["above"] == ["Operator (invented)", "List of calls"]


@pytest.mark.parametrize(
    ("head", "row", "at", "zone"),
    [
        ("Start Time", "2024-03-25T10:00:00+03:00", "2024-03-25T10:00:00+03:00", "+03:00"),
        ("Start Time", "25-Mar-2024 10:00:00 PM", "2024-03-25T22:00:00", ""),
        ("Start Time", "20240325100000", "2024-03-25T10:00:00", ""),
        ("Start Time", "2024-03-25T10:00:00Z", "2024-03-25T10:00:00+00:00", "+00:00"),
        ("Start Time", "1711350000", "2024-03-25T07:00:00+00:00", "+00:00"),
        ("Start Time", "25/03/2024 10:00", "2024-03-25T10:00", ""),
        ("التاريخ والوقت", "25/03/2024 10:00:00 م", "2024-03-25T22:00:00", ""),
    ],
)  # fmt: skip
def test_moments_as_operators_write_them(head: str, row: str, at: str, zone: str) -> None:
    rows = "".join(f"{row};Outgoing call;07690004101;0749000414{n};5\n" for n in range(5))
    found = read(f"{head};Call Type;A Number;B Number;Duration\n{rows}", "cdr.csv")
    assert found.counts == {"calls": 5}
    assert (found.items[0].at, found.items[0].zone) == (at, zone)


def test_a_file_that_is_cut_off_within_a_row_gives_the_rows_before() -> None:
    whole = (ENGLISH + ROWS).encode()
    found = read(whole[:-60], "cdr.csv")
    assert found.counts["calls"] >= 2
    assert [one.at for one in found.items[:2]] == ["2024-03-25T10:00:00", "2024-03-25T11:00:00"]


def test_an_open_quotation_mark_does_not_swallow_the_rest() -> None:
    rows = ROWS.replace("Outgoing call", '"Outgoing call')
    assert read(ENGLISH + rows, "cdr.csv").counts == {"calls": 3}


@pytest.mark.parametrize(
    "text",
    [
        "Name,Phone,Born\nZana,07690004101,1990-01-01\nAras,07690004102,1991-02-02\n",
        "date,amount,to\n2024-03-25,100,Zana\n2024-03-26,200,Aras\n", "a,b,c\n1,2,3\n", '{"a": 1}', "",
    ],
)  # fmt: skip
def test_other_tables_are_not_taken_for_call_records(text: str) -> None:
    assert read(text, "table.csv").format != "calls"


def test_rows_of_all_widths_are_asked_about() -> None:
    found = read("a;b;c\nd;e;f;g\nh\n", "cdr.csv", {"format": "calls"})
    assert found.refused is not None
    assert (found.refused.key, found.facts["columns"]) == ("columns_unknown", [])


@pytest.mark.parametrize(
    ("heads", "types", "doubted"),
    [
        (("Calling number", "Called number"), ("call",), False), (("Subscriber", "Other number"), ("call",), True),
        (("Subscriber", "Other number"), ("outgoing call", "incoming call"), False),
        (("Calling number", "Called number"), ("call", "incoming call"), True),
        (("رقم المشترك", "الطرف الثاني"), ("مكالمة",), True), (("الرقم المتصل", "الرقم المتصل به"), ("مكالمة",), False),
    ],
)  # fmt: skip
def test_who_called_is_doubted_where_nothing_says_it(
    heads: tuple[str, str], types: tuple[str, ...], doubted: bool
) -> None:
    rows = "".join(
        f"2024-03-25;10:00:0{n};{types[n % len(types)]};07690004101;0749000414{n}\n" for n in range(6)
    )
    found = read(f"date;time;type;{heads[0]};{heads[1]}\n{rows}", "cdr.csv")
    assert found.counts == {"calls": 6}
    assert ("who_called_unclear" in found.items[0].doubts) == doubted


def test_numbers_under_unknown_headings_are_read_with_that_doubt() -> None:
    rows = UNKNOWN.replace("07690004100", "07690004102").replace("07690004101", "07690004102")
    found = read(rows, "cdr.csv", {"format": "calls"})
    assert found.counts == {"calls": 12}
    assert {one.doubts for one in found.items} == {("zone_unknown", "who_called_unclear")}
