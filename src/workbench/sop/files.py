"""The files of a pack: read from a folder, named by their digest."""

import hashlib
import json
import re
from collections.abc import Iterator, Mapping
from pathlib import Path

from workbench.errors import Reason, Refusal
from workbench.i18n import ltr
from workbench.sop.nodes import FILE_LIMIT, Entries, Items, Scalar, compose

PACK_FILE = "pack.yaml"
PACK_KEY = r"[a-z0-9]+(-[a-z0-9]+)*"
_PATTERNS = (PACK_FILE, "phases/*.yaml", "texts/*/*.po")
_PHASE_KEY = r"[A-Za-z0-9_-]+"


def read_folder(folder: Path) -> dict[str, bytes]:
    """The files that make up the pack in a folder, by their path inside it; anything else there is left alone.

    A pack that shares steps of another one takes the files it needs from the folder beside it, under
    ``shared/<key>/``. A file that is too large is read only as far as it takes to notice. Raises ``Refusal``
    if the folder cannot be read or is no pack.
    """
    if not (folder / PACK_FILE).is_file():
        raise Refusal(Reason.PACK_MISSING, folder=ltr(str(folder)))
    try:
        files = _read(folder, _PATTERNS)
        lender = shared_key(files)
        if lender:
            lent = _read(folder.resolve().parent / lender, _needed(files))
            files |= {shared_name(lender, name): data for name, data in lent.items()}
        return files
    except OSError:
        raise Refusal(Reason.PACK_MISSING, folder=ltr(str(folder))) from None


def shared_name(key: str, name: str) -> str:
    """Where a file of the pack that lends steps stands among the files of the pack that shares them."""
    return f"shared/{key}/{name}"


def shared_key(files: Mapping[str, bytes]) -> str:
    """The key of the pack whose steps these files share; empty if there is none, or none that could be a key."""
    top = compose(PACK_FILE, files[PACK_FILE], [])
    node = top.nodes.get("shares") if isinstance(top, Entries) else None
    key = node.text if isinstance(node, Scalar) else ""
    return key if re.fullmatch(PACK_KEY, key) else ""


def digest(files: Mapping[str, bytes]) -> str:
    """The SHA-256, in hex, over the names and contents of the files.

    Line ends do not count, so that a clone on Windows holds the same pack as one on Linux.
    """
    parts = {name: hashlib.sha256(data.replace(b"\r\n", b"\n")).hexdigest() for name, data in files.items()}
    return hashlib.sha256(json.dumps(parts, sort_keys=True, separators=(",", ":")).encode()).hexdigest()


def _needed(files: Mapping[str, bytes]) -> Iterator[str]:
    """Which files of the other pack hold the steps that these files share, and what belongs to them."""
    yield PACK_FILE
    yield "texts/*/pack.po"
    for phase in sorted({key.partition(".")[0] for key in _shares(files)}):
        if re.fullmatch(_PHASE_KEY, phase):
            yield f"phases/{phase}.yaml"
            yield f"texts/*/{phase}.po"


def _shares(files: Mapping[str, bytes]) -> Iterator[str]:
    for name in files:
        node = compose(name, files[name], []) if name.startswith("phases/") else None
        steps = node.nodes.get("steps") if isinstance(node, Entries) else None
        for step in steps.nodes if isinstance(steps, Items) else ():
            share = step.nodes.get("share") if isinstance(step, Entries) else None
            if isinstance(share, Scalar):
                yield share.text


def _read(folder: Path, patterns: Iterator[str] | tuple[str, ...]) -> dict[str, bytes]:
    return {
        path.relative_to(folder).as_posix(): _head(path)
        for pattern in patterns
        for path in sorted(folder.glob(pattern))
        if path.is_file()
    }


def _head(path: Path) -> bytes:
    with path.open("rb") as file:
        return file.read(FILE_LIMIT + 1)
