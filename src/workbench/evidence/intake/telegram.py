"""Chats exported by Telegram Desktop as JSON: one chat, or all of an account."""

import re
from collections.abc import Iterator, Mapping
from datetime import UTC, datetime, timedelta
from itertools import pairwise

from workbench.evidence.intake.items import Item, Kind
from workbench.evidence.intake.json_pieces import Pieces, clean
from workbench.evidence.intake.numbers import number
from workbench.evidence.intake.source import Notes, Source, Unreadable

_CHAT = re.compile(rb'"messages"\s*:\s*\[|"chats"\s*:\s*\{')
_TELEGRAM = re.compile(
    rb'"(date_unixtime|from_id|actor_id|text_entities|left_chats|personal_information|frequent_contacts)"\s*:'
)
# What stands in place of a file that was not exported.
_LEFT_OUT = re.compile(r"^\(.*\)$", re.DOTALL)
_COUNTS = ("media_attached", "media_omitted", "edited", "forwarded", "replies", "deleted_accounts")
_FILES = ("photo", "file", "thumbnail")
# Members of a service line that say what it was about.
_ABOUT = (
    "title", "members", "message_id", "inviter", "duration_seconds", "discard_reason", "duration", "new_title",
)  # fmt: skip
# Chats whose messages are counted by themselves; the ids of others run through a whole account.
_OWN_IDS = ("supergroup", "channel")
_MOST_RANGES = 40
_MOST_IDS = 2_000_000


def fits(source: Source) -> bool:
    """Whether a JSON object begins as Telegram Desktop writes it."""
    head = source.head.removeprefix(b"\xef\xbb\xbf").lstrip()
    return head.startswith(b"{") and bool(_TELEGRAM.search(head)) and (bool(_CHAT.search(head)) or b'"about"' in head)


def read(source: Source, notes: Notes) -> Iterator[Item]:
    """The messages of every chat, in the order of the file."""
    for key in _COUNTS:
        notes.count(key, 0)
    pieces = Pieces(source.file)
    if pieces.sign() != "{":
        raise Unreadable("broken")
    chats: list[str] = []
    yield from _chat_or_export(pieces, notes, chats)
    notes.fact("chats", chats[:1000])


def _chat_or_export(pieces: Pieces, notes: Notes, chats: list[str]) -> Iterator[Item]:
    about: dict[str, object] = {}
    for key in pieces.keys():  # noqa: SIM118 -- the keys of a place in a text, not of a dictionary
        if key == "messages" and pieces.sign() == "[":
            name = _text(about.get("name")) or _text(about.get("type")) or str(about.get("id", ""))
            chats.append(name)
            yield from _messages(pieces, notes, name, str(about.get("type", "")))
        elif key in ("chats", "left_chats") and pieces.sign() == "{":
            for inner in pieces.keys():  # noqa: SIM118
                if inner == "list" and pieces.sign() == "[":
                    for _one in pieces.entries():
                        yield from _chat_or_export(pieces, notes, chats)
                else:
                    pieces.value()
        elif key == "contacts" and pieces.sign() == "{":
            yield from _contacts(pieces.value())
        else:
            value = pieces.value()
            if isinstance(value, str | int):
                about[key] = value


def _contacts(value: object) -> Iterator[Item]:
    """The address book that was handed to Telegram, of an export of a whole account."""
    listed = value.get("list") if isinstance(value, dict) else None
    for place, one in enumerate(listed if isinstance(listed, list) else (), 1):
        if not isinstance(one, dict):
            continue
        name = " ".join(word for key in ("first_name", "last_name") if (word := _text(one.get(key))))
        written = _text(one.get("phone_number"))
        numbers = [{"written": written, "number": number(written), "kind": ""}] if written else []
        if not name and not written:
            continue
        at, zone = _moment(one.get("date"), one.get("date_unixtime"))
        yield Item(
            Kind.CONTACT, f"contact {place}", sender=name, text=" · ".join(word for word in (name, written) if word),
            detail={"name": name, "numbers": numbers, **({"added": at, "added_zone": zone} if at else {})},
        )  # fmt: skip


