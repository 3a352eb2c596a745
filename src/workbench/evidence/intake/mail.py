"""Letters by e-mail: one as EML, or a whole mailbox as mbox; the text, what is attached, and the way they came."""

import io
import re
from collections.abc import Iterator
from email.errors import HeaderParseError, MessageError
from email.feedparser import BytesFeedParser
from email.header import decode_header
from email.message import Message
from email.policy import Compat32
from email.utils import getaddresses, parsedate_to_datetime
from itertools import islice

from workbench.evidence.intake import archive_names, encodings
from workbench.evidence.intake.fingerprints import fingerprint
from workbench.evidence.intake.items import Item, Kind
from workbench.evidence.intake.json_pieces import clean
from workbench.evidence.intake.looks import shown
from workbench.evidence.intake.mail_page import MOST_TEXT, page_words
from workbench.evidence.intake.source import Notes, Source, Unreadable

LARGEST, LARGEST_BOX = 128 * 1024 * 1024, 1024 * 1024 * 1024
_MOST_PARTS, _DEEPEST = 500, 20
_MOST_MULTIPARTS, _MOST_NAMES, _MOST_KEPT = 100, 20, 10_000
_HEADER = re.compile(r"([!-9;-~]{1,80}):(?: |\t|$)")
_USUAL = frozenset(
    "from to cc subject date received message-id mime-version return-path delivered-to content-type reply-to".split()
)
# What the library raises over letters that are none.
_DAMAGE = (
    ValueError, LookupError, TypeError, AttributeError, AssertionError, ArithmeticError, RecursionError, MessageError,
)  # fmt: skip
_MULTIPART = re.compile(rb"multipart/", re.IGNORECASE)
_FED, _LONGEST_ABOUT = 1 << 18, 4000
_BOX = re.compile(rb"From \S+ .{10,60}\r?\n[!-9;-~]+:")


class _Short(Compat32):
    """What a header says of its part is looked at again and again, which must not take for ever."""

    def header_source_parse(self, sourcelines: list[str]) -> tuple[str, str]:
        name, value = super().header_source_parse(sourcelines)
        return name, value[:_LONGEST_ABOUT] if name.lower().startswith("content-") else value


_SHORT = _Short()


def fits(source: Source) -> bool:
    """Whether the file begins with the headers of a letter."""
    head = source.head.removeprefix(b"\xef\xbb\xbf")
    if _BOX.match(head):
        return True
    names: list[str] = []
    for line in head[:16_384].decode("latin-1").splitlines()[:60]:
        if line[:1] in (" ", "\t") and names:
            continue
        found = _HEADER.match(line)
        if found is None:
            break
        names.append(found[1].casefold())
    usual = _USUAL & set(names)
    return len(usual) > 2 and bool(usual & {"from", "received", "date", "message-id"})


def read(source: Source, notes: Notes) -> Iterator[Item]:
    """Each letter, then what is attached to it."""
    for key in ("letters", "attachments"):
        notes.count(key, 0)
    head = source.head.removeprefix(b"\xef\xbb\xbf")
    if not _BOX.match(head):
        if source.size > LARGEST:
            raise Unreadable("too_large")
        yield from _letter(source.file.read(), "", notes)
        return
    if source.size > LARGEST_BOX:
        raise Unreadable("too_large")
    unread = 0
    for number, data in enumerate(_letters(source), 1):
        if not data.strip():
            continue
        try:
            yield from list(_letter(data, f"letter {number}", notes))
        except (Unreadable, *_DAMAGE):
            # One letter made to do harm must not hide those after it.
            unread += 1
            yield Item(Kind.RECORD, f"letter {number}", text=clean(data[:_MOST_KEPT].decode("utf-8", "replace")))
    if unread:
        notes.warn("letters_unread", count=unread)


def _letters(source: Source) -> Iterator[bytes]:
    """The letters of a mailbox: each begins after an empty line with a line of its own."""
    lines: list[bytes] = []
    size, empty = 0, True
    while line := source.file.readline(1 << 20):
        if line.startswith(b"From ") and empty:
            if lines:
                yield b"".join(lines)
            lines, size = [], 0
        elif size > LARGEST:
            raise Unreadable("too_large")
        else:
            lines.append(line[1:] if line.startswith(b">From ") else line)
            size += len(line)
        empty = not line.strip()
    if lines:
        yield b"".join(lines)


def _letter(data: bytes, place: str, notes: Notes) -> Iterator[Item]:
    # The library looks at every line once for each depth.
    if sum(1 for _ in islice(_MULTIPART.finditer(data), _MOST_MULTIPARTS + 1)) > _MOST_MULTIPARTS:
        raise Unreadable("too_large")
    try:
        letter = _parsed(data)
    except RecursionError:
        raise Unreadable("broken") from None
    if not letter.keys():
        raise Unreadable("broken")
    notes.count("letters")
    parts = _parts(letter, notes)
    attached = [_attached(part, number, place) for number, part in enumerate(parts) if _is_attached(part)]
    notes.count("attachments", len(attached))
    _warn_of_names(attached, notes)
    at, zone = _date(letter)
    text, page = _text(parts)
    detail = _detail(letter, attached)
    if page:
        detail["page"] = page
    yield Item(
        Kind.MESSAGE, place or "letter 1", at=at, zone=zone, sender=_people(letter, "from"),
        to=tuple(one for key in ("to", "cc", "bcc") for one in _everybody(letter, key)),
        text=text, doubts=() if zone else ("zone_unknown",), detail=detail,
    )  # fmt: skip
    yield from attached


