"""Rows about finding: what was found, where, how well it agrees and why; never a hidden name."""

from collections.abc import Mapping
from dataclasses import dataclass, field

from workbench.i18n import Language


@dataclass(frozen=True, slots=True)
class Why:
    """One reason in words; ``facts`` fill its sentence."""

    text: str
    facts: Mapping[str, object] = field(default_factory=dict, hash=False)

    def say(self, language: Language) -> str:
        """The reason in a language."""
        said = {key: one.say(language) if isinstance(one, Why) else one for key, one in self.facts.items()}
        return language.say(self.text, **said)


@dataclass(frozen=True, slots=True)
class Hit:
    """Something found. A person is shown by code and initials; ``excerpt`` is only of what is not hidden."""

    kind: str  # person | paper | phone | vehicle | organisation | place | account | journey | exhibit | step | case
    case_id: str
    case_number: str
    ref: str  # code of a person, number of an exhibit, key of a step, ref of an entity, "" of a case
    field: str  # what of it agreed: name.record, paper.passport, phone, description, answer.q1 …
    score: int  # 0 to 100
    reasons: tuple[Why, ...]
    initials: tuple[str, ...] = ()
    excerpt: str = ""


@dataclass(frozen=True, slots=True)
class Likeness:
    """Somebody already known who may be the person that is being entered."""

    case_id: str
    case_number: str
    alias: str
    score: int  # 0 to 100
    reasons: tuple[Why, ...]
    against: tuple[Why, ...] = ()  # what speaks for two people
    initials: tuple[str, ...] = ()
    roles: tuple[str, ...] = ()
    state: str = ""  # "" | same | apart: what somebody already decided about the pair
    sealed: bool = False
