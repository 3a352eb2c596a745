"""Which column of a call record is what: by what a person chose, by the headings, and by what stands in the cells."""

import csv
import io
import re
from collections import Counter
from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field
from itertools import pairwise

from workbench.evidence.intake import calls_headings, calls_moments
from workbench.evidence.intake.calls_headings import ROLES
from workbench.evidence.intake.numbers import is_number

DELIMITERS = ";,\t|"
MOST_COLUMNS = 400
_LOOKED_AT = 60
# The number of a card begins with its country (ITU-T E.212: 2 to 7), that of a device seldom does; 35 is a device's.
_SUBSCRIBER = re.compile(r"(?!35)[2-7]\d{14}$")
_DEVICE = re.compile(r"\d{14,16}$")
_SHARE = 0.7
# What stands in rows of records and in no heading: a year, a telephone number, a day, a time.
_FIGURE = re.compile(r"\d{4}|\d[:/.-]\d")
# Roles that only a record of calls has.
_TELLING = frozenset(("type", "direction", "seconds", "minutes", "imei", "imsi", "cell", "lac"))


@dataclass
class Columns:
    """The place of each role, the headings, and in which row they stand (-1 where there are none)."""

    places: dict[str, int] = field(default_factory=dict)
    headings: list[str] = field(default_factory=list)
    row: int = -1
    by_heading: frozenset[str] = frozenset()
    chosen: bool = False
    # Columns of telephone numbers of which nothing says whose they are.
    numbers: list[int] = field(default_factory=list)

    @property
    def complete(self) -> bool:
        """Whether a record can be made of a row: a moment and a number at the least."""
        return bool({"when", "date"} & self.places.keys()) and bool({"a", "b", "number"} & self.places.keys())

    @property
    def says_caller(self) -> bool:
        """Whether somebody or a heading said that the first number called the second."""
        if not {"a", "b"} <= self.by_heading:
            return False
        return self.chosen or calls_headings.names_caller(self.headings[self.places["a"]])

    @property
    def telling(self) -> bool:
        """Whether these are calls rather than any table with days and telephone numbers."""
        roles = self.places.keys()
        if len(self.numbers) > 1 and {"when", "time"} & roles:
            return True
        if not self.complete or (not {"when", "time"} & roles and not self.by_heading):
            return False
        if not _TELLING & roles:
            return {"a", "b"} <= self.by_heading and bool({"when", "time"} & roles)
        return bool({"a", "b"} & roles) or (len(_TELLING & self.by_heading) > 0 and bool({"type", "direction"} & roles))


def delimiter(text: str) -> str:
    """The sign between cells: the one by which most rows have the same number of cells."""
    best, most = ";", 0
    for sign in DELIMITERS:
        widths = Counter(min(len(row), MOST_COLUMNS) for row in rows(text, sign) if len(row) > 2)
        if widths:
            width, count = widths.most_common(1)[0]
            if count * min(width, 20) > most:
                best, most = sign, count * min(width, 20)
    return best


def rows(text: str, sign: str) -> list[list[str]]:
    """The first rows of a text."""
    found: list[list[str]] = []
    lines = text.split("\n", _LOOKED_AT)[:_LOOKED_AT]
    try:
        for row in csv.reader(io.StringIO("\n".join(lines), newline=""), delimiter=sign):
            found.append(row)
    except csv.Error:
        pass
    return found


def found_in(rows: Sequence[Sequence[str]], chosen: Mapping[str, object] | None = None) -> Columns:
    """The columns of a table by its first rows."""
    columns = _chosen(rows, chosen) if chosen else _by_headings(rows)
    if columns is None:
        row = _row_of_words(rows)
        columns = Columns(headings=_headings(rows, row), row=row)
    sample = [row for row in rows[columns.row + 1 :] if len(row) > 2]
    _fill(columns, sample)
    return columns


def _by_headings(rows: Sequence[Sequence[str]]) -> Columns | None:
    for number, row in enumerate(rows):
        if len(row) > MOST_COLUMNS:
            continue
        places: dict[str, int] = {}
        for place, cell in enumerate(row):
            role = calls_headings.role(cell)
            if role:
                places.setdefault(role, place)
        if len(places) > 2 and len(places) * 3 >= len([cell for cell in row if cell.strip()]):
            _asked(places)
            return Columns(places, [cell.strip() for cell in row], number, frozenset(places))
    return None


def _asked(places: dict[str, int]) -> None:
    """The number that was asked for: the called one beside a caller, else the one whose records these are."""
    asked = places.pop("asked", None)
    if asked is not None:
        places.setdefault("b" if "a" in places and "b" not in places else "a", asked)


def _chosen(rows: Sequence[Sequence[str]], chosen: Mapping[str, object]) -> Columns | None:
    """The columns as a person chose them, by number (from 0) or by heading; headings come first where both stand."""
    wanted = chosen.get("columns", chosen)
    if not isinstance(wanted, Mapping):
        return None
    roles = {str(key).strip(): str(role) for key, role in wanted.items() if role in ROLES}
    if not roles:
        return _by_headings(rows)
    # A number can stand in a record too: then it is no heading.
    words = {key for key in roles if not key.isdecimal()}
    row = next((number for number, cells in enumerate(rows) if words & {cell.strip() for cell in cells}), None)
    if row is None:
        known = _by_headings(rows)
        row = known.row if known else _row_of_words(rows)
    headings = _headings(rows, row)
    places = {}
    for key, role in roles.items():
        if key in headings:
            places[role] = headings.index(key)
        elif key.isdecimal() and int(key) < MOST_COLUMNS:
            places[role] = int(key)
    return Columns(places, headings, row, frozenset(places), chosen=True)


