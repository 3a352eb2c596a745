"""The wall that the Linux kernel holds: a reader may read what is open, think, and answer; nothing else.

A list of what is allowed, not of what is denied: what nobody here thought of gets EPERM.
"""

import ctypes
import errno
import os
import struct
import sys
from collections.abc import Iterable

_PR_SET_PDEATHSIG, _PR_SET_DUMPABLE, _PR_SET_SECCOMP, _PR_SET_NO_NEW_PRIVS = 1, 4, 22, 38
_SIGKILL, _FILTER = 9, 2
_LOAD, _EQUAL, _GREATER_EQUAL, _BITS, _ANSWER = 0x20, 0x15, 0x35, 0x45, 0x06
_ALLOW, _KILL, _DENY = 0x7FFF0000, 0x80000000, 0x00050000 | errno.EPERM
# glibc asks with clone3 first and falls back where there is none; only of clone the flags can be seen from here.
_ABSENT = 0x00050000 | errno.ENOSYS
_X32 = 0x40000000
_WRITING = os.O_WRONLY | os.O_RDWR | os.O_CREAT | os.O_TRUNC | os.O_APPEND
_CLONE_THREAD = 0x10000

# By name: the number on x86_64, on aarch64 (None: not there).
_NUMBERS: dict[str, tuple[int, int | None]] = {
    "read": (0, 63), "write": (1, 64), "readv": (19, 65), "writev": (20, 66), "pread64": (17, 67), "close": (3, 57),
    "fstat": (5, 80), "stat": (4, None), "lstat": (6, None), "newfstatat": (262, 79), "statx": (332, 291),
    "lseek": (8, 62), "mmap": (9, 222), "mprotect": (10, 226), "munmap": (11, 215), "brk": (12, 214),
    "mremap": (25, 216), "madvise": (28, 233), "rt_sigaction": (13, 134), "rt_sigprocmask": (14, 135),
    "rt_sigreturn": (15, 139), "sigaltstack": (131, 132), "getpid": (39, 172), "getppid": (110, 173),
    "gettid": (186, 178), "futex": (202, 98), "clock_gettime": (228, 113), "clock_getres": (229, 114),
    "clock_nanosleep": (230, 115), "nanosleep": (35, 101), "gettimeofday": (96, 169), "time": (201, None),
    "getrandom": (318, 278), "exit": (60, 93), "exit_group": (231, 94), "access": (21, None), "faccessat": (269, 48),
    "faccessat2": (439, 439), "readlink": (89, None), "readlinkat": (267, 78), "getcwd": (79, 17),
    "getdents64": (217, 61), "dup": (32, 23), "sched_getaffinity": (204, 123), "sched_yield": (24, 124),
    "getrlimit": (97, 163), "uname": (63, 160), "sysinfo": (99, 179), "getuid": (102, 174), "geteuid": (107, 175),
    "getgid": (104, 176), "getegid": (108, 177), "arch_prctl": (158, None), "set_robust_list": (273, 99),
    "rseq": (334, 293), "set_tid_address": (218, 96), "poll": (7, None), "ppoll": (271, 73), "getrusage": (98, 165),
    "times": (100, 153), "membarrier": (324, 283), "restart_syscall": (219, 128), "getcpu": (309, 168),
    "fadvise64": (221, 223),
}  # fmt: skip
# And these with conditions on one argument: (number of the argument, its allowed values) or a rule of its own.
_OPEN, _OPENAT, _CLONE, _CLONE3 = (2, None), (257, 56), (56, 220), 435
_BY_VALUE: dict[str, tuple[tuple[int, int], int, tuple[int, ...]]] = {
    # Asking whether it is a terminal; closing on exec; how much is waiting.
    "ioctl": ((16, 29), 1, (0x5401, 0x5450, 0x5451, 0x541B)),
    # Neither signals to others nor locks: copies of a handle and its flags.
    "fcntl": ((72, 25), 1, (0, 1, 2, 3, 1030)),
    # Limits may be read; nobody widens his own.
    "prlimit64": ((302, 261), 2, (0,)),
}
_TGKILL = (234, 131)
_MACHINES = {"x86_64": (0, 0xC000003E), "aarch64": (1, 0xC00000B7)}

