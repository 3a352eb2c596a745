"""Rows drawn as a workbook: text in every cell, the same bytes for the same pack."""

import re
import zipfile
from collections.abc import Iterator, Sequence
from io import BytesIO
from typing import Any

from workbench.errors import Reason, Refusal
from workbench.exchange.table import layout, meanings
from workbench.exchange.table.cleaning import LONGEST
from workbench.exchange.table.layout import Column, Sheet
from workbench.i18n import TAGS, language

Rows = Sequence[dict[str, str]]
_TEXT = "@"
_SPARE = 300
# A spreadsheet takes these for a formula if somebody opens the file as CSV later, or pastes it.
_INJECTING = ("=", "+", "-", "@", "\t")
_ESCAPED = re.compile(r"_(?=x[0-9A-Fa-f]{4}_)")
_UNWRITABLE = re.compile("[\x00-\x08\x0b\x0c\x0e-\x1f\ufffe\uffff]")
_HEAD, _BESIDE, _STALE = "FFD9E2EC", "FFF0F0F0", "FFFFE699"
_PROPERTIES = (
    b'<?xml version="1.0" encoding="UTF-8" standalone="yes"?>\n<cp:coreProperties '
    b'xmlns:cp="http://schemas.openxmlformats.org/package/2006/metadata/core-properties" '
    b'xmlns:dc="http://purl.org/dc/elements/1.1/"><dc:creator>Workbench</dc:creator></cp:coreProperties>'
)
_LONG_AGO = (1980, 1, 1, 0, 0, 0)


def drawn(sheets: Sequence[tuple[Sheet, Rows]], languages: Sequence[str], source: str) -> bytes:
    """The workbook that holds these rows. Raises ``Refusal`` if a text is too long for a cell."""
    from openpyxl import Workbook

    book = Workbook()
    _read_me(book.active, [sheet for sheet, _ in sheets], languages)
    for sheet, rows in sheets:
        _sheet(book.create_sheet(sheet.name), sheet, rows, source)
    file = BytesIO()
    book.save(file)
    return _settled(file.getvalue())


def right_to_left(tag: str) -> bool:
    """Whether a language is written from right to left; one that nobody knows is not."""
    from babel import Locale, UnknownLocaleError

    try:
        return str(Locale.parse(tag).text_direction) == "rtl"
    except (UnknownLocaleError, ValueError):
        return False


def _sheet(page: Any, sheet: Sheet, rows: Rows, source: str) -> None:
    rtl = bool(sheet.tag) and right_to_left(sheet.tag)
    page.sheet_view.rightToLeft = rtl
    page.freeze_panes = "B2" if sheet is not layout.STEPS else "D2"
    _columns(page, sheet.columns)
    for number, row in enumerate(rows, start=2):
        for index, column in enumerate(sheet.columns, start=1):
            text = row.get(column.name, "")
            if text:
                mine = column.shape in layout.TEXTS and not column.beside
                _put(page, number, index, text, rtl=rtl and mine, fill=_BESIDE if column.beside else "")
    last = len(rows) + _SPARE
    _choices(page, sheet.columns, last)
    _old_ones(page, sheet, source, last)


def _columns(page: Any, columns: Sequence[Column]) -> None:
    from openpyxl.styles import Alignment, Font, PatternFill
    from openpyxl.utils import get_column_letter

    for index, column in enumerate(columns, start=1):
        dimension = page.column_dimensions[get_column_letter(index)]
        # What is typed into empty rows later must stay text too: 1.10 is not 1.1.
        dimension.width, dimension.number_format = column.width, _TEXT
        cell = _put(page, 1, index, column.name)
        cell.font = Font(bold=True)
        cell.fill = PatternFill("solid", fgColor=_HEAD)
        cell.alignment = Alignment(vertical="top", readingOrder=1)


def _put(page: Any, row: int, column: int, text: str, *, rtl: bool = False, fill: str = "") -> Any:
    from openpyxl.styles import PatternFill

    text = _UNWRITABLE.sub(lambda found: f"_x{ord(found[0]):04X}_", _ESCAPED.sub("_x005F_", text))
    if len(text) > LONGEST:
        raise Refusal(Reason.TEXT_LONG, most=LONGEST)
    cell = page.cell(row, column)
    cell.value = text
    # Whatever it begins with: a text is a text.
    cell.data_type, cell.number_format = "s", _TEXT
    cell.quotePrefix = text.startswith(_INJECTING)
    cell.alignment = _alignment(rtl)
    if fill:
        cell.fill = PatternFill("solid", fgColor=fill)
    return cell


