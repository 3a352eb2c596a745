"""Answers files: YAML read as plain text, lists and names; nothing in it is run or guessed."""

from pathlib import Path
from typing import Any

import yaml

from workbench.errors import Reason, Refusal
from workbench.i18n import visible

LIMIT = 1024 * 1024


def read(path: Path) -> dict[str, Any]:
    """The answers in a file, by field. Every value stays the text that was typed: no dates, no yes and no numbers.

    Raises ``Refusal`` if it is not one mapping, too large, not UTF-8, or uses tags or aliases.
    """
    name = visible(path.name)
    try:
        if not path.is_file():
            raise Refusal(Reason.FILE_MISSING, file=name)
        if path.stat().st_size > LIMIT:
            raise Refusal(Reason.ANSWERS_UNREADABLE, file=name, problem="it is larger than 1 MB")
        text = path.read_text(encoding="utf-8-sig")
        for event in yaml.parse(text, Loader=yaml.SafeLoader):
            tagged = getattr(event, "tag", None)
            if (
                isinstance(event, yaml.AliasEvent)
                or getattr(event, "anchor", None)
                or (tagged and tagged != "!")
            ):
                raise Refusal(
                    Reason.ANSWERS_UNREADABLE, file=name, problem="tags and aliases are not accepted"
                )
        # The base loader makes texts, lists and mappings and nothing else.
        content = yaml.load(text, Loader=yaml.BaseLoader)  # noqa: S506
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
