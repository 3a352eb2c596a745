"""Hostile evidence is read elsewhere: one child process a file, with empty hands and limits on what it takes."""

import json
import os
import signal
import sys
from collections.abc import Callable, Mapping
from dataclasses import asdict
from pathlib import Path

import workbench
from workbench.clock import SystemClock
from workbench.evidence.intake import wire
from workbench.evidence.intake.child_process import WAITING, ChildProcess
from workbench.evidence.intake.formats import FORMATS
from workbench.evidence.intake.gather import summed
from workbench.evidence.intake.items import Reading, Warned
from workbench.evidence.intake.sandbox import WALLS, Limits
from workbench.evidence.intake.wire_items import Taker

# (offset, length) -> the bytes that stand there.
Fetch = Callable[[int, int], bytes]
# (bytes done, bytes in all) -> go on?
Progress = Callable[[int, int], bool]
LONGEST_NAME = 100_000
_PATIENCE = 0.2
# What Windows ends a process with whose job has used up its time.
_OUT_OF_QUOTA = 1816
_BOOT = (
    "import sys, json; sys.path[:0] = json.loads(sys.argv[1]); "
    "from workbench.evidence.intake.child import main; main()"
)


def read(
    fetch: Fetch,
    name: str,
    size: int,
    options: Mapping[str, object] | None = None,
    limits: Limits | None = None,
    progress: Progress | None = None,
) -> Reading:
    """Read a file of ``size`` bytes in a child of its own; never raises for what the file holds.

    ``fetch`` is called in this thread, and what it raises comes out here, after the child is gone. ``progress`` is
    asked several times a second; where it says no, the reading ends as cancelled.
    """
    if size <= 0:
        return Reading("", refused=Warned("empty"))
    limits = limits or Limits()
    taker = Taker(frozenset(one.key for one in FORMATS), limits.answer)
    with ChildProcess(command(), limits) as child:
        hello = {
            "name": name[:LONGEST_NAME], "size": size, "options": dict(options or {}), "limits": asdict(limits),
            "parent": os.getpid(),
        }  # fmt: skip
        child.say(wire.HELLO, wire.packed(hello))
        talk = _Talk(child, taker, fetch, size, progress or (lambda done, of: True))
        refused = talk.run(limits)
    facts = {**taker.facts, "walls": [*talk.walls, *child.walls]}
    return summed(taker.format, taker.items, facts, taker.warnings, refused or taker.refused)


def command() -> list[str]:
    """The command of a child: this Python, alone, with nothing but the folders that the program itself comes from."""
    # The launcher of an environment on Windows starts a second process, and a job of one has no place for it.
    python = getattr(sys, "_base_executable", "") if os.name == "nt" else ""
    here = str(Path(workbench.__file__).resolve().parents[1])
    others = [place for place in sys.path if Path(place).is_absolute() and Path(place).is_dir() and place != here]
    return [python or sys.executable, "-I", "-S", "-B", "-X", "utf8", "-c", _BOOT, json.dumps([here, *others])]


class _Talk:
    """The conversation with one child, from its walls to its end."""

    def __init__(self, child: ChildProcess, taker: Taker, fetch: Fetch, size: int, progress: Progress) -> None:
        self._child, self._taker, self._fetch, self._size, self._progress = child, taker, fetch, size, progress
        self._furthest = 0
        self.walls: tuple[str, ...] = ()

    def run(self, limits: Limits) -> Warned | None:
        """Take frames until the end; why there was no good end, if there was none."""
        clock = SystemClock()
        until = clock.monotonic() + limits.seconds
        while not self._taker.ended:
            if clock.monotonic() > until:
                return Warned("took_too_long")
            if not self._progress(self._furthest, self._size):
                return Warned("cancelled")
            try:
                frame = self._child.frame(_PATIENCE)
                if frame is None:
                    return self._why()
                if frame is not WAITING:
                    self._take(*frame)
            except wire.Lie:
                return Warned("reader_failed")
        return None

    def _take(self, kind: bytes, payload: bytes) -> None:
        if kind == wire.WISH:
            self._give(*wire.wished(payload, self._size))
            return
        self._taker.count(payload)
        if kind == wire.WALLS:
            self._stand(payload)
        elif kind == wire.FORMAT:
            self._taker.take_format(payload)
        elif kind == wire.TEXT:
            self._taker.take_text(payload)
        elif kind == wire.ITEMS:
            self._taker.take_items(payload)
        elif kind == wire.END:
            self._taker.take_end(payload)
        else:
            raise wire.Lie("kind")

    def _give(self, offset: int, length: int) -> None:
        if not self.walls:
            # Not a byte before the child has said that it is shut in.
            raise wire.Lie("no walls")
        self._furthest = max(self._furthest, offset + length)
        self._child.say(wire.BYTES, self._fetch(offset, length))

    def _stand(self, payload: bytes) -> None:
        match wire.unpacked(payload):
            case [*walls] if not self.walls and walls and all(wall in WALLS for wall in walls):
                self.walls = tuple(map(str, walls))
            case _:
                raise wire.Lie("walls")

    def _why(self) -> Warned:
        """What the end of a child without a word means."""
        code = self._child.ended()
        if self._child.overdue or code in (-_signal("SIGXCPU"), _OUT_OF_QUOTA):
            return Warned("took_too_long")
        if code == wire.OUT_OF_MEMORY or code == -_signal("SIGKILL"):
            return Warned("took_too_much")
        return Warned("reader_failed")


def _signal(name: str) -> int:
    return int(getattr(signal, name, 0)) or sys.maxsize
