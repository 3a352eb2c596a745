"""The shelf: a file is sealed whole or not at all, and any change of what was sealed shows."""

import hashlib
import os
from pathlib import Path

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from workbench.errors import Broken, Reason, Refusal
from workbench.evidence import Shelf, shelf, wba1
from workbench.security.keys import purpose

MASTER = bytes(range(32))


def _shelf(folder: Path, master: bytes = MASTER) -> Shelf:
    return Shelf(folder / "shelf", lambda file_id, salt: purpose(master, f"att|{file_id}", salt=salt))


def _file(folder: Path, content: bytes, name: str = "صورة.jpg") -> Path:
    path = folder / name
    path.write_bytes(content)
    return path


def _left(made: Shelf) -> list[Path]:
    return [path for path in made.folder.rglob("*") if path.is_file()] if made.folder.exists() else []


@pytest.mark.parametrize("size", [1, wba1.CHUNK - 1, wba1.CHUNK, wba1.CHUNK + 1, 3 * wba1.CHUNK])
def test_what_is_sealed_comes_back_and_its_hash_is_of_the_original(tmp_path: Path, size: int) -> None:
    content = os.urandom(size)
    made = _shelf(tmp_path)
    sealed = made.take_in(_file(tmp_path, content))
    assert sealed.sha256 == hashlib.sha256(content).hexdigest()
    assert (sealed.size, sealed.original_name) == (size, "صورة.jpg")
    assert b"".join(made.read(sealed.shelf_id)) == content
    assert made.verify(sealed.shelf_id, sealed.sha256, sealed.size)
    assert content[:16] not in made.path(sealed.shelf_id).read_bytes() or size < 16


