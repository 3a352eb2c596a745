"""Chats exported from WhatsApp, on Android and iPhone: the text alone, or a zip with the text and its media."""

import re
from collections import Counter
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass, field
from datetime import date

from workbench.evidence.intake import archive, day_order, encodings, whatsapp_lines
from workbench.evidence.intake.archive import Member
from workbench.evidence.intake.day_order import Order
from workbench.evidence.intake.fingerprints import fingerprint
from workbench.evidence.intake.items import Item, Kind
from workbench.evidence.intake.source import HEAD, Notes, Source, Unreadable
from workbench.evidence.intake.whatsapp_lines import Start
from workbench.evidence.intake.whatsapp_words import Told, bare, by_program, is_omitted, sent_by_hand, told

LARGEST = 64 * 1024 * 1024
_LOOKED_AT = 40
_COUNTS = ("multiline", "media_attached", "media_omitted", "edited", "deleted")
_TITLE = re.compile(r"(?:whatsapp|واتساب|واتس ?اب|واتس‌اپ)(?:[ _-]chat|[ _-]sohbeti?)?[ _]*(.*)", re.IGNORECASE)
_WITH = re.compile(r"^(?:chat[ _])?(?:with|mit|avec|con|com|met|ile|مع|با|لەگەڵ|-|–)[ _]+", re.IGNORECASE)


@dataclass
class _Chat:
    """What is known of a chat as a whole before its entries are told one by one."""

    order: Order
    unclear: bool
    zone: str
    sure: frozenset[str]
    likely: frozenset[str]
    files: Mapping[str, Mapping[str, object]] | None
    prefix: str
    bracketed: bool
    halves: bool = False
    names: Counter[str] = field(default_factory=Counter)
    plain: set[str] = field(default_factory=set)
    known: dict[str, tuple[str, tuple[str, ...]]] = field(default_factory=dict)

    def parties(self, name: str) -> tuple[str, tuple[str, ...]]:
        """The sender without signs of direction, and to whom it went where the chat has two people."""
        found = self.known.get(name)
        if found is None:
            others = tuple(bare(other) for other in self.plain if other != name) if len(self.plain) == 2 else ()
            found = self.known[name] = bare(name), others if len(others) == 1 else ()
        return found


def fits(source: Source) -> bool:
    """Whether an entry of a chat starts among the first lines; of a zip, whether such a text is in it."""
    if archive.fits(source):
        try:
            return bool(_texts(archive.members(source, Notes())))
        except Unreadable:
            return False
    return _is_chat(source)


def read(source: Source, notes: Notes) -> Iterator[Item]:
    """The entries in their order; of a zip, then its files."""
    if not archive.fits(source):
        if source.size > LARGEST:
            raise Unreadable("too_large")
        yield from _entries(source.file.read(), source.name, notes, None, "")
        return
    members = archive.members(source, notes)
    chats = _texts(members)
    files = {bare(one.name.rpartition("/")[2]): _hashed(one) for one in members if one not in chats}
    for chat in chats:
        if chat.size > LARGEST:
            raise Unreadable("too_large")
        with chat.open() as stream:
            data = stream.read()
        name = chat.name if "_chat" not in chat.name else source.name
        yield from _entries(data, name, notes, files, chat.name + " ")
    notes.fact("media_files_in_zip", len(files))
    for number, detail in enumerate(files.values(), 1):
        yield Item(Kind.FILE, f"member {number}", text=str(detail["member"]), detail=detail)


def _texts(members: Sequence[Member]) -> list[Member]:
    """The members of a zip that are chats."""
    found = []
    for one in [one for one in members if one.name.lower().endswith(".txt")][:_LOOKED_AT]:
        try:
            with one.open() as stream:
                head = stream.read(HEAD)
                if _is_chat(Source(one.name, one.size, stream, head)):
                    found.append(one)
        except Unreadable:
            continue
    return found


