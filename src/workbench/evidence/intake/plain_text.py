"""Plain text that no other format claimed: its lines as pages of text."""

from collections.abc import Iterator

from workbench.evidence.intake.items import Item, Kind
from workbench.evidence.intake.source import Notes, Source

_LONGEST = 5_000_000


def fits(source: Source) -> bool:
    """Whether the head is text: letters in UTF-8 and no control signs."""
    try:
        text = source.head.decode("utf-8-sig")
    except UnicodeDecodeError as error:
        if error.start < len(source.head) - 4:
            return False
        text = source.head[: error.start].decode("utf-8-sig")
    return bool(text) and not any(ord(one) < 32 and one not in "\t\r\n\f" for one in text)


def read(source: Source, notes: Notes) -> Iterator[Item]:
    """The whole text as one page."""
    data = source.file.read(_LONGEST + 4)
    text = data[:_LONGEST].decode("utf-8-sig", "replace")
    if len(data) > _LONGEST:
        notes.warn("text_cut", count=len(text))
    notes.fact("lines", text.count("\n") + 1)
    yield Item(Kind.PAGE, "line 1", text=text)
