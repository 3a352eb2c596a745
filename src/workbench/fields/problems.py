"""What may be wrong with an answer, each with its sentence."""

import dataclasses
from collections.abc import Mapping
from dataclasses import dataclass
from enum import StrEnum

from workbench.i18n import N_, Language


class ProblemKind(StrEnum):
    """Why an answer cannot be kept; a face may choose its own mark for each."""

    REQUIRED = "required"
    UNKNOWN_FIELD = "unknown_field"
    NEEDS_TEXT = "needs_text"
    NEEDS_LIST = "needs_list"
    NEEDS_NUMBER = "needs_number"
    NEEDS_DAY = "needs_day"
    NEEDS_MOMENT = "needs_moment"
    NEEDS_ZONE = "needs_zone"
    NEEDS_TRUTH = "needs_truth"
    NOT_AN_OPTION = "not_an_option"
    NOT_A_PHONE = "not_a_phone"
    NOT_A_LANGUAGE = "not_a_language"
    NOT_A_COUNTRY = "not_a_country"
    NO_SUCH_PERSON = "no_such_person"
    NO_SUCH_EXHIBIT = "no_such_exhibit"
    TOO_LONG = "too_long"
    CONTROL_CHARACTER = "control_character"


_WORDS: dict[ProblemKind, str] = {
    ProblemKind.REQUIRED: N_("An answer is required here."),
    ProblemKind.UNKNOWN_FIELD: N_("There is no field of this name here."),
    ProblemKind.NEEDS_TEXT: N_("A text is needed here. In a file, put it in quotation marks."),
    ProblemKind.NEEDS_LIST: N_("A list is needed here."),
    ProblemKind.NEEDS_NUMBER: N_("A number is needed here."),
    ProblemKind.NEEDS_DAY: N_("A day that exists is needed here: year, month, day, for instance {example}."),
    ProblemKind.NEEDS_MOMENT: N_("A day and a time that exist are needed here, for instance {example}."),
    ProblemKind.NEEDS_ZONE: N_("The time needs its zone, for instance {example}."),
    ProblemKind.NEEDS_TRUTH: N_("The answer is yes, no or unknown."),
    ProblemKind.NOT_AN_OPTION: N_("{value} is not one of the answers offered here."),
    ProblemKind.NOT_A_PHONE: N_("{value} is not a telephone number: 3 to 15 digits, with a plus sign if wanted."),
    ProblemKind.NOT_A_LANGUAGE: N_("{value} is not the code of a language."),
    ProblemKind.NOT_A_COUNTRY: N_("{value} is not the code of a country."),
    ProblemKind.NO_SUCH_PERSON: N_("There is no person {value} in this case."),
    ProblemKind.NO_SUCH_EXHIBIT: N_("There is no exhibit {value} in this case."),
    ProblemKind.TOO_LONG: N_("The answer is too long: at most {limit} characters are kept."),
    ProblemKind.CONTROL_CHARACTER: N_("The answer holds a hidden control character. Type it again."),
}


@dataclass(frozen=True, slots=True)
class Problem:
    """One thing that is wrong with the answer to one field; ``facts`` fill its sentence."""

    field: str
    kind: ProblemKind
    facts: Mapping[str, object] = dataclasses.field(default_factory=dict, hash=False)

    def say(self, language: Language) -> str:
        """What is wrong, in a language."""
        return language.say(_WORDS[self.kind], **self.facts)


class Wrong(Exception):
    """A value that is not an answer of its kind."""

    def __init__(self, kind: ProblemKind, **facts: object) -> None:
        super().__init__(kind.value)
        self.kind = kind
        self.facts = facts
