"""An editor with its label above it, and editors of one kind that every dialog makes alike."""

from PySide6.QtWidgets import QLineEdit, QPlainTextEdit, QVBoxLayout, QWidget

from workbench.i18n import latin
from workbench.ui import theme
from workbench.ui.parts.arrange import column
from workbench.ui.parts.texts import as_html, label


def labelled(text: str, editor: QWidget, *, required: bool = False) -> QVBoxLayout:
    """An editor with its label above it; a red star says that an answer is required."""
    words = label(f"{as_html(text)}{theme.star()}" if required else text, "label", "2", rich=required)
    words.setBuddy(editor)
    target = getattr(editor, "editor", editor)
    target.setAccessibleName(text)
    return column(words, editor, gap=3)


def line(name: str = "", text: str = "") -> QLineEdit:
    """One line to type in; ``name`` finds it in tests."""
    made = QLineEdit(text)
    made.setObjectName(name)
    return made


def lines(name: str, height: int = 56) -> QPlainTextEdit:
    """A few lines to type in; the Tab key leaves them."""
    made = QPlainTextEdit()
    made.setObjectName(name)
    made.setTabChangesFocus(True)
    made.setFixedHeight(theme.px(height))
    return made


def references(text: str) -> list[str]:
    """Codes of exhibits, statements and steps that were typed with commas between them."""
    return [one.strip() for one in latin(text).replace("،", ",").split(",") if one.strip()]
