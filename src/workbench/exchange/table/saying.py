"""The texts of a pack in its other languages, taken from their sheets; each beside the text that it translates."""

from collections.abc import Mapping, Sequence

from workbench.exchange.table import layout, values
from workbench.exchange.table.flaws import Misread, Place
from workbench.exchange.table.folding import Folded
from workbench.exchange.table.folding_steps import known_rows
from workbench.exchange.table.layout import Shape
from workbench.exchange.table.reading import Book, Row
from workbench.exchange.table.spots import Part
from workbench.exchange.table.unfolding import Text
from workbench.exchange.table.wording import SheetFlaw

_SHOWN = 60
Lines = Mapping[int | str, str]
Cell = tuple[Part, str, str]


class Tongue:
    """The sheets of one language. Ask for every text once, then for what was left over."""

    def __init__(self, book: Book, made: Folded, tag: str, texts: Sequence[Text]) -> None:
        self._source = made.source
        self._sheets = layout.language_sheets(tag, made.source)
        self._rows: dict[Part, dict[str, Row]] = {}
        # Which names there are is known once the pack holds together; until then there are no texts to ask for.
        names = {text.spot.row: None for text in texts if text.spot.part is Part.NAMES}
        wanted = ([*made.phases, *made.steps], made.questions, list(names))
        on = (layout.STEPS.name, layout.FIELDS.name, layout.PACK.name)
        for part, sheet, keys, other in zip(Part, self._sheets, wanted, on, strict=True):
            known = known_rows(book, sheet, keys, made, other) if texts or part is not Part.NAMES else {}
            self._rows[part] = known
        self._cells: dict[Cell, tuple[Lines, Lines]] = {}
        self._used: set[tuple[Part, str, str, int | str]] = set()
        self._wanted: dict[Cell, dict[int | str, str]] = {}
        for text in texts:
            at = text.spot
            self._wanted.setdefault((at.part, at.row, at.column), {})[at.line] = text.text
        self._matched: dict[Cell, Mapping[int | str, int | str]] = {}

    def say(self, one: Text) -> str:
        """The translation of a text; empty, with a finding, if there is none or only that of an older text."""
        at = one.spot
        row = self._rows[at.part].get(at.row)
        if row is None:
            return ""  # that the row is missing was said
        cell = (at.part, at.row, at.column)
        if cell not in self._cells:
            self._cells[cell] = self._read(row, at.part, at.column, at.shape)
            self._matched[cell] = _matched(self._wanted[cell], self._cells[cell][0], at.shape)
        originals, said = self._cells[cell]
        line = self._matched[cell].get(at.line, -1)
        self._used.add((*cell, line))
        if not said.get(line, ""):
            # An empty cell is one thing to do, however many lines it should have.
            if said or at.line in (0, next(iter(self._wanted[cell]))):
                row.note(SheetFlaw.TRANSLATION_MISSING, at.column, text=_short(one.text))
        elif originals.get(line) != one.text:
            row.note(SheetFlaw.TRANSLATION_STALE, at.column, text=_short(one.text))
        return said.get(line, "")

    def place(self, one: Text) -> Place:
        """The cell of the translation of a text."""
        row = self._rows[one.spot.part].get(one.spot.row)
        return Place(self._sheets[one.spot.part.value].name) if row is None else row.place(one.spot.column)

    def left_over(self) -> None:
        """Note what is translated though the text is no longer there."""
        for part, sheet in zip(Part, self._sheets, strict=True):
            for key, row in self._rows[part].items():
                for column in (one for one in sheet.columns[1:] if not one.beside):
                    cell = (part, key, column.name)
                    if cell not in self._cells:
                        self._cells[cell] = self._read(row, part, column.name, column.shape)
                    originals, said = self._cells[cell]
                    for line, text in said.items():
                        if text and (*cell, line) not in self._used:
                            shown = _short(originals.get(line) or text)
                            row.note(SheetFlaw.TRANSLATION_LEFT, column.name, text=shown)

    def _read(self, row: Row, part: Part, column: str, shape: Shape) -> tuple[Lines, Lines]:
        names = part is Part.NAMES
        beside = layout.SOURCE_TEXT if names else layout.beside(column, self._source)
        originals, said = _lines(row, beside, shape), _lines(row, column, shape)
        if shape is Shape.LINES and said and len(originals) != len(said):
            row.note(SheetFlaw.TRANSLATION_LINES, column, said=len(said), lines=len(originals))
        return originals, said


def _matched(wanted: Lines, originals: Lines, shape: Shape) -> Mapping[int | str, int | str]:
    """For each text of a cell the line that translates it: where that text stands beside it, else its own number.

    Lines may have been moved or put in between since the translation was made.
    """
    if shape is not Shape.LINES:
        return {line: line for line in wanted}
    found = {line: line for line, text in wanted.items() if originals.get(line) == text}
    free = [line for line in originals if line not in found]
    for line, text in wanted.items():
        moved = next((one for one in free if originals[one] == text), None)
        if line not in found and moved is not None:
            found[line] = moved
            free.remove(moved)
    for line in wanted:
        if line not in found and line in free:
            found[line] = line
            free.remove(line)
    return found


def _lines(row: Row, column: str, shape: Shape) -> Lines:
    text = row.text(column)
    if shape is Shape.OPTIONS:
        try:
            return {str(key): said for key, said in values.option_lines(text).items()}
        except Misread as misread:
            row.note(misread.flaw, column, **misread.facts)
            return {}
    if shape is Shape.LINES:
        return dict(enumerate(values.lines(text)))
    return {0: text} if text else {}


def _short(text: str) -> str:
    return text if len(text) <= _SHOWN else f"{text[:_SHOWN]}…"
