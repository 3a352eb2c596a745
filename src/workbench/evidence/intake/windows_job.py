"""The wall that Windows holds: a job of one process, with limits on memory and time, that dies with its handle.

Written from the documentation of the calls; it has not been run on Windows by the tests of this project.
"""

import ctypes
import subprocess
import sys

from workbench.evidence.intake.sandbox import Limits

_EXTENDED, _SURFACE = 9, 4
_PROCESS_TIME, _ACTIVE_PROCESS, _PROCESS_MEMORY = 0x2, 0x8, 0x100
_DIE_ON_EXCEPTION, _KILL_ON_CLOSE = 0x400, 0x2000
_ALL_SURFACES = 0xFF
# The units of time in which Windows counts.
_HUNDRED_NANOSECONDS = 10_000_000


class _Basic(ctypes.Structure):
    _fields_ = [
        ("per_process_user_time", ctypes.c_int64), ("per_job_user_time", ctypes.c_int64), ("flags", ctypes.c_uint32),
        ("least_working_set", ctypes.c_size_t), ("most_working_set", ctypes.c_size_t),
        ("active_processes", ctypes.c_uint32), ("affinity", ctypes.c_size_t), ("priority", ctypes.c_uint32),
        ("scheduling", ctypes.c_uint32),
    ]  # fmt: skip


class _Traffic(ctypes.Structure):
    _fields_ = [(f"count_{number}", ctypes.c_uint64) for number in range(6)]


class _Extended(ctypes.Structure):
    _fields_ = [
        ("basic", _Basic), ("traffic", _Traffic), ("process_memory", ctypes.c_size_t), ("job_memory", ctypes.c_size_t),
        ("peak_process_memory", ctypes.c_size_t), ("peak_job_memory", ctypes.c_size_t),
    ]  # fmt: skip


def limits_of(limits: Limits) -> _Extended:
    """The limits as Windows wants them told."""
    told = _Extended()
    told.basic.flags = _PROCESS_TIME | _ACTIVE_PROCESS | _PROCESS_MEMORY | _DIE_ON_EXCEPTION | _KILL_ON_CLOSE
    told.basic.per_process_user_time = limits.processor_seconds * _HUNDRED_NANOSECONDS
    told.basic.active_processes = 1
    told.process_memory = limits.memory
    return told


def confine(process: "subprocess.Popen[bytes]", limits: Limits) -> int | None:
    """Put a process that still waits for its first word into a job of its own; None where there are no jobs."""
    if sys.platform == "win32":
        kernel = ctypes.WinDLL("kernel32", use_last_error=True)
        kernel.CreateJobObjectW.restype = ctypes.c_void_p
        kernel.CreateJobObjectW.argtypes = [ctypes.c_void_p, ctypes.c_wchar_p]
        kernel.SetInformationJobObject.argtypes = [ctypes.c_void_p, ctypes.c_int, ctypes.c_void_p, ctypes.c_uint32]
        kernel.AssignProcessToJobObject.argtypes = [ctypes.c_void_p, ctypes.c_void_p]
        job = kernel.CreateJobObjectW(None, None)
        told, surfaces = limits_of(limits), ctypes.c_uint32(_ALL_SURFACES)
        if (
            job
            and kernel.SetInformationJobObject(job, _EXTENDED, ctypes.byref(told), ctypes.sizeof(told))
            and kernel.SetInformationJobObject(job, _SURFACE, ctypes.byref(surfaces), ctypes.sizeof(surfaces))
            and kernel.AssignProcessToJobObject(job, int(vars(process)["_handle"]))
        ):
            return int(job)
        release(job)
    return None


def release(job: int | None) -> None:
    """Let a job go, and with it whatever still lives in it."""
    if sys.platform == "win32" and job:
        kernel = ctypes.WinDLL("kernel32", use_last_error=True)
        kernel.CloseHandle.argtypes = [ctypes.c_void_p]
        kernel.CloseHandle(job)
