"""The text of a document as it flows: paragraphs gathered into pages, with what is hidden or was deleted marked."""

from collections.abc import Iterator
from dataclasses import dataclass, field

from workbench.evidence.intake.items import Item, Kind
from workbench.evidence.intake.source import Notes

_MOST_LETTERS = 20_000_000
_MOST_PAGES = 20_000
_PAGE_LETTERS = 1_000_000


class Full(Exception):
    """More text than is read here."""


@dataclass
class Flow:
    """Text comes in line by line; pages come out where the document tells of them. ``word`` names a page."""

    notes: Notes
    word: str = "page"
    page: int = 1
    line: int = 0
    hidden: int = 0
    deleted: int = 0
    letters: int = 0
    changes: int = 0
    _lines: list[str] = field(default_factory=list)
    _first: int = 1
    _held: int = 0

    def put(self, text: str) -> Iterator[Item]:
        """One paragraph or row of a table; the page that is full comes out."""
        self.line += 1
        # What the file left empty has no text, but it is counted: paragraphs are found again by their number.
        if text := text.replace("\x00", "").strip().removesuffix(" |"):
            self._lines.append(text)
            self.letters += len(text)
            self._held += len(text)
        if self.letters > _MOST_LETTERS or self.page > _MOST_PAGES:
            yield from self.turn()
            self.notes.warn("cut_off", count=self.page - 1)
            raise Full
        if self._held > _PAGE_LETTERS:
            yield from self.turn(same=True)

    def turn(self, *, same: bool = False, even_empty: bool = False) -> Iterator[Item]:
        """The page as it stands, and on to the next; ``same``: it goes on, it was only too long to be held."""
        if self._lines or even_empty:
            place = f"{self.word} {self.page}" + (f" paragraph {self._first}" if self.word == "page" else "")
            yield Item(Kind.PAGE, place, text="\n".join(self._lines))
        self._lines, self._held, self._first = [], 0, self.line + 1
        if not same:
            self.page += 1

    def tell(self) -> None:
        """Note what was found on the way."""
        if self.hidden:
            self.notes.warn("document_hidden_text")
            self.notes.fact("hidden_pieces", self.hidden)
        if self.changes:
            self.notes.warn("document_changes", count=self.changes)
            self.notes.fact("recorded_changes", self.changes)