@settings(max_examples=60, suppress_health_check=[HealthCheck.function_scoped_fixture], deadline=None)
@given(st.data())
def test_one_flipped_bit_anywhere_shows(tmp_path: Path, data: st.DataObject) -> None:
    made = _shelf(tmp_path)
    sealed = made.take_in(_file(tmp_path, b"evidence " * 9000))
    path = made.path(sealed.shelf_id)
    content = bytearray(path.read_bytes())
    at = data.draw(st.integers(0, len(content) * 8 - 1))
    content[at // 8] ^= 1 << at % 8
    path.write_bytes(content)
    assert not made.verify(sealed.shelf_id, sealed.sha256, sealed.size)


def test_cut_swapped_or_lengthened_files_show(tmp_path: Path) -> None:
    made = _shelf(tmp_path)
    one = made.take_in(_file(tmp_path, os.urandom(3 * wba1.CHUNK)))
    path, piece = made.path(one.shelf_id), wba1.CHUNK + wba1.TAG
    whole = path.read_bytes()
    head, body = whole[: wba1.HEADER_BYTES], whole[wba1.HEADER_BYTES :]
    for changed in (
        b"", head, head + body[:piece], head + body[: 2 * piece], whole[:-1], whole + b"\0",
        head + body[piece : 2 * piece] + body[:piece] + body[2 * piece :],
    ):  # fmt: skip
        path.write_bytes(changed)
        assert not made.verify(one.shelf_id, one.sha256, one.size)
    path.write_bytes(whole)
    assert made.verify(one.shelf_id, one.sha256, one.size)


def test_a_file_under_another_name_or_key_does_not_open(tmp_path: Path) -> None:
    made = _shelf(tmp_path)
    one, two = (made.take_in(_file(tmp_path, b"x" * n)) for n in (10, 20))
    made.path(one.shelf_id).write_bytes(made.path(two.shelf_id).read_bytes())
    assert not made.verify(one.shelf_id, two.sha256, two.size)
    assert not _shelf(tmp_path, bytes(32)).verify(two.shelf_id, two.sha256, two.size)


def test_a_lost_file_is_broken(tmp_path: Path) -> None:
    made = _shelf(tmp_path)
    sealed = made.take_in(_file(tmp_path, b"x"))
    made.path(sealed.shelf_id).unlink()
    with pytest.raises(Broken) as broken:
        made.require(sealed.shelf_id, sealed.sha256, sealed.size, "E-001")
    assert broken.value.reason is Reason.SEALED_FILE_BROKEN


def test_what_is_not_a_readable_file_is_refused_and_nothing_stays(tmp_path: Path) -> None:
    made = _shelf(tmp_path)
    (tmp_path / "folder").mkdir()
    for path, reason in (
        (tmp_path / "gone", Reason.FILE_MISSING),
        (tmp_path / "folder", Reason.FILE_NOT_A_FILE),
        (_file(tmp_path, b"", "empty"), Reason.FILE_EMPTY),
    ):
        with pytest.raises(Refusal) as refused:
            made.take_in(path)
        assert refused.value.reason is reason
    assert _left(made) == []


def test_a_name_with_a_direction_override_is_kept_and_shown_harmless(tmp_path: Path) -> None:
    made = _shelf(tmp_path)
    sealed = made.take_in(_file(tmp_path, b"x", "invoice\u202egpj.exe"))
    assert sealed.original_name == "invoice\u202egpj.exe"


def test_stopping_midway_leaves_nothing(tmp_path: Path) -> None:
    made, source = _shelf(tmp_path), _file(tmp_path, os.urandom(5 * wba1.CHUNK))
    with pytest.raises(Refusal) as refused:
        made.take_in(source, lambda done, total: done < 2 * wba1.CHUNK)
    assert refused.value.reason is Reason.CANCELLED
    assert _left(made) == []


def test_a_file_that_grows_or_vanishes_while_read_is_refused(tmp_path: Path) -> None:
    made, source = _shelf(tmp_path), _file(tmp_path, os.urandom(3 * wba1.CHUNK))

    def grow(done: int, total: int) -> bool:
        with source.open("ab") as more:
            more.write(b"more")
        return True

    with pytest.raises(Refusal) as refused:
        made.take_in(source, grow)
    assert refused.value.reason is Reason.FILE_CHANGED
    assert _left(made) == []


def test_a_disk_without_room_is_said_before_anything_is_read(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    made, source = _shelf(tmp_path), _file(tmp_path, b"x" * 1000)
    usage = shelf.shutil.disk_usage(tmp_path)
    monkeypatch.setattr(shelf.shutil, "disk_usage", lambda _: usage._replace(free=10))
    with pytest.raises(Refusal) as refused:
        made.take_in(source)
    assert refused.value.reason is Reason.DISK_FULL
    assert _left(made) == []


@pytest.mark.skipif(
    os.name != "posix" or not Path("/dev/full").exists(), reason="needs a device that is always full"
)
def test_a_disk_that_fills_while_writing_leaves_nothing_half_written(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    made, source = _shelf(tmp_path), _file(tmp_path, os.urandom(40 * wba1.CHUNK))
    target = made.path("ab" + "0" * 30)
    target.parent.mkdir(parents=True)
    monkeypatch.setattr(shelf.secrets, "token_hex", lambda _: "ab" + "0" * 30)
    target.with_suffix(".part").symlink_to("/dev/full")
    with pytest.raises(Refusal) as refused:
        made.take_in(source)
    assert refused.value.reason is Reason.DISK_FULL
    assert _left(made) == []


def test_the_example_in_the_description_of_the_format_opens(tmp_path: Path) -> None:
    said = (Path(__file__).parents[2] / "docs" / "formats" / "wba1.md").read_text("utf-8")
    head, chunk = (bytes.fromhex(said.split(f"| {part} | `")[1].split("`")[0]) for part in ("header", "chunk"))
    made = Shelf(tmp_path / "shelf", lambda _name, salt: MASTER if salt == bytes(range(32, 64)) else bytes(32))
    made.path("0" * 32).parent.mkdir(parents=True)
    made.path("0" * 32).write_bytes(head + chunk)
    assert b"".join(made.read("0" * 32)) == b"evidence"
    assert made.verify("0" * 32, hashlib.sha256(b"evidence").hexdigest(), 8)


@pytest.mark.parametrize("size", [0, wba1.BLOCK, wba1.BLOCK + 1, 7 * wba1.BLOCK + 5 * wba1.CHUNK + 3])
def test_two_lanes_give_what_one_would(tmp_path: Path, size: int) -> None:
    content = os.urandom(size)
    made = _shelf(tmp_path)
    sealed = made.take_in(_file(tmp_path, content), empty=True)
    assert (sealed.sha256, sealed.size) == (hashlib.sha256(content).hexdigest(), size)
    assert made.verify(sealed.shelf_id, sealed.sha256, size)
    assert b"".join(made.read(sealed.shelf_id)) == content
    chunks = max(1, -(-size // wba1.CHUNK))
    assert made.path(sealed.shelf_id).stat().st_size == wba1.HEADER_BYTES + size + chunks * wba1.TAG
    with made.opened(sealed.shelf_id) as opening:
        assert opening.fetch(size // 2, 70_000) == content[size // 2 : size // 2 + 70_000]
