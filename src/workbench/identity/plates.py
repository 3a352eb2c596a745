"""Vehicle plates in one form, so that two spellings of one plate are seen to be one."""

import re

from workbench.identity.letters import folded
from workbench.identity.places import GOVERNORATE, find_place

_PARTS = re.compile(r"[0-9]+|[^\W\d_]+")


def canonical_plate(text: str, country: str = "") -> str:
    """The plate for comparing: its letters sorted, then its figures in their order, e.g. ``A IQ-BG 11 12345``.

    A name of a governorate of ``country``, in any language, stands as its code. Which part stands first depends on
    the direction in which somebody read the plate, so that the order of letters is not kept; it is never shown.
    No national format is checked: none was found in a source.
    """
    words: list[str] = []
    rest = folded(text)
    if country:
        rest, words = _governorate(rest, country)
    parts = _PARTS.findall(rest)
    letters = sorted([*words, *(part.upper() for part in parts if not part[0].isdigit())])
    return " ".join([*letters, *sorted((part for part in parts if part[0].isdigit()), key=lambda one: (len(one), one))])


def _governorate(text: str, country: str) -> tuple[str, list[str]]:
    """The text without the longest name of a governorate in it, and the code of that governorate."""
    words = text.split()
    for length in range(min(3, len(words)), 0, -1):
        for start in range(len(words) - length + 1):
            name = " ".join(words[start : start + length])
            found = find_place(name, country, GOVERNORATE) if not name.isdigit() else None
            if found:
                return " ".join(words[:start] + words[start + length :]), [found.key]
    return text, []
