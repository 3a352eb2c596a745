"""Tables of OpenDocument (ODS): cells written once for many are unfolded only as far as they say something."""

from collections.abc import Iterator
from datetime import datetime
from decimal import Decimal, InvalidOperation
from xml.etree.ElementTree import Element

from workbench.evidence.intake.cells import (
    MOST_COLUMNS,
    MOST_HIDDEN,
    MOST_ROWS,
    Budget,
    Cell,
    Full,
    Sheet,
    Value,
    column_letters,
)
from workbench.evidence.intake.markup import attribute, pieces, tail
from workbench.evidence.intake.source import Notes, Unreadable
from workbench.evidence.intake.zipped import Parts

_GONE = ("collapse", "filter")


def sheets(parts: Parts, notes: Notes) -> Iterator[Sheet]:
    """The sheets in their order."""
    if "META-INF/manifest.xml" in parts and b"encryption-data" in parts.read("META-INF/manifest.xml", 10_000_000):
        raise Unreadable("encrypted")
    sheet, budget, row = Sheet(""), Budget(), 0
    hiding: set[str] = set()
    style = ""
    with parts.open("content.xml") as part:
        for began, element in pieces(part, starts=True):
            kind = tail(element)
            if kind == "style" and began:
                style = attribute(element, "name")
            elif kind == "table-properties" and began and attribute(element, "display") == "false":
                hiding.add(style)
            elif kind == "table" and began:
                sheet, row = Sheet(attribute(element, "name"), attribute(element, "style-name") in hiding), 0
            elif kind == "table":
                element.clear()
                yield sheet
            elif kind == "table-column" and began:
                _column(sheet, element)
            elif kind == "table-row" and not began:
                try:
                    row = _row(sheet, element, row, budget)
                except Full:
                    notes.warn("cut_off", count=sum(len(one) for one in sheet.rows.values()))
                    yield sheet
                    return
                element.clear()


def _column(sheet: Sheet, element: Element) -> None:
    # Columns are told before the cells, in their order; only the hidden ones matter.
    first = sheet.columns_told + 1
    last = first + _times(element, "number-columns-repeated", MOST_COLUMNS) - 1
    if attribute(element, "visibility") in _GONE and len(sheet.hidden_columns) < MOST_HIDDEN:
        sheet.hidden_columns.append((first, last))
    sheet.columns_told = last


def _row(sheet: Sheet, element: Element, before: int, budget: Budget) -> int:
    times = _times(element, "number-rows-repeated", MOST_ROWS)
    cells: dict[int, Cell] = {}
    column = 0
    for one in element:
        if tail(one) not in ("table-cell", "covered-table-cell"):
            continue
        repeated = _times(one, "number-columns-repeated", MOST_COLUMNS)
        cell = _cell(one)
        if cell is not None:
            for place in range(column + 1, min(column + repeated, MOST_COLUMNS) + 1):
                cells[place] = cell
            _remark(sheet, one, before + 1, column + 1)
            _merge(sheet, one, before + 1, column + 1)
        column += repeated
    if before + times > MOST_ROWS:
        times = 0 if not cells else 1
    if cells:
        for row in range(before + 1, before + times + 1):
            for place, cell in cells.items():
                sheet.put(row, place, cell, budget)
            if attribute(element, "visibility") in _GONE:
                sheet.hidden_rows.add(row)
    return before + times


def _times(element: Element, name: str, most: int) -> int:
    text = attribute(element, name)
    return min(max(int(text), 1), most) if text.isdecimal() and len(text) < 10 else 1


def _cell(element: Element) -> Cell | None:
    text = "\n".join(_spoken(one) for one in element if tail(one) == "p").strip()
    formula = attribute(element, "formula").partition(":=")[2] or attribute(element, "formula")
    value = _value(element, text)
    if value in (None, "") and not formula:
        return None
    return Cell(value, formula.replace("[.", "").replace(":.", ":").replace("]", ""), attribute(element, "currency"))


def _value(element: Element, text: str) -> Value | None:
    kind = attribute(element, "value-type")
    if kind in ("float", "currency", "percentage"):
        try:
            return Decimal(attribute(element, "value")[:400])
        except InvalidOperation:
            return text
    if kind == "date":
        try:
            return datetime.fromisoformat(attribute(element, "date-value")[:19])
        except ValueError:
            return text
    if kind == "boolean":
        return attribute(element, "boolean-value") == "true"
    return text or None


def _spoken(element: Element) -> str:
    """The text of a paragraph; runs of spaces and line breaks are elements of their own."""
    found = [element.text or ""]
    for one in element:
        kind = tail(one)
        if kind == "s":
            found.append(" " * _times(one, "c", 1000))
        elif kind in ("tab", "line-break"):
            found.append(" ")
        elif kind != "annotation":
            found.append(_spoken(one))
        found.append(one.tail or "")
    return "".join(found)


def _remark(sheet: Sheet, element: Element, row: int, column: int) -> None:
    for one in element:
        if tail(one) == "annotation":
            text = "\n".join(_spoken(part) for part in one if tail(part) == "p").strip()
            if text:
                sheet.remarks.append((f"{column_letters(column)}{row}", text))


def _merge(sheet: Sheet, element: Element, row: int, column: int) -> None:
    down, across = _times(element, "number-rows-spanned", 100_000), _times(element, "number-columns-spanned", 1000)
    if down > 1 or across > 1:
        sheet.merged.append((row, column, row + down - 1, column + across - 1))
