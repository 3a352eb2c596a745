"""The kinds of exhibit and the house rules of custody that come with the program, read once."""

from collections.abc import Mapping
from functools import lru_cache

from workbench.evidence import doubts, kinds, reading
from workbench.evidence.chain import CustodyRules
from workbench.evidence.kinds import ExhibitKind, ExhibitKinds
from workbench.fields import Field
from workbench.i18n import language
from workbench.shipped import resource


@lru_cache(maxsize=1)
def custody_rules() -> CustodyRules:
    """The house rules of custody. Raises ``Refusal`` if their file is wrong."""
    return reading.custody_rules(resource("evidence") / "custody.yaml")


@lru_cache(maxsize=4)
def exhibit_kinds(tag: str = "en") -> ExhibitKinds:
    """The kinds of exhibit in a language, each with its questions. Raises ``Refusal`` if the files are wrong."""
    return kinds.load(resource("evidence")) if tag == "en" else exhibit_kinds().in_language(tag)


def fields_of(kind: str, tag: str = "en") -> tuple[Field, ...]:
    """The questions that a kind of exhibit needs, in a language."""
    return kind_of(kind, tag).fields


def kind_of(kind: str, tag: str = "en") -> ExhibitKind:
    """A kind of exhibit; one that is not known any more asks what every exhibit is asked."""
    return exhibit_kinds(tag).kinds.get(kind) or exhibit_kinds(tag).kinds["other"]


def warnings(kind: str, detail: Mapping[str, object], tag: str) -> list[tuple[str, str]]:
    """What cannot be right in the details, as pairs of field key and sentence; nothing is refused because of it."""
    spoken = language(tag)
    return [(one.field, one.say(spoken)) for one in doubts.doubts(kind_of(kind), detail)]
