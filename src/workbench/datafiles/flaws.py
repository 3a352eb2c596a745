"""What may be wrong with files of data: each flaw with its sentence and its remedy."""

from collections.abc import Mapping
from dataclasses import dataclass, field
from enum import StrEnum

from workbench.i18n import N_, Language, language, plain

A_TEXT, A_LIST, A_MAPPING, A_TRUTH = N_("a text"), N_("a list"), N_("keys with values"), N_("true or false")
A_NUMBER = N_("a whole number")


class Flaw(StrEnum):
    """The kinds of finding that ``inspect`` makes."""

    NOT_UTF8 = "not_utf8"
    SYNTAX = "syntax"
    KEY_TWICE = "key_twice"
    KEY_UNKNOWN = "key_unknown"
    KEY_MISSING = "key_missing"
    TYPE_WRONG = "type_wrong"
    NOT_ONE_OF = "not_one_of"
    DAY_WRONG = "day_wrong"
    ENDS_FIRST = "ends_first"
    NAME_UNKNOWN = "name_unknown"
    PO_BROKEN = "po_broken"
    TEXT_MISSING = "text_missing"
    TEXT_STALE = "text_stale"
    TEXT_UNUSED = "text_unused"


# Flaw: (what is wrong, what to do now)
_WORDS: dict[Flaw, tuple[str, str]] = {
    Flaw.NOT_UTF8: (N_("The file is not UTF-8 text."), N_("Save it again as UTF-8.")),
    Flaw.SYNTAX: (
        N_("The file is not well-formed YAML: {problem}."),
        N_("Look at the indentation, colons and quotation marks of this line and the one before."),
    ),
    Flaw.KEY_TWICE: (N_("{key} stands here twice."), N_("Keep one of them.")),
    Flaw.KEY_UNKNOWN: (N_("{key} is not a key that may stand here."), N_("Use one of: {known}.")),
    Flaw.KEY_MISSING: (N_("{key} is missing here."), N_("Add it.")),
    Flaw.TYPE_WRONG: (
        N_("{key} has the wrong type: it must be {wanted}."),
        N_("Correct it; a text that looks like a number or like yes or no needs quotation marks."),
    ),
    Flaw.NOT_ONE_OF: (N_("{value} is not possible for {key}."), N_("Use one of: {known}.")),
    Flaw.DAY_WRONG: (
        N_("{value} is neither a day nor a year."),
        N_("Write a day like {day} or a year like {year}, or leave it empty if it is not known."),
    ),
    Flaw.ENDS_FIRST: (N_("{key} ends before it begins."), N_("Correct one of the two days.")),
    Flaw.NAME_UNKNOWN: (N_("There is no legal source {value}."), N_("Add it, or correct the spelling.")),
    Flaw.PO_BROKEN: (
        N_("The catalogue cannot be read: {problem}."),
        N_("Open it in a translation editor and save it again as UTF-8."),
    ),
    Flaw.TEXT_MISSING: (
        N_("{context} has no finished translation."),
        N_("Translate it and take the mark «fuzzy» away."),
    ),
    Flaw.TEXT_STALE: (
        N_("{context} translates an older text."),
        N_("Bring msgid and translation up to date with the English text."),
    ),
    Flaw.TEXT_UNUSED: (
        N_("{context} is translated, but there is no such text."),
        N_("Take the entry out, or correct its context."),
    ),
}


@dataclass(frozen=True, slots=True)
class Finding:
    """One flaw and where it is, file and line."""

    file: str
    line: int
    flaw: Flaw
    facts: Mapping[str, object] = field(default_factory=dict, hash=False)

    @property
    def message(self) -> str:
        """What is wrong, in English."""
        return plain(self.say(language("en"))[0])

    def say(self, tongue: Language) -> tuple[str, str]:
        """What is wrong and what to do now, in a language."""
        facts = dict(self.facts)
        if self.flaw is Flaw.TYPE_WRONG:
            # What was wanted is itself one of our texts.
            facts["wanted"] = tongue.say(str(facts["wanted"]))
        message, remedy = _WORDS[self.flaw]
        return tongue.say(message, **facts), tongue.say(remedy, **facts)
