"""Answers files: YAML read as plain text, lists and names; nothing in it is run or guessed."""

from pathlib import Path
from typing import Any

import yaml

from workbench.errors import Reason, Refusal
from workbench.i18n import visible

LIMIT = 1024 * 1024
# A list in an answer is the deepest there is; what goes further is no answers file and costs time to read.
_DEPTH = 5


class _Unfit(Exception):
    """What is wrong with the file as a whole."""


class _Once(yaml.BaseLoader):
    """Refuses a name that stands twice: one of the two answers would be lost without a word."""

    def construct_mapping(self, node: yaml.MappingNode, deep: bool = False) -> dict[Any, Any]:
        made = super().construct_mapping(node, deep)
        if len(made) != len(node.value):
            raise _Unfit(f"line {node.start_mark.line + 1}: a name stands twice")
        return made


def read(path: Path) -> dict[str, Any]:
    """The answers in a file, by field. Every value stays the text that was typed: no dates, no yes and no numbers.

    Raises ``Refusal`` if it is not one mapping, too large, not UTF-8, or uses tags or aliases.
    """
    name = visible(path.name)
    try:
        if not path.exists():
            raise Refusal(Reason.FILE_MISSING, file=name)
        if not path.is_file():
            raise Refusal(Reason.FILE_NOT_A_FILE, file=name)
        if path.stat().st_size > LIMIT:
            raise Refusal(Reason.ANSWERS_UNREADABLE, file=name, problem="it is larger than 1 MB")
        text = path.read_text(encoding="utf-8-sig")
        _require_plain(text)
        # The base loader makes texts, lists and mappings and nothing else.
        content = yaml.load(text, Loader=_Once)  # noqa: S506
    except _Unfit as unfit:
        raise Refusal(Reason.ANSWERS_UNREADABLE, file=name, problem=str(unfit)) from None
    except UnicodeDecodeError:
        raise Refusal(Reason.ANSWERS_UNREADABLE, file=name, problem="it is not UTF-8") from None
    except OSError:
        raise Refusal(Reason.FILE_UNREADABLE, file=name) from None
    except yaml.YAMLError as error:
        mark = getattr(error, "problem_mark", None)
        where = f"line {mark.line + 1}" if mark else "it is not YAML"
        raise Refusal(Reason.ANSWERS_UNREADABLE, file=name, problem=where) from None
    if not isinstance(content, dict):
        raise Refusal(Reason.ANSWERS_UNREADABLE, file=name, problem="it is not a list of names and values")
    return {str(key): value for key, value in content.items()}


def _require_plain(text: str) -> None:
    """Refuse tags, aliases and deep nests before anything is built from the text."""
    depth = 0
    for event in yaml.parse(text, Loader=yaml.SafeLoader):
        depth += isinstance(event, yaml.CollectionStartEvent) - isinstance(event, yaml.CollectionEndEvent)
        if depth > _DEPTH:
            raise _Unfit("lists lie too deep in each other")
        tag = getattr(event, "tag", None)
        if isinstance(event, yaml.AliasEvent) or getattr(event, "anchor", None) or (tag and tag != "!"):
            raise _Unfit("tags and aliases are not accepted")
