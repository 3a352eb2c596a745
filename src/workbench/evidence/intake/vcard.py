"""Address books as vCard 2.1, 3.0 and 4.0: each card as a contact, and which numbers are one in several spellings.

Read here and not by ``vobject``, which hangs on a long line without a colon.
"""

import base64
import binascii
import io
import quopri
import re
from collections.abc import Iterator, Mapping
from dataclasses import dataclass, field

from workbench.evidence.intake import encodings
from workbench.evidence.intake.fingerprints import fingerprint
from workbench.evidence.intake.items import Item, Kind
from workbench.evidence.intake.json_pieces import clean
from workbench.evidence.intake.numbers import number
from workbench.evidence.intake.source import Notes, Source, Unreadable

LARGEST = 128 * 1024 * 1024
_LONGEST = 4 * 1024 * 1024
_MOST_LINES = 5000
_BEGIN, _END = re.compile(r"\s*BEGIN:VCARD\s*$", re.IGNORECASE), re.compile(r"\s*END:VCARD\s*$", re.IGNORECASE)
_NAME = re.compile(r"(?:[A-Za-z0-9-]+\.)?([A-Za-z][A-Za-z0-9-]*)$")
_ESCAPED = re.compile(r"\\([nN,;:\\])")
# A semicolon that parts a value, not one that is written in it.
_PARTS = re.compile(r"(?<!\\);")
_KINDS = frozenset("cell home work voice fax pager pref main other car video text msg iphone".split())
_SINGLE = {
    "ORG": "org", "TITLE": "title", "ROLE": "role", "BDAY": "born", "NICKNAME": "nickname", "UID": "uid",
    "REV": "changed",
}  # fmt: skip
_MANY = {"EMAIL": "emails", "NOTE": "notes", "ADR": "addresses", "URL": "urls", "IMPP": "impp"}
_ENCODINGS = frozenset(("QUOTED-PRINTABLE", "BASE64", "8BIT", "7BIT", "B"))
_PICTURES = frozenset(("PHOTO", "LOGO", "SOUND", "KEY"))


@dataclass
class _Card:
    """A card while it is read: its lines put together again, the last of them still in pieces."""

    line: int
    unread: list[str] = field(default_factory=list)
    whole: bool = False
    _whole_lines: list[str] = field(default_factory=list)
    _pieces: list[str] = field(default_factory=list)
    _length: int = 0
    _soft: bool = False

    @property
    def lines(self) -> list[str]:
        """The lines so far."""
        if self._pieces:
            self._whole_lines.append("".join(self._pieces))
            self._pieces = []
        return self._whole_lines

    @property
    def is_agent(self) -> bool:
        """Whether the card stops at a card of somebody else that belongs into it."""
        return "".join(one[:5] for one in self._pieces[:5]).upper().startswith("AGENT")

    def put(self, line: str) -> None:
        """Add a line to what it goes on from, or as a new one."""
        if self._pieces and (self._soft or line[:1] in (" ", "\t")):
            if self._length < _LONGEST:
                if self._soft:
                    self._pieces[-1] = self._pieces[-1][:-1]
                else:
                    line = line[1:]
                self._pieces.append(line)
                self._length += len(line)
        elif line.strip():
            if len(self.lines) < _MOST_LINES:
                self._pieces, self._length = [line], len(line)
            else:
                self.unread.append(line)
        self._soft = line.endswith("=") and self._is_printable()

    def _is_printable(self) -> bool:
        """Whether a line that ends in = goes on in the next."""
        head, colon, _value = "".join(one[:200] for one in self._pieces[:5])[:200].partition(":")
        return bool(colon) and "QUOTED-PRINTABLE" in head.upper()


def fits(source: Source) -> bool:
    """Whether the first line that is not empty begins a card."""
    lines = encodings.head_text(source).removeprefix("\ufeff").splitlines()
    first = next((line for line in lines if line.strip()), "")
    return _BEGIN.match(first) is not None


