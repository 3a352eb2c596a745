"""A full disk: every write is refused with a sentence that says how much to free, and nothing is lost or torn."""

import contextlib
import errno
import resource
import shutil
import signal
from collections.abc import Callable, Iterator
from pathlib import Path

import pytest

from workbench import disk
from workbench.errors import Reason, Refusal
from workbench.services import cases, documents, exhibits, guides, steps, vaults
from workbench.services.rows import CaseRow
from workbench.store import Desk, World

pytestmark = pytest.mark.skipif(not hasattr(resource, "RLIMIT_FSIZE"), reason="needs a limit on file sizes")


@contextlib.contextmanager
def no_file_larger_than(size: int) -> Iterator[None]:
    """Let every write beyond ``size`` fail, as a full disk does, for as long as it lasts."""
    before = resource.getrlimit(resource.RLIMIT_FSIZE)
    handler = signal.signal(signal.SIGXFSZ, signal.SIG_IGN)
    resource.setrlimit(resource.RLIMIT_FSIZE, (size, before[1]))
    try:
        yield
    finally:
        resource.setrlimit(resource.RLIMIT_FSIZE, before)
        signal.signal(signal.SIGXFSZ, handler)


@pytest.mark.parametrize("room", [0, 1, 3, 7, 20, 60])
def test_an_act_on_a_full_disk_is_refused_whole(desk: Desk, case: CaseRow, room: int) -> None:
    desk.checkpoint()
    size = desk.head.size
    with no_file_larger_than(room * 4096), contextlib.suppress(Refusal):
        for _ in range(60):
            steps.ask_waiver(desk, case.number, "T01.1", "x" * 5000)
            size = desk.head.size
    assert desk.head.size == size
    assert vaults.check_vault(desk).ok
    assert len(guides.guide(desk, case.number, "en").records.get("T01.1", ())) <= 60


def test_the_refusal_says_what_to_do(desk: Desk, case: CaseRow) -> None:
    def fill() -> None:
        for _ in range(60):
            steps.ask_waiver(desk, case.number, "T01.1", "x" * 5000)

    with no_file_larger_than(4096):
        assert _refused(fill).reason in (Reason.DISK_FULL, Reason.NOT_WRITABLE)


def test_a_file_that_does_not_fit_leaves_nothing(desk: Desk, case: CaseRow, tmp_path: Path) -> None:
    source = tmp_path / "film.mp4"
    source.write_bytes(b"x" * 3_000_000)
    row = exhibits.add_exhibit(desk, case.number, kind="digital", description="synthetic")
    with no_file_larger_than(1_000_000), pytest.raises(Refusal):
        exhibits.attach_file(desk, case.number, row.number, source)
    assert [path for path in (desk.folder / "shelf").rglob("*") if path.is_file()] == []
    assert exhibits.list_exhibits(desk, case.number)[0].files == ()
    assert vaults.check_vault(desk).ok


def test_a_document_that_does_not_fit_is_not_issued(desk: Desk, case: CaseRow, tmp_path: Path) -> None:
    target = tmp_path / "report.pdf"
    pdf_room = 20_000
    with pytest.raises(Refusal), no_file_larger_than(pdf_room):
        documents.make(desk, case.number, "case_report", "en", target)
    assert not target.exists()
    assert list(tmp_path.glob("*.part")) == []
    assert documents.list_issued(desk, case.number) == []
    assert cases.show_case(desk, case.number).title == case.title


@pytest.mark.parametrize("room", [0, 20_000, 200_000])
def test_a_vault_that_does_not_fit_leaves_its_folder_empty(tmp_path: Path, world: World, room: int) -> None:
    folder = tmp_path / "new"
    with pytest.raises(Refusal), no_file_larger_than(room):
        vaults.create_vault(
            folder, station="Test station", jurisdiction="iq", user="Tester", role="supervisor",
            passphrase="three quiet rivers at dawn", world=world,
        )  # fmt: skip
    assert list(folder.iterdir()) == []


@pytest.mark.parametrize("number", [errno.ENOSPC, errno.EDQUOT])
def test_what_the_system_says_becomes_a_sentence(number: int, tmp_path: Path) -> None:
    def write() -> None:
        with disk.told(tmp_path, 5_000_000):
            raise OSError(number, "full")

    assert _refused(write).reason is Reason.DISK_FULL
    assert "10" in str(_refused(write).facts["needed"])


def test_replacing_keeps_the_old_file_if_the_new_one_does_not_fit(tmp_path: Path) -> None:
    path = tmp_path / "vault.keys"
    disk.replace(path, b"old")
    with no_file_larger_than(10):
        _refused(lambda: disk.replace(path, b"n" * 1000))
    assert path.read_bytes() == b"old"
    assert [each.name for each in tmp_path.iterdir()] == ["vault.keys"]


def _refused(act: Callable[[], object]) -> Refusal:
    with pytest.raises(Refusal) as refused:
        act()
    return refused.value


def test_an_exhibit_is_not_kept_without_the_files_it_was_given(
    desk: Desk, case: CaseRow, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    source = tmp_path / "film.mp4"
    source.write_bytes(b"x" * 100)
    usage = shutil.disk_usage(tmp_path)
    monkeypatch.setattr(shutil, "disk_usage", lambda _: usage._replace(free=50))
    told = _refused(lambda: exhibits.require_room(desk, [source]))
    assert told.reason is Reason.DISK_FULL
