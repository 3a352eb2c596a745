"""Headings and words of a table of people, in any of our languages, as the keys that the program knows."""

import re
from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from functools import cache
from typing import Any

from workbench import terms
from workbench.i18n import TAGS, language
from workbench.identity import cards, shipped_data
from workbench.identity.letters import folded, without_article

_FURTHER = re.compile(r"(?<![0-9])([2-9])(?![0-9])")
_BETWEEN = re.compile(r"[\s_\-./:,'’*()]+")
PAPER = ("paper_kind", "paper_number", "paper_issuer", "paper_held_by")
# Columns that may stand in a table several times.
SEVERAL = (*PAPER, "phone", "languages")


@dataclass(frozen=True, slots=True)
class Column:
    """What a column holds; ``which`` tells the first paper from a further one."""

    key: str
    which: int = 1


def column(heading: str) -> Column | None:
    """The column that a heading means; None if it is not known."""
    bare = _bare(heading)
    key = _headings().get(bare)
    if key:
        return Column(key)
    further = _FURTHER.search(folded(heading))
    if further is None:
        return None
    key = _headings().get(_bare(_FURTHER.sub("", folded(heading), count=1)))
    return Column(key, int(further[1])) if key in SEVERAL else None


def known(headings: list[str]) -> int:
    """How many of these headings mean something."""
    return sum(column(one) is not None for one in headings)


def heading(key: str, tag: str) -> str:
    """The heading of a column as the template has it."""
    return str(shipped_data.data("columns.yaml")["columns"][key][tag][0])


def every() -> tuple[str, ...]:
    """Every column, in the order of the template."""
    return tuple(shipped_data.data("columns.yaml")["columns"])


def example(tag: str) -> Mapping[str, str]:
    """The invented line of the template, by column."""
    given = shipped_data.data("columns.yaml")["example"]
    return {"code": given["code"], **given["en"], **given[tag]}


@cache
def choices(kind: str) -> Mapping[str, str]:
    """The keys behind the words for ``sex``, ``truth``, ``custody``, ``role``, ``paper`` or ``holder``."""
    own = {
        "sex": terms.SEXES, "role": terms.ROLES, "truth": {key: terms.TRUTHS[key] for key in ("yes", "no")},
        "paper": terms.PAPERS, "holder": {key: text for key, text in terms.HOLDERS.items() if key}, "custody": {},
    }[kind]  # fmt: skip
    found: dict[str, str] = {}
    for key, names in shipped_data.data("columns.yaml")["words"].get(kind, {}).items():
        _put(found, key, (word for tag in TAGS for word in names[tag]))
    if kind == "paper":
        for key in cards.kinds():
            _put(found, key, (cards.kind_name(key, language(tag)) for tag in TAGS))
    for key, text in own.items():
        _put(found, key, (key, text, *(language(tag).say(text) for tag in TAGS)))
    return found


def choice(kind: str, word: str) -> str:
    """The key that a word means; empty if none."""
    return choices(kind).get(_bare(word), "")


def _put(found: dict[str, str], key: str, words: Iterable[Any]) -> None:
    for word in (key, *words):
        found.setdefault(_bare(word), key)


@cache
def _headings() -> Mapping[str, str]:
    found: dict[str, str] = {}
    for key, names in shipped_data.data("columns.yaml")["columns"].items():
        _put(found, key, (word for tag in TAGS for word in names[tag]))
    return found


def _bare(text: str) -> str:
    return _BETWEEN.sub(" ", without_article(_BETWEEN.sub(" ", text).strip())).strip()
