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
