"""A document that is an archive of parts (XLSX, DOCX, ODS, KMZ): declared sizes are looked at before parts."""

import struct
import zipfile
import zlib
from io import BytesIO
from typing import IO, BinaryIO, cast

from workbench.evidence.intake.source import Source, Unreadable

MOST_PARTS = 20_000
MOST_UNFOLDED = 1_000_000_000
MOST_TIMES = 200
# Small parts may well shrink a thousandfold; only what unfolds to much is suspect.
_HARMLESS = 20_000_000
_DAMAGE = (
    zipfile.BadZipFile, OSError, EOFError, ValueError, NotImplementedError, RuntimeError, KeyError, struct.error,
    zlib.error, OverflowError, MemoryError,
)  # fmt: skip


class Parts:
    """The parts of a document by name."""

    def __init__(self, source: Source) -> None:
        source.file.seek(0)
        try:
            self._archive = zipfile.ZipFile(source.file)
            infos = self._archive.infolist()
        except _DAMAGE as error:
            raise Unreadable("broken") from error
        unfolded = sum(one.file_size for one in infos)
        if len(infos) > MOST_PARTS or unfolded > MOST_UNFOLDED:
            raise Unreadable("too_large")
        if unfolded > _HARMLESS and unfolded > MOST_TIMES * max(source.size, 1):
            raise Unreadable("unfolds_too_far")
        self.sizes = {one.filename: one.file_size for one in infos if not one.is_dir()}
        self._secret = {one.filename for one in infos if one.flag_bits & 0x1}

    def read(self, name: str, most: int = 50_000_000) -> bytes:
        """A whole part; ``Unreadable`` where it is missing, damaged or larger than ``most``."""
        if self.sizes.get(name, 0) > most:
            raise Unreadable("too_large")
        try:
            with self.open(name) as part:
                return part.read(most)
        except _DAMAGE as error:
            raise Unreadable("broken") from error

    def stream(self, name: str, most: int = 50_000_000) -> BinaryIO:
        """A whole part as a file."""
        return BytesIO(self.read(name, most))

    def open(self, name: str) -> IO[bytes]:
        """A part, to be read piece by piece; it never gives more bytes than it declared."""
        if name in self._secret:
            raise Unreadable("encrypted")
        try:
            return self._archive.open(name)
        except _DAMAGE as error:
            raise Unreadable("broken") from error


def names(source: Source) -> frozenset[str]:
    """The names of the parts of an archive; none if it is no archive that can be opened."""
    if source.head[:4] not in (b"PK\x03\x04", b"PK\x05\x06"):
        return frozenset()
    try:
        return frozenset(Parts(source).sizes)
    except Unreadable as error:
        # A bomb is still of its format: its local header names the first part.
        return _first_names(source) if error.told.key != "broken" else frozenset()


def _first_names(source: Source) -> frozenset[str]:
    source.file.seek(0)
    try:
        return frozenset(one.filename for one in zipfile.ZipFile(source.file).infolist()[:MOST_PARTS])
    except _DAMAGE:
        return frozenset()


def as_binary(part: IO[bytes]) -> BinaryIO:
    """What ``zipfile`` gives is a binary file, only its type does not say so."""
    return cast(BinaryIO, part)
