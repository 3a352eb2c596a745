"""The files of this package as plain mappings, lists and texts; what YAML would make of a text never matters."""

from collections.abc import Mapping
from functools import cache
from pathlib import Path
from typing import Any

import yaml

from workbench.errors import Reason, Refusal
from workbench.i18n import TAGS, visible
from workbench.shipped import resource

# Every value is a text to this loader: «NO» stays Norway and «07-01» a day. It makes no objects of any kind.
_LOADER = getattr(yaml, "CBaseLoader", yaml.BaseLoader)
MARKS = ("S", "GK")


def folder() -> Path:
    """Where the files lie."""
    return resource("identity")


@cache
def data(name: str) -> Mapping[str, Any]:
    """What a file of this package holds. Raises ``Refusal`` if it cannot be read."""
    return read(folder() / name)


def read(path: Path) -> Mapping[str, Any]:
    """What a YAML file holds, all values as texts. Raises ``Refusal`` if it cannot be read or is no mapping."""
    try:
        found = yaml.load(path.read_text(encoding="utf-8-sig"), Loader=_LOADER)  # noqa: S506 -- makes texts only
    except (OSError, UnicodeDecodeError, yaml.YAMLError, RecursionError):
        raise Refusal(Reason.FILE_UNREADABLE, file=visible(path.name)) from None
    if not isinstance(found, dict):
        raise Refusal(Reason.FILE_UNREADABLE, file=visible(path.name))
    return found


def name(names: Mapping[str, str], tag: str) -> str:
    """A name in a language; where it has none, the Arabic and then the English one."""
    return next((names[one] for one in (tag, *TAGS) if names.get(one)), "")
