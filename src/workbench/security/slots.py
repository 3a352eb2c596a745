"""Slots: what the keys file holds for each user, and what one guess at a passphrase costs."""

from dataclasses import dataclass

from workbench.security.canonical import canonical

KEY_BYTES, SALT_BYTES, NONCE_BYTES, TAG_BYTES = 32, 16, 12, 16  # of AES-256-GCM and Argon2id


@dataclass(frozen=True, slots=True)
class Cost:
    """What one guess costs (Argon2id): memory in KiB, passes, lanes."""

    memory: int = 256 * 1024
    passes: int = 3
    lanes: int = 4


FLOOR = Cost()


@dataclass(frozen=True, slots=True)
class Slot:
    """One user's way to the master key. The header is authenticated, so neither role nor cost can be swapped."""

    user_id: str
    name: str
    role: str
    cost: Cost
    salt: bytes
    nonce: bytes
    wrapped: bytes

    def header(self, vault_id: str) -> bytes:
        """The authenticated part: everything about the slot but the wrapped key."""
        return canonical(
            {
                "v": 1, "vault": vault_id, "user": self.user_id, "name": self.name, "role": self.role,
                "kdf": ["argon2id", self.cost.memory, self.cost.passes, self.cost.lanes], "salt": self.salt.hex(),
            }
        )  # fmt: skip
