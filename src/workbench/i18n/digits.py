"""Digits: ٠-٩ where the locale writes them, 0-9 in everything that is stored."""

ARABIC_INDIC = "٠١٢٣٤٥٦٧٨٩"
PERSIAN = "۰۱۲۳۴۵۶۷۸۹"
_TO_ARABIC = {ord(str(n)): digit for n, digit in enumerate(ARABIC_INDIC)}
_TO_LATIN = {ord(digit): str(n) for row in (ARABIC_INDIC, PERSIAN) for n, digit in enumerate(row)}


def latin(text: str) -> str:
    """The text with Arabic-Indic and Persian digits written 0-9."""
    return text.translate(_TO_LATIN)


def arabic(text: str) -> str:
    """The text with 0-9 written as Arabic-Indic digits."""
    return text.translate(_TO_ARABIC)