def _messages(pieces: Pieces, notes: Notes, chat: str, kind: str) -> Iterator[Item]:
    ids: set[int] = set()
    for _one in pieces.entries():
        message = pieces.value()
        if not isinstance(message, dict):
            notes.count("unread_messages")
            continue
        known = message.get("id")
        if isinstance(known, int) and len(ids) < _MOST_IDS:
            ids.add(known)
        yield _item(message, notes, chat)
    _gaps(ids, kind, chat, notes)


def _gaps(ids: set[int], kind: str, chat: str, notes: Notes) -> None:
    """Numbers that are missing between the first and the last, where the numbers are the chat's own."""
    own = [one for one in ids if one > 0]
    if len(own) < 2 or len(ids) >= _MOST_IDS:
        return
    span = max(own) - min(own) + 1
    # In the chats of an account the numbers of other chats lie between; a few gaps in a row are gaps all the same.
    if span == len(own) or not (any(word in kind for word in _OWN_IDS) or len(own) * 2 >= span):
        return
    ordered = sorted(own)
    ranges = [(before + 1, after - 1) for before, after in pairwise(ordered) if after - before > 1]
    told = [str(first) if first == last else f"{first}-{last}" for first, last in ranges]
    more = " …" if len(told) > _MOST_RANGES else ""
    notes.warn("ids_missing", chat=chat, ids=", ".join(told[:_MOST_RANGES]) + more)
    missing = notes.facts.setdefault("ids_missing", {})
    if isinstance(missing, dict):
        missing[chat] = [list(one) for one in ranges[:1000]]


def _item(message: Mapping[str, object], notes: Notes, chat: str) -> Item:
    at, zone = _moment(message.get("date"), message.get("date_unixtime"))
    place = f"id {clean(str(message.get('id')))[:40]}"
    detail: dict[str, object] = {"chat": chat} if chat else {}
    if message.get("type") == "service":
        return _notice(message, place, at, zone, detail, notes)
    text = _text(message.get("text"))
    _about(message, detail, notes)
    _media(message, detail, notes)
    doubts = () if zone else ("zone_unknown",)
    return Item(
        Kind.MESSAGE, place, at=at, zone=zone, sender=_sender(message, "from", detail, notes), text=text,
        doubts=doubts, detail=detail,
    )  # fmt: skip


def _notice(
    message: Mapping[str, object], place: str, at: str, zone: str, detail: dict[str, object], notes: Notes
) -> Item:
    action = _text(message.get("action"))
    about = {key: _plain(message[key]) for key in _ABOUT if message.get(key) not in (None, "")}
    detail |= {"action": action, **({"about": about} if about else {})}
    words = [action, _text(message.get("text")), *(f"{key}: {value}" for key, value in about.items())]
    sender = _sender(message, "actor", detail, notes)
    to: tuple[str, ...] = ()
    is_call = action == "phone_call"
    if is_call:
        detail["service"] = "voice"
        seconds = message.get("duration_seconds")
        if isinstance(seconds, int) and 0 <= seconds < 10**7:
            detail["seconds"] = seconds
        # A chat of two bears the name of the other one; whose export it is, a single chat does not say.
        chat = str(detail.get("chat", ""))
        to = (chat,) if chat and chat != sender else ()
    return Item(
        Kind.CALL if is_call else Kind.NOTICE, place, at=at, zone=zone, sender=sender, to=to,
        text=" · ".join(word for word in words if word), doubts=() if zone else ("zone_unknown",), detail=detail,
    )  # fmt: skip


