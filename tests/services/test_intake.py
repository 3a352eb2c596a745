"""Taking in files, folders and sticks: each file whole or not at all, told why not, and gone on with after any end."""

import errno
import hashlib
import os
import shutil
from collections.abc import Callable, Iterator
from datetime import UTC, datetime
from pathlib import Path
from types import SimpleNamespace
from typing import Any

import pytest

from tests.desks import refused, seated
from workbench.clock import FixedClock
from workbench.errors import Reason, Refusal
from workbench.evidence import Damaged, wba1
from workbench.services import cases, deriving, exhibits, intake, sealing, vaults
from workbench.services.intake import Going
from workbench.services.rows import CaseRow, SealedFileRow
from workbench.store import Desk

posix = pytest.mark.skipif(os.name != "posix", reason="needs links and pipes")


@pytest.fixture
def desk(blank_vault: Path, sign_in: Callable[[Path], Desk], tmp_path: Path) -> Iterator[Desk]:
    with sign_in(Path(shutil.copytree(blank_vault, tmp_path / "vault"))) as opened:
        yield opened


@pytest.fixture
def number(desk: Desk, case: CaseRow) -> str:
    exhibits.add_exhibit(desk, case.number, kind="digital", description="a stick, invented")
    return case.number


@pytest.fixture
def stick(tmp_path: Path) -> Path:
    """A stick as people bring it; every byte invented."""
    root = tmp_path / "stick"
    for name, content in {
        "DCIM/صورة ١.jpg": b"\xff\xd8" + bytes(range(256)) * 500,
        "DCIM/copy of it.jpg": b"\xff\xd8" + bytes(range(256)) * 500,
        "نامە/CON.txt": b"text", "نامە/empty": b"", "big.bin": os.urandom(3 * wba1.BLOCK + 17), "z.txt": b"last",
    }.items():  # fmt: skip
        path = root / name
        path.parent.mkdir(parents=True, exist_ok=True)
        path.write_bytes(content)
        os.utime(path, ns=(1_700_000_000_500_000_000, 1_700_000_000_500_000_000))
    return root


def _begin(desk: Desk, number: str) -> str:
    return intake.begin(desk, number, "E-001", source="stick, serial 123, behind a write blocker").ref


def _files(desk: Desk, number: str) -> dict[str, SealedFileRow]:
    return {file.path: file for file in exhibits.list_exhibits(desk, number)[0].files}


def _bytes(desk: Desk, file_id: str) -> bytes:
    with sealing.opened(desk, file_id) as opening:
        return opening.fetch(0, opening.size)


def _on_shelf(desk: Desk) -> list[Path]:
    return [path for path in (desk.folder / "shelf").rglob("*") if path.is_file()]


def test_a_whole_stick_is_taken_in_as_it_is(desk: Desk, number: str, stick: Path) -> None:
    before = {path: (path.read_bytes(), path.stat().st_mtime_ns) for path in stick.rglob("*") if path.is_file()}
    row = intake.take(desk, number, _begin(desk, number), [stick])
    assert (row.ref, row.state, row.files, row.not_taken) == ("IN-01", "ended", 6, ())
    assert row.size == sum(len(content) for content, _ in before.values())
    found = _files(desk, number)
    for path, (content, _) in before.items():
        file = found[f"stick/{path.relative_to(stick).as_posix()}"]
        assert file.sha256 == hashlib.sha256(content).hexdigest()
        assert (file.original_name, file.source) == (path.name, "stick, serial 123, behind a write blocker")
        assert file.modified_at == datetime(2023, 11, 14, 22, 13, 20, 500_000, UTC)
        assert file.tool.startswith("Workbench ")
        assert _bytes(desk, file.file_id) == content
    assert {path: (path.read_bytes(), path.stat().st_mtime_ns) for path in before} == before
    assert vaults.check_vault(desk).ok


