"""Keys: the consonants of a part in classes that all scripts share, to find candidates in an index, whole or half typed."""

from functools import lru_cache
from itertools import product

from workbench.names import words
from workbench.names.folding import cleaned
from workbench.names.part import Form, Kind, Part
from workbench.names.parts import parts
from workbench.names.sounding import Script, sound

MOST_KEYS = 3
FATHER_OF, MOTHER_OF = "+", "*"
_SERVANT, _RELIGION, _OF_GOD = "ABD", "DN", "LL"
_LONGEST_KEY = 16

# Unit: the classes it may fall into, the likeliest first. Vowels fall out, but for one at the head.
_CLASSES: dict[str, tuple[str, ...]] = {
    **dict.fromkeys("bp", ("B",)), **dict.fromkeys("tţ", ("T",)), "θ": ("T", "S", "D"), **dict.fromkeys("dðDZz", ("D",)),
    "ʒ": ("J", "D"), "J": ("J", "D"), "j": ("J",), "C": ("J", "K"), "č": ("J",), "š": ("X",), **dict.fromkeys("sş", ("S",)),
    **dict.fromkeys("hHx", ("H",)), "ħ": ("H", ""), "ḥ": ("", "H"), **dict.fromkeys("qkgG", ("K",)), "f": ("F",), "v": ("", "F"),
    "T": ("", "T"), "r": ("R",), "l": ("L",), "m": ("M",), "n": ("N",),
}  # fmt: skip
_HEADS = {**dict.fromkeys("aeiouAIUOEəëäöαάc", "A"), **dict.fromkeys("wW", "W"), **dict.fromkeys("yYì", "Y"), "v": "W"}
_SILENT = frozenset("aeiouAIUOEəëäöαάcwWyYìàẃ")


@lru_cache(maxsize=8192)
def keys(text: str) -> tuple[str, ...]:
    """The keys of a name for an index: for every part one, seldom two or three; kunyas begin with + or *.

    Two writings of one name share a key for nearly every part. A scanned or mistyped consonant changes the key of its
    part; the keys of the other parts still lead to it.
    """
    name = parts(text)
    found = [key for part in name.parts if part.kind is not Kind.INITIAL for key in _of_part(part)]
    for part in name.kunyas:
        mark = MOTHER_OF if part.kind is Kind.MOTHER_OF else FATHER_OF
        found += [mark + key for key in _of_part(part)]
    return tuple(dict.fromkeys(found))


def prefixes(typed: str) -> tuple[str, ...]:
    """What the keys of a part begin with whose first letters are typed: look up every key from p up to p + "\\uffff".

    ``typed`` is the last, unfinished word in the search box; an article or عبد alone looks up what may follow it.
    """
    text = cleaned(typed[:64]).strip(" .'-")
    if not text:
        return ()
    found: list[str] = []
    for reading in _readings(text):
        name = parts(reading)
        for part in (*name.kunyas, *name.parts):
            mark = {Kind.FATHER_OF: FATHER_OF, Kind.MOTHER_OF: MOTHER_OF}.get(part.kind, "")
            if part.kind is Kind.INITIAL:
                part_keys = _bones(part.whole)
            elif part.form in (Form.RELIGION, Form.OF_GOD):
                part_keys = _bones(part.sounds[0])
            else:
                part_keys = _of_part(part)
            found += [mark + key for key in part_keys]
    return tuple(dict.fromkeys(found))


def _readings(text: str) -> list[str]:
    """The typed letters, and what they may become: k may be the half of kh, a last h of sh, abdul waits for its name."""
    if words.SERVANT.match(text):
        return [text]
    readings = [text]
    if text[-1] in "kstdzcg" and text.isascii():
        readings.append(text + "h")
    return readings


def _of_part(part: Part) -> tuple[str, ...]:
    head = _SERVANT if part.form is Form.SERVANT else ""
    tail = {Form.RELIGION: _RELIGION, Form.OF_GOD: _OF_GOD}.get(part.form, "")
    found: list[str] = []
    for units in part.sounds:
        found += [(head + bones + tail)[:_LONGEST_KEY] for bones in _bones(units, part.script) if head or tail or bones]
    return tuple(dict.fromkeys(found))[:MOST_KEYS]


@lru_cache(maxsize=32768)
def _bones(units: str, script: Script = Script.LATIN) -> tuple[str, ...]:
    """The classes of the units in order, in the few readings that are likely; never empty for units."""
    if not units:
        return ()
    head = _HEADS.get(units[0], "")
    options: list[tuple[str, ...]] = [(head,)] if head else []
    readings = 1
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


__all__ = ["FATHER_OF", "MOTHER_OF", "keys", "prefixes", "sound"]
