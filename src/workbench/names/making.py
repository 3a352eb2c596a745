"""Making: a part from its word, its compound taken off, its article taken off, its sound found."""

from functools import lru_cache

from workbench.names import words
from workbench.names.folding import fold
from workbench.names.part import Form, Kind, Part
from workbench.names.sounding import Script, sound
from workbench.names.tokens import Token


def initial(token: Token) -> Part:
    """The part that is one letter, or one sound in two (Sh.)."""
    units = sound(token.word, token.script)
    return Part(token.text, Kind.INITIAL, Form.PLAIN, token.script, (units,), units, token.word)


@lru_cache(maxsize=32768)
def part(
    text: str, whole: str, word: str, script: Script, form: Form, core: str, *, article: bool, first: bool
) -> Part:
    """The part that is written ``text``: ``word`` is its first word, ``core`` the telling half of its compound."""
    latin = Script.LATIN if core == "lah" else script
    if form is not Form.PLAIN:
        told = sound(core, latin)
        if form is Form.RELIGION and len(told) > 2:
            told = told.rstrip("Aaəëà")
        return Part(text, Kind.NAME, form, script, (told,), sound(whole, script), fold(whole))
    bare, joined = _articleless(word)
    sure = article or (joined and word.startswith("ال"))
    readings = [bare, word] if joined and not (sure and len(word) > 6) else [bare]
    sounds = tuple(dict.fromkeys(filter(None, (sound(reading, script) for reading in readings))))
    ends = sounds[0][-1:] if sounds else ""
    nisba = sure or (not first and _is_nisba(bare, ends)) or (first and joined and ends in ("ì", "i", "Y", "I", "y"))
    kind = Kind.NISBA if nisba else Kind.NAME
    whole_sound = sounds[0] if sounds else ""
    like_nisba = _is_nisba(bare, ends)
    return Part(text, kind, form, script, sounds or ("",), whole_sound, fold(bare), sure and nisba, like_nisba)


def _articleless(word: str) -> tuple[str, bool]:
    """The word without an article that is written together with it, and whether there was one."""
    if word.startswith("ال") and len(word) > 4:
        return word[2:], True
    if word.startswith(("al", "el")) and len(word) > 4 and word[-1] in "iyîe" and word not in words.GIVEN_IN_I:
        return word[2:], True
    if word.startswith("ئەل") and len(word) > 6:
        return word[3:], True
    if word[:1] in "ae" and len(word) > 6 and word[1] == word[2] and word[1] in "rsndtz" and word[-1] in "iy":
        return word[2:], True
    if word.startswith(("ashsh", "eshsh")) and len(word) > 7:
        return word[3:], True
    return word, False


def _is_nisba(word: str, last: str) -> bool:
    return len(word) > 3 and last in ("ì", "i", "Y", "I", "à", "y") and word not in words.GIVEN_IN_I
