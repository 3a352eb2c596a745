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
        raise Refusal(Reason.READ_BACK_FAILED, words="، ".join(lost[:5]), page=len(pages))


def read(pdf: bytes) -> list[str]:
    """The text of each page as pdfium gives it."""
    document = pypdfium2.PdfDocument(pdf)
    try:
        return [page.get_textpage().get_text_range() for page in document]
    finally:
        document.close()


def missing(texts: Iterable[str], pages: Iterable[str]) -> list[str]:
    """The words of ``texts`` that ``pages`` lack, or the extra ones if there are only such."""
    wanted = Counter(piece for text in texts for piece in pieces(text))
    found = Counter(piece for page in pages for piece in pieces(page))
    lost, strange = wanted - found, found - wanted
    if _letters(lost) == _letters(strange):
        lost = _torn(lost, strange)
        return sorted(lost)
    return sorted(lost) or sorted(strange)


def pieces(text: str) -> list[str]:
    """The rows of letters and of digits in a text, without marks of direction, stretching or vowels."""
    seen = unicodedata.normalize("NFC", text).translate(_UNSEEN)
    bare = "".join(c for c in seen if not unicodedata.combining(c) and c != "\u0640")
    return _PIECES.findall(bare)


def _letters(words: Counter[str]) -> Counter[str]:
    return sum((Counter(word * count) for word, count in words.items()), Counter())


def _torn(lost: Counter[str], strange: Counter[str]) -> Counter[str]:
    """What stays lost once words that a reader tore apart or ran together are put right again."""
    rest = strange.copy()
    left: Counter[str] = Counter()
    for word in sorted(lost.elements(), key=len, reverse=True):
        used = _built(word, rest)
        if used is None:
            left[word] += 1
        else:
            rest -= used
    return Counter() if left and _runs_together(left, rest) else left


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


def _runs_together(left: Counter[str], rest: Counter[str]) -> bool:
    """Whether the strange words are the lost ones, run together."""
    open_words = left.copy()
    for word in rest.elements():
        used = _built(word, open_words)
        if used is None:
            return False
        open_words -= used
    return not open_words
