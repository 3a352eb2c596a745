"""Check digits of machine-readable zones (ICAO Doc 9303, part 3, section 4.9), and what a wrong one may come from."""

from collections.abc import Iterator
from itertools import combinations

_WEIGHTS = (7, 3, 1)
# Signs taken for each other by eye and by scanners. G and 6 have the same value modulo 10: no digit finds them.
LOOK_ALIKE = {
    "O": "0", "0": "O", "I": "1", "1": "I", "B": "8", "8": "B", "S": "5", "5": "S", "Z": "2", "2": "Z",
    "G": "6", "6": "G", "Q": "0", "D": "0", "L": "1",
}  # fmt: skip
_MOST_CHANGED = 2


def check_digit(text: str) -> str:
    """The check digit of capital letters A-Z, digits and fillers ``<``: weights 7, 3, 1, modulo 10."""
    return str(sum(_value(sign) * _WEIGHTS[place % 3] for place, sign in enumerate(text)) % 10)


def likely(text: str, digit: str) -> tuple[str, ...]:
    """How the text may have been meant, if few signs were taken for those they look like; the fewest changes only."""
    for count in range(1, _MOST_CHANGED + 1):
        found = tuple(dict.fromkeys(one for one in _changed(text, count) if check_digit(one) == digit))
        if found:
            return found
    return ()


def as_digits(text: str) -> str:
    """The text with letters that look like a digit written as that digit."""
    return "".join(LOOK_ALIKE.get(sign, sign) if sign.isalpha() else sign for sign in text)


def as_letters(text: str) -> str:
    """The text with digits that look like a letter written as that letter."""
    return "".join(LOOK_ALIKE.get(sign, sign) if sign.isdigit() else sign for sign in text)


def _changed(text: str, count: int) -> Iterator[str]:
    places = [place for place, sign in enumerate(text) if sign in LOOK_ALIKE]
    for chosen in combinations(places, count):
        signs = list(text)
        for place in chosen:
            signs[place] = LOOK_ALIKE[signs[place]]
        yield "".join(signs)


def _value(sign: str) -> int:
    if sign == "<":
        return 0
    return int(sign) if sign.isdigit() else ord(sign) - 55
