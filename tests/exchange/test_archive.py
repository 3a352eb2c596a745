"""ZIP files from outside: what would do harm is refused before anything is unpacked."""

import io
import stat
import struct
import warnings
import zipfile
from collections.abc import Callable

import pytest
from hypothesis import given
from hypothesis import strategies as st

from workbench.exchange import archive
from workbench.exchange.archive import Limits, TooLarge, Unfit
from workbench.i18n import language

LIMITS = Limits(files=20, size=100_000)
NAME = st.text(st.sampled_from("abcé./ت"), min_size=1, max_size=12).filter(
    lambda name: not {"", ".", ".."} & set(name.split("/"))
)


def zipped(*members: tuple[str | zipfile.ZipInfo, bytes], packing: int = zipfile.ZIP_DEFLATED) -> bytes:
    """An archive as another program makes it, odd names and all."""
    out = io.BytesIO()
    with warnings.catch_warnings():
        warnings.simplefilter("ignore")
        with zipfile.ZipFile(out, "w", packing) as made:
            for name, content in members:
                made.writestr(name, content, packing)
    return out.getvalue()


def patched(data: bytes, mark: bytes, at: int, value: bytes) -> bytes:
    """The archive with some bytes of its last header of a kind changed."""
    place = data.rindex(mark) + at
    return data[:place] + value + data[place + len(value) :]


@given(st.dictionaries(NAME, st.binary(max_size=50), max_size=8))
def test_what_is_written_is_read_again_also_by_others(members: dict[str, bytes]) -> None:
    data = archive.write(members)
    with zipfile.ZipFile(io.BytesIO(data)) as other:
        assert {name: other.read(name) for name in other.namelist()} == members
    if len({name.casefold() for name in members}) == len(members):
        assert archive.read(data, LIMITS) == members


def test_what_another_program_packed_is_read() -> None:
    assert archive.read(zipped(("a/b.txt", b"x" * 500), ("c", b"")), LIMITS) == {"a/b.txt": b"x" * 500, "c": b""}
    with_sizes_behind = io.BytesIO()
    with zipfile.ZipFile(_OnlyForward(with_sizes_behind), "w", zipfile.ZIP_DEFLATED) as made:
        made.writestr("a", b"streamed")
    assert archive.read(with_sizes_behind.getvalue(), LIMITS) == {"a": b"streamed"}


class _OnlyForward(io.RawIOBase):
    """A pipe: whoever writes to it cannot go back and fill in the sizes."""

    def __init__(self, out: io.BytesIO) -> None:
        self.out = out

    def writable(self) -> bool:
        return True

    def write(self, data: object) -> int:
        return self.out.write(data)  # type: ignore[arg-type]


def test_the_order_in_which_files_are_named_makes_no_other_archive() -> None:
    one, other = {"b": b"1", "a": b"2"}, {"a": b"2", "b": b"1"}
    assert archive.write(one) == archive.write(other)


@pytest.mark.parametrize(
    "name",
    [
        "../evil", "a/../../evil", "/etc/passwd", "C:/evil", "C:evil", "\\\\host\\share", "..\\evil", "a//b", "a/",
        "./a", "a\x01b", "a\u202eb", "n" * 241,
    ],
)  # fmt: skip
def test_a_name_that_leads_elsewhere_is_refused(name: str) -> None:
    with pytest.raises(Unfit):
        archive.read(zipped((name, b"x")), LIMITS)


def test_a_name_with_a_zero_byte_or_in_no_known_letters_is_refused() -> None:
    # What stands behind the zero byte would be cut off by whoever wrote it to a disk.
    data = zipped(("a_b.po", b"x")).replace(b"a_b.po", b"a\0b.po")
    with pytest.raises(Unfit):
        archive.read(data, LIMITS)
    with pytest.raises(Unfit):
        archive.read(zipped(("a_b.po", b"x")).replace(b"a_b.po", b"a\xe4b.po"), LIMITS)


@pytest.mark.parametrize(("one", "other"), [("a", "a"), ("a/B", "A/b"), ("\u00e9", "e\u0301")])
def test_two_names_that_some_system_takes_for_one_are_refused(one: str, other: str) -> None:
    with pytest.raises(Unfit, match="twice"):
        archive.read(zipped((one, b"1"), (other, b"2")), LIMITS)


