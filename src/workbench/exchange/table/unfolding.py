"""A pack laid out as the rows of a workbook."""

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass

from workbench.exchange.table import layout
from workbench.exchange.table.conditions import named
from workbench.exchange.table.layout import Column, Shape, Sheet
from workbench.exchange.table.spots import Part, Spot, spot
from workbench.exchange.table.values import length_written, line, option_line, written
from workbench.i18n import catalogue, ltr
from workbench.sop import Flaw, Level, Pack, inspect_bytes, load_bytes
from workbench.sop.files import PACK_FILE
from workbench.sop.flaws import found
from workbench.sop.nodes import Entries, Items, Node, Scalar, compose
from workbench.sop.refusing import refusal
from workbench.sop.texts import rewritten

Rows = list[dict[str, str]]
# What is missing in another language is what a workbook is made for.
_OPEN_TEXTS = (Flaw.TEXT_MISSING, Flaw.TEXT_STALE, Flaw.TEXT_PLACEHOLDERS, Flaw.TEXT_UNUSED, Flaw.FILE_MISSING)
_TEXT_KEYS = frozenset(column.name for column in layout.STEP_TEXTS)


@dataclass(frozen=True, slots=True)
class Text:
    """One text of the pack in its source language and where it stands."""

    name: str
    context: str
    text: str
    spot: Spot


def unfolded(files: Mapping[str, bytes]) -> tuple[Pack, list[tuple[Sheet, Rows]]]:
    """The pack of these files and the rows of each of its sheets.

    Raises ``Refusal`` if the pack is wrong; translations may be missing or old.
    """
    for finding in inspect_bytes(files):
        in_texts = finding.file.startswith("texts/") and finding.flaw in _OPEN_TEXTS
        if finding.level is Level.ERROR and not in_texts:
            raise refusal(finding)
    pack = load_bytes(files)
    filled = {sheet.name: (sheet, rows) for sheet, rows in _structure(files)}
    for sheet, rows in _languages(pack, files):
        filled[sheet.name] = (sheet, rows)
    return pack, [filled[sheet.name] for sheet in layout.sheets(pack.languages, pack.source_language)]


def texts(pack: Pack) -> list[Text]:
    """Every text that the pack itself has, in the order of its catalogues."""
    found: list[Text] = []

    def say(name: str, context: str, text: str) -> str:
        if text and "/" not in name:
            found.append(Text(name, context, text, spot(name, context, pack.steps)))
        return text

    rewritten(pack, say, pack.source_language)
    return found


def _structure(files: Mapping[str, bytes]) -> Iterator[tuple[Sheet, Rows]]:
    top = _entries(files, PACK_FILE)
    settings = {name.partition(".")[0] for name, _, _ in layout.SETTINGS}
    _only(PACK_FILE, top, {*settings, *layout.NAMED, *layout.LISTED, "phases"})
    yield layout.PACK, [
        {"key": name, "value": written(_reached(top, name), shape)} for name, shape, _ in layout.SETTINGS
    ]
    for key, sheet in layout.NAMED.items():
        listed = top.nodes.get(key, Entries(0))
        assert isinstance(listed, Entries)
        yield sheet, [{"key": named(key), "label": written(text, Shape.TEXT)} for key, text in listed.nodes.items()]
    for key, sheet in layout.LISTED.items():
        listed = top.nodes.get(key, Entries(0))
        assert isinstance(listed, Entries)
        yield sheet, [
            {"key": named(name), **_cells(PACK_FILE, one, sheet.columns[1:])} for name, one in listed.nodes.items()
        ]
    yield from _phases(top, files)


def _phases(top: Entries, files: Mapping[str, bytes]) -> Iterator[tuple[Sheet, Rows]]:
    phases: Rows = []
    steps: Rows = []
    deadlines: Rows = []
    fields: Rows = []
    for phase in _words(top.nodes.get("phases")):
        file = f"phases/{phase}.yaml"
        node = _entries(files, file)
        _only(file, node, {"key", "title", "sop_chapter", "steps"})
        phases.append({"key": phase, "sop_chapter": written(node.nodes.get("sop_chapter"), Shape.TEXT)})
        for step in _each(node.nodes.get("steps")):
            key = written(step.nodes.get("key"), Shape.TEXT)
            steps.append({"phase": phase, **_cells(file, step, layout.STEPS.columns[1:], _TEXT_KEYS | {"fields"})})
            for one in _each(step.nodes.get("deadline")):
                deadlines.append({"step": key, **_cells(file, one, layout.DEADLINES.columns[1:], _LENGTH | {"text"})})
                deadlines[-1]["length"] = length_written(one)
            for one in _each(step.nodes.get("fields")):
                fields.append({"step": key, **_cells(file, one, layout.FIELDS.columns[1:], {"label", "help"})})
    yield from (
        (layout.PHASES, phases), (layout.STEPS, steps), (layout.DEADLINES, deadlines), (layout.FIELDS, fields),
    )  # fmt: skip


