"""Places of a text as procedures write them: «arts 1, 39-43», «art 11 first», «m5», or words."""

import re
from collections.abc import Iterator
from dataclasses import dataclass, replace

_UNITS = {
    "art": "art", "arts": "art", "m": "module", "module": "module", "modules": "module",
    "p": "principle", "principle": "principle", "principles": "principle", "guideline": "guideline",
}  # fmt: skip
_PART = re.compile(r"(?:([a-z]+)\s*)?(\d+)(?:-(\d+))?(?!\d)(.*)", re.IGNORECASE)
_RANGE = re.compile(r"\((\w+)\)\s*-\s*\((\w+)\)")
_TOKEN = re.compile(r"[\w-]+")
_ORDINALS = (
    "first", "second", "third", "fourth", "fifth", "sixth",
    "seventh", "eighth", "ninth", "tenth", "eleventh", "twelfth",
)  # fmt: skip
_MOST = 1000


@dataclass(frozen=True, slots=True)
class Place:
    """One place: numbers ``low`` to ``high`` of a unit and what stands behind, ``art 6(2)(a)``; or words alone."""

    unit: str
    low: int = 0
    high: int = 0
    tail: tuple[str, ...] = ()

    @property
    def ranged(self) -> bool:
        """Whether it is more than one number."""
        return self.high > self.low

    @property
    def numbered(self) -> bool:
        """Whether it has a number at all."""
        return self.low > 0

    def covers(self, other: "Place") -> bool:
        """Whether the other lies within this one; ``art 6`` covers ``art 6(2)``, ``arts 5-9`` covers both."""
        if not (self.numbered and other.numbered) or self.unit != other.unit:
            return self == other
        within = self.low <= other.low and other.high <= self.high
        return within and (not self.tail or (self.low == other.low and other.tail[: len(self.tail)] == self.tail))

    def numbers(self) -> Iterator["Place"]:
        """Each number of a range as a place of its own."""
        return (Place(self.unit, number, number) for number in range(self.low, min(self.high, self.low + _MOST) + 1))


def places(written: str) -> tuple[Place, ...]:
    """The places that a writing names, in its order; a part without a unit takes the unit of the part before.

    ``arts 1, 5-9`` → art 1, arts 5 to 9; ``art 109(A), (C)`` → art 109(A), art 109(C); ``cassation chapter`` → itself.
    """
    found: list[Place] = []
    for part in re.split(r"\s*,\s*", written.strip()):
        if part:
            found += _ordinals(_place(part, found[-1] if found else None))
    return tuple(found)


def _ordinals(place: Place) -> list[Place]:
    """A range of paragraphs that are counted in words as one place each: ``art 11 seventh-eighth``."""
    first, _, last = place.tail[-1].partition("-") if place.tail else ("", "", "")
    if first not in _ORDINALS or last not in _ORDINALS:
        return [place]
    named = _ORDINALS[_ORDINALS.index(first) : _ORDINALS.index(last) + 1]
    return [replace(place, tail=(*place.tail[:-1], one)) for one in named]


def _place(part: str, before: Place | None) -> Place:
    number = before if before and before.numbered else None
    if number and part.startswith("("):
        return Place(number.unit, number.low, number.high, _tail(part))
    matched = _PART.fullmatch(part)
    word = (matched[1] or "").lower() if matched else ""
    if matched is None or (word not in _UNITS and not (number and not word)):
        return Place(part.lower())
    unit = _UNITS[word] if word else number.unit if number else ""
    low = int(matched[2])
    return Place(unit, low, max(low, int(matched[3] or low)), _tail(matched[4]))


def _tail(text: str) -> tuple[str, ...]:
    return tuple(token.lower() for token in _TOKEN.findall(_RANGE.sub(r"\1-\2", text)))
