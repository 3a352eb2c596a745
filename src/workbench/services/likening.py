"""How well what was asked agrees with what was found: words, names however they are written, numbers; with reasons.

Reasons name only what was asked: what was found may be a hidden name.
"""

from collections.abc import Iterable, Sequence
from dataclasses import dataclass

from rapidfuzz import fuzz

from workbench.i18n import N_
from workbench.names import fold, matching
from workbench.names.how import How
from workbench.names.saying import ROLES
from workbench.services.hits import Why
from workbench.store.index import Found, in_keys, keys
from workbench.store.index import words as folded

STRICTNESS = matching.STRICTNESS
SAME_WORDS = Why(N_("the same words"))
BEGINS = Why(N_("begins like this"))
ALIKE = Why(N_("the same name in another spelling or script"))
NEARLY = Why(N_("nearly the same letters"))
WORD_LACKS = Why(N_("not every word was found"))
CODE_SAME = Why(N_("the code is the same"))
NUMBER_SAME = Why(N_("the number is the same"))
NUMBER_BEGINS = Why(N_("the number begins like this"))
NUMBER_ENDS = Why(N_("the number ends like this"))
_HOW = {
    How.EXACT: N_("{part}: the same name"),
    How.LETTERS: N_("{part}: the same name, its letters typed otherwise"),
    How.SPELLING: N_("{part}: the same name in another spelling"),
    How.SCRIPT: N_("{part}: the same name in another script"),
    How.NEAR: N_("{part}: nearly the same"),
    How.INITIAL: N_("{part}: the first letter fits"),
    How.MISSING: N_("{part}: does not stand there"),
    How.DIFFERENT: N_("{part}: another name stands there"),
}
_COMPLETED = N_("{part}: a name there begins like this")
_TURNED = Why(N_("the family name stands first in one of them"))
# Below this, two words have letters in common by chance.
_LEAST = 75
# Words that all stand in a name, in whatever order, are worth showing, below a name that agrees.
_CONTAINED = 92
_BEGUN = 98
_MOST_COMPARED = 60


@dataclass(frozen=True, slots=True)
class Likened:
    """An agreement from 0 to 100, and its reasons."""

    score: int
    reasons: tuple[Why, ...]


def names(asked: str, found: str) -> Likened:
    """How well two names agree, however each is written; the reasons name the parts that were asked for."""
    match = matching.compare(asked, found)
    reasons = [
        _TURNED if one.how is How.ORDER else Why(_HOW[one.how], {"part": one.query})
        for one in match.reasons if one.how is How.ORDER or one.query
    ]  # fmt: skip
    return Likened(match.score, tuple(reasons))


def hidden_names(one: str, other: str) -> Likened:
    """How well two names agree of which neither was typed just now: the reasons name no part of either."""
    match = matching.compare(one, other)
    reasons = [
        _TURNED if each.how is How.ORDER else Why(_HOW[each.how], {"part": Why(ROLES[each.role])})
        for each in match.reasons if each.how is not How.MISSING
    ]  # fmt: skip
    return Likened(match.score, tuple(dict.fromkeys(reasons)))


def words(text: str, found: Found) -> Likened:
    """How well a text agrees with an entry, its last word perhaps half typed."""
    asked, named = folded(text), is_name(found)
    parts = found.words.split() if named else folded(found.shown)
    # Most of what is typed is what a name begins with, letter by letter: then nothing needs to be weighed.
    if named and found.words.startswith(begun := " ".join(asked)):
        whole = found.words[len(begun) : len(begun) + 1] in ("", " ")
        return Likened(_BEGUN if whole else _BEGUN - 1, (SAME_WORDS if whole else BEGINS,))
    raw = found.shown.split() if named else ()
    each = [_word(word, parts, raw, last=word == asked[-1]) for word in asked]
    score = sum(worth * len(word) for (worth, _), word in zip(each, asked, strict=True)) / sum(map(len, asked))
    plain = Likened(round(score), tuple(dict.fromkeys(why for _, why in each)))
    if not named:
        return plain
    # The last word may be half of a name, and is laid beside what it may become; a whole one stands for itself.
    best = _completed(text, found.shown) if asked[-1] not in parts else None
    best = best or names(text, found.shown)
    held = Likened(min(plain.score, _CONTAINED), plain.reasons)
    return best if best.score >= held.score else held


def likeliest(text: str, found: Iterable[Found], most: int = _MOST_COMPARED) -> list[Found]:
    """Those worth a close comparison, by what costs little: shared keys, then shared letters."""
    wanted, letters = set(keys(text)), fold(text)

    def shared(one: Found) -> tuple[float, float]:
        return len(wanted.intersection(one.keys.split())), fuzz.partial_ratio(letters, one.words)

    some = list(found)
    return some if len(some) <= most else sorted(some, key=shared, reverse=True)[:most]


def is_name(found: Found) -> bool:
    """Whether the entry is a name of somebody or something, not a text or a number."""
    return found.field.startswith("name.") or found.field in ("lead", "found_by")


def _completed(text: str, found: str) -> Likened | None:
    """The agreement as if the half-typed last word were the word of the found name that it may become."""
    head, _, last = text.rpartition(" ")
    letters, ways = fold(last), _ways(last)
    for word in found.split():
        if letters and (fold(word).startswith(letters) or any(key.startswith(ways) for key in _keys(word))):
            likened = names(f"{head} {word}".strip(), found)
            # What the half word became is not said: it may be hidden.
            said = [one for one in likened.reasons if fold(str(one.facts.get("part", ""))) in fold(head)]
            # Below what begins so letter by letter.
            return Likened(max(0, min(_BEGUN - 2, likened.score - 1)), (*said, Why(_COMPLETED, {"part": last})))
    return None


def _word(asked: str, parts: Sequence[str], raw: Sequence[str], *, last: bool) -> tuple[float, Why]:
    if asked in parts:
        return 100, SAME_WORDS
    if last and any(part.startswith(asked) for part in parts):
        return 96, BEGINS
    # Only those that share a key: the others are laid beside each other in vain.
    alike = [names(asked, part).score for part in raw if not _keys(asked).isdisjoint(_keys(part))]
    if alike and max(alike) >= _LEAST:
        return max(alike), ALIKE
    near = max((fuzz.ratio(asked, part) for part in parts), default=0)
    return (near * 0.9, NEARLY) if near >= _LEAST else (0, WORD_LACKS)


def _keys(text: str) -> frozenset[str]:
    return frozenset(keys(text))


def _ways(typed: str) -> tuple[str, ...]:
    """What the keys of a half-typed word may begin with."""
    return tuple(way for one in in_keys(typed, typing=True) for way in one.ways)
