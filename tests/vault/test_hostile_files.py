"""Files of a vault that were changed, replaced or cut: told as what they are, never stumbled over."""

import json
from collections.abc import Callable
from datetime import timedelta
from pathlib import Path
from typing import Any

import pytest

from tests.desks import USER
from workbench.clock import FixedClock
from workbench.errors import Broken, Reason, Refusal, WorkbenchError
from workbench.security.canonical import canonical
from workbench.services import cases, exhibits, vaults
from workbench.services.rows import CaseRow
from workbench.store import Desk, World

Vaults = Callable[..., Path]
SignIn = Callable[[Path], Desk]


def _refused(act: Callable[[], object]) -> WorkbenchError:
    with pytest.raises(WorkbenchError) as told:
        act()
    return told.value


@pytest.mark.parametrize(
    "content", [b"", b"{}", b"[]", b"null", b"\xff\xfe", b"[" * 100_000, b'{"a":' * 20_000]
)
def test_a_keys_file_of_anything_else_is_damaged(make_vault: Vaults, sign_in: SignIn, content: bytes) -> None:
    folder = make_vault()
    (folder / "vault.keys").write_bytes(content)
    assert _refused(lambda: sign_in(folder)).reason is Reason.KEYS_DAMAGED


@pytest.mark.parametrize(
    ("part", "value"),
    [
        ("kdf", ["argon2id", 8, 1, 64]),
        ("kdf", ["argon2id", 8192, True, 1]),
        ("salt", ""),
        ("salt", "00" * 3),
        ("nonce", "00" * 3),
        ("nonce", "00" * 200),
        ("wrapped", "00"),
        ("name", 5),
    ],
)
def test_a_slot_of_another_shape_is_damaged(
    make_vault: Vaults, sign_in: SignIn, part: str, value: object
) -> None:
    folder = make_vault()
    _change(folder, lambda keys: keys["slots"][0].__setitem__(part, value))
    assert _refused(lambda: sign_in(folder)).reason is Reason.KEYS_DAMAGED


@pytest.mark.parametrize("change", [lambda keys: keys["slots"].clear(), lambda keys: keys["slots"].append(5)])
def test_slots_that_are_none_are_damaged(
    make_vault: Vaults, sign_in: SignIn, change: Callable[[Any], object]
) -> None:
    folder = make_vault()
    _change(folder, change)
    assert _refused(lambda: sign_in(folder)).reason is Reason.KEYS_DAMAGED


def test_a_changed_word_in_the_keys_file_is_found_by_the_check(make_vault: Vaults, sign_in: SignIn) -> None:
    folder = make_vault()
    _change(folder, lambda keys: keys.update(training=True))
    with sign_in(folder) as desk:
        health = vaults.check_vault(desk)
    assert not health.ok
    assert "vault.keys" in health.problem


@pytest.mark.parametrize("name", ["vault.keys", "vault.db", "vault.head", "vault.holder"])
def test_a_folder_in_the_place_of_a_file_is_told(make_vault: Vaults, sign_in: SignIn, name: str) -> None:
    folder = make_vault()
    (folder / name).unlink(missing_ok=True)
    (folder / name).mkdir()
    assert _refused(lambda: sign_in(folder)).reason in (
        Reason.KEYS_DAMAGED, Reason.VAULT_DAMAGED, Reason.LOG_BROKEN, Reason.NOT_WRITABLE,
    )  # fmt: skip
    (folder / name).rmdir()


@pytest.mark.parametrize("size", [0, 1, 15, 100, 4095])
def test_a_database_without_a_page_is_damaged_and_left_as_it_is(
    make_vault: Vaults, sign_in: SignIn, size: int
) -> None:
    folder = make_vault()
    (folder / "vault.db").write_bytes(b"x" * size)
    assert _refused(lambda: sign_in(folder)).reason is Reason.VAULT_DAMAGED
    assert (folder / "vault.db").stat().st_size == size


def test_any_broken_page_is_told_as_broken(make_vault: Vaults, sign_in: SignIn) -> None:
    folder = make_vault()
    with sign_in(folder) as desk:
        cases.open_case(desk, title="Synthetic", kind="tip")
    whole = (folder / "vault.db").read_bytes()
    keep = {name: (folder / name).read_bytes() for name in ("vault.head", "vault.keys")}
    for page in range(0, len(whole), 4096 * 5):
        changed = bytearray(whole)
        changed[page + 2000] ^= 1
        (folder / "vault.db").write_bytes(changed)
        for name, content in keep.items():
            (folder / name).write_bytes(content)
        assert _found_broken(lambda: sign_in(folder)), f"page at {page}"
        for rest in folder.glob("vault.db-*"):
            rest.unlink()


