"""The keys file: one slot per user, and the few words that may be read before anybody signs in."""

import json
from dataclasses import dataclass
from pathlib import Path
from typing import Any

from workbench.disk import replace
from workbench.errors import Broken, Reason, Refusal
from workbench.i18n import ltr
from workbench.security.canonical import canonical, digest
from workbench.security.slots import KEY_BYTES, NONCE_BYTES, SALT_BYTES, TAG_BYTES, Cost, Slot

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


def take_back(folder: Path, keys: Keys) -> None:
    """Put an earlier content in place again. What it replaces is not kept: it would be a way in that nobody knows."""
    replace(folder / NAME, canonical(_plain(keys)))


def read(folder: Path) -> Keys:
    """The keys file of a vault. Raises ``Refusal`` if there is none, ``Broken`` if it is not whole."""
    try:
        content = (folder / NAME).read_bytes()
    except PermissionError:
        raise Refusal(Reason.NOT_READABLE, path=ltr(str(folder / NAME))) from None
    except IsADirectoryError:
        raise Broken(Reason.KEYS_DAMAGED) from None
    except (OSError, ValueError):
        raise Refusal(Reason.VAULT_MISSING, folder=ltr(str(folder))) from None
    try:
        found = _keys(json.loads(content, object_pairs_hook=_once))
        if canonical(_plain(found)) != content:
            raise ValueError("not as it was written")
        return found
    except (ValueError, KeyError, TypeError, AttributeError, RecursionError):
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
    hint = Hint(_text(plain["station"]), _text(plain["jurisdiction"]), bool(plain["training"]))
    slots = tuple(_slot(slot) for slot in plain["slots"])
    if not slots:
        raise ValueError("slots")
    return Keys(_text(plain["vault"]), hint, slots)


def _slot(plain: dict[str, Any]) -> Slot:
    name, memory, passes, lanes = plain["kdf"]
    if name != "argon2id" or any(type(number) is not int for number in (memory, passes, lanes)):
        raise ValueError("kdf")
    if not (1 <= lanes <= 64 and 8 * lanes <= memory <= 4 << 20 and 1 <= passes <= 100):
        raise ValueError("cost")
    return Slot(
        _text(plain["user"]), _text(plain["name"]), _text(plain["role"]), Cost(memory, passes, lanes),
        _bytes(plain["salt"], SALT_BYTES), _bytes(plain["nonce"], NONCE_BYTES),
        _bytes(plain["wrapped"], KEY_BYTES + TAG_BYTES),
    )  # fmt: skip


def _text(value: str) -> str:
    value.encode()  # half a character, which JSON can spell, is no text
    return value


def _bytes(value: str, length: int) -> bytes:
    found = bytes.fromhex(value)
    if len(found) != length:
        raise ValueError("length")
    return found


def _once(pairs: list[tuple[str, Any]]) -> dict[str, Any]:
    """Refuse an object that says the same key twice: two readers could read two things."""
    if len({key for key, _ in pairs}) != len(pairs):
        raise ValueError("key twice")
    return dict(pairs)
