"""Keys: the consonants of a part in classes that all scripts share, to find candidates in an index while typing.

An index keeps one row per (key, person), ordered by key. A whole word is looked up by equality with its keys, the word
that is still being typed by the range from ``prefix`` on: keys grow to the right as letters are typed.
"""

import re
from dataclasses import dataclass
from functools import lru_cache
from itertools import product

from workbench.names import words
from workbench.names.folding import cleaned
from workbench.names.part import Form, Kind, Part
from workbench.names.parts import parts
from workbench.names.sounding import Script

MOST_KEYS = 3
FATHER_OF, MOTHER_OF = "+", "*"
_SERVANT, _RELIGION, _OF_GOD = "ABD", "DN", "LL"
_LONGEST_KEY = 16

# Unit: the classes it may fall into, the likeliest first. Vowels fall out, but for one at the head.
_CLASSES: dict[str, tuple[str, ...]] = {
    **dict.fromkeys("bp", ("B",)), **dict.fromkeys("tţ", ("T",)), "θ": ("T", "S", "D"),
    **dict.fromkeys("dðDZz", ("D",)),
    "ʒ": ("J", "D"),
    "J": ("J", "D"), "j": ("J",), "C": ("J", "K"), "č": ("J",), "š": ("X",), **dict.fromkeys("sş", ("S",)),
    **dict.fromkeys("hHx", ("H",)), "ħ": ("H", ""), "ḥ": ("", "H"),
    **dict.fromkeys("qkgG", ("K",)), "f": ("F",), "v": ("", "F"),
    "T": ("", "T"), "r": ("R",), "l": ("L",), "m": ("M",), "n": ("N",),
}  # fmt: skip
_HEADS = {
    **dict.fromkeys("aeiouAIUOEəëäöαάc", "A"), **dict.fromkeys("wW", "W"), **dict.fromkeys("yYì", "Y"),
    "v": "WF", "ħ": "H",
}
_SILENT = frozenset("aeiouAIUOEəëäöαάcwWyYìàẃ")
# The beginnings of Abd- compounds while the rest is being typed.
_SERVANT_TYPED = re.compile("^(?:عبد(?:ال|ا)?|[عئ]?[ەه][بڤ]د(?:ول|و)?|[ae][bv]d(?:ou|[aeuio])?l?)(?P<rest>.*)$")

_ARTICLE_TYPED = re.compile(r"^(?:ال|(?:a|e|u)[ldnrstz]h?(?:[\s\-]+|$))")
_KUNYAS = ((FATHER_OF, words.FATHER_OF), (MOTHER_OF, words.MOTHER_OF))
_ENDS = (*words.RELIGION, *words.OF_GOD, "له")


@dataclass(frozen=True, slots=True)
class Wanted:
    """What to look for because of one part of a query: any of ``keys`` is enough.

    ``typing``: the part is not finished; then every key that begins with one of ``keys`` is meant.
    """

    keys: tuple[str, ...]
    typing: bool


@lru_cache(maxsize=8192)
def keys(text: str) -> tuple[str, ...]:
    """The keys of a name for an index: for every part one, seldom two or three; kunyas begin with + or *.

    Two writings of one name share a key for nearly every part. A consonant that was scanned or typed wrong changes the
    key of its part; the keys of the other parts still lead to it.
    """
    return tuple(dict.fromkeys(key for part_keys in _by_part(text) for key in part_keys))


def wanted(text: str, *, typing: bool = True) -> tuple[Wanted, ...]:
    """What to look up for a text in the search box, one entry for every part: candidates have all of them, or most.

    With ``typing`` the last word is taken as unfinished, unless a space follows it.
    """
    unfinished = typing and bool(text.strip()) and not text[-1].isspace()
    whole, last = _cut(text) if unfinished else (text, "")
    found = [Wanted(part_keys, typing=False) for part_keys in _by_part(whole) if part_keys]
    if found and _goes_on(last):
        return (*found[:-1], Wanted(found[-1].keys, typing=True))
    if last and (beginnings := _beginnings(last)):
        found.append(Wanted(beginnings, typing=True))
    return tuple(found)


def _goes_on(last: str) -> bool:
    """Whether the unfinished word may become an article, or the end (al-Din, Allah) of the compound before it."""
    clean = cleaned(last).strip(" .'")
    bare = _ARTICLE_TYPED.sub("", clean)
    if bare != clean:
        return any(end.startswith(bare) for end in _ENDS)
    return clean in ("a", "e", "ا") or (len(clean) > 1 and any(end.startswith(clean) for end in _ENDS))