def _sender(message: Mapping[str, object], key: str, detail: dict[str, object], notes: Notes) -> str:
    name, ref = _text(message.get(key)), _text(message.get(f"{key}_id"))
    if ref:
        detail["sender_id"] = ref
    if name and name != "Deleted Account":
        return name
    if name or ref:
        detail["deleted_account"] = True
        notes.count("deleted_accounts")
    return name or ref


def _about(message: Mapping[str, object], detail: dict[str, object], notes: Notes) -> None:
    if edited := message.get("edited"):
        moment, _zone = _moment(edited, message.get("edited_unixtime"))
        detail["edited"] = moment or True
        notes.count("edited")
    if forwarded := message.get("forwarded_from") or message.get("forwarded_from_id"):
        detail["forwarded_from"] = _text(forwarded)
        notes.count("forwarded")
    if reply := message.get("reply_to_message_id"):
        detail["reply_to"] = _plain(reply)
        notes.count("replies")
    for key in ("via_bot", "author", "self_destruct_period_seconds"):
        if message.get(key):
            detail[key] = _plain(message[key])


def _media(message: Mapping[str, object], detail: dict[str, object], notes: Notes) -> None:
    named = next((_text(message[key]) for key in _FILES if message.get(key)), "")
    kind = _text(message.get("media_type")) or ("photo" if message.get("photo") else "")
    if named or kind:
        left_out = not named or _LEFT_OUT.match(named) is not None
        notes.count("media_omitted" if left_out else "media_attached")
        media: dict[str, object] = {"kind": kind, "name": _text(message.get("file_name")) or named}
        if left_out:
            detail["media_omitted"] = True
        else:
            media["member"] = named
        for key in ("mime_type", "duration_seconds", "file_size", "photo_file_size", "width", "height"):
            if message.get(key):
                media[key] = _plain(message[key])
        detail["media"] = media
    place = message.get("location_information")
    if isinstance(place, dict):
        where = [place.get("latitude"), place.get("longitude")]
        if all(isinstance(one, int | float) and not isinstance(one, bool) for one in where):
            detail["lat"], detail["lon"] = where
    for key in ("contact_information", "poll", "place_name", "address"):
        if message.get(key):
            detail[key] = _plain(message[key])


def _moment(local: object, unix: object) -> tuple[str, str]:
    """The moment with its offset, which is the difference between the clock of the export and UTC."""
    told = local[:19] if isinstance(local, str) else ""
    try:
        clock = datetime.fromisoformat(told).replace(tzinfo=None) if told else None
    except ValueError:
        clock = None
    try:
        seconds = int(unix) if isinstance(unix, str | int) and len(str(unix)) < 12 else None
        utc = datetime.fromtimestamp(seconds, UTC).replace(tzinfo=None) if seconds is not None else None
    except (ValueError, OverflowError, OSError):
        utc = None
    if clock is None:
        return (f"{utc.isoformat()}+00:00", "+00:00") if utc else ("", "")
    if utc is None or abs(clock - utc) > timedelta(hours=15):
        return clock.isoformat(), ""
    minutes = round((clock - utc).total_seconds() / 60)
    zone = f"{'-' if minutes < 0 else '+'}{abs(minutes) // 60:02}:{abs(minutes) % 60:02}"
    return clock.isoformat() + zone, zone


def _text(value: object) -> str:
    """A text, or the pieces of one put together."""
    if isinstance(value, str):
        return clean(value)
    if isinstance(value, list):
        return "".join(_text(one.get("text") if isinstance(one, dict) else one) for one in value)
    return ""


def _plain(value: object, depth: int = 0) -> object:
    """A value as plain JSON with texts that can be stored, and not deeper than anybody looks."""
    if isinstance(value, str):
        return clean(value)
    if depth < 6 and isinstance(value, dict):
        return {clean(str(key)): _plain(one, depth + 1) for key, one in value.items()}
    if depth < 6 and isinstance(value, list):
        return [_plain(one, depth + 1) for one in value[:1000]]
    return value if isinstance(value, int | float | bool) else None
