"""Fingerprints of rows: what the log remembers of each thing it saw written."""

import hashlib
from datetime import datetime
from functools import cache
from typing import Any

from sqlalchemy import inspect

from workbench.models import Base
from workbench.models.declarative import written
from workbench.security.canonical import digest

# Typed drafts are replaced at every pause and are no record; the log cannot speak of itself.
UNTRACKED = frozenset({"step_draft", "audit_entry", "alembic_version"})


def fingerprint(row: Base) -> str:
    """The SHA-256 of all columns of a row, the same when written and when read back."""
    return digest({key: _plain(getattr(row, key)) for key in _columns(type(row))})


@cache
def _columns(kind: type[Base]) -> tuple[str, ...]:
    return tuple(column.key for column in inspect(kind).column_attrs)


def _plain(value: Any) -> Any:
    if isinstance(value, datetime):
        return written(value)
    if isinstance(value, bytes):
        return hashlib.sha256(value).hexdigest()
    return value
