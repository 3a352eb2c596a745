"""Numbers of exhibits by a station's pattern: given once, never again, and parts under what they belong to."""

import re
from collections.abc import Collection

from workbench.errors import Reason, Refusal
from workbench.i18n import N_, ltr

MOST = 40
DEFAULT = "E-{seq:03}"
HOUSE = "{case}-{scene}-{seq:03}"
_PLACE = re.compile(r"\{(case|scene|seq)(:0?[0-9]{1,2}d?)?\}")
_SCENE = re.compile(r"[A-Z]{1,2}")


def next_number(pattern: str, *, case: str, scene: str, taken: Collection[str]) -> str:
    """The next number by the pattern: one more than the highest that was ever given by it."""
    scene = scene or "A"
    given = [int(hit[1]) for number in taken if (hit := _matching(pattern, case, scene).fullmatch(number))]
    number = _filled(pattern, case, scene, max(given, default=0) + 1)
    if len(number) > MOST:
        raise Refusal(Reason.EXHIBIT_WRONG, problem=N_("the number by the station's pattern is too long"))
    return number


def next_part(parent: str, taken: Collection[str]) -> str:
    """The next number of a part: ``.1``, ``.2`` under what it belongs to."""
    ends = (number.removeprefix(f"{parent}.") for number in taken if number.startswith(f"{parent}."))
    return f"{parent}.{max((int(end) for end in ends if end.isdecimal()), default=0) + 1}"


def check_pattern(pattern: str) -> None:
    """Refuse a pattern that would give two exhibits one number, or one that cannot be printed."""
    rest = _PLACE.sub("", pattern)
    fits = len(_matching_seq(pattern)) == 1 and not set("{}") & set(rest) and rest.isascii() and rest.isprintable()
    if not fits or len(pattern) > 60 or len(_filled(pattern, "", "A", 1)) > MOST:
        raise Refusal(Reason.EXHIBIT_PATTERN_WRONG, pattern=ltr(pattern), example=ltr(HOUSE))


def check_scene(scene: str) -> str:
    """The letter of a scene. Raises ``Refusal`` if it is none."""
    letter = scene.strip().upper()
    if letter and not _SCENE.fullmatch(letter):
        raise Refusal(Reason.EXHIBIT_WRONG, problem=N_("the scene is named by one or two letters"))
    return letter


def label_id(case: str, number: str) -> str:
    """What the code on a label holds: the number, with that of the case where it does not say it itself."""
    return number if number.startswith(case) else f"{case} {number}"


def _matching_seq(pattern: str) -> list[str]:
    return [hit[0] for hit in _PLACE.finditer(pattern) if hit[1] == "seq"]


def _filled(pattern: str, case: str, scene: str, seq: int) -> str:
    return pattern.format(case=case, scene=scene, seq=seq)


def _matching(pattern: str, case: str, scene: str) -> re.Pattern[str]:
    """What the numbers of this pattern look like, for this case and scene."""
    parts, end = [], 0
    for hit in _PLACE.finditer(pattern):
        parts.append(re.escape(pattern[end : hit.start()]))
        parts.append({"case": re.escape(case), "scene": re.escape(scene), "seq": "([0-9]+)"}[hit[1]])
        end = hit.end()
    return re.compile("".join([*parts, re.escape(pattern[end:])]))
