"""What one hostile piece of a file may not do: take with it all else that the file holds, or all the time there is."""

import base64
import hashlib
import json
import struct
import sys
from collections.abc import Callable
from pathlib import Path

import pytest
from faults import hostile_evidence
from faults.commands import read_json
from faults.hostile_files import zipped

from tests.evidence_reading import of_kind, read, warned
from workbench.evidence.intake import runner
from workbench.evidence.intake.items import Kind, Reading
from workbench.evidence.intake.sandbox import Limits

# Far less than what these files cost before, several times what they cost now.
SHORT = Limits(processor_seconds=15, seconds=90.0)
LETTER = (
    "From: a@example.org\nTo: b@example.org\nDate: Mon, 1 Jan 2024 10:00:00 +0300\nSubject: s\n"
    "MIME-Version: 1.0\nContent-Type: {kind}\n{more}\n{body}"
)


def in_child(content: bytes, name: str, limits: Limits = SHORT) -> Reading:
    fetch = lambda offset, length: content[offset : offset + length]  # noqa: E731 -- one line, used here only
    return runner.read(fetch, name, len(content), {"region": "IQ"}, limits)


def letter(body: str, kind: str = "text/html; charset=utf-8", more: str = "") -> bytes:
    return LETTER.format(kind=kind, more=more, body=body).encode()


def telegram(*messages: str) -> bytes:
    return ('{"name":"x","type":"personal_chat","id":1,"messages":[' + ",".join(messages) + "]}").encode()


def message(more: str = "") -> str:
    return (
        '{"id":1,"type":"message","date":"2024-01-01T10:00:00","date_unixtime":"1704092400","from":"A",'
        '"from_id":"user1","text":"x"' + more + "}"
    )


@pytest.mark.parametrize("odd", [
    ',"location_information":{"latitude":1e999,"longitude":-1e999}',
    ',"reply_to_message_id":99999999999999999999999999',
    ',"poll":{"votes":1e400}', ',"duration_seconds":123456789012345678901234567890,"file":"a.ogg"',
])  # fmt: skip
def test_a_number_beyond_measure_costs_no_message(odd: str) -> None:
    found = in_child(telegram(message(), message(odd), message()), "result.json")
    assert (found.refused, found.counts) == (None, {"messages": 3})


def test_sizes_that_add_up_beyond_measure_leave_the_list_of_members() -> None:
    name = b"a.txt"
    extra = struct.pack("<HHQQ", 1, 16, 2**62, 2**62)
    end = b""
    for _ in range(2):
        end += struct.pack("<4sBBHHHHHIIIHHHHHII", b"PK\1\2", 45, 3, 45, 0, 0, 0, 0x5A21, 0, 0xFFFFFFFF, 0xFFFFFFFF,
                           len(name), len(extra), 0, 0, 0, 0, 0) + name + extra  # fmt: skip
    content = b"PK\3\4" + bytes(60)
    whole = content + end + struct.pack("<4sHHHHIIH", b"PK\5\6", 0, 0, 2, 2, len(end), len(content), 0)
    found = in_child(whole, "x.zip")
    assert found.refused
    assert (found.refused.key, found.counts) == ("bomb", {"files": 2})


def test_one_letter_of_a_mailbox_that_cannot_be_read_hides_no_other() -> None:
    good = "From a@example.org Mon Jan  1 00:00:00 2024\nFrom: a@example.org\nSubject: {}\n\nhello\n\n"
    bad = "From a@example.org Mon Jan  1 00:00:00 2024\nFrom: a@example.org\n\n" + "multipart/\n" * 200 + "\n"
    found = read(good.format("one") + bad + good.format("two"), "box.mbox")
    assert (found.refused, found.counts) == (None, {"messages": 2, "records": 1})
    assert warned(found)["letters_unread"] == {"count": 1}
    assert [one.detail["subject"] for one in of_kind(found, Kind.MESSAGE)] == ["one", "two"]
    assert [one.place for one in of_kind(found, Kind.RECORD)] == ["letter 2"]


@pytest.mark.parametrize(
    "page", ["<a " * 600_000, "&#" + "9" * 1_000_000 + ";", "</" * 900_000, "<a b='" * 300_000],
    ids=["tags", "figures", "ends", "quotes"],
)  # fmt: skip
def test_a_page_of_tags_that_never_end_costs_neither_the_letter_nor_the_time(page: str) -> None:
    found = in_child(letter(page), "x.eml")
    assert (found.refused, found.counts) == (None, {"messages": 1})


