"""The manifest of a pack file: which procedure it is, and the hash of every file that belongs to it."""

import hashlib
import json
import re
from collections.abc import Mapping
from dataclasses import dataclass
from datetime import date
from typing import Any

from workbench.security.canonical import canonical
from workbench.sop import Pack

FORMAT = 1
_HASH = re.compile(r"[0-9a-f]{64}")
_REQUIRED = frozenset({"format", "key", "version", "kind", "digest", "files"})
_OPTIONAL = frozenset({"previous", "issued_on", "note"})


class Future(Exception):
    """What is read was written by a newer version of the program."""


@dataclass(frozen=True, slots=True)
class Listed:
    """A file as the manifest names it."""

    sha256: str
    size: int


@dataclass(frozen=True, slots=True)
class Manifest:
    """What a pack file says of itself.

    ``digest`` is that of the pack; ``previous`` is the digest of the edition that it replaces; ``note`` is what the
    authority says about it. What is not said is empty or None.
    """

    key: str
    version: str
    kind: str
    digest: str
    files: Mapping[str, Listed]
    previous: str = ""
    issued_on: date | None = None
    note: str = ""


def listed(content: bytes) -> Listed:
    """A file as a manifest has to name it."""
    return Listed(hashlib.sha256(content).hexdigest(), len(content))


def manifest_of(pack: Pack, *, previous: str = "", issued_on: date | None = None, note: str = "") -> Manifest:
    """The manifest of a pack that was read."""
    files = {name: listed(content) for name, content in sorted(pack.origin.files.items())}
    return Manifest(pack.key, pack.version, pack.kind, pack.digest, files, previous, issued_on, note)


def written(manifest: Manifest) -> bytes:
    """The manifest as it stands in a pack file."""
    plain: dict[str, object] = {
        "format": FORMAT, "key": manifest.key, "version": manifest.version, "kind": manifest.kind,
        "digest": manifest.digest,
        "files": {name: {"sha256": one.sha256, "size": one.size} for name, one in manifest.files.items()},
    }  # fmt: skip
    said = {
        "previous": manifest.previous, "note": manifest.note,
        "issued_on": manifest.issued_on.isoformat() if manifest.issued_on else "",
    }  # fmt: skip
    return canonical(plain | {key: value for key, value in said.items() if value})


def read(content: bytes) -> Manifest:
    """The manifest in these bytes. Raises ``Future``, or ``ValueError`` for anything ``written`` does not write."""
    plain = opened(content)
    if plain.keys() - _REQUIRED - _OPTIONAL:
        raise Future
    if _REQUIRED - plain.keys():
        raise ValueError("key missing")
    day = _text(plain, "issued_on")
    return Manifest(
        key=_text(plain, "key"), version=_text(plain, "version"), kind=_text(plain, "kind"),
        digest=_hash(plain["digest"]), files={name: _listed(one) for name, one in _mapping(plain["files"]).items()},
        previous=_hash(plain["previous"]) if "previous" in plain else "",
        issued_on=date.fromisoformat(day) if day else None, note=_text(plain, "note"),
    )  # fmt: skip


def opened(content: bytes) -> dict[str, Any]:
    """An object in canonical JSON that names its format. Raises ``Future`` or ``ValueError``."""
    try:
        plain = _mapping(json.loads(content))
        form = plain.get("format")
        if type(form) is not int or form < FORMAT:
            raise ValueError("format")
        if form > FORMAT:
            raise Future
        # Two spellings of one thing are two things to whoever signs bytes.
        if canonical(plain) != content:
            raise ValueError("not canonical")
    except (RecursionError, TypeError):
        raise ValueError("not canonical") from None
    return plain


def _mapping(value: Any) -> dict[str, Any]:
    if not isinstance(value, dict):
        raise ValueError("no mapping")
    return value


def _text(plain: Mapping[str, Any], key: str) -> str:
    value = plain.get(key, "")
    if not isinstance(value, str):
        raise ValueError("no text")
    return value


def _hash(value: Any) -> str:
    if not isinstance(value, str) or not _HASH.fullmatch(value):
        raise ValueError("no hash")
    return value


def _listed(value: Any) -> Listed:
    one = _mapping(value)
    if one.keys() != {"sha256", "size"} or type(one["size"]) is not int or one["size"] < 0:
        raise ValueError("no file")
    return Listed(_hash(one["sha256"]), one["size"])
