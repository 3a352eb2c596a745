"""What was read out of sealed files: derived rows, kept for looking and made anew from the sealed bytes at any time."""

from workbench.store.items.keeping import Kept, Line, forget, keep, keep_anew, kept
from workbench.store.items.looking import Found, Wanted, by_id, count, look, senders
from workbench.store.items.shape import EDITION

__all__ = [
    "EDITION", "Found", "Kept", "Line", "Wanted", "by_id", "count", "forget", "keep", "keep_anew", "kept", "look",
    "senders",
]  # fmt: skip
