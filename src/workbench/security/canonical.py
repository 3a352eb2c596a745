"""Canonical JSON and hashes: the same value gives the same bytes on every machine."""

import hashlib
import json


def canonical(value: object) -> bytes:
    """The value as JSON with sorted keys and no spaces, UTF-8. Floats are refused: they differ in print.

    Source: the subset of RFC 8785 that holds without floating-point numbers.
    """
    _no_floats(value)
    return json.dumps(value, ensure_ascii=False, sort_keys=True, separators=(",", ":")).encode()


def digest(value: object) -> str:
    """The SHA-256 of the canonical form, in hex."""
    return hashlib.sha256(canonical(value)).hexdigest()


def _no_floats(value: object) -> None:
    if isinstance(value, float):
        raise TypeError("a float has no canonical form")
    if isinstance(value, dict):
        for part in value.values():
            _no_floats(part)
    elif isinstance(value, list | tuple):
        for part in value:
            _no_floats(part)
