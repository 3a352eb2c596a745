"""Two statements side by side: what is said in both, what is said differently, what only one of them says.

Which of it matters, and why it may be so, is for a person to say: memory is no record.
"""

import re
from collections.abc import Iterable, Sequence
from dataclasses import dataclass

from rapidfuzz import fuzz

from workbench.names import fold

SAME, DIFFERS, ONLY_HERE = "same", "differs", "only_here"
# Of 100: from here on two sentences speak of the same matter, and from there on they say the same of it.
_ABOUT, _ALIKE = 58.0, 86.0
_SENTENCE = re.compile(r"(?<=[.!?؟…])\s+|\n+")
_PIECE = re.compile(r"\d+(?:[.,:/\u066b\u066c]\d+)*|[^\W\d_]+")
# Words that every sentence may hold: shared, they tie nothing together.
_JOINING = frozenset(
    fold(word)
    for word in (
        "من إلى على عن في مع كان كانت هو هي هم أنا نحن هذا هذه ذلك الذي التي ثم لم لا ما أن إن قد كل أو "
        "بعد قبل قال قالت "
        "لە بۆ بە و کە ئەو ئەم بوو بوون هات هەموو دوای پێش من ئێمە یان "
        "the and was were had has that this with from for then they she him her his not but who whom our you are said"
    ).split()
)  # fmt: skip


@dataclass(frozen=True, slots=True)
class Spoken:
    """One line of a statement: its number and the words it is compared by."""

    line: str
    text: str


@dataclass(frozen=True, slots=True)
class Compared:
    """What stands on both sides of one matter: ``label`` same, differs or only_here.

    ``shared`` are the words that tie the two together, ``figures`` the numbers that stand on one side only.
    """

    label: str
    left: Spoken | None
    right: Spoken | None
    shared: tuple[str, ...] = ()
    figures: tuple[tuple[str, ...], tuple[str, ...]] = ((), ())


@dataclass(frozen=True, slots=True)
class _Sentence:
    said: Spoken
    words: frozenset[str]
    figures: frozenset[str]
    plain: str


def compare_statements(a: Iterable[Spoken], b: Iterable[Spoken]) -> tuple[Compared, ...]:
    """The sentences of two statements beside each other, in the order of the first; the same either way round."""
    left, right = _sentences(a), _sentences(b)
    matched = _matched(left, right)
    partner = {second: first for first, second in matched.items()}
    rows: list[Compared] = []
    done: set[int] = set()

    def alone(upto: int) -> None:
        for n in range(upto):
            if n not in partner and n not in done:
                done.add(n)
                rows.append(Compared(ONLY_HERE, None, right[n].said))

    for n, one in enumerate(left):
        if n not in matched:
            rows.append(Compared(ONLY_HERE, one.said, None))
            continue
        alone(matched[n])
        rows.append(_beside(one, right[matched[n]]))
    alone(len(right))
    return tuple(rows)


def _sentences(lines: Iterable[Spoken]) -> list[_Sentence]:
    return [
        _Sentence(Spoken(line.line, part.strip()), *_words(part), " ".join(sorted(_words(part)[0])))
        for line in lines for part in _SENTENCE.split(line.text) if _PIECE.search(part)
    ]  # fmt: skip


def _matched(left: Sequence[_Sentence], right: Sequence[_Sentence]) -> dict[int, int]:
    """Each sentence with at most one of the other side, the nearest first."""
    scored = [
        (score, n, m) for n, one in enumerate(left) for m, two in enumerate(right)
        if (score := _score(one, two)) >= _ABOUT
    ]  # fmt: skip
    found: dict[int, int] = {}
    nearest = sorted(scored, key=lambda one: (-one[0], abs(one[1] - one[2]), one[1], one[2]))
    for _, n, m in nearest:
        if n not in found and m not in found.values():
            found[n] = m
    return found


def _score(one: _Sentence, two: _Sentence) -> float:
    """How far two sentences speak of the same matter. One shared word ties nothing together, save a figure with it."""
    shared, figures = one.words & two.words, one.figures & two.figures
    if len(shared) + len(figures) < 2:
        return fuzz.ratio(one.plain, two.plain) if one.plain == two.plain else 0.0
    least = min(len(one.words | one.figures), len(two.words | two.figures))
    covered = 100.0 * (len(shared) + len(figures)) / least
    return max(covered, fuzz.token_sort_ratio(one.plain, two.plain))


def _beside(one: _Sentence, two: _Sentence) -> Compared:
    figures = (tuple(sorted(one.figures - two.figures)), tuple(sorted(two.figures - one.figures)))
    alike = fuzz.token_sort_ratio(one.plain, two.plain) >= _ALIKE and not any(figures)
    shared = tuple(sorted((one.words & two.words) | (one.figures & two.figures)))
    return Compared(SAME if alike else DIFFERS, one.said, two.said, shared, figures)


def _words(text: str) -> tuple[frozenset[str], frozenset[str]]:
    words, figures = set(), set()
    for piece in _PIECE.findall(text):
        folded = fold(piece)
        if folded and folded[0].isdigit():
            figures.add(folded)
        elif (stem := _stem(folded)) and len(stem) > 2 and stem not in _JOINING and folded not in _JOINING:
            words.add(stem)
    return frozenset(words), frozenset(figures)


def _stem(word: str) -> str:
    """The word without the letters that Arabic writes onto it; what is left of a short word would be nothing."""
    for before in ("وال", "بال", "فال", "لل", "ال", "و", "ب", "ف", "ل"):
        folded = fold(before)
        if word.startswith(folded) and len(word) > len(folded) + 3:
            return word[len(folded) :]
    return word
