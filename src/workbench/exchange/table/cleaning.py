"""Cells put right where that is safe: spaces, digits and marks that come with typing from right to left."""

import re
import unicodedata

from workbench.exchange.table.flaws import Misread, Notes, Place
from workbench.exchange.table.layout import TEXTS, Shape
from workbench.exchange.table.wording import SheetFlaw
from workbench.i18n import latin

LONGEST = 32_767
# A place in a law is data that is shown as it was written; only what cannot be seen is looked for.
_AS_WRITTEN = frozenset({Shape.PLACE, Shape.SOURCES})
_LIKE_ASCII = str.maketrans({"،": ",", "؛": ";", "\u2010": "-", "\u2011": "-", "\u2013": "-", "\u2212": "-"})
_CURLY = re.compile("[“”„‟‘’‚‛«»]")
_DIGITS = re.compile(r"\d+")
# They say nothing in a text and come along from web pages and word processors.
_IDLE = frozenset("\u00ad\u200b\u2060\ufeff")
_OPENING, _CLOSING = frozenset("\u2066\u2067\u2068"), "\u2069"
_TURNING = frozenset("\u202a\u202b\u202c\u202d\u202e")
_BREAKS = frozenset("\u0085\u2028\u2029")


def cleaned(text: str, shape: Shape, place: Place, notes: Notes) -> str:
    """The text of a cell as it is read; empty, with a finding, if it cannot be."""
    try:
        if len(text) > LONGEST:
            raise Misread(SheetFlaw.CELL_LONG, limit=LONGEST)
        text = text.replace("\r\n", "\n").replace("\r", "\n")
        return _prose(text, shape, place, notes) if shape in TEXTS else _words(text, shape, place, notes)
    except Misread as misread:
        notes.add(misread.flaw, place, **misread.facts)
        return ""


def _prose(text: str, shape: Shape, place: Place, notes: Notes) -> str:
    """What a person reads: marks that Arabic and Kurdish need stay, what turns or hides text does not."""
    if idle := next((c for c in text if c in _IDLE), None):
        notes.add(SheetFlaw.HIDDEN_TAKEN_OUT, place, character=_code(idle))
        text = "".join(c for c in text if c not in _IDLE)
    depth = 0
    for c in text:
        if c in _TURNING or c in _BREAKS or (unicodedata.category(c) in ("Cc", "Cs") and c not in "\n\t"):
            raise Misread(SheetFlaw.HIDDEN, character=_code(c))
        depth += (c in _OPENING) - (c == _CLOSING)
        if depth < 0:
            raise Misread(SheetFlaw.HIDDEN, character=_code(c))
    if depth:
        raise Misread(SheetFlaw.HIDDEN, character=_code(next(c for c in text if c in _OPENING)))
    # The first lines of a translation may be missing.
    return text.rstrip().lstrip(" \t") if shape is Shape.LINES else text.strip()


def _words(text: str, shape: Shape, place: Place, notes: Notes) -> str:
    """What the program reads: nothing that cannot be seen belongs into it."""
    text = "".join(" " if unicodedata.category(c) == "Zs" else c for c in text)
    if hidden := next((c for c in text if unicodedata.category(c) == "Cf"), None):
        notes.add(SheetFlaw.HIDDEN_TAKEN_OUT, place, character=_code(hidden))
        text = "".join(c for c in text if unicodedata.category(c) != "Cf")
    for c in text:
        if c in _BREAKS or (unicodedata.category(c)[0] == "C" and c not in "\n\t"):
            raise Misread(SheetFlaw.HIDDEN, character=_code(c))
    if shape in _AS_WRITTEN:
        return text.strip()
    if _CURLY.search(text):
        raise Misread(SheetFlaw.QUOTES_CURLY, shown=text.strip())
    return plain_digits(text.translate(_LIKE_ASCII)).strip()


def plain_digits(text: str) -> str:
    """The text with its numbers written 0-9. Raises ``Misread`` for a number in two kinds of digits.

    Whether such a number was meant from left to right or from right to left, nobody can tell.
    """
    for found in _DIGITS.finditer(text):
        if len({ord(c) - unicodedata.decimal(c) for c in found[0]}) > 1:
            raise Misread(SheetFlaw.DIGITS_MIXED, shown=found[0])
    return latin(text)


def _code(character: str) -> str:
    name = unicodedata.name(character, "").lower()
    return f"U+{ord(character):04X} {name}".strip()
