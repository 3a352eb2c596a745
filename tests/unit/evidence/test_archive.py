"""Members of an archive as streams: whole, bounded, and failing in one way only."""

import io
import zipfile
from typing import BinaryIO

import pytest
from faults import hostile_files

from workbench.evidence.intake import archive
from workbench.evidence.intake.archive import Member
from workbench.evidence.intake.archive_names import doubts
from workbench.evidence.intake.source import Notes, Unreadable, source


def members(content: bytes, notes: Notes | None = None) -> tuple[Member, ...]:
    return archive.members(source(io.BytesIO(content), "x.zip", len(content)), notes or Notes())


@pytest.mark.parametrize("method", [zipfile.ZIP_STORED, zipfile.ZIP_DEFLATED])
def test_members_are_read_whole_and_from_any_place(method: int) -> None:
    text = bytes(range(256)) * 1_000
    first, second = members(hostile_files.zipped(("_chat.txt", b"hello"), ("صورة.bin", text), method=method))
    assert (first.name, first.size, first.open().read()) == ("_chat.txt", 5, b"hello")
    assert (second.name, second.size) == ("صورة.bin", len(text))
    stream = second.open()
    assert stream.read(10) == text[:10]
    stream.seek(-7, io.SEEK_END)
    assert stream.read() == text[-7:]
    stream.seek(300)
    assert (stream.tell(), stream.read(5)) == (300, text[300:305])


def test_a_name_in_utf_8_that_does_not_say_so_is_read_as_such() -> None:
    content = hostile_files.zipped(("دردشة.txt", b"x"))
    # The mark stands in the head of the member and in the contents.
    unmarked = bytearray(content)
    unmarked[7] &= ~8
    unmarked[content.rfind(b"PK\x01\x02") + 9] &= ~8
    [one] = members(bytes(unmarked))
    assert (one.name, one.open().read()) == ("دردشة.txt", b"x")


@pytest.mark.parametrize(
    "content",
    [
        hostile_files.swelling(), hostile_files.overlapping(), hostile_files.locked(), hostile_files.with_link(),
        hostile_files.zipped(("x.bin", b"y" * 100), method=zipfile.ZIP_LZMA),
        hostile_files.zipped(("x.bin", b"y" * 100), method=zipfile.ZIP_BZIP2),
    ],
    ids=["swells", "overlaps", "locked", "link", "lzma", "bzip2"],
)  # fmt: skip
def test_members_that_are_not_safe_are_not_given_and_told(content: bytes) -> None:
    notes = Notes()
    assert members(content, notes) == ()
    assert [one.key for one in notes.warnings if one.key.startswith("member_")]


def test_packed_bytes_that_are_wrong_fail_as_broken() -> None:
    content = bytearray(hostile_files.zipped(("a.txt", b"hello hello hello " * 500)))
    content[60] ^= 0xFF
    [one] = members(bytes(content))
    with pytest.raises(Unreadable):
        one.open().read()


def test_a_member_that_says_less_than_it_holds_ends_where_it_says() -> None:
    content = bytearray(hostile_files.zipped(("a.txt", b"y" * 100_000)))
    start = content.rfind(b"PK\x01\x02")
    content[start + 24 : start + 28] = (10).to_bytes(4, "little")
    [one] = members(bytes(content))
    with pytest.raises(Unreadable):
        one.open().read()


def test_reading_over_and_over_is_bounded_in_all() -> None:
    [one] = members(hostile_files.zipped(("a.bin", bytes(range(256)) * 20_000), method=zipfile.ZIP_STORED))
    stream = one.open()
    with pytest.raises(Unreadable) as told:
        _back_and_forth(stream, one.size)
    assert told.value.told.key == "bomb"


def _back_and_forth(stream: BinaryIO, size: int) -> None:
    for _ in range(10_000):
        stream.seek(0)
        stream.seek(size - 1)
        stream.read(1)


@pytest.mark.parametrize(
    "name",
    ["IMG-20250101-WA0001.jpg", "دردشة واتساب مع حنان.txt",
     "نامه‌ی من.txt", "a/b.c/d.txt", "..a/b..txt", "condor.txt"],
)
def test_honest_names_are_not_doubted(name: str) -> None:
    assert doubts(name) == ()


@pytest.mark.parametrize(("name", "warning"), hostile_files.LEADING_OUT.items())
def test_names_made_to_mislead_are_doubted(name: str, warning: str) -> None:
    assert warning in doubts(name)
