"""How well what was asked agrees with what was found: words, names however they are written, numbers; with reasons."""

from collections.abc import Sequence
from dataclasses import dataclass
from functools import lru_cache

from rapidfuzz import fuzz

from workbench.i18n import N_
from workbench.services.hits import Why
from workbench.store.index import Found, keys
from workbench.store.index import words as folded

STRICTNESS = {"loose": 60, "usual": 72, "strict": 86}
SAME_WORDS = Why(N_("the same words"))
BEGINS = Why(N_("begins like this"))
ALIKE = Why(N_("may be the same name in another spelling or script"))
NEARLY = Why(N_("nearly the same letters"))
WORD_LACKS = Why(N_("not every word was found"))
NUMBER_SAME = Why(N_("the number is the same"))
NUMBER_BEGINS = Why(N_("the number begins like this"))
NUMBER_ENDS = Why(N_("the number ends like this"))
# Below this, two words have letters in common by chance.
_LEAST = 75


@dataclass(frozen=True, slots=True)
class Likened:
    """An agreement from 0 to 100, and its reasons."""

    score: int
    reasons: tuple[Why, ...]


def words(asked: Sequence[str], text: str, found: Found) -> Likened:
    """How well the words agree with an entry, the last of them perhaps half typed."""
    parts = folded(found.shown)
    each = [_word(word, parts, last=word == asked[-1]) for word in asked]
    score = sum(worth * len(word) for (worth, _), word in zip(each, asked, strict=True))
    reasons = dict.fromkeys(why for _, why in each)
    return Likened(round(score / sum(map(len, asked))), tuple(reasons))


def names(asked: str, found: str) -> Likened:
    """How well two names agree, however each is written."""
    score = round(fuzz.token_sort_ratio(" ".join(folded(asked)), " ".join(folded(found))))
    return Likened(score, (SAME_WORDS,) if score == 100 else (NEARLY,))


def _word(asked: str, parts: Sequence[str], *, last: bool) -> tuple[float, Why]:
    if asked in parts:
        return 100, SAME_WORDS
    if last and any(part.startswith(asked) for part in parts):
        return 96, BEGINS
    mine = _keys(asked)
    if any(not mine.isdisjoint(_keys(part)) for part in parts):
        return 90, ALIKE
    if last and any(key.startswith(tuple(mine)) for part in parts for key in _keys(part)):
        return 86, ALIKE
    near = max((fuzz.ratio(asked, part) for part in parts), default=0)
    return (near * 0.9, NEARLY) if near >= _LEAST else (0, WORD_LACKS)


@lru_cache(maxsize=20_000)
def _keys(word: str) -> frozenset[str]:
    return frozenset(keys(word))
