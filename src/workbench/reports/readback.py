"""Reading a finished file back: no letter and no digit may be lost or changed before it is released."""

import re
import unicodedata
from collections import Counter
from collections.abc import Iterable

import pypdfium2

from workbench.errors import Reason, Refusal

# Readers tear words at a change of script and move signs between directions, so what is compared is what
# they keep: unbroken rows of letters of one kind, and unbroken rows of digits.
_PIECES = re.compile(r"\d+|[A-Za-z\u00c0-\u024f]+|[^\W\d_A-Za-z\u00c0-\u024f]+")
_UNSEEN = dict.fromkeys(
    (*range(0x200B, 0x2010), *range(0x202A, 0x202F), *range(0x2060, 0x2070), 0xAD, 0x061C)
)


def check(pdf: bytes, texts: Iterable[str]) -> None:
    """Make sure that the file says every word of ``texts``. Raises ``Refusal`` with the words that are lost."""
    pages = read(pdf)
    lost = missing(texts, pages)
    if lost:
        raise Refusal(Reason.READ_BACK_FAILED, words="، ".join(lost[:5]))


def read(pdf: bytes) -> list[str]:
    """The text of each page as pdfium gives it."""
    document = pypdfium2.PdfDocument(pdf)
    try:
        return [page.get_textpage().get_text_range() for page in document]
    finally:
        document.close()


def missing(texts: Iterable[str], pages: Iterable[str]) -> list[str]:
    """The words and numbers of ``texts`` that ``pages`` lack, or what is there that was never written.

    Letters are counted over the whole document, for readers shuffle the vowelled letters of a word in lines of
    two directions and tear or join words. The digits of a number must stand in their order.
    """
    wanted, found = _counted(texts), _counted(pages)
    lost, strange = wanted - found, found - wanted
    if _letters(lost) != _letters(strange):
        names = sorted(word for word in lost if not word.isdigit())
        return names or sorted(word for word in strange if not word.isdigit())
    return _numbers(lost, strange)


def _counted(texts: Iterable[str]) -> Counter[str]:
    return Counter(piece for text in texts for piece in pieces(text))


def pieces(text: str) -> list[str]:
    """The rows of letters and of digits in a text, without marks of direction, stretching or vowels.

    Old presentation forms count as the letters they stand for: readers write them so.
    """
    seen = unicodedata.normalize("NFKC", text).translate(_UNSEEN)
    bare = "".join(c for c in seen if not unicodedata.combining(c) and c != "\u0640")
    return _PIECES.findall(bare)


def _letters(words: Counter[str]) -> Counter[str]:
    """How often each letter stands in the words; numbers are looked at by themselves."""
    counted: Counter[str] = Counter()
    for word, count in words.items():
        if not word.isdigit():
            for letter in word:
                counted[letter] += count
    return counted


def _numbers(lost: Counter[str], strange: Counter[str]) -> list[str]:
    """The numbers that stay lost once those that a reader joined or tore apart are put right again."""
    left = Counter({word: count for word, count in lost.items() if word.isdigit()})
    rest = Counter({word: count for word, count in strange.items() if word.isdigit()})
    rest, left = _put_right(rest, left)
    left, rest = _put_right(left, rest)
    return sorted(left) or sorted(rest)


def _put_right(wholes: Counter[str], parts: Counter[str]) -> tuple[Counter[str], Counter[str]]:
    """Wholes and parts without those wholes that some parts make up, one after the other."""
    left, rest = Counter[str](), parts.copy()
    for whole in sorted(wholes.elements(), key=len, reverse=True):
        used = _built(whole, rest)
        if used is None:
            left[whole] += 1
        else:
            rest -= used
    return left, rest


def _built(word: str, parts: Counter[str]) -> Counter[str] | None:
    """The parts that, one after the other, make the word; ``None`` if they do not."""
    if not word:
        return Counter()
    for part in sorted(parts, key=len, reverse=True):
        if parts[part] and word.startswith(part):
            after = _built(word[len(part) :], parts - Counter([part]))
            if after is not None:
                return after + Counter([part])
    return None