_LENGTH = frozenset({"hours", "days", "months", "until"})


def _cells(
    file: str, node: Node, columns: Sequence[Column], elsewhere: frozenset[str] | set[str] = frozenset()
) -> dict[str, str]:
    assert isinstance(node, Entries)
    _only(file, node, {*(column.name for column in columns), *elsewhere})
    return {column.name: written(node.nodes.get(column.name), column.shape) for column in columns}


def _only(file: str, node: Entries, known: set[str]) -> None:
    """Refuse a pack of which the workbook would lose something."""
    for key in node.nodes:
        if key not in known:
            line_number = node.lines.get(key, node.line)
            raise refusal(found(Flaw.KEY_UNKNOWN, file, line_number, key=ltr(key), known=ltr(", ".join(sorted(known)))))


def _entries(files: Mapping[str, bytes], name: str) -> Entries:
    node = compose(name, files[name], [])
    assert isinstance(node, Entries)
    return node


def _each(node: Node | None) -> Iterator[Entries]:
    nodes = node.nodes if isinstance(node, Items) else [node]
    yield from (one for one in nodes if isinstance(one, Entries))


def _words(node: Node | None) -> list[str]:
    return [one.text for one in node.nodes if isinstance(one, Scalar)] if isinstance(node, Items) else []


def _reached(top: Entries, name: str) -> Node | None:
    node: Node | None = top
    for part in name.split("."):
        node = node.nodes.get(part) if isinstance(node, Entries) else None
    return node


def _languages(pack: Pack, files: Mapping[str, bytes]) -> Iterator[tuple[Sheet, Rows]]:
    said = texts(pack)
    for tag in dict.fromkeys((pack.source_language, *pack.languages)):
        sheets = layout.language_sheets(tag, pack.source_language)
        rows: list[dict[str, dict[str, str]]] = [_empty(pack, part) for part in Part]
        other = None if tag == pack.source_language else _Translations(files, tag)
        for one in said:
            if other is not None or one.spot.part is not Part.NAMES:
                row = rows[one.spot.part.value].setdefault(one.spot.row, {})
                _write(row, one, other, pack.source_language)
        for part, sheet in zip(Part, sheets, strict=False):
            head = sheet.columns[0].name
            yield sheet, [{head: named(key), **cells} for key, cells in rows[part.value].items()]


def _empty(pack: Pack, part: Part) -> dict[str, dict[str, str]]:
    """A row for every phase and step, and for every question, also where nothing is said yet."""
    own = [step for step in pack.steps.values() if step.key not in pack.borrowed]
    if part is Part.STEPS:
        keys = [key for phase in pack.phases for key in (phase.key, *(step.key for step in phase.steps))]
        return {key: {} for key in keys if key not in pack.borrowed}
    return {f"{step.key}.{field.key}": {} for step in own for field in step.fields} if part is Part.QUESTIONS else {}


def _write(row: dict[str, str], one: Text, other: "_Translations | None", source: str) -> None:
    if other is None:
        _add(row, one.spot.column, one.text, one.spot)
        return
    original, said = other.of(one)
    names = one.spot.part is Part.NAMES
    column = layout.SOURCE_TEXT if names else layout.beside(one.spot.column, source)
    _add(row, column, original, one.spot)
    _add(row, one.spot.column, said, one.spot)


def _add(row: dict[str, str], column: str, text: str, at: Spot) -> None:
    if at.shape is Shape.TEXT:
        row[column] = text
        return
    said = option_line(str(at.line), text) if at.shape is Shape.OPTIONS else line(text)
    row[column] = f"{row[column]}\n{said}" if column in row else said


class _Translations:
    """What the catalogues of one language say, and of which text."""

    def __init__(self, files: Mapping[str, bytes], tag: str) -> None:
        self._files, self._tag = files, tag
        self._read: dict[str, dict[str, tuple[str, str]]] = {}

    def of(self, one: Text) -> tuple[str, str]:
        """The text that was translated, which may be an older one, and its translation; empty if there is none."""
        if one.name not in self._read:
            data = self._files.get(f"texts/{self._tag}/{one.name}.po", b"")
            entries = catalogue(data).items() if data else ()
            self._read[one.name] = {context or "": (text, said) for (context, text), said in entries}
        return self._read[one.name].get(one.context, (one.text, ""))
