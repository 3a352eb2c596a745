"""The phases and steps of a pack folded out of the rows of a workbook, each value with the cell that it came from."""

from collections.abc import Collection, Iterator, Mapping

from workbench.exchange.table import layout, values
from workbench.exchange.table.conditions import items, scalar
from workbench.exchange.table.flaws import Place
from workbench.exchange.table.folding import Folded, Path, taken
from workbench.exchange.table.layout import Shape, Sheet
from workbench.exchange.table.reading import Book, Row, keyed
from workbench.exchange.table.values import PROSE
from workbench.exchange.table.wording import SheetFlaw
from workbench.sop.nodes import Entries, Items, Node

# The order in which the keys of a step stand in its file.
_STEP_KEYS = (
    "key", "title", "purpose", "todo", "dos", "donts", "script", "actors", "when", "asks", "gate", "safety",
    "codes", "deadline", "documents", "sources", "mark", "waiver", "fields",
)  # fmt: skip
_SHARE_KEYS = ("share", "codes", "when", "gate")
_DEADLINE_KEYS = (
    "text", "from", "hours", "days", "months", "until", "warn_hours", "repeats", "bounds", "extension", "basis",
    "source", "place", "mark", "met", "ends",
)  # fmt: skip
_FIELD_KEYS = ("key", "kind", "label", "help", "required", "when", "options")


def steps(book: Book, made: Folded) -> None:
    """Add the phases with their steps to what was folded; flaws go to the notes of the book."""
    _Steps(book, made).fold()


def known_rows(book: Book, sheet: Sheet, known: Collection[str], made: Folded, on: str) -> dict[str, Row]:
    """The rows of a sheet of texts by their key; one that belongs to nothing, and what has no row, is noted."""
    rows: dict[str, Row] = {}
    listed = book.rows(sheet)
    head = sheet.columns[0].name
    for key, row in keyed(listed, head, same=str):
        if key in known:
            rows[key] = row
        elif key in made.lent or key.rpartition(".")[0] in made.lent:
            row.note(SheetFlaw.ROW_SHARED, head, key=key)
        else:
            row.note(SheetFlaw.ROW_UNKNOWN, head, key=key, sheet=on)
    if listed:
        for key in known:
            if key not in rows:
                book.notes.add(SheetFlaw.TEXT_ROW_MISSING, Place(sheet.name), key=key, sheet=sheet.name)
    return rows


