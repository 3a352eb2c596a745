"""The search index: derived from the tables, it follows the log, and is built anew where it cannot."""

from workbench.store.index.keeping import follow, is_current, rebuild
from workbench.store.index.looking import (
    Found,
    Terms,
    Within,
    by_number,
    by_ref,
    by_words,
    entries_of,
    in_keys,
    in_words,
    names_of,
    near_number,
)
from workbench.store.index.terms import keys, number, phone, plate, words

__all__ = [
    "Found", "Terms", "Within", "by_number", "by_ref", "by_words", "entries_of", "follow", "in_keys",
    "in_words", "is_current", "keys", "names_of", "near_number", "number", "phone", "plate", "rebuild", "words",
]  # fmt: skip
