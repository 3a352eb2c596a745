"""How text becomes what is looked up: folded words, keys of names that hold across scripts, bare numbers."""

import re

from workbench.identity.letters import compact, folded
from workbench.identity.places import countries
from workbench.identity.plates import canonical_plate

# Raised whenever words, keys or numbers are made in another way: the index is then built anew.
EDITION = "1"
_RUN = re.compile(r"\+?\d[\d \-/().]{2,}\d")
_BETWEEN = re.compile(r"[\W_]+")


def words(text: str) -> list[str]:
    """The folded words of a text, each once, in their order."""
    return list(dict.fromkeys(one for one in _BETWEEN.split(folded(text)) if one))


def keys(text: str, *, named: bool = True) -> list[str]:
    """The keys of the names in a text."""
    return words(text) if named else []


def number(text: str) -> str:
    """A number for comparing: capitals and digits, nothing between them."""
    return compact(text)


def numbers_in(text: str) -> tuple[str, ...]:
    """The longer numbers that stand in a text."""
    return tuple(found for one in _RUN.findall(text) if len(found := number(one)) >= 5)


def phone(text: str) -> tuple[str, ...]:
    """The digits of a telephone number, and those without the code of its country or the zero before it.

    A number without the code of a country is found by the digits that both ways of writing it end with.
    """
    import phonenumbers

    digits = number(text)
    whole = "+" + digits if text.strip().startswith("+") else "+" + digits[2:] if digits.startswith("00") else ""
    bare = digits.lstrip("0")
    if whole:
        try:
            bare = str(phonenumbers.parse(whole, None).national_number)
        except phonenumbers.NumberParseException:
            pass
    return tuple(dict.fromkeys(one for one in (digits, bare) if one))


def plate(text: str) -> tuple[str, ...]:
    """A plate in the forms in which it is compared, and its figures alone."""
    forms = [number(canonical_plate(text, country)) for country in ("", *countries())]
    figures = "".join(c for c in number(text) if c.isdigit())
    return tuple(dict.fromkeys(one for one in (*forms, number(text), figures) if one))


def of_case(case_id: str) -> str:
    """The word that every entry of a case carries; no text folds to it."""
    return "\ue000" + case_id.replace("-", "")