def read(source: Source, notes: Notes) -> Iterator[Item]:
    """Every card; what is no card is kept as it is."""
    if source.size > LARGEST:
        raise Unreadable("too_large")
    text = encodings.decoded(source.file.read(), notes).removeprefix("\ufeff")
    spellings: dict[str, list[str]] = {}
    cards = numbers = spoilt = 0
    for card in _cards(text):
        item = _item(card, spellings)
        if item is None:
            spoilt += 1
            yield Item(Kind.RECORD, f"line {card.line}", text=clean("\n".join(card.lines or card.unread))[:10_000])
            continue
        cards += 1
        spoilt += not card.whole or bool(card.unread)
        told = item.detail["numbers"]
        numbers += len(told) if isinstance(told, list) else 0
        yield item
    if not cards:
        raise Unreadable("broken")
    notes.fact("cards", cards)
    notes.fact("numbers", numbers)
    # Where one number is written in two ways, or the way it is written is not the usual form.
    same = {one: list(dict.fromkeys(ways)) for one, ways in spellings.items()}
    notes.fact("same_number", {one: ways for one, ways in same.items() if len(ways) > 1 or ways[0] != one})
    if spoilt:
        notes.warn("cards_unread", count=spoilt)


def _cards(text: str) -> Iterator[_Card]:
    """The cards, with folded lines and soft line breaks put together; lines outside of cards as one that is none."""
    card: _Card | None = None
    depth = 0
    for place, line in enumerate(encodings.lines(text), 1):
        if _BEGIN.match(line) if len(line) < 100 else False:
            if card is not None and depth and not card.is_agent:
                yield card
                depth = 0
            depth += 1
            if depth == 1:
                if card is not None and card.lines:
                    yield card
                card = _Card(place)
            continue
        if depth and len(line) < 100 and _END.match(line):
            depth -= 1
            if depth == 0 and card is not None:
                card.whole = True
                yield card
                card = None
            continue
        if depth > 1:
            continue
        if card is None:
            if not line.strip():
                continue
            card = _Card(place)
        card.put(line)
    if card is not None and (card.lines or card.unread):
        yield card


def _item(card: _Card, spellings: dict[str, list[str]]) -> Item | None:
    found = _Found()
    for line in card.lines:
        if not found.take(line):
            card.unread.append(line)
    if not found.any:
        return None
    for one in found.numbers:
        if one["number"]:
            spellings.setdefault(one["number"], []).append(one["written"])
    detail: dict[str, object] = {"name": found.name, "numbers": found.numbers, **found.detail}
    if found.rest:
        detail["other"] = found.rest
    if card.unread:
        detail["unread"] = [clean(line)[:500] for line in card.unread[:100]]
    if not card.whole:
        detail["cut_off"] = True
    return Item(Kind.CONTACT, f"line {card.line}", sender=found.name, text=found.summary, detail=detail)


