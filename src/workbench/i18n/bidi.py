"""Bidirectional isolation: a name, a hash or a phone number must not reorder the sentence around it."""

LRI, FSI, PDI = "\u2066", "\u2068", "\u2069"
_ISOLATES = dict.fromkeys(map(ord, "\u2066\u2067\u2068\u2069"))


def ltr(text: str) -> str:
    """The text as an isolated left-to-right run: for ids, hashes, phones, codes."""
    return f"{LRI}{text}{PDI}" if text else text


def isolate(text: str) -> str:
    """The text as an isolated run whose direction follows its own first strong letter."""
    return f"{FSI}{text}{PDI}" if text else text


def plain(text: str) -> str:
    """The text without isolation marks, as it goes to the clipboard or a file name."""
    return text.translate(_ISOLATES)


def visible(name: str) -> str:
    """A name from outside with its control characters and direction overrides shown as ‹U+202E›, not obeyed."""
    return "".join(f"‹U+{ord(c):04X}›" if _hidden(c) else c for c in name)


def _hidden(c: str) -> bool:
    return c in _TURNERS or c < " " or "\x7f" <= c < "\xa0" or "\ud800" <= c <= "\udfff"


_TURNERS = frozenset("\u061c\u200e\u200f\u202a\u202b\u202c\u202d\u202e\u2066\u2067\u2068\u2069")
