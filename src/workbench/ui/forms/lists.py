"""The languages and countries to choose from, the frequent ones first."""

from functools import cache

from babel import Locale

from workbench.i18n import Language
from workbench.ui.state import speaking

# Languages spoken in Iraq, then those that people who are trafficked or smuggled there often speak.
_LANGUAGES = (
    "ar", "ckb", "kmr", "tr", "syr", "fa", "prs", "en", "bn", "ne", "si", "tl", "ur", "hi", "pa", "ta", "am", "om",
    "ti", "so", "sw", "lg", "ha", "yo", "fr", "id", "my", "ps", "uz", "ru", "uk", "ro", "zh", "vi", "th", "hy",
)  # fmt: skip
_COUNTRIES = (
    "IQ", "SY", "IR", "TR", "BD", "NP", "LK", "PH", "PK", "IN", "ET", "KE", "UG", "GH", "NG", "SD", "EG", "LB", "JO",
    "AF", "UZ", "UA", "GE",
)  # fmt: skip
_NO_COUNTRY = frozenset({"EU", "EZ", "UN", "ZZ", "XA", "XB", "QO"})
Choice = tuple[str, str]


def language_choices() -> list[Choice]:
    """Codes and names of languages in the window's language."""
    return _languages(speaking())


def country_choices() -> list[Choice]:
    """Codes and names of countries in the window's language: the frequent ones, then all."""
    return _countries(speaking())


@cache
def _languages(language: Language) -> list[Choice]:
    return [(code, language.language_name(code)) for code in _LANGUAGES]


@cache
def _countries(language: Language) -> list[Choice]:
    names = [str(code) for code in Locale.parse("en").territories]
    every = sorted(code for code in names if len(code) == 2 and code.isalpha() and code not in _NO_COUNTRY)
    rest = sorted((language.country_name(code), code) for code in every if code not in _COUNTRIES)
    return [(code, language.country_name(code)) for code in _COUNTRIES] + [
        (code, name) for name, code in rest
    ]
