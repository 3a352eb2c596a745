"""Tables as text (CSV, TSV): the sign between the cells and the way the letters are written are found out."""

import csv
import io
from collections import Counter
from collections.abc import Iterator

from workbench.evidence.intake.cells import MOST_COLUMNS, Budget, Cell, Full, Sheet
from workbench.evidence.intake.source import Notes, Source, Unreadable
from workbench.evidence.intake.text_of import decoded

_SIGNS = ";\t,|"
_MOST_BYTES = 100_000_000
_LOOKED_AT = 20


def fits(source: Source) -> bool:
    """Whether most of the first lines are cut into the same number of cells."""
    text, _how = decoded(source.head)
    named = source.ending in ("csv", "tsv", "tab")
    if not text or any(ord(one) < 32 and one not in ("\t\r\n\f\x00" if named else "\t\r\n\f") for one in text):
        return False
    if named:
        return True
    lines = [one for one in text.splitlines()[: _LOOKED_AT + 1] if one.strip()][:_LOOKED_AT]
    if len(lines) < 3 or len(text.splitlines()) < 3:
        return False
    return _sign(lines)[1] >= 0.8


def sheets(source: Source, notes: Notes) -> Iterator[Sheet]:
    """The one table of the file."""
    if source.size > _MOST_BYTES:
        raise Unreadable("too_large")
    source.file.seek(0)
    text, how = decoded(source.file.read(_MOST_BYTES))
    if how not in ("utf-8", "utf-16"):
        notes.warn("encoding_guessed", encoding=how)
    # Zeros are left over where a disk was damaged; they would end a line early.
    text = text.replace("\x00", "")
    sign = _sign([one for one in text[:200_000].splitlines() if one.strip()][:_LOOKED_AT])[0]
    notes.fact("encoding", how)
    notes.fact("delimiter", sign)
    sheet, budget = Sheet(""), Budget()
    before = csv.field_size_limit(10_000_000)
    try:
        for number, row in enumerate(csv.reader(io.StringIO(text, newline=""), delimiter=sign), 1):
            if len(row) > MOST_COLUMNS:
                notes.warn("row_cut", row=number)
            for column, value in enumerate(row[:MOST_COLUMNS], 1):
                if value.strip():
                    sheet.put(number, column, Cell(value.strip()), budget)
    except Full:
        notes.warn("cut_off", count=len(sheet.rows))
    except csv.Error as error:
        if not sheet.rows:
            raise Unreadable("broken") from error
        notes.warn("cut_off", count=len(sheet.rows))
    finally:
        # The limit belongs to the whole process: whoever reads tables after this one has their own.
        csv.field_size_limit(before)
    yield sheet


def _sign(lines: list[str]) -> tuple[str, float]:
    """The sign between cells, and the share of lines on which it stands equally often."""
    best = (",", 0.0)
    for sign in _SIGNS:
        counts = Counter(_cuts(one, sign) for one in lines)
        often = max(((number, count) for count, number in counts.items() if count), default=(0, 0))
        share = often[0] / max(len(lines), 1)
        if share > best[1] + 0.001 or (abs(share - best[1]) <= 0.001 and share and best[1] == 0):
            best = (sign, share)
    return best


def _cuts(line: str, sign: str) -> int:
    """How often the sign stands outside quotation marks."""
    return sum(part.count(sign) for part in line.split('"')[::2])