class _Steps:
    def __init__(self, book: Book, made: Folded) -> None:
        self._book, self._made = book, made
        self._order: dict[str, list[tuple[str, Row]]] = {key: [] for key in made.phases}
        self._fields: dict[str, dict[str, Row]] = {}
        self._deadlines: dict[str, list[Row]] = {}
        self._texts: Mapping[str, Row] = {}
        self._questions: Mapping[str, Row] = {}

    def fold(self) -> None:
        made, book = self._made, self._book
        self._list()
        self._fields = {key: {} for key in made.steps}
        self._deadlines = {key: [] for key in made.steps}
        for step, row in self._of_steps(layout.FIELDS):
            self._add_field(step, row)
        for step, row in self._of_steps(layout.DEADLINES):
            self._deadlines[step].append(row)
        made.questions = [f"{step}.{key}" for step, fields in self._fields.items() for key in fields]
        texts, questions = layout.language_sheets(made.source, made.source)
        known = [*made.phases, *made.steps]
        self._texts = known_rows(book, texts, known, made, layout.STEPS.name)
        self._questions = known_rows(book, questions, made.questions, made, layout.FIELDS.name)
        for phase, row in made.phases.items():
            made.nodes[f"phases/{phase}.yaml"] = self._phase(phase, row)

    def _list(self) -> None:
        """Sort the rows of the steps into their phases."""
        first: dict[str, int] = {}
        for row in self._book.rows(layout.STEPS):
            phase, key, share = (row.word(column) for column in (layout.PHASE, layout.KEY, layout.SHARE))
            if key and share:
                row.note(SheetFlaw.KEY_AND_SHARE, layout.SHARE)
            elif not key and not share:
                row.lacks(layout.KEY)
            elif (key or share) in first:
                column = layout.KEY if key else layout.SHARE
                row.note(SheetFlaw.KEY_TWICE, column, key=key or share, first=first[key or share])
            elif not phase:
                row.lacks(layout.PHASE)
            elif phase not in self._order:
                row.note(SheetFlaw.ROW_UNKNOWN, layout.PHASE, key=phase, sheet=layout.PHASES.name)
            else:
                self._order[phase].append((key or share, row))
            if not key and not share:
                continue
            first.setdefault(key or share, row.number)
            (self._made.steps if key else self._made.lent).setdefault(key or share, row)

    def _of_steps(self, sheet: Sheet) -> Iterator[tuple[str, Row]]:
        """Each row of a sheet with its step; a row of no step is noted."""
        for row in self._book.rows(sheet):
            step = row.word(layout.STEP)
            if not step:
                row.lacks(layout.STEP)
            elif step in self._made.steps:
                yield step, row
            elif step in self._made.lent:
                row.note(SheetFlaw.ROW_SHARED, layout.STEP, key=step)
            else:
                row.note(SheetFlaw.ROW_UNKNOWN, layout.STEP, key=step, sheet=layout.STEPS.name)

    def _add_field(self, step: str, row: Row) -> None:
        key = row.word(layout.KEY)
        if not key:
            row.lacks(layout.KEY)
        elif key in self._fields[step]:
            row.note(SheetFlaw.KEY_TWICE, layout.KEY, key=f"{step}.{key}", first=self._fields[step][key].number)
        else:
            self._fields[step][key] = row

    def _phase(self, phase: str, row: Row) -> Entries:
        file, made = f"phases/{phase}.yaml", self._made
        node = Entries(0, {"key": scalar(phase)})
        made.places[file, ("key",)] = made.places[file, ()] = row.place(layout.KEY)
        self._say(node, self._texts.get(phase), file, (), layout.STEP_TEXTS[:1])
        node.nodes.update(taken(row, layout.PHASES, made, file, (), skip=(layout.KEY,)).nodes)
        made.places[file, ("steps",)] = row.place(layout.KEY)
        listed: list[Node] = []
        for key, one in self._order[phase]:
            path: Path = ("steps", len(listed))
            listed.append(self._step(key, one, file, path))
        node.nodes["steps"] = items(listed)
        return node

    def _step(self, key: str, row: Row, file: str, path: Path) -> Entries:
        made = self._made
        head = layout.KEY if key in made.steps else layout.SHARE
        node = Entries(0, {head: scalar(key)})
        made.places[file, path] = made.places[file, (*path, head)] = row.place(head)
        node.nodes.update(taken(row, layout.STEPS, made, file, path, (layout.PHASE, layout.KEY, layout.SHARE)).nodes)
        if head == layout.KEY:
            texts = self._texts.get(key)
            self._say(node, texts, file, path, layout.STEP_TEXTS[:-1])
            self._limits(key, node, texts, file, path)
            fields: list[Node] = []
            for field, one in self._fields[key].items():
                fields.append(self._field(key, field, one, file, (*path, "fields", len(fields))))
            if fields:
                node.nodes["fields"] = items(fields)
        # What may not stand beside a share is kept too, for the check to name it.
        return _arranged(node, _STEP_KEYS if head == layout.KEY else (*_SHARE_KEYS, *_STEP_KEYS))

    def _say(
        self, node: Entries, row: Row | None, file: str, path: Path, columns: tuple[layout.Column, ...]
    ) -> None:
        """Put the texts of a row of the source language into a node."""
        for column in columns:
            if row is not None and column.shape is not Shape.OPTIONS:
                self._made.places[file, (*path, column.name)] = row.place(column.name)
                said = row.node(column.name)
                if said is not None:
                    node.nodes[column.name] = said

    def _limits(self, key: str, node: Entries, texts: Row | None, file: str, path: Path) -> None:
        rows = self._deadlines[key]
        said = [one for one in values.lines(texts.text("deadline")) if one] if texts is not None else []
        if texts is not None and len(said) != len(rows):
            flaw, counts = SheetFlaw.DEADLINES_UNEQUAL, {"rows": len(rows), "lines": len(said)}
            texts.note(flaw, "deadline", step=key, **counts)
            return
        listed: list[Node] = []
        for number, (text, row) in enumerate(zip(said, rows, strict=False)):
            here: Path = (*path, "deadline") if len(rows) == 1 else (*path, "deadline", number)
            one = taken(row, layout.DEADLINES, self._made, file, here, skip=(layout.STEP, "length"))
            assert texts is not None
            self._made.places[file, here] = row.place("from")
            self._made.places[file, (*here, "text")] = texts.place("deadline")
            one.nodes["text"] = scalar(text, PROSE)
            self._length(one, row, file, here)
            listed.append(_arranged(one, _DEADLINE_KEYS))
        if listed:
            node.nodes["deadline"] = listed[0] if len(listed) == 1 else items(listed)

    def _length(self, node: Entries, row: Row, file: str, path: Path) -> None:
        text = row.text("length")
        read = row.tried("length", lambda: values.length_read(text)) if text else None
        for key, value in (read or {}).items():
            node.nodes[key] = value
            self._made.places[file, (*path, key)] = row.place("length")

    def _field(self, step: str, key: str, row: Row, file: str, path: Path) -> Entries:
        node = taken(row, layout.FIELDS, self._made, file, path, skip=(layout.STEP, "options"))
        self._made.places[file, path] = row.place(layout.KEY)
        node.nodes["key"] = scalar(key)
        texts = self._questions.get(f"{step}.{key}")
        self._say(node, texts, file, path, layout.QUESTION_TEXTS)
        self._options(node, row, texts, file, (*path, "options"))
        return _arranged(node, _FIELD_KEYS)

    def _options(self, node: Entries, row: Row, texts: Row | None, file: str, path: Path) -> None:
        listed = row.node("options")
        keys = [getattr(one, "text", "") for one in listed.nodes] if isinstance(listed, Items) else []
        self._made.places[file, path] = row.place("options")
        if texts is None:
            return
        said = texts.tried("options", lambda: values.option_lines(texts.text("options")))
        options = Entries(0)
        for key in keys:
            if key in options.nodes:
                row.note(SheetFlaw.OPTION_TWICE, "options", key=key)
            elif said is not None and key not in said:
                sheet = texts.place("options").sheet
                row.note(SheetFlaw.OPTION_WITHOUT_TEXT, "options", key=key, sheet=sheet)
            options.nodes[key] = scalar((said or {}).get(key, "…"), PROSE)
            self._made.places[file, (*path, key)] = texts.place("options")
        for key in said or ():
            if key not in options.nodes:
                texts.note(SheetFlaw.OPTION_WITHOUT_KEY, "options", key=key)
        if options.nodes:
            node.nodes["options"] = options


def _arranged(node: Entries, keys: tuple[str, ...]) -> Entries:
    return Entries(0, {key: node.nodes[key] for key in keys if key in node.nodes})
