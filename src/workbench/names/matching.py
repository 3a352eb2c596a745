"""Matching: two written names laid beside each other part by part, with a score and the reason for every part."""

from dataclasses import dataclass

from workbench.names.how import How, Role
from workbench.names.pairing import Pair, pair, together
from workbench.names.part import Form, Kind, Name, Part
from workbench.names.parts import parts

USUAL = "usual"
STRICTNESS = {"loose": 60, USUAL: 73, "strict": 88}
"""From which score on two writings count as possibly one name. A hint for a person, never a decision."""

# The given name weighs more: brothers differ in nothing else. Of nisbas there are fewer, and they are longer.
_GIVEN, _NISBA = 1.25, 0.85
_WORST, _MEAN = 0.75, 0.25
_ONE_LACKS, _MOST_LACK, _BOTH_LACK, _ONLY_ONE = 2.0, 6.0, 32.0, 5.0
_OTHER_KUNYA, _OTHER_PARENT, _KUNYA_ONLY = 12.0, 45.0, 14.0
_FAMILY_ONLY, _INITIALS_ONLY, _TURNED = 22.0, 62.0, 1.0
_ROLES = (Role.GIVEN, Role.FATHER, Role.GRANDFATHER, Role.GREAT_GRANDFATHER)


@dataclass(frozen=True, slots=True)
class Reason:
    """One part of the query, the part of the candidate it was laid beside, and how they stand; empty is missing."""

    role: Role
    how: How
    query: str
    candidate: str


@dataclass(frozen=True, slots=True)
class Match:
    """The score from 0 to 100, and the reasons in the order of the query's parts."""

    score: int
    reasons: tuple[Reason, ...]


@dataclass(frozen=True, slots=True)
class _Fit:
    """The two names in one order, how their parts pair, and what that is worth."""

    score: float
    left: Name
    right: Name
    pairs: tuple[Pair, ...]
    kunyas: Pair | None
    turned: bool


def same(score: float, strictness: str = USUAL) -> bool:
    """Whether a score counts as possibly one name at a strictness (a key of ``STRICTNESS``)."""
    return score >= STRICTNESS[strictness]


def score(query: str, candidate: str) -> int:
    """The score of ``compare`` without its reasons: for ranking many candidates."""
    fit = _best(parts(query), parts(candidate))
    return _equal(query, candidate) if fit is None else _rounded(fit)


def compare(query: str, candidate: str) -> Match:
    """How well two written names fit, from 0 to 100, and why. The order of the two does not change the score.

    Parts may be missing, shortened to an initial, in another script or spelling, or with the family name first. Another
    given name, another father in the same place, or father and son exchanged, is another name.
    """
    fit = _best(parts(query), parts(candidate))
    if fit is None:
        return Match(_equal(query, candidate), ())
    return Match(_rounded(fit), _reasons(fit))


def _equal(query: str, candidate: str) -> int:
    """Texts without a letter are no names: they are the same only to the sign."""
    return 100 if query.strip() == candidate.strip() != "" else 0


def _rounded(fit: _Fit) -> int:
    return max(0, min(100, round(fit.score)))


def _best(left: Name, right: Name) -> _Fit | None:
    """The better of the orders the two can be read in; None if one has no parts at all."""
    if not (left.parts or left.kunyas) or not (right.parts or right.kunyas):
        return None
    best = _fit(left, right, turned=left.turned is not right.turned)
    for one, other, mirrored in ((left, right, False), (right, left, True)):
        if _may_be_turned(one) and len(other.parts) > 1:
            moved = Name(one.parts[1:] + one.parts[:1], one.kunyas, True)
            fit = _fit(other, moved, turned=True) if mirrored else _fit(moved, other, turned=True)
            best = fit if fit.score > best.score else best
    return best


def _may_be_turned(name: Name) -> bool:
    """Whether the first part may be a family name that was written first."""
    if name.turned or len(name.parts) < 3:
        return False
    first = name.parts[0]
    if first.kind is Kind.NISBA:
        return True
    return first.like_nisba and first.form is Form.PLAIN and name.parts[-1].kind is not Kind.NISBA


