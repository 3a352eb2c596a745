"""The wall that Python itself holds, on every system: an audit hook that cannot be taken down again."""

import os
import sys

_DENIED = (
    "socket.", "subprocess.", "os.exec", "os.spawn", "os.posix_spawn", "os.fork", "os.system", "os.startfile",
    "os.kill", "os.remove", "os.rename", "os.mkdir", "os.rmdir", "os.link", "os.symlink", "os.truncate", "os.chmod",
    "os.chown", "os.lchown", "os.chflags", "os.utime", "os.setxattr", "os.removexattr", "os.lockf", "os.chdir",
    "os.add_dll_directory", "shutil.", "tempfile.", "webbrowser.", "pty.", "syslog.", "fcntl.", "resource.",
    "signal.pthread_kill", "sqlite3.", "ensurepip.", "ftplib.", "http.", "imaplib.", "poplib.", "smtplib.",
    "telnetlib.", "nntplib.", "urllib.", "msvcrt.", "winreg.CreateKey", "winreg.DeleteKey", "winreg.DeleteValue",
    "winreg.SaveKey", "winreg.LoadKey", "winreg.SetValue", "winreg.ConnectRegistry", "_winapi.",
    "pickle.find_class", "cpython.run_", "sys.remote_exec",
)  # fmt: skip
_WRITING = os.O_WRONLY | os.O_RDWR | os.O_CREAT | os.O_TRUNC | os.O_APPEND
_ZONES = ("/usr/share/zoneinfo", "/usr/lib/zoneinfo", "/usr/share/lib/zoneinfo", "/etc/zoneinfo")


class Forbidden(PermissionError):
    """Something that a reader of evidence has no business with."""


def libraries() -> tuple[str, ...]:
    """The folders that libraries and what belongs to them are loaded from."""
    return tuple(
        os.path.join(os.path.realpath(root), "") for root in (*sys.path, sys.prefix, sys.base_prefix, *_ZONES) if root
    ) + tuple(os.path.join(os.path.abspath(root), "") for root in sys.path if root)  # fmt: skip


def enter() -> tuple[str, ...]:
    """From now on only libraries are opened, only for reading, and nobody is called."""
    # Looked up once: what is called at every event must not depend on what a parser may change.
    abspath, fsdecode, normcase = os.path.abspath, os.fsdecode, os.path.normcase
    inside = tuple(map(normcase, libraries()))

    def among_libraries(path: object) -> bool:
        if not isinstance(path, str | bytes):
            return False
        name = fsdecode(path)
        return normcase(abspath(name)).startswith(inside) or name.endswith("mime.types")

    def hook(event: str, arguments: tuple[object, ...]) -> None:
        if event == "open":
            path, mode, flags = arguments
            writes = bool(set(mode) & set("wax+")) if isinstance(mode, str) else False
            if writes or (isinstance(flags, int) and flags & _WRITING) or not among_libraries(path):
                raise Forbidden(event)
        elif event == "ctypes.dlopen":
            if not among_libraries(arguments[0]):
                raise Forbidden(event)
        elif event.startswith(_DENIED):
            raise Forbidden(event)

    sys.addaudithook(hook)
    return ("audit",)
