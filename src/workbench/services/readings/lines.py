"""Items turned into the rows that are kept of them, and back; what they are told apart by."""

import hashlib
import json
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass
from functools import lru_cache

from workbench.evidence import moments
from workbench.evidence.intake.items import Item, Kind
from workbench.names import fold
from workbench.store.items import Line

# What is folded for looking; a longer text is found by its beginning.
_FOLDED = 4000
KINDS = tuple(str(one) for one in Kind)
_NUMBERS = {one: n for n, one in enumerate(KINDS)}
_written = json.JSONEncoder(ensure_ascii=False, sort_keys=True, separators=(",", ":"), default=str).encode


class Lines:
    """The rows of items, one after the other; moments without a zone are placed by ``zone``.

    When the last has come, ``digest`` tells all of them: read again, the same bytes give the same.
    """

    def __init__(self, items: Iterable[Item], zone: str) -> None:
        self._items = items
        self._zone = zone
        self._hashed = hashlib.sha256()

    def __iter__(self) -> Iterator[Line]:
        folded = lru_cache(maxsize=4096)(fold)
        for one in self._items:
            body = _clean(_written(_parts(one)))
            self._hashed.update(body.encode())
            self._hashed.update(b"\n")
            found = moments.span(one.at, one.zone, self._zone) if one.at else None
            sender = _clean(one.sender)
            looked = [folded(sender), *map(folded, one.to)]
            if one.text:
                looked.append(fold(one.text[:_FOLDED]))
            yield Line(
                int(found.first.timestamp()) if found else None, _NUMBERS[one.kind], sender,
                _clean(" ".join(looked)), body,
            )  # fmt: skip

    def digest(self) -> str:
        """The digest of the rows that came."""
        return self._hashed.hexdigest()


@dataclass(frozen=True, slots=True)
class Body:
    """A row that is kept, taken apart again."""

    kind: str
    place: str
    at: str
    zone: str
    sender: str
    to: tuple[str, ...]
    text: str
    doubts: tuple[str, ...]
    detail: Mapping[str, object]


def body_of(text: str) -> Body:
    """A row from its JSON."""
    kind, place, at, zone, sender, to, said, doubts, detail = json.loads(text)
    return Body(kind, _shown(place), at, zone, _shown(sender), tuple(to), _shown(said), tuple(doubts), detail)


def digest_of(text: str) -> str:
    """What one item is told by, wherever it is named as a source."""
    return hashlib.sha256(text.encode()).hexdigest()


def kinds(some: Iterable[str]) -> tuple[int, ...]:
    """The numbers of kinds; what is no kind has none that any row bears."""
    return tuple(_NUMBERS.get(one, -1) for one in some)


def plain(value: object) -> object:
    """A value as a row of the vault can hold and hash it: numbers with a point become text, other things too."""
    if isinstance(value, Mapping):
        return {_clean(str(key)): plain(one) for key, one in value.items()}
    if isinstance(value, list | tuple | set | frozenset):
        return [plain(one) for one in value]
    if value is None or isinstance(value, bool | int):
        return value
    return _shown(_clean(value)) if isinstance(value, str) else str(value)


def _parts(one: Item) -> list[object]:
    return [str(one.kind), one.place, one.at, one.zone, one.sender, one.to, one.text, one.doubts, one.detail]


def _shown(text: str) -> str:
    return text.replace("\x00", "\ufffd")


def _clean(text: str) -> str:
    """The text without halves of characters: a file may hold anything."""
    return text if text.isascii() else text.encode("utf-8", "replace").decode("utf-8")
