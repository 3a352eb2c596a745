"""Opening a workbook that came from somewhere: looked at from outside first, then read as tables of cells."""

import re
import warnings
import zipfile
from dataclasses import dataclass, field
from datetime import date, time, timedelta
from io import BytesIO
from typing import Any

from workbench.exchange.table.flaws import Misread, Notes, Place
from workbench.exchange.table.wording import SheetFlaw

FILE_LIMIT, UNPACKED_LIMIT, PARTS_LIMIT = 32 * 2**20, 128 * 2**20, 2000
ROW_LIMIT, COLUMN_LIMIT, CELL_LIMIT = 25_000, 100, 800_000
_OLE = bytes.fromhex("d0cf11e0a1b11ae1")
_LOCKED = "EncryptedPackage".encode("utf-16-le")
_ENTITIES = re.compile(rb"<!(DOCTYPE|ENTITY)", re.IGNORECASE)
_CELL, _ROW = re.compile(rb"<(?:\w+:)?c[\s>/]"), re.compile(rb"<(?:\w+:)?row[\s>/]")
# openpyxl makes a cell of each place in such a range, before anybody can ask how far it reaches.
_SPREAD = re.compile(
    rb"<(?:\w+:)?(?:mergeCell|hyperlink)\s[^>]*?\bref=[\"']\$?([A-Za-z]+)\$?([0-9]+):\$?([A-Za-z]+)\$?([0-9]+)"
)
_OTHER = {
    "mimetype": "OpenDocument", "xl/workbook.bin": ".xlsb", "word/document.xml": "Word",
    "ppt/presentation.xml": "PowerPoint",
}  # fmt: skip
_ESCAPED = re.compile(r"_x([0-9A-Fa-f]{4})_")
Value = str | float | bool


@dataclass(frozen=True, slots=True)
class RawCell:
    """What a cell holds, before it is known what it should hold."""

    value: Value
    place: Place


@dataclass
class Table:
    """One sheet: the letter of each heading, and the rows by number with their cells by heading."""

    name: str
    letters: dict[str, str] = field(default_factory=dict)
    rows: dict[int, dict[str, RawCell]] = field(default_factory=dict)

    def place(self, row: int = 0, column: str = "") -> Place:
        """The cell of a row under a heading, also where nothing stands."""
        return Place(self.name, row, f"{self.letters.get(column, '')} ({column})".strip() if column else "")


class Opened:
    """A workbook that could be read; each sheet is read when it is asked for."""

    def __init__(self, book: Any, results: Any) -> None:
        self._sheets = {sheet.title: sheet for sheet in book.worksheets}
        self._results = results
        self.names = tuple(self._sheets)

    def table(self, name: str, notes: Notes) -> Table:
        """The cells of a sheet of this name; what cannot be read as a value is noted and left out."""
        sheet, table = self._sheets[name], Table(name)
        cells = {at: cell for at, cell in sorted(sheet._cells.items()) if cell.value is not None}
        _limits(cells, table, notes)
        for merged in list(sheet.merged_cells.ranges):
            if merged.min_row <= ROW_LIMIT:
                place = Place(name, merged.min_row, _letter(merged.min_col))
                notes.add(SheetFlaw.MERGED, place, cells=str(merged.coord))
        headings = _headings({at: cell for at, cell in cells.items() if at[0] == 1}, table, notes)
        for (row, column), cell in cells.items():
            if row == 1 or row > ROW_LIMIT or column > COLUMN_LIMIT:
                continue
            heading = headings.get(column)
            place = table.place(row, heading) if heading else Place(name, row, _letter(column))
            value = self._value(cell, place, notes)
            if value is None or not str(value).strip():
                continue
            if heading is None:
                notes.add(SheetFlaw.COLUMN_UNNAMED, place)
            else:
                table.rows.setdefault(row, {})[heading] = RawCell(value, place)
        return table

    def _value(self, cell: Any, place: Place, notes: Notes) -> Value | None:
        value = cell.value
        if cell.data_type == "f":
            self._formula(cell, place, notes)
        elif cell.data_type == "e":
            notes.add(SheetFlaw.ERROR_VALUE, place, shown=str(value))
        elif isinstance(value, date | time | timedelta):
            notes.add(SheetFlaw.DATE, place, shown=str(value))
        elif isinstance(value, bool | int | float):
            return value
        else:
            return _ESCAPED.sub(lambda found: chr(int(found[1], 16)), str(value))
        return None

    def _formula(self, cell: Any, place: Place, notes: Notes) -> None:
        shown = self._results[place.sheet][cell.coordinate].value if self._results is not None else None
        if shown is None:
            notes.add(SheetFlaw.FORMULA_EMPTY, place)
        else:
            notes.add(SheetFlaw.FORMULA, place, shown=str(shown)[:80])


def opened(data: bytes, notes: Notes) -> Opened | None:
    """The workbook in these bytes; None, with a finding, if it cannot be read safely."""
    try:
        look(data)
        book = _load(data)
        formulas = any(cell.data_type == "f" for sheet in book.worksheets for cell in sheet._cells.values())
        return Opened(book, _load(data, data_only=True) if formulas else None)
    except Misread as misread:
        notes.add(misread.flaw, **misread.facts)
    except Exception:  # zipfile, lxml and openpyxl raise whatever they like for a file that was cut or made up
        notes.add(SheetFlaw.FILE_DAMAGED)
    return None


