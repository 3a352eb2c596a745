"""Matching: two written names laid beside each other part by part, with a score and the reason for every part."""

from dataclasses import dataclass

from workbench.names.how import How, Role
from workbench.names.pairing import Pair, pair, together
from workbench.names.part import Form, Kind, Name, Part
from workbench.names.parts import parts

USUAL = "usual"
STRICTNESS = {"loose": 60, USUAL: 73, "strict": 88}
"""From which score on two writings count as possibly one name. A hint for a person, never a decision."""

# The given name weighs more: brothers differ in nothing else.
_GIVEN, _NISBA = 1.25, 0.85
_WORST, _MEAN = 0.75, 0.25
_ONE_LACKS, _MOST_LACK, _BOTH_LACK = 2.0, 6.0, 32.0
_ONLY_ONE = 5.0
_OTHER_KUNYA, _OTHER_PARENT, _KUNYA_ONLY = 12.0, 45.0, 14.0
_FAMILY_ONLY = 22.0
_INITIALS_ONLY = 62.0
_TURNED = 1.0


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


def same(score: float, strictness: str = USUAL) -> bool:
    """Whether a score counts as possibly one name at a strictness."""
    return score >= STRICTNESS[strictness]


def compare(query: str, candidate: str) -> Match:
    """How well two written names fit. The order of the two does not change the score.

    Parts may be missing, shortened to an initial, in another script or spelling, or with the family name first. Another
    given name, another father in the same place, or father and son exchanged, is another name.
    """
    left, right = parts(query), parts(candidate)
    if not (left.parts or left.kunyas) or not (right.parts or right.kunyas):
        equal = query.strip() == candidate.strip() != ""
        return Match(100 if equal else 0, ())
    best, reasons, turned = -1.0, (), False
    for one, other, moved in _orders(left, right):
        score, pairs = _score(one, other)
        if score - (_TURNED if moved else 0) > best:
            best, reasons, turned = score - (_TURNED if moved else 0), pairs, moved
    if turned:
        reasons = (*reasons, Reason(Role.NISBA, How.ORDER, "", ""))
    return Match(max(0, min(100, round(best))), reasons)


def _orders(left: Name, right: Name) -> list[tuple[Name, Name, bool]]:
    """The two as read, and with a possible family name moved from the head to the end."""
    found = [(left, right, left.turned != right.turned)]
    for one, other, swap in ((left, right, False), (right, left, True)):
        if len(one.parts) > 2 and not one.turned and _family_first(one) and len(other.parts) > 1:
            moved = Name(one.parts[1:] + one.parts[:1], one.kunyas, True)
            found.append((other, moved, True) if swap else (moved, other, True))
    return found


def _family_first(name: Name) -> bool:
    first = name.parts[0]
    return first.kind is Kind.NISBA or (
        first.form is Form.PLAIN and first.like_nisba and name.parts[-1].kind is not Kind.NISBA
    )


def _score(left: Name, right: Name) -> tuple[float, tuple[Reason, ...]]:
    kunya, kunya_reasons = _kunyas(left, right)
    if not left.parts or not right.parts:
        score = kunya - (_KUNYA_ONLY if left.parts or right.parts else 0)
        return (score if kunya_reasons else 0.0), kunya_reasons + _only(left) + _only(right, candidate=True)
    pairs = together(left.parts, right.parts)
    score = _of(pairs) - (max(0.0, 100 - kunya) if kunya_reasons else 0.0)
    roles = _roles(left.parts, right.parts, pairs)
    reasons = tuple(_reason(role, found) for role, found in zip(roles, pairs, strict=True))
    return score, reasons + kunya_reasons


def _of(pairs: tuple[Pair, ...]) -> float:
    """The score of parts laid together: the worst pair weighs most, what is missing weighs little."""
    losses = [min(1.0, found.loss * _weight(n, found)) for n, found in enumerate(pairs) if found.both]
    if not losses:
        return 0.0
    score = 100 * (1 - _WORST * max(losses) - _MEAN * sum(losses) / len(losses))
    lack_left = sum(found.left is None for found in pairs)
    lack_right = sum(found.right is None for found in pairs)
    score -= min(_MOST_LACK, _ONE_LACKS * (lack_left + lack_right))
    if lack_left and lack_right:
        score -= _BOTH_LACK
    if len(losses) == 1 and len(pairs) > 1:
        score -= _ONLY_ONE
    if not pairs[0].both:
        score -= _FAMILY_ONLY
    if all(Kind.INITIAL in (found.left.kind, found.right.kind) for found in pairs if found.left and found.right):
        score = min(score, _INITIALS_ONLY)
    return score


def _weight(place: int, found: Pair) -> float:
    if place == 0:
        return _GIVEN
    return _NISBA if found.left and found.right and found.left.kind is found.right.kind is Kind.NISBA else 1.0


def _kunyas(left: Name, right: Name) -> tuple[float, tuple[Reason, ...]]:
    """What the kunyas say: a score, and one reason if both names have one."""
    best: tuple[float, Part, Part] | None = None
    for one in left.kunyas:
        for other in right.kunyas:
            score = 100 - 100 * min(1.0, pair(one, other).loss * _GIVEN)
            score -= _OTHER_PARENT if one.kind is not other.kind else 0
            if best is None or score > best[0]:
                best = (score, one, other)
    if best is None:
        return 100.0, ()
    score, one, other = best
    how = How.DIFFERENT if one.kind is not other.kind else pair(one, other).how
    if left.parts and right.parts and how is How.DIFFERENT:
        score = 100 - (_OTHER_PARENT if one.kind is not other.kind else _OTHER_KUNYA)
    return score, (Reason(Role.KUNYA, how, one.text, other.text),)


def _only(name: Name, *, candidate: bool = False) -> tuple[Reason, ...]:
    return tuple(
        Reason(_role(n, part), How.MISSING, "" if candidate else part.text, part.text if candidate else "")
        for n, part in enumerate(name.parts)
    )


def _roles(left: tuple[Part, ...], right: tuple[Part, ...], pairs: tuple[Pair, ...]) -> list[Role]:
    """Each pair's role: its place in the longer name, where nothing is left out."""
    longer, of_left = (left, True) if len(left) >= len(right) else (right, False)
    places = {id(part): n for n, part in enumerate(longer)}
    roles = []
    for found in pairs:
        part = found.left if of_left else found.right
        shown = part or found.left or found.right
        assert shown is not None
        roles.append(_role(places.get(id(part), 1), shown))
    return roles


def _role(place: int, part: Part) -> Role:
    if part.kind is Kind.NISBA and place > 0:
        return Role.NISBA
    return _ROLES[place] if place < len(_ROLES) else Role.FURTHER


def _reason(role: Role, found: Pair) -> Reason:
    query, candidate = found.left.text if found.left else "", found.right.text if found.right else ""
    return Reason(role, found.how, query, candidate)
