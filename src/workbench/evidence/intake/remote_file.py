"""The file as the child has it: no path and no handle, only ranges of bytes that it asks for."""

import io
from collections import OrderedDict
from collections.abc import Callable

from workbench.evidence.intake.wire import LARGEST_FRAME

_BLOCK = 64 * 1024
_KEPT = 64


class RemoteFile(io.RawIOBase):
    """Bytes that somebody else holds. ``ask(offset, length)`` gives exactly that many, from within the file."""

    def __init__(self, ask: Callable[[int, int], bytes], size: int) -> None:
        self._ask, self._size, self._at = ask, size, 0
        self._blocks: OrderedDict[int, bytes] = OrderedDict()

    def readable(self) -> bool:
        return True

    def seekable(self) -> bool:
        return True

    def seek(self, offset: int, whence: int = io.SEEK_SET) -> int:
        target = offset + {io.SEEK_SET: 0, io.SEEK_CUR: self._at, io.SEEK_END: self._size}[whence]
        if target < 0:
            raise OSError(22, "before the beginning")
        self._at = target
        return target

    def tell(self) -> int:
        return self._at

    def readinto(self, buffer: object) -> int:
        view = memoryview(buffer).cast("B")  # type: ignore[arg-type]
        wanted = min(len(view), self._size - self._at)
        if wanted <= 0:
            return 0
        if wanted > _BLOCK:
            piece = self._ask(self._at, min(wanted, LARGEST_FRAME))
        else:
            start = self._at - self._at % _BLOCK
            piece = self._block(start)[self._at - start :][:wanted]
        view[: len(piece)] = piece
        self._at += len(piece)
        return len(piece)

    def _block(self, start: int) -> bytes:
        """Formats that jump about ask for the same places again and again."""
        if start not in self._blocks:
            self._blocks[start] = self._ask(start, min(_BLOCK, self._size - start))
            if len(self._blocks) > _KEPT:
                self._blocks.popitem(last=False)
        self._blocks.move_to_end(start)
        return self._blocks[start]
