"""One worker thread that owns the vault; the window asks it, and goes on painting."""

import logging
import queue
import threading
from collections import deque
from collections.abc import Callable
from dataclasses import dataclass, field
from typing import Any

from PySide6.QtCore import QObject, Signal
from shiboken6 import isValid

from workbench.errors import Fault, WorkbenchError

_log = logging.getLogger(__name__)
_TICK = 0.05  # seconds that held work sleeps before it looks whether it may go on


@dataclass(eq=False)
class Task:
    """Something asked of the worker. ``stop`` asks long work to end; it keeps what it finished.

    Work that ``yields`` lets what is asked meanwhile go first whenever it tells how far it is; ``hold`` keeps it there.
    """

    fn: Callable[..., Any]
    args: tuple[Any, ...]
    facts: dict[str, Any]
    owner: QObject
    then: Callable[[Any], None] | None
    failed: Callable[[Exception], None] | None
    stopped: threading.Event = field(default_factory=threading.Event)
    on_progress: Callable[[int, int], None] | None = None
    forgotten: bool = False
    yields: bool = False
    held: bool = False

    def hold(self, on: bool) -> None:
        """Wait at the next step, or go on; only for work that yields, for nothing may wait behind it."""
        self.held = on and self.yields

    def stop(self) -> None:
        """Ask the work to end at its next step."""
        self.stopped.set()


class Jobs(QObject):
    """The worker and its queue. What fails comes back as an exception to the asker, never as a dialog."""

    _answered = Signal(object, object, object)
    _moved = Signal(object, int, int)
    busy = Signal(bool)
    failed = Signal(object)

    def __init__(self, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._queue: queue.SimpleQueue[Task | None] = queue.SimpleQueue()
        self._open: set[Task] = set()
        self._between = False
        self._later: deque[Task | None] = deque()
        self._answered.connect(self._deliver)
        self._moved.connect(self._report)
        self._thread = threading.Thread(target=self._work, name="vault", daemon=True)
        self._thread.start()

    def ask(
        self,
        owner: QObject,
        fn: Callable[..., Any],
        *args: Any,
        then: Callable[[Any], None] | None = None,
        failed: Callable[[Exception], None] | None = None,
        progress: Callable[[int, int], None] | None = None,
        yields: bool = False,
        **facts: Any,
    ) -> Task:
        """Run ``fn`` on the worker; its result goes to ``then``, its exception to ``failed``, on this thread.

        Nothing is delivered once ``owner`` is gone. With ``progress`` the work is handed a callable
        ``progress(done, total) -> bool`` that answers False after ``Task.stop()``. It ``yields`` only if it tells
        how far it is while nothing of the vault is open: other work then runs in between.
        """
        task = Task(fn, args, facts, owner, then, failed, on_progress=progress, yields=yields)
        if progress is not None:
            facts["progress"] = lambda done, total: self._step(task, done, total)
        self._open.add(task)
        self.busy.emit(True)
        self._queue.put(task)
        return task

    @property
    def idle(self) -> bool:
        """Whether everything asked was answered."""
        return not self._open

    def forget(self) -> None:
        """Answer nobody any more of what was asked so far. Short work is still done, long work is stopped."""
        for task in self._open:
            task.then = task.failed = task.on_progress = None
            task.forgotten = True
            task.stop()

    def stop(self) -> None:
        """End the worker when it has done what it was asked."""
        self._queue.put(None)
        self._thread.join(timeout=30)

    def _step(self, task: Task, done: int, total: int) -> bool:
        self._moved.emit(task, done, total)
        if task.yields and not self._between:
            self._let_others(task)
        return not task.stopped.is_set()

    def _let_others(self, task: Task) -> None:
        """Do what was asked meanwhile; long work waits its turn, and a closing vault ends this work first."""
        self._between = True
        while not task.stopped.is_set():
            try:
                other = self._queue.get(timeout=_TICK) if task.held else self._queue.get_nowait()
            except queue.Empty:
                if task.held:
                    continue
                break
            if other is None:
                task.stop()
            if other is None or other.on_progress is not None or task.stopped.is_set():
                self._later.append(other)
            else:
                self._run(other)
        self._between = False

    def _next(self) -> Task | None:
        return self._later.popleft() if self._later else self._queue.get()

    def _work(self) -> None:
        while (task := self._next()) is not None:
            self._run(task)

    def _run(self, task: Task) -> None:
        result: object = None
        error: Exception | None = None
        try:
            result = task.fn(*task.args, **task.facts)
        except Exception as caught:  # the edge of the worker: the asker decides what to say
            error = caught
            if not isinstance(caught, WorkbenchError):
                # The kind and the place, never the message: it may carry what belongs to a case.
                _log.error("%s in %s", type(caught).__name__, getattr(task.fn, "__qualname__", "?"))
        self._answered.emit(task, result, error)

    def _report(self, task: Task, done: int, total: int) -> None:
        if task in self._open and task.on_progress and isValid(task.owner):
            task.on_progress(done, total)

    def _deliver(self, task: Task, result: object, error: Exception | None) -> None:
        self._open.discard(task)
        if not self._open:
            self.busy.emit(False)
        if task.forgotten or not isValid(task.owner):
            return
        if error is None:
            if task.then:
                task.then(result)
        elif task.failed:
            task.failed(error)
        else:
            self.failed.emit(
                error if isinstance(error, WorkbenchError | Fault) else Fault(type(error).__name__)
            )
