"""The head of a pack folded out of the rows of a workbook, each value with the cell that it came from."""

import re
from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field

from workbench.exchange.table import layout, values
from workbench.exchange.table.conditions import items, scalar
from workbench.exchange.table.flaws import Place
from workbench.exchange.table.layout import Shape, Sheet
from workbench.exchange.table.reading import Book, Row, keyed
from workbench.exchange.table.values import PROSE
from workbench.exchange.table.wording import SheetFlaw
from workbench.sop.files import PACK_FILE, PACK_KEY
from workbench.sop.nodes import Entries, Items, Node

Path = tuple[str | int, ...]
_OPTIONAL = frozenset({"shares", "note", "jurisdictions", "week.rest", "week.closes"})
# They become names of files and folders, on every system.
PHASE_KEY = re.compile(r"(?!(?:con|nul|prn|aux|com[0-9]|lpt[0-9])$)[A-Za-z0-9_-]{1,40}", re.IGNORECASE)
_TAG = re.compile(r"[A-Za-z]{2,8}(?:_[A-Za-z0-9]{2,8}){0,2}")


@dataclass
class Folded:
    """The YAML of a pack as trees, by file, and the cell of each value by the way to it."""

    source: str = ""
    languages: tuple[str, ...] = ()
    shares: str = ""
    nodes: dict[str, Entries] = field(default_factory=dict)
    places: dict[tuple[str, Path], Place] = field(default_factory=dict)
    phases: dict[str, Row] = field(default_factory=dict)
    steps: dict[str, Row] = field(default_factory=dict)
    lent: dict[str, Row] = field(default_factory=dict)
    questions: list[str] = field(default_factory=list)


def head(book: Book) -> Folded:
    """What stands at the head of a pack: its settings, names, facts and phases; flaws go to the notes of the book.

    Without a source language that could be read it is empty: no sheet of texts could be named.
    """
    made = Folded()
    top = _settings(book, made)
    if not made.source:
        return made
    for key, sheet in layout.NAMED.items():
        _named(book, made, top, key, sheet)
    for key, sheet in layout.LISTED.items():
        _listed(book, made, top, key, sheet)
    for key, row in keyed(book.rows(layout.PHASES), layout.KEY):
        if PHASE_KEY.fullmatch(key):
            made.phases[key] = row
        else:
            row.note(SheetFlaw.KEY_SHAPE, layout.KEY, key=key, example="T01")
    top.nodes["phases"] = items([scalar(key) for key in made.phases])
    made.places[PACK_FILE, ("phases",)] = Place(layout.PHASES.name)
    made.nodes[PACK_FILE] = Entries(0, {key: top.nodes[key] for key in _order(top)})
    return made


def _order(top: Entries) -> list[str]:
    """The keys of the pack in their order: the week is a setting, and stands below what is longer."""
    order = [key for key in top.nodes if key not in ("week", "phases")]
    return order + [key for key in ("week", "phases") if key in top.nodes]


def _settings(book: Book, made: Folded) -> Entries:
    shapes = {name: shape for name, shape, _ in layout.SETTINGS}
    rows: dict[str, Row] = {}
    for key, row in keyed(book.rows(layout.PACK), layout.KEY):
        if key in shapes:
            rows[key] = row
        else:
            row.note(SheetFlaw.SETTING_UNKNOWN, layout.KEY, key=key, known=", ".join(shapes))
    top = Entries(0)
    if not rows:
        return top
    for name, shape in shapes.items():
        if name not in rows:
            if name not in _OPTIONAL:
                book.notes.add(SheetFlaw.SETTING_MISSING, Place(layout.PACK.name), key=name)
            continue
        path = tuple(name.split("."))
        made.places[PACK_FILE, path] = rows[name].place("value")
        node = _setting(rows[name], shape)
        if node is not None:
            within = top
            for part in path[:-1]:
                inner = within.nodes.setdefault(part, Entries(0))
                assert isinstance(inner, Entries)
                within = inner
            within.nodes[path[-1]] = node
    _languages(top, rows, made)
    return top


def _setting(row: Row, shape: Shape) -> Node | None:
    text = row.text("value", shape)
    return row.tried("value", lambda: values.read(text, layout.Column("value", shape, "")))


def _languages(top: Entries, rows: Mapping[str, Row], made: Folded) -> None:
    source, shares, languages = (top.nodes.get(key) for key in ("source_language", "shares", "languages"))
    tags = [getattr(one, "text", "") for one in languages.nodes] if isinstance(languages, Items) else []
    for key, tag in [("languages", tag) for tag in tags] + [("source_language", getattr(source, "text", ""))]:
        if not _TAG.fullmatch(tag):
            if key in rows and tag:
                rows[key].note(SheetFlaw.KEY_SHAPE, "value", key=tag, example="ar_IQ")
            return
    made.source, made.languages = getattr(source, "text", ""), tuple(dict.fromkeys(tags))
    made.shares = getattr(shares, "text", "")
    if made.shares and not re.fullmatch(PACK_KEY, made.shares):
        rows["shares"].note(SheetFlaw.KEY_SHAPE, "value", key=made.shares, example="iq-tip")


def _named(book: Book, made: Folded, top: Entries, key: str, sheet: Sheet) -> None:
    found = Entries(0)
    for name, row in keyed(book.rows(sheet), layout.KEY, same=str):
        found.nodes[name] = scalar(row.text("label"), PROSE)
        made.places[PACK_FILE, (key, name)] = row.place("label")
    if found.nodes:
        top.nodes[key] = found


def _listed(book: Book, made: Folded, top: Entries, key: str, sheet: Sheet) -> None:
    found = Entries(0)
    for name, row in keyed(book.rows(sheet), layout.KEY, same=str):
        path = (key, name)
        made.places[PACK_FILE, path] = row.place(layout.KEY)
        found.nodes[name] = taken(row, sheet, made, PACK_FILE, path, skip=(layout.KEY,))
    if found.nodes:
        top.nodes[key] = found


def taken(row: Row, sheet: Sheet, made: Folded, file: str, path: Path, skip: Sequence[str] = ()) -> Entries:
    """A mapping of what stands in the cells of a row, by their headings."""
    found = Entries(0)
    for column in sheet.columns:
        if column.name in skip:
            continue
        made.places[file, (*path, column.name)] = row.place(column.name)
        node = row.node(column.name)
        if node is not None:
            found.nodes[column.name] = node
    return found
