"""The process that reads one hostile file: it shuts itself in, asks for bytes, gives items, and ends."""

import io
import json
import os
import sys
from typing import BinaryIO

from workbench.evidence.intake import sandbox
from workbench.evidence.intake.gather import begin
from workbench.evidence.intake.remote_file import RemoteFile
from workbench.evidence.intake.sandbox import Limits
from workbench.evidence.intake.source import source
from workbench.evidence.intake.wire import (
    BYTES,
    FORMAT,
    HELLO,
    LARGEST_FRAME,
    OUT_OF_MEMORY,
    WALLS,
    WISH,
    packed,
    receive,
    send,
    wish,
)
from workbench.evidence.intake.wire_items import Giver

_BUFFER = 256 * 1024


def main() -> None:
    """Read the file that is named on the pipe, and end."""
    taken, given = _pipes()
    hello = receive(taken.read)
    if hello is None or hello[0] != HELLO:
        sys.exit(1)
    told = json.loads(hello[1])
    limits = Limits(**told["limits"])
    send(given, WALLS, packed(sandbox.enter(limits, told["parent"])))
    try:
        _read(taken, given, told, limits)
    except MemoryError:
        # Nothing may be left to say so with.
        os._exit(OUT_OF_MEMORY)


def _read(taken: BinaryIO, given: BinaryIO, told: dict[str, object], limits: Limits) -> None:
    def ask(offset: int, length: int) -> bytes:
        send(given, WISH, wish(offset, length))
        answer = receive(taken.read)
        if answer is None or answer[0] != BYTES or len(answer[1]) != length:
            sys.exit(1)
        return answer[1]

    size, options = int(str(told["size"])), told["options"]
    file = io.BufferedReader(RemoteFile(ask, size), _BUFFER)
    course = begin(source(file, str(told["name"]), size), options if isinstance(options, dict) else {})
    if course.key:
        send(given, FORMAT, course.key.encode())
    giver = Giver(lambda kind, payload: send(given, kind, payload), limits.answer - LARGEST_FRAME)
    for item in course.items():
        if not giver.give(item):
            course.notes.warn("cut_off", count=giver.count)
            break
    giver.end(course.notes.facts, course.notes.warnings, course.refused)


def _pipes() -> tuple[BinaryIO, BinaryIO]:
    """The two pipes as handles of their own: what a library prints must not look like an answer."""
    taken, given = os.fdopen(os.dup(0), "rb"), os.fdopen(os.dup(1), "wb", 0)
    nowhere = os.open(os.devnull, os.O_RDWR)
    for handle in (0, 1, 2):
        os.dup2(nowhere, handle)
    os.close(nowhere)
    return taken, io.BufferedWriter(given, LARGEST_FRAME * 2)
