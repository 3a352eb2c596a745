"""The sheet: one language's styles, and the blocks that documents are put together from."""

import re
from collections.abc import Iterable, Mapping, Sequence
from datetime import datetime

from workbench.i18n import Language, isolate, ltr
from workbench.reports.typeset import GREY, Blank, Block, Headed, Look, Space, Span, Stack, Style, Table, Text

_NO_GRID = Look(grid=False, head_tint=1.0, pad_x=0, pad_y=1)


class Sheet:
    """How one document writes: language, zone of its times, running number of its sections."""

    def __init__(self, language: Language, zone: str) -> None:
        self.language, self.zone, self.rtl = language, zone, language.rtl
        size, leading = (10.5, 17.0) if self.rtl else (9.5, 14.0)
        self.body = Style("court" if self.rtl else "latin", size=size, leading=leading)
        self.small = self.body.but(size=size - 1.5, leading=leading - 3)
        self.label = self.small.but(bold=True)
        self.side = self.label.but(leading=leading)
        self.strong = self.body.but(bold=True)
        self.number = self.label.but(size=size - 2.3)
        self.quiet = self.small.but(colour=GREY)
        self.heading = self.body.but(bold=True, size=size + 2, leading=leading + 5)
        self.subheading = self.body.but(bold=True, size=size + 0.5, leading=leading + 1)
        self.title = self.body.but(bold=True, size=size + 9, leading=leading + 15, align="centre")
        self.subtitle = self.body.but(size=size + 1.5, leading=leading + 3, align="centre")
        self.where = ""
        """What is being written, to be named if a character of it cannot be printed."""
        self._sections = 0

    def say(self, msgid: str, /, **facts: object) -> str:
        """The program's words in the document's language."""
        return self.language.say(msgid, **facts)

    def term(self, terms: Mapping[str, str], key: str) -> str:
        """The word for a key; a text that is not a key stands as it was written."""
        return self.say(terms[key]) if key in terms else isolate(key)

    @property
    def comma(self) -> str:
        """What stands between short facts in one line. Never a dot: beside Arabic-Indic digits it reads as a zero."""
        return "، " if self.rtl else ", "

    def moment(self, at: datetime | None) -> str:
        return self.language.moment(at, self.zone) if at else ""

    def text(self, text: str, style: Style | None = None, *, where: str = "", before: float = 0.0) -> Text:
        """A paragraph of the program's own words, with facts already isolated."""
        return Text(_unbroken(text), style or self.body, rtl=self.rtl, where=where or self.where, before=before)

    def written(self, text: str, style: Style | None = None, *, where: str = "") -> Block:
        """What a person wrote: each of its paragraphs keeps its own direction."""
        lines = [seen(line) for line in text.splitlines() if line.strip()]
        blocks = [self.text(isolate(line), style, where=where) for line in lines]
        return blocks[0] if len(blocks) == 1 else Stack(*blocks)

    def code(self, text: str, *, size: float = 0.0, where: str = "") -> Text:
        """A hash in groups of eight, so that it can be compared by eye and breaks between groups."""
        groups = " ".join(text[start : start + 8] for start in range(0, len(text), 8))
        style = self.small.but(size=size or self.small.size - 1.5)
        return Text([Span(ltr(groups), "code")], style, rtl=self.rtl, where=where)

    def section(self, heading: str, *blocks: Block, **facts: object) -> Block:
        """A numbered section whose heading stays with what follows."""
        self._sections += 1
        words = f"{self.language.number(self._sections)}. {self.say(heading, **facts)}"
        title = Stack(self.text(words, self.heading), Space(3), unbroken=True)
        return Headed(title, *blocks, before=12)

    def pairs(
        self, rows: Iterable[tuple[str, Block | str]], *, columns: int = 1, share: float = 0.3
    ) -> Table:
        """Labels with their values; a value that is not known becomes a line to be filled in by hand."""
        cells: list[Block] = []
        for words, value in rows:
            label = self.say(words)
            shown = value if not isinstance(value, str) else self.value(value, where=label)
            cells += [self.text(label, self.side), shown]
        while len(cells) % (2 * columns):
            cells += [Space(1), Space(1)]
        width = 2 * columns
        lines = [cells[start : start + width] for start in range(0, len(cells), width)]
        shares = [share, 1 - share] * columns
        return Table(shares, lines, rtl=self.rtl, look=Look(label_tint=0.95))

    def value(self, text: str, *, where: str = "") -> Block:
        """A recorded text, or a ruled line where nothing is recorded."""
        return self.written(text, where=where) if text.strip() else Blank(1, self.body.leading)

    def table(
        self,
        shares: Sequence[float],
        head: Sequence[str],
        rows: Iterable[Sequence[Block]],
        *,
        before: float = 4.0,
    ) -> Table:
        """A table with a head that is repeated on every page it reaches."""
        top = [self.text(self.say(words), self.label) for words in head]
        return Table(shares, list(rows), rtl=self.rtl, head=top, before=before)

    def bare(self, shares: Sequence[float], *rows: Sequence[Block], before: float = 0.0) -> Table:
        """Blocks side by side without lines."""
        return Table(shares, rows, rtl=self.rtl, look=_NO_GRID, before=before, unbroken=True)


def _unbroken(text: str) -> str:
    """The text with the groups of each telephone or document number kept on one line."""
    return _NUMBER.sub(lambda found: found.group().replace(" ", "\u00a0"), text)


_NUMBER = re.compile("\u2066[^\u2066-\u2069]{1,24}\u2069")
_OVERRIDES = {mark: f"[U+{mark:04X}]" for mark in range(0x202A, 0x202F)}
_ISOLATES = {mark: f"[U+{mark:04X}]" for mark in range(0x2066, 0x206A)}


def seen(text: str) -> str:
    """The text with every mark that turns its order around written out, as in a disguised file name.

    Closed isolates stay: the program itself puts them around names and numbers.
    """
    depth = 0
    for sign in text:
        depth += (sign in "\u2066\u2067\u2068") - (sign == "\u2069")
        if depth < 0:
            break
    return text.translate(_OVERRIDES if not depth else _OVERRIDES | _ISOLATES)
