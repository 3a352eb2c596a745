"""Bytes as letters: marks, UTF-16 without a mark, windows-1256, and texts that are spoilt in a few places."""

import pytest

from workbench.evidence.intake import encodings
from workbench.evidence.intake.source import Notes

TEXT = "وصلت البنت إلى الدار في الساعة العاشرة\nthen they took the passport\n" * 20


@pytest.mark.parametrize(
    ("encoding", "name", "guessed"),
    [
        ("utf-8", "utf-8", False), ("utf-8-sig", "utf-8-sig", False), ("utf-16", "utf-16", False),
        ("utf-32", "utf-32", False), ("utf-16-le", "utf-16-le", True), ("utf-16-be", "utf-16-be", True),
        ("cp1256", "cp1256", True),
    ],
)  # fmt: skip
def test_encodings_are_told(encoding: str, name: str, guessed: bool) -> None:
    data = TEXT.encode(encoding)
    assert encodings.encoding(data) == (name, guessed)
    notes = Notes()
    assert encodings.decoded(data, notes).removeprefix("\ufeff") == TEXT
    assert [one.key for one in notes.warnings] == ["encoding_guessed"] * guessed
    assert notes.facts["encoding"] == name


def test_plain_english_is_utf_8_and_sure() -> None:
    assert encodings.encoding(b"hello, 12:00") == ("utf-8", False)


def test_a_letter_cut_in_two_at_the_end_is_no_reason_to_guess() -> None:
    data = "سهام".encode()
    assert encodings.encoding(data[:-1]) == ("utf-8", False)


def test_a_few_spoilt_bytes_make_no_other_code_page() -> None:
    data = TEXT.encode().replace(b"then", b"t\xe9en", 1)
    assert encodings.encoding(data) == ("utf-8", True)
    assert encodings.decoded(data, Notes()).count("\ufffd") == 1


def test_arabic_far_behind_plain_english_is_still_read_as_what_it_is() -> None:
    data = b"x" * (1 << 20) + b"\n" + TEXT.encode("cp1256")
    assert encodings.decoded(data, Notes()).endswith(TEXT)


@pytest.mark.parametrize(
    ("text", "lines"),
    [
        ("", [""]), ("a", ["a"]), ("a\n", ["a"]), ("a\r\nb\n\nc", ["a", "b", "", "c"]), ("a\rb\r", ["a", "b"]),
        ("a\r\r\nb\r\r\n", ["a", "b"]), ("a\u2028b\x0bc\x85d", ["a\u2028b\x0bc\x85d"]),
    ],
)  # fmt: skip
def test_lines_end_in_any_way(text: str, lines: list[str]) -> None:
    assert encodings.lines(text) == lines