def test_words_beside_a_tag_stay_apart_and_long_pages_keep_theirs() -> None:
    found = read(letter("<p>Call <b>0790</b> now</p>" + "<p>word after word</p>" * 20_000), "x.eml")
    lines = of_kind(found, Kind.MESSAGE)[0].text.split("\n")
    assert lines[0] == "Call 0790 now"
    assert set(lines[1:]) == {"word after word"}
    assert len(lines) == 20_001


def test_a_letter_with_a_large_film_is_read_within_what_a_reader_may_hold() -> None:
    film = base64.encodebytes(bytes(50_000_000)).decode()
    more = 'Content-Transfer-Encoding: base64\nContent-Disposition: attachment; filename="a.mp4"\n'
    found = in_child(letter(film, "video/mp4", more), "x.eml", Limits(processor_seconds=20))
    assert found.refused is None
    assert [one.detail["size"] for one in of_kind(found, Kind.FILE)] == [50_000_000]


def test_a_hundred_thousand_attachments_of_a_pdf_leave_its_pages_and_are_counted() -> None:
    names = b" ".join(b"(f%06d) 5 0 R" % one for one in range(100_000))
    found = in_child(
        hostile_evidence.pdf(
            b"<</Type/Catalog/Pages 2 0 R/Names<</EmbeddedFiles<</Names[" + names + b"]>>>>>>",
            b"<</Type/Pages/Kids[3 0 R]/Count 1>>", b"<</Type/Page/Parent 2 0 R/MediaBox[0 0 9 9]>>",
            b"<</Length 1>>stream\nx\nendstream", b"<</Type/Filespec/F(a)/EF<</F 4 0 R>>>>",
        ),
        "x.pdf",
    )  # fmt: skip
    assert (found.refused, found.counts) == (None, {"pages": 1, "files": 1000})
    assert warned(found)["pdf_attachments"] == {"count": 100_000}


@pytest.mark.parametrize(
    "markup", ['<wpt lat="{}" lon="2"/>', "<!-- {} -->", "<wpt {}"], ids=["value", "remark", "open"]
)
def test_one_piece_of_markup_without_end_is_not_looked_at_again_and_again(markup: str) -> None:
    content = '<gpx xmlns="http://www.topografix.com/GPX/1/1">' + markup.format("1" * 40_000_000) + "</gpx>"
    found = in_child(content.encode(), "x.gpx")
    assert found.refused is None or found.refused.key == "broken"


def _shared_text() -> bytes:
    cells = "".join(f'<c r="{one}{{0}}" t="s"><v>0</v></c>' for one in "ABCDEFGHIJ")
    rows = "".join(f'<row r="{row}">{cells.format(row)}</row>' for row in range(1, 1000))
    return hostile_evidence.workbook(f"<sheetData>{rows}</sheetData>", f"<si><t>{'B' * 1_000_000}</t></si>")


def _hidden_stretches() -> bytes:
    hidden = "".join(f'<col min="{one}" max="{one}" hidden="1"/>' for one in range(20_000, 90_000))
    rows = "".join(f'<row r="{row}">{"<c><v>1</v></c>" * 200}</row>' for row in range(1, 300))
    return hostile_evidence.workbook(f"<cols>{hidden}</cols><sheetData>{rows}</sheetData>")


def _merged_cells() -> bytes:
    merged = "".join(f'<mergeCell ref="A{row}:A{row + 1}"/>' for row in range(1_000_000, 1_050_000))
    heading = "".join(f'<c r="{one}1" t="inlineStr"><is><t>{word}</t></is></c>' for one, word in
                      (("A", "Date"), ("B", "Amount"), ("C", "Name")))  # fmt: skip
    rows = "".join(f'<row r="{row}"><c r="B{row}"><v>5</v></c></row>' for row in range(2, 20_000))
    sheet = f'<sheetData><row r="1">{heading}</row>{rows}</sheetData><mergeCells>{merged}</mergeCells>'
    return hostile_evidence.workbook(sheet)


@pytest.mark.parametrize("content", [_shared_text, _hidden_stretches, _merged_cells])
def test_a_small_workbook_that_says_much_many_times_is_read_in_time(content: Callable[[], bytes]) -> None:
    found = in_child(content(), "x.xlsx")
    assert found.refused is None
    assert found.counts["records"] > 5


def test_a_table_of_one_cell_for_all_is_read_in_time() -> None:
    found = in_child(hostile_evidence.open_sheet(1_048_576, 16_384), "x.ods")
    assert found.refused is None
    assert "cut_off" in warned(found)


