"""Sealed files verified in turn: those longest unverified first, what was found kept, nothing broken forgotten."""

import os
import shutil
from collections.abc import Callable, Iterator
from pathlib import Path

import pytest

from tests.desks import refused, seated
from workbench.clock import FixedClock
from workbench.errors import Reason
from workbench.services import audit, cases, exhibits, intake, verifying
from workbench.store import Desk


@pytest.fixture
def desk(blank_vault: Path, sign_in: Callable[[Path], Desk], tmp_path: Path) -> Iterator[Desk]:
    with sign_in(Path(shutil.copytree(blank_vault, tmp_path / "vault"))) as opened:
        yield opened


@pytest.fixture
def number(desk: Desk, clock: FixedClock, tmp_path: Path) -> str:
    """A case with five files of invented content, sealed a minute apart."""
    number = cases.open_case(desk, title="Synthetic case", kind="tip").number
    exhibits.add_exhibit(desk, number, kind="digital", description="a stick, invented")
    ref = intake.begin(desk, number, "E-001").ref
    for name in "abcde":
        (tmp_path / name).write_bytes(name.encode() * 100)
        intake.take(desk, number, ref, [tmp_path / name])
        clock.forward(minutes=1)
    return number


def _names(rows: list[verifying.CheckRow]) -> str:
    return "".join(sorted(row.name for row in rows))


def _sealed(desk: Desk, name: str) -> Path:
    """Where the file of this name lies on the shelf: the one whose plain bytes are its."""
    from workbench.services.sealing import shelf_of

    shelf = shelf_of(desk)
    (found,) = (
        path for path in shelf.folder.rglob("*.wba") if b"".join(shelf.read(path.stem)) == name.encode() * 100
    )
    return found


def _flip(path: Path) -> None:
    content = bytearray(path.read_bytes())
    content[-1] ^= 1
    path.write_bytes(content)


def test_in_rotation_every_file_has_its_turn(desk: Desk, clock: FixedClock, number: str) -> None:
    seen = []
    for _ in range(3):
        rows = verifying.verify_some(desk, share=0.4)
        assert all(row.whole and row.checked_by == "Tester" for row in rows)
        seen.append(_names(rows))
        clock.forward(days=1)
    # Two of five a day: on the third day the last one, and the one verified first once more.
    assert [len(names) for names in seen] == [2, 2, 2]
    assert set("".join(seen)) == set("abcde")
    assert all(row.checked_at for row in verifying.checks(desk, number))


def test_at_most_so_many_and_within_so_many_minutes(desk: Desk, clock: FixedClock, number: str) -> None:
    assert len(verifying.verify_some(desk, number, most=1)) == 1

    def slow(_done: int, _total: int) -> bool:
        clock.forward(minutes=2)
        return True

    assert len(verifying.verify_some(desk, number, minutes=3, progress=slow)) == 2
    assert sum(row.checked_at is None for row in verifying.checks(desk, number)) == 2
    assert verifying.verify_some(desk, number, share=0) == []


def test_what_is_broken_comes_first_and_stays_known(desk: Desk, clock: FixedClock, number: str) -> None:
    _flip(_sealed(desk, "d"))
    found = verifying.verify_some(desk, number)
    assert [row.whole for row in found] == [False, True, True, True, True]
    assert found[0].name == "d"
    clock.forward(days=1)
    assert [row.name for row in verifying.checks(desk, number) if not row.whole] == ["d"]
    assert exhibits.verify_exhibits(desk, number)[0].integrity == "broken"
    newest = audit.show(desk)[0]
    assert (newest.act, newest.subject) == ("files.verify", "broken: E-001")


def test_a_file_that_is_gone_is_told_without_reading(desk: Desk, number: str) -> None:
    _sealed(desk, "b").unlink()
    assert [row.name for row in verifying.checks(desk, number) if not row.whole] == ["b"]


def test_a_file_put_back_is_whole_again_once_it_is_verified(desk: Desk, number: str) -> None:
    path = _sealed(desk, "c")
    _flip(path)
    assert not verifying.verify_some(desk, number)[0].whole
    _flip(path)
    assert not verifying.checks(desk, number)[0].whole
    assert all(row.whole for row in verifying.verify_some(desk, number))
    assert all(row.whole for row in verifying.checks(desk, number))


def test_stopped_it_keeps_what_it_found_until_then(desk: Desk, number: str) -> None:
    refused(
        Reason.CANCELLED, lambda: verifying.verify_some(desk, number, progress=lambda done, total: done < total / 2)
    )
    checked = [row for row in verifying.checks(desk, number) if row.checked_at]
    assert 0 < len(checked) < 5


def test_another_cases_files_are_left_alone(desk: Desk, number: str, tmp_path: Path) -> None:
    other = cases.open_case(desk, title="Another synthetic case", kind="tip").number
    exhibits.add_exhibit(desk, other, kind="digital", description="a stick, invented")
    (tmp_path / "other").write_bytes(os.urandom(10))
    exhibits.attach_file(desk, other, "E-001", tmp_path / "other")
    assert _names(verifying.verify_some(desk, number)) == "abcde"
    assert [row.checked_at for row in verifying.checks(desk, other)] == [None]


def test_an_administrator_may_verify_too(desk: Desk, number: str) -> None:
    with seated(desk, "Second", "administrator"):
        rows = verifying.verify_some(desk)
    assert {row.checked_by for row in rows} == {"Second"}
