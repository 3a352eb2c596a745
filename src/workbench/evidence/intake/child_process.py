"""The child as a process: started with empty hands, heard through a thread of its own, always ended and reaped."""

import contextlib
import os
import queue
import subprocess
import threading
from types import TracebackType
from typing import Final

from workbench.evidence.intake import windows_job
from workbench.evidence.intake.sandbox import Limits
from workbench.evidence.intake.wire import Lie, receive, send

WAITING: Final = (b"", b"")
_GRACE = 2.0
# Frames that were heard and not yet taken: a child that talks faster than it is listened to has to wait.
_AHEAD = 4


class ChildProcess:
    """One child. Whatever happens, it is gone when the ``with`` ends."""

    def __init__(self, command: list[str], limits: Limits) -> None:
        self.overdue = False
        self.walls: tuple[str, ...] = ()
        self._limits = limits
        self._heard: queue.Queue[tuple[bytes, bytes] | Lie | None] = queue.Queue(_AHEAD)
        self._process = subprocess.Popen(
            command, stdin=subprocess.PIPE, stdout=subprocess.PIPE, stderr=subprocess.DEVNULL, close_fds=True,
            env=_environment(), cwd=os.path.abspath(os.sep), start_new_session=True,
            creationflags=getattr(subprocess, "CREATE_NO_WINDOW", 0),
        )  # fmt: skip
        self._ear = threading.Thread(target=self._listen, daemon=True)
        # Also where this thread is held up in giving bytes to a child that takes none.
        self._alarm = threading.Timer(limits.seconds, self._ring)
        self._alarm.daemon = True

    def __enter__(self) -> "ChildProcess":
        try:
            self._job = windows_job.confine(self._process, self._limits)
            self.walls = ("job",) if self._job else ()
            self._ear.start()
            self._alarm.start()
        except BaseException:
            self._end()
            raise
        return self

    def __exit__(
        self, kind: type[BaseException] | None, error: BaseException | None, trace: TracebackType | None
    ) -> None:
        self._end()

    def say(self, kind: bytes, payload: bytes) -> None:
        """Send a frame; a child that is gone already is told nothing, its end is heard soon."""
        assert self._process.stdin is not None
        with contextlib.suppress(BrokenPipeError, OSError):
            send(self._process.stdin, kind, payload)  # type: ignore[arg-type]

    def frame(self, patience: float) -> tuple[bytes, bytes] | None:
        """The next frame, ``WAITING`` if none came in time, None at the end. Raises ``Lie``."""
        try:
            heard = self._heard.get(timeout=patience)
        except queue.Empty:
            return WAITING
        if isinstance(heard, Lie):
            raise heard
        return heard

    def ended(self) -> int:
        """The code with which the child ended; one that does not end by itself is ended."""
        with contextlib.suppress(subprocess.TimeoutExpired):
            return self._process.wait(_GRACE)
        self._process.kill()
        return self._process.wait()

    def _listen(self) -> None:
        assert self._process.stdout is not None
        heard: tuple[bytes, bytes] | Lie | None = WAITING
        while isinstance(heard, tuple):
            try:
                heard = receive(self._process.stdout.read)
            except (OSError, ValueError):
                heard = None
            except Lie as lie:
                heard = lie
            self._heard.put(heard)

    def _ring(self) -> None:
        self.overdue = True
        self._process.kill()

    def _end(self) -> None:
        self._alarm.cancel()
        self._process.kill()
        self._process.wait()
        while self._ear.is_alive():
            # It may be held up in handing over what nobody wants any more.
            with contextlib.suppress(queue.Empty):
                self._heard.get(timeout=0.01)
        if self._alarm.is_alive():
            self._alarm.join()
        for pipe in (self._process.stdin, self._process.stdout):
            if pipe is not None:
                with contextlib.suppress(OSError):
                    pipe.close()
        windows_job.release(getattr(self, "_job", None))


def _environment() -> dict[str, str]:
    """Nothing of ours: no names, no paths, no language. One heap, so that the limit of memory means what it says."""
    kept = {"MALLOC_ARENA_MAX": "1", "TZ": "UTC"}
    if os.name == "nt":
        kept["SYSTEMROOT"] = os.environ.get("SYSTEMROOT", "")
    return kept
