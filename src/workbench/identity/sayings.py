"""The words that people put around a date, in our languages: months, calendars, «about», «before», «unknown»."""

import re
from collections.abc import Iterable
from dataclasses import dataclass
from functools import cache

from workbench.i18n.calendar import MONTHS
from workbench.identity import shipped_data
from workbench.identity.letters import folded

_BEGINNINGS = ("about", "before", "after", "between")
_DASHES = re.compile("[\u2010-\u2015\u2212_]")
# In Sorani a day and a month carry an ending: 16ـی ئەیلوولی.
_ENDING = "ی?"


@dataclass(frozen=True, slots=True)
class Sayings:
    """Patterns over folded text, by what they say."""

    months: tuple[tuple[re.Pattern[str], int], ...]
    hijri_months: tuple[tuple[re.Pattern[str], int], ...]
    beginnings: tuple[tuple[str, re.Pattern[str]], ...]
    whole: tuple[tuple[str, frozenset[str]], ...]
    parting: re.Pattern[str]
    hijri: frozenset[str]
    gregorian: frozenset[str]
    solar: frozenset[str]
    fill: frozenset[str]


def prepared(text: str) -> str:
    """The text as the patterns expect it."""
    return _DASHES.sub("-", folded(text))


@cache
def sayings() -> Sayings:
    """The words of every language, read once."""
    data = shipped_data.data("sayings.yaml")
    own = [[MONTHS[tag][month] for tag in MONTHS] for month in range(12)]
    months = [[*names, *own[month]] for month, names in enumerate(data["months"])]
    return Sayings(
        _numbered(months), _numbered(data["hijri_months"]),
        tuple((kind, re.compile(rf"(?:{_either(data[kind])})[\s:]*(?=.)")) for kind in _BEGINNINGS),
        tuple((kind, frozenset(map(prepared, data[kind]))) for kind in ("unknown", "refused")),
        re.compile(rf"\s+(?:{_either(data['and'])})\s*(?=[^\W_])|\s+-\s+"),
        *(frozenset(map(prepared, data[kind])) for kind in ("hijri", "gregorian", "solar", "fill")),
    )  # fmt: skip


def _numbered(months: Iterable[Iterable[str]]) -> tuple[tuple[re.Pattern[str], int], ...]:
    """A pattern and its month for each name, the longest first: «تشرين الثاني» before «تشرين»."""
    names = {prepared(name): number for number, row in enumerate(months, 1) for name in row}
    longest = sorted(names, key=len, reverse=True)
    return tuple((re.compile(rf"(?<![^\W\d_]){re.escape(name)}{_ENDING}(?![^\W\d_])"), names[name]) for name in longest)


def _either(words: Iterable[str]) -> str:
    return "|".join(re.escape(prepared(word)) for word in sorted(words, key=len, reverse=True))
