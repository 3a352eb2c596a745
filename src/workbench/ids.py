"""Chance as the world gives it: the only place that makes new identifiers."""

import secrets
import time
from dataclasses import dataclass
from typing import Protocol
from uuid import UUID


class Ids(Protocol):
    def new(self) -> str:
        """A new identifier: the text of a UUIDv7, so that ids sort by the time they were made."""
        ...


def uuid7(milliseconds: int, random: int) -> str:
    """The text of the UUIDv7 (RFC 9562) of a moment in Unix milliseconds and 74 random bits."""
    value = (milliseconds & (1 << 48) - 1) << 80
    value |= 0x7 << 76 | (random >> 62 & 0xFFF) << 64 | 0b10 << 62 | random & (1 << 62) - 1
    return str(UUID(int=value))


@dataclass
class SystemIds:
    """Identifiers from this machine's time and its source of chance, each greater than the one before.

    Rows written in one millisecond must keep their order, and a clock set back must not put a later one first.
    """

    last: int = 0

    def new(self) -> str:
        fresh = UUID(uuid7(time.time_ns() // 1_000_000, secrets.randbits(74))).int
        self.last = max(fresh, self.last + 1)
        return str(UUID(int=self.last))


@dataclass
class SequentialIds:
    """Predictable identifiers for tests and reproducible demonstrations."""

    count: int = 0

    def new(self) -> str:
        self.count += 1
        return uuid7(1_700_000_000_000 + self.count, self.count)
