"""Plain text that no other format claimed: its lines as one page of text, in whatever letters it was saved."""

from collections.abc import Iterator

from workbench.evidence.intake import encodings
from workbench.evidence.intake.items import Item, Kind
from workbench.evidence.intake.source import Notes, Source

_LONGEST = 5_000_000
# As many letters out of the older code page must be those that people write here; otherwise these are bytes.
_SHARE = 0.6


def fits(source: Source) -> bool:
    """Whether the head is text: letters and no control signs."""
    name, guessed = encodings.encoding(source.head)
    text = source.head.decode(name, "replace")
    if not text or any(ord(one) < 32 and one not in "\t\r\n\f" for one in text):
        return False
    if name == "utf-8" and not guessed:
        return True
    beyond = [one for one in text if ord(one) > 127]
    return sum("\u0600" <= one <= "\u06ff" for one in beyond) >= _SHARE * len(beyond)


def read(source: Source, notes: Notes) -> Iterator[Item]:
    """The whole text as one page."""
    data = source.file.read(_LONGEST + 4)
    text = encodings.decoded(data[:_LONGEST], notes).removeprefix("\ufeff")
    if len(data) > _LONGEST:
        notes.warn("text_cut", count=len(text))
    notes.fact("lines", text.count("\n") + 1)
    yield Item(Kind.PAGE, "line 1", text=text)
