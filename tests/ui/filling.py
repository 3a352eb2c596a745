"""A form filled in the way a person does: typed, picked, pressed and ticked, one question after the other."""

from collections.abc import Iterable, Mapping
from datetime import date, datetime

from PySide6.QtCore import Qt
from PySide6.QtGui import QInputMethodEvent
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QLineEdit, QPlainTextEdit, QPushButton
from pytestqt.qtbot import QtBot

from workbench.fields import Field, Kind, given, shown
from workbench.i18n import alpha2
from workbench.ui.forms import Form
from workbench.ui.forms.calendar import MomentEdit
from workbench.ui.forms.inputs import Input, LinesInput, TextInput
from workbench.ui.forms.picks import PickInput, SegmentInput, TicksInput
from workbench.ui.forms.written import write_day, write_moment
from workbench.ui.state import speaking

MOST = 6  # how often answers may call for further questions


def fill(bot: QtBot, form: Form, fields: Iterable[Field], answers: Mapping[str, object], zone: str) -> None:
    """Answer what is asked as it is in ``answers``, and take back what stands there otherwise."""
    fields, answers = tuple(fields), as_picked(fields, answers)
    for _ in range(MOST):
        wrong = [
            field for field in shown(fields, form.answers())
            if not _same(form.answers().get(field.key), answers.get(field.key), zone)
        ]  # fmt: skip
        if not wrong:
            return
        for field in wrong:
            _enter(bot, form.box(field.key).input, answers.get(field.key), zone)
    raise AssertionError([(field.key, form.answers().get(field.key), answers.get(field.key)) for field in wrong])


def as_picked(fields: Iterable[Field], answers: Mapping[str, object]) -> dict[str, object]:
    """The answers as the window gives them: what is ticked has no order, a country has two letters."""
    countries = {field.key for field in fields if field.kind is Kind.COUNTRY}
    picked = {key: sorted(value) if isinstance(value, list) else value for key, value in answers.items()}
    return {key: alpha2(str(value)) if key in countries else value for key, value in picked.items()}


def _same(stands: object, wanted: object, zone: str) -> bool:
    if not given(stands) and not given(wanted):
        return True
    if isinstance(wanted, list) and isinstance(stands, list):
        return sorted(map(str, stands)) == sorted(map(str, wanted))
    try:
        return datetime.fromisoformat(str(stands)) == datetime.fromisoformat(str(wanted))
    except (ValueError, TypeError):
        return " ".join(str(stands).split()) == " ".join(str(wanted).split())


def _enter(bot: QtBot, editor: Input, value: object, zone: str) -> None:
    if isinstance(editor, TicksInput):
        _tick(bot, editor, set(value) if isinstance(value, list) else set())
    elif isinstance(editor, SegmentInput):
        _press(bot, editor, str(value or ""))
    elif isinstance(editor, PickInput):
        _pick(editor, str(value or ""))
    elif isinstance(editor, MomentEdit):
        write(editor.editor, _written(str(value or ""), zone))
    elif isinstance(editor, LinesInput | TextInput):
        write(editor.editor, str(value or ""))


def _written(stored: str, zone: str) -> str:
    """A day or moment as it is typed."""
    if not stored:
        return ""
    if len(stored) == len("2025-03-18"):
        return write_day(date.fromisoformat(stored), speaking())
    return write_moment(datetime.fromisoformat(stored), zone, speaking())


def write(editor: QLineEdit | QPlainTextEdit, text: str) -> None:
    """Type in place of what stands there; letters arrive the way an input method sends them."""
    editor.setFocus()
    editor.selectAll()
    if not text:
        QTest.keyClick(editor, Qt.Key.Key_Delete)
        return
    if isinstance(editor, QPlainTextEdit):
        editor.insertPlainText(text)
        return
    typed = QInputMethodEvent()
    typed.setCommitString(text)
    QApplication.sendEvent(editor, typed)


def _tick(bot: QtBot, editor: TicksInput, wanted: set[str]) -> None:
    for key, line in editor._ticks.items():
        if line.on != (key in wanted):
            bot.mouseClick(line.tick, Qt.MouseButton.LeftButton)


def _press(bot: QtBot, editor: SegmentInput, key: str) -> None:
    """Press the answer; pressing the one that is taken takes it back."""
    segments = editor.editor
    wanted = key or segments.key
    button = segments._group.button(segments._keys.index(wanted))
    assert isinstance(button, QPushButton)
    bot.mouseClick(button, Qt.MouseButton.LeftButton)


def _pick(editor: PickInput, key: str) -> None:
    place = editor.editor.findData(key)
    assert place >= 0, f"{key!r} cannot be picked"
    editor.editor.setFocus()
    editor.editor.setCurrentIndex(place)
    editor.editor.activated.emit(place)
