"""Call records of operators, as tables in text: who called or wrote to whom, when, how long, from which cell."""

import csv
import json
from collections import Counter
from collections.abc import Iterator, Mapping, Sequence
from typing import Literal, TextIO

from workbench.evidence.intake import calls_columns, encodings
from workbench.evidence.intake.calls_columns import Columns
from workbench.evidence.intake.calls_moments import Days, split
from workbench.evidence.intake.calls_rows import Layout, Record, Rows
from workbench.evidence.intake.day_order import Order
from workbench.evidence.intake.items import Item, Kind
from workbench.evidence.intake.source import Notes, Source, Unreadable

LARGEST = 512 * 1024 * 1024
_LONGEST_LINE = 1 << 20
_TOP, _SAMPLE, _UNREAD = 5, 5, 1000
Text = Iterator[list[str]]


def fits(source: Source) -> bool:
    """Whether the first rows are a table of calls rather than any other table."""
    text = encodings.head_text(source)
    if not text.strip() or text.lstrip()[:1] in "{[<":
        return False
    rows = calls_columns.rows(text, calls_columns.delimiter(text))
    return calls_columns.found_in(rows).telling


def read(source: Source, notes: Notes) -> Iterator[Item]:
    """Every record; ``notes.options["mapping"]`` says what a person chose.

    ``{"columns": {place or heading: role}, "date_order": "day_month", "zone": "+03:00", "delimiter": ";"}``; the places
    count from 0 and the roles are ``calls_headings.ROLES``. The fact ``columns`` has the headings, and is empty where
    the table has none: such a mapping holds for no other table.
    """
    if source.size > LARGEST:
        raise Unreadable("too_large")
    chosen = _mapping(notes.options.get("mapping"))
    name = encodings.of_source(source, notes)
    with encodings.lines_of(source, name) as text:
        head = "".join(_lines(text, 400)).removeprefix("\ufeff").replace("\0", "")
        sign = str(chosen.get("delimiter") or calls_columns.delimiter(head))
        if sign not in calls_columns.DELIMITERS or len(sign) != 1:
            raise Unreadable("broken")
        first = calls_columns.rows(head, sign)
    columns = calls_columns.found_in(first, chosen or None)
    notes.fact("delimiter", sign)
    notes.fact("columns", columns.headings[: calls_columns.MOST_COLUMNS])
    if not columns.complete:
        _ask(columns, first, notes)
    table = _Table(source, name, sign, quoted=head.count('"') % 2 == 0)
    yield from _records(table, columns, chosen, notes)


def _mapping(told: object) -> Mapping[str, object]:
    """What a person chose, also where it came as JSON from the command line."""
    if isinstance(told, str):
        try:
            told = json.loads(told[:100_000])
        except (ValueError, RecursionError):
            raise Unreadable("columns_unknown", columns=0) from None
    return told if isinstance(told, Mapping) else {}


def _ask(columns: Columns, first: Sequence[Sequence[str]], notes: Notes) -> None:
    """Hand what is known to the person who can say which column is what."""
    below = [list(row)[: calls_columns.MOST_COLUMNS] for row in first[columns.row + 1 :] if len(row) > 2]
    width = max((len(row) for row in below), default=0)
    notes.fact("width", max(width, len(columns.headings)))
    notes.fact("recognised", {str(place): role for role, place in columns.places.items()})
    notes.fact("sample", below[:_SAMPLE])
    raise Unreadable("columns_unknown", columns=max(width, len(columns.headings)))


class _Table:
    """The rows of the file, read from its start as often as needed."""

    def __init__(self, source: Source, encoding: str, sign: str, quoted: bool) -> None:
        self._source, self._encoding, self._sign = source, encoding, sign
        self._quoting: Literal[0, 3] = csv.QUOTE_MINIMAL if quoted else csv.QUOTE_NONE

    def rows(self) -> Text:
        """The rows as lists of cells; a line beyond all measure is cut into several."""
        with encodings.lines_of(self._source, self._encoding) as text:
            lines = (line.replace("\0", "") if "\0" in line else line for line in _lines(text))
            # As long as a line can be: without it one long cell would end the table.
            before = csv.field_size_limit(2 * _LONGEST_LINE)
            try:
                yield from csv.reader(lines, delimiter=self._sign, quoting=self._quoting)
            except csv.Error as error:
                raise Unreadable("broken") from error
            finally:
                csv.field_size_limit(before)

    def bare(self) -> bool:
        """Take marks of quotation for what they are: one that never ends swallows the rest; whether that is new."""
        was, self._quoting = self._quoting, csv.QUOTE_NONE
        return was != csv.QUOTE_NONE


