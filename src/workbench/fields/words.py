"""Words as they are typed: what is hidden in them is taken out or refused, what is meant stays."""

import re
import unicodedata

from workbench.fields.problems import ProblemKind, Wrong
from workbench.i18n import latin

LIMIT = 20_000
# Overrides and isolates would let a text say one thing and show another (Unicode TR 36).
_BIDI = dict.fromkeys(map(ord, "\u202a\u202b\u202c\u202d\u202e\u2066\u2067\u2068\u2069"))
# In an identifier an invisible mark only hides that two of them differ.
_INVISIBLE = dict.fromkeys(map(ord, "\u061c\u200b\u200c\u200d\u200e\u200f\u2060\ufeff"))
_ALLOWED = "\n\t"


def storable(value: object) -> str:
    """The text without direction overrides. Raises ``Wrong`` if it is no text, too long or holds a control."""
    if not isinstance(value, str):
        raise Wrong(ProblemKind.NEEDS_TEXT)
    if len(value) > LIMIT:
        raise Wrong(ProblemKind.TOO_LONG, limit=LIMIT)
    text = value.translate(_BIDI).replace("\r\n", "\n").replace("\r", "\n")
    if any(unicodedata.category(one) in ("Cc", "Cs") and one not in _ALLOWED for one in text):
        raise Wrong(ProblemKind.CONTROL_CHARACTER)
    return unicodedata.normalize("NFC", text)


def line(value: object) -> str:
    """One line: every run of white space is one space."""
    return " ".join(storable(value).split())


def lines(value: object) -> str:
    """Several lines: no white space at their ends, no empty lines around them."""
    return "\n".join(one.rstrip() for one in storable(value).split("\n")).strip("\n")


def code(value: object) -> str:
    """An identifier: one line, digits 0-9, nothing invisible."""
    return " ".join(latin(storable(value).translate(_INVISIBLE)).split())


_PHONE_NOISE = re.compile(r"[\s().\-/\u2010-\u2015]")


def phone(value: object) -> str:
    """A telephone number: digits, with a plus sign before an international one."""
    typed = code(value)
    digits = re.sub(r"^00", "+", _PHONE_NOISE.sub("", typed))
    if not re.fullmatch(r"\+?[0-9]{3,15}", digits):
        raise Wrong(ProblemKind.NOT_A_PHONE, value=typed)
    return digits
