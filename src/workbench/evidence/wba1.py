"""WBA1: a file sealed in authenticated chunks, so that no bit, chunk, end or place can be changed unseen.

Layout: ``WBA1``, 32 bytes of salt, 4 bytes of chunk size (big endian); then chunks of that many plain bytes,
each AES-256-GCM with a nonce of an 8-byte counter and a 4-byte mark that is 1 on the last chunk, and the
header as associated data (docs/formats/wba1.md).
"""

import os
import secrets
import struct
from typing import BinaryIO

from cryptography.exceptions import InvalidTag
from cryptography.hazmat.primitives.ciphers.aead import AESGCM

MAGIC = b"WBA1"
SALT_BYTES, CHUNK, TAG = 32, 64 * 1024, 16
HEADER_BYTES = len(MAGIC) + SALT_BYTES + 4
# Chunks that are handled in one go: one read and one write for all of them.
GROUP = 16
BLOCK, SEALED_BLOCK = GROUP * CHUNK, GROUP * (CHUNK + TAG)


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


class Sealing:
    """Seals a file block by block, into one buffer that is used again for each."""

    def __init__(self, key: bytes, salt: bytes) -> None:
        self.head, self._cipher, self._number = header(salt), AESGCM(key), 0
        self._out = memoryview(bytearray(SEALED_BLOCK))

    def block(self, plain: memoryview, *, last: bool) -> memoryview:
        """The sealed form of the next block; all but the last are ``BLOCK`` bytes long. Valid until the next call."""
        end = 0
        for start in range(0, max(len(plain), 1), CHUNK):
            piece = plain[start : start + CHUNK]
            nonce = _nonce(self._number, last=last and start + CHUNK >= len(plain))
            end += self._cipher.encrypt_into(nonce, piece, self.head, self._out[end : end + len(piece) + TAG])
            self._number += 1
        return self._out[:end]


class Opening:
    """A sealed file opened at any place. Raises ``Damaged`` at the first chunk that does not fit."""

    def __init__(self, file: BinaryIO, key: bytes) -> None:
        file.seek(0)
        self._head, self._file, self._cipher = file.read(HEADER_BYTES), file, AESGCM(key)
        body = file.seek(0, os.SEEK_END) - HEADER_BYTES
        self._chunks = -(-body // (CHUNK + TAG))
        self._sealed = memoryview(bytearray(SEALED_BLOCK))
        self.size = body - self._chunks * TAG
        if body < TAG or self.size < 0:
            raise Damaged

    @property
    def blocks(self) -> int:
        """How many blocks there are; an empty file has one."""
        return -(-self._chunks // GROUP)

    def block(self, number: int, plain: memoryview) -> int:
        """Open a block into a buffer of ``BLOCK`` bytes; how many bytes it holds."""
        return self._open(number * GROUP, min(GROUP, self._chunks - number * GROUP), plain)

    def fetch(self, offset: int, length: int) -> bytes:
        """The plain bytes at a place, fewer at the end; only the chunks that hold them are read."""
        start, end = max(0, min(offset, self.size)), max(0, min(offset + length, self.size))
        if end <= start:
            return b""
        first, beyond = start // CHUNK, -(-end // CHUNK)
        plain, got = memoryview(bytearray((beyond - first) * CHUNK)), 0
        for chunk in range(first, beyond, GROUP):
            got += self._open(chunk, min(GROUP, beyond - chunk), plain[got:])
        return bytes(plain[start - first * CHUNK : end - first * CHUNK])

    def _open(self, first: int, count: int, plain: memoryview) -> int:
        self._file.seek(HEADER_BYTES + first * (CHUNK + TAG))
        found, got = filled(self._file, self._sealed[: count * (CHUNK + TAG)]), 0
        for chunk in range(first, first + count):
            piece = self._sealed[(chunk - first) * (CHUNK + TAG) : min((chunk - first + 1) * (CHUNK + TAG), found)]
            nonce = _nonce(chunk, last=chunk == self._chunks - 1)
            try:
                size = max(len(piece) - TAG, 0)
                got += self._cipher.decrypt_into(nonce, piece, self._head, plain[got : got + size])
            except (InvalidTag, ValueError):
                raise Damaged from None
        return got


def filled(file: BinaryIO, buffer: memoryview) -> int:
    """Fill a buffer from a file as far as the file goes: one read may give less than was asked for."""
    got = 0
    while got < len(buffer):
        count = file.readinto(buffer[got:])  # type: ignore[attr-defined]
        if not count:
            break
        got += count
    return got


def _nonce(number: int, *, last: bool) -> bytes:
    return struct.pack(">QI", number, int(last))
