"""Nationalities and issuers: countries of ISO 3166 and the codes that papers carry for the stateless and for bodies."""

from dataclasses import dataclass
from functools import cache

from workbench.i18n import TAGS, Language, alpha2, language
from workbench.identity import shipped_data
from workbench.identity.letters import without_article

STATELESS = "XXA"
_NO_COUNTRY = frozenset({"EU", "EZ", "UN", "ZZ", "XA", "XB", "QO"})


@dataclass(frozen=True, slots=True)
class Code:
    """A code that is no country's own: ``kind`` is stateless, refugee, unspecified, country, body or specimen."""

    code: str
    kind: str
    mark: str
    country: str
    names: tuple[tuple[str, str], ...]
    also: tuple[str, ...]


@cache
def codes() -> dict[str, Code]:
    """The codes of ICAO Doc 9303 part 3 beside the countries, by code."""
    return {
        one["code"]: Code(
            one["code"], one["kind"], one["mark"], one.get("country", ""), tuple(one.get("names", {}).items()),
            tuple(one.get("also", ())),
        )
        for one in shipped_data.data("nations.yaml")["codes"]
    }  # fmt: skip


def known(code: str) -> bool:
    """Whether a code of two or three letters (``D`` for Germany) is a country's or one of Doc 9303."""
    upper = code.upper()
    return upper in codes() or (upper.isascii() and alpha2(upper) in _countries())


def nation_name(code: str, tongue: Language) -> str:
    """The name of a country or of a code such as XXA in a language; the code itself if it is not known."""
    one = codes().get(code.upper())
    if one is None:
        return tongue.country_name(code)
    return tongue.country_name(one.country) if one.country else shipped_data.name(dict(one.names), tongue.tag)


def same_nation(one: str, other: str) -> bool:
    """Whether two codes mean one country, whatever their length: IQ and IRQ, D and DEU."""
    return bool(one and other) and _country(one) == _country(other)


def find_nation(text: str) -> str:
    """The code that a code or a name in one of our languages means; empty if none.

    IRQ stays IRQ, العراق is IQ; what only papers write for a country (D, GBS) becomes that country's code.
    """
    typed = text.strip().upper()
    if known(typed):
        one = codes().get(typed)
        return one.country if one is not None and one.country else typed
    return _by_name().get(without_article(text), "")


def _country(code: str) -> str:
    one = codes().get(code.upper())
    return one.country if one is not None and one.country else alpha2(code)


@cache
def _countries() -> frozenset[str]:
    every = (str(code) for code in language("en").locale.territories)
    return frozenset(code for code in every if len(code) == 2 and code.isalpha() and code not in _NO_COUNTRY)


@cache
def _by_name() -> dict[str, str]:
    found: dict[str, str] = {}
    for tag in TAGS:
        tongue = language(tag)
        found |= {without_article(tongue.country_name(code)): code for code in _countries()}
    for one in codes().values():
        if not one.country:
            found |= dict.fromkeys((without_article(name) for name in (*dict(one.names).values(), *one.also)), one.code)
    return found
