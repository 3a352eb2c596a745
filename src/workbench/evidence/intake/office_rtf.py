"""RTF: the words between the commands, letters in whatever page of codes, pictures and objects only counted."""

import re
from collections.abc import Iterator
from dataclasses import dataclass, replace

from workbench.evidence.intake.items import Item
from workbench.evidence.intake.office_flow import Flow, Full
from workbench.evidence.intake.source import Notes, Source, Unreadable

_MOST_BYTES = 50_000_000
_MOST_DEPTH = 500
_TOKEN = re.compile(rb"\\([a-zA-Z]{1,32})(-?\d{1,10})? ?|\\'([0-9a-fA-F]{2})|\\([^a-zA-Z])|([{}])|([^\\{}]+)")
_BREAKS = {b"par": "\n", b"line": "\n", b"row": "\n", b"sect": "\n", b"tab": "\t", b"cell": " | ", b"emdash": "—",
           b"endash": "–", b"bullet": "•", b"lquote": "‘", b"rquote": "’", b"ldblquote": "“", b"rdblquote": "”",
           b"zwnj": "\u200c", b"zwj": "\u200d", b"ltrmark": "\u200e", b"rtlmark": "\u200f"}  # fmt: skip
# Groups whose letters are no words of the document.
_SILENT = frozenset((
    b"fonttbl", b"colortbl", b"stylesheet", b"info", b"pict", b"object", b"objdata", b"themedata", b"datastore",
    b"colorschememapping", b"latentstyles", b"listtable", b"listoverridetable", b"rsidtbl", b"generator",
    b"fldinst", b"xmlnstbl", b"bkmkstart", b"bkmkend", b"filetbl", b"revtbl", b"pgdsctbl", b"mmathPr", b"nonshppict",
))  # fmt: skip
# Groups that may be passed over, and yet hold words.
_SPOKEN = frozenset((b"shptxt", b"annotation", b"footnote"))
_CHARSETS = {
    178: "cp1256", 0: "cp1252", 162: "cp1254", 204: "cp1251", 161: "cp1253", 177: "cp1255", 238: "cp1250",
}  # fmt: skip


@dataclass
class _State:
    silent: bool = False
    hidden: bool = False
    deleted: bool = False
    page: str = ""
    skip: int = 1


def fits(source: Source) -> bool:
    """Whether it begins as RTF does."""
    return source.head.startswith(b"{\\rtf")


def read(source: Source, notes: Notes) -> Iterator[Item]:
    """The pages of the document. It has no end that can be trusted: what was read before damage is kept."""
    if source.size > _MOST_BYTES:
        raise Unreadable("too_large")
    source.file.seek(0)
    notes.fact("document", "RTF")
    flow, reading = Flow(notes), _Rtf(source.file.read(_MOST_BYTES))
    try:
        for piece in reading.pieces():
            if piece == "\f":
                yield from flow.turn()
            else:
                yield from flow.put(piece)
    except Full:
        return
    yield from flow.turn(even_empty=flow.page == 1)
    flow.hidden, flow.changes = reading.hidden, reading.deleted
    flow.tell()
    if reading.objects:
        notes.fact("objects", reading.objects)
        notes.warn("pdf_attachments", count=reading.objects)
    if reading.pictures:
        notes.fact("pictures", reading.pictures)
    if not reading.closed:
        raise Unreadable("broken")


class _Rtf:
    """A walk through the groups and commands."""

    def __init__(self, data: bytes) -> None:
        self._data = data
        self._states = [_State()]
        self._codes = "cp1252"
        self._fonts: dict[int, str] = {}
        self._font = 0
        self._in_fonts = 0
        self._out: list[str] = []
        self._bytes = bytearray()
        self._owed = 0
        self.hidden = self.deleted = self.objects = self.pictures = 0
        self.closed = False

    def pieces(self) -> Iterator[str]:
        """Paragraphs as they end; a form feed for the end of a page."""
        place = 0
        while token := _TOKEN.match(self._data, place):
            word, number, code, sign, brace, plain = token.groups()
            place = token.end()
            if word == b"bin":
                # So many raw bytes follow, and they may look like anything.
                place += max(int(number or 0), 0)
            if brace:
                self._brace(brace)
                if self.closed:
                    break
            elif word is not None:
                self._word(word, int(number) if number else None)
                if not self._states[-1].silent and word in (b"par", b"row", b"page", b"sect"):
                    yield from self._line(page=word == b"page")
            elif code is not None:
                self._letters(bytes((int(code, 16),)))
            elif sign is not None:
                self._sign(sign)
            else:
                self._letters(plain.replace(b"\r", b"").replace(b"\n", b""))
        yield from self._line()

    def _line(self, *, page: bool = False) -> Iterator[str]:
        self._flush()
        text, self._out = "".join(self._out), []
        yield text
        if page:
            yield "\f"

    def _brace(self, brace: bytes) -> None:
        self._flush()
        if brace == b"{":
            if len(self._states) > _MOST_DEPTH:
                raise Unreadable("broken")
            self._states.append(replace(self._states[-1]))
            return
        self._states.pop()
        if len(self._states) < self._in_fonts:
            self._in_fonts = 0
        self.closed = len(self._states) <= 1

    def _sign(self, sign: bytes) -> None:
        if sign == b"*":
            # A group that an older program may pass over: it holds no words of the document.
            self._states[-1].silent = True
        elif sign in (b"\\", b"{", b"}"):
            self._letters(sign)
        elif sign in (b"~", b"_", b"\n", b"\r"):
            self._text({b"~": "\u00a0", b"_": "-"}.get(sign, "\n"))

    def _word(self, word: bytes, number: int | None) -> None:
        state = self._states[-1]
        self._flush()
        if word in _SILENT:
            state.silent = True
            self._in_fonts = len(self._states) if word == b"fonttbl" else self._in_fonts
            self.objects += word == b"object"
            self.pictures += word == b"pict"
        elif word == b"u" and number is not None:
            self._unicode(number % 65536, state)
        elif word == b"uc" and number is not None:
            state.skip = min(max(number, 0), 10)
        elif word in _SPOKEN:
            state.silent = False
        elif word == b"ansicpg" and number:
            self._codes = f"cp{number}" if number in (1250, 1251, 1252, 1253, 1254, 1255, 1256, 1257) else "cp1252"
        elif word == b"f" and number is not None:
            self._font = number
            state.page = "" if self._in_fonts else self._fonts.get(number, "")
        elif word == b"fcharset" and self._in_fonts:
            self._fonts[self._font] = _CHARSETS.get(number or 0, "")
        elif word in (b"v", b"deleted"):
            setattr(state, "hidden" if word == b"v" else "deleted", number != 0)
        elif word == b"plain":
            state.hidden = state.deleted = False
        elif word in _BREAKS and word not in (b"par", b"row", b"sect"):
            self._text(_BREAKS[word])

    def _unicode(self, code: int, state: _State) -> None:
        self._text(chr(code))
        self._owed = state.skip

    def _letters(self, data: bytes) -> None:
        if self._owed:
            owed, self._owed = self._owed, max(0, self._owed - len(data))
            data = data[owed:]
        if data and not self._states[-1].silent:
            self._bytes += data

    def _text(self, text: str) -> None:
        if not self._states[-1].silent:
            self._flush()
            self._out.append(text)

    def _flush(self) -> None:
        if not self._bytes:
            return
        state = self._states[-1]
        text = self._bytes.decode(state.page or self._codes, "replace")
        self._bytes.clear()
        self.hidden += state.hidden and bool(text.strip())
        self.deleted += state.deleted and bool(text.strip())
        self._out.append(text)
