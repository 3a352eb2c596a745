"""Kinds of question: what shape an answer has, before anything is known about its content."""

from enum import StrEnum


class Kind(StrEnum):
    """The kinds of question a pack may ask."""

    TEXT = "text"
    LINES = "lines"
    CHOICE = "choice"
    CHOICES = "choices"
    TRUTH = "truth"
    NUMBER = "number"
    DAY = "day"
    MOMENT = "moment"
    CODE = "code"
    PHONE = "phone"
    PERSON = "person"
    PERSONS = "persons"
    EXHIBIT = "exhibit"
    EXHIBITS = "exhibits"
    LANGUAGE = "language"
    COUNTRY = "country"


# The answer is a list of words, not one word.
MANY = frozenset({Kind.CHOICES, Kind.PERSONS, Kind.EXHIBITS})
# The question brings its own answers.
CHOOSING = frozenset({Kind.CHOICE, Kind.CHOICES})
TRUTHS = ("yes", "no", "unknown")
