"""Workbooks of Excel (XLSX): cells, formulas and what is hidden, read piece by piece and not as a program would."""

import posixpath
import re
from collections.abc import Iterator
from datetime import datetime, time, timedelta
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
    corner,
)
from workbench.evidence.intake.markup import attribute, pieces, tail, whole
from workbench.evidence.intake.money import currency_of
from workbench.evidence.intake.source import Notes, Unreadable
from workbench.evidence.intake.zipped import Parts

_MOST_TEXT = 100_000_000
_MOST_SHEETS = 2000
# The numbers that Excel keeps for dates and times (ECMA-376, 18.8.30), the East Asian ones among them.
_DATES = {*range(14, 23), *range(27, 37), *range(45, 48), *range(50, 59)}
_QUOTED = re.compile(r'"[^"]*"|\[[^\]]*\]|\\.|_.|\*.')


class _Book:
    """What the sheets of a workbook share."""

    def __init__(self, parts: Parts) -> None:
        self.parts = parts
        found = [target for what, target in _links(parts, "").values() if what.endswith("/officeDocument")]
        self.place = found[0] if found and found[0] in parts else "xl/workbook.xml"
        self.links = _links(parts, self.place)
        self.early = False
        self.formats: list[tuple[bool, str]] = []
        self.strings: list[str] = []


def sheets(parts: Parts, notes: Notes) -> Iterator[Sheet]:
    """The sheets in their order; a damaged sheet is kept as far as it could be read, and said."""
    book = _Book(parts)
    listed = list(_listed(book))
    book.strings = list(_strings(book))
    book.formats = _formats(book)
    budget = Budget()
    for name, state, target in listed:
        sheet = Sheet(name, hidden=state in ("hidden", "veryHidden"))
        try:
            _fill(sheet, target, book, budget)
        except Full:
            notes.warn("cut_off", count=sum(len(one) for one in sheet.rows.values()))
        except Unreadable as error:
            if error.told.key != "broken":
                raise
            notes.warn("sheet_damaged", sheet=name)
        yield sheet


def _listed(book: _Book) -> Iterator[tuple[str, str, str]]:
    root = whole(book.parts.stream(book.place))
    number = 0
    for element in root.iter():
        if tail(element) == "workbookPr":
            book.early = attribute(element, "date1904") in ("1", "true")
        if tail(element) != "sheet":
            continue
        number += 1
        if number > _MOST_SHEETS:
            raise Unreadable("too_large")
        target = book.links.get(attribute(element, "id"), ("", ""))[1]
        if target in book.parts:
            yield attribute(element, "name"), attribute(element, "state"), target


def _links(parts: Parts, place: str) -> dict[str, tuple[str, str]]:
    """The other parts that a part names: by id, their kind and place."""
    folder, name = posixpath.split(place)
    listed = posixpath.join(folder, "_rels", f"{name}.rels")
    if listed not in parts:
        return {}
    found: dict[str, tuple[str, str]] = {}
    for element in whole(parts.stream(listed, 10_000_000)).iter():
        if tail(element) == "Relationship" and attribute(element, "TargetMode") != "External":
            target = attribute(element, "Target")
            place = target.lstrip("/") if target.startswith("/") else posixpath.normpath(posixpath.join(folder, target))
            found[attribute(element, "Id")] = (attribute(element, "Type"), place)
    return found


def _part(book: _Book, kind: str) -> str:
    return next((target for what, target in book.links.values() if what.endswith(kind) and target in book.parts), "")


def _strings(book: _Book) -> Iterator[str]:
    place = _part(book, "/sharedStrings")
    if not place:
        return
    length = 0
    root: Element | None = None
    with book.parts.open(place) as part:
        for began, element in pieces(part, starts=True):
            if root is None:
                root = element
            if not began and tail(element) == "si":
                text = _spoken(element)
                length += len(text) + 50
                if length > _MOST_TEXT:
                    raise Unreadable("too_large")
                yield text
                root.clear()


def _spoken(element: Element) -> str:
    """The text of a string with all its runs, without the reading aids of East Asian scripts."""
    found: list[str] = []
    for one in element:
        if tail(one) == "t":
            found.append(one.text or "")
        elif tail(one) == "r":
            found += [run.text or "" for run in one if tail(run) == "t"]
    return "".join(found)


def _formats(book: _Book) -> list[tuple[bool, str]]:
    """For every style of a cell: whether it shows a date, and the currency it shows."""
    place = _part(book, "/styles")
    if not place:
        return []
    try:
        root = whole(book.parts.stream(place))
    except Unreadable:
        return []
    own = {attribute(one, "numFmtId"): attribute(one, "formatCode") for one in root.iter() if tail(one) == "numFmt"}
    styles = next((one for one in root.iter() if tail(one) == "cellXfs"), None)
    return [_shows(attribute(one, "numFmtId"), own) for one in (styles if styles is not None else ())]