def _headings(rows: Sequence[Sequence[str]], row: int) -> list[str]:
    return [cell.strip() for cell in rows[row]] if row >= 0 else []


def _row_of_words(rows: Sequence[Sequence[str]]) -> int:
    """The row of headings in words that are not known: the first whole row, if figures stand only below it."""
    widths = Counter(len(row) for row in rows if len(row) > 2).most_common(1)
    if not widths or widths[0][1] < 2:
        return -1
    width = widths[0][0]
    first, second = [number for number, row in enumerate(rows) if len(row) == width][:2]
    words = [cell for cell in rows[first] if cell.strip()]
    if len(words) * 2 <= width or any(map(_FIGURE.search, words)) or not any(map(_FIGURE.search, rows[second])):
        return -1
    return first


def _fill(columns: Columns, sample: Sequence[Sequence[str]]) -> None:
    """Find by their cells what no heading told."""
    if not sample:
        return
    taken = set(columns.places.values())
    width = Counter(map(len, sample)).most_common(1)[0][0]
    free = [place for place in range(min(width, MOST_COLUMNS)) if place not in taken]
    cells = {place: [row[place].strip() for row in sample if len(row) > place] for place in free}
    for place, column in cells.items():
        role = _by_cells(column, columns)
        if role:
            columns.places.setdefault(role, place)
    _right_moment(columns, sample)
    if not {"a", "b", "number"} & columns.places.keys():
        _two_numbers(columns, cells)


def _by_cells(column: Sequence[str], columns: Columns) -> str:
    full = [calls_moments.cleaned(cell) for cell in column if cell]
    if not full or len(full) < _SHARE * len(column):
        return ""

    def most(holds: object) -> bool:
        return sum(bool(holds(cell)) for cell in full) >= _SHARE * len(full)  # type: ignore[operator]

    if not {"when", "date"} & columns.places.keys() and most(lambda cell: calls_moments.split(cell)[0]):
        return "when" if most(lambda cell: calls_moments.split(cell)[1]) else "date"
    if not {"when", "time"} & columns.places.keys() and most(lambda cell: ":" in cell and calls_moments.time(cell)):
        return "time"
    if most(_SUBSCRIBER.match):
        return "imsi"
    if most(_DEVICE.match) and not most(is_number):
        return "imei"
    # A row of words that say which way it went is hardly anything else.
    if "type" not in columns.places and len(set(full)) <= 20 and most(_is_type):
        return "type"
    told = columns.by_heading or {"seconds", "minutes"} & columns.places.keys()
    if not told and most(_is_duration) and not _counts(full):
        return "seconds"
    return ""


def _is_type(cell: str) -> bool:
    return not cell.isdigit() and bool(calls_headings.service(cell) or calls_headings.direction(cell))


def _is_duration(cell: str) -> bool:
    if cell.isdecimal():
        return int(cell[:9]) <= 86_400
    return cell.count(":") == 2 and calls_moments.seconds(cell) is not None


def _counts(full: Sequence[str]) -> bool:
    """Whether the cells only count the rows."""
    if not all(cell.isdecimal() for cell in full):
        return False
    return all(int(later[:9]) - int(earlier[:9]) == 1 for earlier, later in pairwise(full))


def _right_moment(columns: Columns, sample: Sequence[Sequence[str]]) -> None:
    """A column called day or time may hold both."""
    for role in ("date", "time"):
        place = columns.places.get(role, -1)
        full = [row[place] for row in sample if 0 <= place < len(row) and row[place].strip()]
        both = sum(all(calls_moments.split(cell)) for cell in full)
        alone = "when" not in columns.places and (role == "time" or "time" not in columns.places)
        if full and both > _SHARE * len(full) and alone:
            columns.places["when"] = columns.places.pop(role)


def _two_numbers(columns: Columns, cells: Mapping[int, Sequence[str]]) -> None:
    """Telephone numbers without a heading: that which hardly changes is the one whose records these are."""
    taken = set(columns.places.values())
    found = []
    for place, column in cells.items():
        full = [re.sub(r"[\s().-]", "", calls_moments.cleaned(cell)) for cell in column if cell]
        if place not in taken and full and sum(map(is_number, full)) >= 0.6 * len(full):
            found.append((place, Counter(full).most_common(1)[0][1] / len(full)))
    if len(found) == 1:
        columns.places["number"] = found[0][0]
    if len(found) == 2:
        (first, one), (second, other) = found
        if max(one, other) > 0.9 and min(one, other) <= 0.9:
            columns.places |= {"a": first, "b": second} if one > other else {"a": second, "b": first}
            return
    if len(found) > 1:
        columns.numbers = [place for place, _share in found]
