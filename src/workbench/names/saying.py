"""Saying: why two names were found alike or apart, in a sentence for each part."""

from workbench.i18n import N_, Language
from workbench.names.how import How, Role
from workbench.names.matching import Reason

ROLES: dict[Role, str] = {
    Role.GIVEN: N_("Given name"),
    Role.FATHER: N_("Father's name"),
    Role.GRANDFATHER: N_("Grandfather's name"),
    Role.GREAT_GRANDFATHER: N_("Great-grandfather's name"),
    Role.FURTHER: N_("Further name"),
    Role.NISBA: N_("Family name"),
    Role.KUNYA: N_("Kunya"),
}
HOW: dict[How, str] = {
    How.EXACT: N_("{role}: {query} is written the same in both."),
    How.LETTERS: N_("{role}: {query} and {candidate} have the same letters, otherwise typed."),
    How.SPELLING: N_("{role}: {query} and {candidate} sound the same, otherwise spelled."),
    How.SCRIPT: N_("{role}: {query} and {candidate} are one name in two ways of writing."),
    How.NEAR: N_("{role}: {query} and {candidate} differ in a letter; it may be a slip or another name."),
    How.INITIAL: N_("{role}: of {query} and {candidate} one is only an initial, and it fits."),
    How.MISSING: N_("{role}: {query} stands in only one of the two names."),
    How.ORDER: N_("{role}: {query} is written first in one name and last in the other."),
    How.DIFFERENT: N_("{role}: {query} and {candidate} are different names."),
}


def say(reason: Reason, language: Language) -> str:
    """The reason as a sentence in a language; the names in it are isolated, whatever their direction."""
    shown = reason.query or reason.candidate
    return language.say(HOW[reason.how], role=language.say(ROLES[reason.role]), query=shown, candidate=reason.candidate)