def _shows(number: str, own: dict[str, str]) -> tuple[bool, str]:
    code = own.get(number, "")
    if not code:
        return _place(number) in _DATES, ""
    bare = _QUOTED.sub("", code.split(";")[0])
    return bool(re.search(r"[ymdhs]", bare, re.IGNORECASE)) and "general" not in bare.lower(), currency_of(code)


def _fill(sheet: Sheet, place: str, book: _Book, budget: Budget) -> None:
    data: Element | None = None
    row = 0
    with book.parts.open(place) as part:
        for began, element in pieces(part, starts=True):
            kind = tail(element)
            if began:
                data = element if kind == "sheetData" else data
                continue
            if kind == "row":
                row = _row(sheet, element, row, book, budget)
                if data is not None:
                    data.clear()
            elif kind == "col" and attribute(element, "hidden") in ("1", "true"):
                first, last = _place(attribute(element, "min")), _place(attribute(element, "max"))
                if first <= MOST_COLUMNS and len(sheet.hidden_columns) < MOST_HIDDEN:
                    sheet.hidden_columns.append((first, last))
            elif kind == "mergeCell" and len(sheet.merged) < MOST_COLUMNS:
                begin, _colon, end = attribute(element, "ref").partition(":")
                sheet.merged.append((*corner(begin), *corner(end or begin)))
    for what, target in _links(book.parts, place).values():
        if what.endswith(("/comments", "/threadedComment")) and target in book.parts:
            _remarks(sheet, target, book)


def _row(sheet: Sheet, element: Element, before: int, book: _Book, budget: Budget) -> int:
    number = attribute(element, "r")
    row = int(number) if number.isdecimal() and len(number) < 9 else before + 1
    if row > MOST_ROWS:
        raise Unreadable("broken")
    if attribute(element, "hidden") in ("1", "true"):
        sheet.hidden_rows.add(row)
    column = 0
    for one in element:
        if tail(one) != "c":
            continue
        place = attribute(one, "r")
        column = corner(place)[1] if place else column + 1
        cell = _cell(one, book)
        if column <= MOST_COLUMNS and (cell.text or cell.formula):
            sheet.put(row, column, cell, budget)
    return row


def _cell(element: Element, book: _Book) -> Cell:
    parts = {tail(one): one for one in element}
    formula = (parts["f"].text or "(shared)") if "f" in parts else ""
    kind, style = attribute(element, "t"), attribute(element, "s")
    is_date, currency = book.formats[place] if (place := _place(style)) < len(book.formats) else (False, "")
    if kind == "inlineStr":
        return Cell(_spoken(parts["is"]) if "is" in parts else "", formula)
    text = (parts["v"].text or "") if "v" in parts else ""
    if text == "" and kind != "str":
        return Cell(None, formula, currency)
    return Cell(_value(kind, text, is_date, book), formula, currency)


def _place(text: str) -> int:
    """A place in a list; one beyond every list where the file tells none."""
    return int(text) if text.isdecimal() and len(text) < 10 else 10**9


def _value(kind: str, text: str, is_date: bool, book: _Book) -> Value:
    if kind == "s":
        return book.strings[place] if (place := _place(text)) < len(book.strings) else f"#{text}"
    if kind == "b":
        return text == "1"
    if kind == "d":
        try:
            return datetime.fromisoformat(text)
        except ValueError:
            return text
    if kind in ("str", "e"):
        return text
    try:
        number = Decimal(text[:400])
    except InvalidOperation:
        return text
    return (_moment(number, book.early) if is_date else None) or number


def _moment(serial: Decimal, early: bool) -> Value | None:
    """The day and time that a number of days means; Excel thinks that 1900 was a leap year."""
    if not serial.is_finite() or not 0 <= serial < 2_958_466:
        return None
    seconds = round(serial * 86_400)
    if serial < 1 and not early:
        return time(seconds // 3600 % 24, seconds // 60 % 60, seconds % 60)
    start = datetime(1904, 1, 1) if early else datetime(1899, 12, 31 if serial < 60 else 30)  # noqa: DTZ001
    return start + timedelta(seconds=seconds)


def _remarks(sheet: Sheet, place: str, book: _Book) -> None:
    for element in whole(book.parts.stream(place)).iter():
        if tail(element) in ("comment", "threadedComment"):
            text = "".join(one.text or "" for one in element.iter() if tail(one) in ("t", "text")).strip()
            if text:
                sheet.remarks.append((attribute(element, "ref"), text))