def _alignment(rtl: bool) -> Any:
    from openpyxl.styles import Alignment

    side, order = ("right", 2) if rtl else ("left", 1)
    return Alignment(horizontal=side, vertical="top", wrap_text=True, readingOrder=order)


def _choices(page: Any, columns: Sequence[Column], last: int) -> None:
    from openpyxl.utils import get_column_letter
    from openpyxl.worksheet.datavalidation import DataValidation

    for index, column in enumerate(columns, start=1):
        if column.choices:
            listed = '"' + ",".join(column.choices) + '"'
            rule = DataValidation(type="list", formula1=listed, allow_blank=True, showErrorMessage=True)
            rule.error = ", ".join(column.choices)
            letter = get_column_letter(index)
            rule.add(f"{letter}2:{letter}{last}")
            page.add_data_validation(rule)


def _old_ones(page: Any, sheet: Sheet, source: str, last: int) -> None:
    """Colour a translation whose source text was changed since."""
    from openpyxl.formatting.rule import FormulaRule
    from openpyxl.styles import PatternFill
    from openpyxl.utils import get_column_letter

    if not sheet.tag or sheet.tag == source or sheet.columns[0].name == layout.CONTEXT:
        return
    other = sheet.name.replace(sheet.tag, source, 1)
    for index, column in enumerate(sheet.columns, start=1):
        if column.beside:
            # On the sheet of the source language nothing stands beside.
            there = get_column_letter(index // 2 + 1)
            text = f"INDEX('{other}'!${there}$1:${there}${last},MATCH($A2,'{other}'!$A$1:$A${last},0))"
            letter = get_column_letter(index)
            formula = f'AND($A2<>"",IFERROR(${letter}2<>{text}&"",FALSE))'
            area = f"{letter}2:{get_column_letter(index + 1)}{last}"
            fill = PatternFill("solid", bgColor=_STALE)
            page.conditional_formatting.add(area, FormulaRule(formula=[formula], fill=fill))


def _read_me(page: Any, sheets: Sequence[Sheet], languages: Sequence[str]) -> None:
    """How to edit, in each language of the pack that the program speaks."""
    from openpyxl.utils import get_column_letter

    tags = [tag for tag in languages if tag in TAGS] or ["en"]
    page.title = layout.READ_ME
    for index, width in enumerate((18, 18, *(70 for _ in tags)), start=1):
        page.column_dimensions[get_column_letter(index)].width = width
    for number, (sheet, column, text) in enumerate(_explained(sheets), start=1):
        _put(page, number, 1, sheet)
        _put(page, number, 2, column)
        for index, tag in enumerate(tags, start=3):
            said = language(tag).native_name if number == 1 else language(tag).say(text)
            _put(page, number, index, said, rtl=right_to_left(tag))
    page.freeze_panes = "C2"


def _explained(sheets: Sequence[Sheet]) -> Iterator[tuple[str, str, str]]:
    yield "Sheet", "Column", ""
    for text in meanings.INTRODUCTION:
        yield "", "", text
    explained: set[tuple[Sheet | str, ...]] = set()
    for sheet in sheets:
        # The sheets of every language but the source's are alike.
        alike = (sheet.meaning, str(any(column.beside for column in sheet.columns)))
        if alike in explained:
            continue
        explained.add(alike)
        yield sheet.name, "", sheet.meaning
        if sheet is layout.PACK:
            yield from ((sheet.name, name, meaning) for name, _, meaning in layout.SETTINGS)
        else:
            yield from ((sheet.name, column.name, column.meaning) for column in sheet.columns)


def _settled(data: bytes) -> bytes:
    """The same workbook without the time it was made at and the name of what made it."""
    settled = BytesIO()
    with zipfile.ZipFile(BytesIO(data)) as made, zipfile.ZipFile(settled, "w", zipfile.ZIP_DEFLATED) as archive:
        for part in made.infolist():
            content = _PROPERTIES if part.filename == "docProps/core.xml" else made.read(part)
            info = zipfile.ZipInfo(part.filename, _LONG_AGO)
            info.compress_type, info.external_attr = zipfile.ZIP_DEFLATED, 0o600 << 16
            archive.writestr(info, content)
    return settled.getvalue()
