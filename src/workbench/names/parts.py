"""Parts: a written name taken apart into ism, fathers, nisba and kunya, with its compounds made whole."""

import re
from dataclasses import dataclass, replace
from enum import StrEnum
from functools import lru_cache

from workbench.names import words
from workbench.names.folding import cleaned, fold
from workbench.names.letters import HAWAR_ONLY, KURDISH_ONLY
from workbench.names.sounding import Script, sound

# A longer text is no name of one person; what follows is not looked at.
LONGEST_TEXT = 400
MOST_PARTS = 12

_TOKEN = re.compile(r"[^\W_]+(?:'+[^\W_]+)*'*\.?|[,،;؛()\[\]«»\"]")
_ARABIC = re.compile("[\u0620-\u06ff]")
_KURDISH_HEAD = re.compile(r"(?<!\w)ئ")
_PASSPORT = re.compile("kh|gh|ou|oo")
_OPENING, _CLOSING = frozenset('([«"'), frozenset(')]»"')
_DOUBLE_INITIALS = frozenset({"sh", "kh", "gh", "th", "dh", "ch", "zh"})


class Kind(StrEnum):
    """What a part of a name is, as far as it shows by itself."""

    NAME = "name"
    NISBA = "nisba"
    FATHER_OF = "father_of"
    MOTHER_OF = "mother_of"
    INITIAL = "initial"


class Form(StrEnum):
    """Whether the part is a compound, of which only the telling half is compared."""

    PLAIN = "plain"
    SERVANT = "servant"
    RELIGION = "religion"
    OF_GOD = "of_god"


@dataclass(frozen=True, slots=True)
class Part:
    """One part: as written, and as it sounds (``sounds``: one or two readings of its telling half, ``whole``: all)."""

    text: str
    kind: Kind
    form: Form
    script: Script
    sounds: tuple[str, ...]
    whole: str
    plain: str
    sure: bool = False
    like_nisba: bool = False

    @property
    def latin(self) -> bool:
        """Whether it is written in Latin letters."""
        return self.plain < "\u0370"


@dataclass(frozen=True, slots=True)
class Name:
    """The parts in the order ism, father, grandfather … nisba, and kunyas beside them.

    ``turned``: the family name was written first, set off by a comma or its article.
    """

    parts: tuple[Part, ...]
    kunyas: tuple[Part, ...] = ()
    turned: bool = False


@dataclass(frozen=True, slots=True)
class _Token:
    text: str
    word: str
    script: Script
    dotted: bool


@lru_cache(maxsize=8192)
def parts(text: str) -> Name:
    """The parts of a name, however it is written; a text without letters gives a name without parts."""
    clean = cleaned(text[:LONGEST_TEXT])
    segments, asides = _split(clean)
    found, kunyas = _Reader([token for segment in segments for token in segment]).read()
    for aside in asides:
        more, nicknames = _Reader(aside).read()
        kunyas += nicknames
        if not found and not nicknames:
            found = more
    turned = False
    if len(segments) == 2 and segments[1] and 0 < len(segments[0]) <= 3 and len(found) > 1:
        family, _ = _Reader(segments[0]).read()
        if 0 < len(family) < len(found):
            moved = [replace(part, kind=Kind.NISBA) if part.kind is Kind.NAME else part for part in found[: len(family)]]
            found, turned = found[len(family) :] + moved, True
    elif len(found) > 1 and found[0].kind is Kind.NISBA and found[0].sure and found[-1].kind is not Kind.NISBA:
        found, turned = found[1:] + found[:1], True
    return Name(tuple(found[:MOST_PARTS]), tuple(kunyas[:3]), turned)


def _split(clean: str) -> tuple[list[list[_Token]], list[list[_Token]]]:
    """The segments between commas, and what stands in brackets."""
    kurdish = not KURDISH_ONLY.isdisjoint(clean) or bool(_KURDISH_HEAD.search(clean))
    hawar = not HAWAR_ONLY.isdisjoint(clean) and not _PASSPORT.search(clean)
    segments: list[list[_Token]] = [[]]
    asides: list[list[_Token]] = []
    inside = False
    for match in _TOKEN.findall(clean):
        if match in _OPENING and not (inside and match == '"'):
            inside = True
            asides.append([])
        elif match in _CLOSING:
            inside = False
        elif len(match) == 1 and not match.isalnum():
            if not inside:
                segments.append([])
        elif any(c.isalpha() for c in match):
            word = match.rstrip(".'")
            arabic = bool(_ARABIC.search(word))
            script = Script.KURDISH if (kurdish if arabic else hawar) else Script.ARABIC if arabic else Script.LATIN
            (asides[-1] if inside else segments[-1]).append(_Token(word, word, script, match.endswith(".")))
    return [segment for segment in segments if segment] or [[]], [aside[:6] for aside in asides[:3]]


