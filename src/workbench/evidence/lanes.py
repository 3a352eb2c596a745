"""Two lanes: one hashes while the other ciphers, because a file waits for both and each needs a core of its own."""

import contextlib
import hashlib
import os
import threading
from collections.abc import Callable, Generator, Iterator
from queue import SimpleQueue
from typing import BinaryIO

from workbench.evidence.wba1 import BLOCK, Damaged, Opening, Sealing

_BUFFERS = 6
# What was written is sent to the disk in parts on the way: flushed only at the end, the disk would idle until then.
_FLUSH = 8 * 1024 * 1024
_flush = getattr(os, "fdatasync", os.fsync)


class Writer:
    """Seals blocks and writes them on a lane of its own; what goes wrong there is raised in the caller's."""

    def __init__(self, out: BinaryIO, sealing: Sealing) -> None:
        self._out, self._sealing = out, sealing
        self._free: SimpleQueue[memoryview] = SimpleQueue()
        self._full: SimpleQueue[tuple[memoryview, int, bool] | None] = SimpleQueue()
        self._written: SimpleQueue[bool] = SimpleQueue()
        self._error: OSError | None = None
        self._lanes = (threading.Thread(target=self._write), threading.Thread(target=self._settle))
        for _ in range(_BUFFERS):
            self._free.put(memoryview(bytearray(BLOCK)))

    def buffer(self) -> memoryview:
        """A buffer of ``BLOCK`` bytes to be filled, as soon as there is one."""
        buffer = self._free.get()
        self._raise()
        return buffer

    def put(self, buffer: memoryview, size: int, *, last: bool) -> None:
        """Send a filled buffer on; its bytes stay readable until the caller asks for another one."""
        self._full.put((buffer, size, last))

    def __enter__(self) -> "Writer":
        for lane in self._lanes:
            lane.start()
        return self

    def __exit__(self, kind: type[BaseException] | None, *_: object) -> None:
        self._full.put(None)
        for lane in self._lanes:
            lane.join()
        if kind is None:
            self._raise()

    def _raise(self) -> None:
        if self._error is not None:
            raise self._error

    def _write(self) -> None:
        since = 0
        while (item := self._full.get()) is not None:
            buffer, size, last = item
            if self._error is None:
                try:
                    since += written(self._out, self._sealing.block(buffer[:size], last=last))
                except OSError as error:
                    self._error = error
            self._free.put(buffer)
            if since >= _FLUSH and self._written.empty():
                self._written.put(True)
                since = 0
        self._written.put(False)

    def _settle(self) -> None:
        while self._written.get():
            try:
                _flush(self._out.fileno())
            except OSError as error:
                self._error = error


class Alone:
    """The same without lanes, for what fits into one buffer."""

    def __init__(self, out: BinaryIO, sealing: Sealing) -> None:
        self._out, self._sealing = out, sealing

    def buffer(self) -> memoryview:
        """A buffer of ``BLOCK`` bytes to be filled."""
        return memoryview(bytearray(BLOCK))

    def put(self, buffer: memoryview, size: int, *, last: bool) -> None:
        """Seal and write a filled buffer."""
        written(self._out, self._sealing.block(buffer[:size], last=last))

    def __enter__(self) -> "Alone":
        return self

    def __exit__(self, *_: object) -> None:
        pass


def digest(opening: Opening, told: Callable[[int], None] | None = None) -> tuple[str, int]:
    """The SHA-256 and size of what a sealed file holds; ``told`` hears how far it is and may stop it by raising.

    Raises ``Damaged`` and ``OSError``.
    """
    hashed, done = hashlib.sha256(), 0
    with contextlib.closing(_opened(opening)) as blocks:
        for block in blocks:
            hashed.update(block)
            done += len(block)
            if told:
                told(done)
    return hashed.hexdigest(), done


def _opened(opening: Opening) -> Generator[memoryview]:
    """The blocks of a sealed file, opened on a lane of their own; each is valid until the next one is asked for."""
    if opening.blocks == 1:
        buffer = memoryview(bytearray(BLOCK))
        yield buffer[: opening.block(0, buffer)]
        return
    reader = _Reader(opening)
    reader.start()
    try:
        yield from reader.blocks()
    finally:
        reader.end()


class _Reader(threading.Thread):
    def __init__(self, opening: Opening) -> None:
        super().__init__()
        self._opening = opening
        self._free: SimpleQueue[memoryview | None] = SimpleQueue()
        self._full: SimpleQueue[memoryview | None] = SimpleQueue()
        self._error: Exception | None = None
        for _ in range(_BUFFERS):
            self._free.put(memoryview(bytearray(BLOCK)))

    def run(self) -> None:
        try:
            for number in range(self._opening.blocks):
                buffer = self._free.get()
                if buffer is None:
                    return
                self._full.put(buffer[: self._opening.block(number, buffer)])
        except (Damaged, OSError) as error:
            self._error = error
        finally:
            self._full.put(None)

    def blocks(self) -> Iterator[memoryview]:
        while (block := self._full.get()) is not None:
            yield block
            self._free.put(memoryview(block.obj))
        if self._error is not None:
            raise self._error

    def end(self) -> None:
        self._free.put(None)
        self.join()


def written(out: BinaryIO, content: memoryview) -> int:
    """Write all of it: an unbuffered file may take less at a time."""
    done = 0
    while done < len(content):
        done += out.write(content[done:])
    return done
