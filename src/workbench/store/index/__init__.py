"""The search index: derived from the tables, kept current within each act, built anew whenever it lags."""

from workbench.store.index.keeping import ensure, follow, is_current, rebuild
from workbench.store.index.looking import Found, Terms, by_number, by_words, entries_of, near_number

__all__ = [
    "Found", "Terms", "by_number", "by_words", "ensure", "entries_of", "follow", "is_current", "near_number", "rebuild",
]  # fmt: skip
