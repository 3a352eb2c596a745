"""Language: what the program says, in which direction, with which digits and month names."""

from workbench.i18n.bidi import isolate, ltr, plain, visible
from workbench.i18n.catalogues import catalogue
from workbench.i18n.digits import latin
from workbench.i18n.language import DEFAULT, TAGS, Language, alpha2, language


def N_(msgid: str) -> str:  # noqa: N802 -- the customary name of the mark
    """Mark a text for the catalogues without translating it here."""
    return msgid


__all__ = [
    "DEFAULT",
    "TAGS",
    "Language",
    "N_",
    "alpha2",
    "catalogue",
    "isolate",
    "language",
    "latin",
    "ltr",
    "plain",
    "visible",
]
