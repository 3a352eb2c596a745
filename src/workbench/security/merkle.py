"""The tree over the log (RFC 6962): one root for all entries, and a short proof that one of them is among them."""

import hashlib
from collections.abc import Iterable, Sequence

_HASH = 32


class Tree:
    """The tree over leaf hashes (SHA-256 of a zero byte and the entry, as ``chain.leaf`` gives them)."""

    def __init__(self, leaves: Iterable[bytes]) -> None:
        self._levels = [bytearray(b"".join(leaves))]
        while len(self._levels[-1]) > _HASH:
            self._levels.append(_above(self._levels[-1]))

    @property
    def size(self) -> int:
        return len(self._levels[0]) // _HASH

    @property
    def root(self) -> bytes:
        """The hash that stands for all entries; that of nothing if there is none."""
        return bytes(self._levels[-1]) or hashlib.sha256(b"").digest()

    def proof(self, index: int) -> list[bytes]:
        """The hashes beside the way from an entry (counted from 0) up to the root."""
        if not 0 <= index < self.size:
            raise IndexError(index)
        beside = []
        for level in self._levels[:-1]:
            other = index ^ 1
            # The last of an odd row goes up by itself.
            if other * _HASH < len(level):
                beside.append(bytes(level[other * _HASH : (other + 1) * _HASH]))
            index //= 2
        return beside


def proved(leaf: bytes, index: int, size: int, proof: Sequence[bytes], root: bytes) -> bool:
    """Whether a proof leads from an entry to the root of a tree of this size (RFC 9162, section 2.1.3.2)."""
    if not 0 <= index < size:
        return False
    at, last, found, beside = index, size - 1, leaf, list(proof)
    while last:
        if at % 2 or at < last:
            if not beside:
                return False
            other = beside.pop(0)
            found = node(other, found) if at % 2 else node(found, other)
        at, last = at // 2, last // 2
    return not beside and found == root


def node(left: bytes, right: bytes) -> bytes:
    """The hash of two hashes side by side."""
    return hashlib.sha256(b"\x01" + left + right).digest()


def _above(level: bytearray) -> bytearray:
    step = 2 * _HASH
    whole = len(level) // step * step
    made = bytearray().join(
        hashlib.sha256(b"\x01" + level[start : start + step]).digest() for start in range(0, whole, step)
    )
    return made + level[whole:]
