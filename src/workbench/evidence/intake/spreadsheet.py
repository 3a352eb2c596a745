"""Tables and ledgers (XLSX, ODS, CSV): every row with all its cells; rows with a day and money are payments."""

from collections.abc import Iterable, Iterator

from workbench.evidence.intake import compound, sheets_csv, zipped
from workbench.evidence.intake.cells import Sheet
from workbench.evidence.intake.formulas import Solver
from workbench.evidence.intake.items import Item
from workbench.evidence.intake.ledger import Ledger
from workbench.evidence.intake.source import Notes, Source, Unreadable

_ODS = b"mimetypeapplication/vnd.oasis.opendocument.spreadsheet"


def fits(source: Source) -> bool:
    """Whether it is a workbook, or text whose lines are rows of a table."""
    if source.head[:4] == b"PK\x03\x04":
        return _ODS in source.head[:200] or any(one.startswith("xl/workbook") for one in zipped.names(source))
    if compound.holds(source, "EncryptedPackage"):
        return source.ending.startswith("xls")
    return compound.holds(source, "Workbook", "Book") or sheets_csv.fits(source)


def read(source: Source, notes: Notes) -> Iterator[Item]:
    """The rows of all sheets in their order, the hidden ones too."""
    sheets = list(_sheets(source, notes))
    solver = Solver({one.name: one for one in sheets})
    formulas = sum(1 for one in sheets for cell in one.cells() if cell.formula)
    solved = [solver.solve(one) for one in sheets]
    _tell(sheets, formulas, solved, notes)
    sums: dict[str, dict[str, int | float]] = {}
    stated: dict[str, dict[str, int | float]] = {}
    rows: dict[str, int] = {}
    dates_as_text = 0
    for sheet in sheets:
        ledger = Ledger(sheet, named=source.head[:2] == b"PK")
        yield from ledger.items()
        rows[sheet.name] = ledger.count
        dates_as_text += ledger.dates_as_text
        sums |= {sheet.name: found} if (found := ledger.sums()) else {}
        stated |= {sheet.name: ledger.stated} if ledger.stated else {}
        for heading in ledger.wrong_totals():
            notes.warn("total_disagrees", column=heading[:80], sheet=sheet.name[:80])
        for heading in ledger.without_currency():
            notes.warn("currency_unknown", column=heading[:80], sheet=sheet.name[:80])
    notes.fact("rows", rows)
    notes.fact("sums", sums)
    notes.fact("totals", stated)
    if dates_as_text:
        notes.fact("dates_as_text", dates_as_text)


def _sheets(source: Source, notes: Notes) -> Iterable[Sheet]:
    if compound.holds(source, "EncryptedPackage"):
        raise Unreadable("encrypted")
    if compound.is_compound(source):
        raise Unreadable("old_office")
    if source.head[:4] != b"PK\x03\x04":
        return sheets_csv.sheets(source, notes)
    parts = zipped.Parts(source)
    if _ODS in source.head[:200]:
        from workbench.evidence.intake import sheets_ods

        return sheets_ods.sheets(parts, notes)
    from workbench.evidence.intake import sheets_xlsx

    return sheets_xlsx.sheets(parts, notes)


def _tell(sheets: list[Sheet], formulas: int, solved: list[tuple[int, int]], notes: Notes) -> None:
    notes.fact("sheets", [one.name for one in sheets])
    notes.fact("hidden_sheets", [one.name for one in sheets if one.hidden])
    for one in sheets:
        if one.hidden:
            notes.warn("sheet_hidden", sheet=one.name[:80])
        if one.hidden_rows or one.hidden_columns:
            notes.warn("rows_hidden", sheet=one.name[:80])
    if merged := sum(len(one.merged) for one in sheets):
        notes.fact("merged", merged)
    if formulas:
        notes.fact("formulas", formulas)
    done, left = sum(one for one, _ in solved), sum(one for _, one in solved)
    if done:
        notes.fact("formulas_computed", done)
        notes.warn("formulas_computed", count=done)
    if left:
        notes.fact("formulas_open", left)
        notes.warn("formulas_open", count=left)