def _load(data: bytes, **options: bool) -> Any:
    from openpyxl import load_workbook

    with warnings.catch_warnings():
        # It tells of drawings and extensions that it leaves out; they are nothing of ours.
        warnings.simplefilter("ignore")
        return load_workbook(BytesIO(data), keep_links=False, **options)


def look(data: bytes) -> None:
    """Raise ``Misread`` for a file that is no workbook, or one that should not be opened."""
    if len(data) > FILE_LIMIT:
        raise Misread(SheetFlaw.FILE_LARGE, what=f"{len(data) // 2**20} MB")
    if data.startswith(_OLE):
        raise Misread(SheetFlaw.FILE_LOCKED if _LOCKED in data else SheetFlaw.FILE_OLD)
    if not data.startswith(b"PK"):
        raise Misread(SheetFlaw.FILE_TEXT if _is_text(data) else SheetFlaw.FILE_DAMAGED)
    with zipfile.ZipFile(BytesIO(data)) as archive:
        parts = {part.filename for part in archive.infolist()}
        _measure(archive.infolist())
        for name, what in _OTHER.items():
            if name in parts:
                raise Misread(SheetFlaw.FILE_OTHER, what=what)
        if "[Content_Types].xml" not in parts or not any(name.startswith("xl/") for name in parts):
            raise Misread(SheetFlaw.FILE_OTHER, what="zip")
        if "xl/vbaProject.bin" in parts:
            raise Misread(SheetFlaw.FILE_MACROS)
        _read_through(archive)


def _is_text(data: bytes) -> bool:
    head = data[:4096]
    return bool(head.strip()) and (b"\0" not in head or head.startswith((b"\xff\xfe", b"\xfe\xff")))


def _measure(parts: list[zipfile.ZipInfo]) -> None:
    # A part that unpacks to more than it says fails by its checksum.
    unpacked = sum(part.file_size for part in parts)
    if len(parts) > PARTS_LIMIT or unpacked > UNPACKED_LIMIT:
        raise Misread(SheetFlaw.FILE_LARGE, what=f"{unpacked // 2**20} MB, {len(parts)} files")
    if any(part.flag_bits & 1 for part in parts):
        raise Misread(SheetFlaw.FILE_LOCKED)


def _read_through(archive: zipfile.ZipFile) -> None:
    """Raise ``Misread`` for XML that could expand, and for more cells than any procedure has."""
    count = 0
    for name in archive.namelist():
        if not name.endswith((".xml", ".rels", ".vml")):
            continue
        part = archive.read(name)
        # In another encoding these words would be spelt differently, and no spreadsheet writes one.
        if _ENTITIES.search(part) or b"\0" in part:
            raise Misread(SheetFlaw.FILE_HOSTILE, what=name)
        if name.startswith("xl/worksheets/"):
            count += max(len(_CELL.findall(part)), len(_ROW.findall(part))) + sum(map(_area, _SPREAD.findall(part)))
            if count > CELL_LIMIT:
                raise Misread(SheetFlaw.FILE_LARGE, what=f"> {CELL_LIMIT}")


def _area(corners: tuple[bytes, bytes, bytes, bytes]) -> int:
    left, top, right, bottom = corners
    return abs(_number(right) - _number(left) + 1) * abs(int(bottom[:9]) - int(top[:9]) + 1)


def _number(letters: bytes) -> int:
    number = 0
    for letter in letters[:4].upper():
        number = number * 26 + letter - 64
    return number


def _limits(cells: dict[tuple[int, int], Any], table: Table, notes: Notes) -> None:
    row, column = (max((at[part] for at in cells), default=0) for part in (0, 1))
    if row > ROW_LIMIT:
        notes.add(SheetFlaw.SHEET_LARGE, Place(table.name, row), what=str(row), limit=ROW_LIMIT)
    if column > COLUMN_LIMIT:
        letter = _letter(column)
        notes.add(SheetFlaw.SHEET_LARGE, Place(table.name, 0, letter), what=letter, limit=COLUMN_LIMIT)


def _headings(cells: dict[tuple[int, int], Any], table: Table, notes: Notes) -> dict[int, str]:
    """The heading of each column by its number; capitals, spaces and marks around it do not count."""
    headings: dict[int, str] = {}
    for (_, column), cell in cells.items():
        heading = " ".join("".join(c for c in str(cell.value) if c.isprintable()).split())
        name = heading.lower() if "[" not in heading else _beside(heading)
        if not name or column > COLUMN_LIMIT:
            continue
        if name in table.letters:
            notes.add(SheetFlaw.COLUMN_TWICE, Place(table.name, 1, _letter(column)), column=name)
            continue
        headings[column] = name
        table.letters[name] = _letter(column)
    return headings


def _beside(heading: str) -> str:
    name, _, tag = heading.partition("[")
    return f"{name.strip().lower()} [{tag}"


def _letter(column: int) -> str:
    from openpyxl.utils import get_column_letter

    return str(get_column_letter(column))