def test_links_are_refused() -> None:
    link = zipfile.ZipInfo("link")
    link.create_system, link.external_attr = 3, (stat.S_IFLNK | 0o777) << 16
    with pytest.raises(Unfit, match="link"):
        archive.read(zipped((link, b"/etc/passwd")), LIMITS)


@pytest.mark.parametrize("flags", [0x1, 0x41, 0x2000])
def test_encrypted_entries_are_refused(flags: int) -> None:
    data = patched(zipped(("a", b"x")), b"PK\1\2", 8, struct.pack("<H", flags))
    with pytest.raises(Unfit, match="encrypted"):
        archive.read(data, LIMITS)


def test_an_unknown_packing_is_refused() -> None:
    with pytest.raises(Unfit, match="unknown way"):
        archive.read(zipped(("a", b"x" * 100), packing=zipfile.ZIP_BZIP2), LIMITS)


def test_more_files_more_bytes_or_denser_ones_than_allowed_are_refused() -> None:
    many = zipped(*((str(number), b"") for number in range(21)))
    large = zipped(*((str(number), bytes(range(256)) * 40) for number in range(11)), packing=zipfile.ZIP_STORED)
    dense = zipped(("a", bytes(90_000)))
    for data in (many, large, dense):
        with pytest.raises(TooLarge):
            archive.read(data, LIMITS)


def test_a_file_that_unpacks_to_more_than_it_says_is_stopped() -> None:
    honest = zipped(("a", bytes(50_000)))
    small = struct.pack("<L", 100)
    liar = patched(patched(honest, b"PK\1\2", 24, small), b"PK\3\4", 22, small)
    with pytest.raises(Unfit, match="damaged"):
        archive.read(liar, LIMITS)


def test_entries_that_share_bytes_are_refused() -> None:
    data = zipped(("aa", b"x" * 20), ("aB", b"y" * 20), packing=zipfile.ZIP_STORED)
    place = data.index(b"PK\1\2")
    # The first entry says that it goes on into the second one.
    longer = data[: place + 20] + struct.pack("<LL", 40, 40) + data[place + 28 :]
    # Both point to the same place, as in the densest bombs.
    twice = patched(data, b"PK\1\2", 42, struct.pack("<L", 0))
    for spoilt in (longer, twice):
        with pytest.raises(Unfit, match="list of contents"):
            archive.read(spoilt, LIMITS)


def test_a_changed_content_is_refused_whatever_its_packing() -> None:
    for packing in (zipfile.ZIP_STORED, zipfile.ZIP_DEFLATED):
        data = zipped(("a", b"some text"), packing=packing)
        at = data.index(b"PK\3\4") + 31 + 3
        with pytest.raises(Unfit, match="damaged"):
            archive.read(data[:at] + bytes([data[at] ^ 8]) + data[at + 1 :], LIMITS)


@pytest.mark.parametrize("change", [lambda it: b"x" + it, lambda it: it + b"x", lambda _: b"", lambda _: b"PK"])
def test_anything_around_the_archive_is_refused(change: Callable[[bytes], bytes]) -> None:
    with pytest.raises(Unfit):
        archive.read(change(zipped(("a", b"x"))), LIMITS)


def test_a_remark_at_the_end_is_refused() -> None:
    out = io.BytesIO()
    with zipfile.ZipFile(out, "w") as made:
        made.writestr("a", b"x")
        made.comment = b"hidden"
    with pytest.raises(Unfit):
        archive.read(out.getvalue(), LIMITS)


@given(st.binary(max_size=400))
def test_any_bytes_are_refused_or_read_and_nothing_else(data: bytes) -> None:
    said = "read"
    try:
        archive.read(data, LIMITS)
    except Unfit as unfit:
        said = unfit.say(language("ar_IQ"))
    assert said


@given(st.data())
def test_a_spoilt_archive_is_refused_or_read_and_nothing_else(data: st.DataObject) -> None:
    whole = bytearray(zipped(("a/b", b"some text " * 20), ("c", b"more")))
    for _ in range(data.draw(st.integers(1, 4))):
        whole[data.draw(st.integers(0, len(whole) - 1))] = data.draw(st.integers(0, 255))
    try:
        read = archive.read(bytes(whole), LIMITS)
    except Unfit:
        return
    assert {*read.values()} <= {b"some text " * 20, b"more"}
