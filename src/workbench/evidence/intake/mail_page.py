"""The words of a web page, as letters carry it: blocks on lines of their own, addresses beside their links."""

import html
import re
from html.parser import HTMLParser

MOST_TEXT = 2_000_000
_FED = 64 * 1024
_BREAKS = frozenset("p div br tr li table h1 h2 h3 h4 h5 h6 blockquote pre ul ol section article".split())
_HIDDEN = frozenset(("script", "style", "head", "title"))
# Python turns no number of thousands of figures, and there is no such letter.
_LETTER_OF_MANY_FIGURES = re.compile(r"&#[xX]?[0-9a-fA-F]{12,};?")


class _Page(HTMLParser):
    """The words of a web page, each block on a line of its own."""

    def __init__(self) -> None:
        super().__init__(convert_charrefs=True)
        self.words: list[str] = []
        self._hidden = 0

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        self._hidden += tag in _HIDDEN
        if tag in _BREAKS:
            self.words.append("\n")
        address = next((value for key, value in attrs if key == "href" and value), "") if tag == "a" else ""
        if address.startswith(("http", "mailto", "tel")):
            self.words.append(f" <{address[:500]}> ")

    def handle_endtag(self, tag: str) -> None:
        self._hidden = max(0, self._hidden - (tag in _HIDDEN))
        if tag in _BREAKS:
            self.words.append("\n")

    def handle_data(self, data: str) -> None:
        if not self._hidden:
            # With the spaces at its ends: words stand there too, and a page comes in pieces.
            self.words.append(re.sub(r"\s+", " ", data))


def page_words(page: str) -> str:
    """The words of a page, as far as it is not too long."""
    reader, page = _Page(), _LETTER_OF_MANY_FIGURES.sub("\ufffd", page[:MOST_TEXT])
    try:
        for start in range(0, len(page), _FED):
            reader.feed(page[start : start + _FED])
        if len(reader.rawdata) > _FED:
            # So long a tag is none, and at its end the library would look for another one from each sign of it.
            reader.words.append(_bare(reader.rawdata))
        else:
            reader.close()
    except (AssertionError, ValueError):
        return _bare(page)
    lines = ("".join(reader.words)).split("\n")
    return "\n".join(told for line in lines if (told := " ".join(line.split())))


def _bare(page: str) -> str:
    """The words of a page that is none, by throwing away what looks like a tag."""
    return html.unescape(re.sub(r"<[^<>]{0,500}>", " ", page))