Step = tuple[int, int, int, int]


def enter(parent: int) -> tuple[str, ...]:
    """Put this process behind the kernel's walls; the names of those that stand."""
    if sys.platform != "linux":
        return ()
    try:
        prctl = ctypes.CDLL(None, use_errno=True).prctl
    except (OSError, AttributeError):
        return ()
    prctl.argtypes = [ctypes.c_int, *(ctypes.c_ulong,) * 4]
    stands = []
    if prctl(_PR_SET_PDEATHSIG, _SIGKILL, 0, 0, 0) == 0:
        stands.append("dies_with_parent")
    if os.getppid() != parent:
        sys.exit(1)  # Whoever asked is gone already.
    if prctl(_PR_SET_DUMPABLE, 0, 0, 0, 0) == 0:
        stands.append("not_dumpable")
    if prctl(_PR_SET_NO_NEW_PRIVS, 1, 0, 0, 0) == 0:
        stands.append("no_new_privileges")
        machine = _MACHINES.get(os.uname().machine)
        if machine and sys.maxsize > 2**32 and _install(prctl, program(*machine, os.getpid())):
            stands.append("system_calls")
    return tuple(stands)


def _install(prctl: "ctypes._NamedFuncPointer", steps: list[Step]) -> bool:
    packed = b"".join(struct.pack("HBBI", *step) for step in steps)
    kept = ctypes.create_string_buffer(packed, len(packed))
    fprog = ctypes.create_string_buffer(struct.pack("HP", len(steps), ctypes.addressof(kept)))
    return bool(prctl(_PR_SET_SECCOMP, _FILTER, ctypes.addressof(fprog), 0, 0) == 0)


def program(column: int, machine: int, own: int) -> list[Step]:
    """The filter as steps of the kernel's small machine. Pure."""
    steps: list[Step] = [(_LOAD, 0, 0, 4), (_EQUAL, 1, 0, machine), _end(_KILL), (_LOAD, 0, 0, 0)]
    steps += [(_GREATER_EQUAL, 0, 1, _X32), _end(_DENY), (_EQUAL, 0, 1, _CLONE3), _end(_ABSENT)]
    for numbers in _NUMBERS.values():
        steps += _when(numbers[column], [_end(_ALLOW)])
    steps += _when(_OPENAT[column], _bits(2, _WRITING, then=_DENY, otherwise=_ALLOW))
    steps += _when(_OPEN[column], _bits(1, _WRITING, then=_DENY, otherwise=_ALLOW))
    steps += _when(_CLONE[column], _bits(0, _CLONE_THREAD, then=_ALLOW, otherwise=_DENY))
    # Itself it may end, as abort() does.
    steps += _when(_TGKILL[column], _among(0, (own,)))
    for of, argument, values in _BY_VALUE.values():
        steps += _when(of[column], _among(argument, values))
    return [*steps, _end(_DENY)]


def _end(answer: int) -> Step:
    return (_ANSWER, 0, 0, answer)


def _when(number: int | None, block: list[Step]) -> list[Step]:
    return [] if number is None else [(_EQUAL, 0, len(block), number), *block]


def _bits(argument: int, bits: int, *, then: int, otherwise: int) -> list[Step]:
    return [(_LOAD, 0, 0, 16 + 8 * argument), (_BITS, 0, 1, bits), _end(then), _end(otherwise)]


def _among(argument: int, values: Iterable[int]) -> list[Step]:
    """Allow where the whole argument, both halves of it, is one of the values."""
    low = 16 + 8 * argument
    steps: list[Step] = [(_LOAD, 0, 0, low + 4), (_EQUAL, 1, 0, 0), _end(_DENY), (_LOAD, 0, 0, low)]
    for value in values:
        steps += [(_EQUAL, 0, 1, value), _end(_ALLOW)]
    return [*steps, _end(_DENY)]
