"""The bytes of a table as rows of texts: kind, codepage and separator are found out, hostile files turned away."""

import csv
import io
import re
from collections.abc import Callable, Iterator
from dataclasses import dataclass, field
from datetime import date, datetime
from typing import Any

from workbench.errors import Reason, Refusal
from workbench.exchange.people_table.lines import LineProblem
from workbench.exchange.table.flaws import Misread
from workbench.exchange.table.opening import look
from workbench.exchange.table.wording import SheetFlaw
from workbench.i18n import N_
from workbench.identity.problems import Problem

ROWS, COLUMNS, BYTES = 20_000, 200, 20 * 2**20
_SEPARATORS = (",", ";", "\t")
# Lines of a workbook that are there but empty: formatted, or cleared by somebody.
_LOOKED_AT = 5 * ROWS
# Beyond this a spreadsheet has rounded a number: it keeps 15 figures.
_ROUNDED = 10**15
_ESCAPED = re.compile(r"_x([0-9A-Fa-f]{4})_")
# A cell further right than column 200 (GR).
_FAR = re.compile(rb"<(?:\w+:)?c[^>]*\sr=[\"'](?:[A-Z]{3}|[H-Z][A-Z]|G[S-Z])[0-9]")
_BAD_XML = {
    SheetFlaw.FILE_OLD: N_("it is a workbook of the old kind (.xls)"),
    SheetFlaw.FILE_LOCKED: N_("it is locked with a password"),
    SheetFlaw.FILE_OTHER: N_("it is another kind of file"),
    SheetFlaw.FILE_MACROS: N_("it holds macros"),
    SheetFlaw.FILE_HOSTILE: N_("it holds what no spreadsheet program writes, and was not opened"),
}
_DAMAGED = N_("it is damaged or was cut short")
_TOO_MANY_ROWS = N_("it has more than {most} lines")
_TOO_MANY_COLUMNS = N_("it has more than {most} columns")


@dataclass
class Rows:
    """The rows that are not empty, with their line, and how the file was understood."""

    rows: list[tuple[int, list[str]]]
    encoding: str = ""
    separator: str = ""
    problems: list[LineProblem] = field(default_factory=list)
    doubts: list[LineProblem] = field(default_factory=list)