def test_the_same_bytes_are_recognised_wherever_they_were(desk: Desk, number: str, stick: Path, tmp_path: Path) -> None:
    row = intake.take(desk, number, _begin(desk, number), [stick / "DCIM"])
    (twice,) = row.duplicates
    assert {twice.name, twice.other} == {"DCIM/copy of it.jpg", "DCIM/صورة ١.jpg"}
    other = cases.open_case(desk, title="Another synthetic case", kind="tip").number
    exhibits.add_exhibit(desk, other, kind="digital", description="a telephone, invented")
    (tmp_path / "again.jpg").write_bytes((stick / "DCIM/صورة ١.jpg").read_bytes())
    row = intake.take(desk, other, intake.begin(desk, other, "E-001").ref, [tmp_path / "again.jpg"])
    (twice,) = row.duplicates
    assert (twice.case, twice.exhibit, row.files) == (number, "E-001", 1)


@posix
def test_links_and_pipes_are_listed_and_not_followed(desk: Desk, number: str, stick: Path, tmp_path: Path) -> None:
    (tmp_path / "secret").write_bytes(b"outside of the stick")
    (stick / "link").symlink_to(tmp_path / "secret")
    (stick / "loop").symlink_to(stick)
    os.mkfifo(stick / "pipe")
    (stick / os.fsdecode(b"bad\xffname")).write_bytes(b"name that is no text")
    row = intake.take(desk, number, _begin(desk, number), [stick])
    assert {(one.name, one.reason) for one in row.not_taken} == {
        ("stick/link", "link"), ("stick/loop", "link"), ("stick/pipe", "special"),
    }  # fmt: skip
    assert (row.state, row.files) == ("ended", 7)
    assert b"outside of the stick" not in {_bytes(desk, one.file_id) for one in _files(desk, number).values()}


def test_the_vault_is_never_taken_into_itself(desk: Desk, number: str, tmp_path: Path) -> None:
    (tmp_path / "beside").write_bytes(b"x")
    row = intake.take(desk, number, _begin(desk, number), [tmp_path])
    assert [file.original_name for file in _files(desk, number).values()] == ["beside"]
    assert row.not_taken == ()


def test_progress_tells_rate_and_waits_as_long_as_it_likes(
    desk: Desk, clock: FixedClock, number: str, stick: Path
) -> None:
    heard: list[Going] = []

    def tell(going: Going) -> bool:
        heard.append(going)
        # A pause of an hour; then a second passes for the next block.
        clock.forward(hours=1)
        return True

    class Ticking(FixedClock):
        def monotonic(self) -> float:
            clock.forward(seconds=1)
            return clock.at.timestamp()

    desk.world = SimpleNamespace(clock=Ticking(clock.at), ids=desk.world.ids)  # type: ignore[assignment]
    row = intake.take(desk, number, _begin(desk, number), [stick], tell)
    assert [going.done for going in heard] == sorted(going.done for going in heard)
    assert (heard[-1].done, heard[-1].total, heard[-1].of_files) == (row.size, row.size, 6)
    assert len({going.name for going in heard}) == 6
    seconds = heard[-1].done / heard[-1].rate
    assert seconds < 60


def _stop_at(name: str) -> Callable[[Going], bool]:
    return lambda going: not (going.name.endswith(name) and going.done > 0)


def test_stopped_it_keeps_what_is_done_and_goes_on_where_it_was(desk: Desk, number: str, stick: Path) -> None:
    ref = _begin(desk, number)
    row = intake.take(desk, number, ref, [stick], _stop_at("z.txt"))
    assert (row.state, row.files) == ("cancelled", 5 - ("نامە"[0] > "z.txt") * 2)
    shelved = len(_on_shelf(desk))
    assert shelved == row.files
    done = row.files
    row = intake.take(desk, number, ref, [stick])
    assert (row.state, row.files, row.known) == ("ended", 6, done)
    assert len(_on_shelf(desk)) == 6
    row = intake.take(desk, number, ref, [stick])
    assert (row.files, row.known) == (6, 6)