def _lines(text: TextIO, most: int = -1) -> Iterator[str]:
    while most and (line := text.readline(_LONGEST_LINE)):
        yield line
        most -= 1


def _records(table: _Table, columns: Columns, chosen: Mapping[str, object], notes: Notes) -> Iterator[Item]:
    zone = str(chosen.get("zone") or notes.options.get("zone") or "")
    try:
        seen = _seen(table, columns)
    except Unreadable:
        if not table.bare():
            raise
        seen = _seen(table, columns)
    order = chosen.get("date_order")
    days = Days(seen.days, Order(str(order)) if order in list(Order) else None)
    layout = Layout.of(seen.a, seen.b, seen.devices, seen.ways)
    rows = Rows(columns, days, layout, zone)
    notes.fact("columns_found", {role: columns.headings[place] if place < len(columns.headings) else place + 1
                                 for role, place in columns.places.items()})  # fmt: skip
    notes.fact("date_order", "unclear" if days.unclear else days.order.value)
    notes.fact("header_lines_before_columns", max(columns.row, 0))
    yield from _told(table, columns, rows, notes)
    _facts(rows, notes)


def _told(table: _Table, columns: Columns, rows: Rows, notes: Notes) -> Iterator[Item]:
    """Records in their order; a row between them that is none is kept as it is, after the last it is a footer."""
    unread: list[tuple[int, list[str]]] = []
    above: list[str] = []
    skipped = 0
    for number, row in enumerate(table.rows(), 1):
        if number <= columns.row + 1:
            if number <= columns.row:
                above.append(_joined(row))
            continue
        item = rows.item(number, row)
        if item is None:
            if any(cell.strip() for cell in row) and [cell.strip() for cell in row] != columns.headings:
                unread.append((number, row))
                if len(unread) > _UNREAD:
                    skipped += 1
                    yield _kept(*unread.pop(0))
            continue
        for one in unread:
            skipped += 1
            yield _kept(*one)
        unread.clear()
        yield item
    notes.fact("above", above)
    notes.fact("footer_lines", len(unread))
    notes.fact("footer", [_joined(row) for _number, row in unread[:20]])
    if skipped:
        notes.warn("rows_unread", count=skipped)


def _kept(number: int, row: Sequence[str]) -> Item:
    return Item(Kind.RECORD, f"row {number}", text=_joined(row))


def _joined(row: Sequence[str]) -> str:
    return " | ".join(cell.strip() for cell in row if cell.strip())[:2000]


def _facts(rows: Rows, notes: Notes) -> None:
    notes.fact("rows", rows.count)
    notes.fact("distinct_counterparts", len(rows.others))
    notes.fact("top", [{"number": one, "records": count} for one, count in rows.others.most_common(_TOP)])
    notes.fact("voice_seconds", rows.voice_seconds)
    notes.fact("distinct_cells", len(rows.cells))
    notes.fact("first", rows.first)
    notes.fact("last", rows.last)
    notes.fact("subject", rows.layout.subject)
    if rows.spoilt:
        notes.warn("numbers_spoilt", count=rows.spoilt)


def _seen(table: _Table, columns: Columns) -> "_Seen":
    seen = _Seen(columns)
    for row in table.rows():
        seen.look(row)
    return seen


class _Seen:
    """What must be known of all rows before the first can be told."""

    def __init__(self, columns: Columns) -> None:
        places = columns.places
        self._record = Record(columns)
        self._a, self._b = places.get("a", -1), places.get("b", -1)
        self._device = places.get("imsi", places.get("imei", -1))
        self._day = places.get("when", places.get("date", -1))
        self._whole = "when" in places
        self._after = columns.row
        self.a: Counter[str] = Counter()
        self.b: Counter[str] = Counter()
        self.days: dict[str, None] = {}
        self.devices: Counter[tuple[str, str]] = Counter()
        self.ways: Counter[str] = Counter()
        self._number = -1

    def look(self, row: list[str]) -> None:
        """Count what a row holds."""
        self._number += 1
        if self._number <= self._after or len(row) <= max(self._a, self._b, self._day):
            return
        day = row[self._day]
        self.days[split(day)[0] if self._whole else day.strip()] = None
        if self._a >= 0:
            self.a[row[self._a]] += 1
            if 0 <= self._device < len(row):
                self.devices[row[self._device], row[self._a]] += 1
        if self._b >= 0:
            self.b[row[self._b]] += 1
        self.ways[self._record.way(row)] += 1
