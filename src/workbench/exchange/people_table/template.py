"""An empty table of people to fill in: headings in a language and one invented line that shows how it is done."""

import csv
import io
from pathlib import Path

from workbench import disk
from workbench.errors import Reason, Refusal
from workbench.exchange.people_table import columns
from workbench.i18n import language, visible


def write_template(path: Path, tag: str) -> None:
    """Write an empty table with headings in a language: an Excel workbook if the name ends in .xlsx, else CSV (UTF-8).

    Raises ``Refusal`` if there is a file of this name or it cannot be written.
    """
    if path.exists():
        raise Refusal(Reason.TARGET_EXISTS, file=visible(path.name))
    rows = _rows(tag)
    disk.replace(path, _workbook(rows, tag) if path.suffix.lower() == ".xlsx" else _text(rows))


def _rows(tag: str) -> list[list[str]]:
    keys, example = columns.every(), columns.example(tag)
    return [[columns.heading(key, tag) for key in keys], [example.get(key, "") for key in keys]]


def _text(rows: list[list[str]]) -> bytes:
    out = io.StringIO(newline="")
    csv.writer(out, lineterminator="\r\n").writerows(rows)
    # Without the mark at its beginning, Excel takes the file for one in its own codepage.
    return out.getvalue().encode("utf-8-sig")


def _workbook(rows: list[list[str]], tag: str) -> bytes:
    from openpyxl import Workbook

    book = Workbook()
    sheet = book.active
    sheet.sheet_view.rightToLeft = language(tag).rtl
    sheet.freeze_panes = "A2"
    for row in rows:
        sheet.append(row)
    for column in sheet.columns:
        for cell in column:
            # As text: a number that is typed here keeps its leading zeros.
            cell.number_format = "@"
        sheet.column_dimensions[column[0].column_letter].number_format = "@"
        sheet.column_dimensions[column[0].column_letter].width = max(14, len(str(column[0].value)) + 4)
    out = io.BytesIO()
    book.save(out)
    return out.getvalue()
