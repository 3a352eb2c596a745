"""Folding: one canonical string for every way of typing the same letters, for texts and for tokens."""

import re
import unicodedata

from workbench.names.letters import MARKS, ONE_FOR_SEARCH, ONE_LETTER

_OLD_E = re.compile("[هھہ]\u200c")
_CARRIED_ALEF = re.compile(r"(?<!\w)ئ(?=[اآ])")
# Arabic letters that are left after that carry no mark of their own.
_MAY_BE_MARKED = re.compile("[^\x00-\x7f\u0600-\u06ff]")
_KEPT = frozenset("êîûşç")
_BEFORE = {**MARKS, **ONE_LETTER}
_SIGNS = {letter: None for letter, one in ONE_LETTER.items() if one == "'"}
_AFTER = {**_BEFORE, **_SIGNS, **ONE_FOR_SEARCH}


def fold(text: str) -> str:
    """The text in small letters, with letters, digits and marks that are typed for each other made one.

    For indexes over free text: fold what is stored and what is asked. Spaces and punctuation stay, the script stays.
    Folding twice changes nothing.
    """
    if text.isascii():
        return text.lower().replace("'", "").replace("`", "")
    text = unicodedata.normalize("NFKC", text).lower()
    if "ئ" in text:
        text = _CARRIED_ALEF.sub("", text)
    text = text.translate(_AFTER)
    if not _MAY_BE_MARKED.search(text):
        return text
    bare = "".join(c for c in unicodedata.normalize("NFD", text) if not unicodedata.combining(c))
    # A sign that falls apart may leave one that folds further.
    return unicodedata.normalize("NFC", bare).lower().translate(_AFTER)


def cleaned(text: str) -> str:
    """The text with one sign per letter, but with what tells sounds apart still in it: ە, ة, ى, ؤ, ê î û ç ş."""
    if text.isascii():
        return text.lower().replace("`", "'")
    text = unicodedata.normalize("NFKC", text).lower()
    text = _OLD_E.sub("ە", text).translate(_BEFORE)
    if text.isascii():
        return text
    return "".join(c if c in _KEPT or c < "\u00c0" or c > "\u024f" else _bare(c) for c in text if c.isprintable())


def _bare(c: str) -> str:
    return "".join(part for part in unicodedata.normalize("NFD", c) if not unicodedata.combining(part))
