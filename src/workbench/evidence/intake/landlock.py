"""The wall that newer Linux kernels hold on paths: nothing but libraries can be opened, not even for reading.

Beside the filter of system calls, which sees how a file is opened and never which.
"""

import contextlib
import ctypes
import os
import struct
import sys
from collections.abc import Iterable

_CREATE, _ADD, _RESTRICT = 444, 445, 446
_VERSION, _BENEATH = 1, 1
_READ_FILE, _READ_FOLDER = 1 << 2, 1 << 3
# What each edition of the kernel's interface can forbid more than the one before: so many rights are known to it.
_RIGHTS = {1: 13, 2: 14, 3: 15, 4: 15, 5: 16}
_TCP, _OTHERS = 0b11, 0b11
_NO_NEW_PRIVILEGES = 38
# What the loader of libraries and the C library look at.
_SYSTEM = (
    "/lib", "/lib64", "/usr/lib", "/usr/lib64", "/usr/local/lib", "/etc/ld.so.cache", "/etc/localtime",
    "/usr/share/locale", "/dev/urandom", "/dev/null",
)  # fmt: skip


def enter(libraries: Iterable[str]) -> tuple[str, ...]:
    """From now on only what lies under these folders can be opened; the name of the wall, if it stands."""
    if sys.platform != "linux":
        return ()
    try:
        library = ctypes.CDLL(None, use_errno=True)
        edition = library.syscall(_CREATE, None, ctypes.c_size_t(0), _VERSION)
        if edition < 1 or library.prctl(_NO_NEW_PRIVILEGES, 1, 0, 0, 0):
            return ()
        told = _ruleset(edition)
        rules = library.syscall(_CREATE, told, ctypes.c_size_t(len(told)), 0)
    except (OSError, AttributeError):
        return ()
    if rules < 0:
        return ()
    try:
        for path in (*libraries, *_SYSTEM):
            _allow(library, rules, path)
        return ("only_libraries",) if library.syscall(_RESTRICT, rules, 0) == 0 else ()
    finally:
        os.close(rules)


def _ruleset(edition: int) -> bytes:
    """What is forbidden where nothing allows it: everything that the kernel knows to forbid."""
    rights = (1 << _RIGHTS.get(edition, _RIGHTS[max(_RIGHTS)])) - 1
    if edition < 4:
        return struct.pack("Q", rights)
    return struct.pack("QQ", rights, _TCP) if edition < 6 else struct.pack("QQQ", rights, _TCP, _OTHERS)


def _allow(library: ctypes.CDLL, rules: int, path: str) -> None:
    with contextlib.suppress(OSError):
        handle = os.open(path, getattr(os, "O_PATH", 0) | os.O_CLOEXEC)
        try:
            rights = _READ_FILE | _READ_FOLDER if os.path.isdir(path) else _READ_FILE
            library.syscall(_ADD, rules, _BENEATH, struct.pack("=Qi", rights, handle), 0)
        finally:
            os.close(handle)
