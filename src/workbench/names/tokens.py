"""Tokens: the words of a written name, each with its script, apart by commas and brackets."""

import re
import unicodedata
from dataclasses import dataclass
from functools import lru_cache

from workbench.names.folding import cleaned
from workbench.names.letters import HAWAR_ONLY, KURDISH_ONLY, MARKS
from workbench.names.sounding import Script

# A longer text is no name of one person; what follows is not looked at.
LONGEST_TEXT, LONGEST_WORD = 400, 64

# Marks between the letters belong to the word, whatever they are; so do the signs that stand for ع and ء.
_MARK = "".join(re.escape(chr(c)) for c in [*MARKS, *range(0x0300, 0x0370)])
_TOKEN = re.compile(rf"[^\W_](?:[^\W_]|[{_MARK}'`\u00b4\u2018\u2019\u02bb-\u02bf])*\.?|[,،;؛()\[\]«»\"]")
_LETTER = re.compile(r"[^\W\d_]")
_ARABIC = re.compile("[\u0620-\u06ff\ufb50-\ufdff\ufe70-\ufefc]")
_KURDISH_SIGN = re.compile("[ەێۆڕڵڤ]|ه\u200c|(?<!\\w)ئ")
# Letters and words that Arabic writes and Kurdish does not.
_ARABIC_ONLY = re.compile(r"[صضطظذثةؤأإآءىيك]|(?<!\w)ال|عبد")
_KURDISH_KEYS = frozenset("یک")
_PASSPORT = re.compile("kh|gh|ou|oo", re.IGNORECASE)
_DIRECTIONS = dict.fromkeys(c for c in MARKS if c >= 0x2000 or c == 0x061C)
_OPENING, _CLOSING = frozenset('([«"'), frozenset(')]»"')


@dataclass(frozen=True, slots=True)
class Token:
    """One word: as written (without direction marks), cleaned, its script, and whether a full stop follows."""

    text: str
    word: str
    script: Script
    dotted: bool


def split(text: str) -> tuple[list[list[Token]], list[list[Token]]]:
    """The tokens between commas, and those that stand in brackets or quotation marks."""
    text = text[:LONGEST_TEXT]
    kurdish, hawar = _kurdish(text)
    segments: list[list[Token]] = [[]]
    asides: list[list[Token]] = []
    inside = False
    for match in _TOKEN.findall(text):
        if _LETTER.match(match):
            (asides[-1] if inside else segments[-1]).append(token(match, kurdish, hawar))
        elif match in _OPENING and not (inside and match == '"'):
            inside = True
            asides.append([])
        elif match in _CLOSING:
            inside = False
        elif len(match) == 1 and not match.isalnum():
            if not inside:
                segments.append([])
        elif _LETTER.search(match):
            (asides[-1] if inside else segments[-1]).append(token(match, kurdish, hawar))
    if inside:
        # What was opened and never closed is part of the name, not beside it.
        segments[-1] += asides.pop()
    return [segment for segment in segments if segment] or [[]], [aside[:6] for aside in asides[:3]]


@lru_cache(maxsize=32768)
def token(written: str, kurdish: bool, hawar: bool) -> Token:
    word = cleaned(written[:LONGEST_WORD])[:LONGEST_WORD].rstrip(".'")
    arabic = bool(_ARABIC.search(word))
    script = Script.KURDISH if (kurdish if arabic else hawar) else Script.ARABIC if arabic else Script.LATIN
    return Token(written.rstrip(".").translate(_DIRECTIONS), word, script, written.endswith("."))


def _kurdish(text: str) -> tuple[bool, bool]:
    """Whether the Arabic letters of a text write Kurdish, and whether its Latin letters do.

    Kurdish in Arabic letters shows by a letter that only Kurdish has, or by ی and ک where no letter stands that only
    Arabic has. Hawar shows by its marks, where no pair of letters stands for one sound.
    """
    if text.isascii():
        return False, False
    text = unicodedata.normalize("NFKC", text).lower()
    hawar = not HAWAR_ONLY.isdisjoint(text) and not _PASSPORT.search(text)
    if not KURDISH_ONLY.isdisjoint(text) or _KURDISH_SIGN.search(text):
        return True, hawar
    return not _KURDISH_KEYS.isdisjoint(text) and not _ARABIC_ONLY.search(text), hawar
