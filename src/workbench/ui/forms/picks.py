"""Editors for answers that are chosen, not typed."""

from collections.abc import Sequence

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QComboBox, QCompleter, QHBoxLayout, QVBoxLayout, QWidget

from workbench.i18n import N_, alpha2, ltr
from workbench.ui import theme
from workbench.ui.forms.lists import country_choices
from workbench.ui.parts.arrange import column
from workbench.ui.parts.choices import Combo, Segmented, TickLine
from workbench.ui.parts.texts import label
from workbench.ui.state import tr

Choice = tuple[str, str]


def _alone(outer: QWidget, inner: QWidget) -> None:
    box = QVBoxLayout(outer)
    box.setContentsMargins(0, 0, 0, 0)
    box.addWidget(inner)


class PickInput(QWidget):
    """One of a list; ``searched`` lets a person type a part of the name."""

    changed = Signal()
    wide = False

    def __init__(self, choices: Sequence[Choice], *, searched: bool = False) -> None:
        super().__init__()
        self.editor = Combo(choices, empty=tr(N_("Choose…")))
        if searched:
            self.editor.setEditable(True)
            self.editor.setInsertPolicy(QComboBox.InsertPolicy.NoInsert)
            finder = QCompleter(self.editor.model(), self.editor)
            finder.setFilterMode(Qt.MatchFlag.MatchContains)
            finder.setCaseSensitivity(Qt.CaseSensitivity.CaseInsensitive)
            self.editor.setCompleter(finder)
            theme.dress(finder.popup())
            line = self.editor.lineEdit()
            if line is not None:
                line.setFrame(False)
                line.setStyleSheet("border: none; background: transparent; padding: 0px; min-height: 0px;")
        self.setFocusProxy(self.editor)
        _alone(self, self.editor)
        self.editor.activated.connect(lambda _: self.changed.emit())

    def value(self) -> object:
        if self.editor.isEditable():
            place = self.editor.findText(self.editor.currentText())
            return str(self.editor.itemData(place) or "") if place >= 0 else ""
        return self.editor.key

    def put(self, value: object) -> None:
        key = str(value or "")
        if self.editor.findData(key) < 0:
            # What was recorded elsewhere and is not on the list must not vanish from a step that is opened again.
            self.editor.addItem(ltr(key), key)
        self.editor.choose(key)


class CountryInput(PickInput):
    """A country; three letters name the same one as two."""

    def __init__(self) -> None:
        super().__init__(country_choices(), searched=True)

    def put(self, value: object) -> None:
        super().put(alpha2(str(value or "")))


class SegmentInput(QWidget):
    """One of two or three short answers; pressing the chosen one again takes it back."""

    changed = Signal()
    wide = False

    def __init__(self, choices: Sequence[Choice]) -> None:
        super().__init__()
        self.editor = Segmented(choices, free=True)
        self.setFocusProxy(self.editor)
        _alone(self, self.editor)
        self.editor.chosen.connect(lambda _: self.changed.emit())

    def value(self) -> object:
        return self.editor.key

    def put(self, value: object) -> None:
        self.editor.choose(str(value or ""))


class TicksInput(QWidget):
    """Any number of a list."""

    changed = Signal()
    wide = True

    def __init__(self, choices: Sequence[Choice], *, none: str = "") -> None:
        super().__init__()
        self._ticks: dict[str, TickLine] = {}
        half = (len(choices) + 1) // 2 if len(choices) > 4 else len(choices)
        columns = [column(gap=2), column(gap=2)]
        for place, (key, text) in enumerate(choices):
            tick = TickLine(text)
            tick.toggled.connect(self._moved)
            self._ticks[key] = tick
            columns[0 if place < half else 1].addWidget(tick)
        for one in columns:
            one.addStretch(1)
        if not choices and none:
            columns[0].insertWidget(0, label(none, "label", "3"))
        box = QHBoxLayout(self)
        box.setContentsMargins(0, 2, 0, 2)
        box.setSpacing(12)
        for one in columns[: 2 if half < len(choices) else 1]:
            box.addLayout(one, 1)
        self._quiet = False
        if self._ticks:
            self.setFocusProxy(next(iter(self._ticks.values())))

    def value(self) -> object:
        return [key for key, tick in self._ticks.items() if tick.on]

    def put(self, value: object) -> None:
        chosen = value if isinstance(value, list | tuple) else []
        self._quiet = True
        for key, tick in self._ticks.items():
            tick.put(key in chosen)
        self._quiet = False

    def _moved(self) -> None:
        if not self._quiet:
            self.changed.emit()
