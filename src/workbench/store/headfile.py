"""The log's head outside the database: what shows that entries were taken away or an old copy put back.

SQLCipher authenticates pages, not history. The head lies in two slots that are written in turn, in place:
a torn write leaves the other slot. It is not flushed at each act, so after a power cut the log may be ahead
of it, never behind (see docs/decisions/0004-head-file-two-slots.md).
"""

import hmac
import os
from dataclasses import dataclass
from pathlib import Path

from workbench.disk import told
from workbench.security.chain import Head
from workbench.security.keys import mac

NAME = "vault.head"
_SLOT = 128  # bytes: 16 of size, 64 of digest, 32 of MAC, the rest zero


@dataclass
class HeadFile:
    """The head file of one vault, under the key that only the opened vault has."""

    path: Path
    key: bytes

    def read(self) -> Head | None:
        """The newest head that its MAC vouches for, or None if there is none."""
        try:
            content = self.path.read_bytes()
        except OSError:
            # Missing, a folder in its place, no right to read it: in each case nothing vouches for the log.
            return None
        heads = [self._head(content[at : at + _SLOT]) for at in (0, _SLOT)]
        known = [head for head in heads if head is not None]
        return max(known, key=lambda head: head.size, default=None)

    def write(self, head: Head, *, durable: bool = False) -> None:
        """Put a head into the slot whose turn it is; ``durable`` also flushes it to the disk."""
        body = f"{head.size:016d}{head.digest}".encode()
        slot = (body + mac(self.key, body)).ljust(_SLOT, b"\0")
        with told(self.path, _SLOT):
            handle = os.open(self.path, os.O_RDWR | os.O_CREAT | getattr(os, "O_BINARY", 0), 0o600)
            try:
                os.lseek(handle, _SLOT * (head.size % 2), os.SEEK_SET)
                os.write(handle, slot)
                if durable:
                    os.fsync(handle)
            finally:
                os.close(handle)

    def _head(self, slot: bytes) -> Head | None:
        body, seal = slot[:80], slot[80:112]
        if len(seal) < 32 or not hmac.compare_digest(mac(self.key, body), seal):
            return None
        return Head(int(body[:16]), body[16:].decode())
