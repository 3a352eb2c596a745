"""Keys: from a passphrase to the vault's master key, and from that to a key for each purpose."""

import hmac
import secrets

from argon2.low_level import Type, hash_secret_raw
from cryptography.exceptions import InvalidTag
from cryptography.hazmat.primitives import hashes
from cryptography.hazmat.primitives.ciphers.aead import AESGCM
from cryptography.hazmat.primitives.kdf.hkdf import HKDF

from workbench.security.passphrase import written
from workbench.security.slots import FLOOR, KEY_BYTES, NONCE_BYTES, SALT_BYTES, Cost, Slot


def new_master_key() -> bytes:
    return secrets.token_bytes(KEY_BYTES)


def close_slot(
    master: bytes, passphrase: str, *, vault_id: str, user_id: str, name: str, role: str, cost: Cost
) -> Slot:
    """A slot that the passphrase opens to the master key."""
    salt, nonce = secrets.token_bytes(SALT_BYTES), secrets.token_bytes(NONCE_BYTES)
    empty = Slot(user_id, name, role, cost, salt, nonce, b"")
    wrapped = AESGCM(_stretch(passphrase, salt, cost)).encrypt(nonce, master, empty.header(vault_id))
    return Slot(user_id, name, role, cost, salt, nonce, wrapped)


def open_slot(slot: Slot, passphrase: str, *, vault_id: str) -> bytes | None:
    """The master key, or None if the passphrase is wrong or the slot was altered."""
    key = _stretch(passphrase, slot.salt, slot.cost)
    try:
        return AESGCM(key).decrypt(slot.nonce, slot.wrapped, slot.header(vault_id))
    except InvalidTag:
        return None


def waste_a_guess(passphrase: str, cost: Cost = FLOOR) -> None:
    """Spend what a guess costs, so that an unknown name takes as long as a wrong passphrase."""
    _stretch(passphrase, bytes(SALT_BYTES), cost)


def purpose(master: bytes, name: str, *, salt: bytes | None = None) -> bytes:
    """The key for one purpose, for instance ``db``, ``head`` or ``att|case|file``."""
    return HKDF(hashes.SHA256(), KEY_BYTES, salt, f"wb/{name}/v1".encode()).derive(master)


def mac(key: bytes, message: bytes) -> bytes:
    """HMAC-SHA-256 of a message."""
    return hmac.digest(key, message, "sha256")


def _stretch(passphrase: str, salt: bytes, cost: Cost) -> bytes:
    return hash_secret_raw(
        written(passphrase).encode(), salt, cost.passes, cost.memory, cost.lanes, KEY_BYTES, Type.ID
    )
