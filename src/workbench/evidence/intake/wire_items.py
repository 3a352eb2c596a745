"""Items, warnings and facts as they pass the wire: made plain by the child, looked at by the parent."""

import re
from collections.abc import Callable, Iterable, Mapping
from dataclasses import dataclass, field
from functools import cache
from string import Formatter

from workbench.evidence.intake.gather import MOST
from workbench.evidence.intake.items import Item, Kind, Warned
from workbench.evidence.intake.warnings import DOUBTS, REFUSED, WARNINGS
from workbench.evidence.intake.wire import (
    END,
    ITEMS,
    LARGEST_FRAME,
    TEXT,
    Lie,
    packed,
    plain,
    repaired,
    unpacked,
)

_KINDS = {kind.value: kind for kind in Kind}
_LONGEST_PLACE, _LONGEST_MOMENT, _LONGEST_NAME, _MOST_NAMES = 2_000, 64, 2_000, 500
_LONGEST_NAMES = 20_000
_LONGEST_TEXT = 32 * 1024 * 1024
_LARGEST_DETAIL = LARGEST_FRAME // 4
# Batches grow: what was read before a crash is with the parent, and long chats are not sent line by line.
_BATCH, _MOST_AT_ONCE = LARGEST_FRAME // 4, 256
# A text that is longer goes before its item, in pieces.
_LONG = LARGEST_FRAME // 16
_MOST_WARNINGS, _LONGEST_FACT = 500, 400
# What may be a number that no database holds, and what may lie deeper than is taken.
_ODD, _DEEP = re.compile(rb"[0-9]{19}"), 12

Send = Callable[[bytes, bytes], None]


