"""The SHA-256 of a file within a file, read in pieces."""

import hashlib
from typing import BinaryIO

_PIECE = 1 << 20


def fingerprint(stream: BinaryIO) -> tuple[str, int]:
    """The SHA-256 and the size of a stream that is read to its end."""
    digest, size = hashlib.sha256(), 0
    while piece := stream.read(_PIECE):
        digest.update(piece)
        size += len(piece)
    return digest.hexdigest(), size
