"""The names of a person: parts of the name in the record, and the others as they are written."""

from collections.abc import Sequence

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QGridLayout, QLineEdit, QWidget

from workbench.i18n import N_
from workbench.services.rows import NameRow
from workbench.ui.dialogs.labelled import labelled, line
from workbench.ui.state import tr

NAME_PARTS = (
    ("ism", N_("Given name")),
    ("father", N_("Father's name")),
    ("grandfather", N_("Grandfather's name")),
    ("great_grandfather", N_("Great-grandfather's name")),
    ("family", N_("Family or tribe")),
)
_OTHERS = (
    ("mother", N_("Mother's name")),
    ("kunya", N_("Kunya (Abu …, Umm …)")),
    ("passport", N_("As in the passport")),
    ("alias", N_("Also called")),
    ("former", N_("Former name")),
)
_PER_LINE = 3


class NamesBox(QWidget):
    """What is not typed is not known. Names beyond one of a kind stay as they are."""

    typed = Signal()

    def __init__(self) -> None:
        super().__init__()
        self.parts = {key: line(f"person-{key}") for key, _ in NAME_PARTS}
        self._written = line("person-written")
        self._others = {kind: line(f"person-{kind}") for kind, _ in _OTHERS}
        self._first: dict[str, NameRow] = {}
        self._rest: list[NameRow] = []
        grid = QGridLayout(self)
        grid.setContentsMargins(0, 0, 0, 0)
        grid.setHorizontalSpacing(12)
        fields: list[tuple[str, QLineEdit]] = [(tr(words), self.parts[key]) for key, words in NAME_PARTS]
        fields.append((tr(N_("Or as it was written")), self._written))
        fields += [(tr(words), self._others[kind]) for kind, words in _OTHERS]
        for place, (words, one) in enumerate(fields):
            grid.addLayout(labelled(words, one), place // _PER_LINE, place % _PER_LINE)
            one.textEdited.connect(lambda _: self.typed.emit())
        self.setFocusProxy(self.parts["ism"])

    def put(self, names: Sequence[NameRow]) -> None:
        """Show these names, the first of each kind."""
        for name in names:
            if name.kind in self._first or name.kind not in ("record", *self._others):
                self._rest.append(name)
                continue
            self._first[name.kind] = name
            if name.kind == "record":
                for part, editor in self.parts.items():
                    editor.setText(getattr(name, part))
                self._written.setText(name.as_written)
            else:
                self._others[name.kind].setText(name.full)

    def take(self, name: NameRow) -> None:
        """Put a name that a paper says where nothing of its kind is typed yet."""
        editor = self._others.get(name.kind)
        if editor is not None and not editor.text().strip():
            editor.setText(name.full)

    def value(self) -> list[NameRow]:
        """The names as they stand now; what was not touched is what it was."""
        parts = {key: editor.text().strip() for key, editor in self.parts.items()}
        record = NameRow("record", as_written=self._written.text().strip(), **parts)
        found = [record] if record.full else []
        for kind, editor in self._others.items():
            text, before = editor.text().strip(), self._first.get(kind)
            if text:
                found.append(before if before and before.full == text else NameRow(kind, as_written=text))
        return [*found, *self._rest]
