"""Address books: every version, what telephones write against the rules, and one number in several spellings."""

import hashlib

import pytest
from evidence_reading import of_kind, read, warned

from workbench.evidence.intake.items import Kind


def card(*lines: str, ends: str = "\r\n") -> str:
    return ends.join(("BEGIN:VCARD", *lines, "END:VCARD", ""))


def test_a_card_of_each_version() -> None:
    old = card("VERSION:2.1", "N:;Doctor;;;", "TEL;CELL:0769 000 4121")
    email = "item1.EMAIL:a@b.example"
    usual = card(
        "VERSION:3.0", "FN:Karwan", "N:Driver;Karwan;;;", "TEL;TYPE=CELL,VOICE:+9647690004121", email
    )
    number = 'TEL;VALUE=uri;TYPE="cell,home":tel:+9647490004140'
    new = card("VERSION:4.0", "FN:Zana", number, "NOTE:owes\\, 300\\nby May")
    found = read(old + usual + new, "contacts.vcf")
    assert (found.format, found.counts) == ("vcard", {"contacts": 3})
    assert [one.sender for one in found.items] == ["Doctor", "Karwan", "Zana"]
    assert [one.place for one in found.items] == ["line 1", "line 6", "line 13"]
    assert found.items[1].detail["emails"] == ["a@b.example"]
    assert found.items[2].detail["notes"] == ["owes, 300\nby May"]
    assert found.items[2].detail["numbers"] == [
        {"written": "+9647490004140", "number": "+9647490004140", "kind": "cell,home"}
    ]
    assert found.facts["same_number"] == {"+9647690004121": ["0769 000 4121", "+9647690004121"]}


def test_quoted_printable_over_several_lines() -> None:
    name = "أم علي"
    coded = "".join(f"={byte:02X}" for byte in name.encode())
    text = card(
        "VERSION:2.1", f"FN;ENCODING=QUOTED-PRINTABLE;CHARSET=UTF-8:{coded[:15]}=", coded[15:],
        "TEL;CELL;PREF:07690004121",
    )  # fmt: skip
    assert [one.sender for one in read(text, "x.vcf").items] == [name]


def test_a_long_line_that_is_folded() -> None:
    assert read(card("FN:Kar", " wan", "TEL:1", "\t23"), "x.vcf").items[0].text == "Karwan · 123"


def test_a_picture_is_kept_by_its_hash() -> None:
    one = read(card("FN:A", "PHOTO;ENCODING=b;TYPE=JPEG:aGVs", " bG8="), "x.vcf").items[0]
    assert one.detail["photo"] == {"size": 5, "sha256": hashlib.sha256(b"hello").hexdigest()}


def test_what_cannot_be_read_is_kept_and_counted() -> None:
    text = card("FN:A", "no colon here", "TEL:07690004121") + "left over\r\n" + card("FN:B")
    found = read(text, "x.vcf")
    assert found.counts == {"contacts": 2, "records": 1}
    assert found.items[0].detail["unread"] == ["no colon here"]
    assert [one.text for one in of_kind(found, Kind.RECORD)] == ["left over"]
    assert warned(found)["cards_unread"] == {"count": 2}


def test_a_book_that_is_cut_off_gives_the_last_card_as_cut_off() -> None:
    found = read((card("FN:A", "TEL:1") + card("FN:B", "TEL:07690004121"))[:-16], "x.vcf")
    assert [(one.sender, one.detail.get("cut_off", False)) for one in found.items] == [("A", False), ("B", True)]


def test_a_card_within_a_card_is_no_card_of_its_own() -> None:
    found = read(card("FN:A", "AGENT:", "BEGIN:VCARD", "FN:Inner", "END:VCARD", "TEL:07690004121"), "x.vcf")
    assert [one.sender for one in found.items] == ["A"]
    assert found.facts["numbers"] == 1


@pytest.mark.parametrize("ends", ["\n", "\r\n", "\r"])
def test_any_end_of_line(ends: str) -> None:
    assert [one.place for one in read(card("FN:A", ends=ends) + card("FN:B", ends=ends), "x.vcf").items] == [
        "line 1", "line 4",
    ]  # fmt: skip


def test_a_line_without_end_takes_no_time_worth_telling() -> None:
    """A line of megabytes without a colon made a library hang; here it is one more line that is no card's."""
    found = read(card("FN:A", "x" * 8_000_000, "TEL;" + ";" * 2_000_000, '"' * 1_000_000 + ":"), "x.vcf")
    assert found.counts == {"contacts": 1}
