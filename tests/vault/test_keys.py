"""The keys file: only the right passphrase opens it, and no part of it can be swapped or cut."""

import json
from collections.abc import Callable
from pathlib import Path
from typing import Any

import pytest

from tests.desks import PASSPHRASE, USER
from workbench.clock import FixedClock
from workbench.errors import Broken, Reason, Refusal, WorkbenchError
from workbench.security.canonical import canonical
from workbench.security.passphrase import accept, wait_after
from workbench.services import doors, vaults
from workbench.store import Desk, World


def _altered(folder: Path, change: Callable[[dict[str, Any]], object]) -> None:
    path = folder / "vault.keys"
    content = json.loads(path.read_bytes())
    change(content)
    path.write_bytes(canonical(content))


def test_right_passphrase_opens(make_vault: Callable[..., Path], sign_in: Callable[[Path], Desk]) -> None:
    with sign_in(make_vault()) as desk:
        assert desk.actor.name == USER
        assert desk.station.name == "Test station"


@pytest.mark.parametrize(
    ("user", "passphrase"), [(USER, "three quiet rivers at dusk"), ("Nobody", PASSPHRASE), (USER, "")]
)
def test_wrong_name_or_passphrase_is_one_answer(
    make_vault: Callable[..., Path], world: World, user: str, passphrase: str
) -> None:
    with pytest.raises(Refusal) as refused:
        vaults.unlock(make_vault(), user, passphrase, world=world)
    assert refused.value.reason is Reason.PASSPHRASE_WRONG


@pytest.mark.parametrize(
    "change",
    [
        lambda keys: keys["slots"][0].update(role="administrator"),
        lambda keys: keys["slots"][0].update(kdf=["argon2id", 8192, 2, 1]),
        lambda keys: keys["slots"][0].update(user="0" * 36),
        lambda keys: keys.update(vault="0" * 36),
    ],
    ids=["role", "cost", "user", "vault"],
)
def test_a_changed_slot_does_not_open(
    make_vault: Callable[..., Path],
    sign_in: Callable[[Path], Desk],
    change: Callable[[dict[str, Any]], object],
) -> None:
    folder = make_vault()
    _altered(folder, change)
    with pytest.raises(Refusal) as refused:
        sign_in(folder)
    assert refused.value.reason is Reason.PASSPHRASE_WRONG


@pytest.mark.parametrize(
    "content",
    [b"", b"{", b"[]", b'{"format":1}', b'{"format":1,"format":1}', b"\xff\xfe"],
    ids=["empty", "cut", "list", "poor", "twice", "binary"],
)
def test_a_damaged_keys_file_says_so(
    make_vault: Callable[..., Path], sign_in: Callable[[Path], Desk], content: bytes
) -> None:
    folder = make_vault()
    (folder / "vault.keys").write_bytes(content)
    with pytest.raises(Broken) as broken:
        sign_in(folder)
    assert broken.value.reason is Reason.KEYS_DAMAGED


def test_costs_beyond_reason_are_refused(
    make_vault: Callable[..., Path], sign_in: Callable[[Path], Desk]
) -> None:
    folder = make_vault()
    _altered(folder, lambda keys: keys["slots"][0].update(kdf=["argon2id", 1 << 40, 3, 4]))
    with pytest.raises(Broken):
        sign_in(folder)


def test_wrong_tries_make_one_wait_and_survive_a_restart(
    make_vault: Callable[..., Path], world: World, clock: FixedClock, sign_in: Callable[[Path], Desk]
) -> None:
    folder = make_vault()
    for _ in range(5):
        with pytest.raises(Refusal):
            vaults.unlock(folder, USER, "wrong", world=world)
    with pytest.raises(Refusal) as refused:
        sign_in(folder)
    assert refused.value.reason is Reason.TRY_LATER
    clock.forward(hours=-5)
    with pytest.raises(Refusal) as refused:
        sign_in(folder)
    assert refused.value.reason is Reason.TRY_LATER
    clock.forward(hours=6)
    sign_in(folder).close()
    assert not (folder / "vault.tries").exists()


def test_waits_grow_to_a_quarter_of_an_hour() -> None:
    waits = [wait_after(n).total_seconds() for n in range(12)]
    assert waits == [0, 0, 0, 0, 0, 30, 60, 120, 240, 480, 900, 900]


@pytest.mark.parametrize(
    ("passphrase", "reason"),
    [
        ("short", Reason.PASSPHRASE_SHORT),
        ("x" * 129, Reason.PASSPHRASE_LONG),
        ("aaaaaaaaaaaaaaaa", Reason.PASSPHRASE_COMMON),
        ("qwertyuiopasdfgh", Reason.PASSPHRASE_COMMON),
        ("Password Password 123", Reason.PASSPHRASE_COMMON),
    ],
)
def test_weak_passphrases_are_refused(passphrase: str, reason: Reason) -> None:
    with pytest.raises(Refusal) as refused:
        accept(passphrase)
    assert refused.value.reason is reason


def test_arabic_passphrases_are_welcome() -> None:
    accept("نهر هادئ وثلاث نخلات")


def test_a_folder_without_a_vault(tmp_path: Path, world: World) -> None:
    with pytest.raises(Refusal) as refused:
        vaults.unlock(tmp_path, USER, PASSPHRASE, world=world)
    assert refused.value.reason is Reason.VAULT_MISSING
    assert doors.station_hint(tmp_path) is None


def test_a_vault_is_not_made_over_other_files(tmp_path: Path, world: World) -> None:
    (tmp_path / "mine.txt").write_text("keep me")
    with pytest.raises(WorkbenchError) as refused:
        vaults.create_vault(
            tmp_path,
            station="S",
            jurisdiction="iq",
            user=USER,
            role="supervisor",
            passphrase=PASSPHRASE,
            world=world,
        )
    assert refused.value.reason is Reason.VAULT_EXISTS
    assert [path.name for path in tmp_path.iterdir()] == ["mine.txt"]