@dataclass
class Giver:
    """The child's side: items packed into frames as they come, up to ``most`` bytes in all."""

    send: Send
    most: int
    given: int = 0
    count: int = 0
    _batch: list[bytes] = field(default_factory=list)
    _held: int = 0
    _at_once: int = 1

    def give(self, item: Item) -> bool:
        """Give one item; False where no more can be given."""
        text = cut(item.text, _LONGEST_TEXT // 4)
        long = len(text) > _LONG
        line = packed(_listed(item, None if long else text))
        if self._held + len(line) + 2 > LARGEST_FRAME:
            self.flush()
        if self.given + len(line) + 4 * len(text) * long > self.most:
            return False
        if long:
            self.flush()
            self._text(text)
        self._batch.append(line)
        self._held += len(line) + 1
        self.given += len(line) + 1
        self.count += 1
        if long or self._held > _BATCH or len(self._batch) >= self._at_once:
            self.flush()
            self._at_once = min(2 * self._at_once, _MOST_AT_ONCE)
        return True

    def flush(self) -> None:
        """Send what is held back."""
        if self._batch:
            self.send(ITEMS, b"[" + b",".join(self._batch) + b"]")
        self._batch, self._held = [], 0

    def end(self, facts: Mapping[str, object], warnings: Iterable[Warned], refused: Warned | None) -> None:
        """Say that the file was read to its end, or how far it could be."""
        self.flush()
        told = [_keyed(one) for one in warnings][:_MOST_WARNINGS]
        while len(ended := packed([_small(facts), told, _keyed(refused) if refused else None])) > LARGEST_FRAME:
            told, facts = told[: len(told) // 2], {}
        self.send(END, ended)

    def _text(self, text: str) -> None:
        whole = text.encode(errors="replace")
        for start in range(0, len(whole), LARGEST_FRAME):
            piece = whole[start : start + LARGEST_FRAME]
            self.given += len(piece)
            self.send(TEXT, piece)


def _listed(item: Item, text: str | None) -> list[object]:
    return [
        item.kind.value, cut(item.place, _LONGEST_PLACE), cut(item.at, _LONGEST_MOMENT),
        cut(item.zone, _LONGEST_MOMENT), cut(item.sender, _LONGEST_NAME),
        _names(item.to), text, list(item.doubts), _small(item.detail),
    ]  # fmt: skip


def _names(names: Iterable[str]) -> list[str]:
    """As many names as go into a frame beside all else."""
    given: list[str] = []
    left = _LONGEST_NAMES
    for name in names:
        left -= len(name)
        if len(given) == _MOST_NAMES or left < 0:
            break
        given.append(cut(name, _LONGEST_NAME))
    return given


def _keyed(told: Warned) -> list[object]:
    sound = {name: repaired(fact) for name, fact in told.facts.items()}
    facts = {name: cut(fact, _LONGEST_FACT) if isinstance(fact, str) else fact for name, fact in sound.items()}
    return [told.key, facts]


def cut(text: str, most: int) -> str:
    """The text, with a sign at its end where it had to be cut."""
    return text if len(text) <= most else text[: most - 1] + "…"


def _small(values: Mapping[str, object]) -> Mapping[str, object]:
    """The values, or a word that there were too many."""
    if not values:
        return values
    values, line = _sound(values)
    if len(line) <= _LARGEST_DETAIL:
        return values
    kept = {key: value for key, value in values.items() if len(packed(value)) <= 1_000}
    return {"cut": True, **dict(list(kept.items())[:100])}


def _sound(values: Mapping[str, object]) -> tuple[Mapping[str, object], bytes]:
    """The values as they can pass, and packed: one number beyond measure must not cost all else that was read."""
    try:
        line = packed(values)
        if not _ODD.search(line) and line.count(b"[") + line.count(b"{") <= _DEEP:
            return values, line
    except (ValueError, TypeError, RecursionError):
        pass
    sound = {str(key): repaired(one) for key, one in values.items()}
    return sound, packed(sound)


@dataclass
class Taker:
    """The parent's side: takes frames, believes none, and holds what was taken."""

    formats: frozenset[str]
    most: int
    format: str = ""
    items: list[Item] = field(default_factory=list)
    facts: dict[str, object] = field(default_factory=dict)
    warnings: list[Warned] = field(default_factory=list)
    refused: Warned | None = None
    ended: bool = False
    _taken: int = 0
    _text: bytearray = field(default_factory=bytearray)

    def count(self, payload: bytes) -> None:
        """Count a frame against what one reading may give."""
        self._taken += len(payload) + 16
        if self.ended or self._taken > self.most + LARGEST_FRAME:
            raise Lie("too much")

    def take_format(self, payload: bytes) -> None:
        key = payload.decode("ascii", "replace")
        if self.format or key not in self.formats:
            raise Lie("format")
        self.format = key

    def take_text(self, payload: bytes) -> None:
        if len(self._text) + len(payload) > _LONGEST_TEXT:
            raise Lie("text")
        self._text += payload

    def take_pixels(self, payload: bytes) -> None:
        """Points of a picture, which only those take who asked for one."""
        raise Lie("points")

    def take_items(self, payload: bytes) -> None:
        rows = unpacked(payload)
        if not isinstance(rows, list) or len(self.items) + len(rows) > MOST:
            raise Lie("items")
        self.items += [self._item(row) for row in rows]

    def take_end(self, payload: bytes) -> None:
        match unpacked(payload):
            case [dict(facts), list(warnings), None | [str(), dict()] as refused] if len(warnings) <= _MOST_WARNINGS:
                plain(facts)
                self.facts = facts
                self.warnings = [_warned(one, WARNINGS) for one in warnings]
                self.refused = _warned(refused, REFUSED) if refused else None
                self.ended = True
            case _:
                raise Lie("end")

    def _item(self, row: object) -> Item:
        if not isinstance(row, list) or len(row) != 9:
            raise Lie("item")
        kind, place, at, zone, sender, to, text, doubts, detail = row
        if text is None:
            text, self._text = _decoded(self._text), bytearray()
        if not (
            isinstance(kind, str) and kind in _KINDS and _short(place, _LONGEST_PLACE) and _short(at, _LONGEST_MOMENT)
            and _short(zone, _LONGEST_MOMENT) and _short(sender, _LONGEST_NAME) and isinstance(text, str)
            and isinstance(to, list) and len(to) <= _MOST_NAMES and all(_short(one, _LONGEST_NAME) for one in to)
            and isinstance(doubts, list) and all(isinstance(one, str) and one in DOUBTS for one in doubts)
            and isinstance(detail, dict)
        ):  # fmt: skip
            raise Lie("item")
        if detail:
            plain(detail)
        return Item(_KINDS[kind], place, at, zone, sender, tuple(to), text, tuple(doubts), detail)


def _short(value: object, most: int) -> bool:
    return isinstance(value, str) and len(value) <= most


def _decoded(text: bytearray) -> str:
    try:
        return text.decode()
    except UnicodeDecodeError as error:
        raise Lie("letters") from error


def _warned(value: object, among: Mapping[str, str]) -> Warned:
    match value:
        case [str(key), dict(facts)] if key in among and len(facts) <= 10 and _named(among[key]) <= facts.keys():
            if all(type(fact) is int or _short(fact, _LONGEST_FACT) for fact in facts.values()):
                plain(facts)
                return Warned(key, facts)
    raise Lie("warning")


@cache
def _named(sentence: str) -> frozenset[str]:
    """The facts without which a sentence cannot be said."""
    return frozenset(name for _, name, _, _ in Formatter().parse(sentence) if name)
