"""Files written so that a power cut leaves the old one or the new one, never half of each."""

import contextlib
import errno
import os
import secrets
import shutil
from collections.abc import Iterator
from pathlib import Path

from workbench.errors import Reason, Refusal
from workbench.i18n import ltr


def replace(path: Path, content: bytes, *, keep: Path | None = None) -> None:
    """Write ``content`` to ``path`` whole or not at all; ``keep`` receives the content it had before."""
    # A name of its own: what lies beside the target belongs to somebody else.
    part = path.with_name(f".{secrets.token_hex(4)}.part")
    with told(path, len(content)):
        if keep and path.exists():
            replace(keep, path.read_bytes())
        try:
            with part.open("wb") as file:
                file.write(content)
                file.flush()
                os.fsync(file.fileno())
            part.replace(path)
        except BaseException:
            part.unlink(missing_ok=True)
            raise
        settle(path.parent)


def settle(folder: Path) -> None:
    """Make a folder's entries durable. Windows has no such call and needs none: the rename itself is logged."""
    if os.name == "posix":
        handle = os.open(folder, os.O_RDONLY)
        try:
            os.fsync(handle)
        finally:
            os.close(handle)


@contextlib.contextmanager
def told(path: Path, needed: int = 0) -> Iterator[None]:
    """Turn what the system says of a failed write into something a person can act on."""
    try:
        yield
    except shutil.Error as error:
        # What a copy of a folder collects; each part is (from, to, what the system said).
        full = any(os.strerror(errno.ENOSPC) in str(part) for part in error.args[0])
        if full:
            raise Refusal(Reason.DISK_FULL, needed=megabytes(needed)) from error
        raise Refusal(Reason.NOT_WRITABLE, path=ltr(str(path))) from error
    except OSError as error:
        if error.errno in (errno.ENOSPC, errno.EDQUOT):
            raise Refusal(Reason.DISK_FULL, needed=megabytes(needed)) from error
        raise Refusal(Reason.NOT_WRITABLE, path=ltr(str(path))) from error


def is_free(path: Path) -> bool:
    """Whether nothing lies at a path yet, not even a link to nowhere. Raises ``Refusal`` for an impossible path."""
    with told(path):
        try:
            path.lstat()
        except (FileNotFoundError, NotADirectoryError):
            return True
    return False


def megabytes(count: int) -> str:
    """A number of bytes as whole megabytes, at least ten: what to free before trying again."""
    return ltr(f"{max(10, count // 1_000_000 + 1)} MB")
