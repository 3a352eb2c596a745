"""Files made to do harm: each is hashed, ends in a sentence, leaves the program alive and nothing outside."""

import hashlib
import os
import subprocess
import sys
import threading
from collections.abc import Callable
from pathlib import Path

import pytest
from faults import hostile_evidence, hostile_files
from faults.commands import read_json, told

from workbench.evidence.intake import runner
from workbench.evidence.intake.items import Reading
from workbench.evidence.intake.sandbox import Limits
from workbench.evidence.intake.warnings import REFUSED, WARNINGS

ROOT = Path(__file__).parents[2]
LIMITS = Limits(processor_seconds=10, seconds=40.0)


def in_child(content: bytes, name: str, limits: Limits = LIMITS) -> Reading:
    return runner.read(lambda offset, length: content[offset : offset + length], name, len(content), limits=limits)


@pytest.fixture(scope="module")
def shelf_of_harm(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """A folder with every hostile file in it."""
    folder = tmp_path_factory.mktemp("harm")
    for name, content in hostile_files.whole_set().items():
        (folder / name).write_bytes(content)
    return folder


def test_every_hostile_file_is_hashed_and_ends_in_a_sentence(shelf_of_harm: Path) -> None:
    before = {path.name: hashlib.sha256(path.read_bytes()).hexdigest() for path in shelf_of_harm.iterdir()}
    code, found, err = read_json("intake", "read", str(shelf_of_harm))
    assert (code, err) == (0, "")
    assert {one["file"]: one["sha256"] for one in found} == before
    for one in found:
        assert one["refused"] is None or one["refused"]["key"] in REFUSED, one["file"]
        assert "{" not in str(one["refused"]) or one["refused"]["message"], one["file"]
        assert {warning["key"] for warning in one["warnings"]} <= set(WARNINGS), one["file"]
        assert one["refused"] is None or one["refused"]["key"] not in ("took_too_long", "reader_failed"), one["file"]
    after = {path.name: hashlib.sha256(path.read_bytes()).hexdigest() for path in shelf_of_harm.iterdir()}
    assert after == before
    assert list(shelf_of_harm.parent.rglob("escaped*")) == []


@pytest.mark.parametrize("name", hostile_evidence.SET)
def test_what_hurts_the_reader_of_its_kind_ends_in_a_sentence_too(name: str) -> None:
    found = in_child(hostile_evidence.SET[name](), name)
    slow = ("took_too_long", "took_too_much", "reader_failed", "forbidden")
    assert found.refused is None or found.refused.key not in slow
    assert found.refused or found.items or found.warnings


def test_a_reader_that_finds_nothing_says_so() -> None:
    found = in_child(b"PK\x05\x06" + bytes(18), "empty.zip")
    assert (found.refused, [one.key for one in found.warnings]) == (None, ["nothing_read"])


@pytest.mark.parametrize(("head", "name"), [
    (b"", "zeros.bin"), (b"PK\x03\x04", "x.zip"), (b"%PDF-1.7\n", "x.pdf"), (b"\xff\xd8\xff\xe0", "x.jpg"),
    (b"\x89PNG\r\n\x1a\n", "x.png"), (b"\0\0\0\x18ftypisom", "x.mp4"), (b"RIFF\xff\xff\xff\xffWAVE", "x.wav"),
    (b"ID3\x03\0\0\0\0\0\0", "x.mp3"), (b"BEGIN:VCARD\r\n", "x.vcf"), (b"a,b,c\n1,2,3\n", "x.csv"),
    (b"From: a@example.org\r\nTo: b@example.org\r\n\r\n", "x.eml"), (b"{\"messages\": [", "x.json"),
    (b"[01/01/2025, 10:00:00] a: hello\n" * 20, "x.txt"),
])  # fmt: skip
def test_a_file_of_twenty_gigabytes_of_nothing_is_not_read_to_its_end(head: bytes, name: str) -> None:
    """Behind an honest head stand only zeros: no reader may want them all, nor hold them."""
    size, given = 20 * 1024**3, [0]

    def fetch(offset: int, length: int) -> bytes:
        given[0] += length
        return (head[offset:] + bytes(length))[:length] if offset < len(head) else bytes(length)

    found = runner.read(fetch, name, size, limits=Limits(processor_seconds=2, seconds=20.0))
    assert found.refused or found.warnings
    assert found.refused is None or found.refused.key != "reader_failed"
    assert given[0] < 2 * 1024**3


@pytest.mark.parametrize(("name", "warning"), hostile_files.LEADING_OUT.items())
def test_names_that_mislead_are_told_and_made_visible(name: str, warning: str) -> None:
    found = in_child(hostile_files.zipped((name, b"x")), "names.zip")
    said = {one.key: one.facts for one in found.warnings}
    assert warning in said
    assert not set("\u202e\n\0") & set(str(said[warning]["name"]))
    assert found.counts == {"files": 1}


def test_a_name_that_hides_its_end_behind_a_nul_is_shown_whole() -> None:
    found = in_child(hostile_files.with_nul_in_name(), "names.zip")
    assert [one.facts["name"] for one in found.warnings if one.key == "name_hides_signs"] == ["photo.jpg‹U+0000›exe"]


@pytest.mark.parametrize(
    ("content", "refused", "warning"),
    [
        (hostile_files.swelling, "bomb", "member_swells"), (hostile_files.overlapping, "bomb", "member_overlaps"),
        (hostile_files.quoted_overlap, "bomb", "member_overlaps"), (hostile_files.locked, "encrypted", "member_locked"),
        (hostile_files.with_link, None, "member_link"), (hostile_files.many_members, "too_large", None),
    ],
)  # fmt: skip
def test_an_archive_made_to_do_harm_is_listed_and_not_unpacked(
    content: Callable[[], bytes], refused: str | None, warning: str | None
) -> None:
    found = in_child(content(), "bomb.zip", Limits(processor_seconds=3, memory=300 * 1024 * 1024))
    assert (found.refused.key if found.refused else None) == refused
    assert warning is None or warning in {one.key for one in found.warnings}


def test_contents_that_lie_are_broken_and_said_so() -> None:
    for name, content in hostile_files.zip64_lies():
        found = in_child(content, name)
        assert found.refused, name
        assert found.refused.key in ("broken", "too_large", "bomb"), name


@pytest.mark.parametrize(
    ("name", "key"),
    [
        ("both.jpg", "also_another"), ("both.jpg", "goes_on"), ("both.pdf", "also_another"),
        ("tail.png", "goes_on"),
        ("liar.jpg", "ending_lies"), ("liar.jpg", "is_program"), ("liar.txt", "ending_lies"),
        ("nuls.txt", "holds_nuls"),
    ],
)  # fmt: skip
def test_what_is_two_things_or_not_what_it_says_is_warned_of(name: str, key: str) -> None:
    found = in_child(hostile_files.whole_set()[name], name)
    assert key in {one.key for one in found.warnings}


@pytest.mark.parametrize(
    ("head", "name", "refused"),
    [
        (b"MZ" + bytes(100), "x.exe", "program"), (b"\x7fELF" + bytes(100), "x", "program"),
        (b"7z\xbc\xaf\x27\x1c" + bytes(50), "x.7z", "archive_unread"),
        (b"Rar!\x1a\x07\x01\0", "x.rar", "archive_unread"),
        (b"EVF\x09\x0d\x0a\xff\0" + bytes(50), "x.E01", "disk_image"),
        (bytes(510) + b"\x55\xaa", "x.dd", "disk_image"),
        (b"LUKS\xba\xbe" + bytes(50), "x", "encrypted"), (bytes(90), "msgstore.db.crypt15", "encrypted"),
        (b"SQLite format 3\0" + bytes(90), "msgstore.db", "database"),
        (b"regf" + bytes(90), "NTUSER.DAT", "system_file"),
        (b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1" + bytes(90), "x.doc", "old_office"), (b"\x01\x02\x03", "x.bin", "unknown"),
    ],
)  # fmt: skip
def test_what_no_reader_knows_is_still_called_by_its_kind(head: bytes, name: str, refused: str) -> None:
    found = in_child(head, name)
    assert found.format == ""
    assert found.refused
    assert found.refused.key == refused


def test_special_files_are_told_and_the_others_read(tmp_path: Path) -> None:
    os.mkfifo(tmp_path / "a_fifo")
    (tmp_path / "b_link").symlink_to("/etc/passwd")
    (tmp_path / "c_empty.txt").write_bytes(b"")
    (tmp_path / "d.txt").write_text("hello")
    code, found, _ = read_json("intake", "read", str(tmp_path), "/dev/zero", str(tmp_path / "missing"))
    assert code == 1
    assert [(Path(one["file"]).name, one["refused"] and one["refused"]["key"]) for one in found] == [
        ("a_fifo", "file_not_a_file"), ("b_link", "file_not_a_file"), ("c_empty.txt", "empty"), ("d.txt", None),
        ("zero", "file_not_a_file"), ("missing", "file_missing"),
    ]  # fmt: skip
    assert [one["sha256"] is None for one in found] == [True, True, False, False, True, True]
    code, out, _ = told("intake", "read", str(tmp_path))
    assert code == 1
    assert "is not a file" in out
    assert "The file is empty" in out


@pytest.mark.skipif(sys.platform != "linux", reason="other systems do not allow such names")
def test_names_on_a_stick_mislead_nobody(tmp_path: Path) -> None:
    names = [b"bad\xff\xfe.txt", "picture\u202egpj.exe".encode(), b"line\nbreak.txt", b"\x1b[2J.txt",
             b"NUL.txt", b"-rf", b"~"]  # fmt: skip
    for name in names:
        with open(os.path.join(os.fsencode(tmp_path), name), "wb") as file:
            file.write(b"hello\n")
    code, found, _ = read_json("intake", "read", str(tmp_path))
    assert (code, len(found)) == (0, len(names))
    code, out, err = told("intake", "read", str(tmp_path), "--items")
    assert (code, err) == (0, "")
    assert not set(out) & {"\x1b", "\u202e", "\udcff", "\r"}
    assert "picture‹U+202E›gpj.exe" in out
    warned = {one["file"]: {warning["key"] for warning in one["warnings"]} for one in found}
    assert warned["NUL.txt"] == {"name_reserved"}
    assert "name_hides_signs" in warned["line‹U+000A›break.txt"]


@pytest.mark.parametrize("how", ["grows", "shrinks", "other"])
def test_a_file_that_changes_while_it_is_read_is_said_to_have_changed(
    tmp_path: Path, how: str, monkeypatch: pytest.MonkeyPatch
) -> None:
    file = tmp_path / "x.txt"
    file.write_bytes(b"a" * 2_000_000)
    really = runner.read

    def meanwhile(*words: object, **named: object) -> Reading:
        with file.open("r+b") as changed:
            if how == "shrinks":
                changed.truncate(1_000)
            else:
                changed.seek(0, 2 if how == "grows" else 0)
                changed.write(b"b" * 10)
        return really(*words, **named)  # type: ignore[arg-type]

    monkeypatch.setattr(runner, "read", meanwhile)
    code, found, _ = read_json("intake", "read", str(file))
    assert (code, found[0]["refused"]["key"], found[0]["sha256"]) == (1, "file_changed", None)


def test_what_fetching_raises_comes_out_and_the_child_is_gone() -> None:
    def pulled(offset: int, length: int) -> bytes:
        raise OSError("the stick was pulled")

    with pytest.raises(OSError, match="pulled"):
        runner.read(pulled, "x.txt", 100)
    with pytest.raises(ChildProcessError):
        os.waitpid(-1, os.WNOHANG)
    assert [one for one in threading.enumerate() if "listen" in one.name] == []


def test_somebody_who_says_stop_is_heard() -> None:
    found = runner.read(lambda offset, length: b"x" * length, "x.txt", 10_000_000, progress=lambda done, of: False)
    assert found.refused
    assert found.refused.key == "cancelled"


@pytest.mark.slow
def test_cut_and_flipped_files_never_raise() -> None:
    """Hundreds of them in one process, so that a crash below Python is seen and hurts nobody here."""
    ran = subprocess.run(
        [sys.executable, "-m", "faults.mutations", "420"],
        cwd=ROOT / "tests", capture_output=True, text=True, timeout=300, check=False,
        env={**os.environ, "PYTHONPATH": os.pathsep.join([str(ROOT / "src"), str(ROOT / "tests")])},
    )  # fmt: skip
    assert ran.returncode == 0, ran.stdout[-2000:] + ran.stderr[-2000:]
    assert "420 read" in ran.stdout


@pytest.mark.slow
def test_cut_and_flipped_files_in_real_children() -> None:
    from faults.mutations import mutated

    for name, content in mutated(30, seed=2):
        found = in_child(content, name)
        assert found.refused is None or found.refused.key not in ("reader_failed", "took_too_long"), name