class _Found:
    """What the lines of one card say."""

    def __init__(self) -> None:
        self.formatted = self.parts = ""
        self.numbers: list[dict[str, str]] = []
        self.detail: dict[str, object] = {}
        self.rest: dict[str, list[str]] = {}
        self.any = False

    @property
    def name(self) -> str:
        """The name as it is shown, else put together from its parts."""
        return self.formatted or self.parts or str(self.detail.get("org", ""))

    @property
    def summary(self) -> str:
        """The card in words: the name, the numbers as written, and the note."""
        note = self.detail.get("notes")
        words = [self.name, *(one["written"] for one in self.numbers), *(note if isinstance(note, list) else ())]
        return " · ".join(word for word in words if word)

    def take(self, line: str) -> bool:
        """One line of a card; False where it is none."""
        head, colon, value = _halves(line)
        words = head.split(";", 60)
        name = _NAME.match(words[0][:100].strip())
        if not colon or name is None:
            return False
        parameters = _parameters(words[1:])
        key = name[1].upper()
        if key in _PICTURES:
            self.any = True
            self.detail[key.lower()] = _picture(value)
            return True
        text = _decoded(value, parameters)
        if text is None:
            return False
        self.any = True
        self._keep(key, text, parameters)
        return True

    def _keep(self, key: str, text: str, parameters: Mapping[str, str]) -> None:
        plain = _unescaped(text).strip()
        if key == "FN":
            self.formatted = self.formatted or plain
        elif key == "N":
            pieces = [_unescaped(one).strip() for one in _PARTS.split(text, 50)]
            family, given, middle, prefix, suffix = (pieces + [""] * 5)[:5]
            self.parts = " ".join(one for one in (prefix, given, middle, family, suffix) if one)
        elif key == "TEL" and plain:
            written = re.sub(r"^tel:", "", plain, flags=re.IGNORECASE).partition(";")[0]
            kind = ",".join(one for one in parameters["TYPE"].casefold().split(",") if one in _KINDS)
            self.numbers.append({"written": written, "number": number(written), "kind": kind})
        elif key in _MANY:
            told = ", ".join(_unescaped(one).strip() for one in _PARTS.split(text) if one) if key == "ADR" else plain
            known = self.detail.setdefault(_MANY[key], [])
            if told and isinstance(known, list):
                known.append(told)
        elif key in _SINGLE:
            self.detail[_SINGLE[key]] = plain
        elif key != "VERSION" and plain:
            self.rest.setdefault(key, []).append(plain[:2000])


def _halves(line: str) -> tuple[str, str, str]:
    """What a line is about and what it says: parted at the first colon outside of quotation marks."""
    end = line.find(":")
    if '"' in line[: max(end, 0)]:
        quoted, end = False, -1
        for place, one in enumerate(line[:2000]):
            quoted ^= one == '"'
            if one == ":" and not quoted:
                end = place
                break
    return (line[:end], ":", line[end + 1 :]) if 0 < end < 2000 else ("", "", line)


def _parameters(words: list[str]) -> dict[str, str]:
    """``TYPE=CELL`` of newer cards and ``CELL`` of older ones alike."""
    found = {"TYPE": "", "ENCODING": "", "CHARSET": ""}
    for word in words:
        key, equals, value = word.partition("=")
        key, value = key.strip().upper(), value.strip().strip('"')
        if not equals:
            key, value = ("ENCODING" if key in _ENCODINGS else "TYPE"), key
        found[key] = f"{found[key]},{value}" if found.get(key) else value
    return found


def _decoded(value: str, parameters: Mapping[str, str]) -> str | None:
    encoding, charset = parameters["ENCODING"].upper(), parameters["CHARSET"] or "utf-8"
    if encoding not in ("QUOTED-PRINTABLE", "BASE64", "B"):
        return clean(value)
    try:
        if encoding == "QUOTED-PRINTABLE":
            # Letters beside the encoded ones are of the same character set, as phones write them.
            data = quopri.decodestring(value.encode(encodings.named(charset), "replace"))
        else:
            data = base64.b64decode("".join(value.split()))
        return clean(encodings.of_charset(data, charset))
    except (LookupError, binascii.Error, ValueError):
        return None


def _picture(value: str) -> dict[str, object]:
    """A picture in a card by its size and SHA-256, or the address it points to."""
    if value[:200].lower().startswith(("http:", "https:", "file:")):
        return {"address": clean(value[:500])}
    try:
        data = base64.b64decode("".join(value.partition("base64,")[2].split() or value.split()))
    except (binascii.Error, ValueError):
        return {"wrong": "broken"}
    digest, size = fingerprint(io.BytesIO(data))
    return {"size": size, "sha256": digest}


def _unescaped(text: str) -> str:
    return _ESCAPED.sub(lambda found: "\n" if found[1] in "nN" else found[1], text)
