"""Part: what one part of a name is, as written and as it sounds; a name is parts in order."""

from dataclasses import dataclass
from enum import StrEnum

from workbench.names.sounding import Script

# What follows after so many parts is not looked at.
MOST_PARTS = 12


class Kind(StrEnum):
    """What a part of a name is, as far as it shows by itself."""

    NAME = "name"
    NISBA = "nisba"
    FATHER_OF = "father_of"
    MOTHER_OF = "mother_of"
    INITIAL = "initial"


class Form(StrEnum):
    """Whether the part is a compound, of which only the telling half is compared."""

    PLAIN = "plain"
    SERVANT = "servant"
    RELIGION = "religion"
    OF_GOD = "of_god"


@dataclass(frozen=True, slots=True, eq=False)
class Part:
    """One part: as written, and as it sounds (``sounds``: one or two readings of its telling half, ``whole``: all).

    Equal parts are one object as long as they are remembered; so they are told apart by identity, which is quick.
    """

    text: str
    kind: Kind
    form: Form
    script: Script
    sounds: tuple[str, ...]
    whole: str
    plain: str
    sure: bool = False
    like_nisba: bool = False

    @property
    def latin(self) -> bool:
        """Whether it is written in Latin letters."""
        return self.plain < "\u0370"


@dataclass(frozen=True, slots=True)
class Name:
    """The parts in the order ism, father, grandfather … nisba, and kunyas beside them.

    ``turned``: the family name was written first, set off by a comma or its article.
    """

    parts: tuple[Part, ...]
    kunyas: tuple[Part, ...] = ()
    turned: bool = False
