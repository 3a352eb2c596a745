"""A form: the fields of a step as editors in a grid, each with its label above and its message below."""

from collections.abc import Mapping, Sequence

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QResizeEvent
from PySide6.QtWidgets import QGridLayout, QVBoxLayout, QWidget

from workbench.fields import Field, Problem, given, shown
from workbench.ui import theme
from workbench.ui.forms.inputs import INPUTS, Input, Known
from workbench.ui.parts.arrange import row
from workbench.ui.parts.texts import Picture, as_html, label
from workbench.ui.state import speaking


class FieldBox(QWidget):
    """Label, editor, help and message of one question."""

    def __init__(self, field: Field, known: Known) -> None:
        super().__init__()
        self.field = field
        self.setObjectName(f"field-{field.key}")
        self.input: Input = INPUTS[field.kind](field, known)
        self._label = label(
            f"{as_html(field.label)}{theme.star() if field.required else ''}",
            "label",
            "2",
            rich=True,
            wrap=True,
        )
        self._label.setBuddy(self.input)
        editor = self.input.editor if hasattr(self.input, "editor") else self.input
        editor.setAccessibleName(field.label)
        editor.setAccessibleDescription(field.help)
        self._message = label("", "label", "late", wrap=True)
        self._mark = Picture("ph.warning-circle", "dangerText", 15)
        self._trouble = QWidget()
        trouble = row(self._mark, gap=5)
        trouble.addWidget(self._message, 1)
        trouble.setAlignment(self._mark, Qt.AlignmentFlag.AlignTop)
        self._trouble.setLayout(trouble)
        self._trouble.hide()
        self._doubt = label("", "label", "warn", wrap=True)
        self._doubt.setObjectName(f"doubt-{field.key}")
        self._doubt.hide()
        box = QVBoxLayout(self)
        box.setContentsMargins(0, 0, 0, 0)
        box.setSpacing(3)
        box.addWidget(self._label)
        box.addWidget(self.input)
        if field.help:
            box.addWidget(label(field.help, "small", "3", wrap=True))
        box.addWidget(self._trouble)
        box.addWidget(self._doubt)
        box.addStretch(1)

    def doubt(self, sentence: str) -> None:
        """Show what can hardly be right under the editor; it hinders nothing."""
        self._doubt.setText(sentence)
        self._doubt.setVisible(bool(sentence))

    def complain(self, sentence: str) -> None:
        """Show what is wrong under the editor; an empty sentence takes it away."""
        self._message.setText(sentence)
        self._trouble.setVisible(bool(sentence))
        editor = getattr(self.input, "editor", self.input)
        if editor.property("state") != ("error" if sentence else ""):
            editor.setProperty("state", "error" if sentence else "")
            editor.style().unpolish(editor)
            editor.style().polish(editor)


class Form(QWidget):
    """Editors for a list of fields. ``changed`` follows every keystroke; questions appear as answers call for them."""

    changed = Signal()

    def __init__(self, fields: Sequence[Field], known: Known, answers: Mapping[str, object]) -> None:
        super().__init__()
        self._fields = tuple(fields)
        self._boxes = {field.key: FieldBox(field, known) for field in self._fields}
        self._grid = QGridLayout(self)
        self._grid.setContentsMargins(0, 0, 0, 0)
        self._grid.setHorizontalSpacing(12)
        self._grid.setVerticalSpacing(8)
        self._placed: tuple[tuple[str, ...], int] | None = None
        for key, box in self._boxes.items():
            box.setParent(self)
            box.input.put(answers.get(key))
            box.input.changed.connect(self._moved)
        self._place()

    def answers(self) -> dict[str, object]:
        """What is answered now, hidden questions included: they come back if their condition does."""
        found = {key: box.input.value() for key, box in self._boxes.items()}
        return {key: value for key, value in found.items() if given(value)}

    def asked(self) -> dict[str, object]:
        """What is answered of the questions that are shown."""
        answers = self.answers()
        keys = {field.key for field in shown(self._fields, answers)}
        return {key: value for key, value in answers.items() if key in keys}

    def missing(self) -> list[Field]:
        """The required questions that are shown and have no answer yet."""
        answers = self.answers()
        return [
            field
            for field in shown(self._fields, answers)
            if field.required and not given(answers.get(field.key))
        ]

    def box(self, key: str) -> FieldBox:
        """The box of one field."""
        return self._boxes[key]

    def show_doubts(self, said: Mapping[str, str]) -> None:
        """Show what can hardly be right, by field."""
        for key, box in self._boxes.items():
            box.doubt(said.get(key, ""))

    def show_problems(self, problems: Sequence[Problem]) -> None:
        """Show what is wrong where it is wrong, and go to the first."""
        said = {problem.field: problem.say(speaking()) for problem in reversed(problems)}
        for key, box in self._boxes.items():
            box.complain(said.get(key, ""))
        for field in self._fields:
            if field.key in said:
                self._boxes[field.key].input.setFocus()
                break

    def _moved(self) -> None:
        self._place()
        for key, box in self._boxes.items():
            if box.input is self.sender():
                box.complain("")
                self._boxes[key].updateGeometry()
        self.changed.emit()

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        self._place()

    def _columns(self) -> int:
        width = self.width() / max(1.0, theme.px(100) / 100)
        return 3 if width >= 520 else 2 if width >= 360 else 1

    def _place(self) -> None:
        """Put the shown questions into the grid: short ones beside each other, long ones alone."""
        keys, columns = tuple(field.key for field in shown(self._fields, self.answers())), self._columns()
        if self._placed == (keys, columns):
            return
        self._placed = (keys, columns)
        while self._grid.takeAt(0) is not None:
            pass
        across = down = 0
        for key, box in self._boxes.items():
            box.setVisible(key in keys)
            if key not in keys:
                continue
            wide = bool(box.input.wide)
            if across and (wide or across >= columns):
                across, down = 0, down + 1
            self._grid.addWidget(box, down, across, 1, columns if wide else 1)
            across, down = (0, down + 1) if wide else (across + 1, down)
        for place in range(3):
            self._grid.setColumnStretch(place, 1 if place < columns else 0)
            # An empty column keeps its width, so that one short field does not stretch over the line.
            self._grid.setColumnMinimumWidth(place, 60 if place < columns else 0)
