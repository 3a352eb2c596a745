"""A file from outside, read whole or not at all."""

from pathlib import Path

from workbench.errors import Reason, Refusal
from workbench.i18n import visible


def content(path: Path, most: int) -> bytes:
    """What a file holds; of one that is larger than ``most`` bytes, one byte more than that.

    Raises ``Refusal`` if there is no such file, it is no plain file, or it cannot be read.
    """
    name = visible(path.name)
    try:
        if not path.exists():
            raise Refusal(Reason.FILE_MISSING, file=name)
        # A device has no end, and a pipe may never begin.
        if not path.is_file():
            raise Refusal(Reason.FILE_NOT_A_FILE, file=name)
        with path.open("rb") as file:
            return file.read(most + 1)
    except PermissionError:
        raise Refusal(Reason.NOT_READABLE, path=visible(str(path))) from None
    except OSError:
        raise Refusal(Reason.FILE_UNREADABLE, file=name) from None
