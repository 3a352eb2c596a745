"""Places in a law or guide, as a pack writes them (``arts 72-86``), in the words of the reader's language."""

import re

from workbench.i18n import N_, Language, ltr

_KINDS = {
    "art": N_("article {n}"),
    "arts": N_("articles {n}"),
    "p": N_("principle {n}"),
    "principle": N_("principle {n}"),
    "m": N_("module {n}"),
    "module": N_("module {n}"),
    "guideline": N_("guideline {n}"),
}
# Iraqi laws count the paragraphs of an article in words.
_ORDINALS = {
    "first": N_("firstly"),
    "second": N_("secondly"),
    "third": N_("thirdly"),
    "fourth": N_("fourthly"),
    "fifth": N_("fifthly"),
    "sixth": N_("sixthly"),
    "seventh": N_("seventhly"),
    "eighth": N_("eighthly"),
    "ninth": N_("ninthly"),
    "tenth": N_("tenthly"),
}
_PLACE = re.compile(
    r"(arts?|p|principle|m|module|guideline)\s*(\d[\d\s,()A-Za-z-]*?)((?:[\s-]+(?:" + "|".join(_ORDINALS) + r"))*)"
)


def place_text(place: str, language: Language) -> str:
    """The place in the language; what follows no known pattern stays as it is, left to right.

    ``art 11 seventh-eighth`` becomes «article 11, seventhly, eighthly»; numbers stay 0-9.
    """
    found = _PLACE.fullmatch(place.strip())
    if not found:
        return ltr(place.strip())
    kind, numbers, ordinals = found.groups()
    said = language.say(_KINDS[kind], n=ltr(numbers.strip()))
    words = [language.say(_ORDINALS[word]) for word in re.findall(r"[a-z]+", ordinals)]
    return language.say(N_(", ")).join([said, *words])