def _is_chat(source: Source) -> bool:
    lines = encodings.lines(encodings.head_text(source))[:_LOOKED_AT]
    found = [one for number, line in enumerate(lines) if (one := whatsapp_lines.start(line, number))]
    # Brackets or minutes: with seconds and a dash it is the log of some program.
    return bool(found) and (found[0].bracketed or found[0].clock.count(":") == 1)


def _hashed(member: Member) -> dict[str, object]:
    detail: dict[str, object] = {"member": member.name, "size": member.size}
    try:
        with member.open() as stream:
            detail["sha256"], detail["size"] = fingerprint(stream)
    except Unreadable as error:
        detail["wrong"] = error.told.key
    return detail


def _entries(
    data: bytes, name: str, notes: Notes, files: Mapping[str, Mapping[str, object]] | None, prefix: str
) -> Iterator[Item]:
    text = encodings.decoded(data, notes).removeprefix("\ufeff").replace("\0", "\ufffd")
    lines = encodings.lines(text)
    found, others = whatsapp_lines.starts(lines)
    if not found:
        raise Unreadable("broken")
    for key in _COUNTS:
        notes.count(key, 0)
    if others:
        notes.warn("starts_pasted", count=others)
    chat = _chat(found, name, notes, files, prefix)
    if before := "\n".join(lines[: found[0].line]).strip():
        notes.fact("lines_before", found[0].line)
        yield Item(Kind.RECORD, f"{prefix}line 1", text=before)
    ends = [*(one.line for one in found[1:]), len(lines)]
    previous = ""
    for one, end in zip(found, ends, strict=True):
        rest = "\n".join((one.rest, *lines[one.line + 1 : end])) if end > one.line + 1 else one.rest
        item = _item(one, rest, chat, notes, previous)
        previous = item.at
        yield item


def _chat(
    found: Sequence[Start], name: str, notes: Notes, files: Mapping[str, Mapping[str, object]] | None, prefix: str
) -> _Chat:
    order, unclear = day_order.decide((one.numbers for one in found), whatsapp_lines.SINCE)
    if unclear:
        order, unclear = _order_by_media(found, order)
    title = _title(name)
    sure, likely = whatsapp_lines.names_with_colons((one.rest for one in found), title)
    bracketed = found[0].bracketed
    chat = _Chat(
        order, unclear, str(notes.options.get("zone", "")), sure, likely, files, prefix, bracketed
    )
    for one in found:
        if said := whatsapp_lines.named(one.rest, sure | likely):
            chat.names[said[0]] += 1
            if said[1][:1] != "\u200e" and said[1][:1] != "\u200f":
                chat.plain.add(said[0])
    # A clock that shows the thirteenth hour has no halves: the word beside it means something else.
    chat.halves = found[0].halves and not any(one.half_unknown and one.clock > "13" for one in found)
    notes.fact("variant", f"{'ios' if bracketed else 'android'}-{'12h' if chat.halves else '24h'}")
    notes.fact("date_order", "unclear" if unclear else order.value)
    if title:
        notes.fact("title", title)
    return chat


def _order_by_media(found: Sequence[Start], order: Order) -> tuple[Order, bool]:
    """Names of pictures carry the day on which they were sent, year first."""
    votes: Counter[Order] = Counter()
    for one in found:
        if stamp := re.search(r"-(20\d\d)-?(\d\d)-?(\d\d)[-.]", one.rest[:300]):
            sent = "-".join(stamp.groups())
            votes.update(
                way for way in (Order.DAY_MONTH, Order.MONTH_DAY) if str(day_order.day(one.numbers, way)) == sent
            )
    ranked = votes.most_common()
    if ranked and (len(ranked) == 1 or ranked[0][1] > 2 * ranked[1][1]):
        return ranked[0][0], False
    return order, True


