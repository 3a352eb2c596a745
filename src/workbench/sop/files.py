"""The files of a pack: read from a folder, named by their digest."""

import hashlib
import json
from collections.abc import Mapping
from pathlib import Path

from workbench.errors import Reason, Refusal
from workbench.i18n import ltr

FILE_LIMIT = 2 * 1024 * 1024
PACK_FILE = "pack.yaml"
_PATTERNS = (PACK_FILE, "phases/*.yaml", "texts/*/*.po")


def read_folder(folder: Path) -> dict[str, bytes]:
    """The files that make up the pack in a folder, by their path inside it; anything else there is left alone.

    A file that is too large is read only as far as it takes to notice. Raises ``Refusal`` if the folder cannot
    be read or is no pack.
    """
    if not (folder / PACK_FILE).is_file():
        raise Refusal(Reason.PACK_MISSING, folder=ltr(str(folder)))
    try:
        return {
            path.relative_to(folder).as_posix(): _head(path)
            for pattern in _PATTERNS
            for path in sorted(folder.glob(pattern))
            if path.is_file()
        }
    except OSError:
        raise Refusal(Reason.PACK_MISSING, folder=ltr(str(folder))) from None


def digest(files: Mapping[str, bytes]) -> str:
    """The SHA-256, in hex, over the names and contents of the files.

    Line ends do not count, so that a clone on Windows holds the same pack as one on Linux.
    """
    parts = {name: hashlib.sha256(data.replace(b"\r\n", b"\n")).hexdigest() for name, data in files.items()}
    return hashlib.sha256(json.dumps(parts, sort_keys=True, separators=(",", ":")).encode()).hexdigest()


def _head(path: Path) -> bytes:
    with path.open("rb") as file:
        return file.read(FILE_LIMIT + 1)
