"""Packs and workbooks for tests: exported once, changed cell by cell."""

import io
from collections.abc import Callable, Mapping
from functools import cache
from pathlib import Path
from typing import Any

from openpyxl import load_workbook

from workbench.exchange.sheets import SheetFinding, export_sheet, import_sheet
from workbench.exchange.table import po_files
from workbench.exchange.table.unfolding import texts
from workbench.shipped import resource
from workbench.sop import load_bytes, read_folder

PACKS = Path(__file__).parents[1] / "packs"
NAMES = ("whole", "small", "sharing", "iq-tip", "iq-som")
Change = Callable[[Any], object]


@cache
def files(name: str) -> Mapping[str, bytes]:
    """The files of a pack of the tests or of the program."""
    if name == "whole":
        return _whole()
    return read_folder(PACKS / name if (PACKS / name).is_dir() else resource("sop", name))


def _whole() -> Mapping[str, bytes]:
    """The pack in which everything is used, «translated» by a mark before each text."""
    found = read_folder(Path(__file__).parent / "whole")
    said: dict[str, list[po_files.Entry]] = {}
    for one in texts(load_bytes(found)):
        said.setdefault(one.name, []).append((one.context, one.text, f"ع {one.text}"))
    written = {
        f"texts/ar_IQ/{name}.po": po_files.written(entries, "whole", "1.10", "ar_IQ") for name, entries in said.items()
    }
    return found | written


@cache
def workbook(name: str) -> bytes:
    """The workbook of a pack."""
    return export_sheet(files(name))


def changed(change: Change, name: str = "whole") -> bytes:
    """The workbook of a pack after somebody changed something in it."""
    book = load_workbook(io.BytesIO(workbook(name)))
    change(book)
    file = io.BytesIO()
    book.save(file)
    return file.getvalue()


def taken(change: Change, name: str = "whole") -> tuple[dict[str, bytes] | None, list[SheetFinding]]:
    """What import makes of such a workbook."""
    return import_sheet(changed(change, name), files(name))


def cell(book: Any, sheet: str, row: str, column: str) -> Any:
    """The cell of a workbook in the row whose first filled key is ``row``, under a heading."""
    page = book[sheet]
    headings = {one.value: one.column for one in page[1]}
    of_steps = {"Steps": ("key", "share"), "Fields": ("step", "key"), "Deadlines": ("step",)}
    keys = of_steps.get(sheet, (page["A1"].value,))
    for number in range(2, page.max_row + 1):
        held = [page.cell(number, headings[key]).value for key in keys]
        if row == ".".join(filter(None, held)):
            return page.cell(number, headings[column])
    raise KeyError(row)


def put(sheet: str, row: str, column: str, value: object) -> Change:
    """Types a value into a cell."""

    def change(book: Any) -> None:
        cell(book, sheet, row, column).value = value

    return change


def where(finding: SheetFinding) -> tuple[str, int, str]:
    """The sheet, the row and the heading of a finding."""
    return finding.sheet, finding.row, finding.column.partition("(")[2].rstrip(")")
