"""Parts: a written name taken apart into ism, fathers, nisba and kunya, with its compounds made whole."""

import re
from dataclasses import replace
from functools import lru_cache

from workbench.names import words
from workbench.names.making import initial, part
from workbench.names.part import MOST_PARTS, Form, Kind, Name, Part
from workbench.names.tokens import Token, split

_DOUBLE_INITIALS = frozenset({"sh", "kh", "gh", "th", "dh", "ch", "zh"})
_LAH = frozenset("له لا للا لە allah alla ullah ulla la lla llah lah laah ah".split())
_PARENTS = words.FATHER_OF | words.MOTHER_OF


@lru_cache(maxsize=16384)
def parts(text: str) -> Name:
    """The parts of a name, however it is written; a text without letters gives a name without parts."""
    segments, asides = split(text)
    found, kunyas = _Reader([token for segment in segments for token in segment]).read()
    for aside in asides:
        more, nicknames = _Reader(aside).read()
        kunyas += nicknames
        if not found and not nicknames:
            found = more
    turned = False
    if len(segments) == 2 and len(segments[0]) <= 3 and len(found) > 1:
        found, turned = _before_comma(segments[0], found)
    elif len(found) > 1 and found[0].kind is Kind.NISBA and found[0].sure and found[-1].kind is not Kind.NISBA:
        found, turned = found[1:] + found[:1], True
    return Name(tuple(found[:MOST_PARTS]), tuple(kunyas[:3]), turned)


def _before_comma(tokens: list[Token], found: list[Part]) -> tuple[list[Part], bool]:
    """What stands before a comma is the family name, and goes to the end."""
    family = len(_Reader(tokens).read()[0])
    if not 0 < family < len(found):
        return found, False
    moved = [replace(one, kind=Kind.NISBA) if one.kind is Kind.NAME else one for one in found[:family]]
    return found[family:] + moved, True


class _Reader:
    """Reads tokens from left to right and makes parts of them."""

    def __init__(self, tokens: list[Token]) -> None:
        self.tokens = tokens[: 3 * MOST_PARTS]
        self.at = self.back = 0

    def read(self) -> tuple[list[Part], list[Part]]:
        found: list[Part] = []
        kunyas: list[Part] = []
        self._drop_titles_behind()
        while self.at < len(self.tokens):
            token, more = self.tokens[self.at], self.at + 1 < len(self.tokens)
            joined = words.FATHER_OF_JOINED.match(token.word)
            between = token.word in words.SON_OF if found else not kunyas and more and self._is_title(token)
            if more and between:
                self.at += 1
            elif more and token.word in _PARENTS:
                self.at += 1
                kind = Kind.FATHER_OF if token.word in words.FATHER_OF else Kind.MOTHER_OF
                kunyas.append(replace(self._take(first=True), kind=kind))
            elif joined:
                kunyas.append(replace(self._take(first=True, word=joined[1] or joined[2]), kind=Kind.FATHER_OF))
            elif (one := self._take(first=not found)).whole:
                found.append(one)
        return found, kunyas

    def _drop_titles_behind(self) -> None:
        while len(self.tokens) > 2 and self.tokens[-1].word in words.TITLES_BEHIND:
            self.tokens = self.tokens[:-1]

    def _is_title(self, token: Token) -> bool:
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
            return initial(token)
        if word in words.OWNER_OF and self.at < len(self.tokens):
            self._skip_article()
            word = words.OWNER_OF[word] + words.ARABIC_ARTICLE.sub("", self.tokens[self.at].word)
            self.at += 1
        form, core = self._compound(word)
        tokens = self.tokens[start : self.at]
        text, whole = " ".join(t.text for t in tokens), "".join(t.word for t in tokens)
        return part(text, whole, word, token.script, form, core, article=article, first=first)

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
        joined = in_one(word)
        if joined[0] is Form.SERVANT:
            return joined
        following = self._following()
        if following in words.RELIGION:
            return Form.RELIGION, word
        if following in words.OF_GOD:
            return Form.OF_GOD, word
        self.at = self.back
        return joined

    def _following(self) -> str:
        """The next word behind its article; ``back`` is where to return if it does not belong here."""
        self.back = self.at
        if self.at >= len(self.tokens):
            return ""
        self._skip_article()
        if self.at >= len(self.tokens):
            return ""
        self.at += 1
        return self.tokens[self.at - 1].word


@lru_cache(maxsize=32768)
def in_one(word: str) -> tuple[Form, str]:
    """The form and the telling half of a word that is written in one."""
    if (joined := words.SERVANT_JOINED.match(word)) and word not in words.NOT_SERVANTS:
        return Form.SERVANT, _god(_one_of(joined))
    if not words.NOT_RELIGION.match(word) and (joined := words.RELIGION_JOINED.match(word)):
        return Form.RELIGION, _one_of(joined)
    if joined := words.OF_GOD_JOINED.match(word):
        return Form.OF_GOD, _one_of(joined)
    return Form.PLAIN, word


def _is_initial(token: Token) -> bool:
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
    return "lah" if word in _LAH else word
