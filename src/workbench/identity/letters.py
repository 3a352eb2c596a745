"""Letters that are one letter written in several ways, folded so that words and numbers can be compared."""

import re
import unicodedata

from workbench.i18n import latin

_ONE = {
    "أ": "ا", "إ": "ا", "آ": "ا", "ٱ": "ا", "ى": "ی", "ي": "ی", "ئ": "ی", "ك": "ک", "ة": "ه", "ە": "ه", "ھ": "ه",
    "ؤ": "و", "ۆ": "و", "ێ": "ی", "ڕ": "ر", "ڵ": "ل",
}  # fmt: skip
_FOLDS = {ord(letter): one for letter, one in _ONE.items()} | {ord("ـ"): None}
_SPACES = re.compile(r"\s+")


def folded(text: str) -> str:
    """The text for looking it up: small letters, digits 0-9, one shape per letter, no signs above or below."""
    # The hamza above a letter must be seen before signs are taken away.
    whole = unicodedata.normalize("NFKC", text).translate(_FOLDS)
    bare = (c for c in unicodedata.normalize("NFKD", whole) if unicodedata.category(c) not in ("Mn", "Cf", "Cc", "Cs"))
    # A control character between words parts them as a space does.
    return _SPACES.sub(" ", latin("".join(bare)).casefold()).strip()


def without_article(text: str) -> str:
    """The folded text without the Arabic article before it: العراق and عراق are one."""
    plain = folded(text)
    return plain.removeprefix("ال") if len(plain) > 4 else plain


def compact(text: str) -> str:
    """The text for comparing numbers: capitals and digits 0-9, one shape per letter, nothing between them."""
    return "".join(c for c in folded(text).upper() if c.isalnum())
