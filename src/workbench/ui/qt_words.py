"""Qt's own words, in menus and dialogs that Qt makes itself, said in the window's language."""

from functools import cache

from PySide6.QtCore import QTranslator
from PySide6.QtWidgets import QApplication

from workbench.i18n import N_
from workbench.ui.state import tr

# What Qt says in English, with its mnemonic: what we say. Mnemonics stay in English only.
WORDS: dict[str, str] = {
    "&Undo": N_("Undo"),
    "&Redo": N_("Redo"),
    "Cu&t": N_("Cut"),
    "&Copy": N_("Copy"),
    "&Paste": N_("Paste"),
    "Delete": N_("Delete"),
    "Select All": N_("Select all"),
    "OK": N_("OK"),
    "&OK": N_("OK"),
    "Cancel": N_("Cancel"),
    "&Cancel": N_("Cancel"),
    "Close": N_("Close"),
    "&Close": N_("Close"),
    "Open": N_("Open"),
    "&Open": N_("Open"),
    "Save": N_("Save"),
    "&Save": N_("Save"),
    "&Choose": N_("Choose"),
    "&Yes": N_("Yes"),
    "&No": N_("No"),
    "Look in:": N_("Folder"),
    "Directory:": N_("Folder"),
    "File &name:": N_("File name"),
    "Files of type:": N_("Kind of file"),
    "Name": N_("Name"),
    "Size": N_("Size"),
    "Type": N_("Kind"),
    "Kind": N_("Kind"),
    "Date Modified": N_("Date"),
    "Computer": N_("This computer"),
    "Create New Folder": N_("New folder"),
    "&New Folder": N_("New folder"),
    "&Rename": N_("Rename"),
    "&Delete": N_("Delete"),
    "Back": N_("Back"),
    "Forward": N_("Next"),
    "Parent Directory": N_("Folder above"),
    "%1 already exists.\nDo you want to replace it?": N_("%1 already exists. Replace it?"),
}


class QtWords(QTranslator):
    """Asked by Qt for each of its texts; an empty answer leaves the text as it is."""

    def isEmpty(self) -> bool:
        return False

    def translate(self, context: str, source: str, disambiguation: str | None = None, n: int = -1) -> str:
        ours = WORDS.get(source)
        if ours is None:
            return ""
        said = tr(ours)
        return "" if said == ours else said


@cache
def _words() -> QtWords:
    return QtWords()


def speak_for_qt(app: QApplication) -> None:
    """Let Qt ask us for its words from now on."""
    app.removeTranslator(_words())
    app.installTranslator(_words())
