"""Folding: the same letters however they are typed."""

import unicodedata

_SAME = str.maketrans(
    {
        "أ": "ا", "إ": "ا", "آ": "ا", "ٱ": "ا", "ى": "ي", "ی": "ي", "ې": "ي", "ێ": "ي", "ئ": "ي", "ك": "ک", "ة": "ه",
        "ە": "ه", "ھ": "ه", "ؤ": "و", "ۆ": "و", "ڕ": "ر", "ڵ": "ل", "ء": None, "ـ": None,
    }
)  # fmt: skip


def fold(text: str) -> str:
    """The text with one form for each letter and digit, without marks, in small letters."""
    plain = unicodedata.normalize("NFKD", unicodedata.normalize("NFKC", text).translate(_SAME))
    kept = (one for one in plain if not unicodedata.combining(one) and unicodedata.category(one) != "Cf")
    return "".join(str(unicodedata.digit(one, one)) for one in kept).translate(_SAME).casefold()
