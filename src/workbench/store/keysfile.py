"""The keys file: one slot per user, and the few words that may be read before anybody signs in."""

import json
from dataclasses import dataclass
from pathlib import Path
from typing import Any

from workbench.disk import replace
from workbench.errors import Broken, Reason, Refusal
from workbench.i18n import ltr
from workbench.security.canonical import canonical, digest
from workbench.security.slots import Cost, Slot

NAME, BEFORE = "vault.keys", "vault.keys.before"


@dataclass(frozen=True, slots=True)
class Hint:
    """What the sign-in page may show: which station this is, and whether it is only for training."""

    station: str
    jurisdiction: str
    training: bool


@dataclass(frozen=True, slots=True)
class Keys:
    """The content of a keys file."""

    vault_id: str
    hint: Hint
    slots: tuple[Slot, ...]

    @property
    def fingerprint(self) -> str:
        """The SHA-256 by which the log knows this content."""
        return digest(_plain(self))


def write(folder: Path, keys: Keys) -> None:
    """Put the keys file in place; the one before is kept beside it."""
    replace(folder / NAME, canonical(_plain(keys)), keep=folder / BEFORE)


def read(folder: Path) -> Keys:
    """The keys file of a vault. Raises ``Refusal`` if there is none, ``Broken`` if it is not whole."""
    try:
        content = (folder / NAME).read_bytes()
    except (FileNotFoundError, NotADirectoryError):
        raise Refusal(Reason.VAULT_MISSING, folder=ltr(str(folder))) from None
    try:
        return _keys(json.loads(content, object_pairs_hook=_once))
    except (ValueError, KeyError, TypeError, AttributeError):
        raise Broken(Reason.KEYS_DAMAGED) from None


def exists(folder: Path) -> bool:
    return (folder / NAME).is_file()


def _plain(keys: Keys) -> dict[str, Any]:
    return {
        "format": 1,
        "vault": keys.vault_id,
        "station": keys.hint.station,
        "jurisdiction": keys.hint.jurisdiction,
        "training": keys.hint.training,
        "slots": [
            {
                "user": slot.user_id, "name": slot.name, "role": slot.role,
                "kdf": ["argon2id", slot.cost.memory, slot.cost.passes, slot.cost.lanes],
                "salt": slot.salt.hex(), "nonce": slot.nonce.hex(), "wrapped": slot.wrapped.hex(),
            }
            for slot in keys.slots
        ],
    }  # fmt: skip


def _keys(plain: dict[str, Any]) -> Keys:
    if plain["format"] != 1:
        raise Refusal(Reason.VAULT_NEWER)
    hint = Hint(str(plain["station"]), str(plain["jurisdiction"]), bool(plain["training"]))
    return Keys(str(plain["vault"]), hint, tuple(_slot(slot) for slot in plain["slots"]))


def _slot(plain: dict[str, Any]) -> Slot:
    name, memory, passes, lanes = plain["kdf"]
    if name != "argon2id" or not (8 <= memory <= 4 << 20 and 1 <= passes <= 100 and 1 <= lanes <= 64):
        raise ValueError("kdf")
    unhex = bytes.fromhex
    return Slot(
        str(plain["user"]), str(plain["name"]), str(plain["role"]), Cost(memory, passes, lanes),
        unhex(plain["salt"]), unhex(plain["nonce"]), unhex(plain["wrapped"]),
    )  # fmt: skip


def _once(pairs: list[tuple[str, Any]]) -> dict[str, Any]:
    """Refuse an object that says the same key twice: two readers could read two things."""
    if len({key for key, _ in pairs}) != len(pairs):
        raise ValueError("key twice")
    return dict(pairs)