def _fit(left: Name, right: Name, *, turned: bool) -> _Fit:
    kunyas = _kunyas(left, right)
    if left.parts and right.parts:
        pairs = together(left.parts, right.parts)
        worth = _worth(pairs) - (_kunya_loss(kunyas) if kunyas else 0.0)
        return _Fit(worth - (_TURNED if turned else 0.0), left, right, pairs, kunyas, turned)
    pairs = tuple(Pair(one, None, 0.0, How.MISSING) for one in left.parts)
    pairs += tuple(Pair(None, one, 0.0, How.MISSING) for one in right.parts)
    if kunyas is None:
        return _Fit(0.0, left, right, pairs, None, turned=False)
    worth = 100 - 100 * min(1.0, kunyas.loss * _GIVEN) - (_KUNYA_ONLY if pairs else 0.0)
    return _Fit(worth, left, right, pairs, kunyas, turned=False)


def _worth(pairs: tuple[Pair, ...]) -> float:
    """The score of parts laid together: the worst pair weighs most, what is missing weighs little."""
    losses, lack_left, lack_right, full = [], 0, 0, False
    for place, found in enumerate(pairs):
        if found.left is None:
            lack_left += 1
        elif found.right is None:
            lack_right += 1
        else:
            kinds = found.left.kind, found.right.kind
            full = full or Kind.INITIAL not in kinds or found.loss == 0
            weight = _GIVEN if place == 0 else _NISBA if kinds == (Kind.NISBA, Kind.NISBA) else 1.0
            losses.append(min(1.0, found.loss * weight))
    if not losses:
        return 0.0
    worth = 100 * (1 - _WORST * max(losses) - _MEAN * sum(losses) / len(losses))
    worth -= min(_MOST_LACK, _ONE_LACKS * (lack_left + lack_right))
    if lack_left and lack_right:
        worth -= _BOTH_LACK
    if len(losses) == 1 and len(pairs) > 1:
        worth -= _ONLY_ONE
    if not pairs[0].both:
        worth -= _FAMILY_ONLY
    return worth if full else min(worth, _INITIALS_ONLY)


def _kunyas(left: Name, right: Name) -> Pair | None:
    """The two kunyas that fit best, if both names have one; father and mother of somebody are not the same."""
    found = [
        pair(one, other) if one.kind is other.kind else Pair(one, other, 1.0, How.DIFFERENT)
        for one in left.kunyas
        for other in right.kunyas
    ]
    return min(found, key=lambda each: each.loss, default=None)


def _kunya_loss(kunyas: Pair) -> float:
    """What kunyas take from the score of names that have parts too: one may have two, but not as father and mother."""
    if kunyas.left and kunyas.right and kunyas.left.kind is not kunyas.right.kind:
        return _OTHER_PARENT
    return _OTHER_KUNYA if kunyas.how is How.DIFFERENT else 100 * kunyas.loss / 4


def _reasons(fit: _Fit) -> tuple[Reason, ...]:
    longer = fit.left.parts if len(fit.left.parts) >= len(fit.right.parts) else fit.right.parts
    of_left = longer is fit.left.parts
    reasons = []
    place = 0
    for found in fit.pairs:
        shown = (found.left if of_left else found.right) or found.left or found.right
        if shown is not None:
            reasons.append(Reason(_role(place, shown), found.how, _text(found.left), _text(found.right)))
        place += (found.left if of_left else found.right) is not None
    if fit.kunyas:
        reasons.append(Reason(Role.KUNYA, fit.kunyas.how, _text(fit.kunyas.left), _text(fit.kunyas.right)))
    if fit.turned:
        turned = fit.left if fit.left.turned else fit.right
        other = fit.right if turned is fit.left else fit.left
        last = (_text(turned.parts[-1]), _text(other.parts[-1]))
        reasons.append(Reason(Role.NISBA, How.ORDER, *(last if turned is fit.left else last[::-1])))
    return tuple(reasons)


def _role(place: int, part: Part) -> Role:
    if part.kind is Kind.NISBA and place > 0:
        return Role.NISBA
    return _ROLES[place] if place < len(_ROLES) else Role.FURTHER


def _text(part: Part | None) -> str:
    return part.text if part else ""
