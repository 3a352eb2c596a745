"""Signatures: whose hand something is from, and for what it was signed.

Ed25519 (RFC 8032). What is signed is the purpose, a zero byte and a SHA-256, so that a signature given for one
purpose is worth nothing for another.
"""

import hashlib

from cryptography.exceptions import InvalidSignature
from cryptography.hazmat.primitives.asymmetric.ed25519 import Ed25519PrivateKey, Ed25519PublicKey

PrivateKey = Ed25519PrivateKey
PUBLIC_BYTES, SIGNATURE_BYTES, DIGEST_BYTES = 32, 64, 32
_FINGERPRINT, _GROUP = 32, 4


def new_key() -> PrivateKey:
    """A new signing key."""
    return Ed25519PrivateKey.generate()


def key_from(seed: bytes) -> PrivateKey:
    """The signing key that belongs to 32 secret bytes: the same bytes give the same key."""
    return Ed25519PrivateKey.from_private_bytes(seed)


def public_of(private: PrivateKey) -> bytes:
    """The 32 bytes by which others check what the key signs."""
    return private.public_key().public_bytes_raw()


def fingerprint(public: bytes) -> str:
    """What people compare of a public key: the first half of its SHA-256, in hex, in groups of four."""
    text = hashlib.sha256(public).hexdigest()[:_FINGERPRINT]
    return " ".join(text[at : at + _GROUP] for at in range(0, _FINGERPRINT, _GROUP))


def sign(private: PrivateKey, context: str, digest: bytes) -> bytes:
    """The 64 bytes of a signature over a SHA-256, good for one purpose only, for instance ``workbench/pack/1``."""
    return private.sign(_message(context, digest))


def verify(public: bytes, context: str, digest: bytes, signature: bytes) -> bool:
    """Whether the holder of a public key signed this SHA-256 for this purpose."""
    try:
        Ed25519PublicKey.from_public_bytes(public).verify(signature, _message(context, digest))
    except (InvalidSignature, ValueError):
        return False
    return True


def _message(context: str, digest: bytes) -> bytes:
    if "\0" in context or len(digest) != DIGEST_BYTES:
        raise ValueError("what is signed must be told apart from the purpose")
    return context.encode() + b"\0" + digest