def test_a_figure_that_is_none_spoils_no_sheet() -> None:
    sheet = '<sheetData><row r="²"><c r="A1" s="²"><v>7</v></c><c r="B1" t="s"><v>²</v></c></row></sheetData>'
    found = read(hostile_evidence.workbook(sheet), "x.xlsx")
    assert (found.refused, [one.text for one in found.items]) == (None, ["7 | #²"])


def test_an_account_of_many_facets_that_all_messages_name_is_looked_at_once() -> None:
    facets = [{"@id": f"kb:f{one}"} for one in range(4000)]
    things: list[dict[str, object]] = [{"@id": "kb:hub", "@type": "uco:ObservableObject", "uco:hasFacet": facets}]
    things += [{"@id": f"kb:f{one}", "@type": "uco:AccountFacet", "uco:accountIdentifier": "x"} for one in range(4000)]
    call = {"@type": "uco:CallFacet", "uco:from": {"@id": "kb:hub"}, "uco:to": [{"@id": "kb:hub"}] * 20}
    things += [{"@id": f"kb:c{one}", "@type": "uco:Call", "uco:hasFacet": [call]} for one in range(2000)]
    graph = {"@context": "https://ontology.unifiedcyberontology.org", "@graph": things}
    found = in_child(json.dumps(graph).encode(), "x.jsonld")
    assert (found.refused, found.counts, found.items[0].sender) == (None, {"calls": 2000}, "x")


@pytest.mark.parametrize("charset", ["punycode", "idna", "unicode_escape", "undefined"])
def test_a_letter_in_an_encoding_that_is_none_is_read_as_it_stands(charset: str) -> None:
    body = "hello \\x41 " + "a" * 200_000 + "-" + "9z" * 200_000
    found = in_child(letter(body, f"text/plain; charset={charset}"), "x.eml")
    assert found.refused is None
    assert found.items[0].text == body


@pytest.mark.parametrize("about", [";" * 400_000, "a=b; " * 150_000, '"' * 150_001 + ";" * 150_000])
def test_a_header_of_nothing_but_parameters_costs_neither_the_letter_nor_the_time(about: str) -> None:
    found = in_child(letter("hello", "text/plain; " + about), "x.eml")
    assert (found.refused, found.items[0].text) == (None, "hello")


def test_a_line_of_a_card_folded_a_million_times_is_put_together_once() -> None:
    card = "BEGIN:VCARD\nVERSION:3.0\nFN:A\nNOTE:x\n" + " y\n" * 600_000 + "TEL:07901112222\nEND:VCARD\n"
    soft = "BEGIN:VCARD\nVERSION:2.1\nN:B\nNOTE;ENCODING=QUOTED-PRINTABLE:=41=\n" + "=42=\n" * 300_000 + "\nEND:VCARD\n"
    found = in_child((card + soft).encode(), "x.vcf")
    assert (found.refused, [one.sender for one in found.items]) == (None, ["A", "B"])
    assert str(found.items[0].detail["cut"]) == "True"
    assert "+9647901112222" in str(found.items[0].detail["numbers"])


def test_soft_breaks_and_folds_of_a_card_are_taken_away_and_nothing_else() -> None:
    card = (
        "BEGIN:VCARD\nVERSION:2.1\nFN;ENCODING=QUOTED-PRINTABLE;CHARSET=UTF-8:=D8=A7=\n=D8=B3=\n=D9=85\n"
        "NOTE:one\n  two\n\tthree=\nORG:x\nEND:VCARD\n"
    )
    one = read(card, "x.vcf").items[0]
    assert (one.sender, one.detail["notes"], one.detail["org"]) == ("اسم", ["one twothree="], "x")


@pytest.mark.parametrize("head", [
    b"\xff\xd8\xff\xe0", b"\xff\xd8" + b"\xff" * 8_000_000, b"\xff\xd8" + b"\xff\xfe\0\2" * 200_000,
], ids=["zeros", "filling", "remarks"])  # fmt: skip
def test_a_photograph_that_never_begins_is_not_looked_through(head: bytes) -> None:
    size = 3 * 1024**3

    def fetch(offset: int, length: int) -> bytes:
        return (head[offset:] + bytes(length))[:length] if offset < len(head) else bytes(length)

    found = runner.read(fetch, "x.jpg", size, limits=SHORT)
    assert found.refused
    assert (found.format, found.refused.key) == ("photo", "broken")


