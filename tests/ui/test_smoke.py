"""Every page opens in every language and theme, at every size of text; nothing is cut off or left over."""

import re
from collections.abc import Callable
from pathlib import Path

import pytest
from PySide6.QtCore import Qt
from PySide6.QtGui import QPainter, QPixmap
from PySide6.QtWidgets import QAbstractButton, QApplication, QComboBox, QLineEdit, QPlainTextEdit, QWidget

from tests.ui.conftest import Person
from workbench.fields import Field, Kind, Option
from workbench.i18n import TAGS
from workbench.ui import icons
from workbench.ui.forms import INPUTS, Form, Known
from workbench.ui.registry import PLACES

VALUES: dict[Kind, object] = {
    Kind.TEXT: "words", Kind.LINES: "one\ntwo", Kind.CHOICE: "b", Kind.CHOICES: ["a", "b"], Kind.TRUTH: "unknown",
    Kind.NUMBER: 12, Kind.DAY: "2026-03-01", Kind.MOMENT: "2026-03-01T09:30+03:00", Kind.CODE: "A123/4",
    Kind.PHONE: "+9647390000", Kind.PERSON: "P-01", Kind.PERSONS: ["P-01"], Kind.EXHIBIT: "E-001",
    Kind.EXHIBITS: ["E-001"], Kind.LANGUAGE: "bn", Kind.COUNTRY: "BD",
}  # fmt: skip


def test_there_is_an_editor_for_every_kind_of_question() -> None:
    assert set(INPUTS) == set(Kind)
    assert set(VALUES) == set(Kind)


@pytest.mark.parametrize("tag", TAGS)
def test_every_editor_gives_back_what_it_was_given(
    open_window: Callable[..., Person], tmp_path: Path, tag: str
) -> None:
    open_window(language=tag, folder=str(tmp_path / "none"))
    options = (Option("a", "A"), Option("b", "B"))
    fields = [
        Field(kind.value, kind, kind.value, options=options if "choice" in kind.value else ())
        for kind in Kind
    ]
    form = Form(
        fields, Known([("P-01", "س…")], [("E-001", "x")]), {kind.value: VALUES[kind] for kind in Kind}
    )
    assert form.answers() == {kind.value: VALUES[kind] for kind in Kind}
    form.deleteLater()


@pytest.mark.parametrize("theme", ["light", "dark"])
@pytest.mark.parametrize("tag", TAGS)
def test_every_page_opens(person: Person, tag: str, theme: str) -> None:
    person.room.speak(tag)
    person.room.look(theme_name=theme)
    person.settle()
    person.new_case("Synthetic case")
    for place in [one for one in PLACES if one.case] + [one for one in PLACES if not one.case]:
        assert person.window.frame is not None
        person.window.frame.go(place.key)
        person.settle()
        assert person.page.key == place.key
        assert not person.window.grab().isNull()
        assert person.page.layoutDirection() == (
            Qt.LayoutDirection.LeftToRight if tag == "en" else Qt.LayoutDirection.RightToLeft
        )


def test_everything_that_can_be_used_has_a_name_for_a_screen_reader(person: Person) -> None:
    person.new_case("Synthetic case")
    nameless: list[str] = []
    for place in [one for one in PLACES if one.case] + [one for one in PLACES if not one.case]:
        assert person.window.frame is not None
        person.window.frame.go(place.key)
        person.settle()
        for kind in (QAbstractButton, QLineEdit, QPlainTextEdit, QComboBox):
            for one in person.window.findChildren(kind):
                inner = one.parent() is not None and isinstance(one.parent(), QComboBox)
                if one.isVisible() and not inner and one.focusPolicy() and not _named(one):
                    nameless.append(f"{place.key}: {type(one).__name__} {one.objectName()}")
    assert nameless == []


def _named(widget: QWidget) -> bool:
    return bool(widget.accessibleName() or (isinstance(widget, QAbstractButton) and widget.text()))


@pytest.mark.parametrize("size", [115, 150])
def test_pages_still_fit_with_larger_text(person: Person, size: int) -> None:
    person.room.look(size=size)
    person.window.resize(1366, 698)
    person.settle()
    person.new_case("Synthetic case")
    for place in [one for one in PLACES if one.case]:
        assert person.window.frame is not None
        person.window.frame.go(place.key)
        person.settle()
        assert person.window.width() <= 1366, f"{place.key} is wider than the screen"


def test_nothing_of_the_window_outlives_the_lock(person: Person) -> None:
    person.new_case("Synthetic case")
    for place in [one for one in PLACES if one.case]:
        person.go(place.key)
    person.press("rail-lock")
    QApplication.processEvents()
    QApplication.sendPostedEvents(None, 52)  # DeferredDelete
    names = {one.objectName() for one in person.window.findChildren(QWidget)}
    assert not {name for name in names if name.startswith("page-")}
    assert person.room.memory.pages == {}


def test_every_icon_that_is_named_is_in_its_font(qapp: QApplication) -> None:
    named = {
        name
        for path in Path(icons.__file__).parent.rglob("*.py")
        for name in re.findall(r'"((?:ph|mdi6)\.[a-z0-9-]+)"', path.read_text(encoding="utf-8"))
    }
    assert len(named) > 30
    drawn = QPixmap(16, 16)
    painter = QPainter(drawn)
    missing = []
    for name in sorted(named):
        try:
            icons.paint_icon(painter, drawn.rect(), name, "text")
        except KeyError:
            missing.append(name)
    painter.end()
    assert missing == []
