"""Checkpoints: how long the log was and its root, signed by the station, in the text form of signed notes.

C2SP ``tlog-checkpoint`` and ``signed-note``: what other tools read too.
"""

import base64
import hashlib

from workbench.security.signing import PrivateKey, public_of

_ED25519 = b"\x01"


def checkpoint(private: PrivateKey, name: str, size: int, root: bytes) -> str:
    """The signed note: origin, number of entries, root; then the signature of the station.

    A purpose needs no mark of its own here: what else is signed has a zero byte in it, and a text has none.
    """
    text = f"{name}\n{size}\n{base64.b64encode(root).decode()}\n"
    signature = private.sign(text.encode())
    signed = base64.b64encode(_key_id(name, public_of(private)) + signature).decode()
    return f"{text}\n\u2014 {name} {signed}\n"


def verifier_key(private: PrivateKey, name: str) -> str:
    """The public key as one line: name, key id, and the key itself."""
    public = public_of(private)
    return f"{name}+{_key_id(name, public).hex()}+{base64.b64encode(_ED25519 + public).decode()}"


def _key_id(name: str, public: bytes) -> bytes:
    return hashlib.sha256(name.encode() + b"\n" + _ED25519 + public).digest()[:4]
