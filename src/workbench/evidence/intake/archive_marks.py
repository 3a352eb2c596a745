"""Archives that say of a name that it is UTF-8 though it is not: one such name must not hide all other members."""

import io
import struct
import zipfile
from bisect import bisect_left
from typing import BinaryIO, cast

_LINE, _BYTES = b"PK\x01\x02", 46
_UTF8 = 0x08  # in the second byte of the marks


class _Mended(io.RawIOBase):
    """A file some of whose bytes read as others."""

    def __init__(self, file: BinaryIO, other: dict[int, int]) -> None:
        self._file, self._other = file, other
        self._places = sorted(other)

    def also(self, other: dict[int, int]) -> None:
        """More bytes that read as others."""
        self._other |= other
        self._places = sorted(self._other)

    def readable(self) -> bool:
        return True

    def seekable(self) -> bool:
        return True

    def seek(self, offset: int, whence: int = io.SEEK_SET) -> int:
        return self._file.seek(offset, whence)

    def tell(self) -> int:
        return self._file.tell()

    def readinto(self, buffer: object) -> int:
        view = memoryview(buffer).cast("B")  # type: ignore[arg-type]
        at = self._file.tell()
        piece = bytearray(self._file.read(len(view)))
        for place in self._places[bisect_left(self._places, at) : bisect_left(self._places, at + len(piece))]:
            piece[place - at] = self._other[place]
        view[: len(piece)] = piece
        return len(piece)


def opened(file: BinaryIO, start: int, size: int) -> zipfile.ZipFile:
    """The archive without that mark where it is not true; its contents stand somewhere from ``start`` on."""
    file.seek(start)
    contents = file.read(size)
    other: dict[int, int] = {}
    place = contents.find(_LINE)
    while 0 <= place <= len(contents) - _BYTES:
        name, extra, remark = struct.unpack_from("<HHH", contents, place + 28)
        try:
            contents[place + _BYTES : place + _BYTES + name].decode()
        except UnicodeDecodeError:
            other[start + place + 9] = contents[place + 9] & ~_UTF8
        place = contents.find(_LINE, place + _BYTES + name + extra + remark)
    mended = _Mended(file, other)
    mended.seek(0)
    archive = zipfile.ZipFile(cast(BinaryIO, mended))
    # The same mark stands before the member itself.
    before: dict[int, int] = {}
    for info in archive.infolist():
        if not info.flag_bits & (_UTF8 << 8) and info.header_offset >= 0:
            file.seek(info.header_offset + 7)
            before.update((info.header_offset + 7, byte & ~_UTF8) for byte in file.read(1))
    mended.also(before)
    return archive
