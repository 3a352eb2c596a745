"""WBA1: a file sealed in authenticated chunks, so that no bit, chunk, end or place can be changed unseen.

Layout: ``WBA1``, 32 bytes of salt, 4 bytes of chunk size (big endian); then chunks of that many plain bytes,
each AES-256-GCM with a nonce of an 8-byte counter and a 4-byte mark that is 1 on the last chunk, and the
header as associated data.
"""

import secrets
import struct
from collections.abc import Iterable, Iterator
from typing import BinaryIO

from cryptography.exceptions import InvalidTag
from cryptography.hazmat.primitives.ciphers.aead import AESGCM

MAGIC = b"WBA1"
SALT_BYTES, CHUNK, TAG = 32, 64 * 1024, 16
HEADER_BYTES = len(MAGIC) + SALT_BYTES + 4


class Damaged(Exception):
    """The sealed bytes are not what was sealed."""


def new_salt() -> bytes:
    return secrets.token_bytes(SALT_BYTES)


def header(salt: bytes) -> bytes:
    return MAGIC + salt + struct.pack(">I", CHUNK)


def salt_of(head: bytes) -> bytes:
    """The salt in a header. Raises ``Damaged`` if it is not one of this format."""
    if len(head) != HEADER_BYTES or head[:4] != MAGIC or head[-4:] != struct.pack(">I", CHUNK):
        raise Damaged
    return head[4:-4]


def seal(chunks: Iterable[bytes], key: bytes, salt: bytes) -> Iterator[bytes]:
    """The sealed form, piece by piece. Every chunk but the last must be ``CHUNK`` bytes long."""
    head, cipher = header(salt), AESGCM(key)
    yield head
    waiting, number = b"", 0
    for chunk in chunks:
        if number:
            yield cipher.encrypt(_nonce(number - 1, last=False), waiting, head)
        waiting, number = chunk, number + 1
    yield cipher.encrypt(_nonce(max(number - 1, 0), last=True), waiting, head)


def unseal(file: BinaryIO, key: bytes) -> Iterator[bytes]:
    """The plain bytes after the header has been read. Raises ``Damaged`` at the first chunk that does not fit."""
    cipher, number = AESGCM(key), 0
    file.seek(0)
    head = file.read(HEADER_BYTES)
    sealed = file.read(CHUNK + TAG)
    while True:
        following = file.read(CHUNK + TAG)
        try:
            yield cipher.decrypt(_nonce(number, last=not following), sealed, head)
        except (InvalidTag, ValueError):
            raise Damaged from None
        if not following:
            return
        sealed, number = following, number + 1


def _nonce(number: int, *, last: bool) -> bytes:
    return struct.pack(">QI", number, int(last))
