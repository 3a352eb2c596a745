"""The file as a parser sees it: bytes that can be read from any place, its name, and what to note beside the items."""

from collections.abc import Mapping
from dataclasses import dataclass, field
from typing import BinaryIO

from workbench.evidence.intake.items import Warned

HEAD = 64 * 1024


class Unreadable(Exception):
    """The file is of this format but cannot be read: a key of ``warnings.REFUSED`` and what its sentence names."""

    def __init__(self, key: str, **facts: str | int) -> None:
        super().__init__(key)
        self.told = Warned(key, facts)


@dataclass(frozen=True)
class Source:
    """``file`` can be sought in and is never written; ``head`` are its first bytes; ``name`` only a hint."""

    name: str
    size: int
    file: BinaryIO
    head: bytes

    @property
    def ending(self) -> str:
        """The ending of the name in small letters, without the dot."""
        return self.name.rpartition(".")[2].lower() if "." in self.name else ""


def source(file: BinaryIO, name: str, size: int) -> Source:
    """The source of a file that is open."""
    file.seek(0)
    head = file.read(HEAD)
    file.seek(0)
    return Source(name, size, file, head)


@dataclass
class Notes:
    """What a parser notes beside its items; ``options`` is what a person chose, for instance the columns of a table."""

    options: Mapping[str, object] = field(default_factory=dict)
    facts: dict[str, object] = field(default_factory=dict)
    warnings: list[Warned] = field(default_factory=list)

    def fact(self, key: str, value: object) -> None:
        """Something true of the whole file (plain JSON values only)."""
        self.facts[key] = value

    def count(self, key: str, by: int = 1) -> None:
        """Count something that is no item of its own, for instance pictures left out of a chat."""
        self.facts[key] = int(str(self.facts.get(key, 0))) + by

    def warn(self, key: str, **facts: str | int) -> None:
        """Something a person should know, said once."""
        told = Warned(key, facts)
        if told not in self.warnings:
            self.warnings.append(told)
