"""File names that every system can keep: what a name says stays readable, what could do harm is taken out."""

import re
import unicodedata

from workbench.i18n import plain

MOST = 100  # bytes of UTF-8, so that number and ending still fit everywhere
_UNSAFE = re.compile(r'[<>:"/\\|?*]')


def safe(number: int, name: str) -> str:
    """The name of an exported file: its number first, so that no name is reserved anywhere and none comes twice."""
    stem, dot, ending = name.rpartition(".")
    if not dot or not stem or len(ending) > 10:
        stem, ending = name, ""
    stem, ending = _clean(stem), _clean(ending)
    kept = _cut(stem, MOST - len(ending.encode()))
    return f"{number:04} {kept}{'.' if ending else ''}{ending}".rstrip(" .")


def _clean(text: str) -> str:
    shown = _UNSAFE.sub("_", unicodedata.normalize("NFC", plain(text)))
    # Marks that turn or hide text, and what no file system or terminal should be given.
    return "".join(one for one in shown if unicodedata.category(one)[0] not in "CZ" or one == " ")


def _cut(text: str, most: int) -> str:
    return text.encode()[: max(most, 1)].decode(errors="ignore").strip(" .")