def rows_of(data: bytes, file: str, known: Callable[[list[str]], int]) -> Rows:
    """The rows of a CSV file or of the first sheet of a workbook; ``known`` counts the headings that mean something.

    Raises ``Refusal`` for a file that is too large, no table, damaged, or not to be opened.
    """
    if len(data) > BYTES:
        raise too_large(file, N_("it has more than {most} megabytes"), BYTES // 2**20)
    if not data.strip():
        raise unreadable(file, N_("it is empty"))
    packed = data.startswith((b"PK", bytes.fromhex("d0cf11e0a1b11ae1")))
    return _of_workbook(data, file) if packed else _of_text(data, file, known)


def unreadable(file: str, problem: object) -> Refusal:
    """The refusal of a file that cannot be read."""
    return Refusal(Reason.TABLE_UNREADABLE, file=file, problem=problem)


def too_large(file: str, text: str, most: int) -> Refusal:
    """The refusal of a file that is larger than any list of people."""
    return Refusal(Reason.TABLE_LARGE, file=file, problem=Problem("", text, {"most": most}))


def _of_text(data: bytes, file: str, known: Callable[[list[str]], int]) -> Rows:
    text, encoding, guessed = _decoded(data, file)
    separator, text, skipped = _separator(text, known)
    rows: list[tuple[int, list[str]]] = []
    # Strict: an open quotation mark would silently swallow the lines that follow it.
    reader = csv.reader(io.StringIO(text, newline=""), delimiter=separator, strict=True)
    before = 0
    try:
        for row in reader:
            line, before = before + 1 + skipped, reader.line_num
            if any(cell and not cell.isspace() for cell in row):
                rows.append((line, row))
            _limits(len(rows), len(row), file)
    except csv.Error:
        problem = Problem("", N_("a quotation mark in or after line {line} is not closed, or a cell is endless"),
                          {"line": before + 1 + skipped})  # fmt: skip
        raise unreadable(file, problem) from None
    found = Rows(rows, encoding, separator)
    if guessed:
        text = N_("The file is not UTF-8; it was read as {encoding}. Compare a few names with the original.")
        found.doubts.append(LineProblem(0, "", text, {"encoding": encoding}))
    return found


def _decoded(data: bytes, file: str) -> tuple[str, str, bool]:
    """The text, the name of its codepage, and whether that is a guess."""
    if data.startswith((b"\xff\xfe", b"\xfe\xff")):
        try:
            return data.decode("utf-16"), "utf-16", False
        except UnicodeDecodeError:
            raise unreadable(file, _DAMAGED) from None
    if b"\0" in data:
        raise unreadable(file, N_("it is not a text"))
    try:
        return data.decode("utf-8-sig"), "utf-8", False
    except UnicodeDecodeError:
        # Every byte means something in this codepage, so that the guess is told and never taken for granted.
        return data.decode("windows-1256", errors="replace"), "windows-1256", True


def _separator(text: str, known: Callable[[list[str]], int]) -> tuple[str, str, int]:
    """What parts the cells: what makes most headings known; the text; and how many lines before it were passed over."""
    first, _, rest = text.partition("\n")
    told = re.fullmatch(r'"?sep=(.)"?\s*', first, re.IGNORECASE)
    if told:
        return told[1], rest, 1
    heading = next((line for line in text[:100_000].splitlines() if line.strip()), "")
    counts = {one: known(next(csv.reader([heading], delimiter=one), [])) for one in _SEPARATORS}
    best = max(_SEPARATORS, key=lambda one: (counts[one], heading.count(one)))
    return best, text, 0


def _limits(rows: int, columns: int, file: str) -> None:
    # The headings are a row too.
    if rows > ROWS + 1:
        raise too_large(file, _TOO_MANY_ROWS, ROWS)
    if columns > COLUMNS:
        raise too_large(file, _TOO_MANY_COLUMNS, COLUMNS)


def _of_workbook(data: bytes, file: str) -> Rows:
    try:
        look(data)
        if _reaches_far(data):
            raise too_large(file, _TOO_MANY_COLUMNS, COLUMNS)
        return _sheet(data, file)
    except Misread as misread:
        if misread.flaw is SheetFlaw.FILE_LARGE:
            raise too_large(file, N_("it has more cells than {most} people need"), ROWS) from None
        raise unreadable(file, _BAD_XML.get(SheetFlaw(misread.flaw), _DAMAGED)) from None
    except Refusal:
        raise
    except Exception:  # zipfile, lxml and openpyxl raise whatever they like for a file that was cut or made up
        raise unreadable(file, _DAMAGED) from None


def _reaches_far(data: bytes) -> bool:
    import zipfile

    with zipfile.ZipFile(io.BytesIO(data)) as archive:
        sheets = [name for name in archive.namelist() if name.startswith("xl/worksheets/") and name.endswith(".xml")]
        return any(_FAR.search(archive.read(name)) for name in sheets)


def _sheet(data: bytes, file: str) -> Rows:
    import warnings

    from openpyxl import load_workbook

    found = Rows([])
    with warnings.catch_warnings():
        # It tells of drawings and extensions that it leaves out; they are nothing of ours.
        warnings.simplefilter("ignore")
        book = load_workbook(io.BytesIO(data), read_only=True, keep_links=False)
        if not book.worksheets:
            raise unreadable(file, N_("there is no sheet in it"))
        sheet, *others = book.worksheets
        # The reach that the file claims for itself is not to be trusted.
        sheet.reset_dimensions()
        gap, looked_at = None, 0
        for line, cells in enumerate(sheet.iter_rows(max_col=COLUMNS), 1):
            # One stray cell far below makes a million lines of one and the same gap.
            if cells is gap:
                continue
            looked_at += 1
            if looked_at > _LOOKED_AT:
                raise too_large(file, _TOO_MANY_ROWS, _LOOKED_AT)
            if all(cell.value is None for cell in cells):
                gap = cells
                continue
            row = [_text(cell, line, found) for cell in cells]
            if any(one and not one.isspace() for one in row):
                found.rows.append((line, _cut(row)))
                _limits(len(found.rows), 0, file)
    if others:
        text = N_("Only the first sheet, {sheet}, was read.")
        found.doubts.append(LineProblem(0, "", text, {"sheet": str(sheet.title)}))
    return found


def _cut(row: list[str]) -> list[str]:
    while row and not row[-1]:
        row.pop()
    return row


def _text(cell: Any, line: int, found: Rows) -> str:
    """What a cell holds as a text; what stands there as a result of reckoning is told, not taken."""
    value = cell.value
    if value is None:
        return ""
    if isinstance(value, str) and cell.data_type not in ("f", "e"):
        return _ESCAPED.sub(lambda escaped: chr(int(escaped[1], 16)), value) if "_x" in value else value
    if isinstance(value, datetime):
        return value.date().isoformat() if value.time() == datetime.min.time() else value.isoformat(" ", "minutes")
    if isinstance(value, date):
        return value.isoformat()
    if isinstance(value, int | float):
        return _number(value, cell.column_letter, line, found)
    told = N_("the cell holds a formula; copy it and paste it as a value")
    if cell.data_type != "f":
        told = N_("the cell holds no text, number or day")
    found.problems.append(LineProblem(line, cell.column_letter, told))
    return ""


def _number(value: float, letter: str, line: int, found: Rows) -> str:
    if isinstance(value, bool):
        return "yes" if value else "no"
    if abs(value) >= _ROUNDED:
        told = N_("the spreadsheet has rounded this long number; type it as text")
        found.problems.append(LineProblem(line, letter, told))
        return ""
    return str(int(value)) if float(value).is_integer() else str(value)


def letters(count: int) -> Iterator[str]:
    """The letters of the first columns, as a spreadsheet names them."""
    for number in range(1, count + 1):
        tens, ones = divmod(number - 1, 26)
        yield (chr(64 + tens) if tens else "") + chr(65 + ones)