@pytest.mark.skipif(sys.platform != "linux", reason="other systems have no such files")
def test_a_file_that_holds_more_than_the_system_says_is_not_called_empty() -> None:
    code, found, _ = read_json("intake", "read", "/proc/self/status")
    assert (code, found[0]["refused"]["key"], found[0]["sha256"]) == (1, "file_changed", None)


def test_a_name_that_is_not_in_the_letters_it_says_hides_no_member() -> None:
    chat = b"01/02/2024, 10:00 - A: x (file attached)\n"
    honest = zipped(("WhatsApp Chat with A.txt", chat), ("?????.jpg", b"picture"))
    # Arabic in the old code page, said to be UTF-8: the mark is the eleventh bit.
    local, line = honest.rfind(b"PK\3\4"), honest.rfind(b"PK\1\2")
    content = bytearray(honest.replace(b"?????.jpg", "صورة1.jpg".encode("cp1256")))
    content[local + 7] |= 8
    content[line + 9] |= 8
    found = in_child(bytes(content), "chat.zip")
    assert (found.refused, found.counts) == (None, {"messages": 1, "files": 1})
    picture = of_kind(found, Kind.FILE)[0]
    assert picture.detail["sha256"] == hashlib.sha256(b"picture").hexdigest()


@pytest.mark.parametrize("name", ["．．／．．／x", "\u2025/x", "\u2024\u2024/x"])
def test_look_alikes_of_steps_lead_out_too(name: str) -> None:
    found = in_child(zipped((name, b"x")), "x.zip")
    assert "name_leads_out" in warned(found)


def test_what_follows_a_picture_in_a_gif_is_told() -> None:
    gif = b"GIF89a\1\0\1\0\x80\0\0\0\0\0\xff\xff\xff,\0\0\0\0\1\0\1\0\0\2\2D\1\0"
    assert warned(read(gif + b"*/=1;alert(1)//", "x.gif"))["goes_on"] == {"count": 15}
    assert "goes_on" not in warned(read(gif + b";", "x.gif"))


CALLS = "Date;Time;Calling number;Called number;Duration;Type\n"
CALL = "2024-01-01;10:00:00;07901112222;07903334444;{};voice\n"


@pytest.mark.parametrize("written", ["inf:1", "nan:1", "-0:05", "-1:30", "1e300:1", "9e9:9e9:9e9", "-60"])
def test_a_duration_that_is_none_costs_no_call(written: str) -> None:
    found = read(CALLS + CALL.format(60) * 5 + CALL.format(written) + CALL.format("1:30") * 5, "cdr.csv")
    assert (found.refused, found.counts) == (None, {"calls": 11})
    assert [one.detail["seconds"] for one in found.items] == [60] * 5 + [None] + [90] * 5


@pytest.mark.parametrize("cell", ["C" * 3_000_000, '"' + "C" * 3_000_000])
def test_one_endless_cell_costs_no_other_call(cell: str) -> None:
    table = CALLS + CALL.format(60) * 500 + CALL.format(cell) + CALL.format(60) * 500
    found = in_child(table.encode(), "cdr.csv")
    assert found.refused is None
    assert found.counts["calls"] >= 1000


def test_a_folder_that_is_closed_is_not_called_something_else(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    (tmp_path / "closed").mkdir()

    def refused(*_words: object) -> object:
        raise PermissionError

    # Whoever runs these tests may look into every folder.
    monkeypatch.setattr("os.scandir", refused)
    monkeypatch.setattr("os.listdir", refused)
    code, found, _ = read_json("intake", "read", str(tmp_path / "closed"))
    assert (code, [one["refused"]["key"] for one in found]) == (1, ["file_unreadable"])


def test_names_of_nothing_but_colons_do_not_cost_the_chat() -> None:
    line = "01/02/2024, 10:00 - A: b{}: c: " + "x: " * 50 + "\n"
    found = in_child("".join(line.format(one % 7) for one in range(60_000)).encode(), "WhatsApp Chat with A.txt")
    assert (found.refused, found.counts) == (None, {"messages": 60_000})


def test_every_number_of_a_tower_may_be_another() -> None:
    rows = "".join(
        f"2024-01-{one % 28 + 1:02};10:00:00;0790{one:07};0770{one:07};60;t{one};C{one}\n" for one in range(60_000)
    )
    heading = "Date;Time;Calling number;Called number;Duration;Type;Cell ID\n"
    found = in_child((heading + rows).encode(), "cdr.csv")
    assert (found.refused, found.counts) == (None, {"calls": 60_000})


