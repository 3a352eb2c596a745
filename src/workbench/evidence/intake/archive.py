"""Archives: their members listed, with everything that is wrong with them, and streams to read them in memory.

Nothing is unpacked to a disk and no name of a member is used as a path. ``members`` serves formats that come packed.
"""

from collections import Counter
from collections.abc import Callable, Iterator
from dataclasses import dataclass
from typing import BinaryIO

from workbench.evidence.intake.archive_names import doubts, folded
from workbench.evidence.intake.archive_zip import Entry, contents
from workbench.evidence.intake.items import Item, Kind
from workbench.evidence.intake.looks import shown
from workbench.evidence.intake.source import Notes, Source, Unreadable

# How often one thing is said of single members before it is only counted.
_OFTEN = 20
_ARCHIVES = (".zip", ".7z", ".rar", ".tar", ".gz", ".tgz", ".xz", ".bz2", ".zst", ".cab", ".jar", ".apk")


@dataclass(frozen=True, slots=True)
class Member:
    """A file within an archive. ``open`` gives its bytes as a stream that ends, at the latest, at ``size``.

    Reading from the stream raises ``Unreadable`` for whatever is wrong with the packed bytes.
    """

    name: str
    size: int
    open: Callable[[], BinaryIO]


def fits(source: Source) -> bool:
    """Whether the file begins as a zip does."""
    return source.head.startswith((b"PK\x03\x04", b"PK\x05\x06"))


def members(source: Source, notes: Notes) -> tuple[Member, ...]:
    """The members that can be read safely, in the order of the archive; what is wrong with others is noted.

    Raises ``Unreadable`` for an archive whose list of contents cannot be read.
    """
    found = contents(source)
    _warn(found, notes)
    return tuple(Member(one.name, one.size, one.open) for one in found if not one.wrong and not one.folder)


def read(source: Source, notes: Notes) -> Iterator[Item]:
    """Every member as a file, in the order of the archive."""
    found = contents(source)
    _warn(found, notes)
    notes.fact("members", len(found))
    notes.fact("unpacked_size", sum(one.size for one in found))
    for number, one in enumerate(found, 1):
        # When a file was changed is no event of the case: it must not pass for the first or last moment.
        detail = {
            "size": one.size, "packed": one.packed, "folder": one.folder, "modified": one.at, "wrong": list(one.wrong),
        }  # fmt: skip
        yield Item(Kind.FILE, f"member {number}", text=one.name, detail=detail)
    wrong = [set(one.wrong) for one in found if not one.folder]
    if any(one & {"overlaps", "swells"} for one in wrong):
        raise Unreadable("bomb")
    if wrong and all("locked" in one for one in wrong):
        raise Unreadable("encrypted")


def _warn(found: list[Entry], notes: Notes) -> None:
    said: Counter[str] = Counter()
    names = Counter(folded(one.name) for one in found)
    for one in found:
        keys = [*doubts(one.name.rstrip("/") if one.folder else one.name), *(f"member_{key}" for key in one.wrong)]
        if names[folded(one.name)] > 1:
            keys.append("name_twice")
        if one.name.lower().endswith(_ARCHIVES) and not one.folder:
            keys.append("member_archive")
        for key in keys:
            said[key] += 1
            if said[key] <= _OFTEN:
                notes.warn(key, name=shown(one.name))
    if unsaid := sum(max(0, count - _OFTEN) for count in said.values()):
        notes.warn("more_such_names", count=unsaid)