class _Reader:
    """Reads tokens from left to right and makes parts of them."""

    def __init__(self, tokens: list[_Token]) -> None:
        self.tokens = tokens[: 3 * MOST_PARTS]
        self.at = 0

    def read(self) -> tuple[list[Part], list[Part]]:
        found: list[Part] = []
        kunyas: list[Part] = []
        self._drop_titles_behind()
        while self.at < len(self.tokens):
            token, more = self.tokens[self.at], self.at + 1 < len(self.tokens)
            joined = words.FATHER_OF_JOINED.match(token.word)
            if (token.word in words.SON_OF and more and found) or (more and not found and not kunyas and self._is_title(token)):
                self.at += 1
            elif more and token.word in words.FATHER_OF | words.MOTHER_OF:
                self.at += 1
                kind = Kind.FATHER_OF if token.word in words.FATHER_OF else Kind.MOTHER_OF
                kunyas.append(replace(self._take(first=True), kind=kind))
            elif joined:
                kunyas.append(replace(self._take(first=True, word=joined[1] or joined[2]), kind=Kind.FATHER_OF))
            elif (part := self._take(first=not found)).whole:
                found.append(part)
        return found, kunyas

    def _drop_titles_behind(self) -> None:
        while len(self.tokens) > 2 and self.tokens[-1].word in words.TITLES_BEHIND:
            self.tokens = self.tokens[:-1]

    def _is_title(self, token: _Token) -> bool:
        if token.word == "د":
            return not _is_initial(self.tokens[self.at + 1])
        return token.word in words.TITLES

    def _take(self, *, first: bool, word: str = "") -> Part:
        article = False if word else self._skip_article()
        token = self.tokens[self.at]
        word = word or words.SHORTENED.get(token.word, token.word)
        start = self.at
        self.at += 1
        if _is_initial(token) and not article:
            return Part(token.text, Kind.INITIAL, Form.PLAIN, token.script, (sound(word, token.script),), word, word)
        form, core = self._compound(word)
        text = " ".join(t.text for t in self.tokens[start : self.at])
        return _part(text, word, token.script, form, core, article=article, first=first)

    def _skip_article(self) -> bool:
        found = False
        while self.at + 1 < len(self.tokens) and _is_article(self.tokens[self.at].word, self.tokens[self.at + 1].word):
            self.at += 1
            found = True
        return found

    def _compound(self, word: str) -> tuple[Form, str]:
        """The form and the telling half of the part that begins with ``word``; takes the tokens that belong to it."""
        if words.SERVANT.match(word) and self.at < len(self.tokens) and not _is_initial(self.tokens[self.at]):
            self._skip_article()
            rest = self.tokens[self.at].word
            self.at += 1
            return Form.SERVANT, _without_article(rest)
        if (joined := words.SERVANT_JOINED.match(word)) and word not in words.NOT_SERVANTS:
            return Form.SERVANT, _god(_one_of(joined))
        following = self._following()
        if following in words.RELIGION:
            return Form.RELIGION, word
        if following in words.OF_GOD:
            return Form.OF_GOD, word
        self.at = self.back
        if not words.NOT_RELIGION.match(word) and (joined := words.RELIGION_JOINED.match(word)):
            return Form.RELIGION, _one_of(joined)
        if (joined := words.OF_GOD_JOINED.match(word)) and word not in ("abdalla", "layla"):
            return Form.OF_GOD, _one_of(joined)
        return Form.PLAIN, word

    def _following(self) -> str:
        """The next word behind its article; ``back`` is where to return if it does not belong here."""
        self.back = self.at
        self._skip_article()
        if self.at >= len(self.tokens):
            return ""
        self.at += 1
        return self.tokens[self.at - 1].word


def _is_initial(token: _Token) -> bool:
    if len(token.word) == 1:
        return token.word.isalpha()
    return token.dotted and token.word in _DOUBLE_INITIALS


def _is_article(word: str, following: str) -> bool:
    return word in words.ARTICLES or (word in words.ASSIMILATED and following.startswith(words.ASSIMILATED[word]))


def _one_of(match: re.Match[str]) -> str:
    return next(text for text in match.groupdict().values() if text)


def _without_article(word: str) -> str:
    if word.startswith("ال") and len(word) > 3:
        return _god(word[2:])
    return _god(word)


def _god(word: str) -> str:
    """The name of God, which each script cuts otherwise."""
    return "lah" if word in ("له", "لا", "للا", "لە", "allah", "alla", "ullah", "ulla", "la", "lla", "llah", "laah", "lahh", "ah") else word


def _part(text: str, word: str, script: Script, form: Form, core: str, *, article: bool, first: bool) -> Part:
    latin = Script.LATIN if core == "lah" else script
    if form is not Form.PLAIN:
        told = sound(core, latin)
        if form is Form.RELIGION and len(told) > 2:
            told = told.rstrip("Aaəà")
        return Part(text, Kind.NAME, form, script, (told,), sound(fold_joined(text), script), fold(text.replace(" ", "")))
    bare, joined = _articleless(word)
    sure = article or (joined and word.startswith("ال"))
    readings = [bare, word] if joined and not (sure and len(word) > 6) else [bare]
    sounds = tuple(dict.fromkeys(filter(None, (sound(reading, script) for reading in readings))))
    ends = sounds[0][-1:] if sounds else ""
    nisba = sure or (not first and _is_nisba(bare, ends)) or (first and joined and ends in ("ì", "i", "Y", "I", "y"))
    kind = Kind.NISBA if nisba else Kind.NAME
    return Part(text, kind, form, script, sounds or ("",), sounds[0] if sounds else "", fold(bare), sure and nisba, _is_nisba(bare, ends))


def fold_joined(text: str) -> str:
    return text.replace(" ", "")


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
