"""How one part of a name stands to another, and which part it is: the words of an explanation, as keys."""

from enum import StrEnum


class How(StrEnum):
    """How one part stands to the other."""

    EXACT = "exact"
    LETTERS = "letters"
    SPELLING = "spelling"
    SCRIPT = "script"
    NEAR = "near"
    INITIAL = "initial"
    MISSING = "missing"
    ORDER = "order"
    DIFFERENT = "different"


class Role(StrEnum):
    """Which part of the name it is."""

    GIVEN = "given"
    FATHER = "father"
    GRANDFATHER = "grandfather"
    GREAT_GRANDFATHER = "great_grandfather"
    FURTHER = "further"
    NISBA = "nisba"
    KUNYA = "kunya"
