"""Languages and dialects for which an interpreter may be needed."""

from dataclasses import dataclass
from functools import cache

from workbench.i18n import TAGS, Language, language
from workbench.identity import shipped_data
from workbench.identity.letters import folded, without_article


@dataclass(frozen=True, slots=True)
class Tongue:
    """A language: its code (ISO 639, or one of our own), who speaks it (official, iraq, migrant, sign), its mark."""

    code: str
    spoken_by: str
    mark: str
    names: tuple[tuple[str, str], ...]
    also: tuple[str, ...] = ()

    def name(self, tongue: Language) -> str:
        """Its name in a language: ours, or that of CLDR."""
        return dict(self.names).get(tongue.tag) or _from_cldr(self, tongue)


@cache
def tongues() -> tuple[Tongue, ...]:
    """All of them: official ones first, then those of the country, then those of migrants, then signs."""
    return tuple(
        Tongue(one["code"], one["spoken_by"], one["mark"], tuple(one["names"].items()), tuple(one.get("also", ())))
        for one in shipped_data.data("languages.yaml")["languages"]
    )


def find_tongue(text: str) -> str:
    """The code that a code or a name in one of our languages means; empty if none is known."""
    return _by_name().get(without_article(text), "")


def _from_cldr(one: Tongue, tongue: Language) -> str:
    named = tongue.language_name(one.code)
    return named if named != one.code else shipped_data.name(dict(one.names), tongue.tag)


@cache
def _by_name() -> dict[str, str]:
    found: dict[str, str] = {}
    for tag in TAGS:
        tongue = language(tag)
        every = [str(code) for code in language("en").locale.languages]
        plain = (code for code in every if code.isascii() and code.isalpha() and len(code) in (2, 3))
        for code in plain:
            found.setdefault(folded(code), code)
            found.setdefault(without_article(tongue.language_name(code)), code)
    for one in tongues():
        found[folded(one.code)] = one.code
        for name in (*dict(one.names).values(), *one.also, *(one.name(language(tag)) for tag in TAGS)):
            found[without_article(name)] = one.code
    return found