def test_cut_off_within_a_file_the_half_is_swept_and_the_rest_goes_on(
    desk: Desk, number: str, stick: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    ref = _begin(desk, number)

    class PowerCut(BaseException):
        pass

    def cut(going: Going) -> bool:
        if going.name == "stick/big.bin" and going.done > wba1.BLOCK:
            raise PowerCut
        return True

    with monkeypatch.context() as patch:
        # After a power cut nobody tidies up.
        patch.setattr(Path, "unlink", lambda *_, **__: None)
        with pytest.raises(PowerCut):
            intake.take(desk, number, ref, [stick], cut)
    assert [path.suffix for path in _on_shelf(desk)].count(".part") == 1
    assert intake.show_intake(desk, number, ref).state == "begun"
    row = intake.take(desk, number, ref, [stick])
    assert (row.state, row.files) == ("ended", 6)
    assert {path.suffix for path in _on_shelf(desk)} == {".wba"}


def test_a_stick_pulled_between_files_loses_only_what_was_not_read(desk: Desk, number: str, stick: Path) -> None:
    kept = shutil.copytree(stick, stick.parent / "kept")
    ref = _begin(desk, number)

    def pull(going: Going) -> bool:
        if going.name == "stick/big.bin" and stick.exists():
            shutil.rmtree(stick)
        return True

    row = intake.take(desk, number, ref, [stick], pull)
    assert row.state == "ended"
    assert {one.reason for one in row.not_taken} == {"missing"}
    assert row.files + len(row.not_taken) == 6
    kept.rename(stick)
    again = intake.take(desk, number, ref, [stick])
    assert (again.files, again.known, again.not_taken) == (6, row.files, ())


def test_a_stick_pulled_within_a_file_leaves_no_half_of_it(
    desk: Desk, number: str, stick: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    whole, reads = wba1.filled, [0]

    def filled(file: Any, buffer: memoryview) -> int:
        reads[0] += 1
        if reads[0] > 1:
            raise OSError(errno.EIO, "gone")
        return whole(file, buffer)

    with monkeypatch.context() as patch:
        patch.setattr(wba1, "filled", filled)
        row = intake.take(desk, number, _begin(desk, number), [stick / "big.bin"])
    assert [(one.name, one.reason) for one in row.not_taken] == [("big.bin", "unreadable")]
    assert _on_shelf(desk) == []


def test_a_file_that_changes_while_it_is_read_is_told_and_the_rest_goes_on(
    desk: Desk, number: str, stick: Path
) -> None:
    def write(going: Going) -> bool:
        if going.name == "stick/big.bin":
            with (stick / "big.bin").open("r+b") as file:
                file.write(b"changed")
            os.utime(stick / "big.bin", ns=(1, going.done))
        return True

    row = intake.take(desk, number, _begin(desk, number), [stick], write)
    assert [(one.name, one.reason) for one in row.not_taken] == [("stick/big.bin", "changed")]
    assert (row.state, row.files, len(_on_shelf(desk))) == ("ended", 5, 5)


def test_twenty_gigabytes_with_one_free_are_refused_before_anything_begins(
    desk: Desk, number: str, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    film = tmp_path / "film.mp4"
    with film.open("wb") as file:
        file.truncate(20 * 1024**3)
    usage = shutil.disk_usage(tmp_path)
    monkeypatch.setattr(shutil, "disk_usage", lambda _: usage._replace(free=1024**3))
    monkeypatch.setattr(wba1, "filled", lambda *_: pytest.fail("it was read"))
    told = refused(Reason.DISK_FULL, lambda: intake.require(desk, [film]))
    assert "21509" in str(told.facts["needed"])
    ref = _begin(desk, number)
    refused(Reason.DISK_FULL, lambda: intake.take(desk, number, ref, [film]))
    refused(Reason.DISK_FULL, lambda: exhibits.attach_file(desk, number, "E-001", film))
    assert intake.show_intake(desk, number, ref).state == "begun"
    assert _on_shelf(desk) == []


def test_nothing_to_take_in_is_said(desk: Desk, number: str, tmp_path: Path) -> None:
    (tmp_path / "bare").mkdir()
    refused(Reason.INTAKE_EMPTY, lambda: intake.require(desk, [tmp_path / "bare"]))
    refused(Reason.INTAKE_UNKNOWN, lambda: intake.take(desk, number, "IN-99", [tmp_path]))
    (gone,) = intake.require(desk, [tmp_path / "gone"]).left
    assert gone.reason == "unreadable"


def test_two_paths_of_one_name_stay_apart(desk: Desk, number: str, tmp_path: Path) -> None:
    for folder in ("a", "b"):
        (tmp_path / folder / "same").mkdir(parents=True)
        (tmp_path / folder / "same" / "file").write_text(folder)
    paths = [tmp_path / "a" / "same", tmp_path / "b" / "same"]
    ref = _begin(desk, number)
    assert intake.take(desk, number, ref, paths).files == 2
    assert {_bytes(desk, one.file_id) for one in _files(desk, number).values()} == {b"a", b"b"}
    assert intake.take(desk, number, ref, paths).known == 2


def test_a_copy_is_tied_to_its_original_with_tool_and_person(desk: Desk, number: str, stick: Path) -> None:
    intake.take(desk, number, _begin(desk, number), [stick / "DCIM"])
    original = next(iter(_files(desk, number).values()))

    def derive(of: str = original.file_id, kind: str = "transcript") -> SealedFileRow:
        return deriving.derive(
            desk, number, of, "ما قيل".encode(), derivation=kind, tool="by ear", by="An interpreter", name="t.txt"
        )

    row = derive()
    assert (row.derived_from, row.derivation, row.tool) == (original.file_id, "transcript", "by ear")
    assert _bytes(desk, row.file_id) == "ما قيل".encode()
    refused(Reason.NOT_IN_RULES, lambda: derive(kind="magic"))
    refused(Reason.FILE_UNKNOWN, lambda: derive(of="no such file"))
    other = cases.open_case(desk, title="Another synthetic case", kind="tip").number
    refused(
        Reason.FILE_UNKNOWN,
        lambda: deriving.derive(desk, other, original.file_id, b"x", derivation="preview", tool="t"),
    )
    assert len(_on_shelf(desk)) == 3


def test_a_sealed_file_is_read_from_any_place(desk: Desk, number: str, stick: Path) -> None:
    intake.take(desk, number, _begin(desk, number), [stick / "big.bin"])
    content = (stick / "big.bin").read_bytes()
    (file,) = _files(desk, number).values()
    size, chunk = len(content), wba1.CHUNK
    with sealing.opened(desk, file.file_id) as opening:
        for offset, length in (
            (0, 1), (0, size), (chunk - 1, 2), (chunk, chunk), (size - 1, 9), (size, 5), (size + 5, 1), (-3, 5), (7, 0),
            (wba1.BLOCK - 3, wba1.BLOCK + 6), (2 * wba1.BLOCK, 1),
        ):  # fmt: skip
            start = max(offset, 0)
            assert opening.fetch(offset, length) == content[start : max(offset + length, 0)]
    path = _on_shelf(desk)[0]
    sealed = bytearray(path.read_bytes())
    sealed[wba1.HEADER_BYTES + 5 * (chunk + wba1.TAG)] ^= 1
    path.write_bytes(sealed)
    with sealing.opened(desk, file.file_id) as opening:
        assert opening.fetch(0, chunk) == content[:chunk]
        with pytest.raises(Damaged):
            opening.fetch(5 * chunk + 10, 1)
    with pytest.raises(Refusal), sealing.opened(desk, "unknown"):
        pass


def test_who_may_not_seal_begins_nothing(desk: Desk, number: str, tmp_path: Path) -> None:
    (tmp_path / "file").write_bytes(b"x")
    with seated(desk, role="administrator"):
        refused(Reason.NOT_ALLOWED, lambda: intake.begin(desk, number, "E-001"))
        refused(Reason.NOT_ALLOWED, lambda: intake.require(desk, [tmp_path / "file"]))
    assert intake.list_intakes(desk, number) == []