def _cut(text: str) -> tuple[str, str]:
    """The finished words, and the unfinished one with the head of the compound that it belongs to."""
    split = re.split(r"([\s\-]+)", text.lstrip())
    at = len(split) - 1
    while at >= 2 and _leads_on(split[at - 2]):
        at -= 2
    return "".join(split[:at]), "".join(split[at:])


def _leads_on(word: str) -> bool:
    clean = cleaned(word)
    parents = words.FATHER_OF | words.MOTHER_OF
    return clean in words.ARTICLES or clean in parents or bool(words.SERVANT.match(clean))


def _beginnings(typed: str) -> tuple[str, ...]:
    """What the key of a part begins with whose first letters are typed."""
    text = cleaned(typed).strip(" .'-")
    mark = ""
    while " " in text or "-" in text:
        head, text = re.split(r"[\s\-]+", text, maxsplit=1)
        if head in words.FATHER_OF:
            mark = FATHER_OF
        elif head in words.MOTHER_OF:
            mark = MOTHER_OF
        elif words.SERVANT.match(head):
            mark += _SERVANT
    if mark.endswith(_SERVANT) and text in ("a", "e", "ا", "al", "el", "ال", "ul"):
        return (mark,)
    found = [kunya for kunya, heads in _KUNYAS if text in heads]
    for reading in _readings(text):
        servant = _SERVANT_TYPED.match(reading)
        if servant and servant["rest"] in ("", "a", "e", "ا"):
            found.append(mark + _SERVANT)
        elif servant and not mark.endswith(_SERVANT):
            found += [mark + _SERVANT + bones for bones in _typed(servant["rest"]) or ("",)]
        found += [mark + bones for bones in _typed(reading)]
    return tuple(dict.fromkeys(found)) or ((mark,) if mark else ())


def _typed(word: str) -> tuple[str, ...]:
    """The classes of the letters so far."""
    name = parts(word)
    if not name.parts:
        return ()
    part = name.parts[0]
    sounds = part.sounds if part.form is Form.PLAIN else (part.whole,)
    found = [bones for units in sounds for bones in bones_of(units, part.script)]
    return tuple(dict.fromkeys(key for key in found if key != "-"))


def _readings(text: str) -> list[str]:
    """The typed letters, without an article that may stand before them, and with the h that may follow (kh, sh)."""
    readings = [text]
    if text.startswith("ال") and len(text) > 2:
        readings.append(text[2:])
    if text.startswith(("al", "el")) and len(text) > 3:
        readings.append(text[2:])
    if text and text.isascii() and text[-1] in "kstdzcg":
        readings += [reading + "h" for reading in readings]
    return readings


def _by_part(text: str) -> list[tuple[str, ...]]:
    name = parts(text)
    found = [of_part(part) for part in name.parts if part.kind is not Kind.INITIAL]
    for part in name.kunyas:
        mark = MOTHER_OF if part.kind is Kind.MOTHER_OF else FATHER_OF
        found.append(tuple(mark + key for key in of_part(part)))
    return found


@lru_cache(maxsize=32768)
def of_part(part: Part) -> tuple[str, ...]:
    head = _SERVANT if part.form is Form.SERVANT else ""
    tail = {Form.RELIGION: _RELIGION, Form.OF_GOD: _OF_GOD}.get(part.form, "")
    found = [(head + bones + tail)[:_LONGEST_KEY] for units in part.sounds for bones in bones_of(units, part.script)]
    return tuple(dict.fromkeys(found))[:MOST_KEYS]


@lru_cache(maxsize=32768)
def bones_of(units: str, script: Script) -> tuple[str, ...]:
    """The classes of the units in order, in the few readings that are likely; never empty for units."""
    if not units:
        return ()
    head = _HEADS.get(units[0], "")
    options: list[tuple[str, ...]] = [tuple(head)] if head else []
    readings = len(head) or 1
    for unit in units[1 if head else 0 :]:
        classes = _CLASSES.get(unit, () if unit in _SILENT else (unit,))
        if not classes:
            continue
        if readings * len(classes) > MOST_KEYS:
            classes = classes[:1]
        readings *= len(classes)
        options.append(classes)
    found = ["".join(chosen) for chosen in product(*options)]
    if script is Script.ARABIC and units.endswith("Aħ"):
        # نجاه is نجاة, whose last letter other scripts write t.
        found.insert(1, found[-1].removesuffix("H") + "T")
    return tuple(dict.fromkeys(key or "-" for key in found))[:MOST_KEYS]
