"""Rows about what was read: a reading, an item of it, a page of items."""

from collections.abc import Mapping
from dataclasses import dataclass, field
from datetime import datetime

from workbench.evidence.intake.warnings import DOUBTS, REFUSED, WARNINGS
from workbench.i18n import Language


@dataclass(frozen=True, slots=True)
class ToldRow:
    """Something that a person should know of a file: a key and what its sentence names."""

    key: str
    facts: Mapping[str, object] = field(default_factory=dict, hash=False)

    def say(self, language: Language) -> str:
        """It in a language; a key that this program does not know is said as it is."""
        words = WARNINGS.get(self.key) or REFUSED.get(self.key)
        return language.say(words, **self.facts) if words else self.key


@dataclass(frozen=True, slots=True)
class ReadingRow:
    """That a file was read, as what, and what was found. ``format`` is empty where no reader fitted.

    ``differs`` if the rows that are kept now are not those that were found then.
    """

    reading_id: str
    file_id: str
    exhibit: str
    file_name: str
    sha256: str
    format: str
    version: str
    at: datetime
    by: str
    options: Mapping[str, object] = field(default_factory=dict, hash=False)
    counts: Mapping[str, int] = field(default_factory=dict, hash=False)
    senders: Mapping[str, int] = field(default_factory=dict, hash=False)
    first: str = ""
    last: str = ""
    facts: Mapping[str, object] = field(default_factory=dict, hash=False)
    warnings: tuple[ToldRow, ...] = ()
    refused: ToldRow | None = None
    digest: str = ""
    kept: int = 0
    differs: bool = False


@dataclass(frozen=True, slots=True)
class ItemRow:
    """One thing read out of a file. ``moment`` is in UTC; ``zone_by`` says who told the zone it rests on.

    ``who`` and ``to_who`` are codes of people of the case, ``who_by`` how they were told: by their own number, or by a
    name under which a number is kept in somebody's contacts. ``event`` is the event that it became.
    """

    item_id: str
    file_id: str
    exhibit: str
    file_name: str
    kind: str
    place: str
    at: str
    zone: str
    moment: datetime | None
    exact: str  # year | month | day | minute | second | "" where there is no moment
    zone_by: str  # file | chosen | assumed
    sender: str
    to: tuple[str, ...]
    text: str
    doubts: tuple[str, ...]
    detail: Mapping[str, object] = field(default_factory=dict, hash=False)
    who: str = ""
    who_by: str = ""  # number | contact
    to_who: tuple[str, ...] = ()  # as many as ``to``; empty where nobody is known
    event: str = ""
    digest: str = ""

    def doubts_said(self, language: Language) -> tuple[str, ...]:
        """The doubts in a language."""
        return tuple(language.say(DOUBTS[one]) if one in DOUBTS else one for one in self.doubts)


@dataclass(frozen=True, slots=True)
class ItemPage:
    """A page of items, and how many there are in all."""

    rows: tuple[ItemRow, ...]
    total: int
    offset: int