def _item(one: Start, rest: str, chat: _Chat, notes: Notes, previous: str) -> Item:
    day = day_order.day(one.numbers, chat.order, whatsapp_lines.SINCE) or _turned(one, chat.order)
    at = f"{day}T{one.clock}"
    doubts = _doubts(one, chat, at, previous)
    place = f"{chat.prefix}line {one.line + 1}"
    said = whatsapp_lines.named(rest, chat.sure | chat.likely)
    if said is None or _by_program(one, *said, chat):
        text = rest if said is None or not chat.bracketed else said[1]
        detail = {"chat": bare(said[0])} if said and chat.bracketed else {}
        return Item(
            Kind.NOTICE, place, at=at, zone=chat.zone, text=text.strip("\u200e\u200f"), doubts=doubts, detail=detail
        )
    name, text = said
    if name in chat.likely:
        doubts = (*doubts, "sender_unclear")
    seen = told(text)
    sender, to = chat.parties(name)
    return Item(
        Kind.MESSAGE, place, at=at, zone=chat.zone, sender=sender, to=to,
        text=seen.text, doubts=doubts, detail=_detail(seen, text, chat, notes),
    )  # fmt: skip


def _turned(one: Start, order: Order) -> date | None:
    other = {Order.DAY_MONTH: Order.MONTH_DAY, Order.MONTH_DAY: Order.DAY_MONTH}.get(order, Order.DAY_MONTH)
    return day_order.day(one.numbers, other, whatsapp_lines.SINCE)


def _doubts(one: Start, chat: _Chat, at: str, previous: str) -> tuple[str, ...]:
    doubts: tuple[str, ...] = () if chat.zone else ("zone_unknown",)
    if chat.unclear and day_order.either_way(one.numbers):
        doubts += ("day_month_unclear",)
    elif at[:10] < previous[:10]:
        doubts += ("earlier_than_before",)
    if one.half_unknown and chat.halves:
        doubts += ("half_of_day_unclear",)
    if day_order.foreign(one.numbers):
        doubts += ("calendar_converted",)
    return doubts


def _by_program(one: Start, name: str, text: str, chat: _Chat) -> bool:
    """Whether the program wrote a line that has a name in front of it."""
    if not chat.bracketed:
        return chat.names[name] == 1 and " " in name and by_program(name)
    if text[:1] not in ("\u200e", "\u200f"):
        return False
    seen = told(text)
    if seen.file or seen.deleted or seen.omitted or seen.edited or seen.position or sent_by_hand(text):
        return False
    if by_program(text) or not one.marked or name not in chat.plain:
        return True
    return not is_omitted(text) and len(text.split()) > 5


def _detail(seen: Told, text: str, chat: _Chat, notes: Notes) -> dict[str, object]:
    detail: dict[str, object] = {}
    if "\n" in seen.text:
        notes.count("multiline")
    if seen.edited:
        detail["edited"] = True
        notes.count("edited")
    if seen.deleted:
        detail["deleted"] = True
        notes.count("deleted")
    if seen.omitted:
        detail["media_omitted"] = True
        notes.count("media_omitted")
    if seen.position:
        detail["lat"], detail["lon"] = seen.position
    if seen.file:
        notes.count("media_attached")
        media: dict[str, object] = {"name": seen.file}
        if chat.files is not None:
            inside = chat.files.get(seen.file)
            media |= {"present": inside is not None} | dict(inside or {})
            if inside is None:
                notes.count("media_missing")
        detail["media"] = media
    return detail


def _title(name: str) -> str:
    """What the name of the file says of whom the chat is with."""
    stem = bare(re.sub(r"(\.(txt|zip))+$", "", name.replace("\\", "/").rpartition("/")[2], flags=re.IGNORECASE))
    if turkish := re.search(r"([^_]+) ile WhatsApp", stem, re.IGNORECASE):
        return turkish[1].strip()
    found = _TITLE.search(stem)
    return bare(_WITH.sub("", found[1].strip())) if found else ""
