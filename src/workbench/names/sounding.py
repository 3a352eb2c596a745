"""Sounding: a token, however written, as a short string of units that can be laid beside another script's."""

import re
from enum import StrEnum
from functools import lru_cache

from workbench.names.letters import ARABIC_SOUNDS, LATIN_SOUNDS, VOWELS
from workbench.names.words import APART, IRREGULAR

# More of one token than this is no name, and would only cost time.
LONGEST = 24

_GROUPS = re.compile("|".join(sorted(map(re.escape, LATIN_SOUNDS), key=len, reverse=True)) + "|.")
_LATIN_VOWELS = "aeiouêîû"
_GLIDE_AY = re.compile(rf"[aeê][iîy](?![{_LATIN_VOWELS}y])")
_GLIDE_AW = re.compile(rf"(?:[ae][uûw]|ow)(?![{_LATIN_VOWELS}w])")
_DOUBLE = re.compile(r"(.)\1+")


class Script(StrEnum):
    """How a token writes its vowels: Arabic not the short ones; Kurdish (both scripts) all; Latin as it comes."""

    ARABIC = "arabic"
    KURDISH = "kurdish"
    LATIN = "latin"


@lru_cache(maxsize=32768)
def sound(word: str, script: Script) -> str:
    """The units of one cleaned token without its article; empty if it has no letters."""
    latin = any("a" <= c <= "z" or c in "êîûşç" for c in word)
    units = _latin(word, script) if latin else _arabic(word, script)
    # A script that is not known here stands for itself: the same letters are the same name, no more.
    return (units or "".join(c for c in word if c.isalpha()))[:LONGEST]


def _latin(word: str, script: Script) -> str:
    word = _bare_doubles(word.replace("'", ""))
    if word in APART:
        word = re.sub("(?<=[szdt])h", "ħ", word)
    word = _GLIDE_AW.sub("ö", _GLIDE_AY.sub("ä", word))
    word = re.sub(rf"([iî])y(?=[{_LATIN_VOWELS}äö])", r"\1", word)
    word = re.sub(rf"[uo]w(?=[{_LATIN_VOWELS}äö])", "w", word)
    word = re.sub(rf"(?<![{_LATIN_VOWELS}äö])y(?![{_LATIN_VOWELS}äö])", "i", word)
    word = re.sub(r"(?<=[a-z])ie$", "ee", word)
    if script is Script.KURDISH:
        # In Hawar c is ج, j is ژ, e is the short vowel that Arabic letters write ە, and no sound takes two letters.
        word = word.replace("j", "ʒ").replace("c", "j").replace("e", "ə")
        units = _DOUBLE.sub(r"\1", "".join(c if c in "jʒə" else LATIN_SOUNDS.get(c, c) for c in word))
        units = "i" + units[1:] if units[:1] == "I" else units
    else:
        units = "".join(LATIN_SOUNDS.get(group, group) for group in _groups(word))
    if units[-1:] == "ə" and len(units) > 2:
        units = units[:-1] + "ë"
    if units[-1:] == "h" and units[-2:-1] in VOWELS:
        units = units[:-1] + "ḥ"
    return "".join(c for c in units if c.isalpha())


def _groups(word: str) -> list[str]:
    return _GROUPS.findall(word)


def _bare_doubles(word: str) -> str:
    """Doubled consonants are written or not as it comes; doubled vowels are long."""
    return _DOUBLE.sub(lambda double: double[1] * (2 if double[1] in "aeiou" else 1), word)


def _arabic(word: str, script: Script) -> str:
    if word == "عمرو":
        return "cmrẃ"
    kurdish = script is Script.KURDISH
    letters = word if kurdish else IRREGULAR.get(word, word)
    letters = letters.replace("'", "")
    if kurdish:
        letters = re.sub("^ئو(?!و)", "u", re.sub("^ئي(?!ي)", "i", letters)).replace("ى", "ي")
        letters = re.sub("(?<=.)ئ(?![اەهێۆويى]|$)", "ي", letters)
        letters = letters.replace("ئ", "").replace("وو", "U")
        letters = re.sub("ەيي$", "əyI", letters)
        letters = _DOUBLE.sub(r"\1", letters)
        if "ە" in letters or "ë" in letters or "ə" in letters:
            letters = letters.replace("ه", "h")
        if letters[-1:] == "ە" and len(letters) > 2:
            letters = letters[:-1] + "ë"
        letters = re.sub("ەي(?![اەێۆU])", "ä", letters)
        letters = re.sub("ەو(?![اەێۆي])", "ö", letters)
    else:
        letters = letters.replace("وو", "و").replace("يي", "ي").replace("ؤو", "و").replace("ئي", "ي")
        letters = re.sub("(?<=ا)ع(?=ي)", "", letters)
        if len(letters) > 2 and letters[-1] == "ي":
            letters = letters[:-1] + "ì"
        if letters[:1] in ("ا", "ئ"):
            letters = ("ά" if letters[1:2] in ("و", "ي") else "α") + letters[1:]
    return "".join(ARABIC_SOUNDS.get(c, c if c in "Uhäöαάìuiəëy" "I" else "") for c in letters)
