"""Fingerprints of rows: what the log remembers of each thing it saw written."""

import hashlib
from datetime import datetime
from functools import cache
from typing import Any

from sqlalchemy import inspect

from workbench.models import Base
from workbench.models.declarative import written
from workbench.security.canonical import digest
from workbench.store.index.shape import NAMES as INDEX
from workbench.store.items.shape import NAMES as ITEMS

# Typed drafts are replaced at every pause and are no record; the log cannot speak of itself; the index and what
# was read out of files are derived.
UNTRACKED = frozenset({"step_draft", "audit_entry", "alembic_version", *INDEX, *ITEMS})


def fingerprint(row: Base) -> str:
    """The SHA-256 of all columns of a row, the same when written and when read back.

    A column that came later does not count while it is empty: rows from before it keep their fingerprint.
    """
    return digest(hashed(row))


def hashed(row: Base) -> dict[str, Any]:
    """What of a row its fingerprint is made of: who has these values can make the fingerprint again."""
    values = {key: (getattr(row, key), added) for key, added in _columns(type(row))}
    return {key: _plain(one) for key, (one, added) in values.items() if one is not None or not added}


@cache
def _columns(kind: type[Base]) -> tuple[tuple[str, bool], ...]:
    attrs = inspect(kind).column_attrs
    return tuple((one.key, bool(one.columns[0].info.get("added"))) for one in attrs)


def _plain(value: Any) -> Any:
    if isinstance(value, datetime):
        return written(value)
    if isinstance(value, bytes):
        return hashlib.sha256(value).hexdigest()
    return value