@pytest.mark.parametrize(
    "content",
    [b"", b"[]", b"[" * 100_000, b'{"failures":Infinity,"last":"2026-01-01T00:00:00+00:00"}', b'{"failures":1e999}'],
)
def test_a_counter_of_tries_that_cannot_be_read_stops_nobody(
    make_vault: Vaults, sign_in: SignIn, content: bytes
) -> None:
    folder = make_vault()
    (folder / "vault.tries").write_bytes(content)
    sign_in(folder).close()


def test_a_clock_that_was_wrong_locks_nobody_out_for_years(
    make_vault: Vaults, sign_in: SignIn, world: World, clock: FixedClock
) -> None:
    folder, now = make_vault(), clock.at
    clock.at = now + timedelta(days=9000)
    for _ in range(7):
        with pytest.raises(Refusal):
            vaults.unlock(folder, USER, "another passphrase here", world=world)
    clock.at = now
    assert _refused(lambda: sign_in(folder)).reason is Reason.TRY_LATER
    clock.at = now + timedelta(minutes=16)
    sign_in(folder).close()


@pytest.mark.parametrize("where", ["backup", "shelf/backup", "."])
def test_a_backup_inside_the_vault_is_refused(desk: Desk, where: str) -> None:
    (desk.folder / "shelf").mkdir(exist_ok=True)
    assert _refused(lambda: vaults.backup_vault(desk, desk.folder / where)).reason is Reason.BACKUP_INSIDE


def test_a_backup_leaves_what_others_put_beside_it(desk: Desk, tmp_path: Path) -> None:
    beside = tmp_path / "backup.part"
    beside.mkdir()
    (beside / "theirs").write_text("kept")
    vaults.backup_vault(desk, tmp_path / "backup")
    assert (beside / "theirs").read_text() == "kept"
    (tmp_path / "file").write_text("theirs")
    assert _refused(lambda: vaults.backup_vault(desk, tmp_path / "file")).reason is Reason.TARGET_EXISTS


def test_a_name_that_is_no_utf8_is_kept_readable(desk: Desk, case: CaseRow, tmp_path: Path) -> None:
    import os

    name = os.fsencode(tmp_path) + b"/bad\xff.jpg"
    try:
        with open(name, "wb") as file:
            file.write(b"x")
    except OSError:
        pytest.skip("this file system keeps only names in UTF-8")
    row = exhibits.add_exhibit(desk, case.number, kind="digital", description="synthetic")
    row = exhibits.attach_file(desk, case.number, row.number, Path(os.fsdecode(name)))
    assert row.files[0].original_name == "bad\\xff.jpg"


def test_a_sealed_file_that_cannot_be_opened_is_broken(desk: Desk, case: CaseRow, tmp_path: Path) -> None:
    source = tmp_path / "film.mp4"
    source.write_bytes(b"x" * 1000)
    row = exhibits.add_exhibit(desk, case.number, kind="digital", description="synthetic")
    exhibits.attach_file(desk, case.number, row.number, source)
    sealed = next((desk.folder / "shelf").rglob("*.wba"))
    sealed.unlink()
    sealed.mkdir()
    assert exhibits.verify_exhibits(desk, case.number)[0].integrity == "broken"


@pytest.mark.parametrize("kind", ["loop", "long"])
def test_a_path_that_cannot_be_followed_is_told(desk: Desk, case: CaseRow, tmp_path: Path, kind: str) -> None:
    path = tmp_path / ("n" * 300 if kind == "long" else "loop")
    if kind == "loop":
        path.symlink_to(path)
    row = exhibits.add_exhibit(desk, case.number, kind="digital", description="synthetic")
    told = _refused(lambda: exhibits.attach_file(desk, case.number, row.number, path))
    assert told.reason is Reason.FILE_UNREADABLE


def _found_broken(opened: Callable[[], Desk]) -> bool:
    try:
        with opened() as desk:
            return not vaults.check_vault(desk).ok
    except Broken:
        return True


def _change(folder: Path, change: Callable[[Any], object]) -> None:
    keys = json.loads((folder / "vault.keys").read_bytes())
    change(keys)
    (folder / "vault.keys").write_bytes(canonical(keys))
