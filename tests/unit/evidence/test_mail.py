"""Letters: from whom to whom, when, in which words, with what attached; and letters that are made to do harm."""

import base64
import hashlib
from email.message import EmailMessage

import pytest
from evidence_reading import of_kind, read, warned

from workbench.evidence.intake.items import Kind

HEAD = b"From: a@b.example\r\nTo: c@d.example\r\nDate: Mon, 25 Mar 2024 10:00:00 +0300\r\nSubject: x\r\n"


def letter(**attached: bytes) -> bytes:
    one = EmailMessage()
    one["From"], one["To"] = "مكتب الليلك <office@lilac.example>", "Zana <zana@road.example>, b@road.example"
    one["Cc"], one["Subject"] = "boss@road.example", "فاتورة ١٧"
    one["Date"], one["Message-ID"] = "Mon, 25 Mar 2024 10:00:00 +0300", "<1@lilac.example>"
    one.set_content("وصلت البنت\n")
    page = "<html><head><title>no</title></head><body><p>وصلت البنت</p><p>pay <b>350</b></p></body></html>"
    one.add_alternative(page, "html")
    for name, content in attached.items():
        one.add_attachment(content, "application", "pdf", filename=name)
    return one.as_bytes()


def test_a_letter_with_all_its_parts() -> None:
    found = read(letter(a=b"one", b=b"two"), "mail.eml")
    assert (found.format, found.counts) == ("mail", {"messages": 1, "files": 2})
    one = found.items[0]
    assert one.sender == "مكتب الليلك <office@lilac.example>"
    assert one.to == ("Zana <zana@road.example>", "b@road.example", "boss@road.example")
    assert (one.at, one.zone, one.doubts) == ("2024-03-25T10:00:00+03:00", "+03:00", ())
    assert (one.detail["subject"], one.text) == ("فاتورة ١٧", "وصلت البنت")
    # The page says more than the text: both are shown.
    assert one.detail["page"] == "وصلت البنت\npay 350"
    files = of_kind(found, Kind.FILE)
    assert [(each.text, each.detail["sha256"]) for each in files] == [
        ("a", hashlib.sha256(b"one").hexdigest()), ("b", hashlib.sha256(b"two").hexdigest()),
    ]  # fmt: skip


def test_a_mailbox_of_several_letters() -> None:
    box = b"".join(b"From x@y.example Mon Mar 25 10:00:00 2024\n" + letter() + b"\n" for _ in range(3))
    found = read(box, "all.mbox")
    assert (found.format, found.counts) == ("mail", {"messages": 3})
    assert [one.place for one in found.items] == ["letter 1", "letter 2", "letter 3"]


@pytest.mark.parametrize("date", [b"", b"Date: yesterday\r\n", b"Date: Mon, 99 Mar 2024 99:00:00 +0300\r\n"])
def test_a_letter_whose_moment_cannot_be_read_has_none(date: bytes) -> None:
    head = b"From: a@b.example\r\nTo: c@d.example\r\nSubject: x\r\nMessage-ID: <1@b.example>\r\n"
    found = read(head + date + b"\r\nhi", "m.eml")
    assert [(one.at, one.doubts, one.text) for one in found.items] == [("", ("zone_unknown",), "hi")]


@pytest.mark.parametrize("charset", ["windows-1256", "no-such-charset", ""])
def test_letters_of_an_arab_windows(charset: str) -> None:
    kind = f'Content-Type: text/plain; charset="{charset}"\r\n'.encode() if charset else b""
    found = read(HEAD + kind + b"\r\n" + "وصلت البنت إلى الدار".encode("cp1256"), "m.eml")
    assert found.items[0].text == "وصلت البنت إلى الدار"


def test_parts_within_parts_without_end_are_bounded() -> None:
    content = HEAD + b"".join(
        b'Content-Type: multipart/mixed; boundary="b%d"\r\n\r\n--b%d\r\n' % (n, n) for n in range(90)
    ) + b"Content-Type: text/plain\r\n\r\ndeep inside\r\n"  # fmt: skip
    found = read(content, "deep.eml")
    assert found.counts["messages"] == 1
    assert "parts_left" in warned(found)


def test_parts_beyond_all_measure_are_refused() -> None:
    content = HEAD + b"".join(
        b'Content-Type: multipart/mixed; boundary="b%d"\r\n\r\n--b%d\r\n' % (n, n) for n in range(2_000)
    )  # fmt: skip
    found = read(content, "deep.eml")
    assert found.refused is not None
    assert found.refused.key == "too_large"


def test_more_attachments_than_are_read_are_counted() -> None:
    parts = b"".join(b"--b\r\nContent-Type: image/png\r\n\r\nx\r\n" for _ in range(700))
    found = read(HEAD + b'Content-Type: multipart/mixed; boundary="b"\r\n\r\n' + parts + b"--b--\r\n", "many.eml")
    assert found.counts["files"] == 500
    assert warned(found)["parts_left"] == {"count": 200}


def test_a_letter_that_is_cut_off_within_what_is_attached() -> None:
    whole = letter(a=base64.b64encode(bytes(range(256)) * 40))
    found = read(whole[: len(whole) - 4_000], "mail.eml")
    assert found.items[0].text == "وصلت البنت"
    assert found.counts == {"messages": 1, "files": 1}


def test_names_of_attached_files_that_would_mislead_stay_words() -> None:
    named = b'Content-Disposition: attachment; filename="../../x\r\n .exe"'
    part = b"--b\r\nContent-Type: image/png\r\n" + named + b"\r\n\r\nx\r\n--b--\r\n"
    found = read(HEAD + b'Content-Type: multipart/mixed; boundary="b"\r\n\r\n' + part, "m.eml")
    [one] = of_kind(found, Kind.FILE)
    assert one.text == "../../x .exe"
    assert "name_leads_out" in warned(found)


@pytest.mark.parametrize("text", ["Subject: only this\n\nx", "To do: wash\nFrom: here\n", "hello", ""])
def test_other_texts_are_not_taken_for_letters(text: str) -> None:
    assert read(text, "m.eml").format != "mail"


def test_a_header_without_end_takes_no_time_worth_telling() -> None:
    endless = b"Cc: " + b"a@b.example, " * 200_000 + b"\r\nX-Mailer: " + b"=?utf-8?q?" * 100_000
    [one] = read(HEAD + endless + b"\r\n\r\nhi", "m.eml").items
    assert one.text == "hi"
    assert len(one.to) <= 501
