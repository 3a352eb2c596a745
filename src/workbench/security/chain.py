"""The audit chain: each entry carries the hash of the one before it."""

import hashlib
from collections.abc import Iterable, Mapping
from dataclasses import dataclass

from workbench.security.canonical import canonical

START = "0" * 64


@dataclass(frozen=True, slots=True)
class Head:
    """Where the chain stands: how many entries, and the hash of the last one."""

    size: int = 0
    digest: str = START


@dataclass(frozen=True, slots=True)
class Link:
    """An entry as stored: its number, its canonical body, and the hash that was kept for it."""

    seq: int
    body: bytes
    digest: str


@dataclass(frozen=True, slots=True)
class Break:
    """The first place where a chain does not hold. ``what``: order, hash, prev, behind, fork."""

    seq: int
    what: str


def seal(head: Head, entry: Mapping[str, object]) -> tuple[bytes, Head]:
    """The body of the next entry and the head after it.

    The hash is SHA-256 of a zero byte and the body (the leaf hash of RFC 6962), and the body names the
    hash before it, so that no entry can be changed, moved, added or left out unseen.
    """
    body = canonical({**entry, "seq": head.size + 1, "prev": head.digest})
    return body, Head(head.size + 1, leaf(body))


def leaf(body: bytes) -> str:
    return hashlib.sha256(b"\x00" + body).hexdigest()


def check(links: Iterable[Link], kept: Head | None = None) -> Head | Break:
    """The head of a whole chain, or its first break.

    ``kept`` is a head witnessed elsewhere: the chain must reach it (else ``behind``) and have had that
    hash there (else ``fork``).
    """
    head = Head()
    for link in links:
        if link.seq != head.size + 1:
            return Break(head.size + 1, "order")
        if leaf(link.body) != link.digest:
            return Break(link.seq, "hash")
        if (
            f'"prev":"{head.digest}"'.encode() not in link.body
            or f'"seq":{link.seq}'.encode() not in link.body
        ):
            return Break(link.seq, "prev")
        head = Head(link.seq, link.digest)
        if kept and kept.size == head.size and kept.digest != head.digest:
            return Break(link.seq, "fork")
    if kept and kept.size > head.size:
        return Break(head.size + 1, "behind")
    return head
