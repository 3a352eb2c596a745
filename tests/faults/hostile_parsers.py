"""A parser that has been taken over: it does one wrong thing, which the file names. Loaded into the child of a test.

What native code would do is done through the C library directly, where Python's own wall does not see it.
"""

import ctypes
import os
import signal
import socket
import struct
import subprocess
import sys
import threading
import time
from collections.abc import Callable, Iterator
from typing import Any

from workbench.evidence.intake.items import Item, Kind
from workbench.evidence.intake.source import Notes, Source

C = ctypes.CDLL(None, use_errno=True)
_HOG: list[bytearray] = []


def fits(source: Source) -> bool:
    return source.head.startswith(b"deed ")


def read(source: Source, notes: Notes) -> Iterator[Item]:
    words = source.head.decode().split()
    yield Item(Kind.MESSAGE, "line 1", at="2025-01-01T00:00:00", sender="before", text="read before the deed")
    told = DEEDS[words[1]](*words[2:])
    yield Item(Kind.RECORD, "line 2", text=str(told))


def _for_ever() -> None:
    while True:
        pass


def _asleep() -> None:
    time.sleep(600)


def _stubborn() -> None:
    signal.signal(signal.SIGXCPU, signal.SIG_IGN)
    _for_ever()


def _hog() -> None:
    while True:
        _HOG.append(bytearray(16 * 1024 * 1024))


def _hog_in_small_pieces() -> None:
    kept: list[object] = []
    while True:
        kept.append([None] * 1000)


def _deep(level: int = 0) -> int:
    return _deep(level + 1) + 1


def _thread() -> str:
    told: list[str] = []
    one = threading.Thread(target=lambda: told.append("ran"))
    one.start()
    one.join()
    return told[0]


def _print() -> str:
    os.write(1, b"E\0\0\0\0")
    print("not a frame", flush=True)
    return "printed"


def _answer(payload: bytes) -> Callable[[], None]:
    """Write to the pipe to the parent itself, past everything that packs frames."""

    def deed() -> None:
        for handle in range(3, 16):
            try:
                os.write(handle, payload)
            except OSError:
                continue

    return deed


def _native(name: str, *values: Any) -> Callable[..., str]:
    """A call of the C library; what came back, and what the system said."""

    def deed(*words: str) -> str:
        given = [word.encode() for word in words]
        ctypes.set_errno(0)
        of_parent = f"/proc/{os.getppid()}/mem".encode()
        came = getattr(C, name)(*(
            given.pop(0) if value is PATH else of_parent if value is MEMORY else value for value in values
        ))  # fmt: skip
        return f"{came} {ctypes.get_errno()}"

    return deed


PATH = object()
MEMORY = object()
_TRACE_ATTACH = 16


def _exec(path: str) -> str:
    words = (ctypes.c_char_p * 2)(path.encode(), None)
    came = C.execve(path.encode(), words, None)
    return f"{came} {ctypes.get_errno()}"


def _widen() -> str:
    """Take back a limit, as the administrator might."""
    limit = struct.pack("QQ", 2**40, 2**40)
    came = C.prlimit(0, 9, limit, None)
    return f"{came} {ctypes.get_errno()}"


def _signal_by_handle() -> str:
    """Have the system send a signal to the parent when a pipe stirs."""
    came = C.fcntl(1, 8, os.getppid())
    return f"{came} {ctypes.get_errno()}"


DEEDS: dict[str, Callable[..., object]] = {
    "nothing": lambda: "well",
    "for_ever": _for_ever, "asleep": _asleep, "stubborn": _stubborn,
    "hog": _hog, "hog_small": _hog_in_small_pieces, "deep": _deep,
    "thread": _thread, "print": _print, "exit": lambda: sys.exit(0), "exit_hard": lambda: os._exit(0),
    "crash": lambda: ctypes.string_at(1), "abort": os.abort, "end_itself": lambda: os.kill(os.getpid(), 9),
    "raise_any": lambda: {}["no such key"],
    # By Python, where its own wall stands.
    "py_socket": lambda: socket.socket(), "py_run": lambda: subprocess.run(["true"], check=False),
    "py_fork": os.fork, "py_kill": lambda: os.kill(os.getppid(), 9),
    "py_write": lambda path: open(path, "w").close(), "py_append": lambda path: open(path, "ab").close(),
    "py_remove": os.remove, "py_mkdir": os.mkdir, "py_look": lambda path: os.close(os.open(path, os.O_RDONLY)),
    "py_system": lambda: os.system("true"), "py_library": lambda: ctypes.CDLL("libm.so.6"),
    # By the C library, where only the kernel's wall stands.
    "c_socket": _native("socket", 2, 1, 0), "c_pair": _native("socket", 1, 1, 0), "c_fork": _native("fork"),
    "c_look": _native("open", PATH, os.O_RDONLY), "c_memory": _native("open", MEMORY, os.O_RDONLY),
    "c_open": _native("open", PATH, os.O_WRONLY | os.O_CREAT, 0o600), "c_creat": _native("creat", PATH, 0o600),
    "c_truncate": _native("truncate", PATH, 0), "c_unlink": _native("unlink", PATH),
    "c_rename": _native("rename", PATH, PATH), "c_mkdir": _native("mkdir", PATH, 0o700),
    "c_rmdir": _native("rmdir", PATH), "c_symlink": _native("symlink", PATH, PATH),
    "c_link": _native("link", PATH, PATH), "c_chmod": _native("chmod", PATH, 0o777), "c_exec": _exec,
    "c_chdir": _native("chdir", PATH), "c_mount": _native("mount", PATH, PATH, b"none", 0, None),
    "c_kill": lambda: _native("kill", os.getppid(), 9)(), "c_kill_all": _native("kill", -1, 9),
    "c_ptrace": lambda: _native("ptrace", _TRACE_ATTACH, os.getppid(), None, None)(),
    "c_memfd": _native("memfd_create", b"x", 0), "c_unshare": _native("unshare", 0x10000000),
    "c_limit": _widen, "c_signal": _signal_by_handle, "c_setuid": _native("setuid", 0),
    # Past the wire.
    "lie_end": _answer(b"E\0\0\0\x02[]"), "lie_length": _answer(b"I\xff\xff\xff\xff"),
    "lie_kind": _answer(b"Z\0\0\0\0"), "lie_deep": _answer(b"I\0\0\xea\x60" + b"[" * 60_000),
    "lie_range": _answer(b"R\0\0\0\x0c" + b"\0" * 8 + b"\0\x0f\xff\xff"),
    "lie_item": _answer(b'I\0\0\0\x21[["bomb","","","","",[],"",[],{}]]'),
    "lie_walls": _answer(b'W\0\0\0\x09["audit"]'),
    "lie_format": _answer(b"F\0\0\0\x07hostile"),
}  # fmt: skip
