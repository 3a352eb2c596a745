"""Aligning: the least cost of turning one token's units into another's."""

from functools import lru_cache

from rapidfuzz.distance import Levenshtein

from workbench.names.costs import PAIR_COST, PAIRS, Alone, Costs, costs
from workbench.names.letters import VOWELS
from workbench.names.sounding import Script

FAR = 9.0
# Beyond this no strictness takes two tokens for one name.
_HOPELESS = 2.0
_CLASSES = str.maketrans(
    "pţTθðDZzʒJCčjşšHħḥxqkgGvwyWYìàAIUOEəëäöeiouαάc",
    "btttdddddjjjjsshhhhkkkkfwywyyaaaaaaaaaaaaaaaaa",
)
_WEAK = str.maketrans("", "", "awyh")


@lru_cache(maxsize=65536)
def distance(one: str, other: str, left: Script, right: Script) -> float:
    """How far two tokens' units are apart: 0 the same, about 0.1 otherwise written, above 0.6 another name."""
    if one == other:
        return 0.0
    if not one or not other or _clearly_apart(one, other):
        return FAR
    return _least(one, other, costs(left, right))


def _clearly_apart(one: str, other: str) -> bool:
    """A quick look at the consonants alone, before the slow one."""
    bones = one.translate(_CLASSES).translate(_WEAK)
    others = other.translate(_CLASSES).translate(_WEAK)
    return bool(Levenshtein.distance(bones, others, score_cutoff=2) > 2)


def _least(one: str, other: str, table: Costs) -> float:
    both = table.both
    rights = _lone(other, table.right)
    lefts = _lone(one, table.left)
    crowds = [_CROWDED if 0.1 <= cost < _CROWDED else cost for cost in rights]
    above = [0.0]
    for cost in rights:
        above.append(above[-1] + cost)
    before = above
    for i, a in enumerate(one):
        lone = lefts[i]
        row = [above[0] + lone]
        after = one[i + 1 : i + 2]
        pairs, two = PAIRS.get(a), one[i - 1 : i + 1] if i else ""
        crowded = _CROWDED if 0.1 <= lone < _CROWDED else lone
        for j, b in enumerate(other):
            best = above[j] + (0.0 if a == b else both.get(a + b, 1.0))
            if (cost := above[j + 1] + (crowded if b in VOWELS or other[j + 1 : j + 2] in VOWELS else lone)) < best:
                best = cost
            if (cost := row[j] + (crowds[j] if a in VOWELS or after in VOWELS else rights[j])) < best:
                best = cost
            if j and pairs and other[j - 1 : j + 1] in pairs and (cost := above[j - 1] + PAIR_COST) < best:
                best = cost
            if two and b in PAIRS and two in PAIRS[b] and (cost := before[j] + PAIR_COST) < best:
                best = cost
            if i > 1 and j > 1 and a == other[j - 1] and b == one[i - 1] and (cost := before[j - 1] + _SWAPPED) < best:
                best = cost
            row.append(best)
        # A pair may leap over one row, never over two.
        if min(row) > _HOPELESS and min(above) > _HOPELESS:
            return FAR
        before, above = above, row
    return above[-1] if above[-1] <= _HOPELESS else FAR


def _lone(units: str, alone: dict[str, Alone]) -> list[float]:
    """What each unit costs by itself; the a of -ah is at the end too."""
    end = len(units) - (2 if units[-2:] in ("aḥ", "eḥ", "əḥ") else 1)
    return [alone.get(c, _WHOLE)[0 if n == 0 else 2 if n >= end else 1] for n, c in enumerate(units)]


_WHOLE = (1.0, 1.0, 1.0)
_SWAPPED = 0.55
# A lone vowel beside another vowel is no spelling: it would make one vowel into another by the back door.
_CROWDED = 0.5
