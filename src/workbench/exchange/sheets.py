"""A procedure pack as a workbook that lawyers edit: written from the files of a pack, and read back into them."""

from collections.abc import Callable, Mapping

from workbench.errors import Refusal
from workbench.exchange.table import layout, po_files
from workbench.exchange.table.drawing import drawn
from workbench.exchange.table.flaws import Notes, Place, SheetFinding
from workbench.exchange.table.folding import Folded, head
from workbench.exchange.table.folding_steps import steps
from workbench.exchange.table.keeping import kept
from workbench.exchange.table.opening import opened
from workbench.exchange.table.reading import Book
from workbench.exchange.table.saying import Tongue
from workbench.exchange.table.tracing import Trace
from workbench.exchange.table.unfolding import texts, unfolded
from workbench.exchange.table.wording import SheetFlaw
from workbench.sop import Pack, inspect_bytes, load_bytes
from workbench.sop.files import PACK_FILE, shared_name

__all__ = ["SheetFinding", "export_sheet", "import_sheet"]

# What makes a cell unreadable: whatever else is said of the same cell only follows from it.
_UNREADABLE = frozenset(
    {
        SheetFlaw.FORMULA, SheetFlaw.FORMULA_EMPTY, SheetFlaw.ERROR_VALUE, SheetFlaw.NUMBER, SheetFlaw.DATE,
        SheetFlaw.CELL_LONG, SheetFlaw.HIDDEN, SheetFlaw.DIGITS_MIXED, SheetFlaw.QUOTES_CURLY,
    }
)  # fmt: skip
Lend = Callable[[str], Mapping[str, bytes]]


def export_sheet(files: Mapping[str, bytes]) -> bytes:
    """The workbook (.xlsx) of the pack in these files, as ``sop.read_folder`` gave them; the same for the same pack.

    Raises ``Refusal`` if the pack is wrong; translations may still be missing.
    """
    pack, sheets = unfolded(files)
    return drawn(sheets, pack.languages, pack.source_language)


def import_sheet(
    data: bytes, base: Mapping[str, bytes] | None = None, *, lend: Lend | None = None
) -> tuple[dict[str, bytes] | None, list[SheetFinding]]:
    """The files of the pack that a workbook holds, and what is wrong with it; no files if there is an error.

    ``base`` are the files that the workbook was made from: their comments and their layout are kept where the
    values did not change, and steps are shared from the pack that they share from. ``lend`` gives the files of a
    pack by its key, if steps are shared from another one.
    """
    notes = Notes()
    book = Book(found, notes) if (found := opened(data, notes)) else None
    files = _files(book, base or {}, lend) if book is not None else {}
    findings = _told(notes, book)
    return (None if notes.wrong else files), findings


def _files(book: Book, base: Mapping[str, bytes], lend: Lend | None) -> dict[str, bytes]:
    made = head(book)
    for sheet in layout.sheets(made.languages, made.source) if made.source else ():
        book.rows(sheet)
    if not made.source or not book.whole:
        return {}
    steps(book, made)
    files = {name: kept(name, node, base.get(name)) for name, node in made.nodes.items()}
    files |= _lent(made, base, lend)
    pack = None if book.notes.wrong else _loaded(files, made, book)
    if pack is None:
        _look_at_all(book, made)
        return {}
    catalogues, places = _catalogues(book, made, pack, base)
    book.unread()
    files |= catalogues
    if not book.notes.wrong:
        trace = Trace(files, made, places)
        for finding in inspect_bytes(files):
            book.notes.pack(finding, trace.place(finding))
    return dict(sorted(files.items()))


def _loaded(files: Mapping[str, bytes], made: Folded, book: Book) -> Pack | None:
    """The pack in its source language; None, with findings, if it does not hold together."""
    try:
        return load_bytes(files)
    except Refusal:
        trace = Trace(files, made, {})
        for finding in inspect_bytes(files):
            book.notes.pack(finding, trace.place(finding))
        return None


def _look_at_all(book: Book, made: Folded) -> None:
    """Look at the sheets of the other languages too, so that all their flaws are told at once."""
    for tag in made.languages:
        if tag != made.source:
            Tongue(book, made, tag, ())
    book.unread()


def _catalogues(
    book: Book, made: Folded, pack: Pack, base: Mapping[str, bytes]
) -> tuple[dict[str, bytes], dict[tuple[str, str], Place]]:
    files: dict[str, bytes] = {}
    places: dict[tuple[str, str], Place] = {}
    own = texts(pack)
    for tag in made.languages:
        if tag == made.source:
            continue
        tongue = Tongue(book, made, tag, own)
        said: dict[str, list[po_files.Entry]] = {}
        for one in own:
            name = f"texts/{tag}/{one.name}.po"
            said.setdefault(name, []).append((one.context, one.text, tongue.say(one)))
            places[name, one.context] = tongue.place(one)
        tongue.left_over()
        for name, entries in said.items():
            files[name] = po_files.written(entries, pack.key, pack.version, tag, base.get(name))
    return files, places


def _lent(made: Folded, base: Mapping[str, bytes], lend: Lend | None) -> dict[str, bytes]:
    """The files of the pack that steps are shared from, as far as they are needed."""
    if not made.shares:
        return {}
    start = shared_name(made.shares, "")
    found = {name: data for name, data in base.items() if name.startswith(start)}
    if lend is not None:
        found = {shared_name(made.shares, name): data for name, data in lend(made.shares).items()} or found
    phases = {key.partition(".")[0] for key in made.lent}
    needed = {f"{phase}.yaml" for phase in phases} | {f"{phase}.po" for phase in phases} | {"pack.po"}
    return {
        name: data
        for name, data in found.items()
        if name == shared_name(made.shares, PACK_FILE) or name.rpartition("/")[2] in needed
    }


def _told(notes: Notes, book: Book | None) -> list[SheetFinding]:
    """The findings from the top of the workbook down, without those that only follow from another."""
    broken = {(one.sheet, one.row, one.column) for one in notes.findings if one.flaw in _UNREADABLE}
    told = [
        one
        for one in dict.fromkeys(notes.findings)
        if one.flaw in _UNREADABLE or (one.sheet, one.row, one.column) not in broken
    ]
    return sorted(told, key=lambda one: (book.order(one.sheet) if book else 0, one.row, one.column))
