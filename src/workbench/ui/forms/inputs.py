"""One editor per kind of question; each gives back what is stored, with digits 0-9."""

from collections.abc import Callable, Sequence
from dataclasses import dataclass

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QLineEdit, QPlainTextEdit, QVBoxLayout, QWidget

from workbench.fields import CHOOSING, TRUTHS, Field, Kind
from workbench.i18n import N_, latin, ltr
from workbench.ui import theme
from workbench.ui.forms.calendar import MomentEdit
from workbench.ui.forms.lists import language_choices
from workbench.ui.forms.picks import CountryInput, PickInput, SegmentInput, TicksInput
from workbench.ui.forms.written import plain_figures
from workbench.ui.state import tr

Choice = tuple[str, str]


@dataclass(frozen=True)
class Known:
    """What of the case may be named in an answer: people and exhibits by code, with what is shown of them."""

    people: Sequence[Choice] = ()
    exhibits: Sequence[Choice] = ()
    zone: str = "Asia/Baghdad"


class TextInput(QWidget):
    """One line of text. ``codes`` are written from left to right in the code font; ``figures`` turn to 0-9."""

    changed = Signal()
    wide = False

    def __init__(self, *, codes: bool = False, figures: bool = False, hint: str = "") -> None:
        super().__init__()
        self._figures = figures or codes
        self.editor = QLineEdit()
        self.editor.setPlaceholderText(hint)
        if codes:
            # The text runs left to right but stands at the start of the line like every other field.
            self.editor.setFont(theme.font("body", mono=True))
            self.editor.setLayoutDirection(Qt.LayoutDirection.LeftToRight)
            self.editor.setAlignment(
                Qt.AlignmentFlag.AlignRight if theme.rtl() else Qt.AlignmentFlag.AlignLeft
            )
        self.setFocusProxy(self.editor)
        _alone(self, self.editor)
        self.editor.textEdited.connect(self.changed)

    def value(self) -> object:
        text = self.editor.text().strip()
        return latin(text) if self._figures else text

    def put(self, value: object) -> None:
        self.editor.setText("" if value is None else str(value))


class LinesInput(QWidget):
    """Several lines of text; it grows with what is written, up to eight lines."""

    changed = Signal()
    wide = True

    def __init__(self) -> None:
        super().__init__()
        self.editor = QPlainTextEdit()
        self.editor.setTabChangesFocus(True)
        way = self.editor.document().defaultTextOption()
        # The direction is the window's, never guessed from the first letter.
        way.setTextDirection(
            Qt.LayoutDirection.RightToLeft if theme.rtl() else Qt.LayoutDirection.LeftToRight
        )
        self.editor.document().setDefaultTextOption(way)
        self.editor.setVerticalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAsNeeded)
        self.setFocusProxy(self.editor)
        _alone(self, self.editor)
        self._quiet = False
        self.editor.textChanged.connect(self._moved)
        self._grow()

    def value(self) -> object:
        return self.editor.toPlainText().strip()

    def put(self, value: object) -> None:
        self._quiet = True
        self.editor.setPlainText("" if value is None else str(value))
        self._quiet = False
        self._grow()

    def _moved(self) -> None:
        self._grow()
        if not self._quiet:
            self.changed.emit()

    def _grow(self) -> None:
        lines = int(min(8, max(3, self.editor.document().size().height())))
        self.editor.setFixedHeight(lines * self.editor.fontMetrics().lineSpacing() + 18)


class NumberInput(TextInput):
    """A number in either set of digits."""

    def __init__(self) -> None:
        super().__init__(figures=True)

    def value(self) -> object:
        text = plain_figures(str(super().value())).replace("٫", ".")
        return int(text) if text.isdecimal() and len(text) < 16 else text


Input = TextInput | LinesInput | NumberInput | MomentEdit | PickInput | SegmentInput | TicksInput


def _alone(outer: QWidget, inner: QWidget) -> None:
    box = QVBoxLayout(outer)
    box.setContentsMargins(0, 0, 0, 0)
    box.addWidget(inner)


def _options(field: Field) -> list[Choice]:
    if field.kind is Kind.TRUTH:
        return list(zip(TRUTHS, (tr(N_("Yes")), tr(N_("No")), tr(N_("Not known"))), strict=True))
    return [(option.key, option.label) for option in field.options]


def _choice(field: Field, known: Known) -> Input:
    options = _options(field)
    if field.kind in CHOOSING and (len(options) > 3 or sum(len(text) for _, text in options) > 26):
        return PickInput(options)
    return SegmentInput(options)


def _exhibits(known: Known) -> list[Choice]:
    return [(number, f"{ltr(number)}  {text}") for number, text in known.exhibits]


def _people(known: Known) -> list[Choice]:
    return [(alias, f"{ltr(alias)}  {text}") for alias, text in known.people]


INPUTS: dict[Kind, Callable[[Field, Known], Input]] = {
    Kind.TEXT: lambda field, known: TextInput(),
    Kind.LINES: lambda field, known: LinesInput(),
    Kind.CHOICE: _choice,
    Kind.CHOICES: lambda field, known: TicksInput(_options(field)),
    Kind.TRUTH: _choice,
    Kind.NUMBER: lambda field, known: NumberInput(),
    Kind.DAY: lambda field, known: MomentEdit(known.zone, timed=False),
    Kind.MOMENT: lambda field, known: MomentEdit(known.zone, timed=True),
    Kind.CODE: lambda field, known: TextInput(codes=True),
    Kind.PHONE: lambda field, known: TextInput(codes=True),
    Kind.PERSON: lambda field, known: PickInput(_people(known)),
    Kind.PERSONS: lambda field, known: TicksInput(_people(known), none=tr(N_("No people in this case yet"))),
    Kind.EXHIBIT: lambda field, known: PickInput(_exhibits(known)),
    Kind.EXHIBITS: lambda field, known: TicksInput(
        _exhibits(known), none=tr(N_("No exhibits in this case yet"))
    ),
    Kind.LANGUAGE: lambda field, known: PickInput(language_choices(), searched=True),
    Kind.COUNTRY: lambda field, known: CountryInput(),
}