def _parsed(data: bytes) -> Message:
    """The letter, fed in pieces: given whole, the library holds it four bytes a letter and once more."""
    parser = BytesFeedParser(policy=_SHORT)
    for start in range(0, len(data), _FED):
        parser.feed(data[start : start + _FED])
    return parser.close()


def _parts(letter: Message, notes: Notes) -> list[Message]:
    """The leaves of a letter; a letter within the letter counts as attached and is not gone into."""
    leaves: list[Message] = []
    waiting = [(letter, 0)]
    left = 0
    while waiting:
        part, depth = waiting.pop()
        inside = part.get_payload()
        if part.get_content_maintype() == "multipart" and isinstance(inside, list):
            if depth >= _DEEPEST:
                left += len(inside)
                continue
            waiting += [(one, depth + 1) for one in reversed(inside) if isinstance(one, Message)]
        elif len(leaves) < _MOST_PARTS:
            leaves.append(part)
        else:
            left += 1
    if left:
        notes.warn("parts_left", count=left)
    return leaves


def _is_attached(part: Message) -> bool:
    kind = part.get_content_maintype()
    return kind != "text" or part.get_content_disposition() == "attachment" or bool(_file_name(part))


def _attached(part: Message, number: int, place: str) -> Item:
    data = _bytes(part)
    digest, size = fingerprint(io.BytesIO(data))
    name = _file_name(part) or _header(part, "subject") * (part.get_content_type() == "message/rfc822")
    where = f"{place} part {number + 1}".strip()
    detail: dict[str, object] = {"size": size, "sha256": digest, "type": clean(part.get_content_type())}
    if part.get("content-id"):
        detail["content_id"] = _header(part, "content-id")
    return Item(Kind.FILE, where, text=name or where, detail=detail)


def _bytes(part: Message) -> bytes:
    inside = part.get_payload(decode=True)
    if isinstance(inside, bytes):
        return inside
    try:
        within = part.get_payload()
        return within[0].as_bytes() if isinstance(within, list) and within and isinstance(within[0], Message) else b""
    except (RecursionError, UnicodeError, ValueError, LookupError, KeyError):
        return b""


def _file_name(part: Message) -> str:
    try:
        name = part.get_filename("")
    except (UnicodeError, LookupError, ValueError, TypeError):
        return ""
    return " ".join(_words(name).split())[:500]


def _warn_of_names(attached: list[Item], notes: Notes) -> None:
    doubtful = [(key, one.text) for one in attached for key in archive_names.doubts(one.text)]
    for key, name in doubtful[:_MOST_NAMES]:
        notes.warn(key, name=shown(name))
    if len(doubtful) > _MOST_NAMES:
        notes.warn("more_such_names", count=len(doubtful) - _MOST_NAMES)


def _text(parts: list[Message]) -> tuple[str, str]:
    """The plain text, and that of the web page where it says something else; alone it takes the place of the first."""
    texts: dict[str, list[str]] = {"text/plain": [], "text/html": []}
    for part in parts:
        kind = part.get_content_type()
        if kind in texts and not _is_attached(part):
            texts[kind].append(_decoded(_bytes(part), part))
    plain, page = _one(texts["text/plain"]), _one(list(map(page_words, texts["text/html"])))
    if not plain or not page:
        return plain or page, ""
    return plain, "" if set(page.split()) <= set(plain.split()) else page


def _one(texts: list[str]) -> str:
    return clean("\n".join(texts)[:MOST_TEXT].replace("\r\n", "\n")).strip()


def _decoded(data: bytes, part: Message) -> str:
    try:
        return encodings.of_charset(data, str(part.get_content_charset() or ""))
    except LookupError:
        return data.decode(encodings.encoding(data)[0], "replace")


def _date(letter: Message) -> tuple[str, str]:
    try:
        moment = parsedate_to_datetime(str(letter.get("date", ""))[:200])
    except (ValueError, TypeError, IndexError, OverflowError):
        return "", ""
    told = moment.isoformat()
    return told, told[-6:] if moment.tzinfo is not None else ""


def _detail(letter: Message, attached: list[Item]) -> dict[str, object]:
    detail: dict[str, object] = {"subject": _header(letter, "subject")}
    for key in ("message-id", "in-reply-to", "reply-to", "return-path", "x-originating-ip", "x-mailer", "user-agent"):
        if letter.get(key):
            detail[key.replace("-", "_")] = _header(letter, key)
    way = [" ".join(_words(str(one)).split())[:1000] for one in (letter.get_all("received") or [])[:50]]
    if way:
        detail["received"] = way
    if attached:
        detail["attachments"] = [one.text for one in attached]
    return detail


def _header(part: Message, key: str) -> str:
    return " ".join(_words(str(part.get(key, ""))[:20_000]).split())


def _words(raw: str) -> str:
    """A header in letters, whatever it is encoded in."""
    try:
        pieces = decode_header(raw)
    except (HeaderParseError, ValueError, LookupError):
        return clean(raw)
    words = []
    for piece, charset in pieces:
        if isinstance(piece, str):
            words.append(piece)
            continue
        try:
            words.append(encodings.of_charset(piece, charset or "ascii"))
        except LookupError:
            words.append(piece.decode(encodings.encoding(piece)[0], "replace"))
    return clean("".join(words).encode("utf-8", "replace").decode())


def _everybody(letter: Message, key: str) -> list[str]:
    raw = [str(one)[:100_000] for one in letter.get_all(key) or []]
    found = []
    for name, address in getaddresses(raw)[:500]:
        shown = " ".join(_words(name).split())
        found.append(f"{shown} <{address}>" if shown and address else shown or clean(address))
    return [one for one in found if one]


def _people(letter: Message, key: str) -> str:
    return ", ".join(_everybody(letter, key))
