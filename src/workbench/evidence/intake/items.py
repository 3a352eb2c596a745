"""What is read out of a file: items, each with its place in the original, and how a whole reading ended."""

from collections.abc import Mapping
from dataclasses import dataclass, field
from enum import StrEnum


class Kind(StrEnum):
    """What an item is. The value is also the key under which it is counted (``COUNTED``)."""

    MESSAGE = "message"
    NOTICE = "notice"  # what a program wrote into a chat by itself
    CALL = "call"
    CONTACT = "contact"
    PLACE = "place"
    PAYMENT = "payment"
    PHOTO = "photo"
    RECORDING = "recording"  # sound or moving pictures
    PAGE = "page"
    RECORD = "record"  # a row or a piece that is none of the above
    FILE = "file"  # a file within the file


# The words under which kinds are counted, in the order in which counts are told.
COUNTED: Mapping[Kind, str] = {
    Kind.MESSAGE: "messages",
    Kind.NOTICE: "notices",
    Kind.CALL: "calls",
    Kind.CONTACT: "contacts",
    Kind.PLACE: "places",
    Kind.PAYMENT: "payments",
    Kind.PHOTO: "photos",
    Kind.RECORDING: "recordings",
    Kind.PAGE: "pages",
    Kind.RECORD: "records",
    Kind.FILE: "files",
}


@dataclass(frozen=True, slots=True)
class Item:
    """One message, call, place or the like.

    ``place`` says where it stands in the original: ``line 12``, ``row 7``, ``sheet Debts row 3``, ``id 31``,
    ``chat.txt line 3``. ``at`` is ISO 8601 as the file tells it, without an offset where the file tells none; ``zone``
    is that offset (``+03:00``) or name, empty if unknown. ``doubts`` are keys of ``warnings.DOUBTS``.
    """

    kind: Kind
    place: str
    at: str = ""
    zone: str = ""
    sender: str = ""
    to: tuple[str, ...] = ()
    text: str = ""
    doubts: tuple[str, ...] = ()
    detail: Mapping[str, object] = field(default_factory=dict)  # plain JSON values only


@dataclass(frozen=True, slots=True)
class Warned:
    """Something a person should know about a file: a key of ``warnings.WARNINGS`` and what its sentence names."""

    key: str
    facts: Mapping[str, str | int] = field(default_factory=dict)


@dataclass(frozen=True, slots=True)
class Reading:
    """How the reading of one file ended. ``format`` is a key of ``formats.FORMATS``, or empty if none fitted.

    ``refused`` is a key of ``warnings.REFUSED`` where the file was recognised but could not be read; its items then
    are those that were read before.
    """

    format: str
    items: tuple[Item, ...] = ()
    counts: Mapping[str, int] = field(default_factory=dict)
    senders: Mapping[str, int] = field(default_factory=dict)
    first: str = ""
    last: str = ""
    facts: Mapping[str, object] = field(default_factory=dict)
    warnings: tuple[Warned, ...] = ()
    refused: Warned | None = None
