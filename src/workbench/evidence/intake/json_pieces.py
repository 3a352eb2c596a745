"""JSON that is too large to be held: its skeleton walked through, one value after the other, from a file."""

import codecs
import json
import re
from collections.abc import Iterator
from typing import BinaryIO

from workbench.evidence.intake.source import Unreadable

_PIECE = 1 << 18
# A single value beyond this is no message of anybody.
LARGEST_VALUE = 1 << 24
_SPACE = re.compile(r"[ \t\r\n]*")
_DECODER = json.JSONDecoder(parse_constant=lambda _name: None, parse_int=lambda digits: _whole(digits))


class Pieces:
    """A place in a JSON text that moves forward only."""

    def __init__(self, file: BinaryIO) -> None:
        file.seek(0)
        self._file, self._decoder = file, codecs.getincrementaldecoder("utf-8-sig")("replace")
        self._text, self._at, self._ended = "", 0, False

    def sign(self) -> str:
        """The next sign that is no space, without passing it; empty at the end."""
        while True:
            match = _SPACE.match(self._text, self._at)
            self._at = match.end() if match else self._at
            if self._at < len(self._text):
                return self._text[self._at]
            if not self._more(_PIECE):
                return ""

    def take(self, sign: str) -> None:
        """Pass a sign that must stand here."""
        if self.sign() != sign:
            raise Unreadable("broken")
        self._at += 1

    def value(self) -> object:
        """The whole value that stands here."""
        self.sign()
        want = _PIECE
        while True:
            try:
                found, end = _DECODER.raw_decode(self._text, self._at)
                # A number at the end of what was read may go on.
                if end < len(self._text) or not self._more(_PIECE):
                    self._at = end
                    return found
            except json.JSONDecodeError:
                if len(self._text) - self._at > LARGEST_VALUE or not self._more(want):
                    raise Unreadable("broken") from None
                want = min(want * 2, LARGEST_VALUE)
            except RecursionError:
                raise Unreadable("broken") from None

    def keys(self) -> Iterator[str]:
        """The keys of the object that stands here; its values must be read one by one between."""
        self.take("{")
        while self.sign() != "}":
            key = self.value()
            if not isinstance(key, str):
                raise Unreadable("broken")
            self.take(":")
            yield key
            if self.sign() == ",":
                self._at += 1
            elif self.sign() != "}":
                raise Unreadable("broken")
        self._at += 1

    def entries(self) -> Iterator[None]:
        """A step for every value of the array that stands here; each must be read between."""
        self.take("[")
        while self.sign() != "]":
            yield
            if self.sign() == ",":
                self._at += 1
            elif self.sign() != "]":
                raise Unreadable("broken")
        self._at += 1

    def _more(self, want: int) -> bool:
        if self._ended:
            return False
        data = self._file.read(want)
        self._ended = not data
        self._text = self._text[self._at :] + self._decoder.decode(data, final=self._ended)
        self._at = 0
        return bool(data)


def _whole(digits: str) -> int | str:
    """A number of more digits than any id has stays text: turning it would take for ever."""
    return int(digits) if len(digits) < 40 else digits


def clean(text: str) -> str:
    """A text that can be stored: half letters, which JSON can spell, become U+FFFD."""
    if text.isascii():
        return text.replace("\0", "\ufffd") if "\0" in text else text
    return text.encode("utf-8", "replace").decode().replace("\0", "\ufffd")
