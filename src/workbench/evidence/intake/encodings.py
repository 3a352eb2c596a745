"""Bytes as letters: the mark at the start, UTF-8, UTF-16 without a mark, and windows-1256 as the last guess."""

import codecs
import io
from collections.abc import Iterator
from contextlib import contextmanager
from typing import TextIO

from workbench.evidence.intake.source import Notes, Source

# The longer marks first: that of UTF-32 begins like that of UTF-16.
_MARKS = (
    (codecs.BOM_UTF8, "utf-8-sig"),
    (codecs.BOM_UTF32_LE, "utf-32"),
    (codecs.BOM_UTF32_BE, "utf-32"),
    (codecs.BOM_UTF16_LE, "utf-16"),
    (codecs.BOM_UTF16_BE, "utf-16"),
)
# Upper bytes of what is written here in UTF-16: Latin, Arabic and its forms, marks of direction.
_UPPER = frozenset((0x00, 0x06, 0x07, 0x20, 0xFB, 0xFD, 0xFE))
_SHOWN = {"cp1256": "windows-1256", "utf-16-le": "UTF-16", "utf-16-be": "UTF-16", "utf-8": "UTF-8"}
_CONTROLS = tuple(map(chr, sorted(frozenset(range(32)) - set(b"\t\n\v\f\r\x1b\x1c\x1d\x1e\x1f"))))
_SAMPLE, _LONGEST_NAME = 1 << 20, 40
# What Python counts among the encodings of text and nobody writes in; some take for ever.
_NO_LETTERS = frozenset(("punycode", "idna", "unicode-escape", "raw-unicode-escape", "undefined", "mbcs", "oem"))


def encoding(head: bytes) -> tuple[str, bool]:
    """The name by which Python knows the encoding of a text, and whether it was only guessed."""
    for mark, name in _MARKS:
        if head.startswith(mark):
            return name, False
    wide = _wide(head)
    if wide:
        return wide, True
    good, bad = _utf8(head)
    if not bad:
        return "utf-8", False
    # A few spoilt bytes do not make a text of an older code page.
    return ("utf-8", True) if good > 20 * bad else ("cp1256", True)


def named(charset: str) -> str:
    """The name by which Python knows the encoding that a file names. Raises ``LookupError`` for what is none."""
    name = codecs.lookup(charset[:_LONGEST_NAME].replace("\0", "")).name
    if name in _NO_LETTERS:
        raise LookupError(name)
    return name


def of_charset(data: bytes, charset: str) -> str:
    """Bytes in the encoding that the file names, or in the likeliest one where they are not. Raises ``LookupError``."""
    try:
        return data.decode(named(charset))
    except (UnicodeDecodeError, ValueError):
        return data.decode(encoding(data)[0], "replace")


def of_source(source: Source, notes: Notes) -> str:
    """The encoding of a file by its first mebibyte; a guess is told as a warning and every name as a fact."""
    source.file.seek(0)
    name, guessed = encoding(source.file.read(_SAMPLE))
    source.file.seek(0)
    notes.fact("encoding", name)
    if guessed:
        notes.warn("encoding_guessed", encoding=_SHOWN[name])
    return name


def decoded(data: bytes, notes: Notes) -> str:
    """A whole text; bytes that are no letters become U+FFFD."""
    name, guessed = encoding(data[:_SAMPLE])
    if name == "utf-8" and not guessed and len(data) > _SAMPLE:
        name, guessed = encoding(data) if not _valid(data) else (name, False)
    notes.fact("encoding", name)
    if guessed:
        notes.warn("encoding_guessed", encoding=_SHOWN[name])
    return data.decode(name, "replace")


def head_text(source: Source) -> str:
    """The first letters of a file, for looking what it is; empty if it is no text."""
    head = source.head
    name, _guessed = encoding(head)
    text = head.decode(name, "replace")
    # A few such signs can stand in what people write; a file of another kind is full of them.
    return "" if sum(map(text.count, _CONTROLS)) * 200 > len(text) else text


def lines(text: str) -> list[str]:
    """The lines of a text in whatever way they end, also in several ways, without their ends.

    Only ends of lines are meant: marks that part paragraphs stand within what people write.
    """
    if "\r" in text:
        # A program that turns ends of lines sometimes turns those that need no turning.
        text = text.replace("\r\r\n", "\n").replace("\r\n", "\n").replace("\r", "\n")
    return text.removesuffix("\n").split("\n")


@contextmanager
def lines_of(source: Source, name: str) -> Iterator[TextIO]:
    """The file as text from its start; line ends stay as they are and the file stays open."""
    source.file.seek(0)
    wrapper = io.TextIOWrapper(source.file, encoding=name, errors="replace", newline="")
    try:
        yield wrapper
    finally:
        wrapper.detach()


def _valid(data: bytes) -> bool:
    try:
        data.decode("utf-8")
    except UnicodeDecodeError:
        return False
    return True


def _wide(head: bytes) -> str:
    """UTF-16 without a mark, told by where the upper bytes of its pairs stand."""
    sample = head[:4096] if len(head) % 2 == 0 or len(head) > 4096 else head[: len(head) - 1]
    pairs = len(sample) // 2
    if not pairs or 0 not in sample:
        return ""
    upper = {"utf-16-le": sample[1::2], "utf-16-be": sample[0::2]}
    shares = {name: sum(byte in _UPPER for byte in column) / pairs for name, column in upper.items()}
    zeros = {name: column.count(0) for name, column in upper.items()}
    best = max(shares, key=lambda name: (zeros[name], shares[name]))
    return best if shares[best] > 0.95 and zeros[best] else ""


def _utf8(head: bytes) -> tuple[int, int]:
    """How many letters beyond ASCII are whole in UTF-8, and how many bytes are not; a letter cut at the end is neither.

    The whole ones are counted only where some are not.
    """
    try:
        codecs.getincrementaldecoder("utf-8")().decode(head)
    except UnicodeDecodeError:
        text = head.decode("utf-8", "replace")
        bad = text.count("\ufffd")
        return len(text) - bad - sum(byte < 128 for byte in head), bad
    return 0, 0
