"""Pairing: which part of one name belongs to which part of another, and how far the two are apart."""

from dataclasses import dataclass
from functools import lru_cache

from workbench.names.aligning import FAR, distance
from workbench.names.how import How
from workbench.names.part import Form, Kind, Part
from workbench.names.scanning import SCANNED, scanned, twins

# Up to this loss two parts can be one name; beyond it they contradict each other.
FITS = 0.36
_SECOND_READING, _OTHER_FORM, _INITIAL_LOSS, _INITIAL_FITS = 0.05, 0.25, 0.08, 0.35


@dataclass(frozen=True, slots=True)
class Pair:
    """Two parts laid together, or one that has no counterpart; ``loss`` from 0 (the same) to 1 (nothing alike)."""

    left: Part | None
    right: Part | None
    loss: float
    how: How

    @property
    def both(self) -> bool:
        return self.left is not None and self.right is not None


@lru_cache(maxsize=65536)
def pair(left: Part, right: Part) -> Pair:
    """Two parts as a pair, with the reason in one word."""
    if Kind.INITIAL in (left.kind, right.kind):
        return _initials(left, right)
    away, length = _apart(left, right)
    if away > SCANNED and left.latin is right.latin and scanned(left.plain, right.plain):
        away = SCANNED
    elif away > 0 and twins(left.plain, right.plain):
        away = max(away, 1.0)
    loss = min(1.0, away / (1.2 + 0.2 * length))
    return Pair(left, right, loss, _how(left, right, away, loss))


def _how(left: Part, right: Part, away: float, loss: float) -> How:
    if left.text == right.text:
        return How.EXACT
    if loss > FITS:
        return How.DIFFERENT
    if left.plain == right.plain:
        return How.LETTERS
    if away >= 0.4:
        return How.NEAR
    return How.SCRIPT if left.latin is not right.latin or left.script is not right.script else How.SPELLING


def _apart(left: Part, right: Part) -> tuple[float, int]:
    """The least distance over the readings of both, and the number of units it is about."""
    if left.form is right.form is Form.PLAIN and len(left.sounds) == len(right.sounds) == 1:
        return distance(left.whole, right.whole, left.script, right.script), max(len(left.whole), len(right.whole))
    if left.form is right.form:
        best = min(
            (distance(one, other, left.script, right.script) + _SECOND_READING * (n + m > 0), max(len(one), len(other)))
            for n, one in enumerate(left.sounds)
            for m, other in enumerate(right.sounds)
        )
        if left.form is Form.PLAIN or best[0] < 1:
            return best
    whole = distance(left.whole, right.whole, left.script, right.script)
    return whole + _OTHER_FORM * (left.form is not right.form), max(len(left.whole), len(right.whole))


def _initials(left: Part, right: Part) -> Pair:
    if left.plain == right.plain:
        return Pair(left, right, 0.0, How.EXACT if left.text == right.text else How.LETTERS)
    short, other = (left, right) if left.kind is Kind.INITIAL else (right, left)
    fits = other.plain.startswith(short.plain) or (
        distance(short.whole[:1], other.whole[:1], short.script, other.script) < _INITIAL_FITS
    )
    return Pair(left, right, _INITIAL_LOSS if fits else 1.0, How.INITIAL if fits else How.DIFFERENT)


def together(left: tuple[Part, ...], right: tuple[Part, ...]) -> tuple[Pair, ...]:
    """All parts of both names as pairs in order. The given names face each other; between and after them parts of the
    shorter name may skip parts of the longer one, never the other way round."""
    if len(left) > len(right):
        return tuple(Pair(p.right, p.left, p.loss, p.how) for p in together(right, left))
    if len(left) == 1 and left[0].kind is Kind.NISBA and len(right) > 1 and right[-1].kind is Kind.NISBA:
        return (*(Pair(None, part, 0.0, How.MISSING) for part in right[:-1]), pair(left[0], right[-1]))
    first = pair(left[0], right[0])
    rest = _in_order(left[1:], right[1:])
    worst = max((found.loss for found in rest if found.both), default=0.0)
    if worst > FITS and len(left) > 1:
        rest = _without_lone_nisba(left[1:], right[1:]) or rest
    if len(left) != len(right) and (first.loss > FITS or worst > FITS):
        return _rejoined(left, right) or (first, *rest)
    return (first, *rest)


def _in_order(short: tuple[Part, ...], long: tuple[Part, ...]) -> tuple[Pair, ...]:
    """Every part of ``short`` beside one of ``long``, in order, at the least loss."""
    if len(short) == len(long):
        return tuple(pair(one, other) for one, other in zip(short, long, strict=True))
    spare = len(long) - len(short)
    # best[k]: the pairs so far, with k parts of the longer name left out.
    best: list[tuple[float, tuple[Pair, ...]]] = [(0.0, ())]
    for k in range(1, spare + 1):
        best.append((0.0, (*best[-1][1], Pair(None, long[k - 1], 0.0, How.MISSING))))
    for n, part in enumerate(short):
        following: list[tuple[float, tuple[Pair, ...]]] = []
        for k in range(spare + 1):
            found = pair(part, long[n + k])
            loss, pairs = best[k]
            taken = (loss + found.loss, (*pairs, found))
            if k and following[k - 1][0] < taken[0]:
                taken = (following[k - 1][0], (*following[k - 1][1], Pair(None, long[n + k], 0.0, How.MISSING)))
            following.append(taken)
        best = following
    return best[spare][1]


def _without_lone_nisba(short: tuple[Part, ...], long: tuple[Part, ...]) -> tuple[Pair, ...]:
    """The pairs when one name has a nisba at its end and the other none: then neither contradicts the other."""
    nisbas = [names[-1].kind is Kind.NISBA for names in (short, long)]
    if nisbas[0] and not nisbas[1] and short[:-1]:
        found = _in_order(short[:-1], long)
        lone = Pair(short[-1], None, 0.0, How.MISSING)
    elif nisbas[1] and not nisbas[0] and len(short) == len(long) and short[:-1]:
        found = tuple(Pair(p.right, p.left, p.loss, p.how) for p in _in_order(long[:-1], short))
        lone = Pair(None, long[-1], 0.0, How.MISSING)
    else:
        return ()
    return (*found, lone) if max((p.loss for p in found if p.both), default=1.0) <= FITS else ()


def _rejoined(short: tuple[Part, ...], long: tuple[Part, ...]) -> tuple[Pair, ...]:
    """The pairs when two neighbours of the longer name are one word in the shorter, or nothing."""
    for k in range(len(long) - 1):
        one, two = long[k], long[k + 1]
        if one.script is not two.script or Kind.INITIAL in (one.kind, two.kind) or k >= len(short) + 1:
            continue
        whole = one.whole + two.whole
        around = short[max(0, k - 1) : k + 1] or short[:1]
        near = min(distance(whole, part.whole, one.script, part.script) for part in around)
        if near < 0.3:
            text, plain = f"{one.text} {two.text}", one.plain + two.plain
            joined = Part(text, one.kind, Form.PLAIN, one.script, (whole,), whole, plain)
            changed = (*long[:k], joined, *long[k + 2 :])
            found = (
                tuple(Pair(p.right, p.left, p.loss, p.how) for p in together(changed, short))
                if len(short) > len(changed)
                else together(short, changed)
            )
            if max((p.loss for p in found if p.both), default=1.0) <= FITS:
                return found
    return ()


__all__ = ["FAR", "FITS", "Pair", "pair", "together"]
