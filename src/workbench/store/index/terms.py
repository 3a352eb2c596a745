"""How text becomes what is looked up: folded words, keys of names that hold across scripts, numbers without their dress."""

import re
import unicodedata

EDITION = "1"
_RUN = re.compile(r"\+?\d[\d \-/().]{2,}\d")
_STAND_IN = str.maketrans({
    "أ": "ا", "إ": "ا", "آ": "ا", "ى": "ی", "ي": "ی", "ك": "ک", "ة": "ه", "ە": "ه", "ؤ": "و", "ئ": "ی", "ـ": None,
})


def words(text: str) -> list[str]:
    """The folded words of a text, each once, in their order."""
    bare = unicodedata.normalize("NFKD", text.translate(_STAND_IN)).casefold()
    kept = "".join(c if c.isalnum() else " " for c in bare if unicodedata.category(c) not in ("Mn", "Cf"))
    return list(dict.fromkeys(kept.split()))


def keys(text: str, *, named: bool = True) -> list[str]:
    """The keys of the names in a text."""
    return words(text) if named else []


def number(text: str) -> str:
    """A number for comparing: capitals and digits, nothing between them."""
    return "".join(c for one in words(text) for c in one).upper()


def numbers_in(text: str) -> list[str]:
    """The longer numbers that stand in a text."""
    return [found for one in _RUN.findall(text) if len(found := number(one)) >= 5]


def phone(text: str) -> tuple[str, ...]:
    """The digits of a telephone number, and those without the code of its country or the zero before it."""
    import phonenumbers

    digits = number(text)
    bare = digits.lstrip("0")
    try:
        bare = str(phonenumbers.parse(f"+{bare}" if digits != bare else text, None).national_number)
    except phonenumbers.NumberParseException:
        pass
    return tuple(dict.fromkeys(one for one in (digits, bare) if one))


def plate(text: str) -> tuple[str, ...]:
    """The plate as a whole, its parts in an order of their own, and its figures alone."""
    figures = "".join(c for c in number(text) if c.isdigit())
    parts = sorted(re.findall(r"\d+|[^\W\d_]+", " ".join(words(text)).upper()), key=lambda one: (one[0].isdigit(), len(one), one))
    return tuple(dict.fromkeys(one for one in ("".join(parts), number(text), figures) if one))


def of_case(case_id: str) -> str:
    """The word that every entry of a case carries; no text folds to it."""
    return "\ue000" + case_id.replace("-", "")
