"""A document that is an archive of parts (XLSX, DOCX, ODS, KMZ): the parts by name, within bounds."""

from io import BytesIO
from typing import BinaryIO

from workbench.evidence.intake.archive_zip import Entry, contents
from workbench.evidence.intake.source import Source, Unreadable

_MOST_UNFOLDED = 1_000_000_000


class Parts:
    """The parts of a document; raises ``Unreadable`` for an archive that cannot be read or would swell."""

    def __init__(self, source: Source) -> None:
        found = [one for one in contents(source) if not one.folder]
        if any({"overlaps", "swells"} & set(one.wrong) for one in found):
            raise Unreadable("bomb")
        if sum(one.size for one in found) > _MOST_UNFOLDED:
            raise Unreadable("too_large")
        self._entries: dict[str, Entry] = {one.name.replace("\\", "/").lstrip("/"): one for one in found}

    def __contains__(self, name: str) -> bool:
        return name in self._entries

    @property
    def sizes(self) -> dict[str, int]:
        """How large each part is, in the order of the archive."""
        return {name: one.size for name, one in self._entries.items()}

    def open(self, name: str) -> BinaryIO:
        """A part, to be read piece by piece; it never gives more bytes than it declared."""
        entry = self._entries.get(name)
        if entry is None:
            raise Unreadable("broken")
        if "locked" in entry.wrong:
            raise Unreadable("encrypted")
        if entry.wrong:
            raise Unreadable("too_large" if "large" in entry.wrong else "broken")
        return entry.open()

    def read(self, name: str, most: int = 50_000_000) -> bytes:
        """A whole part, unless it is larger than ``most``."""
        if self.sizes.get(name, 0) > most:
            raise Unreadable("too_large")
        with self.open(name) as part:
            return part.read(most)

    def stream(self, name: str, most: int = 50_000_000) -> BinaryIO:
        """A whole part as a file that can be sought in."""
        return BytesIO(self.read(name, most))


def names(source: Source) -> frozenset[str]:
    """The names of the parts of an archive; none if it is no archive whose contents can be read."""
    if not source.head.startswith((b"PK\x03\x04", b"PK\x05\x06")):
        return frozenset()
    try:
        return frozenset(one.name.replace("\\", "/").lstrip("/") for one in contents(source))
    except Unreadable:
        return frozenset()
